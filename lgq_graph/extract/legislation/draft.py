"""What reading goes through: the page, which stays, and the draft of a citation, which grows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ...model import Span
from ..dates import find_dates
from .countries import country_names, fold

__all__ = ["Draft", "Page", "names_city", "read_page", "text_before"]

_SQUARE = re.compile(r"(?<=\w )\[(?=[A-Z])([^\[\]()\n]{2,80})\](?!\()")
"""A bracket behind a word that is as good as a round one: "Archives Act 2007 [Act 680]"; no note "[3]", no label of a link."""
_URL = re.compile(r"(?i)(?:https?://|www\.)[^\s<>\"”»]{1,2000}")


@dataclass(slots=True)
class Draft:
    """A citation while it is read. `end` moves right; `words` are those that tell the level."""

    type: str
    head: Span
    start: int
    end: int
    capital: bool = True
    plural: bool = False
    title: Span | None = None
    titled_by: str = ""
    number: str = ""
    marked: bool = False
    date: str = ""
    words: list[str] = field(default_factory=list)
    issued: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A text with its URLs blanked out, the dates by where they start, and whose city it is."""

    text: str
    dates: dict[int, tuple[int, str]]
    iso2: str
    city: str


def read_page(text: str, iso2: str, month_first: bool, city: str) -> Page:
    blank = _SQUARE.sub(r"(\1)", _URL.sub(lambda match: "\ue000" * len(match[0]), text))
    found = find_dates(blank, month_first=month_first)
    dates = {mention.span.start: (mention.span.end, mention.iso) for mention in found}
    own = fold(city)
    return Page(blank, dates, iso2.upper(), "" if own in country_names() else own)


def text_before(text: str, at: int, size: int) -> str:
    """At most `size` characters before a place."""
    return text[max(0, at - size) : at]


def names_city(page: Page, words: str) -> bool:
    return bool(page.city) and re.search(rf"(?<!\w){re.escape(page.city)}(?!\w)", fold(words)) is not None
