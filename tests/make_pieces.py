"""Responses in every format whose one answer is made of pieces: some that a reader must find, some that it must pass over."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

import openpyxl
from openpyxl.comments import Comment

from .asked import questions_of
from .conftest import EXAMPLES
from .make_docx import document
from .make_pdf import canvas

__all__ = ["FORMATS", "KINDS", "NUMBER", "ODD", "Piece"]

NUMBER = 24
"""The question whose answer is made of pieces."""

_ASKED = (1, 2, 3, 4, 5, 6, NUMBER, 25)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, and how they stand in the file."""

    kind: str
    words: str


def _response(answer: Sequence[object], show: Callable[[str], object]) -> list[tuple[object, list[object]]]:
    """The questions with the lines of their answers."""
    asked = questions_of((EXAMPLES / "tampere-2022.txt").read_text(encoding="utf-8"))
    return [
        (
            show(asked[n - 1].printed),
            [*answer] if n == NUMBER else [show(line) for line in asked[n - 1].lines],
        )
        for n in _ASKED
    ]


# --- Word ---------------------------------------------------------------------------------------------------------


def _t(words: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{escape(words)}</w:{tag}></w:r>'


def _p(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


def _plain(words: str) -> str:
    middle = len(words) // 2
    return _p(_t(words[:middle]) + _t(words[middle:]))


def _table(inside: str) -> str:
    return f"<w:tbl><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>"


def _box(words: str) -> str:
    content = f"<w:txbxContent>{_plain(words)}</w:txbxContent>"
    return _p(
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


_SDT = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
_WORD: dict[str, Callable[[str], str]] = {
    "plain": _plain,
    "nested": lambda words: _table(_table(_plain(words)) + _p("")),
    "box": _box,
    "control": lambda words: _SDT.format("", _plain(words)),
    "control in a line": lambda words: _p(_SDT.format('<w:alias w:val="x"/>', _t(words))),
    "inserted": lambda words: _p(f'<w:ins w:id="1" w:author="a">{_t(words)}</w:ins>'),
    "moved": lambda words: _p(f'<w:moveTo w:id="1">{_t(words)}</w:moveTo>'),
    "smart tag": lambda words: _p(f"<w:smartTag>{_t(words)}</w:smartTag>"),
    "note": lambda words: _p(_t("Noted") + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
    "field": lambda words: _p(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + _t(" REF x ", "instrText")
        + f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{_t(words)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    ),
    "deleted": lambda words: _p(f'<w:del w:id="1" w:author="a">{_t(words, "delText")}</w:del>'),
    "moved away": lambda words: _p(f'<w:moveFrom w:id="1">{_t(words)}</w:moveFrom>'),
    "hidden": lambda words: _p(f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{escape(words)}</w:t></w:r>"),
    "prompt": lambda words: _SDT.format("<w:showingPlcHdr/>", _plain(words)),
    "struck": lambda words: _p(f"{_t('Kept here ')}<w:r><w:rPr><w:strike/></w:rPr><w:t>{escape(words)}</w:t></w:r>"),
    "comment": lambda words: _p("<w:r><w:commentReference/></w:r>"),
    "head of the page": lambda words: _p(""),
}  # fmt: skip


def _docx(pieces: Sequence[Piece]) -> bytes:
    first = {
        kind: [p.words for p in pieces if p.kind == kind] for kind in ("note", "comment", "head of the page")
    }
    notes = [p.words for p in pieces if p.kind == "note"]
    answer = "".join(_WORD[p.kind](p.words) for p in pieces if p.kind != "note")
    for place, _ in enumerate(notes):
        answer += _p(_t("Noted") + f'<w:r><w:footnoteReference w:id="{place + 1}"/></w:r>')
    body = "".join(f"{question}{''.join(map(str, lines))}" for question, lines in _response([answer], _plain))
    return document(
        body,
        footnotes="".join(f'<w:footnote w:id="{n + 1}">{_plain(words)}</w:footnote>' for n, words in enumerate(notes)),
        comments="".join(f'<w:comment w:id="{n}">{_plain(words)}</w:comment>' for n, words in enumerate(first["comment"])),
        header="".join(map(_plain, first["head of the page"])),
    )  # fmt: skip


# --- pages and texts ----------------------------------------------------------------------------------------------

_PAGE: dict[str, Callable[[str], str]] = {
    "plain": lambda words: f"<p>{words[:3]}<b>{words[3:]}</b></p>",
    "nested": lambda words: f"<table><tr><td><table><tr><td>{words}</td></tr></table></td></tr></table>",
    "item": lambda words: f"<ul><li>{words}</li></ul>",
    "field": lambda words: f'<input type="text" value="{words}">',
    "area": lambda words: f"<textarea>{words}</textarea>",
    "chosen": lambda words: f"<select><option selected>{words}</option></select>",
    "hidden": lambda words: f'<div style="display:none">{words}</div>',
    "silent": lambda words: f'<div aria-hidden="true">{words}</div>',
    "program": lambda words: f"<script>{words}</script>",
    "remark": lambda words: f"<!-- {words} -->",
    "not chosen": lambda words: f"<select><option>{words}</option></select>",
    "picture": lambda words: f'<p><img alt="{words}">.</p>',
    "menu": lambda words: f"<nav>{words}</nav>",
}


def _html(pieces: Sequence[Piece]) -> bytes:
    told = [_PAGE[p.kind](escape(p.words)) for p in pieces]
    rows = _response(told, lambda line: f"<p>{escape(line)}</p>")
    body = "".join(str(each) for question, lines in rows for each in (question, *lines))
    return f"<meta charset=utf-8>{body}".encode()


_MARKDOWN: dict[str, Callable[[str], str]] = {
    "plain": lambda words: words,
    "stressed": lambda words: f"**{words}**",
    "item": lambda words: f"- {words}\n    - Below it",
    "table": lambda words: f"| Column | Other |\n|---|---|\n| {words} | – |",
    "code": lambda words: f"`{words}`",
    "quoted": lambda words: f"> {words}",
    "remark": lambda words: f"<!-- {words} -->",
}


def _md(pieces: Sequence[Piece]) -> bytes:
    rows = _response([_MARKDOWN[p.kind](p.words) for p in pieces], lambda line: line)
    return "\n\n".join(f"### {q}\n\n" + "\n\n".join(map(str, lines)) for q, lines in rows).encode()


def _txt(pieces: Sequence[Piece]) -> bytes:
    rows = _response([p.words for p in pieces], lambda line: line)
    return "\n".join(f"{q}\n" + "\n".join(map(str, lines)) for q, lines in rows).encode("utf-16")


# --- tables -------------------------------------------------------------------------------------------------------


def _csv(pieces: Sequence[Piece]) -> bytes:
    rows = _response([p.words for p in pieces], lambda line: line)
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=";").writerows([(q, "\n".join(map(str, lines))) for q, lines in rows])
    return b"\xef\xbb\xbf" + file.getvalue().encode()


def _xlsx(pieces: Sequence[Piece]) -> bytes:
    """A sheet with questions and answers side by side, of which a cell is merged, another noted; a hidden sheet; a foot."""
    told = [p.words for p in pieces if p.kind in ("plain", "merged")]
    rows = _response(told, lambda line: line)
    book = openpyxl.Workbook()
    sheet, hidden = book.active, book.create_sheet("Lists")
    hidden.sheet_state = "hidden"
    for row, (question, lines) in enumerate(rows, 1):
        sheet.cell(row, 1, str(question))
        sheet.cell(row, 2, "\n".join(map(str, lines)) or None)
    sheet.merge_cells("B1:D1")
    for place, piece in enumerate(pieces, 1):
        if piece.kind == "hidden sheet":
            hidden.cell(place, 1, piece.words)
        elif piece.kind == "comment":
            sheet.cell(place, 1).comment = Comment(piece.words, "A")
        elif piece.kind == "formula":
            sheet.cell(place, 9, f'="{piece.words}"')
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


# --- paper --------------------------------------------------------------------------------------------------------


def _pdf(pieces: Sequence[Piece]) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    rows = _response([p.words for p in pieces if p.kind == "plain"], lambda line: line.encode("latin-1", "ignore").decode("latin-1"))  # fmt: skip
    lines = [str(line) for q, under in rows for line in (q, *under)]

    def draw(page: Canvas) -> None:
        for start in range(0, len(lines), 40):
            if start:
                page.showPage()
            for place, line in enumerate(lines[start : start + 40]):
                page.setFont("Helvetica", 7)
                page.drawString(60, 790 - 18 * place, line)
        for place, piece in enumerate(pieces):
            if piece.kind == "outside":
                page.drawString(60, 2000 + 20 * place, piece.words)
            elif piece.kind == "slanting":
                page.saveState()
                page.translate(100, 60 + 14 * place)
                page.rotate(40)
                page.drawString(0, 0, piece.words)
                page.restoreState()

    return canvas(draw)


FORMATS: dict[str, Callable[[Sequence[Piece]], bytes]] = {
    ".docx": _docx, ".html": _html, ".md": _md, ".txt": _txt, ".csv": _csv, ".xlsx": _xlsx, ".pdf": _pdf,
}  # fmt: skip

_READ_AND_NOT: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    ".docx": (
        tuple(_WORD)[:10],
        ("deleted", "moved away", "hidden", "prompt", "struck", "comment", "head of the page"),
    ),
    ".html": (tuple(_PAGE)[:6], ("hidden", "silent", "program", "remark", "not chosen", "picture", "menu")),
    ".md": (tuple(_MARKDOWN)[:6], ("remark",)),
    ".txt": (("plain",), ()),
    ".csv": (("plain",), ()),
    ".xlsx": (("plain", "merged"), ("hidden sheet", "comment", "formula")),
    ".pdf": (("plain",), ("outside", "slanting")),
}

KINDS = _READ_AND_NOT
"""Of each format the kinds of pieces that are read, and those that are not."""


# --- odd markup ---------------------------------------------------------------------------------------------------


def _odd_word(inside: str) -> bytes:
    rows = _response([inside], _plain)
    note = f'<w:footnote w:id="2">{_plain("A note")}</w:footnote>'
    styles = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    return document(
        "".join(str(each) for q, lines in rows for each in (q, *lines)), footnotes=note, styles=styles
    )


def _odd_page(inside: str) -> bytes:
    rows = _response([inside], lambda line: f"<p>{escape(line)}</p>")
    return ("<meta charset=utf-8>" + "".join(str(each) for q, lines in rows for each in (q, *lines))).encode()


def _odd_markdown(inside: str) -> bytes:
    rows = _response([inside], lambda line: line)
    return "\n\n".join(f"### {q}\n\n" + "\n\n".join(map(str, lines)) for q, lines in rows).encode()


def _field(data: str, result: str) -> str:
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    return _p(f'{begin}<w:r><w:fldChar w:fldCharType="separate"/></w:r>{_t(result)}{end}{_t(" behind")}')


def _rows(*rows: Sequence[str]) -> str:
    cells = ["".join(f"<w:tc>{_plain(cell)}</w:tc>" for cell in row) for row in rows]
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


ODD: dict[str, tuple[Callable[[str], bytes], tuple[str, ...]]] = {
    ".docx": (_odd_word, (
        _p("<w:r><w:ruby><w:rt><w:r><w:t>kana</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>kanji</w:t></w:r></w:rubyBase></w:ruby></w:r>"),
        _p(_SDT.format('<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>', _t("☒")) + _t(" Chosen")),
        _p(_SDT.format('<w:date w:fullDate="2022-04-03T00:00:00Z"/>', _t("3/4/2022")) + _t(" was the day")),
        _p('<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>\u00fe</w:t></w:r>' + _t(" Ticked")),
        _field('<w:ddList><w:result w:val="1"/><w:listEntry w:val="One"/><w:listEntry w:val="Second"/></w:ddList>', "Second"),
        _field("<w:checkBox><w:checked/></w:checkBox>", "Never shown"),
        _p('<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>'),
        _p('<w:pPr><w:pStyle w:val="TOC1"/></w:pPr>' + _t("Contents of all")),
        _p(_t("Seen") + '<w:r><w:footnoteReference w:id="2"/></w:r>' * 2),
        _rows(("Option one", "X"), ("Option two", "")),
        _rows(("Aspect", "Good", "Bad"), ("Speed", "x", ""), ("Cost", "", "x")),
        _box("Outer words").replace("</w:txbxContent>", _box("Inner words") + "</w:txbxContent>"),
    )),
    ".html": (_odd_page, (
        "<p>Kept words <s>struck words</s></p>", "<svg><text>Drawn</text></svg>", "<noscript>Switch it on</noscript>",
        "<p><span style='font-family:Wingdings'>\u00fe</span> Ticked</p>", "<p>\uf0a8\x07Lost box</p>",
        "<table><tr><td>Option one</td><td>X</td></tr><tr><td>Option two</td><td></td></tr></table>",
        '<a href="https://example.org/long/path">https://example.org/lo...</a> is cut', "<dialog open>Cookies</dialog>",
        "<details><summary>More</summary>Words below</details>", '<input type=radio value="v" checked><label>Chosen</label>',
    )),
    ".md": (_odd_markdown, (
        '[Words][1]\n\n[1]: https://example.org/far "Title"', "```python\nsome code\n```", "~~gone words~~ kept words of it",
        "| A | B |\n|:--|--:|\n| c \\| d | e |", "- [x] done\n- [ ] not", "&copy; &#233; &amp;", "Before -- after --- end",
        "<div>In <b>html</b></div>\n\n<script>\nvar x = 1;\n</script>", "1\\. not a list\n\n1. One\n   - Two\n     1. Three",
    )),
}  # fmt: skip
"""Markup for the answer that readers show otherwise than it is stored, and what makes a response of it."""
