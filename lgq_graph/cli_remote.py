"""The commands that bring a graph to an endpoint, and ask one for more: `push` and `enrich`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .cli_words import StoreOption, word
from .errors import UsageError
from .library import open_graph
from .printing import TableFormat, note, show
from .query import Endpoint, GraphStore
from .remote import Pushed, Target, table_of

__all__ = ["enrich", "push"]

FormatOption = Annotated[TableFormat, typer.Option("--format", "-f", help="How to print the table.")]
NeededEndpoint = Annotated[
    str, typer.Option("--endpoint", parser=word, metavar="URL", help="The SPARQL endpoint that is asked.")
]


def push(
    endpoint: NeededEndpoint,
    store: StoreOption = Path("lgq-store"),
    graph_store: Annotated[
        str | None,
        typer.Option(
            "--graph-store",
            parser=word,
            metavar="URL",
            help="Where graphs are PUT by the Graph Store Protocol.",
        ),
    ] = None,
    update: Annotated[
        str | None,
        typer.Option("--update", parser=word, metavar="URL", help="Where SPARQL updates go instead."),
    ] = None,
    format_: FormatOption = TableFormat.TABLE,
) -> None:
    """Bring a graph to a SPARQL endpoint, named graph by named graph, and read each back.

    What is there already is left alone, so that a push that broke off goes on when it is begun again. Exit code 1 when
    what came back is not what was sent.
    """
    if (graph_store is None) == (update is None):
        raise UsageError("`push` writes in one way", hint="give --graph-store URL or --update URL")
    target = Target(Endpoint(endpoint, update or ""), GraphStore(graph_store) if graph_store else None)
    done: list[Pushed] = []
    try:
        with open_graph(store) as graph:
            graph.push(target, done.append)
    finally:
        if done:
            show(table_of(tuple(done)), format_)
    different = sum(one.what == "different" for one in done)
    if different:
        note(f"{different} of {len(done)} graphs came back different")
        raise typer.Exit(1)


def enrich(
    endpoint: NeededEndpoint,
    store: StoreOption = Path("lgq-store"),
    date: Annotated[
        str,
        typer.Option(metavar="YYYY-MM-DD", help="The day to write beside what was learnt; none by default."),
    ] = "",
    format_: FormatOption = TableFormat.TABLE,
) -> None:
    """Ask an endpoint such as Wikidata for population and coordinates of the places in a graph, into a graph of their own."""
    with open_graph(store) as graph:
        found = graph.enrich(endpoint, date)
    show(found.table(), format_)
    note(f"{len(found.places)} of {found.asked} places known there → {found.graph.value}")
