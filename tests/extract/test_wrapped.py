"""Lines that were broken at a width are read as one; lines that each say something of their own are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lgq_graph.extract.wrapped import unwrapped
from lgq_graph.model import Mentions

Read = Callable[..., Mentions]

TOLD = (
    "The plan of the harbour town was approved with the Resolution\n"
    "C-12-2020 of the council and has thirty projects with a budget\n"
    "of three million for the whole period. It is looked after by a\n"
    "committee. https://harbour.example/plan.pdf\n"
    "The plan serves the port."
)
WRAPPED = (
    TOLD.replace("Resolution\n", "Resolution ").replace("budget\n", "budget ").replace("by a\n", "by a ")
)
APART = [
    "Twitter: https://social.example/harbourtown-administration (9,100 followers)\nFacebook: https://pages.example/harbourtown-administration (742 followers)\nNone else.",
    "Harbour Map | a map of all the piers and of the boats at them | https://map.example\nSailing School | courses on the water for the young of the town | https://sail.example",
    "1) The Law on the Archives of the Republic and of its many towns of the sea\n2) the Law on Open Harbours of the Republic and of its many towns of the sea",
    "- the portal of the harbour and of all that goes in and out of it on a ship\n- the map of the piers and of the boats that lie at them and of the buoys\n",
    "https://map.example (Harbour Map, for all who sail to the piers or live by them)\nhttps://school.example (Sailing School, for the young of the town and the old)",
    "Harbour Map - https://map.example - the map of the piers and all the boats at them\nmySAIL - https://sail.example - the account of those who sail",
    "One short line\nand another",
    "",
]


def test_a_sentence_goes_on_over_the_end_of_a_line() -> None:
    """A blank for each break at which the next word would not have fitted, and everything at its place."""
    assert unwrapped(TOLD) == WRAPPED
    assert len(WRAPPED) == len(TOLD)


@pytest.mark.parametrize("text", APART)
def test_lines_of_their_own_stay_apart(text: str) -> None:
    """Rows, labels, items, and lines too short for any width."""
    assert unwrapped(text) == text


def test_what_a_broken_line_names_is_found(read: Read) -> None:
    """A law whose number stands on the next line."""
    assert "Resolution C-12-2020 of the council" in {name.name for name in read(TOLD, 21).names}
