"""What a thing is called for short or in other words, right behind its name."""

from __future__ import annotations

import re

from ..model import Span
from .chunks import tidy
from .head_ends import ANEW
from .wording import spells

__all__ = ["before_initials", "before_short", "gloss_aliases"]

_FOR_SHORT = re.compile(
    r",\s(?:or\s)?[\"“‘]?(?P<short>[\w-]{2,20}(?:\s[A-Z][\w-]{0,20}){0,2})[\"”’]?(?:\s(?:for short|in short|for brevity|in (?:common|daily|everyday|popular) (?:usage|use|speech)))(?=\W|$)"
)
"""What a thing is called for short, behind its name: "Permit System, PerSys for short"."""
_INITIALS = re.compile(r",\s(?P<short>[A-Z][A-Z0-9-]{1,9})(?=\s?(?:[(<\[:;]|$)|\s?$)")
_SAID_ANEW = re.compile(rf",?\s\(?{ANEW}[,:]?\s(?P<short>[A-Z][\w&-]{{1,11}})(?![\w-])")
"""A name's own initials behind what leads to them: "Plan Approval System, i.e. PAS"."""
_QUOTED_BRACKET = re.compile(r"\s{0,2}\([\"“‘«](?P<name>[A-ZÀ-Þ][^\"“”‘’«»()\n]{1,60})[\"”’»]\)")
"""Another name in quotes behind a name: "Denuncias Norwood (“Town Complaints”)"."""
_ABBREVIATION = re.compile(r"([A-Z][A-Z0-9&.-]{1,11})(?=\s*$|\s*[,;]|\s+\w)")


def before_initials(text: str, span: Span) -> int | None:
    """Where a name ends whose own initials a comma parts from it: "Ventanilla Única Social, VUS"."""
    called = _INITIALS.search(text, max(span.start, span.end - 14), span.end)
    fits = called is not None and spells(called["short"], text[span.start : called.start()])
    return called.start() if called and fits else None


def before_short(text: str, floor: int, end: int) -> int:
    """Where a name ends before what it is called for short, which stands right before a place."""
    called = next(
        (
            c
            for c in _FOR_SHORT.finditer(text, max(floor, end - 70), end)
            if not text[c.end() : end].strip(" (<[,")
        ),
        None,
    )
    if called:
        return called.start()
    start = max(floor, end - 90)
    return before_initials(text, Span(start, start + len(text[start:end].rstrip(" (<[:")))) or end


def gloss_aliases(text: str, start: int, stop: int) -> tuple[Span, ...]:
    """Other names in the bracket right after a name: "(CCC)", "(short name, https://…)", or behind it, "CC for short"."""
    if called := _FOR_SHORT.match(text, start + (text[start : start + 1] in ('"', "”", "»"))):
        return (Span(*called.span("short")),)
    if quoted_name := _QUOTED_BRACKET.match(text, start + (text[start : start + 1] in ('"', "”", "»"))):
        return (Span(*quoted_name.span("name")),)
    named = text[max(0, start - 90) : start].rpartition("\n")[2]
    initials = _INITIALS.match(text, start) or _SAID_ANEW.match(text, start)
    if initials and spells(initials["short"], named):
        return (Span(*initials.span("short")),)
    bracket = re.match(
        r"\s{0,2}\(\s{0,2}(?:[Aa]bbr\w*[.:]?\s{1,2}|also known as\s{1,2}|formerly\s{1,2})?", text[start:stop]
    )
    if not bracket:
        return ()
    begin, stop = start + bracket.end(), min(stop, len(text))
    end = next((i for i in range(begin, stop) if text[i] in "(),;<>"), stop)
    words = text[begin:end]
    short = _ABBREVIATION.match(words)
    if short and len(words.split()) <= 4:
        return (Span(begin, begin + short.end(1)),)
    capitals = all(word[:1].isupper() for word in words.split()) and 0 < len(words.split()) <= 3
    spelled = re.search(r"\S{2,15}$", text[max(0, start - 16) : start])
    if spelled and spells(spelled[0], words) and len(words.split()) <= 12:
        return (tidy(text, Span(begin, end)),)
    before_link = re.match(r"[,;]?\s{0,2}<?(?:https?:|www\.)", text[end : end + 12])
    return (
        (tidy(text, Span(begin, end)),)
        if capitals and before_link and not words.startswith(("http", "www"))
        else ()
    )
