"""Tests of the reader of web pages."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgq_graph.errors import InputError
from lgq_graph.model import Look, MarkState
from lgq_graph.read.html import READS


def blocks(page: str | bytes) -> list[tuple[str, MarkState | None]]:
    data = page.encode() if isinstance(page, str) else page
    (document,) = READS[".html"](data, "x.html")
    return [(block.text, block.mark) for block in document.blocks]


def lines(page: str | bytes) -> list[str]:
    return [text for text, _ in blocks(page)]


YES, NO = MarkState.SELECTED, MarkState.NOT_SELECTED


BOXES = {
    "native": "<p><label><input type=checkbox checked> Yes</label></p><p><label><input type=checkbox> No</label></p>",
    "kept up to date": "<div><input type=radio aria-checked=true>Yes</div><div><input type=radio checked aria-checked=false>No</div>",
    "roles": '<div role=radio aria-checked="true"><i></i>Yes</div><div role=radio aria-checked="false"><input type=radio checked>No</div>',
    "before": "<div><div><div><input type=radio checked></div><div>Yes</div></div><div><div><input type=radio></div><div>No</div></div></div>",
    "behind": "<div>Q<div><div>Yes</div><div><input type=radio checked></div></div><div><div>No</div><div><input type=radio></div></div></div>",
    "table": "<table><tr><td><input type=checkbox checked><td>Yes<tr><td><input type=checkbox><td>No</table>",
    "symbols": "<p><span style='font-family:Wingdings'>&thorn;</span> Yes</p><p><span style='font-family:Wingdings'>&uml;</span> No</p>",
    "one line": "<p><input type=radio checked>Yes <input type=radio>No</p>",
    "breaks": "<input type=radio checked>Yes<br><input type=radio>No<br>",
}


@pytest.mark.parametrize("form", BOXES)
def test_boxes(form: str) -> None:
    """A box goes to its option, wherever it stands beside it, and is told as it is shown."""
    found = [(text, mark) for text, mark in blocks(BOXES[form]) if text != "Q"]
    assert [(text.strip("☒☐ "), mark) for text, mark in found] == [("Yes", YES), ("No", NO)]


def test_matrix() -> None:
    """Options named in the head of a table are ticked in its rows."""
    rows = "".join(
        f"<tr><td>{level}<td><input type=radio {'checked' if yes else ''}><td><input type=radio {'' if yes else 'checked'}></tr>"
        for level, yes in (("National", True), ("Local", False))
    )
    assert blocks(f"<table><tr><th>Level<th>Yes<th>No</tr>{rows}</table>")[1:] == [
        ("National", None), ("☒ Yes", YES), ("☐ No", NO), ("Local", None), ("☐ Yes", NO), ("☒ No", YES)
    ]  # fmt: skip


def test_lost_boxes() -> None:
    """A box before the placeholder of a control is none, for it does not tell the state."""
    assert blocks("<meta charset=utf-8><p>\uf0a8\x01 Yes</p><p>\uf0a8\x01 No</p>") == [
        ("Yes", None),
        ("No", None),
    ]


def test_fields() -> None:
    """What is written in fields is read, hidden ones and those for passwords are not; of a list what is selected."""
    page = """City <input value="Lakeview"><input type=hidden value=a><input type=password value=b><input type=submit value=c>
        <input type=text data-initial-value="Finland" value=""><textarea>one\ntwo</textarea><textarea data-initial-value="three"></textarea>
        <select><option>Choose</option><option selected>Yes</option></select>"""
    assert lines(page) == ["City", "Lakeview", "Finland", "one", "two", "three", "Yes"]


def test_links() -> None:
    """The target stands behind the words, unless they are the address; what leads nowhere outside has none."""
    page = """<p><a href="https://a.example/x">Our <b>portal</b></a>, <a href="https://b.example/">https://b.example</a>,
        <a href="mailto:it@example.org">write</a>, <a href="/c">c</a>, <a href="javascript:x()">d</a>, <a href="#e">e</a></p>"""
    assert lines(page) == [
        "Our portal (https://a.example/x), https://b.example, write (it@example.org), c, d, e"
    ]


def test_lists() -> None:
    """Items have their bullet or number, deeper ones a dash; a list that shows no marks has none."""
    page = """<ol start=3><li>a<ul><li>b<ul><li>c</ul></ul><li value=9>d<li>e</ol><ol type=a><li>f</ol><ol type=I><li>g<li>h</ol>
        <ul><li><p>i</p><p>j</p></li></ul><ul style="list-style: none"><li>k</ul>"""
    assert lines(page) == ["3. a", "– b", "– c", "9. d", "10. e", "a. f", "I. g", "II. h", "• i", "j", "k"]


def test_lists_of_word_processors() -> None:
    """A bullet that a word processor writes in a symbol font is a bullet, and its lines are no lines."""
    page = """<p class=MsoListParagraph><span style='font-family:Symbol'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
        </span></span>An item that\nruns on</p>"""
    assert lines(page) == ["• An item that runs on"]


def test_white_space() -> None:
    """Line breaks in the source are none, but where the page shows them: preformatted, or by a style or its sheet."""
    page = """<style>.k { color: red; white-space: pre-wrap } .n { color: red }</style><p>a\n b</p><pre>c\n d</pre><div class="x k">e\nf</div>
        <div class=n>g\nh</div><span style="white-space:pre-line">i\nj</span>"""
    assert lines(page) == ["a b", "c", "d", "e", "f", "g h", "i", "j"]


def test_what_is_not_said() -> None:
    """Navigation, scripts, buttons, footers and hidden elements are no text."""
    page = """<head><title>t</title></head><nav>n</nav><script>s</script><style>s</style><noscript>n</noscript><svg><text>g</text></svg>
        <div style="DISPLAY: none">h<p>h</p></div><div hidden>h</div><i aria-hidden=true>*</i><button>b</button><div role=button>b</div>
        <template>t</template><footer>f</footer><!-- c --><p>kept &amp; shown&nbsp;&#8364;</p>"""
    assert lines(page) == ["kept & shown €"]


def test_looks() -> None:
    """A line that is bold, marked or struck out as a whole is told; one with a bold word is not."""
    page = """<p><b>a</b></p><p><span style="font-weight:700">b</span></p><p><mark>c</mark></p><p><s>d</s></p>
        <p><span style="text-decoration:line-through"><b>e</b></span></p><p><b>f</b> is no answer.</p><b style="font-weight:normal"><p>h</p></b>"""
    (document,) = READS[".html"](page.encode(), "x")
    assert [(block.text, block.look) for block in document.blocks] == [
        ("a", Look.STRESSED), ("b", Look.STRESSED), ("c", Look.STRESSED), ("d", Look.STRUCK), ("e", Look.STRUCK),
        ("f is no answer.", Look.PLAIN), ("h", Look.PLAIN),
    ]  # fmt: skip


def test_tables() -> None:
    """A form gives a line for each cell, a table within an answer one for each row."""
    inner = "<table><tr><td>ab<td>cd</tr><tr><td>ef<td>gh</tr></table>"
    page = f"<table><tr><td>1. City?<td>Lakeview</tr><tr><td>2. Portals?<td>{inner}</tr></table>"
    assert lines(page) == ["1. City?", "Lakeview", "2. Portals?", "ab | cd", "ef | gh"]


@pytest.mark.parametrize(("rows", "shown"), [
    ("<th>Project<th>Link<th>SDG<tr><td>A<td>-<td rowspan=3>SDG 6<tr><td>B<td>-<tr><td>C<td>-<tr><td>D<td>-<td>none",
     ["Project | Link | SDG", "A | - | SDG 6", "B | - | SDG 6", "C | - | SDG 6", "D | - | none"]),
    ("<th>Field<th>Project<th>Goals<tr><td rowspan=2>Water<td>A<td>6<tr><td>B<td>14<tr><td>Air<td>C<td>13",
     ["Field | Project | Goals", "Water | A | 6", "B | 14", "Air | C | 13"]),
    ("<th>Project<th>Users<th>Goals<tr><td>A<td rowspan='2'>900<td rowspan=2>7<tr><td>B<tr><td>C<td rowspan=0>5<td rowspan=x>9<tr><td>D<td>6<td>1",
     ["Project | Users | Goals", "A | 900 | 7", "B | 7", "C | 5 | 9", "D | 6 | 1"]),
])  # fmt: skip
def test_a_cell_over_several_rows(rows: str, shown: list[str]) -> None:
    """Columns keep their places beside it, and its goals are those of each row."""
    assert lines(f"<table><tr>{rows}</table>") == shown


def test_line_numbers() -> None:
    """Lines are counted, and the pieces of one line have one number."""
    (document,) = READS[".html"](b"<p>a</p><p></p><p>Q? <input type=radio>b <input type=radio>c<p>d", "x")
    assert [block.line for block in document.blocks] == [1, 2, 2, 2, 3]


@pytest.mark.parametrize(
    "page",
    [
        "<meta charset=koi8-r><p>Город".encode("koi8-r"),
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>Город'.encode("cp1251"),
        '<?xml version="1.0" encoding="windows-1251"?><html><body><p>Город</p></body></html>'.encode(
            "cp1251"
        ),
        "<meta charset=windows-1251><p>Город".encode("utf-8-sig"),
        "<meta charset=utf-16><p>Город".encode(),
        "<meta charset=idna><p>Город".encode(),
        "<p>Город".encode("utf-16"),
    ],
)
def test_charsets(page: bytes) -> None:
    """A page is decoded by its mark, or as it says itself where that can be."""
    assert lines(page) == ["Город"]


ARCHIVE = """From: <Saved by a browser>
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----b"

------b
Content-Type: text/html; charset=windows-1252
Content-Transfer-Encoding: {coding}

{body}
------b
Content-Type: image/png
Content-Transfer-Encoding: base64

AAAA
------b--
"""


@pytest.mark.parametrize(
    ("coding", "body"),
    [("quoted-printable", "<p>=E9t=E9 =\n1</p>"), ("base64", "PHA+6XTpIDE8L3A+"), ("8bit", "<p>été 1</p>")],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("extension", [".mhtml", ".mht", ".html"])
def test_web_archives(coding: str, body: str, end: str, extension: str) -> None:
    """The page in a web archive is read, however it is coded, and whatever the extension says."""
    data = ARCHIVE.format(coding=coding, body=body).replace("\n", end).encode("cp1252")
    (document,) = READS[extension](data, "x")
    assert [block.text for block in document.blocks] == ["été 1"]


def test_text_under_a_wrong_extension() -> None:
    """A text without a tag keeps its lines."""
    assert lines("1. City?\nLakeview & <3\n") == ["1. City?", "Lakeview & <3"]


@pytest.mark.parametrize("page", ["<html></html>", " ", "<p>&nbsp;</p>", "<script>x</script>"])
def test_nothing_shown(page: str) -> None:
    """A page that shows nothing is refused."""
    with pytest.raises(InputError, match="no text"):
        lines(page)


def test_an_archive_without_a_page() -> None:
    """So is an archive of something else."""
    with pytest.raises(InputError, match="no page"):
        READS[".mht"](b"MIME-Version: 1.0\nContent-Type: image/png\n\nAAAA", "x.mht")


def test_entities_of_its_own() -> None:
    """A document type defines nothing."""
    page = '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]><p>&a;&b;x</p>'
    assert "aaaa" not in "".join(lines(page))
    assert "root:" not in "".join(lines(page))


HOSTILE = {
    "deep": "<div>" * 100_000 + "x",
    "deep tables": "<table><tr><td>" * 10_000 + "x",
    "closing tags": "<div>" * 390 + "</p>" * 200_000,
    "brackets": "<" * 500_000,
    "lines": "x<br>" * 50_000,
    "lines shown": "<pre>" + "x\n" * 500_000,
    "boxes": "<div>" * 300 + "<div><input type=radio></div>" * 20_000,
    "items": "<ul>" * 100 + "<li>x" * 30_000,
    "cells": "<table><tr><td>" * 7 + "x<br>" * 30_000,
    "cells over rows": "<table><tr>" + "<td rowspan=99999>x" * 1_000 + "<tr><td>y" * 100_000,
    "goals over rows": "<table><tr><th>A<th>SDG<tr><td>x<td rowspan=99999>"
    + "SDG 6 " * 200_000
    + "<tr><td>y" * 50_000,
    "style": "<style>" + ".a{" * 3_000_000 + "</style>x",
    "attribute": "<p style='" + "a:b;" * 3_000_000 + "'>x",
    "comments": "<!--" * 1_000_000 + "x",
    "size": "x" * 21_000_000,
    "archive": "Content-Type: multipart/related; boundary=a\n\n" + "--a\n\n" * 3_000_000,
    "archives": "Content-Type: multipart/related; boundary=a\n\n--a\n" * 100_000,
}


@pytest.mark.parametrize("fault", HOSTILE)
def test_hostile_pages(fault: str) -> None:
    """Nesting, and tags, lines and boxes by the million, are read or refused in bounded time."""
    data = HOSTILE[fault].encode()
    start = time.process_time()
    try:
        READS[".html"](data, "x.html")
    except InputError as error:
        assert error.hint
    assert time.process_time() - start < 20


PIECES = """<p>|</p>|<table>|<tr>|<td>|</table>|<ul>|<li value=9>|<ol start=2 type=i>|</ul>|<input type=radio checked>|<div>|</div>|<b>|</b>|
Yes|?|&#xD800;|\x01|<a href='https://a.example'>|</a>|<textarea>|</textarea>|<pre>|\n| |<option selected>|<svg>|</svg>|<!--|-->|
<meta charset=utf-8>|<p data-source-line=x>|<div role=radio aria-checked=true>|<?x|<![CDATA[|]]>|<frameset>|</body>|<style>.k{""".split(
    "|"
)


@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_any_page_is_read_or_refused(pieces: list[str]) -> None:
    """Blocks are stripped and in order; nothing but an InputError is raised."""
    try:
        (document,) = READS[".html"](("<meta charset=utf-8>" + "".join(pieces)).encode(), "x")
    except InputError:
        return
    assert all(block.text and block.text == block.text.strip() for block in document.blocks)
    assert [block.line for block in document.blocks] == sorted(block.line for block in document.blocks)
