"""Exports: every format holds the same statements, and twice the same bytes."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from pyld import jsonld

from lgq_graph.errors import DataError, OutputError, UsageError
from lgq_graph.library import Graph
from lgq_graph.output import write_whole
from lgq_graph.pipeline import Built
from lgq_graph.publish import FORMATS, files_of
from lgq_graph.store import Store

from .conftest import EXAMPLES, ROOT


@pytest.fixture(scope="module")
def files(graph: Graph) -> dict[str, bytes]:
    """All exports of the examples."""
    return files_of(graph.store)


def test_n_quads_and_trig_hold_the_same(files: dict[str, bytes]) -> None:
    """The two dataset formats parse to the same quads."""
    quads = set(ox.parse(files["lgq.nq"], format=ox.RdfFormat.N_QUADS))
    assert quads == set(ox.parse(files["lgq.trig"], format=ox.RdfFormat.TRIG))
    assert len(quads) == files["lgq.nq"].count(b"\n")


def test_turtle_and_n_triples_hold_the_same(files: dict[str, bytes]) -> None:
    """The two triple formats agree, file by file."""
    for turtle, triples in (("lgq.ttl", "lgq.nt"), ("lgq-inferred.ttl", "lgq-inferred.nt")):
        assert set(ox.parse(files[turtle], format=ox.RdfFormat.TURTLE)) == set(
            ox.parse(files[triples], format=ox.RdfFormat.N_TRIPLES)
        )


def test_inferred_statements_have_files_of_their_own(built: tuple[Built, ...]) -> None:
    """A statement that a rule made of a response is not in the file of what that response states."""
    for response in built:
        store = Store()
        store.replace(response.quads, response.city, response.response.edition)
        found = files_of(store, ["ntriples"])
        stated, inferred = (set(found[name].splitlines()) for name in ("lgq.nt", "lgq-inferred.nt"))
        assert inferred
        assert not stated & inferred


def test_json_ld_expands_to_the_same_dataset(files: dict[str, bytes]) -> None:
    """With the context beside it, and nothing fetched."""
    document = json.loads(files["lgq.jsonld"])
    document["@context"] = json.loads(files["context.jsonld"])["@context"]
    expanded = jsonld.expand(document)
    again = ox.parse(json.dumps(expanded).encode(), format=ox.RdfFormat.JSON_LD)
    assert set(again) == set(ox.parse(files["lgq.nq"], format=ox.RdfFormat.N_QUADS))


@pytest.mark.parametrize("seed", ["0", "random"])
def test_two_builds_give_the_same_bytes(seed: str, files: dict[str, bytes]) -> None:
    """Under any hash seed, in a new process."""
    code = (
        "import sys, hashlib; from lgq_graph.library import build; from lgq_graph.publish import files_of;"
        "f = files_of(build([sys.argv[1]]).store); print(hashlib.sha256(b''.join(f[k] for k in sorted(f))).hexdigest())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(EXAMPLES)],
        env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == hashlib.sha256(b"".join(files[name] for name in sorted(files))).hexdigest()


def test_the_manifest_tells_the_truth(graph: Graph, tmp_path: Path) -> None:
    """Size and SHA-256 of every file that was written."""
    graph.export(tmp_path, ["csv", "turtle"])
    told = json.loads((tmp_path / "MANIFEST.json").read_bytes())["files"]
    assert set(told) == {path.name for path in tmp_path.iterdir()} - {"MANIFEST.json"}
    for name, entry in told.items():
        data = (tmp_path / name).read_bytes()
        assert (entry["bytes"], entry["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())


def test_exports_in_the_repository_are_those_of_the_examples(files: dict[str, bytes]) -> None:
    """`make exports` would change nothing."""
    for name, data in files.items():
        assert (ROOT / "exports" / name).read_bytes() == data, f"run `make exports`: {name} differs"


def test_a_write_that_fails_leaves_nothing(tmp_path: Path) -> None:
    """No file appears when one of them cannot be written."""
    with pytest.raises(OutputError):
        write_whole(tmp_path, {"good.txt": b"x", "no/such/folder.txt": b"y"})
    assert not list(tmp_path.iterdir())


def test_what_cannot_be_exported_is_said(graph: Graph) -> None:
    """An unknown format, and a store without a response."""
    with pytest.raises(UsageError, match="no format"):
        files_of(graph.store, ["word"])
    with pytest.raises(DataError, match="no response"):
        files_of(Store(), list(FORMATS))


@pytest.mark.parametrize(
    ("name", "format_"), [("lgq-inferred.ttl", "turtle"), ("lgq-inferred.nt", "nt"), ("lgq.trig", "trig")]
)
def test_rdflib_reads_the_same(files: dict[str, bytes], name: str, format_: str) -> None:
    """Another parser counts as many statements as lines of N-Quads or N-Triples."""
    data = rdflib.Dataset()
    data.parse(data=files[name], format=format_)
    lines = files["lgq.nq" if name == "lgq.trig" else "lgq-inferred.nt"]
    assert len(list(data.quads())) == lines.count(b"\n") > 100


def test_a_write_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    """The files of the last export stay as they were."""
    write_whole(tmp_path, {"good.txt": b"old"})
    with pytest.raises(OutputError):
        write_whole(tmp_path, {"good.txt": b"new", "no/such/folder.txt": b"y"})
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("good.txt", b"old")]
