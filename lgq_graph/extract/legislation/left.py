"""To the left of a type word: its issuer, qualifiers or name, or a quoted title."""

from __future__ import annotations

import re

from ...model import Span
from .countries import country_names, fold
from .draft import Draft, Page
from .names import name_before
from .regions import is_named_region
from .words import ISSUER_WORDS, QUALIFIERS, QUOTED, word_set

__all__ = ["read_left"]

_TOPICS_OF_OFFICE = word_set(
    "open electronic digital smart safe sustainable green resilient inclusive good self mobile transparent"
)
"""Before "government" or "city" these make a topic, not an office: "Electronic Government Law"."""
_LOCAL = re.compile(
    r"(?<!\w)(?!(?i:the|city|municipal|council|county|district|town|our|this|under|by)\s)[A-ZÀ-Þ][\w'’-]+\sLocal$"
)
"""Before "Law": a law of a council, with its own name: "Footpaths Local Law"."""
_QUOTE_BEFORE = re.compile(r"[\"“«]([^\"”»\n]{2,300})[\"”»]\s$")


def read_left(page: Page, draft: Draft, floor: int) -> None:
    """Issuer, qualifiers or name in front of the type word; or a quoted title."""
    name = name_before(page.text, max(floor, draft.head.start - 160), draft)
    if name is None:
        _quoted_before(page, draft, floor)
        return
    words = name.of(page.text)
    draft.start = name.start
    if draft.type == "law" and _LOCAL.search(words):
        draft.title, draft.titled_by = Span(name.start, draft.head.end), "name"
        draft.words.append("local")
    elif _is_issuer(page, draft, words):
        draft.words.append(words)
        _quoted_before(page, draft, floor)
    else:
        draft.title, draft.titled_by = Span(name.start, draft.head.end), "name"


def _is_issuer(page: Page, draft: Draft, words: str) -> bool:
    """Whether the words before the type word say who made it, and are no name of it."""
    parts = words.lower().split()
    if draft.type in ("code", "constitution", "charter") or (
        draft.type == "law" and parts[-1] == "municipality"
    ):
        return False
    if all(part in QUALIFIERS for part in parts) or fold(words) in country_names():
        return True
    if draft.type != "act" and page.iso2 and is_named_region(words, page.iso2):
        return True
    if page.city and fold(words).removesuffix(" city") == page.city.removesuffix(" city"):
        return True
    while parts[-1] in ("framework", "basic", "executive", "emergency"):
        parts.pop()
    topic = len(parts) > 1 and parts[-2] in _TOPICS_OF_OFFICE
    return parts[-1] in ISSUER_WORDS and not topic and draft.type != "act"


def _quoted_before(page: Page, draft: Draft, floor: int) -> None:
    """A title in quotes directly before: the "Open Data" Ordinance."""
    if draft.type not in QUOTED or draft.start == 0 or page.text[draft.start - 1] not in (" ", "\xa0"):
        return
    opener = {'"': '"', "”": "“", "»": "«"}.get(page.text[max(0, draft.start - 2)], "")
    at = page.text.rfind(opener, max(floor, draft.start - 302), draft.start - 2) if opener else -1
    if at >= 0 and (match := _QUOTE_BEFORE.match(page.text[at : draft.start])):
        draft.title, draft.titled_by = Span(*match.span(1)).shift(at), "quote"
        draft.start = at
