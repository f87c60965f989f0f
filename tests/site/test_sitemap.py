"""The site map: well-formed, complete, in parts of the size that crawlers take, with days that the data give."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from lgq_graph.errors import DataError
from lgq_graph.library import Graph
from lgq_graph.publish import site as publish_site
from lgq_graph.publish.site import files_of_site, home, sitemap
from lgq_graph.publish.site.context import Site
from lgq_graph.publish.site.data import examples

from ..conftest import ROOT

HERE = "https://data.example.org/cities/"
PAGES = (
    "index.html", "about/index.html", "id/city/fi-tampere/index.html", "id/fi-tampere/portal/x/index.html", "id/country/FIN/index.html",
    "response/co-medellin/2022/answer/q1/index.html", "graph/fi-tampere/2022/stated/index.html", "ontology/index.html", "id/city/fi-other/index.html",
)  # fmt: skip
MODIFIED = re.findall(
    r'dct:modified "([\d-]+)"', (ROOT / "ontology" / "lgq.ttl").read_text(encoding="utf-8")
)[0]
SPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def made(graph: Graph, largest: int = 50_000) -> dict[str, bytes]:
    """The files of a site map of some pages."""
    return dict(sitemap.files(Site(graph.store, HERE), PAGES, largest))


def told(data: bytes, kind: str = "url") -> dict[str, str]:
    """The addresses of a site map with their days."""
    entries = etree.fromstring(data).findall(f"s:{kind}", SPACE)
    return {
        e.findtext("s:loc", namespaces=SPACE): e.findtext("s:lastmod", "", namespaces=SPACE) for e in entries
    }


def test_days_come_from_the_data(graph: Graph) -> None:
    """Of the response, of the city's last one, of all, of the ontology; where the data give none there is none."""
    assert told(made(graph)["sitemap.xml"]) == {
        HERE: "2023-06-21",
        f"{HERE}about/": "",
        f"{HERE}graph/fi-tampere/2022/stated/": "2023-06-14",
        f"{HERE}id/city/fi-other/": "",
        f"{HERE}id/city/fi-tampere/": "2023-06-14",
        f"{HERE}id/country/FIN/": "",
        f"{HERE}id/fi-tampere/portal/x/": "2023-06-14",
        f"{HERE}ontology/": MODIFIED,
        f"{HERE}response/co-medellin/2022/answer/q1/": "2023-06-21",
    }


def test_a_long_one_is_parted(graph: Graph) -> None:
    """The index names parts that are there, and together they hold each page once."""
    files = made(graph, largest=4)
    parts = [address.removeprefix(HERE) for address in told(files["sitemap.xml"], "sitemap")]
    assert parts == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
    found = [address for part in parts for address in told(files[part])]
    assert len(found) == len(PAGES)
    assert set(found) == set(told(made(graph)["sitemap.xml"]))
    assert max(len(told(files[part])) for part in parts) == 4


def test_robots_are_told_where_it_is(graph: Graph) -> None:
    """And kept from nothing."""
    text = made(graph)["robots.txt"].decode()
    assert f"Sitemap: {HERE}sitemap.xml\n" in text
    assert "Disallow" not in text


def test_the_site_lists_all_its_pages(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the parts wrote, be they as they may."""
    monkeypatch.setattr(publish_site, "PARTS", (home.files, examples.files, lambda _: iter([("a/b/index.html", b""), ("a/c.html", b"")])))  # fmt: skip
    files = dict(files_of_site(graph.store, HERE))
    assert set(told(files["sitemap.xml"])) == {HERE, f"{HERE}a/b/"}


def test_a_page_that_would_be_another_is_refused(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also when the names differ in their letters' case alone."""
    monkeypatch.setattr(
        publish_site, "PARTS", (lambda _: iter([("a/index.html", b""), ("A/index.html", b"")]),)
    )
    with pytest.raises(DataError, match="one file"):
        dict(files_of_site(graph.store, HERE))
