"""The graph of all responses, in memory or on disk: its named graphs, queries, and the only bridge to rdflib.

Nothing here reaches the network: Oxigraph would call a `SERVICE`, so a query that has one is refused. `FROM <file:…>`
only ever selects a graph of the store.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias
from weakref import WeakSet

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad, Variable

from ..errors import DataError, UsageError
from ..output import Pin, restored, writing
from ..vocabulary import PREFIXES
from .bridge import rdflib_term, rdflib_triple
from .guard import has_keyword, refuse_service, store_or_nothing, translated
from .manifest import Manifest, Sum, Withdrawal
from .names import Stored, response_graphs, responses_among
from .solutions import Solutions
from .text import deletion, insertion, ontology_quads, without_blank_node

if TYPE_CHECKING:
    import rdflib

__all__ = ["Store"]

Substitutions: TypeAlias = Mapping[str, NamedNode | Literal]
Result: TypeAlias = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


class Store:
    """Quads in named graphs, in memory (`Store()`) or in a folder (`Store(path)`, made when absent).

    OutputError when the folder holds something else, DataError when it is damaged or another process has it open.
    A context manager; a closed store refuses everything. What is written to a store in a folder is there at once, step by step:
    `changed` in this package writes to a copy instead.
    """

    _withdrawn: tuple[Withdrawal, ...] | None = None
    """What was withdrawn, where no manifest tells it."""

    def __init__(self, path: str | os.PathLike[str] | None = None) -> None:
        self._path = None if path is None else Path(path)
        self._pin: Pin | None = None
        self._writable = True
        self.sums: dict[str, Sum | None] = {}
        """The graphs that were written to, for the manifest: with their sums, where these are known."""
        self._open: ox.Store | None = _opened(self._path, self._path)
        _WRITERS.add(self)

    @classmethod
    def staged(cls, folder: Path, path: Path, withdrawn: tuple[Withdrawal, ...]) -> Store:
        """The store of a folder that is to stand at a path, by which it is called."""
        store = cls.__new__(cls)
        store._path, store._pin, store._writable = path, None, True
        store._withdrawn, store.sums = withdrawn, {}
        store._open = _opened(folder, path)
        return store

    @staticmethod
    def is_written_here(path: Path) -> bool:
        """Whether this process has the store at a path open to write to it in place."""
        return any(one._open and one._path and one._path.resolve() == path.resolve() for one in _WRITERS)

    @classmethod
    def read_only(cls, path: str | os.PathLike[str]) -> Store:
        """The store of a folder as it is now, though another one takes its place; never to be written. DataError when there is none."""
        store = cls.__new__(cls)
        store._path, store._writable, store.sums = Path(path), False, {}
        store.reopen()
        return store

    def reopen(self) -> None:
        """Read on from the store that stands in the folder now."""
        assert self._path and not self._writable
        with translated(self._path):
            self._pin = _pinned(self._path)
            self._open = ox.Store.read_only(str(self._pin.path))

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the folder, so that another process may open it. Closing twice is fine."""
        self._open = self._pin = None

    @property
    def path(self) -> Path | None:
        """The folder of the store; None when it is in memory."""
        return self._path

    @property
    def pin(self) -> Pin | None:
        """What keeps the folder as it was when the store was opened to read only."""
        return self._pin

    @property
    def place(self) -> Path | None:
        """Where another process opens this very store while this one has it open; None when it is in memory."""
        return self._pin.elsewhere if self._pin else self._path

    @property
    def writable(self) -> bool:
        """Whether it may be written to."""
        return self._writable

    @property
    def _quads(self) -> ox.Store:
        if self._open is None:
            raise UsageError("the store is closed", file=str(self._path or ""), hint="open it anew")
        return self._open

    def __len__(self) -> int:
        return len(self._quads)

    def in_memory(self) -> Store:
        """A copy in memory, some 400 bytes for each quad, which is read and asked several times faster than a disk."""
        copy = Store()
        copy._quads.extend(self.quads())
        copy._withdrawn = self.withdrawn
        return copy

    # --- what is in it --------------------------------------------------------------------------------------------

    def graphs(self) -> tuple[NamedNode, ...]:
        """The names of all graphs that hold a quad, sorted."""
        named = (g for g in self._quads.named_graphs() if isinstance(g, NamedNode))
        return tuple(sorted((g for g in named if self._holds(g)), key=lambda g: g.value))

    def _holds(self, graph: NamedNode) -> bool:
        return next(self._quads.quads_for_pattern(None, None, None, graph), None) is not None

    def responses(self) -> tuple[Stored, ...]:
        """The responses held, sorted."""
        return responses_among(g.value for g in self.graphs())

    @property
    def withdrawn(self) -> tuple[Withdrawal, ...]:
        """What was withdrawn from it, as its manifest tells."""
        if self._withdrawn is not None or self._path is None:
            return self._withdrawn or ()
        known = Manifest.read(self._pin.path if self._pin else self._path)
        return known.withdrawn if known else ()

    def note_withdrawal(self, one: Withdrawal) -> None:
        """Have the manifest tell what is withdrawn."""
        self._withdrawn = tuple(sorted({*self.withdrawn, one}))

    def holds(self, city: str, edition: str) -> bool:
        """Whether a response is held; the answer takes no longer in a large store."""
        return any(map(self._holds, response_graphs(city, edition)))

    def is_empty(self) -> bool:
        """Whether nothing is held at all."""
        return next(self.quads(), None) is None

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """All quads, or those of one graph, in no particular order."""
        return self._quads.quads_for_pattern(None, None, None, graph)

    # --- writing --------------------------------------------------------------------------------------------------

    def load_ontology(self) -> None:
        """Load `ontology/*.ttl` into their graphs, replacing what these held."""
        quads = ontology_quads()
        self._swap({quad.graph_name for quad in quads if isinstance(quad.graph_name, NamedNode)}, quads)

    def add(self, data: bytes) -> None:
        """Load N-Quads beside what is held, all or none: for many responses at once that are not held yet."""
        self._check_writable()
        with translated(self._path):
            self._quads.bulk_load(data, format=ox.RdfFormat.N_QUADS)

    def replace(self, response_quads: Iterable[Quad], city: str, edition: str) -> None:
        """Put a response in the place of what its four graphs held, in one transaction; no other graph is touched.

        DataError when a quad belongs to another graph or has a blank node.
        """
        graphs, quads = frozenset(response_graphs(city, edition)), list(response_quads)
        for quad in quads:
            if quad.graph_name not in graphs:
                raise DataError(
                    f"a quad of {quad.graph_name} is no part of the response {city} {edition}",
                    place=str(quad),
                )
        self._swap(graphs, quads)

    def replace_graph(self, name: NamedNode, quads: Iterable[Quad]) -> None:
        """Put quads in the place of what one graph held, in one transaction. DataError as for `replace`."""
        held = list(quads)
        for quad in held:
            if quad.graph_name != name:
                raise DataError(f"a quad of {quad.graph_name} is no part of {name}", place=str(quad))
        self._swap([name], held)

    def drop(self, city: str, edition: str) -> None:
        """Remove a response; UsageError when the store does not hold it."""
        if not self.holds(city, edition):
            held = ", ".join(f"{r.city} {r.edition}" for r in self.responses()) or "none"
            raise UsageError(f"the store holds no response of {city} {edition}", hint=f"held: {held}")
        self._swap(response_graphs(city, edition), ())

    def flush(self) -> None:
        """Bring what was written to the disk."""
        with translated(self._path):
            self._quads.flush()

    def _swap(self, graphs: Iterable[NamedNode], quads: Iterable[Quad]) -> None:
        """Put quads in the place of what some graphs held; only what differs is written, in one transaction."""
        self._check_writable()
        wanted, graphs = frozenset(quads), sorted(graphs, key=str)
        self.sums |= dict.fromkeys((graph.value for graph in graphs), None)
        with translated(self._path):
            if not wanted:
                self._quads.update(" ;\n".join(f"DROP SILENT GRAPH {graph}" for graph in graphs))
            else:
                self._change(*self._differences(graphs, wanted))
        self.flush()

    def _differences(
        self, graphs: list[NamedNode], wanted: frozenset[Quad]
    ) -> tuple[frozenset[Quad], frozenset[Quad]]:
        """What has to go from some graphs, and what to come.

        Asking for a quad costs little, and counting less; reading what is held, with all its words, costs most, and
        only what has to go needs it.
        """
        if not any(map(self._holds, graphs)):
            return frozenset(), frozenset(map(without_blank_node, wanted))
        coming = frozenset(quad for quad in map(without_blank_node, wanted) if quad not in self._quads)
        if sum(map(self._count, graphs)) == len(wanted) - len(coming):
            return frozenset(), coming
        return frozenset(quad for graph in graphs for quad in self.quads(graph)) - _as_held(wanted), coming

    def _count(self, graph: NamedNode) -> int:
        found = self._quads.query(f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}")
        assert isinstance(found, ox.QuerySolutions)
        return int(next(found)["n"].value)

    def _change(self, gone: frozenset[Quad], coming: frozenset[Quad]) -> None:
        if self._path is None and not gone:
            self._quads.extend(coming)
        elif gone or coming:
            self._quads.update(" ;\n".join(filter(None, (deletion(gone), insertion(coming)))))

    def _check_writable(self) -> None:
        if not self._writable:
            raise UsageError(
                "the store was opened to read only", file=str(self._path), hint="open it with Store(path)"
            )

    # --- asking ---------------------------------------------------------------------------------------------------

    def query(
        self,
        sparql: str,
        substitutions: Substitutions | None = None,
        *,
        default_graph: Iterable[NamedNode] | None = None,
        named_graphs: Iterable[NamedNode] | None = None,
    ) -> Result:
        """Run a query of any form, as Oxigraph gives it; the usual prefixes need no declaration.

        The default graph is the union of all graphs unless the query (`FROM`) or the call names a dataset.
        Only variables that the query selects can be substituted. UsageError when the query is wrong or has a `SERVICE`.
        """
        with translated(self._path):
            refuse_service(sparql)
            dataset = default_graph is not None or named_graphs is not None or has_keyword("FROM", sparql)
            return self._quads.query(
                sparql,
                prefixes=PREFIXES,
                use_default_graph_as_union=not dataset,
                default_graph=None if default_graph is None else list(default_graph),
                named_graphs=None if named_graphs is None else list(named_graphs),
                substitutions={Variable(name): term for name, term in (substitutions or {}).items()},
            )

    def select(self, sparql: str, substitutions: Substitutions | None = None) -> Solutions:
        """All rows of a SELECT; UsageError when the query is wrong or of another form."""
        found = self._rows(sparql, substitutions)
        with translated(self._path):
            return Solutions.of(found)

    def select_tsv(self, sparql: str) -> bytes:
        """All rows of a SELECT as SPARQL's TSV, which costs much less than a term for each cell; fails as `select` does."""
        found = self._rows(sparql)
        with translated(self._path):
            return found.serialize(format=ox.QueryResultsFormat.TSV) or b""

    def _rows(self, sparql: str, substitutions: Substitutions | None = None) -> ox.QuerySolutions:
        found = self.query(sparql, substitutions)
        if not isinstance(found, ox.QuerySolutions):
            raise UsageError("only a SELECT gives rows", hint="use `query` for ASK, CONSTRUCT and DESCRIBE")
        return found

    # --- the bridge -----------------------------------------------------------------------------------------------

    def to_rdflib(self, graphs: Iterable[NamedNode] | None = None) -> rdflib.Dataset:
        """Some graphs, or all, as an rdflib Dataset of the same names. Slow: some 20,000 quads a second."""
        import rdflib

        dataset = rdflib.Dataset()
        for graph in self.graphs() if graphs is None else graphs:
            named = dataset.graph(rdflib_term(graph))
            named.addN((*rdflib_triple(quad), named) for quad in self.quads(graph))
        return dataset

    def to_rdflib_graph(self, graphs: Iterable[NamedNode] | None = None) -> rdflib.Graph:
        """The union of some graphs, or of all, as one rdflib Graph."""
        import rdflib

        merged = rdflib.Graph()
        for graph in self.graphs() if graphs is None else graphs:
            merged.addN((*rdflib_triple(quad), merged) for quad in self.quads(graph))
        return merged


def _as_held(quads: Iterable[Quad]) -> frozenset[Quad]:
    """The quads as a store gives them back: of "1.0" and "1" as decimals it keeps one."""
    store = ox.Store()
    store.extend(map(without_blank_node, quads))
    return frozenset(store)


def _pinned(path: Path) -> Pin:
    try:
        return Pin(path)
    except FileNotFoundError:
        if not restored(path):
            raise
        return Pin(path)


def _opened(folder: Path | None, path: Path | None) -> ox.Store:
    if folder is None:
        return ox.Store()
    with writing(path or folder):
        store_or_nothing(folder).mkdir(parents=True, exist_ok=True)
    with translated(path):
        store = ox.Store(str(folder))
    _forget_log(folder)
    return store


def _forget_log(folder: Path) -> None:
    """Take away what RocksDB tells of its work: the absolute path of the folder, which may name a user."""
    for log in (folder / "LOG", *folder.glob("LOG.old.*")):
        with suppress(OSError):  # a system that keeps open files
            log.unlink()


_WRITERS: WeakSet[Store] = WeakSet()
"""The stores of this process that are written to in place."""
