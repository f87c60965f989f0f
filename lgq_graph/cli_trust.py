"""The commands for those who answer for a graph: `verify` and `withdraw`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from . import library
from .cli_words import StoreOption, path, word
from .errors import counted
from .printing import TableFormat, note, show

__all__ = ["verify", "withdraw"]

ExportsOption = Annotated[
    Path | None, typer.Option("--exports", parser=path, metavar="FOLDER", help="Exports of the graph, too.")
]
SiteOption = Annotated[
    Path | None, typer.Option("--site", parser=path, metavar="FOLDER", help="The site of the graph, too.")
]


FormatOption = Annotated[TableFormat, typer.Option("--format", "-f", help="How to print the table.")]


def verify(
    store: StoreOption = Path("lgq-store"),
    exports: ExportsOption = None,
    site: SiteOption = None,
    format_: FormatOption = TableFormat.TABLE,
) -> None:
    """Read all of a graph against its manifest: each file, each quad, each claim against its answer; and what was made of it.

    Exit code 4 when something is not as it was written. Nothing is changed.
    """
    found = library.verify(store, exports, site)
    if found.sound:
        note(found.text().rstrip())
        return
    show(found.table(), format_)
    raise typer.Exit(4)


def withdraw(
    response: Annotated[
        str,
        typer.Argument(parser=word, metavar="CITY/EDITION", help="The response, such as fi-tampere/2022."),
    ],
    reason: Annotated[
        str,
        typer.Option("--reason", parser=word, metavar="TEXT", help="Why, in words that may be published."),
    ],
    store: StoreOption = Path("lgq-store"),
    exports: ExportsOption = None,
    site: SiteOption = None,
    scan: Annotated[
        list[Path] | None,
        typer.Option(
            "--scan",
            parser=path,
            metavar="FOLDER",
            help="Another folder to search for what is left; may be repeated.",
        ),
    ] = None,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help="Tell what would be removed, and where it stands; change nothing."),
    ] = False,
    format_: FormatOption = TableFormat.TABLE,
) -> None:
    """Remove a response so that none of its words is left: store, exports and site are made anew without it, and searched.

    That it was withdrawn, the day and the reason stay, and are published. Exit code 1 when words of it are found in a file;
    copies elsewhere, such as backups, hosts and folders of parts, are reached by --scan alone. Blocks of a disk that no file has any more are not overwritten.
    """
    done = library.withdraw(
        response, store, reason=reason, exports=exports, site=site, scan=scan or (), dry_run=dry_run
    )
    if done.traces:
        show(done.table(), format_)
    what = "withdrawn" if done.done else "would be withdrawn"
    note(
        f"{response} {what}: {done.quads} quads; made anew: {', '.join(done.anew)}"
        if done.done
        else f"{response} {what}: {done.quads} quads from {', '.join(done.anew)}"
    )
    note(f"{counted(done.strings, 'string')} that only it had: found in {counted(len(done.traces), 'file')}")
    note(
        "Copies elsewhere (backups, published hosts, folders of parts, private contacts, endpoints that it was pushed to) are not reached."
    )
    if done.done and done.traces:
        raise typer.Exit(1)
