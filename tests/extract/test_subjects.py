"""What a clause speaks of when nothing that it names is its subject."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lgq_graph.extract.subjects import Subject, subject_of_clause
from lgq_graph.model import Mentions, Span

from ..timing import assert_linear

Read = Callable[..., Mentions]

CLAUSES = [
    ("It contributes to ", Subject.ONE), ("In this way it supports ", Subject.ONE), ("Moreover, this digital service is aligned with ", Subject.ONE),
    ("Since 2020, the portal has served ", Subject.ONE), ("They contribute to ", Subject.SEVERAL), ("All of these services support ", Subject.SEVERAL),
    ("Both apps serve ", Subject.SEVERAL), ("Together, they support ", Subject.SEVERAL), ("These policies pursue ", Subject.SEVERAL),
    ("We contribute to ", Subject.CITY), ("Exampleton supports ", Subject.CITY), ("Exampleton's work serves ", Subject.CITY),
    ("The local government contributes to ", Subject.CITY), ("With this app, the city supports ", Subject.CITY), ("Our strategy follows ", Subject.CITY),
    ("By the end of 2021 it had ", Subject.ONE), ("In May 2021 it won ", Subject.ONE), ("Since 1 July 2021 this app serves ", Subject.ONE), ("In the spring of 2020 they served ", Subject.SEVERAL),
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
    assert_linear(lambda text: subject_of_clause(text, Span(0, len(text)), "Exampleton"), piece, 50_000)


@pytest.mark.parametrize(("clause", "subject"), [
    ("The second phase will support ", Subject.UNKNOWN), ("The first results serve ", Subject.UNKNOWN), ("La segunda fase contribuye al ", Subject.UNKNOWN),
    ("The first also supports ", Subject.FIRST), ("The second clearly is for ", Subject.SECOND), ("il secondo ", Subject.SECOND), ("Die erste ist für ", Subject.FIRST),
    ("Die erste Phase ist für ", Subject.UNKNOWN), ("the second app for ", Subject.SECOND),
])  # fmt: skip
def test_an_ordinal_with_a_noun_of_its_own_means_no_thing(clause: str, subject: Subject) -> None:
    """ "The second phase" is not the second of the things named; other languages have their ordinals too."""
    assert subject_of_clause(clause, Span(0, len(clause)), "Exampleton") is subject


@pytest.mark.parametrize("said", [
    "The first app is for SDG 1, the second for SDG 5.", "Le premier contribue à l'ODD 1, le second à l'ODD 5.", "Il primo contribuisce all'OSS 1, il secondo all'OSS 5.",
    "The first contributes to SDG No. 1, the second to SDG No. 5.", "Die erste trägt zu SDG 1 bei, die zweite zu SDG 5.",
])  # fmt: skip
def test_goals_told_in_order(read: Read, said: str) -> None:
    """Each goal is that of its thing alone, whatever word stands before the second."""
    found = read(f"Foo Bar (https://f.example.org) and Baz Qux (https://b.example.org) help. {said}", 26)
    assert [(goal.goal, [found.names[i].name for i in goal.owners]) for goal in found.goals] == [
        (1, ["Foo Bar"]),
        (5, ["Baz Qux"]),
    ]
