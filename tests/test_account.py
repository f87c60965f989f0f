"""Nothing is lost in reading: every character of a file is in an answer, in the form, or skipped for a reason that is told.

The text of a file is counted here by other means than the package has: zipfile and ElementTree, openpyxl, pypdfium2, lxml.
"""

from __future__ import annotations

import io
import os
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import lxml.html
import openpyxl
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lgq_graph import account as accounts
from lgq_graph.account import Account, account
from lgq_graph.account.match import fold, match
from lgq_graph.align import align, nearest_form
from lgq_graph.errors import InputError, UsageError
from lgq_graph.inspection import accounted_table, skipped_table
from lgq_graph.model import Document, Fate
from lgq_graph.questionnaire import editions, load_questionnaire
from lgq_graph.read import documents_in
from lgq_graph.read.whole import whole_text
from lgq_graph.read.whole.reasons import MAY_NAME

from .conftest import EXAMPLES
from .make_pieces import FORMATS, KINDS, NUMBER, ODD, Piece
from .timing import assert_linear

FILES = Path(__file__).parent / "data" / "files"
SHARED = Path(__file__).parents[2] / "shared" / "responses"
SOAK = bool(os.environ.get("LGQ_SOAK"))
_NO_RESPONSE = ("README", "right-to-left")
MADE_ELSEWHERE = [
    file for file in sorted(FILES.iterdir()) if not any(word in file.name for word in _NO_RESPONSE)
]
RESPONSES = [
    *sorted([*EXAMPLES.glob("*.txt"), *(EXAMPLES / "formats").iterdir()]),
    *(MADE_ELSEWHERE if SOAK else MADE_ELSEWHERE[::5]),
]
FORMATTED = [file for file in RESPONSES if file.parent.name == "formats"] + [EXAMPLES / "tampere-2022.txt"]

SILENT = ("comment", "remark", "head of the page", "deleted", "moved away")
"""Pieces that are counted and never shown."""


def told(file: Path) -> Account:
    """The account of a file."""
    return account(file.read_bytes(), file.name)


def printed(text: str) -> Counter[str]:
    """How often each character stands in a text, blanks aside."""
    return Counter(char for char in text if not char.isspace() and fold(char).text)


def lost(found: Account) -> list[str]:
    """What nothing accounts for."""
    return [f"{piece.place}: {piece.text}" for piece in found.pieces if piece.fate is Fate.UNACCOUNTED]


# --- files --------------------------------------------------------------------------------------------------------


@pytest.mark.soak
@pytest.mark.parametrize("file", RESPONSES, ids=lambda file: file.name)
def test_every_character_of_a_file_is_accounted_for(file: Path) -> None:
    """Of the examples and of files of other tools; the table sums to the whole."""
    found = told(file)
    assert lost(found) == []
    table = accounted_table(found)
    whole = sum(
        1 for stretch in whole_text(file.read_bytes(), file.name) for c in stretch.text if not c.isspace()
    )
    assert sum(map(int, map(str, table.column("characters")))) == found.characters == whole > 8000
    assert "all are accounted for" in table.notes[0]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real response is not here")
def test_every_character_of_a_real_response_is_accounted_for() -> None:
    """A response as it came."""
    for file in sorted(SHARED.glob("*.*")):
        assert lost(told(file)) == []


@pytest.mark.parametrize("file", FORMATTED, ids=lambda file: file.name)
def test_an_answer_is_what_the_account_calls_so(file: Path) -> None:
    """The characters that it calls an answer to a question stand in the answer of that question, in their order."""
    first, *_ = documents_in(file.read_bytes(), file.name)
    form = nearest_form(first, map(load_questionnaire, editions()))
    pieces = told(file).pieces
    checked = 0
    for answer in align(first, form).answers:
        words = [
            p.text for p in pieces if p.question == answer.question and p.fate is Fate.ANSWER and not p.reason
        ]
        left = iter(fold(answer.text).text)
        told_so = filter(
            str.isalnum, fold("".join(words)).text
        )  # a sign of Markdown may be taken for another
        assert all(char in left for char in told_so), answer.question
        checked += bool(words)
    assert checked > 20


# --- what is shown ------------------------------------------------------------------------------------------------

_CANARY = "canary.owner@example.org"
_NAME = "Zebulon Quartermain"


@pytest.mark.parametrize("suffix", [suffix for suffix, (_, not_read) in KINDS.items() if not_read])
def test_personal_data_in_what_is_skipped_are_counted_and_not_shown(suffix: str) -> None:
    """An address, a telephone number and a name with its title, wherever they stand beside the answers."""
    words = f"Call Mr {_NAME} on +358 40 123 4567 or {_CANARY} today"
    _, not_read = KINDS[suffix]
    found = account(FORMATS[suffix]([Piece(kind, words) for kind in not_read]), f"made{suffix}")
    shown = " ".join(
        str(cell) for table in (skipped_table(found), accounted_table(found)) for row in table for cell in row
    )
    assert not any(token in shown for token in ("canary", "123 4567", *_NAME.split()))
    assert found.totals()[Fate.WITHHELD, "within skipped"][0] > len(_CANARY)


def test_what_is_lost_and_personal_is_counted_as_lost_and_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader's fault must not hide behind its being personal."""
    data = FORMATS[".txt"]([Piece("plain", f"Write to {_CANARY} at once")])
    (whole,) = documents_in(data, "made.txt")
    rest = Document(whole.name, tuple(block for block in whole.blocks if "Write to" not in block.text))
    monkeypatch.setattr(accounts, "documents_in", lambda *_: (rest,))
    found = account(data, "made.txt")
    assert found.unaccounted == len(f"Writeto{_CANARY}atonce")
    shown = [str(row) for row in skipped_table(found)]
    assert "canary" not in " ".join(shown) and "unaccounted" in shown[0]
    assert "unaccounted for" in accounted_table(found).notes[0]


def test_the_account_is_of_one_response_of_a_file() -> None:
    """What stands in another one is skipped for that reason, and its words are not shown."""
    data = (EXAMPLES / "formats" / "responses-2022.csv").read_bytes()
    one, two = account(data, "answers.csv", 1), account(data, "answers.csv", 2)
    other = Fate.SKIPPED, "in another response of the file"
    assert one.characters == two.characters and one.totals()[other] != two.totals()[other]
    assert all(piece.text == "" for piece in one.pieces if piece.reason == other[1])
    with pytest.raises(UsageError, match="holds 2 responses"):
        account(data, "answers.csv", 3)


# --- another count of the text of a file --------------------------------------------------------------------------

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def _text_of_docx(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        roots = [
            ElementTree.fromstring(packed.read(name)) for name in packed.namelist() if name.endswith(".xml")
        ]
    tags = (f"{_W}t", f"{_W}delText", f"{_A}t", f"{_W}instrText")
    return "".join(e.text or "" for root in roots for e in root.iter() if e.tag in tags)


def _text_of_xlsx(data: bytes) -> str:
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    words = [cell.value for cell in cells if isinstance(cell.value, str)]
    return "".join([*words, *(cell.comment.text for cell in cells if cell.comment)])


def _text_of_pdf(data: bytes) -> str:
    file = pypdfium2.PdfDocument(data)
    text = "".join(page.get_textpage().get_text_bounded() for page in file)
    file.close()
    return "".join(char for char in text if char not in "-\x02\ufffe\xad")


def _text_of_html(data: bytes) -> str:
    return lxml.html.fromstring(data.decode()).text_content()


OTHERWISE: dict[str, Callable[[bytes], str]] = {
    ".docx": _text_of_docx,
    ".xlsx": _text_of_xlsx,
    ".pdf": _text_of_pdf,
    ".html": _text_of_html,
    ".md": lambda data: data.decode(),
    ".txt": lambda data: data.decode(),
    ".csv": lambda data: data.decode("utf-8-sig").replace('"', "").replace(",", ""),
}


@pytest.mark.soak
@pytest.mark.parametrize("file", RESPONSES, ids=lambda file: file.name)
def test_the_whole_text_is_that_which_other_libraries_find(file: Path) -> None:
    """No character that they find is missing in it."""
    other = OTHERWISE.get(file.suffix)
    data = file.read_bytes()
    if other is None or (file.suffix in (".html", ".csv") and file.parent == FILES):
        pytest.skip("another library reads this encoding otherwise")
    whole = "".join(stretch.text for stretch in whole_text(data, file.name))
    assert printed(other(data)) - printed(whole) == Counter()


# --- the account can fail -----------------------------------------------------------------------------------------


@pytest.mark.soak
@pytest.mark.parametrize("file", FORMATTED, ids=lambda file: file.name)
def test_a_line_that_the_reader_loses_is_noticed(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of nineteen lines in twenty that are left out, most characters are unaccounted for. What another response of the file has is not lost."""
    data = file.read_bytes()
    documents = documents_in(data, file.name)
    others = "".join(fold(block.text).text for document in documents[1:] for block in document.blocks)
    wanted = (block for block in documents[0].blocks if not block.asks)
    lines = [block.text for block in wanted if len(fold(block.text).text) >= 12 and fold(block.text).text not in others]  # fmt: skip
    hidden, tried = [], lines if SOAK else lines[7::60]
    for line in tried:
        rest = tuple(_without(document, line) for document in documents)
        monkeypatch.setattr(accounts, "documents_in", lambda *_, rest=rest: rest)
        try:
            found = account(data, file.name)
        except InputError:  # the question that is gone asked for the city
            continue
        own = sum(char.isalnum() for char in line)
        if found.unaccounted < 0.5 * min(own, _stored(data, file.name, line)):
            hidden.append(line)
    assert tried
    assert 20 * len(hidden) <= len(tried), hidden


def _without(document: Document, line: str) -> Document:
    """A document that has lost a line; a table has the questions once for all responses."""
    return replace(document, blocks=tuple(block for block in document.blocks if block.text != line))


def _stored(data: bytes, name: str, line: str) -> int:
    """How many of the letters of a line the file stores as text: where a link leads is none of it."""
    words = [word for word in line.split() if "://" not in word]
    return sum(char.isalnum() for word in words for char in word)


def test_a_short_word_is_not_found_within_another() -> None:
    """Nor does what was added by a reader stand for what it lost."""
    assert match(["o", "or else"], "orelse") == [[-1], [0, 1, -1, 2, 3, 4, 5]]
    assert match(["lost words here"], "") == [[-1] * 15]
    assert match(["one two", "two one"], "onetwotwoone") == [[0, 1, 2, -1, 3, 4, 5], [6, 7, 8, -1, 9, 10, 11]]
    (found,) = match(["A harbour that was lost"], "see(https://example.org/harbourmaster-and-more-words)")
    assert sum(place >= 0 for place in found) <= 10


# --- written and read back ----------------------------------------------------------------------------------------

_WORDS = st.sampled_from(
    ["Lahti", "İstanbul", "渋谷区のサービス", "городской портал", "ﬁnance oﬃce", "Ⅷ", "e\u0301te\u0301", "soft\u00adware",
     "zero\u200bwidth", "👩‍🚒 rescue", "½ litre", "№5", "“quoted”", "— dash", "…", "a\u00a0b", "ﾊﾝｶｸ", "x < y & z", "50 %", "بلدية"]
)  # fmt: skip
_LATIN = st.sampled_from(
    ["Lahti", "Öresund", "½ litre", "50 %", "reçu", "harbour-side", "(in brackets)", "a/b", "N'Djamena"]
)


@st.composite
def _made(draw: st.DrawFn, suffix: str) -> list[Piece]:
    """Pieces of all kinds in any order, each with a word of its own."""
    read, not_read = KINDS[suffix]
    kinds = draw(st.permutations([*read, *not_read]))
    words = _LATIN if suffix == ".pdf" else _WORDS
    rest = [draw(st.lists(words, min_size=1, max_size=5)) for _ in kinds]
    return [
        Piece(kind, f"Qanat{draw(st.integers(10, 99))}{chr(97 + n)} {' '.join(more)} ends{n}")
        for n, (kind, more) in enumerate(zip(kinds, rest, strict=True))
    ]


@pytest.mark.soak
@pytest.mark.parametrize("suffix", FORMATS)
@settings(
    max_examples=200 if SOAK else 3,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_what_is_written_is_read_or_skipped_for_a_reason(suffix: str, data: st.DataObject) -> None:
    """All characters are accounted for, what belongs to the answer stands in it in order, and nothing else does."""
    pieces = data.draw(_made(suffix))
    written = FORMATS[suffix](pieces)
    found = account(written, f"made{suffix}")
    assert lost(found) == []
    (read_back,) = documents_in(written, f"made{suffix}")
    answers = align(read_back, load_questionnaire("2022")).answers
    (answer,) = (answer for answer in answers if answer.question == NUMBER)
    read, not_read = KINDS[suffix]
    for piece in pieces:
        assert (fold(piece.words).text in fold(answer.text).text) == (piece.kind in read), piece
    kept = "\n".join(piece.text for piece in found.pieces if piece.fate is Fate.ANSWER)
    together = {p.place: "" for p in found.pieces}
    for p in found.pieces:
        together[p.place] += p.text
    for piece in pieces:
        word = piece.words.split()[0]
        own = [p for p in found.pieces if word in p.text]
        assert own or word in kept or piece.kind in SILENT or any(word in text for text in together.values())
        if piece.kind in not_read:
            assert all(p.fate in (Fate.SKIPPED, Fate.FURNITURE, Fate.OPTION) and p.reason for p in own), piece


def test_what_may_name_who_wrote_the_document_is_counted_and_not_shown() -> None:
    """A comment, and the head of a page: there people stand by their bare names."""
    pieces = [Piece(kind, f"Quexlimorra{n}") for n, kind in enumerate(KINDS[".docx"][1]) if kind in SILENT]
    found = account(FORMATS[".docx"]([*pieces, Piece("plain", "words")]), "made.docx")
    counted = Counter[str]()
    for piece in found.pieces:
        if piece.reason in MAY_NAME:
            counted[piece.reason] += piece.characters
    length = len("Quexlimorra0")
    assert counted == {
        "comment": length,
        "head or foot of the page": length,
        "deleted, with changes tracked": 2 * length,
    }
    assert not any("Quexlimorra" in piece.text for piece in found.pieces)


@pytest.mark.parametrize("suffix", ODD)
def test_odd_markup_is_accounted_for(suffix: str) -> None:
    """What is shown otherwise than it is stored, or stored and not shown, one thing at a time."""
    make, snippets = ODD[suffix]
    found = {snippet: lost(account(make(snippet), f"odd{suffix}")) for snippet in snippets}
    assert {snippet: gone for snippet, gone in found.items() if gone} == {}


def test_letters_that_grow_when_made_small_move_no_border() -> None:
    """A comment behind them is told whole, and nothing of what is shown after it."""
    told = whole_text("İİİİ Qanat0\n\n<!-- Qanat1 -->\n\n<STYLE>Qanat2</STYLE>\n\n| A | B |".encode(), "x.md")
    assert [one.text for one in told if one.reason] == ["<!-- Qanat1 -->", "<STYLE>Qanat2</STYLE>"]


@pytest.mark.parametrize("piece", ["<!--", "](", "~~a", "<script", "[a]", "<a ", "| a "])
def test_telling_markdown_takes_time_in_proportion(piece: str) -> None:
    """However often something is opened and never closed."""
    assert_linear(lambda text: whole_text(text.encode(), "x.md"), piece)


def test_looking_for_what_is_lost_takes_time_in_proportion() -> None:
    """A text of which nothing was read, against a long one."""
    assert_linear(
        lambda text: match(text.split("\n"), "0123456789" * 1000), "words that are nowhere\n", 2_000
    )
