"""The SPARQL page, the search and sorting in a browser, on localhost alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from pyoxigraph import NamedNode

from lgq_graph.library import Graph
from lgq_graph.publish.site import sparql
from lgq_graph.publish.site.context import Site
from lgq_graph.publish.site.paths import fragment_of, path_of
from lgq_graph.vocabulary import BASE

from .browser import NEEDS_BROWSER, Watched, watching

READING = "id/fi-tampere/service/water-meter-reading"

pytestmark = NEEDS_BROWSER
sync_api = pytest.importorskip("playwright.sync_api", reason="NO DRIVER: pip install playwright")


@pytest.fixture
def folder(site_folder: Path) -> Path:
    """Where the site lies."""
    return site_folder


@pytest.fixture
def watched(browser: Any, served: str) -> Iterator[Watched]:
    """A fresh page."""
    with watching(browser, served) as watched:
        yield watched


def test_the_page_answers_which_services_serve_clean_water(watched: Watched, graph: Graph) -> None:
    watched.open("sparql/")
    watched.click_run()
    rows = watched.page.locator("table.answers tbody tr").all_inner_texts()
    names = [str(row[3]) for row in graph.query("services-by-sdg", goal=6).rows]
    assert names
    assert all(name in text for name, text in zip(names, rows, strict=True))
    assert watched.page.locator(f'table.answers a[href="../{READING}/"]').count() == 1


def test_the_engine_and_the_data_are_fetched_only_when_they_are_needed(watched: Watched) -> None:
    heavy = (".wasm", ".gz", "graph.js")
    watched.open("sparql/")
    watched.page.wait_for_selector(".CodeMirror")
    assert not any(url.endswith(heavy) for url in watched.asked)
    watched.click_run()
    assert sum(url.endswith(heavy) for url in watched.asked) == 2


def test_the_default_graph_is_all_graphs_as_one(watched: Watched) -> None:
    watched.run(f"ASK {{ <{BASE}{READING}> a ?kind }}")
    assert "True" in watched.page.inner_text("#sparql-results")


def test_statements_are_drawn_as_a_graph(watched: Watched) -> None:
    watched.run(f"DESCRIBE <{BASE}{READING}>")
    watched.page.click(".select_graph")
    watched.page.wait_for_selector(".graph canvas")
    assert "links between them" in watched.page.inner_text("#sparql-results")


def test_a_table_comes_down_as_csv_with_its_words_as_they_are(watched: Watched) -> None:
    watched.run('SELECT ?word ?number WHERE { VALUES (?word ?number) { ("a, {{number}}" 7) } }')
    with watched.page.expect_download() as download:
        watched.page.click(".yasr_downloadIcon")
    lines = Path(download.value.path()).read_text().splitlines()
    assert lines[1].startswith('"a, {{number}}",')


def test_what_the_data_say_is_text_and_a_script_in_them_is_no_link(watched: Watched) -> None:
    watched.run(
        'SELECT ?a ?b WHERE { VALUES (?a ?b) { ("<img src=x onerror=alert(1)>" <javascript:alert(1)>) } }'
    )
    assert watched.page.locator("table.answers :is(img, a)").count() == 0
    assert "<img src=x" in watched.page.inner_text("table.answers")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * WHERE { ?s ?p ",
        "DELETE WHERE { ?s ?p ?o }",
        "SELECT * { SERVICE <https://example.org/> { ?s ?p ?o } }",
    ],
)
def test_a_query_that_cannot_be_answered_says_why(watched: Watched, query: str) -> None:
    watched.run(query)
    assert watched.page.inner_text(".errorResult").strip()


def test_a_long_query_is_stopped_and_the_next_one_answered(watched: Watched) -> None:
    watched.open(f"sparql/#query={quote('SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }')}")
    watched.page.click("#sparql-run")
    watched.page.wait_for_timeout(800)
    watched.page.click("#sparql-stop")
    watched.page.locator("#sparql-status", has_text="stopped").wait_for()
    watched.page.click(".CodeMirror-lines")
    watched.page.keyboard.press("Control+A")
    watched.page.keyboard.type("SELECT * WHERE { ?s ?p ?o } LIMIT 3")
    assert watched.click_run().startswith("3 rows")


def test_the_editor_completes_classes_of_the_data(watched: Watched) -> None:
    watched.open(f"sparql/#query={quote(f'PREFIX lgq: <{BASE}ontology#> SELECT * WHERE {{ ?s a lgq:Por')}")
    watched.page.click(".CodeMirror-lines")
    watched.page.keyboard.press("Control+End")
    watched.page.keyboard.press("Control+Space")
    watched.page.wait_for_selector(".CodeMirror-hint")
    assert watched.page.locator(".CodeMirror-hint").all_inner_texts() == ["lgq:Portal"]


def test_an_example_of_the_catalogue_comes_into_the_editor(watched: Watched) -> None:
    watched.open("sparql/")
    watched.page.select_option("#sparql-example", "portals")
    watched.page.locator(".CodeMirror-line", has_text="Portals").first.wait_for()


def test_a_query_is_put_into_the_address_and_comes_back_from_it(watched: Watched) -> None:
    watched.open(f"sparql/#query={quote('SELECT (1 + 1 AS ?two) {}')}")
    watched.page.click("#sparql-link")
    assert watched.page.url.endswith(f"#query={quote('SELECT (1 + 1 AS ?two) {}', safe='()')}")


def test_a_site_without_its_dump_says_what_is_missing(watched: Watched, folder: Path) -> None:
    hidden = folder / "elsewhere"
    (folder / sparql.DUMP).rename(hidden)
    try:
        watched.open("sparql/")
        watched.click_run()
        assert "lgq.nq.gz cannot be read (404" in watched.page.inner_text(".errorResult")
    finally:
        hidden.rename(folder / sparql.DUMP)
    watched.wrong[:] = [line for line in watched.wrong if "404" not in line]  # the browser's own word on it


def test_the_search_finds_as_one_types_and_keeps_the_words_in_the_address(watched: Watched) -> None:
    watched.open("search/")
    watched.page.fill("#search-field", "watr meter")  # with a slip
    watched.page.locator(".found li", has_text="Water Meter Reading").wait_for()
    assert watched.page.url.endswith("?q=watr%20meter")
    watched.page.keyboard.press("ArrowDown")
    assert watched.page.evaluate("document.activeElement.getAttribute('href')") == f"../{READING}/"


def test_the_search_begins_with_the_words_of_the_address(watched: Watched) -> None:
    watched.open("search/?q=medellin")  # without its accent
    watched.page.locator(".found li", has_text="Medellín").first.wait_for()
    watched.page.locator("#search-status", has_text="page").wait_for()


def test_a_table_is_sorted_by_value_both_ways(watched: Watched) -> None:
    watched.run("SELECT ?n WHERE { VALUES ?n { 10 9 100 } }")
    button = watched.page.locator("table.answers th button")
    cells = watched.page.locator("table.answers td:nth-child(2)")
    button.click()
    assert cells.all_inner_texts() == ["9", "10", "100"]
    button.press("Enter")
    assert cells.all_inner_texts() == ["100", "10", "9"]
    assert watched.page.locator("th[aria-sort]").get_attribute("aria-sort") == "descending"


def test_every_thing_of_the_data_leads_to_its_page_as_the_site_names_it(
    watched: Watched, graph: Graph
) -> None:
    watched.run("SELECT DISTINCT ?s WHERE { ?s ?p ?o FILTER(isIRI(?s)) }")
    watched.page.click("#sparql-results .more")
    found = watched.page.locator("table.answers a").evaluate_all(
        "links => links.map(link => [link.title, link.getAttribute('href')])"
    )
    subjects = {quad.subject.value for quad in graph.store.quads() if isinstance(quad.subject, NamedNode)}
    assert dict(found) == {iri: _href(iri) for iri in subjects}


def _href(iri: str) -> str:
    path = path_of(iri) if iri != BASE else None
    return f"../{path}/{fragment_of(iri)}" if path else iri


def test_the_same_page_asks_a_server_when_it_is_given_one(watched: Watched, graph: Graph) -> None:
    asked: list[str] = []

    def answer(route: Any) -> None:
        asked.append(route.request.post_data)
        bindings = [{"who": {"type": "literal", "value": "the server"}}]
        route.fulfill(
            json={"head": {"vars": ["who"]}, "results": {"bindings": bindings}},
            content_type="application/sparql-results+json",
        )

    _, page = sparql.page(Site(graph.store, BASE), endpoint="../ask")
    watched.page.route("**/sparql/", lambda route: route.fulfill(body=page, content_type="text/html"))
    watched.page.route("**/ask", answer)
    watched.open("sparql/")
    assert watched.click_run().startswith("1 row ")
    assert "the server" in watched.page.inner_text("table.answers")
    assert len(asked) == 1 and "SELECT DISTINCT ?city" in asked[0]
    assert not any(url.endswith((".wasm", ".gz")) for url in watched.asked)


_TABLE = """<!doctype html><meta charset="utf-8"><link rel="icon" href="static/icon.svg">
<script src="assets/tables.js" defer></script><table class="sortable"><thead><tr>
<th>Name<th>People<th class="unsorted">Note</thead><tbody>
<tr><td>Évora<td data-value="53591">53,591<td>a <tr><td>eve<td><td>b <tr><td>Zagreb<td data-value="767131">767,131<td>c
<tr><td>Espoo<td data-value="9">9<td>d</tbody></table>"""


def test_tables_of_other_pages_are_sorted_with_the_empty_cells_last(watched: Watched, folder: Path) -> None:
    (folder / "table.html").write_text(_TABLE, encoding="utf-8")
    watched.open("table.html")
    names = watched.page.locator("td:first-child")
    assert watched.page.locator("th button").all_inner_texts() == ["Name", "People"]
    watched.page.click("text=People")
    assert names.all_inner_texts() == ["Espoo", "Évora", "Zagreb", "eve"]
    watched.page.click("text=People")
    assert names.all_inner_texts() == ["Zagreb", "Évora", "Espoo", "eve"]
    watched.page.click("text=Name")
    assert names.all_inner_texts() == ["Espoo", "eve", "Évora", "Zagreb"]
