"""Printed lines: pieces of text with their look, and the blocks that they give."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from ...model import Block, Look
from ..lines import blocks_of, clean
from .links import shown_with

__all__ = ["Line", "Piece", "blocks", "in_lines", "joined"]

_SEPARATOR = re.compile(r"[\s/|,;]*(?:\bor\b[\s/|,;]*)?", re.I)
_ASKED = re.compile(r".*[?:*](?=\s|$)", re.S)
_LONGEST_ROW, _MOST_OPTIONS, _MOST_WORDS = 300, 8, 3
_NO_OPTION = re.compile(r"[.?:*!]|https?:")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of one look. `look` is None for what has none of its own: marks of lists, boxes, blanks."""

    text: str
    look: Look | None = Look.PLAIN
    target: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """What stands in one line; no piece has a line break or a target."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The words of the line."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def look(self) -> Look:
        """The look that all words of the line have in common."""
        looks = {piece.look for piece in self.pieces if piece.look}
        return looks.pop() if len(looks) == 1 else Look.PLAIN

    def stressed(self) -> Line:
        """The line on a ground that stresses it."""
        return Line(tuple(replace(p, look=Look.STRESSED) if p.look is Look.PLAIN else p for p in self.pieces))


def in_lines(pieces: Iterable[Piece]) -> Iterator[Line]:
    """The lines of a paragraph, each link with its target behind the words."""
    current: list[Piece] = []
    for piece in _linked(pieces):
        first, *rest = piece.text.split("\n")
        current.append(_part(piece, first))
        for text in rest:
            yield Line(tuple(current))
            current = [_part(piece, text)]
    yield Line(tuple(current))


def joined(lines: Iterable[Line], separator: str) -> Line:
    """Several lines as one."""
    pieces: list[Piece] = []
    for line in lines:
        pieces += [Piece(separator, None), *line.pieces] if pieces else line.pieces
    return Line(tuple(pieces))


def blocks(line: Line, number: int) -> Iterator[Block]:
    """The blocks of a line: by its boxes, or else by the looks of the options in it."""
    found = tuple(blocks_of(line.text, number, line.look))
    if len(found) != 1 or found[0].mark or len({piece.look for piece in line.pieces if piece.look}) < 2:
        yield from found
    elif options := _options(line):
        for text, look in options:
            yield from blocks_of(text, number, look)
    else:
        yield from blocks_of(_unstruck(line), number)


def _linked(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces of one link, which may be many, as one that ends in its target."""
    for target, group in groupby(pieces, key=lambda piece: piece.target):
        if not target:
            yield from group
            continue
        same = tuple(group)
        words = "".join(piece.text for piece in same)
        yield Piece(shown_with(words, target), Line(same).look)


def _part(piece: Piece, text: str) -> Piece:
    return Piece(text, piece.look if any(map(str.isalnum, text)) else None)


def _unstruck(line: Line) -> str:
    """The words that hold, where some are struck out."""
    return "".join(piece.text for piece in line.pieces if piece.look is not Look.STRUCK)


def _options(line: Line) -> list[tuple[str, Look]]:
    """The options in a row of which some stand out, with the question that may stand before them; else nothing.

    Joined by spaces they are the line again, so that nothing is lost where they are none.
    """
    if len(line.text) > _LONGEST_ROW:
        return []
    asked, rest = _cut(line)
    found = [(text, look) for text, look in _by_look(rest) if _SEPARATOR.fullmatch(text) is None]
    if not 1 < len(found) <= _MOST_OPTIONS:
        return []
    if any(_NO_OPTION.search(text) or len(text.split()) > _MOST_WORDS for text, _ in found):
        return []
    return ([(asked, Look.PLAIN)] if asked else []) + found


def _cut(line: Line) -> tuple[str, list[Piece]]:
    """The words up to the last sign that asks, and the pieces after it."""
    found = _ASKED.match(line.text)
    end, rest = found.end() if found else 0, []
    left = end
    for piece in line.pieces:
        rest.append(replace(piece, text=piece.text[left:]))
        left = max(0, left - len(piece.text))
    return clean(line.text[:end]), [piece for piece in rest if piece.text]


def _by_look(pieces: list[Piece]) -> list[tuple[str, Look]]:
    """Neighbours of one look together; what has none belongs to what stands before it."""
    found: list[tuple[str, Look]] = []
    for piece in pieces:
        look = piece.look or (found[-1][1] if found else Look.PLAIN)
        if found and found[-1][1] is look:
            found[-1] = found[-1][0] + piece.text, look
        else:
            found.append((piece.text, look))
    return found
