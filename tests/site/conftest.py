"""The site of the examples."""

from __future__ import annotations

import pytest

from lgq_graph.library import Graph
from lgq_graph.publish.site import files_of_site


@pytest.fixture(scope="session")
def site_files(graph: Graph) -> dict[str, bytes]:
    """Every file of the site of the examples, by its name."""
    return dict(files_of_site(graph.store))
