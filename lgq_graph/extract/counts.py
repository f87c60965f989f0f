"""Counts: numbers of things, named after the number ("300 services") or in the words before it ("Users: 300")."""

from __future__ import annotations

import re
from decimal import Decimal

from ..model import Bound, Span, Unit
from .incidental import is_code, is_idle_time, is_small_talk, is_to_call, is_year
from .numerals import find_numerals, read_digits
from .phrases import is_counted, is_plural, is_thing, noun_phrase
from .quantities import NUMBER_OF, Draft, Measure

__all__ = ["SAMPLE", "read_count"]

_PART_OF = re.compile(
    r" (?:(?:out )?of (?:the |our |all |its |all the |a total of )?(?=[0-9a-z])"
    r"|(?:de (?:(?:los|las|nuestr[oa]s|(?:un|um) total de) )?|d[oa]s |sur (?:les |un total de )?|des |su |dei |delle |degli |von (?:den )?)(?=[0-9]))"
    r"(?P<all>[0-9][0-9.,]{0,14}|[a-z]{3,9}(?:-[a-z]{3,5})?)(?= )",
    re.I,
)
_BODY = re.compile(
    r"\b(population|membership|workforce|ridership|audience|turnout|attendance)\b[^.;,:0-9]{0,30}[ :]$", re.I
)
_LABEL = re.compile(
    r"(?:^|[\n.;•*|,(] ?|[-–—] )([^\W\d_][^\n.;:=|()–—0-9]{2,80}?)(?: \((?:in )?(?:19|20)\d\d\))? ?(?:[:=|]|[ ][-–—])[ \t]{0,2}$"
)
_TOTALS = re.compile(r"\b(?:number|total|count|volume|amount|quantity)\b", re.I)
_NO_LABEL = re.compile(
    r"\b(?:phone|tel|telephone|fax|mobile|hotline|code|address|id|no|number|line|date|year|version|page|article|law|act|question|sms"
    r"|whatsapp|goals?|targets?|sdgs?|hours?|time|contacts?|laws|standards?|dates?|years?|telephones|phones|numbers|codes|lines)\.?$",
    re.I,
)


def read_count(draft: Draft) -> Measure | None:
    """The number as a count, or None when it is a code, a year, or nothing tells what it counts."""
    text = draft.field.text
    bound, end = draft.bound_until(draft.last.end)
    sure = bound is not Bound.UNSPECIFIED or draft.first.scale > 1 or draft.last.scale > 1
    phrase = draft.phrase(end)
    if not sure and (
        is_code(text, draft.field.sentence.start, draft.start, draft.first, phrase)
        or is_year(draft.first, text, phrase)
    ):
        return None
    if phrase and not phrase.of(text).lower().startswith("of "):
        return _things(draft, phrase, bound, phrase.end) or _term(draft, bound, end)
    return _part(draft, end) or _labelled(draft, bound, end) or _term(draft, bound, end)


def _things(draft: Draft, phrase: Span, bound: Bound, end: int) -> Measure | None:
    """The number of the things that a phrase names, unless it is one of them, idiom or a stretch of time."""
    text, words = draft.field.text, phrase.of(draft.field.text)
    first = words.split()[0]
    plural = draft.first.scale > 1 or any(is_plural(word) for word in words.split())
    if not plural and is_counted(first, draft.last.value):  # no more than the noun itself is sure
        words, end = first, end if end != phrase.end else phrase.start + len(first)
    elif not plural and (draft.first.written or draft.first.value % 1 or not is_thing(text, phrase)):
        return None
    if draft.last.value == 1:
        return None
    if is_small_talk(text, draft.start, draft.first, phrase) or is_idle_time(
        text, draft.start, draft.first, phrase, bound
    ):
        return None
    return draft.measure(Unit.COUNT, end, words, bound)


def _part(draft: Draft, end: int) -> Measure | None:
    """A number out of a greater one, whose things it counts: "45 of our 60 services", not "8 out of 10 residents"."""
    match = _PART_OF.match(draft.field.text, end)
    whole = _read(match["all"].rstrip(".,")) if match else None
    if not match or not whole or not whole > 10 or draft.first.value > whole or whole == 100:
        return None
    phrase = noun_phrase(draft.field.text, match.end(), draft.field.sentence.end)
    return _things(draft, phrase, draft.bound, end) if phrase else None


def _read(whole: str) -> Decimal | None:
    """The value of the greater number, in digits or words."""
    found = None if whole[0].isdigit() else next(find_numerals(whole), None)
    return found.value if found and found.end == len(whole) else read_digits(whole)


_DAYS = re.compile(
    r"[ \u00a0](?P<unit>(?:días|horas|minutos|semanas|meses|dias|jours|heures|minutes|semaines|mois|giorni|ore|minuti|settimane|mesi|(?:arbeits|werk)?tagen?|stunden|wochen)(?:[ ](?:hábiles|naturales|laborables|corridos|ouvrés|ouvrables|úteis|lavorativi))?)(?![\w’'])(?! (?:al?|par|por) )",
    re.I,
)
_TERM = re.compile(
    r"\b(?:plazo|tiempo|espera|demora|délais?|attente|prazo|tempo|m[áa]ximo|maximum|massimo|sous|entro|innerhalb|binnen|en|em|dans|in)(?:[ ](?:medi[oa]|máxim[oa]|mínim[oa]|moyen|maxim\w+|médi[oa]|de respuesta|de réponse|de resposta|es|est|é|è|fue)){0,3}(?:[ ](?:de|di|von))?[ ]$",
    re.I,
)
"""A time within which something is done; in English its unit is a noun like others."""


def _term(draft: Draft, bound: Bound, end: int) -> Measure | None:
    unit = _DAYS.match(draft.field.text, end)
    led = _TERM.search(draft.before(40))
    limits = bound in (Bound.LESS_THAN, Bound.AT_MOST) or (
        led and led[0].split()[0].lower() not in ("en", "em", "dans", "in")
    )
    return draft.measure(Unit.COUNT, unit.end(), unit["unit"], bound) if unit and led and limits else None


SAMPLE = "sample"
_SAMPLE = re.compile(r"(?<![\w.])[nN]\s?=\s?$")
"""How a survey tells the number of those whom it asked."""


def _labelled(draft: Draft, bound: Bound, end: int) -> Measure | None:
    """A bare number after its label: "Number of users: 300", "the number of users reached 300"."""
    marker = draft.first.value == 1 and draft.field.text[end : end + 1] in (".", ")")
    if draft.first.written or marker or not draft.is_bare(end) or is_year(draft.first):
        return None
    if _SAMPLE.search(draft.before(8)):
        return draft.measure(Unit.COUNT, end, SAMPLE, bound)
    body = _BODY.search(draft.before(60))
    indicator = _number_of(draft) or _label(draft) or (body[1] if body else "")
    return draft.measure(Unit.COUNT, end, indicator, bound) if indicator else None


def _number_of(draft: Draft) -> str:
    """The things of the last "number of …" before the number, with nothing but their verb between."""
    before = draft.before()
    match = max(NUMBER_OF.finditer(before), key=re.Match.start, default=None)
    if not match or re.search(r"[0-9;]", before[match.end() :]) or not draft.is_led():
        return ""
    start = draft.start - len(before) + match.end()
    phrase = noun_phrase(draft.field.text, start - 1, draft.start)
    return phrase.of(draft.field.text) if phrase else ""


def _label(draft: Draft) -> str:
    """The words before a colon or dash, when they name things: "Registered users"."""
    match = _LABEL.search(draft.field.text[max(0, draft.start - 100) : draft.start])
    if not match or (_NO_LABEL.search(match[1]) and not NUMBER_OF.search(match[1])):
        return ""
    if is_to_call(draft.first, match[1]):
        return ""
    words = match[1].split()
    named = _TOTALS.search(match[1]) or is_plural(words[-1]) or _is_headed(words) or _is_of(words)
    return " ".join(words) if named and len(words) <= 8 else ""


def _is_of(words: list[str]) -> bool:
    """Whether a label counts the things of one: "Data sets of the city"."""
    of = words.index("of") if "of" in words else 0
    return 0 < of <= 3 and is_plural(words[of - 1]) and not _NO_LABEL.search(words[of - 1])


def _is_headed(words: list[str]) -> bool:
    """Whether a label counts things with a modifier after them: "Users registered", "Services online"."""
    return len(words) > 1 and is_plural(words[0]) and words[1].lower().endswith(("ed", "line", "able"))
