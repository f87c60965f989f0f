"""A store in a folder is never changed in place: a copy of it is, which takes its place in one step when the work is done.

The files that hold the quads are written once and never again by RocksDB, so the copy shares them with the old store and costs what their number
costs. Whoever reads the old store reads on in it.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..output import alone, linked, staged, synced, writing
from .guard import is_store, open_elsewhere, place_for_store
from .manifest import Manifest
from .quads import Store
from .seal import seal, untouched

__all__ = ["changed", "finished", "writable"]

_SHARED = ".sst"
_LEFT = ("LOCK", "LOG")
"""What belongs to the process that has a store open, not to the store."""


@contextmanager
def changed(path: str | Path, *, anew: bool = False) -> Iterator[Store]:
    """What takes the place of the store at a path when the work is done: a copy of it to write to; with `anew`, or when there is none, an empty one.

    When the work fails, the store stands as it was. A second process waits for the end of the first. OutputError when
    it cannot be written, DataError when somebody has it open to write to it in place.
    """
    place = place_for_store(path)
    with staged(place, wait=True) as folder:
        with writing(place):
            folder.mkdir()
        with _unwritten(place):
            known = Manifest.read(place)
            before = known if known and not anew and untouched(place, known) else None
            if not anew and is_store(place):
                with writing(place):
                    _copy(place, folder)
            with Store.staged(folder, place, known.withdrawn if known else ()) as store:
                yield store
                store.flush()
            seal(folder, store.sums, before, store.withdrawn)
            finished(folder)


@contextmanager
def writable(store: Store) -> Iterator[Store]:
    """A store to write to: itself, or, when it was opened to read only, a copy of what stands in its folder, which it then goes on with."""
    if store.writable:
        yield store
        return
    assert store.path
    try:
        with changed(store.path) as copy:
            yield copy
            store.close()  # what makes way is removed at once when nobody reads it
    finally:
        store.reopen()


def finished(folder: Path) -> None:
    """What is done last to a store that is closed, before it takes its place."""
    synced(folder)


def _copy(place: Path, folder: Path) -> None:
    for entry in sorted(place.iterdir()):
        if entry.is_dir():
            shutil.copytree(entry, folder / entry.name, symlinks=True)
        elif not entry.name.startswith(_LEFT):
            (linked if entry.suffix == _SHARED else shutil.copy2)(entry, folder / entry.name)


@contextmanager
def _unwritten(place: Path) -> Iterator[None]:
    """While this goes on nobody opens the store to write to it in place; RocksDB locks a file for that."""
    if Store.is_written_here(
        place
    ):  # not to be asked of the system, for asking would undo this process's own lock
        raise open_elsewhere(str(place))
    with alone(place / "LOCK") as free:
        if not free:
            raise open_elsewhere(str(place))
        yield
