"""A page → its frames, as they are sent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .drawn import drawn_on
from .geometry import Turn, bounds_of, rounded
from .letters import Letters, words_of
from .notes import Notes

__all__ = ["frames_of"]

Frame = dict[str, Any]


def frames_of(document: Any, page: Any, form: Any, number: int) -> Iterator[Frame]:
    """A frame for each direction; the one with most letters first, with the fields and the lines drawn."""
    box, notes = bounds_of(page), list(Notes(document, page, form))
    found = Letters(page, box).by_direction([(area, value) for kind, area, value in notes if kind == "link"])
    order = sorted(found, key=lambda quarter: -len(found[quarter])) or [0]
    for quarter in order:
        turn = Turn(quarter, box)
        frame: Frame = {"page": number, "width": turn.width, "height": turn.height, "words": words_of(found.get(quarter, ())), "fields": [], "shapes": [], "pictures": 0.0}  # fmt: skip
        if quarter == order[0]:
            frame["fields"] = [[kind, *rounded(turn.rectangle(area)), value] for kind, area, value in notes if kind != "link"]  # fmt: skip
            shapes, pictures = drawn_on(page)
            frame["shapes"] = [[*rounded(turn.rectangle(area)), *paint] for area, *paint in shapes]
            frame["pictures"] = pictures / max(1.0, turn.width * turn.height)
        yield frame
