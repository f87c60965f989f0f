"""What changed between two graphs: two rounds of a city, or two builds of one response.

Things are the same when their IRI is; one that is gone and one that is new are one renamed thing when they are of one kind and
spelt nearly alike. Answers are compared as texts, numbers by what they are of and count.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from difflib import SequenceMatcher

from ..table import Table
from .facts import Ask

__all__ = ["Change", "Comparison", "compare"]

_ALIKE, _SAME_WORDS = 0.84, 0.97
_WHAT = ("answer", "entity", "goal", "law", "link", "number", "partner")
_PLURAL = {"entity": "entities"}
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """One difference: in which city, of what sort (`entity`, `goal`, `number`, …), how (`added`, `gone`, `changed`, `renamed`,
    `reworded`), of which thing, and what was and is; `question` is where it stands. A city that has no response in one of the graphs makes one change (`response`)."""

    city: str
    what: str
    how: str
    thing: str
    before: str = ""
    after: str = ""
    question: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """All changes, in order, and how many things of each sort there are in each graph."""

    changes: tuple[Change, ...]
    before: Mapping[str, int]
    after: Mapping[str, int]

    def falls(self, percent: float) -> tuple[str, ...]:
        """Sentences on the sorts of which there are fewer now, by more than some percent."""
        return tuple(
            f"{_many(what)}: {self.before[what]} before, {self.after.get(what, 0)} now"
            for what in _WHAT
            if self.before.get(what, 0) * (1 - percent / 100) > self.after.get(what, 0)
        )

    def table(self) -> Table:
        """A row for each change."""
        columns = ("city", "what", "how", "thing", "before", "after", "question")
        return Table("changes", columns, tuple(tuple(asdict(change).values()) for change in self.changes))

    def json(self) -> str:
        """The counts and the changes, as one JSON object."""
        counts = {
            what: {"before": self.before.get(what, 0), "after": self.after.get(what, 0)} for what in _WHAT
        }
        return (
            json.dumps(
                {"counts": counts, "changes": list(map(asdict, self.changes))}, ensure_ascii=False, indent=2
            )
            + "\n"
        )

    def text(self) -> str:
        """The changes in words, as Markdown: city by city, sort by sort."""
        lines = ["# What changed", ""]
        lines += [
            f"- {_many(what)}: {self.before.get(what, 0)} before, {self.after.get(what, 0)} now"
            for what in _WHAT
        ]
        lines += [] if self.changes else ["", "Nothing else changed."]
        for city in dict.fromkeys(change.city for change in self.changes):
            lines += ["", f"## {city}", ""]
            lines += [f"- {_in_words(change)}" for change in self.changes if change.city == city]
        return "\n".join(lines) + "\n"


def compare(before: Ask, after: Ask) -> Comparison:
    """The changes from one graph to another."""
    old, new = _read(before), _read(after)
    answered = [{key[0] for key in of["answer"]} for of in (old, new)]
    changes = [Change(city, "response", "gone", city) for city in answered[0] - answered[1]]
    changes += [Change(city, "response", "added", city) for city in answered[1] - answered[0]]
    both = answered[0] & answered[1]
    changes += [
        change for what in _WHAT for change in _changes(what, old[what], new[what]) if change.city in both
    ]
    counts = ({what: len(of[what]) for what in _WHAT} for of in (old, new))
    return Comparison(tuple(sorted(_renamed(changes), key=_place)), *counts)


def _place(change: Change) -> tuple[object, ...]:
    """By city, sort and question, as numbers; then by name."""
    numbers = [int(number) for number in change.question.split() if number.isdecimal()]
    return change.city, change.what, change.how, numbers, change


def _read(ask: Ask) -> dict[str, dict[Key, tuple[str, str]]]:
    """By sort: each thing under its key (city, what tells it apart, how it is called), with its value and its question."""
    found: dict[str, dict[Key, tuple[str, str]]] = {what: {} for what in _WHAT}
    for row in _records(ask("answers")):
        if row["status"] not in ("not-asked",):
            said = row["text"] or row["marks"] or row["status"]
            found["answer"][row["city"], row["question"], f"question {row['question']}"] = (
                said,
                row["question"],
            )
    for row in _records(ask("entities")):
        found["entity"][row["city"], row["entity"], row["name"]] = row["kind"], row["questions"]
    for row in _records(ask("sdg-alignments")):
        goal = f"SDG {row['target'] or row['goal']}"
        found["goal"][row["city"], row["entity"], f"{row['name']} → {goal}"] = (
            f"{row['modality']}, {row['basis']}",
            row["question"],
        )
    for row in _records(ask("legislation")):
        found["law"][row["city"], row["entity"], row["name"]] = (
            " ".join(filter(None, (row["type"], row["number"], row["date"], row["level"]))),
            row["question"],
        )
    for row in _records(ask("links")):
        found["link"][row["city"], row["url"], row["url"]] = row["name"], row["question"]
    for row in _records(ask("partners")):
        found["partner"][row["city"], row["partner"], row["name"]] = row["kind"], row["question"]
    numbers: dict[Key, list[str]] = defaultdict(list)
    where: dict[Key, str] = {}
    for row in _records(ask("observations")):
        key = (
            row["city"],
            f"{row['subject']} {row['indicator']} {row['unit']}",
            f"{row['subject_name']}, {row['indicator'] or row['unit']}",
        )
        bound = "" if row["bound"] in ("exact", "unspecified") else f"{row['bound'].replace('-', ' ')} "
        numbers[key].append(
            f"{bound}{row['value']} {row['currency'] or row['unit']}"
            + (f" ({row['period']})" if row["period"] else "")
        )
        where.setdefault(key, row["question"])
    found["number"] = {key: ("; ".join(sorted(values)), where[key]) for key, values in numbers.items()}
    return found


def _records(table: Table) -> Iterator[dict[str, str]]:
    for record in table.to_records():
        yield {name: "" if cell is None else str(cell) for name, cell in record.items()}


def _changes(
    what: str, old: Mapping[Key, tuple[str, str]], new: Mapping[Key, tuple[str, str]]
) -> Iterator[Change]:
    before, after = _by_identity(old), _by_identity(new)
    for identity in before.keys() | after.keys():
        city = identity[0]
        if identity not in after:
            name, value, question = before[identity]
            yield Change(
                city, what, "gone", name, before=value if what != "answer" else "", question=question
            )
        elif identity not in before:
            name, value, question = after[identity]
            yield Change(
                city, what, "added", name, after=value if what != "answer" else "", question=question
            )
        else:
            yield from _changed(what, city, before[identity], after[identity])


def _by_identity(things: Mapping[Key, tuple[str, str]]) -> dict[Key, tuple[str, str, str]]:
    """By city and what tells a thing apart; a goal also by what it is, for one thing may serve many."""
    found: dict[Key, tuple[str, str, str]] = {}
    for (city, mark, name), (value, question) in things.items():
        found[city, mark, name.rpartition("→")[2] if "→" in name else ""] = name, value, question
    return found


def _changed(
    what: str, city: str, before: tuple[str, str, str], after: tuple[str, str, str]
) -> Iterator[Change]:
    if what == "answer":
        if (
            before[1] != after[1]
            and SequenceMatcher(None, before[1], after[1], autojunk=False).quick_ratio() < _SAME_WORDS
        ):
            yield Change(city, what, "reworded", after[0], _short(before[1]), _short(after[1]), after[2])
        return
    if before[0] != after[0] and what != "goal":
        yield Change(city, what, "renamed", after[0], before[0], after[0], after[2])
    if before[1] != after[1]:
        yield Change(city, what, "changed", after[0], before[1], after[1], after[2])


def _renamed(changes: list[Change]) -> Iterator[Change]:
    """The changes, with one line in place of two where an entity has another name now."""
    gone = [change for change in changes if change.what == "entity" and change.how == "gone"]
    added: dict[tuple[str, str], list[Change]] = defaultdict(list)
    for change in changes:
        if change.what == "entity" and change.how == "added":
            added[change.city, change.after].append(change)
    taken: set[Change] = set()
    for was in gone:
        best = max(  # of the same city and kind
            ((_likeness(was, now), now) for now in added[was.city, was.before] if now not in taken),
            default=(0.0, None),
            key=lambda pair: pair[0],
        )
        if best[1] is not None and best[0] >= _ALIKE:
            taken |= {was, best[1]}
            yield Change(
                was.city, "entity", "renamed", best[1].thing, was.thing, best[1].thing, best[1].question
            )
    yield from (change for change in changes if change not in taken)


def _likeness(was: Change, now: Change) -> float:
    return SequenceMatcher(None, was.thing.casefold(), now.thing.casefold(), autojunk=False).ratio()


def _in_words(change: Change) -> str:
    at = (
        f" (question {change.question.replace(' ', ', ')})"
        if change.question and change.what != "answer"
        else ""
    )
    match change.how:
        case "added" | "gone":
            value = change.after or change.before
            return f"{change.what} {change.how}: {change.thing}" + (f", {value}" if value else "") + at
        case "renamed":
            return f"{change.what} renamed: {change.before} → {change.after}{at}"
    return f"{change.what} {change.how}: {change.thing}: {change.before} → {change.after}{at}"


def _many(what: str) -> str:
    return _PLURAL.get(what, f"{what}s")


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 120 else words[:119] + "…"
