"""Plain text: decoded and cut into lines, or into the paragraphs that a program broke at a width."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from itertools import islice

from ..errors import InputError
from ..model import Document
from ..wrapping import paragraphs
from .lines import MAX_LINES, blocks_of, box_behind, mark_of

__all__ = ["READS", "decode", "read_text"]

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SAMPLE = 4096
_FEWEST_BROKEN = 8
_OTHERS = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a zip, as Word documents and workbooks are",
    b"\xd0\xcf\x11\xe0": "a file of Office 97 to 2003",
    b"{\\rtf": "rich text (RTF)",
}
"""What other files begin with, some of which would pass for a text."""

_SAVE_AS = "save the response as plain text in UTF-8"

_BULLET = re.compile(r"([ \t]{0,40})([-–—*•·])(?=[ \t]+(?![\[(]?[ xX]?[\])])[^\s☐☑☒□■○●])")
_SET_IN = 2
_LINE_END = re.compile(r"\r\n|[\r\n\x0b\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\ufffe\uffff]")


def read_text(data: bytes, name: str) -> Document:
    """The lines of a text in UTF-8, UTF-16 or Windows-1252, stripped, without the blank ones.

    Odd spaces become plain ones, soft hyphens and other invisible characters go; line numbers count from 1.
    InputError, naming the file and the place, when the bytes are no text or nothing is written in them.
    """
    text = decode(data, name)
    lines = paragraphs(list(_levelled(_LINE_END.split(text))), _FEWEST_BROKEN, _boxed)
    blocks = (block for number, line in lines for block in blocks_of(line, number))
    found = tuple(islice(blocks, MAX_LINES + 1))  # one more than is allowed tells that there are too many
    if not found:
        raise InputError("there is no text in the file", file=name, hint="export the response again")
    return Document(name, found)


def _levelled(lines: Iterable[str]) -> Iterator[str]:
    """The lines with a dash in place of a bullet that is set in below one of its own sign, as other formats tell the level."""
    above: tuple[int, str] | None = None
    for line in lines:
        inset = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
        bullet = _BULLET.match(line)
        if above and bullet and inset >= above[0] + _SET_IN and bullet[2] == above[1]:
            line = f"{bullet[1]}{'–' if bullet[2] != '–' else '-'}{line[bullet.end(2) :]}"
        elif bullet:
            above = inset, bullet[2]
        elif above and line.strip() and inset <= above[0]:
            above = None
        yield line


def _boxed(line: str, after: str) -> bool:
    """Whether a tick box ends a line or begins the next one."""
    return box_behind(line) or (mark_of(after.strip()) is not None and not box_behind(after))


def _documents(data: bytes, name: str) -> tuple[Document, ...]:
    return (read_text(data, name),)


READS = {".txt": _documents, ".text": _documents}


def decode(data: bytes, name: str) -> str:
    """The text of a file, by its byte order mark, else as UTF-16, UTF-8 or Windows-1252, whichever fits first."""
    if other := next((what for begin, what in _OTHERS.items() if data.startswith(begin)), ""):
        hint = f"give it its own extension, or {_SAVE_AS}"
        raise InputError(f"this is {other}, whatever its name says", file=name, hint=hint)
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
