"""What the graph of a response promises: claims, evidence, and what never enters."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

import pytest
from pyoxigraph import BlankNode, Literal

from lgq_graph.describe import describe
from lgq_graph.iri import city_iri, graph_iri, response_iri, span_iri
from lgq_graph.library import Graph
from lgq_graph.model import Evidence, Modality, Status
from lgq_graph.pipeline import Built, build_responses
from lgq_graph.vocabulary import code, dct, lgq, oa, prov, rdf, schema

from .conftest import EXAMPLES, REAL

FILES = [*sorted(EXAMPLES.glob("*.txt")), *REAL]


@pytest.fixture(scope="module", params=FILES, ids=lambda path: path.stem)
def response(request: pytest.FixtureRequest) -> Built:
    """Each example and, where it is at hand, each real response."""
    return build_responses(request.param)[0]


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


def test_a_denied_goal_stands_nowhere(response: Built) -> None:
    """No claim, in any modality, has the words of a denial for its evidence and a goal for its object."""
    denied = {
        span_iri(
            response_iri(response.response.city, response.response.edition), Evidence(m.question, goal.quote)
        )
        for m in response.mentions
        for goal in m.goals
        if goal.modality is Modality.NEGATED
    }
    kept = {
        span_iri(
            response_iri(response.response.city, response.response.edition), Evidence(m.question, goal.quote)
        )
        for m in response.mentions
        for goal in m.goals
        if goal.modality is not Modality.NEGATED
    }
    about_goals = [node for node in claims(response).values() if lgq.contributesTo in node[rdf.predicate]]
    assert about_goals
    assert not {span for node in about_goals for span in node[lgq.evidence]} & (denied - kept)


def test_whatever_is_named_has_one_identifier(response: Built) -> None:
    """Entities, partners and the city by the last part of their IRI; a country by its codes."""
    named = {s for s, p, _ in part(response, "corpus") if p == lgq.mentionedIn}
    named |= {city_iri(response.response.city)}
    found = defaultdict(list)
    for subject, predicate, object_ in part(response, "corpus"):
        if predicate == dct.identifier:
            found[subject].append(object_.value)
    for node in named:
        if re.search(r"/id/country/[A-Z]{3}$", node.value) is None:
            assert found[node] == [node.value.rpartition("/")[2]], node


def test_a_partnership_is_what_one_side_reports(response: Built) -> None:
    """From the city that answered to its partners, never back, and never to itself."""
    city = city_iri(response.response.city)
    pairs = [(q.subject, q.object) for q in response.quads if q.predicate == lgq.hasPartner]
    assert pairs
    assert all(subject == city != partner for subject, partner in pairs)


def test_cities_that_name_each_other_are_found_without_symmetry(graph: Graph) -> None:
    """Each direction stands in the graph of the response that reports it."""
    found = {
        (str(q.subject).rsplit("/", 1)[1], str(q.object).rsplit("/", 1)[1], str(q.graph_name))
        for q in graph.store.quads()
        if q.predicate == lgq.hasPartner
    }
    cities = ("fi-tampere>", "co-medellin>")
    mutual = {
        (s, o, g.split("/graph/")[1].split("/")[0] + ">") for s, o, g in found if s in cities and o in cities
    }
    assert mutual == {(s, o, s) for s in cities for o in cities if s != o}


def test_every_graph_is_one_of_the_four_of_its_response(response: Built) -> None:
    """And each of them holds something."""
    names = {q.graph_name for q in response.quads}
    city, edition = response.response.city, response.response.edition
    assert names == {graph_iri(city, edition, name) for name in ("stated", "inferred", "corpus", "claims")}


def test_a_response_of_the_next_round_makes_the_same_claims(response: Built) -> None:
    """Entities and claims are shared with it; answers and spans are its own."""
    if response.response.city.name != "Tampere":
        pytest.skip("one example will do")
    later = replace(response.response, edition="2024")
    form = replace(response.questionnaire, edition="2024")
    again = describe(later, form, response.mentions, response.entities)
    now, then = ({str(q.subject) for q in quads} for quads in (response.quads, again))
    for word in ("/id/", "/merge/", "/statistic/"):
        assert any(word in node for node in now)
    entities = {node for node in now if "/id/" in node}
    assert entities == {node for node in then if "/id/" in node}
    assert not {n for n in now if "/response/" in n} & {n for n in then if "/response/" in n}
    said = {q.subject for q in response.quads if q.predicate == rdf.subject and "/id/" in str(q.object)}
    said_again = {q.subject for q in again if q.predicate == rdf.subject and "/id/" in str(q.object)}
    assert said == said_again
