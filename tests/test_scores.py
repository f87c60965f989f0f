"""What hand annotations say of the extraction. Needs ../shared for the scorer."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

from lgq_graph.library import build

from .conftest import EXAMPLES, ROOT, SHARED

SCORER = SHARED / "eval" / "score.py"
pytestmark = pytest.mark.skipif(not SCORER.is_file(), reason="../shared/eval/score.py is not at hand")


def figures(response: Path, gold: Path, folder: Path) -> dict[str, Any]:
    """The scorer's figures for the tables of one response."""
    spec = importlib.util.spec_from_file_location("score", SCORER)
    assert spec and spec.loader
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    build([response]).export(folder, ["csv"])
    found, _ = scorer.score(json.loads(gold.read_text(encoding="utf-8")), folder, None)
    return {name: value["f1"] if isinstance(value, dict) else value for name, value in found.items()}


def test_the_real_response_is_read_well(tmp_path: Path) -> None:
    """Each figure of the real response is at least what was asked of it."""
    found = figures(
        SHARED / "responses" / "moscow-2022.txt", SHARED / "eval" / "gold" / "moscow-2022.json", tmp_path
    )
    floors = {
        "sdg": 1.0, "answers": 0.98, "links": 0.98, "link_owner": 0.9, "partners": 0.98, "partner_identity": 0.98, "legislation": 0.9,
        "legislation_fields": 0.9, "entities": 0.85, "observations": 0.85, "quotes_found": 1.0, "fidelity": 0.93,
    }  # fmt: skip
    assert {name: found[name] for name, floor in floors.items() if found[name] < floor} == {}
    assert found["sdg_denied_but_asserted"] == 0


@pytest.mark.parametrize("city", ["tampere", "medellin"])
def test_the_examples_are_read_well(city: str, tmp_path: Path) -> None:
    """The examples, which were annotated before anything was mended for them."""
    found = figures(
        EXAMPLES / f"{city}-2022.txt", ROOT / "tests" / "data" / "gold" / f"{city}-2022.json", tmp_path
    )
    assert found["fidelity"] >= 0.93
    assert found["quotes_found"] == 1.0
    assert found["sdg_denied_but_asserted"] == 0
