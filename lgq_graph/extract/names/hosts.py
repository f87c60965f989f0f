"""Links that no words name: the host of the page does."""

from __future__ import annotations

import re

from ...model import Basis, Kind, NameMention, Span
from ...social import host_of, is_post, network_of
from ..items import Segment
from ..links import Anchor
from .before import NEWS
from .draft import Draft

__all__ = ["from_host", "give_news_to_sites"]


def from_host(draft: Draft, segment: Segment, anchor: Anchor) -> int | None:
    """A link without a name, where the question asks for sites or accounts: its host names it."""
    named = network_of(anchor.link.url)
    wanted = draft.question.lists in (Kind.PORTAL, Kind.PLATFORM, Kind.ACCOUNT) or named
    post = named and is_post(anchor.link.url) and draft.question.lists is not Kind.ACCOUNT
    if not wanted or post or NEWS.search(anchor.link.url):
        return None
    span = anchor.link.span
    name = named.name if named else host_of(anchor.link.url)
    written = re.compile(re.escape(name), re.I).search(draft.text, span.start, span.end)
    place = Span(*written.span()) if written else span
    kind = Kind.ACCOUNT if named else draft.question.lists or Kind.PORTAL
    index = draft.add(
        NameMention(place, name, kind, segment.span, Basis.INFERRED, "default-kind-by-question", proper=False)
    )
    draft.hosted.add(index)
    return index


def give_news_to_sites(draft: Draft, anchors: tuple[Anchor, ...]) -> None:
    """A news page belongs to the site that the answer names by the page's host, unless a thing stands right before it."""
    sites = {
        name.name.lower().removeprefix("www."): i
        for i, name in reversed(list(enumerate(draft.names)))
        if name.kind is Kind.PORTAL
    }
    for index, anchor in enumerate(anchors):
        site = sites.get(host_of(anchor.link.url))
        if index not in draft.owners and site is not None and NEWS.search(anchor.link.url):
            draft.owners[index] = site
