"""Names that stand without a link: quoted ones beside a noun that tells their kind, and capitalised ones of known build."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Kind, Span
from .chunks import Candidate, chunk_before, quoted, tidy
from .goals.names import NAME as GOAL_NAME
from .kind_nouns import NOUNS
from .kinds import KIND_NOUN, is_loose, kind_around, kind_of_apposition, kind_of_name

__all__ = [
    "CAP",
    "OPENS_QUOTE",
    "Found",
    "find_capitalised",
    "find_domains",
    "find_quoted",
    "only_common",
    "sentence_kind",
]

CAP = r"(?:(?:e-)?[A-ZÀ-ÞŁŠŽČ][\w'’&.-]*[\w&]|[A-Z]|\d{1,2}[A-Z]\w{0,9})"
_JOINT = re.compile(
    r"[\"”»“„«’‘'」』》\s]*(?:\([^()\n]{0,200}(?:\([^()\n]{0,80}\)[^()\n]{0,120})?\)[\s,;]*|[,;][\s,;]*)?(?:(?:and|or|y|et|e|und|as well as)\s*)?(?:[\"“„«‘'「『《]\s*)?"
)
_CALLED = re.compile(
    r"\b(?:called|named|titled|entitled|known as|branded|dubbed|under the name|llamad[oa]|denominad[oa])\s*(?:[\"“„«‘'(]+\s*)?$",
    re.I,
)
_ARTICLE = re.compile(
    r"(?:\b(?:the|our|its|their|el|la|los|las|nuestr[oa]|le|les|notre|o|a|os|as|noss[oa])\s[\"“„«]{1,2}\s?|《)$",
    re.I,
)
_SUCCEEDS = re.compile(
    r"\b(?:successor|predecessor|replacement|successora?|sucesora?|successeur|remplaçant|Nachfolger(?:in)?)(?:\s(?:is|called|named|es|est|é))?,?\s[\"“„«‘'(]{1,2}\s?$",
    re.I,
)
_IDEA = re.compile(
    r"[\"”»]?\s(?:\w+\s)?(?:concept|principle|approach|idea|motto|slogan|term|notion|day|week|award|prize|event|conference|report|study|article|law|act"
    r"|decree|committee|section|chapter|book|film)s?\b",
    re.I,
)
_OTHERWISE = (Kind.LEGISLATION, Kind.ACCOUNT, Kind.ORGANISATION)
"""Kinds with forms of their own, which a bare quoted name is none of."""
_REPORTED = re.compile(r"[\"”»’'」』》]?\s{0,2}\([^()\n]{0,60}?(?:\d|https?:|www\.)")
_INTRO = re.compile(
    r"(?:includes?|included|are|is|such as|like|were|namely|the following|[:—–-])[\s\w:,]{0,30}$"
)
OPENS_QUOTE = re.compile(r"\s(?:of\s(?:the\s)?(?:[\w]+\s){1,5})?[\"“«„]")
_DOMAIN = re.compile(
    r"(?<![\w@./:-])((?:[a-z0-9][a-z0-9-]{0,40}\.){1,3}[a-z]{2,6})(?![\w@/-])(?=\s+(?:\w+\s)?(?:portal|website|web site|site|page|platform|system|official|team|app)\b|[\s).,;])",
    re.I,
)
_LED_TO = re.compile(
    r"\b(?:on|at|via|through|of|in|the|visit|called|(?P<noun>portal|website|site|planner|platform|app|application|gateway|service|marketplace|directory))\s$",
    re.I,
)
_NAME_ENDS = re.compile(
    r"[).,;:]|$|\s(?:is|are|was|were|has|can|may|will|for|and|or|in|on|by|of|to|which|that|lets|allows|shows|offers|helps|with)\b"
)
"""What follows an app named by its address and nothing more; not "the app town.example live"."""
_SITE_NOUNS = frozenset((*NOUNS[Kind.PORTAL], *NOUNS[Kind.APP], *NOUNS[Kind.PLATFORM])) - {
    "page",
    "pages",
    "section",
    "forum",
    "site",
    "apps",
    "portals",
    "platforms",
    "websites",
}
_COMMON = frozenset(
    """digital electronic smart city municipality municipal official the e-government government state county public open
    local online our this new national federal ward zone zonal area central""".split()
)


@dataclass(frozen=True, slots=True)
class Found:
    """A name with its kind; `told` when its words or neighbours tell it."""

    span: Span
    kind: Kind
    told: bool = True


def sentence_kind(text: str, floor: int, at: int) -> Kind | None:
    """The kind of a list that a sentence introduces by a plural noun before `at` ("popular portals are …")."""
    nouns = [m for m in KIND_NOUN.finditer(text, max(floor, at - 300), at) if m[1].lower().endswith("s")]
    return kind_of_name(nouns[-1][1]) if nouns else None


def find_quoted(text: str, sentence: Span, default: Kind) -> Iterator[Found]:
    """Quoted names of a sentence whose kind is told: by a noun beside them, or by the list that they stand in.

    `default` is the kind of those that a list or a bracket with a number shows to be names and no noun tells of.
    """
    previous: Found | None = None
    for span in quoted(text, sentence.start, sentence.end):
        kind = _kind_of_quoted(text, sentence, span, previous, default)
        previous = Found(span, kind) if kind else None
        if previous and _name_like(span.of(text)):
            yield previous


def _kind_of_quoted(
    text: str, sentence: Span, span: Span, previous: Found | None, default: Kind
) -> Kind | None:
    before = text[max(sentence.start, span.start - 160) : span.start]
    if previous and _JOINT.fullmatch(text, previous.span.end, span.start):
        return previous.kind
    if previous and _SUCCEEDS.search(before):
        return previous.kind
    after = text[span.end : span.end + 60]
    around = kind_around(before, after) or kind_around(_without_place(before), after)
    if around:
        return around
    if _INTRO.search(before.rstrip(" \"“„«‘'")):
        told = sentence_kind(text, sentence.start, span.start) or (default if default is Kind.APP else None)
        if told:
            return told
    if GOAL_NAME.fullmatch(text, span.start, span.end):
        return None  # 'directed to "Clean water and sanitation" (SDG 6)'
    if _REPORTED.match(text, span.end):
        return default
    if _CALLED.search(before) or _is_the(before, span.of(text), after):
        return kind_of_name(span.of(text)) or (default if default not in _OTHERWISE else None)
    return None


def _is_the(before: str, name: str, after: str) -> bool:
    """Whether an article and capitals make a quoted name: 'obtain the "Land Extract"'; not 'the "Smart Town" concept'."""
    capitals = sum(word[:1].isupper() for word in name.split())
    titled = capitals > 1 or (name[:1].isupper() and before.rstrip().endswith("«")) or before.endswith("《")
    return titled and bool(_ARTICLE.search(before)) and not _IDEA.match(after)


def _without_place(before: str) -> str:
    """The words before a name without "of the City of X", which parts a noun from the name."""
    word = r"[A-Z][\w-]{0,40}(?![\w-])"
    return re.sub(
        rf"(?<!\s)(?:\s+(?:of|for|in)\s+(?:the\s+)?(?:[Cc]ity\s+of\s+)?{word}(?:\s+{word}){{0,2}})+\s*(?=[\s\"“„«]*$)",
        " ",
        before[-100:],
    )


def _name_like(words: str) -> bool:
    return len(words.split()) <= 16 and any(c.isupper() or not c.isascii() for c in words)


def find_capitalised(text: str, sentence: Span) -> Iterator[Found]:
    """Capitalised names closed by the noun of a site or app: "Maji Voice app", "ePatras portal"."""
    for noun in KIND_NOUN.finditer(text, sentence.start, sentence.end):
        if (
            OPENS_QUOTE.match(text, noun.end())
            or noun[1].lower() not in _SITE_NOUNS
            or text[noun.end() : noun.end() + 1] == "-"
            or _is_of_next(text, noun)
        ):
            continue
        kind = kind_of_name(noun[1])
        candidate = _before_noun(text, sentence, noun)
        if candidate and _merely_opens(text, sentence, candidate.span):
            continue
        if kind and candidate and not only_common(candidate.span.of(text)):
            said = kind_of_apposition(text[candidate.span.end : candidate.span.end + 120].partition("\n")[0])
            yield Found(candidate.span, (is_loose(candidate.span.of(text)) and said) or kind)


def _is_of_next(text: str, noun: re.Match[str]) -> bool:
    """Whether a noun only leads to the one that closes the name: "the Norwood Map viewer"."""
    following = KIND_NOUN.match(text, noun.end() + 1) if text[noun.end() : noun.end() + 1] == " " else None
    return following is not None and following[1].lower() in _SITE_NOUNS


def _merely_opens(text: str, sentence: Span, span: Span) -> bool:
    """Whether the only capital of a phrase is that of the sentence or line it opens ("Central portal")."""
    at_line = span.start == 0 or text[span.start - 1] == "\n"
    opens = at_line or not any(c.isalnum() for c in text[sentence.start : span.start])
    return (
        opens
        and sum(c.isupper() for c in span.of(text)) <= 1
        and not any(c.isdigit() or c == "." for c in span.of(text))
    )


def _before_noun(text: str, sentence: Span, noun: re.Match[str]) -> Candidate | None:
    candidate = chunk_before(text, sentence.start, noun.end())
    if candidate and candidate.proper and candidate.span.start < noun.start():
        own = tidy(text, Span(candidate.span.start, noun.start()))
        return Candidate(own if "." in own.of(text) else candidate.span, True)
    adjective = re.compile(r"\s[a-z-]{3,20}\s$").search(
        text, max(sentence.start, noun.start() - 24), noun.start()
    )
    if not adjective:
        return None
    earlier = chunk_before(text, sentence.start, adjective.start())
    return earlier if earlier and earlier.proper and "." in earlier.span.of(text) else None


def only_common(name: str) -> bool:
    """Whether nothing but common words make the name ("City Portal"), or one capital that merely opens a sentence."""
    words = [] if KIND_NOUN.fullmatch(name) else [w for w in name.split() if not KIND_NOUN.fullmatch(w)]
    return all(word.lower() in _COMMON for word in words)


def find_domains(text: str, is_top: frozenset[str]) -> Iterator[Found]:
    """Sites named by their address in running words ("on the city.example portal"), which are no links."""
    for match in _DOMAIN.finditer(text):
        led = _LED_TO.search(text[max(0, match.start() - 14) : match.start()])
        if led and match[1].rpartition(".")[2].lower() in is_top:
            app = led["noun"] and led["noun"].lower() in ("app", "application")
            if app and not _NAME_ENDS.match(text, match.end()):
                continue
            yield Found(Span(*match.span(1)), Kind.APP if app else Kind.PORTAL)
