"""A thing that the reading missed: a mention at the quoted words, from which all else follows."""

from __future__ import annotations

from ..errors import InputError
from ..matching import missed, text_of, where
from ..model import Basis, Correction, Kind, NameMention, Span
from ..properties import BY_CORRECTION
from .state import State

__all__ = ["add"]


def add(state: State, one: Correction) -> InputError | None:
    """Put the thing in; the report when the answer does not have the words, or the thing is there already."""
    assert one.question is not None
    text = text_of(state.response, one.question)
    quoted = where(one.quote, text)
    if quoted is None:
        return missed(one, "the quoted words are not in the answer")
    name = where(one.name, quoted.of(text))
    if name is None:
        return missed(one, "the name does not stand in the quoted words", "quote the words that name it")
    if not isinstance(state.find(one), InputError):
        return missed(one, "it is there already", "take the correction out")
    state.append(_mention(one, name.shift(quoted.start), quoted), one.question, one)
    return None


def _mention(one: Correction, span: Span, quoted: Span) -> NameMention:
    rule = BY_CORRECTION if one.basis is Basis.INFERRED else ""
    return NameMention(span, one.name, Kind(one.kind), quoted, one.basis or Basis.STATED, rule)
