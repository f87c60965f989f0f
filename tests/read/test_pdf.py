"""Tests of the reader of PDFs: small files for one thing each."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.colors import red, yellow
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from lgq_graph.errors import InputError
from lgq_graph.model import Look, MarkState
from lgq_graph.read import read
from lgq_graph.read.pdf import read_pdf, source
from lgq_graph.read.pdf.bidi import in_order

from ..make_page import RIGHT_TO_LEFT
from ..make_pdf import FILES, canvas, lines, raw, repeated, stream

LONG = "The city council decided that every service is described in one place, with its price"


def texts(data: bytes) -> list[str]:
    return [block.text for block in read_pdf(data, "x.pdf").blocks]


def refusal(data: bytes) -> InputError:
    with pytest.raises(InputError) as error:
        read_pdf(data, "x.pdf")
    assert error.value.file == "x.pdf"
    assert error.value.hint
    return error.value


# --- scripts -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["chromium-right-to-left.pdf", "libreoffice-right-to-left.pdf"])
def test_right_to_left(name: str) -> None:
    """Arabic and Hebrew come in the order of speech; digits, Latin words and brackets in them too."""
    (document,) = read(FILES / name)
    assert " ".join(block.text for block in document.blocks) == " ".join(RIGHT_TO_LEFT)


def test_brackets_in_right_to_left_text() -> None:
    """Brackets come out right whether the file gives them as they look or as they are meant."""
    for seen in ("(ב) א", ")ב( א"):
        told = "".join(text for text, _ in in_order(seen.split()))
        assert told == "א(ב)"


# --- lines and paragraphs -----------------------------------------------------------------------------------------


def test_wrapped_lines_are_one_paragraph() -> None:
    """A full line goes on in the next one; a short one does not; a bullet begins anew, however full the line above."""
    item = "• " + LONG.replace("decided", "said")
    data = canvas(
        lines(LONG, "and the office that answers for it.", "Tampere", item, "• and more", "Finland")
    )
    assert texts(data) == [
        f"{LONG} and the office that answers for it.",
        "Tampere",
        item,
        "• and more",
        "Finland",
    ]


def test_mirrored_margins() -> None:
    """On pages whose margins are mirrored, a line is as full on the right ones as on the left ones."""
    pages = [
        [f"{LONG[:40]} {word} {LONG[40:66]}" for word in words.split()]
        for words in ("ash elm", "oak fir", "yew box")
    ]

    def draw(page: Canvas) -> None:
        for number, words in enumerate(pages):
            page.setFont("Courier", 10)
            lines(*words, f"and {words[0][41:44]} is all.", x=60 + 60 * (number % 2), top=760 - 30 * number)(
                page
            )
            page.showPage()

    assert texts(canvas(draw)) == [" ".join([*words, f"and {words[0][41:44]} is all."]) for words in pages]


def test_narrow_spaces_are_spaces() -> None:
    """A space that a justified line presses to an eighth of the letters' size stays one."""

    def draw(page: Canvas) -> None:
        page.setFont("Helvetica", 10)
        line = page.beginText(72, 700)
        line.setWordSpace(-1.5)
        line.textOut("University of Antioquia")
        page.drawText(line)

    assert texts(canvas(draw)) == ["University of Antioquia"]


@pytest.mark.parametrize(("length", "whole"), [(75, False), (60, True)])
def test_an_address_cut_where_its_line_was_full(length: int, whole: bool) -> None:
    """An address too long for a line is cut at any letter; one that ends before the border is whole."""
    path = "https://www.example.org/".ljust(length, "a")

    def draw(page: Canvas) -> None:
        page.setFont("Courier", 10)
        lines(
            LONG[:75],
            path,
            "90306 applications and more of them than in any other year of this decade",
            LONG[:75],
            "in 2022",
        )(page)

    told = " ".join(texts(canvas(draw)))
    assert (f"{path} 90306 app" if whole else f"{path}90306 app") in told


def test_a_rule_stands_between_two_cells() -> None:
    """Cells that are close to one another are two, for a rule is drawn between them."""

    def draw(page: Canvas) -> None:
        for number, (ask, answer) in enumerate(
            [("1. Is there a portal of the city", "Yes"), ("2. Is there a plan", "No")]
        ):
            page.drawString(72, 700 - 20 * number, ask)
            right = 72 + page.stringWidth("1. Is there a portal of the city")
            page.drawString(right + 8, 700 - 20 * number, answer)
            page.rect(right + 4, 694 - 20 * number, 0.5, 20, stroke=0, fill=1)

    assert texts(canvas(draw)) == ["1. Is there a portal of the city", "Yes", "2. Is there a plan", "No"]


def test_short_lines_stay_lines() -> None:
    """Where no line comes near the margin, none is taken for wrapped."""
    data = canvas(lines("Yes", "No", "Portal of the District", "https://www.example.org/portal"))
    assert texts(data) == ["Yes", "No", "Portal of the District", "https://www.example.org/portal"]


BROKEN = {
    ("the new muni-", "cipality"): "the new municipality",
    ("on e-", "government"): "on e-government",
    ("free of long-", "term costs"): "free of long-term costs",
    ("since COVID-", "19"): "since COVID-19",
    ("in the years 2020-", "2023"): "in the years 2020-2023",
    ("see https://www.example.org/data-", "driven/city"): "see https://www.example.org/data-driven/city",
    ("see https://www.example.org/open", "data/city.html"): "see https://www.example.org/opendata/city.html",
    ("see https://", "www.example.org/city"): "see https://www.example.org/city",
    ("(https://www.example.org/", "sisben): 260"): "(https://www.example.org/sisben): 260",
    ("see https://www.example.org", "and call"): "see https://www.example.org and call",
    ("see https://www.example.org/a", "https://www.example.org/b"): "see https://www.example.org/a https://www.example.org/b",
    ("a link –", "https://www.example.org/b"): "a link – https://www.example.org/b",
    ("services and/", "or portals"): "services and/or portals",
}  # fmt: skip


@pytest.mark.parametrize("broken", BROKEN, ids=" ".join)
def test_what_is_broken_over_line_ends_is_mended(broken: tuple[str, str]) -> None:
    """Words lose the hyphen of a break and keep their own; addresses are made whole, and no word is glued to one."""
    first, second = broken
    width = pdfmetrics.stringWidth(first, "Helvetica", 12)

    def draw(page: Canvas) -> None:
        lines("long-term plans and their costs", LONG[:60], x=40)(page)
        page.drawString(540 - width, 700, first)
        page.drawString(100, 686, second)
        for row in range(3):
            page.drawRightString(540, 600 - 14 * row, LONG[:70])

    assert BROKEN[broken] in texts(canvas(draw))


def test_a_document_that_breaks_no_words_keeps_its_hyphens() -> None:
    """Where hardly a line ends in a hyphen, the few that do are the words' own."""

    def draw(page: Canvas) -> None:
        for row in range(40):
            page.drawString(40, 800 - 14 * row, LONG[:90] if row != 20 else LONG[:84] + " step-")

    assert any("step-The" in text or "step-" in text for text in texts(canvas(draw)))


def test_ligatures_and_fake_bold() -> None:
    """Ligatures come as letters; what is printed twice to look bold is read once."""
    pdfmetrics.registerFont(TTFont("DejaVu", _font()))

    def draw(page: Canvas) -> None:
        page.setFont("DejaVu", 12)
        page.drawString(72, 700, "the house of ﬁnance")
        for shift in (0, 0.4):
            page.drawString(72 + shift, 650, "Country name")

    assert texts(canvas(draw)) == ["the house of finance", "Country name"]


def _font() -> str:
    import reportlab

    return str(Path(reportlab.__file__).parent / "fonts" / "VeraIt.ttf")


# --- order --------------------------------------------------------------------------------------------------------


def test_a_form_of_two_columns() -> None:
    """A question and its answer stay together, whichever is longer, also where the file writes labels before values."""
    rows = {"1. City name": "Tampere", "2. Country name": "Finland", "13. Email": "office@example.org"}

    def draw(page: Canvas) -> None:
        for place, label in enumerate(rows):
            page.drawString(72, 700 - 40 * place, label)
        for place, value in enumerate(rows.values()):
            page.drawString(300, 700 - 40 * place, value)

    assert texts(canvas(draw)) == [part for row in rows.items() for part in row]


def test_a_table_with_rules() -> None:
    """The rules tell the rows, even where the file writes line after line across the cells."""

    def draw(page: Canvas) -> None:
        for y in (720, 680, 640):
            page.line(60, y, 520, y)
        for y, left, right in ((706, "Has the city an", "Yes, the strategy"), (692, "e-government strategy?", "of 2020"),
                               (666, "Is there a budget?", "No")):  # fmt: skip
            page.drawString(72, y, left)
            page.drawString(300, y, right)

    assert texts(canvas(draw)) == [
        "Has the city an e-government strategy?", "Yes, the strategy of 2020", "Is there a budget?", "No"
    ]  # fmt: skip


def test_a_rule_between_two_cells() -> None:
    """What stands on both sides of an upright line are two cells, however close."""

    def draw(page: Canvas) -> None:
        page.line(150, 600, 150, 720)
        for y, left, right in ((700, "16. National level?", "Yes"), (660, "17. Local level? *", "No"), (620, "3. City name?", "A")):  # fmt: skip
            page.drawRightString(146, y, left)
            page.drawString(154, y, right)

    assert texts(canvas(draw)) == [
        "16. National level?",
        "Yes",
        "17. Local level? *",
        "No",
        "3. City name?",
        "A",
    ]


def test_a_table_of_short_cells() -> None:
    """Cells of a row stand side by side; a box alone goes with its words."""

    def draw(page: Canvas) -> None:
        for row, cells in enumerate(
            (("Portal", "Users", "Year"), ("City Portal", "1,200", "2021"), ("Data", "90", "2022"))
        ):
            for column, text in enumerate(cells):
                page.drawString(72 + column * 150, 700 - 20 * row, text)

    assert texts(canvas(draw)) == ["Portal | Users | Year", "City Portal | 1,200 | 2021", "Data | 90 | 2022"]


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("columns", [("Service", "For whom"), ("Service", "For whom", "Goals"), ("No", "Service", "For", "Goal")])  # fmt: skip
@pytest.mark.parametrize("near", ["The table tells which of the services that we have and give serve", LONG])
def test_lines_above_and_below_a_table(near: str, columns: tuple[str, ...], ruled: bool) -> None:
    """Lines around a table leave its cells as they are, wherever they end; a cell goes on in its next line."""
    cells = [columns, *(tuple(f"{word} {row}" for word in columns) for row in "ABC")]
    width = 480 // len(columns)

    def draw(page: Canvas) -> None:
        lines("All of them are in use, and more come.", near, x=50, top=734)(page)
        for row, texts_ in enumerate(cells):
            if ruled:
                page.line(48, 704 - 30 * row, 530, 704 - 30 * row)
            for column, text in enumerate(texts_):
                lines(text, *["goes on"] * (row > 0 and column == 1), x=50 + column * width, top=692 - 30 * row, leading=11)(page)  # fmt: skip
        if ruled:
            page.line(48, 584, 530, 584)
        lines(near, "and so on.", x=50, top=566)(page)

    table = [" | ".join(row) for row in cells[:1]] + [
        " | ".join(f"{cell} goes on" if place == 1 else cell for place, cell in enumerate(row))
        for row in cells[1:]
    ]
    told = texts(canvas(draw))
    assert [text for text in told if text in table] == table, told


def test_columns_of_prose() -> None:
    """The left column is read to its end before the right one."""
    words = LONG.split()

    def draw(page: Canvas) -> None:
        for column, x in enumerate((50, 310)):
            for row in range(12):
                page.drawString(
                    x,
                    760 - 14 * row,
                    " ".join(words[:6]) if row else f"Column {column} begins with this line",
                )

    told = " ".join(texts(canvas(draw)))
    assert told.index("Column 0") < told.index("Column 1")
    assert "|" not in told


@pytest.mark.parametrize("angle", [0, 90, 180, 270])
def test_turned_pages(angle: int) -> None:
    """A page turned by its settings, or whose text is turned, is read as it is held."""

    def by_setting(page: Canvas) -> None:
        page.setPageRotation(angle)
        lines("1. City name", "Tampere", top=500)(page)

    def by_drawing(page: Canvas) -> None:
        page.translate(300, 400)
        page.rotate(angle)
        lines("1. City name", "Tampere", x=0, top=0)(page)

    assert texts(canvas(by_setting)) == texts(canvas(by_drawing)) == ["1. City name", "Tampere"]


def test_running_headers_and_footers_go() -> None:
    """What recurs at one height on the pages, up to digits, goes; what recurs elsewhere stays, options above all."""

    def draw(page: Canvas) -> None:
        for number in range(1, 6):
            lines("☐ No".replace("☐", "[ ]"), f"Answer {'abcde'[number - 1]}", "Yes", top=700 - 9 * number)(
                page
            )
            page.drawString(72, 810, "City of Tampere – questionnaire")
            page.drawString(400, 810, "June 2023")
            page.drawString(280, 30, f"Page {number} of 5")
            page.showPage()

    told = texts(canvas(draw))
    assert told == [text for letter in "abcde" for text in ("[ ] No", f"Answer {letter}", "Yes")]


def test_on_few_pages_only_page_numbers_go() -> None:
    """A single page keeps its heading and its last line, and loses "1 / 1"."""

    def draw(page: Canvas) -> None:
        lines("Questionnaire", "85", top=815)(page)
        page.drawString(72, 40, "The end")
        page.drawString(500, 20, "1 / 1")

    assert texts(canvas(draw)) == ["Questionnaire", "85", "The end"]


# --- fields, boxes, links, looks ----------------------------------------------------------------------------------


def form(page: Canvas) -> None:
    fields = page.acroForm
    page.drawString(72, 760, "1. City name")
    fields.textfield(name="city", value="Tampere", x=72, y=730, width=200, height=20)
    page.drawString(72, 700, "2. Country name:")
    fields.textfield(name="country", value="Finland", x=200, y=695, width=200, height=20)
    page.drawString(72, 660, "9. Is there a Chief Information Officer (CIO)?")
    for number, (name, checked) in enumerate({"Yes": True, "No": False}.items()):
        fields.checkbox(name=name, checked=checked, x=72, y=630 - 25 * number, size=16)
        page.drawString(95, 634 - 25 * number, name)
    page.drawString(72, 580, "31. Do you collect usage statistics?")
    for number, name in enumerate(("Yes", "No")):
        fields.radio(name="usage", value=name, selected=name == "No", x=72 + 80 * number, y=550, size=16)
        page.drawString(95 + 80 * number, 554, name)
    page.drawString(72, 520, "2. Level")
    fields.choice(
        name="level", value="Local", options=["Local", "National"], x=72, y=490, width=100, height=20
    )
    page.drawString(72, 460, "38. Has the city a strategy?")
    fields.textfield(
        name="s",
        value="First line.\nhttps://www.example.org",
        x=72,
        y=380,
        width=300,
        height=70,
        fieldFlags="multiline",
    )
    page.drawString(72, 350, "14. Phone")
    fields.textfield(name="phone", value="", x=72, y=320, width=200, height=20)


def test_form_fields() -> None:
    """Values stand where their fields do: text, chosen option, boxes before their options; an empty field says nothing."""
    assert texts(canvas(form)) == [
        "1. City name", "Tampere", "2. Country name: Finland", "9. Is there a Chief Information Officer (CIO)?", "☒ Yes", "☐ No",
        "31. Do you collect usage statistics?", "☐ Yes", "☒ No", "2. Level", "Local", "38. Has the city a strategy?", "First line.",
        "https://www.example.org", "14. Phone",
    ]  # fmt: skip


def test_notes_typed_on_a_flat_form() -> None:
    """What is typed with the tool of a PDF reader stands at its place; a note that pops up is not the response's."""

    def draw(page: Canvas) -> None:
        lines("1. City name", "2. Country name", leading=60)(page)
        page.freeTextAnnotation("Tampere", DA="/Helv 12 Tf", Rect=(72, 725, 300, 745))
        page.freeTextAnnotation("Finland", DA="/Helv 12 Tf", Rect=(72, 665, 300, 685))
        page.textAnnotation("please check", Rect=(300, 700, 320, 720))

    assert texts(canvas(draw)) == ["1. City name", "Tampere", "2. Country name", "Finland"]


@pytest.mark.parametrize("state", ["ticked", "crossed", "crossed out", "struck", "filled", "lettered"])
def test_drawn_boxes(state: str) -> None:
    """A box that is drawn is empty, or ticked when something is in it; without empty ones a square that no stroke crosses is
    a bullet."""

    def draw(page: Canvas, *, both: bool = True) -> None:
        page.rect(72, 700, 10, 10, fill=state == "filled")
        if state == "ticked":
            page.lines([(74, 705, 76, 702), (76, 702, 80, 708)])
        elif state == "crossed":
            page.lines([(74, 702, 80, 708), (74, 708, 80, 702)])
        elif state == "crossed out":  # from corner to corner, and beyond
            page.lines([(71, 699, 83, 711), (72, 710, 82, 700)])
        elif state == "struck":
            page.line(72, 700, 82, 710)
        elif state == "lettered":
            page.drawString(74, 701.5, "x")
        page.drawString(90, 701, "Yes")
        if both:
            page.rect(72, 680, 10, 10)
            page.drawString(90, 681, "No")

    marks = [(b.text, b.mark) for b in read_pdf(canvas(draw), "x").blocks]
    assert marks == [("☒ Yes", MarkState.SELECTED), ("☐ No", MarkState.NOT_SELECTED)]
    alone = read_pdf(canvas(lambda page: draw(page, both=False)), "x").blocks
    crossed = state not in ("filled", "lettered")
    assert [block.mark for block in alone if "☒" in block.text] == [MarkState.SELECTED] * crossed


def test_links() -> None:
    """A target stands after its words, once, unless they are the address; mail addresses stand alone; none leads inward."""

    def draw(page: Canvas) -> None:
        shown = {"City Portal": "https://www.example.org/portal", "www.example.org/a": "https://www.example.org/a",
                 "office@example.org": "mailto:office@example.org"}  # fmt: skip
        for row, (text, target) in enumerate(shown.items()):
            page.drawString(72, 700 - 30 * row, f"{text}, since 2020")
            width = pdfmetrics.stringWidth(text, "Helvetica", 12)
            page.linkURL(target, (72, 695 - 30 * row, 72 + width, 712 - 30 * row))
        page.drawString(72, 500, "Back to the start")
        page.bookmarkPage("start")
        page.linkAbsolute("", "start", (72, 495, 200, 512))

    assert texts(canvas(draw)) == [
        "City Portal (https://www.example.org/portal), since 2020",
        "www.example.org/a, since 2020",
        "office@example.org, since 2020",
        "Back to the start",
    ]


def test_an_address_broken_within_its_link() -> None:
    """The link tells how the parts of an address on two lines belong together."""

    def draw(page: Canvas) -> None:
        lines(LONG[:84], x=72, top=760)(page)
        page.drawString(390, 700, "https://www.example.org/open")
        page.drawString(72, 686, "government of the city")
        for area in ((390, 697, 560, 710), (72, 683, 140, 696)):
            page.linkURL("https://www.example.org/opengovernment", area)

    assert "https://www.example.org/opengovernment of the city" in texts(canvas(draw))


def test_looks() -> None:
    """Bold, coloured and highlighted lines are stressed, lines with a stroke through them struck; a part of a line is not."""

    def draw(page: Canvas) -> None:
        lines("plain", "partly")(page)
        page.setFont("Helvetica-Bold", 12)
        lines("bold", top=700)(page)
        page.drawString(110, 746, "bold")
        page.setFont("Helvetica", 12)
        page.setFillColor(red)
        lines("coloured", top=680)(page)
        page.setFillColor(yellow)
        page.rect(70, 657, 80, 13, stroke=0, fill=1)
        page.setFillColorRGB(0, 0, 0)
        lines("highlighted", "struck out", top=660, leading=20)(page)
        page.line(72, 643.5, 125, 643.5)

    looks = {block.text: block.look for block in read_pdf(canvas(draw), "x").blocks}
    stressed = dict.fromkeys(["bold", "coloured", "highlighted"], Look.STRESSED)
    assert looks == {"plain": Look.PLAIN, "partly bold": Look.PLAIN, **stressed, "struck out": Look.STRUCK}


# --- files that are refused ---------------------------------------------------------------------------------------


def scan(page: Canvas) -> None:
    from PIL import Image

    noise = Image.frombytes("L", (60, 80), bytes(random.Random(1).choices(range(256), k=4800)))
    page.drawImage(ImageReader(noise), 0, 0, *A4)


def test_a_scan_is_refused() -> None:
    """Pictures of pages have no text, a stamp on them is none; the message says what to send."""
    for draw in (scan, lambda page: (scan(page), page.drawString(500, 20, "Scan 1"))):
        error = refusal(canvas(draw))
        assert "scan" in error.message
        assert "OCR" in error.hint


def test_a_picture_beside_text_is_no_scan() -> None:
    """A page with a background picture and text on it is read."""
    assert LONG[:40] in texts(canvas(lambda page: (scan(page), lines(LONG[:40], "Tampere")(page))))


def test_encrypted() -> None:
    """A password is asked for in the message; a file that is protected from changes alone is read."""
    locked = canvas(lines("Tampere"), encrypt=StandardEncryption("secret", "owner"))
    assert "password" in refusal(locked).message
    assert texts(canvas(lines("Tampere"), encrypt=StandardEncryption("", "owner", canModify=0))) == [
        "Tampere"
    ]


def test_a_form_of_adobe_alone_is_refused() -> None:
    """A form whose pages only Adobe's reader makes (XFA) shows others a request to wait; the message says what to do."""
    catalog = b"/NeedsRendering true/AcroForm<</Fields[]/XFA(x)>>"
    error = refusal(raw(b"BT /F1 12 Tf 72 700 Td (Please wait) Tj ET", catalog=catalog))
    assert "XFA" in error.message
    assert "print" in error.hint


GOOD = canvas(lines("1. City name", "Tampere"))


@pytest.mark.parametrize("cut", [40, len(GOOD) // 3, len(GOOD) // 2, len(GOOD) - 40])
def test_truncated(cut: int) -> None:
    """A file that breaks off is refused, and never read in part."""
    assert "end of the file" in refusal(GOOD[:cut]).message


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04 a Word file", b"1. City name\nTampere\n", b"<html>"], ids=["zip", "txt", "html"]
)
def test_an_extension_that_lies(data: bytes, tmp_path: Path) -> None:
    """What is no PDF is told to be none."""
    (tmp_path / "x.pdf").write_bytes(data)
    with pytest.raises(InputError, match="no PDF"):
        read(tmp_path / "x.pdf")


def test_damaged() -> None:
    """Bytes that are no PDF but for their beginning and end; a page tree that leads back to itself."""
    assert "damaged" in refusal(b"%PDF-1.4\n" + b"\x00\xff" * 5000 + b"%%EOF").message
    assert "damaged" in refusal(raw(b"", kids=b"2 0 R 2 0 R", count=9)).message


def test_ten_thousand_pages_are_refused_at_once() -> None:
    """The number of pages is looked at before any is read."""
    start = time.process_time()
    error = refusal(raw(b"BT /F1 12 Tf (Hi) Tj ET", kids=b"3 0 R " * 10_000, count=10_000))
    assert "10000 pages" in error.message
    assert time.process_time() - start < 10


_FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</Font<</F1 5 0 R>>/XObject<</X%d %d 0 R>>>>"
_NESTED = [stream(b"/X%d Do " % (n + 1) * 10 if n < 11 else b"BT /F1 9 Tf 9 9 Td (Hi) Tj ET", _FORM % (n + 1, n + 7)) for n in range(12)]  # fmt: skip
BOMBS: dict[str, Callable[[], bytes]] = {
    "a gigabyte of spaces": lambda: raw(repeated(b" ", 1 << 30)),
    "forms in forms, ten times each": lambda: raw(b"/X0 Do", *_NESTED, resources=b"/XObject<</X0 6 0 R>>"),
    "a hundred million operators": lambda: raw(repeated(b"q ", 100_000_000)),
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_bombs_are_refused_in_bounded_time(bomb: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small file that unfolds without end is stopped, by its memory or by the clock, and told."""
    monkeypatch.setattr(source, "SECONDS", 15)
    data = BOMBS[bomb]()
    start = time.process_time()
    assert "print it to a new PDF" in refusal(data).hint
    assert time.process_time() - start < 30


def test_too_long_is_told_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock stops the reading."""
    monkeypatch.setattr(source, "SECONDS", 0.01)
    assert "seconds" in refusal(GOOD).message


def test_random_damage_never_raises_but_a_refusal() -> None:
    """Whatever bytes are changed, the file is read or refused."""
    chance = random.Random(7)
    for _ in range(12):
        data = bytearray(GOOD)
        for _ in range(20):
            data[chance.randrange(10, len(data) - 10)] = chance.randrange(256)
        try:
            assert read_pdf(bytes(data), "x.pdf").blocks
        except InputError as error:
            assert error.hint


def test_empty_pages_are_refused() -> None:
    """A file without a word has nothing to read."""
    assert "no text" in refusal(canvas(lambda page: page.showPage())).message
