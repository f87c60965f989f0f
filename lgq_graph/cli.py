"""The command line: options → one call of the library → print, exit code. It decides nothing that cannot be imported."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console
from rich.progress import track

from . import __version__
from .cli_analyse import analyse, diff
from .cli_remote import enrich, push
from .cli_serve import serve
from .cli_trust import verify, withdraw
from .cli_words import EndpointOption, StoreOption, asked, parameters, path, whole, word
from .errors import DataError, LgqError, OutputError, UsageError, counted
from .inspection import INSPECTIONS
from .inspection import inspect as inspect_file
from .library import Graph, files_in, write_contacts
from .library import build as build_graph
from .library import review as write_review
from .model import Status
from .parallel import cores
from .printing import ONE_TABLE, TableFormat, note, note_table, print_text, show, show_all, tell
from .private import place_for_contacts
from .publish import FORMATS, files_of
from .query import catalogue, find_query
from .receipt import Receipt
from .table import Table
from .vocabulary import BASE

__all__ = ["app", "main"]

app = typer.Typer(
    name="lgq-graph", no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False,
    help="From answers to the UN Local Government Questionnaire to a knowledge graph with evidence.",
)  # fmt: skip
_SHOWN = 10
_WIDE = 240


class Inspected(StrEnum):
    """A table of what was read in a file."""

    ANSWERS = "answers"
    MENTIONS = "mentions"
    UNREAD = "unread"
    ACCOUNTED = "accounted"
    SKIPPED = "skipped"


_ACCOUNTS = (Inspected.ACCOUNTED, Inspected.SKIPPED)


class Engine(StrEnum):
    """Where responses are read."""

    LOCAL = "local"
    DASK = "dask"


class ReportFormat(StrEnum):
    """How a report of the shapes is printed."""

    TEXT = "text"
    JSON = "json"
    TURTLE = "turtle"


class Shapes(StrEnum):
    """What runs the core shapes."""

    SPARQL = "sparql"
    PYSHACL = "pyshacl"


def _examples(*calls: str) -> str:
    """The end of a help text, a call on each line (which is what the backspace asks of Click)."""
    return "\n".join(["\b", "Examples:", *(f"  {call}" for call in calls)])


def _query_words(context: typer.Context, incomplete: str) -> list[str]:
    """What the shell may complete: a verb or a query, and after a query its parameters."""
    known = {query.name: query for query in catalogue()}
    said = [word for word in context.params.get("words") or () if word in known]
    words = [f"{p.name}=" for p in known[said[0]].parameters] if said else ["list", "describe", "run", *known]
    return [word for word in words if word.startswith(incomplete)]


def _formats(begun: str) -> list[str]:
    return [name for name in FORMATS if name.startswith(begun)]


Files = Annotated[
    list[str], typer.Argument(parser=word, help="Responses, or folders of them; - is the standard input.")
]
EditionOption = Annotated[
    str | None, typer.Option(help="The edition of the form; by default the one that fits best.")
]
JobsOption = Annotated[
    int,
    typer.Option("--jobs", "-j", min=0, help="How many processes read; 0 for as many as there are cores."),
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


@app.command(
    epilog=_examples(
        "lgq-graph build examples -o graph",
        "lgq-graph build 'answers/*.docx' -o graph --strict",
        "lgq-graph build response.txt -o graph --contacts private.csv",
        "lgq-graph build answers -o graph --corrections decided.yaml",
        "lgq-graph build answers -o graph --jobs 0",
        "lgq-graph build answers -o graph --engine dask --scheduler tcp://HOST:8786",
        "lgq-graph build - -o - < response.txt > response.nq",
    )
)
def build(
    files: Files,
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            parser=word,
            metavar="PATH",
            help="Where the graph goes: a store, or - for N-Quads on the standard output.",
        ),
    ] = "lgq-store",
    edition: EditionOption = None,
    check: Annotated[
        bool, typer.Option("--check/--no-check", help="Refuse a graph that breaks its shapes.")
    ] = True,
    strict: Annotated[
        bool, typer.Option("--strict", help="Stop at the first response that cannot be built; write nothing.")
    ] = False,
    contacts: Annotated[
        Path | None,
        typer.Option(
            parser=path,
            metavar="PATH",
            help="Write the personal data that was withheld to this private file.",
        ),
    ] = None,
    jobs: JobsOption = 1,
    engine: Annotated[
        Engine, typer.Option(help="Where the work is done: here, or by the workers of Dask.")
    ] = Engine.LOCAL,
    scheduler: Annotated[
        str | None,
        typer.Option(parser=word, metavar="ADDRESS", help="The scheduler of Dask: tcp://HOST:8786."),
    ] = None,
    parts: Annotated[
        Path | None,
        typer.Option(
            parser=path, metavar="FOLDER", help="Keep the N-Quads of each response, and their manifest, here."
        ),
    ] = None,
    readmit: Annotated[
        bool, typer.Option("--readmit", help="Take in again what was withdrawn from the store.")
    ] = False,
    corrections: Annotated[
        Path | None,
        typer.Option(
            parser=path,
            metavar="FILE",
            help="What persons corrected; by default corrections.yaml beside each response.",
        ),
    ] = None,
    no_corrections: Annotated[
        bool, typer.Option("--no-corrections", help="Build what was read, without any correction.")
    ] = False,
) -> None:
    """Read responses into a graph. Each is on its own: one that cannot be read, or breaks its shapes, is told and left out.

    So is a correction that no longer matches. With --strict it stops all, and nothing is written.
    Exit code 1 when something was left out, 3 when all responses were.
    """
    if corrections and no_corrections:
        raise UsageError("--corrections and --no-corrections exclude each other", hint="keep one of them")
    if (engine is Engine.DASK) != (scheduler is not None):
        raise UsageError("--engine dask and --scheduler go together", hint="start one with: dask scheduler")
    if contacts:
        _check_private(contacts, output)
    failed: list[LgqError] = []
    with build_graph(
        _watched(files), edition=edition, store=None if output == "-" else output, check=check,
        on_error=None if strict else failed.append, jobs=jobs or cores(), scheduler=scheduler, parts=parts, readmit=readmit,
        corrections=corrections or not no_corrections,
    ) as graph:  # fmt: skip
        if not graph.receipts and len(failed) == 1:
            raise failed[0]
        if contacts:
            note(f"{write_contacts(graph.receipts, contacts)} withheld pieces → {contacts}")
        if output == "-" and graph.receipts:
            print_text(files_of(graph.store, ["nquads"])["lgq.nq"].decode())
        _tell_what_was_built(graph, len(failed), "" if output == "-" else f" → {output}")
        _tell_what_is_nowhere(graph)
        _tell_what_was_corrected(graph)
        failed += graph.unmatched
    for error in failed:
        tell(error)
    if failed:
        raise typer.Exit(1 if graph.receipts else 3)


def _check_private(contacts: Path, output: str) -> None:
    """The private file is looked at before the work begins; it may not lie in the graph, which others are given."""
    if output != "-" and contacts.resolve().is_relative_to(Path(output).resolve()):
        raise UsageError(f"{contacts} would lie in the graph", hint="keep the private file elsewhere")
    place_for_contacts(contacts)


def _tell_what_is_nowhere(graph: Graph) -> None:
    """The cities that the gazetteer does not know in their countries: small ones, or the country is a slip."""
    unknown = [f"{one.name} ({one.city[:2].upper()})" for one in graph.receipts if not one.placed]
    if unknown:
        more = f" and {len(unknown) - _SHOWN} more" if len(unknown) > _SHOWN else ""
        note(
            f"unknown to the gazetteer, so without a GeoNames id: {', '.join(unknown[:_SHOWN])}{more}; is the country right?"
        )


def _tell_what_was_corrected(graph: Graph) -> None:
    """How many corrections were applied, and how many were not; nothing when there are none."""
    known = sum(receipt.corrections for receipt in graph.receipts)
    left = len(graph.unmatched)
    if known or left:
        own = sum(len(receipt.unmatched) for receipt in graph.receipts)
        note(f"{counted(known - own, 'correction')} applied" + (f", {left} left out" if left else ""))


@app.command(
    epilog=_examples(
        "lgq-graph review answers -o answers/corrections.yaml",
        "lgq-graph review response.txt --limit 20 --by 'survey analyst'",
    )
)
def review(
    files: Files,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            parser=path,
            metavar="FILE",
            help="The file of corrections; what is in it already stays as it is.",
        ),
    ] = Path("corrections.yaml"),
    limit: Annotated[int, typer.Option(min=1, help="How many statements to ask about at most.")] = 50,
    by: Annotated[
        str, typer.Option(parser=word, metavar="ROLE", help="The role to fill in; never a person.")
    ] = "reviewer",
    edition: EditionOption = None,
    jobs: JobsOption = 1,
) -> None:
    """Write the least certain statements, with their words, into a file of corrections, where each waits for a decision."""
    count = write_review(files, output, limit=limit, by=by, edition=edition, jobs=jobs or cores())
    note(
        f"{counted(count, 'statement')} to decide → {output}"
        if count
        else f"nothing more to decide in {output}"
    )


def _watched(sources: list[str]) -> Iterable[str | Path]:
    """The files of some sources, with a bar of progress when someone looks on."""
    console = Console(stderr=True)
    if not console.is_terminal or "-" in sources:
        return sources
    return track(files_in(sources), "Reading", console=console, transient=True)


def _tell_what_was_built(graph: Graph, left_out: int, where: str) -> None:
    """A line for one response, a table for several."""
    built = graph.receipts
    if len(built) + left_out == 1:
        note(_counted(built[0]) + where)
        return
    if built:
        note_table(graph.summary())
    note(
        counted(len(built), "response")
        + (f", {left_out} left out" if left_out else "")
        + (where if built else "")
    )


def _counted(made: Receipt) -> str:
    """What was made of a response, in numbers that show when a print was cut off or read badly."""
    told = ", ".join(
        f"{count} {s.value.replace('-', ' ')}" for s, count in made.statuses if s is not Status.EMPTY
    )
    by_form = f" (an unknown edition, read by the form of {made.form})" if made.form != made.edition else ""
    if made.unlisted:
        by_form += f", {made.unlisted} of its questions not in that form"
    return (
        f"{made.name} {made.edition}{by_form}: of {sum(count for _, count in made.statuses)} questions {told}; "
        f"{made.entities} entities, {made.stated} stated facts, {made.quads} quads"
    )


@app.command(
    epilog=_examples(
        "lgq-graph validate --store graph",
        "lgq-graph validate --store graph --all",
        "lgq-graph validate --store graph --format json",
        "lgq-graph validate --store graph --engine pyshacl",
    )
)
def validate(
    store: StoreOption = Path("lgq-store"),
    endpoint: EndpointOption = None,
    format_: Annotated[
        ReportFormat, typer.Option("--format", "-f", help="How to print the report.")
    ] = ReportFormat.TEXT,
    every: Annotated[
        bool, typer.Option("--all", help="Show every finding in the text, not the first of each kind.")
    ] = False,
    engine: Annotated[
        Shapes,
        typer.Option(
            help="What runs the shapes: our own engine, or pySHACL, the reference, which takes longer."
        ),
    ] = Shapes.SPARQL,
) -> None:
    """Hold a graph against its shapes; exit code 1 when it breaks one."""
    with whole(store, endpoint) as graph:
        report = graph.validate(engine.value)
    match format_:
        case ReportFormat.TEXT:
            print_text(report.text(full=every))
        case ReportFormat.JSON:
            print_text(report.json())
        case ReportFormat.TURTLE:
            print_text(report.turtle())
    if not report.conforms:
        raise typer.Exit(1)


@app.command(
    epilog=_examples(
        "lgq-graph query list",
        "lgq-graph query describe apps",
        "lgq-graph query services-by-sdg goal=6 --store graph --format csv",
    )
)
def query(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="list | describe NAME | [run] NAME [PARAMETER=VALUE]…",
            help="What to do, or the query to run.",
            autocompletion=_query_words,
        ),
    ],
    store: StoreOption = Path("lgq-store"),
    endpoint: EndpointOption = None,
    format_: FormatOption = TableFormat.TABLE,
) -> None:
    """List the questions a graph can answer, describe one, or run one."""
    verb, rest = (words[0], words[1:]) if words[0] in ("list", "describe", "run") else ("run", words)
    if verb == "list":
        show(Table("queries", ("name", "summary"), tuple((q.name, q.summary) for q in catalogue())), format_)
        return
    if not rest:
        raise UsageError(f"`query {verb}` wants the name of a query", hint="see `lgq-graph query list`")
    if verb == "describe":
        print_text(_described(rest[0]))
        return
    found = find_query(rest[0])
    arguments = parameters(rest[1:])
    found.bind(**arguments)  # wrong parameters are told before a store is looked for
    with asked(store, endpoint) as graph:
        show(graph.query(found.name, **arguments), format_)


def _described(name: str) -> str:
    found = find_query(name)
    lines = [f"{found.name}: {found.summary}", found.description, ""]
    lines += [f"  {p.name}={p.default}  {p.help} ({p.accepts})" for p in found.parameters]
    return "\n".join([*lines, "", found.text])


@app.command(
    epilog=_examples(
        "lgq-graph export --store graph -o published",
        "lgq-graph export --store graph --format csv -o tables",
        "lgq-graph export --store graph --format trig -o - > graph.trig",
    )
)
def export(
    store: StoreOption = Path("lgq-store"),
    endpoint: EndpointOption = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            "-f",
            autocompletion=_formats,
            help=f"One of {', '.join(FORMATS)}; may be repeated; all by default, trig for the standard output.",
        ),
    ] = None,
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            parser=word,
            metavar="PATH",
            help="The folder, or - for one file on the standard output.",
        ),
    ] = "exports",
) -> None:
    """Write a graph as Turtle, TriG, N-Quads, N-Triples, JSON-LD and CSV tables, with a manifest."""
    with whole(store, endpoint) as graph:
        if output == "-":
            print_text(_only(files_of(graph.store, formats or ["trig"])))
            return
        files = graph.export(output, formats or ())
    note(f"{counted(len(files), 'file')} → {output}")


@app.command(
    epilog=_examples(
        "lgq-graph publish --store graph -o site",
        "lgq-graph publish --store graph -o site --base https://data.example.org/lgq/",
    )
)
def publish(
    store: StoreOption = Path("lgq-store"),
    endpoint: EndpointOption = None,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            parser=path,
            metavar="FOLDER",
            help="The folder of the site; an older site there is replaced.",
        ),
    ] = Path("site"),
    base: Annotated[
        str,
        typer.Option(
            "--base", parser=word, metavar="URL", help="The address at which the site will be served."
        ),
    ] = BASE,
    jobs: Annotated[
        int,
        typer.Option(
            "--jobs", "-j", min=0, help="How many processes make pages; 0 for as many as there are cores."
        ),
    ] = 1,
) -> None:
    """Write a graph as a site that any host can serve: a page and data for each thing, and queries in the page."""
    from .publish.site import assets_built  # Jinja2 takes its time, and no other command needs it

    with whole(store, endpoint) as graph:
        count = graph.publish(output, base, jobs or cores())
    note(f"{counted(count, 'file')} → {output}")
    if not assets_built():
        note("without its SPARQL editor, search and sorting: the web assets are not built (make assets)")


def _only(files: dict[str, bytes]) -> str:
    """The text of the one file; UsageError when there are several."""
    if len(files) > 1:
        raise UsageError(
            f"the standard output takes one file, and this would be {len(files)}: {', '.join(files)}",
            hint="use --format trig or nquads, name a folder, or print one table with `lgq-graph query NAME -f csv`",
        )  # fmt: skip
    return next(iter(files.values())).decode()


@app.command(
    epilog=_examples(
        "lgq-graph inspect examples/tampere-2022.txt",
        "lgq-graph inspect examples/tampere-2022.txt --table unread --format csv",
        "lgq-graph inspect examples/formats/tampere-2022.docx --table accounted",
    )
)
def inspect(
    file: Annotated[str, typer.Argument(parser=word, help="A response; - is the standard input.")],
    edition: EditionOption = None,
    table: Annotated[
        Inspected | None, typer.Option("--table", "-t", help="Show one of the tables; all by default.")
    ] = None,
    number: Annotated[
        int, typer.Option("--response", min=1, help="Which response, in a file that holds several.")
    ] = 1,
    format_: FormatOption = TableFormat.TABLE,
) -> None:
    """Show what was read in a file: its answers, what they mention, every stretch that nothing was made of, and what became of
    every character. Personal data are counted, never shown.

    Exit code 1 when there are characters that nothing accounts for.
    """
    if table is None and format_ in ONE_TABLE:
        raise UsageError(f"{format_} holds one table", hint=f"add --table {', '.join(INSPECTIONS)}")
    inspected = inspect_file(file, edition, number)
    if table:
        show(INSPECTIONS[table](inspected), format_)
    else:
        show_all([make(inspected) for make in INSPECTIONS.values()], format_)
    if (table is None or table in _ACCOUNTS) and (lost := inspected.account.unaccounted):
        note(f"{lost:,} characters of the file are unaccounted for: see them with --table skipped")
        raise typer.Exit(1)


@app.command(
    epilog=_examples(
        'lgq-graph explain "NAME OF A SERVICE" --store graph',
        f"lgq-graph explain {BASE}id/city/fi-tampere --store graph --format csv",
    )
)
def explain(
    entity: Annotated[
        str, typer.Argument(parser=word, help="The IRI of an entity or partner, or one of its names.")
    ],
    store: StoreOption = Path("lgq-store"),
    endpoint: EndpointOption = None,
    format_: FormatOption = TableFormat.TABLE,
) -> None:
    """Show every statement about an entity, each with its question and the words it came from; and tell what a person rejected."""
    with asked(store, endpoint) as graph:
        told = graph.explain(entity)
    show(told, format_)
    for line in told.notes if format_ is not TableFormat.TABLE else ():
        note(line)


app.command(
    name="analyse",
    epilog=_examples(
        "lgq-graph analyse list",
        "lgq-graph analyse sdg-coverage --store graph --format csv",
        "lgq-graph analyse city-similarity by=goals measure=cosine --store graph",
        "lgq-graph analyse network city-partners --format gexf --store graph -o networks",
        "lgq-graph analyse picture sdg-wheel city=tampere --format png --store graph -o pictures",
    ),
)(analyse)
app.command(
    name="push",
    epilog=_examples(
        "lgq-graph push --store graph --endpoint http://localhost:7878/query --graph-store http://localhost:7878/store",
        "lgq-graph push --store graph --endpoint http://localhost:8890/sparql-auth --update http://localhost:8890/sparql-auth",
    ),
)(push)
app.command(
    name="enrich",
    epilog=_examples(
        "lgq-graph enrich --store graph --endpoint https://query.wikidata.org/sparql --date 2026-11-01",
    ),
)(enrich)
app.command(
    name="diff",
    epilog=_examples(
        "lgq-graph diff last-build graph",
        "lgq-graph diff last-build --endpoint http://localhost:7878/query",
        "lgq-graph diff 'graph#fi-tampere/2022' 'graph#fi-tampere/2024' --limit 20",
    ),
)(diff)
app.command(
    name="serve",
    epilog=_examples(
        "lgq-graph serve --store graph",
        "lgq-graph serve --store graph --site site --port 8080",
        "lgq-graph serve --store graph --host 0.0.0.0 --base https://data.example.org/",
    ),
)(serve)
app.command(
    name="verify",
    epilog=_examples(
        "lgq-graph verify --store graph",
        "lgq-graph verify --store graph --exports exports --site site",
    ),
)(verify)
app.command(
    name="withdraw",
    epilog=_examples(
        "lgq-graph withdraw fi-tampere/2022 --reason 'The city asked for it.' --store graph --dry-run",
        "lgq-graph withdraw fi-tampere/2022 --reason 'The city asked for it.' --store graph --exports exports --site site",
        "lgq-graph withdraw fi-tampere/2022 --reason 'The city asked for it.' --store graph --scan backups --scan answers",
    ),
)(withdraw)


def _fail(error: LgqError) -> NoReturn:
    tell(error)
    raise SystemExit(error.exit_code)


def main() -> None:
    """The entry point `lgq-graph`."""
    _prepare_streams()
    try:
        app()
    except LgqError as error:
        _fail(error)
    except OSError as error:
        if error.filename is not None:
            _fail(DataError(f"the system refuses it: {error.strerror}", file=os.fsdecode(error.filename)))
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what waits in the buffer would fail again at the exit
        _fail(OutputError(f"it cannot be written: {error.strerror or error}", file="standard output"))


def _prepare_streams() -> None:
    """Data is UTF-8 with its own line ends, whatever the locale."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        if sys.stdout.isatty():
            sys.stdout.reconfigure(errors="replace")
        else:
            sys.stdout.reconfigure(encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
