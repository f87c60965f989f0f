"""Lines that a program broke at a width are made one again, and no others are."""

from __future__ import annotations

from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgq_graph.align.bodies import text_of
from lgq_graph.model import Block
from lgq_graph.read.txt import read_text
from lgq_graph.wrapping import paragraphs, width_of

from .timing import assert_linear

PROSE = (
    "The municipality runs one portal for all its services and keeps the opening hours of every office on it, so that nobody has to "
    "call before a visit; payments, permits and complaints are followed there as well, from the first form to the last letter. "
) * 3


def said(text: str) -> list[str]:
    """The lines as they are read."""
    return [block.text for block in read_text(text.encode(), "x.txt").blocks]


@pytest.mark.parametrize("width", [60, 72, 80, 98, 120])
@pytest.mark.parametrize("hanging", ["", "  ", "    "])
def test_paragraphs_are_whole_again(width: int, hanging: str) -> None:
    """Whatever the width and the indent; blank lines, items and short lines part them."""
    lines = [PROSE.strip(), "Yes.", f"- {PROSE.strip()}", f"2) {PROSE.strip()}", f"See {PROSE.strip()}"]
    broken = "\n\n".join(fill(line, width, subsequent_indent=hanging) for line in lines)
    assert said(broken) == lines


@pytest.mark.parametrize("lines", [
    ["Portal of the city", "Portal of the harbour", "Desk for permits and for all that is built in the old town", "Yes"] * 6,
    ["本市门户网站提供全部服务，居民可以在线办理缴税、预约和投诉等业务，无需到窗口排队等候。" * 2, "本市没有独立的采购系统，全部采购在国家平台上进行，并按季度公布结果和金额。" * 2] * 8,
    [f"https://portal.example/{'services/' * n}" for n in range(1, 10)] * 2,
    [f"| Permit for a market stall in street {n} | {'x' * n} | 1{n}0 requests in the year |" for n in range(30)],
    [PROSE, "Yes.", PROSE],
    ["Twitter: https://social.example/harbourtown-administration (9,100 followers)", "Facebook: https://pages.example/harbourtown-administration (742 followers)", "None else."],
    ["1) The Law on the Archives of the Republic and of its many towns of the sea", "2) the Law on Open Harbours of the Republic and of its many towns of the sea"] * 2,
    ["https://map.example (Harbour Map, for all who sail to the piers or live by them)", "https://school.example (Sailing School, for the young of the town and the old)"] * 2,
    ["Harbour Map - https://map.example - the map of the piers and all the boats at them", "mySAIL - https://sail.example - the account of those who sail"] * 2,
    ["Harbour Office of the Old Town and of the islands before it", "Reconstruction Department of the piers and of the boats there", "Administration of parks and of whatever else grows in town"] * 3,
    ["registration of births and deaths in the civil registry of a town", "payment of the property tax and of the fee that refuse costs here",
     "appointments at the desks of the district offices and town library", "booking of halls, courts and pitches that the municipality manages"],
    ["One short line", "and another"], [""],
    *([f"{mark.format(n)} the desk at the pier of the old town which looks after boats" for n in (1, 2, 3, 4)]
      for mark in ("{}°)", "{}º", "{}.", "({})", "{}.1)", "→", "✓", "•", "➢")),
])  # fmt: skip
def test_lines_that_nobody_broke_stay(lines: list[str]) -> None:
    """Short ones, those of a script without spaces, addresses, rows, and texts with a line for each paragraph."""
    assert [line for _, line in paragraphs(lines, 2)] == [line.rstrip() for line in lines]


@pytest.mark.parametrize("lines", [
    ["Does the town look after the boats of those who come to it by the sea? *", "Harbourtown"],
    ["Which of the boats of those who come to it by the sea are looked after?", "Sailing boats"],
    ["The desk is for those who come to the town by the sea each day at dawn.", "Budget: 3 million"],
    ["- a desk for the boats of those who come to the town by sea and by rail", "- Sheds"],
    ["The desk is open to all who come to the town by sea, and so is the shed:", "– a shed"],
])  # fmt: skip
def test_what_begins_anew_stays_apart(lines: list[str]) -> None:
    """An answer below its question, a label, an item, though it had no room above."""
    broken = [*fill(PROSE, 72).split("\n"), "", *lines]
    assert [line for _, line in paragraphs(broken, 2)][-2:] == lines


@pytest.mark.parametrize("width", range(60, 100))
def test_a_dash_within_a_sentence_begins_no_item(width: int) -> None:
    """Wherever the line was broken; nor does one before an address."""
    last = "The desk is open to all who live here – and to those who sail – but the shed has its hours – https://desk.example/hours"
    assert said(f"{fill(PROSE * 2, width)}\n\n{fill(last, width)}")[-1] == last


def test_a_box_at_the_end_of_a_line_ends_it() -> None:
    """The next option is another one, though its first word had no room."""
    options = [
        f"makes specific reference to the kind of measure that bears number {n} of all [{'x' if n % 2 else ' '}]"
        for n in range(12)
    ]
    broken = fill(PROSE, len(options[0])).split("\n")
    assert width_of([*broken, *options], 8)
    assert said("\n".join([*broken, *options]))[-12:] == options


def test_an_address_without_room_goes_on() -> None:
    """A name keeps the address that stands alone on the next line because it is long."""
    address = f"(https://portal.example/{'deep/' * 12}page)"
    broken = f"{fill(PROSE, 72)}\n\nComplaints are filed with the Desk\n{address}, at any hour."
    assert said(broken)[-1] == f"Complaints are filed with the Desk {address}, at any hour."


@pytest.mark.parametrize("width", range(60, 110))
def test_a_number_that_a_sentence_needs_begins_no_item(width: int) -> None:
    """ "Goal" at the end of a line wants the number on the next one, and so does a list that runs on within a paragraph."""
    last = "The garden app, which was opened in spring, goes with Goal 15. It has 1. a map of trees and beds, 2. news of what is sown, 3. a desk."
    broken = fill(last, width)
    whole = not any(
        line.startswith("1. ") for line in broken.split("\n")
    )  # the first number may begin a list
    assert (said(f"{fill(PROSE * 2, width)}\n\n{broken}")[-1] == last) is whole


def test_the_number_of_a_line_is_that_of_its_first_piece() -> None:
    """So that a finding leads to the place in the file."""
    broken = f"{fill(PROSE, 70)}\n\n{fill(PROSE, 70)}"
    second = read_text(broken.encode(), "x.txt").blocks[1]
    assert broken.split("\n")[second.line - 1].startswith("The municipality")
    assert second.line > 5


def test_an_answer_out_of_a_mail_is_whole_again() -> None:
    """Whatever the rest of the file is like: two broken lines are enough where sentences go on over them."""
    lines = [
        "The plan of the harbour town was approved with the Resolution",
        "C-12-2020 of the council and has thirty projects with a budget",
        "of three million for the whole period. It is looked after by a",
        "committee.",
        "It serves the port.",
    ]
    told = text_of(Block(line, number) for number, line in enumerate(lines))
    assert told == f"{' '.join(lines[:4])}\n{lines[4]}"


@given(
    st.lists(
        st.text(st.sampled_from("aZ 1.-–)(:/|\t?☒[x]é中"), max_size=70)
        | st.sampled_from([*PROSE.split(". "), "https://a.example/b", "- x", ""])
    )
)
def test_any_lines_keep_all_they_say(lines: list[str]) -> None:
    """Nothing but white space is lost, and the numbers rise."""
    found = list(paragraphs(lines, 1))
    assert "".join("".join(line for _, line in found).split()) == "".join("".join(lines).split())
    assert [number for number, _ in found] == sorted({number for number, _ in found})


def test_time_is_linear() -> None:
    """However many lines go on, and however often a number is looked back for."""
    assert_linear(lambda text: list(paragraphs(text.split("\n"), 2)), f"{fill(PROSE, 70)}\n", 20_000)
    assert_linear(lambda text: list(paragraphs(text.split("\n"), 2)), f"{'word ' * 14}\n3. x\n", 20_000)
