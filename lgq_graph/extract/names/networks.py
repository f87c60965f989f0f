"""Accounts: a link into one social network never belongs to an account in another."""

from __future__ import annotations

from ...model import Kind
from ...social import network_of, networks_named
from ..items import Segment
from ..links import Anchor
from .draft import Draft
from .hosts import from_host

__all__ = ["fitting"]


def fitting(draft: Draft, segment: Segment, anchor: Anchor, owner: int) -> int | None:
    """The owner, unless it is an account in another network than the link: then the account that the link's host names."""
    network = network_of(anchor.link.url)
    if network is None or draft.names[owner].kind is not Kind.ACCOUNT:
        return owner
    named = {other.name for _, other in networks_named(draft.names[owner].name)}
    first = draft.networks.get(owner)
    if (first or network.name) == network.name and (not named or network.name in named):
        draft.networks[owner] = network.name
        return owner
    return from_host(draft, segment, anchor)
