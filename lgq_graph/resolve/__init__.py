"""From mentions to entities: which names of a response are one thing, each merge with its reason.

One page is not one thing: two apps with one store link stay two, and an app is never its portal. Names that share a
page become one only when a name is a mere phrase, or when the two share a telling word; and a mere phrase brings no two
proper names together. Order of the answers alone decides nothing but which of two equal names comes first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ..model import Entity, Mentions, Response
from .entity import entity_of, numbered
from .joins import join_all
from .keys import fold, page_key
from .node import Node, nodes_of

__all__ = ["fold", "page_key", "resolve"]


def resolve(response: Response, mentions: Iterable[Mentions]) -> tuple[Entity, ...]:
    """The entities of a response, in the order of their first mention."""
    nodes = [
        node for group in sorted(mentions, key=lambda m: m.question) for node in nodes_of(group, response)
    ]
    join_all(nodes)
    groups: dict[tuple[int, int], list[Node]] = defaultdict(list)
    for node in nodes:
        groups[node.root().at].append(node)
    return tuple(numbered([entity_of(group) for group in groups.values()]))
