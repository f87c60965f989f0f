"""What several tests of the server share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from lgq_graph.library import Graph

from .serving import Running, running

pytest.importorskip("uvicorn", reason="NO SERVER: pip install 'lgq-graph[serve]'")

LITTLE_TIME = 3


@pytest.fixture(scope="session")
def store_folder(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the examples on disk."""
    folder = tmp_path_factory.mktemp("serve") / "store"
    store = ox.Store(str(folder))
    store.bulk_extend(graph.store.quads())
    store.flush()
    return folder


@pytest.fixture(scope="session")
def server(store_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A server of the examples, with their site, and little patience."""
    with running(store_folder, tmp_path_factory.mktemp("log"), "--timeout", str(LITTLE_TIME), "--size", "8") as one:
        yield one
