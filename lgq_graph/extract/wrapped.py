"""Text whose lines were broken at a width: the breaks within its sentences, told from those that end something."""

from __future__ import annotations

import re

__all__ = ["unwrapped"]

_WIDTHS = range(60, 131)
"""The widths at which people and mail programs break lines."""
_BREAK = re.compile(
    r"(?<=[^\s.:;!?])\n(?!\(?\w{1,3}[.)]\s|\S{1,40}:\s)(?P<word>(?:(?P<address>https?:|www\.)|[\w(\"“«„'‘])\S{0,60})"
)
"""A break that may lie within a sentence, and the word it stands before: no item or label begins there."""


_LEADS_ON = re.compile(r"\s(?:[a-zà-ÿ]{1,2}|the|and|for|del|los|las|les|des|der|die|und|que|dos)$")
"""How a line ends that must go on."""


def unwrapped(text: str) -> str:
    """The text with a blank for each break at which the next word would not have fitted into the line.

    Only where most breaks are such, and most of these must lie within a sentence: no list is so. The text stays as long as
    it was, and every place in it where it was.
    """
    lines = text.split("\n")
    width = max(map(len, lines))
    if width not in _WIDTHS:
        return text
    full = [match for match in _BREAK.finditer(text) if _is_full(text, match, width)]
    within = sum(_is_within(text, match) for match in full)
    if 2 * len(full) < len(lines) - 1 or 2 * within < len(full):
        return text
    letters = list(text)
    for match in full:
        letters[match.start()] = " "
    return "".join(letters)


def _is_full(text: str, match: re.Match[str], width: int) -> bool:
    """Whether the word does not fit into the line before it, which is no row of a table."""
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    return len(line) + 1 + len(match["word"]) > width and not re.search(r"[|\t]", line)


def _is_within(text: str, match: re.Match[str]) -> bool:
    small = match["word"] == match["word"].lower() and not match["address"]
    return small or bool(_LEADS_ON.search(text, max(0, match.start() - 4), match.start()))
