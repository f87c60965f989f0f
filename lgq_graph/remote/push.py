"""From a store to an endpoint, graph by graph: what is there already is left, and what was sent is read back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode

from ..errors import DataError
from ..query import Endpoint, GraphStore
from ..store import Store, response_graphs
from ..table import Table
from .sums import Sum, lines_of, sum_of

__all__ = ["Pushed", "Target", "push", "table_of"]

_ROOM = 200_000
"""How long one update may be: engines read it whole, and Virtuoso's compiler gives up at some 10,000 lines."""

_LINES = 1_000


@dataclass(frozen=True, slots=True)
class Target:
    """Where graphs go: an endpoint to ask, and what takes them, its graph store or its own updates."""

    endpoint: Endpoint
    graph_store: GraphStore | None = None

    def put(self, graph: NamedNode, lines: list[str]) -> None:
        """Replace a graph by lines of N-Triples; remove it when there is none."""
        if self.graph_store is None:
            for text in _updates(graph, lines):
                self.endpoint.update(text)
        elif lines:
            self.graph_store.put(graph, "".join(f"{line} .\n" for line in lines).encode())
        else:
            self.graph_store.delete(graph)


@dataclass(frozen=True, slots=True)
class Pushed:
    """What became of one graph: `what` is same, sent, removed or different (what came back is not what was sent)."""

    graph: NamedNode
    what: str
    triples: int
    there: int
    sha256: str


def push(store: Store, target: Target, told: Callable[[Pushed], None] = lambda _: None) -> tuple[Pushed, ...]:
    """Bring all graphs of a store to an endpoint, and read each back; `told` hears of each when it is done.

    A graph that is there already, by count and hash, is left alone: a push that broke off goes on when it is begun again. Of
    a response that is pushed, graphs that the store has empty are removed there. No other graph is touched. DataError
    when the endpoint fails, or the store holds no response.
    """
    if not store.responses():
        raise DataError("the store holds no response", hint="build one first: lgq-graph build FILE -o STORE")
    done = []
    for one in _pushed(store, target):
        told(one)
        done.append(one)
    return tuple(done)


def table_of(pushed: tuple[Pushed, ...]) -> Table:
    """A row for each graph."""
    rows = ((one.graph.value, one.what, one.triples, one.there, one.sha256) for one in pushed)
    return Table("push", ("graph", "what", "triples", "there", "sha256"), tuple(rows))


def _pushed(store: Store, target: Target) -> Iterator[Pushed]:
    there = target.endpoint.counts()
    empty = {name for held in store.responses() for name in response_graphs(held.city, held.edition)}
    for graph in sorted({*store.graphs(), *(empty & there.keys())}, key=str):
        lines = lines_of(quad.triple for quad in store.quads(graph))
        mine = sum_of(graph, (quad.triple for quad in store.quads(graph)))
        if there.get(graph, 0) == mine.count and _there(target, graph) == mine:
            yield Pushed(graph, "same", mine.count, mine.count, mine.sha256)
            continue
        target.put(graph, lines)
        yield _told(graph, mine, _there(target, graph))


def _told(graph: NamedNode, mine: Sum, found: Sum) -> Pushed:
    what = "different" if found != mine else "sent" if mine.count else "removed"
    return Pushed(graph, what, mine.count, found.count, mine.sha256)


def _there(target: Target, graph: NamedNode) -> Sum:
    return sum_of(graph, target.endpoint.triples(graph))


def _updates(graph: NamedNode, lines: list[str]) -> Iterator[str]:
    """A graph as updates: the first empties it, so that one that broke off has another count and is sent anew."""
    begin = f"DROP SILENT GRAPH {graph}"
    batches = list(_batches(lines))
    if not batches:
        yield begin
    for batch in batches:
        insertion = f"INSERT DATA {{ GRAPH {graph} {{\n" + " .\n".join(batch) + "\n} }"
        yield f"{begin} ;\n{insertion}" if begin else insertion
        begin = ""


def _batches(lines: list[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    room = _ROOM
    for line in lines:
        if batch and (len(line) > room or len(batch) == _LINES):
            yield batch
            batch, room = [], _ROOM
        batch.append(line)
        room -= len(line)
    if batch:
        yield batch
