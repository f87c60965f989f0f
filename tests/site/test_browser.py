"""Each kind of page in a browser: nothing serious for axe-core, no error, no request that leaves localhost; light, dark, on a phone and on paper."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ..correct.making import FACT, GOAL, RENAME, corrected
from .browser import NEEDS_BROWSER, serving, watching

pytestmark = NEEDS_BROWSER
AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"

PAGES = {
    "home": "", "city": "id/city/fi-tampere/", "partner": "id/city/es-barcelona/", "service": "id/fi-tampere/service/water-meter-reading/",
    "portal": "id/co-medellin/portal/transparency/", "law": "id/law/wcag/", "strategy": "id/fi-tampere/strategy/tampere-city-of-action-2030/",
    "goal": "sdg/6/", "target": "sdg/6.3/", "goals": "sdg/", "country": "id/country/FIN/", "cities": "cities/",
    "question": "questionnaire/2022/q24/", "questions": "questions/", "response": "response/fi-tampere/2022/", "answer": "response/fi-tampere/2022/answer/q24/",
    "withheld answer": "response/fi-tampere/2022/answer/q10/", "code": "code/function/open-data/", "code list": "code/function/",
    "ontology": "ontology/", "queries": "queries/", "query": "queries/services-by-sdg/", "compare": "compare/", "compare goals": "compare/goals/",
    "compare questions": "compare/questions/", "data": "data/", "sparql": "sparql/", "search": "search/?q=water", "graph": "graph/fi-tampere/2022/stated/",
}  # fmt: skip
LOOKS = {
    "light": {"color_scheme": "light", "viewport": {"width": 1280, "height": 900}},
    "dark": {"color_scheme": "dark", "viewport": {"width": 1280, "height": 900}},
    "phone": {"color_scheme": "light", "viewport": {"width": 390, "height": 844}, "has_touch": True},
}


@pytest.fixture(scope="module")
def first_claim(site_folder: Path) -> str:
    """The address of a claim."""
    return f"claim/{min(file.name for file in (site_folder / 'claim').iterdir() if file.is_dir())}/"


@pytest.mark.parametrize("look", LOOKS)
def test_every_kind_of_page_can_be_used_by_all(
    browser: Any, served: str, first_claim: str, look: str
) -> None:
    """axe-core finds nothing serious or critical; nothing goes beyond the side of the screen."""
    if not AXE.is_file():
        pytest.skip("NO AXE: run `make assets`")
    serious: dict[str, list[str]] = {}
    with watching(browser, served, **LOOKS[look]) as watched:
        for name, place in {**PAGES, "claim": first_claim}.items():
            watched.open(place)
            watched.page.wait_for_load_state("networkidle")
            watched.page.evaluate(AXE.read_text(encoding="utf-8"))
            found = watched.page.evaluate(
                "async () => (await axe.run()).violations.map(v => [v.impact, v.id, v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' ')])"
            )
            serious |= {
                f"{name}: {id_}": nodes for impact, id_, nodes in found if impact in ("serious", "critical")
            }
            wider = watched.page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            if wider > 1:
                serious[f"{name}: wider than the screen"] = [str(wider)]
    assert not serious, json.dumps(serious, indent=1)


def test_all_but_the_query_page_works_without_scripts(browser: Any, served: str) -> None:
    """What a page says and where it leads does not wait for a script; search and queries say what they need."""
    with watching(browser, served, java_script_enabled=False) as watched:
        for place in PAGES.values():
            watched.open(place)
            assert watched.page.locator("main h1").count() == 1
            assert len(watched.page.inner_text("main")) > 60, place


def test_a_reader_gets_from_the_front_page_to_the_words(browser: Any, served: str) -> None:
    """From the city to a service to the very words in its answer."""
    with watching(browser, served) as watched:
        watched.open("")
        watched.page.click("main >> text=Tampere")
        watched.page.click("main >> text=Water Meter Reading")
        watched.page.click("tr:has(a[href$='sdg/6/']) a.words")
        target = watched.page.locator("mark:target")
        assert "Water Meter Reading" in target.inner_text()


def test_a_page_is_reached_and_left_by_the_keyboard(browser: Any, served: str) -> None:
    """The first stop skips to the content, and each stop can be seen."""
    with watching(browser, served) as watched:
        watched.open("id/city/fi-tampere/")
        watched.page.keyboard.press("Tab")
        assert watched.page.evaluate("document.activeElement.className") == "skip"
        watched.page.keyboard.press("Enter")
        watched.page.keyboard.press("Tab")
        assert watched.page.evaluate("document.querySelector('main').contains(document.activeElement)")
        assert watched.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_paper_shows_the_content_alone(browser: Any, served: str) -> None:
    """No menus; links to other hosts with their address."""
    with watching(browser, served) as watched:
        watched.open("id/fi-tampere/service/water-meter-reading/")
        watched.page.emulate_media(media="print")
        assert not watched.page.locator("header.top").is_visible()
        assert watched.page.locator("main h1").is_visible()


MARKUP = "</script><script>alert(1)</script><img src=x onerror=alert(2)>"
PILED = "a" + "\u0301" * 1_500
"""Marks that are drawn above or beneath their letter, one on the other, over all that stands there."""
WRITTEN = {
    "markup": MARKUP, "a script": "javascript:alert(3)", "a page of data": "data:text/html,<script>alert(4)</script>",
    "a word without end": "Ab" * 1_000, "letters from the right": "\u05d0" * 1_000, "piled marks": PILED,
}  # fmt: skip


def test_hostile_corrections_run_nothing_and_stay_in_their_room(browser: Any, tmp_path: Path) -> None:
    """Nothing runs or leaves the side of the screen, the columns beside a long word can be read, and who corrected what is still told."""
    facts = [FACT | {"property": "skos:altLabel", "value": words, "why": words} for words in WRITTEN.values()]
    rename = RENAME | {"to": "Ab" * 1_000, "why": MARKUP}
    with corrected(tmp_path, GOAL | {"why": MARKUP}, rename, *facts) as graph:
        graph.publish(tmp_path / "site")
    things = [
        f"id/fi-tampere/{path}/" for path in ("portal/parks-for-all", "portal/open-data-portal-of-the-city")
    ]
    records = [
        f"correction/{file.name}/" for file in (tmp_path / "site" / "correction").iterdir() if file.is_dir()
    ]
    for look in ("light", "phone"):
        with serving(tmp_path / "site") as address, watching(browser, address, **LOOKS[look]) as watched:
            watched.page.on("dialog", lambda dialog: watched.wrong.append(dialog.message))
            for place in (*things, *records, "id/city/fi-tampere/", "response/fi-tampere/2022/answer/q27/"):
                watched.open(place)
                sides = watched.page.evaluate(
                    "[document.documentElement, ...document.querySelectorAll('.crumbs, .scroll:has(.statements)')].map(e => e.scrollWidth - e.clientWidth)"
                )
                assert max(sides) <= 1, place
            watched.open(things[0])
            told = watched.page.inner_text("main")
            assert all(
                words in told for words in (*WRITTEN.values(), "corrected by", "add portal Parks for All")
            )
            spilt = "[...document.querySelectorAll('td')].filter(e => e.textContent.includes('\u0301\u0301') && getComputedStyle(e).overflowY !== 'clip').length"
            assert watched.page.evaluate(spilt) == 0
