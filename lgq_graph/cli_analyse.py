"""The commands for analysts: `analyse` and `diff`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .cli_words import EndpointOption, StoreOption, asked, parameters, path, word
from .errors import UsageError
from .library import Asked, at_endpoint, open_graph
from .output import for_folder, write_whole
from .printing import TableFormat, note, print_text, show
from .table import Table

if TYPE_CHECKING:  # NetworkX takes a tenth of a second to load, and no other command needs it
    from .analyse import Analysis

__all__ = ["analyse", "diff"]

_IMAGES = ("svg", "png")


class NetworkFormat(StrEnum):
    """How a network is written."""

    CSV = "csv"
    GEXF = "gexf"
    GRAPHML = "graphml"
    JSON = "json"
    PARQUET = "parquet"


class DiffFormat(StrEnum):
    """How changes are printed."""

    MD = "md"
    JSON = "json"
    CSV = "csv"
    TABLE = "table"


def analyse(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="list | [measure] NAME | network NAME | picture NAME [PARAMETER=VALUE]…",
            help="What to work out, and of what.",
        ),
    ],
    store: StoreOption = Path("lgq-store"),
    endpoint: EndpointOption = None,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            help=f"Of a measure: {', '.join(TableFormat)}; of a network: {', '.join(NetworkFormat)}; of a picture: {', '.join(_IMAGES)}.",
        ),
    ] = None,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            parser=path,
            metavar="FOLDER",
            help="Where the files of a network or picture go.",
        ),
    ] = Path("analysis"),
) -> None:
    """Measure the graph, write its networks for NetworkX and Gephi, or draw it."""
    what, rest = (
        (words[0], words[1:]) if words[0] in ("list", "measure", "network", "picture") else ("measure", words)
    )
    if what == "list":
        show(_listed(), _one_of(TableFormat, format_ or "table"))
        return
    if not rest:
        raise UsageError(f"`analyse {what}` wants a name", hint="see `lgq-graph analyse list`")
    work = {"measure": _measure, "network": _network, "picture": _picture}[what]
    with asked(store, endpoint) as graph:
        work(graph.analysis(), rest[0], parameters(rest[1:]), format_, output)


def _measure(analysis: Analysis, name: str, parameters: dict[str, str], format_: str | None, _: Path) -> None:
    table = analysis.measure(name, **parameters)
    show(table, _one_of(TableFormat, format_ or "table"))
    for line in table.notes if format_ not in (None, "table", "md") else ():
        note(line)


def _network(
    analysis: Analysis, name: str, parameters: dict[str, str], format_: str | None, output: Path
) -> None:
    from .analyse import network_files

    chosen = format_ or "gexf"
    if chosen not in [member.value for member in NetworkFormat]:
        raise UsageError(f"a network is not written as {chosen!r}", hint=f"one of {', '.join(NetworkFormat)}")
    _write(network_files(analysis.network(name, **parameters), chosen), output)


def _picture(
    analysis: Analysis, name: str, parameters: dict[str, str], format_: str | None, output: Path
) -> None:
    from .analyse.plots import image

    chosen = format_ or "svg"
    if chosen not in _IMAGES:
        raise UsageError(f"a picture is not written as {chosen!r}", hint=f"one of {', '.join(_IMAGES)}")
    drawn = analysis.plot(name, **parameters)
    _write({f"{'-'.join([name, *parameters.values()])}.{chosen}": image(drawn, chosen)}, output)


def _write(files: dict[str, bytes], output: Path) -> None:
    write_whole(for_folder(output), files)
    for name in files:
        note(str(output / name))


def _listed() -> Table:
    from .analyse import MEASURES, OF_ANSWERS, PICTURES, PROJECTIONS

    known: list[tuple[str, Iterable[tuple[str, Callable[..., object]]]]] = [
        ("measure", sorted({**MEASURES, **OF_ANSWERS}.items())),
        ("network", sorted(PROJECTIONS.items())),
        ("picture", sorted(PICTURES.items())),
    ]
    rows = [
        (what, name, (work.__doc__ or "").strip().split("\n\n")[0].replace("\n    ", " "))
        for what, works in known
        for name, work in works
    ]
    return Table("analyses", ("what", "name", "says"), tuple(rows))


def _one_of(kind: type[TableFormat], value: str) -> TableFormat:
    if value not in [member.value for member in kind]:
        raise UsageError(f"a table is not printed as {value!r}", hint=f"one of {', '.join(kind)}")
    return kind(value)


def diff(
    before: Annotated[
        str,
        typer.Argument(
            parser=word,
            metavar="BEFORE",
            help="A store, or the address of an endpoint; STORE#fi-tampere/2022 is one response in it.",
        ),
    ],
    after: Annotated[
        str | None, typer.Argument(parser=word, metavar="AFTER", help="The same, later; or give --endpoint.")
    ] = None,
    endpoint: EndpointOption = None,
    limit: Annotated[
        float,
        typer.Option(
            min=0, max=100, metavar="PERCENT", help="By how much a count may fall without a warning."
        ),
    ] = 10,
    format_: Annotated[
        DiffFormat, typer.Option("--format", "-f", help="How to print the changes.")
    ] = DiffFormat.MD,
) -> None:
    """Tell what changed between two rounds of a city, or two builds: added, gone, renamed, reworded, numbers, goals.

    Exit code 1 when there are fewer things of a sort than before, by more than --limit percent.
    """
    from .analyse import compare

    later = after or endpoint
    if later is None or (after and endpoint):
        raise UsageError(
            "`diff` wants two graphs", hint="give AFTER, a store or an address, or --endpoint URL"
        )
    with _graph_at(before) as old, _graph_at(later) as new:
        found = compare(old.query, new.query)
    match format_:
        case DiffFormat.MD:
            print_text(found.text())
        case DiffFormat.JSON:
            print_text(found.json())
        case DiffFormat.CSV | DiffFormat.TABLE:
            show(found.table(), TableFormat(format_))
    falls = found.falls(limit)
    for line in falls:
        note(f"warning: fewer {line}")
    if falls:
        raise typer.Exit(1)


def _graph_at(place: str) -> Asked:
    """A graph by the folder of its store or the address of its endpoint."""
    return at_endpoint(place) if place.lower().startswith(("http://", "https://")) else open_graph(place)
