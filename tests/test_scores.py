"""What hand annotations say of the extraction. Needs ../shared for the scorer."""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from lgq_graph.library import build

from .conftest import EXAMPLES, REAL, ROOT, SHARED

SCORER = SHARED / "eval" / "score.py"
GOLD = ROOT / "tests" / "data" / "gold"
RESPONSES = [*EXAMPLES.glob("*.txt"), *(ROOT / "tests" / "data" / "responses").iterdir()]
REAL_GOLD = SHARED / "eval" / "gold"
FLOORS = {
    "sdg": 1.0, "answers": 0.98, "links": 0.98, "link_owner": 0.9, "partners": 0.98, "partner_identity": 0.98, "legislation": 0.9,
    "legislation_fields": 0.9, "entities": 0.85, "observations": 0.85, "quotes_found": 1.0, "fidelity": 0.93,
}  # fmt: skip
INVENTED_FLOORS = {"fidelity": 0.93, "quotes_found": 1.0}

pytestmark = pytest.mark.skipif(not SCORER.is_file(), reason="../shared/eval/score.py is not at hand")


@cache
def scorer() -> ModuleType:
    """The scorer as a module, from its file."""
    spec = importlib.util.spec_from_file_location("score", SCORER)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def scored(gold: Path, tables: Path) -> tuple[dict[str, float], dict[str, Any]]:
    """The scorer's figures for some tables, F1 where there is one, and what they miss."""
    found, misses = scorer().score(json.loads(gold.read_text(encoding="utf-8")), tables, None)
    return {n: value["f1"] if isinstance(value, dict) else value for n, value in found.items()}, misses


def below(found: dict[str, float], floors: dict[str, float]) -> dict[str, tuple[float, float]]:
    """Each figure under its floor, with the floor."""
    return {name: (found[name], floor) for name, floor in floors.items() if found[name] < floor}


@pytest.mark.parametrize(
    "response",
    [path for path in REAL if (REAL_GOLD / f"{path.stem}.json").is_file()],
    ids=lambda path: path.stem,
)
def test_a_real_response_is_read_well(response: Path, tmp_path: Path) -> None:
    """Each figure is at least what was asked of it, and no goal is asserted that the response denies."""
    build([response]).export(tmp_path, ["csv"])
    found, misses = scored(REAL_GOLD / f"{response.stem}.json", tmp_path)
    assert below(found, FLOORS) == {}, misses
    assert found["sdg_denied_but_asserted"] == 0


@pytest.mark.parametrize("response", RESPONSES, ids=lambda path: path.stem)
def test_an_invented_response_is_read_well(response: Path, tmp_path: Path) -> None:
    """The examples, and those whose authors knew nothing of the code; all were annotated before anything was mended for them."""
    build([response]).export(tmp_path, ["csv"])
    found, misses = scored(GOLD / f"{response.stem}.json", tmp_path)
    assert below(found, INVENTED_FLOORS) == {}, misses
    assert found["sdg_denied_but_asserted"] == 0


def test_a_worse_build_scores_worse(tmp_path: Path) -> None:
    """The figures can fall: without its table of links a response scores nothing for them."""
    build([EXAMPLES / "tampere-2022.txt"]).export(tmp_path, ["csv"])
    next(tmp_path.rglob("links.csv")).unlink()
    found, _ = scored(GOLD / "tampere-2022.json", tmp_path)
    assert below(found, FLOORS).keys() >= {"links", "link_owner"}
