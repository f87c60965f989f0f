"""The site: the graph as pages that anyone can host, each thing at the path of its IRI with its data beside it.

A part is a function `files(site) -> Iterator[(name, bytes)]`; a new kind of page is a new part in `PARTS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from itertools import chain
from pathlib import Path

from ...errors import DataError
from ...output import beside, replaced_folder
from ...parallel import meanwhile, without_collector
from ...store import Store, fits_in_memory
from ...vocabulary import BASE
from . import assets, home, hosts, search, sitemap, sparql, withdrawn
from .context import Site
from .data import examples, machines
from .frame import assets_built
from .sitemap import base_of
from .tables import compare, lists, queries
from .things import resources

__all__ = ["PARTS", "SUMS", "assets_built", "base_of", "files_of_site", "publish"]

Part = Callable[[Site], Iterator[tuple[str, bytes]]]

PARTS: tuple[Part, ...] = (
    resources.files, withdrawn.files, home.files, lists.files, queries.files, compare.files, machines.files, examples.files, search.files, sparql.files,
    assets.files, hosts.files,
)  # fmt: skip

SUMS = "SHA256SUMS"
"""The checksums of all other files, as `sha256sum --check` reads them in the folder of the site."""


def files_of_site(store: Store, base: str = BASE, jobs: int = 1) -> Iterator[tuple[str, bytes]]:
    """Every file of the site, by its name; DataError when two would share one, on a disk that knows no case, too.

    With `jobs` above 1 a store on disk is read by so many processes, and one beside them. UsageError when the site cannot be served at the address `base`.
    """
    if not store.responses() and not store.withdrawn:
        raise DataError("the store holds no response", hint="build one first: lgq-graph build FILE -o STORE")
    site, pages, known, sums = Site(store, base, jobs), list[str](), set[str](), dict[str, str]()
    hosts.check_address(site.base)
    # the last part lists the pages of all others, and is asked when these have been
    for name, data in chain(_of_parts(site), sitemap.files(site, pages)):
        if (folded := name.casefold()) in known:
            raise DataError("two pages would be one file", place=name)
        known.add(folded)
        if name.endswith("index.html"):
            pages.append(name)
        sums[name] = sha256(data).hexdigest()
        yield name, data
    yield SUMS, "".join(f"{sums[name]}  {name}\n" for name in sorted(sums)).encode()


def _of_parts(site: Site) -> Iterator[tuple[str, bytes]]:
    """The files of all parts; with several jobs the pages of things are made in some processes, the others meanwhile in one."""
    if site.jobs < 2 or site.store.path is None:
        yield from _made(PARTS, site.store, site.base)
        return
    first, *others = PARTS
    with (
        beside(site.store.path) as folder,
        meanwhile(folder / "files", _made_elsewhere, others, site.store.place, site.base) as made,
    ):
        yield from first(site)
        yield from made


def _made_elsewhere(parts: Sequence[Part], store: Path, base: str) -> Iterator[tuple[str, bytes]]:
    with without_collector():
        yield from _made(parts, Store.read_only(store), base)


def _made(parts: Sequence[Part], store: Store, base: str) -> Iterator[tuple[str, bytes]]:
    site = Site(store.in_memory() if store.path and fits_in_memory(store) else store, base)
    return chain.from_iterable(part(site) for part in parts)


def publish(store: Store, folder: str | Path, base: str = BASE, jobs: int = 1) -> int:
    """Write the site into a folder, which it replaces whole or not at all; the number of its files.

    OutputError when the folder holds something that is no site, or cannot be written.
    """
    count = 0
    with replaced_folder(Path(folder), mark="void.ttl") as write, without_collector():
        for name, data in files_of_site(store, base, jobs):
            write(name, data)
            count += 1
    return count
