"""Many strings looked for at once, in bytes of any kind: as they are, in UTF-16, and as other formats escape them.

Each eight bytes of a block, at every eighth place, are looked up among all eights of all strings: a string of fifteen bytes or more holds one
of them wherever it stands. So the time goes with the length of the block, not with the number of strings. Shorter ones are looked for one by one.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import BinaryIO
from urllib.parse import quote

__all__ = ["Needles"]

_STEP = 8
_LONG = 2 * _STEP - 1
_BLOCK = 1 << 22


class Needles:
    """Strings to look for; none has a character that a format escapes for its own sake, such as a quotation mark."""

    def __init__(self, strings: Iterable[str]) -> None:
        self.strings = frozenset(strings)
        self._short: dict[bytes, str] = {}
        self._eights: dict[int, set[bytes]] = defaultdict(set)
        self._long: dict[bytes, str] = {}
        for text in self.strings:
            for form in _forms(text):
                self._note(form, text)
        self._overlap = max(map(len, (*self._short, *self._long)), default=1) - 1

    def _note(self, form: bytes, text: str) -> None:
        if len(form) < _LONG:
            self._short[form] = text
            return
        self._long[form] = text
        for start in range(len(form) - _STEP + 1):
            self._eights[int.from_bytes(form[start : start + _STEP], sys.byteorder)].add(form)

    def found(self, data: bytes) -> set[str]:
        """Those that stand in some bytes."""
        whole = memoryview(data)[: len(data) // _STEP * _STEP]
        near = self._eights.keys() & set(whole.cast("Q")) if whole else set()
        forms = set().union(*(self._eights[eight] for eight in near))
        long = {self._long[form] for form in forms if form in data}
        return long | {text for form, text in self._short.items() if form in data}

    def found_in(self, file: BinaryIO) -> set[str]:
        """Those that stand in a file, of which no more than a block is held."""
        found, kept = set[str](), b""
        while block := file.read(_BLOCK):
            found |= self.found(kept + block)
            kept = (kept + block)[-self._overlap :] if self._overlap else b""
        return found


def _forms(text: str) -> Iterator[bytes]:
    """A string as files may have it."""
    yield text.encode()
    yield text.encode("utf-16-le")
    yield text.encode("utf-16-be")
    if not text.isascii() or " " in text:
        yield quote(text).encode()
    if not text.isascii():
        yield json.dumps(text)[1:-1].encode()
        yield "".join(map(_turtle, text)).encode()
        yield text.encode("ascii", "xmlcharrefreplace")


def _turtle(letter: str) -> str:
    number = ord(letter)
    return letter if number < 128 else f"\\u{number:04X}" if number < 1 << 16 else f"\\U{number:08X}"
