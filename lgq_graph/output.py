"""Where results go: a place is looked at before the work begins, and every failure to write is told in one way."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .errors import OutputError

__all__ = ["for_file", "for_folder", "write_whole", "writing"]

_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})


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
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


@contextmanager
def writing(path: str | os.PathLike[str]) -> Iterator[None]:
    """Errors of the file system as an OutputError that names the place."""
    try:
        yield
    except OSError as error:
        full = error.errno in _FULL
        raise OutputError(
            f"it cannot be written: {error.strerror or error}", file=os.fspath(path),
            hint="make room on the disk" if full else "choose another place, or change who may write there",
        ) from error  # fmt: skip


def write_whole(folder: Path, files: dict[str, bytes]) -> None:
    """Write files into a folder: each appears whole, and none does if one cannot be written."""
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=".lgq-", dir=folder))
        try:
            for name, data in files.items():
                (staging / name).write_bytes(data)
            for name in files:
                (staging / name).replace(folder / name)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
