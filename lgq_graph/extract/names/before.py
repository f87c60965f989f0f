"""The words that name a link in running text: its label, what stands before its bracket, or before its colon."""

from __future__ import annotations

import re

from ...model import Span
from ..chunks import GENERIC, STORES, Candidate, chunk_before, label_before_colon
from ..items import Segment
from ..kinds import KIND_NOUN, kind_of_name
from ..links import Anchor
from ..listed import subject_of
from .draft import Draft

__all__ = ["NEWS", "candidate_before", "open_bracket"]

_LEAD = re.compile(
    r"(?:[,;]?\s(?:which|that|where|and))?(?:\s(?:is|are|was|were|be|been|can|may|could|will|has|have|also|now|currently|fully|freely|publicly|it|made))*"
    r"\s?,?\s?(?:accessible|available|accessed|found|reached|viewed|downloaded|hosted|published|visited|located|obtained|seen|consulted|offered|provided"
    r"|reachable|online|posted|listed|open|maintained|consulted)?(?:\s(?:online|free of charge|for download|in full))?"
    r"\s?(?<!\w)(?:at|on|via|through|from|under|in|here|by visiting|see|visit|using)?(?:\sthe)?(?:\s(?:following|official|web))?(?:\s(?:link|website|address|url|page|site))?[\s:,(<\[]*$",
)
_RUN_BY = re.compile(
    r",?\s(?:which is\s|that is\s)?(?:managed|run|operated|developed|maintained|provided|hosted|owned|administered|created|launched|supported) (?:jointly )?(?:by|with) (?:the )?$"
)
_APPOSITION = re.compile(r",\s(?:the|an?|our|its|which is (?:the|a|an))\s[^,;:.()]{3,100}$")
_ABOUT = re.compile(
    r"(?:information|details|data|more)\s(?:about|on|of)\s(?P<what>.{3,80}?)\s(?:is|are|can|may)\s", re.I
)
NEWS = re.compile(
    r"/(?:news|press|press-releases|noticias|actualites|novosti|blog|article|articles|all_news|media|prensa)(?:/|$|\?)",
    re.I,
)


def candidate_before(draft: Draft, segment: Segment, anchor: Anchor, floor: int) -> Candidate | None:
    """The words that name a link in running text: its label, what stands before its bracket, or before its colon."""
    text = draft.text
    if anchor.label:
        return _labelled(text, anchor.label)
    floor = max(floor, draft.sentence_at(anchor.outer.start).start, segment.span.start)
    opening = open_bracket(text, floor, anchor.outer.start)
    end = opening if opening is not None else anchor.outer.start
    labels = opening is None and re.search(r"[:：–—-]\s*$", text[max(floor, end - 9) : end])
    if labels:
        label = label_before_colon(text, _label_floor(text, floor, end), end)
        if label:
            return label
    lead = _LEAD.search(text, max(floor, end - 120), end)
    found = _chunk(text, floor, lead.start() if lead else end)
    led = opening is None and lead and (labels or any(c.isalpha() for c in lead[0]))
    if led and found and not found.proper and not kind_of_name(found.span.of(text)):
        found = None  # "residents can find it at …" names nothing
    if found is None or not found.proper:
        found = _about(text, floor, end) or found or (subject_of(text, Span(floor, end)) if lead else None)
    if found and NEWS.search(anchor.link.url) and not kind_of_name(found.span.of(text)):
        return None
    return found


def _labelled(text: str, label: Span) -> Candidate | None:
    """The words of a markdown link, unless they only point ("here") or name the store of an app."""
    words = label.of(text)
    if len(words) < 3 or words.lower() in STORES or words.lower() in GENERIC:
        return None
    return Candidate(label, words[:1].isupper())


def _chunk(text: str, floor: int, end: int) -> Candidate | None:
    """The name before a place; when that only runs or describes the thing ("X, managed by Y"), the name before it."""
    found = chunk_before(text, floor, end)
    if found is None:
        return None
    by = _RUN_BY.search(text, max(floor, found.span.start - 60), found.span.start)
    if by:
        return chunk_before(text, floor, by.start()) or found
    apposition = _APPOSITION.search(text, max(floor, found.span.start - 120), found.span.start)
    earlier = (
        chunk_before(text, floor, apposition.start())
        if apposition and KIND_NOUN.search(apposition[0])
        else None
    )
    return earlier if earlier and earlier.proper else found


def _about(text: str, floor: int, end: int) -> Candidate | None:
    """What "information about X is published" is about."""
    about = _ABOUT.search(text, max(floor, end - 160), end)
    return Candidate(Span(*about.span("what")), False) if about else None


def _label_floor(text: str, floor: int, end: int) -> int:
    """Where the label before a colon begins: after the last line end or semicolon."""
    return max(floor, text.rfind("\n", floor, end) + 1, text.rfind(";", floor, end) + 1)


def open_bracket(text: str, floor: int, end: int) -> int | None:
    """The place of a round bracket that is still open before `end`."""
    depth = 0
    for at in range(end - 1, max(floor, end - 300) - 1, -1):
        if text[at] == ")":
            depth += 1
        elif text[at] == "(":
            if depth == 0:
                return at
            depth -= 1
    return None
