"""What a name means, in quotation marks behind it, which is no name: 'Zaba Zuba ("good road" in Ga)'."""

from __future__ import annotations

import re

from ..model import Span

__all__ = ["before_meaning", "is_meaning"]

_OPEN, _CLOSE = '["“«„‘]', '["”»“’]'
_TONGUE = r"\s(?:in|en|auf|em)\s(?:the\s)?[A-ZÀ-Þ][\w'’-]{1,20}(?:\s[Ll]anguage)?(?=\s?[),.;:–—-]|\s(?:is|was|and|has)\s|$)"
_IN_TONGUE = re.compile(_CLOSE + _TONGUE)
_BEHIND_NAME = re.compile(rf"\w(?:\s?[(,]|\s[–—-])\s?{_OPEN}$")
_MEANS = re.compile(
    rf"\b(?:(?:is|was|est|es|é|ist)\s[A-ZÀ-Þ][\w-]{{1,20}}\s(?:for|pour|para|für)|meaning|means|literally|translated\sas|qui\ssignifie|que\ssignifica|was\sbedeutet)\s{_OPEN}$"
)
_MEANING = re.compile(rf"(?:,\s|\s\(|\s[–—-]\s){_OPEN}[^\"“”«»„\n]{{2,80}}{_IN_TONGUE.pattern}")


def is_meaning(text: str, span: Span) -> bool:
    """Whether quoted words in small letters only say what the name before them means."""
    words, near = span.of(text), max(0, span.start - 60)
    if not words.islower():
        return False
    if _MEANS.search(text, near, span.start):
        return True
    return bool(_BEHIND_NAME.search(text, near, span.start) and _IN_TONGUE.match(text, span.end))


def before_meaning(text: str, span: Span) -> int | None:
    """Where a name ends in a stretch that goes on with what it means: 'Zaba Zuba, "good road" in Ga'."""
    meaning = _MEANING.search(text, span.start, min(span.start + 100, len(text)))
    return meaning.start() if meaning and meaning.start() < span.end else None
