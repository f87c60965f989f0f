"""Plain text: decoded, cut into lines, and its tick boxes seen.

A block keeps its line as printed, with the glyph of its box: a "●" is a box under a choice and a bullet in a list, and
only the question tells which. A line with several boxes ("☒ Yes  ☐ No") gives several blocks of one line number.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from itertools import pairwise

from ..errors import InputError
from ..model import Block, Document, MarkState

__all__ = ["READS", "mark_of", "read_text"]

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SAMPLE = 4096
_SAVE_AS = "save the response as plain text in UTF-8"

_LINE_END = re.compile(r"\r\n|[\r\n\x0b\x85\u2028\u2029]")
_RUN_OF_SPACES = re.compile(r" {2,}")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\ufffe\uffff]")
_SPACES = dict.fromkeys(
    map(
        ord,
        "\x0c\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
    ),
    " ",
)
_INVISIBLE = dict.fromkeys(
    map(
        ord,
        "\xad\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\x1a\ufe0e\ufe0f",
    )
)
_CLEAN = {**_SPACES, **_INVISIBLE}

# The private-use characters are the boxes and ticks of Wingdings, as word processors paste them.
_TICKED = "☒☑✓✔✅🗹🗸⊠◉●🔘■\uf0fe\uf0fd\uf0fc\uf052"
_BARE = "☐□○◯⬜◻▢⚪\uf0a8\uf06f\uf071\uf0a3"
_GLYPH = rf"[{_TICKED}{_BARE}]"
_DRAWN = r"\[\s?[xX✓✔*•]?\s?\]|\(\s?[xX✓✔*•]?\s?\)|_{1,20}\s?[xX✓✔]\s?_{1,20}|_{3,20}(?!_)"
_BULLET = r"(?:[-–—*•·o]\s+|(?:\d{1,2}|[a-z])[.)]\s+)?"
_AT_START = re.compile(rf"{_BULLET}({_GLYPH}|(?:{_DRAWN})(?!\())")
_AT_END = re.compile(rf"({_GLYPH}|(?:^|(?<=[\s:.?]))(?:{_DRAWN}))$")
_ANY = re.compile(rf"{_GLYPH}|(?:^|(?<=\s))(?:{_DRAWN})(?!\()")
_WIDEST, _LINE_OF_BOXES = 45, 300


def read_text(data: bytes, name: str) -> Document:
    """The lines of a text in UTF-8, UTF-16 or Windows-1252, stripped, without the blank ones.

    Odd spaces become plain ones, soft hyphens and other invisible characters go; line numbers count from 1.
    InputError, naming the file and the place, when the bytes are no text or nothing is written in them.
    """
    text = _decode(data, name)
    lines = enumerate(_LINE_END.split(text), start=1)
    blocks = tuple(
        block
        for number, line in lines
        for block in _blocks(_RUN_OF_SPACES.sub(" ", line.translate(_CLEAN)).strip(), number)
    )
    if not blocks:
        raise InputError("there is no text in the file", file=name, hint="export the response again")
    return Document(name, blocks)


READS = {".txt": read_text, ".text": read_text, ".md": read_text}


def mark_of(text: str) -> MarkState | None:
    """What the box at the start of a line shows, or else the one at its end; None when there is none."""
    box = _AT_START.match(text) or _AT_END.search(text, max(0, len(text) - _WIDEST))
    return _state(box[1]) if box else None


def _state(box: str) -> MarkState:
    filled = box in _TICKED or (len(box) > 1 and box[1:-1].strip(" _") != "")
    return MarkState.SELECTED if filled else MarkState.NOT_SELECTED


def _decode(data: bytes, name: str) -> str:
    """The text, by its byte order mark, else as UTF-16, UTF-8 or Windows-1252, whichever fits first."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strictly(data, len(bom), encoding, name)
    if encoding_seen := _silent_utf16(data[:_SAMPLE]):
        return _strictly(data, 0, encoding_seen, name)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        # UTF-8 up to here and then not: a damaged file, for no one writes "Ã¡" on purpose.
        return _strictly(data, 0, "cp1252" if data[: error.start].isascii() else "utf-8", name)
    return _strictly(data, 0, "utf-8", name)


def _silent_utf16(sample: bytes) -> str | None:
    """UTF-16 without a byte order mark: the other byte of nearly every Latin letter is NUL."""
    pairs = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if pairs and odd > 0.3 * pairs and even < 0.05 * pairs:
        return "utf-16-le"
    return "utf-16-be" if pairs and even > 0.3 * pairs and odd < 0.05 * pairs else None


def _strictly(data: bytes, skip: int, encoding: str, name: str) -> str:
    """The text after `skip` bytes, which has no byte that no text has."""
    try:
        text = data[skip:].decode(encoding)
    except UnicodeDecodeError as error:
        message, place = f"the text is not {encoding}: {error.reason}", _place(data, skip + error.start)
        raise InputError(message, file=name, place=place, hint=_SAVE_AS) from error
    text = text.rstrip("\x1a\x00")
    if control := _CONTROL.search(text):
        message = f"not a text: there is a control character U+{ord(control[0]):04X}"
        byte = skip + len(text[: control.start()].encode(encoding))
        raise InputError(message, file=name, place=_place(data, byte), hint=_SAVE_AS)
    return text


def _place(data: bytes, byte: int) -> str:
    """Where a byte stands, counted from 1."""
    line = len(re.findall(rb"\r\n?|\n", data[:byte])) + 1
    return f"byte {byte + 1}, line {line}"


def _blocks(line: str, number: int) -> Iterator[Block]:
    for piece in _pieces(line):
        if piece:
            yield Block(piece, number, mark_of(piece))


def _pieces(line: str) -> tuple[str, ...]:
    """One option each, when a line holds several boxes; the boxes stand before their options, or after them."""
    boxes = list(_ANY.finditer(line)) if len(line) <= _LINE_OF_BOXES else []
    if len(boxes) < 2:
        return (line,)
    after = boxes[-1].end() == len(line) and not _AT_START.match(line)
    cuts = [0, *(box.end() if after else box.start() for box in boxes), len(line)]
    return tuple(line[start:end].strip() for start, end in pairwise(cuts))
