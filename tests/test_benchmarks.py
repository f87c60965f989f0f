"""The benchmarks run, and the longer files that they read are what they say."""

from __future__ import annotations

import importlib.util
import json
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from lgq_graph.read import read

from .conftest import EXAMPLES, ROOT
from .patterns import Pattern

FILES = [EXAMPLES / "tampere-2022.txt", *sorted((EXAMPLES / "formats").iterdir())]
LONGER = runpy.run_path(str(ROOT / "benchmarks" / "longer.py"))["LONGER"]


def measured(*words: str) -> list[dict[str, Any]]:
    """What `benchmarks/read.py --json` tells."""
    command = [sys.executable, str(ROOT / "benchmarks" / "read.py"), "--json", *words]
    rows: list[dict[str, Any]] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return rows


def test_reading_is_measured_in_every_format() -> None:
    """We have a row for each example, with a time; of a print not a line is lost."""
    ours = [row for row in measured("--quick") if row["reader"] == "lgq-graph"]
    assert [f".{row['format']}" for row in ours] == [file.suffix for file in FILES]
    assert all(row["ms"] > 0 and row["MiB"] >= 0 for row in ours)
    assert {row["format"]: row["lost"] for row in ours if "lost" in row} == {"docx": 0, "pdf": 0}


def test_a_peer_is_measured_beside_us() -> None:
    """The row of a peer has its own time, and the ratio of ours to it."""
    if not importlib.util.find_spec("pypdf"):
        pytest.skip("NO PEER WAS MEASURED: pip install -e '.[bench]'")
    rows = {row["reader"]: row for row in measured(str(EXAMPLES / "formats" / "tampere-2022.pdf"))}
    assert rows["pypdf"]["time ratio"] == pytest.approx(
        rows["lgq-graph"]["ms"] / rows["pypdf"]["ms"], abs=0.01
    )


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.suffix)
def test_a_longer_file_is_as_many_times_as_long(file: Path, tmp_path: Path) -> None:
    """Three times the rows of a table, or three times the lines; some of a print are joined where its pages meet."""
    longer = tmp_path / file.name
    LONGER[file.suffix](file, 3, longer)
    once, thrice = read(file), read(longer)
    if len(once) > 1:
        assert [document.blocks for document in thrice] == [document.blocks for document in once] * 3
    else:
        assert len(thrice[0].blocks) == pytest.approx(3 * len(once[0].blocks), rel=0.05)


def test_queries_are_measured_beside_pyoxigraph() -> None:
    """A row for the query asked of, with its rows, both times and their ratio."""
    script = str(ROOT / "benchmarks" / "query.py")
    command = [sys.executable, script, "--cities", "1", "--json", "graph-mentions"]
    row = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    assert row["query"] == "graph-mentions"
    assert row["rows"] > 50
    assert row["ratio"]["pyoxigraph"] == pytest.approx(
        row["ms"]["lgq-graph"] / row["ms"]["pyoxigraph"], rel=0.05
    )


def test_patterns_are_measured_beside_find() -> None:
    """The slowest first, in nanoseconds and as many times as `str.find`; and all of them over the examples."""
    bench = runpy.run_path(str(ROOT / "benchmarks" / "regexes.py"))
    patterns = (
        Pattern("fast", "b", 0, frozenset(["search"])),
        Pattern("slow", r"\s+$", 0, frozenset(["search"])),
    )
    rows = bench["slowest"](patterns, 2, 2_000)
    assert [row["where"] for row in rows] == ["slow", "fast"]
    assert rows[0]["ratio"] > rows[1]["ratio"] > 0
    assert len(bench["real_text"]()) == 100_000
    found = bench["over_all"](patterns, bench["real_text"]()[:5_000])
    assert (found["patterns"], found["characters"]) == (2, 5_000)
    assert found["ns/character"] > 0
