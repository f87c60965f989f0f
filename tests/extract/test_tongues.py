"""Answers in the other languages of the United Nations, and in Portuguese, are read as English ones are."""

from __future__ import annotations

import pytest

from lgq_graph.extract.evened import even
from lgq_graph.extract.goals import find_goals

GOALS = {
    "es": [
        ("El portal contribuye a los ODS 3, 4 y 11.", "3 4 11"),
        ("Contribuye a los Objetivos 3 a 5 de los ODS.", "3 4 5"),
        ("La aplicación apoya la meta 11.2 de los ODS.", "11.2"),
        ("Contribuye al Objetivo 6 (Agua limpia y saneamiento).", "6"),
        ("Contribuye a los ODS: Salud y bienestar, Educación de calidad.", "3 4"),
        ("No solo contribuye al ODS 6.", "6"),
        ("El servicio, que no tiene costo, contribuye al ODS 6.", "6"),
        ("El portal que no requiere registro previo contribuye al ODS 6.", "6"),
        ("No es gratuito, pero contribuye al ODS 6.", "6"),
        ("Aún no contribuye al ODS 6.", "-6"), ("Todavía no está alineado con el ODS 6.", "-6"),
        ("El portal no contribuye al ODS 6.", "-6"), ("Contribuye al ODS 3, pero no al ODS 4.", "3 -4"),
        ("Sin relación con el ODS 6.", "-6"), ("ODS 6: aún no", "-6"), ("ODS 14: no.", "-14"),
        ("Está previsto que contribuya al ODS 6.", "~6"), ("Contribuirá a los ODS 3 y 4.", "~3 ~4"),
        ("Se espera que el portal apoye el ODS 6.", "~6"), ("ODS 6 (previsto)", "~6"),
        ("El portal podría contribuir al ODS 6.", "~6"), ("Ya no contribuye al ODS 6.", "-6"),
        ("No contribuye a:\n- ODS 6\n- ODS 7", "-6 -7"),
    ],
    "fr": [
        ("L’application contribue aux ODD 3 et 11.", "3 11"), ("Elle vise les ODD 3 à 5.", "3 4 5"),
        ("Non seulement elle contribue à l’ODD 6.", "6"), ("Objectif 6 (Eau propre et assainissement)", "6"),
        ("Le service n’est pas payant, mais contribue à l’ODD 6.", "6"),
        ("Le portail ne contribue pas encore à l’ODD 6.", "-6"), ("Il n’est pas aligné sur l’ODD 6.", "-6"),
        ("Sans lien avec l’ODD 6.", "-6"), ("Contribue à l’ODD 3 mais pas à l’ODD 4.", "3 -4"),
        ("Il est prévu qu’il contribue à l’ODD 6.", "~6"), ("Il contribuera aux ODD 3, 4 et 11.", "~3 ~4 ~11"),
        ("Il devrait contribuer à l’ODD 6.", "~6"), ("ODD 6 (prévu)", "~6"), ("ODD 6 : non", "-6"),
        ("Il ne contribue plus à l’ODD 6.", "-6"),
    ],
    "pt": [
        ("O portal, lançado no município, contribui para os ODS 3, 4 e 11.", "3 4 11"),
        ("A aplicação apoia os ODS 3 a 5.", "3 4 5"), ("Não só contribui para o ODS 6.", "6"),
        ("Ainda não contribui para o ODS 6.", "-6"), ("O portal não está alinhado com o ODS 6.", "-6"),
        ("Contribui para o ODS 3, mas não para o ODS 4.", "3 -4"), ("ODS 6: ainda não", "-6"),
        ("Está previsto que contribua para o ODS 6.", "~6"), ("O portal contribuirá para o ODS 6.", "~6"),
    ],
    "ru": [
        ("Портал соответствует ЦУР 3, 4 и 11.", "3 4 11"), ("Сервис связан с ЦУР 3–5.", "3 4 5"),
        ("Способствует достижению Цели устойчивого развития 11 «Устойчивые города».", "11"),
        ("Портал способствует не только ЦУР 6.", "6"),
        ("Услуга не требует оплаты, но способствует достижению ЦУР 6.", "6"),
        ("Цель 6 «Чистая вода и санитария»", "6"),
        ("Портал пока не соответствует ЦУР 6.", "-6"), ("Сервис не связан с ЦУР 6.", "-6"),
        ("Соответствует ЦУР 3, но не ЦУР 4.", "3 -4"), ("ЦУР 6 — нет.", "-6"), ("ЦУР 6: пока нет", "-6"),
        ("Планируется, что портал будет соответствовать ЦУР 6.", "~6"), ("ЦУР 6 (планируется)", "~6"),
        ("Портал будет способствовать достижению ЦУР 6.", "~6"),
    ],
    "ar": [
        ("تساهم المنصة في الهدف 6 من أهداف التنمية المستدامة.", "6"),
        ("تساهم في أهداف التنمية المستدامة ٣ و٤ و١١.", "3 4 11"),
        ("لا تساهم المنصة في أهداف التنمية المستدامة 3 و4.", "-3 -4"),
        ("لا يساهم بعد في الهدف 6 من أهداف التنمية المستدامة.", "-6"),
        ("من المقرر أن تساهم في الهدف ٦ من أهداف التنمية المستدامة.", "~6"),
        ("ستساهم المنصة في الهدف 6 من أهداف التنمية المستدامة.", "~6"),
    ],
    "zh": [
        ("该平台支持可持续发展目标3、4和11。", "3 4 11"), ("符合可持续发展目标３至５。", "3 4 5"),
        ("符合联合国可持续发展目标中的目标6。", "6"), ("该计划支持可持续发展目标11。", "11"),
        ("不仅支持可持续发展目标6。", "6"), ("该平台不收费，但支持可持续发展目标6。", "6"),
        ("该平台尚未符合可持续发展目标6。", "-6"), ("该平台不涉及可持续发展目标6。", "-6"),
        ("与可持续发展目标6无关。", "-6"), ("该平台计划支持可持续发展目标6。", "~6"),
        ("未来将支持可持续发展目标6。", "~6"), ("可持续发展目标6（计划中）", "~6"),
        ("可持续发展目标：清洁饮水和卫生设施、优质教育", "6 4"),
    ],
}  # fmt: skip
_MARKS = {"current": "", "negated": "-", "past": "-", "planned": "~"}


@pytest.mark.parametrize(("text", "expected"), [row for rows in GOALS.values() for row in rows])
def test_goals_are_meant_as_the_sentence_means_them(text: str, expected: str) -> None:
    """A claim is a goal; what is denied or over (-) and what is planned (~) is none."""
    found = find_goals(even(text))
    assert " ".join(_MARKS[goal.modality.value] + (goal.target or str(goal.goal)) for goal in found) == expected
