"""Links that their own words only point to ("It is available at …"): what the sentence before, or the words behind, speak of."""

from __future__ import annotations

import re

from ...model import Span
from ..chunks import Candidate, chunk_before, tidy
from ..kinds import KIND_NOUN, kind_of_name
from ..links import Anchor
from ..listed import subject_of

__all__ = ["behind", "meant", "points", "spoken_of", "tells_since"]

_POINTS = re.compile(
    r"\s*(?:(?:it|they)\b|(?:(?:this|these|that)|(?:(?:the|this|its|their|more|further)\s)?(?:service|portal|platform|app|application|system|site|tool|website"
    r"|page|link|address|url|details|information|info|text|full text|document))(?=\s?:|\s(?:is|are|was|were|can|may|will|could|has|have|at|to|in|also)\b))",
    re.I,
)
"""How a sentence begins that only points: "It is available at …", "Link: …"."""
_CAPITALS = r"[^\W\d_a-z][\w&-]{0,30}"
_LEADS_TO = re.compile(
    r"[>)]?\s(?:for|to (?:use|access|reach|open|enter)|(?:residents|citizens|users|people|you) (?:can |may |will )?(?:find|use|access|order|book|rent|reach|open))\s(?:the\s|our\s)?"
    rf"[\"“«]?(?P<name>{_CAPITALS}(?:\s(?:(?:of|and|for)\s)?{_CAPITALS}){{0,5}})"
)
_OPENS = re.compile(
    rf"(?:(?:[Tt]he|[Oo]ur|[Aa]n?)\s)?[\"“«]?(?P<name>(?:{_CAPITALS}(?:\s(?:(?:of|and|for)\s)?{_CAPITALS}){{1,5}}(?:\s(?:19|20)\d\d(?:[-–](?:19|20)?\d\d)?)?|[a-z]?[A-Z][a-z]{{1,20}}[A-Z]\w{{0,20}})"
    rf"(?:\s(?i:{KIND_NOUN.pattern}))?)(?![\w-])"
)
_YEARS = r"(?:19|20)\d\d(?:[-–/](?:19|20)?\d\d)?"
_CALLED = re.compile(
    r"(?:\b(?:is|are|was)\s(?:called|named|titled|entitled|known\sas)|\bse\s(?:llama|denomina|intitula)|\bs['’](?:appelle|intitule)|\bchama-se|\bheißt)\s(?:the\s)?[\"“«„]?"
    rf"(?P<name>{_CAPITALS}(?:\s(?:(?:of|and|for|de|del|la|do|da|y|e|et|und)\s){{0,2}}(?:{_CAPITALS}|{_YEARS})){{0,8}})"
)
"""What a sentence says that its thing is called."""


_SINCE = re.compile(
    r"(?i)\W*(?:(?:in\s)?(?:pilot|beta|test|trial|operation|use|service|production)(?:\s(?:phase|version|project|operation|stage))?|live|online|active|started|launched|opened|open|running|available|introduced|updated)"
    r"\s(?:since|from|in|as of|until|by)\s(?:(?:early|late|mid|the|spring|summer|autumn|winter|beginning|end|of|\d{1,2}|(?-i:[A-Z])[a-z]{2,8})[\s-]){0,4}(?:19|20)\d\d[\s,;:.(<–—-]*"
)
"""A remark of its own on how long a thing is there: "Pilot since 2020, link"."""


def tells_since(words: str) -> bool:
    """Whether the words before a link only tell since when its thing is there."""
    return _SINCE.fullmatch(words) is not None


def meant(text: str, found: Candidate, before: Span) -> Candidate:
    """The name that ends in the one noun that a link has before it, where only one before it does: "the ticket" is the Sunticket."""
    noun = found.span.of(text)
    if (
        found.proper
        or not noun.isalpha()
        or not _THE.search(text, max(0, found.span.start - 9), found.span.start)
    ):
        return found
    ends = re.compile(rf"(?<![\w-])[A-ZÀ-Þ][\w'’-]{{1,30}}(?:\s?(?i:{noun}))(?![\w-])")
    named = {match[0].removeprefix("The "): match for match in ends.finditer(text, before.start, before.end)}
    if len(named) != 1:
        return found
    name, last = named.popitem()
    return Candidate(Span(last.end() - len(name), last.end()), True) if name.lower() != noun else found


_THE = re.compile(r"(?:\sthe|^[Tt]he|\sthis|^This)\s$")


def points(words: str) -> bool:
    """Whether the words before a link only point to it."""
    return _POINTS.match(words) is not None


def spoken_of(text: str, sentence: Span, alone: bool) -> Candidate | None:
    """The name that a sentence opens or closes with; the closing one first, where nothing but a link follows."""
    if sentence.start >= sentence.end:
        return None
    called = _CALLED.search(text, sentence.start, sentence.end)
    if called:
        return Candidate(tidy(text, Span(*called.span("name"))), True)
    closing = chunk_before(text, sentence.start, sentence.start + len(sentence.of(text).rstrip(" .\n")))
    words = closing.span.of(text) if closing else ""
    if closing and (not closing.proper or (any(c.isdigit() for c in words) and not kind_of_name(words))):
        closing = None
    opening = _OPENS.match(text, sentence.start, sentence.end)
    named = Candidate(Span(*opening.span("name")), True) if opening else None
    return (alone and closing) or named or closing or subject_of(text, sentence)


def behind(text: str, anchor: Anchor) -> Candidate | None:
    """What a link leads to: "visit … for Bike Desk"."""
    named = _LEADS_TO.match(text, anchor.outer.end)
    return Candidate(Span(*named.span("name")), True) if named else None
