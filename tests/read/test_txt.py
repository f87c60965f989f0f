"""Tests of `lgq_graph.read` and its reader of plain text."""

from __future__ import annotations

import io
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgq_graph.errors import InputError
from lgq_graph.model import Block, MarkState
from lgq_graph.read import MAX_BYTES, MAX_LETTERS, MAX_LINES, extensions, read
from lgq_graph.read.lines import mark_of
from lgq_graph.read.txt import read_text

TEXT = "1. City name *\n\nJyväskylä – “Hyvä”\n\n2. Country name *\nFinland\n"
BLOCKS = [("1. City name *", 1), ("Jyväskylä – “Hyvä”", 3), ("2. Country name *", 5), ("Finland", 6)]


def lines(data: bytes) -> list[tuple[str, int]]:
    return [(block.text, block.line) for block in read_text(data, "x.txt").blocks]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(encoding: str, end: str) -> None:
    """Every encoding, with or without a byte order mark, and every line end gives the same lines and numbers."""
    assert lines(TEXT.replace("\n", end).encode(encoding)) == BLOCKS


def test_utf16_big_endian_with_mark() -> None:
    """The byte order mark of big-endian UTF-16 is heeded."""
    assert lines(b"\xfe\xff" + TEXT.encode("utf-16-be")) == BLOCKS


def test_spaces_and_invisible_characters() -> None:
    """Odd spaces become plain, soft hyphens and zero-width characters go, curly quotes stay."""
    assert lines("\ufeffa\u00a0b\u2009c\u202fd\u200be\u00adf \u2060“g’s”\u3000".encode()) == [
        ("a b c def “g’s”", 1)
    ]


def test_page_breaks_move_no_line_number() -> None:
    """A form feed is a blank, as editors count lines."""
    assert lines(b"a\n\x0cb\nc") == [("a", 1), ("b", 2), ("c", 3)]


TICKS = {
    MarkState.SELECTED: ["☒ Yes", "☑ Yes", "✓ Yes", "✔ Yes", "✅ Yes", "● Yes", "◉ Yes", "[x] Yes", "[X] Yes", "(x) Yes", "(•) Yes",
                         "(*) Yes", "- [x] Yes", "a) ☒ Yes", "Yes ☒", "Yes [x]", "[✓] Yes", "• ☑ Yes", "1. (X) Yes", "(x)Yes"],
    MarkState.NOT_SELECTED: ["☐ No", "□ No", "○ No", "◯ No", "[ ] No", "( ) No", "[] No", "No ☐", "- [ ] No", "No ( )", "ii) ☐ No", "(b) ☐ No", "12. ☐ No", "dd) ☐ No"],
    None: ["Yes", "• Yes", "- Yes", "o Yes", "* Yes", "(a) Yes", "1) Yes", "call()", "[link](https://example.org)", "a ☒ b c", "oxen", "x"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("state", "line"), [(state, line) for state, group in TICKS.items() for line in group]
)
def test_ticks(state: MarkState | None, line: str) -> None:
    """Boxes are read at the start or the end of a line; bullets are none."""
    assert mark_of(line) is state
    assert read_text(line.encode(), "x").blocks == (Block(line, 1, state),)


ROWS = {
    "☒ Yes  ☐ No": ["☒ Yes", "☐ No"],
    "Yes ☐ No ☑": ["Yes ☐", "No ☑"],
    "16. At home? [x] Yes [ ] No": ["16. At home?", "[x] Yes", "[ ] No"],
    "( ) Yes (x) No ( ) Other": ["( ) Yes", "(x) No", "( ) Other"],
}


@pytest.mark.parametrize("row", ROWS)
def test_several_boxes_on_one_line(row: str) -> None:
    """Each option of a row is a block of its own, all with the number of the line."""
    blocks = read_text(row.encode(), "x").blocks
    assert [block.text for block in blocks] == ROWS[row]
    assert {block.line for block in blocks} == {1}


DAMAGED = {
    "nul": (b"City\nname \x00 x" + b"y" * 40, "byte 11"),
    "control": (b"City\x02", "byte 5"),
    "png": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), "byte"),
    "broken utf-8": ("Jyväskylä".encode() + b"\xff\xfe abc", "byte 12"),
    "no code": (b"abc \x81 def", "byte 5"),
    "half utf-16": (b"\xff\xfea\x00b", "byte 5"),
}


@pytest.mark.parametrize("fault", DAMAGED)
def test_binary_and_damaged_files(fault: str) -> None:
    """What is no text is refused with the name of the file, the byte and a mend."""
    data, place = DAMAGED[fault]
    with pytest.raises(InputError) as error:
        read_text(data, "answers.txt")
    assert error.value.file == "answers.txt"
    assert error.value.place.startswith(place)
    assert error.value.hint


@pytest.mark.parametrize("data", [b"\n \r\n\t", b"\xef\xbb\xbf", "\u200b\u00a0".encode()])
def test_nothing_written(data: bytes) -> None:
    """A file of blanks is refused."""
    with pytest.raises(InputError, match="no text"):
        read_text(data, "x")


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Blocks are stripped, non-blank and in order; nothing but an InputError is raised."""
    try:
        blocks = read_text(text.encode("utf-8", "replace"), "x").blocks
    except InputError:
        return
    assert all(block.text and block.text == block.text.strip() for block in blocks)
    assert [block.line for block in blocks] == sorted(block.line for block in blocks)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """No bytes cause any other error."""
    try:
        assert read_text(data, "x").blocks
    except InputError as error:
        assert error.hint


def test_boxes_by_the_hundred_thousand() -> None:
    """Long lines of boxes and many lines take linear time."""
    start = time.process_time()
    read_text(("[ ] " * 300_000 + "\n" + "( " * 300_000 + "\n" + "☒ a ☐ b\n" * 20_000).encode(), "x")
    assert time.process_time() - start < 10


def test_file(tmp_path: Path) -> None:
    """A file is read by its extension, in whatever case, and known by its name alone."""
    path = tmp_path / "Lakeview.TXT"
    path.write_text(TEXT, encoding="utf-8")
    (document,) = read(path)
    assert (document.name, document.blocks[0].text) == ("Lakeview.TXT", "1. City name *")
    assert read(str(path)) == (document,)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """ "-" reads the standard input as text."""
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(TEXT.encode())))
    assert (read("-")[0].name, len(read_text(TEXT.encode(), "x").blocks)) == ("stdin", 4)


def test_extensions() -> None:
    """Plain text is among what can be read."""
    assert ".txt" in extensions()


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there is named."""
    with pytest.raises(InputError, match="no such file") as error:
        read(tmp_path / "none.txt")
    assert error.value.file.endswith("none.txt")


def test_directory(tmp_path: Path) -> None:
    """A directory is no response."""
    with pytest.raises(InputError, match="directory"):
        read(tmp_path)


def test_empty_file(tmp_path: Path) -> None:
    """An empty file is no response."""
    (tmp_path / "empty.txt").touch()
    with pytest.raises(InputError, match="empty"):
        read(tmp_path / "empty.txt")


def test_unknown_format(tmp_path: Path) -> None:
    """The hint lists the formats that are known."""
    (tmp_path / "answers.odd").write_text("x")
    with pytest.raises(InputError, match="odd") as error:
        read(tmp_path / "answers.odd")
    assert ".txt" in error.value.hint


def test_huge_file_is_refused_unread(tmp_path: Path) -> None:
    """200 MB are refused by their size, at once."""
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    start = time.process_time()
    with pytest.raises(InputError, match=f"larger than {MAX_BYTES // 1_000_000} MB"):
        read(path)
    assert time.process_time() - start < 0.1


def test_impossible_path() -> None:
    """A path that the system cannot even look up is refused, not crashed on."""
    for path in ("a\0b.txt", "x" * 5000 + ".txt"):
        with pytest.raises(InputError):
            read(path)


@pytest.mark.parametrize(("unit", "most"), [("line\n", MAX_LINES), ("a", MAX_LETTERS)])
def test_longer_than_any_response(unit: str, most: int, tmp_path: Path) -> None:
    """A file of so many lines or letters is refused, for all that comes after would take minutes; the longest one is read."""
    file = tmp_path / "x.txt"
    file.write_text(unit * most)
    assert read(file)[0].blocks
    file.write_text(unit * (most + 1))
    with pytest.raises(InputError, match="more than 5,000 lines or 1,000,000 letters") as error:
        read(file)
    assert error.value.file == "x.txt"
    assert error.value.hint


@pytest.mark.parametrize("sign", ["-", "*", "•", "–"])
@pytest.mark.parametrize("inset", ["  ", "    ", "\t", "      "])
def test_a_bullet_that_is_set_in_below_its_like_tells_its_level(sign: str, inset: str) -> None:
    """A deeper bullet gets another sign, as in other formats; one at the same depth, or below other words, keeps its own."""
    lines = [f"{sign} Tree Map", f"{inset}{sign} counts trees", "", f"{inset}{sign} open", f"{sign} Bus Map", "Below:", f"{inset}{sign} Sea Map",
             f"{inset}{sign} Air Map", f"{inset * 2}{sign} hourly"]  # fmt: skip
    lower = "-" if sign == "–" else "–"
    signs = [block.text[0] for block in read_text("\n".join(lines).encode(), "a.txt").blocks]
    assert signs == [sign, lower, lower, sign, "B", sign, sign, lower]


@pytest.mark.parametrize("line", ["  - [x] yes", "  - ☐ no", "  1) one", "  -5 degrees", "  * * *"])
def test_what_is_set_in_and_no_bullet_of_words_stays(line: str) -> None:
    """A box, a number and a rule are as they were."""
    assert read_text(f"- top\n{line}\n* top\n{line}".encode(), "a.txt").blocks[1].text == line.strip()
