"""Verifying: whatever is not as it was written is found, in any file and in any claim, and nothing else is."""

from __future__ import annotations

import gzip
import json
import os
import random
import re
import shutil
from collections.abc import Callable
from dataclasses import astuple, replace
from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox
import pytest
from pyld import jsonld
from pyoxigraph import Literal, NamedNode, Quad
from typer.testing import CliRunner

from lgq_graph.cli import app
from lgq_graph.errors import DataError
from lgq_graph.library import build, open_graph
from lgq_graph.publish import files_of
from lgq_graph.store import MANIFEST, Manifest, Store, changed, nquads, response_graphs, seal
from lgq_graph.store.manifest import graph_sums
from lgq_graph.verification import verify
from lgq_graph.vocabulary import code, lgq, oa, prov, rdf, schema

from .trusted import made, text_of

Places = tuple[Path, Path, Path]
FLIPS = 40 if os.environ.get("LGQ_SOAK") else 2
"""How many for each of the store, the exports and the site."""


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Places:
    """A store, its exports and its site; what is broken there is mended."""
    return made(tmp_path_factory.mktemp("trusted"), ["fi-tampere", "pl-krakow"])


def files_below(folder: Path) -> list[Path]:
    """All files, in one order."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


# --- what is sound ------------------------------------------------------------------------------------------------


def test_what_was_written_is_sound(places: Places) -> None:
    """Also after it was asked, validated and exported: reading leaves no trace."""
    with open_graph(places[0]) as graph:
        graph.query("entities")
        graph.validate()
        files_of(graph.store)
    found = verify(*places)
    assert found.sound
    assert found.text().startswith("Sound: ")
    assert f"{len(files_below(places[2]))} files of the site" in found.text()


def test_the_data_part_of_a_manifest_is_the_same_in_each_build(places: Places, tmp_path: Path) -> None:
    """Whatever the order of the files, and whether they came at once or one after the other."""
    texts = sorted((places[0].parent / "texts").iterdir())
    build(texts[::-1], edition="2022", store=tmp_path / "one").store.close()
    for text in texts:
        build([text], edition="2022", store=tmp_path / "two").store.close()
    data = [
        json.dumps(json.loads((folder / MANIFEST).read_bytes())["data"])
        for folder in (places[0], tmp_path / "one", tmp_path / "two")
    ]
    assert data[0] == data[1] == data[2]
    assert verify(tmp_path / "two").sound


def test_a_store_that_was_written_to_in_place_is_read_again(places: Places, tmp_path: Path) -> None:
    """So that the next change of it tells its graphs as they are, not as they were before that."""
    shutil.copytree(places[0], tmp_path / "store")
    with Store(tmp_path / "store") as store:
        response = store.responses()[0]
        one = response_graphs(response.city, response.edition)[0]
        held = sorted(store.quads(one), key=str)
        store.replace_graph(one, held[1:])
        store.drop(*astuple(store.responses()[1]))
    assert not verify(tmp_path / "store").sound
    with changed(tmp_path / "store") as copy:
        copy.replace_graph(one, held)
    manifest = Manifest.read(tmp_path / "store")
    assert manifest
    assert list(manifest.lines) == [f"{response.city}/{response.edition}"]
    assert verify(tmp_path / "store").sound


def test_hashes_are_those_of_rdfc10(places: Places) -> None:
    """As pyoxigraph and pyld canonicalise a graph, and the dataset of all responses."""
    store, exports, _ = places
    manifest = Manifest.read(store)
    assert manifest is not None
    with Store.read_only(store) as opened:
        for graph in opened.graphs():
            canonical = ox.Dataset(opened.quads(graph))
            canonical.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
            lines = sorted(nquads(canonical).splitlines(keepends=True))
            assert manifest.graphs[graph.value].sha256 == sha256(b"".join(lines)).hexdigest()
        stated = response_graphs("fi-tampere", "2022")[0]
        options = {
            "algorithm": "URDNA2015",
            "inputFormat": "application/n-quads",
            "format": "application/n-quads",
        }
        peer = jsonld.normalize(nquads(opened.quads(stated)).decode(), options)
        assert manifest.graphs[stated.value].sha256 == sha256(peer.encode()).hexdigest()
    told = json.loads((exports / "MANIFEST.json").read_bytes())
    whole = ox.Dataset(ox.parse(path=exports / "lgq.nq"))
    whole.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    assert (
        told["rdfc10_sha256"] == sha256(b"".join(sorted(nquads(whole).splitlines(keepends=True)))).hexdigest()
    )
    assert told["quads"] == len(whole)


@pytest.mark.parametrize("value", ["1.0", "1", "-0.50", "+3", "007.100", "1" + "0" * 40 + ".0", "x"])
def test_sums_are_of_what_a_store_keeps(value: str) -> None:
    """Decimals lose how they were written; a text that looks like one does not."""
    decimal = ox.NamedNode("http://www.w3.org/2001/XMLSchema#decimal")
    quads = [
        Quad(NamedNode("x:a"), NamedNode("x:b"), Literal(value, datatype=decimal), NamedNode("x:g")),
        Quad(NamedNode("x:a"), NamedNode("x:b"), Literal("1", datatype=decimal), NamedNode("x:g")),
        Quad(NamedNode("x:a"), NamedNode("x:c"), Literal(f'"{value}"^^<{decimal.value}>'), NamedNode("x:g")),
    ]
    store = ox.Store()
    store.extend(quads)
    assert graph_sums(nquads(quads)) == graph_sums(nquads(store))
    assert graph_sums(nquads(quads))["x:g"].quads == len(store)


def test_the_checksums_of_a_site_are_those_of_sha256sum(places: Places) -> None:
    """The list names every file but itself."""
    site = places[2]
    lines = (site / "SHA256SUMS").read_text().splitlines()
    found = dict(reversed(line.split("  ", 1)) for line in lines)
    assert set(found) == {str(path.relative_to(site)) for path in files_below(site)} - {"SHA256SUMS"}
    assert all(sha256((site / name).read_bytes()).hexdigest() == known for name, known in found.items())


# --- what is damaged ----------------------------------------------------------------------------------------------


@pytest.mark.soak
@pytest.mark.parametrize("which", [0, 1, 2], ids=["store", "exports", "site"])
def test_a_flipped_byte_is_found(places: Places, which: int) -> None:
    """Anywhere: each list of checksums, each kind of file, and others at random."""
    chance = random.Random(20221126)
    folder, given = places[which], [places[0], *([None, None])]
    given[which] = folder
    files = [path for path in files_below(folder) if path.stat().st_size]
    lists = [path for path in files if path.name in (MANIFEST, "MANIFEST.json", "SHA256SUMS")]
    kinds = {path.name.partition("-")[0] if which == 0 else path.suffix: path for path in files}
    chosen = (
        lists + chance.sample(sorted(kinds.values()), min(len(kinds), FLIPS)) + chance.choices(files, k=FLIPS)
    )
    for path in chosen:
        whole = path.read_bytes()
        place, bit = chance.randrange(len(whole)), 1 << chance.randrange(8)
        path.write_bytes(whole[:place] + bytes([whole[place] ^ bit]) + whole[place + 1 :])
        found = verify(*given)
        path.write_bytes(whole)
        assert not found.sound, f"byte {place} of {path}"
        assert any(str(path) in fault.where for fault in found.faults) or path in lists
    assert verify(*given).sound


@pytest.mark.soak
@pytest.mark.parametrize("which", [0, 1, 2], ids=["store", "exports", "site"])
def test_files_that_were_cut_added_or_exchanged_are_found(places: Places, tmp_path: Path, which: int) -> None:
    """Truncated, lengthened, removed, too much, two swapped, a folder or a link in the place of a file."""
    folder, given = places[which], [places[0], *([None, None])]
    given[which] = folder
    first, second = [path for path in files_below(folder) if path.stat().st_size > 300][1:3]
    one, two = first.read_bytes(), second.read_bytes()

    def swap() -> None:
        first.write_bytes(two)
        second.write_bytes(one)

    def link() -> None:
        (tmp_path / "same").write_bytes(one)
        first.unlink()
        first.symlink_to(tmp_path / "same")

    faults: dict[str, Callable[[], object]] = {
        "cut": lambda: first.write_bytes(one[:-1]),
        "emptied": lambda: first.write_bytes(b""),
        "lengthened": lambda: first.write_bytes(one + b"\n"),
        "removed": first.unlink,
        "added": lambda: (folder / "new.txt").write_bytes(b"x"),
        "swapped": swap,
        "linked": link,
    }
    if which == 2 and not os.environ.get("LGQ_SOAK"):  # a site has many files
        faults = {what: faults[what] for what in ("removed", "added", "linked")}
    for what, do in faults.items():
        do()
        found = verify(*given)
        (folder / "new.txt").unlink(missing_ok=True)
        first.unlink(missing_ok=True)
        first.write_bytes(one)
        second.write_bytes(two)
        assert not found.sound, what
        assert all(fault.mend for fault in found.faults)
    assert verify(*given).sound


def test_a_store_of_which_a_file_is_damaged_is_not_opened(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    """RocksDB may panic on it; the report says that nothing more was looked at, exports and site by themselves."""
    current = places[0] / "CURRENT"
    whole = current.read_bytes()
    current.write_bytes(b"MANIFEST-999999\n")
    monkeypatch.setattr(Store, "read_only", lambda path: pytest.fail("it was opened"))
    found = verify(*places)
    current.write_bytes(whole)
    assert [fault.where for fault in found.faults] == [str(current)]
    assert "which was not opened" in found.text()
    assert "not against the store" in found.text()


def test_the_command_ends_with_4(places: Places) -> None:
    """With a table of what is wrong; with 0 and a line when nothing is."""
    options = ["--store", str(places[0]), "--exports", str(places[1]), "--site", str(places[2])]
    done = CliRunner().invoke(app, ["verify", *options])
    assert done.exit_code == 0
    assert "Sound: " in done.stderr
    table = places[1] / "entities.csv"
    whole = table.read_bytes()
    table.write_bytes(whole.replace(b"Krak", b"Krok"))
    done = CliRunner().invoke(app, ["verify", *options, "--format", "csv"])
    table.write_bytes(whole)
    assert done.exit_code == 4
    assert done.stdout.splitlines()[1].startswith(
        f"{table},its bytes are not those that were written,export again"
    )


def test_what_is_not_there_is_told(places: Places, tmp_path: Path) -> None:
    """No store, no folder, a store of before that has no manifest: words, and what to do."""
    (tmp_path / "empty").mkdir()
    for place in (tmp_path / "none", tmp_path / "empty"):
        with pytest.raises(DataError, match="here"):
            verify(place)
    with pytest.raises(DataError, match="no folder of a site"):
        verify(places[0], site=tmp_path / "none")
    shutil.copytree(places[0], tmp_path / "old")
    (tmp_path / "old" / MANIFEST).unlink()
    (fault,) = verify(tmp_path / "old").faults
    assert "no manifest" in fault.what
    (tmp_path / "a.txt").write_text(text_of("co-medellin"), encoding="utf-8")
    build([tmp_path / "a.txt"], edition="2022", store=tmp_path / "old").store.close()
    assert verify(tmp_path / "old").sound


def test_the_site_of_another_store_is_told(places: Places, tmp_path: Path) -> None:
    """Sound by itself, and not of this store; so are exports."""
    store, _, _ = made(tmp_path, ["fi-tampere"], site=False)
    found = verify(store, places[1], places[2])
    wheres = " ".join(fault.where for fault in found.faults)
    for name in ("lgq.nq", "entities.csv", "graph/pl-krakow/2022/stated"):
        assert name in wheres


def test_a_site_that_counts_wrong_is_told(places: Places) -> None:
    """Its VoID, or the dump of a response, with checksums that fit."""
    site = places[2]
    dump = site / "graph" / "pl-krakow" / "2022.nq.gz"
    faults = {
        site / "void.ttl": lambda data: re.sub(rb"(void:triples )\d+", rb"\g<1>7", data),
        dump: lambda data: gzip.compress(gzip.decompress(data).split(b"\n", 1)[1], mtime=0),
    }
    for file, change in faults.items():
        before = {path: path.read_bytes() for path in (file, site / "SHA256SUMS")}
        file.write_bytes(change(before[file]))
        sums = before[site / "SHA256SUMS"].replace(
            sha256(before[file]).hexdigest().encode() + f"  {file.relative_to(site)}\n".encode(),
            sha256(file.read_bytes()).hexdigest().encode() + f"  {file.relative_to(site)}\n".encode(),
        )
        (site / "SHA256SUMS").write_bytes(sums)
        found = verify(places[0], site=site)
        for path, data in before.items():
            path.write_bytes(data)
        assert found.faults
        assert all(str(file) in fault.where for fault in found.faults), found.text()


# --- what is wrong with right sums --------------------------------------------------------------------------------

CORPUS, CLAIMS, STATED, INFERRED = 2, 3, 0, 1
Change = Callable[[list[Quad]], list[Quad]]


def change_one(graph: int, predicate: NamedNode, other: Callable[[Quad], Quad | None]) -> Change:
    """Another statement in the place of the first of a graph with some predicate, or none."""
    name = response_graphs("fi-tampere", "2022")[graph]

    def changed(quads: list[Quad]) -> list[Quad]:
        one = min((q for q in quads if q.graph_name == name and q.predicate == predicate), key=str)
        new = other(one)
        return [quad for quad in quads if quad != one] + ([new] if new else [])

    return changed


def with_object(value: ox.Literal | NamedNode) -> Callable[[Quad], Quad]:
    """The same statement of another object."""
    return lambda quad: Quad(quad.subject, quad.predicate, value, quad.graph_name)


def added(graph: int, *triple: NamedNode | Literal) -> Change:
    """One statement more."""
    name = response_graphs("fi-tampere", "2022")[graph]
    return lambda quads: [*quads, Quad(*triple, name)]  # type: ignore[arg-type]


def doubled(quads: list[Quad]) -> list[Quad]:
    """What is stated said in the inferred graph, too."""
    stated, inferred = response_graphs("fi-tampere", "2022")[:2]
    one = min((quad for quad in quads if quad.graph_name == stated), key=str)
    return [*quads, Quad(one.subject, one.predicate, one.object, inferred)]


NOBODY = NamedNode("https://w3id.org/lgq/id/fi-tampere/portal/nobody")
FAULTS: dict[str, tuple[Change, str]] = {
    "a quote of other words": (change_one(CLAIMS, oa.exact, with_object(Literal("never said"))), "not those that are quoted"),
    "a quote at another place": (change_one(CLAIMS, oa.start, with_object(Literal(1))), "not those that are quoted"),
    "a place behind the end": (change_one(CLAIMS, oa.end, with_object(Literal(10**6))), "not those that are quoted"),
    "a place that is no number": (change_one(CLAIMS, oa.start, with_object(Literal("one"))), "not those that are quoted"),
    "a quote without its words": (change_one(CLAIMS, oa.exact, lambda _: None), "not one quote"),
    "a quote of another city": (
        change_one(CLAIMS, oa.hasSource, with_object(NamedNode("https://w3id.org/lgq/response/pl-krakow/2022/answer/q3"))),
        "no answer of this response",
    ),
    "an answer with other words": (change_one(CORPUS, schema.text, with_object(Literal("Nothing."))), "not those that are quoted"),
    "an answer without its text": (change_one(CORPUS, schema.text, lambda _: None), "in one text"),
    "a claim without evidence": (change_one(CLAIMS, lgq.evidence, lambda _: None), "evidence is missing"),
    "a claim with evidence that is not there": (change_one(CLAIMS, lgq.evidence, with_object(NOBODY)), "evidence is missing"),
    "a claim of another thing": (change_one(CLAIMS, rdf.subject, with_object(NOBODY)), "not that of what it says"),
    "an inference in another mood": (change_one(CLAIMS, lgq.modality, with_object(code("modality", "planned"))), "says otherwise"),
    "half a claim": (change_one(CLAIMS, rdf.object, lambda _: None), "not whole"),
    "an inference without a rule": (change_one(CLAIMS, prov.wasGeneratedBy, lambda _: None), "no rule"),
    "an inference from nothing": (change_one(CLAIMS, prov.wasDerivedFrom, with_object(NOBODY)), "evidence is missing"),
    "a statement that nobody claims": (added(STATED, NOBODY, rdf.type, lgq.Portal), "no sound claim bears"),
    "an inference that nobody claims": (added(INFERRED, NOBODY, rdf.type, lgq.Portal), "no sound claim bears"),
    "a claim of what is not stated": (change_one(STATED, rdf.type, lambda _: None), "claimed and missing"),
    "what is both": (doubled, "both stated and inferred"),
}  # fmt: skip


@pytest.mark.parametrize("what", FAULTS)
def test_a_wrong_claim_is_found_behind_right_sums(places: Places, tmp_path: Path, what: str) -> None:
    """A store that another program wrote wrong, with a manifest that fits it."""
    change, told = FAULTS[what]
    with Store.read_only(places[0]) as store:
        quads = list(store.quads())
    write(tmp_path / "wrong", change(quads))
    found = verify(tmp_path / "wrong")
    assert any(told in fault.what for fault in found.faults), found.text()


def write(folder: Path, quads: list[Quad]) -> None:
    """A store of some quads, with its manifest."""
    with Store(folder) as store:
        store.add(nquads(quads))
    seal(folder, {}, None)


def test_a_store_written_so_is_sound_by_itself(places: Places, tmp_path: Path) -> None:
    """What the faults above are planted into is none."""
    with Store.read_only(places[0]) as store:
        write(tmp_path / "right", list(store.quads()))
    assert verify(tmp_path / "right").sound


def test_other_quads_than_the_manifest_tells_are_found(places: Places, tmp_path: Path) -> None:
    """A graph too many, one too few, one quad less, each in sound files."""
    with Store.read_only(places[0]) as store:
        quads = sorted(store.quads(), key=str)
    gone = NamedNode("https://w3id.org/lgq/code")
    others = [q for q in quads[:-1] if q.graph_name != gone]
    others.append(Quad(NOBODY, rdf.type, lgq.Portal, NamedNode("https://w3id.org/lgq/graph/enriched/x")))
    write(tmp_path / "wrong", others)
    before, after = Manifest.read(places[0]), Manifest.read(tmp_path / "wrong")
    assert before
    assert after
    lines = {name: line.replace('{"quads": ', '{"quads": 1', 1) for name, line in before.lines.items()}
    told = replace(before, files=after.files, lines=lines).text()
    (tmp_path / "wrong" / MANIFEST).write_bytes(told)
    words = verify(tmp_path / "wrong").text()
    for fault in (
        "does not know this graph",
        "the graph is missing",
        "quads, not",
        "not those of its graphs",
    ):
        assert fault in words
