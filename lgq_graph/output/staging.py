"""What is to stand at a place is made beside it, and takes the place in one step.

    graph                     what stands there
    .graph.lgq-new/           one for each place, held by the process that writes: `new` is being made, `old` has made way
    .graph.lgq-old-1a2b3c4d   what made way while somebody was reading it
    .lgq-1a2b3c4d             files for the time being

Whoever writes to a place removes first what the dead left beside it, and last what it left itself. A process that is killed lets go of its holds; one that
lives keeps what it holds.
"""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..errors import OutputError
from .exchange import exchanged
from .hold import LOCKS, held, unread
from .places import for_exchange, writing

__all__ = ["beside", "named", "restored", "scratch", "staged", "swept", "synced"]

_HOLD = ".hold"
"""A file in each of these folders, held by the process that made it."""


@contextmanager
def staged(folder: str | os.PathLike[str], *, wait: bool = False) -> Iterator[Path]:
    """Where to make what takes the place of a folder when the work is done, and is gone without a trace when it fails.

    Nobody else makes one for the same place meanwhile: OutputError when another process does, or with `wait` its end is waited for.
    """
    place = for_exchange(folder).resolve()
    with _parents(place), _cleared(place, folder, wait) as room:
        yield room / "new"
        _put(room, place)


def swept(folder: str | os.PathLike[str]) -> None:
    """Nothing that a process which was killed left beside a place stays; OutputError when another process writes there."""
    with _cleared(Path(folder).resolve(), folder, wait=False):
        pass


@contextmanager
def _cleared(place: Path, folder: str | os.PathLike[str], wait: bool) -> Iterator[Path]:
    """The room of a place, held, and empty before and after."""
    room = _room(place)
    with writing(folder):
        handle = _taken(room, folder, wait)
        try:
            _clear(room, place)
            yield room
        finally:
            _clear(room, place)
            with suppress(OSError):
                (room / _HOLD).unlink()
                room.rmdir()
            os.close(handle)


@contextmanager
def beside(place: Path | None) -> Iterator[Path]:
    """A folder for the time being, on the disk of a place where that may be written to, else where the system has such folders."""
    near = place and next(above for above in place.absolute().parents if above.exists())
    if near and not os.access(near, os.W_OK | os.X_OK):
        near = None
    with scratch(near or Path(tempfile.gettempdir())) as folder:
        yield folder


@contextmanager
def scratch(near: Path) -> Iterator[Path]:
    """A folder for the time being in another one; those that the dead left there are removed."""
    with writing(near):
        for left in named(near, ".lgq-"):
            _buried(left)
        folder, handle = _own(near)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(handle)


def restored(folder: Path) -> bool:
    """Whether a folder is back that had made way for another one when the process was killed."""
    place = folder.resolve()
    room = _room(place)
    if not (room / "old").is_dir():
        return False
    with suppress(OSError):
        handle = held(room / _HOLD, wait=True, make=False)
        if handle is not None:
            _restore(room, place)
            os.close(handle)
    return place.is_dir()


def _room(place: Path) -> Path:
    return place.parent / f".{place.name}.lgq-new"


@contextmanager
def _parents(place: Path) -> Iterator[None]:
    """The folders above a place, made when absent; when the work fails, those that were made are gone again."""
    made = [above for above in place.parents if not above.exists()]
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        with suppress(OSError):
            for above in made:
                above.rmdir()
        raise


def _taken(room: Path, folder: str | os.PathLike[str], wait: bool) -> int:
    """A hold on the room of a place: it is made, or taken over from the dead."""
    while True:
        try:
            room.mkdir(mode=0o700)
        except FileExistsError:
            if not LOCKS:
                raise _busy(folder, f"wait for it to end; if none runs, remove {room}") from None
        with suppress(FileNotFoundError):  # another process has ended just now, and taken it away
            handle = held(room / _HOLD, wait=wait)
            if handle is None:
                raise _busy(folder, "wait for it to end, and try again")
            return handle


def _busy(folder: str | os.PathLike[str], hint: str) -> OutputError:
    return OutputError("another process is writing here", file=os.fspath(folder), hint=hint)


def _put(room: Path, place: Path) -> None:
    """The new takes the place. Where that takes two steps, whoever comes after a kill between them finds the old and restores it."""
    new, old = room / "new", room / "old"
    if place.is_dir():
        shutil.copymode(place, new)
    if not place.exists() or not exchanged(new, place):
        if place.exists():
            place.rename(old)
        new.rename(place)
        if old.exists():
            old.rename(new)
    synced(place.parent)


def synced(folder: Path) -> None:
    """What stands in a folder, by name, outlives a loss of power."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _clear(room: Path, place: Path) -> None:
    """Nothing is left of what was made or has made way, but what is being read."""
    _restore(room, place)
    for name in ("new", "old"):
        if (room / name).exists() and not _removed(room / name):
            (room / name).rename(place.parent / f".{place.name}.lgq-old-{secrets.token_hex(4)}")
    for left in named(place.parent, f".{place.name}.lgq-old-"):
        _removed(left)


def _restore(room: Path, place: Path) -> None:
    if (room / "old").is_dir() and not place.exists():
        (room / "old").rename(place)


def named(folder: Path, prefix: str) -> list[Path]:
    """What stands in a folder under names of ours, the prefix and eight signs; nothing where the dead cannot be told."""
    with suppress(OSError):
        names = sorted(entry.name for entry in os.scandir(folder)) if LOCKS else []
        return [folder / n for n in names if n.startswith(prefix) and len(n) == len(prefix) + 8]
    return []


def _removed(folder: Path) -> bool:
    """Remove a folder that nobody reads; False when somebody does."""
    with suppress(FileNotFoundError):
        handle = unread(folder)
        if handle is None:
            return False
        shutil.rmtree(folder, ignore_errors=True)
        os.close(handle)
    return True


def _buried(folder: Path) -> None:
    """Remove a folder for the time being that nobody holds any more."""
    with suppress(OSError):
        handle = held(folder / _HOLD)
        if handle is not None:
            shutil.rmtree(folder, ignore_errors=True)
            os.close(handle)


def _own(near: Path) -> tuple[Path, int]:
    """A new folder and the hold on it; between the two steps another process may take it for one of the dead."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=".lgq-", dir=near))
        with suppress(FileNotFoundError):
            handle = held(folder / _HOLD)
            if handle is not None:
                return folder, handle
