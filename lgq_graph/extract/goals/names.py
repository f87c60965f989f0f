"""The short names of the goals as cities print them, and the gloss that a name makes behind a number."""

from __future__ import annotations

import re

from ..alternatives import first_of
from .official import ALL_NAMES
from .pieces import BLANK, EDGE, GAP

__all__ = ["ANY_NAME", "GLOSS", "NAME", "NAME_AFTER", "named_after", "named_before"]


def _flexible(name: str) -> str:
    """A short name as cities print it: “&”, a hyphen or a comma more or less, the singular."""
    name = name.replace(",", ",?").replace(" and ", ",? (?:and|&) ").replace(" ", BLANK)
    for printed, pattern in (
        ("l-b", "l[ -]?b"),
        ("inequalities", "inequalit(?:ies|y)"),
        ("partnerships", "partnerships?"),
    ):
        name = name.replace(printed, pattern)
    return name


_PATTERNS = {goal: "|".join(map(_flexible, names)) for goal, names in ALL_NAMES.items()}
_FIRST = first_of(name for names in ALL_NAMES.values() for name in names)
ANY_NAME = rf"(?i:{'|'.join(_PATTERNS.values())})(?!\w)"
NAME = re.compile(
    rf"(?i){_FIRST}{EDGE}(?<!-)(?:{'|'.join(f'(?P<n{goal}>{names})' for goal, names in _PATTERNS.items())})(?![\w-])"
)
GLOSS = (
    rf"{GAP}(?:[(\[][^()\[\]\r\n]{{0,120}}[)\]]|[:–—-]?{GAP}(?:[\"“«„][^\"“”«»\r\n]{{0,120}}[\"”»]"
    rf"|[‘'][^‘’'\r\n]{{0,120}}[’'])|[:.–—-]?{GAP}{ANY_NAME})"
)
NAME_AFTER = re.compile(rf"{GAP}[:.,(–—-]?{GAP}[\"“«‘']?({ANY_NAME})")


_NAME_BEFORE = re.compile(rf"(?<![\w-])({ANY_NAME})[\"”»’']?{GAP}[(\[,–—]{GAP}(?:UN{BLANK})?$")
_LONGEST = 80


def named_before(text: str, start: int) -> int:
    """The goal whose short name stands right before, set off by a bracket, comma or dash, or 0."""
    shown = _NAME_BEFORE.search(text[max(0, start - _LONGEST) : start])
    name = NAME.match(shown[1]) if shown else None
    return int((name.lastgroup or "n0")[1:]) if name else 0


def named_after(text: str, end: int) -> int:
    """The goal whose short name comes next, or 0."""
    shown = NAME_AFTER.match(text, end)
    name = NAME.match(text, shown.start(1)) if shown else None
    return int((name.lastgroup or "n0")[1:]) if name else 0
