"""Which files some paths stand for: themselves, the responses in a folder, or what a pattern finds."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path

from ..errors import InputError

__all__ = ["find_files"]


def find_files(paths: Iterable[str | Path], extensions: Callable[[], tuple[str, ...]]) -> Iterator[Path]:
    """The files of some paths, those of a folder or of a pattern (`answers/**/*.docx`) sorted.

    Files with other extensions than those that can be read, hidden ones and READMEs of a folder are passed over.
    `extensions` is asked only for a folder, since it loads every reader. InputError when a folder holds no response or a pattern finds nothing.
    """
    for path in map(Path, paths):
        if os.path.isdir(path):  # noqa: PTH112 (a name too long for a file is none of a folder, and told later)
            yield from _some(
                path, _in_folder(path, extensions()), f"named {', '.join('*' + e for e in extensions())}"
            )
        elif has_magic(str(path)) and not os.path.exists(path):  # noqa: PTH110 (as above)
            found = sorted(map(Path, glob(str(path), recursive=True)))  # noqa: PTH207 (a pattern may be absolute)
            yield from _some(path, [p for p in found if p.is_file()], "found by this pattern")
        else:
            yield path


def _in_folder(folder: Path, extensions: tuple[str, ...]) -> list[Path]:
    return sorted(p for p in folder.iterdir() if p.suffix.lower() in extensions and not _is_passed_over(p))


def _is_passed_over(path: Path) -> bool:
    """Whether a file stands beside responses: a README, or what an office program leaves while a file is open."""
    return path.stem.upper() == "README" or path.name.startswith((".", "~$"))


def _some(path: Path, found: list[Path], how: str) -> list[Path]:
    if not found:
        raise InputError("there is no response here", file=str(path), hint=f"responses are files {how}")
    return found
