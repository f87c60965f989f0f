"""How much each response tells, and which questions can be compared between cities."""

from __future__ import annotations

from collections import Counter, defaultdict

from ...table import Cell
from ..facts import Ask
from ..result import Result, labels, number, result

__all__ = ["comparability", "completeness"]


def completeness(ask: Ask) -> Result:
    """For each response how many questions were asked, answered, left empty, withheld, or lost their marks in print.

    `share` is what can be read of what was asked, without the withheld ones.
    """
    rows = []
    for record in ask("responses").to_records():
        given = {name: int(record[name] or 0) for name in ("answered", "empty", "withheld", "marks_lost")}
        readable = given["answered"] + given["empty"] + given["marks_lost"]
        share = number(given["answered"] / readable) if readable else None
        rows.append(
            (record["city"], record["edition"], int(record["questions"] or 0), *given.values(), share)
        )
    return result("completeness", "city edition questions answered empty withheld marks_lost share", rows)


def comparability(ask: Ask) -> Result:
    """For each question how many responses answer it, and what stands in the way of comparing them.

    `unlike` names the cities whose answer cannot be set beside the others', with the reason: not asked, marks lost, withheld,
    empty, or given to another edition of the form.
    """
    editions = _editions(ask)
    usual = Counter(edition for editions_ in editions.values() for edition in editions_).most_common(1)
    status: dict[int, dict[str, str]] = defaultdict(dict)
    for record in ask("answers").to_records():
        status[int(record["question"] or 0)][str(record["city"])] = str(record["status"])
    rows = [_compared(question, status[question], editions, usual[0][0]) for question in sorted(status)]
    one = "One response: there is nothing to compare it with." if len(editions) == 1 else ""
    return result("comparability", "question responses answered share unlike", rows, one)


def _compared(
    question: int, status: dict[str, str], editions: dict[str, list[str]], usual: str
) -> tuple[Cell, ...]:
    answered = sum(state == "answered" for state in status.values())
    reasons = [f"{city}: {state.replace('-', ' ')}" for city, state in status.items() if state != "answered"]
    reasons += [f"{city}: edition {' '.join(editions[city])}" for city in status if editions[city] != [usual]]
    return question, len(status), answered, number(answered / len(status)), labels(reasons)


def _editions(ask: Ask) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for record in ask("responses").to_records():
        found[str(record["city"])].append(str(record["edition"]))
    return found
