"""The mentions of a response as nodes that are joined into groups, and what no join may bring together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..model import Evidence, Kind, Mentions, Merge, NameMention, Response
from ..social import network_of
from .keys import citation, fold, keys, page_key, telling_words

__all__ = ["Node", "join", "nodes_of"]


@dataclass(slots=True)
class Node:
    """One mention with what merging looks at; `parent` makes the union-find.

    `named`, `cited` and `networks` speak of the whole group, at its root: whether it holds a proper name, the figures of its
    law, and the social network of its account.
    """

    at: tuple[int, int]
    name: NameMention
    keys: frozenset[str]
    pages: frozenset[str]
    aliases: frozenset[str]
    telling: frozenset[str]
    named: bool
    cited: frozenset[str]
    networks: frozenset[str]
    parent: Node | None = None
    merges: list[Merge] = field(default_factory=list)

    @property
    def evidence(self) -> Evidence:
        """Where the mention stands."""
        return Evidence(self.at[0], self.name.span)

    def root(self) -> Node:
        """The first mention of the group."""
        node = self
        while node.parent is not None:
            node = node.parent
        return node


def nodes_of(group: Mentions, response: Response) -> Iterator[Node]:
    """The names of one answer."""
    if not group.names:
        return
    text = response.answer(group.question).text
    pages: dict[int, set[str]] = defaultdict(set)
    for link in group.links:
        if link.owner is not None:
            pages[link.owner].add(page_key(link.url))
    for index, name in enumerate(group.names):
        yield Node(
            (group.question, index),
            name,
            frozenset(keys(name, response.city.name)),
            frozenset(pages[index]),
            frozenset(fold(alias.of(text)) for alias in name.aliases),
            telling_words(name.name, response),
            name.proper,
            citation(name.law),
            frozenset(filter(None, map(_network, pages[index])))
            if name.kind is Kind.ACCOUNT
            else frozenset(),
        )


def join(first: Node, second: Node, reason: str) -> bool:
    """Make two groups one, unless they must stay apart; whether they are one now."""
    a, b = sorted((first.root(), second.root()), key=lambda node: node.at)
    if a is b:
        return True
    if _apart(a, b) or (a.named and b.named and not (first.name.proper and second.name.proper)):
        return False
    b.parent = a
    a.named, a.cited, a.networks = a.named or b.named, a.cited | b.cited, a.networks | b.networks
    a.merges.append(Merge(reason, second.evidence, first.evidence))
    return True


def _apart(a: Node, b: Node) -> bool:
    """Whether two groups cite different laws, neither having all the figures of the other, or are accounts in two networks."""
    if a.networks and b.networks and a.networks != b.networks:
        return True
    return not (a.cited <= b.cited or b.cited <= a.cited)


def _network(page: str) -> str:
    found = network_of(page)
    return found.name if found else ""
