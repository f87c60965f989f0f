"""People of made-up names, and their telephones, are withheld in six languages; posts and bodies stay."""

from __future__ import annotations

import pytest

from lgq_graph.extract.contacts import people_in, withhold_all
from lgq_graph.model import Answer, Status, Withheld


def public(name: str, text: str) -> str:
    """What is left of an answer where this is the answer to “Name”."""
    (answer,), _ = withhold_all([Answer(21, Status.ANSWERED, text)], [Withheld(10, "person", name)])
    return answer.text


LEFT = [
    ("Maria Testova", "Escriba a la directora, Sra. Testova, o a Maria Testova. Responsable: Juan Muestrales.",
     "Escriba a la directora, Sra. [withheld], o a [withheld]. Responsable: [withheld]."),
    ("Maria Testova", "Contactez Mme Testova, directrice. Personne à contacter : Jean Muestral.",
     "Contactez Mme [withheld], directrice. Personne à contacter : [withheld]."),
    ("Maria Testova", "Contato: Dra. Joana Muestral, telefone (81) 95555-0100", "Contato: Dra. [withheld], [withheld]"),
    ("Тестова Проба", "Обращаться к Тестовой Пробе, телефон: 555-01-00. Г-жа Тестова.",
     "Обращаться к [withheld], [withheld]. Г-жа [withheld]."),
    ("مثال التجريبي", "تواصلوا مع مثال التجريبي، هاتف: ٠٦ ٥٥٥ ٠١٠٠. ومثال التجريبي هو المدير.",
     "تواصلوا مع [withheld]، [withheld]. [withheld] هو المدير."),
    ("", "المهندس فلان الفلاني يدير البوابة", "المهندس [withheld] يدير البوابة"),
    ("王测试", "联系人：王测试，电话：028-55550100，手机13955550100。请咨询王主任或李女士。",
     "联系人：[withheld]，[withheld]，[withheld]。请咨询[withheld]主任或[withheld]女士。"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "expected"), LEFT)
def test_people_are_withheld_in_the_cases_and_scripts_of_their_language(
    name: str, text: str, expected: str
) -> None:
    """In other cases, behind small words written in one with the name, and by form of address; digits of all scripts."""
    assert public(name, text) == expected


KEPT = [
    ("Directora de Tecnología", "La Dirección de Tecnología y la Directora de Tecnología deciden."),
    ("Directrice du numérique", "La Direction du numérique pilote le numérique."),
    ("Coordenadora de Inovação", "A Coordenadora de Inovação e a Secretaria de Inovação."),
    ("Начальник отдела информатизации", "Отдел информатизации города ведёт портал информатизации."),
    ("مدير دائرة التحول الرقمي", "دائرة التحول الرقمي تدير البوابة. التحول الرقمي هدفنا."),
    ("数字化办公室主任", "数字化办公室由市政府授权，负责公共数据开放平台和智慧城市建设规划。"),
    ("王测试", "市政府门户网站由测试平台支持，热线：028-55550100。"),
]


@pytest.mark.parametrize(("name", "text"), KEPT)
def test_a_post_is_no_name(name: str, text: str) -> None:
    """A post given as a name takes nothing out of the text; nor do characters that only sound like those of a name."""
    assert public(name, text) == text


@pytest.mark.parametrize(
    ("answer", "names"),
    [("王测试主任", ["王测试"]), ("局长", []), ("信息中心主任", []), ("السيد مثال التجريبي", ["مثال التجريبي"]), ("Г-жа Проба Тестова", ["Проба Тестова"])],
)  # fmt: skip
def test_the_name_is_told_from_its_title(answer: str, names: list[str]) -> None:
    """What a contact answer gives is a name without its title, or only a post."""
    assert list(people_in(answer)) == names
