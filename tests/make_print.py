"""A response as PDFs of several layouts, made with reportlab."""

from __future__ import annotations

import html
import io
from collections.abc import Callable, Iterable
from pathlib import Path

import reportlab
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph, Table, TableStyle

from .asked import BOX, ITEM, Asked, head_of, is_section, links_of, questions_of

__all__ = ["PRINTS", "table_in"]

_WIDTH, _HEIGHT = A4
_MARGIN = 56.0
_TICKED = ("☒", "[x]")
_LENT = {"ź": "z", "ż": "z", "\u2011": "-", "☒": "X", "☐": "O", "‐": "-"}
"""Characters that the font has no picture of, and the one that is lent to each: a reader sees what is meant, not the picture."""


def _fonts() -> None:
    """Register the fonts anew for each file, under names of their own: what else runs in the process may have fonts too."""
    folder = Path(reportlab.__file__).parent / "fonts"
    for name, file in (("Lent", "Vera"), ("LentBd", "VeraBd")):
        font = TTFont(name, str(folder / f"{file}.ttf"))
        for char, other in _LENT.items():
            font.face.charToGlyph[ord(char)] = font.face.charToGlyph[ord(other)]
            font.face.charWidths[ord(char)] = font.face.charWidths[ord(other)]
        pdfmetrics.registerFont(font)


def _style(size: float = 10, **more: object) -> ParagraphStyle:
    return ParagraphStyle(
        "x", fontName="Lent", fontSize=size, leading=1.25 * size, spaceAfter=0.6 * size, **more
    )


class _Boxed(Flowable):  # type: ignore[misc]  # reportlab has no types
    """An option behind a box that is drawn, and crossed when it is ticked."""

    def __init__(self, ticked: bool, words: Paragraph) -> None:
        super().__init__()
        self.ticked, self.words = ticked, words

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The room that it takes."""
        self.inner = self.words.wrap(width - 16, height)
        return width, self.inner[1] + 4

    def draw(self) -> None:
        """Draws it at the origin."""
        page, top = self.canv, self.inner[1]
        self.words.drawOn(page, 16, 4)
        page.rect(1, top - 6, 8, 8)
        if self.ticked:
            page.line(1, top - 6, 9, top + 2)
            page.line(1, top + 2, 9, top - 6)


def _words(
    line: str, style: ParagraphStyle, *, links: bool, bullet: str | None = None, bold: bool = False
) -> Paragraph:
    parts = ((html.escape(words), html.escape(target)) for words, target in links_of(line))
    shown = (
        f'<a href="{target}" color="blue">{words}</a>'
        if target and links
        else f"{words} ({target})"
        if target
        else words
        for words, target in parts
    )
    text = "".join(shown).replace("\u00a0", "&nbsp;")
    return Paragraph(f'<font name="LentBd">{text}</font>' if bold else text, style, bulletText=bullet)


def _line(line: str, style: ParagraphStyle, *, drawn: bool) -> Flowable:
    """A line of an answer; with boxes, bullets and links that are `drawn`, or with those in the text."""
    box, item = BOX.fullmatch(line), ITEM.fullmatch(line)
    if drawn and box:
        return _Boxed(box[1] in _TICKED, _words(box[2], style, links=True))
    if drawn and item:
        listed = ParagraphStyle("y", style, leftIndent=14, bulletIndent=2)
        return _words(item[1], listed, links=True, bullet="•")
    return _words(line, style, links=drawn)


def _story(text: str, style: ParagraphStyle, *, drawn: bool) -> list[Flowable]:
    story = [_words(line, style, links=False) for line in head_of(text)]
    for q in questions_of(text):
        story.append(_words(q.printed, style, links=False, bold=True))
        story += [_line(line, style, drawn=drawn) for line in q.lines]
        story += [_words(line, style, links=False, bold=is_section(line)) for line in q.after]
    return story


def _print(story: list[Flowable], columns: int, furnish: Callable[[Canvas, BaseDocTemplate], None]) -> bytes:
    buffer = io.BytesIO()
    width = (_WIDTH - 2 * _MARGIN - 18 * (columns - 1)) / columns
    frames = [
        Frame(_MARGIN + n * (width + 18), _MARGIN, width, _HEIGHT - 2 * _MARGIN, 0, 0, 0, 0)
        for n in range(columns)
    ]
    document = BaseDocTemplate(buffer, pagesize=A4, invariant=1)
    document.addPageTemplates(PageTemplate(frames=frames, onPage=furnish))
    document.build(story)
    return buffer.getvalue()


def _bare(page: Canvas, document: BaseDocTemplate) -> None:
    """No header, no footer."""


def _furnished(page: Canvas, document: BaseDocTemplate) -> None:
    page.setFont("Lent", 8)
    page.drawString(_MARGIN, _HEIGHT - 34, "Local Government Questionnaire 2022")
    page.drawRightString(_WIDTH - _MARGIN, _HEIGHT - 34, "Office of the Mayor")
    page.drawCentredString(_WIDTH / 2, 30, f"Page {document.page}")


def _letter(text: str) -> bytes:
    """One column with a running header and page numbers; boxes and bullets are drawn, links are live."""
    _fonts()
    return _print(_story(text, _style(), drawn=True), 1, _furnished)


def _columns(text: str) -> bytes:
    """Two columns of justified paragraphs, everything in the text."""
    _fonts()
    return _print(_story(text, _style(8.5, alignment=TA_JUSTIFY), drawn=False), 2, _bare)


def _sides(text: str) -> bytes:
    """A table with rules: questions on the left, answers on the right. Boxes are letters, for reportlab loses what else it
    draws where it breaks a row over two pages."""
    _fonts()
    style = _style(9)
    rows = [
        [
            _words(q.printed, style, links=False),
            [_line(line, style, drawn=not BOX.fullmatch(line)) for line in q.lines] or "",
        ]
        for q in questions_of(text)
    ]
    return _print([_ruled(rows, [160, _WIDTH - 2 * _MARGIN - 160])], 1, _furnished)


def _ruled(rows: list[list[object]], widths: list[float]) -> Table:
    table = Table(rows, colWidths=widths, splitInRow=1)
    rules = ("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")
    table.setStyle(TableStyle(list(rules)))
    return table


def table_in(before: Iterable[str], rows: list[list[str]], after: Iterable[str]) -> bytes:
    """A table with rules between lines of text."""
    _fonts()
    style = _style(9)
    above, below = ([_words(line, style, links=False) for line in lines] for lines in (before, after))
    cells: list[list[object]] = [
        [[_words(line, style, links=False) for line in cell.split("\n")] for cell in row] for row in rows
    ]
    width = (_WIDTH - 2 * _MARGIN) / len(rows[0])
    return _print([*above, _ruled(cells, [width] * len(rows[0])), *below], 1, _bare)


# --- a form that is filled in -------------------------------------------------------------------------------------


def _form(text: str) -> bytes:
    """Questions as text, each answer in a field of several lines, each option behind a check box."""
    _fonts()
    buffer = io.BytesIO()
    page = Canvas(buffer, pagesize=A4, invariant=1)
    form = _Form(page)
    for q in questions_of(text):
        form.ask(q)
    page.save()
    return buffer.getvalue()


class _Form:
    """Fields under their questions, from the top of each page to its end."""

    def __init__(self, page: Canvas) -> None:
        self.page, self.y, self.fields = page, _HEIGHT - _MARGIN, 0

    def ask(self, q: Asked) -> None:
        """A question with its boxes and its field."""
        self.room(80)
        self.say(q.printed)
        for ticked, label in q.options:
            self.room(20)
            self.fields += 1
            self.page.acroForm.checkbox(
                name=f"b{self.fields}", checked=ticked, x=_MARGIN, y=self.y - 3, size=12
            )
            self.say(label, 18)
        if q.words or not q.options:
            self.answer(q.words)

    def room(self, height: float) -> None:
        """A new page, when this one has no more room."""
        if self.y - height < _MARGIN:
            self.page.showPage()
            self.y = _HEIGHT - _MARGIN

    def say(self, text: str, indent: float = 0) -> None:
        """Text in lines."""
        words = Paragraph(html.escape(text), _style())
        _, height = words.wrap(_WIDTH - 2 * _MARGIN - indent, _HEIGHT)
        words.drawOn(self.page, _MARGIN + indent, self.y + 8 - height)
        self.y -= height + 6

    def answer(self, lines: Iterable[str]) -> None:
        """A field; reportlab's own writes its value in a font of Latin letters only."""
        value, self.fields = "\r".join(_written_out(line) for line in lines), self.fields + 1
        height = 34 if "\r" in value else 18
        field = {
            "Type": PDFName("Annot"), "Subtype": PDFName("Widget"), "FT": PDFName("Tx"), "T": PDFString(f"t{self.fields}"),
            "V": PDFString(value), "F": 4, "Ff": 1 << 12, "Rect": PDFArray((_MARGIN, self.y - height + 8, _WIDTH - _MARGIN, self.y + 8)),
        }  # fmt: skip
        form, widget = self.page.acroForm, PDFDictionary(field)
        self.page._addAnnotation(widget)
        form.fields.append(form.getRef(widget))
        self.y -= height + 12


def _written_out(line: str) -> str:
    return "".join(f"{words} ({target})" if target else words for words, target in links_of(line))


PRINTS: dict[str, Callable[[str], bytes]] = {
    "letter": _letter,
    "columns": _columns,
    "sides": _sides,
    "fields": _form,
}
"""Layouts of a PDF by name."""
