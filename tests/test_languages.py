"""Whole responses in the languages of the United Nations and in Portuguese, under the form's English questions."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from lgq_graph.library import Graph, build

from .languages import FOLDER, TOLD_WHOLLY, facts_in, facts_of, says

FACTS = sorted(FOLDER.glob("*.facts"))


@pytest.fixture(scope="module", params=FACTS, ids=lambda path: path.stem)
def facts(request: pytest.FixtureRequest) -> Path:
    """The file with the facts of one response."""
    return Path(request.param)


@pytest.fixture(scope="module")
def spoken(facts: Path) -> Graph:
    """The response, built and checked against its shapes."""
    return build([facts.with_suffix(".txt")])


def test_the_facts_of_a_response_are_found(facts: Path, spoken: Graph) -> None:
    """Every fact that a careful reader takes from it; those marked “?” are still missed, and none is so marked in vain."""
    found = facts_of(spoken)
    missed = {fact for fact in facts_in(facts) if not any(says(line, fact) for line in found)}
    assert missed == set()
    assert not {fact for fact in facts_in(facts, "?") if any(says(line, fact) for line in found)}


def test_no_other_facts_are_claimed(facts: Path, spoken: Graph) -> None:
    """Goals, laws, partners and numbers are those written down and no others; those marked “!” are still wrong."""
    claimed = {line for line in facts_of(spoken) if line.startswith(TOLD_WHOLLY)}
    assert {line for line in claimed if not any(says(line, fact) for fact in facts_in(facts))} == facts_in(
        facts, "!"
    )


def test_every_quote_is_a_piece_of_its_answer(spoken: Graph) -> None:
    """Also where a sentence ends with “。” or “؟” or runs from right to left."""
    (built,) = spoken.built
    for table in ("sdg-alignments", "observations", "partners"):
        for row in spoken.query(table).to_records():
            text = built.response.answer(int(str(row["question"]))).text
            assert " ".join(str(row["quote"]).split()) in " ".join(text.split())


def test_a_label_has_the_language_of_its_answer(facts: Path, spoken: Graph) -> None:
    """What question 24 names is tagged with the language in which that answer is written."""
    rows = spoken.query("entities").to_records()
    named = {
        str(row["entity"]) for row in rows if row["questions"] in (24, "24") and row["kind"] != "legislation"
    }
    tags = {
        quad.object.language
        for quad in spoken.store.quads()
        if isinstance(quad.subject, NamedNode)
        and quad.subject.value in named
        and isinstance(quad.object, Literal)
        if quad.predicate.value.endswith("#label")
    }
    assert named
    assert tags == {facts.stem}
