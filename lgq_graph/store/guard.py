"""What a query may not do, and Oxigraph's errors as ours.

Oxigraph calls a `SERVICE` over the network and has no switch against it, so a query that has one is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from ..errors import DataError, LgqError, OutputError, UsageError
from ..output import for_exchange, for_folder, is_full
from ..vocabulary import PREFIXES

__all__ = [
    "has_keyword",
    "is_store",
    "open_elsewhere",
    "place_for_store",
    "refuse_service",
    "store_or_nothing",
    "translated",
]


@contextmanager
def translated(path: Path | None) -> Iterator[None]:
    """Oxigraph's exceptions as ours."""
    try:
        yield
    except SyntaxError as error:
        raise UsageError(
            f"the query is not valid SPARQL: {error.msg}", hint="see https://www.w3.org/TR/sparql11-query/"
        ) from error
    except (ValueError, RuntimeError) as error:
        if path and "corrupt" in str(error).lower():
            raise _damaged(path) from error
        raise UsageError(f"the query cannot be run: {error}") from error
    except OSError as error:
        raise _failure(error, str(path or "")) from error


def _failure(error: OSError, file: str) -> LgqError:
    if is_full(error):
        return OutputError("the disk is full", file=file, hint="make room on the disk")
    if "lock" in str(error).lower():
        return open_elsewhere(file)
    if not is_store(Path(file)):
        return DataError(
            "there is no store here", file=file, hint="build one first: lgq-graph build FILE -o FOLDER"
        )
    return DataError(f"the store cannot be used: {error}", file=file)


def open_elsewhere(file: str) -> DataError:
    """The error when somebody else may be writing to a store."""
    return DataError("another process has the store open", file=file, hint="wait for it to end, or stop it")


def _damaged(path: Path) -> DataError:
    return DataError(
        "the store is damaged", file=str(path), hint="remove the folder, and build the store again"
    )


def is_store(path: Path) -> bool:
    """Whether a folder holds a store: RocksDB keeps in `CURRENT` the name of what it is at."""
    return (path / "CURRENT").is_file()


def place_for_store(path: str | Path) -> Path:
    """A place where one store can be exchanged for another, to be looked at before the work begins; OutputError otherwise."""
    return store_or_nothing(for_exchange(path))


def store_or_nothing(path: str | Path) -> Path:
    """A folder that is a store, is empty or can be made; OutputError otherwise."""
    place = for_folder(path)
    if place.is_dir() and not is_store(place) and any(place.iterdir()):
        raise OutputError(
            "the folder holds other files and is no store",
            file=str(place),
            hint="name an empty or a new folder",
        )
    return place


def refuse_service(sparql: str) -> None:
    """UsageError when the query calls an endpoint, or names a service and cannot be parsed without doing so."""
    if has_keyword("SERVICE", sparql):
        raise UsageError(
            "the query calls a SERVICE, which is refused, or is not valid SPARQL",
            hint="query the other endpoint itself, and take the word SERVICE out",
        )


def has_keyword(keyword: str, sparql: str) -> bool:
    """Whether the query uses a keyword, told by Oxigraph's own parser, which has the last word on what is a string.

    Every occurrence gets another first letter. Names, IRIs, strings and comments stay as good as they were; a keyword
    so spoilt breaks the query. `b` begins no keyword with what follows it, and may stand in an escape. Relative IRIs are as
    good as any here: whether the query may have them is told when it is run.
    """
    spoilt = re.sub(
        keyword, lambda m: "bB"[m[0][0].isupper()] + m[0][1:], sparql, flags=re.IGNORECASE | re.ASCII
    )
    return spoilt != sparql and not _parses(spoilt)


def _parses(sparql: str) -> bool:
    try:
        ox.Store().query(sparql, base_iri="x:/", prefixes=PREFIXES)
    except (SyntaxError, ValueError):
        return False
    return True
