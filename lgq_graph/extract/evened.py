"""Characters that look alike, evened out before anything is matched: one code point for one, so that every place stays.

Hyphens that do not break, spaces of any width, full-width forms, the digits of all scripts, and what is typed for an
apostrophe. Dashes and quotation marks say something by their form and stay.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["even"]

_HYPHENS = "\u2010\u2011\ufe63\u1400"
_MINUS_IN_WORD = re.compile(r"(?<=[^\W\d_])\u2212(?=[^\W\d_])")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])[\u02bc\u2032\u00b4\u0060\u201b\u2018\u02b9](?=[^\W\d_])")


def _table() -> dict[int, str]:
    table = {ord(hyphen): "-" for hyphen in _HYPHENS} | {n: chr(n - 0xFEE0) for n in range(0xFF01, 0xFF5F)}
    for point in range(0x80, 0x20000):
        category = unicodedata.category(chr(point))
        if category == "Nd":
            table[point] = str(unicodedata.decimal(chr(point)))
        elif category == "Zs":
            table[point] = " "
    return table | {0x066A: "%", 0x066B: ".", 0x066C: ","}


_TABLE = _table()


def even(text: str) -> str:
    """The text as it is matched; the same length, and the same words at the same places."""
    if text.isascii():
        return text
    return _APOSTROPHE.sub("’", _MINUS_IN_WORD.sub("-", text.translate(_TABLE)))
