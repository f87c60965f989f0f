"""The lines of a text in Markdown, its signs told from its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_lowercase, ascii_uppercase

from ...model import Stretch
from ..txt import decode
from .reasons import COMMENT

__all__ = ["stretches"]

_UNREAD = re.compile(
    r"(?P<markup></?[a-z][^<>\n]{0,2000}>)|(?P<definition>^ {0,3}\[[^\]\n]{1,200}\]:[^\n]*$)|(?P<name>(?<=\])\[[^\]\n]{1,200}\])"
    r"|(?P<struck>~~[^~\n]{1,2000}~~)|^ {0,3}(?:`{3,9}|~{3,9}) {0,9}(?P<language>\w[^\n`]{0,80})$"
    r"|(?<=\])\((?P<target>[^()\s]{1,2000})(?=[)\s])"
    r"|(?P<entity>&#?\w{1,31};)|(?P<title>(?<=\S )\"[^\"\n]{0,200}\"(?=\)))",
    re.I | re.M,
)
_SMALL = str.maketrans(ascii_uppercase, ascii_lowercase)
"""Letters of tags alone: "İ" in small letters would be two, and all places behind it wrong."""
_PROGRAM = "program or style sheet"
_REASONS = {
    "markup": "tag of HTML",
    "definition": "definition of a link",
    "name": "name of a link",
    "struck": "struck out",
    "language": "language of code",
    "target": "where a link leads",
    "entity": "character told by its name",
    "title": "explanation behind words",
}
_CELL = re.compile(r"\||(?:\\\||[^|])+")
_SIGNS = '-#*_`~|>[]()\\+=:!<."'
_APART = (("<!--", "-->", COMMENT), ("<script", "</script>", _PROGRAM), ("<style", "</style>", _PROGRAM))


def stretches(data: bytes, name: str) -> Iterator[Stretch]:
    """Every line, and apart from it what Markdown does not show: of this, what is shown nevertheless counts as read."""
    text, number = decode(data, name), 1
    for part, reason in _parts(text):
        if reason:
            yield Stretch(f"line {number}", part, reason)
        else:
            yield from _shown(part, number)
        number += part.count("\n")


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """The text in turns of what may be shown and of what never is, with the reason."""
    done, lowered = 0, text.translate(_SMALL)
    for start, end, reason in sorted(span for what in _APART for span in _between(lowered, *what)):
        if start >= done:
            yield text[done:start], ""
            yield text[start:end], reason
            done = end
    yield text[done:], ""


def _between(text: str, opens: str, closes: str, reason: str) -> Iterator[tuple[int, int, str]]:
    at = 0
    while (start := text.find(opens, at)) >= 0 and (end := text.find(closes, start)) >= 0:
        at = end + len(closes)
        yield start, at, reason


def _shown(text: str, number: int) -> Iterator[Stretch]:
    done = 0
    for found in _UNREAD.finditer(text):
        yield from _lines(text[done : found.start()], number)
        number += text.count("\n", done, found.start())
        yield Stretch(f"line {number}", found[0], _REASONS[str(found.lastgroup)], unless_read=True)
        done = found.end()
        number += found[0].count("\n")
    yield from _lines(text[done:], number)


def _lines(text: str, first: int) -> Iterator[Stretch]:
    for number, line in enumerate(text.split("\n"), first):
        for cell in _CELL.findall(line) if line.lstrip().startswith("|") else (line,):
            yield Stretch(f"line {number}", cell, signs=_SIGNS)
