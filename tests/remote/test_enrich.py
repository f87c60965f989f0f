"""`enrich`: what an endpoint of Wikidata's shape knows of our places, in a graph of its own, which nothing stumbles over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from pyoxigraph import Literal, NamedNode, Quad
from typer.testing import CliRunner

from lgq_graph.cli import app
from lgq_graph.errors import DataError, UsageError
from lgq_graph.library import Graph, open_graph, taken_from
from lgq_graph.publish import files_of
from lgq_graph.publish.site import sparql
from lgq_graph.publish.site.context import Site
from lgq_graph.publish.site.data.lines import reference_graphs
from lgq_graph.query import Endpoint, GraphStore, catalogue
from lgq_graph.remote import Target, enrich, push
from lgq_graph.resources import resource
from lgq_graph.store import Store
from lgq_graph.vocabulary import BASE

from ..conftest import ROOT
from .servers import Engine, oxigraph

WD, WDT = "http://www.wikidata.org/entity/", "http://www.wikidata.org/prop/direct/"
TAMPERE = "https://sws.geonames.org/634963/"


@pytest.fixture
def wikidata() -> Iterator[Engine]:
    """A server that plays Wikidata's part."""
    with oxigraph() as engine:
        triples = ox.parse(path=Path(__file__).parent / "wikidata.ttl", format=ox.RdfFormat.TURTLE)
        data = b"".join(f"{quad.triple} .\n".encode() for quad in triples)
        Endpoint(engine.query, engine.update).update(f"INSERT DATA {{ {data.decode()} }}")
        yield engine


@pytest.fixture
def ours(graph: Graph) -> Graph:
    """The examples, in a store that a test may change."""
    store = Store()
    for name in graph.store.graphs():
        store.replace_graph(name, graph.store.quads(name))
    return Graph(store)


def told(graph: Graph, name: NamedNode) -> set[tuple[str, str, str]]:
    return {
        (q.subject.value, q.predicate.value.rpartition("#")[2].rpartition("/")[2], q.object.value)
        for q in graph.store.quads(name)
    }  # type: ignore[union-attr]


def test_what_is_known_is_kept_with_its_source(wikidata: Engine, ours: Graph) -> None:
    """Population and coordinates of the places at hand, the item they came from, and the endpoint; no date unless given."""
    found = ours.enrich(wikidata.query)
    facts = told(ours, found.graph)
    assert {
        (TAMPERE, "population", "244000"), (TAMPERE, "lat", "61.4980214"), (TAMPERE, "long", "23.7603118"),
        (TAMPERE, "wasDerivedFrom", WD + "Q900001"), (found.graph.value, "source", wikidata.query),
    } <= facts  # fmt: skip
    assert not any(what == "date" or "Q900003" in value for _, what, value in facts)
    assert (found.places[0][0], found.asked > 2) == (634963, True)
    ours.enrich(wikidata.query, "2026-11-01")
    assert told(ours, found.graph) == facts | {(found.graph.value, "date", "2026-11-01")}


def test_it_is_the_same_again_in_any_batches(wikidata: Engine, ours: Graph) -> None:
    """One by one or all at once, the graph is the same and replaces itself."""
    name = enrich(ours.store, Endpoint(wikidata.query), pause=0).graph
    before = told(ours, name)
    enrich(ours.store, Endpoint(wikidata.query), batch=3, pause=0)
    assert told(ours, name) == before


def test_what_is_not_clear_is_left_out(wikidata: Engine, ours: Graph) -> None:
    """Two items for one place, two populations, a point on the Moon, a number that is none: told, not chosen from."""
    Endpoint(wikidata.query, wikidata.update).update(
        f'INSERT DATA {{ <{WD}Q900001> <{WDT}P1082> 250000 . <{WD}Q900009> <{WDT}P1566> "3674962" }}'
    )
    found = {place[0]: place for place in ours.enrich(wikidata.query).places}
    assert found[634963][2] is None and found[634963][3] is not None and found[634963][5] == "2 populations"
    assert found[3674962][1:5] == ("", None, None, None) and found[3674962][5].startswith("2 items")
    Endpoint(wikidata.query, wikidata.update).update(
        f"""DELETE WHERE {{ ?s <{WDT}P1082> ?o }} ; DELETE WHERE {{ ?s <{WDT}P625> ?o }} ;
        INSERT DATA {{ <{WD}Q900001> <{WDT}P1082> "many" ; <{WDT}P625> "<http://www.wikidata.org/entity/Q405> Point(1 2)" }}"""
    )
    place = next(place for place in ours.enrich(wikidata.query).places if place[0] == 634963)
    assert place[2:5] == (None, None, None)


def test_nothing_else_is_touched_and_nothing_stumbles(wikidata: Engine, ours: Graph, graph: Graph) -> None:
    """Responses, shapes, exports, the catalogue and the site are what they were."""
    name = ours.enrich(wikidata.query).graph
    assert [g for g in ours.store.graphs() if g != name] == list(graph.store.graphs())
    assert all(set(ours.store.quads(g)) == set(graph.store.quads(g)) for g in graph.store.graphs())
    assert ours.responses() == graph.responses()
    assert ours.validate() == graph.validate()
    assert files_of(ours.store) == files_of(graph.store)
    for query in catalogue():
        if not any(p.default == "required" for p in query.parameters):
            assert ours.query(query.name) == graph.query(query.name)
    there, here = Site(ours.store, BASE), Site(graph.store, BASE)
    assert dict(sparql.files(there)) == dict(sparql.files(here))
    assert (reference_graphs(there.store), there.labels, there.kinds) == (
        reference_graphs(here.store),
        here.labels,
        here.kinds,
    )
    assert not there.common.values(
        NamedNode(TAMPERE), NamedNode("http://www.geonames.org/ontology#population")
    )


def test_it_travels_with_the_others(wikidata: Engine, ours: Graph) -> None:
    """A push takes the graph along, and a download brings it back."""
    name = ours.enrich(wikidata.query).graph
    push(ours.store, Target(Endpoint(wikidata.query), GraphStore(wikidata.graph_store)))
    with taken_from(wikidata.query) as back:
        assert told(back, name) == told(ours, name)


def test_a_failure_changes_nothing(wikidata: Engine, ours: Graph) -> None:
    """Neither an endpoint that is down nor a wrong date leaves anything; a store without places says so."""
    before = ours.store.graphs()
    for url, date, error in (
        ("http://127.0.0.1:1/", "", DataError),
        (wikidata.query, "yesterday", UsageError),
    ):
        with pytest.raises(error):
            ours.enrich(url, date)
    assert ours.store.graphs() == before
    with pytest.raises(UsageError, match="no place"):
        Graph(Store()).enrich(wikidata.query)


def test_the_command_writes_into_the_store(wikidata: Engine, ours: Graph, tmp_path: Path) -> None:
    """And tells how many places were known; a store that is not there is not made."""
    with Store(tmp_path / "store") as store:
        for name in ours.store.graphs():
            store.replace_graph(name, ours.store.quads(name))
    call = ["enrich", "--endpoint", wikidata.query, "--format", "csv", "--store"]
    done = CliRunner().invoke(app, [*call, str(tmp_path / "store")])
    assert done.exit_code == 0, done.output
    assert "634963," in done.output
    with open_graph(tmp_path / "store") as again:
        assert any("/enriched/" in name.value for name in again.store.graphs())
    assert CliRunner().invoke(app, [*call, str(tmp_path / "none")]).exit_code != 0
    assert not (tmp_path / "none").exists()


# --- the federated example ----------------------------------------------------------------------------------------


def test_the_federated_query_is_for_the_clients_engine(wikidata: Engine, ours: Graph) -> None:
    """Another engine runs it, with the stand-in for Wikidata; ours refuses it, and the catalogue has it not."""
    path = resource("queries", "federated/partners-in-wikidata.rq")
    text = path.read_text(encoding="utf-8")
    assert path.stem not in {query.name for query in catalogue()}
    with pytest.raises(UsageError, match="SERVICE"):
        ours.store.query(text)
    city, partner, place = (
        NamedNode(BASE + "id/city/fi-tampere"),
        NamedNode(BASE + "id/city/fi-x"),
        NamedNode(TAMPERE),
    )
    stated = NamedNode(BASE + "graph/fi-tampere/2022/stated")
    schema_same, label = (
        NamedNode("https://schema.org/sameAs"),
        NamedNode("http://www.w3.org/2000/01/rdf-schema#label"),
    )
    quads = [
        Quad(city, NamedNode(BASE + "ontology#hasPartner"), partner, stated),
        Quad(partner, label, Literal("X", language="en"), stated), Quad(partner, schema_same, place, stated),
    ]  # fmt: skip
    with oxigraph() as client:
        data = b"".join(f"{quad.triple} .\n".encode() for quad in quads)
        GraphStore(client.graph_store).put(stated, data)
        rows = Endpoint(client.query).select(
            text.replace("https://query.wikidata.org/sparql", wikidata.query)
        )
    assert [(str(row["name"]), row["item"].value) for row in rows] == [('"X"', WD + "Q900001")]  # type: ignore[union-attr]
    assert "partners-in-wikidata.rq" in (ROOT / "docs" / "endpoints.md").read_text(encoding="utf-8")
