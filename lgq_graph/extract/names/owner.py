"""The name that a link belongs to: a law, the head of the item, or the name or phrase right before it."""

from __future__ import annotations

import re

from ...model import Kind, NameMention, Span
from ...social import host_of
from ..aliases import before_short
from ..chunks import Candidate
from ..head_ends import parted
from ..heads import called_in
from ..items import Segment
from ..kinds import kind_of_name
from ..links import Anchor
from .before import NEWS, candidate_before
from .draft import Draft, extent
from .laws import law_at
from .mention import of_candidate, quoted_at

__all__ = ["existing", "owner_of"]

_VERSION = re.compile(
    r"(?:[\w-]{1,20}\s){0,4}(?:versions?|translation|mirror)(?:\s(?:in|for|of|on|with)(?:\s[\w-]{1,20}){1,5})?|(?:versión|version|versão|versione)(?:\s\w{1,20}){1,4}"
)
"""What is no other thing than the one before it: "a shorter version in English, link"."""
_INDEFINITE = re.compile(r"\ban?\s+(?:\w+\s+){0,3}$", re.I)


def owner_of(
    draft: Draft, segment: Segment, anchor: Anchor, floor: int, head: int | None, first: bool, is_last: bool
) -> int | None:
    """The name that a link belongs to: a law, the item's head, or the name or phrase right before it."""
    law = law_at(draft, segment, anchor)
    if law is not None:
        return law
    if head is not None and draft.names[head].law and _is_where_more_are(draft, anchor):
        return None
    if head is not None and first and _closes_item(draft, segment, anchor, draft.names[head]):
        return head
    candidate = candidate_before(draft, segment, anchor, floor)
    if candidate:
        candidate = Candidate(called_in(draft.text, candidate.span), candidate.proper)
    if head is not None and _is_of_head(draft, segment, anchor, candidate, draft.names[head], first, is_last):
        return head
    if candidate and _VERSION.fullmatch(candidate.span.of(draft.text)):
        return _nearest(draft, anchor, back=True) if head is None else head
    if candidate is None:
        return head if head is not None or NEWS.search(anchor.link.url) else _nearest(draft, anchor)
    if draft.taken(candidate.span):
        return existing(draft, candidate)
    return draft.add(of_candidate(draft, segment, candidate, anchor))


_THEY_ARE_ON = re.compile(
    r"\w\s(?:are|were)\s(?:(?:now|also|always|all|only|\w+ly)\s){0,2}(?:published|announced|posted|placed|put|listed|filed|submitted|kept|made public)\s(?:online\s)?(?:on|at|in|via|through)\s(?:the\s)?[(<]?$"
)


def _is_where_more_are(draft: Draft, anchor: Anchor) -> bool:
    """Whether a link alone is where other things are put by a law: "all permits are published on https://…"."""
    sentence = draft.sentence_at(anchor.outer.start)
    start = max(sentence.start, anchor.outer.start - 90)
    return not anchor.label and bool(_THEY_ARE_ON.search(draft.text, start, anchor.outer.start))


def _is_of_head(
    draft: Draft,
    segment: Segment,
    anchor: Anchor,
    candidate: Candidate | None,
    head: NameMention,
    first: bool,
    is_last: bool,
) -> bool:
    """Whether a link in an item is that of the item's own thing, whatever stands right before it; no law's, where the site of
    the link itself is named: "permits are published on permits.example (link)"."""
    if head.law and candidate and _is_site_of(candidate.span.of(draft.text), anchor):
        return False
    if first and _follows_head(draft, head, anchor):
        return candidate is None or not _shown_at(draft, head, candidate, anchor)
    return candidate is not None and not _new_in_item(draft, segment, anchor, candidate, head, is_last)


def _is_site_of(words: str, anchor: Anchor) -> bool:
    return words.lower().removeprefix("www.") == host_of(anchor.link.url).lower().removeprefix("www.")


def _follows_head(draft: Draft, head: NameMention, anchor: Anchor) -> bool:
    if head.law and draft.question.lists is not Kind.LEGISLATION:
        return (
            False  # what an act brings about is described after it: 'Act 5/2020 created the portal "X" (…)'
        )
    gap = Span(extent(head).end, anchor.outer.start)
    return anchor.outer.start <= head.span.start + 1 or not (
        parted(draft.text, gap.start, gap.end) or re.search(r"\):\s", gap.of(draft.text))
    )


def _closes_item(draft: Draft, segment: Segment, anchor: Anchor, head: NameMention) -> bool:
    """Whether a link stands alone behind the sentence that an item's name opens: "Bike Desk: rent a bike. https://…"."""
    sentence, before = draft.sentence_at(anchor.outer.start), draft.sentence_before(anchor.outer.start)
    said = draft.text[max(sentence.start, segment.span.start) : anchor.outer.start]
    return (
        before is not None
        and before.start <= head.span.start < before.end
        and not any(map(str.isalnum, said))
    )


_SITES = (Kind.PORTAL, Kind.SERVICE, Kind.PLATFORM, Kind.APP)
_AT = re.compile(r"\w\s(?:in|on|at|through|via|to|from)\s(?:the\s|our\s)?[\"“«]?$")


def _shown_at(draft: Draft, head: NameMention, candidate: Candidate, anchor: Anchor) -> bool:
    """Whether an item only says at which site its thing is found: "Noise Meter: readings are opened in Noise Portal (link)"."""
    text, start = draft.text, candidate.span.start
    return (
        candidate.proper
        and start > extent(head).end
        and (kind_of_name(candidate.span.of(text)) in _SITES or candidate.span.of(text).endswith(" System"))
        and bool(_AT.search(text, max(extent(head).end, start - 30), start))
        and _in_bracket(text, candidate.span.end, anchor.outer.start)
    )


def _in_bracket(text: str, end: int, link: int) -> bool:
    """Whether a link stands in the bracket behind a name, or behind what the thing is called for short."""
    gap = text[end:link].strip(' "”»')
    return gap.endswith("(") and (gap == "(" or before_short(text, end, link) == end)


def _new_in_item(
    draft: Draft, segment: Segment, anchor: Anchor, candidate: Candidate, head: NameMention, is_last: bool
) -> bool:
    """Whether a link inside an item leads to another thing than the item's own."""
    words = candidate.span.of(draft.text)
    if (
        words.lower() in head.name.lower()
        or head.name.lower() in words.lower()
        or candidate.span.meets(head.span)
    ):
        return False
    if candidate.proper:
        return (
            len(words.split()) > 1
            or quoted_at(draft.text, candidate.span)
            or any(c.isupper() for c in words[1:])
        )
    later = draft.sentence_at(anchor.outer.start).start > head.span.start + 1
    introduced = _INDEFINITE.search(draft.text[max(0, candidate.span.start - 40) : candidate.span.start])
    return is_last and later and bool(introduced)


def existing(draft: Draft, candidate: Candidate) -> int | None:
    return next((i for i, name in enumerate(draft.names) if extent(name).meets(candidate.span)), None)


def _nearest(draft: Draft, anchor: Anchor, *, back: bool = False) -> int | None:
    """The last name before a link in the same sentence, or in that and the one before (`back`); no standard that is followed."""
    sentence = draft.sentence_at(anchor.outer.start)
    sentence = (back and draft.sentence_before(sentence.start)) or sentence
    before = [
        (name.span, i)
        for i, name in enumerate(draft.names)
        if sentence.start <= name.span.start < anchor.outer.start
        and i not in draft.hosted
        and not (name.law and name.law.type == "standard")
    ]
    return max(before)[1] if before else None
