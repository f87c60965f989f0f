"""Bare numbers that count what other words count: parts ("14,312 of them"), and the same at another time ("up from 18 million")."""

from __future__ import annotations

import re

from ..model import Bound, Span, Unit
from .incidental import is_small_talk
from .numerals import Numeral
from .phrases import is_plural, noun_phrase, subject_before
from .quantities import NUMBER_OF, Field, Measure

__all__ = ["grown", "is_compared", "is_part", "is_ratio", "is_whole", "plural_before", "refers_back"]

_THESE = r"(?:which|them|these|those|whom)"
_OF_THESE_BEFORE = re.compile(
    rf"\b(?:(?:of|among|from)[ ]{_THESE}|de l[oa]s (?:cuales|que)|dont|d[oa]s quais|из (?:них|которых)|منها)[, ]{{1,2}}(?:only |just )?$",
    re.I,
)
_OF_THESE_AFTER = re.compile(rf" (?:out )?of {_THESE}\b")
_STATE = re.compile(r" (?:are|were|is|was|can|have|has|had|took|voted|came|made|[a-z]{3,20}ed)\b")
_OUT_OF = re.compile(r"(?:\b(?:of|out of|among)|^\s*from) (?:the |our |its |all |these |a total of )?$", re.I)
_FROM = re.compile(r"\bfrom (?:[€$£₹]|[A-Z]{3} )?$", re.I)
_AND = re.compile(
    r"^[^.;:]*(?:, | and |, and |[,;]? ?\((?:in |(?:19|20)[0-9]{2}: ?|in (?:19|20)[0-9]{2}:? )?)$"
)
_ELSEWHERE = re.compile(r" in (?:19|20)[0-9]{2}\b| \((?:19|20)[0-9]{2}\)| (?:on|in) (?:[A-Z]|i[A-Z])")
_YEAR_BEFORE = re.compile(
    r"(?:\(|[;,] |\b(?:and|while|but) )(?:in )?(?:19|20)[0-9]{2}[:,]?(?: (?:there (?:were|had been)|it (?:was|had)|they were))? $"
)
_COMPARED = re.compile(
    r"\b(?:(?:up|down) from|(?:in )?compar(?:ed|ison) (?:to|with)|(?:as )?against|versus|vs\.?|as opposed to|(?:increase|decrease|rise|drop|fall|growth|decline|jump)"
    r"(?: of [^,;.]{1,20})?(?: compared)?(?: from| over)|frente al?|en comparaci[óo]n con|comparado con|contre|face à|(?:increas|decreas|ris|grow|fall|declin|improv|jump)ing from|(?:higher|lower|more|fewer|less) than)"
    r"(?: the| only| just)? $",
    re.I,
)
_OF_A_YEAR = re.compile(r" (?:of|in|from) (?:19|20)[0-9]{2}\b")
_GREW = re.compile(
    r"\s(?:(?:has|have|had)\s)?(?:grew|grown|rose|risen|increased|decreased|fell|fallen|dropped|climbed|jumped|(?:went|came|gone|come)(?: up| down)?|expanded|declined|shrank)"
    r"(?:\s\w+ly)?(?:\sby\s[^,;.]{1,20})?\sfrom\s$",
    re.I,
)
_WORDS = re.compile(r"[^\W\d_][\w’'-]{2,30}")
_AMOUNTS = frozenset(
    "prices rates costs fees fares wages taxes emissions temperatures levels scores ratings times days hours minutes delays speeds shares".split()
)
"""Plurals that are measured and not counted."""
_NEAR = 60
_ALSO = re.compile(r"(?:\s[^\W\d_]{2,15}){0,3},?\s(?:and|of which|y|e|et|und)\s")
_DOES = re.compile(
    r" (?:are|were|can|have been|se [^\W\d_]{2,12}n|están|son|pueden|fueron|podem|estão|são|foram|sont|peuvent|ont été|sono|possono|sind|können)\b"
)
"""What parts of things, counted just before, are or do: "118 services are published and 47 are fully online"."""
_PART = re.compile(
    r"\s(?:out\s)?of\s(?:a\stotal\sof\s|the\s|our\s|all\s)?(?!100\b)(?:\d{2,9}|\d{1,3}(?:[, ]\d{3}){1,3})(?=[).;,\]\n]|$|\s(?:listed|offered|available|existing|provided|registered|published)\b)"
)
_WHOLE = re.compile(
    r"(?:\(|:\s|[,;]\s|^|\b(?:is|are|say|namely|or)\s)\d[\d, ]{0,12}\s(?:out\s)?of\s(?:a\stotal\sof\s|the\s|our\s|all\s)?$"
)
_AFTER_SHARE = re.compile(
    r"(?:%|per ?cent)(?: of(?: all| the| our){0,2} [a-z]{3,20})?\s?\(\s?(?:about |around |~)?(?:\d[\d.,]{0,8}\s?(?:out of|of|from)\s)?$",
    re.I,
)
_OF_WHOLE = re.compile(
    r"\s?(?:(?:(?:out of|of|from)\s(?!100\b)\d\d[\d.,]{0,8}\s?)?\)|from\s(?!(?:19|20)\d\d\b)\d\d[\d.,]{0,8}\s[^\W\d_]{3})"
)
_HEADING = re.compile(
    r"(?:^|[\n•*–➢▪-])\s{0,3}([A-Z][^\W\d_]{1,20}(?:\s[a-z]{2,20}){0,3}):\s(?:[a-z]{3,12}\s)?from\s$"
)


_HEAD = re.compile(
    r"\s{0,2}(?:(?:[Tt]he|[Oo]ur|[Aa]ll|[Aa]nnual|[Yy]early)\s){0,2}(?P<head>(?!(?:across|as|besides|towards|this)\s)(?:[^\W\d_][\w’'-]{1,20}\s){0,2}[^\W\d_][\w’'-]{1,20}(?<!s)s)"
    r"\s(?:on|in|at|for|from|to|by|with|through|via|of|per|within|across)\s(?!(?:19|20)\d\d)",
    re.I,
)
"""The plural that a sentence begins with, and what it is on or in, which is not counted: "Deaths on the roads rose from …"."""


def refers_back(field: Field, start: int, end: int) -> bool:
    """Whether a number is said to be a part of what was spoken of: "14,312 of them", "of which 210"."""
    return bool(_OF_THESE_AFTER.match(field.text, end) or _OF_THESE_BEFORE.search(field.before(start, 24)))


_OF_THE = re.compile(
    r" of (?:the|our|its|these|those)(?= (?!goals\b|targets\b|objectives\b|months\b|years\b)[a-z])"
)


def named_whole(field: Field, numeral: Numeral) -> Span | None:
    """The things of which a number counts some: "12 of the datasets come from us"; not "4 of the 10 boards", which is a ratio."""
    of = _OF_THE.match(field.text, numeral.end) if numeral.value > 1 else None
    phrase = noun_phrase(field.text, of.end(), field.until) if of else None
    plural = phrase is not None and any(map(is_plural, phrase.of(field.text).split()))
    return (
        phrase
        if plural and phrase and not is_small_talk(field.text, numeral.start, numeral, phrase)
        else None
    )


def is_part(field: Field, end: int) -> bool:
    """Whether a bare whole closes a bare part: "75% of the services (98 out of 130)"; "8 of 10" is an idiom, "of 100" a share."""
    match = _PART.match(field.text, end)
    return match is not None and int(re.sub(r"\D", "", match[0])) > 10


def is_whole(field: Field, start: int, numeral: Numeral) -> bool:
    """Whether a bare number is that whole."""
    return numeral.value > 10 and numeral.value != 100 and _WHOLE.search(field.before(start, 40)) is not None


def is_ratio(field: Field, start: int, end: int) -> bool:
    """Whether a bare number is a part or the whole in the bracket behind a share: "32 % (38 from 117 services)"."""
    told = _AFTER_SHARE.search(field.before(start, 40))
    closed = _OF_WHOLE.match(field.text, end)
    return bool(told and closed) and len(told[0].lstrip("% (") + closed[0]) > 2  # type: ignore[index]


def plural_before(field: Field, start: int) -> str:
    """The last plural noun of the sentence before a number, which "of them" can stand for."""
    words = [word for word in _WORDS.findall(field.before(start)) if is_plural(word)]
    return words[-1] if words else ""


def is_compared(field: Field, last: Measure, start: int, end: int) -> bool:
    """Whether a bare number counts what the one before it in the sentence counts: a part of it, or the same at another time."""
    earlier, between = field.before(last.span.start, 24), field.text[last.span.end : start]
    if last.unit is Unit.COUNT and _OUT_OF.search(earlier) and _STATE.match(field.text, end):
        return True
    if _FROM.search(earlier) and between.endswith(" to ") and len(between) < 40:
        return True
    if _COMPARED.search(between[-_NEAR:]) or (
        between.endswith(" the ") and _OF_A_YEAR.match(field.text, end)
    ):
        return True
    if len(between) >= _NEAR:
        return False
    if last.unit is Unit.COUNT and _ALSO.fullmatch(between) and _DOES.match(field.text, end):
        return not any(map(str.isdigit, field.before(last.span.start)))
    return bool(_YEAR_BEFORE.search(between) or (_AND.search(between) and _ELSEWHERE.match(field.text, end)))


def grown(field: Field, low: Numeral, high: Numeral) -> Measure | None:
    """What "users grew from 10,000 to 15,000" counts: the plural subject of a verb of change."""
    before = field.before(low.start)
    verb = _GREW.search(before)
    if not verb:
        return _headed(before, high)
    at = low.start - len(before) + verb.start()
    total = max(NUMBER_OF.finditer(before[: verb.start()]), key=re.Match.start, default=None)
    since = at - verb.start() + total.end() if total else field.sentence.start
    headed = _HEAD.match(field.text, since, at)
    subject = (headed and Span(*headed.span("head"))) or subject_before(field.text, since, at)
    words = subject.of(field.text).lower().split() if subject else []
    if not subject or words[-1] in _AMOUNTS or not any(map(is_plural, words)):
        return None
    return Measure(
        Span(high.start, high.end), high.value, Unit.COUNT, Bound.UNSPECIFIED, subject.of(field.text)
    )


def _headed(before: str, high: Numeral) -> Measure | None:
    """The same where the plural is a heading: "Electric buses: from 310 in 2020 to 560 in 2022"."""
    heading = _HEADING.search(before)
    words = heading[1].lower().split() if heading else []
    if not heading or words[-1] in _AMOUNTS or not is_plural(words[-1]):
        return None
    return Measure(Span(high.start, high.end), high.value, Unit.COUNT, Bound.UNSPECIFIED, heading[1].lower())
