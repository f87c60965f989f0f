"""Files → documents. One module per format; each declares `READS`, its extensions and what reads them.

A new format is a new file here: a module with `READS = {".ext": read_ext}`, where `read_ext(data, name)` makes the
`Document`s of the bytes of a file: one, or one for each response in it.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import stat
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

from ..errors import InputError
from ..model import Document
from .lines import MAX_LINES
from .sources import find_files

__all__ = [
    "MAX_BYTES", "MAX_LETTERS", "MAX_LINES", "documents_in", "extensions", "fetch", "find_files", "name_of", "read",
]  # fmt: skip

MAX_BYTES = 50_000_000
"""No response comes near this size; a larger file is refused before it is read."""

MAX_LETTERS = 1_000_000
"""Nor has one so much text, or more lines than `MAX_LINES`, each of which costs every later stage its time: 250 pages."""

Reader = Callable[[bytes, str], tuple[Document, ...]]

_STREAM = "-"
_STREAM_NAME, _STREAM_FORMAT = "stdin", ".txt"


def read(source: str | Path) -> tuple[Document, ...]:
    """The documents in a file, one for each response, or in the standard input when `source` is "-" (which is read as text).

    The format follows from the extension. InputError, with the file and what to do, when there is no such file, it
    is a directory, empty, larger than `MAX_BYTES`, longer than `MAX_LINES` or `MAX_LETTERS`, of an unknown format or damaged.
    """
    return documents_in(fetch(source), name_of(source))


def fetch(source: str | Path) -> bytes:
    """The bytes of a file that can be read, or of the standard input; InputError as `read` has it."""
    if str(source) == _STREAM:
        return _checked(sys.stdin.buffer.read(MAX_BYTES + 1) if sys.stdin else b"", _STREAM_NAME)
    path = Path(source)
    try:
        _check_kind(path, path.stat())
        _reader(path)
        data = _bytes(path)
    except FileNotFoundError as error:
        raise InputError("there is no such file", file=str(path), hint="check the path") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(
            f"the file cannot be read: {reason}", file=str(path), hint="check its name and permissions"
        ) from error
    return _checked(data, path.name)


def documents_in(data: bytes, name: str) -> tuple[Document, ...]:
    """The documents in the bytes of a file of that name ("stdin" is text); InputError when they cannot be read."""
    reader = _readers()[_STREAM_FORMAT] if name == _STREAM_NAME else _reader(Path(name))
    return _bounded(reader(data, name))


def name_of(source: str | Path) -> str:
    """The name of a file, by which its format is known."""
    return _STREAM_NAME if str(source) == _STREAM else Path(source).name


def extensions() -> tuple[str, ...]:
    """The extensions that can be read, sorted."""
    return tuple(sorted(_readers()))


@cache
def _readers() -> dict[str, Reader]:
    found: dict[str, Reader] = {}
    for module in pkgutil.iter_modules(__path__, f"{__name__}."):
        found |= getattr(importlib.import_module(module.name), "READS", {})
    return found


def _check_kind(path: Path, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise InputError(
            "this is a directory, not a response", file=str(path), hint="name the files in it one by one"
        )
    if not stat.S_ISREG(status.st_mode):
        # To wait for what may never come, or never end, is no way to read.
        hint = "save what it gives as a file, or send it to the standard input, which is -"
        raise InputError("this is a pipe or a device, not a file", file=str(path), hint=hint)
    _check_size(status.st_size, str(path))


def _reader(path: Path) -> Reader:
    known = _readers()
    if path.suffix.lower() not in known:
        hint = f"save the response as one of: {', '.join(sorted(known))}"
        raise InputError(
            f"the format {path.suffix or 'without extension'} is not known", file=str(path), hint=hint
        )
    return known[path.suffix.lower()]


def _bytes(path: Path) -> bytes:
    """At most one byte more than is allowed, should the file grow meanwhile."""
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _checked(data: bytes, name: str) -> bytes:
    _check_size(len(data), name)
    if not data:
        raise InputError("the file is empty", file=name, hint="export the response again")
    return data


def _check_size(size: int, name: str) -> None:
    if size > MAX_BYTES:
        message = f"the file is larger than {MAX_BYTES // 1_000_000} MB"
        raise InputError(message, file=name, hint="give one response per file, as text without pictures")


def _bounded(documents: tuple[Document, ...]) -> tuple[Document, ...]:
    """The documents, none of them longer than a response can be."""
    for document in documents:
        letters = sum(len(block.text) for block in document.blocks)
        if len(document.blocks) > MAX_LINES or letters > MAX_LETTERS:
            message = f"there are more than {MAX_LINES:,} lines or {MAX_LETTERS:,} letters, more than a response has"
            raise InputError(message, file=document.name, hint="give one response per file")
    return documents
