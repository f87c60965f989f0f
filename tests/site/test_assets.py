"""The built scripts: published with their licences when they are there, and the site goes on without them."""

from __future__ import annotations

from pathlib import Path

import pytest

from lgq_graph.library import Graph
from lgq_graph.publish.site import assets, frame
from lgq_graph.publish.site.context import Site
from lgq_graph.vocabulary import BASE


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty place for the built scripts."""
    monkeypatch.setattr(frame, "ASSETS", tmp_path)
    monkeypatch.setattr(assets, "ASSETS", tmp_path)
    return tmp_path


def test_a_site_without_them_has_no_folder_for_them(graph: Graph, folder: Path) -> None:
    assert not frame.assets_built()
    assert list(assets.files(Site(graph.store, BASE))) == []


def test_they_count_as_built_when_the_last_file_is_there(folder: Path) -> None:
    (folder / "search.js").write_text("1")
    assert not frame.assets_built()
    (folder / "LICENSES.txt").write_text("MIT")
    assert frame.assets_built()


def test_all_of_them_are_published(graph: Graph, folder: Path) -> None:
    for name in ("search.js", "LICENSES.txt", "oxigraph.wasm"):
        (folder / name).write_bytes(name.encode())
    published = dict(assets.files(Site(graph.store, BASE)))
    assert list(published) == ["assets/LICENSES.txt", "assets/oxigraph.wasm", "assets/search.js"]
    assert published["assets/search.js"] == b"search.js"


@pytest.mark.skipif(not frame.assets_built(), reason="NOT BUILT: run `make assets`")
def test_every_library_in_them_is_named_with_its_licence() -> None:
    text = (frame.ASSETS / "LICENSES.txt").read_text(encoding="utf-8")
    for library in ("@zazuko/yasqe", "codemirror", "cytoscape", "minisearch", "oxigraph"):
        assert f"\n{library} " in text
    for script in ("sparql.js", "graph.js", "search.js"):
        assert "sourceMappingURL" not in (frame.ASSETS / script).read_text(encoding="utf-8")
