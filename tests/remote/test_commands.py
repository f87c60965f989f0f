"""The commands that read a store, at an endpoint in its place: the same output, byte for byte."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from pyoxigraph import Quad, RdfFormat
from typer.testing import CliRunner, Result

from lgq_graph.cli import app
from lgq_graph.library import Graph
from lgq_graph.query import Endpoint, GraphStore, catalogue, find_query, run
from lgq_graph.query.engines import settled
from lgq_graph.remote import Target, push
from lgq_graph.store import Solutions, Store

from ..conftest import ROOT
from .servers import Engine, Small, oxigraph

TINY = ROOT / "tests" / "data" / "tiny.trig"
FI = "fi-exampleton/2022"
THING = "https://w3id.org/lgq/id/fi-exampleton/service/water-meter-desk"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small graph in a store on disk."""
    place = tmp_path_factory.mktemp("tiny") / "store"
    quads = list(ox.parse(path=TINY, format=RdfFormat.TRIG))
    with Store(place) as store:
        store.load_ontology()
        for city in ("fi-exampleton", "ca-samplewick"):
            store.replace([q for q in quads if f"/graph/{city}/" in q.graph_name.value], city, "2022")  # type: ignore[union-attr]
    return place


@pytest.fixture(scope="module")
def there(folder: Path) -> Iterator[Engine]:
    """A server with the same graph."""
    with oxigraph() as engine, Store.read_only(folder) as store:
        push(store, Target(Endpoint(engine.query), GraphStore(engine.graph_store)))
        yield engine


def called(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


@pytest.mark.parametrize(
    "words",
    [
        ("query", "services-by-sdg", "goal=6", "--format", "csv"),
        ("query", "run", "entities", "--format", "json"),
        ("explain", "Water Meter Desk", "--format", "csv"),
        ("analyse", "sdg-coverage", "--format", "csv"),
        ("validate", "--format", "json"),
        ("export", "--format", "trig", "--output", "-"),
    ],
    ids=lambda words: words[0],
)
def test_an_endpoint_stands_for_a_store(folder: Path, there: Engine, words: tuple[str, ...]) -> None:
    """The same text and the same exit code."""
    here, far = called(*words, "--store", str(folder)), called(*words, "--endpoint", there.query)
    assert here.output and far.output == here.output
    assert far.exit_code == here.exit_code


def test_the_exported_files_are_the_same(folder: Path, there: Engine, tmp_path: Path) -> None:
    """Each byte."""
    for source, place in ((("--store", str(folder)), "here"), (("--endpoint", there.query), "far")):
        done = called("export", *source, "--output", str(tmp_path / place))
        assert done.exit_code == 0, done.output
    here, far = ({p.name: p.read_bytes() for p in (tmp_path / place).iterdir()} for place in ("here", "far"))
    assert len(here) > 10 and far == here


def test_the_site_is_made_of_the_same_graph(
    folder: Path, there: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`publish` gets all of it, and nothing else."""
    given: list[set[Quad]] = []
    monkeypatch.setattr(Graph, "publish", lambda self, *_: given.append(set(self.store.quads())) or 1)
    for source in (("--store", str(folder)), ("--endpoint", there.query)):
        assert called("publish", *source, "--output", str(tmp_path / "site")).exit_code == 0
    assert given[0] == given[1] and given[0]


def test_a_difference_is_told_between_stores_and_endpoints(folder: Path, there: Engine) -> None:
    """In any pair: an address in the place of either, or an endpoint for the later; one response alone too."""
    same = called("diff", str(folder), str(folder)).output
    assert called("diff", str(folder), "--endpoint", there.query).output == same
    assert called("diff", there.query, str(folder)).output == same
    one = called("diff", f"{folder}#{FI}", str(folder), "--format", "csv").output
    assert "ca-samplewick" in one or "Samplewick" in one
    assert called("diff", f"{there.query}#{FI}", there.query, "--format", "csv").output == one
    for wrong in (("diff", str(folder)), ("diff", str(folder), str(folder), "--endpoint", there.query)):
        assert getattr(called(*wrong).exception, "exit_code", 0) == 2


def test_an_endpoint_without_our_graphs_says_so(server: Small) -> None:
    """Neither an empty export nor a site of nothing."""
    body = b'{"head":{"vars":["graph","n"]},"results":{"bindings":[]}}'
    server.answer = lambda _: (200, {"Content-Type": "application/sparql-results+json"}, body)
    refused = called("validate", "--endpoint", server.url)
    assert getattr(refused.exception, "exit_code", 0) == 3 and "no graph of ours" in str(refused.exception)


def test_a_graph_that_comes_short_is_refused(server: Small) -> None:
    """An endpoint that counts two triples and sends one has cut something off."""
    graph = "https://w3id.org/lgq/graph/fi-x/2022/stated"
    counts = f'{{"head":{{"vars":["graph","n"]}},"results":{{"bindings":[{{"graph":{{"type":"uri","value":"{graph}"}},"n":{{"type":"literal","value":"2"}}}}]}}}}'
    server.answer = lambda asked: (
        (200, {}, b"<a:a> <a:b> <a:c> .\n") if "CONSTRUCT" in asked.path else (200, {}, counts.encode())
    )
    refused = called("export", "--endpoint", server.url, "--output", "-")
    assert getattr(refused.exception, "exit_code", 0) == 3 and "counts 2 triples" in str(refused.exception)


# --- rdflib, which is slow: the small graph -----------------------------------------------------------------------

NOT_IN_RDFLIB = {
    "common-to-cities": "rdflib cannot sort by a cast that fails",
    "goals-without-service": "rdflib finds no row",
}
"""Queries that rdflib 7.6 does not answer as the other engines do; docs/endpoints.md names them."""


@pytest.fixture(scope="module")
def in_rdflib(folder: Path) -> rdflib.Dataset:
    """The small graph as rdflib holds it."""
    with Store.read_only(folder) as store:
        return store.to_rdflib()


@pytest.mark.parametrize("name", [query.name for query in catalogue() if query.name not in NOT_IN_RDFLIB])
def test_rdflib_gives_the_same_rows(folder: Path, in_rdflib: rdflib.Dataset, name: str) -> None:
    """An engine that shares no line with Oxigraph finds the same rows."""
    query = find_query(name)
    needed = {p.name: THING for p in query.parameters if p.default == "required"}
    with Store.read_only(folder) as store:
        here = run(store, name, **needed)
    answer = in_rdflib.query(settled(query.bind(**needed))).serialize(format="json")
    found = ox.parse_query_results(answer, ox.QueryResultsFormat.JSON)  # type: ignore[arg-type]
    rows = query.table(Solutions.of(found)).rows  # type: ignore[arg-type]
    assert sorted(map(str, rows)) == sorted(map(str, here.rows))
