"""Validation: every shape has a sample that keeps it and one that breaks it, and both engines see the same."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse
from pyoxigraph import Store as Quads

from lgq_graph.errors import DataError
from lgq_graph.store import Store
from lgq_graph.validate import VIOLATION, WARNING, Finding, Report, validate
from lgq_graph.validate.case import Case
from lgq_graph.validate.constraints import checks
from lgq_graph.validate.literals import unmatched
from lgq_graph.validate.shapes import Shape, Target, read_shapes, shapes_of
from lgq_graph.vocabulary import BASE, dct, foaf, lgq, rdf, rdfs, skos

from .timing import assert_linear

SAMPLES = Path(__file__).parent / "data" / "shapes"
GOOD, BAD = sorted(SAMPLES.glob("*-good.*")), sorted(SAMPLES.glob("*-bad.*"))
SHAPE = BASE + "shape#"
GRAPH = BASE + "graph/fi-tampere/2022/"


class Sample(Store):
    """A store filled with quads as they stand: `Store` itself refuses what some samples must hold."""

    def __init__(self, *files: Path) -> None:
        super().__init__()
        for file in files:
            into = None if file.suffix == ".trig" else NamedNode(GRAPH + "corpus")
            form = RdfFormat.TRIG if file.suffix == ".trig" else RdfFormat.TURTLE
            self.put(
                *(
                    Quad(q.subject, q.predicate, q.object, into or q.graph_name)
                    for q in parse(path=str(file), format=form)
                )
            )

    def put(self, *quads: Quad) -> None:
        self._quads.extend(quads)


def sample(file: Path) -> Sample:
    return Sample(file) if file.suffix == ".trig" else Sample(SAMPLES / "prelude.ttl", file)


def expected(file: Path) -> set[str]:
    lines = re.findall(r"^# expects: (.+)$", file.read_text(encoding="utf-8"), re.M)
    return {SHAPE + name for line in lines for name in line.split()}


def name(file: Path) -> str:
    return file.stem


@pytest.mark.parametrize("file", GOOD, ids=name)
def test_good_sample_has_no_finding(file: Path) -> None:
    report = validate(sample(file))
    assert report.findings == () and report.conforms and report.focus_nodes > 0


@pytest.mark.parametrize("file", BAD, ids=name)
def test_faulty_sample_has_exactly_the_expected_findings(file: Path) -> None:
    report = validate(sample(file))
    assert {f.shape for f in report.findings} == expected(file)


@pytest.mark.parametrize("file", BAD, ids=name)
def test_only_what_is_bad_is_found(file: Path) -> None:
    found = {f.focus for f in validate(sample(file)).findings}
    assert found and all("bad" in focus for focus in found)


def test_every_shape_is_broken_by_a_sample() -> None:
    shapes = shapes_of()
    everything = {s.iri for s in (*shapes.core, *shapes.rules)}
    assert everything == set().union(*map(expected, BAD))


@pytest.mark.parametrize(
    "files",
    [[f for f in (*GOOD, *BAD) if f.suffix == ".ttl"], [SAMPLES / "global-bad.trig"]],
    ids=["core", "global"],
)
def test_engines_agree(files: list[Path]) -> None:
    """pySHACL, the judge, finds the same as our own engine: shape, node, path, value and kind of constraint."""
    store = Sample(SAMPLES / "prelude.ttl", *files) if len(files) > 1 else Sample(*files)
    judged, ours = validate(store, "pyshacl").findings, validate(store).findings
    assert judged == ours and len(ours) > 30


def test_empty_store_fails() -> None:
    """A store without a response does not conform: there is nothing to say so of."""
    report = validate(Store())
    assert not report.conforms and report.focus_nodes == 0 and "nothing to validate" in report.text()


def test_unnamed_graph_fails() -> None:
    """Quads outside the graphs of a response are not mistaken for one."""
    store = Sample()
    store.put(Quad(NamedNode("urn:x"), rdf.type, lgq.Portal))
    assert not validate(store).conforms


def test_graphs_without_any_known_class_fail() -> None:
    store = Sample()
    store.put(Quad(NamedNode("urn:x"), rdfs.label, Literal("x"), NamedNode(GRAPH + "stated")))
    assert {f.shape for f in validate(store).findings} >= {SHAPE + "nothing", SHAPE + "response-missing"}


def test_warnings_do_not_break_conformance() -> None:
    store = sample(SAMPLES / "portal-good.ttl")
    place = NamedNode(BASE + "id/city/xx-somewhere")
    corpus = NamedNode(GRAPH + "corpus")
    store.put(
        Quad(place, rdf.type, NamedNode("https://schema.org/City"), corpus),
        Quad(place, rdfs.label, Literal("Somewhere", language="en"), corpus),
    )
    report = validate(store)
    assert report.conforms and report.count(WARNING) == 1


def test_a_store_ontology_without_subclasses_is_refused() -> None:
    """Without the class hierarchy shapes would pass what they cannot see."""
    store = sample(SAMPLES / "portal-good.ttl")
    store.put(Quad(lgq.Portal, rdfs.label, Literal("portal"), NamedNode(BASE + "ontology")))
    with pytest.raises(DataError, match="subclasses"):
        validate(store)


def test_responses_are_judged_apart() -> None:
    """Two rounds may give one entity two main names; only two in one response are a finding."""
    store = sample(SAMPLES / "portal-good.ttl")
    for quad in list(store.quads(NamedNode(GRAPH + "corpus"))):
        changed = Literal("Other", language="en") if quad.predicate == rdfs.label else quad.object
        store.put(
            Quad(quad.subject, quad.predicate, changed, NamedNode(BASE + "graph/fi-tampere/2024/corpus"))
        )
    assert validate(store).findings == ()


# --- where a finding belongs --------------------------------------------------------------------------------------


def _by_focus(file: str) -> dict[str, Finding]:
    return {f.focus.removeprefix(BASE): f for f in validate(sample(SAMPLES / file)).findings}


def test_a_finding_names_city_and_question() -> None:
    """From the IRI of an answer, else from the answer that mentions the entity, else none."""
    assert _by_focus("answer-bad.ttl")["response/bad/2022/answer/q2"].question == 2
    assert _by_focus("portal-bad.ttl")["id/fi-tampere/portal/bad-page"].question == 5
    assert _by_focus("statistic-bad.ttl")["statistic/bad-1"].question == 0
    assert _by_focus("global-bad.trig")["claim/bad-orphan"].question == 5
    assert {f.city for f in _by_focus("portal-bad.ttl").values()} == {"Tampere (2022)"}


def test_text_says_what_is_wrong_where() -> None:
    text = validate(sample(SAMPLES / "platform-bad.ttl")).text()
    assert text.startswith("The graph breaks its shapes: 3 violations, 0 warnings")
    assert "\nTampere (2022)\n  violation: 3 × It has no main name" in text
    assert "      question 5: id/fi-tampere/platform/bad-any → label" in text


def test_text_cuts_long_lists() -> None:
    """A kind of finding is told once, with its number and the first few, or with all of them."""
    finding = Finding(
        VIOLATION, "Tampere (2022)", 3, BASE + "id/x", "", "", "Wrong. Mend it.", SHAPE + "x", "urn:c"
    )
    many = tuple(Finding(*{**_fields(finding), "focus": f"{BASE}id/{n}"}.values()) for n in range(8))
    text = Report(many, 9).text()
    assert "8 × Wrong. Mend it." in text and "and 5 more" in text and "id/7" not in text
    assert "id/7" in Report(many, 9).text(full=True) and "more" not in Report(many, 9).text(full=True)


def _fields(finding: Finding) -> dict[str, object]:
    return {field: getattr(finding, field) for field in Finding.__dataclass_fields__}


def test_json_holds_every_field() -> None:
    report = validate(sample(SAMPLES / "portal-bad.ttl"))
    document = json.loads(report.json())
    assert document["conforms"] is False and document["counts"] == {"violation": 2, "warning": 0, "info": 0}
    assert document["findings"] == [_fields(f) for f in report.findings]


def test_turtle_is_a_validation_report() -> None:
    """It parses, has one result for each finding, and no blank node."""
    report = validate(sample(SAMPLES / "global-bad.trig"))
    graph = Quads()
    graph.load(report.turtle().encode(), format=RdfFormat.TURTLE)
    results = list(
        graph.quads_for_pattern(None, rdf.type, NamedNode("http://www.w3.org/ns/shacl#ValidationResult"))
    )
    assert len(results) == len(report.findings)
    assert "_:" not in "".join(str(quad.triple) for quad in graph)


def test_report_is_the_same_each_time() -> None:
    """The order of quads in the store changes neither findings nor bytes."""
    file = SAMPLES / "global-bad.trig"
    other = Sample()
    other.put(*sorted(sample(file).quads(), key=str, reverse=True))
    first, second = validate(sample(file)), validate(other)
    assert (first.text(), first.json(), first.turtle()) == (second.text(), second.json(), second.turtle())


# --- personal data ------------------------------------------------------------------------------------------------


def _shapes_of_text(text: str) -> set[str]:
    store = sample(SAMPLES / "portal-good.ttl")
    node = NamedNode(BASE + "id/fi-tampere/portal/data")
    store.put(
        Quad(
            node,
            NamedNode("http://purl.org/dc/terms/description"),
            Literal(text, language="en"),
            NamedNode(GRAPH + "corpus"),
        )
    )
    return {f.shape.removeprefix(SHAPE) for f in validate(store).findings}


@pytest.mark.parametrize(
    "text",
    [
        "write to info@city.example",
        "ask jane_roe@mail.city.example.org, please",
        "почта: отдел@город.рф",
        "desk (at) city.example",
        "desk [at] city [dot] example",
        "A/b@city.example",
        "<a.b+c@x.example>",
    ],
)
def test_email_addresses_are_found(text: str) -> None:
    assert _shapes_of_text(text) == {"no-email"}


@pytest.mark.parametrize(
    "text",
    [
        "+1 415 555 0100",
        "+49 (0)30 1234567",
        "+254-700-000-000",
        "reach us at 0049 30 1234567",
        "(495) 555-01-23",
        "(11) 95555-0123",
        "call us maybe? no: the office, second floor, left of the stairs, room twelve, 415-555-0100",
        "030 1234 5678",
        "01 40 00 00 00",
        "8 (495) 555-01-23",
        "mobile: 98765 43210",
        "MOBILE: 98765 43210",
        "tel. +49 30 1234567",
        "tel.: 2345 6789",
    ],
)
def test_phone_numbers_are_found(text: str) -> None:
    assert _shapes_of_text(text) == {"no-phone"}


@pytest.mark.parametrize(
    "text",
    [
        "Hotline: +1 415 555 0100",
        "The contact centre answers around the clock at +254 20 222 2181",
        "Emergency 0800 555 0123, helpline 0800 555 0124",
        "the number 1-800-555-0100, or 8 800 555-01-23",
        "горячая линия +7 495 555-01-23",
        "ГОРЯЧАЯ ЛИНИЯ +7 495 555-01-23",
        "the Emergency Hotline, which is open at all hours of day and night: 415-555-0100",
        "more than 12 345 678 visits in 2021-2022 and 1.234.567 downloads",
        "EUR 12 500 000 on 09.08.2011, law 52872-2019, decree 012-2021-2022",
        "from 2018-01-01 to 2021-12-31, 09/08/2011 10:20:30",
        "map at https://maps.example/@60.17,24.94,12z and https://x.example/0/0/7700000010000187206/",
        "follow @city@social.example or @city.official",
        "ISO/IEC 27001:2013, IPv4 192.168.100.200, version 10.15.7.1234",
        "Mon-Fri 08:00-16:00, 5,600 staff, 1 200 000 users, 3.14159265",
    ],
)
def test_public_lines_and_plain_numbers_pass(text: str) -> None:
    assert _shapes_of_text(text) == set()


def test_personal_findings_do_not_repeat_the_data() -> None:
    report = validate(sample(SAMPLES / "global-bad.trig"))
    personal = {SHAPE + rule for rule in ("no-email", "no-phone", "no-person", "no-person-named")}
    found = [f for f in report.findings if f.shape in personal]
    assert {f.shape for f in found} == personal and not any(f.value for f in found)


CANARIES = ("quorbane", "4113 0955", "41130955", "vexilda", "qxfile")


@pytest.mark.parametrize("engine", ["sparql", "pyshacl"])
def test_no_finding_tells_of_a_person(engine: str) -> None:
    """In a graph of others a value, a thing, a city may be an address, a number or a name: no form of the report has them."""
    portal = NamedNode(BASE + "id/fi-tampere/portal/data")
    person = NamedNode("mailto:v.quorbane@example.org")
    correction = NamedNode(BASE + "correction/1")
    label, page, source, goal = rdfs.label, foaf.page, dct.source, lgq.contributesTo
    wrong: list[tuple[NamedNode, NamedNode, NamedNode | Literal]] = [
        (portal, page, person),
        (portal, page, Literal("write to v.quorbane@example.org")),
        (portal, page, NamedNode("tel:+999-77-4113-0955")),
        (portal, goal, Literal("Ms Vexilda Quorbane", language="en")),
        (portal, goal, NamedNode("https://www.linkedin.com/in/vexilda-quorbane")),
        (portal, label, Literal("call +999 77 4113 0955")),
        (person, rdf.type, lgq.Portal),
        (NamedNode(BASE + "id/city/fi-tampere"), label, Literal("Aa, Ms Vexilda Quorbane", language="en")),
        (correction, rdf.type, lgq.Correction),
        (correction, lgq.byRole, Literal("Vexilda Quorbane")),
        (NamedNode(BASE + "response/fi-tampere/2022"), source, Literal("/home/qxfile/answers.docx")),
    ]
    store = sample(SAMPLES / "portal-good.ttl")
    store.put(*(Quad(*said, NamedNode(GRAPH + "claims")) for said in wrong))
    report = validate(store, engine)
    forms = (report.text(full=True), report.json(), report.turtle(), report.table().to_csv())
    assert {page.value, goal.value, lgq.byRole.value, source.value} <= {f.path for f in report.findings}
    assert "write to [withheld]" in report.json()
    assert any(f.focus.endswith("/withheld") for f in report.findings)
    for form in forms:
        assert [word for word in CANARIES if word in form.casefold()] == []


def test_what_extraction_lets_pass_does_not_break_the_shapes() -> None:
    """The rule that blanks personal data and the shapes that look for it agree on these texts."""
    from lgq_graph.extract.contacts import Known, withhold

    texts = [
        "Hotline +1 415 555 0100.",
        "Office: +1 415 555 0100.",
        "a.b@c.example",
        "Call centre (495) 555-01-23",
        "Dial 112 or 0800 555 0123",
        "1-800-555-0100, 8 800 555-01-23 and 1-888-555-0100",
        "tel.: 2345 6789 or tel. 112",
        "mail (at) city [dot] example",
        "mail @ city.example",
    ]
    for text in texts:
        assert _shapes_of_text(withhold(text, 5, Known())[0]) == set(), text


# --- hostile input ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["a@" * 200_000, "(at) " * 100_000, "+1 2 " * 100_000, "hotline " * 80_000, "(" * 300_000, "0" * 400_000],
)
def test_long_texts_do_not_hang(text: str) -> None:
    """Each pattern takes time in proportion to the text; a quadratic one would take minutes here."""
    assert "no-email" not in _shapes_of_text(text)


def test_what_is_said_of_one_thing_is_judged_in_linear_time() -> None:
    """A thing of some thousands of names, each with its claim: no rule holds each claim against all others."""
    portal, claims = NamedNode(BASE + "id/fi-tampere/portal/data"), NamedNode(GRAPH + "claims")

    def judged(pieces: str) -> None:
        case = Case(
            Quad(NamedNode(f"{BASE}claim/{n}"), predicate, value, claims)
            for n in range(len(pieces))
            for predicate, value in (
                (rdf.type, lgq.InferredClaim), (rdf.subject, portal), (rdf.predicate, skos.altLabel), (rdf.object, Literal(f"{n}"))
            )
        )  # fmt: skip
        for rule in shapes_of().rules:
            list(case.ask_apart(rule.select))

    assert_linear(judged, "x", 600)


def test_unknown_constraint_is_refused() -> None:
    """A parameter that the compiler does not know is an error, never a constraint that always passes."""
    shape = Shape(
        "urn:s", (Target("class", lgq.Portal),), rdfs.label, (("equals", rdfs.label),), VIOLATION, ""
    )
    with pytest.raises(DataError, match="sh:equals"):
        checks(shape, {})
    other = replace(shape, constraints=(("nodeKind", lgq.Portal),))
    with pytest.raises(DataError, match="sh:nodeKind"):
        checks(other, {})


def test_a_pattern_that_is_none_passes_nothing() -> None:
    """A mistake in a pattern must not silence its shape."""
    assert unmatched({"a", ""}, "(") == {"a", ""} and unmatched({"a", ""}, "a") == {""}


def test_shape_without_message_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "x.ttl"
    file.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . <urn:s> a sh:NodeShape ; sh:targetClass <urn:C> ; sh:property <urn:p> ."
        "<urn:p> sh:path <urn:q> ; sh:minCount 1 ; sh:severity sh:Violation ."
    )
    with pytest.raises(DataError, match="message"):
        read_shapes([file])
