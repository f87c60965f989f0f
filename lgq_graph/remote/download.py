"""From an endpoint into memory, for what reads whole graphs."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad

from ..errors import DataError
from ..query import Endpoint
from ..store import Store, Stored, is_graph_of_ours, response_graphs

__all__ = ["download"]


def download(endpoint: Endpoint, response: Stored | None = None) -> Store:
    """A store in memory with the graphs of ours that an endpoint holds; of the responses all, or one.

    Graphs of others stay where they are. Each graph is counted there first: DataError when fewer triples come, or none is there.
    """
    wanted = None if response is None else response_graphs(response.city, response.edition)
    counts = endpoint.counts(wanted)
    names = sorted((name for name in counts if is_graph_of_ours(name)), key=str)
    if not names:
        raise DataError(
            "the endpoint holds no graph of ours", file=endpoint.url, hint="fill it first: lgq-graph push --store STORE --endpoint URL"
        )  # fmt: skip
    store = Store()
    store.load_ontology()
    for name in names:
        store.replace_graph(name, _quads(endpoint, name, counts[name]))
    return store


def _quads(endpoint: Endpoint, name: NamedNode, count: int) -> Iterable[Quad]:
    triples = endpoint.triples(name)
    if len(set(triples)) != count:
        raise DataError(
            f"the endpoint counts {count} triples in {name} and sent {len(triples)}", file=endpoint.url,
            hint="it cuts answers off, or is being written to",
        )  # fmt: skip
    return [Quad(t.subject, t.predicate, t.object, name) for t in triples]
