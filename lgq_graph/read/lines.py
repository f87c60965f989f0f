"""Lines of any format: odd characters evened out, and their tick boxes seen.

A block keeps its line as printed, with the glyph of its box: a "●" is a box under a choice and a bullet in a list, and
only the question tells which. A line with several boxes ("☒ Yes  ☐ No") gives several blocks of one line number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..model import Block, Look, MarkState

__all__ = [
    "MAX_LINES",
    "NUMBER",
    "blocks_of",
    "box_behind",
    "clean",
    "is_address",
    "labelled",
    "mark_of",
    "seam",
]

MAX_LINES = 5_000
"""No response has so many lines."""

_RUN_OF_SPACES = re.compile(r" {2,}")
_SPACES = dict.fromkeys(
    map(
        ord,
        "\x0c\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
    ),
    " ",
)
_INVISIBLE = dict.fromkeys(
    map(
        ord,
        "\xad\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\x1a\ufe0e\ufe0f",
    )
)
_CLEAN = {**_SPACES, **_INVISIBLE}

# The private-use characters are the boxes and ticks of Wingdings, as word processors paste them.
_TICKED = "☒☑✓✔✅🗹🗸⊠◉●🔘■\uf0fe\uf0fd\uf0fc\uf052"
_BARE = "☐□○◯⬜◻▢⚪\uf0a8\uf06f\uf071\uf0a3"
_GLYPH = rf"[{_TICKED}{_BARE}]"
_DRAWN = r"\[\s?[xX✓✔*•]?\s?\]|\(\s?[xX✓✔*•]?\s?\)|_{1,20}\s?[xX✓✔]\s?_{1,20}|_{3,20}(?!_)"
_BULLET = r"(?:[-–—*•·o]\s+|\(?(?:\d{1,3}|[a-zA-Z]{1,5})[.)]\s+)?"
_AT_START = re.compile(rf"{_BULLET}({_GLYPH}|(?:{_DRAWN})(?!\())")
_AT_END = re.compile(rf"({_GLYPH}|(?:^|(?<=[\s:.?]))(?:{_DRAWN}))$")
_ANY = re.compile(rf"{_GLYPH}|(?:^|(?<=\s))(?:{_DRAWN})(?!\()")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,2000}", re.I)
_WIDEST, _LINE_OF_BOXES = 45, 300


def clean(line: str) -> str:
    """A line with plain spaces, one at a time, without invisible characters and white space at its ends."""
    return _RUN_OF_SPACES.sub(" ", line.translate(_CLEAN)).strip()


def blocks_of(line: str, number: int, look: Look = Look.PLAIN) -> Iterator[Block]:
    """The blocks of a line as it stands in a file: none when it is blank, one for each tick box."""
    for piece in _pieces(clean(line)):
        if piece:
            yield Block(piece, number, mark_of(piece), look)


NUMBER = re.compile(r"(?:Q\s?)?\d{1,3}[.)]?", re.I)
"""What stands in a column of numbers."""


def labelled(number: str) -> str:
    """The number of a row as it stands before words."""
    return number if number.endswith((".", ")")) else f"{number}."


def seam(above: str, below: str) -> str:
    """What comes between two lines of a cell when its row is told in one: a dash where the second begins something new."""
    last = above.rsplit(maxsplit=1)[-1:] or [""]
    goes_on = len(last[0]) < 4 and last[0].islower()
    return " – " if last[0][-1:].isalnum() and below.lstrip()[:1].isupper() and not goes_on else " "


def is_address(text: str) -> bool:
    """Whether a text is an address and nothing else."""
    return _ADDRESS.fullmatch(text.strip()) is not None


def mark_of(text: str) -> MarkState | None:
    """What the box at the start of a line shows, or else the one at its end; None when there is none."""
    box = _AT_START.match(text) or _AT_END.search(text, max(0, len(text) - _WIDEST))
    return _state(box[1]) if box else None


def box_behind(text: str) -> bool:
    """Whether a box ends a line, and none begins it."""
    return (
        _AT_START.match(text.lstrip()) is None
        and _AT_END.search(text, max(0, len(text) - _WIDEST)) is not None
    )


def _state(box: str) -> MarkState:
    filled = box in _TICKED or (len(box) > 1 and box[1:-1].strip(" _") != "")
    return MarkState.SELECTED if filled else MarkState.NOT_SELECTED


def _pieces(line: str) -> tuple[str, ...]:
    """One option each, when a line holds several boxes; the boxes stand before their options, or after them."""
    boxes = list(_ANY.finditer(line)) if len(line) <= _LINE_OF_BOXES else []
    if len(boxes) < 2:
        return (line,)
    after = boxes[-1].end() == len(line) and not _AT_START.match(line)
    cuts = [0, *(box.end() if after else box.start() for box in boxes), len(line)]
    return tuple(line[start:end].strip() for start, end in pairwise(cuts))
