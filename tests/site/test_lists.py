"""The lists lead to every city, goal and question, with the numbers of the measures."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lgq_graph.library import Graph
from lgq_graph.publish.site.context import Site
from lgq_graph.publish.site.tables import lists
from lgq_graph.vocabulary import BASE

from .pages import faults, page_of, texts_of

HOSTILE = "</h2></script><img src=x onerror=alert(1)>\u202e"


@pytest.fixture(scope="module")
def files(graph: Graph) -> dict[str, bytes]:
    return dict(lists.files(Site(graph.store, BASE)))


def test_which_lists_there_are(files: dict[str, bytes]) -> None:
    assert set(files) == {"cities/index.html", "sdg/index.html", "questions/index.html"}


def test_pages_are_well_formed(files: dict[str, bytes]) -> None:
    assert {name: faults(data) for name, data in files.items()} == {name: [] for name in files}


def test_cities_stand_by_country_with_what_they_answered(files: dict[str, bytes], graph: Graph) -> None:
    page = page_of(files["cities/index.html"])
    responses = sorted(graph.query("responses").to_records(), key=lambda record: str(record["country"]))
    shares = dict(
        zip(
            *(graph.analysis().measure("completeness").column(name) for name in ("city", "share")),
            strict=True,
        )
    )
    assert texts_of(page) == [
        [
            str(r["country"]), str(r["city"]), str(r["edition"]), str(r["submitted"]), f"{r['answered']} of {r['questions']}",
            f"{float(str(shares[r['city']])) * 100:.0f} %",
        ]
        for r in responses
    ]  # fmt: skip
    assert page.xpath("//tbody//a/@href") == [
        "../id/country/COL/", "../id/city/co-medellin/", "../id/country/FIN/", "../id/city/fi-tampere/",
    ]  # fmt: skip


def test_goals_have_the_numbers_of_the_measure(files: dict[str, bytes], graph: Graph) -> None:
    cards = page_of(files["sdg/index.html"]).xpath("//ul[contains(@class, 'goals')]/li")
    records = graph.analysis().measure("sdg-coverage").to_records()
    assert len(cards) == 17
    for number, card in enumerate(cards, 1):
        of = [record for record in records if record["goal"] == number]
        stated, planned = (sum(int(str(record[way])) for record in of) for way in ("stated", "planned"))
        text = " ".join(card.text_content().split())
        assert card.xpath(".//h2/a/@href") == [f"../sdg/{number}/"]
        assert text.startswith(f"{number} {of[0]['label']}")
        if stated or planned:
            assert f"{stated} thing{'' if stated == 1 else 's'} stated, 0 inferred, {planned} planned" in text
        else:
            assert text.endswith("No city speaks of it.")
        cities = sum(bool(record["stated"]) for record in of)
        assert (f"stated {cities} cit" in text) == bool(cities)


def test_colours_of_goals_are_the_official_ones_and_no_text_stands_on_them(files: dict[str, bytes]) -> None:
    page = page_of(files["sdg/index.html"])
    colours = page.xpath("//*[local-name()='rect']/@fill")
    assert len(set(colours)) == 17 and colours[5].upper() == "#26BDE2"
    assert not page.xpath("//*[local-name()='svg']//text()[normalize-space()]")


def test_questions_stand_in_their_sections_with_how_many_answered(
    files: dict[str, bytes], graph: Graph
) -> None:
    page = page_of(files["questions/index.html"])
    assert page.xpath("//ol/li/@value") == [str(number) for number in range(1, 45)]
    assert page.xpath("//ol[@class='asked']//a/@href") == [
        f"../questionnaire/2022/q{number}/" for number in range(1, 45)
    ]
    assert page.xpath("//h3/text()")[:2] == ["City and country", "Institutional framework"]
    answered = graph.analysis().measure("comparability").column("answered")
    assert page.xpath("//li/span[@class='quiet']/text()") == [f"{count} of 2 answered" for count in answered]


def test_hostile_names_are_text(renamed: Callable[[dict[str, str]], Site]) -> None:
    files = dict(lists.files(renamed({"Tampere": HOSTILE, "Finland": HOSTILE})))
    for name, data in files.items():
        assert faults(data) == [], name
        assert not page_of(data).xpath("//main//script|//main//img"), name
    assert texts_of(page_of(files["cities/index.html"]))[0][:2] == [HOSTILE, HOSTILE]
