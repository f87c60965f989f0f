"""What changed between two graphs: said in words, as a table and as JSON; a fall in numbers is a warning."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from lgq_graph.analyse import Change, Comparison, compare
from lgq_graph.cli import app
from lgq_graph.errors import UsageError
from lgq_graph.library import build, open_graph

from ..conftest import EXAMPLES

TEXT = (EXAMPLES / "tampere-2022.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Comparison]:
    """The comparison of the example with the same after one stretch of it was replaced."""
    folder = tmp_path_factory.mktemp("changes")
    plain = build([EXAMPLES / "tampere-2022.txt"], check=False)

    def compared(old: str, new: str) -> Comparison:
        assert old in TEXT
        file = folder / "tampere-2022.txt"
        file.write_text(TEXT.replace(old, new), encoding="utf-8")
        return compare(plain.query, build([file], check=False).query)

    return compared


def of(found: Comparison, what: str) -> list[tuple[str, str, str, str]]:
    return [(c.how, c.thing, c.before, c.after) for c in found.changes if c.what == what]


def test_nothing_changes_by_itself(changed: Callable[[str, str], Comparison]) -> None:
    """Two builds of one text are alike."""
    found = changed("Lake Watch", "Lake Watch")
    assert found.changes == ()
    assert "Nothing else changed." in found.text()
    assert found.before == found.after


def test_a_goal_that_changes(changed: Callable[[str, str], Comparison]) -> None:
    """One gone, one added; the answer is the same but for a word."""
    found = changed("supports target 6.3", "supports target 14.1")
    assert of(found, "goal") == [
        ("added", "Lake Watch → SDG 14.1", "", "current, stated"),
        ("gone", "Lake Watch → SDG 6.3", "current, stated", ""),
    ]


def test_a_number_that_changes(changed: Callable[[str, str], Comparison]) -> None:
    """What was and what is."""
    found = changed("5.3 million loans", "6.1 million loans")
    assert [(how, before, after) for how, _, before, after in of(found, "number")] == [
        ("changed", "5300000 count (2021)", "6100000 count (2021)")
    ]


def test_a_thing_that_is_new_and_one_that_is_gone(changed: Callable[[str, str], Comparison]) -> None:
    """By name; its link goes with it."""
    found = changed("• Lake Watch – bathing water", "• Snow Plough Radar – bathing water")
    assert ("added", "Snow Plough Radar", "", "initiative") in of(found, "entity")
    assert ("gone", "Lake Watch", "initiative", "") in of(found, "entity")


def test_a_thing_with_another_name_is_renamed(changed: Callable[[str, str], Comparison]) -> None:
    """Spelt nearly alike and of one kind: one line, and no thing is gone or new."""
    found = changed("Building Permit Desk", "Building Permits Desk")
    assert of(found, "entity") == [
        ("renamed", "Building Permits Desk", "Building Permit Desk", "Building Permits Desk")
    ]


def test_an_answer_in_other_words(changed: Callable[[str, str], Comparison]) -> None:
    """Told with its beginning."""
    ((how, thing, before, after),) = of(changed("Yes. About 4.1% of the operating budget of the city was spent on digital services in 2022, that is EUR 78.5 million.", "None is set apart."), "answer")  # fmt: skip
    assert (how, thing) == ("reworded", "question 22")
    assert (before[:9], after[:8]) == ("Yes. Abou", "None is ")


def test_a_city_that_is_new() -> None:
    """One line, not one for all that it has."""
    with build([EXAMPLES / "tampere-2022.txt"], check=False) as one, build([EXAMPLES], check=False) as two:
        found = compare(one.query, two.query)
    assert found.changes == (Change("Medellín", "response", "added", "Medellín"),)
    assert found.falls(10) == ()


def test_a_fall_is_told_beyond_the_limit() -> None:
    """By how much: 100 to 89 is more than 10 percent, 100 to 90 is not."""
    assert Comparison((), {"goal": 100}, {"goal": 89}).falls(10) == ("goals: 100 before, 89 now",)
    assert Comparison((), {"goal": 100}, {"goal": 90}).falls(10) == ()
    assert Comparison((), {"entity": 1}, {}).falls(10) == ("entities: 1 before, 0 now",)


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """A store of one example, and one of both."""
    folder = tmp_path_factory.mktemp("stores")
    build([EXAMPLES / "tampere-2022.txt"], check=False, store=folder / "one").store.close()
    build([EXAMPLES], check=False, store=folder / "both").store.close()
    return str(folder / "one"), str(folder / "both")


def test_on_the_command_line(stores: tuple[str, str]) -> None:
    """Exit code 0 when nothing falls, 1 with a warning when something does; Markdown, JSON and CSV."""
    one, both = stores
    up = CliRunner().invoke(app, ["diff", one, both])
    assert (up.exit_code, "response added: Medellín" in up.stdout) == (0, True)
    down = CliRunner().invoke(app, ["diff", both, one, "--format", "json"])
    assert down.exit_code == 1
    assert json.loads(down.stdout)["counts"]["answer"] == {"before": 88, "after": 44}
    assert "warning: fewer answers: 88 before, 44 now" in down.stderr
    alone = CliRunner().invoke(app, ["diff", f"{both}#fi-tampere/2022", one, "--format", "csv"])
    assert (alone.exit_code, alone.stdout.splitlines()) == (0, ["city,what,how,thing,before,after,question"])


def test_a_response_that_a_store_does_not_hold(stores: tuple[str, str]) -> None:
    """The error says what it holds."""
    with pytest.raises(UsageError) as error:
        open_graph(f"{stores[0]}#fi-tampere/2024")
    assert f"{stores[0]}#fi-tampere/2022" in error.value.hint


def test_a_response_alone_is_the_whole_of_it(stores: tuple[str, str]) -> None:
    """The same tables as a store of its own."""
    with open_graph(f"{stores[1]}#fi-tampere/2022") as alone, open_graph(stores[0]) as one:
        for name in ("entities", "answers", "sdg-alignments", "observations"):
            assert alone.query(name) == one.query(name)
        assert Path(stores[0]).is_dir()
