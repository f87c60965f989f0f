"""The names of one answer and the owners of its links, as they are collected."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from ...model import NameMention, Question, Span

__all__ = ["Draft", "extent"]


@dataclass(slots=True)
class Draft:
    """Names and link owners of one answer as they are collected."""

    text: str
    question: Question
    sentences: list[Span]
    names: list[NameMention] = field(default_factory=list)
    owners: dict[int, int] = field(default_factory=dict)

    def sentence_at(self, at: int) -> Span:
        index = bisect_right([span.start for span in self.sentences], at) - 1
        return self.sentences[max(0, index)] if self.sentences else Span(0, len(self.text))

    def add(self, mention: NameMention) -> int:
        self.names.append(mention)
        return len(self.names) - 1

    def taken(self, span: Span) -> bool:
        return any(span.meets(extent(other)) for other in self.names)


def extent(name: NameMention) -> Span:
    """All the words of a mention: of a law, its whole citation."""
    return name.law.span if name.law else name.span
