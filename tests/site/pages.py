"""Reading pages in tests."""

from __future__ import annotations

from collections import Counter

import html5rdf
from lxml import html

__all__ = ["faults", "links_of", "page_of", "texts_of"]


def page_of(data: bytes) -> html.HtmlElement:
    """A page as a tree."""
    return html.document_fromstring(data.decode())


def faults(data: bytes) -> list[str]:
    """What is wrong with a page: parse errors, ids given twice, headings that skip a level, inline scripts and styles."""
    parser = html5rdf.HTMLParser()
    parser.parse(data.decode())
    page = page_of(data)
    found = [f"{place}: {fault}" for place, fault, _ in parser.errors]
    found += [f"id twice: {name}" for name, times in Counter(page.xpath("//@id")).items() if times > 1]
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    found += [f"h{b} after h{a}" for a, b in zip([0, *levels], levels, strict=False) if b > a + 1]
    found += [f"h1 {levels.count(1)} times"] if levels.count(1) != 1 else []
    found += [f"inline: {part.tag}" for part in page.xpath("//script[not(@src) and not(@type='application/ld+json')]|//style|//*[@style]")]  # fmt: skip
    found += [f"handler: {name}" for part in page.iter("*") for name in part.attrib if name.startswith("on")]
    found += [f"label for nothing: {name}" for name in page.xpath("//label/@for") if not page.xpath("//*[@id=$name]", name=name)]  # fmt: skip
    return found


def links_of(page: html.HtmlElement) -> list[str]:
    """Where the links of a page lead."""
    return [str(href) for href in page.xpath("//a/@href")]


def texts_of(page: html.HtmlElement, table: int = 0) -> list[list[str]]:
    """The cells of a table of a page as text, row by row, without its head."""
    rows = page.xpath("//table")[table].xpath("./tbody/tr")
    return [[" ".join(cell.text_content().split()) for cell in row.xpath("./th|./td")] for row in rows]
