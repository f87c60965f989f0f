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
    unquoted = start + (text[start : start + 1] in ('"', "”", "»"))
    if called := _FOR_SHORT.match(text, unquoted):
        return (Span(*called.span("short")),)
    if called := _QUOTED_BRACKET.match(text, unquoted):
        return (Span(*called.span("name")),)
    initials = _INITIALS.match(text, start) or _SAID_ANEW.match(text, start)
    if initials and spells(initials["short"], text[max(0, start - 90) : start].rpartition("\n")[2]):
        return (Span(*initials.span("short")),)
    bracket = _BRACKET.match(text, start, stop)
    return _bracketed(text, start, bracket.end(), stop) if bracket else ()


_BRACKET = re.compile(r"\s{0,2}\(\s{0,2}(?:[Aa]bbr\w*[.:]?\s{1,2}|also known as\s{1,2}|formerly\s{1,2})?")
_UNION_NUMBER = re.compile(r"\)\s(?:[Nn]\S{1,3}\s)?\d{2,4}/\d")
"""What shows that a bracket is a part of a number: "(EU) 2018/1724"."""
_LINKED = re.compile(r"[,;]?\s{0,2}<?(?:https?:|www\.)")


def _bracketed(text: str, start: int, begin: int, stop: int) -> tuple[Span, ...]:
    """What opens a bracket, from `begin`, if it is short for the name that ends at `start`, is spelled by it, or stands before a link."""
    end = next((i for i in range(begin, min(stop, len(text))) if text[i] in "(),;<>"), min(stop, len(text)))
    if _UNION_NUMBER.match(text, end):
        return ()
    words = text[begin:end]
    count = len(words.split())
    short = _ABBREVIATION.match(words)
    if short and count <= 4:
        return (Span(begin, begin + short.end(1)),)
    spelled = re.search(r"\S{2,15}$", text[max(0, start - 16) : start])
    whole = spelled is not None and count <= 12 and spells(spelled[0], words)
    capitals = 0 < count <= 3 and all(word[:1].isupper() for word in words.split())
    linked = capitals and _LINKED.match(text, end, end + 12) and not words.startswith(("http", "www"))
    return (tidy(text, Span(begin, end)),) if whole or linked else ()
