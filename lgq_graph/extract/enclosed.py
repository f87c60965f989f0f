"""Names between commas behind what they are: "the bus service for older persons, Ride+, may be booked at …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Kind, Span
from .chunks import tidy
from .kinds import kind_of_description, kind_of_name

__all__ = ["enclosed", "kind_in_front", "kind_of_subject"]

_WHAT = (
    r"(?<!\w)(?:[Tt]he|[Oo]ur|[Ii]ts|[Aa]n?|[Ee]l|[Ll]a|[Uu]na?|[Ll]e|[Uu]ne|[Uu]ma?|O|o|[Nn]uestr[ao]|[Nn]otre|[Nn]oss[ao]|[Ll](?=['’]))[\s'’](?P<what>[^\W\dA-ZÀ-Þ][^,.;:()\n\"“”«»]{2,80}"
    r"(?<!city)(?<!town)(?<!village)(?<!capital)(?<!country)(?<!district)(?<!region)(?<!area)(?<!partner)(?<!province)(?<!ciudad)(?<!ville)(?<!cidade)(?<!pays)(?<!país)),\s"
)
"""A thing, and no place, of which the name would be said."""
_CAP = r"(?:[a-z]{0,2}[A-ZÀ-ÞŁŠŽČ][\w'’&-]{0,30}|\d{1,2}[A-Z][\w-]{0,10})"
_NAME = rf"[\"“«„]?(?P<name>{_CAP}(?:\s(?:(?:of|and|for|the|de|del|du|da|la|&|y|e|et)\s){{0,2}}{_CAP}){{0,5}}[+!]?)[\"”»]?"
_VERB = (
    r",\s(?=(?:is|are|was|were|has|have|had|can|may|might|will|allows|lets|offers|shows|helps|gives|sends|provides|works|serves|reached|received"
    r"|es|está|fue|permite|ofrece|muestra|est|permet|offre|a été|é|foi|pode|oferece|ist|wird)\s)"
)
_ENCLOSED = re.compile(_WHAT + _NAME + _VERB)
_IN_FRONT = re.compile(_WHAT + r"[\"“«„]?$")


def enclosed(text: str, span: Span) -> Iterator[tuple[Span, Kind]]:
    """The names that stand so in a stretch, with what they are said to be."""
    for found in _ENCLOSED.finditer(text, span.start, span.end):
        if kind := kind_of_description(found["what"]):
            yield tidy(text, Span(*found.span("name"))), kind


def kind_in_front(text: str, floor: int, at: int) -> Kind | None:
    """What the words before the comma in front of a name say that it is."""
    found = _IN_FRONT.search(text, max(floor, at - 120), at)
    return kind_of_description(found["what"]) if found else None


_SUBJECT = re.compile(
    r"\W{0,3}(?:(?:[Tt]he|[Oo]ur|[Ii]ts|[Tt]his|[Ee]l|[Ll]a|[Ll]e|[Nn]otre|[Nn]uestr[ao]|O|A|[Nn]oss[ao]|[Ii]l|[Dd]ie|[Dd]er|[Dd]as|[Uu]nsere?)\s)(?P<what>(?:[^\W\d_][\w-]{1,30}\s){1,5})"
    r"(?:(?:is|was|es|est|é|è|ist)(?:\s(?:now|currently|still|called|named|known\sas))?|heißt|se\sllama|s['’]appelle|si\schiama|chama-se)\s(?:the\s)?[\"“«„]?$"
)


def kind_of_subject(text: str, floor: int, at: int) -> Kind | None:
    """What a sentence that begins with a thing says is a name: "The e-government strategy is Open Council"."""
    found = _SUBJECT.fullmatch(text, floor, at) if at - floor < 160 else None
    return kind_of_name(found["what"].strip()) if found else None
