"""The starting file: the least certain first, with their words, in the syntax that a build reads, and never asked twice."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lgq_graph.correct import read_corrections
from lgq_graph.errors import InputError
from lgq_graph.library import build, review

from ..conftest import EXAMPLES
from .making import GOAL, KIND, TAMPERE, written
from .test_build import run

DAY = "2026-11-20"


def started(tmp_path: Path, limit: int = 50) -> Path:
    file = tmp_path / "corrections.yaml"
    review([TAMPERE], file, limit=limit, by="survey analyst", when=DAY)
    return file


def decided(text: str) -> str:
    """The file with every entry that waits decided: the sign of comment taken from its lines."""
    return "".join(line[2:] if re.match("# (?:- |  [a-z]+: )", line) and "action: accept " not in line and "action: reject " not in line else line for line in text.splitlines(True))  # fmt: skip


def test_nothing_is_decided_at_first(tmp_path: Path) -> None:
    """As it stands the file corrects nothing."""
    file = started(tmp_path)
    assert read_corrections(file) == ()
    assert file.read_text(encoding="utf-8").count("# - action: ") == 50


def test_every_entry_that_is_decided_applies(tmp_path: Path) -> None:
    """Of all examples and all that is asked: the entry finds what it asks about."""
    file = tmp_path / "corrections.yaml"
    count = review([EXAMPLES], file, limit=10_000, when=DAY)
    file.write_text(decided(file.read_text(encoding="utf-8")), encoding="utf-8")
    assert len(read_corrections(file)) == count > 150
    graph = build([EXAMPLES], corrections=file)
    assert len({r["correction"] for r in graph.query("corrections").to_records()}) == count


def test_one_entry_that_is_decided_applies(tmp_path: Path) -> None:
    """The first alone: its claim is confirmed, and it is not asked again; the next one is."""
    file = started(tmp_path, limit=1)
    file.write_text(decided(file.read_text(encoding="utf-8")), encoding="utf-8")
    before, (first,) = file.read_text(encoding="utf-8"), read_corrections(file)
    assert review([TAMPERE], file, limit=1, when=DAY) == 1
    after = file.read_text(encoding="utf-8")
    assert after.startswith(before) and after.count(f"name: {first.name}\n") == 1
    assert read_corrections(file) == (first,)


def test_the_least_certain_come_first(tmp_path: Path) -> None:
    """A kind that no word tells, before a function that the question tells, before what the response states."""
    text = started(tmp_path, limit=10_000).read_text(encoding="utf-8")
    places = [
        text.index(words)
        for words in ("rule default-kind-by-question", "rule function-by-question", "## stated")
    ]
    assert places == sorted(places)


def test_what_is_asked_or_decided_is_not_asked_again(tmp_path: Path) -> None:
    """Not what waits in the file, nor what was rejected; the rest of the file stays to the letter."""
    file = written(tmp_path, GOAL, KIND)
    mine = "# my own note\r\n" + file.read_text(encoding="utf-8")
    file.write_bytes(mine.encode())
    asked = review([TAMPERE], file, limit=10_000, when=DAY)
    text = file.read_bytes().decode()
    assert asked > 50 and text.startswith(mine)
    assert not re.search(r"name: Water Meter Reading\n#   property: lgq:contributesTo\n#   value: '12'", text)
    assert review([TAMPERE], file, limit=10_000, when="2026-11-21") == 0
    assert file.read_bytes().decode() == text


def test_two_runs_write_the_same(tmp_path: Path) -> None:
    """Also with several processes."""
    one = started(tmp_path).read_bytes()
    other = tmp_path / "other.yaml"
    review([TAMPERE], other, by="survey analyst", when=DAY, jobs=2)
    assert other.read_bytes() == one


def test_a_role_that_is_a_name_is_refused(tmp_path: Path) -> None:
    """What is filled in must be what a build takes."""
    with pytest.raises(InputError, match="role"):
        review([TAMPERE], tmp_path / "c.yaml", by="Jane Doe")
    assert not (tmp_path / "c.yaml").exists()


def test_the_command_writes_it(tmp_path: Path) -> None:
    """And says how many statements wait."""
    made = run("review", TAMPERE, "-o", tmp_path / "c.yaml", "--limit", "3")
    assert made.returncode == 0 and b"3 statements to decide" in made.stderr
    assert run("review", tmp_path / "none.txt", "-o", tmp_path / "d.yaml").returncode == 3
