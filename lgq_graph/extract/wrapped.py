"""Text whose lines were broken at a width: the breaks within its sentences, told from those that end something."""

from __future__ import annotations

import re

__all__ = ["unwrapped"]

_WIDTHS = range(60, 131)
"""The widths at which people and mail programs break lines."""
_BREAK = re.compile(r"(?<=[^\s.:;!?])\n(?=[\w(\"“«„'‘])(?!\(?\w{1,3}[.)]\s)(?P<word>\S{1,60})")
"""A break that may lie within a sentence, and the word it stands before; no item of a list begins there."""


def unwrapped(text: str) -> str:
    """The text with a blank for each break at which the next word would not have fitted into the line.

    Only where most breaks are such, and most of these lie before a small letter or a digit: no list is so. The text stays
    as long as it was, and every place in it where it was.
    """
    lines = text.split("\n")
    width = max(map(len, lines))
    if width not in _WIDTHS:
        return text
    full = [match for match in _BREAK.finditer(text) if _is_full(text, match, width)]
    within = sum(not match["word"][0].isupper() for match in full)
    if 2 * len(full) < len(lines) - 1 or 2 * within < len(full):
        return text
    letters = list(text)
    for match in full:
        letters[match.start()] = " "
    return "".join(letters)


def _is_full(text: str, match: re.Match[str], width: int) -> bool:
    begins = text.rfind("\n", 0, match.start()) + 1
    return match.start() - begins + 1 + len(match["word"]) > width
