"""Word documents for tests: any XML as a document, and a response as cities fill in the form."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

import docx
from docx.document import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from .asked import BOX, ITEM, Asked, head_of, is_section, links_of, questions_of

__all__ = ["LAYOUTS", "archive", "document", "response"]

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_NAMES = (
    f'{_W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_MAIN = (
    f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="a" Type="{_KIND}officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)


def archive(parts: dict[str, str | bytes]) -> bytes:
    """A zip of parts by name."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return file.getvalue()


def document(body: str, links: dict[str, str] | None = None, **parts: str) -> bytes:
    """A document of a body in XML. `links` are the targets of links by id; `parts` the content of further parts
    (styles, numbering, footnotes) by their kind."""
    inside = "".join(f'<Relationship Id="{k}" Type="{_KIND}{k}" Target="{k}.xml"/>' for k in parts)
    outside = "".join(
        f'<Relationship Id="{ref}" Type="{_KIND}hyperlink" Target="{target}" TargetMode="External"/>'
        for ref, target in (links or {}).items()
    )
    roots = {kind: f"<w:{kind} {_NAMES}>{content}</w:{kind}>" for kind, content in parts.items()}
    return archive(
        {
            "_rels/.rels": _MAIN,
            "word/document.xml": f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{inside}{outside}</Relationships>',
            **{f"word/{kind}.xml": root for kind, root in roots.items()},
        }
    )


# --- a response, as python-docx writes it -------------------------------------------------------------------------

Place = Word | _Cell


@dataclass(frozen=True, slots=True)
class Layout:
    """How a response is laid out. `option` writes one option, ticked or not; `is_table` sets question and answer side
    by side; `counts` leaves the numbers of the questions to Word; `lists` makes items of lists."""

    option: Callable[[Paragraph, bool, str], None]
    is_table: bool = False
    counts: bool = False
    lists: bool = False
    links: bool = False


def _glyph(paragraph: Paragraph, ticked: bool, words: str) -> None:
    paragraph.add_run(f"{'☒' if ticked else '☐'} {words}")


def _control(paragraph: Paragraph, ticked: bool, words: str) -> None:
    """A content control, whose state is stored beside what it shows."""
    paragraph._p.append(
        parse_xml(
            f'<w:sdt {nsdecls("w", "w14")}><w:sdtPr><w14:checkbox><w14:checked w14:val="{int(ticked)}"/>'
            '<w14:checkedState w14:val="00FE" w14:font="Wingdings"/></w14:checkbox></w:sdtPr>'
            '<w:sdtContent><w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r></w:sdtContent></w:sdt>'
        )
    )
    paragraph.add_run(f" {words}")


def _legacy(paragraph: Paragraph, ticked: bool, words: str) -> None:
    """A form field of Word 97."""
    checked = "<w:checked/>" if ticked else ""
    for inner in (
        f'<w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/>{checked}</w:checkBox></w:ffData></w:fldChar>',
        "<w:instrText> FORMCHECKBOX </w:instrText>",
        '<w:fldChar w:fldCharType="separate"/>',
        '<w:fldChar w:fldCharType="end"/>',
    ):
        paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{inner}</w:r>"))
    paragraph.add_run(f" {words}")


def _symbol(paragraph: Paragraph, ticked: bool, words: str) -> None:
    """A box of Wingdings, typed in that font."""
    run = paragraph.add_run("\uf0fe" if ticked else "\uf0a8")
    run.font.name = "Wingdings"
    paragraph.add_run(f" {words}")


def _coloured(paragraph: Paragraph, ticked: bool, words: str) -> None:
    """No box: the option chosen is red."""
    run = paragraph.add_run(words)
    if ticked:
        run.font.color.rgb = RGBColor(0xC0, 0, 0)


LAYOUTS: dict[str, Layout] = {
    "glyphs": Layout(_glyph),
    "content controls": Layout(_control, links=True),
    "form fields in a table": Layout(_legacy, is_table=True),
    "symbols, counted": Layout(_symbol, counts=True, lists=True),
    "table, lists, links": Layout(_control, is_table=True, lists=True, links=True),
    "colours": Layout(_coloured, links=True),
}


def response(text: str, layout: Layout) -> bytes:
    """The response of a text print as a Word document."""
    word = docx.Document()
    for line in head_of(text):
        word.add_paragraph(line)
    for question in questions_of(text):
        _question(word, layout, question)
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def _question(word: Word, layout: Layout, question: Asked) -> None:
    """One question; what is a heading of a section stands outside of its table."""
    asks: Place = word
    answers: Place = word
    if layout.is_table:
        table = word.add_table(rows=1, cols=2)
        asks, answers = table.rows[0].cells
    if layout.counts:
        word.add_paragraph(question.printed.removeprefix(question.label).lstrip(), style="List Number")
    else:
        asks.add_paragraph().add_run(question.printed).bold = True
    for line in question.lines:
        _line(answers, layout, line)
    for line in question.after:
        word.add_heading(line) if is_section(line) else word.add_paragraph(line)


def _line(place: Place, layout: Layout, line: str) -> None:
    if box := BOX.fullmatch(line):
        layout.option(place.add_paragraph(), box[1] in ("☒", "[x]"), box[2])
        return
    item = ITEM.fullmatch(line) if layout.lists else None
    paragraph = place.add_paragraph()
    if item:
        paragraph.style = "List Bullet"
    for words, target in links_of(item[1] if item else line):
        _run(paragraph, words if layout.links or not target else f"{words} ({target})", target * layout.links)


def _run(paragraph: Paragraph, words: str, target: str) -> None:
    run = paragraph.add_run(words)
    if target:
        ref = paragraph.part.relate_to(target, f"{_KIND}hyperlink", is_external=True)
        link = parse_xml(f"<w:hyperlink {nsdecls('w', 'r')} r:id='{ref}'/>")
        paragraph._p.append(link)
        link.append(run._r)
    assert run._r.tag == qn("w:r")
