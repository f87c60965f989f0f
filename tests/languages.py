"""The facts of a response as lines, to be compared with those that a careful reader wrote down before it was built."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lgq_graph.language import language_of
from lgq_graph.library import Graph
from lgq_graph.model import MarkState

__all__ = ["FOLDER", "facts_in", "facts_of"]

FOLDER = Path(__file__).resolve().parent / "data" / "languages"
_BOUNDS = {"more-than": ">", "at-least": ">=", "about": "~", "less-than": "<", "at-most": "<="}


def facts_in(path: Path) -> set[str]:
    """The lines of a file of facts."""
    return {line for line in path.read_text(encoding="utf-8").splitlines() if line}


def facts_of(graph: Graph) -> set[str]:
    """Every fact of the tables of one response, a line each."""
    return {"|".join(fact) for fact in _facts(graph)}


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
    yield from _answered(rows("answers"))
    for answer in graph.built[0].response.answers:
        for mark in answer.marks:
            if mark.state is MarkState.SELECTED and answer.question not in (20, 44):
                yield "mark", str(answer.question), mark.option


def _answered(rows: list[dict[str, str]]) -> Iterator[tuple[str, ...]]:
    for row in rows:
        if row["text"] and row["question"] not in ("12", "42", "43"):
            yield "lang", row["question"], language_of(row["text"])
        if row["status"] in ("withheld", "empty"):
            yield row["status"], row["question"]
