"""The command line: what it prints, where, and with which exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from lgq_graph.cli import app

from .conftest import EXAMPLES

COMMANDS = ["build", "validate", "query", "export", "inspect", "explain"]


def run(*words: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """`lgq-graph WORDS` in a process of its own."""
    env = {**os.environ, "COLUMNS": "120", "TERM": "dumb"}
    return subprocess.run(
        [sys.executable, "-m", "lgq_graph.cli", *words],
        input=stdin,
        capture_output=True,
        check=False,
        env=env,
    )


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the examples, built by the command."""
    path = tmp_path_factory.mktemp("cli") / "graph"
    done = run("build", str(EXAMPLES), "-o", str(path))
    assert done.returncode == 0, done.stderr.decode()
    assert not done.stdout
    assert b"Tampere" in done.stderr
    return path


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    """`--help` shows how it is called."""
    shown = CliRunner().invoke(app, [command, "--help"])
    assert shown.exit_code == 0
    assert "Example" in shown.output


def test_the_demo_question_is_answered(store: Path) -> None:
    """The services that serve SDG 6, as JSON on the standard output."""
    done = run("query", "services-by-sdg", "goal=6", "--store", str(store), "--format", "json")
    rows = json.loads(done.stdout)
    assert {row["city"] for row in rows} == {"Tampere", "Medellín"}
    assert all("6" in row["quote"] for row in rows)


@pytest.mark.parametrize("format_", ["table", "csv", "tsv", "json", "jsonl", "md"])
def test_every_format_prints(store: Path, format_: str) -> None:
    """Each way of printing a table prints its names."""
    done = run("query", "run", "apps", "--store", str(store), "-f", format_)
    assert done.returncode == 0
    assert "Nysse" in done.stdout.decode()


def test_queries_are_listed_and_described() -> None:
    """Without a store."""
    assert b"services-by-sdg" in run("query", "list", "-f", "csv").stdout
    assert b"goal" in run("query", "describe", "services-by-sdg").stdout


def test_validation_prints_a_report(store: Path) -> None:
    """As text, JSON and Turtle; exit code 0 when nothing is violated."""
    assert run("validate", "--store", str(store)).returncode == 0
    assert json.loads(run("validate", "--store", str(store), "-f", "json").stdout)["conforms"] is True
    assert b"ValidationReport" in run("validate", "--store", str(store), "-f", "turtle").stdout


def test_exports_are_written(store: Path, tmp_path: Path) -> None:
    """Tables into a folder; one format to the standard output."""
    assert run("export", "--store", str(store), "--format", "csv", "-o", str(tmp_path)).returncode == 0
    assert (tmp_path / "entities.csv").is_file()
    assert run("export", "--store", str(store), "-f", "trig", "-o", "-").stdout.startswith(b"@prefix")


def test_a_file_is_inspected_and_an_entity_explained(store: Path) -> None:
    """Answers, mentions and what nothing was made of; every statement with its quote."""
    assert b"unread" in run("inspect", str(EXAMPLES / "tampere-2022.txt"), "-f", "md").stdout
    assert b"quote" in run("explain", "Wilma", "--store", str(store), "-f", "csv").stdout


def test_the_standard_streams_are_files_too() -> None:
    """`build - -o -` reads a response and prints N-Quads."""
    done = run("build", "-", "-o", "-", stdin=(EXAMPLES / "tampere-2022.txt").read_bytes())
    assert done.returncode == 0
    assert b"fi-tampere/2022/stated> ." in done.stdout


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["query", "no-such-query"], 2),
        (["query", "services-by-sdg", "goal=18"], 2),
        (["query", "services-by-sdg", "6"], 2),
        (["build"], 2),
        (["build", "no-such-file.txt"], 3),
        (["validate", "--store", "no-such-store"], 3),
        (["explain", "Nothing of the kind", "--store", "STORE"], 2),
    ],
)
def test_exit_codes_tell_what_went_wrong(store: Path, words: list[str], code: int) -> None:
    """2 for usage, 3 for failures; a hint on the standard error, nothing on the standard output."""
    done = run(*[str(store) if word == "STORE" else word for word in words])
    assert done.returncode == code, done.stderr.decode()
    assert done.stderr
    assert not done.stdout
