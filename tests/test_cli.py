"""The command line: what it prints, where, and with which exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad
from typer.testing import CliRunner

from lgq_graph import __version__
from lgq_graph.cli import app
from lgq_graph.publish import FORMATS
from lgq_graph.store import Store
from lgq_graph.vocabulary import BASE, lgq, rdf

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


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store whose graph breaks a shape: a response alone, without city, form or answers."""
    path = tmp_path_factory.mktemp("broken") / "graph"
    graph, response = NamedNode(BASE + "graph/fi-tampere/2022/corpus"), NamedNode(BASE + "response/x")
    with Store(path) as made:
        made.load_ontology()
        made.replace([Quad(response, rdf.type, lgq.Response, graph)], "fi-tampere", "2022")
    return path


@pytest.mark.parametrize("format_", ["text", "json", "turtle"])
def test_a_broken_graph_ends_with_exit_code_1(broken: Path, format_: str) -> None:
    """The report is the result, on the standard output."""
    done = run("validate", "--store", str(broken), "--format", format_)
    assert done.returncode == 1
    assert b"response/x" in done.stdout
    assert not done.stderr


@pytest.mark.parametrize("format_", list(FORMATS))
def test_every_format_is_exported(store: Path, tmp_path: Path, format_: str) -> None:
    """Into a folder with its manifest, progress on the standard error alone."""
    done = run("export", "-s", str(store), "-f", format_, "-o", str(tmp_path / "out"))
    written = {path.name for path in (tmp_path / "out").iterdir()}
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr
    assert written > {"MANIFEST.json"}


def test_results_and_progress_do_not_mix(store: Path) -> None:
    """What a pipe takes is the table alone, without colours."""
    done = run("query", "apps", "--store", str(store), "-f", "csv")
    assert done.stdout.startswith(b"city,")
    assert not done.stderr
    assert b"\x1b" not in run("query", "apps", "--store", str(store)).stdout


def test_what_cannot_be_built_leaves_the_standard_output_empty() -> None:
    """Also when N-Quads were to go there."""
    done = run("build", "-", "-o", "-", stdin=b"The weather is fine.\n")
    assert (done.returncode, done.stdout) == (3, b"")
    assert b"Traceback" not in done.stderr


def test_a_reader_that_leaves_early_is_no_error(store: Path) -> None:
    """`lgq-graph … | head` ends well."""
    command = f'"{sys.executable}" -m lgq_graph.cli export -s "{store}" -f nquads -o - | head -c 10'
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert (len(done.stdout), done.stderr) == (10, b"")


def test_the_version_is_printed() -> None:
    """That of the package."""
    assert run("--version").stdout.decode().strip() == f"lgq-graph {__version__}"


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(
            ["export", "-s", "STORE", "-f", "csv", "-o", "FILE"],
            marks=pytest.mark.xfail(reason="an export onto a file ends in a traceback"),
        ),
        ["build", "EXAMPLE", "-o", "-", "--contacts", "FOLDER"],
        ["build", "EXAMPLE", "-o", "-", "--contacts", "FOLDER/no/such/file"],
    ],
)
def test_a_place_that_cannot_be_written_gets_a_clear_error(
    store: Path, tmp_path: Path, words: list[str]
) -> None:
    """Exit code 2 or 3 and a line, no traceback."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    places = {"STORE": store, "FILE": tmp_path / "file", "EXAMPLE": EXAMPLES / "tampere-2022.txt"}
    done = run(*[str(places.get(word, word.replace("FOLDER", str(tmp_path)))) for word in words])
    assert done.returncode in (2, 3)
    assert b"Traceback" not in done.stderr
