"""Links at the foot of an answer, as if they stood where the answer refers to them: "Bike Desk [1] … [1] https://…"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Span
from ..links import Anchor

__all__ = ["in_place"]

_MARK = r"\[\d{1,2}\]|\(\d{1,2}\)|[¹²³⁴⁵⁶⁷⁸⁹]{1,2}"
_NOTE = re.compile(rf"(?:^|\n)[ \t]{{0,8}}(?P<mark>{_MARK})[ \t:]{{0,4}}<?$")
_REFERENCE = re.compile(rf"(?<=[\w)\]\"”»’])(?P<place>[.,]?[ \t]?(?P<mark>{_MARK}))")


def in_place(text: str, anchors: tuple[Anchor, ...]) -> list[tuple[int, Anchor]]:
    """The links in the order in which the answer speaks of them, each with its number; those of notes stand at the first
    reference to their note."""
    places: dict[str, Span] = {}
    for mark, place in _references(text):
        places.setdefault(mark, place)
    placed = [(i, _placed(text, anchor, places)) for i, anchor in enumerate(anchors)]
    return sorted(placed, key=lambda numbered: numbered[1].outer.start)


def _references(text: str) -> Iterator[tuple[str, Span]]:
    return ((found["mark"], Span(*found.span("place"))) for found in _REFERENCE.finditer(text))


def _placed(text: str, anchor: Anchor, places: dict[str, Span]) -> Anchor:
    """A link at the reference to its note, where it stands in one and something refers to it."""
    before = text[max(0, anchor.link.span.start - 24) : anchor.link.span.start]
    note = _NOTE.search(before)
    place = places.get(note["mark"]) if note and anchor.label is None else None
    return anchor._replace(outer=place) if place else anchor
