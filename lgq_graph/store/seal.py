"""The end of writing a store: its manifest, from what was known before, what was written, and what only the store can tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
from pyoxigraph import NamedNode

from ..maker import maker
from ..output import writing
from .manifest import MANIFEST, FileSum, Manifest, Sum, Withdrawal, file_sum, lines_sum
from .quads import Store

__all__ = ["seal", "sum_of", "untouched"]


def seal(
    folder: Path,
    written: Mapping[str, Sum | None],
    before: Manifest | None,
    withdrawn: Iterable[Withdrawal] = (),
) -> None:
    """Write the manifest of a store that is closed.

    `written` are the graphs that were written to just now; of the others `before` tells. Without it, and of a graph with no
    sum, the store is read. A response that was withdrawn and is held again is no longer said to be withdrawn.
    """
    with Store.read_only(folder) as store:
        graphs = {**dict.fromkeys(() if before else (graph.value for graph in store.graphs())), **written}
        sums = {name: one or sum_of(store, NamedNode(name)) for name, one in graphs.items()}
    made = (before or Manifest("")).with_graphs(sums)
    gone = tuple(sorted(one for one in withdrawn if f"{one.city}/{one.edition}" not in made.lines))
    files = _files(folder, before.files if before else {})
    made = replace(made, maker=maker(), withdrawn=gone, files=files)
    with writing(folder):
        (folder / MANIFEST).write_bytes(made.text())


def untouched(folder: Path, known: Manifest) -> bool:
    """Whether nobody wrote to a store since its manifest was written, as the sizes of its files tell."""
    sizes = {name: path.stat().st_size for name, path in _paths(folder)}
    return sizes == {name: one.bytes for name, one in known.files.items()}


def sum_of(store: Store, graph: NamedNode) -> Sum:
    """The sum of a graph, from its quads."""
    data = ox.serialize(store.quads(graph), format=ox.RdfFormat.N_QUADS) or b""
    return lines_sum(data.splitlines(keepends=True))


def _files(folder: Path, known: Mapping[str, FileSum]) -> dict[str, FileSum]:
    """The sums of all files. RocksDB never writes a table (`.sst`) anew, so that one that is known need not be read."""
    files: dict[str, FileSum] = {}
    with writing(folder):
        for name, path in _paths(folder):
            before = known.get(name) if name.endswith(".sst") else None
            files[name] = before if before and before.bytes == path.stat().st_size else file_sum(path)
    return files


def _paths(folder: Path) -> Iterator[tuple[str, Path]]:
    """The files that a manifest tells of, by their names."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if name != MANIFEST and not path.is_dir():
            yield name, path
