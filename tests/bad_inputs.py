"""Bad inputs: who makes each, and what is said or done. `docs/bad-input.md` shows these lists, `test_bad_input.py` tries them."""

from __future__ import annotations

import csv
import gc
import io
import os
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode
from reportlab.lib.pdfencrypt import StandardEncryption

from lgq_graph.library import Graph, build
from lgq_graph.model import Status
from lgq_graph.read import extensions

from . import make_docx, make_pdf, make_table
from .conftest import EXAMPLES
from .make_page import form
from .read.test_docx import DOCUMENT, LAUGHS, OLE, locked, p, r
from .read.test_pdf import scan
from .read.test_table import sheet_of

__all__ = ["CALLED", "GOOD", "REFUSED", "SHOWN", "TAKEN", "Called", "Refused", "Shown", "Taken", "furnish"]

GOOD = EXAMPLES / "tampere-2022.txt"
TEXT = GOOD.read_text(encoding="utf-8")

Make = Callable[[Path], Path]


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that is no response: what `build` says of it, without its folder, and what to do."""

    what: str
    make: Make
    says: str
    hint: str


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that is read although it is odd: what becomes of it, and whether a graph shows that."""

    what: str
    make: Make
    does: str
    holds: Callable[[Graph], bool]


@dataclass(frozen=True, slots=True)
class Called:
    """A call that is wrong, or leads to a wrong place, in a folder that `furnish` filled: what is said, what to do, and the exit code."""

    what: str
    words: str
    says: str
    hint: str
    code: int


@dataclass(frozen=True, slots=True)
class Shown:
    """What another test shows better."""

    what: str
    holds: str
    test: str


# --- what makes the files -----------------------------------------------------------------------------------------


def _file(name: str, data: bytes | str | Callable[[], bytes | str]) -> Make:
    def make(folder: Path) -> Path:
        content = data() if callable(data) else data
        (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
        return folder / name

    return make


def _changed(old: str, new: str) -> Make:
    """The good response with other words in one place."""
    assert old in TEXT
    return _file("r.txt", TEXT.replace(old, new, 1))


def _with(data: bytes) -> Make:
    """The good response with some bytes in the middle of a line."""
    return _file("r.txt", TEXT.encode()[:900] + data + TEXT.encode()[900:])


def _word(name: str = "word/document.xml", content: str = "") -> Callable[[], bytes]:
    return lambda: make_docx.archive({name: content})


def _links_to(target: str) -> Make:
    def make(folder: Path) -> Path:
        (folder / "r.txt").symlink_to(target)
        return folder / "r.txt"

    return make


def _pipe(folder: Path) -> Path:
    os.mkfifo(folder / "r.txt")
    return folder / "r.txt"


def _large(folder: Path) -> Path:
    with (folder / "r.txt").open("wb") as file:
        file.truncate(60_000_000)
    return folder / "r.txt"


def _twice(folder: Path) -> Path:
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(TEXT, encoding="utf-8")
    return folder


def _folder(folder: Path) -> Path:
    (folder / "r.txt").mkdir()
    return folder / "r.txt"


def _only_readme(folder: Path) -> Path:
    (folder / "README.md").write_text("Nothing.", encoding="utf-8")
    return folder


def _nested(times: int) -> bytes:
    start, end = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    return make_docx.document(start * times + p("x") + end * times)


def _escaped(line: str) -> str:
    return line.replace("&", "&amp;").replace("<", "&lt;")


def _word_file(style: str = "", **parts: str) -> bytes:
    body = "".join(p(r(_escaped(line)), properties=style) for line in TEXT.split("\n"))
    return make_docx.document(body, **parts)


def _cyclic() -> bytes:
    style = '<w:style w:styleId="%s" w:type="paragraph"><w:basedOn w:val="%s"/></w:style>'
    return _word_file('<w:pStyle w:val="a"/>', styles=style % ("a", "b") + style % ("b", "a"))


def _rewritten(data: bytes, part: str, old: str, new: str) -> bytes:
    """An Office file with other words in one part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(out, "w") as target:
        for info in packed.infolist():
            content = packed.read(info)
            if info.filename == part:
                assert re.search(old, content.decode())
                content = re.sub(old, new, content.decode(), count=1).encode()
            target.writestr(info.filename, content)
    return out.getvalue()


def _reaching_out() -> bytes:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    far = "".join(
        f'<Relationship Id="{name}" Type="{kind}/{name}" Target="http://192.0.2.1/{name}" TargetMode="External"/>'
        for name in ("attachedTemplate", "image", "styles", "footnotes", "oleObject")
    )
    return _rewritten(
        _word_file(), "word/_rels/document.xml.rels", "</Relationships>", far + "</Relationships>"
    )


def _table() -> bytes:
    return make_table.workbook_of(csv.reader(io.StringIO(make_table.csv_of([TEXT]), newline="")))


def _lying() -> bytes:
    """A sheet that claims to be a single cell."""
    return _rewritten(_table(), "xl/worksheets/sheet1.xml", r'<dimension ref="[^"]+"', '<dimension ref="A1"')


def _uncalculated() -> bytes:
    rows = [list(row) for row in csv.reader(io.StringIO(make_table.csv_of([TEXT]), newline=""))]
    rows[1][
        rows[0].index(
            next(name for name in rows[0] if "percentage of city services is offered online" in name)
        )
    ] = "=40+2"
    return make_table.workbook_of(rows)


def _numbers(count: int) -> str:
    return ",".join(f"Q{n}?" for n in range(count)) + "\n" + ",".join("x" * count) + "\n"


NAUGHTY = (
    "' OR 1=1 --", "<script>alert(1)</script>", "{{7*7}}", "${7*7}", "%s%s%n", "../../etc/passwd", "Ω≈ç√∫", "田中さん", "👩‍👩‍👧", "Z͑ͫalgo", "undefined", "NaN", "null",
    "1e400", "\\", '"', "`ls`", "$(ls)", "=1+1", "@SUM(1)", "الرياض", "<!--", "]]>", "&#0;", "?x <y> ?z }", "'''", "\\u0041", "CON", "-0",
)  # fmt: skip


def _naughty() -> str:
    """The good response in which all these words stand first under every question but those for city and country."""
    first, rest = TEXT.split("3. ", 1)
    return first + re.sub(r"(?m)^(\d+\. .*\n)", lambda head: f"{head[0]}{' '.join(NAUGHTY)}\n", f"3. {rest}")


APP = "\nThe city has an app, Stray Watch ({}), for residents.\n"


def _linking(address: str) -> Make:
    """The good response with one more address in the answer on sustainability."""
    head = "24. Are there digital initiatives focused on sustainability issues or a green economy? *\n"
    assert head in TEXT
    return _file("r.txt", TEXT.replace(head, head + APP.format(address).lstrip("\n"), 1))


# --- what the graphs show -----------------------------------------------------------------------------------------


def _quads_of(graph: Graph) -> set[str]:
    """All that was made of the one response of a graph."""
    (one,) = graph.built
    return set(map(str, one.quads))


def _same(graph: Graph) -> bool:
    """Nothing is other than in the good response."""
    with build([GOOD], check=False) as good:
        return _quads_of(good) == _quads_of(graph)


def _says_as_much(graph: Graph) -> bool:
    """As many questions are answered as in the good response, whose layout is another."""
    with build([GOOD], check=False) as good:
        return graph.receipts[0].statuses == good.receipts[0].statuses


def _answers(graph: Graph) -> str:
    return "\n".join(answer.text for answer in graph.built[0].response.answers)


def _iris(graph: Graph) -> Iterator[str]:
    return (
        term.value
        for q in graph.built[0].quads
        for term in (q.subject, q.object)
        if isinstance(term, NamedNode)
    )


def _no_iri(beginning: str, kept: str) -> Callable[[Graph], bool]:
    return lambda g: kept in _answers(g) and not any(iri.startswith(beginning) for iri in _iris(g))


def _unlinked(name: str) -> Callable[[Graph], bool]:
    def holds(graph: Graph) -> bool:
        city = graph.built[0].response.city
        return city.name == name and not city.geonames

    return holds


def _no_cell_runs(graph: Graph) -> bool:
    text = graph.query("answers").to_csv() + graph.query("responses").to_csv()
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    return any("=HYPERLINK" in cell for cell in cells) and not any(
        cell.startswith(("=", "@")) for cell in cells
    )


def _keeps_all(graph: Graph) -> bool:
    """The words stand in the answers that are public."""
    words = " ".join(NAUGHTY)
    answers = [a.text for a in graph.built[0].response.answers]
    return sum(words in text for text in answers) >= 30


def _has_no_answer_to(number: int) -> Callable[[Graph], bool]:
    def holds(graph: Graph) -> bool:
        answer = graph.built[0].response.answer(number)
        return answer.status is Status.EMPTY and "=" not in answer.text

    return holds


# --- the lists ----------------------------------------------------------------------------------------------------

AGAIN = "export the response again"
PLAIN_COPY = "export the response again, as a plain document without pictures"
UTF_8 = "save the response as plain text in UTF-8"
OWN_NAME = f"give it its own extension, or {UTF_8}"
WHOLE_FORM = "give the whole printed form, with the questions in English"
ONE_EACH = "give one response per file"
AS_WORD, AS_EXCEL = (
    "save the response as a Word document (.docx)",
    "save the answers as an Excel workbook (.xlsx)",
)
NO_PASSWORD = "save it without a password"
SAVE_PAGE = "open it in a browser and save the page again, or its text"
SAVE_TEXT = "open it in a browser, copy the text of the response, and save it as plain text"
PIPED = "save what it gives as a file, or send it to the standard input, which is -"
KNOWN = "save the response as one of: " + ", ".join(extensions())
FOLDERS = "responses are files named " + ", ".join(f"*{ending}" for ending in extensions())
TOO_LONG = "there are more than 5,000 lines or 1,000,000 letters, more than a response has"
NONE_FOUND = "not a response to the questionnaire: 0 of its questions found, at least 5 wanted"
TOO_DEEP = "it is nested too deeply or has too many elements"
DOCTYPE = "the file is damaged: a part with a document type is not read"
COUNTRY = "give the English name of the country, or its ISO 3166-1 code"
BODY = "r.docx, word/document.xml"

REFUSED = [
    Refused("an empty file", _file("r.txt", b""), "r.txt: the file is empty", AGAIN),
    Refused("blanks alone", _file("r.txt", " \n\n"), "r.txt: there is no text in the file", AGAIN),
    Refused("a letter, not the form", _file("r.txt", "Dear all,\nthe weather is fine.\n"), f"r.txt: {NONE_FOUND}", WHOLE_FORM),
    Refused("a path to nothing", lambda d: d / "none.txt", "none.txt: there is no such file", "check the path"),
    Refused("a name longer than a disk allows", lambda d: d / f"{'x' * 300}.txt", f"{'x' * 300}.txt: the file cannot be read: File name too long", "check its name and permissions"),
    Refused("an unknown extension", _file("r.xyz", "x"), "r.xyz: the format .xyz is not known", KNOWN),
    Refused("no extension", _file("r", "x"), "r: the format without extension is not known", KNOWN),
    Refused("a folder named like a file", _folder, "r.txt: there is no response here", FOLDERS),
    Refused("a folder with a read-me alone", _only_readme, "in: there is no response here", FOLDERS),
    Refused("a named pipe (FIFO)", _pipe, "r.txt: this is a pipe or a device, not a file", PIPED),
    Refused("a link to a device that never ends", _links_to("/dev/zero"), "r.txt: this is a pipe or a device, not a file", PIPED),
    Refused("a link that leads to itself", _links_to("r.txt"), "r.txt: the file cannot be read: Too many levels of symbolic links", "check its name and permissions"),
    Refused("a link to nothing", _links_to("none.txt"), "r.txt: there is no such file", "check the path"),
    Refused("a sparse file of 60 MB", _large, "r.txt: the file is larger than 50 MB", "give one response per file, as text without pictures"),
    Refused("10⁶ empty lines", _file("r.txt", "\n" * 10**6), "r.txt: there is no text in the file", AGAIN),
    Refused("one line of 10 MB", _file("r.txt", lambda: "x" * 10_000_000), f"r.txt: {TOO_LONG}", ONE_EACH),
    Refused("no name of a city", _changed("\nTampere\n", "\n\n"), "r.txt, question 1: the city is not named", "write the name of the city under question 1"),
    Refused("a number where the city should stand", _changed("\nTampere\n", "\n12345\n"), "r.txt, question 1: '12345' names no city", "give the name of the city that answers"),
    Refused("a path where the city should stand", _changed("\nTampere\n", "\n../../etc/passwd\n"), "r.txt, question 1: '../../etc/passwd' names no city", "give the name of the city that answers"),
    Refused("no country", _changed("\nFinland\n", "\n\n"), "r.txt, question 2: the country is not named", "write the name of the country under question 2"),
    Refused("an unknown country", _changed("\nFinland\n", "\nAtlantis\n"), "r.txt, question 2: the country 'Atlantis' is unknown", COUNTRY),
    Refused("two responses of one city to one edition", _twice, "a.txt and b.txt: 2 responses of Tampere to the edition 2022", "give one of them: no rule tells which is right"),
    Refused("a NUL", _with(b"\0"), "r.txt, byte 901, line 41: not a text: there is a control character U+0000", UTF_8),
    Refused("a lone surrogate in UTF-8", _with(b"\xed\xa0\x80"), "r.txt, byte 901, line 41: the text is not utf-8: invalid continuation byte", UTF_8),
    Refused("a lone surrogate in UTF-16", _file("r.txt", b"\xff\xfea\0\x00\xd8b\0"), "r.txt, byte 5, line 1: the text is not utf-16-le: illegal UTF-16 surrogate", UTF_8),
    Refused("bytes that are no UTF-8 after some that are", _file("r.txt", "1. City name *\nMedellín\n".encode() + b"\xff\xfe"), "r.txt, byte 26, line 3: the text is not utf-8: invalid start byte", UTF_8),
    Refused("Cyrillic in Windows-1251", _file("r.txt", TEXT.replace("\nFinland\n", "\nФинляндия\n", 1).encode("cp1251", "replace")), "r.txt, question 2: the country 'Ôèíëÿíäèÿ' is unknown", COUNTRY),
    Refused("UTF-32", _file("r.txt", "1. City name".encode("utf-32-le")), "r.txt, byte 2, line 1: not a text: there is a control character U+0000", UTF_8),
    Refused("a PDF named .txt", _file("r.txt", lambda: make_pdf.canvas(make_pdf.lines("Tampere"))), "r.txt: this is a PDF, whatever its name says", OWN_NAME),
    Refused("a Word document named .html", _file("r.html", _word_file), "r.html: this is a zip, as Word documents and workbooks are, whatever its name says", OWN_NAME),
    Refused("rich text named .txt", _file("r.txt", r"{\rtf1 x}"), "r.txt: this is rich text (RTF), whatever its name says", OWN_NAME),
    Refused("a text named .pdf", _file("r.pdf", TEXT), "r.pdf: this is no PDF, whatever its name says", "check what the file is"),
    Refused("a page named .docx", _file("r.docx", "<html>"), "r.docx: this is no Office file, whatever its extension says", AS_WORD),
    Refused("an old .doc named .docx", _file("r.docx", OLE), "r.docx: the file is in the format of Office 97 to 2003", AS_WORD),
    Refused("a .docx with a password", _file("r.docx", OLE + "EncryptedPackage".encode("utf-16-le")), "r.docx: the file is protected by a password", NO_PASSWORD),
    Refused("a .docx of which a part has a password", _file("r.docx", locked), f"{BODY}: this part is protected by a password", NO_PASSWORD),
    Refused("a .docx that was cut off", _file("r.docx", lambda: _word_file()[:-40]), "r.docx: the file is damaged: File is not a zip file", PLAIN_COPY),
    Refused("a zip bomb", _file("r.docx", _word(content=DOCUMENT % (" " * 60_000_000))), f"{BODY}: it would unpack to more than 40 MB", PLAIN_COPY),
    Refused("an XML bomb (a billion laughs)", _file("r.docx", _word(content=f'<!DOCTYPE w [<!ENTITY l0 "ha">{LAUGHS}]>' + DOCUMENT % "&l9;")), f"{BODY}: {DOCTYPE}", PLAIN_COPY),
    Refused("an external entity (XXE)", _file("r.docx", _word(content=f'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>{DOCUMENT % "&x;"}')), f"{BODY}: {DOCTYPE}", PLAIN_COPY),
    Refused("200 tables within each other", _file("r.docx", lambda: _nested(200)), f"{BODY}: {TOO_DEEP}", PLAIN_COPY),
    Refused("a Word document of pictures", _file("r.docx", lambda: make_docx.document(p("<w:r><w:drawing/></w:r>"))), "r.docx: there is no text in the file", AGAIN),
    Refused("a workbook with a password", _file("r.xlsx", OLE + "EncryptedPackage".encode("utf-16-le")), "r.xlsx: the file is protected by a password", NO_PASSWORD),
    Refused("a workbook that was cut off", _file("r.xlsx", lambda: _table()[:-40]), "r.xlsx: the file is damaged: File is not a zip file", PLAIN_COPY),
    Refused("cells in the last column of 1,000 rows", _file("r.xlsx", lambda: sheet_of("", data="<worksheet><sheetData>" + "".join(f'<row r="{n}"><c r="XFD{n}"><v>1</v></c></row>' for n in range(1, 1000)) + "</sheetData></worksheet>")), "r.xlsx: the file has more than 400,000 cells", "give the sheet with the answers alone"),
    Refused("a CSV named .xlsx", _file("r.xlsx", "a,b\n1,2\n"), "r.xlsx: this is no Office file, whatever its extension says", AS_EXCEL),
    Refused("a CSV of a million columns", _file("r.csv", "," * 1_000_000), "r.csv: the file has more than 400,000 cells", "give the sheet with the answers alone"),
    Refused("a CSV of 20,000 questions", _file("r.csv", lambda: _numbers(20_000)), f"r.csv#row=2: {TOO_LONG}", ONE_EACH),
    Refused("a CSV with a quote that nobody closes", _file("r.csv", 'City name,Country name\n"Tampere,Finland\n'), "r.csv, row 2: the quotes do not match, or a cell is too long: unexpected end of data", "export the answers again, as CSV in UTF-8 or as .xlsx"),
    Refused("a CSV with two rows of one city", _file("r.csv", lambda: make_table.csv_of([TEXT.replace("\nTampere\n", "\nTurku\n", 1)] * 2)), "r.csv#row=2 and r.csv#row=3: 2 responses of Turku to the edition 2022", "give one of them: no rule tells which is right"),
    Refused("a PDF with a password", _file("r.pdf", lambda: make_pdf.canvas(make_pdf.lines("Tampere"), encrypt=StandardEncryption("secret", "owner"))), "r.pdf: the file is protected with a password", NO_PASSWORD),
    Refused("a scan", _file("r.pdf", lambda: make_pdf.canvas(scan)), "r.pdf: there is no text in the file: its pages are pictures, as a scan gives them", "send the Word file, or have the text recognised (OCR) first"),
    Refused("a PDF that was cut off", _file("r.pdf", lambda: make_pdf.canvas(make_pdf.lines("Tampere"))[:300]), "r.pdf: the end of the file is missing", "download or export it again"),
    Refused("a PDF whose page tree leads back to itself", _file("r.pdf", lambda: make_pdf.raw(b"", kids=b"2 0 R 2 0 R", count=9)), "r.pdf: page 1 is damaged", "export the response again, or send it as .docx"),
    Refused("a PDF of 10,000 pages", _file("r.pdf", lambda: make_pdf.raw(b"BT /F1 12 Tf (Hi) Tj ET", kids=b"3 0 R " * 10_000, count=10_000)), "r.pdf: the file has 10000 pages, more than a response has", ONE_EACH),
    Refused("a PDF form that only Adobe shows (XFA)", _file("r.pdf", lambda: make_pdf.raw(b"BT /F1 12 Tf 72 700 Td (Please wait) Tj ET", catalog=b"/NeedsRendering true/AcroForm<</Fields[]/XFA(x)>>")), "r.pdf: the form in the file is of a kind that only Adobe's reader shows (XFA)", "open it there and print it to a new PDF"),
    Refused("a page nested 100,000 deep", _file("r.html", lambda: "<div>" * 100_000 + "x"), "r.html: the page is nested too deeply", SAVE_TEXT),
    Refused("lists nested 5,000 deep", _file("r.html", lambda: "<ul><li>" * 5_000 + "x"), "r.html: the page is nested too deeply", SAVE_TEXT),
    Refused("tables nested 10,000 deep", _file("r.html", lambda: "<table><tr><td>" * 10_000 + "x"), "r.html: its tables are nested too deeply", SAVE_TEXT),
    Refused("a page that shows nothing without its script", _file("r.html", "<script>x</script>"), "r.html: there is no text in the page", SAVE_PAGE),
    Refused("a web archive without a boundary", _file("r.mhtml", "MIME-Version: 1.0\nContent-Type: multipart/related\n\n--a\nContent-Type: text/html\n\n<p>x</p>\n--a--\n"), "r.mhtml: there is no page in this web archive", SAVE_PAGE),
]  # fmt: skip

TAKEN = [
    Taken("CR LF, CR, NEL, and the separators of Unicode in one file", _file("r.txt", TEXT.replace("\n", "\r\n", 20).replace("\n", "\x85", 40).replace("\n", "\u2028", 20)), "each ends a line", _same),
    Taken("a byte order mark in the middle", _with("\ufeff".encode()), "it is dropped", _same),
    Taken("UTF-16 without a byte order mark", _file("r.txt", TEXT.encode("utf-16-le")), "it is recognised", _same),
    Taken("marks that turn the direction of the text (bidi)", _changed("\nTampere\n", "\nTam\u202epere\u202c\n"), "they are dropped, the letters stay in their order", _same),
    Taken("10⁶ empty lines in an answer", _changed("\nTampere\n", "\nTampere\n" + "\n" * 10**6), "they count for line numbers and nothing else", _same),
    Taken("a reference to a lone surrogate in a page", _file("r.html", lambda: form(TEXT).replace("Roughly 85", "Roughly&#xD800; 85")), "it is U+FFFD, as in a browser", lambda g: "Roughly\ufffd 85" in _answers(g)),
    Taken("an external entity in a page", _file("r.html", lambda: '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + form(TEXT).replace("Roughly 85", "Roughly &x; 85")), "it defines nothing; its name stays", lambda g: "root:" not in _answers(g) and "Roughly &x; 85" in _answers(g)),
    Taken("styles that are based on each other in a circle", _file("r.docx", _cyclic), "the text is read, without a look of its own", _says_as_much),
    Taken("external relationships: template, picture, styles, notes, object", _file("r.docx", _reaching_out), "nothing is fetched; the text is read", _says_as_much),
    Taken("a sheet that says it is one cell large", _file("r.xlsx", _lying), "every cell is read", _says_as_much),
    Taken("a formula that was never calculated", _file("r.xlsx", _uncalculated), "the answer is empty; `inspect` tells of the formula", _has_no_answer_to(29)),
    Taken("a city that GeoNames does not know", _changed("\nTampere\n", "\nZzyzxville\n"), "a city by its own name, without a link to GeoNames", _unlinked("Zzyzxville")),
    Taken("a city in the wrong country", _changed("\nFinland\n", "\nColombia\n"), "a city of the country that was given, without a link to GeoNames", _unlinked("Tampere")),
    Taken("a city with a name of 10,000 letters", _changed("\nTampere\n", f"\n{'Ab' * 5000}\n"), "cut to 300 letters at most, 80 in IRIs", lambda g: len(g.built[0].response.city.name) <= 300 and len(g.built[0].city) < 90),
    Taken("a `javascript:` link", _linking("javascript:alert(1)"), "words of the answer, and no address", _no_iri("javascript:", "javascript:alert(1)")),
    Taken("a `file:` link", _linking("file:///etc/passwd"), "words of the answer, and no address", _no_iri("file:", "file:///etc/passwd")),
    Taken("an address with a space", _linking("<https://a.example/b c>"), "no IRI has a space; the words stay", lambda g: "https://a.example/b c" in _answers(g) and not any(" " in iri for iri in _iris(g))),
    Taken("an address that is none", _linking("http://[::1"), "the words stay", lambda g: "http://[::1" in _answers(g)),
    Taken("a formula as the name of the city", _changed("\nTampere\n", '\n=HYPERLINK("http://a.example","x")\n'), "an apostrophe stands before it in every CSV ([why](decisions/019-csv-formulas.md))", _no_cell_runs),
    Taken("naughty strings under every question: SQL, HTML, templates, paths, formats, emoji, combining marks", _file("r.txt", _naughty), "they stand in the answers as they are", _keeps_all),
]  # fmt: skip

NAME_A_FOLDER = "name a folder, new or old"
BUILD_ANEW = "remove the folder, and build the store again"

CALLED = [
    Called("an unknown edition", "build r.txt --edition 1999 -o new", "there is no edition '1999' of the questionnaire", "known editions: 2022", 2),
    Called("nothing to build", "build -o new", "Missing argument", "lgq-graph build --help", 2),
    Called("nothing on the standard input", "build - -o new", "stdin: the file is empty", AGAIN, 3),
    Called("a store in the place of a file", "build r.txt -o r.txt", "r.txt: this is a file, not a folder", NAME_A_FOLDER, 3),
    Called("a store among other files", "build r.txt -o papers", "papers: the folder holds other files and is no store", "name an empty or a new folder", 3),
    Called("personal data over the response", "build r.txt -o new --contacts r.txt", "r.txt: a file stands there that no build wrote", "name a new file, or remove that one", 3),
    Called("corrections that are no list", "build r.txt -o new --corrections broken.yaml", "broken.yaml, line 1: this is no list of corrections", "write a list of entries", 3),
    Called("a correction of an unknown kind", "build r.txt -o new --corrections odd.yaml", "odd.yaml, line 1: 'destroy' is no action", "it is one of accept, reject, rename, merge, split, add", 3),
    Called("corrections that are not there", "build r.txt -o new --corrections none.yaml", "none.yaml: the corrections cannot be read: No such file or directory", "check the path and who may read it", 3),
    Called("a correction that matches nothing; the rest is built", "build r.txt -o new --corrections stale.yaml", "stale.yaml, line 1: no longer matches: rename app 'No Such App' (fi-tampere/2022, question 24): no app is called 'No Such App'", "the nearest that is there", 1),
    Called("a folder with a pipe beside a response, which is built", "build mixed -o new", "r.txt: this is a pipe or a device, not a file", PIPED, 1),
    Called("an unknown query", "query no-such --store graph", "there is no query 'no-such'", "see `lgq-graph query list`", 2),
    Called("a value that a parameter cannot have", "query services-by-sdg goal=99 --store graph", "'99' is no value of the parameter goal", "goal is a whole number from 1 to 17", 2),
    Called("no store", "query apps --store none", "none: there is no store here", "build one first: lgq-graph build FILE -o FOLDER", 3),
    Called("a damaged store", "query apps --store damaged", "damaged: the store is damaged", BUILD_ANEW, 3),
    Called("a damaged store, verified", "verify --store damaged --format jsonl", "it has 7 bytes, not", "fetch the store from a backup, or build it again in a new folder", 4),
    Called("an export of which a byte was changed", "verify --store graph --exports changed --format jsonl", "its bytes are not those that were written", "export again", 4),
    Called("an unknown format", "export --store graph --format docx -o new", "there is no format 'docx'", "known: turtle, trig, nquads, ntriples, jsonld, csv", 2),
    Called("an export in the place of a file", "export --store graph -o r.txt", "r.txt: this is a file, not a folder", NAME_A_FOLDER, 3),
    Called("a site at an address that runs code", "publish --store graph -o new --base javascript:alert(1)", "the site cannot be served at this address", "give one such as https://example.org/lgq/", 2),
]  # fmt: skip


def furnish(folder: Path) -> None:
    """What the calls lead to: a response, a store and its exports, whole and damaged, corrections, and folders of other things."""
    shutil.copy(GOOD, folder / "r.txt")
    with build([GOOD], store=folder / "graph", check=False) as graph:
        graph.export(folder / "changed", ["csv"])
    gc.collect()  # the store is closed with the last that holds it
    shutil.copytree(folder / "graph", folder / "damaged")
    for table in (folder / "damaged").glob("*.sst"):
        table.write_text("garbage", encoding="utf-8")
    links = folder / "changed" / "links.csv"
    links.write_bytes(links.read_bytes().replace(b"https", b"httpx", 1))
    for name, text in CORRECTIONS.items():
        (folder / name).write_text(text, encoding="utf-8")
    for name in ("papers", "mixed"):
        (folder / name).mkdir()
    (folder / "papers" / "thesis.txt").write_text("mine", encoding="utf-8")
    shutil.copy(GOOD, folder / "mixed" / "a.txt")
    _pipe(folder / "mixed")


CORRECTIONS = {
    "broken.yaml": "a: [",
    "odd.yaml": "- response: fi-tampere/2022\n  action: destroy\n",
    "stale.yaml": "- {response: fi-tampere/2022, action: rename, kind: app, name: No Such App, question: 24, to: X, by: survey analyst, when: 2026-11-20, why: x}\n",
}

SHOWN = [
    Shown("a PDF that unfolds to a gigabyte, or calls itself", "stopped by the memory or the clock of the process that reads it", "tests/read/test_pdf.py::test_bombs_are_refused_in_bounded_time"),
    Shown("a PDF with bytes changed at random", "read or refused", "tests/read/test_pdf.py::test_random_damage_never_raises_but_a_refusal"),
    Shown("a workbook of a million rows, or with bytes changed at random", "read or refused in seconds", "tests/read/test_table.py::test_hostile_workbooks"),
    Shown("50 MB of quotes, delimiters or line ends as CSV", "refused in seconds", "tests/read/test_table.py::test_hostile_text"),
    Shown("a page of tags, boxes, styles or comments by the million", "read or refused in bounded time", "tests/read/test_html.py::test_hostile_pages"),
    Shown("Markdown of nothing but marks", "read or refused in bounded time", "tests/read/test_markdown.py::test_hostile_marks"),
    Shown("Word parts of unknown encoding, cut off, or half a million elements", "refused, with the part", "tests/read/test_docx.py::test_hostile_files_get_a_clear_error"),
    Shown("any text in any encoding, any bytes", "read or refused; nothing crashes", "tests/read/test_txt.py::test_any_bytes_are_read_or_refused"),
    Shown("any pieces of marks, lists, names and numbers as an answer", "the response is built", "tests/test_hostile.py::test_no_text_makes_a_build_crash"),
    Shown("a megabyte of what a regular expression stumbles over", "time grows with the length", "tests/test_hostile.py::test_time_is_linear_in_the_length"),
    Shown("formulas in the cells of any table that is written", "none begins a cell of a CSV", "tests/test_table.py::test_no_cell_of_a_csv_is_a_formula"),
    Shown("names, descriptions and addresses that break out of a page", "they are text; what is not http is no link", "tests/site/test_pages.py::test_nothing_from_a_response_can_break_out"),
    Shown("corrections with tags, anchors, two documents, deep nesting, names of persons", "refused, with the line", "tests/correct/test_file.py::test_a_fault_is_told_with_its_line"),
    Shown("a store of which any file is damaged", "told so, to read it and to write to it", "tests/test_store.py::test_a_damaged_store_is_told_so"),
    Shown("one flipped byte in a store, its exports or its site", "found", "tests/test_verify.py::test_a_flipped_byte_is_found"),
    Shown("a name of a file that steers the terminal", "its control characters are printed as escapes", "tests/test_bad_input.py::test_the_name_of_a_file_does_not_steer_the_terminal"),
]  # fmt: skip
