"""Bad input: one clear error that names the file and the mend, the exit code that belongs to it, and nothing written."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from lgq_graph.cli import app
from lgq_graph.errors import InputError, LgqError
from lgq_graph.library import build, open_graph
from lgq_graph.printing import tell

from .bad_inputs import CALLED, GOOD, REFUSED, SHOWN, TAKEN, Called, Refused, Shown, Taken, furnish
from .conftest import EXAMPLES, ROOT
from .test_threat_model import named_in

OTHER = EXAMPLES / "medellin-2022.txt"
each_refused = pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.what)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder for the input."""
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


def cli(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """`lgq-graph WORDS` in a process of its own."""
    env = {**os.environ, "TERM": "dumb", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-m", "lgq_graph.cli", *words],
        capture_output=True,
        text=True,
        check=False,
        env=env,
        cwd=cwd,
    )


def without(folder: Path, text: object) -> str:
    """The text with names of files as they stand in the folder."""
    return str(text).replace(f"{folder}/", "").replace(str(folder), folder.name)


@each_refused
def test_bad_input_gets_a_clear_error(case: Refused, folder: Path) -> None:
    """The message says what is wrong, file and place where, the hint what to do, and no store appears."""
    store = folder.parent / "store"
    with pytest.raises(InputError) as caught:
        build([case.make(folder)], store=store)
    assert without(folder, caught.value) == case.says
    assert caught.value.hint == case.hint
    assert caught.value.exit_code == 3
    assert [p.name for p in folder.parent.iterdir()] == ["in"]


def test_a_good_response_beside_bad_ones_is_built(tmp_path: Path) -> None:
    """Each bad one is told of, once; the good one is in the store."""
    told: list[str] = []
    sources = [OTHER]
    for number, case in enumerate(REFUSED):
        (tmp_path / str(number) / "in").mkdir(parents=True)
        sources.append(case.make(tmp_path / str(number) / "in"))
    with build(
        sources,
        store=tmp_path / "store",
        check=False,
        on_error=lambda e: told.append(re.sub(rf"{re.escape(str(tmp_path))}/\d+/(in/)?", "", str(e))),
    ) as graph:
        assert [receipt.name for receipt in graph.receipts] == ["Medellín"]
    assert sorted(told) == sorted(case.says for case in REFUSED)


@pytest.mark.parametrize("case", REFUSED[::20], ids=lambda case: case.what)
def test_where_the_first_error_stops_all_nothing_is_written(case: Refused, folder: Path) -> None:
    """All or nothing: no store appears, though another response is good."""
    with pytest.raises(LgqError):
        build([OTHER, case.make(folder)], store=folder.parent / "store", check=False)
    assert [p.name for p in folder.parent.iterdir()] == ["in"]


@pytest.mark.parametrize("case", REFUSED[::20], ids=lambda case: case.what)
def test_the_command_line_says_it_once_and_exits_with_3(case: Refused, folder: Path) -> None:
    """One message and one hint on the standard error, no traceback, nothing on the standard output or on disk."""
    done = cli("build", str(case.make(folder)), "-o", "store", cwd=folder.parent)
    assert done.returncode == 3, done.stderr
    assert done.stdout == ""
    message, hint = without(folder, done.stderr).strip().split("\n")
    assert message == f"lgq-graph: {case.says}"
    assert hint == f"  → {case.hint}"
    assert [p.name for p in folder.parent.iterdir()] == ["in"]


@pytest.mark.parametrize("case", TAKEN, ids=lambda case: case.what)
def test_an_odd_input_is_taken_as_told(case: Taken, folder: Path) -> None:
    """It is built, keeps its shapes, and the graph shows what became of it."""
    with build([case.make(folder)]) as graph:
        assert case.holds(graph)


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The places to which the calls lead."""
    place = tmp_path_factory.mktemp("places")
    furnish(place)
    return place


@pytest.mark.parametrize("case", CALLED, ids=lambda case: case.what)
def test_a_wrong_call_gets_a_clear_error(
    case: Called, furnished: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message, what to do, the exit code; nothing new appears when it failed."""
    monkeypatch.chdir(furnished)
    before = (furnished / "r.txt").read_bytes()
    done = CliRunner().invoke(app, shlex.split(case.words), env={"COLUMNS": "200"})
    error = done.exception if isinstance(done.exception, LgqError) else None
    said = f"{error}\n{error.hint}" if error else done.output
    assert (error.exit_code if error else done.exit_code) == case.code
    assert case.says in said and case.hint in said, said
    assert (furnished / "new").exists() == (case.code == 1)
    shutil.rmtree(furnished / "new", ignore_errors=True)
    assert (furnished / "r.txt").read_bytes() == before


@pytest.mark.parametrize("case", SHOWN, ids=lambda case: case.what)
def test_the_catalogue_names_tests_that_exist(case: Shown) -> None:
    """What is shown elsewhere is shown there."""
    file, name = case.test.split("::")
    assert name in named_in(file)


def test_every_case_is_one_of_its_own() -> None:
    """Forty inputs and more, none told of twice."""
    names = [case.what for case in (*REFUSED, *TAKEN, *CALLED, *SHOWN)]
    assert len(set(names)) == len(names) > 40


@pytest.mark.parametrize(
    "name", ["r\x1b[31m\x07.txt", "r\u202etxt.txt", "r\nlgq-graph: done.txt", "r\udcff.txt"]
)
def test_the_name_of_a_file_does_not_steer_the_terminal(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Escapes, marks of direction and line ends are printed as what they are."""
    tell(InputError("the file is empty", file=name, hint="export it again"))
    shown = name.encode("unicode-escape").decode()
    assert capsys.readouterr().err == f"lgq-graph: {shown}: the file is empty\n  → export it again\n"


def test_a_store_keeps_what_it_had_when_a_file_is_bad(folder: Path) -> None:
    """A refused response leaves the graph of an earlier build as it was."""
    store = folder.parent / "store"
    with build([GOOD], store=store, check=False) as graph:
        before = len(graph)
    with pytest.raises(InputError):
        build([REFUSED[2].make(folder)], store=store, check=False)
    with open_graph(store) as graph:
        assert len(graph) == before > 0
