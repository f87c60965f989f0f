"""Clients that others wrote, as they are: SPARQLWrapper, rdflib's SPARQLStore, pandas, curl, Comunica, our own, and the page in a browser."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import rdflib
import SPARQLWrapper
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from lgq_graph.library import Graph
from lgq_graph.query import run_at

from ..site.browser import NEEDS_BROWSER, watching
from .serving import Running

COMUNICA = (
    Path(__file__).parent / "comunica" / "node_modules" / "@comunica" / "query-sparql" / "bin" / "query.js"
)
NODE = shutil.which("node") or shutil.which("node", path=Path(sys.executable).parent)
COUNT = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s a <https://w3id.org/lgq/ontology#Response> } }"


@pytest.fixture
def count(graph: Graph) -> int:
    """How many responses there are."""
    return len(graph.responses())


@pytest.mark.parametrize("method", [SPARQLWrapper.GET, SPARQLWrapper.POST])
@pytest.mark.parametrize(
    "format_", [SPARQLWrapper.JSON, SPARQLWrapper.XML, SPARQLWrapper.CSV, SPARQLWrapper.TSV]
)
def test_sparqlwrapper(server: Running, count: int, method: str, format_: str) -> None:
    """By both methods, in each format that it knows."""
    client = SPARQLWrapper.SPARQLWrapper(f"{server.address}sparql", returnFormat=format_)
    client.setMethod(method)
    client.setQuery(COUNT)
    response = client.query().response
    with response:
        assert str(count).encode() in response.read()


def test_sparqlwrapper_builds_a_graph(server: Running) -> None:
    """From a CONSTRUCT."""
    client = SPARQLWrapper.SPARQLWrapper(f"{server.address}sparql", returnFormat=SPARQLWrapper.TURTLE)
    client.setQuery("CONSTRUCT { ?s a ?o } WHERE { VALUES ?o { <x:y> } VALUES ?s { <x:a> <x:b> } }")
    assert len(rdflib.Graph().parse(data=client.queryAndConvert(), format="turtle")) == 2


def test_rdflib(server: Running, count: int) -> None:
    """Its store asks us, and iterates over triples."""
    graph = rdflib.Graph(SPARQLStore(f"{server.address}sparql"))
    assert [int(row.n) for row in graph.query(COUNT)] == [count]
    assert bool(graph.query("ASK {}"))
    kind = rdflib.URIRef("https://w3id.org/lgq/ontology#Response")
    assert len(set(graph.subjects(rdflib.RDF.type, kind))) == count


def test_pandas(server: Running, graph: Graph) -> None:
    """Reads the API and the endpoint as any CSV."""
    pandas = pytest.importorskip("pandas")
    found = pandas.read_csv(f"{server.address}api/services-by-sdg.csv?goal=6")
    assert list(found.columns) == list(graph.query("services-by-sdg", goal=6).columns)
    assert len(found) == len(graph.query("services-by-sdg", goal=6))
    table = pandas.read_csv(io.BytesIO(server.ask("SELECT ?s { ?s a lgq:Response }", "text/csv").body))
    assert len(table) == len(graph.responses())


def test_curl(server: Running, count: int) -> None:
    """The calls of the documentation."""
    if not shutil.which("curl"):
        pytest.skip("NO CURL: it is not installed")
    call = [
        "curl",
        "--silent",
        "--show-error",
        "--fail",
        "--compressed",
        f"{server.address}sparql",
        "-H",
        "Accept: text/csv",
    ]
    form = subprocess.run(
        [*call, "--data-urlencode", f"query={COUNT}"], capture_output=True, text=True, check=True
    )
    get = subprocess.run(
        [*call, "-G", "--data-urlencode", f"query={COUNT}"], capture_output=True, text=True, check=True
    )
    assert form.stdout.split() == get.stdout.split() == ["n", str(count)]


@pytest.mark.skipif(not COMUNICA.is_file() or not NODE, reason="NO COMUNICA: make comunica")
def test_comunica(server: Running, count: int) -> None:
    """Takes us for an endpoint, and joins what it asks us for by itself."""
    call = [str(NODE), str(COMUNICA), f"sparql@{server.address}sparql", COUNT, "-t", "text/csv"]
    found = subprocess.run(call, capture_output=True, text=True, check=True, timeout=120)
    assert found.stdout.split() == ["n", str(count)]


def test_our_own_client(server: Running, graph: Graph) -> None:
    """A query of the catalogue gives the same table here and there."""
    here, there = graph.query("apps"), run_at(f"{server.address}sparql", "apps")
    assert (here.columns, sorted(map(str, here.rows))) == (there.columns, sorted(map(str, there.rows)))


class TestPage:
    """The SPARQL page of the site, in a browser, against the server."""

    pytestmark = NEEDS_BROWSER

    def test_the_page_asks_the_server(self, browser: Any, server: Running, graph: Graph) -> None:
        """And shows its rows; the engine in the page is not even fetched; no policy is broken."""
        with watching(browser, server.address) as watched:
            watched.open("sparql/")
            watched.click_run()
            assert watched.page.locator("table.answers tbody tr").count() == len(
                graph.query("services-by-sdg", goal=6)
            )
            assert not any(url.endswith((".wasm", ".gz")) for url in watched.asked)
            assert any(url == f"{server.address}sparql" for url in watched.asked)
