"""`push`: graph by graph, resumable, read back; and what a real engine does to hard literals."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad
from typer.testing import CliRunner

from lgq_graph.cli import app
from lgq_graph.errors import DataError
from lgq_graph.query import Endpoint, GraphStore
from lgq_graph.remote import Pushed, Target, push
from lgq_graph.remote.push import _updates
from lgq_graph.remote.sums import lines_of, sum_of
from lgq_graph.store import Store, response_graphs
from lgq_graph.vocabulary import BASE, xsd

from .servers import Engine

CITY, EDITION = "fi-exampleton", "2022"
STATED, INFERRED, CORPUS, CLAIMS = response_graphs(CITY, EDITION)
OTHER = NamedNode("http://example.org/graph-of-others")
HARD = [
    Literal('a "quote", a \\backslash, a\ttab,\na line\r\nand another'),
    Literal("Ünïcödé 日本語 🚲 \u200f עברית"),
    Literal("x" * 70_000),
    Literal("ääkköset", language="fi"),
    Literal("İstanbul", language="tr"),
    Literal("3.50", datatype=xsd.decimal),
    Literal("0001", datatype=xsd.integer),
    Literal("2022-01-31", datatype=xsd.date),
    Literal("2022-05", datatype=xsd.gYearMonth),
    Literal("2022", datatype=xsd.gYear),
    Literal("73900000.25", datatype=xsd.decimal),
    Literal("CON{?x}TENT . } INSERT DATA { <a:a> <a:b> <a:c> }"),
    Literal(""),
]


def numbered(graph: NamedNode, count: int, of: str = "n") -> list[Quad]:
    subject, says = NamedNode(BASE + "id/x"), NamedNode(BASE + "says")
    return [Quad(subject, says, Literal(f"{of} {number}"), graph) for number in range(count)]


def filled_with(*quads: Quad) -> Store:
    store = Store()
    store.load_ontology()
    store.replace(quads, CITY, EDITION)
    return store


def ways(engine: Engine) -> list[Target]:
    endpoint = Endpoint(engine.query, engine.update)
    return [Target(endpoint, GraphStore(engine.graph_store)), Target(endpoint)]


def what(done: tuple[Pushed, ...]) -> dict[NamedNode, str]:
    return {one.graph: one.what for one in done}


@pytest.mark.parametrize("way", [0, 1], ids=["graph store", "update"])
def test_a_push_replaces_and_is_read_back(engine: Engine, way: int) -> None:
    """First all is sent, then nothing; then what changed alone; what a response has no more is gone, other graphs stay."""
    target = ways(engine)[way]
    ways(engine)[1].endpoint.update(f'INSERT DATA {{ GRAPH {OTHER} {{ <a:a> <a:b> "kept" }} }}')
    for name in (STATED, INFERRED, CORPUS, CLAIMS):
        ways(engine)[1].endpoint.update(f"DROP SILENT GRAPH {name}")
    first = what(push(filled_with(*numbered(STATED, 2500), *numbered(INFERRED, 3)), target))
    assert first[STATED] == first[INFERRED] == "sent"
    again = push(filled_with(*numbered(STATED, 2500), *numbered(INFERRED, 3)), target)
    assert {one.what for one in again} == {"same"}
    assert all(one.triples == one.there > 0 for one in again)
    changed = push(filled_with(*numbered(STATED, 2500, "m")), target)
    assert {one.graph: one.what for one in changed if one.what != "same"} == {
        STATED: "sent",
        INFERRED: "removed",
    }
    counts = target.endpoint.counts()
    assert counts[STATED] == 2500 and INFERRED not in counts and counts[OTHER] == 1


@pytest.mark.parametrize("way", [0, 1], ids=["graph store", "update"])
def test_a_push_that_broke_off_goes_on(engine: Engine, way: int) -> None:
    """Half a graph, as a broken connection leaves it, is told from a whole one and sent anew; the others are left."""
    target, store = ways(engine)[way], filled_with(*numbered(STATED, 1200), *numbered(CORPUS, 5))
    push(store, target)
    half = next(_updates(STATED, lines_of(quad.triple for quad in numbered(STATED, 1200))))
    target.endpoint.update(half)
    assert target.endpoint.counts()[STATED] == 1000
    again = push(store, target)
    assert {one.graph for one in again if one.what == "sent"} == {STATED}
    assert target.endpoint.counts()[STATED] == 1200


@pytest.mark.parametrize("way", [0, 1], ids=["graph store", "update"])
def test_hard_literals_come_back_as_they_went(engine: Engine, way: int) -> None:
    """Quotes, line ends, scripts, long text, numbers as written; what looks like an update is text."""
    subject, says = NamedNode(BASE + "id/hard"), NamedNode(BASE + "says")
    quads = [Quad(subject, says, literal, CLAIMS) for literal in HARD]
    quads.append(Quad(subject, NamedNode(BASE + "isSo"), Literal(True), CLAIMS))
    done = what(push(filled_with(*quads), ways(engine)[way]))
    back = {triple.object for triple in ways(engine)[way].endpoint.triples(CLAIMS)}
    assert back == {quad.object for quad in filled_with(*quads).quads(CLAIMS)}
    assert done[CLAIMS] in ("sent", "same")


def test_a_sum_is_free_of_order_and_bound_to_its_graph() -> None:
    """Two orders give one sum, a triple twice counts once; another graph or another triple gives another sum."""
    triples = [quad.triple for quad in numbered(STATED, 9)]
    assert sum_of(STATED, triples) == sum_of(STATED, [*triples[::-1], triples[0]])
    assert sum_of(STATED, triples).count == 9
    assert sum_of(STATED, triples) != sum_of(CORPUS, triples)
    assert sum_of(STATED, triples) != sum_of(STATED, triples[1:])


def test_an_empty_store_is_not_pushed(engine: Engine) -> None:
    """It would say that all is well."""
    with pytest.raises(DataError, match="no response"):
        push(Store(), ways(engine)[0])


def test_a_graph_that_comes_back_different_is_told(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine that loses a triple is found out."""
    put = GraphStore.put

    def losing(self: GraphStore, graph: NamedNode, data: bytes) -> None:
        put(self, graph, b"".join(data.splitlines(keepends=True)[1:]) if graph == STATED else data)

    monkeypatch.setattr(GraphStore, "put", losing)
    done = push(filled_with(*numbered(STATED, 4, "lost")), ways(engine)[0])
    assert [(one.what, one.triples, one.there) for one in done if one.graph == STATED] == [
        ("different", 4, 3)
    ]


def test_the_command_prints_a_table_and_its_exit_code_tells(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """0 when all is there, 1 when something came back different, 2 when it is not said how to write."""
    with Store(tmp_path / "store") as store:
        store.load_ontology()
        store.replace(numbered(STATED, 3, "cli"), CITY, EDITION)
    call = ["push", "--store", str(tmp_path / "store"), "--endpoint", engine.query, "--format", "csv"]
    done = CliRunner().invoke(app, [*call, "--graph-store", engine.graph_store])
    assert done.exit_code == 0, done.output
    assert f"{STATED.value},sent,3,3," in done.output
    neither: Any = CliRunner().invoke(app, call)
    assert neither.exception.exit_code == 2
    monkeypatch.setattr(GraphStore, "put", lambda *_: None)
    with Store(tmp_path / "store") as store:
        store.replace(numbered(STATED, 3, "other"), CITY, EDITION)
    assert CliRunner().invoke(app, [*call, "--graph-store", engine.graph_store]).exit_code == 1
