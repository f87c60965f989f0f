"""From a group of mentions to its entity: the name, the kind and the slug."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..iri import content_hash, slug
from ..model import Entity, Kind
from .node import Node

__all__ = ["DOMAIN", "entity_of", "numbered"]

DOMAIN = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,8}", re.I)
"""A name that is an address."""


def entity_of(group: list[Node]) -> Entity:
    best = min(group, key=_rank)
    merges = tuple(
        sorted((merge for node in group for merge in node.merges), key=lambda m: (m.mention, m.with_))
    )
    return Entity(_slug(best), _kind(group), best.name.name, tuple(node.at for node in group), merges)


def _rank(node: Node) -> tuple[bool, bool, bool, bool, bool, tuple[int, int]]:
    """The name to call a thing by: a proper one, described, linked, no bare address, no law's mere number, first."""
    name = node.name
    return (
        not name.proper,
        bool(DOMAIN.fullmatch(name.name)),
        name.description is None,
        not node.pages,
        bool(name.law and not name.law.title),
        node.at,
    )


def _kind(group: list[Node]) -> Kind:
    """The kind that its own description states, else the first stated, else the first inferred; a programme that is told
    where the city's strategy is asked for is one everywhere."""
    ranked = sorted(
        group, key=lambda node: (node.name.basis != "stated", node.name.description is None, node.at)
    )
    first = ranked[0].name
    asked = any(n.name.kind is Kind.STRATEGY and "program" in n.name.name.lower() for n in group)
    return Kind.STRATEGY if asked and first.kind is Kind.INITIATIVE else first.kind


def _slug(node: Node) -> str:
    law = node.name.law
    if law and law.number and law.type != "standard":
        return slug(
            f"{law.number}-{law.date[:4]}"
            if law.date and not law.number.endswith(law.date[:4])
            else law.number
        )
    return slug(node.name.name)


def numbered(entities: list[Entity]) -> Iterator[Entity]:
    """Entities of one kind with one slug get the hash of their own name behind it, so that both keep their own IRI."""
    taken: dict[tuple[Kind, str], str] = {}
    for entity in entities:
        key = (entity.kind, entity.slug)
        if key in taken:
            tail = content_hash(entity.name, str(entity.mentions[0]))[:6]
            entity = Entity(f"{entity.slug}-{tail}", entity.kind, entity.name, entity.mentions, entity.merges)
        taken[key] = entity.name
        yield entity
