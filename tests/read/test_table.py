"""Tests of the reader of workbooks and delimited text."""

from __future__ import annotations

import csv
import io
import time
import zipfile
from datetime import date, datetime, timedelta

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgq_graph.errors import InputError
from lgq_graph.model import MarkState, Status
from lgq_graph.pipeline import build_response
from lgq_graph.read.table.delimited import read_delimited
from lgq_graph.read.table.xlsx import read_workbook

from ..asked import questions_of
from ..conftest import ROOT
from ..make_table import SERVICE, WORKBOOKS, cell_of, csv_of, row_of, workbook_of
from ..test_metamorphic import TEXTS

EXAMPLES = ("tampere-2022", "medellin-2022")
HEADER = "City?,Country?,Portal?\n"


def table(text: str) -> list[list[str]]:
    """The texts of the blocks of each response in a delimited text."""
    return [[block.text for block in document.blocks] for document in read_delimited(text.encode(), "x.csv")]


def shown(*cells: object) -> list[str]:
    """What the cells of one row of a workbook are read as, under headings that ask."""
    (document,) = read_workbook(workbook_of([[f"Q{n}?" for n in range(len(cells) + 3)], cells]), "x.xlsx")
    return [block.text for block in document.blocks if not block.asks]


# --- responses in rows --------------------------------------------------------------------------------------------


def test_a_document_for_each_row() -> None:
    """Each row is a response with a name of its own; what it does not choose is known not to be chosen."""
    found = read_delimited(csv_of([TEXTS[stem] for stem in EXAMPLES]).encode(), "answers.csv")
    assert [document.name for document in found] == ["answers.csv#row=2", "answers.csv#row=3"]
    assert all(document.chosen_only for document in found)
    cities = [build_response(document).city for document in found]
    assert cities == ["fi-tampere", "co-medellin"]


def test_cells_and_headings() -> None:
    """A heading asks, an empty cell leaves it alone, each line of a cell is a block with a line of its own."""
    (document,) = read_delimited(b'City?,Country?,"Portal?\n(list all)"\na,,"b\r\nc"\n', "x.csv")
    assert [(block.text, block.asks) for block in document.blocks] == [
        ("City?", True), ("a", False), ("Country?", True), ("Portal? (list all)", True), ("b", False), ("c", False)
    ]  # fmt: skip
    assert [block.line for block in document.blocks] == [1, 2, 3, 4, 5, 6]


def test_the_columns_of_the_service_are_dropped() -> None:
    """The address and the name of who filled in the form reach neither the documents nor the graph nor what is withheld."""
    (document,) = read_delimited(csv_of([TEXTS["tampere-2022"]]).encode(), "x.csv")
    assert not {SERVICE[3], SERVICE[4]} & {block.text for block in document.blocks}
    built = build_response(document)
    said = " ".join(str(quad.object) for quad in built.quads) + str(built.response.withheld)
    assert SERVICE[3] not in said
    assert SERVICE[4] not in said


@pytest.mark.parametrize(
    "header",
    [
        "ID,Start time,Completion time,Email,Name,Language",
        "Id,Hora de inicio,Hora de finalización,Correo electrónico,Nombre,Hora de la última modificación",
        "ID,Heure de début,Heure de fin,Adresse de messagerie,Nom,Langue",
        "ИД,Время начала,Время завершения,Адрес электронной почты,Имя,Язык",
        "ID,开始时间,完成时间,电子邮件,名称,语言",
        "المعرف,وقت البدء,وقت الإكمال,البريد الإلكتروني,الاسم,اللغة",
        "ID,EMAIL :,Name,Last modified time,Start time,Completion time",
        "ID,aa?,bb?,cc?,Name,Language",
    ],
)
def test_furniture_in_many_languages(header: str) -> None:
    """The columns of the service are known by their names, and those of times and addresses by what they hold."""
    row = "1,2023-06-14 10:02:11,6/14/2023 10:43,a@example.org,Filled In By,en"
    assert table(f"{header},City?,Country?,Portal?\n{row},x,y,z\n") == [
        ["City?", "x", "Country?", "y", "Portal?", "z"]
    ]


def test_only_the_columns_before_the_questions_are_furniture() -> None:
    """ "Name" and "Email" behind the first question are questions; the number that an export adds to a repeat goes."""
    for second, third in (
        ("Name2", "Name3"),
        ("Name.1", "Name.2"),
        ("Name_1", "Name_2"),
        ("Name (2)", "Name (3)"),
    ):
        header = f"ID,Email,Name,City name?,{second},Email2,Portal?,{third},Is it on SDG 11?"
        assert table(f"{header}\n1,,,x,A,B,C,D,E\n")[0][::2] == [
            "City name?", "Name", "Email", "Portal?", "Name", "Is it on SDG 11?"
        ]  # fmt: skip


def test_two_questions_of_one_wording_are_told_apart() -> None:
    """The name of the official and that of the respondent go to their own questions, by their order."""
    asked = questions_of(TEXTS["tampere-2022"])
    officials = {"10.": "Head of Data", "39.": "Project Lead"}
    row = [officials.get(q.label) or cell_of(q) for q in asked]
    names = ["Name" if q.label in officials else q.heading for q in asked]
    file = io.StringIO(newline="")
    csv.writer(file).writerows([names, row])
    built = build_response(read_delimited(file.getvalue().encode(), "x.csv")[0])
    assert {w.question: w.text for w in built.response.withheld if w.question in (10, 39)} == {
        10: "Head of Data", 39: "Project Lead"
    }  # fmt: skip


@pytest.mark.parametrize("cell", ["one;two words;", '["one","two words"]', " one; two words; "])
def test_chosen_options(cell: str) -> None:
    """Options that a cell lists are ticked, each in a line; a text with a semicolon in it is a text."""
    rows = [["City?", "Country?", "Which apply?"], ["a", "b", cell], ["a", "b", "one; two"]]
    first, second = read_workbook(workbook_of(rows), "x.xlsx")
    assert [(b.text, b.mark) for b in first.blocks[-2:]] == [
        ("one", MarkState.SELECTED), ("two words", MarkState.SELECTED)
    ]  # fmt: skip
    assert [(b.text, b.mark) for b in second.blocks[-1:]] == [("one; two", None)]


def test_sentences_that_commas_join() -> None:
    """Google Forms lists options so; an abbreviation before a comma ends no sentence, and a text is a text."""
    cells = [
        "It names SDG 11., It provides training.",
        "We keep lists of tools, e.g., Some that every city has.",
        "We buy from Alpha Inc., Beta Ltd. and others.",
        "It provides training., and more of it follows.",
    ]
    rows = [["City?", "Country?", "Which apply?"], *(["a", "b", cell] for cell in cells)]
    told = [
        [(b.text, b.mark) for b in d.blocks if not b.asks][2:]
        for d in read_workbook(workbook_of(rows), "x.xlsx")
    ]
    chosen = [("It names SDG 11.", MarkState.SELECTED), ("It provides training.", MarkState.SELECTED)]
    assert told == [chosen, *([(cell, None)] for cell in cells[1:])]


def test_many_long_options_in_a_cell() -> None:
    """A choice of many options is read whole however long its cell is, and the rest is not chosen."""
    (document,) = read_workbook(WORKBOOKS["export"](TEXTS["tampere-2022"]), "x.xlsx")
    marks = build_response(document).response.answer(20).marks
    assert len(marks) == 16
    assert sum(mark.state is MarkState.SELECTED for mark in marks) == 11


def test_header_below_titles_and_groups() -> None:
    """The header is the row that asks most, wherever it stands; what stands above is no response."""
    rows = [
        ["LGQ 2022"],
        [],
        ["Section I", "", "Section II"],
        ["City?", "Country?", "Portal?"],
        ["a", "b", "c"],
    ]
    (document,) = read_workbook(workbook_of(rows), "x.xlsx")
    assert (document.name, len(document.blocks)) == ("x.xlsx#row=5", 6)


def test_unnamed_columns_belong_to_the_question_before_them() -> None:
    """A service may give a choice a column for each option, named in a second header that is no response."""
    text = "Respondent ID,City?,Country?,Which apply?,,\n,Open-Ended Response,Open-Ended Response,a,b,Response\n1,x,y,a,,c\n"
    assert table(text) == [["City?", "x", "Country?", "y", "Which apply?", "a", "c"]]


def test_sheets_of_rows() -> None:
    """Several sheets of answers are all read, and named; lists and hidden sheets are not."""
    book = openpyxl.Workbook()
    for title, rows in {
        "A": [["City?", "Country?", "Portal?", "Title"], ["a", "b", "c", "d"]],
        "B": [["City?", "Country?", "Portal?", "Title"], ["e", "f", "g", "h"]],
        "Lists": [["Yes"], ["No"]],
        "Hidden": [["City?", "Country?", "Portal?", "Title"], ["secret", "", "", ""]],
    }.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book["Hidden"].sheet_state = "veryHidden"
    del book["Sheet"]
    file = io.BytesIO()
    book.save(file)
    found = read_workbook(file.getvalue(), "x.xlsx")
    assert [document.name for document in found] == ["x.xlsx#sheet=1&row=2", "x.xlsx#sheet=2&row=2"]
    assert [document.blocks[1].text for document in found] == ["a", "e"]


def test_one_bad_row_is_named() -> None:
    """A row that is no response says which it is; the row before it is one."""
    rows = [
        *csv.reader(io.StringIO(csv_of([TEXTS["tampere-2022"]]))),
        row_of(questions_of(TEXTS["medellin-2022"])),
    ]
    rows[2][6] = "Atlantis"
    good, bad = read_workbook(workbook_of(rows), "answers.xlsx")
    assert build_response(good).city == "fi-tampere"
    with pytest.raises(InputError, match="Atlantis") as error:
        build_response(bad)
    assert error.value.file == "answers.xlsx#row=3"


# --- forms --------------------------------------------------------------------------------------------------------


def test_several_respondents_side_by_side() -> None:
    """A column for each respondent is a response for each; comments are no respondent."""
    text = "1. City,Lakeview,Hilltown,Comment\n2. Country,Finland,Spain,\n3. Official portal?,https://a.example,https://b.example,ask\n"
    found = read_delimited(text.encode(), "x.csv")
    assert [(document.name, document.chosen_only) for document in found] == [
        ("x.csv#col=2", True),
        ("x.csv#col=3", True),
    ]
    assert [block.text for block in found[1].blocks] == [
        "1. City", "Hilltown", "2. Country", "Spain", "3. Official portal?", "https://b.example"
    ]  # fmt: skip


def test_a_form_with_boxes_and_remarks() -> None:
    """Boxes stand beside their options, in the cell, or under the question; a remark is part of the answer."""
    text = """Question,Answer,Remark
1. City,Lakeview,
3. Official portal?,https://a.example,since 2019
9. CIO?,☒ Yes ☐ No,
16. National?,☒,
20. Check what applies,,
A plan,x,
SDGs,☐,
"""
    assert table(text) == [
        ["1. City", "Lakeview", "3. Official portal?", "https://a.example", "since 2019", "9. CIO?", "☒ Yes", "☐ No",
         "16. National?", "Yes", "20. Check what applies", "A plan ☒", "SDGs ☐"]
    ]  # fmt: skip


def test_a_form_on_several_sheets() -> None:
    """Parts of a form on a sheet each are one response; a sheet for each city is a response for each."""

    def book(*sheets: list[list[str]]) -> bytes:
        made = openpyxl.Workbook()
        for rows in sheets:
            sheet = made.create_sheet()
            for row in rows:
                sheet.append(row)
        del made["Sheet"]
        file = io.BytesIO()
        made.save(file)
        return file.getvalue()

    first = [["1. City", "Lakeview"], ["2. Country", "Finland"], ["3. Portal?", "a"], ["4. E-services?", "b"]]
    second = [["5. E-participation", "c"], ["6. Open data", "d"], ["7. Procurement", "e"]]
    (whole,) = read_workbook(book(first, second, [["Yes"], ["No"]]), "x.xlsx")
    assert [block.text for block in whole.blocks] == [cell for row in first + second for cell in row]
    other = [[row[0], row[1].upper()] for row in first]
    found = read_workbook(book(first, other), "x.xlsx")
    assert [(d.name, d.blocks[1].text) for d in found] == [
        ("x.xlsx#sheet=1", "Lakeview"),
        ("x.xlsx#sheet=2", "LAKEVIEW"),
    ]


# --- cells of workbooks -------------------------------------------------------------------------------------------


def test_cells_as_a_spreadsheet_shows_them() -> None:
    """Days as days, whole numbers without a fraction, binary noise rounded, truth as an answer."""
    cells = shown(
        "a",
        12.0,
        0.1 + 0.2,
        date(2023, 6, 14),
        datetime(2023, 6, 14, 10, 22),
        timedelta(hours=2.5),
        True,
        False,
        193_700_000,
    )
    assert cells == ["a", "12", "0.3", "2023-06-14", "2023-06-14 10:22", "02:30", "Yes", "No", "193700000"]


def formatted(value: object, form: str) -> str:
    book = openpyxl.Workbook()
    book.active.append(["City?", "Country?", "Portal?"])
    book.active.append(["a", "b", value])
    book.active["C2"].number_format = form
    file = io.BytesIO()
    book.save(file)
    return read_workbook(file.getvalue(), "x.xlsx")[0].blocks[-1].text


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (0.85, "0%", "85%"),
        (0.845, "0.0%", "84.5%"),
        (0.845, "0%", "85%"),
        (1, "0%;[Red]-0%", "100%"),
        (0.85, "General", "0.85"),
        (45091, "dd/mm/yyyy", "2023-06-14"),
        (45091, "[$-409]d mmmm yyyy;@", "2023-06-14"),
        (45091, '"day" 0', "45091"),
        (45091, "#,##0", "45091"),
        (1e300, "yyyy", "1e+300"),
        (-1, "yyyy", "-1"),
    ],
)
def test_number_formats(value: object, form: str, shown: str) -> None:
    """A share is read as the percentage that is shown, a day by the letters of its format and not by those it quotes."""
    assert formatted(value, form) == shown


def test_days_counted_from_1904() -> None:
    """A workbook that counts from 1904 is read so."""
    book = openpyxl.Workbook()
    book.epoch = datetime(1904, 1, 1)
    book.active.append(["City?", "Country?", "Date?"])
    book.active.append(["a", "b", date(2023, 6, 14)])
    file = io.BytesIO()
    book.save(file)
    assert read_workbook(file.getvalue(), "x.xlsx")[0].blocks[-1].text == "2023-06-14"


def test_links_formulas_and_errors() -> None:
    """A link shows where it leads; a formula what was shown last; an error nothing; a link to a file on a disk no target."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["City?", "Country?", "Portal?", "Data?", "Files?", "Sum?", "Error?"])
    sheet.append(["a", "b", "our portal", "https://d.example/", "list", "=1+1", "#N/A"])
    sheet["C2"].hyperlink, sheet["D2"].hyperlink = "https://p.example/x?a=1&b=2", "https://d.example"
    sheet["E2"].hyperlink = "file:///C:/list.xlsx"
    file = io.BytesIO()
    book.save(file)
    texts = [block.text for block in read_workbook(file.getvalue(), "x.xlsx")[0].blocks if not block.asks]
    assert texts == ["a", "b", "our portal (https://p.example/x?a=1&b=2)", "https://d.example/", "list"]


def test_formula_that_makes_a_link() -> None:
    """The target of a link that a formula makes is read where it is written out, and nothing is calculated."""
    cell = '<c r="C2" t="str"><f>HYPERLINK("https://p.example","our portal")</f><v>our portal</v></c><c r="D2" t="str"><f>A1&amp;B1</f><v>ab_x000D_\nc</v></c>'
    texts = [block.text for block in read_workbook(sheet_of(cell), "x.xlsx")[0].blocks if not block.asks]
    assert texts == ["our portal (https://p.example)", "ab", "c"]


def test_merged_cells() -> None:
    """What is merged stands in its first cell."""
    book = openpyxl.Workbook()
    for row in (["Local Government Questionnaire"], ["City?", "Country?", "Portal?"], ["a", "b", "c"]):
        book.active.append(row)
    book.active.merge_cells("A1:C1")
    file = io.BytesIO()
    book.save(file)
    (document,) = read_workbook(file.getvalue(), "x.xlsx")
    assert document.name == "x.xlsx#row=3"


@pytest.mark.parametrize("heading", ["Submission Date", "Date of submission *", "Fecha", "Дата"])
def test_days_without_a_format(heading: str) -> None:
    """A bare number under a date is the day that spreadsheets count; under another question it is a number."""
    rows = f"City?,Country?,Budget?,{heading}\na,b,45091,45091\na,b,45091,45091.5\na,b,,2023-06-14T00:00:00\n"
    assert [row[-1] for row in table(rows)] == ["2023-06-14", "2023-06-14", "2023-06-14T00:00:00"]
    assert table(rows)[0][5] == "45091"


# --- delimited text -----------------------------------------------------------------------------------------------


def test_delimiters() -> None:
    """The sign that cuts all rows alike is the delimiter, whatever else the answers hold; "sep=" tells it."""
    rows = [["City, country?", "Portals; data?", "x?"], ["a, b, c; d", "e; f; g; h", "i, j | k"]]
    for sign in ",;\t|":
        file = io.StringIO(newline="")
        csv.writer(file, delimiter=sign).writerows(rows)
        expected = [["City, country?", "a, b, c; d", "Portals; data?", "e; f; g; h", "x?", "i, j | k"]]
        assert table(file.getvalue()) == expected
        assert table(f"sep={sign}\n{file.getvalue()}") == expected


def test_text_that_looks_like_a_formula() -> None:
    """What a spreadsheet would calculate or run is a text like any other."""
    text = HEADER + '"=HYPERLINK(""https://e.example"",""x"")",+1-1,@SUM(A1)\n'
    assert table(text)[0][1::2] == ['=HYPERLINK("https://e.example","x")', "+1-1", "@SUM(A1)"]


def test_quotes_and_breaks() -> None:
    """Quoted answers hold line breaks of every kind, doubled quotes and delimiters; blank rows count and are no responses."""
    text = HEADER + '"a\r\nb\rc",d\u2028e,"f ""g"", h"\r\n\r\ni,5" j,k\r\n'
    found = read_delimited(text.encode("utf-8-sig"), "x.csv")
    assert [document.name for document in found] == ["x.csv#row=2", "x.csv#row=4"]
    texts = [block.text for block in found[0].blocks if not block.asks]
    assert texts == ["a", "b", "c", "d", "e", 'f "g", h']


@pytest.mark.parametrize(
    ("rows", "place", "message"),
    [
        ("a,b,c\nd,e\n", "row 3", "2 cells"),
        ("a,b,c\nd,e,f,g\n", "row 3", "4 cells"),
        ('a,"b"x,c\n', "row 2", "quotes"),
        ('a,b,c\na,"b,c\nd,e,f\n', "row 3", "quotes"),
    ],
)
def test_broken_rows_are_named(rows: str, place: str, message: str) -> None:
    """A row with too few or too many cells, a stray quote, a quote that is not closed: refused with the number of the row."""
    with pytest.raises(InputError, match=message) as error:
        table(HEADER + rows)
    assert (error.value.file, error.value.place) == ("x.csv", place)
    assert error.value.hint


def test_empty_cells_beyond_the_header() -> None:
    """A delimiter at the end of every row makes no answer."""
    assert table(HEADER + "a,b,c,,\n") == [["City?", "a", "Country?", "b", "Portal?", "c"]]


@pytest.mark.parametrize("text", [HEADER, ",,\n,,\n", "\n"])
def test_no_response(text: str) -> None:
    """A header alone, or nothing at all, is refused."""
    with pytest.raises(InputError, match="no response"):
        table(text)


# --- hostile files ------------------------------------------------------------------------------------------------


def sheet_of(row: str, shared: str = "<sst/>", data: str = "") -> bytes:
    """A workbook of one row in XML under three headings, or of any sheet."""
    heads = "".join(f'<c r="{c}1" t="inlineStr"><is><t>Q{c}?</t></is></c>' for c in "ABC")
    data = (
        data
        or f'<worksheet><sheetData><row r="1">{heads}</row><row r="2">{row}</row></sheetData></worksheet>'
    )
    file = io.BytesIO()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(
            "_rels/.rels",
            f'<Relationships><Relationship Id="a" Type="{kind}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        packed.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns:r="{kind}"><sheets><sheet name="a" sheetId="1" r:id="b"/></sheets></workbook>',
        )
        packed.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships><Relationship Id="b" Type="{kind}/worksheet" Target="sheet.xml"/>'
            f'<Relationship Id="c" Type="{kind}/sharedStrings" Target="shared.xml"/>'
            f'<Relationship Id="d" Type="{kind}/externalLink" Target="https://e.example/x" TargetMode="External"/></Relationships>',
        )
        packed.writestr("xl/sheet.xml", data)
        packed.writestr("xl/shared.xml", shared)
    return file.getvalue()


def test_odd_references_and_numbers() -> None:
    """Cells without a reference follow one another; numbers beyond all bounds and strings that are not there do no harm."""
    row = "<c><v>1e999999999</v></c><c><v>NaN</v></c><c t='s'><v>99</v></c><c t='s'><v>²</v></c><c><v>1e-400</v></c>"
    texts = [block.text for block in read_workbook(sheet_of(row), "x.xlsx")[0].blocks if not block.asks]
    assert texts == ["1e999999999", "NaN", "1e-400"]


def rows_of(count: int, cell: str) -> str:
    rows = "".join(f'<row r="{n}">{cell.replace("#", str(n))}</row>' for n in range(1, count))
    return f"<worksheet><sheetData>{rows}</sheetData></worksheet>"


HOSTILE = {
    "all rows": lambda: sheet_of("", data=rows_of(1_048_577, '<c r="A#" s="1"/>')),
    "many cells": lambda: sheet_of("", data=rows_of(300_000, '<c r="A#"><v>1</v></c>')),
    "far columns": lambda: sheet_of("", data=rows_of(1000, '<c r="XFD#"><v>1</v></c>')),
    "bomb": lambda: sheet_of("", data="<worksheet>" + " " * 300_000_000),
    "entities": lambda: sheet_of("", data='<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>'),
    "deep": lambda: sheet_of("", data="<worksheet>" + "<a>" * 100_000 + "</a>" * 100_000 + "</worksheet>"),
    "no workbook": lambda: b"PK\x03\x04" + b"x" * 100,
    "text": lambda: b"City,Country\na,b\n",
    "old": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000,
}  # fmt: skip


@pytest.mark.parametrize("fault", HOSTILE)
def test_hostile_workbooks(fault: str) -> None:
    """Sheets of a million rows, bombs, entities, deep nesting, and files that are none: refused in seconds, with a hint."""
    data = HOSTILE[fault]()
    start = time.process_time()
    with pytest.raises(InputError) as error:
        read_workbook(data, "x.xlsx")
    assert error.value.file == "x.xlsx"
    assert error.value.hint
    assert time.process_time() - start < 30


HOSTILE_TEXT = {
    "quotes": b'"' * 49_999_999,
    "unclosed": HEADER.encode() + b'"' + b"a,b\n" * 5_000_000,
    "delimiters": b"," * 50_000_000,
    "line ends": b"\n" * 50_000_000,
    "rows": b"a,b\n" * 12_000_000,
    "one cell": b"x" * 50_000_000,
}


@pytest.mark.parametrize("fault", HOSTILE_TEXT)
def test_hostile_text(fault: str) -> None:
    """Fifty megabytes of quotes, delimiters or line ends are refused in seconds."""
    start = time.process_time()
    with pytest.raises(InputError):
        read_delimited(HOSTILE_TEXT[fault], "x.csv")
    assert time.process_time() - start < 30


def test_a_wide_sheet_is_read() -> None:
    """A header in every column that a sheet can have is no reason to fail."""
    text = ",".join(f"Q{n}?" for n in range(16_384)) + "\n" + ",".join("x" * 16_384) + "\n"
    assert len(table(text)[0]) == 2 * 16_384


def test_empty_answers() -> None:
    """A question with an empty cell was asked and not answered."""
    asked = questions_of(TEXTS["tampere-2022"])
    names, cells = [q.heading for q in asked], [cell_of(q) if q.label in ("1.", "2.") else "" for q in asked]
    (document,) = read_workbook(workbook_of([names, cells]), "x.xlsx")
    answers = build_response(document).response.answers
    assert {a.status for a in answers if a.question not in (1, 2)} == {Status.EMPTY}


PIECES = [
    *',;\t|"\n?a☒x',
    "\r\n",
    "1. b",
    "ID",
    "Name",
    "Email",
    "12345",
    "sep=;\n",
    "\u2028",
    '["a","b"]',
    "a;b;",
    "Question",
    "City:",
]


@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_any_delimited_text_is_read_or_refused(pieces: list[str]) -> None:
    """Blocks are not empty and in order; nothing but an InputError is raised."""
    try:
        found = read_delimited("".join(pieces).encode(), "x.csv")
    except InputError:
        return
    for document in found:
        assert all(block.text for block in document.blocks)
        assert [block.line for block in document.blocks] == sorted(block.line for block in document.blocks)


@given(st.lists(st.tuples(st.integers(0, 13_000), st.integers(0, 255)), max_size=20))
def test_any_damaged_workbook_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    """No bytes cause any other error."""
    data = bytearray((ROOT / "tests" / "data" / "files" / "libreoffice-export.xlsx").read_bytes())
    for place, value in changes:
        data[place] = value
    try:
        assert read_workbook(bytes(data), "x.xlsx")
    except InputError as error:
        assert error.hint
