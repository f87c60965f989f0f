"""The site: the graph as pages that anyone can host, each thing at the path of its IRI with its data beside it.

A part is a function `files(site) -> Iterator[(name, bytes)]`; a new kind of page is a new part in `PARTS`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from ...errors import DataError
from ...output import replaced_folder
from ...store import Store
from ...vocabulary import BASE
from . import compare, home, lists, queries
from .context import Site

__all__ = ["PARTS", "files_of_site", "publish"]

Part = Callable[[Site], Iterator[tuple[str, bytes]]]

PARTS: tuple[Part, ...] = (home.files, lists.files, queries.files, compare.files)


def files_of_site(store: Store, base: str = BASE) -> Iterator[tuple[str, bytes]]:
    """Every file of the site, by its name; DataError when two would share one, on a disk that knows no case, too."""
    if not store.responses():
        raise DataError("the store holds no response", hint="build one first: lgq-graph build FILE -o STORE")
    site, names = Site(store, base), Counter[str]()
    for part in PARTS:
        for name, data in part(site):
            names[name.casefold()] += 1
            if names[name.casefold()] > 1:
                raise DataError("two pages would be one file", place=name)
            yield name, data


def publish(store: Store, folder: str | Path, base: str = BASE) -> int:
    """Write the site into a folder, which it replaces whole or not at all; the number of its files.

    OutputError when the folder holds something that is no site, or cannot be written.
    """
    count = 0
    with replaced_folder(Path(folder), mark="void.ttl") as write:
        for name, data in files_of_site(store, base):
            write(name, data)
            count += 1
    return count
