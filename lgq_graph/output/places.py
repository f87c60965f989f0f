"""Places for results: what is fit and what is not, told before anything is written."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import OutputError

__all__ = ["for_exchange", "for_file", "for_folder", "is_full", "writing"]

_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
_FIXED = frozenset({errno.EBUSY, errno.EXDEV})
"""What a system says when the root of a disk is to be moved."""


def for_folder(place: str | os.PathLike[str]) -> Path:
    """A place where a folder is or can be made; OutputError when there is none."""
    path = Path(place)
    with writing(path):
        if path.exists() and not path.is_dir():
            raise OutputError(
                "this is a file, not a folder", file=str(path), hint="name a folder, new or old"
            )
        _check_room(path, path)
    return path


def for_exchange(place: str | os.PathLike[str]) -> Path:
    """A place for a folder that can be exchanged for another one; OutputError otherwise."""
    path = for_folder(place)
    with writing(path):
        real = path.resolve()
        if real.is_mount():
            raise OutputError(
                "the root of a disk cannot be exchanged", file=str(path), hint="name a folder in it"
            )
        if Path.cwd().is_relative_to(real):
            raise OutputError(
                "the folder you work in cannot be exchanged",
                file=str(path),
                hint="name another one, or work elsewhere",
            )
        _check_room(real.parent, path)
    return path


def for_file(place: str | os.PathLike[str]) -> Path:
    """A place where a plain file is or can be made; OutputError when there is none."""
    path = Path(place)
    with writing(path):
        if path.exists() and not path.is_file():
            raise OutputError("this is no plain file", file=str(path), hint="name a file, new or old")
        _check_room(path.parent, path)
    return path


def _check_room(folder: Path, path: Path) -> None:
    """The nearest folder that is there must take what is to come."""
    nearest = next(above for above in (folder, *folder.absolute().parents) if above.exists())
    if not nearest.is_dir():
        raise OutputError(f"{nearest} is no folder", file=str(path), hint="name another place")
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, f"{os.strerror(errno.EACCES)}: {nearest}")


@contextmanager
def writing(path: str | os.PathLike[str]) -> Iterator[None]:
    """Errors of the file system as an OutputError that names the place."""
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"it cannot be written: {error.strerror or error}", file=os.fspath(path), hint=_hint(error)
        ) from error


def _hint(error: OSError) -> str:
    if is_full(error):
        return "make room on the disk"
    if error.errno in _FIXED:
        return "the root of a disk cannot be exchanged: name a folder in it"
    return "choose another place, or change who may write there"


def is_full(error: OSError) -> bool:
    """Whether no more could be written; RocksDB tells it in words alone."""
    return error.errno in _FULL or any(os.strerror(code) in str(error) for code in _FULL)
