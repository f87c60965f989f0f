"""The command line: options → one call of the library → print, exit code. It decides nothing that cannot be imported."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich import box
from rich.console import Console
from rich.table import Table as RichTable

from . import __version__
from .errors import LgqError, UsageError
from .inspection import answers_table, mentions_table, unread_stretches
from .library import build as build_graph
from .library import open_graph, write_contacts
from .pipeline import EDITION, build_response
from .private import check_private
from .publish import FORMATS, files_of
from .query import catalogue, find_query
from .table import Table

__all__ = ["app", "main"]

app = typer.Typer(
    name="lgq-graph", no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False,
    help="From answers to the UN Local Government Questionnaire to a knowledge graph with evidence.",
)  # fmt: skip
_progress = Console(stderr=True)
_WIDE = 240


class TableFormat(StrEnum):
    """How a table is printed."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    JSONL = "jsonl"
    MD = "md"


class ReportFormat(StrEnum):
    """How a report of the shapes is printed."""

    TEXT = "text"
    JSON = "json"
    TURTLE = "turtle"


_WRITERS: dict[TableFormat, Callable[[Table], str]] = {
    TableFormat.CSV: Table.to_csv,
    TableFormat.TSV: Table.to_tsv,
    TableFormat.JSON: Table.to_json,
    TableFormat.JSONL: Table.to_jsonl,
    TableFormat.MD: Table.to_markdown,
}

Files = Annotated[list[str], typer.Argument(help="Responses, or folders of them; - is the standard input.")]
StoreOption = Annotated[
    Path, typer.Option("--store", "-s", envvar="LGQ_STORE", help="A graph made by `build -o`.")
]
FormatOption = Annotated[TableFormat, typer.Option("--format", "-f", help="How to print the table.")]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"lgq-graph {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


@app.command(epilog="Example: lgq-graph build examples -o graph")
def build(
    files: Files,
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", help="Where the graph goes: a store, or - for N-Quads on the standard output."
        ),
    ] = "lgq-store",
    edition: Annotated[str, typer.Option(help="The edition of the questionnaire.")] = EDITION,
    check: Annotated[
        bool, typer.Option("--check/--no-check", help="Refuse a graph that breaks its shapes.")
    ] = True,
    contacts: Annotated[
        Path | None, typer.Option(help="Write the personal data that was withheld to this private file.")
    ] = None,
) -> None:
    """Read responses into a graph; nothing is written unless all can be read and the graph keeps its shapes."""
    if contacts:
        check_private(contacts)  # told before anything is read or written
    with build_graph(files, edition=edition, store=None if output == "-" else output, check=check) as graph:
        if contacts:
            _progress.print(
                f"{write_contacts(graph.built, contacts)} withheld pieces in {contacts}",
                highlight=False,
                markup=False,
            )
        if output == "-":
            _print(files_of(graph.store, ["nquads"])["lgq.nq"].decode())
        for item in graph.built:
            statements = sum(str(q.graph_name).endswith("/stated>") for q in item.quads)
            _progress.print(
                f"{item.response.city.name} {item.response.edition}: {len(item.entities)} entities, {statements} stated, "
                f"{len(item.quads)} quads{'' if output == '-' else f' → {output}'}",
                highlight=False, markup=False,
            )  # fmt: skip


@app.command(epilog="Example: lgq-graph validate --store graph --format json")
def validate(
    store: StoreOption = Path("lgq-store"),
    format_: Annotated[
        ReportFormat, typer.Option("--format", "-f", help="How to print the report.")
    ] = ReportFormat.TEXT,
) -> None:
    """Hold a graph against its shapes; exit code 1 when it breaks one."""
    with open_graph(store) as graph:
        report = graph.validate()
    _print(
        {ReportFormat.TEXT: report.text, ReportFormat.JSON: report.json, ReportFormat.TURTLE: report.turtle}[
            format_
        ]()
    )
    if not report.conforms:
        raise typer.Exit(1)


@app.command(
    epilog="Examples: lgq-graph query list · lgq-graph query describe apps · lgq-graph query services-by-sdg goal=6 --format csv"
)
def query(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="list | describe NAME | [run] NAME [PARAMETER=VALUE]…",
            help="What to do, or the query to run.",
        ),
    ],
    store: StoreOption = Path("lgq-store"),
    format_: FormatOption = TableFormat.TABLE,
) -> None:
    """List the questions a graph can answer, describe one, or run one."""
    verb, rest = (words[0], words[1:]) if words[0] in ("list", "describe", "run") else ("run", words)
    if verb == "list":
        _show(Table("queries", ("name", "summary"), tuple((q.name, q.summary) for q in catalogue())), format_)
        return
    if not rest:
        raise UsageError(f"`query {verb}` wants the name of a query", hint="see `lgq-graph query list`")
    if verb == "describe":
        _print(_described(rest[0]))
        return
    found = find_query(rest[0])
    arguments = _parameters(rest[1:])
    found.bind(**arguments)  # wrong parameters are told before a store is looked for
    with open_graph(store) as graph:
        _show(graph.query(found.name, **arguments), format_)


def _described(name: str) -> str:
    found = find_query(name)
    lines = [f"{found.name}: {found.summary}", found.description, ""]
    lines += [f"  {p.name}={p.default}  {p.help} ({p.accepts})" for p in found.parameters]
    return "\n".join([*lines, "", found.text])


def _parameters(words: Iterable[str]) -> dict[str, str]:
    pairs = [word.partition("=") for word in words]
    wrong = [name for name, equals, _ in pairs if not equals]
    if wrong:
        raise UsageError(f"{wrong[0]!r} is no parameter", hint="write PARAMETER=VALUE, such as goal=6")
    return {name: value for name, _, value in pairs}


@app.command(epilog="Example: lgq-graph export --store graph --format csv -o tables")
def export(
    store: StoreOption = Path("lgq-store"),
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", "-f", help=f"One of {', '.join(FORMATS)}; may be repeated; all by default."),
    ] = None,
    output: Annotated[
        str, typer.Option("--output", "-o", help="The folder, or - for one file on the standard output.")
    ] = "exports",
) -> None:
    """Write a graph as Turtle, TriG, N-Quads, N-Triples, JSON-LD and CSV tables, with a manifest."""
    with open_graph(store) as graph:
        if output == "-":
            files = files_of(graph.store, formats or ["trig"])
            _print(next(iter(files.values())).decode())
            return
        files = graph.export(output, formats or ())
    _progress.print(f"{len(files)} files → {output}", highlight=False, markup=False)


@app.command(epilog="Example: lgq-graph inspect examples/tampere-2022.txt")
def inspect(
    file: Annotated[str, typer.Argument(help="A response; - is the standard input.")],
    edition: Annotated[str, typer.Option(help="The edition of the questionnaire.")] = EDITION,
    format_: FormatOption = TableFormat.TABLE,
) -> None:
    """Show what was read in a file: its answers, what they mention, and every stretch that nothing was made of."""
    built = build_response(file, edition)
    for table in (answers_table(built), mentions_table(built), unread_stretches(built)):
        _print(f"\n{table.name}\n") if format_ is not TableFormat.TABLE else None
        _show(table, format_)


@app.command(epilog='Example: lgq-graph explain "Open data portal" --store graph')
def explain(
    entity: Annotated[str, typer.Argument(help="The IRI of an entity, or one of its names.")],
    store: StoreOption = Path("lgq-store"),
    format_: FormatOption = TableFormat.TABLE,
) -> None:
    """Show every statement about an entity, each with its question and the words it came from."""
    with open_graph(store) as graph:
        _show(graph.explain(entity), format_)


# --- printing -----------------------------------------------------------------------------------------------------


def _print(text: str) -> None:
    sys.stdout.write(text if text.endswith("\n") else text + "\n")


def _show(table: Table, format_: TableFormat) -> None:
    if format_ is not TableFormat.TABLE:
        _print(_WRITERS[format_](table))
        return
    console = Console(markup=False, highlight=False)
    cells = [["" if cell is None else str(cell) for cell in row] for row in table.rows]
    widest = [max(map(len, column)) for column in zip(table.columns, *cells, strict=True)]
    if len(widest) < 3 or sum(widest) + 3 * len(widest) <= console.width or console.width > _WIDE:
        _show_grid(console, table, cells)
    else:
        _show_records(console, table, cells)
    console.print(f"{len(table)} {'row' if len(table) == 1 else 'rows'}")


def _show_grid(console: Console, table: Table, cells: list[list[str]]) -> None:
    shown = RichTable(title=table.name, title_justify="left", box=box.SIMPLE_HEAD)
    for column in table.columns:
        shown.add_column(column, overflow="fold")
    for row in cells:
        shown.add_row(*row)
    console.print(shown)


def _show_records(console: Console, table: Table, cells: list[list[str]]) -> None:
    """One block a row, for tables that are wider than the terminal."""
    for row in cells:
        shown = RichTable.grid(padding=(0, 2))
        shown.add_column(style="bold", no_wrap=True)
        shown.add_column(overflow="fold")
        for column, cell in zip(table.columns, row, strict=True):
            if cell:
                shown.add_row(column, cell)
        console.print(shown)
        console.print()


def _fail(error: LgqError) -> NoReturn:
    console = Console(stderr=True, markup=False, highlight=False, soft_wrap=True)
    console.print(f"lgq-graph: {error}")
    if error.hint:
        console.print(f"  → {error.hint}")
    raise SystemExit(error.exit_code)


def main() -> None:
    """The entry point `lgq-graph`."""
    try:
        app()
    except LgqError as error:
        _fail(error)
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(0) from None


if __name__ == "__main__":
    main()
