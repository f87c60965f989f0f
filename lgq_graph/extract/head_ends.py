"""Where the name that opens an item ends: at a mark, a remark, in how many places it is, or where the same is said anew; not at an abbreviation's point."""

from __future__ import annotations

import re

from ..model import Span
from .sentences import ends_sentence

__all__ = ["ANEW", "end_of_name", "first_of_two", "parted"]

_SOME = (
    "with|over|about|around|nearly|almost|some|roughly|circa|ca\\.?|approx(?:imately|\\.)?|more than|less than|fewer than|not more than|not less than|no fewer than|at least|at most|up to|upwards of|in excess of"
    "|más de|unos|unas|cerca de|casi|plus de|environ|près de|mais de|über|rund|mehr als|più di|circa|ponad|około|более|свыше|около"
)
_NUMBER = r"(?!(?:19|20)\d\d(?!\d))\d[\d.,'\s\xa0]{0,14}(?<=\d)\+?\s"
_COUNTED = rf"(?:(?:{_SOME})\s){{1,2}}{_NUMBER}[^\W\d_]{{2}}|{_NUMBER}[^\W\d_A-Z]{{2}}"
"""How a remark on how many begins: "over 38 000 permits"; no year."""
ANEW = r"(?:i\.\s?e\.?|viz\.?|d\.\s?h\.|es decir|c['’]est-à-dire|ou seja|cioè|czyli|tzn\.|yani|yaitu)"
"""What leads to the same thing said anew."""
_DELIMITER = re.compile(
    rf",?\s\(?(?=(?:{ANEW}|e\.\s?g\.?)[,:]?\s)|"
    r"\s{0,2}[(\[<]|[:：](?=\s|$)|。|\s[–—-]{1,2}\s|(?!(?<=\d)[–—]\d)\s?[–—]\s?|;|\.(?=\s|$)|\n|\t|,\s(?=(?:\w+\s){0,3}(?:Gazette|Journal|Bulletin|No\.|Nr\.|№))|\s->\s|\s\|\s|,\s(?=https?:|www\.)"
    r"|,[\"”»’]?\s(?=(?:see|cf\.?|siehe|véase|voir|zie|zob\.|bkz\.|part of|day and night|otherwise|formerly|commonly|popularly|the|an?|our|its|which|who|whose|where|that|so|with|for|from|free|through|in|on|at|by|to|as|run|also|available|[a-z]{3,20}(?:ed|ing))(?:\s|$))"
    r"|,\s(?=[A-ZÀ-Þ][\w&.-]{1,30}(?:\s[A-ZÀ-Þ][\w&.-]{1,30}){0,3}['’]s\s(?:[a-z][\w-]{1,20}\s){1,6})"
    rf"|,\s(?={_COUNTED})"
    rf"|(?P<where>\s)(?=(?:at|in|on|across|en|dans|sur|em|nei|nelle|auf|w|na|v|в|на)\s{_NUMBER}[^\W\d_A-ZÀ-Þ]{{3}})"
    r"|,\s(?=[\"“‘]?[\w-]{2,20}[\"”’]?\s(?:for short|in short|in (?:common|daily|everyday|popular) (?:usage|use)))"
)


_STOP = re.compile(r"[.;\n]\s")


def end_of_name(text: str, start: int, stop: int) -> re.Match[str] | None:
    """What ends a name; no full stop within a sentence, as in "St. Mary Desk"."""
    found = _DELIMITER.finditer(text, start, stop)
    ends = (m for m in found if m[0] != "." or ends_sentence(text, m.start()))
    return next((m for m in ends if not m["where"] or " " in text[start : m.start()].strip()), None)


_TWO_THINGS = re.compile(
    r"[^,;:\n]{2,60}?\s(?:app|portal|website|web\ssite|platform|map|chatbot|aplicación|aplicativo|plataforma|plateforme|sitio|site)(?=\s(?:and|y|et|e|und|&)\s(?:the\s|our\s|el\s|la\s|le\s)?[A-ZÀ-Þ])"
)


def first_of_two(text: str, span: Span) -> Span:
    """The first of two things that an item names, where its noun tells that it ends: "Tram app and Town Walks"."""
    first = _TWO_THINGS.match(text, span.start, span.end)
    return Span(span.start, first.end()) if first else span


def parted(text: str, start: int, stop: int) -> bool:
    """Whether a sentence or a clause ends between a name and its link."""
    stops = _STOP.finditer(text, start, stop)
    return any(m[0][0] != "." or ends_sentence(text, m.start()) for m in stops)
