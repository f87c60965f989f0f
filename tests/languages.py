"""The facts of a response as lines, to be compared with those that a careful reader wrote down before it was built.

`entity|name|kinds|URL`, `number|question|bound value unit`, `sdg|name|goal|modality`, `law|type|number|date|level`,
`partner|name|kind|country|GeoNames`, `url|question|URL`, `mark|question|option`, `lang|question|tag`, and the statuses.
A line that begins with `?` is not found yet, one that begins with `!` is found and wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lgq_graph.language import language_of
from lgq_graph.library import Graph
from lgq_graph.model import MarkState

__all__ = ["FOLDER", "TOLD_WHOLLY", "facts_in", "facts_of", "says"]

FOLDER = Path(__file__).resolve().parent / "data" / "languages"
TOLD_WHOLLY = ("sdg", "law", "partner", "number")
"""Kinds of facts of which the files have all: another one is wrong."""
_BOUNDS = {"more-than": ">", "at-least": ">=", "about": "~", "less-than": "<", "at-most": "<="}


def facts_in(path: Path, sign: str = "") -> set[str]:
    """The lines of a file of facts that begin with a sign, or with none."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {
        line.removeprefix(sign).strip()
        for line in lines
        if line and (line[0] if line[0] in "?!" else "") == sign
    }


def facts_of(graph: Graph) -> set[str]:
    """Every fact of the tables of one response, a line each."""
    return {"|".join(fact) for fact in _facts(graph)}


def says(found: str, fact: str) -> bool:
    """Whether a line found says what a line written down does; the latter may leave kinds and URL open."""
    one, other = found.split("|"), fact.split("|")
    if one[0] != "entity" or other[0] != "entity":
        return found == fact
    _, name, kinds, url = other
    return one[1] == name and (not kinds or one[2] in kinds.split(",")) and (not url or url in one[3].split())


def _facts(graph: Graph) -> Iterator[tuple[str, ...]]:
    def rows(table: str) -> list[dict[str, str]]:
        return [{k: str(v or "") for k, v in row.items()} for row in graph.query(table).to_records()]

    for row in rows("entities"):
        if row["kind"] != "legislation":
            yield "entity", row["name"], row["kind"], row["urls"]
    for row in rows("links"):
        yield "url", row["question"], row["url"]
    for row in rows("observations"):
        unit = f"{row['value']} {row['currency'] or row['unit']}"
        yield "number", row["question"], _BOUNDS.get(row["bound"], "") + unit
    for row in rows("sdg-alignments"):
        yield "sdg", row["name"], row["target"] or row["goal"], row["modality"]
    for row in rows("legislation"):
        yield "law", row["type"], row["number"], row["date"], row["level"]
    for row in rows("partners"):
        yield "partner", row["name"], row["kind"], row["country"], row["geonames"]
    yield from _answered(graph)


def _answered(graph: Graph) -> Iterator[tuple[str, ...]]:
    (built,) = graph.built
    for answer in built.response.answers:
        question = str(answer.question)
        yield answer.status.value, question
        if answer.text:
            yield "lang", question, language_of(answer.text)
        for mark in answer.marks:
            if mark.state is MarkState.SELECTED:
                yield "mark", question, mark.option
