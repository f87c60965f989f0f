"""Where a law was printed, as its number: "BGBl. I Nr. 44/2001", "Official Gazette No. 31"; or the code that an office gave it."""

from __future__ import annotations

import re

from .draft import Draft, Page
from .patterns import MARKER

__all__ = ["NOT_A_LAW_AFTER", "read_gazette"]

_PAPER = (
    r"(?:(?:[A-Z][\w-]{2,14}\s){0,3}(?:Law\s|Government\s)?(?:Gazette|Bulletin|Journal)(?:\sof\s(?:the\s)?[A-Z]\w{2,20}(?:\s[A-Z]\w{2,20}){0,2})?"
    r"|[A-Z]{1,3}(?:GBl|gbl|Bl|bl|VBl)\.?|[A-Z]GBL\.?|Dz\.\s?U\.|Narodne\snovine|NN|SFS|Stb\.|Staatsblad|Journal\sofficiel|Di[aá]rio\sOficial|BOE|G\.\s?N\.)"
)
_GAZETTE = re.compile(
    rf"(?:[,;–—]?\s{{0,2}}\(?|\s\()(?:published\sin\s(?:the\s)?|in\s(?:the\s)?)?{_PAPER}(?:\s[IVX]{{1,4}}(?!\w))?(?:,?\s(?:series|part|issue|vol\.?)\s\w{{1,6}})?"
    rf"[,:]?\s{{0,2}}(?:(?P<mark>{MARKER})\s{{0,2}})?(?P<number>\d{{1,6}}(?:\s?[/–-]\s?\d{{2,4}})?)(?![\w%]|[.,/]\d)"
)
_CODE = re.compile(
    r"\s{0,2}\((?P<number>[A-ZÀ-Þ]{1,5}(?:[-/][A-ZÀ-Þ]{1,5}){0,3}[\s-]\s?\d{1,6}(?:[/-]\d{1,4}){1,2})\)"
)
NOT_A_LAW_AFTER = re.compile(
    r"\s(?:Gazette|Bulletin|Journal|Reports?|School|Faculty|Firm|Society|Enforcement)(?!\w)"
)
"""What makes the word before it no law: "Federal Law Gazette"."""


def read_gazette(page: Page, draft: Draft) -> bool:
    """The number under which a law was printed is its number, when it has no other; the words are a part of its citation."""
    told = draft.title or draft.number or draft.date
    match = _GAZETTE.match(page.text, draft.end) if told else None
    if match and not (match["mark"] or "/" in match["number"] or "-" in match["number"]):
        match = None
    code = None if match or draft.number or not told else _CODE.match(page.text, draft.end)
    found = match or code
    if not found or (
        match
        and page.text[match.end() : match.end() + 1] != ")"
        and "(" in page.text[draft.end : draft.end + 3]
    ):
        return False
    draft.number = draft.number or re.sub(r"\s?([/–-])\s?", r"\1", found["number"])
    draft.marked = True
    closes = match is not None and page.text[match.end() : match.end() + 1] == ")" and "(" in match[0]
    draft.end = found.end() + closes
    return True
