"""The public surface: what can be imported, what it promises, and that it is what the tutorial says."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import subprocess
import sys

import pytest

import lgq_graph

from .conftest import ROOT

SURFACE = {
    "DataError", "Graph", "InputError", "LgqError", "ShapeViolation", "Store", "Table", "UsageError",
    "__version__", "build", "catalogue", "open_graph", "run", "run_at", "verify", "withdraw",
}  # fmt: skip
METHODS = {
    "Graph": {"analysis", "enrich", "explain", "export", "find", "publish", "push", "query", "responses", "summary", "validate"},
    "Table": {
        "column", "to_csv", "to_json", "to_jsonl", "to_markdown", "to_pandas", "to_parquet", "to_polars", "to_records", "to_tsv",
    },
}  # fmt: skip
MODULES = sorted(m.name for m in pkgutil.walk_packages(lgq_graph.__path__, "lgq_graph."))


def test_the_surface_is_what_was_decided() -> None:
    """A name that comes or goes is a decision, and changes this list."""
    assert set(lgq_graph.__all__) == SURFACE
    assert list(lgq_graph.__all__) == sorted(lgq_graph.__all__)


def test_the_tutorial_lists_the_surface() -> None:
    """Its last table has each name once and no other."""
    page = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
    table = page.split("Everything that `lgq_graph` exports", 1)[1]
    named = re.findall(r"^\| `(\w+)` \|", table, re.M)
    assert sorted(named) == sorted(lgq_graph.__all__)


@pytest.mark.parametrize("name", sorted(METHODS))
def test_the_methods_are_what_was_decided(name: str) -> None:
    """Those of the two values that users hold."""
    found = {method for method, _ in inspect.getmembers(getattr(lgq_graph, name), inspect.isfunction)}
    assert {method for method in found if not method.startswith("_")} == METHODS[name]


@pytest.mark.parametrize("name", sorted(SURFACE - {"__version__"}))
def test_every_public_name_says_what_it_is(name: str) -> None:
    """A docstring on each, and on each public method; an annotation on every parameter."""
    public = getattr(lgq_graph, name)
    members = [m for n, m in vars(public).items() if inspect.isfunction(m) and not n.startswith("_")]
    for item in [public, *members] if inspect.isclass(public) else [public]:
        assert inspect.getdoc(item), item
    for call in members if inspect.isclass(public) else [public]:
        signature = inspect.signature(call)
        assert signature.return_annotation is not inspect.Signature.empty
        bare = [
            p.name
            for p in signature.parameters.values()
            if p.annotation is p.empty and p.name not in ("self", "cls")
        ]
        assert not bare


@pytest.mark.parametrize("name", MODULES)
def test_every_module_says_what_it_exports(name: str) -> None:
    """`__all__` is there, without doubles, and every name in it exists."""
    module = importlib.import_module(name)
    assert module.__doc__, name
    exported = getattr(module, "__all__", None)
    assert exported is not None, name
    assert len(set(exported)) == len(exported)
    assert not [missing for missing in exported if not hasattr(module, missing)]


def test_every_error_is_of_the_one_tree() -> None:
    """Whoever catches LgqError catches all; each tells its exit code."""
    errors = [getattr(lgq_graph, name) for name in SURFACE if name.endswith(("Error", "Violation"))]
    assert all(issubclass(error, lgq_graph.LgqError) for error in errors)
    assert {error.__name__: error.exit_code for error in errors} == {
        "LgqError": 3, "UsageError": 2, "InputError": 3, "DataError": 3, "ShapeViolation": 1,
    }  # fmt: skip


def test_importing_the_package_loads_no_heavy_library() -> None:
    """rdflib, pySHACL, SPARQLWrapper, pandas and networkx are loaded when they are asked for, not before; by the commands, too."""
    heavy = ("rdflib", "pyshacl", "SPARQLWrapper", "pandas", "networkx")
    code = f"import sys, lgq_graph.cli; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


def test_the_package_is_typed() -> None:
    """py.typed is in the package, so that type checkers of users read the hints."""
    assert (ROOT / "lgq_graph" / "py.typed").is_file()
