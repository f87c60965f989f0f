"""The site of the examples."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lgq_graph.library import Graph
from lgq_graph.publish.site import files_of_site

from .browser import CHROMIUM, serving


@pytest.fixture(scope="session")
def site_files(graph: Graph) -> dict[str, bytes]:
    """Every file of the site of the examples, by its name."""
    return dict(files_of_site(graph.store))


@pytest.fixture(scope="session")
def site_folder(site_files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site in a folder."""
    root = tmp_path_factory.mktemp("site")
    for name, data in site_files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    return root


@pytest.fixture(scope="session")
def served(site_folder: Path) -> Iterator[str]:
    """The address of the site."""
    with serving(site_folder) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One browser for all tests."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="NO DRIVER: pip install playwright")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield browser
        browser.close()
