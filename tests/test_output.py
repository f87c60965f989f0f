"""Places for results: what is fit and what is not, told before anything is written."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from lgq_graph.errors import OutputError
from lgq_graph.output import for_file, for_folder, replaced_folder, writing


def test_fit_places_are_given_back_and_left_alone(tmp_path: Path) -> None:
    """What is there, and what can be made; looking makes nothing."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    for place in (tmp_path, tmp_path / "new", tmp_path / "new" / "deep"):
        assert for_folder(place) == place
    for place in (tmp_path / "file", tmp_path / "new.csv", tmp_path / "new" / "deep.csv"):
        assert for_file(place) == place
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("name", ["file", "file/x", "file/x/y"])
def test_a_file_is_no_folder(tmp_path: Path, name: str) -> None:
    """Neither itself nor anything under it."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(OutputError) as caught:
        for_folder(tmp_path / name)
    assert caught.value.file == str(tmp_path / name)
    assert caught.value.hint


def test_a_folder_or_a_device_is_no_file(tmp_path: Path) -> None:
    """A private file never takes their place."""
    for place in (tmp_path, Path(os.devnull)):
        with pytest.raises(OutputError, match="no plain file"):
            for_file(place)


def test_a_folder_of_others_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also for what would be made deep in it."""
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    for look in (for_folder, for_file):
        with pytest.raises(OutputError, match="Permission denied"):
            look(tmp_path / "new" / "deep")


@pytest.mark.parametrize(("code", "hint"), [(errno.ENOSPC, "room"), (errno.EACCES, "another place")])
def test_errors_of_the_file_system_are_told_in_our_words(code: int, hint: str) -> None:
    """The place, the reason, and what to do about it."""
    with pytest.raises(OutputError, match=os.strerror(code)) as caught, writing("some/place"):
        raise OSError(code, os.strerror(code))
    assert caught.value.file == "some/place"
    assert hint in caught.value.hint


def _written(folder: Path, *names: str) -> None:
    with replaced_folder(folder, mark="mark") as write:
        for name in ("mark", *names):
            write(name, name.encode())


def test_a_folder_is_replaced_whole(tmp_path: Path) -> None:
    """What the new one has not is gone, and nothing is left beside it."""
    site = tmp_path / "deep" / "site"
    _written(site, "a/b/c", "old")
    _written(site, "a/d")
    assert sorted(str(path.relative_to(site)) for path in site.rglob("*") if path.is_file()) == [
        "a/d",
        "mark",
    ]
    assert (site / "a" / "d").read_bytes() == b"a/d"
    assert [path.name for path in site.parent.iterdir()] == ["site"]


@pytest.mark.parametrize("failure", [ValueError("no"), KeyboardInterrupt(), OSError(errno.ENOSPC, "full")])
def test_work_that_fails_leaves_the_old_folder(tmp_path: Path, failure: BaseException) -> None:
    """As it was, and nothing beside it; a full disk is told in our words."""
    site = tmp_path / "site"
    _written(site, "old")
    with (
        pytest.raises(OutputError if isinstance(failure, OSError) else type(failure)),
        replaced_folder(site, mark="mark") as write,
    ):
        write("new", b"")
        raise failure
    assert sorted(path.name for path in site.iterdir()) == ["mark", "old"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_folder_that_is_not_ours_is_not_replaced(tmp_path: Path) -> None:
    """An empty one is taken; one without the mark is refused before any work."""
    (tmp_path / "empty").mkdir()
    _written(tmp_path / "empty")
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError) as caught:
        _written(tmp_path / "thesis")
    assert "something else" in str(caught.value)
    assert (tmp_path / "thesis" / "chapter").read_text(encoding="utf-8") == "mine"


def test_no_file_is_written_twice(tmp_path: Path) -> None:
    """Two pages of one name are a mistake, not a choice."""
    with pytest.raises(OutputError):
        _written(tmp_path / "site", "a", "a")
