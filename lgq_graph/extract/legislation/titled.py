"""A title to the right of a type word: in quotes, or as a phrase such as "on Open Data"."""

from __future__ import annotations

import re

from ...model import Span
from .draft import Draft, Page
from .walk import walk_capitals, walk_small
from .words import word_set

__all__ = ["read_phrase", "read_quote"]

_NEVER_STARTS_TITLE = word_set("""
    its our their his her which that this behalf top account time how what request demand hand board average monday
    tuesday wednesday thursday friday saturday sunday portal website platform internet site page web official line
    one each any all it them us every
""")
_QUOTE = re.compile(
    r"\s{0,2}[,:–—-]?\s{0,2}(?:(?:entitled|titled|called|named|known as|on|about|«о»)\s)?"
    r"(?:\"(?!\s)([^\"\n]{2,400})\"|“([^”\n]{2,400})”|«([^»\n]{2,400})»|„([^“”\n]{2,400})[“”]|‘([^’\n]{2,400})’|'(?=[A-Z])([^'\n]{2,200})'(?!\w))"
)
_ABOUT = re.compile(r"(?i)(?:on|about|concerning|regarding|for|of|amending|о|об|sobre|relati\w+)\s")
"""How the title of a law begins. After a comma, quotes that begin otherwise are the next thing of a list."""
_ON = re.compile(
    r"(?i),?\s(?=((?:on|concerning|regarding|respecting|about|relating to|regulating|governing|determining|prescribing|setting|fixing|establishing|for|sobre|relati(?:f|ve|vo|va) (?:à|al?|aux?)|portant|amending|providing for|to(?=\s(?:amend|modernize|modernise|provide|establish|regulate|promote|protect|ensure|enact|reform|prevent|repeal|foster|implement|secure|govern|facilitate|consolidate|improve|strengthen|combat|enhance)\s)|по|о|об)\s"
    r"(?:the\s|a\s|la\s|el\s)?)([^\W_][\w'’-]{1,40}))"
)

_FORMAL = ("respecting", "to ", "amending", "providing for")
"""Titles in the manner of Westminster, whose nouns may have capitals and its other words have none."""


def read_quote(page: Page, draft: Draft) -> bool:
    match = (
        None
        if draft.titled_by in ("quote", "on") or draft.type == "code"
        else _QUOTE.match(page.text, draft.end)
    )
    if not match or match.lastindex is None:
        return False
    words = match[match.lastindex]
    start = match.start(match.lastindex) + len(words) - len(words.lstrip())
    title = Span(start, match.start(match.lastindex) + len(words.rstrip(" ,.;")))
    listed = page.text[draft.end : match.end()].lstrip()[:1] in (",", "-", "–", "—") and not _ABOUT.match(
        words
    )
    if listed or title.start >= title.end:
        return False
    draft.title, draft.titled_by, draft.end = title, "quote", match.end()
    return True


def read_phrase(page: Page, draft: Draft) -> bool:
    """A title without quotes: "on Open Data". With the type word right before it, that word is part of the title."""
    untitled = (draft.title is None or _has_one_word(page, draft)) and draft.type != "constitution"
    match = _ON.match(page.text, draft.end) if untitled else None
    if (
        not match
        or match[2].lower() in _NEVER_STARTS_TITLE
        or match[2][0].isdigit()
        or match.start(2) in page.dates
    ):
        return False
    capital = match[2][0].isupper()
    if match[1].lower().startswith("for") and not capital:
        return False
    formal = match[1].lower().startswith(_FORMAL)
    end = (walk_small if formal or not capital else walk_capitals)(page, match.end(1))
    if end <= match.start(2):
        return False
    contiguous = not draft.number and not draft.date and not draft.issued and draft.capital
    draft.title = Span(draft.start if contiguous else match.start(1), end)
    draft.titled_by, draft.end = "on", end
    return True


def _has_one_word(page: Page, draft: Draft) -> bool:
    """A name of one word with nothing read after it: "Danish Act", which may go on "on Digital Post"."""
    word = page.text[draft.start : max(draft.start, draft.head.start - 1)]
    return draft.titled_by == "name" and " " not in word and draft.end == draft.head.end
