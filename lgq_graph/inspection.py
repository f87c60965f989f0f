"""What was made of a file, and what was not: its answers, its mentions, every stretch of text that nothing came of, and
what became of every character."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import UsageError, counted
from .model import Answer, Fate, Mentions, Span, Status
from .receipt import Receipt
from .table import Cell, Table

if TYPE_CHECKING:
    from .account import Account, Piece
    from .pipeline import Built

__all__ = [
    "INSPECTIONS", "Inspection", "accounted_table", "answers_table", "inspect", "mentions_table", "skipped_table",
    "summary_table", "unread_stretches",
]  # fmt: skip

_SHORT, _SHOWN = 25, 300


@dataclass(frozen=True)
class Inspection:
    """One response of a file with all that was made of it, and the account of all characters of the file."""

    built: Built
    data: bytes
    name: str
    number: int
    edition: str | None

    @cached_property
    def account(self) -> Account:
        """What became of every character; made when it is asked for."""
        from .account import account

        return account(self.data, self.name, self.number, self.edition)


def inspect(source: str | Path, edition: str | None = None, number: int = 1) -> Inspection:
    """One response of a file, by default the first. InputError when it cannot be read, UsageError when there is no such response."""
    from .pipeline import build_response, whole_path  # the recognisers take their time
    from .read import documents_in, fetch, name_of

    with whole_path(source):
        data, name = fetch(source), name_of(source)
        documents = documents_in(data, name)
        if not 0 < number <= len(documents):
            raise UsageError(
                f"{source} holds {counted(len(documents), 'response')}", hint="give --response from 1 on"
            )
        return Inspection(build_response(documents[number - 1], edition), data, name, number, edition)


def accounted_table(account: Account) -> Table:
    """What became of the characters of a file that are not blank, by category and reason; the rows sum to the whole."""
    whole = account.characters
    rows = tuple(
        (fate.value, reason or None, characters, _share(characters, whole), pieces)
        for (fate, reason), (characters, pieces) in account.totals().items()
    )
    lost = account.unaccounted
    told = f"{lost:,} are unaccounted for: see them with --table skipped" if lost else "all are accounted for"
    return Table(
        "accounted",
        ("category", "reason", "characters", "share", "pieces"),
        rows,
        (f"{whole:,} characters; {told}",),
    )


def _share(part: int, whole: int) -> Decimal:
    """A share in per cent."""
    return Decimal(f"{100 * part / whole:.2f}") if whole else Decimal(0)


def skipped_table(account: Account) -> Table:
    """What is in no answer and no part of the form, by place and reason, first what nothing accounts for; personal data withheld."""
    together: dict[tuple[Fate, str, str], list[Piece]] = {}
    for piece in sorted(account.pieces, key=lambda piece: piece.fate not in _NOT_READ[:1]):
        if piece.fate in _NOT_READ:
            together.setdefault((piece.fate, piece.reason, piece.place), []).append(piece)
    rows = tuple(
        (fate.value, reason or None, place, sum(piece.characters for piece in pieces), _start(" ".join(piece.text for piece in pieces), _SHOWN))
        for (fate, reason, place), pieces in together.items()
    )  # fmt: skip
    return Table("skipped", ("category", "reason", "place", "characters", "text"), rows)


_NOT_READ = (Fate.UNACCOUNTED, Fate.SKIPPED, Fate.FURNITURE)


def answers_table(built: Built) -> Table:
    """Each question of the form, and those that only the print asks: status, marks, line in the file, and the beginning of its text."""
    rows = tuple(
        (a.question, _start(a.asked, 80) or built.questionnaire.question(a.question).label, a.status.value, a.line or None,
         " | ".join(f"{m.label}={m.state.value}" for m in a.marks), len(a.text), _start(a.text))
        for a in built.response.answers
    )  # fmt: skip
    return Table("answers", ("question", "label", "status", "line", "marks", "characters", "begins"), rows)


def summary_table(receipts: Iterable[Receipt]) -> Table:
    """A row for each response: the form that read it, how many of its answers are answered or have unknown marks or
    belong to questions that the form does not list, and what was made of it; findings of the shapes where they were checked."""
    rows = tuple(map(_summed_up, receipts))
    columns = "response form answered unknown unlisted entities claims findings"
    return Table("responses", tuple(columns.split()), rows)


def _summed_up(made: Receipt) -> tuple[Cell, ...]:
    return (
        f"{made.name} {made.edition}", made.form,
        made.count(Status.ANSWERED), made.count(Status.MARKS_LOST), made.unlisted,
        made.entities, made.claims, made.findings,
    )  # fmt: skip


def _start(text: str, limit: int = 60) -> str:
    words = " ".join(text.split())
    return words if len(words) <= limit else words[: limit - 1] + "…"


def mentions_table(built: Built) -> Table:
    """Everything found, in reading order: where, what it is, and the words."""
    rows = [row for found in built.mentions for row in _rows(built.response.answer(found.question), found)]
    return Table("mentions", ("question", "start", "end", "what", "detail", "words"), tuple(sorted(rows)))


def _rows(answer: Answer, found: Mentions) -> Iterator[tuple[int, int, int, str, str, str]]:
    def row(span: Span, what: str, detail: str) -> tuple[int, int, int, str, str, str]:
        return answer.question, span.start, span.end, what, detail, _start(span.of(answer.text), 80)

    def owner(index: int | None) -> str:
        return "the city" if index is None else found.names[index].name

    for name in found.names:
        detail = f"{name.kind.value} ({name.basis.value})"
        yield row(name.law.span if name.law else name.span, "name", detail)
    for link in found.links:
        yield row(link.span, "link", "of nothing" if link.owner is None else f"of {owner(link.owner)}")
    for goal in found.goals:
        owners = ", ".join(found.names[i].name for i in goal.owners) or "the city"
        yield row(goal.quote, "goal", f"{goal.target or goal.goal} {goal.modality.value}, of {owners}")
    for number in found.numbers:
        yield row(
            number.span,
            "number",
            f"{number.bound.value} {number.value} {number.unit.value} {number.period}, of {owner(number.owner)}",
        )
    for place in found.places:
        yield row(
            place.quote,
            "partner",
            f"{place.kind.value} {place.iso2} {place.place.geonames if place.place else 'ambiguous'}",
        )


def unread_stretches(built: Built) -> Table:
    """The stretches of answered text that no mention covers, as sentences; the reader's list of what may be missing."""
    rows = tuple(
        row for found in built.mentions for row in _unread(built.response.answer(found.question), found)
    )
    return Table("unread", ("question", "start", "end", "words"), rows)


def _unread(answer: Answer, found: Mentions) -> Iterator[tuple[int, int, int, str]]:
    if answer.status is not Status.ANSWERED:
        return
    at = 0
    for span in (*sorted(_covered(found)), Span(len(answer.text), len(answer.text))):
        words = answer.text[at : span.start]
        if span.start - at >= _SHORT and re.search(r"\w", words):
            yield answer.question, at, span.start, " ".join(words.split())
        at = max(at, span.end)


def _covered(found: Mentions) -> Iterator[Span]:
    for name in found.names:
        yield name.law.span if name.law else name.span
        yield from filter(None, (name.description, name.told))
    yield from (link.span for link in found.links)
    yield from (goal.quote for goal in found.goals)
    yield from (number.span for number in found.numbers)
    yield from (place.quote for place in found.places)


INSPECTIONS: dict[str, Callable[[Inspection], Table]] = {
    "answers": lambda inspected: answers_table(inspected.built),
    "mentions": lambda inspected: mentions_table(inspected.built),
    "unread": lambda inspected: unread_stretches(inspected.built),
    "accounted": lambda inspected: accounted_table(inspected.account),
    "skipped": lambda inspected: skipped_table(inspected.account),
}
"""Every table of this module by its name."""
