"""The catalogue on other engines: the same table on pyoxigraph, the Oxigraph server and Virtuoso."""

from __future__ import annotations

from functools import partial

import pytest

from lgq_graph.analyse import Analysis
from lgq_graph.library import Graph, taken_from
from lgq_graph.query import Argument, catalogue, find_query, run, run_at
from lgq_graph.query.engines import settled

from .servers import Engine

NAMES = [query.name for query in catalogue()]
GIVEN: dict[str, Argument] = {
    "goal": 11,
    "city": "fi-tampere",
    "country": "FIN",
    "inferred": True,
    "kind": "portal",
}


@pytest.fixture(scope="module")
def entity(graph: Graph) -> str:
    return str(graph.query("entities").rows[0][1])


def arguments(name: str, entity: str, given: dict[str, Argument]) -> dict[str, Argument]:
    """Those that a query takes and, always, what it needs."""
    taken: dict[str, Argument] = {}
    for p in find_query(name).parameters:
        if p.default == "required":
            taken[p.name] = entity
        elif p.name in given:
            taken[p.name] = given[p.name]
    return taken


@pytest.mark.parametrize("given", [{}, GIVEN], ids=["as it stands", "with parameters"])
@pytest.mark.parametrize("name", NAMES)
def test_a_query_gives_the_same_table_at_an_engine(
    filled: Engine, graph: Graph, entity: str, name: str, given: dict[str, Argument]
) -> None:
    """The same rows in the same order, with the same types, whatever the engine; with parameters and without."""
    taken = arguments(name, entity, given)
    assert run_at(filled.query, name, **taken) == run(graph.store, name, **taken)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["everything", "city-goals"])
def test_networks_are_the_same_at_an_engine(filled: Engine, graph: Graph, name: str) -> None:
    """What is analysed at an endpoint is what is analysed here."""
    import networkx as nx

    there = Analysis(partial(run_at, filled.query))  # type: ignore[arg-type]
    assert nx.utils.graphs_equal(there.network(name), graph.analysis().network(name))


def test_what_is_taken_from_an_engine_is_what_was_brought_there(filled: Engine, graph: Graph) -> None:
    """Every quad, and none more; what reads a store cannot tell them apart."""
    with taken_from(filled.query) as back:
        assert back.responses() == graph.responses()
        assert set(back.store.quads()) == set(graph.store.quads())


def test_one_response_is_taken_alone(filled: Engine, graph: Graph) -> None:
    """The part behind the hash names it."""
    one = graph.responses()[-1]
    with taken_from(f"{filled.query}#{one.city}/{one.edition}") as back:
        assert back.responses() == (one,)


@pytest.mark.parametrize("name", NAMES)
def test_the_text_that_is_sent_means_the_same_here(graph: Graph, entity: str, name: str) -> None:
    """What evens out engines changes no row of the engine that needs it not."""
    for given in ({}, GIVEN):
        query = find_query(name)
        text = query.bind(**arguments(name, entity, given))
        assert settled(text) != text or not query.parameters
        sent = query.table(graph.store.select(settled(text)))
        assert sorted(map(str, sent.rows)) == sorted(
            map(str, run(graph.store, name, **arguments(name, entity, given)).rows)
        )
