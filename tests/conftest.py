"""What several tests share: the examples, built once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from lgq_graph.library import Graph, build
from lgq_graph.pipeline import Built

settings.register_profile("untimed", deadline=None)  # no test is judged by the clock of a busy machine
settings.load_profile("untimed")

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


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One browser for all tests: Playwright cannot be begun twice in one process."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="NO DRIVER: pip install playwright")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser
        browser.close()
