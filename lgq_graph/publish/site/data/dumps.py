"""Files to take away: the whole graph in three formats, compressed, its tables and its networks, each with its checksum."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from ....analyse import PROJECTIONS, network_files
from ....query import catalogue
from ....resources import resource
from ....store import Store
from ... import jsonld, turtle
from ...select import n_quads, sorted_lines
from ..context import Site
from .lines import Response, reference_graphs

__all__ = ["Dump", "Squeezed", "Whole", "gzipped", "networks", "tables"]

_LEVEL = 6


@dataclass(frozen=True, slots=True)
class Dump:
    """A file to take away: its name on the site, what it holds, its media type (without the compression), size and SHA-256."""

    name: str
    title: str
    media: str
    size: int
    sha256: str

    @classmethod
    def of(cls, name: str, data: bytes, title: str, media: str) -> Dump:
        """The facts of a file."""
        return cls(name, title, media, len(data), hashlib.sha256(data).hexdigest())

    @property
    def gzip(self) -> bool:
        """Whether it is compressed."""
        return self.name.endswith(".gz")


Made = Iterator[tuple[Dump, bytes]]


class Squeezed:
    """A gzip file in the making: one member, as browsers want it, without time or name, so that it is the same each time."""

    def __init__(self) -> None:
        self._squeeze = zlib.compressobj(_LEVEL, zlib.DEFLATED, zlib.MAX_WBITS | 16)
        self._done: list[bytes] = []

    def write(self, data: bytes) -> None:
        """Add some bytes."""
        self._done.append(self._squeeze.compress(data))

    def close(self) -> bytes:
        """The whole file."""
        return b"".join([*self._done, self._squeeze.flush()])


def gzipped(data: bytes) -> bytes:
    """Bytes as a gzip file."""
    squeezed = Squeezed()
    squeezed.write(data)
    return squeezed.close()


class Whole:
    """The dumps of the whole graph, filled response by response, so that never more than one is held uncompressed."""

    def __init__(self, store: Store) -> None:
        self._quads, self._stated, self._inferred, self._json = (Squeezed() for _ in range(4))
        self._between = f'{{"@context": {json.dumps(jsonld.CONTEXT)}, "@graph": [\n'
        for graph in reference_graphs(store):
            self._quads.write(b"".join(n_quads(sorted_lines(store, graph), graph)))

    def add(self, response: Response) -> None:
        """Add a response to each of them."""
        self._quads.write(response.n_quads)
        both = turtle.files(response.selection)
        self._stated.write(both["lgq.ttl"])
        self._inferred.write(both["lgq-inferred.ttl"])
        for graph in jsonld.graphs(response.selection):
            self._json.write(f"{self._between}{json.dumps(graph, ensure_ascii=False)}".encode())
            self._between = ",\n"

    def close(self) -> Made:
        """The files."""
        self._json.write(b"\n]}\n")
        for name, squeezed, title, media in (
            ("lgq.nq.gz", self._quads, "Everything: all responses in their named graphs, the ontology, the code lists, the goals, the questionnaire", "application/n-quads"),
            ("lgq.ttl.gz", self._stated, "What responses state, their answers, and the claims with their evidence", "text/turtle"),
            ("lgq-inferred.ttl.gz", self._inferred, "What rules inferred from responses", "text/turtle"),
            ("lgq.jsonld.gz", self._json, "All responses in their named graphs", "application/ld+json"),
        ):  # fmt: skip
            data = squeezed.close()
            yield Dump.of(f"data/{name}", data, title, media), data
        data = resource("ontology", "context.jsonld").read_bytes()
        yield (
            Dump.of("context.jsonld", data, "The context that the JSON-LD names", "application/ld+json"),
            data,
        )


def tables(site: Site) -> Made:
    """The tables of the catalogue as CSV."""
    for query in catalogue():
        if "table" in query.tags:
            data = site.table(query.name).to_csv().encode()
            yield Dump.of(f"data/{query.name}.csv", data, query.summary, "text/csv"), data


def networks(site: Site) -> Made:
    """The networks of `lgq_graph.analyse` as GEXF and GraphML."""
    for projection, make in sorted(PROJECTIONS.items()):
        network, title = make(site.analysis.facts), _first_sentence(make.__doc__ or projection)
        for format_ in ("gexf", "graphml"):
            for name, data in network_files(network, format_).items():
                yield Dump.of(f"data/networks/{name}", data, title, "application/xml"), data


def _first_sentence(text: str) -> str:
    """What a projection says of itself, before its technical part, on one line."""
    return " ".join(text.split()).partition(":")[0].rstrip(".")
