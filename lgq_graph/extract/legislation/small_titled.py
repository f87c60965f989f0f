"""A name in small letters right behind its type word, as Dutch writes it: "Wet open overheid", "Verordening op de wijkraden 2022"."""

from __future__ import annotations

import re

from ...model import Span
from ..name_words import is_common
from .draft import Draft, Page

__all__ = ["read_small_title"]

_HEADS = frozenset("Wet Besluit Verordening Regeling".split())
_WORD = r"(?:[a-zà-ÿ][\w'’-]{0,30}|[A-ZÀ-Þ][\w'’-]{1,30})"
_SMALL = re.compile(
    rf"(?P<words>\s(?!(?:of|on|for|from|the|that|this|which|and|is|was|has|to|with|at|by|nr)\s)[a-zà-ÿ][\w'’-]{{0,30}}(?:\s{_WORD}){{0,9}}?)(?P<year>\s(?:19|20)\d\d)?"
    r"(?=[,;:.)\n\"”]|\s?[(\ue000]|\s(?:of|van|from)\s\d|\s(?:and|is|was|are|were|has|which|that|applies|regulates|requires|gives|obliges)\s|\s?$)"
)
_SHORT = re.compile(r"\s\([A-Z][A-Za-z]{1,7}\)")
_DATED = re.compile(r"\s(?:of|van|from)\s\d|,?\s\(?(?:Stb\.|Staatsblad)|\s\([A-Z][A-Za-z]{1,7}\)")


def read_small_title(page: Page, draft: Draft) -> bool:
    """The words up to a sign that ends a name, with their year; not all words of English: "Wet roads and floors"."""
    if draft.title or draft.number or draft.head.of(page.text) not in _HEADS or draft.end != draft.head.end:
        return False
    match = _SMALL.match(page.text, draft.end)
    if not match or (draft.type == "law" and _may_be_english(page.text, match)):
        return False
    short = _SHORT.match(page.text, match.end())
    draft.title, draft.titled_by = Span(draft.start, match.end()), "called"
    draft.end = short.end() if short else match.end()
    return True


def _may_be_english(text: str, match: re.Match[str]) -> bool:
    """Whether "Wet" may be the adjective: "Wet floors", "Wet roads and squares"."""
    words = match["words"].lower().split()
    dated = _DATED.match(text, match.end())
    return (len(words) < 2 and not dated) or all(
        is_common(word) or is_common(word.removesuffix("s")) for word in words
    )
