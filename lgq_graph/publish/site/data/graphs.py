"""The four graphs of each response: a page of them, one for each name, their triples, and all of it to take away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ....store import PARTS
from ..context import Site
from ..paths import path_of
from .dcat import Listed
from .dumps import Dump, gzipped
from .lines import Response

__all__ = ["HOLDS", "dump_of", "pages"]

HOLDS: Mapping[str, str] = {
    "stated": "What the response states, and nothing else.",
    "inferred": "What rules inferred from the response.",
    "corpus": "The response, its answers and marks, and which answer names what.",
    "claims": "Each statement of the first two as a claim with its evidence, and claims of what is planned or past.",
}
"""What each graph of a response holds, by the last part of its name."""


def dump_of(response: Response) -> tuple[Dump, bytes]:
    """All four graphs of a response as one file."""
    data = gzipped(response.n_quads)
    return Dump.of(
        f"{response.path}.nq.gz", data, "The four graphs of the response", "application/n-quads"
    ), data


def pages(site: Site, response: Response, one: Listed) -> Iterator[tuple[str, bytes]]:
    """The page of a response's graphs, and a page and the N-Triples of each."""
    graphs = [(part, response.graph(part).value, HOLDS[part], len(response.lines[part])) for part in PARTS]
    name = f"{one.city} {one.edition}"
    frame, home = site.frame, path_of(one.iri.value)
    yield frame.page("graphs.html", response.path, f"Graphs of {name}", crumbs=(("Data", "data"),), response=home, name=name, graphs=graphs, dump=one.dumps[0])  # fmt: skip
    for graph in graphs:
        path = f"{response.path}/{graph[0]}"
        crumbs = (("Data", "data"), (f"Graphs of {name}", response.path))
        yield frame.page("graph.html", path, f"Graph “{graph[0]}” of {name}", crumbs=crumbs, response=home, name=name, graph=graph)  # fmt: skip
        yield f"{path}.nt", b"".join(response.lines[graph[0]])
