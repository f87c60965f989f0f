"""Pictures: each is drawn, has what it must show, and is the same at each drawing."""

from __future__ import annotations

import builtins
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from lgq_graph.analyse import MEASURES, OF_ANSWERS, PICTURES, Analysis
from lgq_graph.analyse.plots import image, number_ranges
from lgq_graph.cli import app
from lgq_graph.errors import UsageError
from lgq_graph.library import Graph, build
from lgq_graph.table import Table

from ..conftest import EXAMPLES

NEEDS: dict[str, dict[str, str]] = {"ecosystem": {"city": "fi-tampere"}, "sdg-wheel": {"city": "Tampere"}}


@pytest.fixture(scope="module")
def analysis(graph: Graph) -> Analysis:
    """Of the examples."""
    return graph.analysis()


def words(svg: bytes) -> str:
    return " ".join(re.findall(r">([^<>\n]+)</", svg.decode()))


SHOWS = {
    "ecosystem": ["Digital government of Tampere", "Lake Watch", "more things are tied to nothing"],
    "number-ranges": ["What cities report in percent", "more than, at least"],
    "partner-map": ["Tampere", "are not on the map", "Natural Earth"],
    "partner-network": ["Barcelona", "thick: both say so"],
    "sdg-heatmap": ["Medellín", "(1)", "not one that the city neglects"],
    "sdg-wheel": ["Goals that things of Tampere serve", "17", "dotted: planned"],
}


@pytest.mark.parametrize("name", sorted(PICTURES))
def test_a_picture_shows_what_it_must(analysis: Analysis, name: str) -> None:
    """Names, numbers and the notes beneath; twice drawn it has the same bytes, with no time in them."""
    data = image(analysis.plot(name, **NEEDS.get(name, {})), "svg")
    for expected in SHOWS[name]:
        assert expected in words(data), expected
    assert data == image(analysis.plot(name, **NEEDS.get(name, {})), "svg")
    assert b"dc:date" not in data


@pytest.mark.parametrize("name", sorted({**MEASURES, **OF_ANSWERS}))
def test_every_measure_can_be_drawn(analysis: Analysis, name: str) -> None:
    """`.plot()` gives a figure with axes."""
    assert analysis.measure(name).plot().axes


def test_a_png_is_one(analysis: Analysis) -> None:
    """With the size that was asked for."""
    data = image(analysis.plot("sdg-heatmap"), "png")
    assert data.startswith(b"\x89PNG")
    assert b"Matplotlib" not in data


def numbers(**bounds: str) -> Table:
    columns = ("city", "subject", "subject_name", "indicator", "value", "unit", "bound", "period")
    rows = tuple(
        ("Town", "s", name.replace("_", " "), "users", 10, "percent", bound, "2022")
        for name, bound in bounds.items()
    )
    return Table("observations", columns, rows)


def arrows(table: Table) -> list[Mapping[str, Any]]:
    (axes,) = number_ranges(table).axes
    return [
        {"from": text.xyann[0], "to": text.xy[0]} for text in axes.texts if getattr(text, "arrow_patch", None)
    ]


def test_a_bound_has_no_end() -> None:
    """ "More than" points to the end of the axis, "less than" to its beginning; a value and "about" point nowhere."""
    assert [a["to"] > a["from"] for a in arrows(numbers(a="more-than", b="at-least"))] == [True, True]
    assert [a["to"] < a["from"] for a in arrows(numbers(a="less-than", b="at-most"))] == [True, True]
    assert arrows(numbers(a="exact", b="about", c="unspecified")) == []


def test_what_is_not_there_is_refused(analysis: Analysis) -> None:
    """An unknown city, unit or picture, with what there is."""
    for name, parameters, hint in [
        ("sdg-wheel", {"city": "Atlantis"}, "Medellín, Tampere"),
        ("number-ranges", {"unit": "miles"}, "percent"),
        ("sdg-weel", {}, "sdg-wheel"),
        ("sdg-wheel", {}, "city"),
    ]:
        with pytest.raises(UsageError) as error:
            analysis.plot(name, **parameters)
        assert hint in error.value.hint


@pytest.mark.parametrize("city", ["Tampere", "Medellín"])
def test_names_in_a_network_do_not_cover_each_other(analysis: Analysis, city: str) -> None:
    """Each stands on a side of its node where there is room."""
    drawn = analysis.plot("ecosystem", city=city)
    drawn.draw_without_rendering()
    boxes = [text.get_window_extent() for text in drawn.axes[0].texts if text.get_text()]
    assert len(boxes) > 20
    assert not [1 for one, other in combinations(boxes, 2) if one.overlaps(other)]


_DRAWN = """
import hashlib, networkx as nx
from lgq_graph.analyse.plots import ecosystem_map, image
network = nx.DiGraph()
for name in "abcdefghijkl":
    network.add_node(name, label=name, kind="portal")
network.add_edges_from([("a", "b"), ("c", "b"), ("d", "b"), ("e", "f"), ("g", "f"), ("h", "a"), ("i", "f")], basis="stated")
print(hashlib.sha256(image(ecosystem_map(network, "X"), "svg")).hexdigest())
"""


def test_a_picture_is_the_same_in_another_process() -> None:
    """Its bytes do not depend on the order of hashes."""
    drawn = {
        subprocess.run(
            [sys.executable, "-c", _DRAWN],
            env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(drawn) == 1


def test_one_response_is_said_to_be_a_star() -> None:
    """Beneath the picture."""
    with build([EXAMPLES / "tampere-2022.txt"], check=False) as alone:
        assert "a star round it" in words(image(alone.analysis().plot("partner-network"), "svg"))


def test_without_matplotlib_the_error_says_what_to_install(
    analysis: Analysis, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rest of the analysis needs none."""
    real = builtins.__import__

    def refusing(name: str, *rest: Any, **more: Any) -> Any:
        if name.startswith("matplotlib"):
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", refusing)
    with pytest.raises(UsageError) as error:
        analysis.plot("sdg-wheel", city="Tampere")
    assert "lgq-graph[plot]" in error.value.hint


def test_on_the_command_line(graph: Graph, tmp_path: Path) -> None:
    """Measures are printed, networks and pictures are written, and their places are told."""
    store = tmp_path / "store"
    build([EXAMPLES / "tampere-2022.txt"], check=False, store=store).store.close()

    def run(*arguments: str) -> Any:
        return CliRunner().invoke(
            app, ["analyse", *arguments, "--store", str(store), "-o", str(tmp_path / "out")]
        )

    assert "One response" in run("city-centrality").stdout
    listed = run("list", "-f", "csv").stdout
    assert all(name in listed for name in (*MEASURES, *PICTURES))
    assert run("network", "city-goals", "-f", "graphml").exit_code == 0
    assert run("picture", "sdg-wheel", "city=fi-tampere", "-f", "png").exit_code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "city-goals.graphml",
        "sdg-wheel-fi-tampere.png",
    ]
    for wrong in (
        ("network", "city-goals", "-f", "svg"),
        ("picture", "sdg-wheel"),
        ("sdg-gaps", "-f", "gexf"),
        ("network",),
        ("x",),
    ):
        assert isinstance(run(*wrong).exception, UsageError), wrong
