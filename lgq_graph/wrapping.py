"""Lines that were broken at a width and are one: of a text that a program printed, of a paragraph of Markdown, of an answer that came out of a mail.

Such a line is full: the first word of the next one had no room on it. Among lines that nobody broke that is rare; and a list of lines as long as each
other, where it is not, never ends one with "of the" or begins one with "and".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

__all__ = ["WIDTHS", "is_full", "paragraphs", "width_of"]

WIDTHS = range(50, 131)
_SHARE, _WITHIN, _LONG = 0.6, 0.4, 0.6
"""What share of the lines that could go on must be full, of how many of these the sentence must go on, and how long a line is that can, as a share of the width."""
_LONGEST_WORD = 30
"""What is longer is an address, or the line of a script that parts no words."""
_ADDRESS = re.compile(r"\s*[<(\[]{0,2}(?:https?://|www\.|[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/)\S")
_BARE = re.compile(r"\s*(?:https?://|www\.)")
_ENDS_IN_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,500}$")
_COLUMNS = re.compile(r"^\s*\||\S(?:\t| {3,})\S")
_WANTS_MORE = re.compile(
    r"(?i)(?<!\w)(?:goals?|sdgs?|ods|odd|targets?|nos?|nr|n[°º]|art(?:icle|[ií]culo|igo)?|section|law"
    r"|and|or|of|to|in|by|from|than|about|over|the|an?|for|with|at|on|as|is|are|its|our|their|which|that"
    r"|y|el|l[aeo]s?|del?|que|por|para|con|una?|se|su|e|d[ao]s?|em|n[ao]s?|com|et|des|du|aux?|pour|avec|sur|und|d(?:er|ie|as|en|em)|von|mit|für|zu[mr]?|im|di|della?|per"
    r"|и|в|на|с|по|для|о|от|из|к|за|не|что|или|في|من|على|إلى|أن|عن)\.?$"
)
"""Words with which no line ends of itself: a number behind them begins no item, and a list has none of them at its ends."""
_GOES_ON = re.compile(
    r"\s*(?:and|or|of|than|which|that|y|o|del?|que|et|ou|des|du|und|von|oder|и|или|что|из|من|أو)\s"
)
"""Words with which no item of a list begins."""
_ASKED = re.compile(r"[?*]$")
"""How a question ends, below which the answer stands."""
_ENDS = frozenset(".!?;:)")
_NUMBER = re.compile(r"\s*\(?(\d{1,2})[.)]\s")
_LABEL = re.compile(r"\s*[A-ZÀ-Þ][\w&’' -]{2,40}:\s")
_DASH = re.compile(r"\s*([-–—])(?:\s(?:[<(]?https?:|(?=[^\W\dA-ZÀ-Þ])))?")
"""A dash, and what it begins where it stands within a sentence: an address, or words in small letters."""
_ITEM = re.compile(
    r"\s*(?:[*•·▪▸▹◦●○■□◆◇➢➤►▶‣→⇒»✓✔☞|\u2460-\u2473]|o\s|\(?(?:\d{1,3}(?:\.\d{1,2})?\s?[°ºªo]?|[A-Za-z]|[ivxIVX]{1,5})(?:[.)]|[°ºª](?=\s))(?:\s|$))"
)


def is_full(line: str, after: str, width: int) -> bool:
    """Whether the first word of the next line had no room on this one."""
    word = next(iter(after.split(maxsplit=1)), "")
    fits = len(line) + 1 + len(word) <= width
    return width > 0 and not fits and (len(word) <= _LONGEST_WORD or _is_address(word))


def paragraphs(
    lines: Sequence[str], fewest: int, apart: Callable[[str, str], bool] = lambda line, after: False
) -> Iterator[tuple[int, str]]:
    """The lines of a text, those that were broken made one again, each with the number of its first line, from 1.

    All stay as they are unless so many, the `fewest`, were broken. `apart` tells two lines that are none for another reason.
    """
    lines = [line.rstrip() for line in lines]
    width, waiting, first = width_of(lines, fewest), "", 0
    for number, (line, after) in enumerate(pairwise([*lines, ""]), start=1):
        waiting, first = (f"{waiting} {line.strip()}", first) if waiting else (line, number)
        goes_on = is_full(line, after, width) and _may_go_on(line, after, width, waiting)
        if not goes_on or apart(line, after):
            yield first, waiting
            waiting = ""


def width_of(lines: Sequence[str], fewest: int) -> int:
    """The width at which a text was broken; 0 when it was not. An address that has no room stands out of it."""
    width = max((len(line) for line in lines if "://" not in line), default=0)
    if width not in WIDTHS:
        return 0
    joined = [(a, b) for a, b in pairwise(lines) if _may_go_on(a, b, width)]
    full = [(a, b) for a, b in joined if is_full(a, b, width)]
    tells = any(_WANTS_MORE.search(a) or _GOES_ON.match(b) for a, b in full)
    if len(full) < max(fewest, _SHARE * len(joined)) or not tells:
        return 0
    return width if sum(_is_within(a, b) for a, b in full) >= _WITHIN * len(full) else 0


def _is_within(line: str, after: str) -> bool:
    """Whether a sentence goes on over the end of a line, as a small letter or the last word tells."""
    word = next(iter(after.split(maxsplit=1)), "")
    small = word == word.lower() and any(map(str.isalpha, word)) and not _is_address(word)
    return small or _WANTS_MORE.search(line) is not None


def _may_go_on(line: str, after: str, width: int, before: str = "") -> bool:
    """Whether the next line can go on with a long one: neither is part of a table, and it begins nothing new.

    `before` is what the line goes on with, and the line.
    """
    if not (line.strip() and after.strip()) or _COLUMNS.search(line) or _COLUMNS.search(after):
        return False
    if _BARE.match(after) and (_BARE.match(before or line) or _ENDS_IN_ADDRESS.search(line)):
        return False  # a list of addresses
    if len(line) > width and not _is_within(line, after):
        return False  # an address had no room, and so told nothing
    long = len(line) >= _LONG * width or _is_address(after)
    return long and not _ASKED.search(line) and not _begins(before or line, line, after)


def _begins(before: str, line: str, after: str) -> bool:
    """Whether a line begins an item or has a label: not with a number that the sentence wants, nor with a dash within it."""
    if _LABEL.match(after):
        return line[-1] in _ENDS
    if dash := _DASH.match(after):
        within = dash.end() > dash.end(1) and before.lstrip()[0] != dash[1] and line[-1] not in _ENDS
        return not within
    return _ITEM.match(after) is not None and not (_WANTS_MORE.search(line) or _counts(before, after))


def _counts(before: str, after: str) -> bool:
    """Whether a line begins with a number of a list that runs on within the paragraph: "… 2. two" before "3. three"."""
    number = _NUMBER.match(after)
    return number is not None and re.search(rf"\S {int(number[1]) - 1}[.)] ", before) is not None


def _is_address(text: str) -> bool:
    """Whether a line begins with an address, in brackets or behind the name that it belongs to: "Portal](https://…"."""
    return "://" in next(iter(text.split(maxsplit=1)), "") or _ADDRESS.match(text) is not None
