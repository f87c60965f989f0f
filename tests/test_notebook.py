"""The notebook of the manual runs from top to bottom, and finds what it says."""

from __future__ import annotations

import shutil
from pathlib import Path

import jupytext
import nbclient
import pytest

from .conftest import EXAMPLES, ROOT


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::RuntimeWarning")
def test_the_notebook_runs(tmp_path: Path) -> None:
    """Every cell, in a folder of its own; the last sentence names what the examples share."""
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    notebook = jupytext.read(ROOT / "docs" / "analysis.md")
    nbclient.NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute()
    outputs = [str(output.get("data", {})) for cell in notebook.cells for output in cell.get("outputs", ())]
    assert sum("image/png" in output for output in outputs) == 2
    assert any("serve 8 goals; Barcelona is the one partner that both name." in output for output in outputs)
