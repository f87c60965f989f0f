"""The names of one answer and the owners of its links, as they are collected."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from ...model import NameMention, Question, Span

__all__ = ["Draft", "extent"]


@dataclass(slots=True)
class Draft:
    """Names and link owners of one answer as they are collected; the first `laws` names are its laws, in order.

    `hosted` are the names that nothing but the host of a link gives; `networks` that of each account with a link.
    """

    text: str
    question: Question
    sentences: list[Span]
    city: str = ""
    goals: tuple[Span, ...] = ()
    names: list[NameMention] = field(default_factory=list)
    owners: dict[int, int] = field(default_factory=dict)
    laws: int = 0
    hosted: set[int] = field(default_factory=set)
    networks: dict[int, str] = field(default_factory=dict)
    _places: dict[int, list[Span]] = field(default_factory=dict)

    def sentence_at(self, at: int) -> Span:
        """The sentence at a place."""
        index = bisect_right(self.sentences, at, key=lambda span: span.start) - 1
        return self.sentences[max(0, index)] if self.sentences else Span(0, len(self.text))

    def sentence_before(self, at: int) -> Span | None:
        """The sentence before the one at a place."""
        index = bisect_right(self.sentences, at, key=lambda span: span.start) - 2
        return self.sentences[index] if index >= 0 else None

    def is_goal(self, span: Span) -> bool:
        """Whether words state a goal: "SDG 12", "Clean Energy"; not "Clean Energy Plan"."""
        end = bisect_left(self.goals, span.end, key=lambda goal: goal.start)
        near = self.goals[max(0, end - 3) : end]
        return any(goal.meets(span) and not self._goes_on(goal, span) for goal in near)

    def _goes_on(self, goal: Span, name: Span) -> bool:
        """Whether the words of a goal are only the beginning or middle of a name."""
        rest = self.text[goal.end : name.end].strip()
        return (
            name.start <= goal.start and rest[:1].isupper() and not any(map(str.isdigit, goal.of(self.text)))
        )

    def laws_in(self, span: Span) -> range:
        """The indices of the laws that begin in a stretch."""
        first, end = (
            bisect_left(self.names, at, hi=self.laws, key=lambda name: extent(name).start)
            for at in (span.start, span.end)
        )
        return range(first, end)

    def add(self, mention: NameMention) -> int:
        """Enter a name; its index."""
        self.names.append(mention)
        span = extent(mention)
        for block in _blocks(span):
            self._places.setdefault(block, []).append(span)
        return len(self.names) - 1

    def taken(self, span: Span) -> bool:
        """Whether a name stands there already."""
        return any(span.meets(other) for block in _blocks(span) for other in self._places.get(block, ()))


def _blocks(span: Span) -> range:
    """The blocks of 256 code points in which a stretch lies: what meets it is in one of them."""
    return range(span.start >> 8, (span.end >> 8) + 1)


def extent(name: NameMention) -> Span:
    """All the words of a mention: of a law, its whole citation with the initials behind it."""
    if name.law is None:
        return name.span
    return Span(name.law.span.start, max(name.law.span.end, *(alias.end for alias in name.aliases), 0))
