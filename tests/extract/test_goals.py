"""Goals are found where the words name them, and meant as the sentence means them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lgq_graph.extract.goals import find_goals
from lgq_graph.model import Modality, Span

from ..timing import assert_linear


def codes(text: str) -> list[str]:
    return [mention.target or str(mention.goal) for mention in find_goals(text)]


def meant(text: str) -> dict[str, str]:
    return {mention.target or str(mention.goal): mention.modality.value for mention in find_goals(text)}


NUMBERED = [
    ("The kiosk app supports SDG 6.", "6"),
    ("SDG6", "6"), ("SDG-6", "6"), ("SDG #6", "6"), ("SDG no. 6", "6"), ("SDG No 6", "6"),
    ("sdg 06", "6"), ("#SDG6", "6"),
    ("S.D.G. 6", "6"), ("SDG « 6 »", "6"), ("SDG\u00a06", "6"), ("SDG: 6", "6"),
    ("Portal | SDG | 3, 4", "3 4"),
    ("SDGs 3, 4 and 11", "3 4 11"), ("SDGs 3,4,11", "3 4 11"), ("SDG 3/4/11", "3 4 11"), ("SDG 3 & 4", "3 4"),
    ("SDGs 3, SDG 4", "3 4"), ("SDG3,SDG4", "3 4"), ("SDGs (3, 4, 11)", "3 4 11"), ("SDG(s): 3; 4", "3 4"),
    ("SDGs #10 and #16", "10 16"), ("SDGs Nos. 7 and 8", "7 8"), ("SDG's 3 and 4", "3 4"),
    ("SDG 3, 4, as well as 5", "3 4 5"),
    ("SDGs addressed: 3, 4", "3 4"), ("SDGs supported by the app: 9", "9"), ("SDGs such as 3 and 4", "3 4"),
    ("The SDGs guide us: goals 3–5.", "3 4 5"), ("SDGs 3 to 5", "3 4 5"), ("SDG 3-5", "3 4 5"),
    ("from SDG 3 to SDG 5", "3 4 5"), ("linking SDG 3 to SDG 11", "3 11"),
    ("SDGs 1-2, 8 and 10–11", "1 2 8 10 11"),
    ("Goal 13 (Climate Action)", "13"), ("SDG 13: Climate Action", "13"), ("Climate Action (SDG 13)", "13"),
    ("Goal 6 of the 2030 Agenda", "6"), ("Agenda 2030 goal 6", "6"), ("Sustainable Development Goal 6", "6"),
    ("Sustainable Development Goals (SDGs) 3 and 4", "3 4"), ("UN Sustainable Development Goal No. 11", "11"),
    ("UN Goal No. 7", "7"), ("United Nations' Goal 7", "7"), ("Global Goal 5", "5"),
    ('SDG 14 "Life below water" and SDG 15 "Life on land"', "14 15"),
    ('SDG 10 "Fewer gaps between people"', "10"),
    ("SDGs: Goals 3 (Health), 4 (School) and 11 (Cities)", "3 4 11"), ('SDG 4 "Climate Action"', "4"),
    ("SDG 3: Good Health and Well-being, 4: Quality Education, 5: Gender Equality", "3 4 5"),
    ("Our SDG work: e-health (Goal 3), bus app (goal 11)", "3 11"), ("SDG 16+", "16"),
    ("SDG 6-related work", "6"),
    ("target 11.2", "11.2"), ("SDG target 11.2", "11.2"), ("SDG 11.2.", "11.2"),
    ("targets 11.2 and 11.7", "11.2 11.7"),
    ("target 11.b", "11.b"), ("SDG 4.A", "4.a"), ("SDG 11 (11.2, 11.7)", "11 11.2 11.7"),
    ("targets 6.1–6.3 of the SDGs", "6.1 6.2 6.3"),
    ("SDG 16.10", "16.10"), ("SDG indicator 11.2.1", "11.2"), ("SDG 17.19", "17.19"),
    ("SDG 11 (target 11.2)", "11 11.2"),
    ("The SDGs: Goal six and goal seven.", "6 7"), ("SDGs three and four", "3 4"), ("the sixth SDG", "6"),
    ("the third and fourth SDGs", "3 4"), ("the 11th Sustainable Development Goal", "11"),
    ("the fifth goal of the SDGs", "5"),
    ("SDGs 3, 18 and 4", "3 4"), ("It serves SDG 3. 2. Bus app: SDG 11. 3. Maps", "3 11"), ("(SDGs: 3)", "3"),
    ("SDGs: 3. Good Health and Well-being; 4. Quality Education", "3 4"),
    ("Goal 1. No poverty. Goal 2. Zero hunger.", "1 2"),
    ("We target SDG 11, SDG-12,\nSDG\u202f13", "11 12 13"),
    ("Smart Water (SDG 6), Green Bus (SDGs 11 & 13)", "6 11 13"),
    ("ODS 6 y 7", "6 7"), ("ODD 3, 4 et 11", "3 4 11"), ("ЦУР 3 и 4", "3 4"),
    ("Objetivo de Desarrollo Sostenible 6", "6"),
    ("支持可持续发展目标6和7，目标8。", "6 7 8"), ("このポータルはSDG 11に貢献。", "11"), ("이 앱은 SDG 3에 기여합니다", "3"),
    ("أهداف التنمية المستدامة: الهدف 6", "6"), ("Die App dient dem SDG 11 und dem SDG 13.", "11 13"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NUMBERED)
def test_numbers(text: str, expected: str) -> None:
    """Every way of writing a goal's or target's number is read, and read once."""
    assert codes(text) == expected.split()


NAMED = [
    ('It contributes to the SDG "Clean Water and Sanitation".', "6"),
    ("It serves Clean water and sanitation (goal 6) and Climate action, goal 13.", "6 13"),
    ("It serves Clean water and sanitation (goal 5 of our plan).", ""),
    ("The Climate Action SDG is ours.", "13"),
    ("SDGs: Quality Education, Gender Equality & Climate Action", "4 5 13"),
    ("Three SDGs such as quality education, gender equality and climate action are served.", "4 5 13"),
    ("We serve these SDGs:\n- Zero hunger\n- Life on Land: park app\n- Goal 3", "2 15 3"),
    ("It serves the Sustainable Development Goals of No Poverty and Zero Hunger.", "1 2"),
    ('The goal "Quality Education" is served by the school portal.', "4"),
    ("2030 Agenda: Peace, Justice and Strong Institutions", "16"),
    ("SDG 3 and the Good Health and Wellbeing app", "3"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_names(text: str, expected: str) -> None:
    """A short name alone is a goal where the SDGs are spoken of."""
    assert codes(text) == expected.split()


NO_GOALS = [
    "", "The city offers quality education and reduced inequalities.", "Our goal is climate action.",
    "Quality Education Centre and Climate Action Plan follow the SDGs.",
    "The Ministry of Climate Action reports on the SDGs.",
    "The portal shows SDG data and offers quality education courses.",
    "the goal 5 million users", "SDG: the goal 5 million users", "Goal 2025", "SDG Goal 2025",
    "goals: 3 portals", "SDG goals: 3 portals",
    "objective 3 of the strategy", "Goal 3 of the city strategy serves the SDGs",
    "strategic goal 4 and the SDGs",
    "Our Digital Strategy, Goal 3: the SDGs", "El objetivo 3 del plan y los ODS",
    "This project contributes to goal 11.",
    "SDG portal", "SDGs", "SDG 2030", "SDGs: 1. Portal A 2. Portal B",
    "SDGs 1) Portal A", "17 SDGs", "all 17 SDGs", "SDGs 1–17",
    "SDGs - 17 goals and 169 targets", "SDG 0", "SDG 18", "SDG 20", "SDG 100", "target 11.9", "SDG 17.a",
    "SDG 3.14", "target 18.1",
    "https://sdgs.un.org/goals/goal6", "www.city.example.org/sdg-6", "sdg6.example.org",
    "sdg6@example.org", "@sdg6 posts",
    "SDG 3.5 million", "SDG 5%", "target 4.5 of 5 stars was reached", "target 12.5 percent",
    "target 16.4 GWh",
    "target 11.5 of our Master Plan", "the first SDG portal", "our third SDG", "the odd 6 houses",
    "SDG one-stop shop",
    "the SDG one portal", "SDG 3,400", "SDG 12/05/2023", "The tax office\nhas goal 3.",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_GOALS)
def test_no_goals(text: str) -> None:
    """What only looks like a goal is none."""
    assert codes(text) == []


UNTOLD = [
    ("It contributes to target 3.6.", "3.6"), ("It supports targets 3.6 and 6.3.", "3.6 6.3"), ("It is aligned with target 3.6 (road traffic).", "3.6"),
    ("It helps to meet target 4.5.", "4.5"), ("Clinic Finder (target 3.6)", "3.6"), ("Clinic Finder – target 3.6", "3.6"),
    ("It is in line with target 1.a.", "1.a"), ("It serves targets 1.4, 3.6 and 9.c.", "1.4 3.6 9.c"), ("It contributes directly to Target 3.6 and Target 11.2.", "3.6 11.2"),
    ("It addresses target 6.3, on water quality.", "6.3"), ("It responds to target no. 3.6.", "3.6"), ("It relates to the target 3.6.", "3.6"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), UNTOLD)
def test_a_target_in_an_answer_that_never_names_the_goals(text: str, expected: str) -> None:
    """What something contributes to, or what stands aside in a bracket, is a target without any "SDG"."""
    assert codes(text) == expected.split()


@pytest.mark.parametrize(
    "said",
    [
        "has a target 3.6 million.", "has a target of 4.5.", "has the target 11.2%.", "exceeded its target 3.6.", "reached the target 4.5 out of 5.",
        "has a target score 4.5.", "supports the target 3.6 per cent.", "contributes to our target 4.5 points.", "contributes to the target 3.6 km of lanes.",
        "supports the target 3.6 million users.", "contributes to target 3.6 tonnes.", "has target: 4.5", "contributes to the satisfaction target 4.5.",
        "supports the budget target 3.6.", "contributes to target 3.99.", "contributes to the target 4.5 by 2025.", "is rated 4.2 (target 4.5).",
        "has an average of 3 (target 3.6)",
    ],
)  # fmt: skip
def test_a_number_to_be_reached_is_no_target(said: str) -> None:
    """With a unit, a scale, a date, an owner or a measurement beside it, "target 4.5" is a number."""
    assert codes(f"Clinic Finder {said}") == []


MORE_NUMBERS = [
    ("SDG 3, 5 portals and 4 apps", "3"), ("SDG 11 and 3 Smart Parks", "11"), ("SDG 3 and 24/7 support", "3"),
    ("SDG 11, 12/05/2023", "11"), ("Maps for SDG 3, 2) Buses",
    "3"), ("(maps and goals for SDGs 3, 4) and buses", "3 4"),
    ("SDG 3, 10:30", "3"), ("SDG 3 in 2022, 4 times", "3"), ("SDG 4 and 5 million", "4"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MORE_NUMBERS)
def test_other_numbers_after_a_goal(text: str, expected: str) -> None:
    """A number after a goal that counts or dates something is no goal."""
    assert codes(text) == expected.split()


def test_every_target() -> None:
    """There are 169 targets, and each is read."""
    tried = [f"{goal}.{code}" for goal in range(1, 18) for code in [*range(1, 25), *"abcde"]]
    assert len([code for code in tried if codes(f"SDG target {code}") == [code]]) == 169


CURRENT = [
    "aims to contribute to SDG 6", "is aimed at SDG 6", "is designed to support SDG 6",
    "contributed to SDG 6 in 2022",
    "The portal, not available on phones, contributes to SDG 6.",
    "Although not a duty, the service supports SDG 6.",
    "No registration is needed and the service contributes to SDG 6.",
    "It works without internet, contributing to SDG 6.",
    "Services that do not require registration contribute to SDG 6.",
    "Leaving no one behind, the app supports SDG 6.",
    "so that residents do not have to travel (SDG 6)", "The No. 1 portal of the region supports SDG 6.",
    "There is no doubt that it contributes to SDG 6.", "In May 2022 the app began to serve SDG 6.",
    "SDG 1 No Poverty and SDG 6",
    "Previously done on paper, the service now contributes to SDG 6.", "It contributes to SDG 6 until 2030.",
    "The aim of the app is to support SDG 6.", "The city's plan to achieve SDG 6",
    "The data are used to support SDG 6.", "Residents who cannot travel can call 311, which supports SDG 6.",
    "The new hall, which will open in 2027, is important, but the app contributes to SDG 6.",
    "Planned settlements contribute to SDG 6.", "We would like to add that our portals support SDG 6.",
    "If a resident reports a leak, the service contributes to SDG 6.",
    "No plastic (not even bags) is used; it supports SDG 6.",
    'The "Not Alone" app contributes to SDG 6.', "SDG no 1 and SDG no 6", "SDGs no. 11, no. 12 and no. 6",
    "The app “Will you come?” supports SDG 6.",
]  # fmt: skip


@pytest.mark.parametrize("text", CURRENT)
def test_current(text: str) -> None:
    """A claim stays one beside words that deny or plan something else."""
    assert meant(text)["6"] == "current"


NEGATED = [
    "is not yet aligned with SDG 6", "does not contribute to SDG 6", "There is no link to SDG 6.",
    "is not related to SDG 6",
    "has nothing to do with SDG 6", "It serves SDG 4 rather than SDG 6.", "SDG 4, but not SDG 6",
    "all goals except SDG 6",
    "without contributing to SDG 6", "It doesn't support SDG 6.", "The app isn’t linked to SDG 6.",
    "will not contribute to SDG 6",
    "is not expected to contribute to SDG 6", "No service contributes to SDG 6.",
    "The app never contributes to SDG 6.",
    "None of our portals, apps and services contributes to SDG 6.",
    "We do not have services that contribute to SDG 6.",
    "does not have any service that contributes to SDG 6",
    "The app does not contribute to clean water (SDG 6).",
    "neither SDG 5 nor SDG 6", "not aligned with SDG 5 or SDG 6", "not aligned with SDGs 5, 6 and 7",
    "SDG 6: not yet", "SDG 6 (not applicable)",
    "SDG 6: N/A", "SDG 5 and SDG 6 are not addressed.", "We do not yet contribute to:\n- SDG 5\n- SDG 6",
    "is unrelated to SDG 6",
    "The city has yet to align with SDG 6.", "SDG 6 is out of scope.", "instead of SDG 6",
    "It is not clear that it contributes to SDG 6.",
]  # fmt: skip


@pytest.mark.parametrize("text", NEGATED)
def test_negated(text: str) -> None:
    """A denial is read as one."""
    assert meant(text)["6"] == "negated"


PLANNED = [
    "will contribute to SDG 6", "is planned to serve SDG 6", "plans to align with SDG 6",
    "We intend to support SDG 6.",
    "In 2027 we shall join SDG 6.", "It serves SDG 4 and is also expected to serve SDG 6.",
    "We plan on reaching SDG 6.", "is expected to support SDG 6", "aims to be aligned with SDG 6 by 2030",
    "could contribute to SDG 6",
    "may contribute to SDG 6", "would support SDG 6", "We ask whether it serves SDG 6.",
    "Does it contribute to SDG 6?",
    "will contribute to SDG 5 and SDG 6", "The app will be launched in 2027 to support SDG 6.",
    "Alignment with SDG 6 is planned for 2027.",
    "SDG 6 will be addressed in 2027.", "SDG 6 (planned)",
    "The city and its partners plan to reach SDG 6.", "We'll add SDG 6.", "potential contribution to SDG 6",
    "We will contribute to:\n- SDG 5\n- SDG 6", "will contribute to SDG 5; SDG 6",
    "is under way to be a portal that might serve SDG 6",
]  # fmt: skip


@pytest.mark.parametrize("text", PLANNED)
def test_planned(text: str) -> None:
    """A plan, a chance and a question are no facts."""
    assert meant(text)["6"] == "planned"


PAST = [
    "contributed to SDG 6 until 2019", "used to contribute to SDG 6",
    "was aligned with SDG 6 and was discontinued", "no longer contributes to SDG 6",
    "The old portal supported SDG 6 until it was closed.",
    "The app, discontinued in 2020, contributed to SDG 6.", "formerly aligned with SDG 6",
    "stopped supporting SDG 6", "It contributed to SDG 6 (discontinued in 2021).",
]  # fmt: skip


@pytest.mark.parametrize("text", PAST)
def test_past(text: str) -> None:
    """What is said to have ended is past."""
    assert meant(text)["6"] == "past"


MIXED = [
    ("contributes to SDG 3 but not SDG 4", {"3": "current", "4": "negated"}),
    ("not only SDG 3 but also SDG 4", {"3": "current", "4": "current"}),
    ("It does not only contribute to SDG 3 but also to SDG 4.", {"3": "current", "4": "current"}),
    ("not SDG 3 but SDG 4", {"3": "negated", "4": "current"}),
    ("It does not contribute to SDG 3; it contributes to SDG 4.", {"3": "negated", "4": "current"}),
    ("It does not contribute to SDG 3, but contributes to SDG 4.", {"3": "negated", "4": "current"}),
    ("It will contribute to SDG 3 and already contributes to SDG 4.", {"3": "planned", "4": "current"}),
    ("It supports SDG 3, and in 2027 we will add SDG 4.", {"3": "current", "4": "planned"}),
    ("SDG 3: yes; SDG 4: no; SDG 5: planned", {"3": "current", "4": "negated", "5": "planned"}),
    ("SDGs 3 (health), 4 (school), but not SDGs 14 and 15", {"3": "current", "4": "current", "14": "negated", "15": "negated"}),
    ("Portal A serves SDG 3, portal B does not serve SDG 4, portal C serves SDG 5.", {"3": "current", "4": "negated", "5": "current"}),
    ("None of our apps is linked to SDG 12; SDG 13 will be addressed in 2027.", {"12": "negated", "13": "planned"}),
    ("We deny SDG 1.\nWe do not serve:\n- SDG 2\nThe portal serves SDG 3.", {"1": "current", "2": "negated", "3": "current"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MIXED)
def test_scope(text: str, expected: dict[str, str]) -> None:
    """A cue reaches the goals it governs and no others."""
    assert meant(text) == expected


def test_spans_and_quotes() -> None:
    """A span holds the goal's own words, the quote its whole sentence, and sentences are numbered."""
    text = "It is new. The app serves SDGs 3 and 4.\n2) Bus app (SDG 11)"
    found = find_goals(text)
    assert [mention.span.of(text) for mention in found] == ["SDGs 3", "4", "SDG 11"]
    assert [mention.quote.of(text) for mention in found] == ["The app serves SDGs 3 and 4."] * 2 + [
        "2) Bus app (SDG 11)"
    ]
    assert [(mention.statement, mention.rank) for mention in found] == [(0, 0), (0, 1), (1, 0)]
    assert all(mention.owners == () and mention.quote.holds(mention.span) for mention in found)


def test_item_run_together() -> None:
    """In a list run together in one paragraph, the quote is the sentence within the item."""
    text = "For example: 1. Maps: a site. It serves SDG 11. 2. Clinic: an app for SDG 3; 3. School"
    assert [mention.quote.of(text) for mention in find_goals(text)] == [
        "It serves SDG 11.",
        "2. Clinic: an app for SDG 3;",
    ]


RESPECTIVELY = [
    ("Portal A and Service B contribute to SDG 3 and SDG 4 respectively.", True),
    ("Portal A and Service B respectively serve SDG 3 and SDG 4.", True),
    ('A and B serve SDG 3 "Health" and SDG 4 "School", respectively.', True),
    ("Portal A and Service B contribute to SDG 3 and SDG 4.", False),
    ("SDG 3 and SDG 4 services grew by 5% and 6% respectively.", False),
    ("A serves SDG 3, respectively.", False),
]


@pytest.mark.parametrize(("text", "expected"), RESPECTIVELY)
def test_respectively(text: str, expected: bool) -> None:
    """“Respectively” is seen when it speaks of the goals."""
    assert {mention.respectively for mention in find_goals(text)} == {expected}
    assert [mention.rank for mention in find_goals(text)] == list(range(len(find_goals(text))))


WORDS = ["SDG", "SDGs", "goal", "target", " ", " ", "3", "11.2", "17", ",", "and", "-", "(", ")", "not", "will", "\n", ".", ":", '"',
         "Climate Action", "first", "respectively", "https://a.example.org", "目标", "but", "until 2019", "1."]  # fmt: skip


@settings(max_examples=150)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_any_text(text: str) -> None:
    """Whatever the text, goals exist, lie in their quotes, stand in order, and are ranked from 0."""
    found = find_goals(text)
    assert all(1 <= mention.goal <= 17 and mention.quote.holds(mention.span) for mention in found)
    assert [mention.span.start for mention in found] == sorted(mention.span.start for mention in found)
    for statement in {mention.statement for mention in found}:
        ranks = [mention.rank for mention in found if mention.statement == statement]
        assert ranks == list(range(len(ranks)))
    assert sorted({mention.statement for mention in found}) == list(
        range(len({mention.statement for mention in found}))
    )


HOSTILE = [
    "SDG 1, ", "not ", "goal ", "SDG 1 will not ",
    "(", '"', "SDG 1 (", "SDG: climate action and ", "first, ", "SDGs 1-2, 3, ", "\n",
    "- SDG 3:\n", "www.", "a-", "x@", "SDG 3 of ", "until 2019 ", "SDG 1\n", " ",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_text(piece: str) -> None:
    """Hostile repetition costs no more than its length."""
    assert_linear(find_goals, piece)


def test_two_million_characters_end() -> None:
    """Two million characters without a goal are read to the end."""
    assert find_goals("not a goal but ( " * 120_000 + "\nSDG 6.")[-1].goal == 6


def test_long_enumeration() -> None:
    """A denial reaches the end of a very long enumeration."""
    found = find_goals("does not contribute to " + "SDG 1, " * 20_000)
    assert len(found) == 20_000
    assert {mention.modality for mention in found} == {Modality.NEGATED}
    assert found[-1].quote == Span(0, found[-1].span.end + 1)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "- River Gauges - a trial of 12 gauges; expected to contribute to SDG 9 once they are linked",
            "planned",
        ),
        ("Heat Map (due to support SDG 13 from next spring)", "planned"),
        ("The register, scheduled to be aligned with SDG 11, is being tested.", "planned"),
        ("The fleet, set to also help SDG 7, runs on diesel.", "planned"),
        ("Owing to demand, and due to rain, the map supports SDG 6.", "current"),
        ("Tree Atlas - no page of its own yet - a count of the trees in the streets (SDG 15)", "current"),
        ("The atlas has no link - not even a loose one - to SDG 14.", "negated"),
    ],
)
def test_a_tie_without_its_verb_and_an_aside_in_dashes(text: str, meant: str) -> None:
    """What is expected is no fact, also where "is" is left out; "no" does not reach over a dash that parts two remarks."""
    assert [goal.modality.value for goal in find_goals(text)] == [meant]


def test_a_short_name_alone_in_a_bracket_is_a_goal_where_goals_are_spoken_of() -> None:
    """A bracket may hold only the name of the goal; with no SDG in the text it is no goal."""
    items = "Below are the tools.\n- Bin Map (SDG 12)\n- Marsh Map, paths and birds (Life on Land)"
    assert [goal.goal for goal in find_goals(items)] == [12, 15]
    assert not find_goals("- Marsh Map, paths and birds (Life on Land)")


@pytest.mark.parametrize("text", [
    "O aplicativo deverá contribuir para o ODS 4.", "La aplicación deberá contribuir al ODS 4.", "L'application devra contribuer à l'ODD 4.",
])  # fmt: skip
def test_what_shall_contribute_is_planned(text: str) -> None:
    """The future of obligation claims nothing of today, in Portuguese, Spanish and French."""
    assert [(goal.goal, str(goal.modality)) for goal in find_goals(text, 2022)] == [(4, "planned")]


@pytest.mark.parametrize("text", [
    "We are always asked about SDG 6, but nothing of it is mapped.", "Citizens ask us about SDG 6.", "There were questions about SDG 6.",
    "Your question on the SDG 6 came late.", "An enquiry regarding SDG 6 was answered.", "The board asked about SDGs 6 and 7.",
    "Nos preguntan por el ODS 6.", "On nous interroge sur l'ODD 6.", "Perguntam sobre o ODS 6.", "Wir werden oft nach SDG 6 gefragt.",
    "Ci chiedono dell'ODS 6.", "Нас спрашивают о ЦУР 6.", "Kami ditanya tentang SDG 6.", "SKA 6 hakkında soruluyor.", "我们被问到SDG 6。",
    "Many wonder about SDG 6, SDG 7 and SDG 8.",
])  # fmt: skip
def test_a_goal_that_is_only_asked_about_is_none(text: str) -> None:
    """To be asked about a goal ties nothing to it."""
    assert codes(text) == []


def test_what_is_told_beside_a_question_counts() -> None:
    """What a sentence denies or claims behind a question about the goal is kept."""
    assert meant("Asked about SDG 6, we answer that the pump map does not serve SDG 6.") == {"6": "negated"}
    assert meant("We are asked about SDG 6, while the pump map contributes to SDG 7.") == {"7": "current"}


def test_a_goal_may_be_what_something_has() -> None:
    """A short name with capitals is a goal behind “its goal is” where the answer speaks of the SDGs."""
    assert codes("Roof Map (SDG 11). Its goal is Affordable and Clean Energy.") == ["11", "7"]
    assert codes("Roof Map. Its goal is Affordable and Clean Energy.") == []
    assert codes("Roof Map (SDG 11). Our goal is climate action.") == ["11"]
