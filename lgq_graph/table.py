"""A table of plain values, and its ways out: records, pandas, CSV, TSV, JSON, Markdown, a notebook."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

from .errors import UsageError

if TYPE_CHECKING:
    import pandas
    import polars

__all__ = ["Cell", "Table", "tables_json"]

Cell: TypeAlias = str | int | Decimal | bool | None
"""What stands in a table: text, a number, a truth value, or nothing."""

_SHOWN = 200
_DTYPES: dict[frozenset[type], str] = {
    frozenset({str}): "string",
    frozenset({bool}): "boolean",
    frozenset({int}): "Int64",
    frozenset({Decimal}): "Float64",
    frozenset({int, Decimal}): "Float64",
}
_POLARS = {
    "string": "String",
    "boolean": "Boolean",
    "Int64": "Int64",
    "Float64": "Float64",
    "object": "String",
}
_ARROW = {"string": "string", "boolean": "bool", "Int64": "int64", "Float64": "double", "object": "string"}
_FORMULA = re.compile(r"(?s)'*(?:[=＝\t\r]|[+\-@＋－＠].*?(?:[|｜]|\w[(（]|!\$?[A-Za-z]{1,3}\$?\d))")
_FIGURES = re.compile(r"[+\-]?[\d\s.,()/%\-]+")
_TSV_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
_MARKDOWN_ESCAPES = str.maketrans(
    {
        "\\": "\\\\",
        "|": "\\|",
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        "\n": "<br>",
        "\r": None,
        "`": "\\`",
        "*": "\\*",
        "_": "\\_",
    }
)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns. Iterating gives the rows, `len` their number. `notes` say what the rows do not: how far
    they can be trusted, or why there are none; they are printed beneath and are no part of the data.

    UsageError when two columns share a name or a row has not one cell for each column.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len(set(self.columns)) < len(self.columns):
            raise UsageError(
                f"the table {self.name} has two columns of one name", place=" ".join(self.columns)
            )
        for number, row in enumerate(self.rows, 1):
            if len(row) != len(self.columns):
                raise UsageError(
                    f"a row of {self.name} has {len(row)} cells for {len(self.columns)} columns",
                    place=f"row {number}",
                )

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[tuple[Cell, ...]]:
        return iter(self.rows)

    def column(self, name: str) -> tuple[Cell, ...]:
        """One column, top to bottom; UsageError when there is none of that name."""
        if name not in self.columns:
            raise UsageError(
                f"{self.name} has no column {name!r}", hint=f"columns: {', '.join(self.columns)}"
            )
        place = self.columns.index(name)
        return tuple(row[place] for row in self.rows)

    def to_records(self) -> list[dict[str, Cell]]:
        """One dictionary a row, in column order."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def to_pandas(self) -> pandas.DataFrame:
        """A DataFrame: text is `string`, whole numbers are `Int64`, a column with a decimal `Float64`, truth values `boolean`.

        The type of a column without any value, or with values of several kinds, is `object`.
        UsageError when pandas is not installed.
        """
        try:
            import pandas
        except ImportError as error:
            raise UsageError("pandas is not installed", hint="pip install 'lgq-graph[pandas]'") from error
        series = {
            name: pandas.Series(list(map(_number, self.column(name))), dtype=_dtype(self.column(name)))
            for name in self.columns
        }
        return pandas.DataFrame(series, columns=list(self.columns))

    def to_polars(self) -> polars.DataFrame:
        """A polars DataFrame with the types of `to_pandas`; UsageError when polars is not installed."""
        try:
            import polars
        except ImportError as error:
            raise UsageError("polars is not installed", hint="pip install 'lgq-graph[polars]'") from error
        series = {name: list(map(_number, self.column(name))) for name in self.columns}
        schema = {name: getattr(polars, _POLARS[_dtype(self.column(name))]) for name in self.columns}
        return polars.DataFrame(series, schema=schema)

    def to_parquet(self) -> bytes:
        """Parquet, compressed, by pyarrow; UsageError when that is not installed."""
        try:
            import pyarrow
            from pyarrow import parquet
        except ImportError as error:
            raise UsageError("pyarrow is not installed", hint="pip install 'lgq-graph[parquet]'") from error
        kinds = {name: pyarrow.type_for_alias(_ARROW[_dtype(self.column(name))]) for name in self.columns}
        columns = [pyarrow.array(list(map(_number, self.column(name))), kind) for name, kind in kinds.items()]
        out = pyarrow.BufferOutputStream()
        parquet.write_table(pyarrow.table(columns, names=list(self.columns)), out, compression="zstd")
        return bytes(out.getvalue().to_pybytes())

    def to_csv(self) -> str:
        """RFC 4180: a header, CRLF after each line, quotes where needed, an empty cell for nothing. Write it as UTF-8.

        A text that a spreadsheet would run has an apostrophe before it: docs/decisions/019-csv-formulas.md tells which, and how to take it away.
        """
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(map(_harmless, self.columns))
        writer.writerows([_harmless(cell) for cell in row] for row in self.rows)
        return out.getvalue()

    def to_tsv(self) -> str:
        r"""Tabs between cells, a line feed after each line; in a cell `\t`, `\n`, `\r` and `\\` stand for themselves."""
        lines = (
            [cell.translate(_TSV_ESCAPES) for cell in row]
            for row in (list(self.columns), *map(_texts, self.rows))
        )
        return "".join("\t".join(line) + "\n" for line in lines)

    def to_json(self) -> str:
        """A JSON array with one object a row; `null` for nothing. A decimal that no float can hold is a string."""
        return json.dumps(self._plain(), ensure_ascii=False, indent=2) + "\n"

    def to_jsonl(self) -> str:
        """One JSON object a line."""
        return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in self._plain())

    def _plain(self) -> list[dict[str, object]]:
        return [{name: _json_value(cell) for name, cell in record.items()} for record in self.to_records()]

    def to_markdown(self) -> str:
        """A pipe table; what Markdown or HTML would read as markup is escaped."""
        lines = [_joined(self.columns, _markdown), "|" + "---|" * len(self.columns)]
        lines += [_joined(_texts(row), _markdown) for row in self.rows]
        lines += [f"\n*{_markdown(note)}*" for note in self.notes]
        return "\n".join(lines) + "\n"

    def _repr_html_(self) -> str:
        """For notebooks: the first rows, everything escaped."""
        head = _tags("th", self.columns)
        body = "".join(f"<tr>{_tags('td', _texts(row))}</tr>" for row in self.rows[:_SHOWN])
        more = f"<p>… and {len(self) - _SHOWN} more rows</p>" if len(self) > _SHOWN else ""
        more += "".join(f"<p>{html.escape(note)}</p>" for note in self.notes)
        caption = f"<caption>{html.escape(self.name)}</caption>"
        return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def tables_json(tables: Iterable[Table]) -> str:
    """Several tables as one JSON object: under the name of each, what `to_json` gives."""
    return json.dumps({table.name: table._plain() for table in tables}, ensure_ascii=False, indent=2) + "\n"


def _texts(row: tuple[Cell, ...]) -> list[str]:
    return [_text(cell) for cell in row]


def _text(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case Decimal():
            return format(cell, "f")
    return str(cell)


def _harmless(cell: Cell) -> str:
    """The text of a cell for a spreadsheet. One more apostrophe where some stood before the sign already, so that one can be taken away."""
    text = _text(cell)
    if isinstance(cell, str) and _FORMULA.match(text) and not _FIGURES.fullmatch(text):
        return f"'{text}"
    return text


def _number(cell: Cell) -> str | int | float | None:
    return float(cell) if isinstance(cell, Decimal) else cell


def _dtype(cells: tuple[Cell, ...]) -> Any:
    """How pandas holds a column, told by its kinds of cells and not by which numbers happen to be whole."""
    kinds = frozenset(type(cell) for cell in cells if cell is not None)
    return _DTYPES.get(kinds, "object")


def _json_value(cell: Cell) -> object:
    if not isinstance(cell, Decimal):
        return cell
    if cell == cell.to_integral_value():
        return int(cell)
    return float(cell) if Decimal(repr(float(cell))) == cell else format(cell, "f")


def _markdown(text: str) -> str:
    return text.translate(_MARKDOWN_ESCAPES)


def _joined(cells: tuple[str, ...] | list[str], escape: Callable[[str], str]) -> str:
    return "| " + " | ".join(map(escape, cells)) + " |"


def _tags(tag: str, cells: tuple[str, ...] | list[str]) -> str:
    return "".join(f"<{tag}>{html.escape(cell)}</{tag}>" for cell in cells)
