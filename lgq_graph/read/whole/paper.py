"""The letters of a PDF in the order in which pdfium has them, whether they are shown or not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ...model import Fate, Stretch
from ..pdf.source import lines_in

__all__ = ["stretches"]

_MARGIN, _SHORT = 0.15, 14
_DIGITS = re.compile(r"\d+")
_FURNITURE = "head or foot of the page"
_PROPERTY, _PROPERTIES = "property", "properties of the file, which may name people"
_BREAK = "hyphen of a word that is broken over lines"


def stretches(data: bytes, name: str) -> Iterator[Stretch]:
    """Every line, field and note of every page."""
    lines = list(lines_in(data, name))
    margins = Counter(_key(line["text"]) for line in lines if _is_in_margin(line))
    for line in lines:
        place = f"page {line['page'] + 1}"
        if line["reason"] == _PROPERTY:
            yield Stretch("", line["text"], _PROPERTIES, Fate.WITHHELD)
            continue
        yield Stretch(place, line["hyphen"], _BREAK, unless_read=True)
        if line["reason"]:
            yield Stretch(place, line["text"], line["reason"])
        elif _is_in_margin(line) and (margins[_key(line["text"])] > 1 or _is_small(line)):
            yield Stretch(place, line["text"], _FURNITURE, Fate.FURNITURE, unless_read=True)
        else:
            yield Stretch(place, line["text"])


def _key(text: str) -> str:
    return _DIGITS.sub("0", "".join(text.split()))


def _is_in_margin(line: dict[str, object]) -> bool:
    share = float(line["share"])  # type: ignore[arg-type]
    return 0 <= share < _MARGIN or 1 - _MARGIN < share <= 1


def _is_small(line: dict[str, object]) -> bool:
    text = str(line["text"]).strip()
    return bool(line["edge"]) or (len(text) <= _SHORT and any(map(str.isdigit, text)))
