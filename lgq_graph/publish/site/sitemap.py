"""For crawlers: the list of all pages, with the dates that the data give, and where that list is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from xml.sax.saxutils import escape

from pyoxigraph import Literal, NamedNode

from ...errors import DataError
from ...store import Store
from ...vocabulary import BASE
from .context import Site

__all__ = ["base_of", "files"]

LARGEST = 50_000
"""How many addresses one file of a sitemap may hold."""

_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_OF_RESPONSE = re.compile(r"(?:response|graph)/([^/]+/[^/]+)(?:/.*)?")
_OF_CITY = re.compile(r"id/(?:city/)?([a-z]{2}-[^/]+)(?:/.*)?")
_OF_ALL = frozenset({"", "cities", "data"})


def files(site: Site, pages: Iterable[str], largest: int = LARGEST) -> Iterator[tuple[str, bytes]]:
    """`sitemap.xml` (an index when it takes more than one file) and `robots.txt`, for the files of all pages (`…/index.html`)."""
    dated, paths = _dates(site.store), sorted(page.removesuffix("index.html") for page in pages)
    entries = [_entry("url", site.base + path, dated(path.rstrip("/"))) for path in paths]
    parts = [entries[start : start + largest] for start in range(0, len(entries), largest)]
    if len(parts) == 1:
        yield "sitemap.xml", _document("urlset", parts[0])
    else:
        yield "sitemap.xml", _document("sitemapindex", [_entry("sitemap", f"{site.base}sitemap-{n}.xml") for n, _ in enumerate(parts, 1)])  # fmt: skip
        for number, part in enumerate(parts, 1):
            yield f"sitemap-{number}.xml", _document("urlset", part)
    yield "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {site.base}sitemap.xml\n".encode()


def base_of(folder: Path) -> str:
    """The address of the site in a folder, as its robots.txt tells; DataError when there is no such site."""
    with suppress(OSError, UnicodeDecodeError):
        text = (folder / "robots.txt").read_text(encoding="utf-8")
        if match := re.search(r"^Sitemap: (\S+/)sitemap\.xml$", text, re.M):
            return match[1]
    raise DataError("there is no site here", file=str(folder), hint="name the folder that `publish` wrote")


def _document(root: str, entries: Iterable[str]) -> bytes:
    return f'{_XML}<{root} xmlns="{_NAMESPACE}">\n{"".join(entries)}</{root}>\n'.encode()


def _entry(name: str, address: str, day: str = "") -> str:
    changed = f"<lastmod>{day}</lastmod>" if day else ""
    return f"<{name}><loc>{escape(address)}</loc>{changed}</{name}>\n"


def _dates(store: Store) -> Callable[[str], str]:
    """From the path of a page to the day of what it tells: of its response, of the last one of its city, or of all."""
    days = {city_edition: day for city_edition, day in _submitted(store) if _DAY.fullmatch(day)}
    last: dict[str, str] = {}
    for city_edition, day in days.items():
        city = city_edition.partition("/")[0]
        last[city] = max(day, last.get(city, ""))
    newest, ontology = max(days.values(), default=""), _ontology(store)

    def day_of(path: str) -> str:
        if match := _OF_RESPONSE.fullmatch(path):
            return days.get(match[1], "")
        if match := _OF_CITY.fullmatch(path):
            return last.get(match[1], "")
        return newest if path in _OF_ALL else ontology if path == "ontology" else ""

    return day_of


def _submitted(store: Store) -> Iterator[tuple[str, str]]:
    found = store.select("SELECT ?response ?day WHERE { ?response a lgq:Response ; dct:dateSubmitted ?day }")
    for response, day in found.rows:
        if isinstance(response, NamedNode) and isinstance(day, Literal):
            yield response.value.removeprefix(f"{BASE}response/"), day.value


def _ontology(store: Store) -> str:
    found = store.select(f"SELECT ?day WHERE {{ <{BASE}ontology> dct:modified ?day }}")
    days = (day.value for (day,) in found.rows if isinstance(day, Literal))
    return max(filter(_DAY.fullmatch, days), default="")
