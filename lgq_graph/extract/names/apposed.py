"""The name that a link belongs to though other words stand between: '"X" of the office, link', "X, the portal of Y: link"."""

from __future__ import annotations

import re

from ...model import Span
from ..chunks import Candidate, chunk_before, quoted, tidy
from ..enclosed import enclosed
from ..kinds import kind_of_apposition
from ..wording import sentence_like

__all__ = ["doing", "named_earlier", "quoted_earlier"]

_OF_BODY = re.compile(
    r"[\"”»“’」]?\s{0,2}(?:[\w-]{1,20}\s){0,2}?(?:of|from)\s(?:the\s|our\s|its\s|a\s)?(?:[A-Z][\w'’&-]{0,30}(?![\w'’&-])[\s,]{0,2}|(?:and|of|the|for|de|del|la|y)\s){0,12}"
)
_NO_NAME = re.compile(
    r"\b(?:principle|principles|motto|slogan|theme|concept|term|idea|approach|words|saying|as|under)\s(?:of\s)?[\"“„«'‘]{1,2}$",
    re.I,
)
_APPOSED = re.compile(
    r"(?:,|\s[–—-])\s(?=(?:the|an?|our|its|whose|which|where|that|who|through|with|in|on|for|free|built|used|drawn|run|[a-z]{3,20}ed)\s)"
)
_NO_OPENING = re.compile(
    r"(?:in|at|on|for|from|with|as|since|during|among|under|by|to|of|this|these|those|all|some|many|most|our|citizens|residents|users|people|it|they|we)\b",
    re.I,
)
_PLACED = re.compile(
    r"(?:^|[.;:]\s)\W{0,3}(?:in|at|on|for|from|with|as|since|during|among|under)\s(?:the\s)?$", re.I
)


def quoted_earlier(text: str, floor: int, end: int, found: Candidate | None) -> Candidate | None:
    """The last quoted name before a link, unless another name stands right before the link on its own account."""
    inside = [span for span in quoted(text, floor, end) if _is_name(text, floor, span)]
    if not inside or (found and found.span.start <= inside[-1].end and found.span.end >= inside[-1].start):
        return None
    last = inside[-1]
    if (
        found
        and found.proper
        and not _OF_BODY.fullmatch(text, last.end, found.span.end)
        and _adjoins(text, found, end)
    ):
        return None
    return Candidate(last, True)


def _is_name(text: str, floor: int, span: Span) -> bool:
    words = span.of(text)
    return any(c.isupper() or not c.isascii() for c in words) and not _NO_NAME.search(
        text[max(floor, span.start - 40) : span.start]
    )


_DOING = re.compile(
    r"(?<!\w)(?:[Tt]he|[Oo]ur|[EeLl][la]|[Ll]e|[Nn]otre|[Oo]|[Aa])\s(?P<name>[A-ZÀ-Þ][\w'’&-]{1,30}(?:\s[A-ZÀ-Þ][\w'’&-]{0,30}){0,4}\s(?:app|portal|website|platform|chatbot))\s"
    r"(?:has|shows|tells|lists|gives|sends|lets|offers|allows|informs|warns|helps|publishes|displays|answers)\s[^.;:()\[\]\n]{1,160}\s[(\[]$"
)


def doing(text: str, floor: int, end: int) -> Candidate | None:
    """The app or site that does what a sentence tells, with the link in the bracket at its end: "The Tram app has live times (link)"."""
    said = _DOING.search(text, max(floor, end - 240), end)
    return Candidate(Span(*said.span("name")), True) if said else None


def _adjoins(text: str, found: Candidate, end: int) -> bool:
    """Whether nothing but marks lies between a name and its link."""
    return not any(c.isalnum() for c in text[found.span.end : end])


def _opening(text: str, span: Span, after: int) -> Candidate | None:
    """A name of which only the first word has a capital, when it opens its clause and a noun of a kind explains it."""
    name = tidy(text, span)
    words = name.of(text)
    opens = 1 < len(words.split()) <= 4 and words[:1].isupper() and not _NO_OPENING.match(words)
    explained = opens and kind_of_apposition(text[span.end : after + 80].partition("\n")[0])
    return Candidate(name, True) if explained and not sentence_like(words) else None


def named_earlier(text: str, floor: int, end: int) -> Candidate | None:
    """The nearest proper name that an apposition or a relative clause follows: "BUYS, the system run by …", "Lab, whose page"."""
    for cut in reversed(list(_APPOSED.finditer(text, max(floor, end - 300), end))):
        found = _opening(text, Span(floor, cut.start()), cut.end()) or chunk_before(text, floor, cut.start())
        if (
            found
            and found.proper
            and not _PLACED.search(text[max(0, found.span.start - 20) : found.span.start])
        ):
            return found
    between = [name for name, _ in enclosed(text, Span(floor, end))]
    return Candidate(between[-1], True) if between else None
