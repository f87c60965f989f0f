"""Corrections of entities, between resolving and describing: split, merge, kind, name and what was missed, in this order.

A thing is looked for under the names that the reading gave it, never under one that another correction gives, so that
the order in the file decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..errors import InputError
from ..matching import missed, text_of, where
from ..model import Action, Amended, Applied, Correction, Entity, Mentions, Response
from ..properties import local_name
from .added import add
from .state import State

__all__ = ["amend"]


def amend(
    response: Response,
    mentions: tuple[Mentions, ...],
    entities: tuple[Entity, ...],
    corrections: Iterable[Correction],
) -> tuple[Amended, tuple[InputError, ...]]:
    """The mentions and entities as persons corrected them, and a report of each correction that no longer matches.

    InputError when two corrections contradict each other, which only the response shows.
    """
    state = State(response, mentions, entities)
    statements = []
    for one in sorted(corrections, key=_order):
        if one.property and not _changes_kind(one):
            statements.append((one, where(one.quote, text_of(response, one.question))))
        elif one.action is Action.REJECT and not one.property:
            statements.append((one, None))
        elif fault := _apply(state, one):
            state.missed.append(fault)
    amended = Amended(
        state.mentions_now(), tuple(state.entities), mentions, tuple(state.applied), tuple(state.replaced), tuple(statements)
    )  # fmt: skip
    return amended, tuple(state.missed)


_STEPS = (Action.SPLIT, Action.MERGE, Action.REJECT, Action.RENAME, Action.ADD, Action.ACCEPT)


def _order(one: Correction) -> tuple[int, str]:
    """By step; within one by what is said, so that no order of a file shows."""
    return _STEPS.index(one.action), repr(one)


def _changes_kind(one: Correction) -> bool:
    return one.action is Action.REJECT and local_name(one.property) == "type"


def _apply(state: State, one: Correction) -> InputError | None:
    match one.action:
        case Action.SPLIT:
            return _split(state, one)
        case Action.MERGE:
            return _merge(state, one)
        case Action.RENAME:
            return _rename(state, one)
        case Action.ADD:
            return add(state, one)
        case _:
            return _change_kind(state, one)


def _split(state: State, one: Correction) -> InputError | None:
    """The mentions of one of its names become a thing of their own; the rest keeps the IRI."""
    entity = state.find(one)
    if isinstance(entity, InputError):
        return entity
    leaving = state.called(entity, one.new, one.question)
    staying = tuple(at for at in entity.mentions if at not in leaving)
    if not leaving or not staying:
        why = f"no mention of it is called {one.new!r}" if not leaving else "all its mentions are called so"
        return missed(
            one, why, "its names: " + ", ".join(sorted({state.name(at).name for at in entity.mentions}))
        )
    state.part(entity, staying, leaving, one)
    return None


def _merge(state: State, one: Correction) -> InputError | None:
    entity = state.find(one)
    if isinstance(entity, InputError):
        return entity
    target = state.find(replace(one, name=one.new, question=None), any_kind=True)
    if isinstance(target, InputError):
        return target
    if target.mentions == entity.mentions:
        return missed(one, "the two are one already")
    state.unite(target, entity, one)
    return None


def _change_kind(state: State, one: Correction) -> InputError | None:
    entity = state.find(one)
    if isinstance(entity, InputError):
        return entity
    quoted = where(one.quote, text_of(state.response, one.question))
    if one.quote and quoted is None:
        return missed(one, "the quoted words are not in the answer")
    state.give_kind(entity, one, quoted)
    return None


def _rename(state: State, one: Correction) -> InputError | None:
    entity = state.find(one)
    if isinstance(entity, InputError):
        return entity
    state.change(entity, replace(entity, name=one.new), one)
    state.applied.append(Applied(one, entity.name, one.new, (entity.mentions[0],)))
    return None
