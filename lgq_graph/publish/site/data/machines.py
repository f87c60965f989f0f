"""What machines read: dumps, VoID, the catalogue, and the pages that tell of them; the store is read once for all of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from pyoxigraph import NamedNode

from ....vocabulary import BASE, lgq
from ...select import sorted_lines
from ..context import Site
from ..withdrawn import withdrawals
from . import graphs, ontology
from .card import dataset_card
from .dcat import Listed, catalogue_description
from .dumps import Dump, Whole, networks, tables
from .lines import Response, reference_graphs
from .statistics import Statistics
from .void import DATASET, LICENCE, SUMMARY, TITLE, void_description

__all__ = ["files"]


def files(site: Site) -> Iterator[tuple[str, bytes]]:
    """`graph/`, `data/` with its page, `context.jsonld`, `void.ttl`, `.well-known/void`, and `ontology/`."""
    counts, reference, whole = Statistics(), Statistics(), Whole(site.store)
    reference.add([sorted_lines(site.store, graph) for graph in reference_graphs(site.store)])
    listed: list[Listed] = []
    for response in Response.all(site.store):
        counts.add_response(response)
        whole.add(response)
        dump, data = graphs.dump_of(response)
        listed.append(_listed(site, response, dump))
        yield dump.name, data
        yield from graphs.pages(site, response, listed[-1])
    dumps: list[Dump] = []
    for dump, data in chain(whole.close(), tables(site), networks(site)):
        dumps.append(dump)
        yield dump.name, data
    yield "data/SHA256SUMS", _sums(dumps)
    yield from _descriptions(site, counts, reference, dumps, listed)
    yield _page(site, counts, dumps, listed)
    yield from ontology.files(site, counts, reference)


def _listed(site: Site, response: Response, dump: Dump) -> Listed:
    city = response.facts.get(lgq.city.value)
    name = site.labels.get(city.value) if isinstance(city, NamedNode) else None
    return Listed(response.iri, response.path, name or response.stored.city, response.facts, (dump,))


def _sums(dumps: list[Dump]) -> bytes:
    """The checksums of `data/`, as `sha256sum --check` reads them there."""
    lines = (f"{d.sha256}  {d.name.removeprefix('data/')}\n" for d in dumps if d.name.startswith("data/"))
    return "".join(lines).encode()


def _descriptions(
    site: Site, counts: Statistics, reference: Statistics, dumps: list[Dump], listed: list[Listed]
) -> Iterator[tuple[str, bytes]]:
    void = void_description(site.base, counts, reference, dumps, _examples(site, listed)).turtle()
    yield "void.ttl", void
    yield ".well-known/void", void
    catalogue = catalogue_description(site.base, dumps, listed)
    withdrawals(catalogue, site.store.withdrawn)
    for name, data in catalogue.twins("data"):
        yield name, data
        yield name.replace("data", "data/catalogue"), data


def _examples(site: Site, listed: list[Listed]) -> list[NamedNode]:
    """A response, its city, and a service, to look at."""
    service = min(
        (iri for iri in site.labels if "/service/" in iri and iri.startswith(f"{BASE}id/")), default=None
    )
    first = [thing for one in listed[:1] for thing in (one.iri, one.facts.get(lgq.city.value))]
    return [thing for thing in (*first, service and NamedNode(service)) if isinstance(thing, NamedNode)]


def _page(site: Site, counts: Statistics, dumps: list[Dump], listed: list[Listed]) -> tuple[str, bytes]:
    groups = (
        ("lgq", "The whole graph", [d for d in dumps if d.name.startswith(("data/lgq", "context"))]),
        ("tables", "Tables", [d for d in dumps if d.media == "text/csv"]),
        ("networks", "Networks", [d for d in dumps if d.name.startswith("data/networks/")]),
    )
    return site.frame.page(
        "data.html", "data", "Data", twins=True, linked=dataset_card(site.base, counts, dumps, listed), groups=groups, listed=listed, counts=counts, licence=LICENCE.value, dataset=DATASET.value, about=TITLE, summary=SUMMARY,
        years=sorted({one.edition for one in listed}), size=_size,
    )  # fmt: skip


def _size(size: int) -> str:
    """A size for people, on one line: `812 bytes`, `3.4 MB`."""
    for unit, bytes_ in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if size >= bytes_:
            return f"{size / bytes_:.1f}\N{NO-BREAK SPACE}{unit}"
    return f"{size}\N{NO-BREAK SPACE}bytes"
