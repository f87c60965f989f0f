"""Corrections in a build: found beside the responses, applied each time anew, and reported when they no longer match."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lgq_graph.errors import InputError, LgqError
from lgq_graph.library import Graph, build, open_graph
from lgq_graph.vocabulary import lgq, rdfs, sdg

from ..conftest import EXAMPLES
from .making import (
    ALL,
    FACT,
    GOAL,
    KIND,
    MERGE,
    RENAME,
    SPLIT,
    TAMPERE,
    corrected,
    quads,
    said,
    thing,
    written,
)

METER = thing("service/water-meter-reading")


def folder_of(tmp_path: Path, *entries: dict[str, object]) -> Path:
    """A folder with the examples and corrections beside them."""
    folder = tmp_path / "answers"
    folder.mkdir()
    for file in EXAMPLES.glob("*.txt"):
        shutil.copy(file, folder)
    written(folder, *entries)
    return folder


def run(*arguments: object, stdin: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    call = [sys.executable, "-m", "lgq_graph.cli", *map(str, arguments)]
    return subprocess.run(call, capture_output=True, input=stdin, check=False)


def goals(graph: Graph) -> set[str]:
    return said(graph, "stated", METER, lgq.contributesTo)


def test_corrections_beside_the_responses_are_applied_on_every_build(tmp_path: Path) -> None:
    """Of a folder and of a file; into memory and into a store, which a second build leaves as it is; not when left out."""
    folder, store = folder_of(tmp_path, GOAL), tmp_path / "store"
    assert goals(build([folder])) == goals(build([folder / TAMPERE.name])) == {sdg["6"].value}
    for _ in range(2):
        build([folder], store=store)
        with open_graph(store) as graph:
            assert goals(graph) == {sdg["6"].value}
    assert len(goals(build([folder], corrections=False))) == 2


def test_processes_and_order_change_no_byte(tmp_path: Path) -> None:
    """The task of a response carries its corrections."""
    folder = folder_of(tmp_path, *ALL)
    one, two = build([folder]), build([folder], jobs=2)
    assert [b.quads for b in one.built] == [b.quads for b in two.built]
    assert one.query("corrections").to_csv() == two.query("corrections").to_csv()


def test_a_correction_survives_words_that_change_elsewhere(tmp_path: Path) -> None:
    """A sentence before the quoted words, another answer, another line."""
    text = TAMPERE.read_text(encoding="utf-8")
    reworded = text.replace(
        "• Climate Watch", "Much is done for the climate, and more will be.\n• Climate Watch", 1
    )
    assert reworded != text
    source = tmp_path / TAMPERE.name
    source.write_text(reworded, encoding="utf-8")
    graph = corrected(tmp_path, GOAL, KIND, FACT, source=source)
    assert graph.unmatched == () and goals(graph) == {sdg["6"].value}


@pytest.mark.parametrize(
    ("entry", "message", "hint"),
    [
        (GOAL | {"quote": "contributes to SDG 12"}, "does not say so there", "SDG 6 and SDG 12"),
        (GOAL | {"value": "13"}, "does not say so there", "of its lgq:contributesTo the graph says: 12, 6"),
        (GOAL | {"property": "lgq:appOf"}, "does not say so there", "of it the graph tells"),
        (GOAL | {"name": "Water Meter Readings"}, "no service is called", "'water meter reading'"),
        (GOAL | {"kind": "portal"}, "no portal is called", "of the kind service"),
        (GOAL | {"question": 25}, "does not say so there", "question 24"),
        (KIND | {"quote": "nobody says so"}, "not in the answer", "explain"),
        (RENAME | {"name": "open data portals of the city"}, "no portal is called", "'open data portal of the city'"),
        (MERGE | {"into": "Nobody's Panel"}, "no thing is called", ""),
        (SPLIT | {"apart": "the portal"}, "no mention of it is called", "open data portal"),
        (SPLIT | {"apart": "open data portal of the city", "question": 23}, "no mention of it is called", ""),
        (FACT | {"quote": "used with a bicycle"}, "not in the answer", ""),
        (FACT | {"property": "lgq:appOf", "value": "Nobody's Panel"}, "no single thing", ""),
        (FACT | {"property": "foaf:page", "value": "https://www.tampere.fi/en/parks-for-all"}, "says so already", "take"),
        (FACT | {"property": "lgq:appOf", "value": "Parks for All"}, "nothing is its own", ""),
        ({"action": "reject", "question": 1, "kind": "city", "name": "Tampere"}, "of this city", "withdraw"),
        ({"action": "accept", "question": 99, "kind": "city", "name": "Tampere", "property": "x", "value": "y"}, "not say so", ""),
    ],
)  # fmt: skip
def test_what_no_longer_matches_is_reported_with_what_is_there(
    tmp_path: Path, entry: dict[str, object], message: str, hint: str
) -> None:
    """Its line, what it looked for, and the nearest thing; the graph is as it is without it, and by default nothing is built."""
    file = written(tmp_path, GOAL | {"value": "6"}, entry)
    graph = build([TAMPERE], corrections=file, on_error=lambda error: pytest.fail(str(error)))
    (error,) = graph.unmatched
    assert message in error.message and hint in error.hint and error.file == str(file)
    assert error.place.startswith("line ") and error.place != "line 1"
    assert set(graph.store.quads()) == set(
        build([TAMPERE], corrections=written(tmp_path, GOAL | {"value": "6"})).store.quads()
    )
    with pytest.raises(InputError, match="no longer matches"):
        build([TAMPERE], corrections=written(tmp_path, entry))


def test_a_correction_of_another_response_is_reported_where_all_should_be(tmp_path: Path) -> None:
    """In a folder or a named file a wrong response is a fault; beside one file the others are not meant."""
    other = RENAME | {"response": "fi-turku/2022"}
    folder = folder_of(tmp_path, GOAL, other)
    told: list[LgqError] = []
    assert "no such response" in build([folder], on_error=told.append).unmatched[0].message
    assert build([folder / TAMPERE.name], on_error=told.append).unmatched == ()
    assert not told


def test_the_command_tells_and_returns_one(tmp_path: Path) -> None:
    """The graph is built, the correction is named with its line; with --strict nothing is written."""
    folder, store = folder_of(tmp_path, GOAL, RENAME | {"name": "nothing"}), tmp_path / "store"
    made = run("build", folder, "-o", store)
    told = " ".join(made.stderr.decode().split())
    assert made.returncode == 1 and store.is_dir()
    assert "1 correction applied, 1 left out" in told and "no longer matches" in told
    strict = run("build", folder, "-o", tmp_path / "strict", "--strict")
    assert strict.returncode == 3 and not (tmp_path / "strict").exists()


def test_the_standard_input_takes_corrections_from_a_named_file_alone(tmp_path: Path) -> None:
    """There is no folder beside it."""
    file, text = written(tmp_path, RENAME), TAMPERE.read_bytes()
    made = run("build", "-", "-o", "-", "--corrections", file, stdin=text)
    assert made.returncode == 0 and b"Open Data Tampere" in made.stdout
    both = run("build", "-", "-o", "-", "--corrections", file, "--no-corrections", stdin=text)
    assert both.returncode == 2


def test_a_faulty_file_stops_the_build_before_anything_is_written(tmp_path: Path) -> None:
    """Also without --strict: what persons decided must not be left out by a slip."""
    folder = folder_of(tmp_path, GOAL, GOAL)
    made = run("build", folder, "-o", tmp_path / "store")
    assert made.returncode == 3 and b"twice" in made.stderr and not (tmp_path / "store").exists()


def test_without_corrections_nothing_changes(tmp_path: Path) -> None:
    """An empty file beside the responses gives the graph that there is without it."""
    folder = folder_of(tmp_path)
    assert [b.quads for b in build([folder]).built] == [b.quads for b in build([EXAMPLES]).built]


def test_exports_and_site_show_what_was_corrected(tmp_path: Path) -> None:
    """The page of a thing leads to its corrections; the old IRI of a merged thing leads to the new one."""
    graph = corrected(tmp_path, *ALL)
    graph.export(tmp_path / "exports")
    assert "Open Data Tampere" in (tmp_path / "exports" / "lgq-inferred.ttl").read_text(encoding="utf-8")
    graph.publish(tmp_path / "site")
    page = (tmp_path / "site" / "id/fi-tampere/portal/climate-watch/index.html").read_text(encoding="utf-8")
    assert "corrected by" in page and "reject portal Climate Watch: rdf:type portal" in page
    gone = (tmp_path / "site" / "id/fi-tampere/platform/tampere-resident-panel/index.html").read_text(
        encoding="utf-8"
    )
    assert "mun-tampere" in gone
    for iri in {
        q.subject.value for q in quads(graph, "claims") if q.object in (lgq.Correction, lgq.RejectedClaim)
    }:  # type: ignore[union-attr]
        assert (tmp_path / "site" / iri.removeprefix("https://w3id.org/lgq/") / "index.html").is_file()
    assert said(graph, "inferred", thing("portal/open-data-portal-of-the-city"), rdfs.label)


WHOLE = {"action": "reject", "question": 5, "kind": "service", "name": "Feedback Service", "why": "a form"}


def test_who_asks_about_a_thing_is_told_what_was_rejected(tmp_path: Path) -> None:
    """By which role, when and why; never among the rows that hold. Of other things nothing is told."""
    graph = corrected(tmp_path, GOAL | {"why": "goal 6 covers it"}, KIND)
    told = graph.explain("Water Meter Reading")
    assert sdg["12"].value not in told.column("object") and len(told.notes) == 2
    assert f"query rejected-claims entity={METER.value}" in told.notes[0]
    assert (
        told.notes[1]
        == "rejected by the survey analyst on 2026-11-20: goal 6 covers it (lgq:contributesTo sdg:12)"
    )
    assert graph.explain("Lake Watch").notes == ()


def test_a_thing_that_was_rejected_is_found_by_the_name_it_had(tmp_path: Path) -> None:
    """Nothing holds of it, and that is told; a name that another thing has leads to that one."""
    graph = corrected(tmp_path, WHOLE)
    told = graph.explain("feedback service")
    assert len(told) == 0 and "a form" in told.notes[1] and "more)" in told.notes[1]
    assert graph.explain(thing("service/feedback-service").value).notes == told.notes
    renamed = corrected(tmp_path, WHOLE, RENAME | {"to": "Feedback Service"})
    assert renamed.find("Feedback Service") == thing("portal/open-data-portal-of-the-city").value


def test_every_rejected_claim_is_a_row_of_its_query(tmp_path: Path) -> None:
    """With its words and what it was: stated or inferred; of one thing, those of that thing."""
    graph = corrected(tmp_path, GOAL, KIND, WHOLE)
    rows = graph.query("rejected-claims").to_records()
    found = {(row["entity"], row["predicate"], str(row["object"])) for row in rows}
    claims = [q.subject for q in quads(graph, "claims") if q.object == lgq.RejectedClaim]
    parts = (lgq.rejectedSubject, lgq.rejectedPredicate, lgq.rejectedObject)
    assert found == {tuple(min(said(graph, "claims", one, part)) for part in parts) for one in claims}
    assert {row["basis"] for row in rows} == {"stated", "inferred"}
    (goal,) = graph.query("rejected-claims", entity=METER.value).to_records()
    assert "SDG 12" in str(goal["quote"]) and (goal["question"], goal["by"]) == (24, "survey analyst")


def test_the_command_tells_what_was_rejected_beside_the_data(tmp_path: Path) -> None:
    """Beneath the table; where the output is data, on the standard error, with no sign that steers."""
    folder, store = folder_of(tmp_path, GOAL | {"why": "goal 6\u2028covers it"}), tmp_path / "store"
    run("build", folder, "-o", store)
    table, data = (
        run("explain", "Water Meter Reading", "-s", store, "-f", form) for form in ("table", "csv")
    )
    assert "rejected by the survey analyst" in " ".join(table.stdout.decode().split())
    assert b"rejected" not in data.stdout
    assert "goal 6 covers it" in data.stderr.decode()
