"""The instrument as which a law was published: "the Markets Bye-Laws, 2019, published as S.I. No. 5 of 2019 on 3 May 2019"."""

from __future__ import annotations

import re
from dataclasses import replace

from .dated import read_date
from .draft import Draft, Page
from .numbered import take_number
from .patterns import CLOSING, NUMBER

__all__ = ["read_published"]

_INSTRUMENT = (
    r"(?:(?:S\.?\s?I\.?|L\.?\s?[IN]\.?|G\.?\s?N\.?|P\.?\s?N\.?)(?!\w)|(?:Statutory|Legislative|Constitutional|Executive)\sInstrument"
    r"|(?:Legal|Government|General|Provincial|Gazette|Municipal|Local\sAuthority)\sNotice)"
)
"""What a law below an act is printed as in the countries of the Commonwealth."""
_PUBLISHED = re.compile(
    r",?\s\(?(?:(?:which|that)\s)?(?:(?:is|are|was|were|has been|have been)\s)?(?:published|gazetted|promulgated|issued|notified|made|enacted|passed|registered)\s"
    rf"(?:(?:as|by|under|in|through|vide)\s(?:the\s)?(?P<notice>{_INSTRUMENT})|as\s(?:the\s)?(?:Act|Law|Decree|Ordinance|Regulation|By-?law|Bye-law))"
    rf"|,\s(?P<beside>{_INSTRUMENT})"
)
_MADE_BY_INSTRUMENT = frozenset(("regulation", "bylaw", "order", "rule"))
_LIST_GOES_ON = re.compile(r",?\s(?:and|or)\s(?:the\s)?[A-Z]")


def read_published(page: Page, draft: Draft) -> bool:
    """The number of the instrument is that of the law; what it is made *under* is another law, unless it is a notice."""
    match = _PUBLISHED.match(page.text, draft.end) if draft.title and not draft.number else None
    number = NUMBER.match(page.text, match.end()) if match else None
    if not match or not number or "(" in number["lead"]:
        return False
    inner = replace(draft, end=match.end(), date="", words=[])
    take_number(inner, number)
    told = [read_date(page, inner) for _ in range(2)]  # its year, and then the day
    if not (number["mark"] or any(told)) or not _is_one(page, draft, inner, match):
        return False
    closing = CLOSING.match(page.text, inner.end) if "(" in match[0][:3] else None
    draft.number, draft.date, draft.marked = inner.number, inner.date or draft.date, True
    draft.end = closing.end() if closing else inner.end
    return True


def _is_one(page: Page, draft: Draft, inner: Draft, match: re.Match[str]) -> bool:
    """Whether the year told twice is one, and what stands just beside it is no next law of a list."""
    if not inner.date.startswith(draft.date[:4] if inner.date else ""):
        return False
    if match["beside"]:
        return draft.type in _MADE_BY_INSTRUMENT and not _LIST_GOES_ON.match(page.text, inner.end)
    return True
