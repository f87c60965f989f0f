"""The number of a law: with its "No.", or bare where it can be no count and no year."""

from __future__ import annotations

import re

from .draft import Draft, Page
from .patterns import NUMBER, OF_YEAR, YEARS_OF_LAWS
from .words import word_set

__all__ = ["holds_date", "read_number", "take_number"]

_NUMBERED_BARE = word_set("law act decree ordinance bylaw")
"""Types whose bare whole number cites: "Law 25", but not "Rule 5"."""
_COMPOSITE = re.compile(r"(?:19|20)\d\d-\d{1,5}|\d{1,5}/(?:19|20)\d\d")


def read_number(page: Page, draft: Draft) -> bool:
    match = (
        None
        if draft.number or draft.type in ("constitution", "charter", "code")
        else NUMBER.match(page.text, draft.end)
    )
    if not match or (
        match["lead"].endswith("(") and not match["lead"].strip(" (") and not _closes(page, match)
    ):
        return False
    sure = bool(match["mark"] or match["union"])
    if not sure and not _bare_number_cites(page, draft, match):
        return False
    take_number(draft, match)
    draft.marked = sure
    if match["lead"].endswith("("):
        draft.end = match.end() + 1
    return True


def _closes(page: Page, match: re.Match[str]) -> bool:
    """Whether it is a number in brackets, as "(No. 31)", "(306/2019)" and "(12) of 2019" are; "(24)" may be anything."""
    closed = page.text[match.end() : match.end() + 1] == ")" and not holds_date(page, match)
    return closed and bool(
        match["mark"] or re.search(r"[/.:]", match["number"]) or OF_YEAR.match(page.text, match.end() + 1)
    )


def _bare_number_cites(page: Page, draft: Draft, match: re.Match[str]) -> bool:
    """Whether a number without "No." is the law's: directly after the type word, and not a count or a year."""
    if match["lead"].endswith("("):
        return True
    apart = draft.end > draft.head.end and draft.titled_by in ("quote", "on")
    if draft.date or match["lead"] not in (" ", "\xa0"):
        return False
    if not draft.capital:
        return draft.type in _NUMBERED_BARE and bool(
            OF_YEAR.match(page.text, match.end()) or _COMPOSITE.fullmatch(match["number"])
        )
    if apart:
        return re.fullmatch(r"\d{1,5}/\d{4}", match["number"]) is not None
    if OF_YEAR.match(page.text, match.end()) or not match["number"].isdigit():
        return True
    value = int(match["number"])
    if draft.titled_by == "name" and (value < 100 or value in YEARS_OF_LAWS):
        return False
    return draft.type in _NUMBERED_BARE or bool(draft.words)


def holds_date(page: Page, match: re.Match[str]) -> bool:
    """Whether what could be a number is a date behind some letters: "DG 12/05/2020"."""
    return any(len(page.dates.get(at, (0, ""))[1]) == 10 for at in range(*match.span("number")))


def take_number(draft: Draft, match: re.Match[str]) -> None:
    draft.number = re.sub(r"\s(?=[/–-])|(?<=[/–-])\s", "", match["number"])
    if match["union"]:
        draft.words.append("EU")
    draft.end = match.end()
