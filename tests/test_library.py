"""What a program calls: build, open, ask, find, explain, check, export; a store on disk; the private file."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from pyoxigraph import Literal, Quad

from lgq_graph import library, pipeline
from lgq_graph.errors import DataError, InputError, LgqError, OutputError, ShapeViolation, UsageError
from lgq_graph.iri import graph_iri
from lgq_graph.library import Graph, build, files_in, open_graph, write_contacts
from lgq_graph.model import Document
from lgq_graph.pipeline import Built
from lgq_graph.store import Store, Stored
from lgq_graph.vocabulary import lgq, rdfs

from .conftest import EXAMPLES

TAMPERE = EXAMPLES / "tampere-2022.txt"
BOTH = (Stored("co-medellin", "2022"), Stored("fi-tampere", "2022"))


@pytest.fixture(scope="module")
def stored(built: tuple[Built, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples in a store on disk, closed; not to be changed."""
    path = tmp_path_factory.mktemp("library") / "graph"
    library._filled(Store(path), built).close()
    return path


# --- building -----------------------------------------------------------------------------------------------------


def test_the_examples_are_built(graph: Graph) -> None:
    """Both responses, each with what was made of it, in one graph that keeps its shapes."""
    assert graph.responses() == BOTH
    assert [item.city for item in graph.built] == ["co-medellin", "fi-tampere"]
    assert len(graph) > sum(len(item.quads) for item in graph.built) > 10_000
    assert graph.validate().conforms


def test_a_single_path_will_do(tmp_path: Path) -> None:
    """As text or as a path, without a list around it; the graph is a context manager, and closed after."""
    with build(str(TAMPERE), check=False, store=tmp_path / "graph") as graph:
        assert graph.responses() == (Stored("fi-tampere", "2022"),)
    with pytest.raises(UsageError, match="closed"):
        len(graph)


def test_a_response_is_replaced_and_others_stay(stored: Path, tmp_path: Path) -> None:
    """Building it anew into a store leaves nothing of what it said before; twice changes nothing."""
    path = tmp_path / "graph"
    text = TAMPERE.read_text(encoding="utf-8")
    changed = tmp_path / "changed.txt"
    changed.write_text(text.replace("Tampere Resident Panel", "Tampere Citizen Jury"), encoding="utf-8")
    with build([EXAMPLES], store=path, check=False) as graph:
        before = {str(quad) for quad in graph.store.quads()}
    with build([changed], store=path, check=False) as graph:
        assert graph.responses() == BOTH
        names = graph.query("entities", city="Tampere").column("name")
        assert "Tampere Citizen Jury" in names
        assert "Tampere Resident Panel" not in names
        assert len(graph.query("entities", city="Medellín")) > 0
    with build([TAMPERE], store=path, check=False) as graph:
        assert {str(quad) for quad in graph.store.quads()} == before
    with open_graph(stored) as graph:
        assert {str(quad) for quad in graph.store.quads()} == before, "a fresh store is the same"


def test_a_graph_that_breaks_its_shapes_is_not_written(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """ShapeViolation with the findings and what to do; without the check it is written."""
    real = pipeline.build_response

    def faulty(document: Document, edition: str | None, _: object) -> Built:
        item = real(document, edition)
        graph = graph_iri(item.response.city, item.response.edition, "claims")
        selector = next(q for q in item.quads if q.predicate.value.endswith("#exact"))
        kept = tuple(q for q in item.quads if q != selector)
        quote = Quad(selector.subject, selector.predicate, Literal("words of nobody"), graph)
        return Built(item.response, item.questionnaire, item.mentions, item.entities, (*kept, quote))

    monkeypatch.setattr(pipeline, "build_response", faulty)
    path = tmp_path / "graph"
    with pytest.raises(ShapeViolation) as caught:
        build([TAMPERE], store=path)
    assert caught.value.exit_code == 1
    assert "--no-check" in caught.value.hint
    assert not path.exists()
    with build([TAMPERE], store=path, check=False) as graph:
        assert not graph.validate().conforms


def test_one_bad_file_keeps_all_from_being_written(tmp_path: Path) -> None:
    """All responses or none."""
    bad = tmp_path / "bad.txt"
    bad.write_text("The weather is fine.\n", encoding="utf-8")
    with pytest.raises(InputError):
        build([TAMPERE, bad], store=tmp_path / "graph")
    assert not (tmp_path / "graph").exists()


def test_a_folder_stands_for_the_responses_in_it(tmp_path: Path) -> None:
    """Sorted by name, without the read-me and other files; a file stands for itself."""
    for name in ("b.txt", "a.TXT", "README.md", "notes.pdfx", "README.txt"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    found = files_in([tmp_path, TAMPERE])
    assert {"a.TXT", "b.txt"} <= {path.name for path in found[:-1]} <= {"a.TXT", "b.txt", "README.txt"}
    assert found[-1] == TAMPERE
    assert files_in(["-"]) == (Path("-"),)


# --- a store on disk ----------------------------------------------------------------------------------------------


def test_a_stored_graph_is_opened_to_read_only(stored: Path, graph: Graph) -> None:
    """It answers as the one in memory does, also twice at a time, and nothing in it can change."""
    with open_graph(stored) as first, open_graph(stored) as second:
        assert first.responses() == BOTH
        assert second.query("apps") == graph.query("apps")
        assert first.built == ()
        with pytest.raises(UsageError, match="read only"):
            first.store.drop("fi-tampere", "2022")


@pytest.mark.parametrize("make", [lambda p: None, lambda p: p.mkdir(), lambda p: p.write_text("x")])
def test_what_is_no_store_is_said(make: object, tmp_path: Path) -> None:
    """A missing path, an empty folder, a file: DataError that names it, and nothing is made there."""
    path = tmp_path / "graph"
    make(path)  # type: ignore[operator]
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(DataError) as caught:
        open_graph(path)
    assert str(path) in str(caught.value)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_folder_with_other_files_is_not_built_into(tmp_path: Path) -> None:
    """Nobody's folder is filled by mistake."""
    (tmp_path / "letter.doc").write_text("x", encoding="utf-8")
    with pytest.raises(OutputError, match="other files"):
        build([TAMPERE], store=tmp_path, check=False)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.doc"]


# --- asking -------------------------------------------------------------------------------------------------------


def test_a_query_takes_its_parameters_by_name(graph: Graph) -> None:
    """As text or as a number; None keeps the default; a wrong one is refused."""
    assert graph.query("services-by-sdg", goal=6) == graph.query("services-by-sdg", goal="6")
    assert graph.query("services-by-sdg", goal=None) == graph.query("services-by-sdg")
    assert set(graph.query("services-by-sdg", goal=6).column("goal")) == {6}
    for wrong in ({"goal": 18}, {"town": "Tampere"}):
        with pytest.raises(UsageError):
            graph.query("services-by-sdg", **wrong)  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="no query"):
        graph.query("nothing-of-the-kind")


def test_an_entity_is_found_by_each_of_its_names(graph: Graph) -> None:
    """By IRI, by main name, by an alternative name; case does not count."""
    for row in graph.query("entities").to_records():
        assert graph.find(str(row["entity"])) == row["entity"]
    named = [str(name).casefold() for name in graph.query("entities").column("name")]
    single = next(n for n in graph.query("entities").column("name") if named.count(str(n).casefold()) == 1)
    assert graph.find(f" {str(single).upper()} ") == graph.find(str(single))
    row = next(r for r in graph.query("entities").to_records() if r["alternative_names"])
    assert graph.find(str(row["alternative_names"]).split(" | ")[0]) == row["entity"]


def test_a_name_of_several_entities_lists_them(graph: Graph) -> None:
    """The hint has the IRI of each; a name of none has near ones."""
    names = [str(name) for name in graph.query("entities").column("name")]
    double = next(name for name in names if names.count(name) > 1)
    with pytest.raises(UsageError, match="things are called") as caught:
        graph.find(double)
    assert all(graph.find(iri) == iri for iri in caught.value.hint.split() if iri.startswith("http"))
    with pytest.raises(UsageError, match="nothing is called") as caught:
        graph.find("resident pan")
    assert "resident-panel" in caught.value.hint
    with pytest.raises(UsageError, match="nothing is called") as caught:
        graph.find("Qwxyz")
    assert "query entities" in caught.value.hint


def test_an_explanation_has_the_words_of_every_statement(graph: Graph, built: tuple[Built, ...]) -> None:
    """One row or more for each claim about the entity, each quote as it stands in the answer."""
    table = graph.explain("Tampere Resident Panel")
    iri = graph.find("Tampere Resident Panel")
    claimed = {
        str(q.subject) for item in built for q in item.quads
        if q.predicate.value.endswith("rdf-syntax-ns#subject") and getattr(q.object, "value", "") == iri
    }  # fmt: skip
    assert len(table) >= len(claimed) > 3
    response = next(item.response for item in built if item.city == "fi-tampere")
    for row in table.to_records():
        if row["quote"]:
            assert str(row["quote"]) in response.answer(int(str(row["question"]))).text


def test_a_graph_is_exported_whole_or_in_part(graph: Graph, tmp_path: Path) -> None:
    """All formats by default; one when it is named; the return value is what was written."""
    files = graph.export(tmp_path / "one", ["nquads"])
    assert set(files) == {"lgq.nq", "MANIFEST.json"} == {p.name for p in (tmp_path / "one").iterdir()}
    everything = graph.export(tmp_path / "all")
    assert {p.name: p.read_bytes() for p in (tmp_path / "all").iterdir()} == everything
    assert everything["lgq.nq"] == files["lgq.nq"]


# --- the private file ---------------------------------------------------------------------------------------------


@pytest.mark.skipif(os.name != "posix", reason="modes of files are a matter of POSIX")
def test_withheld_data_go_to_a_private_file(built: tuple[Built, ...], tmp_path: Path) -> None:
    """Mode 0600 under any umask, also where a file that others may read stood before."""
    path = tmp_path / "contacts.csv"
    path.write_text("city,edition,question,what,text\nold", encoding="utf-8")
    path.chmod(0o644)
    mask = os.umask(0)
    try:
        rows = write_contacts(built, path)
    finally:
        os.umask(mask)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "city,edition,question,what,text"
    assert len(lines) - 1 == rows == sum(len(item.response.withheld) for item in built) > 0


@pytest.mark.skipif(os.name != "posix", reason="symbolic links are a matter of POSIX")
def test_the_private_file_follows_no_link(built: tuple[Built, ...], tmp_path: Path) -> None:
    """A link laid in its place is replaced, not written through."""
    elsewhere, path = tmp_path / "public.csv", tmp_path / "contacts.csv"
    elsewhere.write_text("untouched", encoding="utf-8")
    path.symlink_to(elsewhere)
    write_contacts(built, path)
    assert elsewhere.read_text(encoding="utf-8") == "untouched"
    assert not path.is_symlink()


def test_labels_of_both_cities_are_in_the_graph(graph: Graph) -> None:
    """The cities are called what their responses call them."""
    labels = {
        q.object.value
        for q in graph.store.quads()
        if q.predicate == rdfs.label and isinstance(q.object, Literal)
    }
    assert {"Tampere", "Medellín"} <= labels


def test_what_cannot_be_built_is_told_and_left_out(tmp_path: Path) -> None:
    """Each response is on its own: the good ones are stored, and every other file is told with its fault."""
    (tmp_path / "notes.txt").write_text("Minutes of a meeting.", encoding="utf-8")
    (tmp_path / "second.txt").write_bytes(TAMPERE.read_bytes())
    told: list[LgqError] = []
    sources = [EXAMPLES, tmp_path / "notes.txt", tmp_path / "second.txt", tmp_path / "gone.txt"]
    with build(sources, store=tmp_path / "graph", check=False, on_error=told.append) as graph:
        assert [r.city for r in graph.responses()] == ["co-medellin"], (
            "no rule tells which of two is the city's"
        )
    assert [Path(error.file).name for error in told] == [
        "notes.txt",
        "gone.txt",
        "tampere-2022.txt and second.txt",
    ]
    assert all(error.hint for error in told)


def test_without_someone_to_tell_the_first_fault_stops_all(tmp_path: Path) -> None:
    """Nothing is written when one of the files cannot be built."""
    (tmp_path / "notes.txt").write_text("Minutes of a meeting.", encoding="utf-8")
    with pytest.raises(InputError, match="not a response"):
        build([TAMPERE, tmp_path / "notes.txt"], store=tmp_path / "graph", check=False)
    assert not (tmp_path / "graph").exists()


def test_a_response_that_breaks_its_shapes_is_left_out_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The other response is stored, and the store holds no statement of the faulty one."""
    real = pipeline.build_response

    def faulty(document: Document, edition: str | None, _: object) -> Built:
        item = real(document, edition)
        if item.city != "fi-tampere":
            return item
        kept = tuple(q for q in item.quads if not q.predicate.value.endswith("#exact"))
        return Built(item.response, item.questionnaire, item.mentions, item.entities, kept)

    monkeypatch.setattr(pipeline, "build_response", faulty)
    told: list[LgqError] = []
    with build([EXAMPLES], store=tmp_path / "graph", on_error=told.append) as graph:
        assert [r.city for r in graph.responses()] == ["co-medellin"]
    assert [type(error) for error in told] == [ShapeViolation]
    assert "Tampere (2022)" in str(told[0])


def test_a_pattern_finds_its_files(tmp_path: Path) -> None:
    """A pattern of the shell is resolved, sorted; hidden files and those an office program left are none."""
    for name in ("b.txt", "a.txt", ".hidden.txt", "~$a.txt"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert [path.name for path in files_in([tmp_path / "*.txt"])] == ["a.txt", "b.txt", "~$a.txt"]
    assert [path.name for path in files_in([tmp_path])] == ["a.txt", "b.txt"]
    with pytest.raises(InputError, match="no response"):
        files_in([tmp_path / "*.md"])


def test_the_summary_counts_what_was_built() -> None:
    """A row for each response, with the findings of the shapes where they were checked and none where not."""
    with build([EXAMPLES]) as graph:
        table = graph.summary()
        kinds = f"<{lgq.StatedClaim.value}> <{lgq.InferredClaim.value}>"
        claims = graph.store.select(f"SELECT ?c {{ GRAPH ?g {{ ?c a ?k }} VALUES ?k {{ {kinds} }} }}")
        assert table.column("response") == ("Medellín 2022", "Tampere 2022")
        assert table.column("answered") == (32, 38)
        assert sum(table.column("claims")) == len(claims)
        assert sum(table.column("findings")) == len(graph.validate().findings)
    with build([EXAMPLES], check=False) as graph:
        assert graph.summary().column("findings") == (None, None)


def test_a_notebook_shows_graph_report_and_entity(graph: Graph) -> None:
    """As tables, with what each is about; everything escaped."""
    assert "Tampere" in graph._repr_html_()
    assert "<table>" in graph.explain("Lake Watch")._repr_html_()
    report = graph.validate()
    assert len(report.table()) == len(report.findings)
    assert report.findings[0].city in report._repr_html_()
