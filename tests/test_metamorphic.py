"""Rewriting a response without changing its facts changes no fact in the graph."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from lgq_graph.model import Kind, Modality
from lgq_graph.pipeline import Built, build_response
from lgq_graph.read.txt import read_text
from lgq_graph.resolve import fold, page_key

from .conftest import EXAMPLES, REAL
from .rewrites import ENCODINGS, REWRITES

FILES = [*sorted(EXAMPLES.glob("*.txt")), *REAL]
KNOWN = {
    ("month first", "tampere-2022"): "the day of an unnumbered law is taken for its number",
}
"""Rewrites that still change a fact, with the reason; each is expected to fail until it is mended."""


@cache
def facts(path: Path, rewrite: str, encoding: str = "utf-8") -> dict[str, frozenset[object]]:
    """What a rewritten response says, free of where and how it says it."""
    text = path.read_text(encoding="utf-8")
    written = REWRITES[rewrite](text) if rewrite else text
    return projections(build_response(read_text(written.encode(encoding), path.name)))


def projections(built: Built) -> dict[str, frozenset[object]]:
    """Names, links, goals, laws, partners and numbers as sets that two builds can be compared by."""
    names = {(m.question, i): fold(n.name) for m in built.mentions for i, n in enumerate(m.names)}
    goals = [
        (names.get((m.question, owner), ""), g.target or g.goal, g.modality)
        for m in built.mentions for g in m.goals for owner in (g.owners or (-1,)) if g.modality is not Modality.NEGATED
    ]  # fmt: skip
    laws = [n.law for m in built.mentions for n in m.names if n.law]
    return {
        "entities": frozenset(fold(e.name) for e in built.entities if e.kind is not Kind.LEGISLATION),
        "links": frozenset(page_key(link.url) for m in built.mentions for link in m.links),
        "goals": frozenset(goals),
        "laws": frozenset((fold(law.number), law.date, law.level) for law in laws),
        "partners": frozenset(
            (fold(p.name), p.iso2, p.place.geonames if p.place else None)
            for m in built.mentions
            for p in m.places
        ),
        "numbers": frozenset((n.value, n.unit, n.bound) for m in built.mentions for n in m.numbers),
    }


def _cases() -> list[object]:
    """Every rewrite of every response; what is known to fail must fail."""
    cases = []
    for path in FILES:
        for name in REWRITES:
            reason = KNOWN.get((name, path.stem))
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            cases.append(pytest.param(path, name, id=f"{path.stem}-{name}", marks=marks))
    return cases


@pytest.mark.parametrize(("path", "rewrite"), _cases())
def test_a_rewrite_changes_no_fact(path: Path, rewrite: str) -> None:
    """Entities, links, goals, laws, partners and numbers stay."""
    before, after = facts(path, ""), facts(path, rewrite)
    changed = {
        kind: (before[kind] - after[kind], after[kind] - before[kind])
        for kind in before
        if before[kind] != after[kind]
    }
    assert changed == {}


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_encoding_changes_no_fact(encoding: str) -> None:
    """The same text in another encoding."""
    assert facts(FILES[0], "", encoding) == facts(FILES[0], "")
