"""Servers that several tests share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from lgq_graph.library import Graph
from lgq_graph.query import Endpoint, GraphStore
from lgq_graph.remote import Target, push

from .servers import Engine, Small, oxigraph, small, virtuoso

ENGINES = {"oxigraph": oxigraph, "virtuoso": virtuoso}


@pytest.fixture(autouse=True)
def credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who may write to Virtuoso as it is installed; the other server asks for no name."""
    monkeypatch.setenv("LGQ_ENDPOINT_USER", "dba")
    monkeypatch.setenv("LGQ_ENDPOINT_PASSWORD", "dba")
    monkeypatch.delenv("LGQ_ENDPOINT_TIMEOUT", raising=False)


@pytest.fixture(scope="module", params=sorted(ENGINES))
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """A real server, empty at first."""
    with ENGINES[request.param]() as started:
        yield started


@pytest.fixture(scope="module")
def filled(engine: Engine, graph: Graph) -> Engine:
    """The server with the examples, brought there by the Graph Store Protocol."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LGQ_ENDPOINT_USER", "dba")
        patch.setenv("LGQ_ENDPOINT_PASSWORD", "dba")
        done = push(graph.store, Target(Endpoint(engine.query), GraphStore(engine.graph_store)))
    assert {one.what for one in done} <= {"sent", "same"}
    return engine


@pytest.fixture
def server() -> Iterator[Small]:
    """A small server of our own."""
    with small() as started:
        yield started
