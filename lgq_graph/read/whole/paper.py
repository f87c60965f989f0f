"""The letters of a PDF in the order in which pdfium has them, whether they are shown or not."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby

from ...model import Fate, Stretch
from ..pdf.page import Page
from ..pdf.source import lines_in, pages_of
from .reasons import HEAD_OR_FOOT, PROPERTIES

__all__ = ["stretches"]

_MARGIN, _SHORT = 0.15, 14
_DIGITS = re.compile(r"\d+")
_PROPERTY = "property"
_BULLET, _HYPHEN = re.compile(r"\s*[^\w\s(\"“«'\[]?\s|\s*o\s"), re.compile(r"(?<=\w)[-‐\xad]\s*$")
_SIGN, _STRUCK = "bullet of a list", "struck out"
_BREAK = "hyphen of a word that is broken over lines"


def stretches(data: bytes, name: str) -> Iterator[Stretch]:
    """Every line, field and note of every page."""
    lines = list(lines_in(data, name))
    struck = _struck(pages_of(data, name))
    margins = Counter(_key(line["text"]) for line in lines if _is_in_margin(line))
    for line in lines:
        place = f"page {line['page'] + 1}"
        if line["reason"] == _PROPERTY:
            yield Stretch("", line["text"], PROPERTIES, Fate.WITHHELD)
            continue
        yield Stretch(place, line["hyphen"], _BREAK, unless_read=True)
        if line["reason"]:
            yield Stretch(place, line["text"], line["reason"])
        elif _is_in_margin(line) and (margins[_key(line["text"])] > 1 or _is_small(line)):
            yield Stretch(place, line["text"], HEAD_OR_FOOT, Fate.FURNITURE, unless_read=True)
        else:
            yield from _told(place, line["text"], struck[line["page"]])


def _told(place: str, text: str, struck: str) -> Iterator[Stretch]:
    """A line, apart from it the words that are struck out, its bullet, and the hyphen at which its last word is broken."""
    bullet, end = _BULLET.match(text), _HYPHEN.search(text)
    begin, stop = bullet.end() if bullet else 0, end.start() if end else len(text)
    yield Stretch(place, text[:begin], _SIGN, unless_read=True)
    rest = text[begin:stop]
    for gone, words in groupby(rest.split(), key=lambda word: word in struck):
        yield Stretch(place, " ".join(words), _STRUCK if gone else "", unless_read=gone)
    yield Stretch(place, text[stop:], _BREAK, unless_read=True)


def _struck(pages: Iterable[Page]) -> defaultdict[int, str]:
    """The words of each page through which a line is drawn, without the spaces between them."""
    found: defaultdict[int, str] = defaultdict(str)
    for page in pages:
        found[page.number] += "".join(word.text for word in page.words if word.struck)
    return found


def _key(text: str) -> str:
    return _DIGITS.sub("0", "".join(text.split()))


def _is_in_margin(line: dict[str, object]) -> bool:
    share = float(line["share"])  # type: ignore[arg-type]
    return 0 <= share < _MARGIN or 1 - _MARGIN < share <= 1


def _is_small(line: dict[str, object]) -> bool:
    text = str(line["text"]).strip()
    return bool(line["edge"]) or (len(text) <= _SHORT and any(map(str.isdigit, text)))
