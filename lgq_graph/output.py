"""Where results go: a place is looked at before the work begins, and every failure to write is told in one way."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from .errors import OutputError

__all__ = ["beside", "for_file", "for_folder", "replaced_folder", "write_whole", "writing"]

_SMALL = 1 << 20
"""Of so many bytes a system writes all at one go."""
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


@contextmanager
def beside(place: Path | None) -> Iterator[Path]:
    """A folder for the time being, on the disk of a place where that may be written to, else where the system has such folders."""
    near = place and next(above for above in place.absolute().parents if above.exists())
    if near and not os.access(near, os.W_OK | os.X_OK):
        near = None
    with writing(near or tempfile.gettempdir()):
        folder = Path(tempfile.mkdtemp(prefix=".lgq-", dir=near))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


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


@contextmanager
def replaced_folder(folder: Path, mark: str) -> Iterator[Callable[[str, bytes], None]]:
    """A function that writes files (by names that may have slashes) into what becomes the folder, whole, when the work is done.

    What stood there is gone then; if the work fails it still stands, and nothing else is left. OutputError when what stands
    there is neither empty nor a folder that was made so, which is known by its file `mark`.
    """
    place = for_folder(folder).absolute()
    if place.is_dir() and not (place / mark).is_file() and any(place.iterdir()):
        raise OutputError(
            f"this folder holds something else (it has no {mark})", file=str(folder), hint="name a new folder, or an empty one"
        )  # fmt: skip
    with writing(folder):
        place.parent.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=f".{place.name}-", dir=place.parent))
    try:
        with writing(folder):
            yield _writer(staging / "new")
            _swap(staging, place)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _writer(folder: Path) -> Callable[[str, bytes], None]:
    root, made = f"{folder}/", {""}
    folder.mkdir()

    def make(below: str) -> None:
        if below not in made:
            make(below.rpartition("/")[0])
            os.mkdir(root + below)  # noqa: PTH102 - strings, for there are very many files
            made.add(below)

    def write(name: str, data: bytes) -> None:
        make(name.rpartition("/")[0])
        buffering = 0 if len(data) < _SMALL else -1
        with open(root + name, "xb", buffering) as file:  # noqa: PTH123
            file.write(data)

    return write


def _swap(staging: Path, place: Path) -> None:
    """Put `new` where the folder stands; between the two moves there is none, and if the second fails the old one comes back."""
    old = staging / "old"
    if place.exists():
        place.rename(old)
    try:
        (staging / "new").rename(place)
    except OSError:
        if old.exists():
            old.rename(place)
        raise
