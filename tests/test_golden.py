"""Every query of the catalogue answers on the examples, with the rows that were looked at and committed."""

from __future__ import annotations

import importlib.util
from types import ModuleType

import pytest

from lgq_graph.library import Graph
from lgq_graph.query import catalogue

from .conftest import ROOT

GOLDEN = ROOT / "tests" / "golden"


def _tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "regenerate_golden", ROOT / "tools" / "regenerate_golden.py"
    )
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


ARGUMENTS = _tool().ARGUMENTS
SILENT = {"corrections", "questions-not-in-form", "rejected-claims"}
"""Queries that find nothing in the examples, whose form is known; `test_query.py` asks them of its fixture."""


@pytest.mark.parametrize("name", [query.name for query in catalogue()])
def test_a_query_gives_its_golden_rows(graph: Graph, name: str) -> None:
    """At least one row, where the examples have what is asked for, and the same as in `tests/golden/`."""
    table = graph.query(name, **ARGUMENTS.get(name, {}))
    assert (len(table) > 0) is (name not in SILENT)
    assert table.to_csv().encode() == (GOLDEN / f"{name}.csv").read_bytes(), "see tools/regenerate_golden.py"


def test_no_golden_file_is_left_over() -> None:
    """Each file belongs to a query."""
    assert {path.stem for path in GOLDEN.glob("*.csv")} == {query.name for query in catalogue()}
