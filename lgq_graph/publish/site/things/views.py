"""From what is known of a thing to what its page shows: rows of words, ready for a template that decides nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from markupsafe import Markup, escape

from ..names import Names, Shown, natural
from .described import Answer, Claim, Description, Span, Statement
from .quotes import excerpt, marked
from .words import reading

__all__ = ["Basis", "Cell", "Row", "View", "Words", "cells_of", "view"]

_MOST = 500
"""So many values of one row are shown; the data beside the page have all."""

_ENOUGH = 5
"""So many words are shown for one value; the page of its claim has all."""


class Basis(NamedTuple):
    """Why a statement stands: `stated`, `inferred` (with the rule), `planned` or `past`; empty for what was read as such."""

    name: str = ""
    rule: Shown | None = None

    def __html__(self) -> str:
        """As a template writes it."""
        if not self.name:
            return ""
        name, rule = escape(self.name), self.rule
        by = (
            f' <span class="quiet">by <a href="{escape(rule.href)}">{escape(rule.words)}</a></span>'
            if rule
            else ""
        )
        return f'<span class="basis {name}">{name}</span>{by}'


class Words(NamedTuple):
    """The words that a statement comes from, and where on this page they stand in their answer."""

    words: str
    anchor: str
    question: str


class Cell(NamedTuple):
    """A value with its basis and its words; `claim` leads to the page of the claim."""

    value: Shown
    basis: Basis
    words: tuple[Words, ...] = ()
    claim: str = ""
    more: int = 0


@dataclass(slots=True)
class Row:
    """All values of one predicate."""

    label: str
    cells: list[Cell]
    more: int = 0


class Passage(NamedTuple):
    """An answer on the page of a thing, with the words marked that its statements come from."""

    heading: Shown
    response: Shown
    text: Markup


@dataclass(slots=True)
class View:
    """What a page shows of a thing."""

    label: str
    rows: list[Row] = field(default_factory=list)
    incoming: list[Row] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)

    @property
    def proven(self) -> bool:
        """Whether any statement about it has a basis to show."""
        return any(cell.basis.name for row in self.rows for cell in row.cells)


class _Builder:
    """Builds the view of one thing for the page of a path."""

    def __init__(self, names: Names, found: Description, page: str, *, on_page: bool = True) -> None:
        self.names, self.found, self.page, self.on_page = names, found, page, on_page
        self.anchors: dict[Span, str] = {}

    def cell(self, statement: Statement, value: Shown) -> Cell:
        current = [claim for claim in statement.claims if claim.modality == "current"]
        shown = sorted(current or statement.claims, key=lambda claim: (not claim.stated, claim.iri))
        words = tuple(dict.fromkeys(word for claim in shown for word in self._words(claim)))
        claim = self.names.link(shown[0].iri, self.page).href if shown else ""
        return Cell(value, self._basis(shown), words[:_ENOUGH], claim, max(0, len(words) - _ENOUGH))

    def _basis(self, shown: Sequence[Claim]) -> Basis:
        if not shown:
            return Basis()
        first = shown[0]
        if first.modality != "current":
            return Basis(first.modality)
        return Basis("stated") if first.stated else Basis("inferred", self.names.link(first.rule, self.page))

    def _words(self, claim: Claim) -> Iterable[Words]:
        for span in claim.spans:
            answer = self.found.answers.get(span.answer)
            if answer and answer.text:
                yield Words(
                    excerpt(answer.text, span.start, span.end), self._anchor(span), _number(answer.question)
                )
        for iri in claim.answers:
            answer = self.found.answers.get(iri)
            yield Words("", self.names.link(iri, self.page).href, _number(answer.question) if answer else "")

    def _anchor(self, span: Span) -> str:
        """Where the words stand: beneath on this page, or on that of the answer, which may be this one."""
        if self.on_page:
            return "#" + self.anchors.setdefault(span, f"w{len(self.anchors) + 1}")
        place = f"#char={span.start},{span.end}"
        return (
            place if span.answer == self.found.iri else self.names.link(span.answer + place, self.page).href
        )

    def rows(self, statements: Iterable[Statement], back: bool = False) -> list[Row]:
        """A row for all predicates that read alike, in the order of a reader; what repeats a name is left out."""
        grouped: dict[str, list[Statement]] = {}
        for one in sorted(statements, key=lambda one: (reading(one.predicate).place, one.predicate)):
            words = reading(one.predicate)
            grouped.setdefault(words.back if back else words.says, []).append(one)
        return [self._row(label, found, back) for label, found in grouped.items()]

    def _row(self, label: str, statements: list[Statement], back: bool) -> Row:
        shown = [(self._end(one, back), one) for one in statements]
        if len(shown) > 1:
            shown.sort(key=_place)
        cells: dict[tuple[Shown, Basis], Cell] = {}
        for value, one in shown[:_MOST]:
            cell = self.cell(one, value)
            cells.setdefault((value, cell.basis), cell)
        return Row(label, list(cells.values()), max(0, len(shown) - _MOST))

    def _end(self, one: Statement, back: bool) -> Shown:
        if back:
            return self.names.with_city(one.subject, self.page, self.found.labels)
        return self.names.shown(one.object, self.page, self.found.labels)

    def passages(self) -> list[Passage]:
        """The answers from which words were taken, each once."""
        by_answer: dict[str, list[tuple[int, int, str]]] = {}
        for span, anchor in self.anchors.items():
            by_answer.setdefault(span.answer, []).append((span.start, span.end, anchor))
        return [
            self._passage(self.found.answers[iri], by_answer[iri])
            for iri in sorted(by_answer, key=_by_number)
        ]

    def _passage(self, answer: Answer, stretches: list[tuple[int, int, str]]) -> Passage:
        heading = self.names.link(answer.iri, self.page)
        asked = self.names.of(answer.question, self.found.labels)
        return Passage(
            Shown(asked, heading.href),
            self.names.link(answer.response, self.page, self.found.labels),
            marked(answer.text, stretches),
        )


def cells_of(names: Names, found: Description, statements: Iterable[Statement], page: str) -> list[Cell]:
    """The objects of some statements with their basis and words, one by one; the words lead to the page of their answer."""
    builder = _Builder(names, found, page, on_page=False)
    return [builder.cell(one, names.shown(one.object, page, found.labels)) for one in statements]


def view(names: Names, found: Description, page: str, *, incoming: bool = True) -> View:
    """The view of a thing as it stands on the page of a path, with or without what points to it."""
    builder = _Builder(names, found, page)
    rows = builder.rows(found.statements)
    pointing = builder.rows(found.incoming, back=True) if incoming else []
    return View(names.of(found.iri, found.labels), rows, pointing, builder.passages())


def _number(question: str) -> str:
    return question.rpartition("/q")[2]


def _by_number(answer: str) -> tuple[str, int, str]:
    response, _, number = answer.partition("/answer/q")
    return response, int(number) if number.isdecimal() else 0, answer


def _place(pair: tuple[Shown, Statement]) -> tuple[object, ...]:
    shown, one = pair
    return natural(shown.words), shown.words, shown.href, str(one.object)
