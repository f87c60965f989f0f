"""The SPARQL page without its scripts: what it is given, and what it says when the scripts are not there."""

from __future__ import annotations

import json

import pytest

from lgq_graph.library import Graph
from lgq_graph.publish.site import home, sparql
from lgq_graph.publish.site.context import Site
from lgq_graph.publish.site.frame import Frame
from lgq_graph.query import catalogue
from lgq_graph.store import Store
from lgq_graph.vocabulary import BASE, lgq


def _files(graph: Graph, *, assets: bool = True) -> dict[str, str]:
    site = Site(graph.store, BASE)
    site.frame = Frame(BASE, assets=assets)
    return {name: data.decode() for name, data in sparql.files(site)}


@pytest.fixture(scope="module")
def files(graph: Graph) -> dict[str, str]:
    """The files of the part, made once."""
    return _files(graph)


def test_the_editor_completes_what_the_data_use_and_nothing_else(files: dict[str, str], graph: Graph) -> None:
    terms = json.loads(files["sparql/terms.json"])
    assert lgq.OnlineService.value in terms["classes"]
    assert lgq.relatesTo.value not in terms["properties"]  # defined, and not used
    assert terms["properties"] == sorted({quad.predicate.value for quad in graph.store.quads()})


def test_each_query_of_the_catalogue_is_an_example_that_runs(files: dict[str, str], graph: Graph) -> None:
    examples = json.loads(files["sparql/examples.json"])
    assert set(examples) == {query.name for query in catalogue()}
    assert not any("#+" in text for text in examples.values())
    for text in list(examples.values())[::8]:
        graph.store.select(text)


def test_the_page_begins_with_the_services_for_clean_water(files: dict[str, str]) -> None:
    page = files["sparql/index.html"]
    assert "VALUES ?_goal { &#34;6&#34;^^&lt;" in page
    assert 'data-dump="../data/lgq.nq.gz"' in page


def test_the_policy_is_as_strict_as_on_every_page(files: dict[str, str]) -> None:
    policies = [
        page.partition('Content-Security-Policy" content="')[2].partition('"')[0]
        for page in (files["sparql/index.html"], dict(home.files(Site(Store(), BASE)))["index.html"].decode())
    ]
    assert policies[0] == policies[1] != ""
    assert "unsafe" not in policies[0]


def test_without_its_scripts_the_page_says_so_and_shows_the_query(graph: Graph) -> None:
    page = _files(graph, assets=False)["sparql/index.html"]
    assert "without its editor" in page and "SELECT DISTINCT" in page
    assert "assets/" not in page


def test_two_builds_are_the_same(files: dict[str, str], graph: Graph) -> None:
    assert _files(graph) == files
