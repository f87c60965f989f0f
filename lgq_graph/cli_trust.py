"""The commands for those who answer for a graph: `verify` and `withdraw`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .cli_words import StoreOption, path
from .printing import TableFormat, note, show

__all__ = ["verify"]

ExportsOption = Annotated[
    Path | None, typer.Option("--exports", parser=path, metavar="FOLDER", help="Exports of the graph, too.")
]
SiteOption = Annotated[
    Path | None, typer.Option("--site", parser=path, metavar="FOLDER", help="The site of the graph, too.")
]


def verify(
    store: StoreOption = Path("lgq-store"),
    exports: ExportsOption = None,
    site: SiteOption = None,
    format_: Annotated[
        TableFormat, typer.Option("--format", "-f", help="How to print the table.")
    ] = TableFormat.TABLE,
) -> None:
    """Read all of a graph against its manifest: each file, each quad, each claim against its answer; and what was made of it.

    Exit code 4 when something is not as it was written. Nothing is changed.
    """
    from .verify import verify as verified  # Jinja2 takes its time

    found = verified(store, exports, site)
    if found.sound:
        note(found.text().rstrip())
        return
    show(found.table(), format_)
    raise typer.Exit(4)
