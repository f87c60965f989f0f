"""What a clause speaks of when nothing that it names is its subject."""

from __future__ import annotations

import time

import pytest

from lgq_graph.extract.subjects import Subject, subject_of_clause
from lgq_graph.model import Span

CLAUSES = [
    ("It contributes to ", Subject.ONE), ("In this way it supports ", Subject.ONE), ("Moreover, this digital service is aligned with ", Subject.ONE),
    ("Since 2020, the portal has served ", Subject.ONE), ("They contribute to ", Subject.SEVERAL), ("All of these services support ", Subject.SEVERAL),
    ("Both apps serve ", Subject.SEVERAL), ("Together, they support ", Subject.SEVERAL), ("These policies pursue ", Subject.SEVERAL),
    ("We contribute to ", Subject.CITY), ("Exampleton supports ", Subject.CITY), ("Exampleton's work serves ", Subject.CITY),
    ("The local government contributes to ", Subject.CITY), ("With this app, the city supports ", Subject.CITY), ("Our strategy follows ", Subject.CITY),
    ("Yes, ", Subject.NOTHING), ("Contributes to ", Subject.NOTHING), ("In line with ", Subject.NOTHING), ("", Subject.NOTHING),
    ("Green Exampleton 2030 serves ", Subject.UNKNOWN), ("Residents learn about ", Subject.UNKNOWN), ("The portal of the harbour supports ", Subject.UNKNOWN),
    ("Its users support ", Subject.UNKNOWN), ("Digital skills contribute to ", Subject.UNKNOWN),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "subject"), CLAUSES)
def test_the_subject_of_a_clause(clause: str, subject: Subject) -> None:
    """Pronouns and definite nouns stand for what was named, "we" and its institutions for the city."""
    assert subject_of_clause(clause, Span(0, len(clause)), "Exampleton") is subject


@pytest.mark.parametrize("piece", ["in a, ", "and also ", "the city ", "it ", "a" * 50 + " ", "all of "])
def test_a_long_clause_takes_linear_time(piece: str) -> None:
    """Repeated openings are not tried in every order."""
    text, begun = piece * 20_000, time.process_time()
    subject_of_clause(text, Span(0, len(text)), "Exampleton")
    assert time.process_time() - begun < 2
