"""The name that a list item or a line opens with: whether it is one, and its mention."""

from __future__ import annotations

import re

from ...model import Kind, NameMention, Span
from ..heads import Head
from ..items import Segment, SegmentKind
from ..links import Anchor
from .draft import Draft
from .laws import LAW_WORD, law_of_head
from .mention import mention

__all__ = ["accepted", "of_head"]

_EDGE_LINK = re.compile(r"(?:[\s(<\[:–—|,;-]{0,6}(?:https?://|www\.)[^\s<>]{1,2000}[\s)>\],;]{0,6})+")
_LAST_LINK = re.compile(
    r"[\s(<\[:–—|,;-]{0,6}(?:(?:link|website|url|see|at|visit|more info(?:rmation)?)\b:?\s{0,2})?[(<\[]{0,2}(?:https?://|www\.)[^\s<>]{1,590}\s{0,3}[)>\].,;]{0,4}$",
    re.I,
)


def accepted(draft: Draft, segment: Segment, head: Head) -> bool:
    """Whether a head names something: in a list, with a link or a description; in prose, only right before a link."""
    words = head.name.span.of(draft.text)
    if draft.taken(head.name.span):
        return False
    if segment.kind is SegmentKind.PROSE:
        gap = draft.text[head.name.span.end : segment.span.end]
        if head.after_link or re.fullmatch(r"\s{1,3}<?(?:https?:|www\.)\S+", gap):
            return len(words.split()) <= 8
        return head.linked and bool(
            re.match(
                r"\s{0,3}[\"”»:–—(<\[\n-][\s\"”»:–—(<\[-]{0,8}(?:https?:|www\.|[\w.-]+/)|[\"”»]?\s{0,2}\([^()\n]{0,90}?[,:;]\s?<?(?:https?:|www\.)",
                gap,
            )
        )
    described = head.description is not None and len(words.split()) <= 10
    capitals = sum(word[:1].isupper() for word in words.split()) >= 2
    listed = draft.question.lists in (Kind.APP, Kind.PORTAL, Kind.ACCOUNT, Kind.PLATFORM, Kind.SERVICE)
    return head.linked or described or ((capitals or listed) and len(words.split()) <= 8 and head.name.proper)


def of_head(draft: Draft, segment: Segment, head: Head, anchor: Anchor | None) -> NameMention:
    described = _without_links(draft.text, head.description) if head.description else None
    if draft.question.lists is Kind.LEGISLATION and LAW_WORD.search(head.name.span.of(draft.text)):
        return law_of_head(draft, segment, head)
    return mention(
        draft,
        head.name,
        segment.span,
        described.of(draft.text) if described else "",
        anchor,
        described,
        head.aliases,
    )


def _without_links(text: str, span: Span) -> Span | None:
    """A description without the links and dashes at its edges; None when no words are left."""
    opening = _EDGE_LINK.match(text, span.start, span.end)
    closing = _LAST_LINK.search(text, max(span.start, span.end - 600), span.end)
    start, end = opening.end() if opening else span.start, closing.start() if closing else span.end
    return Span(start, end) if len(text[start:end].split()) > 1 else None
