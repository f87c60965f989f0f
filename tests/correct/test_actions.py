"""Each action does what it says, everything that depends on it follows, and the graph tells who decided, when and why."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lgq_graph.errors import InputError, ShapeViolation
from lgq_graph.library import Graph, build
from lgq_graph.vocabulary import cv, dct, foaf, lgq, org, prov, rdf, rdfs, sdg, skos

from ..conftest import ROOT
from .making import (
    ACCEPT,
    ALL,
    FACT,
    GOAL,
    KIND,
    MERGE,
    RENAME,
    SPLIT,
    TAMPERE,
    THING,
    corrected,
    quads,
    said,
    thing,
    written,
)


def test_a_rejected_statement_is_kept_as_rejected_and_asserted_nowhere(tmp_path: Path) -> None:
    """Its words, and which correction ended it, stay; no query for the goal finds it."""
    graph, meter = corrected(tmp_path, GOAL), thing("service/water-meter-reading")
    assert said(graph, "stated", meter, lgq.contributesTo) == {sdg["6"].value}
    (rejected,) = {q.subject for q in quads(graph, "claims") if q.object == lgq.RejectedClaim}
    about = {q.predicate: q.object for q in quads(graph, "claims") if q.subject == rejected}
    assert (about[lgq.rejectedSubject], about[lgq.rejectedObject]) == (meter, sdg["12"])
    (correction,) = {q.subject for q in quads(graph, "claims") if q.object == lgq.Correction}
    assert about[prov.wasInvalidatedBy] == correction
    assert "#char=" in str(about[prov.wasDerivedFrom])
    assert not [
        r for r in graph.query("sdg-alignments").to_records() if (r["entity"], r["goal"]) == (meter.value, 12)
    ]


def test_another_value_comes_in_the_place_of_a_rejected_one(tmp_path: Path) -> None:
    """Stated when the quoted words say it, inferred by a rule of its own when a person concludes it."""
    meter = thing("service/water-meter-reading")
    stated = corrected(tmp_path, GOAL | {"instead": "12.5", "basis": "stated"})
    assert said(stated, "stated", meter, lgq.contributesTo) == {sdg["6"].value, sdg["12.5"].value}
    inferred = corrected(tmp_path, GOAL | {"instead": "12.5", "basis": "inferred"})
    assert said(inferred, "inferred", meter, lgq.contributesTo) == {sdg["12.5"].value}
    (rule,) = {
        r["rule"]
        for r in inferred.query("inferred-statements").to_records()
        if r["object"] == sdg["12.5"].value
    }
    assert rule == "by-correction"
    planned = corrected(tmp_path, GOAL | {"instead": "12.5", "basis": "stated", "modality": "planned"})
    assert said(planned, "stated", meter, lgq.contributesTo) == {sdg["6"].value}
    assert [
        r["target"] for r in planned.query("planned-goals").to_records() if r["entity"] == meter.value
    ] == ["12.5"]


def test_another_kind_keeps_the_iri(tmp_path: Path) -> None:
    """The class and what hangs on it change; the IRI, which may be cited, does not."""
    graph, watch = corrected(tmp_path, KIND), thing("portal/climate-watch")
    assert said(graph, "inferred", watch, rdf.type) == {lgq.Initiative.value}
    assert not said(graph, "stated", watch, rdf.type)
    assert not said(graph, "stated", watch, dct.title)
    service = corrected(
        tmp_path, KIND | {"instead": "service", "basis": "stated", "quote": "climate actions are progressing"}
    )
    assert said(service, "stated", watch, rdf.type) == {lgq.OnlineService.value}
    assert said(service, "inferred", watch, cv.hasCompetentAuthority)
    law = corrected(tmp_path, KIND | {"instead": "legislation"})
    assert {r["entity"] for r in law.query("entities", kind="legislation").to_records()} >= {watch.value}


def test_a_confirmed_claim_stays_where_it_was_and_is_trusted(tmp_path: Path) -> None:
    """An inferred statement is not mixed with what the response states: its claim has the correction and full confidence."""
    graph, app = corrected(tmp_path, ACCEPT), thing("app/nysse-mobile")
    assert len(said(graph, "inferred", app, lgq.function)) == 1 and not said(
        graph, "stated", app, lgq.function
    )
    (claim,) = {q.subject for q in quads(graph, "claims") if q.predicate == lgq.correction}
    assert said(graph, "claims", claim, rdf.type) == {lgq.InferredClaim.value}  # type: ignore[arg-type]
    assert said(graph, "claims", claim, lgq.confidence) == {"1"}  # type: ignore[arg-type]


def test_a_new_name_keeps_the_iri_and_the_old_name(tmp_path: Path) -> None:
    """The old name is another name with its words; a name that the words have is stated."""
    graph, portal = corrected(tmp_path, RENAME), thing("portal/open-data-portal-of-the-city")
    assert said(graph, "inferred", portal, rdfs.label) == {"Open Data Tampere"}
    assert said(graph, "stated", portal, skos.altLabel) == {
        "open data portal of the city",
        "open data portal",
    }
    assert not said(graph, "stated", portal, rdfs.label)
    known = corrected(tmp_path, RENAME | {"to": "open data portal"})
    assert said(known, "stated", portal, rdfs.label) == {"open data portal"}
    body = {
        "action": "rename",
        "kind": "organisation",
        "name": "Ministry of Finance",
        "to": "Finance Ministry",
    }
    assert said(
        corrected(tmp_path, body), "inferred", thing("organisation/ministry-of-finance"), skos.prefLabel
    )


def test_a_merged_thing_leads_to_the_one_that_stays(tmp_path: Path) -> None:
    """All that was said of both is said of one; the IRI of the other says where it is now, and a merge says why."""
    graph, kept, gone = (
        corrected(tmp_path, MERGE),
        thing("platform/mun-tampere"),
        thing("platform/tampere-resident-panel"),
    )
    assert said(graph, "stated", kept, skos.altLabel) == {"Tampere Resident Panel"}
    assert len(said(graph, "stated", kept, foaf.page)) == 2
    assert said(graph, "corpus", gone, dct.isReplacedBy) == {kept.value}
    assert not {
        q
        for part in ("stated", "inferred", "claims")
        for q in quads(graph, part)
        if gone in (q.subject, q.object)
    }
    assert [r["reason"] for r in graph.query("merges").to_records() if r["entity"] == kept.value] == [
        "by-correction"
    ]


def test_merges_follow_each_other(tmp_path: Path) -> None:
    """What was merged into a thing that is merged itself leads to the last, in whichever order the file has them."""
    second = MERGE | {"name": "Mun Tampere", "into": "Feedback Service"}
    one, other = corrected(tmp_path, MERGE, second), corrected(tmp_path, second, MERGE)
    for gone in ("platform/mun-tampere", "platform/tampere-resident-panel"):
        assert said(one, "corpus", thing(gone), dct.isReplacedBy) == {thing("service/feedback-service").value}
    assert set(one.store.quads()) == set(other.store.quads())


def test_what_was_joined_becomes_two(tmp_path: Path) -> None:
    """The thing split off has an IRI of its own and its own words; the rest keeps IRI and words."""
    graph = corrected(tmp_path, SPLIT)
    whole, part = thing("portal/open-data-portal-of-the-city"), thing("portal/open-data-portal")
    assert said(graph, "stated", part, rdfs.label) == {"open data portal"}
    assert said(graph, "corpus", part, lgq.mentionedIn) == {
        "https://w3id.org/lgq/response/fi-tampere/2022/answer/q23"
    }
    assert not said(graph, "stated", whole, skos.altLabel)
    assert not [r for r in graph.query("merges").to_records() if r["entity"] == whole.value]


def test_a_thing_that_was_missed_is_there_with_its_words(tmp_path: Path) -> None:
    """It has an IRI, class and name as any other, and its claims name the correction."""
    graph, added = corrected(tmp_path, THING), thing("initiative/chat-and-video-call")
    assert said(graph, "stated", added, rdf.type) == {lgq.Initiative.value}
    claims = {q.subject for q in quads(graph, "claims") if q.predicate == rdf.subject and q.object == added}
    assert claims == {q.subject for q in quads(graph, "claims") if q.predicate == lgq.correction}
    inferred = corrected(tmp_path, THING | {"basis": "inferred"})
    assert said(inferred, "inferred", added, rdf.type) == {lgq.Initiative.value}


@pytest.mark.parametrize(
    ("property_", "value", "predicate"),
    [
        ("lgq:contributesTo", "11.7", lgq.contributesTo),
        ("function", "transport", lgq.function),
        ("dct:audience", "tourists", dct.audience),
        ("foaf:page", "https://parks.example.org/?a=1", foaf.page),
        ("skos:altLabel", "Parks map", skos.altLabel),
        ("dct:description", "a map of parks", dct.description),
        ("cv:hasCompetentAuthority", "Ministry of Finance", cv.hasCompetentAuthority),
        ("org:linkedTo", "Ministry of Finance", org.linkedTo),
    ],
)
def test_a_statement_that_was_missed_is_there(
    tmp_path: Path, property_: str, value: str, predicate: object
) -> None:
    """Of each form of value: in the graph of its basis, with a claim that names the correction."""
    graph, parks = (
        corrected(tmp_path, FACT | {"property": property_, "value": value}),
        thing("portal/parks-for-all"),
    )
    assert said(graph, "inferred", parks, predicate)  # type: ignore[arg-type]
    (correction,) = graph.query("corrections").to_records()
    assert (correction["action"], correction["before"], correction["after"]) == ("add", "", value)


def test_a_rejected_thing_is_nowhere(tmp_path: Path) -> None:
    """Nothing is said of it, nothing leads to it, and numbers about it go with it."""
    whole = {"action": "reject", "question": 24, "kind": "portal", "name": "Climate Watch"}
    graph, gone = corrected(tmp_path, whole), thing("portal/climate-watch")
    asserted = [q for part in ("stated", "inferred", "corpus") for q in quads(graph, part)]
    assert not [q for q in asserted if gone in (q.subject, q.object)]
    assert not [r for r in graph.query("observations").to_records() if "240" in str(r["quote"])]
    assert graph.validate().conforms


def test_the_query_tells_who_decided_what_when_and_why(tmp_path: Path) -> None:
    """One row for each correction and thing: role, date, reason, before and after."""
    graph = corrected(tmp_path, *ALL)
    rows = {(r["action"], r["before"], r["after"]) for r in graph.query("corrections").to_records()}
    assert rows == {
        ("reject", "12", ""), ("reject", "portal", "initiative"), ("accept", "transport", "transport"),
        ("rename", "open data portal of the city", "Open Data Tampere"), ("merge", "Tampere Resident Panel", "Mun Tampere"),
        ("split", "open data portal of the city", "open data portal of the city | open data portal"),
        ("add", "", "chat and video call"), ("add", "", "11.7"),
    }  # fmt: skip
    told = {(r["by"], str(r["date"]), r["because"]) for r in graph.query("corrections").to_records()}
    assert told == {("survey analyst", "2026-11-20", "read again")}
    assert len(graph.query("corrections", role="Survey analyst", action="add")) == 2
    assert graph.unmatched == () and graph.validate().conforms


def test_a_correction_that_breaks_a_shape_is_told(tmp_path: Path) -> None:
    """A law that approved a strategy is made a portal: the response is left out, and its report says why."""
    law = KIND | {
        "question": 21,
        "kind": "legislation",
        "name": "Decision No. 152/2021",
        "value": "legislation",
        "instead": "portal",
    }
    with pytest.raises(ShapeViolation, match="approved"):
        corrected(tmp_path, law)


def test_two_corrections_of_one_statement_are_an_error_that_names_both(tmp_path: Path) -> None:
    """Also where only the response shows that they speak of one thing, by two of its names."""
    other = RENAME | {"name": "open data portal", "to": "Data of the city"}
    with pytest.raises(InputError, match=r"line \d+ and line \d+"):
        build([TAMPERE], corrections=written(tmp_path, RENAME, other))
    again = ACCEPT | {"action": "reject", "name": "Nysse Mobile app"}
    with pytest.raises(InputError, match=r"line \d+ and line \d+"):
        build([TAMPERE], corrections=written(tmp_path, ACCEPT, again))


def test_the_example_of_the_documentation_applies(tmp_path: Path) -> None:
    """Every entry of docs/corrections.md, as it is printed there."""
    text = (ROOT / "docs" / "corrections.md").read_text(encoding="utf-8")
    file = tmp_path / "corrections.yaml"
    file.write_text(re.findall(r"```yaml\n(.*?)```", text, re.S)[0], encoding="utf-8")
    graph: Graph = build([TAMPERE], corrections=file)
    assert {r["action"] for r in graph.query("corrections").to_records()} == {
        "accept", "reject", "rename", "merge", "split", "add"
    }  # fmt: skip
