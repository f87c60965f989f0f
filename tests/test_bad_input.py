"""Bad input: one clear error that names the file and the mend, and nothing written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lgq_graph.errors import LgqError
from lgq_graph.library import build

from .conftest import EXAMPLES

TEXT = (EXAMPLES / "tampere-2022.txt").read_text(encoding="utf-8")


def _write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def _large(path: Path) -> Path:
    with path.open("wb") as file:
        file.truncate(200_000_000)
    return path


CASES: list[tuple[str, Callable[[Path], Path], str]] = [
    ("empty", lambda d: _write(d / "r.txt", b""), "empty"),
    ("blank", lambda d: _write(d / "r.txt", b" \n\n"), "no text"),
    (
        "not a questionnaire",
        lambda d: _write(d / "r.txt", b"Dear all,\nthe weather is fine.\n"),
        "not a response",
    ),
    (
        "undecodable",
        lambda d: _write(d / "r.txt", TEXT.encode()[:900] + b"\x00\x81\x00\x00\x8d" + TEXT.encode()[900:]),
        "byte|decode|text",
    ),
    ("no city", lambda d: _write(d / "r.txt", TEXT.replace("\nTampere\n", "\n\n", 1).encode()), "city"),
    (
        "no country",
        lambda d: _write(d / "r.txt", TEXT.replace("\nFinland\n", "\nAtlantis\n", 1).encode()),
        "country",
    ),
    ("too large", lambda d: _large(d / "r.txt"), "large"),
    ("missing", lambda d: d / "none.txt", "no such file"),
    ("unknown format", lambda d: _write(d / "r.xyz", b"x"), "format"),
    ("empty folder", lambda d: d, "no response"),
]


@pytest.mark.parametrize(("what", "make", "says"), CASES, ids=[case[0] for case in CASES])
def test_bad_input_gets_a_clear_error(
    what: str, make: Callable[[Path], Path], says: str, tmp_path: Path
) -> None:
    """The message says what is wrong, the hint what to do, and no store appears."""
    folder = tmp_path / "in"
    folder.mkdir()
    store = tmp_path / "store"
    with pytest.raises(LgqError, match=f"(?i){says}") as caught:
        build([make(folder)], store=store)
    assert caught.value.hint
    assert caught.value.file
    assert not store.exists()


def test_two_responses_of_one_city_are_refused(tmp_path: Path) -> None:
    """The error names both files."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    with pytest.raises(LgqError, match="second response") as caught:
        build([tmp_path])
    assert "a.txt" in caught.value.hint + caught.value.file
    assert "b.txt" in caught.value.hint + caught.value.file


def test_an_unknown_edition_is_refused() -> None:
    """The error lists the editions that are known."""
    with pytest.raises(LgqError, match="1999") as caught:
        build([EXAMPLES], edition="1999")
    assert "2022" in caught.value.hint
