"""The table of plain values and its ways out."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgq_graph.errors import UsageError
from lgq_graph.table import Table, tables_json

from .conftest import ROOT

TABLE = Table(
    "usage",
    ("name", "value", "open", "note"),
    (
        ("Pool | Spa", Decimal("73900000"), True, None),
        ('He said "no",\nthen left', Decimal("2.5"), False, "<b>&_*"),
        ("Ärger\tTab", 17, None, ""),
    ),
)


def test_iterates_over_rows_and_counts_them() -> None:
    """A table is the sequence of its rows."""
    assert len(TABLE) == 3
    assert next(iter(TABLE))[0] == "Pool | Spa"


def test_records_keep_types_and_column_order() -> None:
    """Records hold the values themselves, under the columns in order."""
    assert list(TABLE.to_records()[0].items()) == [
        ("name", "Pool | Spa"),
        ("value", Decimal(73900000)),
        ("open", True),
        ("note", None),
    ]


def test_column_gives_one_column_or_says_which_there_are() -> None:
    """An unknown column is refused with the known ones."""
    assert TABLE.column("value") == (Decimal(73900000), Decimal("2.5"), 17)
    with pytest.raises(UsageError) as refusal:
        TABLE.column("price")
    assert "name, value, open, note" in refusal.value.hint


@pytest.mark.parametrize(("columns", "rows"), [(("a", "a"), ()), (("a", "b"), (("1",),))])
def test_a_table_that_is_none_is_refused(columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
    """Doubled columns and short rows are refused where they are made."""
    with pytest.raises(UsageError):
        Table("bad", columns, rows)


def test_csv_is_rfc_4180() -> None:
    """A header, CRLF, doubled quotes, an empty cell for nothing, decimals in plain figures."""
    assert TABLE.to_csv() == (
        "name,value,open,note\r\n"
        "Pool | Spa,73900000,true,\r\n"
        '"He said ""no"",\nthen left",2.5,false,<b>&_*\r\n'
        "Ärger\tTab,17,,\r\n"
    )


NOTE = (ROOT / "docs" / "decisions" / "019-csv-formulas.md").read_text(encoding="utf-8")
UNDO = re.findall(r'r"(.+?)"', NOTE)[0]
"""The pattern that the note gives for taking the apostrophes away."""

CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
SIGNS = st.text("'=+-@\t\r＝1a(|!A\n", max_size=8)


@given(st.lists(st.tuples(CELLS | SIGNS, st.integers()), max_size=5))
def test_csv_comes_back_as_it_went(rows: list[tuple[str, int]]) -> None:
    """Whatever the cells hold, a CSV reader gets it back, less the apostrophes that the note tells how to take away."""
    text = Table("t", ("a", "b"), tuple(rows)).to_csv()
    found = list(csv.reader(io.StringIO(text, newline="")))[1:]
    assert [[re.sub(UNDO, "", a), b] for a, b in found] == [[a, str(b)] for a, b in rows]


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ('=HYPERLINK("https://a.example","x")', '"\'=HYPERLINK(""https://a.example"",""x"")"'),
        ("@SUM(1)", "'@SUM(1)"),
        ("+2+3+cmd|' /C calc'!A0", "'+2+3+cmd|' /C calc'!A0"),
        ("- Solar Map: see (a) or [b](c)!", "- Solar Map: see (a) or [b](c)!"),
        ("-Solar Map", "-Solar Map"),
        ('- WEBSERVICE("x")', '"\'- WEBSERVICE(""x"")"'),
        ("-'[x.xls]S'!$A1", "'-'[x.xls]S'!$A1"),
        ("@city", "@city"),
        ("\t=1", "'\t=1"),
        ("\r=1", '"\'\r=1"'),
        ("＝1", "'＝1"),
        ("'=1", "''=1"),
        ("-5", "-5"),
        ("+358 (3) 565-611", "+358 (3) 565-611"),
        ("a = b", "a = b"),
        ("'quoted'", "'quoted'"),
        (-5, "-5"),
        (Decimal("-2.5"), "-2.5"),
    ],
)  # fmt: skip
def test_no_cell_of_a_csv_is_a_formula(cell: str | int | Decimal, written: str) -> None:
    """What a spreadsheet would run is text there; numbers, and apostrophes before other words, stay."""
    assert Table("t", ("a",), ((cell,),)).to_csv() == f"a\r\n{written}\r\n"


def test_other_ways_out_are_exact() -> None:
    """No apostrophe where no spreadsheet reads by double click."""
    table = Table("t", ("a",), (("=1",),))
    assert table.to_tsv() == "a\n=1\n"
    assert json.loads(table.to_json()) == [{"a": "=1"}]


def test_tsv_keeps_one_line_a_row() -> None:
    """Tabs and line ends in a cell are escaped, so that lines are rows."""
    lines = TABLE.to_tsv().split("\n")
    assert len(lines) == 5
    assert lines[2].split("\t")[0] == 'He said "no",\\nthen left'
    assert lines[3].startswith("Ärger\\tTab\t17")


def test_json_has_numbers_as_numbers() -> None:
    """JSON and JSON lines hold the same objects; decimals are numbers where a float holds them exactly."""
    records = json.loads(TABLE.to_json())
    assert [record["value"] for record in records] == [73900000, 2.5, 17]
    assert records[0]["note"] is None
    assert [json.loads(line) for line in TABLE.to_jsonl().splitlines()] == records
    assert json.loads(Table("t", ("d",), ((Decimal("0.12345678901234567890"),),)).to_json()) == [
        {"d": "0.12345678901234567890"}
    ]


def test_markdown_escapes_what_is_markup() -> None:
    """Pipes and HTML in a cell do not break the table."""
    lines = TABLE.to_markdown().splitlines()
    assert lines[:2] == ["| name | value | open | note |", "|---|---|---|---|"]
    assert lines[2] == r"| Pool \| Spa | 73900000 | true |  |"
    assert "<br>then left" in lines[3]
    assert r"&lt;b&gt;&amp;\_\*" in lines[3]


def test_html_escapes_every_cell_and_stops() -> None:
    """A hostile cell is text in a notebook, and a long table is cut with a word about it."""
    text = Table("<x>", ("<a>",), tuple(("<script>",) for _ in range(250)))._repr_html_()
    assert "<script>" not in text
    assert "<x>" not in text
    assert text.count("&lt;script&gt;") == 200
    assert "50 more rows" in text


def test_pandas_keeps_whole_numbers_whole() -> None:
    """A column of whole numbers with a gap stays whole, decimals become floats."""
    pandas = pytest.importorskip("pandas")
    frame = Table("t", ("goal", "value"), ((6, Decimal("2.5")), (None, Decimal("1")))).to_pandas()
    assert isinstance(frame, pandas.DataFrame)
    assert str(frame.dtypes["goal"]) == "Int64"
    assert frame["value"].sum() == 3.5


def test_pandas_types_do_not_hang_on_the_numbers_at_hand() -> None:
    """Decimals that happen to be whole are floats all the same; text, truth values and empty columns have their type."""
    pytest.importorskip("pandas")
    rows = (("a", Decimal("85"), True, None), (None, Decimal("60"), None, None))
    frame = Table("t", ("text", "value", "open", "none"), rows).to_pandas()
    assert [str(kind) for kind in frame.dtypes] == ["string", "Float64", "boolean", "object"]
    assert Table("t", ("a", "b"), ()).to_pandas().shape == (0, 2)


def test_several_tables_are_one_json_object() -> None:
    """Each under its name, as `to_json` gives it."""
    other = Table("other", ("a",), ())
    assert json.loads(tables_json([TABLE, other])) == {TABLE.name: json.loads(TABLE.to_json()), "other": []}


def test_pandas_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pandas the refusal says how to get it."""
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(UsageError) as refusal:
        TABLE.to_pandas()
    assert "pip install" in refusal.value.hint
