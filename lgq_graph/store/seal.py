"""The end of writing a store: its manifest, from what was known before, what was written, and what only the store can tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pyoxigraph as ox
from pyoxigraph import NamedNode

from ..maker import maker
from ..output import writing
from .manifest import MANIFEST, FileSum, Manifest, Sum, Withdrawal, file_sum, lines_sum
from .quads import Store, Stored, response_graphs, responses_among

__all__ = ["graphs_of_responses", "seal", "sum_of"]


def seal(
    folder: Path,
    written: Mapping[str, Sum | None],
    before: Manifest | None,
    withdrawn: Iterable[Withdrawal] = (),
) -> None:
    """Write the manifest of a store that is closed.

    `written` are the graphs that were written to just now; of the others `before` tells; what neither tells is read.
    A response that was withdrawn and is held again is no longer said to be withdrawn.
    """
    with Store.read_only(folder) as store:
        known = {**(before.graphs if before else {}), **written}
        graphs = {g.value: known.get(g.value) or sum_of(store, g) for g in store.graphs()}
    held = responses_among(graphs)
    gone = {one for one in withdrawn if Stored(one.city, one.edition) not in held}
    files = _files(folder, before.files if before else {})
    made = Manifest(maker(), graphs, tuple(sorted(gone)), files)
    with writing(folder):
        (folder / MANIFEST).write_bytes(made.text(graphs_of_responses(graphs)))


def graphs_of_responses(graphs: Iterable[str]) -> dict[str, list[str]]:
    """Of some graphs those of each response, by its name."""
    names = set(graphs)
    found = responses_among(names)
    return {
        f"{one.city}/{one.edition}": [
            graph.value for graph in response_graphs(one.city, one.edition) if graph.value in names
        ]
        for one in found
    }


def sum_of(store: Store, graph: NamedNode) -> Sum:
    """The sum of a graph, from its quads."""
    data = ox.serialize(store.quads(graph), format=ox.RdfFormat.N_QUADS) or b""
    return lines_sum(data.splitlines(keepends=True))


def _files(folder: Path, known: Mapping[str, FileSum]) -> dict[str, FileSum]:
    """The sums of all files. RocksDB never writes a table (`.sst`) anew, so that one that is known need not be read."""
    files: dict[str, FileSum] = {}
    with writing(folder):
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.is_dir() or name == MANIFEST:
                continue
            before = known.get(name) if name.endswith(".sst") else None
            files[name] = before if before and before.bytes == path.stat().st_size else file_sum(path)
    return files
