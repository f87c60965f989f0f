"""Names of things and the links that belong to them, segment by segment.

laws, then the name that opens each segment and the owner of each of its links, then the names that have no link.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace

from ...model import GoalMention, LawMention, LinkMention, NameMention, Question, Span
from ..context import Context
from ..goals.names import NAME
from ..items import Segment
from ..links import Anchor
from .again import join_ends
from .draft import Draft, extent
from .hosts import give_news_to_sites
from .laws import add_laws
from .notes import in_place
from .segment import read_segment
from .tongues import join_tongues
from .unlinked import add_unlinked

__all__ = ["extent", "find_names"]


def find_names(
    text: str,
    question: Question,
    segments: tuple[Segment, ...],
    sentences: tuple[Span, ...],
    anchors: tuple[Anchor, ...],
    laws: tuple[LawMention, ...],
    goals: tuple[GoalMention, ...],
    context: Context,
) -> tuple[tuple[NameMention, ...], tuple[LinkMention, ...]]:
    """All names of one answer and its links, each with the index of the name that it belongs to."""
    draft = Draft(text, question, list(sentences), context.city, _goals(text, goals))
    add_laws(draft, laws)
    placed = deque(in_place(text, anchors))
    previous: Segment | None = None
    for segment in segments:
        inside = []
        while placed and placed[0][1].outer.start < segment.span.end:
            inside.append(placed.popleft())
        read_segment(draft, segment, previous, inside, is_last=segment is segments[-1])
        previous = segment
    add_unlinked(draft, anchors, goals, context)
    join_ends(draft)
    join_tongues(draft)
    give_news_to_sites(draft, anchors)
    return _sorted(draft, tuple(anchor.link for anchor in anchors))


def _goals(text: str, goals: tuple[GoalMention, ...]) -> tuple[Span, ...]:
    """Where goals are stated, or their short names written as names, in order."""
    titled = (Span(*match.span()) for match in NAME.finditer(text) if match[0][:1].isupper())
    return tuple(sorted((*(goal.span for goal in goals), *titled)))


def _sorted(
    draft: Draft, links: tuple[LinkMention, ...]
) -> tuple[tuple[NameMention, ...], tuple[LinkMention, ...]]:
    order = sorted(range(len(draft.names)), key=lambda i: (draft.names[i].span, draft.names[i].kind))
    place = {old: new for new, old in enumerate(order)}
    owned = tuple(
        replace(link, owner=place[draft.owners[i]]) if i in draft.owners else link
        for i, link in enumerate(links)
    )
    return tuple(draft.names[i] for i in order), owned
