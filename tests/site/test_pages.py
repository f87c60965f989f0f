"""The pages of things: all of them linked, safe, and the same as the store."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urljoin

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from pyoxigraph import Literal, NamedNode, Quad

from lgq_graph.library import Graph, build, open_graph
from lgq_graph.publish import site
from lgq_graph.publish.site import files_of_site
from lgq_graph.publish.site.paths import TWINS, page_file, path_of, safe_path, up_from
from lgq_graph.publish.site.things.quotes import excerpt, marked
from lgq_graph.store import Store
from lgq_graph.vocabulary import BASE, lgq, rdf, rdfs

from ..conftest import EXAMPLES

FORMATS = {"ttl": ox.RdfFormat.TURTLE, "jsonld": ox.RdfFormat.JSON_LD, "nt": ox.RdfFormat.N_TRIPLES}
MEDELLIN, TAMPERE = "id/city/co-medellin", "id/city/fi-tampere"


@pytest.fixture(scope="module")
def pages(site_files: dict[str, bytes]) -> dict[str, html.HtmlElement]:
    """All pages of the site, parsed, by the names of their files."""
    return {
        name: html.document_fromstring(data.decode())
        for name, data in site_files.items()
        if name.endswith(".html")
    }


def text_of(page: html.HtmlElement) -> str:
    return " ".join(page.text_content().split())


# --- all pages ----------------------------------------------------------------------------------------------------


def test_every_link_leads_somewhere(site_files: dict[str, bytes], pages: dict[str, html.HtmlElement]) -> None:
    """Each link, source and form within the site names a file that is there, and each fragment an id in it."""
    ids = {name: set(page.xpath("//@id")) for name, page in pages.items()}
    broken: dict[str, str] = {}
    for name, page in pages.items():
        if name == "404.html":  # its links go by the path of the address
            continue
        for target in {
            *page.xpath("//a/@href"),
            *page.xpath("//link[@rel!='canonical']/@href"),
            *page.xpath("//script/@src"),
            *page.xpath("//form/@action"),
        }:
            where = urljoin(f"http://site/{name}", str(target))
            if not where.startswith("http://site/"):
                continue
            path, _, fragment = where.removeprefix("http://site/").partition("#")
            path = unquote(path.partition("?")[0])
            file = f"{path}index.html" if path.endswith("/") or not path else path
            if file not in site_files or (
                fragment and file in ids and fragment not in ids[file] and not file.startswith("sparql/")
            ):
                broken.setdefault(str(target), name)
    assert not broken


def test_no_page_asks_another_host_for_anything(pages: dict[str, html.HtmlElement]) -> None:
    """Images, scripts, styles and frames come from the site; other hosts are only linked to."""
    for name, page in pages.items():
        asked = [
            *page.xpath("//@src"),
            *page.xpath("//link[@rel='stylesheet' or @rel='icon' or @rel='preload']/@href"),
            *page.xpath("//@srcset"),
            *page.xpath("//object/@data"),
        ]
        assert not [
            address
            for address in asked
            if re.match(r"[a-z]+:|//", str(address)) and not str(address).startswith("data:")
        ], name


def test_no_page_has_code_or_style_within(pages: dict[str, html.HtmlElement]) -> None:
    """The policy of the site forbids both."""
    for name, page in pages.items():
        assert not page.xpath("//@style | //style | //@*[starts-with(name(), 'on')]"), name
        assert not [
            s
            for s in page.xpath("//script[not(@src)]")
            if s.get("type") not in ("application/ld+json", "application/json")
        ], name


def test_every_page_has_one_heading_a_title_and_no_id_twice(pages: dict[str, html.HtmlElement]) -> None:
    """What a screen reader needs to find its way."""
    for name, page in pages.items():
        assert len(page.xpath("//h1")) == 1, name
        assert page.xpath("//main") and page.xpath("/html/@lang"), name
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), name
        levels = [int(h.tag[1]) for h in page.xpath("//h1 | //h2 | //h3 | //h4")]
        assert all(b <= a + 1 for a, b in pairwise(levels)), name


def test_every_thing_has_a_page_and_its_data(graph: Graph, site_files: dict[str, bytes]) -> None:
    """Each IRI of ours in the store, as a subject or an object, leads to a page; each page of a thing has its three twins."""
    missing = set()
    for quad in graph.store.quads():
        for term in (quad.subject, quad.object):
            path = path_of(term.value) if isinstance(term, NamedNode) else None
            if path and "graph/" not in path:
                missing |= {page_file(path), *(f"{path}.{ending}" for ending in TWINS)} - site_files.keys()
    assert not missing


def test_the_data_beside_a_page_say_what_the_store_says(graph: Graph, site_files: dict[str, bytes]) -> None:
    """All three formats hold the same triples; they are all in the store; and those about the thing are all that the store has."""
    known = {quad.triple for quad in graph.store.quads()}
    about: dict[str, set[ox.Triple]] = defaultdict(set)
    for triple in known:
        if isinstance(triple.subject, NamedNode) and (path := path_of(triple.subject.value)):
            about[path].add(triple)
    for path, expected in about.items():
        if path == "ontology":
            continue
        twins = [
            {quad.triple for quad in ox.parse(site_files[f"{path}.{ending}"], format=format_)}
            for ending, format_ in FORMATS.items()
        ]
        assert twins[0] == twins[1] == twins[2], path
        assert twins[0] <= known, path
        own = {t for t in twins[0] if isinstance(t.subject, NamedNode) and path_of(t.subject.value) == path}
        assert own == expected, path


def test_names_are_safe_on_every_system(site_files: dict[str, bytes]) -> None:
    """No step upwards, nothing hidden but what hosts want, no two names that differ by case alone."""
    assert len({name.casefold() for name in site_files}) == len(site_files)
    for name in site_files:
        parts = PurePosixPath(name).parts
        assert ".." not in parts and not name.startswith("/") and len(name) < 240, name


def test_two_builds_give_the_same_bytes(graph: Graph, site_files: dict[str, bytes]) -> None:
    """Names and bytes, in the same order."""
    assert list(files_of_site(graph.store)) == list(site_files.items())


# --- what a page says ---------------------------------------------------------------------------------------------


def test_a_thing_shows_its_words_in_the_answer(pages: dict[str, html.HtmlElement]) -> None:
    """Lake Watch supports target 6.3, stated, and the words are marked in the answer beneath."""
    page = pages["id/fi-tampere/initiative/lake-watch/index.html"]
    (row,) = page.xpath("//tr[td//a[contains(@href, 'sdg/6.3')]]")
    (words,) = row.xpath(".//a[@class='words']")
    assert "supports target 6.3" in text_of(words)
    assert "stated" in text_of(row)
    (mark,) = page.xpath(f"//mark[@id='{words.get('href')[1:]}']")
    assert text_of(mark) in text_of(words).replace("“", "")


def test_a_goal_counts_its_targets_and_what_is_planned(pages: dict[str, html.HtmlElement]) -> None:
    """SDG 6 is served by four things, two of them by target 6.3; SDG 7 is only planned."""
    six = pages["sdg/6/index.html"].xpath("//main//table[1]//th[@scope='row']")
    served = {
        text_of(cell)
        for cell in pages["sdg/6/index.html"].xpath("//h2[1]/following::table//th[@scope='row']")
    }
    assert six and {"My Consumption", "River Watch", "Water Meter Reading", "Lake Watch"} <= served
    assert "planned" in text_of(pages["sdg/7/index.html"].xpath("//main")[0])


def test_a_city_shows_what_is_not_known_and_why(pages: dict[str, html.HtmlElement]) -> None:
    """Withheld, lost and empty answers; goals of which nothing is said are not shown as failures."""
    page = pages[f"{MEDELLIN}/index.html"]
    rows = {
        text_of(row.xpath("./th")[0]): text_of(row.xpath("./td")[0])
        for row in page.xpath("//h2[starts-with(., 'What is not known')]/following::table[1]//tr")
    }
    assert {"withheld", "marks lost", "empty"} <= set(rows)
    assert len(page.xpath("//*[contains(@class, 'wheel')]/*[name()='path']")) == 17
    assert "Finland" in text_of(pages[f"{TAMPERE}/index.html"].xpath("//p[@class='lead']")[0])


def test_an_answer_marks_what_was_read_and_lists_it(pages: dict[str, html.HtmlElement], graph: Graph) -> None:
    """Each evidence span of the store is an anchor in the page of its answer."""
    spans = {
        q.subject.value
        for q in graph.store.quads()
        if q.predicate == rdf.type and q.object == lgq.EvidenceSpan and isinstance(q.subject, NamedNode)
    }
    claimed = {
        q.object.value
        for q in graph.store.quads()
        if q.predicate == lgq.evidence and isinstance(q.object, NamedNode)
    }
    for span in spans & claimed:
        answer, _, fragment = span.partition("#")
        page = pages[page_file(path_of(answer) or "")]
        assert page.xpath("//*[@id=$id]", id=fragment), span


def test_options_are_told_apart_by_what_is_known(pages: dict[str, html.HtmlElement]) -> None:
    """Selected as printed; selected since a later answer says so; and not to be told any more, which is no "No"."""

    def states(place: str) -> dict[str, tuple[str, str]]:
        rows = pages[f"response/{place}/index.html"].xpath("//table[caption='The options']/tbody/tr")
        return {text_of(row[1]): (text_of(row[2]), text_of(row[3])) for row in rows}

    assert states("fi-tampere/2022/answer/q9") == {
        "No": ("not selected", "stated"),
        "Yes": ("selected", "stated"),
    }
    assert states("co-medellin/2022/answer/q9") == {
        "No": ("unknown", "unknown"),
        "Yes": ("selected", "inferred"),
    }
    assert set(states("co-medellin/2022/answer/q16").values()) == {("unknown", "unknown")}
    assert "2 options of which the mark is lost" in text_of(pages["questionnaire/2022/q16/index.html"])


def test_a_merge_shows_the_words_of_both_mentions(pages: dict[str, html.HtmlElement]) -> None:
    """And why they are one thing."""
    for name, page in pages.items():
        if name.startswith("merge/"):
            rows = {
                text_of(row[0]): text_of(row[1])
                for row in page.xpath("//table[@class='statements']//tr[th[@scope='rowgroup']]")
            }
            assert rows["mention"] and rows["with"] and rows["reason"] and "char=" not in rows["mention"], (
                name
            )


def test_a_claim_has_a_page_of_its_own(pages: dict[str, html.HtmlElement], graph: Graph) -> None:
    """So a single fact can be cited; it says on which basis it stands."""
    claims = [name for name in pages if name.startswith("claim/")]
    assert len(claims) > 1000
    assert all(pages[name].xpath("//p[@class='lead']//span[contains(@class, 'basis')]") for name in claims)


# --- hostile words ------------------------------------------------------------------------------------------------

HOSTILE = (
    "</script><script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7 * 7 }}", "{% raw %}", "‮gnp.exe", "a\u0000b",
    "]]><!--", "&lt;b&gt;", "javascript:alert(1)",
)  # fmt: skip


def test_nothing_from_a_response_can_break_out() -> None:
    """Labels, descriptions and addresses of all sorts come out as text; an address that is not http is no link."""
    store = hostile_store()
    files = {name: data.decode() for name, data in files_of_site(store) if name.endswith(".html")}
    for name, text in files.items():
        page = html.document_fromstring(text)
        assert not page.xpath("//img | //@onerror | //script[contains(., 'alert(1)') and not(@type)]"), name
        assert not [
            href
            for href in page.xpath("//@href")
            if re.match(r"\s*(javascript|data|vbscript):", str(href), re.I)
        ], name
    page = html.document_fromstring(files["id/xx-town/service/bad/index.html"])
    assert "49" not in text_of(page.xpath("//h1")[0]) and "{{ 7 * 7 }}" in text_of(page)
    (linked,) = page.xpath("//script[@type='application/ld+json']")
    assert "<" not in linked.text


def hostile_store() -> Store:
    """A response of which every word wants to break out."""
    facts, answers = (NamedNode(f"{BASE}graph/xx-town/2022/{part}") for part in ("stated", "corpus"))
    store = Store()
    store.load_ontology()
    thing, answer, response = (
        NamedNode(BASE + path)
        for path in ("id/xx-town/service/bad", "response/xx-town/2022/answer/q4", "response/xx-town/2022")
    )
    city = NamedNode(f"{BASE}id/city/xx-town")
    quads = [Quad(thing, rdfs.label, Literal(word), facts) for word in HOSTILE if "\0" not in word]
    quads += [
        Quad(thing, rdf.type, lgq.OnlineService, facts),
        Quad(city, rdfs.label, Literal(HOSTILE[0]), facts),
    ]
    quads += [
        Quad(thing, NamedNode("http://xmlns.com/foaf/0.1/page"), NamedNode(iri), facts)
        for iri in ("javascript:alert(1)", "data:text/html,x", "https://e.org/%22%3E%3Cimg")
    ]
    quads += [
        Quad(response, lgq.city, city, answers), Quad(response, rdf.type, lgq.Response, answers), Quad(answer, lgq.inResponse, response, answers),
        Quad(answer, lgq.question, NamedNode(f"{BASE}questionnaire/2022/q4"), answers), Quad(thing, lgq.mentionedIn, answer, answers),
        Quad(answer, NamedNode("https://schema.org/text"), Literal(" ".join(HOSTILE[:5])), answers),
        Quad(answer, lgq.status, NamedNode(f"{BASE}code/answer-status/answered"), answers),
    ]  # fmt: skip
    store.replace(quads, "xx-town", "2022")
    return store


# --- paths and quotes ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("iri", "path"),
    [
        (f"{BASE}id/city/fi-tampere", "id/city/fi-tampere"),
        (f"{BASE}response/fi-tampere/2022/answer/q24#char=3,102", "response/fi-tampere/2022/answer/q24"),
        (f"{BASE}ontology#Portal", "ontology"),
        (BASE, ""),
        ("http://metadata.un.org/sdg/6", "sdg/6"),
        ("http://metadata.un.org/sdg/11.a", "sdg/11.a"),
        ("http://metadata.un.org/sdg/ontology#Goal", None),
        ("http://metadata.un.org/sdg", None),
        ("http://metadata.un.org/sdg/codes/geoArea/246", None),
        ("https://example.org/id/city/fi-tampere", None),
    ],
)
def test_a_page_stands_at_the_path_of_the_iri(iri: str, path: str | None) -> None:
    """Our own things at their path, goals and targets under `sdg/`, nothing else."""
    assert path_of(iri) == path


@pytest.mark.parametrize(
    "part",
    [
        "..",
        ".",
        "a b",
        "con",
        "NUL.txt",
        "a/../b",
        "é",
        "x" * 300,
        "a:b",
        "a\\b",
        "trailing.",
        ".hidden",
        "%2e%2e",
        "",
    ],
)
def test_odd_parts_get_a_safe_name(part: str) -> None:
    """Every part is a plain file name, and two odd ones do not fall together."""
    safe = safe_path(f"id/{part}/x")
    assert re.fullmatch(r"id(/[A-Za-z0-9][A-Za-z0-9._~@,=+-]*)+/x", safe) and ".." not in safe.split("/")
    assert safe_path("id/con/x") != safe_path("id/con./x")


@given(st.text(alphabet="ab/", min_size=1, max_size=12))
def test_the_way_up_leads_to_the_root(path: str) -> None:
    """From the page of any path."""
    path = safe_path(path)
    assert urljoin(f"http://site/{path}/", up_from(path)) == "http://site/"


@given(
    st.text(alphabet='a<&"\n é', max_size=30),
    st.lists(st.tuples(st.integers(0, 32), st.integers(0, 32)), max_size=6),
)
def test_marks_keep_the_text_and_nest(text: str, ends: list[tuple[int, int]]) -> None:
    """Whatever is marked, the text stays; every id is there once; what is within a mark is its stretch, or its beginning."""
    stretches = [(min(pair), max(pair), f"w{n}") for n, pair in enumerate(ends)]
    out = html.fragment_fromstring(f"<div>{marked(text, stretches)}</div>")
    assert out.text_content() == text
    for start, end, name in stretches:
        (mark,) = out.xpath("//mark[@id=$name]", name=name)
        assert text[start:end].startswith(mark.text_content())


def test_a_long_quote_is_cut_in_the_middle() -> None:
    """Its beginning and its end stay."""
    words = " ".join(f"word{n}" for n in range(100))
    cut = excerpt(words, 0, len(words), longest=60)
    assert cut.startswith("word0") and cut.endswith("word99") and "…" in cut and len(cut) <= 61
    assert excerpt("a  b\nc", 0, 6) == "a b c"


def test_several_processes_give_the_same_site(tmp_path: Path, site_files: dict[str, bytes]) -> None:
    """Files, bytes and order do not tell how many cores made them."""
    with build([EXAMPLES], store=tmp_path / "store", check=False):
        pass
    with open_graph(tmp_path / "store") as graph:
        assert list(files_of_site(graph.store, jobs=2)) == list(site_files.items())


def test_a_store_too_large_for_memory_gives_the_same_site(
    tmp_path: Path, site_files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is asked on disk."""
    monkeypatch.setattr(site, "fits_in_memory", lambda store: False)
    with build([EXAMPLES], store=tmp_path / "store", check=False):
        pass
    with open_graph(tmp_path / "store") as graph:
        assert list(files_of_site(graph.store)) == list(site_files.items())


def test_the_page_of_what_is_not_there_goes_by_the_root(pages: dict[str, html.HtmlElement]) -> None:
    """A host sends it at any depth, so none of its links may be relative."""
    links = pages["404.html"].xpath("//a/@href | //form/@action | //link/@href")
    assert len(links) > 5 and [link for link in links if not link.startswith(("/", "#"))] == []
