"""Numbers: what is reported, with which bound, unit and period, and what only looks like a number."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgq_graph.extract.numbers import find_numbers, find_periods
from lgq_graph.extract.numerals import find_numerals, read_digits
from lgq_graph.extract.periods import is_event
from lgq_graph.model import Basis, Bound, Mentions, NumberMention, Span, Unit

from ..timing import assert_linear

SHARED = Path(__file__).resolve().parents[3] / "shared"
GOLD = SHARED / "eval" / "gold" / "moscow-2022.json"
RESPONSE = SHARED / "responses" / "moscow-2022.txt"


def only(text: str) -> NumberMention:
    """The one number of a text."""
    (found,) = find_numbers(text)
    return found


def brief(text: str) -> list[tuple[str, str]]:
    """Values and bounds, in order."""
    return [(str(n.value), n.bound.value) for n in find_numbers(text)]


def values(text: str, round_year: int | None = None) -> list[str]:
    return [str(n.value) for n in find_numbers(text, round_year=round_year)]


@pytest.mark.parametrize(
    ("token", "value"),
    [
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("1 234 567", "1234567"),
        ("1\u00a0234\u00a0567", "1234567"),
        ("1\u202f234", "1234"),
        ("1'234'567", "1234567"),
        ("12,34,567", "1234567"),
        ("12,5", "12.5"),
        ("0.125", "0.125"),
        ("1.234,56", "1234.56"),
        ("1,234.56", "1234.56"),
        ("1.234", "1234"),
        ("250", "250"),
    ],
)
def test_digit_groups_of_every_custom(token: str, value: str) -> None:
    """English, continental, Swiss and Indian groupings read the same number."""
    assert read_digits(token) == Decimal(value)


@pytest.mark.parametrize("token", ["09.08.2011", "1.2.3", "192.168.0.1", "1,2,3", "12.34.567", "1,23,4"])
def test_dotted_codes_are_no_digits(token: str) -> None:
    """Dates, versions and addresses have no value."""
    assert read_digits(token) is None


def test_a_group_of_three_is_a_fraction_before_a_scale_word() -> None:
    """1.234 million is no thousand millions."""
    assert read_digits("1.234", fraction=True) == Decimal("1.234")


@pytest.mark.parametrize("token, value", [("1.163,7", "1163.7"), ("1,163.7", "1163.7"), ("1.234,56", "1234.56"), ("12.345", "12.345"), ("1.234.567", "1234567")])  # fmt: skip
def test_groups_and_a_fraction_before_a_scale(token: str, value: str) -> None:
    """A group with a fraction behind it is a group: "1.163,7 million"."""
    assert read_digits(token, fraction=True) == Decimal(value)


@given(st.from_regex(r"[0-9]{1,4}([.,'’ ][0-9]{1,4}){0,4}", fullmatch=True), st.booleans())
def test_any_digits_are_a_number_or_none(token: str, fraction: bool) -> None:
    """However they are grouped."""
    value = read_digits(token, fraction)
    assert value is None or value.is_finite()
    assert values("It has 1.234 users and 1.234 million visits.") == ["1234", "1234000"]
    assert values("It has 1.234 millones visits and 12.000 million views.") == ["1234000000", "12000000000"]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("193.7 million", "193700000"),
        ("1,2 Mio", "1200000"),
        ("2 bn", "2000000000"),
        ("3.5k", "3500"),
        ("25 lakh", "2500000"),
        ("3.5 crore", "35000000"),
        ("444 thousand", "444000"),
        ("eighty-five", "85"),
        ("one hundred and fifty", "150"),
        ("two thousand five hundred", "2500"),
        ("1 million 200 thousand", "1200000"),
        ("half a million", "500000"),
        ("two (2)", "2"),
        ("12 (twelve)", "12"),
        ("five hundred thousand", "500000"),
        ("4.5M", "4500000"),
        ("2,5 milhões", "2500000"),
    ],
)
def test_scale_words_and_written_numbers(words: str, value: str) -> None:
    """Every scale word and spelling gives one value, and the span covers all of it."""
    (numeral,) = find_numerals(f"about {words} users")
    assert (numeral.value, f"about {words} users"[numeral.start : numeral.end]) == (Decimal(value), words)


def test_a_scale_word_of_two_meanings_is_no_number() -> None:
    """“mil” is a thousand in Spanish and a million in Turkish usage: unknown beats a guess."""
    assert values("The portal has 5 mil users.") == []


@pytest.mark.parametrize(
    ("text", "bound", "value"),
    [
        ("more than 193.7 million requests", Bound.MORE_THAN, 193_700_000),
        ("over 4.5 million users", Bound.MORE_THAN, 4_500_000),
        ("visits exceeded 12 thousand people", Bound.MORE_THAN, 12_000),
        ("in excess of 300 kiosks", Bound.MORE_THAN, 300),
        ("upwards of 300 kiosks", Bound.MORE_THAN, 300),
        ("at least 50 schools", Bound.AT_LEAST, 50),
        ("no less than 3 ministries", Bound.AT_LEAST, 3),
        ("no fewer than five portals", Bound.AT_LEAST, 5),
        ("a minimum of 2 documents", Bound.AT_LEAST, 2),
        ("1500+ services", Bound.AT_LEAST, 1500),
        ("20K+ users", Bound.AT_LEAST, 20_000),
        ("300 or more sensors", Bound.AT_LEAST, 300),
        ("up to 15,000 users", Bound.AT_MOST, 15_000),
        ("not more than 5 forms", Bound.AT_MOST, 5),
        ("a maximum of 3 attempts", Bound.AT_MOST, 3),
        ("less than 200 complaints", Bound.LESS_THAN, 200),
        ("under 200 complaints", Bound.LESS_THAN, 200),
        ("fewer than 200 complaints", Bound.LESS_THAN, 200),
        ("nearly 2,000 officials", Bound.ABOUT, 2000),
        ("approximately 300 forms", Bound.ABOUT, 300),
        ("some 300 forms", Bound.ABOUT, 300),
        ("ca. 300 forms", Bound.ABOUT, 300),
        ("around three hundred services", Bound.ABOUT, 300),
        ("~300 e-services", Bound.ABOUT, 300),
        ("≈ 45 forms", Bound.ABOUT, 45),
        ("almost 80 offices", Bound.ABOUT, 80),
        ("exactly 3 data centres", Bound.EXACT, 3),
        ("a total of 14 portals", Bound.EXACT, 14),
        ("as many as 12,000 people", Bound.UNSPECIFIED, 12_000),
        ("320 e-services", Bound.UNSPECIFIED, 320),
    ],
)
def test_bounds(text: str, bound: Bound, value: int) -> None:
    """Each wording limits the number its way; the span begins with the bound's words or the number."""
    found = only(f"Last time {text} were counted.")
    assert (found.bound, found.value, found.unit) == (bound, value, Unit.COUNT)
    assert text.endswith(found.span.of(f"Last time {text} were counted."))


@pytest.mark.parametrize(
    "text",
    [
        "It gives information about 300 services.",
        "It is grouped under 300 services.",
        "They are spread over 300 stops.",
    ],
)
def test_prepositions_that_are_no_bound(text: str) -> None:
    """“about” and “under” after such words do not limit the number."""
    assert only(text).bound is Bound.UNSPECIFIED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The users exceeded 3.2 million residents and 210 thousand firms.",
            [("3200000", "more-than"), ("210000", "more-than")],
        ),
        (
            "More than 40 thousand lamps, 3.5 thousand detectors and 2.5 thousand cameras are linked.",
            [("40000", "more-than"), ("3500", "more-than"), ("2500", "more-than")],
        ),
        (
            "The site had over 500 million visits, the portal was seen by 111.9 million people.",
            [("500000000", "more-than"), ("111900000", "unspecified")],
        ),
        (
            "Over 53 thousand customers from 39 regions took part.",
            [("53000", "more-than"), ("39", "unspecified")],
        ),
        ("It has over 500 services and 3 portals.", [("500", "more-than"), ("3", "unspecified")]),
        ("It has 500+ services and 40 portals.", [("500", "at-least"), ("40", "unspecified")]),
    ],
)
def test_a_bound_governs_its_enumeration(text: str, expected: list[tuple[str, str]]) -> None:
    """A bound opens a row of round numbers; it does not reach past a verb or preposition, nor to the odd small number."""
    assert brief(text) == expected


@pytest.mark.parametrize(
    ("text", "value", "bound"),
    [
        ("The share is 12,5 % of all forms.", "12.5", Bound.UNSPECIFIED),
        ("85 per cent of residents use it.", "85", Bound.UNSPECIFIED),
        ("Eighty-five percent of users agree.", "85", Bound.UNSPECIFIED),
        ("It is 85 pct of users.", "85", Bound.UNSPECIFIED),
        (">90% of payments are cashless.", "90", Bound.MORE_THAN),
        ("≥ 90% of the schools are linked.", "90", Bound.AT_LEAST),
        ("90%+ of services are online.", "90", Bound.AT_LEAST),
        ("Services online: 85%", "85", Bound.UNSPECIFIED),
        ("Half of the services are online.", "50", Bound.ABOUT),
        ("More than half of residents use it.", "50", Bound.MORE_THAN),
        ("Two thirds of citizens agree.", "66.7", Bound.ABOUT),
        ("A third of the firms agree.", "33.3", Bound.ABOUT),
    ],
)
def test_percentages(text: str, value: str, bound: Bound) -> None:
    """Signs, words and plain fractions are shares."""
    found = only(text)
    assert (found.unit, found.value, found.bound) == (Unit.PERCENT, Decimal(value), bound)


@pytest.mark.parametrize(
    "text",
    [
        "Half of the year is over.",
        "In the first half of 2022 little changed.",
        "It took a quarter of an hour.",
        "The second half of the month was quiet.",
    ],
)
def test_parts_of_time_are_no_shares(text: str) -> None:
    """Half a year is no percentage."""
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Between 60 and 70 percent of forms are online.", [("60", "at-least"), ("70", "at-most")]),
        ("60-70% of forms are online.", [("60", "at-least"), ("70", "at-most")]),
        ("60 to 70 per cent of forms are online.", [("60", "at-least"), ("70", "at-most")]),
        ("It serves 3–5 million users.", [("3000000", "at-least"), ("5000000", "at-most")]),
        ("It rose from 10% to 20%.", [("10", "unspecified"), ("20", "unspecified")]),
        ("It grew from 300 to 450 services.", [("300", "unspecified"), ("450", "unspecified")]),
    ],
)
def test_ranges_and_changes(text: str, expected: list[tuple[str, str]]) -> None:
    """A range has two bounds; a change has two plain values."""
    assert brief(text) == expected


def test_a_range_quotes_all_its_words() -> None:
    """Both numbers of a range carry the whole expression."""
    text = "We serve between 1,000 and 1,500 users a day."
    assert {(n.span.of(text), n.per) for n in find_numbers(text)} == {
        ("between 1,000 and 1,500 users", "day")
    }


@pytest.mark.parametrize(
    ("text", "value", "top"),
    [
        ("Satisfaction stood at 4.6 on a 5-point scale.", "4.6", "5"),
        ("Users rated the app 4.6 out of 5.", "4.6", "5"),
        ("The rating is 4.6/5.", "4.6", "5"),
        ("The average satisfaction was 8.2 out of 10.", "8.2", "10"),
        ("The average score was 4.4.", "4.4", None),
        ("On a scale from 1 to 10, citizens rated services 7.8.", "7.8", "10"),
        ("Satisfaction rate of 4.2 on a scale of 1 to 5.", "4.2", "5"),
        ("The NPS is 45.", "45", None),
        ("The website scored 72/100 on accessibility.", "72", "100"),
        ("The app has a 4.5 rating.", "4.5", None),
        ("The service index reached 78.5 points.", "78.5", None),
        ("Service quality (average score: 3,9 on a five-point scale)", "3.9", "5"),
    ],
)
def test_scores(text: str, value: str, top: str | None) -> None:
    """A mark has its scale when that is told, and the scale's own numbers are no values."""
    found = only(text)
    assert (found.unit, found.value, found.scale_max) == (
        Unit.SCORE,
        Decimal(value),
        Decimal(top) if top else None,
    )


@pytest.mark.parametrize(
    "text",
    [
        "8 out of 10 residents are happy.",
        "One in three residents agrees.",
        "It was used by 1 in 4 residents.",
        "It ranked 45 out of 193.",
    ],
)
def test_ratios_and_ranks_are_no_scores(text: str) -> None:
    """A ratio of people and a place in a ranking are not reported."""
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("The budget is € 12.5 million.", "12500000", "EUR"),
        ("USD 3 million was spent.", "3000000", "USD"),
        ("An investment of US$ 2.5 million.", "2500000", "USD"),
        ("250 million Kenyan shillings were spent.", "250000000", "KES"),
        ("KSh350m was paid.", "350000000", "KES"),
        ("₹50 crore was allocated.", "500000000", "INR"),
        ("The R50 million plan.", "50000000", "ZAR"),
        ("It cost R$ 12,5 milhões.", "12500000", "BRL"),
        ("2,5 Mio. Euro were invested.", "2500000", "EUR"),
        ("An amount of 25 million JOD.", "25000000", "JOD"),
        ("It cost EUR12.5m.", "12500000", "EUR"),
        ("The allocation was COP 12.000 millones.", "12000000000", "COP"),
        ("A grant of 5 million Chilean pesos.", "5000000", "CLP"),
    ],
)
def test_money(text: str, value: str, currency: str) -> None:
    """Signs, codes and names before or after the amount give its ISO 4217 code."""
    found = only(text)
    assert (found.unit, found.value, found.currency) == (Unit.CURRENCY, Decimal(value), currency)


@pytest.mark.parametrize(
    "text",
    [
        "An investment of $1.2bn.",
        "Rs. 1,845 crore was collected.",
        "It cost 5 million dollars.",
        "It cost 5 million pesos.",
    ],
)
def test_a_sign_of_several_currencies_has_no_code(text: str) -> None:
    """The dollar sign may be a peso, the rupee five currencies: the amount is told, the code is not guessed."""
    found = only(text)
    assert (found.unit, found.currency) == (Unit.CURRENCY, "")


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("There were 657 million requests for services, and so on.", "requests for services"),
        ("It has 290 thousand registered suppliers from 86.", "registered suppliers"),
        ("The share is 3.8% of the total budget, as told.", "of the total budget"),
        ("It runs 70 hotlines for citizens, firms and others.", "hotlines for citizens"),
        ("It has 200 routes and quizzes on offer.", "routes and quizzes"),
        ("53 state and municipal customers took part.", "state and municipal customers"),
        ("It trained 320 ICT staff.", "ICT staff"),
        ("Users log in in 10 different ways.", "different ways"),
        ("It has 300 users who pay.", "users"),
        ("It has 300 users registered in 12.", "users"),
        ("It serves 300 users and receives the rest.", "users"),
        ("Number of registered users: 1,234", "registered users"),
        ("The number of e-services is 412.", "e-services"),
        ("The average score was 4.4.", "average score"),
        ("Satisfaction rate: 87.4%", "Satisfaction rate"),
        ("The budget amounts to EUR 3 million.", "budget"),
        ("The city has spent EUR 3 million.", "spent"),
        ("70 %", "share"),
        ("It opened 14 one-stop shops.", "one-stop shops"),
        ("There are 15 WhatsApp channels (new).", "WhatsApp channels"),
    ],
)
def test_indicators(text: str, indicator: str) -> None:
    """The words of what is counted: a noun phrase, cut at verbs, marks and brackets."""
    assert only(text).indicator == indicator


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("It handles 5 million calls from residents per month.", "month"),
        ("Every hour residents got 75 thousand services.", "hour"),
        ("It gets 300 calls a day.", "day"),
        ("It logs 4 million visits annually.", "year"),
        ("It has 120 daily visitors.", "day"),
        ("It has 3 million monthly active users.", "month"),
        ("Monthly average visits: 350,000.", "month"),
        ("It pays EUR 3 million per annum.", "year"),
        ("It opened 300 offices a year later.", ""),
        ("It has 300 users, of a city that grows every year.", ""),
    ],
)
def test_per(text: str, per: str) -> None:
    """The time a number is told per, before or after it, in its own clause."""
    assert only(text).per == per


def test_per_belongs_to_one_number() -> None:
    """“each month” of one number is not the next one's."""
    found = find_numbers("It averages 3.5 million views each month and 70% of visits come from phones.")
    assert [n.per for n in found] == ["month", ""]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("In 2022 the portal had 300 users.", "2022"),
        ("As of December 2022, there were 300 users.", "2022"),
        ("At the end of 2022 it had 300 users.", "2022"),
        ("By the end of 2022, over 300 users joined.", "2022"),
        ("In the first half of 2022 it had 300 users.", "2022"),
        ("It had 300 users in FY 2022/23.", "2022-2023"),
        ("It had 300 users in fiscal year 2021-22.", "2021-2022"),
        ("It had 300 users (2021).", "2021"),
        ("As of 31.03.2023 it had 300 users.", "2023"),
        ("Between 2019 and 2021 it had 300 users.", "2019-2021"),
        ("The 2021 survey had 300 respondents.", "2021"),
        ("During January-June 2022, 300 users joined.", "2022"),
        ("Budget 2022: USD 4.5 million", "2022"),
        ("Since 2019, more than 300 users joined.", ""),
        ("Since its launch in 2016 it has had 300 downloads.", ""),
        ("The portal, launched in 2015, has 300 users.", ""),
        ("25 services were launched in 2020.", "2020"),
        ("It has 300 users, more than in 2020.", ""),
        ("The Law No. 45 of 2019 covers 300 bodies.", ""),
        ("Decree 7 dated 9 August 2011 lists 300 bodies.", ""),
    ],
)
def test_periods(text: str, period: str) -> None:
    """The year a sentence reports for; not a law's, a launch's, a comparison's or a beginning's."""
    found = only(text)
    assert found.period == period
    assert (found.period_span is None) == (period == "")
    assert not period or period[:4] in found.period_span.of(text)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("In 2021 the mean score was 4.4, and by 2022 it had grown to 4.6.", ["2021", "2022"]),
        ("It rose from 10% in 2019 to 20% in 2021.", ["2019", "2021"]),
        ("Satisfaction: 4,3 out of 5 (2021), 4,5 out of 5 (2022).", ["2021", "2022"]),
        ("We trained 900 people in 2021 and 950 in 2022.", ["2021", "2022"]),
        ("Users grew from 1.2 million people in 2020 to 2.5 million in 2022.", ["2020", "2022"]),
        ("350 proposals, 678 votes and 12 projects in 2021.", ["2021"] * 3),
    ],
)
def test_each_value_has_its_own_year(text: str, periods: list[str]) -> None:
    """Two years in one sentence date the numbers they stand by; one year dates all."""
    assert [n.period for n in find_numbers(text)] == periods


REFERRING = [
    ("In 2022 residents decided how to spend EUR 500,000, and 14,312 of them voted.", ["spend 500000 2022", "residents 14312 2022"]),
    ("The portal has 50,000 users; 14,312 of them are active.", ["users 50000", "users 14312"]),
    ("Of 60,000 residents, 14,312 voted.", ["residents 60000", "residents 14312"]),
    ("We got 20,000 forms in 2022. 14,312 of these were handled.", ["forms 20000 2022", "forms 14312 2022"]),
    ("The portal lists 300 services, 120 of which are fully digital.", ["services 300", "services 120"]),
    ("20.4 million visits were recorded in 2022, up from 18.9 million in 2021.", ["visits 20400000 2022", "visits 18900000 2021"]),
    ("It carried 14.6 million passengers in 2022, compared with 4.1 million in 2021.", ["passengers 14600000 2022", "passengers 4100000 2021"]),
    ("It had 1.2 million visits in 2022 (2021: 0.9 million).", ["visits 1200000 2022", "visits 900000 2021"]),
    ("It had 1.2 million visits in 2022 (0.9 million in 2021).", ["visits 1200000 2022", "visits 900000 2021"]),
    ("It had 1.2 million visits in 2022, against 900,000 the year before.", ["visits 1200000 2022", "visits 900000"]),
    ("It had 1.2 million visits in 2022, down from 1.5 million a year earlier.", ["visits 1200000 2022", "visits 1500000"]),
    ("It had 1.2 million visits, an increase from 900,000 in 2021.", ["visits 1200000", "visits 900000 2021"]),
    ("We got 18,400 reports in 2022; in 2021 there were 9,700.", ["reports 18400 2022", "reports 9700 2021"]),
    ("There were 320 services, up from 250.", ["services 320", "services 250"]),
    ("The number of visits reached 20.4 million versus 18.9 million in 2021.", ["visits 20400000", "visits 18900000 2021"]),
    ("The budget was EUR 78.5 million in 2022, up from 70 million in 2021.", ["budget 78500000 2022", "budget 70000000 2021"]),
    ("It had 3,200 users in 2022, nearly double the 1,700 of 2020.", ["users 3200 2022", "users 1700 2020"]),
    ("Downloads: 45,000 (2021: 30,000).", ["Downloads 45000", "Downloads 30000 2021"]),
    ("57% of services are online, up from 41% in 2019.", ["of services 57", "of services 41 2019"]),
    ("Users grew from 10,000 to 15,000.", ["Users 10000", "Users 15000"]),
    ("The number of users increased from 100,000 to 250,000.", ["users 100000", "users 250000"]),
    ("It had 300 users in the year 2022.", ["users 300 2022"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), REFERRING)
def test_numbers_that_refer_back_or_compare(text: str, told: list[str]) -> None:
    """A bare number counts what it is a part of or compared with, and each has its own year or none."""
    assert [f"{n.indicator} {n.value} {n.period}".strip() for n in find_numbers(text)] == told


@pytest.mark.parametrize(
    "text",
    [
        "Some 14,312 of these were handled.",
        "All 12 of them are open.",
        "Two of them are apps.",
        "Prices rose from 10 to 15.",
        "Line 4 was opened, up from 3.",
    ],
)
def test_what_refers_to_nothing_counts_nothing(text: str) -> None:
    """Without things that are counted before it, such a number is none."""
    assert find_numbers(text) == ()


def test_a_period_passes_to_the_next_sentence() -> None:
    """The sentence after continues the report, as an inference with the words it comes from."""
    text = "In 2022 we had 300 users. They filed 45 forms. We opened 12 offices."
    found = find_numbers(text)
    assert [(n.period, n.period_basis) for n in found] == [
        ("2022", Basis.STATED),
        ("2022", Basis.INFERRED),
        ("2022", Basis.INFERRED),
    ]
    assert {n.period_span.of(text) for n in found if n.period_span} == {"In 2022"}


@pytest.mark.parametrize(
    "text",
    [
        "In 2020 there were 12 portals.\nThe app has 300 users.",
        "1. In 2021 we had 40 kiosks. 2. The app has 300 users.",
        "In 2021 we had 40 kiosks. People liked that. The app has 300 users.",
    ],
)
def test_a_period_stays_in_its_report(text: str) -> None:
    """It passes no paragraph, list item or sentence without numbers."""
    assert [n.period for n in find_numbers(text)][1:] == [""]


def test_a_budget_law_dates_the_budget() -> None:
    """The year in the title of a budget law is taken, as an inference, though the title is claimed."""
    text = 'It is 3.8% of the budget, approved by the law "On the budget of Exampleton for 2023 and 2024".'
    assert (only(text).period, only(text).period_basis) == ("2023", Basis.INFERRED)


@pytest.mark.parametrize(
    "text",
    [
        "Call 311 or Service 112 or hotline 1500 or +254 20 123 4567 for help. Dial 1777.",
        "The hotline works 24 hours a day, 7 days a week, 24/7, 365 days a year.",
        "Act 25.326, No. 52, ISO 27001, GDPR 2016/679, Law 1581 of 2012 and Decree 1078.",
        "WCAG 2.1, 5G network, version 4.0, Web 2.0 tools, Industry 4.0 solutions, IPv6, Windows 10 computers.",
        "SDG 11, target 11.2, Agenda 2030, the 17 SDGs, goals 3, 4 and 11 of the plan.",
        "The 17 Sustainable Development Goals and 169 targets.",
        'C40 cities, Vision 2030, "Smart City 2025 projects" and COVID-19 cases.',
        "The office is at 12 Main Street, 00100 Nairobi, 5th floor, since the 21st century.",
        "See question 12 and point 5 above, table 3 figures and annex 2 forms.",
        "One vehicle is allowed, one of the portals is a single point.",
        "It was adopted on 12 March 2022, at 10:30 hours, 09.08.2011.",
        "1. Portal\n2) App\n3. Chatbot",
        "Examples of services: 1. Portal of forms. 2. App.",
        "For the past 5 years, over 10 years and in the next 3 years.",
        "Children under three years old and people aged 60.",
        "Both apps and the two portals are of two types.",
        "Room 12, building 5, line 2 stations, top 10 cities, phase 2 projects, R5 routes.",
        "Dozens of apps, hundreds of users, several thousand people.",
        "It serves them. There are 300.",
        "Population density 12/34 and ratio 1:4, part 3-B, item 5a.",
        "The first 100 days and the last 12 months, every 15 minutes.",
        "4K cameras, 3D models, G20 countries, CO2 levels.",
        "The prize was twice as big, 3 times more.",
        "Resolution No. 12/2020, loan 8834-MA, TLS 1.3, ISO/IEC 27001:2013.",
    ],
)
def test_what_is_no_measure(text: str) -> None:
    """Codes, labels, dates, hours, versions, goals, names, idiom and bare numbers are not reported."""
    assert find_numbers(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The city runs two mobile apps and three portals.", ["2", "3"]),
        ("Twelve (12) offices opened.", ["12"]),
        ("The answer comes within 30 days.", ["30"]),
        ("Permits are issued in 3 working days.", ["3"]),
        ("It fell from 45 minutes to 10 minutes.", ["45", "10"]),
        ("It offers 320 services, of which 210 are online.", ["320", "210"]),
        ("Of the 320 services, 210 are online.", ["320", "210"]),
        ("45 of our 60 services can be paid online.", ["45", "60"]),
        ("Registered users:15,000", ["15000"]),
        ("Total visits - 45,000.", ["45000"]),
        ("About 2000 officials were trained in 2021.", ["2000"]),
        ("In 2022 400 services were used.", ["400"]),
        ("In Santiago 52 municipalities form the region.", ["52"]),
        ("Facebook: 125,000 followers; YouTube (12,000 subscribers).", ["125000", "12000"]),
        (
            "We have 300,000 followers on Facebook, 50,000 on Twitter and 20,000 on Instagram.",
            ["300000", "50000", "20000"],
        ),
        ("- 12 portals\n- over 300 services", ["12", "300"]),
        ("The population is 8,336,817 (2022).", ["8336817"]),
        ("120 km of fibre and 1,200 km2 of land.", ["120", "1200"]),
        ("Public Wi-Fi (650 hotspots)", ["650"]),
        ("In total 3 Mio. users.", ["3000000"]),
    ],
)
def test_what_is_a_measure(text: str, expected: list[str]) -> None:
    """Counts in the many ways that answers put them."""
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The city plans to open 20 kiosks.",
        "By 2030 100% of services will be online.",
        "It aims to train 300 officials.",
        "It is expected to serve 300 users.",
    ],
)
def test_a_plan_is_no_fact(text: str) -> None:
    """What shall be is not reported as what is."""
    assert find_numbers(text) == ()


def test_a_number_due_after_the_round_is_a_plan() -> None:
    """The same “by” is a report for the round's year, and a plan for a later one."""
    assert values("We reached 300 offices by 2022.", round_year=2022) == ["300"]
    assert values("We reach 300 offices by 2026.", round_year=2022) == []


def test_taken_spans_hold_no_number() -> None:
    """A number that meets a claimed span is left out, and only that one."""
    text = "Open 311 portals have 300 users."
    assert [str(n.value) for n in find_numbers(text, [Span(5, 8), Span(6, 12)])] == ["300"]


def test_addresses_hold_no_number() -> None:
    """Digits in a URL or telephone number are no values, claimed or not."""
    assert (
        find_numbers(
            "See https://example.org/link/3676 users and www.example.org/9/services or +1 (555) 123-4567 calls."
        )
        == ()
    )


def test_periods_of_a_text() -> None:
    """The spans hold the words that tell the period, without brackets."""
    text = "At the end of 2022 (and FY 2020/21) it grew (2019). Since 2011 it works. It was launched in 2015."
    assert [(span.of(text), years) for span, years in find_periods(text)] == [
        ("At the end of 2022", "2022"),
        ("FY 2020/21", "2020-2021"),
        ("2019", "2019"),
        ("in 2015", "2015"),
    ]
    assert is_event(text, find_periods(text)[-1][0])


@given(st.text(alphabet="0123456789.,%-–/ ()in ofandto$€km:;\"'\nusersabove", max_size=120))
def test_any_text_is_read(text: str) -> None:
    """Whatever the text, spans are in order, within it, not empty, and hold a value."""
    found = find_numbers(text)
    assert all(
        0 <= n.span.start < n.span.end <= len(text) and n.value.is_finite() and n.indicator for n in found
    )
    assert [n.span.start for n in found] == sorted(n.span.start for n in found)


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "1,",
        "9 million ",
        "more than ",
        "1 ",
        "in 2022 5 users ",
        "one (",
        "goals 3, 4 and ",
        "score of ",
        '"',
        "out of 5 ",
        "60-70% ",
        "9 poll ",
        "12 LED unit ",
        "Facebook (@foo, ",
        "12 mil ",
        "% 5 ",
        "32 % (38 from ",
        "Users | 2021\n",
        "the goal for 2025 is ",
        " ",
    ],
)
def test_time_grows_with_the_text(unit: str) -> None:
    """Hostile repetition costs no more than its length."""
    assert_linear(find_numbers, unit, 4_000)


# --- the real response, when it is at hand ------------------------------------------------------------------------


def answers() -> dict[int, str]:
    """The text under each numbered heading, the headings found in sequence."""
    text, at, starts = RESPONSE.read_text(encoding="utf-8-sig"), 0, []
    for number in range(1, 45):
        match = re.compile(rf"^{number}\. ", re.M).search(text, at)
        assert match, number
        starts.append(match.start())
        at = match.end()
    return {
        n: text[a:b].partition("\n")[2]
        for n, (a, b) in enumerate(zip(starts, [*starts[1:], len(text)], strict=True), 1)
    }


@pytest.mark.skipif(not (GOLD.exists() and RESPONSE.exists()), reason="the real response is not at hand")
def test_the_real_response() -> None:
    """Every annotated number is found with its unit, bound and period, and nothing else."""
    expected, optional = set(), set()
    for told in json.loads(GOLD.read_text(encoding="utf-8"))["observations"]:
        bound = (told["qualifier"] or "unspecified").replace(" ", "-")
        row = (told["question"], Decimal(str(told["value"])), told["unit"], bound, told.get("period") or "")
        (optional if told.get("optional") else expected).add(row)
    found = {
        (q, n.value, n.unit.value, n.bound.value, n.period)
        for q, text in answers().items()
        for n in find_numbers(text, (), 2022)
    }
    assert found - optional == expected


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Electric buses: from 310 in 2020 to 560 in 2022.", [310, 560]),
        ("The passes in use went from 1,400 in 2020 to 2,200 in 2022.", [1400, 2200]),
        ("Portals of the city (96 out of 120).", [96, 120]),
        ("People like it (8 out of 10).", []),
        ("Waiting times: from 20 in 2019 to 12 in 2021.", []),
    ],
)
def test_bare_numbers_count_the_plural_that_leads_them(text: str, values: list[int]) -> None:
    """A dated change and a part of a whole count what the words before them name; idioms and times count nothing."""
    assert [int(found.value) for found in find_numbers(text)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("900 contratos por un importe de 114,6 M€.", [900, 114600000]),
        ("un plazo medio de 18 días", [18]),
        ("se contestan en menos de 3 días hábiles", [3]),
        ("dans un délai moyen de 12 jours", [12]),
        ("en los últimos 30 días", []),
        ("24 horas al día", []),
        ("La nota media fue de 8,1 sobre 10, frente a 7,6 en 2020.", ["8.1", "7.6"]),
        ("71% of forms, that is to say 64 of the 91 listed in it, are online", [71, 64, 91]),
        ("From 240 forms, 180 are online.", [240, 180]),
        ("one of the 30 listed", []),
        ("It was given 4.1 on a scale from 1 to 5.", ["4.1"]),
        ("The index is 77,41 (from 100) with 310 respondents.", ["77.41", 310]),
        ("the index is 3,42 from 5, very good", ["3.42"]),
        ("Visits rose from 100 to 250 a day", [100, 250]),
        ("Five systems stand out.", []),
        ("through three channels, namely letters", []),
        ("The city runs three portals", [3]),
    ],
)
def test_two_numbers_of_one_sentence_and_terms(text: str, values: list[object]) -> None:
    """Parts, comparisons, terms and marks are read with what they are of; what only announces a list is none."""
    assert [found.value for found in find_numbers(text)] == [Decimal(str(value)) for value in values]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("which slowed traffic around 38 schools", Bound.UNSPECIFIED),
        ("trees planted around 45 schools", Bound.UNSPECIFIED),
        ("cameras around 30 parks", Bound.UNSPECIFIED),
        ("The bus serves around 45 schools", Bound.ABOUT),
        ("Around 45 schools take part", Bound.ABOUT),
        ("It reaches around 45 schools", Bound.ABOUT),
    ],
)
def test_around_a_place_is_no_bound(text: str, bound: Bound) -> None:
    """Behind what lies around a place, "around" says where and not how many."""
    (found,) = find_numbers(text)
    assert found.bound is bound


@pytest.mark.parametrize(
    ("text", "code", "value"),
    [("The budget was 19 milyon TL.", "TRY", "19000000"), ("The budget was 1.900 TL.", "TRY", "1900"), ("The budget was TL 1,900.", "TRY", "1900"),
     ("The budget was 19 milyon Türk lirası.", "TRY", "19000000"), ("The budget was KD 1,900.", "KWD", "1900"), ("The budget was N$ 1,900.", "NAD", "1900"),
     ("The budget was 19 million лв.", "BGN", "19000000")],
)  # fmt: skip
def test_currencies_by_their_letters(text: str, code: str, value: str) -> None:
    """What people write for a currency in letters is money and counts nothing."""
    (found,) = find_numbers(text, home="TR")
    assert (found.unit, found.currency, str(found.value)) == (Unit.CURRENCY, code, value)


def told(text: str, home: str = "") -> list[tuple[str, str, str]]:
    """Values, indicators and periods, in order."""
    return [(str(n.value), n.indicator, n.period) for n in find_numbers(text, home=home)]


@pytest.mark.parametrize(
    ("text", "home", "value"),
    [
        ("The app has 310 mil downloads.", "BR", "310000"),
        ("It has 1,2 mil users.", "PT", "1200"),
        ("La aplicación tiene 310 mil descargas y es de la ciudad.", "", "310000"),
        ("It has 15 bin users.", "TR", "15000"),
        ("It has 120 tys. users.", "PL", "120000"),
        ("It has 1,2 juta users.", "ID", "1200000"),
        ("It has 12 mila users.", "IT", "12000"),
        ("It has 2,5 miljoen users.", "NL", "2500000"),
        ("Revenue was 487 M JD.", "", "487000000"),
    ],
)
def test_scale_words_of_other_countries(text: str, home: str, value: str) -> None:
    """A word that only some countries use so counts where they answer, or in their language."""
    assert [str(n.value) for n in find_numbers(text, home=home)] == [value]


@pytest.mark.parametrize("text", ["The app has 310 mil downloads.", "There are 15 bin collection points."])
def test_a_scale_word_is_none_elsewhere(text: str) -> None:
    """Where "mil" may be a million, and a bin is for waste, nothing is read."""
    assert find_numbers(text, home="CZ") == ()
    assert "bin" not in text or find_numbers(text, home="TR") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("%85 of services are online", [("85", "percent")]),
        ("Satisfaction was % 78 in 2021 and %81 in 2022.", [("78", "percent"), ("81", "percent")]),
        ("%60-70 of services", [("60", "percent"), ("70", "percent")]),
        ("Satisfaction: 78 % 81", [("78", "percent")]),
    ],
)
def test_a_percent_sign_before_its_number(text: str, expected: list[tuple[str, str]]) -> None:
    """As in Turkish; a sign that stands behind a number is that number's."""
    assert [(str(n.value), n.unit.value) for n in find_numbers(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("online polls, 9 poll in 2022", ["9"]),
        ("Rescue plan , 28 team", ["28"]),
        ("Air stations: 7 station -- more later", ["7"]),
        ("150,000 LED unit changed", ["150000"]),
        ("my app - taxes - 85.000 download", ["85000"]),
        ("46,215 complaint recieved in 2022", ["46215"]),
        ("which received 9.415 processes, all of them without paper", ["9415"]),
        ("about 66,000 passengers/day | and more", ["66000"]),
        ("50 persons drawn by lot among 2.351 registered, in May", ["50", "2351"]),
        ("Total 117 e-services , only 38 is full electronic", ["117", "38"]),
        ("32 % (38 from 117)", ["32", "38", "117"]),
        ("32 % (38 from 117 services)", ["32", "38", "117"]),
        ("32 % (38 from 2021 on)", ["32"]),
        ("63 % satisfied , sample 1,200 , average 3.4 / 5", ["63", "1200", "3.4"]),
        ("It must be booked with 24 hours' notice.", ["24"]),
        ("$NZ 4.2m was set aside.", ["4200000"]),
        ("The budget is Mio. EUR 38,5.", ["38500000"]),
        ("Users (2020): 1200; Users (2021): 1500", ["1200", "1500"]),
        ("Hotline (2021): 1200; Phone numbers (2021): 5512", []),
    ],
)
def test_counts_as_hurried_hands_write_them(text: str, expected: list[str]) -> None:
    """Nouns in the singular, bare parts of a whole, and what was done with things that go unnamed."""
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Room 12 floor, line 4 station, gate 5 station, zone 3 school.",
        "A 3 star, 360 degree view and 2 factor login.",
        "Hotline 112; Police services: 112; Emergency calls: 911",
        "Horizon 2020 project, Expo 2020 visitor, a 2022 report, Windows 11 user.",
        "WhatsApp 912 345 678; Instagram 2016; Facebook (2012)",
        "Hotlines | Total\nPolice services | 112\nFire | 113",
        "Foo Portal | 2019\nBar Portal | 2020",
        "The goal for 2025 is SDG 11. The goal is to serve 300 users.",
    ],
)
def test_labels_and_numbers_to_call_are_no_counts(text: str) -> None:
    """A singular noun, a table or a network makes no number of a label, a year or a telephone."""
    assert find_numbers(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Facebook (https://facebook.com/foo, 245k); X (@foo, 33K)", ["245000", "33000"]),
        ("Facebook: facebook.com/foo1 (12.345), Instagram: @foo (8,900)", ["12345", "8900"]),
        ("Facebook\tfacebook.com/foo\t1.1M followers\nInstagram\t@foo\t64K", ["1100000", "64000"]),
        ("Instagram (https://instagram.com/foo), with 112k; more than 245k followers", ["112000", "245000"]),
    ],
)
def test_followers_behind_an_address(text: str, expected: list[str]) -> None:
    """A bare number behind a network and its address is of followers."""
    found = find_numbers(text)
    assert [str(n.value) for n in found] == expected
    assert {n.indicator for n in found} == {"followers"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Service | 2021 | 2022\nBuilding permits | 1,200 | 1,530",
            [("1200", "building permits", "2021"), ("1530", "building permits", "2022")],
        ),
        (
            "Year | Users | Visits\n2020 | 1,200 | 30,000",
            [("1200", "users", "2020"), ("30000", "visits", "2020")],
        ),
        (
            "Service\tRequests 2021\tRequests 2022\nTax\t160k\t203k",
            [("160000", "requests", "2021"), ("203000", "requests", "2022")],
        ),
        (
            "Indicator | Value\nUsers | 1,200\nSatisfaction | 85%\nPhone | 12345",
            [("1200", "users", ""), ("85", "satisfaction", "")],
        ),
    ],
)
def test_tables_with_years_and_values_for_headings(text: str, expected: list[tuple[str, str, str]]) -> None:
    """The row says what is counted where the heading is a year or says nothing."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In 2022 62 % of services were online; the goal for 2025 is of 95%.",
            [("62", "of services", "2022"), ("95", "goal", "2025")],
        ),
        ("It stands at 62% (target for 2025: 80%).", [("62", "share", ""), ("80", "target", "2025")]),
        ("The target is to reach 95 % by 2026.", [("95", "target", "2026")]),
        (
            "We expect to receive 21 million euros until 2026.",
            [("21000000", "expect to receive", "2026")],
        ),
    ],
)
def test_a_target_is_named_and_dated_so(text: str, expected: list[tuple[str, str, str]]) -> None:
    """A number of the future is told only as the target of a year, which dates no other."""
    assert told(text) == expected


def test_a_share_that_closes_a_name_is_read() -> None:
    """ "Fare Discount 25 %" is a name with a number of its own."""
    text = "Fare Discount 25 % : automatic"
    assert [str(n.value) for n in find_numbers(text, [Span(0, 18)])] == ["25"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The office opened in May 2020 and 12 schools joined.", ["12 schools"]),
        ("Its four pillars, namely roads and trees, are new.", ["4 pillars"]),
        ("It has three main objectives, and serves two goals.", ["3 main objectives"]),
        ("Wi-Fi is free at nine lorry stations.", ["9 lorry stations"]),
        ("The money is shared between eight city districts.", ["8 city districts"]),
        ("The road between two districts is closed.", []),
        ("Our apps are four: A, B, C and D.", ["4 our apps"]),
        ("Apps of the city are four.", ["4 apps"]),
        ("Data sets of the city: 58", ["58 Data sets of the city"]),
        ("Hours of the office: 58", []),
        ("The report puts deaths at 124 in 2021.", ["124 deaths"]),
        ("The shop closes gates at 17.", []),
        ("whose beneficiaries, some 2,200 in our area, are old", ["2200 beneficiaries"]),
        ("open for hours, about 24 in all, a week", []),
        ("Nineteen of the forty-six services can be begun there.", ["19 services", "46 services"]),
        ("average time of decision 6 days, mean turnaround 28 days", ["6 days", "28 days"]),
        ("closed inside 5 working days", ["5 working days"]),
        ("Below one tenth, we do not count.", ["10 share"]),
        ("Two fifths of forms are digital.", ["40 of forms"]),
        ("The second quarter. In less than a quarter, we moved.", []),
    ],
)
def test_counts_that_stand_in_other_places(text: str, expected: list[str]) -> None:
    """Behind their plural, as its predicate, as a part in words, after a year; and what only looks so."""
    assert [f"{n.value} {n.indicator}" for n in find_numbers(text)] == expected


def test_a_count_that_closes_a_name_is_said_of_it() -> None:
    """A name that took the count behind it leaves it free to be read."""
    text = "Tree Map, 1,200 trees"
    assert [str(n.value) for n in find_numbers(text, [Span(0, len(text))])] == ["1200"]
    assert not find_numbers("Tree Map 2030", [Span(0, 13)])
    assert not find_numbers("Route Map, 12 Oak Street", [Span(0, 24)])


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("The map, first drawn in 2017, lists 315 routes; data come from 155 junctions.", ["", ""]),
        ("The report puts deaths at 124 in 2021; the sticker was issued to 9,700 drivers.", ["2021", ""]),
        ("Parks show 23 spaces; walks show 7,800 reports; the audit is due in 2023.", ["", ""]),
        ("In 2022: 5,000 calls; 6,000 visits.", ["2022", "2022"]),
        ("In 2022, 350 requests were received; 300 requests were answered.", ["2022", "2022"]),
        ("In demand in 2022 were the following: permits, 27,000 requests; rates, 88,000 payments.", ["2022", "2022"]),
        ("350 requests in 2021; of 400 visits all were in 2022.", ["2021", "2022"]),
        ("In 2022 the guide had 6,300 visits. Most used are the office, with 120 users; the shop, with 90 orders in 2022.", ["2022", "2022", "2022"]),
        ("In the 2021 survey 62% were content, against 55% in 2019; 40% were very content.", ["2021", "2019", "2021"]),
    ],
)  # fmt: skip
def test_a_period_stays_in_its_part_of_a_sentence(text: str, periods: list[str]) -> None:
    """A semicolon parts what a year is said of, unless the year opens or heads the whole."""
    assert [n.period for n in find_numbers(text)] == periods


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("No convenience fee is charged above 5 euros.", [("5", "at-most")]),
        ("The share of answers never falls below 90%.", [("90", "at-least")]),
        ("Waiting never lasts over 20 days.", [("20", "at-most")]),
        ("No account is needed for over 500 services.", [("500", "more-than")]),
    ],
)
def test_a_denied_verb_turns_a_bound_round(text: str, bounds: list[tuple[str, str]]) -> None:
    """What never goes above a number is at most that; what is needed for none may be more."""
    assert brief(text) == bounds


@pytest.mark.parametrize(("text", "value", "word", "year"), [
    ("The goal is 90% at the end of 2026.", "90", "goal", "2026"),
    ("The target for the end of 2025 is 85 %.", "85", "target", "2025"),
    ("La meta es 80% para 2025.", "80", "meta", "2025"),
    ("El objetivo para finales de 2025 es llegar al 70 % de los trámites.", "70", "objetivo", "2025"),
    ("A meta até 2025 é 60%.", "60", "meta", "2025"),
    ("L'objectif pour 2026 est de 50 %.", "50", "objectif", "2026"),
    ("Das Ziel für 2025 ist 40 %.", "40", "Ziel", "2025"),
])  # fmt: skip
def test_a_target_is_one_of_its_year_in_other_languages(text: str, value: str, word: str, year: str) -> None:
    """What shall be is told as the target of a year, and never as what is."""
    (found,) = find_numbers(text, [], 2022, "EC")
    assert (str(found.value), found.indicator, str(found.period)) == (value, word, year)


@pytest.mark.parametrize(
    "text",
    ["La meta es 90%.", "Se prevé llegar a 300 kioscos.", "Das Ziel ist 80 %.", "L'objectif est de 70 %."],
)
def test_a_target_without_a_year_is_no_number_of_what_is(text: str) -> None:
    """Nothing says when it shall be."""
    assert find_numbers(text, [], 2022, "EC") == ()


@pytest.mark.parametrize(("text", "value", "unit", "indicator"), [
    ("The mark was 3.9 over 5.", "3.9", "score", "mark"),
    ("Bewertung: 4,3 von 5", "4.3", "score", "Bewertung"),
    ("A survey (n = 1,012) was held.", "1012", "count", "sample"),
    ("We signed 120 contracts for a total of EUR 3 million.", "120", "count", "contracts"),
    ("The town published 1,903 processes for USD 3 million.", "1903", "count", "processes"),
])  # fmt: skip
def test_marks_samples_and_what_things_cost(text: str, value: str, unit: str, indicator: str) -> None:
    """ "Over" before the top of a scale, "n =", and the words for an amount, which are no part of what is counted."""
    first = find_numbers(text, [], 2022, "EC")[0]
    assert (str(first.value), str(first.unit), first.indicator) == (value, unit, indicator)


def test_growth_over_years_is_no_mark() -> None:
    """ "Over 5 years" has no scale."""
    assert find_numbers("It grew by 3 over 5 years.", [], 2022, "EC") == ()


def test_a_sample_names_no_share() -> None:
    """The share behind it is of something else."""
    shares = [
        n.indicator for n in find_numbers("In a survey (n = 1,012), 77% were satisfied.", [], 2022, "EC")
    ]
    assert shares[0] == "sample" and shares[1] != "sample"


def test_marks_in_portuguese_with_their_scale() -> None:
    """The scale behind the year is that of both marks."""
    said = "O balcão faz pesquisa: nota média de 4,1 em 2022 (escala de 1 a 5), contra 3,8 em 2021."
    found = find_numbers(said, [], 2022, "BR")
    assert [(str(n.value), str(n.unit), str(n.scale_max)) for n in found] == [
        ("4.1", "score", "5"),
        ("3.8", "score", "5"),
    ]


def test_figures_of_a_year_are_not_counted() -> None:
    """ "2022 figures" are those of 2022."""
    assert find_numbers("We answer with 2022 figures where we trust them.", [], 2022, "GB") == ()


@pytest.mark.parametrize(("text", "values"), [
    ("There were 187 services, from which 142 are fully online.", ["187", "142"]),
    ("76 % of all services (142 from 187) are online.", ["76", "142", "187"]),
    ("The answer is given during 15 days.", ["15"]),
    ("It took 3 days, now 15 minutes.", ["3", "15"]),
    ("We met during 15 days.", []),
])  # fmt: skip
def test_parts_and_times_in_the_words_of_others(text: str, values: list[str]) -> None:
    """A part that is "from which", a whole behind the words of its share, how long an answer takes."""
    assert [str(n.value) for n in find_numbers(text, [], 2022, "EC")] == values


SHUT = [
    ("In 2022 71 percent were satisfied (2021: 68 percent; 2020: 60 percent), from 1,203 answers.", ["2022", "2021", "2020", "2022"]),
    ("Our survey found 71 percent satisfied with the service (2021: 68 percent), from 1,203 answers.", ["", "2021", ""]),
    ("There were 500 users (2021).", ["2021"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "years"), SHUT)
def test_a_year_that_heads_a_bracket_dates_what_stands_in_it(
    read: Callable[..., Mentions], text: str, years: list[str]
) -> None:
    """ "71 percent (2021: 68 percent)" tells nothing of the year of the first."""
    assert [number.period for number in read(text, 35).numbers] == years


def test_a_number_behind_the_link_of_an_account_is_its_own(read: Callable[..., Mentions]) -> None:
    """Each network of a list has the followers beside it, over its link."""
    found = read("Facebook (https://facebook.com/foo) with 96,000 followers, Instagram https://instagram.com/foo (31,500)", 36)  # fmt: skip
    assert [found.names[n.owner].name for n in found.numbers if n.owner is not None] == ["Facebook", "Instagram"]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "The line is attended on weekdays from 0800 to 1630 hours.",
        "The desk is open 0900-1700 hrs and 0900 to 1300 hours on Saturday.",
        "The counter is open from 8 to 17 hours, the pool closes at 1930 hours.",
        "Open 7.30 to 16.30 hrs, and messages after 1700 hours wait for the morning.",
        "O balcão abre das 0830 às 1700 horas; ouvert de 9 à 18 heures; geöffnet von 8 bis 17 Uhr.",
        "Calls are taken 08.00 - 20.00 hours and from 08h00 to 17h00.",
        "the emergency numbers (997 ambulance, 998 fire, 999 police) are shown",
        "Dial 999 for police or 998 for fire. Call 117 police or 144 ambulance.",
        "Emergency numbers: 191 police, 190 ambulance and 117 fire brigade.",
        "Llame al 123 policía, 132 bomberos o 131 ambulancia.",
        "10111 police, 10177 ambulance",
        "Numéros d'urgence: 15 SAMU, 17 police, 18 pompiers.",
    ],
)
def test_times_of_the_clock_and_numbers_to_call_measure_nothing(text: str) -> None:
    """Opening hours as the military writes them, and the numbers of services of rescue, are no counts."""
    assert find_numbers(text) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The city has 999 police officers and 97 ambulances.", ["999", "97"]),
        ("We employ 350 police and 120 fire staff.", ["350", "120"]),
        ("The system saved 1630 hours of work.", ["1630"]),
        ("Volunteers worked 1200 to 1630 hours on it.", ["1200", "1630"]),
        ("Open data requests take 12 to 24 hours.", ["12", "24"]),
        ("It was repaired after 1200 hours of use.", ["1200"]),
    ],
)
def test_lengths_and_crews_are_counts(text: str, told: list[str]) -> None:
    """A length of time and a number of staff stay what they are beside times and numbers to call."""
    assert values(text) == told


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("The vote of the year is P11.9 million.", "11900000", ""),
        ("Payments were worth K1,200,000, as in the year before.", "1200000", ""),
        ("The system cost (E450,000) too much.", "450000", ""),
        ("The budget is M1.2bn this year.", "1200000000", ""),
        ("A grant of L3,2 million was given.", "3200000", ""),
        ("Revenue: Q2,500,000", "2500000", ""),
        ("The budget is N$12 million.", "12000000", "NAD"),
    ],
)
def test_letters_of_currencies_before_large_sums(text: str, value: str, currency: str) -> None:
    """A letter is money before millions and grouped thousands; which country's it does not tell."""
    found = only(text)
    assert (str(found.value), found.unit, found.currency) == (value, Unit.CURRENCY, currency)


@pytest.mark.parametrize(
    "text",
    ["The P12 page, the M4 road and K12 schools.", "Type A4,500 and plan P1,5.", "In Q3 2022 and K9,12."],
)
def test_letters_before_small_numbers_are_labels(text: str) -> None:
    """Pages, roads and quarters are no money."""
    assert not [n for n in find_numbers(text) if n.unit is Unit.CURRENCY]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("On it 12 of the datasets come from us.", [("12", "datasets")]),
        ("At least 612 of the suppliers are owned by women.", [("612", "suppliers")]),
        ("There are boards; more than 20 of our offices have one.", [("20", "offices")]),
        ("We list the goals. 14 of these services are online.", [("14", "services")]),
        ("3 of the goals are ours, on 15 of the month.", []),
        ("It is 2 of the three.", []),
    ],
)
def test_some_of_the_things_are_counted(text: str, told: list[tuple[str, str]]) -> None:
    """A number "of the" things counts them; goals and months are none."""
    assert [(str(n.value), n.indicator) for n in find_numbers(text)] == told
