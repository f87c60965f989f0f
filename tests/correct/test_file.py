"""The file of corrections: what it may hold, that a fault is told with its line, and that nothing in it costs much."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from lgq_graph.correct import parse_corrections, read_corrections
from lgq_graph.errors import InputError
from lgq_graph.library import build

from ..timing import assert_linear
from .making import ACCEPT, ALL, ALWAYS, FACT, GOAL, KIND, MERGE, RENAME, TAMPERE, THING, written

ENTRY = """\
- action: rename
  response: fi-tampere/2022
  kind: portal
  name: No
  to: Yes
  by: survey analyst
  when: 2026-11-20
  why: 6
"""


def parsed(text: str) -> tuple[object, ...]:
    return parse_corrections(text.encode(), "corrections.yaml")


def test_all_values_are_words() -> None:
    """What YAML takes for a truth value, a number or a date stays what was written."""
    (one,) = parse_corrections(ENTRY.encode(), "c.yaml")
    assert (one.name, one.new, one.why, one.when, one.line) == ("No", "Yes", "6", "2026-11-20", 1)


def test_an_empty_file_and_one_of_comments_hold_no_correction() -> None:
    """A starting file in which nothing is decided is no fault."""
    assert parsed("") == parsed("# - action: accept\n") == parsed("[]") == parsed("\ufeff") == ()


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("action: accept\n", 1, "no list"),
        ("- accept\n", 1, "no correction"),
        (ENTRY + "  why: again\n", 9, "given twice"),
        (ENTRY + "  note: x\n", 1, "no field 'note'"),
        (ENTRY.replace("to:", "tto:"), 1, "no field 'tto'"),
        (ENTRY.replace("rename", "renam"), 1, "no action"),
        (ENTRY.replace("  why: 6\n", ""), 1, "'why' is missing"),
        (ENTRY.replace("why: 6", "why: null"), 1, "'why' is missing"),
        (ENTRY.replace("why: 6", "why: [a, b]"), 8, "more than words"),
        (ENTRY.replace("why: 6", "why: &a x"), 8, "no anchor"),
        (ENTRY.replace("why: 6", "why: *a"), 8, "no alias"),
        (ENTRY.replace("why: 6", "why: 'x"), 9, "no YAML"),
        (ENTRY.replace("why: 6", "why: \tx: y: z"), 8, "no YAML"),
        (ENTRY.replace("2026-11-20", "20 November"), 1, "no date"),
        (ENTRY.replace("2026-11-20", "20261120"), 1, "no date"),
        (ENTRY.replace("fi-tampere/2022", "Tampere"), 1, "no response"),
        (ENTRY.replace("portal", "website"), 1, "no kind"),
        (ENTRY.replace("survey analyst", "Jane Doe"), 1, "role"),
        (ENTRY.replace("survey analyst", "jane@example.org"), 1, "role"),
        (ENTRY.replace("survey analyst", "分析员"), 1, "role"),
        (ENTRY.replace("why: 6", "why: " + "x" * 2001), 1, "more than 2000"),
        (ENTRY + "---\n" + ENTRY, 10, "goes on"),
        (ENTRY + "--- !x\n", 9, "goes on"),
        ("- " * 3000 + "a", 1, "no correction"),
        ("[" * 3000, 1, "no YAML|no correction"),
        ("\x00", 1, "no YAML"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_line(text: str, line: int, message: str) -> None:
    """InputError, with what is wrong and what to do."""
    with pytest.raises(InputError, match=message) as raised:
        parsed(text)
    assert raised.value.place == f"line {line}"
    assert raised.value.file == "corrections.yaml" and raised.value.hint
    assert "jane" not in str(raised.value).casefold()


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (GOAL | {"property": "rdfs:label", "value": "x"}, "rename"),
        (GOAL | {"value": ""}, "go together"),
        (GOAL | {"question": "24a"}, "no number"),
        (GOAL | {"question": None}, "'question' is missing"),
        (GOAL | {"instead": "7"}, "goes with"),
        (GOAL | {"instead": "18", "basis": "stated"}, "no value"),
        (GOAL | {"instead": "6.99", "basis": "stated"}, "no value"),
        (KIND | {"instead": "city"}, "needs a kind"),
        (THING | {"kind": "city"}, "needs a kind"),
        (FACT | {"basis": "known"}, "no basis"),
        (FACT | {"modality": "negated"}, "no modality"),
        (FACT | {"property": "lgq:hasPartner", "value": "x"}, "nothing can be added"),
        (FACT | {"property": "foaf:page", "value": "javascript:alert(1)"}, "no value"),
        (FACT | {"property": "foaf:page", "value": "http://"}, "no value"),
        (FACT | {"property": "foaf:page", "value": "https://?x"}, "no value"),
        (FACT | {"property": "eli:date_document", "value": "May"}, "no value"),
        (FACT | {"property": "eli:date_document", "value": "2022-99-99"}, "no value"),
        (FACT | {"property": "eli:date_document", "value": "0000"}, "no value"),
        (FACT | {"property": "lgq:contributesTo", "value": "6> <http://example.org/"}, "no value"),
        (FACT | {"property": "lgq:function", "value": "a b>"}, "no value"),
        (GOAL | {"instead": "1 1", "basis": "stated"}, "no value"),
        (RENAME | {"to": "a\x00b"}, r"U\+0000"),
        (RENAME | {"why": "\x1b[31mred"}, r"U\+001B"),
        (RENAME | {"to": "\u202egpj.exe"}, r"U\+202E"),
        (RENAME | {"when": str(date.today() + timedelta(days=2))}, "not come yet"),
    ],
)
def test_what_does_not_go_together_is_told(tmp_path: Path, entry: dict[str, object], message: str) -> None:
    """A value that no response could match is a fault of the file and no correction that no longer matches."""
    with pytest.raises(InputError, match=message):
        read_corrections(written(tmp_path, entry))


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        (RENAME, RENAME | {"to": "Another"}, "two different values"),
        (RENAME, RENAME, "twice"),
        (GOAL, GOAL | {"action": "accept"}, "the other"),
        (GOAL | {"instead": "7", "basis": "stated"}, GOAL, "two different values"),
        (MERGE, MERGE | {"into": "Feedback Service"}, "two different values"),
        (
            MERGE,
            {"action": "reject", "kind": "platform", "name": "tampere resident panel", "question": 5},
            "the other",
        ),
        (ACCEPT, ACCEPT, "twice"),
    ],
)
def test_a_contradiction_names_both(
    tmp_path: Path, first: dict[str, object], second: dict[str, object], message: str
) -> None:
    """Whichever comes first."""
    for pair in ((first, second), (second, first)):
        with pytest.raises(InputError, match=message) as raised:
            read_corrections(written(tmp_path, *pair))
        assert "line 1 " in str(raised.value)


def test_one_statement_may_be_confirmed_in_two_places(tmp_path: Path) -> None:
    """Each with its own words."""
    assert len(read_corrections(written(tmp_path, ACCEPT, ACCEPT | {"question": 30}))) == 2


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("why", "asked Ms Jane Doe"),
        ("why", "confirmed by jane.doe@example.org"),
        ("why", "told at +358 40 555 01 23"),
        ("to", "Portal of jane.doe (at) example.org"),
    ],
)
def test_personal_data_in_a_correction_are_refused_and_not_repeated(
    tmp_path: Path, field: str, words: str
) -> None:
    """Corrections are published: neither graph nor message has a name or an address."""
    with pytest.raises(InputError, match="personal data") as raised:
        build([TAMPERE], corrections=written(tmp_path, RENAME | {field: words}))
    told = f"{raised.value} {raised.value.hint}".casefold()
    assert not {"jane", "doe", "555"} & set(told.replace(".", " ").split())


def test_a_wrong_value_is_not_repeated(tmp_path: Path) -> None:
    """It is told before anyone looks for personal data in it."""
    entry = FACT | {"property": "foaf:page", "value": "mailto:jane.doe@example.org"}
    with pytest.raises(InputError, match="no value") as raised:
        read_corrections(written(tmp_path, entry))
    assert "jane" not in f"{raised.value} {raised.value.hint}"


def test_a_file_that_is_too_large_or_not_there_is_told(tmp_path: Path) -> None:
    """Before anything is read."""
    with pytest.raises(InputError, match="cannot be read"):
        build([TAMPERE], corrections=tmp_path / "none.yaml")
    with pytest.raises(InputError, match="UTF-8"):
        parse_corrections(b"\xff\xfe\x00", "c.yaml")
    with pytest.raises(InputError, match="more than 20 MB"):
        parse_corrections(b"#" * 20_000_001, "c.yaml")


def test_the_order_of_the_file_changes_no_byte(tmp_path: Path) -> None:
    """Nor does a line that moved."""
    forward = build([TAMPERE], corrections=written(tmp_path, *ALL)).built[0].quads
    backward = build([TAMPERE], corrections=written(tmp_path, *reversed(ALL))).built[0].quads
    assert [str(q) for q in forward] == [str(q) for q in backward]
    assert set(ALWAYS) <= {"response", "by", "when", "why"}


def test_reading_takes_time_in_proportion() -> None:
    """Many corrections, each of a thing of its own."""

    def read(signs: str) -> None:
        parsed("".join(ENTRY.replace("No", f"name {n}") for n in range(len(signs))))

    assert_linear(read, "x", 200)
