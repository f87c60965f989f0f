"""A folder against the list of its files: each byte, what is missing, and what is too much."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from ..errors import DataError
from ..store import FileSum, file_sum
from .report import Fault

__all__ = ["differing", "folder_of"]


def folder_of(place: Path, what: str) -> Path:
    """A folder that is there; DataError when it is not."""
    if not place.is_dir():
        raise DataError(
            f"there is no folder of {what} here", file=str(place), hint="name the folder that was written"
        )
    return place


def differing(
    folder: Path, known: Mapping[str, FileSum], mend: str, apart: Collection[str] = ()
) -> Iterator[Fault]:
    """Every file that is not as it was written, by name; `apart` are those that the list does not tell of."""
    there = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if not path.is_dir()}
    for name in sorted({*there, *known} - {*apart}):
        path = folder / name
        if name not in there:
            yield Fault(str(path), "the file is missing", mend)
        elif name not in known:
            yield Fault(
                str(path), "the file is none of those that were written", "remove it, or keep it elsewhere"
            )
        elif what := _difference(path, known[name]):
            yield Fault(str(path), what, mend)


def _difference(path: Path, known: FileSum) -> str:
    try:
        if path.is_symlink() or not path.is_file():
            return "this is no plain file any more"
        size = path.stat().st_size
        if size != known.bytes >= 0:
            return f"it has {size} bytes, not {known.bytes}"
        return "" if file_sum(path).sha256 == known.sha256 else "its bytes are not those that were written"
    except OSError as error:
        return f"it cannot be read: {error.strerror or error}"
