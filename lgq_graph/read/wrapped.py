"""Lines that were wrapped at a width, as mail and printable versions are, made paragraphs again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from .lines import mark_of

__all__ = ["unwrapped"]

_WIDTHS = range(50, 131)
_MARKED = 9
"""By how much a line can be longer than the width: a box that was drawn when it was wrapped already."""
_FEWEST, _BOX, _HOST = 5, 7, 14
_ITEM = re.compile(r"(?:[*•●▪■◦‣·►➢✓>|#]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{2,5})[.)])(?=\s|[^\W\d])")
_LABEL = re.compile(r"[A-ZÀ-Þ][\w&’' -]{2,40}:\s|<?(?:https?://|www\.)\S{3,400}\s[–—-]\s")
"""How a line of its own begins: with a label, or an address before what it is."""
_WAITS = (":", ",", "(", "–", "—", "-")
_DASHED = re.compile(r"[-–—](?=\s|[^\W\d])")
_UNENDED = re.compile(r"\s[^\W\d_]{1,4}$")
"""Small words and short forms, behind which a number is one of the sentence: "and", "SDG"."""
_ADDRESS = re.compile(r"https?://|www\.")


def unwrapped(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Each line that is not blank with its number from 1; of a text that was wrapped, what goes on as one with it."""
    lines = [line.rstrip() for line in lines]
    width = _width(lines)
    first, parts = 0, list[str]()
    for number, line in enumerate(lines, start=1):
        if width and parts and lines[number - 2] and _goes_on(parts, line, width):
            parts.append(line.lstrip())
            continue
        if parts:
            yield first, " ".join(parts)
        first, parts = number, [line] if line else []
    if parts:
        yield first, " ".join(parts)


def _width(lines: Sequence[str]) -> int:
    """The width at which a text was wrapped; 0 when it was not: some line is longer, or hardly any goes on."""
    longest = max((len(line) for line in lines if "://" not in line), default=0)
    if longest not in _WIDTHS:
        return 0
    broken = [(above, below) for above, below in pairwise(lines) if above and below]
    full = {
        width: [below for above, below in broken if len(above) <= width and _goes_on([above], below, width)]
        for width in range(longest - _MARKED, longest + 1)
    }
    width = max(full, key=lambda width: (len(full[width]), width))
    within = sum(not below.lstrip()[0].isupper() for below in full[width])
    return width if len(full[width]) >= max(_FEWEST, within) and 2 * within >= len(full[width]) else 0


def _goes_on(above: Sequence[str], below: str, width: int) -> bool:
    """Whether a line goes on with the lines of a paragraph: its first word had no room, and it begins nothing."""
    below = below.lstrip()
    if not below or not _is_full(above[-1], below, width) or "\t" in above[-1] + below:
        return False
    boxed = mark_of(above[-1].strip()) or (mark_of(below[:_BOX]) and any(map(str.islower, below)))
    return not (boxed or above[-1].endswith(("*", "?")) or _begins(above, below))


def _is_full(above: str, below: str, width: int) -> bool:
    """Whether the first word of a line had no room in the one above. Of an address behind a full stop a part counts, for it
    can stand alone."""
    word = below.split(" ", 1)[0]
    alone = above.endswith((".", ";")) and _ADDRESS.match(word)
    fits = len(above) <= width + _MARKED or "://" in above  # an address is not broken, however long
    return fits and len(above) + 1 + (min(len(word), _HOST) if alone else len(word)) > width


def _begins(above: Sequence[str], below: str) -> bool:
    """Whether a line begins an item, and not the words that go on with a full line."""
    if _DASHED.match(below):
        paragraph = " ".join(above).lstrip()
        goes_on = f" {below[0]} " in paragraph or below[1:].lstrip()[:1].islower()
        return paragraph[0] == below[0] or not goes_on or paragraph.endswith((".", ":", ";"))
    if _LABEL.match(below):
        last = above[-1][-1:]
        return last not in _WAITS and not (last.isalnum() and below[0].isupper())
    item = _ITEM.match(below)
    numbered = below[0].isdigit() and _UNENDED.search(above[-1][-6:])
    return item is not None and not numbered and not _counted(item[0], above)


def _counted(label: str, above: Sequence[str]) -> bool:
    """Whether the item before one stands within the paragraph above, with which it goes on: "… 1. one, 2. two"."""
    digits = label.strip("().")
    before = f" {label.replace(digits, str(int(digits) - 1))} " if digits.isdecimal() else "\0"
    return before in " ".join(above)
