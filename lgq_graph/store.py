"""The graph of all responses, in memory or on disk: its named graphs, queries, and the only bridge to rdflib.

Nothing here reaches the network: Oxigraph would call a `SERVICE`, so a query that has one is refused. `FROM <file:…>`
only ever selects a graph of the store.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pyoxigraph as ox
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple, Variable

from .errors import DataError, UsageError
from .resources import resources
from .vocabulary import BASE, PREFIXES, sdg, xsd

if TYPE_CHECKING:
    import rdflib

__all__ = ["PARTS", "Solutions", "Store", "Stored", "Term", "rdflib_term", "response_graphs"]

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple
Substitutions: TypeAlias = Mapping[str, NamedNode | Literal]
Result: TypeAlias = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples

PARTS = ("stated", "inferred", "corpus", "claims")
"""The four graphs of a response, by the last segment of their names."""

_GRAPHS = BASE + "graph/"
_STRING = xsd.string.value
_SEGMENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True, slots=True, order=True)
class Stored:
    """A response that a store holds: the city as in IRIs (`fi-tampere`) and the edition (`2022`)."""

    city: str
    edition: str


@dataclass(frozen=True, slots=True)
class Solutions:
    """What a SELECT found: its variables in order, and a term or None for each in every row.

    Iterating gives one dictionary a row, without the unbound variables.
    """

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, Term]]:
        for row in self.rows:
            yield {name: term for name, term in zip(self.variables, row, strict=True) if term is not None}

    @classmethod
    def of(cls, found: ox.QuerySolutions) -> Solutions:
        """All rows of a running query; raises OSError or ValueError when it fails on the way."""
        names = tuple(variable.value for variable in found.variables)
        return cls(names, tuple(tuple(row) for row in found))


def response_graphs(city: str, edition: str) -> tuple[NamedNode, ...]:
    """The names of the four graphs of a response; UsageError when city or edition cannot stand in an IRI."""
    for part in (city, edition):
        if not _SEGMENT.fullmatch(part):
            raise UsageError(f"{part!r} names no city or edition", hint="write them as in IRIs: fi-tampere, 2022")
    return tuple(NamedNode(f"{_GRAPHS}{city}/{edition}/{part}") for part in PARTS)


class Store:
    """Quads in named graphs, in memory (`Store()`) or in a folder (`Store(path)`, made when absent).

    DataError when the folder holds something else or another process has it open. A context manager; a closed
    store refuses everything.
    """

    def __init__(self, path: str | os.PathLike[str] | None = None) -> None:
        self._path = None if path is None else Path(path)
        self._writable = True
        self._open: ox.Store | None = _opened(self._path)

    @classmethod
    def read_only(cls, path: str | os.PathLike[str]) -> Store:
        """The store of a folder, never to be written; DataError when there is none."""
        store = cls.__new__(cls)
        store._path, store._writable = Path(path), False
        with _translated(store._path):
            store._open = ox.Store.read_only(str(path))
        return store

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the folder, so that another process may open it. Closing twice is fine."""
        self._open = None

    @property
    def _quads(self) -> ox.Store:
        if self._open is None:
            raise UsageError("the store is closed", file=str(self._path or ""), hint="open it anew")
        return self._open

    def __len__(self) -> int:
        return len(self._quads)

    # --- what is in it --------------------------------------------------------------------------------------------

    def graphs(self) -> tuple[NamedNode, ...]:
        """The names of all graphs that hold a quad, sorted."""
        named = (g for g in self._quads.named_graphs() if isinstance(g, NamedNode))
        return tuple(sorted((g for g in named if self._holds(g)), key=lambda g: g.value))

    def _holds(self, graph: NamedNode) -> bool:
        return next(self._quads.quads_for_pattern(None, None, None, graph), None) is not None

    def responses(self) -> tuple[Stored, ...]:
        """The responses held, sorted."""
        found = (g.value.removeprefix(_GRAPHS).split("/") for g in self.graphs() if g.value.startswith(_GRAPHS))
        return tuple(sorted({Stored(city, edition) for city, edition, _ in found}))

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """All quads, or those of one graph, in no particular order."""
        return self._quads.quads_for_pattern(None, None, None, graph)

    # --- writing --------------------------------------------------------------------------------------------------

    def load_ontology(self) -> None:
        """Load `ontology/*.ttl` into their graphs, replacing what these held."""
        quads = [quad for path in resources("ontology", "*.ttl") for quad in _parsed(path)]
        self._swap({quad.graph_name for quad in quads}, quads)

    def replace(self, response_quads: Iterable[Quad], city: str, edition: str) -> None:
        """Put a response in the place of what its four graphs held, in one transaction; no other graph is touched.

        DataError when a quad belongs to another graph or has a blank node.
        """
        graphs, quads = frozenset(response_graphs(city, edition)), list(response_quads)
        for quad in quads:
            if quad.graph_name not in graphs:
                raise DataError(f"a quad of {quad.graph_name} is no part of the response {city} {edition}", place=str(quad))
        self._swap(graphs, quads)

    def drop(self, city: str, edition: str) -> None:
        """Remove a response; UsageError when the store does not hold it."""
        if Stored(city, edition) not in self.responses():
            held = ", ".join(f"{r.city} {r.edition}" for r in self.responses()) or "none"
            raise UsageError(f"the store holds no response of {city} {edition}", hint=f"held: {held}")
        self._swap(response_graphs(city, edition), ())

    def _swap(self, graphs: Iterable[object], quads: Iterable[Quad]) -> None:
        if not self._writable:
            raise UsageError("the store was opened to read only", file=str(self._path), hint="open it with Store(path)")
        drops = [f"DROP SILENT GRAPH {graph}" for graph in sorted(map(str, graphs))]
        with _translated(self._path):
            self._quads.update(" ;\n".join([*drops, _insertion(quads)]))
            self._quads.flush()

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
        with _translated(self._path):
            _refuse_service(sparql)
            dataset = default_graph is not None or named_graphs is not None or _has_keyword("FROM", sparql)
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
        found = self.query(sparql, substitutions)
        if not isinstance(found, ox.QuerySolutions):
            raise UsageError("only a SELECT gives rows", hint="use `query` for ASK, CONSTRUCT and DESCRIBE")
        with _translated(self._path):
            return Solutions.of(found)

    # --- the bridge -----------------------------------------------------------------------------------------------

    def to_rdflib(self, graphs: Iterable[NamedNode] | None = None) -> rdflib.Dataset:
        """Some graphs, or all, as an rdflib Dataset of the same names. Slow: some 20,000 quads a second."""
        import rdflib

        dataset = rdflib.Dataset()
        for graph in self.graphs() if graphs is None else graphs:
            named = dataset.graph(rdflib_term(graph))
            named.addN((*_rdflib_triple(quad), named) for quad in self.quads(graph))
        return dataset

    def to_rdflib_graph(self, graphs: Iterable[NamedNode] | None = None) -> rdflib.Graph:
        """The union of some graphs, or of all, as one rdflib Graph."""
        import rdflib

        merged = rdflib.Graph()
        for graph in self.graphs() if graphs is None else graphs:
            merged.addN((*_rdflib_triple(quad), merged) for quad in self.quads(graph))
        return merged


# --- opening, and what can go wrong -------------------------------------------------------------------------------


def _opened(path: Path | None) -> ox.Store:
    if path is None:
        return ox.Store()
    with _translated(path):
        if path.is_dir() and any(path.iterdir()) and not (path / "CURRENT").is_file():
            raise DataError("the folder holds other files and is no store", file=str(path), hint="name an empty or a new folder")
        return ox.Store(str(path))


@contextmanager
def _translated(path: Path | None) -> Iterator[None]:
    """Oxigraph's exceptions as ours."""
    try:
        yield
    except SyntaxError as error:
        raise UsageError(f"the query is not valid SPARQL: {error.msg}", hint="see https://www.w3.org/TR/sparql11-query/") from error
    except (ValueError, RuntimeError) as error:
        raise UsageError(f"the query cannot be run: {error}") from error
    except OSError as error:
        raise _unreadable(error, str(path or "")) from error


def _unreadable(error: OSError, file: str) -> DataError:
    if "lock" in str(error).lower():
        return DataError("another process has the store open", file=file, hint="wait for it to end, or stop it")
    if isinstance(error, FileNotFoundError):
        return DataError("there is no store here", file=file, hint="build one first: lgq-graph build FILE -o FOLDER")
    return DataError(f"the store cannot be used: {error}", file=file)


def _refuse_service(sparql: str) -> None:
    """UsageError when the query calls an endpoint, or names a service and cannot be parsed without doing so."""
    if _has_keyword("SERVICE", sparql):
        raise UsageError(
            "the query calls a SERVICE, which is refused, or is not valid SPARQL",
            hint="query the other endpoint itself, and take the word SERVICE out",
        )


def _has_keyword(keyword: str, sparql: str) -> bool:
    """Whether the query uses a keyword, told by Oxigraph's own parser, which has the last word on what is a string.

    Every occurrence gets another first letter. Names, IRIs, strings and comments stay as good as they were; a keyword
    so spoilt breaks the query. `b` begins no keyword with what follows it, and may stand in an escape.
    """
    spoilt = re.sub(keyword, lambda m: "bB"[m[0][0].isupper()] + m[0][1:], sparql, flags=re.IGNORECASE | re.ASCII)
    return spoilt != sparql and not _parses(spoilt)


def _parses(sparql: str) -> bool:
    try:
        ox.Store().query(sparql, prefixes=PREFIXES)
    except (SyntaxError, ValueError):
        return False
    return True


# --- turning quads into text and into rdflib ----------------------------------------------------------------------


def _parsed(path: Path) -> Iterator[Quad]:
    """The triples of an ontology file as quads of its graph."""
    graph = _graph_of(path)
    try:
        for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
            yield Quad(quad.subject, quad.predicate, quad.object, graph)
    except (SyntaxError, OSError) as error:
        raise DataError(f"not readable as Turtle: {error}", file=str(path)) from error


def _graph_of(path: Path) -> NamedNode:
    name, _, rest = path.stem.partition("-")
    edition = rest.removeprefix("lgq-")
    known = {"codes": BASE + "code", "sdg": sdg.iri.rstrip("/"), "questionnaire": f"{BASE}questionnaire/{edition}"}
    return NamedNode(known.get(name, BASE + "ontology"))


def _insertion(quads: Iterable[Quad]) -> str:
    """The quads as one INSERT DATA; DataError for a blank node, which would be another one at each loading."""
    graphs: dict[str, list[str]] = {}
    for quad in quads:
        if any(isinstance(term, BlankNode) for term in (quad.subject, quad.object, quad.graph_name)):
            raise DataError("a blank node has no place in the graph: give the thing an IRI", place=str(quad))
        graphs.setdefault(str(quad.graph_name), []).append(str(quad.triple))
    blocks = (f"GRAPH {graph} {{\n" + " .\n".join(triples) + "\n}" for graph, triples in graphs.items())
    return "INSERT DATA {" + "\n".join(blocks) + "}"


def _rdflib_triple(quad: Quad) -> tuple[rdflib.term.Node, rdflib.term.Node, rdflib.term.Node]:
    return rdflib_term(quad.subject), rdflib_term(quad.predicate), rdflib_term(quad.object)


def rdflib_term(term: Term | DefaultGraph) -> rdflib.term.Identifier:
    """A term of Oxigraph as rdflib's, its lexical form untouched; DataError for what rdflib has no term for."""
    import rdflib

    match term:
        case NamedNode():
            return rdflib.URIRef(term.value)
        case BlankNode():
            return rdflib.BNode(term.value)
        case Literal() if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        case Literal():
            datatype = None if term.datatype.value == _STRING else rdflib.URIRef(term.datatype.value)
            return rdflib.Literal(term.value, datatype=datatype, normalize=False)
    raise DataError(f"rdflib has no term for {term!r}")
