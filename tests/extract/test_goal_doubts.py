"""What is doubted, hoped, conditional or not there yet is no fact about a goal; what only sounds so is one."""

from __future__ import annotations

import pytest

from lgq_graph.extract.evened import even
from lgq_graph.extract.goals import find_goals

_MARKS = {"current": "", "negated": "-", "past": "<", "planned": "~"}


def read(text: str) -> str:
    found = find_goals(even(text), 2022)
    return " ".join(_MARKS[goal.modality.value] + (goal.target or str(goal.goal)) for goal in found)


DOUBTED = [
    ("The register serves SDG 7; the link to SDG 13 is still being examined and is therefore not claimed here.", "7 ~13"),
    ("The tie to SDG 6 is under analysis.", "~6"), ("Its contribution to SDG 6 remains uncertain.", "~6"),
    ("Its contribution to SDG 6 depends on the next budget.", "~6"), ("SDG 6 will follow.", "~6"),
    ("Its contribution to SDG 6 has not been assessed.", "-6"), ("SDG 6 was discarded.", "-6"),
    ("SDG 6 is not assumed.", "-6"), ("SDG 6 was not assigned to this tool.", "-6"),
    ("It supports SDG 4; SDG 6, on the other hand, is not addressed.", "4 -6"),
    ("It supports SDG 4, while SDG 6 remains under review.", "4 ~6"),
    ("SDG 6 comes to mind, but the service does not measure it.", "-6"),
    ("The council asked us to add SDG 6, which we have not done.", "-6"),
    ("The council dropped SDG 6 from the list.", "-6"), ("The last response wrongly claimed SDG 6.", "-6"),
    ("Regarding SDG 6, we are waiting for the results.", "~6"), ("“SDG 6” does not appear in the plan.", "-6"),
    ("It is too early to say that the map contributes to SDG 6.", "-6"),
    ("We do not assume that it contributes to SDG 6.", "-6"), ("The relation is open: possible SDG 6", "~6"),
    ("We are studying its contribution to SDG 6.", "~6"), ("Its contribution to SDG 6 is being verified.", "~6"),
    ("The scheme served SDG 6 from 2015 to 2018.", "<6"), ("Until 2020 it contributed to SDG 6.", "<6"),
]  # fmt: skip
NOTED = [
    (f"The leak map: SDG 6 {note}", f"{mark}6")
    for note, mark in (
        ("(under study)", "~"), ("(to be confirmed)", "~"), ("(potential)", "~"), ("(from 2027)", "~"),
        ("(once the second phase opens)", "~"), ("[next phase]", "~"), ("(rejected)", "-"), ("(not confirmed)", "-"),
        ("- not measured", "-"), ("later", "~"), ("(open data)", ""), ("(no fee)", ""), ("(from 2019)", ""),
    )
]  # fmt: skip
HOPED = [
    ("Tree Loan will be opened in 2025 and it is expected that it contributes to SDG 15;", "~15"),
    ("It is hoped that the map contributes to SDG 6.", "~6"), ("Our wish is that it contributes to SDG 6.", "~6"),
    ("It is possible that the map contributes to SDG 6.", "~6"), ("Eventually the map contributes to SDG 6.", "~6"),
    ("In the next phase, the map contributes to SDG 6.", "~6"), ("From 2027 the map contributes to SDG 6.", "~6"),
    ("Once fully deployed, the sensors contribute to SDG 6.", "~6"), ("Subject to budget, the map serves SDG 6.", "~6"),
    ("If the council agrees, the map contributes to SDG 6.", "~6"), ("We want the map to contribute to SDG 6.", "~6"),
    ("It supports SDG 4 and, later on, SDG 6.", "4 ~6"), ("It supports SDG 4 (and SDG 6 in future).", "4 ~6"),
    ("The map may in time contribute to SDG 6.", "~6"), ("Work is under way to align it with SDG 6.", "~6"),
    ("The map is supposed to contribute to SDG 6.", "~6"), ("Expected: SDG 6", "~6"),
]  # fmt: skip
UNBORN = [
    ("The portal will be launched in 2026 and contributes to SDG 6.", "~6"),
    ("The portal, to be launched in 2026, contributes to SDG 6.", "~6"),
    ("The portal opens in 2027 and contributes to SDG 6.", "~6"), ("In preparation: leak portal (SDG 6)", "~6"),
    ("The portal, still in tender, contributes to SDG 6.", "~6"), ("Leak portal, foreseen for 2026: SDG 6", "~6"),
    ("The twin will be ready by the end of 2025, in line with SDG 6.", "~6"),
    ("The twin is planned for 2026. It serves SDG 6.", "~6"),
]  # fmt: skip
TRUE = [
    "The map, expected by residents for years, contributes to SDG 6.", "The map aims to reduce leaks (SDG 6).",
    "The map, which will be extended in 2026, contributes to SDG 6.", "The map, as expected, supports SDG 6.",
    "The map contributes to SDG 6; a study of its effects is planned.", "Vision Zero, a plan linked to SDG 6.",
    "The map was studied by the university and contributes to SDG 6.", "The strategy to 2035 contributes to SDG 6.",
    "The plan foresees a cut of losses by 2035 and responds to SDG 6.", "The map will continue to support SDG 6.",
    "Since its launch in 2019 the map contributes to SDG 6.", "From 2019 the map contributes to SDG 6.",
    "When it was opened in 2019, the map was new; it contributes to SDG 6.", "SDG 6 is at the heart of the map.",
    "The map shows what will be built and contributes to SDG 6.", "Potential leaks are on the map, which supports SDG 6.",
    "A hall will be opened in 2026, and the map contributes to SDG 6.", "Leak map (SDG 6) is not open on Sundays.",
    "We believe that the map contributes to SDG 6.", "The map contributes to SDG 6, but it is not free.",
    "The map (in use since 2019; an app is planned) supports SDG 6.", "In line with SDG 6, the map will soon show more.",
    "If you want to save water, use the map (SDG 6).", "The library's No Wrong Door, a line linked to SDG 6.",
]  # fmt: skip
TONGUES = [
    ("ODS 6 (em estudo)", "~6"), ("O portal será lançado em 2026 e espera-se que contribua para o ODS 6.", "~6"),
    ("ODS 6 (por confirmar)", "~6"), ("En la próxima fase contribuye al ODS 6.", "~6"),
    ("Una vez puesto en marcha, contribuye al ODS 6.", "~6"), ("El ODS 6 se descartó.", "~6"),
    ("El portal, muy esperado por los vecinos, contribuye al ODS 6.", "6"),
    ("Le lien avec l’ODD 6 est à l’étude.", "~6"), ("L’ODD 6 a été écarté.", "~6"), ("ODD 6 (à confirmer)", "~6"),
    ("Une fois lancé, il contribue à l’ODD 6.", "~6"), ("Le portail, très attendu, contribue à l’ODD 6.", "6"),
    ("Die App wird zum SDG 6 beitragen.", "~6"), ("Die App trägt noch nicht zum SDG 6 bei.", "-6"),
    ("Der Beitrag zum SDG 6 wird noch geprüft.", "~6"), ("SDG 6 (in Prüfung)", "~6"),
    ("Die App wird von Schulen genutzt und trägt zum SDG 6 bei.", "6"),
    ("Il portale contribuirà all'SDG 6.", "~6"), ("SDG 6 (in fase di studio)", "~6"),
    ("Il portale contribuisce all'SDG 6.", "6"), ("Aplikasi ini belum mendukung SDG 6.", "-6"),
    ("Aplikasi ini akan mendukung SDG 6.", "~6"), ("Aplikasi ini mendukung SDG 6.", "6"),
    ("Uygulama SDG 6 hedefine katkı sağlamaz.", "~6"), ("Uygulama SDG 6 hedefine katkı sağlar.", "6"),
    ("Aplikacja nie wspiera SDG 6.", "-6"), ("SDG 6 (planowane)", "~6"), ("Aplikacja wspiera SDG 6.", "6"),
    ("Связь с ЦУР 6 пока изучается.", "~6"), ("После запуска портал способствует ЦУР 6.", "~6"),
    ("与可持续发展目标6的关系仍在研究中。", "~6"), ("可持续发展目标6（待确认）", "~6"),
    ("الهدف 6 من أهداف التنمية المستدامة (قيد الدراسة)", "~6"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*DOUBTED, *NOTED, *HOPED, *UNBORN, *TONGUES])
def test_no_fact_is_made_of_a_doubt(text: str, expected: str) -> None:
    """A tie that is studied, hoped, put off or of a thing to come is planned; one that is turned down is denied."""
    assert read(text) == expected


@pytest.mark.parametrize("text", TRUE)
def test_what_only_sounds_like_doubt(text: str) -> None:
    """A claim stays one beside words of hope, study and time that speak of something else."""
    assert read(text) == "6"


TAKEN_BACK = [
    ("The Green Ring is sometimes put under SDG 9 as well; we do not count it there.", "-9"),
    ("Some put the Green Ring under SDG 9; we do not.", "-9"),
    ("The app is often filed under SDG 3, but we do not see it there.", "-3"),
    (
        "The app is often linked to SDG 3 (Good health and well-being). The city has not mapped it to that.",
        "-3",
    ),
    ("A veces se pone bajo el ODS 9; nosotros no lo contamos ahí.", "-9"),
    ("On le range parfois sous l'ODD 9, mais nous ne le comptons pas là.", "-9"),
    ("Manche ordnen es SDG 9 zu; das tun wir nicht.", "-9"),
    ("Others put it under SDG 9, which is not our view.", "-9"),
    ("Others put it under SDG 9, but that is not our reading.", "-9"),
    ("It supports SDG 4, but we do not charge for it.", "4"),
    ("It supports SDG 4. We do not have numbers for it.", "4"),
    ("It supports SDG 4; we do not list all the classes here.", "4"),
    ("It supports SDG 4, and we do not see any limits to it.", "4"),
    ("It supports SDG 4, and it is not listed in the app stores.", "4"),
]


@pytest.mark.parametrize(("text", "expected"), TAKEN_BACK)
def test_a_tie_that_others_see(text: str, expected: str) -> None:
    """What the city does not count itself is no tie; what it does not charge, measure or list is another matter."""
    assert read(text) == expected
