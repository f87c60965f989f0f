"""Rewriting a response without changing its facts changes no fact in the graph."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable
from functools import cache

import pytest
from pyoxigraph import Literal, NamedNode

from lgq_graph.pipeline import Built, build_response
from lgq_graph.read.txt import read_text
from lgq_graph.resolve import fold, page_key
from lgq_graph.vocabulary import eli, lgq, rdf, rdfs, schema, sdmx_attribute, sdmx_measure

from .conftest import EXAMPLES, REAL
from .rewrites import FACTS, REWRITES

TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in [*sorted(EXAMPLES.glob("*.txt")), *REAL]}
COMPARED = frozenset(
    {rdfs.label, schema.containedInPlace, schema.sameAs, eli.id_local, eli.date_document, lgq.level, lgq.hasPartner, lgq.mentionedIn, lgq.refersTo,
     lgq.url, lgq.modality, lgq.evidence, lgq.bound, rdf.subject, rdf.predicate, rdf.object, sdmx_attribute.unitMeasure, sdmx_measure.obsValue}
)  # fmt: skip
"""The predicates that make up a fact; most of a graph says where it stands."""
Facts = dict[str, Counter[Hashable]]

KNOWN: dict[tuple[str, str, str], str] = {
}  # fmt: skip
"""What a rewrite of a response still changes: (rewrite, response, projection) and why. Each must fail until it is mended."""


class Said:
    """The quads of one response as what each subject says under a predicate."""

    def __init__(self, built: Built) -> None:
        self.values: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for quad in built.quads:
            if quad.predicate not in COMPARED:
                continue
            value = quad.object.value if isinstance(quad.object, Literal) else str(quad.object).strip("<>")
            self.values[quad.predicate.value][str(quad.subject).strip("<>")].append(value)

    def subjects(self, predicate: NamedNode) -> dict[str, list[str]]:
        """The values of a predicate by subject."""
        return self.values[predicate.value]

    def one(self, subject: str, predicate: NamedNode) -> str:
        """The least value, so that there is one; empty when there is none."""
        return min(self.subjects(predicate).get(subject, [""]))

    def name(self, subject: str) -> str:
        """The name of a thing as it is compared."""
        return fold(self.one(subject, rdfs.label))


def facts_of(built: Built) -> Facts:
    """What a graph says, free of where and how the response says it: one bag of comparable values for each of `FACTS`."""
    said = Said(built)
    entities = [s for s in said.subjects(lgq.mentionedIn) if "/law/" not in s]
    laws = [s for s in said.subjects(lgq.mentionedIn) if "/law/" in s]
    partners = {p for found in said.subjects(lgq.hasPartner).values() for p in found}
    return {
        "entities": Counter({said.name(s) for s in entities}),
        "laws named": Counter({said.name(s) for s in laws}),
        "links": Counter({(said.name(said.one(s, lgq.refersTo)), page_key(said.one(s, lgq.url))) for s in said.subjects(lgq.url)}),
        "goals": Counter(_goals(said)),
        "laws": Counter((said.one(s, eli.id_local), said.one(s, eli.date_document), said.one(s, lgq.level)) for s in laws),
        "partners": Counter({(said.name(p), said.one(p, schema.containedInPlace), said.one(p, schema.sameAs)) for p in partners}),
        "numbers": Counter(_numbers(said)),
        "answers": Counter((a.question, a.status, tuple((m.option, m.state) for m in a.marks)) for a in built.response.answers),
        "submitted": Counter([built.response.submitted]),
    }  # fmt: skip


def _goals(said: Said) -> set[Hashable]:
    """Who contributes to which goal, and how that is meant, from the claims: planned ones stand there alone."""
    claims = [c for c, found in said.subjects(rdf.predicate).items() if found == [lgq.contributesTo.value]]
    return {
        (said.name(said.one(c, rdf.subject)), said.one(c, rdf.object), said.one(c, lgq.modality))
        for c in claims
    }


def _numbers(said: Said) -> list[Hashable]:
    """Question, value, unit and bound of each number."""
    spans = {said.one(claim, rdf.subject): span for claim, (span, *_) in said.subjects(lgq.evidence).items()}
    return [
        (_question(spans[s]), value, said.one(s, sdmx_attribute.unitMeasure), said.one(s, lgq.bound))
        for s, (value, *_) in said.subjects(sdmx_measure.obsValue).items()
    ]


def _question(span: str) -> int:
    found = re.search(r"/answer/q(\d+)", span)
    assert found, span
    return int(found[1])


@cache
def _facts(data: bytes, name: str) -> Facts:
    return facts_of(build_response(read_text(data, name)))


def changes(stem: str, rewrite: str, kinds: frozenset[str]) -> dict[str, tuple[list[str], list[str]]]:
    """What a rewritten response no longer says, and what it says instead."""
    before = _facts(TEXTS[stem].encode(), f"{stem}.txt")
    after = _facts(REWRITES[rewrite](TEXTS[stem]), f"{stem}.txt")
    return {
        kind: (sorted(map(str, before[kind] - after[kind])), sorted(map(str, after[kind] - before[kind])))
        for kind in sorted(kinds)
        if before[kind] != after[kind]
    }


@pytest.mark.parametrize("rewrite", REWRITES)
@pytest.mark.parametrize("stem", TEXTS)
def test_a_rewrite_changes_no_fact(stem: str, rewrite: str) -> None:
    """Every fact stays that the rewrite must keep, but those known to change."""
    known = {kind for name, response, kind in KNOWN if (name, response) == (rewrite, stem)}
    assert changes(stem, rewrite, FACTS - REWRITES[rewrite].differs - known) == {}


@pytest.mark.parametrize(
    ("rewrite", "stem", "kind"),
    [
        pytest.param(*key, marks=pytest.mark.xfail(reason=reason, strict=True))
        for key, reason in KNOWN.items()
        if key[1] in TEXTS
    ],
)
def test_what_is_known_to_change_does(rewrite: str, stem: str, kind: str) -> None:
    """A mended bug leaves the table: its case passes, which is an error here."""
    assert changes(stem, rewrite, frozenset({kind})) == {}


@pytest.mark.parametrize("rewrite", REWRITES)
def test_a_rewrite_changes_some_response(rewrite: str) -> None:
    """No rewrite is idle: each changes the bytes of one response at least."""
    if not any(REWRITES[rewrite](text) != text.encode() for text in TEXTS.values()):
        assert not REAL, "a rewrite that changes nothing proves nothing"
        pytest.skip("the response that is written so is not at hand")


def test_the_comparison_sees_a_changed_fact() -> None:
    """Each projection holds something, and a changed response is told from the old one where it was changed."""
    text = TEXTS["medellin-2022"]
    before = _facts(text.encode(), "medellin-2022.txt")
    other = text.replace("SDG 6", "SDG 9").replace("1.4 million", "1.5 million").replace("Bilbao", "Vigo")
    after = _facts(other.encode(), "medellin-2022.txt")
    assert before.keys() == FACTS
    assert all(before.values())
    assert {kind for kind in FACTS if before[kind] != after[kind]} == {
        "goals",
        "numbers",
        "partners",
        "entities",
    }
