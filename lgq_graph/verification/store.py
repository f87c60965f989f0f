"""A store against its manifest, and its claims against its answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..errors import DataError, LgqError, counted
from ..store import MANIFEST, Manifest, Store, Stored, sum_of
from .claims import claim_faults
from .files import differing, folder_of
from .report import Fault, Verification

__all__ = ["check_store"]

_AGAIN = "fetch the store from a backup, or build it again in a new folder"


def check_store(place: Path) -> Verification:
    """All of a store; one of which a file is damaged is not opened, for what RocksDB does then nobody knows."""
    folder = folder_of(place, "a store")
    try:
        manifest = Manifest.read(folder)
    except LgqError as error:
        return Verification((Fault(error.file, error.message, error.hint),), ("the store was not opened",))
    if manifest is None:
        return _without_manifest(folder)
    faults = list(differing(folder, manifest.files, _AGAIN, {MANIFEST}))
    if faults:
        return Verification(
            tuple(faults), (f"{counted(len(manifest.files), 'file')} of the store, which was not opened",)
        )
    try:
        with Store.read_only(folder) as store:
            faults += _walked(store, manifest)
    except (LgqError, OSError, ValueError, RuntimeError) as error:
        faults.append(Fault(str(folder), f"the store cannot be read: {error}", _AGAIN))
    quads = sum(one.quads for one in manifest.graphs.values())
    read = f"{counted(len(manifest.files), 'file')}, {counted(len(manifest.graphs), 'graph')} and {counted(quads, 'quad')} of the store"
    return Verification(tuple(faults), (read,))


def _without_manifest(folder: Path) -> Verification:
    if not (folder / "CURRENT").is_file():
        raise DataError(
            "there is no store here", file=str(folder), hint="build one first: lgq-graph build FILE -o FOLDER"
        )
    what = "the store has no manifest, so that nothing tells what it should hold"
    mend = "it was removed, or an older version built the store: build a response into it again, and the manifest is written"
    return Verification((Fault(str(folder / MANIFEST), what, mend),), ("the store was not opened",))


def _walked(store: Store, manifest: Manifest) -> Iterator[Fault]:
    there = {graph.value: graph for graph in store.graphs()}
    for name in sorted({*there, *manifest.graphs}):
        if name not in there:
            yield Fault(name, "the graph is missing", _AGAIN)
        elif name not in manifest.graphs:
            yield Fault(name, "the manifest does not know this graph", _AGAIN)
        elif (found := sum_of(store, there[name])) != (known := manifest.graphs[name]):
            what = f"{found.quads} quads, not {known.quads}" if found.quads != known.quads else "other quads"
            yield Fault(name, f"the graph holds {what} than were written", _AGAIN)
    yield from _contradictions(store, manifest)
    for response in store.responses():
        yield from claim_faults(store, response)


def _contradictions(store: Store, manifest: Manifest) -> Iterator[Fault]:
    """What a manifest says twice, in two ways."""
    assert store.path is not None
    file = store.path / MANIFEST
    told = Manifest(manifest.maker, manifest.withdrawn, manifest.files).with_graphs(manifest.graphs)
    if file.read_bytes() != told.text():
        yield Fault(str(file), "its sums of responses and dataset are not those of its graphs", _AGAIN)
    held = set(store.responses())
    for one in manifest.withdrawn:
        if Stored(one.city, one.edition) in held:
            yield Fault(
                f"{one.city}/{one.edition}", f"the response was withdrawn on {one.date}, and the store holds it",
                "withdraw it again, or build it again with --readmit",
            )  # fmt: skip
