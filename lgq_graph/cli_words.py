"""What the commands take: words, paths, a store, parameters."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from .errors import UsageError
from .library import Asked, Graph, at_endpoint, open_graph, taken_from

__all__ = ["EndpointOption", "StoreOption", "asked", "parameters", "path", "whole", "word"]


def word(given: object) -> str:
    """A word that says something: an empty one is a variable of the shell that was not set."""
    if not str(given).strip():
        raise typer.BadParameter("it is empty")
    return str(given)


def path(given: object) -> Path:
    """A path that says something."""
    return Path(word(given))


StoreOption = Annotated[
    Path,
    typer.Option(
        "--store", "-s", envvar="LGQ_STORE", parser=path, metavar="PATH", help="A graph made by `build -o`."
    ),
]

EndpointOption = Annotated[
    str | None,
    typer.Option(
        "--endpoint", parser=word, metavar="URL",
        help="A SPARQL endpoint, in place of a store; URL#fi-tampere/2022 is one response there.",
    ),
]  # fmt: skip


def asked(store: Path, endpoint: str | None) -> Asked:
    """The graph to ask: of an endpoint, there; else of a store."""
    return at_endpoint(endpoint) if endpoint else open_graph(store)


def whole(store: Path, endpoint: str | None) -> Graph:
    """The graph with all that is in it: of an endpoint, taken into memory; else of a store."""
    return taken_from(endpoint) if endpoint else open_graph(store)


def parameters(words: Iterable[str]) -> dict[str, str]:
    """What PARAMETER=VALUE words give; UsageError for a word without a sign of equality."""
    pairs = [given.partition("=") for given in words]
    wrong = [name for name, equals, _ in pairs if not equals]
    if wrong:
        raise UsageError(f"{wrong[0]!r} is no parameter", hint="write PARAMETER=VALUE, such as goal=6")
    return {name: value for name, _, value in pairs}
