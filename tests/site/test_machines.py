"""What machines read: dumps that hold the store, counts that are true, descriptions that parse and conform."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
from pyld import jsonld
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple
from rdflib import DCAT, DCTERMS, RDF, VOID

from lgq_graph.library import Graph
from lgq_graph.publish.site.context import Site
from lgq_graph.publish.site.data import examples, machines
from lgq_graph.publish.site.data.dcat import Listed, catalogue_description
from lgq_graph.publish.site.data.dumps import gzipped
from lgq_graph.publish.site.data.statistics import Statistics
from lgq_graph.store import Store, response_graphs
from lgq_graph.vocabulary import BASE, PREFIXES, lgq

from ..conftest import SHARED

FORMATS = {
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "nq": RdfFormat.N_QUADS,
    "jsonld": RdfFormat.JSON_LD,
}
SHAPES = SHARED / "vocabularies" / "dcat-ap-3.0.1-shacl.ttl"
WHOLE = rdflib.URIRef(f"{BASE}data#lgq")


HERE = "https://data.example.org/cities/"
"""Where the site is served: another place than the base of the IRIs, so that one is not taken for the other."""


@pytest.fixture(scope="module")
def site(graph: Graph) -> Site:
    """The examples on their way to the web."""
    return Site(graph.store, HERE)


@pytest.fixture(scope="module")
def files(site: Site) -> dict[str, bytes]:
    """All files of this part, by name."""
    made = [*machines.files(site), *examples.files(site)]
    assert len(made) == len(dict(made))
    return dict(made)


@pytest.fixture(scope="module")
def void(files: dict[str, bytes]) -> rdflib.Graph:
    """The VoID description, as rdflib reads it."""
    return rdflib.Graph().parse(data=files["void.ttl"], format="turtle")


@pytest.fixture(scope="module")
def catalogue(files: dict[str, bytes]) -> rdflib.Graph:
    """The catalogue, as rdflib reads it."""
    return rdflib.Graph().parse(data=files["data/catalogue.ttl"], format="turtle")


def opened(name: str, data: bytes) -> bytes:
    """A file without its compression."""
    return gzip.decompress(data) if name.endswith(".gz") else data


def triples_of_responses(store: Store) -> set[Triple]:
    """The union of the graphs of all responses, made the plain way."""
    graphs = [graph for r in store.responses() for graph in response_graphs(r.city, r.edition)]
    return {quad.triple for graph in graphs for quad in store.quads(graph)}


def quads_of_responses(store: Store) -> set[Quad]:
    """All quads of the responses."""
    return {
        quad
        for r in store.responses()
        for graph in response_graphs(r.city, r.edition)
        for quad in store.quads(graph)
    }


# --- dumps ------------------------------------------------------------------------------------------------------------


def test_the_n_quads_hold_the_whole_store(files: dict[str, bytes], graph: Graph) -> None:
    """The dump that the SPARQL page loads is the store, ontology and all, no line twice."""
    text = gzip.decompress(files["data/lgq.nq.gz"])
    assert set(ox.parse(text, format=RdfFormat.N_QUADS)) == set(graph.store.quads())
    assert text.count(b"\n") == len(graph.store)


def test_the_turtle_holds_what_is_stated_and_apart_what_is_inferred(
    files: dict[str, bytes], graph: Graph
) -> None:
    """The two files of triples together are the union of the responses, and the second is their inferred graphs."""
    stated, inferred = (
        set(ox.parse(gzip.decompress(files[f"data/{name}.ttl.gz"]), format=RdfFormat.TURTLE)) for name in ("lgq", "lgq-inferred")
    )  # fmt: skip
    told = {q.triple for q in quads_of_responses(graph.store) if str(q.graph_name).endswith("/inferred>")}
    assert {quad.triple for quad in inferred} == told
    assert {quad.triple for quad in stated | inferred} == triples_of_responses(graph.store)


def test_the_json_ld_holds_the_responses(files: dict[str, bytes], graph: Graph) -> None:
    """Expanded with the context at the root of the site, it is their named graphs."""
    document = json.loads(gzip.decompress(files["data/lgq.jsonld.gz"]))
    assert document["@context"] == f"{BASE}context.jsonld"
    document["@context"] = json.loads(files["context.jsonld"])["@context"]
    again = ox.parse(json.dumps(jsonld.expand(document)).encode(), format=RdfFormat.JSON_LD)
    assert set(again) == quads_of_responses(graph.store)


def test_each_graph_has_its_triples_and_a_page_at_its_name(files: dict[str, bytes], graph: Graph) -> None:
    """`graph/CITY/EDITION/PART` leads somewhere, and what stands beside it is that graph."""
    for response in graph.store.responses():
        names = response_graphs(response.city, response.edition)
        for name in names:
            path = name.value.removeprefix(BASE)
            assert name.value.encode() in files[f"{path}/index.html"]
            found = {quad.triple for quad in ox.parse(files[f"{path}.nt"], format=RdfFormat.N_TRIPLES)}
            assert found == {quad.triple for quad in graph.store.quads(name)}
        folder = f"graph/{response.city}/{response.edition}"
        dump = set(ox.parse(gzip.decompress(files[f"{folder}.nq.gz"]), format=RdfFormat.N_QUADS))
        assert dump == {quad for name in names for quad in graph.store.quads(name)}
        assert f"{folder}/index.html" in files


def test_gzip_files_tell_no_time_and_no_name() -> None:
    """The head of the format: no flags, no time; one member, since browsers read no second one."""
    data = gzipped(b"some words" * 1000)
    assert data[:4] == b"\x1f\x8b\x08\x00"
    assert data[4:8] == bytes(4)
    assert gzip.decompress(data) == b"some words" * 1000
    assert gzipped(b"some words" * 1000) == data


def test_all_that_is_rdf_parses(files: dict[str, bytes]) -> None:
    """By its ending, with another parser than the one that wrote it where that one is quick enough."""
    for name, data in files.items():
        ending = name.removesuffix(".gz").rpartition(".")[2]
        if ending in FORMATS and not name.startswith(("data/lgq", "context")):
            assert list(ox.parse(opened(name, data), format=FORMATS[ending])), name
        if ending == "ttl" and not name.startswith("data/lgq"):
            assert len(rdflib.Graph().parse(data=data, format="turtle")), name


def test_twins_say_the_same(files: dict[str, bytes]) -> None:
    """Turtle, JSON-LD and N-Triples of the ontology and the catalogue."""
    for path in ("ontology", "data", "data/catalogue"):
        said = [
            {quad.triple for quad in ox.parse(files[f"{path}.{e}"], format=FORMATS[e])}
            for e in ("ttl", "jsonld", "nt")
        ]
        assert said[0] == said[1] == said[2]
    assert files["data.ttl"] == files["data/catalogue.ttl"]


def test_checksums_are_those_of_the_files(files: dict[str, bytes]) -> None:
    """SHA256SUMS names every dump of `data/`, as `sha256sum` writes it."""
    lines = files["data/SHA256SUMS"].decode().splitlines()
    told = {f"data/{name}": digest for digest, name in (line.split("  ", 1) for line in lines)}
    assert told.keys() == {name for name in files if re.fullmatch(r"data/.*\.(gz|csv|gexf|graphml)", name)}
    assert all(hashlib.sha256(files[name]).hexdigest() == digest for name, digest in told.items())


# --- VoID -------------------------------------------------------------------------------------------------------------


def test_the_two_places_of_void_hold_the_same(files: dict[str, bytes]) -> None:
    """`void.ttl` and `.well-known/void`."""
    assert files["void.ttl"] == files[".well-known/void"]


def test_void_counts_are_those_of_the_store(void: rdflib.Graph, graph: Graph) -> None:
    """Each number against one made from the quads by plain sets."""
    triples = triples_of_responses(graph.store)
    classes = Counter(str(t.object.value) for t in triples if t.predicate.value == str(RDF.type))  # type: ignore[union-attr]
    properties = Counter(t.predicate.value for t in triples)
    wanted = {
        VOID.triples: len(triples),
        VOID.distinctSubjects: len({t.subject for t in triples}),
        VOID.distinctObjects: len({t.object for t in triples}),
        VOID.entities: len({t.subject for t in triples if str(t.subject).startswith(f"<{BASE}")}),
        VOID.classes: len(classes),
        VOID.properties: len(properties),
    }
    assert {term: void.value(WHOLE, term).toPython() for term in wanted} == wanted  # type: ignore[union-attr]
    assert partition(void, VOID.classPartition, VOID["class"], VOID.entities) == classes
    assert partition(void, VOID.propertyPartition, VOID.property, VOID.triples) == properties


def partition(
    void: rdflib.Graph, kind: rdflib.URIRef, by: rdflib.URIRef, count: rdflib.URIRef
) -> dict[str, int]:
    """What a partition of the whole dataset tells, by class or property."""
    parts = list(void.objects(WHOLE, kind))
    told = {str(void.value(part, by)): void.value(part, count).toPython() for part in parts}  # type: ignore[union-attr]
    assert len(told) == len(parts)
    return told


def test_linksets_count_the_links(void: rdflib.Graph, graph: Graph) -> None:
    """Each by its predicate and the IRIs of the dataset it leads to; GeoNames, the goals and M49 are among them."""
    triples, spaces = triples_of_responses(graph.store), set()
    for linkset in void.objects(WHOLE, VOID.subset):
        predicate, space = (
            void.value(linkset, VOID.linkPredicate),
            void.value(void.value(linkset, VOID.objectsTarget), VOID.uriSpace),
        )
        found = [
            t
            for t in triples
            if t.predicate.value == str(predicate) and str(t.object).startswith(f"<{space}")
        ]
        assert void.value(linkset, VOID.triples).toPython() == len(found) > 0  # type: ignore[union-attr]
        spaces.add(str(space))
    assert spaces == {
        "https://sws.geonames.org/",
        "http://metadata.un.org/sdg/",
        "http://metadata.un.org/sdg/codes/geoArea/",
    }


def test_what_is_no_link_of_ours_is_in_no_linkset(void: rdflib.Graph) -> None:
    """Neither what a claim repeats of a statement, nor what the goals of the UN say of each other."""
    predicates = {str(p) for p in void.objects(None, VOID.linkPredicate)}
    assert f"{PREFIXES['skos']}exactMatch" in predicates
    assert not {p for p in predicates if p.startswith((PREFIXES["rdf"], PREFIXES["sdgo"]))}


def test_dumps_of_void_are_there(void: rdflib.Graph, files: dict[str, bytes]) -> None:
    """Each address is under that of the site, and is a file; the examples are things of the graph."""
    dumps = list(void.objects(WHOLE, VOID.dataDump))
    assert len(dumps) == 4
    assert all(str(dump).removeprefix(HERE) in files for dump in dumps)
    assert len(list(void.objects(WHOLE, VOID.exampleResource))) == 3


def lines(*said: str) -> list[bytes]:
    """Lines of N-Triples about things of example.org."""
    return [
        " ".join(f"<http://example.org/{word}>" for word in one.split()).encode() + b" .\n" for one in said
    ]


def test_what_two_responses_say_counts_once() -> None:
    """In two graphs of one response, and in two responses; what is a response's own is known by its beginning."""
    counts, own = Statistics(), (b"<http://example.org/own/",)
    counts.add([lines("a p b", "own/1 p b"), lines("a p b", "a q c")], own)
    counts.add([lines("a p b", "a p c")], ())
    assert (counts.triples, counts.subjects, counts.objects) == (4, 2, 2)
    assert counts.by_property == {"http://example.org/p": 3, "http://example.org/q": 1}


# --- DCAT -------------------------------------------------------------------------------------------------------------


def conforms(catalogue: rdflib.Graph) -> bool:
    """Whether DCAT-AP 3 finds nothing to object to."""
    return bool(pyshacl.validate(catalogue, shacl_graph=rdflib.Graph().parse(SHAPES), advanced=True)[0])


@pytest.mark.skipif(not SHAPES.exists(), reason="the shapes of DCAT-AP are not here")
def test_the_catalogue_conforms_to_the_application_profile(catalogue: rdflib.Graph) -> None:
    """As it is; and no longer when a dataset loses its title or a file its address, so that the shapes do look."""
    assert conforms(catalogue)
    for kind, term in ((DCAT.Dataset, DCTERMS.title), (DCAT.Distribution, DCAT.accessURL)):
        poorer = rdflib.Graph() + catalogue
        poorer.remove((next(poorer.subjects(RDF.type, kind)), term, None))
        assert not conforms(poorer)


def test_each_response_is_a_dataset_of_the_series(catalogue: rdflib.Graph, graph: Graph) -> None:
    """With its city, its form and the day it was handed in."""
    for response in graph.store.responses():
        iri = rdflib.URIRef(f"{BASE}response/{response.city}/{response.edition}")
        assert (
            iri,
            rdflib.URIRef(PREFIXES["dcat"] + "inSeries"),
            rdflib.URIRef(f"{BASE}data#responses"),
        ) in catalogue
        assert (iri, DCTERMS.spatial, rdflib.URIRef(f"{BASE}id/city/{response.city}")) in catalogue
        assert (
            iri,
            DCTERMS.conformsTo,
            rdflib.URIRef(f"{BASE}questionnaire/{response.edition}"),
        ) in catalogue
        day = graph.store.select(f"SELECT ?day WHERE {{ <{iri}> dct:dateSubmitted ?day }}").rows[0][0]
        assert isinstance(day, Literal)
        assert str(catalogue.value(iri, DCTERMS.issued)) == day.value


def test_a_form_bears_its_own_name_in_the_catalogue() -> None:
    """Not that of a later round that was read by it."""
    form = NamedNode(f"{BASE}questionnaire/2022")
    later = Listed(
        NamedNode(f"{BASE}response/fi-tampere/2024"),
        "response/fi-tampere/2024",
        "Tampere",
        {lgq.form.value: form, lgq.edition.value: Literal("2024")},
        (),
    )
    told = rdflib.Graph().parse(data=catalogue_description(HERE, [], [later]).turtle(), format="turtle")
    titles = list(told.objects(rdflib.URIRef(form.value), DCTERMS.title))
    assert titles == [rdflib.Literal("Local Government Questionnaire 2022", lang="en")]


def test_distributions_tell_the_truth(catalogue: rdflib.Graph, files: dict[str, bytes]) -> None:
    """Size and checksum of every file that can be taken away, of the responses too."""
    spdx, seen = rdflib.Namespace("http://spdx.org/rdf/terms#"), set()
    for place in catalogue.subjects(RDF.type, DCAT.Distribution):
        name = str(catalogue.value(place, DCAT.downloadURL)).removeprefix(HERE)
        assert str(catalogue.value(place, DCAT.byteSize)) == str(len(files[name]))
        checksum = catalogue.value(catalogue.value(place, spdx.checksum), spdx.checksumValue)
        assert str(checksum) == hashlib.sha256(files[name]).hexdigest()
        assert bool(catalogue.value(place, DCAT.compressFormat)) == name.endswith(".gz")
        seen.add(name)
    assert {name for name in files if name.endswith((".gz", ".csv", ".gexf", ".graphml"))} <= seen


def test_licence_and_publisher_are_those_of_the_ontology(
    catalogue: rdflib.Graph, void: rdflib.Graph, graph: Graph
) -> None:
    """In both descriptions."""
    ontology = f"{BASE}ontology"
    for term in (DCTERMS.license, DCTERMS.publisher):
        (value,) = (
            q.object.value
            for q in graph.store.quads(NamedNode(ontology))
            if q.predicate.value == str(term) and q.subject == NamedNode(ontology)
        )  # type: ignore[union-attr]
        assert (
            [str(v) for v in void.objects(WHOLE, term)]
            == [str(v) for v in catalogue.objects(WHOLE, term)]
            == [value]
        )


# --- queries and addresses --------------------------------------------------------------------------------------------


def test_queries_as_data_run_with_their_prefixes(files: dict[str, bytes], graph: Graph) -> None:
    """Each is told once in the file of all and in its own, with a comment in English, and is SPARQL as it stands."""
    sh, schema = rdflib.Namespace("http://www.w3.org/ns/shacl#"), rdflib.Namespace(PREFIXES["schema"])
    every = rdflib.Graph().parse(data=files["queries.ttl"], format="turtle")
    found = set(every.subjects(RDF.type, sh.SPARQLExecutable))
    own = {name for name in files if name.startswith("queries/")}
    assert {f"{str(query).removeprefix(BASE)}.ttl" for query in found} == own
    for query in found:
        assert every.value(query, rdflib.RDFS.comment).language == "en"  # type: ignore[union-attr]
        assert str(every.value(query, schema.target)) == f"{HERE}sparql/"
        assert (query, RDF.type, sh.SPARQLSelectExecutable) in every
        ox.Store().query(str(every.value(query, sh.select)))
    (declared,) = set(every.objects(None, sh.prefixes))
    prefixes = {
        str(every.value(p, sh.prefix)): str(every.value(p, sh.namespace))
        for p in every.objects(declared, sh.declare)
    }
    assert prefixes == PREFIXES


def addresses(files: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    """Every address of a link or of something to load, with the page it is on."""
    for name, data in files.items():
        if name.endswith(".html"):
            for address in re.findall(r'\b(?:href|src|action)="([^"]*)"', data.decode()):
                yield name, unescape(address)


def test_links_leave_the_site_for_vocabularies_and_the_licence_alone(files: dict[str, bytes]) -> None:
    """And those to files of this part lead to one."""
    outside = {*PREFIXES.values(), "https://creativecommons.org/licenses/by/4.0/", HERE}
    for name, address in addresses(files):
        if "//" in address:
            assert address.startswith(tuple(outside)), (name, address)


def test_files_that_pages_lead_to_are_there(files: dict[str, bytes]) -> None:
    """What ends like a file of data, seen from the page that links it."""
    led = 0
    for name, address in addresses(files):
        if re.search(r"\.(ttl|nt|jsonld|gz|csv|gexf|graphml)$|SHA256SUMS$", address) and "//" not in address:
            target = Path("/", name).parent.joinpath(address)
            assert str(target.resolve())[1:] in files, (name, address)
            led += 1
    assert led > 40


def test_ids_of_a_page_are_its_own(files: dict[str, bytes]) -> None:
    """No page has one twice, and its own links to a place in it lead there."""
    for name, data in files.items():
        if name.endswith(".html"):
            ids = Counter(re.findall(r'\bid="([^"]*)"', data.decode()))
            assert max(ids.values()) == 1, (name, ids.most_common(2))
            assert {a[1:] for n, a in addresses({name: data}) if a.startswith("#")} <= ids.keys()


def test_nothing_of_a_page_is_inline(files: dict[str, bytes]) -> None:
    """Neither style nor script but data, which the policy of the site forbids."""
    for name, data in files.items():
        if name.endswith(".html"):
            assert b" style=" not in data and b"<style" not in data
            assert set(re.findall(rb"<script([^>]*)>", data)) <= {b' type="application/ld+json"'}


def test_the_code_of_the_data_page_runs(files: dict[str, bytes], tmp_path: Path) -> None:
    """Each piece of Python, in a folder with the downloaded files."""
    for name, data in files.items():
        if name.startswith("data/"):
            (tmp_path / Path(name).name).write_bytes(data)
    pieces = [
        unescape(code)
        for code in re.findall(
            r'<code class="python">(.*?)</code>', files["data/index.html"].decode(), re.DOTALL
        )
    ]
    assert len(pieces) == 4
    for piece in pieces:
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", piece],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0 and done.stdout, done.stderr


def test_the_card_of_the_data_page_is_json(files: dict[str, bytes]) -> None:
    """schema.org's dataset, with a download for each dump."""
    (text,) = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', files["data/index.html"].decode(), re.DOTALL
    )
    card = json.loads(text)
    assert card["@type"] == "Dataset"
    assert {d["contentUrl"].removeprefix(HERE) for d in card["distribution"]} <= files.keys()


def test_a_name_that_is_markup_stays_a_name(graph: Graph) -> None:
    """On the pages, in the card, and in the descriptions."""
    bad = "</script><img src=x onerror=alert(1)>"
    other = Store()
    other.load_ontology()
    names = response_graphs("fi-tampere", "2022")
    quads = (q for name in names for q in graph.store.quads(name))
    other.replace((renamed(q, "Tampere", bad) for q in quads), "fi-tampere", "2022")
    files = dict(machines.files(Site(other, HERE)))
    for name in (
        "data/index.html",
        "graph/fi-tampere/2022/index.html",
        "graph/fi-tampere/2022/stated/index.html",
    ):
        assert b"<img" not in files[name], name
        assert b"&lt;img" in files[name], name
    (card,) = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', files["data/index.html"].decode(), re.DOTALL
    )
    assert json.loads(card)["spatialCoverage"] == [bad]
    assert bad in {
        q.object.value
        for q in ox.parse(files["data.ttl"], format=RdfFormat.TURTLE)
        if isinstance(q.object, Literal)
    }


def renamed(quad: Quad, old: str, new: str) -> Quad:
    """A quad with another text in the place of one."""
    value = quad.object
    if not isinstance(value, Literal) or value.value != old:
        return quad
    text = Literal(new, language=value.language) if value.language else Literal(new)
    return Quad(quad.subject, quad.predicate, text, quad.graph_name)


def test_two_runs_give_the_same_bytes(files: dict[str, bytes], graph: Graph) -> None:
    """Of a store that was filled in another order."""
    other = Store()
    for response in reversed(graph.store.responses()):
        quads: Iterable[Quad] = [
            q for g in response_graphs(response.city, response.edition) for q in graph.store.quads(g)
        ]
        other.replace(sorted(quads, key=str, reverse=True), response.city, response.edition)
    other.load_ontology()
    again = Site(other, HERE)
    made = {**dict(machines.files(again)), **dict(examples.files(again))}
    assert made.keys() == files.keys()
    assert [name for name in files if made[name] != files[name]] == []
