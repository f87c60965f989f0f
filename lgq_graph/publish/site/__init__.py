"""The site: the graph as pages that anyone can host, each thing at the path of its IRI with its data beside it.

A part is a function `files(site) -> Iterator[(name, bytes)]`; a new kind of page is a new part in `PARTS`.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

from ...errors import DataError
from ...output import replaced_folder
from ...store import Store
from ...vocabulary import BASE
from . import (
    assets,
    compare,
    examples,
    home,
    hosts,
    lists,
    machines,
    queries,
    resources,
    search,
    sitemap,
    sparql,
)
from .context import Site
from .frame import assets_built

__all__ = ["PARTS", "assets_built", "files_of_site", "publish"]

Part = Callable[[Site], Iterator[tuple[str, bytes]]]

PARTS: tuple[Part, ...] = (
    home.files, resources.files, lists.files, queries.files, compare.files, machines.files, examples.files, search.files, sparql.files,
    assets.files, hosts.files,
)  # fmt: skip


def files_of_site(store: Store, base: str = BASE, jobs: int = 1) -> Iterator[tuple[str, bytes]]:
    """Every file of the site, by its name; DataError when two would share one, on a disk that knows no case, too.

    With `jobs` above 1 a store on disk is read by so many processes. UsageError when the site cannot be served at the address `base`.
    """
    if not store.responses():
        raise DataError("the store holds no response", hint="build one first: lgq-graph build FILE -o STORE")
    site, pages, known = Site(store, base, jobs), list[str](), set[str]()
    hosts.check_address(site.base)
    # the last part lists the pages of all others, and is asked when these have been
    for name, data in chain(*(part(site) for part in PARTS), sitemap.files(site, pages)):
        if (folded := name.casefold()) in known:
            raise DataError("two pages would be one file", place=name)
        known.add(folded)
        if name.endswith("index.html"):
            pages.append(name)
        yield name, data


def publish(store: Store, folder: str | Path, base: str = BASE, jobs: int = 1) -> int:
    """Write the site into a folder, which it replaces whole or not at all; the number of its files.

    OutputError when the folder holds something that is no site, or cannot be written.
    """
    count = 0
    with replaced_folder(Path(folder), mark="void.ttl") as write, _uncollected():
        for name, data in files_of_site(store, base, jobs):
            write(name, data)
            count += 1
    return count


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for objects that hold each other meanwhile: pages are made of none, and it takes a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
