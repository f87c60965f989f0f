"""The command for those who let others ask: `serve`."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Annotated

import typer

from .cli_words import StoreOption, path, word
from .errors import UsageError

__all__ = ["serve"]


def serve(
    store: StoreOption = Path("lgq-store"),
    host: Annotated[
        str, typer.Option(parser=word, metavar="ADDRESS", help="Where to listen; 0.0.0.0 is everywhere.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 for any that is free.")] = 8000,
    base: Annotated[
        str,
        typer.Option(
            parser=lambda given: str(given),
            metavar="URL",
            help="The address of the service on the web, when it stands behind a proxy.",
        ),
    ] = "",
    site: Annotated[
        Path | None,
        typer.Option(
            parser=path,
            metavar="FOLDER",
            help="The site, as `publish` wrote it; by default it is made at the start, when there are few responses.",
        ),
    ] = None,
    workers: Annotated[int, typer.Option(min=2, help="How many processes wait for queries.")] = 3,
    long: Annotated[int, typer.Option(min=1, help="How many long queries may run beside these.")] = 4,
    waiting: Annotated[int, typer.Option(min=0, help="How many requests may wait for a process.")] = 32,
    timeout: Annotated[
        float, typer.Option(min=0.1, metavar="SECONDS", help="After which time a query is stopped.")
    ] = 30,
    rows: Annotated[int, typer.Option(min=1, help="How many rows or triples an answer may have.")] = 100_000,
    size: Annotated[int, typer.Option(min=1, metavar="MIB", help="How large an answer may be.")] = 64,
    memory: Annotated[
        int, typer.Option(min=64, metavar="MIB", help="How much memory a query may use.")
    ] = 1024,
    service: Annotated[
        list[str] | None,
        typer.Option(
            parser=word,
            metavar="IRI",
            help="An endpoint that queries may call with SERVICE; may be repeated. None by default.",
        ),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Write no line for each request.")] = False,
) -> None:
    """Serve a graph to anyone: SPARQL, the catalogue as an API, and the site; nothing in it can be changed.

    Ends with SIGTERM or Ctrl+C.
    """
    try:
        from .serve.limits import Limits
        from .serve.server import Settings
        from .serve.server import serve as run
    except ImportError as error:
        raise UsageError(f"{error.name} is not installed", hint="pip install 'lgq-graph[serve]'") from error
    logging.basicConfig(format="%(asctime)s %(message)s", level=logging.WARNING)
    logging.getLogger("lgq_graph.serve").setLevel(logging.WARNING if quiet else logging.INFO)
    limits = Limits(seconds=timeout, rows=rows, size=size << 20, memory=memory << 20)
    run(Settings(store, host, port, base, site, limits, workers, long, waiting, tuple(service or ())))
