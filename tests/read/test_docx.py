"""Tests of the reader of Word documents: what each element of a document prints, and what a hostile one costs."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lgq_graph.errors import InputError
from lgq_graph.model import Document, Look, MarkState
from lgq_graph.pipeline import build_response
from lgq_graph.read.docx import READS
from lgq_graph.read.txt import read_text

from ..conftest import EXAMPLES
from ..make_docx import LAYOUTS, archive, document, response

TEXTS = {stem: (EXAMPLES / f"{stem}.txt").read_text(encoding="utf-8") for stem in ("tampere-2022", "medellin-2022")}  # fmt: skip


def opened(data: bytes) -> Document:
    (found,) = READS[".docx"](data, "x.docx")
    return found


def lines(body: str, links: dict[str, str] | None = None, **parts: str) -> list[str]:
    return [block.text for block in opened(document(body, links, **parts)).blocks]


def t(text: str) -> str:
    return f'<w:t xml:space="preserve">{text}</w:t>'


def r(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr>{t(text)}</w:r>"


def p(*content: str, properties: str = "") -> str:
    inner = "".join(one if one.startswith("<") else r(one) for one in content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def table(*rows: list[str]) -> str:
    """Cells of paragraphs, or of words when they are no XML."""
    cells = [[cell if cell.startswith("<") else p(cell) for cell in row] for row in rows]
    inner = "".join("<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in cells)
    return f"<w:tbl>{inner}</w:tbl>"


def control(content: str, properties: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def box(checked: str, content: str = r("?")) -> str:
    return control(content, f"<w14:checkbox>{checked}</w14:checkbox>")


def field(instruction: str, result: str = "", data: str = "") -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


# --- words --------------------------------------------------------------------------------------------------------

BR, TAB = "<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>"
WORDS = {
    "runs": (p("Tam", "pere"), ["Tampere"]),
    "breaks": (p("a", BR, "b", "<w:r><w:cr/></w:r>", "c"), ["a", "b", "c"]),
    "tabs": (p("a", TAB, "b"), ["a\tb"]),
    "hyphens": (p("log", "<w:r><w:noBreakHyphen/></w:r>", "ins soft", "<w:r><w:softHyphen/></w:r>", "ly"), ["log-ins softly"]),
    "blank paragraphs": (p("a") + p() + p(" ") + p("b"), ["a", "b"]),
    "smart tags": (p("<w:smartTag><w:r><w:t>Oulu</w:t></w:r></w:smartTag>"), ["Oulu"]),
    "custom XML": ("<w:customXml>" + p("Oulu") + "</w:customXml>", ["Oulu"]),
    "insertions": (p("<w:ins>" + r("new") + "</w:ins>", "<w:moveTo>" + r(" here") + "</w:moveTo>"), ["new here"]),
    "deletions": (p("kept", "<w:del><w:r><w:delText>old</w:delText></w:r></w:del>", "<w:moveFrom>" + r("gone") + "</w:moveFrom>"), ["kept"]),
    "a deleted end of paragraph": (p("one", properties="<w:rPr><w:del/></w:rPr>") + p(" line"), ["one line"]),
    "a deleted row": (table(["a", "b"]).replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>") + p("c"), ["c"]),
    "comments": (p("a", '<w:commentRangeStart w:id="1"/>', "b", "<w:r><w:annotationRef/></w:r><w:r><w:commentReference/></w:r>"), ["ab"]),
    "hidden words": (p("seen", r("unseen", "<w:vanish/>")), ["seen"]),
    "phonetic guides": (p("<w:r><w:ruby><w:rt>" + r("kana") + "</w:rt><w:rubyBase>" + r("字") + "</w:rubyBase></w:ruby></w:r>"), ["字"]),
    "formulas": (p("<m:oMath xmlns:m='urn:m'><m:r><m:t>85 %</m:t></m:r></m:oMath>"), ["85 %"]),
    "other formats embedded": (p("a") + '<w:altChunk r:id="x"/>' + p("<w:r><w:object/></w:r>", "b"), ["a", "b"]),
    "odd white space": ("<w:p><w:r><w:t>a\n   b</w:t></w:r></w:p>", ["a b"]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), WORDS.values(), ids=WORDS)
def test_words(body: str, expected: list[str]) -> None:
    """A print of the final text: what was inserted is in it, what was deleted or hidden or said in a comment is not."""
    assert lines(body) == expected


def test_headers_footers_comments_and_properties_are_never_read() -> None:
    """Names of people in the parts beside the text stay in the file."""
    parts = {kind: p("A. Person") for kind in ("header", "footer", "comments", "people")}
    assert lines(p("text") + '<w:sectPr><w:headerReference r:id="header"/></w:sectPr>', **parts) == ["text"]


def test_notes_stand_in_brackets_where_they_are_referred_to() -> None:
    """Footnotes and endnotes are told once, with what links they hold, and one that refers to itself ends."""
    note = '<w:footnote w:id="2">' + p('<w:r><w:footnoteRef/></w:r>', " Since 2019.", '<w:r><w:footnoteReference w:id="2"/></w:r>') + "</w:footnote>"  # fmt: skip
    end = '<w:endnote w:id="2">' + p("Law 5") + p("of 2020") + "</w:endnote>"
    body = p("Yes.", '<w:r><w:footnoteReference w:id="2"/></w:r>', " Also", '<w:r><w:endnoteReference w:id="2"/></w:r>', ".")  # fmt: skip
    found = lines(body + p("z", '<w:r><w:footnoteReference w:id="2"/></w:r>'), footnotes=note, endnotes=end)
    assert found == ["Yes. (Since 2019.) Also (Law 5 of 2020).", "z"]


def test_a_text_box_is_read_once_and_after_its_paragraph() -> None:
    """Of the two renderings of a text box one is read; an old one, which has no other, is read too."""
    inner = "<w:txbxContent>" + p("in the box") + "</w:txbxContent>"
    new = f"<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{inner}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    assert lines(p("before", f"<w:r>{new}</w:r>", " it") + p("after")) == ["before it", "in the box", "after"]
    assert lines(p(f"<w:r><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict></w:r>")) == [
        "in the box"
    ]


# --- forms --------------------------------------------------------------------------------------------------------

ON, OFF = '<w14:checked w14:val="1"/>', '<w14:checked w14:val="0"/>'
LEGACY = "<w:ffData><w:checkBox><w:sizeAuto/>{}</w:checkBox></w:ffData>"
DROP = '<w:ffData><w:ddList>{}<w:listEntry w:val="Choose"/><w:listEntry w:val="Yes"/></w:ddList></w:ffData>'
WINGDINGS = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
BOXES = {
    "control, ticked": (p(box(ON), " Yes"), "☒ Yes"),
    "control, not ticked": (p(box(OFF), " Yes"), "☐ Yes"),
    "control, ticked in words": (p(box('<w14:checked w14:val="true"/>'), "Yes"), "☒Yes"),
    "control without a state": (p(box(""), " Yes"), "☐ Yes"),
    "control with a symbol": (p(box(ON, '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>'), " Yes"), "☒ Yes"),
    "control without content": (p(box(ON, ""), " Yes"), "☒ Yes"),
    "control around a paragraph": (box(ON, p(r("☐"), " Yes").replace(" Yes", "")) + p("No"), "☒"),
    "control, prompting": (p(control(box(ON), "<w:alias/>"), " Yes"), "☒ Yes"),
    "field, ticked": (p(field("FORMCHECKBOX", data=LEGACY.format("<w:default w:val='0'/><w:checked/>")), " Yes"), "☒ Yes"),
    "field, unticked again": (p(field("FORMCHECKBOX", data=LEGACY.format("<w:default w:val='1'/><w:checked w:val='0'/>")), " Yes"), "☐ Yes"),
    "field, ticked from the start": (p(field("FORMCHECKBOX", data=LEGACY.format("<w:default w:val='1'/>")), " Yes"), "☒ Yes"),
    "field, not ticked": (p(field("FORMCHECKBOX", data=LEGACY.format("<w:default w:val='0'/>")), " Yes"), "☐ Yes"),
    "symbol": (p('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', " Yes"), "☒ Yes"),
    "symbol, not ticked": (p('<w:r><w:sym w:font="Wingdings 2" w:char="F0A3"/></w:r>', " Yes"), "☐ Yes"),
    "symbol of Unicode": (p('<w:r><w:sym w:font="MS Gothic" w:char="2612"/></w:r>', " Yes"), "☒ Yes"),
    "letter of a symbol font": (p(r("þ", WINGDINGS), " Yes"), "☒ Yes"),
    "private letter of a symbol font": (p(r("\uf0a8", WINGDINGS), " Yes"), "☐ Yes"),
    "glyph": (p("☑ Yes"), "☑ Yes"),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), BOXES.values(), ids=BOXES)
def test_boxes(body: str, expected: str) -> None:
    """A box is a glyph before its option, however the form makes it: its state decides and not its picture."""
    block = opened(document(body)).blocks[0]
    assert block.text == expected
    assert block.mark is (MarkState.NOT_SELECTED if "☐" in expected else MarkState.SELECTED)


def test_boxes_in_a_row_are_an_option_each() -> None:
    """Two controls in one paragraph give two blocks of one line."""
    found = opened(document(p(box(ON), " Yes  ", box(OFF), " No"))).blocks
    assert [(b.text, b.line, b.mark) for b in found] == [("☒ Yes", 1, MarkState.SELECTED), ("☐ No", 1, MarkState.NOT_SELECTED)]  # fmt: skip


PROMPT = "<w:showingPlcHdr/>"
SHOWN = {
    "text": (p(control(r("Tampere"), "<w:text/>")), ["Tampere"]),
    "text in a block": (control(p("Tampere") + p("Oulu"), "<w:richText/>"), ["Tampere", "Oulu"]),
    "prompt": (p("City: ", control(r("Click or tap here to enter text."), PROMPT)), ["City:"]),
    "prompt in a block": (p("City") + control(p("Click or tap here to enter text."), PROMPT), ["City"]),
    "prompt switched off": (p(control(r("Tampere"), '<w:showingPlcHdr w:val="0"/>')), ["Tampere"]),
    "choice": (p(control(r("Yes"), "<w:dropDownList/>")), ["Yes"]),
    "choice not made": (p("CIO? ", control(r("Choose an item."), f"<w:dropDownList/>{PROMPT}")), ["CIO?"]),
    "date in figures": (p(control(r("6/5/2023"), '<w:date w:fullDate="2023-06-05T00:00:00Z"/>')), ["2023-06-05"]),
    "date in words": (p(control(r("5 June 2023"), '<w:date w:fullDate="2023-06-05T00:00:00Z"/>')), ["5 June 2023"]),
    "old text field": (p(field("FORMTEXT", r("Tampere"), "<w:ffData><w:textInput/></w:ffData>")), ["Tampere"]),
    "old text field, blank": (p("City:", field("FORMTEXT", r("     "))), ["City:"]),
    "old choice": (p(field("FORMDROPDOWN", "", DROP.format('<w:result w:val="1"/>'))), ["Yes"]),
    "old choice with its result": (p(field("FORMDROPDOWN", r("Yes"), DROP.format('<w:result w:val="1"/>')), "!"), ["Yes!"]),
    "old choice not made": (p("CIO?", field("FORMDROPDOWN", "", DROP.format(""))), ["CIO?"]),
    "old choice out of range": (p("CIO?", field("FORMDROPDOWN", "", DROP.format('<w:result w:val="25"/>'))), ["CIO?"]),
    "page number": (p("Page ", field("PAGE", r("3"))), ["Page 3"]),
    "field that never ends": (p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "a") + p("b"), ["a", "b"]),
    "field that never began": (p('<w:r><w:fldChar w:fldCharType="end"/></w:r>', "a") + p("b"), ["a", "b"]),
    "cell in a control": ("<w:tbl><w:tr><w:tc>" + p("a") + "</w:tc>" + control("<w:tc>" + p("b") + "</w:tc>", "") + "</w:tr></w:tbl>", ["a | b"]),
    "row in a control": ("<w:tbl>" + control("<w:tr><w:tc>" + p("a") + "</w:tc></w:tr>", "") + "</w:tbl>", ["a"]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), SHOWN.values(), ids=SHOWN)
def test_forms(body: str, expected: list[str]) -> None:
    """What is filled in is read; a prompt and a choice that was not made are no answer."""
    assert lines(body) == expected


# --- links --------------------------------------------------------------------------------------------------------

URL = "https://www.tampere.fi/en"


def link(*content: str, attributes: str = 'r:id="a"') -> str:
    return f"<w:hyperlink {attributes}>{''.join(r(one) for one in content)}</w:hyperlink>"


LINKS = {
    "words": (p("See ", link("Tampere"), "."), f"See Tampere ({URL})."),
    "words in pieces": (p(link("Tam", "pere ", "Portal"), " – all"), f"Tampere Portal ({URL}) – all"),
    "neighbours": (p(link("Tam"), link("pere")), f"Tampere ({URL})"),
    "blank at the end": (p(link("Tampere "), "– all"), f"Tampere ({URL}) – all"),
    "the address itself": (p(link(URL)), URL),
    "the address with a bar": (p(link(URL + "/")), URL + "/"),
    "the address without scheme": (p(link("tampere.fi/en")), URL),
    "the address of www": (p(link("www.tampere.fi/en")), "www.tampere.fi/en"),
    "an address cut off": (p(link("https://www.tampere.fi/…")), URL),
    "another address": (p(link("https://oulu.fi")), "https://oulu.fi"),
    "the address among words": (p(link(f"Portal: {URL}")), f"Portal: {URL}"),
    "a part of the page": (p(link("Tampere", attributes='r:id="a" w:anchor="top"')), f"Tampere ({URL}#top)"),
    "a place in the document": (p(link("above", attributes='w:anchor="top"')), "above"),
    "an unknown id": (p(link("above", attributes='r:id="none"')), "above"),
    "a field": (p(field(f' HYPERLINK "{URL}" ', r("Tampere")), "."), f"Tampere ({URL})."),
    "a field with a part": (p(field(rf'HYPERLINK "{URL}" \l "top" \o "tip"', r("Tampere"))), f"Tampere ({URL}#top)"),
    "a field to a place": (p(field(r'HYPERLINK \l "top"', r("above"))), "above"),
    "a simple field": (p(f"<w:fldSimple w:instr='HYPERLINK \"{URL}\"'>" + r("Tampere") + "</w:fldSimple>"), f"Tampere ({URL})"),
    "a field in a field": (p(field(f'HYPERLINK "{URL}"', r("Tampere ") + field("PAGE", r("3")) + r(" on"))), f"Tampere 3 on ({URL})"),
    "over a line break": (p(link("Tampere"), BR, "all"), f"Tampere ({URL})"),
    "a mailbox": (p(link("write", attributes='r:id="m"')), "write (city@example.org)"),
    "a mailbox itself": (p(link("city@example.org", attributes='r:id="m"')), "city@example.org"),
    "a file of someone": (p(link("plan", attributes='r:id="f"')), "plan"),
    "a script": (p(link("run", attributes='r:id="j"')), "run"),
    "a picture": (p('<w:hyperlink r:id="a"><w:r><w:drawing><a:hlinkClick r:id="a"/></w:drawing></w:r></w:hyperlink>'), URL),
    "a blank left over": (p("a", link(" "), "b"), "a b"),
}  # fmt: skip
TARGETS = {"a": URL, "m": "mailto:city@example.org?subject=x", "f": "file:///C:/Users/someone/plan.docx", "j": "javascript:x"}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), LINKS.values(), ids=LINKS)
def test_links(body: str, expected: str) -> None:
    """The words of a link with its target in brackets, once; one of them where both say the same."""
    assert lines(body, TARGETS)[0] == expected


# --- lists --------------------------------------------------------------------------------------------------------


def level(depth: int, form: str, text: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{more}</w:lvl>'


NUMBERING = (
    '<w:abstractNum w:abstractNumId="1">' + level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)") + level(2, "upperRoman", "%1.%2.%3") + "</w:abstractNum>"
    '<w:abstractNum w:abstractNumId="2">' + level(0, "bullet", "\uf0b7", '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>') + level(1, "bullet", "o") + "</w:abstractNum>"
    '<w:abstractNum w:abstractNumId="3">' + level(0, "bullet", "\uf0fe", '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>') + "</w:abstractNum>"
    '<w:abstractNum w:abstractNumId="4">' + level(0, "decimal", "Question %1:", '<w:pStyle w:val="Asked"/>') + level(1, "decimal", "%1.%2", '<w:pStyle w:val="Sub"/>') + "</w:abstractNum>"
    '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="ListStyle"/></w:abstractNum>'
    + "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(1, 6))
    + '<w:num w:numId="6"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
)  # fmt: skip
STYLES = (
    '<w:style w:type="paragraph" w:styleId="Asked"><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Sub"><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Deeper"><w:basedOn w:val="Asked"/></w:style>'
    '<w:style w:type="numbering" w:styleId="ListStyle"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Round"><w:basedOn w:val="Round"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Unseen"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Chosen"><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:rPr><w:b/></w:rPr></w:style>'
)  # fmt: skip


def item(text: str, number: int, depth: int = 0) -> str:
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def styled(text: str, style: str, more: str = "") -> str:
    return p(text, properties=f'<w:pStyle w:val="{style}"/>{more}')


LISTS = {
    "numbers": (item("x", 1) + item("y", 1), ["1. x", "2. y"]),
    "levels": (item("x", 1) + item("y", 1, 1) + item("z", 1, 1) + item("v", 1, 2) + item("w", 1) + item("u", 1, 1), ["1. x", "a) y", "b) z", "1.b.I v", "2. w", "a) u"]),
    "bullets": (item("x", 2) + item("y", 2, 1), ["• x", "– y"]),
    "bullets made boxes": (item("Yes", 3) + item("No", 2), ["☒ Yes", "• No"]),
    "paragraphs between": (item("x", 1) + p("…") + item("y", 1), ["1. x", "…", "2. y"]),
    "a restart": (item("x", 1) + item("y", 6) + item("z", 6), ["1. x", "7. y", "8. z"]),
    "headings by style": (styled("City", "Asked") + styled("more", "Sub") + styled("Country", "Deeper"), ["Question 1: City", "1.1 more", "Question 2: Country"]),
    "a heading without number": (styled("City", "Asked", '<w:numPr><w:numId w:val="0"/></w:numPr>'), ["City"]),
    "a list style": (item("x", 5) + item("y", 5, 1), ["1. x", "a) y"]),
    "blank items": (item("", 1) + item("x", 1) + item("", 1) + p("z"), ["2. x", "z"]),
    "an unknown list": (item("x", 99), ["x"]),
    "styles in a circle": (styled("x", "Round"), ["x"]),
    "a table of contents": (styled("1. City … 3", "TOC1") + p("x"), ["x"]),
    "a hidden style": (styled("x", "Unseen") + p("y"), ["y"]),
    "lines in an item": (p("x", BR, "y", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'), ["1. x", "y"]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), LISTS.values(), ids=LISTS)
def test_lists(body: str, expected: list[str]) -> None:
    """Items have the mark that Word counts for them, by their own list or that of their style."""
    assert lines(body, numbering=NUMBERING, styles=STYLES) == expected


FORMATS = [("decimal", "28"), ("decimalZero", "28"), ("lowerLetter", "bb"), ("upperLetter", "BB"), ("lowerRoman", "xxviii"),
           ("upperRoman", "XXVIII"), ("chineseCounting", "28"), ("none", "")]  # fmt: skip


@pytest.mark.parametrize(("form", "expected"), FORMATS)
def test_formats_of_numbers(form: str, expected: str) -> None:
    """The twenty-eighth item in each format; one that is not known counts in figures."""
    lists = f'<w:abstractNum w:abstractNumId="1">{level(0, form, "%1")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    assert lines("".join(item("x", 1) for _ in range(28)), numbering=lists)[-1] == f"{expected} x".strip()


# --- looks --------------------------------------------------------------------------------------------------------

LOOKS = {
    "bold": ("<w:b/>", Look.STRESSED),
    "not bold": ('<w:b w:val="0"/>', Look.PLAIN),
    "red": ('<w:color w:val="FF0000"/>', Look.STRESSED),
    "black": ('<w:color w:val="000000"/>', Look.PLAIN),
    "grey": ('<w:color w:val="808080"/>', Look.PLAIN),
    "automatic": ('<w:color w:val="auto"/>', Look.PLAIN),
    "highlighted": ('<w:highlight w:val="yellow"/>', Look.STRESSED),
    "highlighted in nothing": ('<w:highlight w:val="none"/>', Look.PLAIN),
    "shaded": ('<w:shd w:fill="FFFF00"/>', Look.STRESSED),
    "underlined": ('<w:u w:val="single"/>', Look.STRESSED),
    "not underlined": ('<w:u w:val="none"/>', Look.PLAIN),
    "struck": ("<w:strike/>", Look.STRUCK),
    "struck twice": ("<w:dstrike/>", Look.STRUCK),
    "struck and bold": ("<w:b/><w:strike/>", Look.STRUCK),
    "by style": ('<w:rStyle w:val="Chosen"/>', Look.STRESSED),
    "by style, switched off": ('<w:rStyle w:val="Chosen"/><w:b w:val="0"/>', Look.PLAIN),
    "italic": ("<w:i/>", Look.PLAIN),
}


@pytest.mark.parametrize(("properties", "expected"), LOOKS.values(), ids=LOOKS)
def test_looks(properties: str, expected: Look) -> None:
    """Only what sets words off in a print counts, given to them directly or by a character style."""
    (block,) = opened(document(p(r("Yes", properties)), styles=STYLES)).blocks
    assert block.look is expected


def looks(body: str) -> list[tuple[str, str, int]]:
    return [(b.text, b.look.value, b.line) for b in opened(document(body, TARGETS, styles=STYLES)).blocks]


BOLD, STRUCK = "<w:b/>", "<w:strike/>"
ROWS = {
    "spaces": (p("Yes  ", r("No", BOLD)), [("Yes", "plain", 1), ("No", "stressed", 1)]),
    "a bar": (p(r("Yes", BOLD), " / No"), [("Yes", "stressed", 1), ("/ No", "plain", 1)]),
    "a question before": (p("9. Is there a CIO? Yes / ", r("No", BOLD)), [("9. Is there a CIO?", "plain", 1), ("Yes /", "plain", 1), ("No", "stressed", 1)]),
    "one struck": (p("Yes ", r("No", STRUCK)), [("Yes", "plain", 1), ("No", "struck", 1)]),
    "all alike": (p(r("Yes / No", BOLD)), [("Yes / No", "stressed", 1)]),
    "a word in prose": (p("We use ", r("Suomi.fi", BOLD), " for most of our services."), [("We use Suomi.fi for most of our services.", "plain", 1)]),
    "a name before": (p(r("City:", BOLD), " Tampere"), [("City: Tampere", "plain", 1)]),
    "words struck in prose": (p("It has 12 ", r("14 ", STRUCK), "services, says the portal of the city."), [("It has 12 services, says the portal of the city.", "plain", 1)]),
    "a bold box": (p(r("☒", BOLD), " Yes"), [("☒ Yes", "plain", 1)]),
    "blanks of another look": (p(r("Yes", BOLD), " "), [("Yes", "stressed", 1)]),
    "a heading by style": (styled("Yes", "Heading1"), [("Yes", "plain", 1)]),
    "the colour of a link": (p("<w:hyperlink r:id='a'>" + r("Yes", '<w:color w:val="0563C1"/><w:u w:val="single"/>') + "</w:hyperlink>"), [(f"Yes ({URL})", "plain", 1)]),
    "a coloured ground": (p("Yes", properties='<w:shd w:fill="FFFF00"/>'), [("Yes", "stressed", 1)]),
    "a coloured cell": (table(['<w:tcPr><w:shd w:fill="FFFF00"/></w:tcPr>' + p("Yes"), "No"]), [("Yes", "stressed", 1), ("No", "plain", 2)]),
    "a bold cell": (table([p(r("Yes", BOLD)), p("No")], ["a", "b"]), [("Yes |", "stressed", 1), ("No", "plain", 1), ("a | b", "plain", 2)]),
    "a line of two": (p("Yes", BR, r("No", BOLD)), [("Yes", "plain", 1), ("No", "stressed", 2)]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), ROWS.values(), ids=ROWS)
def test_looks_of_lines(body: str, expected: list[tuple[str, str, int]]) -> None:
    """A line has the look of all its words; options in a row of which one stands out are a block each, prose never is."""
    assert looks(body) == expected


# --- tables -------------------------------------------------------------------------------------------------------

SIDE = '<w:tcPr><w:shd w:fill="D9D9D9"/></w:tcPr>'
MERGED = "<w:tcPr><w:vMerge/></w:tcPr>"
BEGUN = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>'
TABLES = {
    "question and answer": (table(["3. Which portal? *", p("A") + p("B")], ["7. Procurement:", "C"]), ["3. Which portal? *", "A", "B", "7. Procurement:", "C"]),
    "names of fields set off": (table([SIDE + p("City name"), "Tampere"], [SIDE + p("Country"), "Finland"]), ["City name", "Tampere", "Country", "Finland"]),
    "bold names of fields": (table([p(r("City", BOLD)), "Tampere"], [p(r("Country", BOLD)), "Finland"]), ["City", "Tampere", "Country", "Finland"]),
    "number, question, answer": (table(["No.", "Question", "Answer"], ["3", "Which portal?", "A"], ["4.", "Which links?", "B"]), ["No. | Question | Answer", "3. Which portal?", "A", "4. Which links?", "B"]),
    "counted questions": (table([item("", 1), "Which portal?", "A"], [item("", 1), "Which links?", "B"]), ["1. Which portal?", "A", "2. Which links?", "B"]),
    "question above answer": (table(["3. Which portal? *"], ["A"]), ["3. Which portal? *", "A"]),
    "unanswered": (table(["3. Which portal? *", ""], ["4. Which links?", "B"]), ["3. Which portal? *", "4. Which links?", "B"]),
    "data": (table(["Portal", "Address"], ["A", "https://a.fi"], ["B", "https://b.fi"]), ["Portal | Address", "A | https://a.fi", "B | https://b.fi"]),
    "wide data": (table(["A", p("one") + p("two"), "https://a.fi"], ["B", "", "https://b.fi"]), ["A | one two | https://a.fi", "B | https://b.fi"]),
    "merged downwards": (table(["3. Which portal?", "A"], [MERGED + p(""), "B"]), ["3. Which portal?", "A", "B"]),
    "goals merged downwards": (table(["Project", "Link", "SDG"], ["A", "-", BEGUN + p("SDG 6")], ["B", "-", MERGED + p("")], ["C", "-", MERGED + p("")], ["D", "-", "none"]), ["Project | Link | SDG", "A | - | SDG 6", "B | - | SDG 6", "C | - | SDG 6", "D | - | none"]),
    "numbers merged downwards": (table(["Project", "Users", "Goals served"], ["A", BEGUN + p("900"), BEGUN + p("7 and 13")], ["B", MERGED + p(""), MERGED + p("")]), ["Project | Users | Goals served", "A | 900 | 7 and 13", "B | 7 and 13"]),
    "a table in a cell": (table(["3. Which portal?", table(["A", "https://a.fi"], ["B", "https://b.fi"])]), ["3. Which portal?", "A | https://a.fi", "B | https://b.fi"]),
    "boxes in cells": (table(["9. Is there a CIO?", "☒ Yes", "☐ No"]), ["9. Is there a CIO?", "☒ Yes", "☐ No"]),
    "ticks before": (table(["X", "A plan"], ["", "A budget"]), ["☒ A plan", "A budget"]),
    "ticks after": (table(["A plan", "x"], ["A budget", ""]), ["A plan ☒", "A budget"]),
    "boxes after": (table(["9. Is there a CIO?", "Yes", "☒", "No", "☐"]), ["9. Is there a CIO?", "Yes ☒", "No ☐"]),
    "a matrix": (table(["Is there legislation?", "Yes", "No"], ["16. In the country?", "X", ""], ["17. In the city?", "", "X"]), ["Is there legislation?", "16. In the country?", "☒ Yes", "☐ No", "17. In the city?", "☐ Yes", "☒ No"]),
    "a record": (table([SIDE + p("Name"), SIDE + p("Title")], ["Chief Digital Officer", "Director"]), ["Name", "Chief Digital Officer", "Title", "Director"]),
    "one question below names of columns": (table([SIDE + p("Question"), SIDE + p("Answer")], ["6. Open government data", "None"]), ["Question", "Answer", "6. Open government data", "None"]),
    "one question below other names": (table([SIDE + p("Vraag"), SIDE + p("Antwoord")], ["36. Do you use social media? Please explain.", "Yes"]), ["Vraag", "Antwoord", "36. Do you use social media? Please explain.", "Yes"]),
    "nothing": (table(["", ""]) + p("x"), ["x"]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), TABLES.values(), ids=TABLES)
def test_tables(body: str, expected: list[str]) -> None:
    """A form in a table gives its questions and answers one under the other, a table of things a line for each."""
    assert lines(body, numbering=NUMBERING) == expected


# --- whole responses ----------------------------------------------------------------------------------------------


def test_a_coloured_choice_is_told_as_implied() -> None:
    """What colours imply of the options is what the boxes of the text say, and each state stays unknown."""
    text = build_response(read_text(TEXTS["tampere-2022"].encode(), "x.txt")).response
    word = build_response(opened(response(TEXTS["tampere-2022"], LAYOUTS["colours"]))).response
    boxes = {
        answer.question: [mark.state for mark in answer.marks] for answer in text.answers if answer.marks
    }
    lost = {a.question: a.marks for a in word.answers if {m.state for m in a.marks} == {MarkState.UNKNOWN}}
    assert len(lost) > 5
    assert {number: [mark.implied for mark in marks] for number, marks in lost.items()} == {n: boxes[n] for n in lost}  # fmt: skip


def test_the_strict_form_of_the_standard() -> None:
    """A document in the strict namespaces is read alike."""
    strict = {
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main": b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    }
    body, links = p(link("Tampere")) + item("x", 1), TARGETS
    with zipfile.ZipFile(io.BytesIO(document(body, links, numbering=NUMBERING))) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    for old, new in strict.items():
        parts = {name: content.replace(old, new) for name, content in parts.items()}
    assert b"purl.oclc.org" in parts["word/document.xml"]
    assert [block.text for block in opened(archive(dict(parts))).blocks] == lines(
        body, links, numbering=NUMBERING
    )


def test_a_document_with_macros_is_read_without_them() -> None:
    """A .docm is the same document; its macros stay packed."""
    with zipfile.ZipFile(io.BytesIO(document(p("x")))) as packed:
        parts: dict[str, str | bytes] = {name: packed.read(name) for name in packed.namelist()}
    (found,) = READS[".docm"](archive({**parts, "word/vbaProject.bin": OLE}), "x.docm")
    assert [block.text for block in found.blocks] == ["x"]


def test_a_line_counts_what_is_printed() -> None:
    """Paragraphs, rows and lines count alike, blank ones do not, so that a message can name the place."""
    body = p("a", BR, "b") + p("") + table(["c", "d"]) + p("e")
    assert [(b.text, b.line) for b in opened(document(body)).blocks] == [
        ("a", 1),
        ("b", 2),
        ("c | d", 3),
        ("e", 4),
    ]


# --- hostile files ------------------------------------------------------------------------------------------------

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
DOCUMENT = f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>'


def _main(content: str | bytes) -> bytes:
    return archive({"word/document.xml": content})


def locked() -> bytes:
    """A part that is locked with a password of the zip."""
    data = bytearray(_main(DOCUMENT % "x"))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    return bytes(data)


def _broken() -> bytes:
    data = bytearray(_main(DOCUMENT % ("Tampere " * 50)))
    data[60:70] = b"\xff" * 10
    return bytes(data)


HOSTILE: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "a .doc": (lambda: OLE, "Office 97", "docx"),
    "encrypted": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "password", "without a password"),
    "a PDF": (lambda: b"%PDF-1.7 ...", "no Office file", "docx"),
    "a text": (lambda: TEXTS["tampere-2022"].encode(), "no Office file", "docx"),
    "rich text": (lambda: rb"{\rtf1 x}", "no Office file", "docx"),
    "an empty zip": (lambda: archive({}), "no text part", "docx"),
    "a workbook": (lambda: archive({"word/document.xml": "<workbook/>"}), "something else|no Word document but a workbook", "docx"),
    "an OpenDocument": (lambda: archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}), "no text part", "docx"),
    "no text": (lambda: document(p("")), "no text in the file", "again"),
    "a picture alone": (lambda: document(p("<w:r><w:drawing/></w:r>")), "no text in the file", "again"),
    "cut off": (lambda: document(p("x"))[:-40], "damaged", "again"),
    "a zip of nothing": (lambda: b"PK", "damaged", "again"),
    "broken data": (_broken, "damaged", "again"),
    "a locked part": (locked, "protected by a password", "without a password"),
    "no XML": (lambda: _main("Dear all"), "damaged", "again"),
    "XML cut off": (lambda: _main((DOCUMENT % "x")[:-20]), "damaged", "again"),
    "an unknown encoding": (lambda: _main('<?xml version="1.0" encoding="x-none"?>' + DOCUMENT % "x"), "damaged", "again"),
    "entities": (lambda: _main(f'<!DOCTYPE w [<!ENTITY l0 "ha">{LAUGHS}]>' + DOCUMENT % "&l9;"), "document type", "again"),
    "entities in UTF-16": (lambda: _main(f'<?xml version="1.0" encoding="utf-16"?><!DOCTYPE w [<!ENTITY l0 "ha">{LAUGHS}]>{DOCUMENT % "&l9;"}'.encode("utf-16")), "document type", "again"),
    "an external entity": (lambda: _main(f'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>{DOCUMENT % "&x;"}'), "document type", "again"),
    "a remote document type": (lambda: _main(f'<!DOCTYPE w SYSTEM "http://example.org/x.dtd">{DOCUMENT % "x"}'), "document type", "again"),
    "a bomb": (lambda: _main(DOCUMENT % (" " * 60_000_000)), "unpack to more", "without pictures"),
    "a bomb of styles": (lambda: document(p("x"), styles=" " * 41_000_000), "unpack to more", "without pictures"),
    "deep XML": (lambda: document("<w:ins>" * 50_000 + p("x") + "</w:ins>" * 50_000), "nested too deeply", "without pictures"),
    "many elements": (lambda: document("<w:p/>" * 600_000 + p("x")), "too many elements", "without pictures"),
    "many parts": (lambda: b"PK\x03\x04" + b"PK\x01\x02" * 30_000, "more than 20000 parts", "without pictures"),
}  # fmt: skip


@pytest.mark.parametrize(("make", "says", "hint"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_files_get_a_clear_error(make: Callable[[], bytes], says: str, hint: str) -> None:
    """The error names the file, what is wrong and what to do; the time and the memory that it takes are small."""
    data = make()
    begin = time.process_time()
    with pytest.raises(InputError, match=says) as caught:
        opened(data)
    assert time.process_time() - begin < 20
    assert caught.value.file == "x.docx"
    assert hint in caught.value.hint


def test_the_deepest_document_is_read() -> None:
    """As deep as the limit allows, no kind of nesting exhausts the stack."""
    cell, end = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    for start, inner, stop, times in (
        (cell, p("x"), end, 31),
        ("<w:sdt><w:sdtContent>", p("x"), "</w:sdtContent></w:sdt>", 46),
        ("<w:p><w:r><w:txbxContent>", p("x"), "</w:txbxContent></w:r></w:p>", 31),
        ("<w:p>" + "<w:r><w:ins>" * 46, r("x"), "</w:ins></w:r>" * 46 + "</w:p>", 1),
    ):
        assert lines(start * times + inner + stop * times) == ["x"]


BULKS = {
    "paragraphs": p("x") * 30_000,
    "runs": f"<w:p>{r('x') * 30_000}</w:p>",
    "words of one run": f"<w:p><w:r>{t('x') * 60_000}</w:r></w:p>",
    "fields that never end": "<w:p>"
    + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 30_000
    + r("x")
    + "</w:p>",
    "rows": "<w:tbl>" + f"<w:tr><w:tc>{p('x')}</w:tc></w:tr>" * 15_000 + "</w:tbl>",
    "cells of one row": "<w:tbl><w:tr>" + f"<w:tc>{p('x')}</w:tc>" * 20_000 + "</w:tr></w:tbl>",
    "deleted ends": p("x", properties="<w:rPr><w:del/></w:rPr>") * 20_000 + p("x"),
    "one look among many": f"<w:p>{r('x ', BOLD)}{r('y ') * 30_000}</w:p>",
    "looks in turn": f"<w:p>{(r('x ', BOLD) + r('y ')) * 15_000}</w:p>",
    "notes of one name": p(*['<w:r><w:footnoteReference w:id="2"/></w:r>'] * 20_000, "x"),
}


@pytest.mark.parametrize("body", BULKS.values(), ids=BULKS)
def test_time_grows_with_the_length(body: str) -> None:
    """What a large document costs is in proportion to its size: a quadratic step would take minutes here."""
    begin = time.process_time()
    assert opened(document(body, footnotes=f'<w:footnote w:id="2">{p("x" * 50_000)}</w:footnote>')).blocks
    assert time.process_time() - begin < 15


@settings(max_examples=150, derandomize=True)
@given(st.lists(st.tuples(st.integers(0, 2**20), st.integers(0, 255)), min_size=1, max_size=6))
def test_a_damaged_file_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    """Bytes changed anywhere in a file: blocks or an InputError, and nothing else."""
    data = bytearray(SMALL)
    for place, value in changes:
        data[place % len(data)] = value
    try:
        assert opened(bytes(data)).blocks
    except InputError as error:
        assert error.hint


SMALL = document(p("City", link("Tampere")) + table(["a", "b"]) + item("x", 1), TARGETS, numbering=NUMBERING, styles=STYLES)  # fmt: skip
PIECES = ["<w:p>", "<w:r>", "<w:tbl>", "<w:tr>", "<w:tc>", "<w:sdt>", "<w:sdtContent>", "<w:txbxContent>", "<w:hyperlink>", "<mc:AlternateContent>",
          "<w:sdtPr>", "<w14:checkbox>", "<w:pPr>", "<w:rPr>", "<w:numPr>", "<w:fldSimple>", "<w:ruby>"]  # fmt: skip
LEAVES = [t("x"), "<w:br/>", '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="separate"/>', '<w:fldChar w:fldCharType="end"/>',
          "<w:instrText>HYPERLINK</w:instrText>", '<w:fldChar w:fldCharType="begin"><w:ffData><w:ddList/></w:ffData></w:fldChar>', "<w:sym/>",
          '<w:numId w:val="1"/>', '<w:ilvl w:val="x"/>', "<w:b/>", "<w:color/>", "<w:shd/>", '<w:vMerge w:val=""/>', "<w:del/>", "<w:date/>"]  # fmt: skip


@settings(max_examples=200, derandomize=True)
@given(
    st.recursive(
        st.sampled_from(LEAVES),
        lambda inner: st.builds(
            lambda tag, content: f"{tag}{''.join(content)}</{tag[1:]}",
            st.sampled_from(PIECES),
            st.lists(inner, max_size=4),
        ),
        max_leaves=20,
    )
)
def test_elements_in_any_order_are_read(body: str) -> None:
    """A document that no word processor would write: blocks, and no other error."""
    assert (
        opened(document(body + p("end"), numbering=NUMBERING, styles=STYLES)).blocks[-1].text.endswith("end")
    )
