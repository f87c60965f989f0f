"""Networks as files: GEXF and GraphML for Gephi and others, node-link JSON, CSV and Parquet tables of nodes and edges.

The bytes are the same at each writing: no time, no version, everything in order.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Mapping

import networkx as nx

from ..table import Cell, Table
from .projections import Network
from .result import number

__all__ = ["NETWORK_FORMATS", "edges_of", "files_of", "nodes_of"]

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STAMP = re.compile(rb' lastmodifieddate="[^"]*"')


def nodes_of(network: Network) -> Table:
    """The nodes as a table, in order of IRI."""
    rows = [
        tuple(_cell(data[key]) for key in ("iri", "label", "kind", "city"))
        for _, data in sorted(network.nodes(data=True))
    ]
    return Table(f"{network.name}-nodes", ("iri", "label", "kind", "city"), tuple(rows))


def edges_of(network: Network) -> Table:
    """The edges as a table, in order of their ends, with the names of these."""
    names = {iri: data["label"] for iri, data in network.nodes(data=True)}
    rows = [
        (
            source,
            target,
            names[source],
            names[target],
            *(_cell(data[key]) for key in _EDGE),
            _cell(data.get("reciprocal")),
        )
        for source, target, data in sorted(network.edges(data=True), key=lambda edge: edge[:2])
    ]
    columns = ("source", "target", "source_label", "target_label", *_EDGE, "reciprocal")
    return Table(f"{network.name}-edges", columns, tuple(rows))


_EDGE = ("predicate", "weight", "stated", "inferred", "basis", "question")


def _gexf(network: Network) -> bytes:
    out = io.BytesIO()
    nx.write_gexf(_for_xml(network), out, version="1.2draft")
    return _STAMP.sub(b"", out.getvalue())


def _graphml(network: Network) -> bytes:
    out = io.BytesIO()
    nx.write_graphml_xml(_for_xml(network), out)
    return out.getvalue()


def _for_xml(network: Network) -> Network:
    """The network itself, or one without the characters that XML cannot hold, which a label may have."""
    if not any(_NOT_XML.search(data["label"]) for _, data in network.nodes(data=True)):
        return network
    clean = network.copy()
    for _, data in clean.nodes(data=True):
        data["label"] = _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", data["label"])
    return clean


def _json(network: Network) -> bytes:
    data = nx.node_link_data(network, edges="edges")
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


NETWORK_FORMATS: Mapping[str, Callable[[Network], Mapping[str, bytes]]] = {
    "csv": lambda network: {f"-{part}.csv": table.to_csv().encode() for part, table in _tables(network)},
    "gexf": lambda network: {".gexf": _gexf(network)},
    "graphml": lambda network: {".graphml": _graphml(network)},
    "json": lambda network: {".json": _json(network)},
    "parquet": lambda network: {f"-{part}.parquet": table.to_parquet() for part, table in _tables(network)},
}
"""By format: what is written of a network, by the end of the name of the file."""


def files_of(network: Network, format_: str) -> dict[str, bytes]:
    """The files of a network in one format, by name."""
    return {f"{network.name}{end}": data for end, data in NETWORK_FORMATS[format_](network).items()}


def _tables(network: Network) -> list[tuple[str, Table]]:
    return [("nodes", nodes_of(network)), ("edges", edges_of(network))]


def _cell(value: object) -> Cell:
    return number(value) if isinstance(value, float) else value if isinstance(value, str | int) else None
