"""Parts: what each response is of a graph, whoever makes it; and a store that is filled with them whole or not at all."""

from __future__ import annotations

import gzip
import json
import os
import sys
import tracemalloc
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from lgq_graph.errors import DataError, InputError, LgqError, OutputError
from lgq_graph.library import build
from lgq_graph.parallel import one_by_one
from lgq_graph.parts import Part, Parts, outcomes, task_of, work
from lgq_graph.publish import files_of
from lgq_graph.store import Store, Stored, written
from lgq_graph.store.text import deletion, ontology_quads

from .conftest import EXAMPLES

TAMPERE, MEDELLIN = EXAMPLES / "tampere-2022.txt", EXAMPLES / "medellin-2022.txt"
TABLE = EXAMPLES / "formats" / "responses-2022.csv"
KEY = Stored("fi-tampere", "2022")


@pytest.fixture(scope="module")
def part() -> Part:
    """The part of Tampere."""
    made = work(task_of(TAMPERE, None, check=True, keep=False))
    assert isinstance(made, Part)
    return made


def tables(store: Store) -> bytes:
    """All that a store holds, as bytes to compare."""
    return files_of(store, ["nquads"])["lgq.nq"]


# --- building in several processes --------------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_file_may_have_a_name_that_is_not_utf_8(tmp_path: Path) -> None:
    """It is built as under any other name, also by another process, and no part tells the name."""
    text = (EXAMPLES / "tampere-2022.txt").read_bytes()
    found = []
    for place, name in enumerate((b"answers.txt", b"answers-\xff.txt")):
        source = tmp_path / os.fsdecode(name)
        source.write_bytes(text)
        folder = tmp_path / f"parts-{place}"
        build([source], store=tmp_path / f"store-{place}", jobs=2, parts=folder).store.close()
        found.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert found[0] == found[1]
    assert "MANIFEST.json" in found[0]


def test_two_processes_build_what_one_does(tmp_path: Path) -> None:
    """The parts, their manifest, the store, the summary and what is told of faults; a file of several responses is shared out."""
    (tmp_path / "notes.txt").write_text("Minutes of a meeting.", encoding="utf-8")
    found: list[Any] = []
    for jobs in (1, 2):
        told: list[LgqError] = []
        folder = tmp_path / f"parts-{jobs}"
        with build([TABLE, tmp_path / "notes.txt", tmp_path / "gone.txt"], store=tmp_path / f"store-{jobs}",
                   jobs=jobs, parts=folder, on_error=told.append) as graph:  # fmt: skip
            files = {path.name: path.read_bytes() for path in folder.iterdir()}
            found.append(
                (files, tables(graph.store), graph.summary(), graph.receipts, [f"{e} {e.hint}" for e in told])
            )
    assert found[0] == found[1]
    assert len(found[0][0]) == 3
    assert len(found[0][4]) == 2


def test_a_graph_in_memory_has_what_was_made(tmp_path: Path) -> None:
    """Also by other processes, quads and all; one on disk has the receipts alone."""
    with build([TAMPERE], check=False) as alone, build([TAMPERE], check=False, jobs=2) as graph:
        assert graph.built == alone.built
        assert graph.receipts == alone.receipts
        assert len(graph.built[0].quads) == graph.receipts[0].quads > 5000
    with build([TAMPERE], check=False, store=tmp_path / "graph") as graph:
        assert graph.built == ()
        assert graph.receipts == alone.receipts


# --- parts --------------------------------------------------------------------------------------------------------


def test_a_part_is_sorted_nquads(part: Part) -> None:
    """Canonical, with their number and hash; the manifest tells these too."""
    data = gzip.decompress(part.packed)
    lines = data.decode().splitlines()
    assert lines == sorted(lines)
    assert len(lines) == part.receipt.quads
    assert sha256(data).hexdigest() == part.sha256
    assert list(ox.parse(data, format=ox.RdfFormat.N_QUADS))


def test_the_manifest_lists_the_parts(part: Part, tmp_path: Path) -> None:
    """Who made them of what, and how much it is."""
    parts = Parts(tmp_path)
    parts.add(part)
    assert [receipt.key for receipt in parts.settle(pytest.fail)] == [KEY]
    manifest = json.loads((tmp_path / "MANIFEST.json").read_text(encoding="utf-8"))
    (row,) = manifest["parts"]
    assert "lgq-graph" in manifest["maker"]
    assert (tmp_path / row["file"]).is_file()
    assert (row["quads"], row["sha256"]) == (part.receipt.quads, part.sha256)
    assert "source" not in row, "a file's name may be a person's"
    assert sha256(parts.data(KEY)).hexdigest() == row["sha256"]


def test_a_part_that_was_damaged_is_refused(part: Part, tmp_path: Path) -> None:
    """DataError that names its file."""
    parts = Parts(tmp_path)
    parts.add(part)
    parts.file(KEY).write_bytes(gzip.compress(b"<a:a> <a:b> <a:c> .\n"))
    with pytest.raises(DataError, match="damaged"):
        parts.data(KEY)


def test_of_two_responses_of_a_city_no_part_stays(part: Part, tmp_path: Path) -> None:
    """Whatever the order, and however often one comes."""
    parts = Parts(tmp_path)
    for _ in range(3):
        parts.add(part)
    told: list[LgqError] = []
    assert parts.settle(told.append) == ()
    assert [error.message for error in told] == ["3 responses of Tampere to the edition 2022"]
    assert [path.name for path in tmp_path.iterdir()] == ["MANIFEST.json"]


def test_a_file_of_several_responses_gives_a_task_for_each() -> None:
    """Each is a part of its own, in their order."""
    task = task_of(TABLE, None, check=False, keep=False)
    several = work(task)
    assert isinstance(several, tuple)
    assert len(several) == 2
    made = list(outcomes(one_by_one, [task]))
    assert [one.receipt.name for one in made if isinstance(one, Part)] == ["Tampere", "Medellín"]


def test_what_cannot_be_fetched_is_an_outcome(tmp_path: Path) -> None:
    """The error of a task is its result."""
    (found,) = outcomes(one_by_one, [task_of(tmp_path / "gone.txt", None, check=False, keep=False)])
    assert isinstance(found, InputError)


def test_a_folder_of_parts_must_be_free(tmp_path: Path) -> None:
    """OutputError before anything is read; nothing in it changes."""
    (tmp_path / "letter.doc").write_text("x", encoding="utf-8")
    with pytest.raises(OutputError, match="holds something"):
        build([TAMPERE], parts=tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.doc"]


# --- a store from parts -------------------------------------------------------------------------------------------


def test_a_store_that_cannot_be_filled_is_not_there(part: Part, tmp_path: Path) -> None:
    """A fault in the last response leaves no folder, and nothing beside it."""

    def broken() -> bytes:
        raise DataError("a part was damaged on its way")

    data = gzip.decompress(part.packed)
    with pytest.raises(DataError):
        written(tmp_path / "deep" / "graph", {KEY: lambda: data, Stored("xx-other", "2022"): broken})
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_is_taken(part: Part, tmp_path: Path) -> None:
    """It keeps who may do what with it, and nothing is left beside it."""
    place = tmp_path / "graph"
    place.mkdir(mode=0o750)
    data = gzip.decompress(part.packed)
    with written(place, {KEY: lambda: data}) as store:
        assert store.responses() == (KEY,)
        assert len(store) == part.receipt.quads + len(set(ontology_quads()))
    assert place.stat().st_mode & 0o777 == 0o750
    assert [path.name for path in tmp_path.iterdir()] == ["graph"]


def test_responses_go_in_by_batches(part: Part, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Several loads, none of which cuts a response, give what one gives."""
    data = gzip.decompress(part.packed)
    other = data.replace(b"fi-tampere", b"fi-turku")
    responses = {KEY: lambda: data, Stored("fi-turku", "2022"): lambda: other}
    loads: list[int] = []
    add = Store.add

    def counted(self: Store, batch: bytes) -> None:
        loads.append(batch.count(b"\n"))
        add(self, batch)

    monkeypatch.setattr(Store, "add", counted)
    with written(tmp_path / "one", responses) as store:
        once = tables(store)
    monkeypatch.setattr("lgq_graph.store.fill._BATCH", 100_000)
    with written(tmp_path / "two", responses) as store:
        assert tables(store) == once
    quads = part.receipt.quads
    assert loads[0] == len(ontology_quads()) + 2 * quads
    assert loads[-1] == quads


def test_only_what_changed_is_written(part: Part, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A response put in its own place writes nothing; with one label changed, one quad goes."""
    data = gzip.decompress(part.packed)
    written(tmp_path / "graph", {KEY: lambda: data}).close()
    with Store(tmp_path / "graph") as store:
        before = tables(store)
        changed: list[int] = []

        def counted(quads: frozenset[ox.Quad]) -> str:
            changed.append(len(quads))
            return deletion(quads)

        monkeypatch.setattr("lgq_graph.store.quads.deletion", counted)
        store.replace(ox.parse(data, format=ox.RdfFormat.N_QUADS), KEY.city, KEY.edition)
        assert changed == []
        assert tables(store) == before
        other = data.replace(b'"Tampere"', b'"Tammerfors"', 1)
        store.replace(ox.parse(other, format=ox.RdfFormat.N_QUADS), KEY.city, KEY.edition)
        assert changed == [1]
        assert tables(store) != before
        after = tables(store)
    with written(tmp_path / "fresh", {KEY: lambda: other}) as store:
        assert tables(store) == after


def test_a_response_is_known_without_looking_at_all(part: Part, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither replacing nor dropping one asks which others there are: it would take longer in a larger store."""
    store = Store()
    store.load_ontology()
    store.add(gzip.decompress(part.packed))
    monkeypatch.setattr(Store, "graphs", lambda self: pytest.fail("all graphs were looked at"))
    assert store.holds("fi-tampere", "2022")
    assert not store.holds("fi-tampere", "2024")
    store.replace((), "fi-tampere", "2022")
    assert not store.holds("fi-tampere", "2022")


def test_memory_does_not_grow_with_the_number(part: Part, tmp_path: Path) -> None:
    """What a build keeps of a response on its way to disk is its receipt and hash: less than the hundredth of its N-Quads."""
    parts, size = Parts(tmp_path), part.receipt.quads * 200  # bytes of its N-Quads, near enough
    tracemalloc.start()
    for number in range(100):
        parts.add(replace(part, receipt=replace(part.receipt, city=f"fi-town-{number}")))
    parts.settle(pytest.fail)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 100 * size / 100
