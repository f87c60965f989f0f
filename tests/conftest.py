"""What several tests share: the examples, built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from lgq_graph.library import Graph, build
from lgq_graph.pipeline import Built

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
SHARED = ROOT.parent / "shared"
REAL = sorted((SHARED / "responses").glob("*.txt")) if SHARED.is_dir() else []


@pytest.fixture(scope="session")
def graph() -> Graph:
    """The graph of the examples, in memory, checked against its shapes."""
    return build([EXAMPLES])


@pytest.fixture(scope="session")
def built(graph: Graph) -> tuple[Built, ...]:
    """The responses of the examples with everything that was made of them."""
    return graph.built
