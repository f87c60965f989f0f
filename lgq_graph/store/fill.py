"""Many responses into a store on disk.

Oxigraph's bulk load takes a tenth of the time of transactions, and is atomic; but it holds what it loads in memory several times
over. So the responses go in by batches of whole ones. A store that is not there yet is made under another name and moved into its place
when it is full: it is there whole or not at all. In a store that holds some of the responses already, each of these is replaced in a
transaction of its own; whoever is interrupted may start again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox

from ..output import beside, writing
from .guard import place_for_store
from .quads import Store, Stored
from .text import nquads, ontology_quads

__all__ = ["written"]

Sources: TypeAlias = Mapping[Stored, Callable[[], bytes]]
"""Responses, each with what reads its N-Quads."""

_BATCH = 50_000_000
"""How many bytes of N-Quads are loaded at once: some 250,000 quads, for which Oxigraph takes some 300 MiB."""


def written(path: Path, responses: Sources) -> Store:
    """The store at a path, made when absent, with some responses in place of what it held of them, and the ontology."""
    if place_for_store(path).is_dir():
        return _added(Store(path), responses)
    with beside(path) as folder:
        _added(Store(folder / "store"), responses).close()
        with writing(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            (folder / "store").rename(path)
    return Store(path)


def _added(store: Store, responses: Sources) -> Store:
    held = {key for key in responses if store.holds(key.city, key.edition)}
    new: Iterator[bytes] = (read() for key, read in responses.items() if key not in held)
    if store.is_empty():
        new = chain([nquads(ontology_quads())], new)
    else:
        store.load_ontology()
    for batch in _batches(new):
        store.add(batch)
    for key in sorted(held):
        quads = ox.parse(responses[key](), format=ox.RdfFormat.N_QUADS)
        store.replace(quads, key.city, key.edition)
    return store


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
