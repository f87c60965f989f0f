"""One thing under its names in two languages, with a bar between them: "Parlons-en | Let's Talk"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ...model import Kind, NameMention, Span
from ..kinds import kind_of_name
from .draft import Draft, extent

__all__ = ["join_tongues"]

_BAR = re.compile(r"[\"”»]?\s\|\s[\"“«]?")
_WORDS = r"[^\W\da-zß-ÿ_][\w'’-]{1,30}(?:\s(?:[^\W\da-zß-ÿ_][\w'’-]{0,30}|\w{1,3})){0,6}"
_LEFT = re.compile(
    rf"(?:(?:^|[.:;]\s)\W{{0,3}}(?:\(?\w{{1,3}}[.)]\s)?|\s)(?:(?:[Tt]he|[Oo]ur|[LlEe][ael]s?|[OoAa]s?)\s)?(?P<name>{_WORDS})$"
)
_RIGHT = re.compile(
    rf"(?P<name>{_WORDS})(?=\s?[\"”»]?\s?(?:[,(\[:.;]|$)|\s(?:is|was|has|are|es|est|é|ist|[–—-])\s)"
)


def join_tongues(draft: Draft) -> None:
    """Take the names on both sides of a bar for one thing, and name the side that nothing named its other name."""
    bars = list(_bars(draft.text))
    if not bars:
        return
    ends, starts = {}, {}
    for i, name in enumerate(draft.names):
        if name.law is None:
            ends[extent(name).end], starts[name.span.start] = i, i
    for line, bar in bars:
        _join(draft, line, bar, ends.get(bar.start), starts.get(bar.end))


def _bars(text: str) -> Iterator[tuple[Span, Span]]:
    """The lines with one bar, and where it stands; lines with bars under one another are rows of a table."""
    start, lines = 0, text.split("\n") if "|" in text else []
    for number, line in enumerate(lines):
        beside = lines[max(0, number - 1) : number] + lines[number + 1 : number + 2]
        bar = (
            _BAR.search(line) if line.count("|") == 1 and not any("|" in other for other in beside) else None
        )
        if bar:
            yield Span(start, start + len(line)), Span(*bar.span()).shift(start)
        start += len(line) + 1


def _join(draft: Draft, line: Span, bar: Span, first: int | None, second: int | None) -> None:
    names = draft.names
    if first is not None and second is not None:
        if _may_be_one(names[first], names[second]):
            names[second] = replace(
                names[second], name=names[first].name, kind=names[first].kind, aliases=(*names[second].aliases, names[second].span)
            )  # fmt: skip
    elif first is not None:
        if other := _RIGHT.match(draft.text, bar.end, line.end):
            names[first] = replace(names[first], aliases=(*names[first].aliases, Span(*other.span("name"))))
    elif second is not None and (
        other := _LEFT.search(draft.text[max(line.start, bar.start - 100) : bar.start])
    ):
        span = Span(*other.span("name")).shift(max(line.start, bar.start - 100))
        if not draft.taken(span):
            later = names[second]
            names[second] = replace(
                later, span=span, name=span.of(draft.text), aliases=(*later.aliases, later.span)
            )


def _may_be_one(first: NameMention, second: NameMention) -> bool:
    """Whether two names can be one thing's: a body beside a thing is whose it is."""
    bodies = [kind_of_name(name.name) is Kind.ORGANISATION for name in (first, second)]
    return bodies[0] == bodies[1]
