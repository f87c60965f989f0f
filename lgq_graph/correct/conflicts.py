"""Corrections that cannot both hold. The order in the file decides nothing, so that a contradiction is an error."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise

from ..errors import InputError
from ..model import Action, Correction
from ..properties import local_name

__all__ = ["check_conflicts", "contradiction"]

_ENDS = {Action.MERGE: "end", Action.REJECT: "end"}
"""Actions after which the thing is no more on its own: of these it takes one."""


def check_conflicts(corrections: Iterable[Correction]) -> None:
    """InputError that names both when two corrections of a file contradict or repeat each other."""
    groups: dict[tuple[str, ...], list[Correction]] = defaultdict(list)
    for one in corrections:
        for key in _keys(one):
            groups[key].append(one)
    for group in groups.values():
        first = ((group[0], later) for later in group[1:])
        for earlier, later in chain(first, pairwise(group)):
            if reason := _clash(earlier, later):
                raise contradiction(earlier, later, reason)


def contradiction(first: Correction, second: Correction, reason: str) -> InputError:
    """The error that two corrections cannot both hold."""
    return InputError(
        f"{reason}: the corrections at line {first.line} and line {second.line}",
        file=second.file, place=f"line {second.line}", hint="keep one of them",
    )  # fmt: skip


def _keys(one: Correction) -> Iterator[tuple[str, ...]]:
    """What a correction decides: a statement, or the name, whole or end of a thing."""
    thing = (one.response, one.kind, one.name.casefold())
    if one.property:
        yield (*thing, "statement", local_name(one.property), one.value.casefold())
    else:
        apart = one.new.casefold() if one.action is Action.SPLIT else ""  # parts are split off one by one
        yield (*thing, _ENDS.get(one.action, one.action.value), apart)


def _clash(first: Correction, second: Correction) -> str:
    """Why two corrections of one thing or statement cannot both hold; empty when they can."""
    if not first.property and first.question and second.question and first.question != second.question:
        return ""  # two things of one name are told apart by their questions
    if first.action is not second.action:
        return f"what one {first.action}s, the other {second.action}s"
    if first.new != second.new:
        return "two different values for one"
    same_words = (first.question, first.quote) == (second.question, second.quote)
    return "one correction twice" if same_words or first.action is not Action.ACCEPT else ""
