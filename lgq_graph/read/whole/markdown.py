"""The lines of a text in Markdown, its signs told from its words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Stretch
from ..txt import decode

__all__ = ["stretches"]

_UNREAD = re.compile(
    r"(?P<comment><!--.{0,20000}?-->)|(?P<program><(?P<tag>script|style)\b.{0,20000}?</(?P=tag)>)|(?P<markup></?[a-z][^<>\n]{0,2000}>)"
    r"|(?<=\])\((?P<target>[^()\s]{1,2000})(?=[)\s])"
    r"|(?P<entity>&#?\w{1,31};)|(?P<title>(?<=\S )\"[^\"\n]{0,200}\"(?=\)))",
    re.I | re.S,
)
_REASONS = {
    "comment": "comment",
    "program": "program or style sheet",
    "markup": "tag of HTML",
    "target": "where a link leads",
    "entity": "character told by its name",
    "title": "explanation behind words",
}
_CELL = re.compile(r"\||[^|]+")
_SIGNS = '-#*_`~|>[]()\\+=:!<."'
_NEVER = ("comment", "program")


def stretches(data: bytes, name: str) -> Iterator[Stretch]:
    """Every line, and apart from it what Markdown does not show: of this, what is shown nevertheless counts as read."""
    text = decode(data, name)
    done = 0
    for found in _UNREAD.finditer(text):
        yield from _lines(text, done, found.start())
        kind = found.lastgroup if found.lastgroup in _REASONS else "program"
        yield Stretch(_place(text, found.start()), found[0], _REASONS[kind], unless_read=kind not in _NEVER)
        done = found.end()
    yield from _lines(text, done, len(text))


def _lines(text: str, start: int, end: int) -> Iterator[Stretch]:
    first = text.count("\n", 0, start) + 1
    for number, line in enumerate(text[start:end].split("\n"), first):
        for cell in _CELL.findall(line) if line.lstrip().startswith("|") else (line,):
            yield Stretch(f"line {number}", cell, signs=_SIGNS)


def _place(text: str, at: int) -> str:
    return f"line {text.count(chr(10), 0, at) + 1}"
