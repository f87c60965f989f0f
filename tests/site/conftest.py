"""What several tests of the site share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, Quad

from lgq_graph.library import Graph
from lgq_graph.publish.site import files_of_site
from lgq_graph.publish.site.context import Site
from lgq_graph.store import Store, response_graphs
from lgq_graph.vocabulary import BASE

from .browser import serving


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
def renamed(graph: Graph) -> Callable[[dict[str, str]], Site]:
    """The site of the examples with some words, where they are a whole literal, put in the place of others."""

    def made(names: dict[str, str]) -> Site:
        store = Store()
        store.load_ontology()
        for held in graph.responses():
            graphs = response_graphs(held.city, held.edition)
            quads = (_renamed(quad, names) for name in graphs for quad in graph.store.quads(name))
            store.replace(quads, held.city, held.edition)
        return Site(store, BASE)

    return made


def _renamed(quad: Quad, names: dict[str, str]) -> Quad:
    value = quad.object
    if not isinstance(value, Literal) or value.value not in names:
        return quad
    new = (
        Literal(names[value.value], language=value.language)
        if value.language
        else Literal(names[value.value])
    )
    return Quad(quad.subject, quad.predicate, new, quad.graph_name)
