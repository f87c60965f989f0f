"""One segment: the name that opens it, and the owner of each of its links."""

from __future__ import annotations

import re

from ..chunks import label_before_colon
from ..heads import find_head
from ..items import Segment, SegmentKind
from ..links import Anchor
from ..wording import GENERIC
from .draft import Draft
from .hosts import from_host
from .laws import opening_law
from .mention import of_candidate
from .networks import fitting
from .opening import accepted, of_head
from .owner import existing, owner_of

__all__ = ["read_segment"]


def read_segment(
    draft: Draft,
    segment: Segment,
    previous: Segment | None,
    anchors: list[tuple[int, Anchor]],
    *,
    is_last: bool,
) -> None:
    """Enter the name that a segment opens with, and who owns each of its links."""
    owner = _opening(draft, segment, [anchor for _, anchor in anchors])
    floor = segment.span.start
    for index, anchor in anchors:
        found = owner_of(draft, segment, anchor, floor, owner, index == anchors[0][0], is_last)
        if found is None and previous is not None and _bare(draft, segment, anchor):
            found = _from_line_above(draft, previous)
        found = from_host(draft, segment, anchor) if found is None else fitting(draft, segment, anchor, found)
        if found is not None:
            draft.owners[index] = found
        if segment.kind is SegmentKind.PROSE:
            owner = None  # the next link of a line is named by the words before it
        floor = anchor.outer.end


def _opening(draft: Draft, segment: Segment, anchors: list[Anchor]) -> int | None:
    """The thing that a segment is about: the law or the name that it opens with. Prose is not about its first law."""
    listed = segment.kind is SegmentKind.ITEM
    law = opening_law(draft, segment)
    if law is not None:
        return law if listed else None
    head = find_head(draft.text, segment.span, anchors, in_list=listed)
    if head is None or not accepted(draft, segment, head, anchors):
        return None
    return draft.add(of_head(draft, segment, head, anchors[0] if anchors and head.linked else None))


def _bare(draft: Draft, segment: Segment, anchor: Anchor) -> bool:
    """Whether a line begins with its link, or with words that only point to it ("Link:")."""
    rest = re.findall(r"\w+", draft.text[segment.span.start : anchor.outer.start])
    return all(word.lower() in GENERIC for word in rest)


def _from_line_above(draft: Draft, previous: Segment) -> int | None:
    """The name on the line above a line that is only a link."""
    law = opening_law(draft, previous)
    if law is not None:
        return law
    words = previous.span.of(draft.text)
    if len(words.split()) > 12 or words.rstrip().endswith((".", "!")) or "http" in words:
        return None
    found = label_before_colon(draft.text, previous.span.start, previous.span.end)
    if found is None:
        return None
    return (
        existing(draft, found)
        if draft.taken(found.span)
        else draft.add(of_candidate(draft, previous, found, None))
    )
