"""What the site says of one thing: its statements with their claims, what points to it, and its data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from pyoxigraph import Literal, NamedNode

from ....vocabulary import BASE
from .twins import Block, joined

__all__ = ["Answer", "Claim", "Description", "Mark", "Span", "Statement", "merged"]

Object: TypeAlias = NamedNode | Literal


class Span(NamedTuple):
    """A stretch of an answer: from the character `start` to before `end`."""

    answer: str
    start: int
    end: int


class Mark(NamedTuple):
    """An option of a question as an answer marks it: its words there, what the print tells (`selected`, `not-selected`,
    `unknown`), and what a rule concluded instead (empty when none did)."""

    option: str
    written: str
    state: str
    inferred: str

    @property
    def iri_of_state(self) -> str:
        """The code of the state that holds, the inferred one before the other."""
        return f"{BASE}code/mark/{self.inferred or self.state}"


class Answer(NamedTuple):
    """An answer that words come from, or marks; `text` is empty when there is none to show."""

    iri: str
    question: str
    response: str
    text: str
    status: str
    marks: tuple[Mark, ...] = ()

    @property
    def chosen(self) -> str:
        """The options that are marked, in its words, and how many cannot be told any more."""
        words = [mark.written for mark in self.marks if (mark.inferred or mark.state) == "selected"]
        lost = sum(mark.state == "unknown" and not mark.inferred for mark in self.marks)
        return "; ".join([*words, *([f"{lost} options of which the mark is lost"] if lost else ())])


class Claim(NamedTuple):
    """Why a statement is made: stated in the spans, or inferred from them by a rule; now, planned or past."""

    iri: str
    rule: str
    modality: str
    spans: tuple[Span, ...]
    answers: tuple[str, ...]

    @property
    def stated(self) -> bool:
        """Whether the words say so themselves."""
        return not self.rule


class Statement(NamedTuple):
    """A triple with its claims; those of the corpus, of code lists and of the form have none."""

    subject: str
    predicate: str
    object: Object
    claims: tuple[Claim, ...] = ()


@dataclass(slots=True)
class Description:
    """All that is known of one thing, from one response or from several."""

    iri: str
    statements: list[Statement] = field(default_factory=list)
    incoming: list[Statement] = field(default_factory=list)
    blocks: dict[str, Block] = field(default_factory=dict)
    """Its data: the triples of itself, of its parts, and of the claims about it with their words, by subject."""
    answers: dict[str, Answer] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    """What the things are called that only this response knows, by IRI."""


def merged(iri: str, parts: Iterable[Description]) -> Description:
    """What several responses say of one thing, each statement once with the claims of all."""
    parts = list(parts)
    if len(parts) == 1:
        return parts[0]
    whole = Description(iri)
    whole.statements = _once(statement for part in parts for statement in part.statements)
    whole.incoming = _once(statement for part in parts for statement in part.incoming)
    blocks: dict[str, list[Block]] = {}
    for part in parts:
        for subject, block in part.blocks.items():
            blocks.setdefault(subject, []).append(block)
        whole.answers |= part.answers
        whole.labels |= part.labels
    whole.blocks = {subject: joined(found) for subject, found in blocks.items()}
    return whole


def _once(statements: Iterable[Statement]) -> list[Statement]:
    found: dict[tuple[str, str, Object], dict[str, Claim]] = {}
    for one in statements:
        claims = found.setdefault((one.subject, one.predicate, one.object), {})
        for claim in one.claims:
            known = claims.get(claim.iri)
            claims[claim.iri] = claim if known is None else _joined(known, claim)
    return [Statement(*key, tuple(claims.values())) for key, claims in found.items()]


def _joined(one: Claim, other: Claim) -> Claim:
    """One claim that two responses make."""
    spans = tuple(sorted({*one.spans, *other.spans}))
    return Claim(one.iri, one.rule, one.modality, spans, tuple(sorted({*one.answers, *other.answers})))
