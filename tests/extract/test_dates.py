"""Dates as people write them."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgq_graph.extract.dates import find_dates, parse_date

from ..timing import assert_linear

DAY = "2023-05-30"


@pytest.mark.parametrize(
    "written",
    [
        "30/05/2023",
        "5/30/2023",
        "2023-05-30",
        "30 May 2023",
        "May 30, 2023",
        "30.05.2023",
        "30. 5. 2023",
        "30-May-23",
        "5/30/2023 2:15:00 PM",
        "2023-05-30T14:15:00Z",
        "2023-05-30 00:00:00",
        "Tuesday, 30th of May, 2023",
        "20230530",
        "30/5/23",
        "30-05-2023",
        "2023/5/30",
        "30 / 05 / 2023",
        "30/05/2023 (dd/mm/yyyy)",
        "Date: 30 MAY 2023.",
        "30 de mayo de 2023",
        "le 30 mai 2023",
        "30 de maio de 2023",
        "30. Mai 2023",
        "30 maggio 2023",
        "30 мая 2023 г.",
        "30 maja 2023 r.",
        "30 Mayıs 2023",
        "30 mai 2023",
        "30 Mei 2023",
        "30. května 2023",
        "2023年5月30日",
        "٣٠/٠٥/٢٠٢٣",
    ],
)
def test_one_day_in_many_forms(written: str) -> None:
    """Every usual way to write a day gives the same ISO date, whoever's custom is asked for."""
    assert parse_date(written) == parse_date(written, month_first=True) == DAY


def test_numbers_alone_are_day_first_unless_told() -> None:
    """An ambiguous date is read day first; the custom of the country turns slashes round, and never dots."""
    assert parse_date("05/06/2023") == "2023-06-05"
    assert parse_date("05/06/2023", month_first=True) == "2023-05-06"
    assert parse_date("09.08.2011", month_first=True) == "2011-08-09"


@pytest.mark.parametrize(
    "written",
    [
        "",
        "n/a",
        "31/02/2023",
        "30/30/2023",
        "29 February 2023",
        "May 2023",
        "2023",
        "9/2/1443",
        "00/05/2023",
        "1 May 2023 or 5 June 2023",
        "10.10.10",
        "version 1.2.2020.4",
        "2023-13-01",
    ],
)
def test_no_day_is_empty(written: str) -> None:
    """Impossible days, months without a day, other calendars, versions and choices give nothing."""
    assert parse_date(written) == ""


def test_dates_in_a_text_with_their_places() -> None:
    """Days, months and years are found in order of place, and each span is the date alone."""
    text = "Decree dated 09.08.2011, amended on July 7, 2015 and in March 2019; in force since 2020."
    assert [(found.span.of(text), found.iso) for found in find_dates(text)] == [
        ("09.08.2011", "2011-08-09"),
        ("July 7, 2015", "2015-07-07"),
        ("March 2019", "2019-03"),
        ("2020", "2020"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2023 users",
        "call 12-10-2020-11",
        "https://example.org/2019/05/03/news",
        "you may 2019",
        "in 2022/2023",
        "10.10.10.10",
        "version 1. 2. 22",
        "room 12 many 2019",
        "since 20201",
    ],
)
def test_what_only_looks_like_a_date(text: str) -> None:
    """Counts, phone numbers, paths, verbs and ranges are no dates."""
    assert find_dates(text) == ()


def test_a_miss_does_not_hide_the_date_behind_it() -> None:
    """A word and a number before a date do not swallow it."""
    assert [found.iso for found in find_dates("Act 2 May 2019")] == ["2019-05-02"]
    assert [found.iso for found in find_dates("Law 1712 of 2014")] == ["2014"]


@given(st.dates(min_value=date(1700, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    """Any real day, written in ISO, in words or day first with dots, is read back."""
    for form in ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%d.%m.%Y"):
        assert parse_date(day.strftime(form)) == day.isoformat()


@given(st.text(alphabet="0123456789/.- MayofJune,\n", max_size=80))
def test_spans_are_in_order_and_apart(text: str) -> None:
    """No two dates share a character, and they come in order."""
    spans = [found.span for found in find_dates(text)]
    assert all(one.end <= two.start for one, two in itertools.pairwise(spans))


@pytest.mark.parametrize("piece", ["12 ", "May ", "1/", "in ", "12 may ", "2020-", " "])
def test_hostile_text_takes_linear_time(piece: str) -> None:
    """Half dates, and half dates again."""
    assert_linear(find_dates, piece, 10_000 * len(piece))
