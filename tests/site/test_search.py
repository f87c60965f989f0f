"""What the search can find."""

from __future__ import annotations

import json
from typing import Any

import pytest

from lgq_graph.library import Graph
from lgq_graph.publish.site import search
from lgq_graph.publish.site.context import Site
from lgq_graph.publish.site.frame import Frame
from lgq_graph.vocabulary import BASE


def _files(graph: Graph, *, assets: bool = True) -> dict[str, str]:
    site = Site(graph.store, BASE)
    site.frame = Frame(BASE, assets=assets)
    return {name: data.decode() for name, data in search.files(site)}


def _entries(files: dict[str, str]) -> list[list[Any]]:
    index = json.loads(files["search/index.json"])
    return [entry for name in index["files"] for entry in json.loads(files[f"search/{name}"])]


def test_an_entity_is_found_by_all_its_names_with_its_city(graph: Graph) -> None:
    entries = {entry[0]: entry for entry in _entries(_files(graph))}
    reading = entries["id/fi-tampere/service/water-meter-reading"]
    assert reading[1:4] == ["Water Meter Reading", "service", "Tampere"]
    found = 0
    for row in graph.query("entities").rows:
        entry = entries[str(row[1]).removeprefix(BASE)]
        others = set(str(row[4] or "").split(" | ")) - {""}
        assert others <= {entry[1], *entry[4]}
        found += len(others)
    assert found > 0


def test_cities_goals_questions_and_terms_are_found_too(graph: Graph) -> None:
    kinds = {entry[0]: entry[2] for entry in _entries(_files(graph))}
    assert kinds["id/city/fi-tampere"] == "city"
    assert kinds["sdg/6"] == "goal"
    assert kinds["questionnaire/2022/q24"] == "question"
    assert kinds["ontology#contributesTo"] == "term"


def test_nothing_is_listed_twice(graph: Graph) -> None:
    places = [entry[0] for entry in _entries(_files(graph))]
    assert len(set(places)) == len(places)


def test_a_long_list_is_cut_into_files_that_hold_all_of_it(
    graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = _files(graph)
    monkeypatch.setattr(search, "IN_ONE", 100)
    cut = _files(graph)
    assert len(json.loads(cut["search/index.json"])["files"]) > 2
    assert _entries(cut) == _entries(whole)


@pytest.mark.parametrize(("assets", "words"), [(True, "<noscript>"), (False, "without its search")])
def test_without_script_the_page_leads_on(graph: Graph, assets: bool, words: str) -> None:
    page = _files(graph, assets=assets)["search/index.html"]
    body = page.partition(words)[2]
    assert 'href="../cities/"' in body and 'href="../data/"' in body
