"""The entities of a response while corrections are applied to them, and what was applied."""

from __future__ import annotations

from dataclasses import replace

from ..errors import InputError
from ..iri import content_hash, slug
from ..matching import evened, missed, nearest
from ..model import (
    Action,
    Applied,
    Basis,
    Correction,
    Entity,
    Evidence,
    Kind,
    Mentions,
    Merge,
    NameMention,
    Response,
    Span,
)
from ..properties import BY_CORRECTION
from .conflicts import contradiction

__all__ = ["State"]

At = tuple[int, int]


class State:
    """Entities by their place in a list, with every change that was made."""

    def __init__(
        self, response: Response, mentions: tuple[Mentions, ...], entities: tuple[Entity, ...]
    ) -> None:
        self.response = response
        self.entities = list(entities)
        self.applied: list[Applied] = []
        self.replaced: list[tuple[Entity, At]] = []
        self.missed: list[InputError] = []
        self._mentions = list(mentions)
        self._names = {found.question: list(found.names) for found in mentions}
        self._changed: dict[tuple[str, At], Correction] = {}

    def mentions_now(self) -> tuple[Mentions, ...]:
        """The mentions as corrections left them."""
        return tuple(replace(found, names=tuple(self._names[found.question])) for found in self._mentions)

    def name(self, at: At) -> NameMention:
        """The mention at (question, index)."""
        return self._names[at[0]][at[1]]

    # --- finding ------------------------------------------------------------------------------------------------------

    def find(self, one: Correction, any_kind: bool = False) -> Entity | InputError:
        """The entity that a correction is about; the report when none or several are."""
        named = [e for e in self.entities if evened(one.name) in self._called(e)]
        found = [e for e in named if one.kind in _kinds(e)] or (named if any_kind else [])
        if len(found) > 1 and one.question:
            found = [e for e in found if any(at[0] == one.question for at in e.mentions)]
        if len(found) == 1:
            return found[0]
        if found:
            places = ", ".join(str(e.mentions[0][0]) for e in found)
            return missed(one, f"{len(found)} things are called so", f"say which by its question: {places}")
        others = ", ".join(e.kind.value for e in named)
        known = (e.name for e in self.entities if any_kind or one.kind in _kinds(e))
        hint = f"what is called so is of the kind {others}" if named else nearest(one.name, known)
        return missed(one, f"no {'thing' if any_kind else one.kind} is called {one.name!r}", hint)

    def _called(self, entity: Entity) -> set[str]:
        """All names of a thing as the reading gave them."""
        first = entity.origin or entity
        return {evened(first.name), *(name for at in entity.mentions for name in self._names_at(at))}

    def _names_at(self, at: At) -> set[str]:
        name, text = self.name(at), self._text(at[0])
        spans = [*name.aliases, *([name.law.span] if name.law else [])]
        return {evened(name.name), *(evened(span.of(text)) for span in spans)}

    def called(self, entity: Entity, name: str, question: int | None) -> tuple[At, ...]:
        """The mentions of a thing that have one name, of one answer where a question is given."""
        return tuple(
            at
            for at in entity.mentions
            if evened(name) in self._names_at(at) and (question is None or at[0] == question)
        )

    def _text(self, question: int) -> str:
        return self.response.answer(question).text

    # --- changing -----------------------------------------------------------------------------------------------------

    def change(self, entity: Entity, new: Entity, one: Correction) -> Entity:
        """Put a changed entity in the place of the one it was; InputError when another correction changed the same of it."""
        for at in entity.mentions[:1]:
            first = self._changed.setdefault((one.action.value, at), one)
            if first is not one and one.action in (Action.RENAME, Action.REJECT):
                raise contradiction(first, one, f"{entity.name!r} is corrected in two ways")
        new = replace(new, origin=entity.origin or entity)
        self.entities[self.entities.index(entity)] = new
        return new

    def part(self, entity: Entity, staying: tuple[At, ...], leaving: tuple[At, ...], one: Correction) -> None:
        """Make two of one."""
        name = next(
            (self.name(at).name for at in staying if self.name(at).proper), self.name(staying[0]).name
        )
        if entity.name in {self.name(at).name for at in staying}:
            name = entity.name
        kept = replace(entity, name=name, mentions=staying, merges=self._merges(entity, staying))
        self.change(entity, kept, one)
        first = self.name(leaving[0])
        self.entities.append(
            Entity(
                self.free_slug(first.kind, first.name, leaving[0][0]), first.kind, first.name, leaving,
                self._merges(entity, leaving),
            )
        )  # fmt: skip
        self.applied.append(
            Applied(one, f"{entity.name}", f"{name} | {first.name}", (staying[0], leaving[0]))
        )

    def _merges(self, entity: Entity, mentions: tuple[At, ...]) -> tuple[Merge, ...]:
        """The merges between mentions of a part."""
        own = {self._evidence(at) for at in mentions}
        return tuple(merge for merge in entity.merges if {merge.mention, merge.with_} <= own)

    def _evidence(self, at: At) -> Evidence:
        return Evidence(at[0], self.name(at).span)

    def unite(self, target: Entity, entity: Entity, one: Correction) -> None:
        """Make one of two: the target keeps its IRI, name and kind."""
        merge = Merge(BY_CORRECTION, self._evidence(entity.mentions[0]), self._evidence(target.mentions[0]))
        mentions = tuple(sorted((*target.mentions, *entity.mentions)))
        merges = (*target.merges, *entity.merges, merge)
        self.replaced = [
            (gone, target.mentions[0] if at in entity.mentions else at) for gone, at in self.replaced
        ]
        self.replaced.append((entity.origin or entity, target.mentions[0]))
        self.entities.remove(entity)
        self.change(target, replace(target, mentions=mentions, merges=merges), one)
        self.applied.append(Applied(one, entity.name, target.name, (target.mentions[0],)))

    def give_kind(self, entity: Entity, one: Correction, quoted: Span | None) -> None:
        """Make a thing another kind: stated at the quoted words, or by the rule that a person decided."""
        kind, stated = Kind(one.new), one.basis is Basis.STATED and quoted is not None
        for question, index in entity.mentions:
            name = self._names[question][index]
            here = stated and question == one.question
            self._names[question][index] = replace(
                name, kind=kind, basis=Basis.STATED if here else Basis.INFERRED, rule=BY_CORRECTION,
                scope=quoted if here and quoted else name.scope, law=name.law if kind is Kind.LEGISLATION else None,
            )  # fmt: skip
        self.change(entity, replace(entity, kind=kind), one)
        self.applied.append(Applied(one, entity.kind.value, kind.value, (entity.mentions[0],)))

    def append(self, name: NameMention, question: int, one: Correction) -> None:
        """Put in a thing that the reading missed."""
        self._names[question].append(name)
        at = (question, len(self._names[question]) - 1)
        self.entities.append(
            Entity(self.free_slug(name.kind, name.name, question), name.kind, name.name, (at,))
        )
        self.applied.append(Applied(one, "", name.name, (at,)))

    def free_slug(self, kind: Kind, name: str, question: int) -> str:
        """A slug that no thing of the kind has; a second thing of one name gets a hash of it and its question."""
        taken = {(e.origin or e).slug for e in self.entities if (e.origin or e).kind is kind}
        taken |= {gone.slug for gone, _ in self.replaced if gone.kind is kind}
        own = slug(name)
        return own if own not in taken else f"{own}-{content_hash(name, str(question))[:6]}"


def _kinds(entity: Entity) -> set[str]:
    return {entity.kind.value, (entity.origin or entity).kind.value}
