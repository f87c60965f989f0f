"""Word documents for tests: any XML as a document, and a response as cities fill in the form."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import docx
from docx.document import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

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

_QUESTION = re.compile(r"(\d{1,2})\. (?=[A-Z])")
_SECTION = re.compile(r"[IVX]{1,4}\. |City and Country|Contact information of")
_BOX = re.compile(r"([☒☐]) ")
_LINK = re.compile(r"\[([^\]]+)\]\((https?://[^)\s]+)\)")
_BULLET = re.compile(r"[•-] ")

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
    head, questions = _cut(text)
    for line in head:
        word.add_paragraph(line)
    for number, heading, body in questions:
        _question(word, layout, number, heading, body)
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def _cut(text: str) -> tuple[list[str], list[tuple[int, str, list[str]]]]:
    """What stands before the first question, and each with its number, heading and lines."""
    head: list[str] = []
    questions: list[tuple[int, str, list[str]]] = []
    for line in filter(None, map(str.strip, text.split("\n"))):
        found = _QUESTION.match(line)
        if found and int(found[1]) == len(questions) + 1:
            questions.append((len(questions) + 1, line[found.end() :], []))
        elif questions:
            questions[-1][2].append(line)
        else:
            head.append(line)
    return head, questions


def _question(word: Word, layout: Layout, number: int, heading: str, body: list[str]) -> None:
    """One question; what is a heading of a section stands outside of its table."""
    own = next((n for n, line in enumerate(body) if _SECTION.match(line)), len(body))
    asks: Place = word
    answers: Place = word
    if layout.is_table:
        table = word.add_table(rows=1, cols=2)
        asks, answers = table.rows[0].cells
    if layout.counts:
        word.add_paragraph(heading, style="List Number")
    else:
        asks.add_paragraph().add_run(f"{number}. {heading}").bold = True
    for line in body[:own]:
        _line(answers, layout, line)
    for line in body[own:]:
        word.add_heading(line) if _SECTION.match(line) else word.add_paragraph(line)


def _line(place: Place, layout: Layout, line: str) -> None:
    if box := _BOX.match(line):
        layout.option(place.add_paragraph(), box[1] == "☒", line[box.end() :])
        return
    item = _BULLET.match(line) if layout.lists else None
    paragraph = place.add_paragraph()
    if item:
        paragraph.style = "List Bullet"
    for words, target in _links(line[item.end() :] if item else line):
        _run(paragraph, words if layout.links or not target else f"{words} ({target})", target * layout.links)


def _links(line: str) -> Iterator[tuple[str, str]]:
    """The stretches of a line, each with where it leads."""
    end = 0
    for found in _LINK.finditer(line):
        yield line[end : found.start()], ""
        yield found[1], found[2]
        end = found.end()
    yield line[end:], ""


def _run(paragraph: Paragraph, words: str, target: str) -> None:
    run = paragraph.add_run(words)
    if target:
        ref = paragraph.part.relate_to(target, f"{_KIND}hyperlink", is_external=True)
        link = parse_xml(f"<w:hyperlink {nsdecls('w', 'r')} r:id='{ref}'/>")
        paragraph._p.append(link)
        link.append(run._r)
    assert run._r.tag == qn("w:r")
