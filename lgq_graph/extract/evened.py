"""Characters that look alike, evened out before anything is matched: one code point for one, so that every place stays.

Hyphens that do not break, spaces of any width, full-width forms, the digits of all scripts, and what is typed for an
apostrophe. Dashes and quotation marks say something by their form and stay.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

__all__ = ["Letters", "even"]

_HYPHENS = "\u2010\u2011\ufe63\u1400"
_MINUS_IN_WORD = re.compile(r"\u2212(?<=[^\W\d_].)(?=[^\W\d_])")
_APOSTROPHE = re.compile(r"[\u02bc\u2032\u00b4\u0060\u201b\u2018\u02b9](?<=[^\W\d_].)(?=[^\W\d_])")


_SIGNS = dict.fromkeys(_HYPHENS, "-") | {"\u066a": "%", "\u066b": ".", "\u066c": ","}


def _evened(letter: str) -> str:
    category = unicodedata.category(letter)
    if category == "Nd":
        return str(unicodedata.decimal(letter))
    if "\uff01" <= letter <= "\uff5e":
        return chr(ord(letter) - 0xFEE0)
    return " " if category == "Zs" else _SIGNS.get(letter, letter)


class Letters(dict[int, str]):
    """What `str.translate` puts in place of each letter, worked out when a text has it."""

    def __init__(self, of: Callable[[str], str]) -> None:
        self._of = of

    def __missing__(self, point: int) -> str:
        found = self[point] = self._of(chr(point))
        return found


_TABLE = Letters(_evened)


def even(text: str) -> str:
    """The text as it is matched; the same length, and the same words at the same places."""
    if text.isascii():
        return text
    return _APOSTROPHE.sub("’", _MINUS_IN_WORD.sub("-", text.translate(_TABLE)))
