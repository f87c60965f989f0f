"""Networks as files: each is read back by another reader, says the same, and has the same bytes at each writing."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import networkx as nx
import pandas
import polars
import pytest
from lxml import etree

from lgq_graph.analyse import PROJECTIONS, Analysis, edges_of, network_files, nodes_of
from lgq_graph.analyse.formats import NETWORK_FORMATS
from lgq_graph.analyse.projections import Network
from lgq_graph.cli_analyse import NetworkFormat
from lgq_graph.library import Graph
from lgq_graph.table import Table

SCHEMA = Path(__file__).parents[1] / "data" / "gexf-1.2.xsd"


@pytest.fixture(scope="module")
def analysis(graph: Graph) -> Analysis:
    """Of the examples."""
    return graph.analysis()


@pytest.fixture(params=sorted(PROJECTIONS))
def network(request: pytest.FixtureRequest, analysis: Analysis) -> Network:
    """Each projection of the examples."""
    return analysis.network(request.param)


def the_file(network: Network, format_: str) -> bytes:
    (data,) = network_files(network, format_).values()
    return data


def same(network: Network, other: Network) -> None:
    assert nx.is_directed(other) == nx.is_directed(network)
    assert dict(other.nodes(data="label")) == dict(network.nodes(data="label"))
    assert {frozenset(edge) if not nx.is_directed(network) else edge for edge in other.edges} == {
        frozenset(edge) if not nx.is_directed(network) else edge for edge in network.edges
    }
    for a, b, data in network.edges(data=True):
        assert {key: other.edges[a, b][key] for key in data} == data


def test_gexf(network: Network) -> None:
    """NetworkX reads it back, names, weights and all; it fits the schema of GEXF 1.2."""
    data = the_file(network, "gexf")
    same(network, nx.read_gexf(io.BytesIO(data)))
    etree.XMLSchema(etree.parse(SCHEMA)).assertValid(etree.fromstring(data))


def test_graphml(network: Network) -> None:
    """NetworkX reads it back."""
    same(network, nx.read_graphml(io.BytesIO(the_file(network, "graphml"))))


def test_node_link_json(network: Network) -> None:
    """NetworkX reads it back."""
    same(network, nx.node_link_graph(json.loads(the_file(network, "json")), edges="edges"))


def test_tables_of_nodes_and_edges(network: Network) -> None:
    """The CSV has a row for each; Parquet gives pandas and polars the same table."""
    tables: dict[str, Table] = {"nodes": nodes_of(network), "edges": edges_of(network)}
    assert (len(tables["nodes"]), len(tables["edges"])) == (len(network), network.number_of_edges())
    for part, table in tables.items():
        text = network_files(network, "csv")[f"{network.name}-{part}.csv"].decode()
        assert len(list(csv.reader(io.StringIO(text)))) == len(table) + 1
        data = network_files(network, "parquet")[f"{network.name}-{part}.parquet"]
        frame = pandas.read_parquet(io.BytesIO(data))
        assert (list(frame.columns), len(frame)) == (list(table.columns), len(table))
        assert polars.read_parquet(io.BytesIO(data)).equals(table.to_polars())


@pytest.mark.parametrize("format_", sorted(NETWORK_FORMATS))
def test_the_same_bytes_at_each_writing(analysis: Analysis, format_: str) -> None:
    """No time and no version of a tool is in them."""
    for name in PROJECTIONS:
        assert network_files(analysis.network(name), format_) == network_files(
            analysis.network(name), format_
        )


def test_tables_keep_their_types(analysis: Analysis) -> None:
    """Numbers are numbers in polars and Parquet, as in pandas."""
    table = analysis.measure("theme-breadth")
    assert table.to_polars().schema["breadth"] == polars.Int64
    assert table.to_polars().schema["depth"] == polars.Float64
    assert pandas.read_parquet(io.BytesIO(table.to_parquet()))["depth"].tolist() == [2.1, 2.5556]


@pytest.mark.parametrize("format_", ["gexf", "graphml"])
def test_a_label_with_what_xml_cannot_hold_is_written(analysis: Analysis, format_: str) -> None:
    """A control character or half of a pair becomes the sign for what cannot be shown; the network itself stays."""
    network = analysis.network("city-goals")
    node = next(iter(network))
    network.nodes[node]["label"] = "a\x00b\x1bc\uffffd & <e>"
    root = etree.fromstring(the_file(network, format_))
    assert "a\ufffdb\ufffdc\ufffdd & <e>" in {*root.xpath("//@label"), *root.xpath("//text()")}
    assert network.nodes[node]["label"].startswith("a\x00")


def test_the_command_offers_every_format() -> None:
    """It names them itself, so that NetworkX need not be loaded for its help."""
    assert [format_.value for format_ in NetworkFormat] == sorted(NETWORK_FORMATS)
