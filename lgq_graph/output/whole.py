"""Files and folders that appear whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

from ..errors import OutputError
from .places import for_folder, writing
from .staging import scratch, staged

__all__ = ["linked", "replaced_file", "replaced_folder", "write_whole"]

Made: TypeAlias = Callable[[bytes], Iterable[str] | None]
"""From the bytes of a mark the names of the files that were made with it; None when the mark is none of ours."""

_SMALL = 1 << 20
"""Of so many bytes a system writes all at one go."""


def write_whole(folder: Path, files: dict[str, bytes]) -> None:
    """Write files into a folder beside what it holds: each appears whole, and none does if one cannot be written."""
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with scratch(folder) as staging:
            for name, data in files.items():
                (staging / name).write_bytes(data)
            for name in files:
                (staging / name).replace(folder / name)


def replaced_file(target: Path, data: bytes) -> None:
    """Put a file in the place of another, whole, on the disk, and readable by its owner alone from the start."""
    with writing(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        with scratch(target.parent) as staging:
            made = staging / "new"
            with open(made, "xb", opener=lambda name, how: os.open(name, how, 0o600)) as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            made.replace(target)


@contextmanager
def replaced_folder(
    folder: Path, mark: str, made: Made | None = None
) -> Iterator[Callable[[str, bytes], None]]:
    """A function that writes files (by names that may have slashes) into what becomes the folder, whole, when the work is done.

    What stood there is gone then; if the work fails it still stands, and nothing else is left. OutputError when what stands
    there is neither empty nor a folder that was made so, which is known by its file `mark`, or when another process writes there. With
    `made`, only what that was made so is gone: other files are in the new folder, too, and OutputError when one would be overwritten.
    """
    _check(for_folder(folder), mark, made)
    with staged(folder) as new:
        yield _writer(new)
        if made and (folder / mark).is_file():
            ours = {mark, *(_check(folder, mark, made))}
            _carry(folder, new, ours)


def _check(folder: Path, mark: str, made: Made | None) -> Iterable[str]:
    """What was made of what stands there; OutputError when it is something else."""
    marked = (folder / mark).is_file()
    names = made((folder / mark).read_bytes()) if marked and made else ()
    if names is None or (not marked and folder.is_dir() and any(folder.iterdir())):
        raise OutputError(
            f"this folder holds something else (it has no {mark}{' of ours' if marked else ''})", file=str(folder),
            hint="name a new folder, or an empty one",
        )  # fmt: skip
    return names


def _carry(folder: Path, new: Path, ours: set[str]) -> None:
    """What is not ours stays: the files themselves, under another name for the same, not copies."""
    for entry in sorted(folder.iterdir()):
        if entry.name in ours:
            continue
        if (new / entry.name).exists():
            raise OutputError(
                f"this folder holds another {entry.name}", file=str(folder), hint="move it away, or name another folder"
            )  # fmt: skip
        if entry.is_dir() and not entry.is_symlink():
            shutil.copytree(entry, new / entry.name, symlinks=True, copy_function=linked)
        else:
            linked(entry, new / entry.name)


def linked(source: str | os.PathLike[str], target: str | os.PathLike[str]) -> None:
    """A file under one more name; a copy where the disk knows no such thing or the system forbids it."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


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
