"""What all parts of the site share: the store, the frame of the pages, and what things are called."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from pyoxigraph import Literal, NamedNode

from ...analyse import Analysis
from ...query import Argument, find_query, run
from ...store import Store
from ...table import Table
from ...vocabulary import BASE
from .frame import Frame, assets_built
from .kinds import kind_of
from .names import Names
from .tables.replies import Form, read_form
from .things.city import CityView, colours
from .things.source import Source

__all__ = ["Site"]

_ONCE = frozenset({"table", "network"})
"""Tags of the queries that are asked once: each has a page, and its rows are a file of `data/`, or what networks are made of."""

_LABELS = f"""
SELECT ?thing ?rank ?name WHERE {{
  VALUES (?rank ?predicate) {{ (1 rdfs:label) (2 skos:prefLabel) (3 dct:title) }}
  {{ GRAPH ?graph {{ ?thing ?predicate ?name }} FILTER(!STRSTARTS(STR(?graph), "{BASE}graph/")) }}
  UNION {{ GRAPH ?graph {{ ?thing a lgq:Response ; ?predicate ?name }} }}
  UNION {{ GRAPH ?graph {{ ?thing a lgq:Correction ; ?predicate ?name }} }}
  UNION {{ GRAPH ?graph {{ ?thing a lgq:RejectedClaim ; ?predicate ?name }} }}
  FILTER(LANG(?name) IN ("", "en"))
}}
ORDER BY ?thing DESC(?rank) DESC(?name)
"""


class Site:
    """A store on its way to the web, served at an address (`base`); its pages are made by so many processes (`jobs`)."""

    def __init__(self, store: Store, base: str, jobs: int = 1) -> None:
        self.store, self.jobs = store, jobs
        self.frame = Frame(base, assets=assets_built())
        self.cities: dict[str, CityView] = {}
        """What is shown of each city that was read, by IRI."""
        self._tables: dict[str, Table] = {}

    @property
    def base(self) -> str:
        """The address at which the site is served, with a slash at its end."""
        return self.frame.base

    def table(self, name: str, /, **arguments: Argument | None) -> Table:
        """The rows of a query of the catalogue; those that several parts of the site ask for are kept."""
        if arguments or _ONCE.isdisjoint(find_query(name).tags):
            return run(self.store, name, **arguments)
        if name not in self._tables:
            self._tables[name] = run(self.store, name)
        return self._tables[name]

    @property
    def _nodes(self) -> Table:
        return self.table("graph-nodes")

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """What each thing is called, by IRI: things of the responses, goals, codes, questions, responses."""
        common = {
            thing.value: name.value
            for thing, _, name in self.store.select(_LABELS).rows
            if isinstance(thing, NamedNode) and isinstance(name, Literal)
        }
        return common | {str(row[0]): str(row[2]) for row in self._nodes.rows}

    @cached_property
    def kinds(self) -> Mapping[str, str]:
        """What each thing of the responses is, by IRI."""
        return {str(row[0]): str(row[1]) for row in self._nodes.rows}

    @cached_property
    def names(self) -> Names:
        """Labels and ways between pages."""
        return Names(self.labels)

    @cached_property
    def common(self) -> Source:
        """The code lists, the goals and the forms."""
        graphs = (
            graph for graph in self.store.graphs()
            if not graph.value.startswith(f"{BASE}graph/") and graph.value != f"{BASE}ontology"
        )  # fmt: skip
        return Source(self.store, graphs)

    @cached_property
    def goal_colours(self) -> Mapping[int, str]:
        """The colour of each goal, by its number."""
        return colours(self.common)

    def kind(self, iri: str) -> str:
        """The sort of page that a thing has; empty when nothing tells."""
        return kind_of(iri) if iri not in self.kinds else self.kinds[iri]

    @cached_property
    def analysis(self) -> Analysis:
        """Networks and measures; what they ask of the store is asked once."""
        return Analysis(self.table)

    @cached_property
    def form(self) -> Form:
        """The questions, and how each response answers them."""
        return read_form(self.store)
