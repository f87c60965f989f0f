"""The order of speech of words that stand in the order of sight, as scripts from right to left need it.

Only lines with such letters come here. Right-to-left stretches are turned round, digits and Latin words in them are not,
and brackets, which are printed as they look, become what they mean.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

__all__ = ["has_rtl", "in_order", "is_rtl"]

_RTL = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_PIECES = re.compile(
    r"(?P<R>[\u0590-\u065f\u066a-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+)|(?P<N>[\d\u0660-\u0669\u06f0-\u06f9]+(?:[.,:/%][\d\u0660-\u0669\u06f0-\u06f9]+)*%?)"
    r"|(?P<L>[^\W\d_]+)|(?P<O>.)",
    re.S,
)
_MIRROR = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_OPEN, _CLOSE = "([{", ")]}"

Piece = tuple[str, str, int]
"""Text, kind (R, L, N, or O for other) and the word it comes from."""


def has_rtl(text: str) -> bool:
    """Whether there is a letter of a script from right to left."""
    return not text.isascii() and _RTL.search(text) is not None


def is_rtl(text: str) -> bool:
    """Whether most letters are of such a script."""
    return len(_RTL.findall(text)) > sum(char.isalpha() for char in text) / 2


def in_order(words: Sequence[str]) -> list[tuple[str, int]]:
    """The pieces of words in the order of speech, each with the word that it comes from."""
    pieces = list(_pieces(words))
    base = is_rtl("".join(words))
    told = list(_turned(pieces, base))
    if base and not _balanced(told):  # the file gives brackets as they are meant
        told = [(text.translate(_MIRROR), word) if len(text) == 1 else (text, word) for text, word in told]
    return told


def _pieces(words: Sequence[str]) -> Iterator[Piece]:
    for index, word in enumerate(words):
        if "://" in word:
            yield word, "L", index
            continue
        for found in _PIECES.finditer(word):
            yield found[0], found.lastgroup or "O", index


def _turned(pieces: list[Piece], base: bool) -> Iterator[tuple[str, int]]:
    """Runs of one direction, the last first when the line runs to the left."""
    levels = _levels(pieces, base)
    runs: list[list[int]] = []
    for index, level in enumerate(levels):
        if runs and levels[runs[-1][-1]] == level:
            runs[-1].append(index)
        else:
            runs.append([index])
    for run in reversed(runs) if base else runs:
        to_left = levels[run[0]] == "R"
        for index in reversed(run) if to_left else run:
            text, kind, word = pieces[index]
            yield (_backwards(text, kind) if to_left else text), word


def _levels(pieces: list[Piece], base: bool) -> list[str]:
    """The direction of each piece: digits and signs go with what stands on both sides, else with the line."""
    strong = [kind if kind in "RL" else "" for _, kind, _ in pieces]
    line = "R" if base else "L"
    before, after = [line] * len(strong), [line] * len(strong)
    for index in range(1, len(strong)):
        before[index] = strong[index - 1] or before[index - 1]
    for index in range(len(strong) - 2, -1, -1):
        after[index] = strong[index + 1] or after[index + 1]
    return [
        kind or (one if one == other else line)
        for kind, one, other in zip(strong, before, after, strict=True)
    ]


def _backwards(text: str, kind: str) -> str:
    """A piece turned round: letters with the marks on them; digits stay as they are."""
    if kind == "N":
        return text
    if kind != "R":
        return text.translate(_MIRROR)
    clusters: list[str] = []
    for char in reversed(text):
        if clusters and unicodedata.combining(char) and not unicodedata.combining(clusters[-1][0]):
            clusters[-1] += char
        else:
            clusters.append(char)
    return "".join(clusters)


def _balanced(told: list[tuple[str, int]]) -> bool:
    depth = 0
    for text, _ in told:
        depth += (text in _OPEN) - (text in _CLOSE) if text else 0
        if depth < 0:
            return False
    return True
