"""Links: every form in which an answer prints an address."""

from __future__ import annotations

import pytest

from lgq_graph.extract.links import find_anchors, find_links

FORMS = [
    ("in angle brackets", "see <https://a.example/x>.", ["https://a.example/x"]),
    ("in round brackets", "the portal (https://a.example/x), which", ["https://a.example/x"]),
    ("bare, before a full stop", "It is at https://a.example/x. We like it.", ["https://a.example/x"]),
    ("markdown", "[The portal](https://a.example/x?y=1#z)", ["https://a.example/x?y=1#z"]),
    ("without scheme", "Visit www.a.example!", ["www.a.example"]),
    ("a host in another script", "<https://пример.рф/а>", ["https://пример.рф/а"]),
    ("brackets of its own", "(https://a.example/x_(y))", ["https://a.example/x_(y)"]),
    ("query and fragment", "https://a.example/?q=a,b&r=1#top", ["https://a.example/?q=a,b&r=1#top"]),
    (
        "two parted by a comma",
        "https://a.example,https://b.example",
        ["https://a.example", "https://b.example"],
    ),
    (
        "two parted by a semicolon",
        "https://a.example; https://b.example",
        ["https://a.example", "https://b.example"],
    ),
    ("broken over a line in brackets", "<https://a.example/\nx/y>", ["https://a.example/x/y"]),
    (
        "broken over a line after a hyphen",
        "https://a.example/one-\ntwo/three.html next",
        ["https://a.example/one-two/three.html"],
    ),
    ("a list marker after a line end is no tail", "https://a.example/\n2. Next", ["https://a.example/"]),
    ("an address after a colon", "Site: town.fi", ["town.fi"]),
    ("an address with a path", "go to pay.town.gov.in/water today", ["pay.town.gov.in/water"]),
    ("an address in a cell", "Bus\ttownbus.fi\troutes", ["townbus.fi"]),
    ("an address behind a bracket", "Open Data (in Finnish) data.town.fi, 14 sets", ["data.town.fi"]),
    ("a mail address is no link", "write to info@town.fi", []),
    ("abbreviations and numbers are no links", "e.g. No.5, i.e. 3.5 of St.Paul", []),
    ("a site named in running words is no link", "on the town.fi portal", []),
    ("in quotation marks", 'the page "https://a.example/x" says', ["https://a.example/x"]),
    ("in upper case", "HTTPS://A.EXAMPLE/X", ["HTTPS://A.EXAMPLE/X"]),
]


@pytest.mark.parametrize(("what", "text", "urls"), FORMS, ids=[form[0] for form in FORMS])
def test_a_link_is_read_as_printed(what: str, text: str, urls: list[str]) -> None:
    """The URL is what was printed, without the brackets and punctuation around it."""
    assert [link.url for link in find_links(text)] == urls


def test_the_span_is_where_the_words_stand() -> None:
    """Without its line end, the text at the span is the URL."""
    text = "a <https://a.example/\nx> b www.c.example"
    assert [link.span.of(text).replace("\n", "") for link in find_links(text)] == [
        link.url for link in find_links(text)
    ]


def test_a_markdown_label_is_kept() -> None:
    """The words in square brackets name the link."""
    text = "See [Open data](https://data.example/)."
    (anchor,) = find_anchors(text)
    assert anchor.label is not None
    assert anchor.label.of(text) == "Open data"
    assert anchor.outer.of(text) == "[Open data](https://data.example/)"


@pytest.mark.parametrize("unit", ["https://a.b/", "(", "<https://", "a.", "[x](", "www.", "https://a.b/x "])
def test_hostile_text_ends(unit: str) -> None:
    """A hundred thousand repetitions of a link's beginning do not hang."""
    find_links(unit * 100_000)
