"""What several tests of the server share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from lgq_graph.library import Graph
from lgq_graph.publish.site import assets, sparql
from lgq_graph.publish.site.context import Site
from lgq_graph.vocabulary import BASE

from ..site.servers import small_site, write
from .serving import Running, running

pytest.importorskip("uvicorn", reason="NO SERVER: pip install 'lgq-graph[serve]'")

LITTLE_TIME = 2


def on_disk(quads: Iterator[ox.Quad], folder: Path) -> Path:
    """A store of some quads in a folder."""
    store = ox.Store(str(folder))
    store.bulk_extend(quads)
    store.flush()
    return folder


@pytest.fixture(scope="session")
def store_folder(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the examples on disk."""
    return on_disk(graph.store.quads(), tmp_path_factory.mktemp("serve") / "store")


@pytest.fixture(scope="session")
def small_folder(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few files of the site, and what its SPARQL page needs."""
    folder, site = tmp_path_factory.mktemp("serve") / "site", Site(graph.store, BASE)
    write(folder, {**small_site(graph.store, BASE), **dict(assets.files(site)), **dict(sparql.files(site))})
    write(folder, dict(site.frame.own_files()))
    write(folder, {"long.txt": b"words " * 5000, ".secret": b"secret", "_headers": b"secret"})
    return folder


@pytest.fixture(scope="session")
def server(
    store_folder: Path, small_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Running]:
    """A server of the examples, with little patience."""
    limits = ("--timeout", str(LITTLE_TIME), "--size", "4", "--rows", "10000", "--memory", "512")
    with running(store_folder, tmp_path_factory.mktemp("log"), "--site", str(small_folder), *limits) as one:
        yield one
