"""Holds on files and folders: the system lets go of them when a process ends, however it ends, so they tell the living from the dead.

They are locks (`flock`). Where a system has none, as Windows, nothing is held, and nothing that another process may have left is removed.
"""

from __future__ import annotations

import os
import time
import weakref
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

__all__ = ["LOCKS", "Pin", "alone", "held", "unread"]

LOCKS = fcntl is not None
"""Whether this system has such locks."""

_BY_DESCRIPTOR = Path("/proc/self/fd")


def held(file: Path, *, wait: bool = False, make: bool = True) -> int | None:
    """A hold on a file, as a descriptor to be closed; None when another process has one. FileNotFoundError when the file is gone."""
    handle = os.open(file, os.O_RDWR | (os.O_CREAT if make else 0) | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        free = _locked(handle, wait=wait)
        if free and not _stands_at(handle, file):
            raise FileNotFoundError(file)
    except BaseException:
        os.close(handle)
        raise
    return _or_none(handle, free)


def unread(folder: Path) -> int | None:
    """A folder as a descriptor to be closed, which keeps others from pinning it; None when a process has it pinned."""
    handle = _opened(folder)
    try:
        free = _locked(handle)
    except OSError:  # a file system without locks: nothing in it is pinned
        free = True
    return _or_none(handle, free)


@contextmanager
def alone(file: Path) -> Iterator[bool]:
    """Whether no other process has a file locked in the manner of POSIX; none can lock it meanwhile. True when there is no such file."""
    try:
        handle = os.open(file, os.O_RDWR)
    except FileNotFoundError:
        yield True
        return
    try:
        yield _recorded(handle)
    finally:
        os.close(handle)


def _recorded(handle: int) -> bool:
    try:
        if fcntl is not None:
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _or_none(handle: int, free: bool) -> int | None:
    if not free:
        os.close(handle)
    return handle if free else None


def _locked(handle: int, *, wait: bool = False, shared: bool = False) -> bool:
    if fcntl is not None:
        kind = fcntl.LOCK_SH if shared else fcntl.LOCK_EX
        try:
            fcntl.flock(handle, kind | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
    return True


def _opened(folder: Path) -> int:
    """A folder as a descriptor; on a system that has none, that of nothing."""
    return os.open(folder, os.O_RDONLY | os.O_DIRECTORY) if LOCKS else os.open(os.devnull, os.O_RDONLY)


def _stands_at(handle: int, path: Path) -> bool:
    with suppress(OSError):
        return not LOCKS or os.path.samestat(os.fstat(handle), path.stat())
    return False


class Pin:
    """A folder as it is now, kept for as long as this is open, though another one takes its place. OSError when there is none.

    `path` leads to it in this process and its children, whatever stands at its `name` by then; `elsewhere` in others, while this one
    keeps it. Where a system has no such paths, both are its name.
    """

    def __init__(self, folder: Path) -> None:
        self.handle = _pinned(folder)
        self.name = self.path = self.elsewhere = folder
        if LOCKS and (_BY_DESCRIPTOR / str(self.handle)).exists():
            self.path = _BY_DESCRIPTOR / str(self.handle)
            self.elsewhere = Path(f"/proc/{os.getpid()}/fd/{self.handle}")
        weakref.finalize(self, os.close, self.handle)

    @property
    def stands(self) -> bool:
        """Whether this folder is still what stands at its name."""
        return _stands_at(self.handle, self.name)


def _pinned(folder: Path) -> int:
    while True:
        handle = _opened(folder)
        with suppress(OSError):  # the file system knows no locks
            _locked(handle, shared=True)
        if _stands_at(handle, folder):
            return handle
        os.close(handle)  # another one took its place in between
        time.sleep(0.001)
