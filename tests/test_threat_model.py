"""The page of threats names tests that exist."""

from __future__ import annotations

import ast
import re
from functools import cache

import pytest

from .conftest import ROOT

PAGE = (ROOT / "docs" / "threat-model.md").read_text(encoding="utf-8")
ROWS = [
    line for line in PAGE.splitlines() if line.startswith("|") and not line.startswith(("| Threat", "|---"))
]
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


@cache
def named_in(file: str) -> frozenset[str]:
    """The names of the tests in a file."""
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"))  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.split("|")[1].strip()[:60])
def test_every_row_names_a_test_that_exists(row: str) -> None:
    """Three cells, the last of tests alone, and each test stands in its file."""
    threat, holds, tests = (cell.strip() for cell in row.strip("|").split("|"))
    assert threat and holds
    assert tests and not NAMED.sub("", tests).strip(" ,")
    assert [(file, name) for file, name in NAMED.findall(tests) if name not in named_in(file)] == []


def test_there_are_rows() -> None:
    """The rows are found at all."""
    assert len(ROWS) > 20
