"""Inspection: the answers, the mentions and what nothing came of, as tables that agree with the text."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from lgq_graph.inspection import answers_table, mentions_table, unread_stretches
from lgq_graph.model import (
    Answer,
    Bound,
    Country,
    GoalMention,
    Kind,
    LinkMention,
    Mark,
    MarkState,
    Mentions,
    Modality,
    NameMention,
    NumberMention,
    Place,
    PlaceKind,
    PlaceMention,
    Response,
    Span,
    Status,
    Unit,
)
from lgq_graph.pipeline import Built
from lgq_graph.questionnaire import load_questionnaire

CITY = Place("Nakuru", PlaceKind.CITY, "KE", 184622)
TEXT = "Maji Desk (https://maji.example) serves SDG 6 and 40 users with Kisumu. Nothing is known about this long sentence."


def at(words: str) -> Span:
    """Where some words stand in TEXT."""
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def made(mentions: Mentions, *answers: Answer) -> Built:
    """A response as it would come from the pipeline."""
    response = Response("hand.txt", "2022", CITY, Country("Kenya", "KE", "KEN", "404"), answers)
    return Built(response, load_questionnaire("2022"), (mentions,), (), ())


@pytest.fixture
def hand() -> Built:
    """One answer with one mention of each sort."""
    first = TEXT.index(". ")
    mentions = Mentions(
        24,
        names=(NameMention(at("Maji Desk"), "Maji Desk", Kind.SERVICE, Span(0, first)),),
        links=(LinkMention(at("https://maji.example"), "https://maji.example", 0),),
        goals=(GoalMention(at("SDG 6"), 6, None, Modality.CURRENT, at("serves SDG 6"), owners=(0,)),),
        numbers=(NumberMention(at("40 users"), Decimal(40), Unit.COUNT, Bound.EXACT, "users"),),
        places=(PlaceMention(at("Kisumu"), "Kisumu", PlaceKind.CITY, at("Kisumu"), "KE", candidates=(1, 2)),),
    )
    return made(mentions, Answer(24, Status.ANSWERED, TEXT, line=7))


def test_every_mention_is_a_row_in_reading_order(hand: Built) -> None:
    """What it is, whose it is, and the words at its place."""
    rows = mentions_table(hand).to_records()
    assert [row["what"] for row in rows] == ["name", "link", "goal", "number", "partner"]
    assert [row["words"] for row in rows] == [
        "Maji Desk",
        "https://maji.example",
        "serves SDG 6",
        "40 users",
        "Kisumu",
    ]
    assert [row["detail"] for row in rows] == [
        "service (stated)",
        "of Maji Desk",
        "6 current, of Maji Desk",
        "exact 40 count , of the city",
        "city KE ambiguous",
    ]
    assert all(TEXT[int(str(r["start"])) : int(str(r["end"]))] == r["words"] for r in rows)


def test_what_nothing_came_of_is_listed(hand: Built) -> None:
    """Long stretches alone, each with its place; a mention over all of it leaves none."""
    (row,) = unread_stretches(hand).to_records()
    assert row["words"] == ". Nothing is known about this long sentence."
    assert (row["question"], row["end"]) == (24, len(TEXT))
    whole = Span(0, len(TEXT))
    covered = Mentions(24, names=(NameMention(whole, TEXT, Kind.SERVICE, whole),))
    assert len(unread_stretches(replace(hand, mentions=(covered,)))) == 0


def test_an_answer_without_a_mention_is_unread_as_a_whole(hand: Built) -> None:
    """Also one with overlapping mentions is cut without doubling."""
    assert unread_stretches(replace(hand, mentions=(Mentions(24),))).rows == ((24, 0, len(TEXT), TEXT),)
    twice = replace(hand.mentions[0], goals=(hand.mentions[0].goals[0], hand.mentions[0].goals[0]))
    assert unread_stretches(replace(hand, mentions=(twice,))) == unread_stretches(hand)


def test_an_answer_is_a_row_with_its_marks() -> None:
    """Its state, its line in the file, how long it is and how it begins; nothing of one withheld."""
    marks = (Mark("yes", "Yes", MarkState.SELECTED), Mark("no", "No", MarkState.NOT_SELECTED))
    built = made(
        Mentions(9),
        Answer(9, Status.ANSWERED, "", marks, 3),
        Answer(10, Status.WITHHELD, line=5),
        Answer(24, Status.ANSWERED, "word " * 40, line=9),
        Answer(25, Status.NOT_ASKED),
    )
    table = answers_table(built)
    assert table.column("status") == ("answered", "withheld", "answered", "not-asked")
    assert table.column("line") == (3, 5, 9, None)
    assert table.column("marks")[0] == "Yes=selected | No=not-selected"
    assert (table.column("characters")[1], table.column("begins")[1]) == (0, "")
    start = str(table.column("begins")[2])
    assert start.endswith("…") and len(start) <= 60 and "word word" in start


def test_withheld_and_lost_answers_are_not_called_unread() -> None:
    """Only what the city wrote and may be shown is."""
    built = made(Mentions(9), Answer(9, Status.MARKS_LOST, "Some words that stand about lost marks"))
    assert len(unread_stretches(built)) == 0


def test_the_examples_are_inspected(built: tuple[Built, ...]) -> None:
    """A row for every question and every mention; the unread stretches overlap no link and hold words."""
    for item in built:
        assert len(answers_table(item)) == len(item.questionnaire.questions) == len(item.response.answers)
        count = sum(
            len(m.names) + len(m.links) + len(m.goals) + len(m.numbers) + len(m.places) for m in item.mentions
        )
        assert len(mentions_table(item)) == count > 100
        links = {m.question: [link.span for link in m.links] for m in item.mentions}
        for question, start, end, words in unread_stretches(item):
            assert words
            stretch = Span(int(str(start)), int(str(end)))
            assert not any(stretch.meets(span) for span in links[int(str(question))])
