"""Bad input: one clear error that names the file and the mend, the exit code that belongs to it, and nothing written."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from lgq_graph.errors import InputError, LgqError, UsageError
from lgq_graph.library import build, open_graph

from .conftest import EXAMPLES, ROOT

GOOD = EXAMPLES / "tampere-2022.txt"
TEXT = GOOD.read_text(encoding="utf-8")
TOO_LARGE = 60_000_000


def _bytes(data: bytes, name: str = "r.txt") -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        (folder / name).write_bytes(data)
        return folder / name

    return make


def _text(text: str) -> Callable[[Path], Path]:
    return _bytes(text.encode())


def _large(folder: Path) -> Path:
    with (folder / "r.txt").open("wb") as file:
        file.truncate(TOO_LARGE)
    return folder / "r.txt"


def _twice(folder: Path) -> Path:
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(TEXT, encoding="utf-8")
    return folder


def _only_readme(folder: Path) -> Path:
    (folder / "README.md").write_text("Nothing.", encoding="utf-8")
    return folder


@dataclass(frozen=True)
class Case:
    """What is wrong, who makes it, what the message and the hint must say, and where they must point."""

    what: str
    make: Callable[[Path], Path]
    says: str
    hint: str
    file: str = "r.txt"
    place: str = ""


CASES = [
    Case("empty", _bytes(b""), "empty", "again"),
    Case("blank", _bytes(b" \n\n"), "no text", "again"),
    Case("not a questionnaire", _text("Dear all,\nthe weather is fine.\n"), "not a response", "edition|questions|export"),
    Case("no city", _text(TEXT.replace("\nTampere\n", "\n\n", 1)), "city", "question 1", place="question 1"),
    Case("no country", _text(TEXT.replace("\nFinland\n", "\n\n", 1)), "country", "question 2", place="question 2"),
    Case("unknown country", _text(TEXT.replace("\nFinland\n", "\nAtlantis\n", 1)), "country.*Atlantis|Atlantis.*country", "country", place="question 2"),
    Case("undecodable", _bytes(TEXT.encode()[:900] + b"\x00\x81\x00\x00\x8d" + TEXT.encode()[900:]), "byte|decode|text", "UTF-8", place="byte 90"),
    Case("broken UTF-8", _bytes("1. City name *\nMedellín\n".encode() + b"\xff\xfe\xfa"), "utf-8", "UTF-8", place="byte 26"),
    Case("too large", _large, "larger than", "one response"),
    Case("missing", lambda d: d / "none.txt", "no such file", "path", file="none.txt"),
    Case("unknown format", _bytes(b"x", "r.xyz"), "format .xyz", r"\.txt", file="r.xyz"),
    Case("without extension", _bytes(b"x", "r"), "format", r"\.txt", file="r"),
    Case("folder without responses", lambda d: d, "no response", r"\*\.txt", file="in"),
    Case("folder with a read-me alone", _only_readme, "no response", r"\*\.txt", file="in"),
    Case("two of one city and edition", _twice, "2 responses of Tampere.*2022", "one of them", file="a.txt and b.txt"),
]  # fmt: skip
each_case = pytest.mark.parametrize("case", CASES, ids=[case.what for case in CASES])


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


@each_case
def test_bad_input_gets_a_clear_error(case: Case, folder: Path) -> None:
    """The message says what is wrong, file and place where, the hint what to do, and no store appears."""
    store = folder.parent / "store"
    with pytest.raises(InputError, match=f"(?i){case.says}") as caught:
        build([case.make(folder)], store=store)
    assert Path(caught.value.file).name == case.file
    assert caught.value.place.startswith(case.place)
    assert_matches(caught.value.hint, case.hint)
    assert not store.exists()


def assert_matches(text: str, pattern: str) -> None:
    """The text says it, in whatever case."""
    assert re.search(pattern, text, re.I), text


@each_case
def test_a_good_response_beside_a_bad_one_is_not_written(case: Case, folder: Path) -> None:
    """All or nothing: no store appears, and one that was there keeps what it had."""
    store = folder.parent / "store"
    with pytest.raises(LgqError):
        build([EXAMPLES / "medellin-2022.txt", case.make(folder)], store=store, check=False)
    assert not store.exists()


@each_case
def test_the_command_line_says_it_once_and_exits_with_3(case: Case, folder: Path) -> None:
    """One message and one hint on the standard error, no traceback, nothing on the standard output or on disk."""
    source, store = case.make(folder), folder.parent / "store"
    done = cli("build", str(source), "-o", str(store), cwd=folder.parent)
    assert done.returncode == 3, done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    message, hint = done.stderr.strip().split("\n")
    assert_matches(message, f"^lgq-graph: .*{case.says}")
    assert case.file in message
    assert_matches(hint, f"→ .*{case.hint}")
    assert not store.exists()
    assert [p.name for p in folder.parent.iterdir()] == ["in"]


def test_an_unknown_edition_is_refused(tmp_path: Path) -> None:
    """A wrong call, not a wrong file: the error lists the editions that are known, and nothing is written."""
    store = tmp_path / "store"
    with pytest.raises(UsageError, match="1999") as caught:
        build([GOOD], edition="1999", store=store)
    assert "2022" in caught.value.hint
    assert not store.exists()


def test_the_command_line_exits_with_2_for_a_wrong_call(tmp_path: Path) -> None:
    """An unknown edition and a build of nothing are wrong calls."""
    for words in (["build", str(GOOD), "--edition", "1999", "-o", "store"], ["build", "-o", "store"]):
        done = cli(*words, cwd=tmp_path)
        assert done.returncode == 2, done.stderr
        assert "Traceback" not in done.stderr
        assert not list(tmp_path.iterdir())


def test_a_store_keeps_what_it_had_when_a_file_is_bad(folder: Path) -> None:
    """A refused response leaves the graph of an earlier build as it was."""
    store = folder.parent / "store"
    with build([GOOD], store=store, check=False) as graph:
        before = len(graph)
    with pytest.raises(InputError):
        build([_text("Dear all,")(folder)], store=store, check=False)
    with open_graph(store) as graph:
        assert len(graph) == before > 0
