"""A bracket after a citation: its number, its name or its abbreviation."""

from __future__ import annotations

import re
from dataclasses import replace

from ...model import Span
from .dated import read_date
from .draft import Draft, Page
from .numbered import take_number
from .patterns import CLOSING, NUMBER

__all__ = ["read_bracket"]

_OPENING = re.compile(
    r"\s{0,2}\((?:the\s)?(?P<head>(?:[A-Z][\w-]{1,20}\s){0,3}(?:Act|Law|Decree|Ordinance|Republic Act|Ley|Lei)(?=\s)\s?)?"
)
_NAME_IN_BRACKET = re.compile(
    r"\s{0,2}\((?:the\s|[“\"])?([A-Z][^()\n\"”]{2,90}\s(?:Act|Law|Ordinance|By-?law|Code|Regulations?|Decree))[”\"]?\)"
)
_ABBREVIATION = re.compile(r"\s{0,2}\((?:the\s)?[\"“]?[A-Z][A-Za-z0-9&./-]{0,12}[A-Z][A-Za-z]?[\"”]?\)")


def read_bracket(page: Page, draft: Draft) -> bool:
    """A bracket that cites the same law: "(Act No. 30 of 2011)", "(FOIL)", "(Open Data Law)"; never one with a link."""
    opening = _OPENING.match(page.text, draft.end)
    if not opening:
        return False
    inner = replace(draft, end=opening.end(), words=list(draft.words), date="")
    number = None if draft.number else NUMBER.match(page.text, opening.end())
    if (
        number
        and not number["lead"]
        and (opening["head"] or number["mark"] or not number["number"].isdigit())
    ):
        take_number(inner, number)
        inner.marked = True
        read_date(page, inner)
        if closing := CLOSING.match(page.text, inner.end):
            draft.number, draft.date, draft.marked = inner.number, draft.date or inner.date, True
            draft.end = closing.end()
            return True
    return _read_name_in_bracket(page, draft) or _read_abbreviation(page, draft)


def _read_name_in_bracket(page: Page, draft: Draft) -> bool:
    match = _NAME_IN_BRACKET.match(page.text, draft.end) if draft.number and not draft.title else None
    if match:
        draft.title, draft.titled_by, draft.end = Span(*match.span(1)), "quote", match.end()
    return bool(match)


def _read_abbreviation(page: Page, draft: Draft) -> bool:
    match = _ABBREVIATION.match(page.text, draft.end) if draft.title or draft.number else None
    if match:
        draft.end = match.end()
    return bool(match)
