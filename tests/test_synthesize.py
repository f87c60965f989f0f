"""The responses that the benchmarks are fed with: the same at each run, in all styles, and read for what they state."""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from lgq_graph.library import Graph, build

from .conftest import ROOT

SAMPLE = 16
KINDS = {"entities", "links", "goals", "partners", "numbers", "marks"}


@pytest.fixture(scope="module")
def synthesize() -> Iterator[ModuleType]:
    """The module, which is no part of the package."""
    sys.path.insert(0, str(ROOT / "benchmarks"))
    try:
        import synthesize as module

        yield module
    finally:
        sys.path.pop(0)


def files(folder: Path) -> dict[str, bytes]:
    """What a folder holds."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def facts_of(graph: Graph) -> dict[str, Counter[tuple[str, ...]]]:
    """What the graph of one response states, as the files of facts write it."""
    found: dict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)

    def rows(table: str) -> list[dict[str, str]]:
        return [
            {k: "" if v is None else str(v) for k, v in row.items()}
            for row in graph.query(table).to_records()
        ]

    found["entities"] = Counter(
        (r["name"],)
        for r in rows("entities")
        if r["kind"] in ("service", "platform", "portal", "app", "initiative")
    )
    found["links"] = Counter({(r["question"], r["url"]): 1 for r in rows("links")})
    found["goals"] = Counter({(r["name"], r["goal"]): 1 for r in rows("sdg-alignments")})
    found["partners"] = Counter({(r["name"], r["country"]): 1 for r in rows("partners")})
    found["numbers"] = Counter((r["question"], r["value"]) for r in rows("observations"))
    for item in graph.built:
        for answer in item.response.answers:
            found["marks"].update(
                (str(answer.question), m.label) for m in answer.marks if m.state.value == "selected"
            )
    return found


def f1(pairs: list[tuple[Counter[tuple[str, ...]], Counter[tuple[str, ...]]]]) -> float:
    """Of what is stated and what was found in several responses."""
    hits = sum((stated & found).total() for stated, found in pairs)
    return 2 * hits / sum(stated.total() + found.total() for stated, found in pairs)


def test_two_runs_give_the_same_bytes(synthesize: ModuleType, tmp_path: Path) -> None:
    """And a longer one begins with the shorter; another seed gives others."""
    for name, count, seed in (("one", 8, 1), ("two", 8, 1), ("longer", 12, 1), ("other", 8, 2)):
        synthesize.write(tmp_path / name, count, seed)
    one, two, longer, other = (files(tmp_path / name) for name in ("one", "two", "longer", "other"))
    assert len(one) == 16
    assert one == two
    assert one.items() <= longer.items()
    assert not one.keys() & other.keys() or one != other


def test_thousands_of_towns_in_all_styles(synthesize: ModuleType) -> None:
    """No town answers twice, and every style occurs."""
    made = list(synthesize.responses(5000))
    assert len({response.name.partition("-")[0] for response in made}) == 5000
    assert len({(response.facts["city"][0][0], response.facts["city"][0][1]) for response in made}) == 5000
    texts = "".join(response.text for response in made[:60])
    for sign in ("☒", "[x]", "• ", "- ", "1) ", "](http", "\r\n", "ODS", "ODD", "SDG", "Q4. "):
        assert sign in texts, sign
    assert all(KINDS - {"marks"} <= response.facts.keys() for response in made[:60])


def test_what_they_state_is_read(synthesize: ModuleType, tmp_path: Path) -> None:
    """Of each kind of fact nine in ten are found, and nine in ten that are found are stated."""
    synthesize.write(tmp_path, SAMPLE)
    pairs: dict[str, list[tuple[Counter[tuple[str, ...]], Counter[tuple[str, ...]]]]] = defaultdict(list)
    for path in sorted(tmp_path.glob("*.txt")):
        stated = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        with build([path], check=False) as graph:
            found = facts_of(graph)
        for kind in KINDS:
            pairs[kind].append((Counter(tuple(map(str, fact)) for fact in stated.get(kind, [])), found[kind]))
    scores = {kind: round(f1(pairs[kind]), 3) for kind in KINDS}
    assert min(scores.values()) >= 0.9, scores
