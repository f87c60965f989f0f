"""Many responses into a store on disk, all or none.

Oxigraph's bulk load takes a tenth of the time of transactions; but it holds what it loads in memory several times over. So the responses
go in by batches of whole ones, and those that the store holds already are replaced one by one: in a copy of the store, which takes
its place when it is full.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from itertools import chain
from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox

from .change import changed
from .manifest import Sum, graph_sums
from .names import Stored
from .quads import Store
from .text import nquads, ontology_quads

__all__ = ["load_graphs", "written"]

Sources: TypeAlias = Mapping[Stored, Callable[[], bytes]]
"""Responses, each with what reads its N-Quads."""

_BATCH = 50_000_000
"""How many bytes of N-Quads are loaded at once: some 250,000 quads, for which Oxigraph takes some 300 MiB."""


def written(path: Path, responses: Sources) -> Store:
    """The store at a path, made when absent, with some responses in place of what it held of them, and the ontology."""
    with changed(path) as store:
        _add(store, responses)
    return Store.read_only(path)


def load_graphs(store: Store, graphs: Iterable[Iterable[ox.Quad]]) -> None:
    """Load whole graphs that a store does not hold yet, and note their sums."""
    for batch in _batches(_summed(partial(nquads, quads), store.sums) for quads in graphs):
        store.add(batch)


def _add(store: Store, responses: Sources) -> None:
    """The responses, and at the end the sums of their graphs, as they were read on the way."""
    sums: dict[str, Sum | None] = {**_ontology_sums()}
    _load(store, {key: partial(_summed, read, sums) for key, read in responses.items()})
    store.sums |= sums


def _summed(read: Callable[[], bytes], sums: dict[str, Sum | None]) -> bytes:
    """The N-Quads of a response, when their sums are noted."""
    data = read()
    sums |= graph_sums(data)
    return data


@cache
def _ontology() -> bytes:
    return nquads(ontology_quads())


@cache
def _ontology_sums() -> dict[str, Sum]:
    return graph_sums(_ontology())


def _load(store: Store, responses: Sources) -> None:
    held = {key for key in responses if store.holds(key.city, key.edition)}
    new: Iterator[bytes] = (read() for key, read in responses.items() if key not in held)
    if store.is_empty():
        new = chain([_ontology()], new)
    else:
        store.load_ontology()
    for batch in _batches(new):
        store.add(batch)
    for key in sorted(held):
        quads = ox.parse(responses[key](), format=ox.RdfFormat.N_QUADS)
        store.replace(quads, key.city, key.edition)


def _batches(parts: Iterable[bytes]) -> Iterator[bytes]:
    """The parts joined into few, none cut."""
    waiting: list[bytes] = []
    size = 0
    for part in parts:
        waiting.append(part)
        size += len(part)
        if size >= _BATCH:
            yield b"".join(waiting)
            waiting, size = [], 0
    if waiting:
        yield b"".join(waiting)
