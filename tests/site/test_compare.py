"""The comparisons say what the measures say, whatever cities are called."""

from __future__ import annotations

import csv
from collections.abc import Callable

import pytest

from lgq_graph.library import Graph
from lgq_graph.publish.site.context import Site
from lgq_graph.publish.site.tables import compare
from lgq_graph.publish.site.tables.replies import STATES
from lgq_graph.vocabulary import BASE

from .pages import faults, links_of, page_of, texts_of

HOSTILE = "</td></script><img src=x onerror=alert(1)>\u202e{{ 7 * 7 }}"
MEASURES = [
    "city-centrality", "city-clusters", "city-similarity", "comparability", "completeness", "law-centrality",
    "partnership-patterns", "sdg-gaps", "theme-breadth", "unique-goals",
]  # fmt: skip


@pytest.fixture(scope="module")
def site(graph: Graph) -> Site:
    return Site(graph.store, BASE)


@pytest.fixture(scope="module")
def files(site: Site) -> dict[str, bytes]:
    return dict(compare.files(site))


def test_which_comparisons_there_are(files: dict[str, bytes]) -> None:
    names = ["goals", "questions", *MEASURES]
    expected = {f"compare/{name}{end}" for name in names for end in ("/index.html", ".csv")}
    assert set(files) == {"compare/index.html", *expected}
    links = links_of(page_of(files["compare/index.html"]))
    assert {f"../compare/{name}/" for name in names} <= set(links)


def test_pages_are_well_formed(files: dict[str, bytes]) -> None:
    found = {name: faults(data) for name, data in files.items() if name.endswith(".html")}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_cells_of_the_goals_are_the_measure(files: dict[str, bytes], graph: Graph) -> None:
    shown = {row[0]: row[2:] for row in texts_of(page_of(files["compare/goals/index.html"]))}
    for record in graph.analysis().measure("sdg-coverage").to_records():
        words = shown[str(record["city"])][int(str(record["goal"])) - 1].split()
        counts = {way: int(count) for _, count, way in zip(*[iter(words)] * 3, strict=True)}
        assert counts == {way: record[way] for way in ("stated", "inferred", "planned") if record[way]}


def test_each_way_has_a_sign_and_a_word(files: dict[str, bytes]) -> None:
    page = page_of(files["compare/goals/index.html"])
    assert "planned" in page.xpath("//tbody//small/text()")
    for mark in page.xpath("//tbody//a[span]"):
        assert len(mark.xpath("./span[@aria-hidden]")) == len(mark.xpath("./small"))


def test_goals_and_cities_are_linked(files: dict[str, bytes]) -> None:
    page = page_of(files["compare/goals/index.html"])
    assert page.xpath("//thead//a/@href") == [f"../../sdg/{goal}/" for goal in range(1, 18)]
    assert page.xpath("//tbody/tr/th/a/@href") == ["../../id/city/co-medellin/", "../../id/city/fi-tampere/"]
    assert page.xpath("//tbody/tr[2]/td[2]/a/@href") == ["../../sdg/1/"]


def test_cells_of_the_questions_are_the_answers(files: dict[str, bytes], graph: Graph) -> None:
    page = page_of(files["compare/questions/index.html"])
    labels = {
        row.xpath("string(./th)"): row.xpath("./td[position() > 2]/a/@aria-label")
        for row in page.xpath("//tbody/tr")
    }
    for record in graph.query("answers").to_records():
        state = STATES[str(record["status"])]
        assert labels[str(record["city"])][int(str(record["question"])) - 1] == state.words
    assert set(page.xpath("//tbody//td/a/text()")) == {
        STATES[code].sign for code in ("answered", "empty", "withheld", "marks-lost")
    }


def test_counts_of_the_questions_are_those_of_the_measure(files: dict[str, bytes], graph: Graph) -> None:
    page = page_of(files["compare/questions/index.html"])
    counts = [int(text) for text in page.xpath("//tfoot//td[position() > 2]/text()")]
    assert counts == list(graph.analysis().measure("comparability").column("answered"))


def test_questions_and_answers_are_linked(files: dict[str, bytes]) -> None:
    page = page_of(files["compare/questions/index.html"])
    assert page.xpath("//thead//a/@href") == [
        f"../../questionnaire/2022/q{number}/" for number in range(1, 45)
    ]
    assert page.xpath("//tbody/tr[2]/td[26]/a/@href") == ["../../response/fi-tampere/2022/answer/q24/"]


def test_csv_of_the_questions_has_every_answer(files: dict[str, bytes], graph: Graph) -> None:
    rows = list(csv.DictReader(files["compare/questions.csv"].decode().splitlines()))
    answers = {
        (str(r["city"]), str(r["question"]), str(r["status"])) for r in graph.query("answers").to_records()
    }
    assert {(row["city"], row["question"], row["status"]) for row in rows} == answers


@pytest.mark.parametrize("name", MEASURES)
def test_a_measure_has_its_rows_its_notes_and_its_csv(
    name: str, files: dict[str, bytes], graph: Graph
) -> None:
    found = graph.analysis().measure(name)
    page = page_of(files[f"compare/{name}/index.html"])
    assert len(texts_of(page)) == len(found)
    assert page.xpath("//p[@class='note']/text()") == list(found.notes)
    assert files[f"compare/{name}.csv"].decode() == found.to_csv()


def test_a_csv_that_is_cut_says_so(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compare, "KEPT", 2)
    files = dict(compare.files(site))
    assert len(files["compare/law-centrality.csv"].decode().splitlines()) == 3
    assert (
        "law-centrality.csv has the first 2"
        in page_of(files["compare/law-centrality/index.html"]).text_content()
    )
    assert "has the first" not in page_of(files["compare/sdg-gaps/index.html"]).text_content()


def test_too_many_cities_for_a_measure_of_pairs_are_told(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page stands, says why it has no rows, and leads to no file that is not there."""
    monkeypatch.setattr(compare, "MOST", {"city-clusters": 1})
    files = dict(compare.files(site))
    text = page_of(files["compare/city-clusters/index.html"]).text_content()
    assert "Not worked out here for" in text and "lgq-graph analyse city-clusters" in text
    assert "compare/city-clusters.csv" not in files and "city-clusters.csv" not in text
    assert "compare/city-similarity.csv" in files


def test_things_of_a_measure_are_links(files: dict[str, bytes], graph: Graph) -> None:
    links = links_of(page_of(files["compare/unique-goals/index.html"]))
    entities = " ".join(map(str, graph.analysis().measure("unique-goals").column("entities"))).split()
    assert {entity.replace(BASE, "../../") + "/" for entity in entities} <= set(links)


def test_tables_can_be_sorted_and_reached(files: dict[str, bytes]) -> None:
    for name in ("goals", "questions", "city-centrality"):
        page = page_of(files[f"compare/{name}/index.html"])
        assert page.xpath(
            "//div[@role='region'][@aria-label][@tabindex='0']/table[contains(@class, 'sortable')]"
        )


def test_hostile_names_are_text(renamed: Callable[[dict[str, str]], Site]) -> None:
    files = dict(compare.files(renamed({"Tampere": HOSTILE, "Finland": HOSTILE})))
    for name, data in files.items():
        if name.endswith(".html"):
            assert faults(data) == [], name
            assert not page_of(data).xpath("//main//script|//main//img"), name
    page = page_of(files["compare/goals/index.html"])
    assert HOSTILE in page.xpath("//tbody/tr/th//bdi/text()")


def test_two_cities_of_one_name_are_two_rows(renamed: Callable[[dict[str, str]], Site]) -> None:
    site = renamed({"Tampere": "Medellín"})
    files = dict(compare.files(site))
    for name in ("goals", "questions"):
        page = page_of(files[f"compare/{name}/index.html"])
        assert page.xpath("//tbody/tr/th//text()") == ["Medellín", "Medellín"]
        assert len(set(page.xpath("//tbody/tr/th/a/@href"))) == 2
    goals = texts_of(page_of(files["compare/goals/index.html"]))
    assert [row[3] for row in goals] == ["● 2 stated", ""]  # goal 2: the one of Colombia alone
