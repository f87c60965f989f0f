"""Write the two generated files of `ontology/`: the countries and the Sustainable Development Goals.

    python tools/generate_ontology.py [FOLDER]

The same installed pycountry gives the same bytes. Goal and target codes and IRIs are those of the United Nations
(http://metadata.un.org/sdg); names are the official short ones, without the prose of the targets.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pycountry

from lgq_graph.resources import folder
from lgq_graph.vocabulary import BASE, code, sdg, sdgo

__all__ = ["GOALS", "LANGUAGES", "countries", "goals", "main"]

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")

GOALS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "1 2 3 4 5 a b",
        "#E5243B",
        (
            "No poverty",
            "Pas de pauvreté",
            "Fin de la pobreza",
            "Ликвидация нищеты",
            "القضاء على الفقر",
            "无贫穷",
        ),
    ),
    (
        "1 2 3 4 5 a b c",
        "#DDA63A",
        (
            "Zero hunger",
            "Faim « zéro »",
            "Hambre cero",
            "Ликвидация голода",
            "القضاء التام على الجوع",
            "零饥饿",
        ),
    ),
    (
        "1 2 3 4 5 6 7 8 9 a b c d",
        "#4C9F38",
        (
            "Good health and well-being",
            "Bonne santé et bien-être",
            "Salud y bienestar",
            "Хорошее здоровье и благополучие",
            "الصحة الجيدة والرفاه",
            "良好健康与福祉",
        ),
    ),
    (
        "1 2 3 4 5 6 7 a b c",
        "#C5192D",
        (
            "Quality education",
            "Éducation de qualité",
            "Educación de calidad",
            "Качественное образование",
            "التعليم الجيد",
            "优质教育",
        ),
    ),
    (
        "1 2 3 4 5 6 a b c",
        "#FF3A21",
        (
            "Gender equality",
            "Égalité entre les sexes",
            "Igualdad de género",
            "Гендерное равенство",
            "المساواة بين الجنسين",
            "性别平等",
        ),
    ),
    (
        "1 2 3 4 5 6 a b",
        "#26BDE2",
        (
            "Clean water and sanitation",
            "Eau propre et assainissement",
            "Agua limpia y saneamiento",
            "Чистая вода и санитария",
            "المياه النظيفة والنظافة الصحية",
            "清洁饮水和卫生设施",
        ),
    ),
    (
        "1 2 3 a b",
        "#FCC30B",
        (
            "Affordable and clean energy",
            "Énergie propre et d’un coût abordable",
            "Energía asequible y no contaminante",
            "Недорогостоящая и чистая энергия",
            "طاقة نظيفة وبأسعار معقولة",
            "经济适用的清洁能源",
        ),
    ),
    (
        "1 2 3 4 5 6 7 8 9 10 a b",
        "#A21942",
        (
            "Decent work and economic growth",
            "Travail décent et croissance économique",
            "Trabajo decente y crecimiento económico",
            "Достойная работа и экономический рост",
            "العمل اللائق ونمو الاقتصاد",
            "体面工作和经济增长",
        ),
    ),
    (
        "1 2 3 4 5 a b c",
        "#FD6925",
        (
            "Industry, innovation and infrastructure",
            "Industrie, innovation et infrastructure",
            "Industria, innovación e infraestructura",
            "Индустриализация, инновации и инфраструктура",
            "الصناعة والابتكار والهياكل الأساسية",
            "产业、创新和基础设施",
        ),
    ),
    (
        "1 2 3 4 5 6 7 a b c",
        "#DD1367",
        (
            "Reduced inequalities",
            "Inégalités réduites",
            "Reducción de las desigualdades",
            "Уменьшение неравенства",
            "الحد من أوجه عدم المساواة",
            "减少不平等",
        ),
    ),
    (
        "1 2 3 4 5 6 7 a b c",
        "#FD9D24",
        (
            "Sustainable cities and communities",
            "Villes et communautés durables",
            "Ciudades y comunidades sostenibles",
            "Устойчивые города и населенные пункты",
            "مدن ومجتمعات محلية مستدامة",
            "可持续城市和社区",
        ),
    ),
    (
        "1 2 3 4 5 6 7 8 a b c",
        "#BF8B2E",
        (
            "Responsible consumption and production",
            "Consommation et production responsables",
            "Producción y consumo responsables",
            "Ответственное потребление и производство",
            "الاستهلاك والإنتاج المسؤولان",
            "负责任消费和生产",
        ),
    ),
    (
        "1 2 3 a b",
        "#3F7E44",
        (
            "Climate action",
            "Mesures relatives à la lutte contre les changements climatiques",
            "Acción por el clima",
            "Борьба с изменением климата",
            "العمل المناخي",
            "气候行动",
        ),
    ),
    (
        "1 2 3 4 5 6 7 a b c",
        "#0A97D9",
        (
            "Life below water",
            "Vie aquatique",
            "Vida submarina",
            "Сохранение морских экосистем",
            "الحياة تحت الماء",
            "水下生物",
        ),
    ),
    (
        "1 2 3 4 5 6 7 8 9 a b c",
        "#56C02B",
        (
            "Life on land",
            "Vie terrestre",
            "Vida de ecosistemas terrestres",
            "Сохранение экосистем суши",
            "الحياة في البر",
            "陆地生物",
        ),
    ),
    (
        "1 2 3 4 5 6 7 8 9 10 a b",
        "#00689D",
        (
            "Peace, justice and strong institutions",
            "Paix, justice et institutions efficaces",
            "Paz, justicia e instituciones sólidas",
            "Мир, правосудие и эффективные институты",
            "السلام والعدل والمؤسسات القوية",
            "和平、正义与强大机构",
        ),
    ),
    (
        "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19",
        "#19486A",
        (
            "Partnerships for the goals",
            "Partenariats pour la réalisation des objectifs",
            "Alianzas para lograr los objetivos",
            "Партнерство в интересах устойчивого развития",
            "عقد الشراكات لتحقيق الأهداف",
            "促进目标实现的伙伴关系",
        ),
    ),
)
"""For goals 1 to 17: the codes of its targets, its official colour, its short name in `LANGUAGES`."""

_SDG_SCHEME = sdg.iri.rstrip("/")
_AREA = f"{_SDG_SCHEME}/codes/geoArea/"
_NOT_IN_M49 = frozenset({"TWN"})  # ISO gives it a number that the list of the United Nations does not have
_LICENSE = "https://creativecommons.org/licenses/by/4.0/"
_SKOS = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
_DCT = "@prefix dct: <http://purl.org/dc/terms/> .\n"


def _literal(text: str, language: str = "") -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"' + (f"@{language}" if language else "")


def _resource(subject: str, *lines: str) -> str:
    """A Turtle block: the subject with its type, then one predicate a line."""
    return f"{subject} " + " ;\n    ".join(lines) + " .\n"


def countries() -> str:
    """`codes-country.ttl`: every country of ISO 3166-1."""
    known = sorted(pycountry.countries, key=lambda country: country.alpha_3)
    return "\n".join((_country_head(), *map(_country, known)))


def _country_head() -> str:
    scheme = code("country", "").value
    head = (
        "# Generated by tools/generate_ontology.py from pycountry. Codes are those of ISO 3166-1; matches are the\n"
        "# areas of the United Nations, whose numbers are written without leading zeros.\n\n"
    )
    prefixes = f"@prefix area: <{_AREA}> .\n@prefix country: <{scheme}> .\n{_DCT}{_SKOS}\n"
    return (
        head
        + prefixes
        + _resource(
            f"<{scheme.rstrip('/')}>",
            "a skos:ConceptScheme",
            'dct:title "Country"@en',
            'dct:description "The countries and territories of ISO 3166-1."@en',
            f"dct:creator <{BASE}>",
            f"dct:license <{_LICENSE}>",
        )
    )


def _country(country: Any) -> str:
    label = getattr(country, "common_name", country.name)
    others = sorted({country.name, getattr(country, "official_name", label)} - {label})
    scheme = f"<{code('country', '').value.rstrip('/')}>"
    match = () if country.alpha_3 in _NOT_IN_M49 else (f"skos:exactMatch area:{int(country.numeric)}",)
    return _resource(
        f"country:{country.alpha_3}",
        "a skos:Concept",
        f"skos:prefLabel {_literal(label, 'en')}",
        *(f"skos:altLabel {_literal(other, 'en')}" for other in others),
        f"skos:notation {_literal(country.alpha_3)}, {_literal(country.alpha_2)}",
        f"skos:inScheme {scheme}",
        f"skos:topConceptOf {scheme}",
        *match,
    )


def goals() -> str:
    """`sdg.ttl`: the goals and targets under the IRIs of the United Nations."""
    blocks = [_goals_head()]
    for number, (targets, colour, names) in enumerate(GOALS, start=1):
        codes = [f"{number}.{target}" for target in targets.split()]
        blocks += [_goal(number, codes, colour, names), *(_target(number, target) for target in codes)]
    return "\n".join(blocks)


def _goals_head() -> str:
    head = (
        "# Generated by tools/generate_ontology.py. The 17 goals and 169 targets: codes and IRIs of the United Nations,\n"
        "# official short names in its six languages, official colours.\n\n"
    )
    prefixes = f"{_DCT}@prefix schema: <https://schema.org/> .\n@prefix sdg: <{sdg.iri}> .\n@prefix sdgo: <{sdgo.iri}> .\n{_SKOS}\n"
    citation = (
        "Joshi, Gonzalez Morales, Klarman, Helton 2019: A Knowledge Organization System for the United Nations "
        f"Sustainable Development Goals. New York. {_SDG_SCHEME}"
    )
    return (
        head
        + prefixes
        + _resource(
            f"<{_SDG_SCHEME}>",
            "a skos:ConceptScheme",
            'dct:title "Sustainable Development Goals"@en',
            f"dct:bibliographicCitation {_literal(citation)}",
        )
    )


def _goal(number: int, targets: list[str], colour: str, names: tuple[str, ...]) -> str:
    return _resource(
        f"sdg:{number}",
        "a sdgo:Goal, skos:Concept",
        f"skos:notation {_literal(str(number))}",
        *(
            f"skos:prefLabel {_literal(name, language)}"
            for language, name in zip(LANGUAGES, names, strict=True)
        ),
        f"schema:color {_literal(colour)}",
        "sdgo:hasTarget " + ", ".join(f"sdg:{target}" for target in targets),
        f"skos:inScheme <{_SDG_SCHEME}>",
        f"skos:topConceptOf <{_SDG_SCHEME}>",
    )


def _target(goal: int, target: str) -> str:
    return _resource(
        f"sdg:{target}",
        "a sdgo:Target, skos:Concept",
        f"skos:notation {_literal(target)}",
        f"skos:prefLabel {_literal(f'SDG target {target}', 'en')}",
        f"sdgo:isTargetOf sdg:{goal}",
        f"skos:inScheme <{_SDG_SCHEME}>",
    )


def main(arguments: list[str]) -> int:
    """Write both files into a folder, by default the project's `ontology/`."""
    target = Path(arguments[0]) if arguments else folder("ontology")
    for name, text in (("codes-country.ttl", countries()), ("sdg.ttl", goals())):
        (target / name).write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
