"""Every file below some folders, searched for strings: also within gzip, bzip2, xz and zip, and as what a response can be read from."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from ..errors import LgqError
from ..read import documents_in, extensions
from .needles import Needles

__all__ = ["CLOSED", "COPY", "LINK", "OLD", "SOURCE", "UNSEEN", "Trace", "traces"]

COPY = "a copy"
SOURCE = "a document, to be deleted by who keeps it"
OLD = "made way, and a process still reads it: end that, and remove it"
UNSEEN = "not looked into, for it cannot be read or unpacked"
CLOSED = "a folder that may not be read, and was not searched"
LINK = "a link to a folder that was not searched: name that by --scan"

_DEEPEST = 4
_Opener = Callable[[BinaryIO], BinaryIO]
_PACKED: dict[bytes, _Opener] = {
    b"\x1f\x8b": lambda file: cast(BinaryIO, gzip.GzipFile(fileobj=file, mode="rb")),
    b"BZh": lambda file: cast(BinaryIO, bz2.BZ2File(file)),
    b"\xfd7zXZ\x00": lambda file: cast(BinaryIO, lzma.LZMAFile(file)),  # noqa: SIM115 - closed with what it reads
}
_SEALED = (
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!\x1a\x07",
    b"\x28\xb5\x2f\xfd",
    b"\x04\x22\x4d\x18",
    b"\x1f\x9d",
    b"LZIP",
)
"""How files begin that are packed in ways that are not unpacked here: 7z, rar, zstd, lz4, compress, lzip."""
_BROKEN = (
    OSError,
    EOFError,
    zlib.error,
    lzma.LZMAError,
    zipfile.BadZipFile,
    RuntimeError,
    NotImplementedError,
    ValueError,
)


@dataclass(frozen=True, slots=True)
class Trace:
    """A file that holds some of the strings: their number, and what the file is. The strings themselves are not told."""

    path: str
    strings: int
    what: str


def traces(
    needles: Needles, folders: Iterable[Path], seen: set[Path], documents: bool = False
) -> Iterator[Trace]:
    """What stands below some folders (or in files), by name; none twice, for what was looked into is put into `seen`.

    With `documents`, a file that can be read as a response is one.
    """
    roots = list(folders)
    within = [os.path.realpath(root) for root in roots]
    for root in roots:
        for path, unseen in sorted(_below(root, within)):
            try:
                new = not unseen and path.is_file() and path.resolve() not in seen
            except OSError:
                new, unseen = False, UNSEEN
            if unseen:
                yield Trace(str(path), 0, unseen)
            elif new:
                seen.add(path.resolve())
                yield from _in_file(needles, path, documents)


def _below(root: Path, within: Sequence[str]) -> Iterator[tuple[Path, str]]:
    """All files of a folder (or a file itself), and with a reason the folders in it that are not looked into.

    A link to a folder is not followed: it may lead anywhere, and in a circle. It is told when nothing that is searched holds what it leads to.
    """
    if not root.is_dir():
        yield root, ""
    closed: list[str] = []
    for here, folders, files in os.walk(root, onerror=lambda error: closed.append(str(error.filename))):
        yield from ((Path(here, name), "") for name in files)
        links = (Path(here, name) for name in folders if os.path.islink(f"{here}/{name}"))  # noqa: PTH114 - no fault where it may not be known
        yield from ((link, LINK) for link in links if not _held(os.path.realpath(link), within))
    yield from ((Path(folder), CLOSED) for folder in closed)


def _held(path: str, within: Sequence[str]) -> bool:
    return any(Path(path).is_relative_to(root) for root in within)


def _in_file(needles: Needles, path: Path, documents: bool) -> Iterator[Trace]:
    readable = documents and path.suffix.lower() in extensions()
    try:
        with path.open("rb") as file:
            found, unseen = _streamed(needles, file, _DEEPEST)
        if readable:
            found |= needles.found(_text(path))
    except OSError:
        found, unseen = set(), True
    if found:
        yield Trace(str(path), len(found), SOURCE if readable else COPY)
    elif unseen:
        yield Trace(str(path), 0, UNSEEN)


def _streamed(needles: Needles, file: BinaryIO, deepest: int) -> tuple[set[str], bool]:
    """What a file holds, packed or not; and whether something in it could not be unpacked."""
    head = file.read(6)
    file.seek(0)
    found = needles.found_in(file)
    file.seek(0)
    unpack = next((how for magic, how in _PACKED.items() if head.startswith(magic)), None)
    try:
        if unpack and deepest:
            return _joined([(found, False), _streamed(needles, unpack(file), deepest - 1)])
        if head.startswith(b"PK\x03\x04") and deepest:
            return _joined([(found, False), *_members(needles, file, deepest - 1)])
    except _BROKEN:
        return found, True
    return found, bool(unpack) or head.startswith(_SEALED)


def _members(needles: Needles, file: BinaryIO, deepest: int) -> Iterator[tuple[set[str], bool]]:
    with zipfile.ZipFile(file) as packed:
        for member in packed.infolist():
            yield needles.found(member.filename.encode()), False
            with packed.open(member) as inner:
                yield _streamed(needles, cast(BinaryIO, inner), deepest)


def _joined(several: Iterable[tuple[set[str], bool]]) -> tuple[set[str], bool]:
    parts = list(several)
    return set().union(*(found for found, _ in parts)), any(unseen for _, unseen in parts)


def _text(path: Path) -> bytes:
    """The words of a document, as the pipeline reads them; none when it cannot be read."""
    try:
        found = documents_in(path.read_bytes(), path.name)
    except LgqError:
        return b""
    text = io.StringIO()
    for document in found:
        for block in document.blocks:
            text.write(f"{block.text}\n")
    return text.getvalue().encode()
