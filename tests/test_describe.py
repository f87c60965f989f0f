"""What the graph of a response promises: claims, evidence, and what never enters."""

from __future__ import annotations

from collections import defaultdict

import pytest
from pyoxigraph import BlankNode, Literal

from lgq_graph.library import Graph
from lgq_graph.model import Status
from lgq_graph.pipeline import Built, build_response
from lgq_graph.vocabulary import code, lgq, oa, prov, rdf, schema

from .conftest import EXAMPLES, REAL

FILES = [*sorted(EXAMPLES.glob("*.txt")), *REAL]


@pytest.fixture(scope="module", params=FILES, ids=lambda path: path.stem)
def response(request: pytest.FixtureRequest) -> Built:
    """Each example and, where it is at hand, each real response."""
    return build_response(request.param)


def part(built: Built, name: str) -> list[tuple[object, object, object]]:
    """The triples of one of the four graphs."""
    return [
        (q.subject, q.predicate, q.object) for q in built.quads if q.graph_name.value.endswith("/" + name)
    ]


def claims(built: Built) -> dict[object, dict[object, list[object]]]:
    """The properties of every node of the claims graph."""
    nodes: dict[object, dict[object, list[object]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, object_ in part(built, "claims"):
        nodes[subject][predicate].append(object_)
    return nodes


def claimed(built: Built, class_: object, current: bool = True) -> set[tuple[object, object, object]]:
    """The statements that claims of one class make."""
    found = set()
    for node in claims(built).values():
        if class_ in node[rdf.type] and (code("modality", "current") in node[lgq.modality]) is current:
            found.add((node[rdf.subject][0], node[rdf.predicate][0], node[rdf.object][0]))
    return found


def test_the_stated_graph_is_what_stated_claims_say(response: Built) -> None:
    """No stated triple without a claim, no current stated claim without its triple."""
    assert set(part(response, "stated")) == claimed(response, lgq.StatedClaim)


def test_the_inferred_graph_is_what_inferred_claims_say(response: Built) -> None:
    """The same for what rules made; and nothing is both."""
    assert set(part(response, "inferred")) == claimed(response, lgq.InferredClaim)
    assert not set(part(response, "inferred")) & set(part(response, "stated"))


def test_every_stated_claim_has_words_and_every_inferred_one_its_rule(response: Built) -> None:
    """Evidence for the one, rule and premise for the other."""
    for node in claims(response).values():
        if lgq.StatedClaim in node[rdf.type]:
            assert node[lgq.evidence]
        if lgq.InferredClaim in node[rdf.type]:
            assert node[prov.wasGeneratedBy]
            assert node[prov.wasDerivedFrom]


def test_every_quote_is_what_stands_at_its_place(response: Built) -> None:
    """The exact words equal the answer's text from start to end, counted in code points."""
    texts = {
        s: o.value for s, p, o in part(response, "corpus") if p == schema.text and isinstance(o, Literal)
    }
    nodes = claims(response)
    spans = [node for node in nodes.values() if lgq.EvidenceSpan in node[rdf.type]]
    assert spans
    for span in spans:
        position, quote = sorted((nodes[s] for s in span[oa.hasSelector]), key=lambda n: oa.exact in n)
        start, end = (int(position[p][0].value) for p in (oa.start, oa.end))  # type: ignore[attr-defined]
        assert quote[oa.exact][0].value == texts[span[oa.hasSource][0]][start:end]  # type: ignore[attr-defined]


def test_there_is_no_blank_node(response: Built) -> None:
    """Every node has an IRI."""
    assert not any(isinstance(term, BlankNode) for q in response.quads for term in (q.subject, q.object))


def test_plans_and_denials_are_no_facts(response: Built) -> None:
    """A planned alignment stays a claim alone; a denied one stands nowhere."""
    stated = {(s, o) for s, p, o in part(response, "stated") if p == lgq.contributesTo}
    planned = {
        (s, o) for s, p, o in claimed(response, lgq.StatedClaim, current=False) if p == lgq.contributesTo
    }
    assert not stated & planned
    denied = [g for m in response.mentions for g in m.goals if g.modality == "negated"]
    assert all(f"modality/{g.modality}" not in str(response.quads) for g in denied[:1])


def test_a_lost_mark_stays_unknown(response: Built) -> None:
    """What follow-ups imply is inferred, and the mark itself is not changed."""
    unknown = {s for s, p, o in part(response, "corpus") if p == lgq.mark and o == code("mark", "unknown")}
    implied = {s for s, p, o in part(response, "inferred") if p == lgq.mark}
    assert implied <= unknown


def test_withheld_answers_have_no_words(response: Built) -> None:
    """No text, no span, no offset of a personal answer."""
    withheld = [a.question for a in response.response.answers if a.status is Status.WITHHELD]
    everything = "\n".join(map(str, response.quads))
    assert withheld
    for number in withheld:
        assert f"/answer/q{number}#" not in everything
        assert not response.response.answer(number).text


def test_claims_are_free_of_the_round(response: Built) -> None:
    """The IRI of a claim says nothing of the edition."""
    assert all(
        response.response.edition + "/" not in str(node)
        for node in claims(response)
        if "/claim/" in str(node)
    )


def test_loading_twice_changes_nothing(graph: Graph, built: tuple[Built, ...]) -> None:
    """Replacing a response by itself leaves the store as it was."""
    before = len(graph)
    graph.store.replace(built[0].quads, built[0].city, built[0].response.edition)
    assert len(graph) == before
