"""French answers: quotation marks with spaces inside, names for short before long ones, addresses that end a bracket."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lgq_graph.extract.links import find_links
from lgq_graph.model import Kind, Mentions

Read = Callable[..., Mentions]
LEAD = "Les outils, avec leurs ODD :\n\n• « Toits Vifs » : toiture. ODD 7.\n• « Puits Vifs » : alerte fuite"


@pytest.mark.parametrize(("said", "goals"), [
    (", pour l’objectif « Eau propre et assainissement ».", [7, 6]), (", objectif : « Eau propre et assainissement ».", [7, 6]), (", pour l’objectif «Eau propre et assainissement».", [7, 6]),
    (" ; un cahier « Eau propre et assainissement » est imprimé.", [7]), (", pour l’objectif « Quartiers fleuris ».", [7]),
])  # fmt: skip
def test_a_goal_by_its_name_in_spaced_quotation_marks(read: Read, said: str, goals: list[int]) -> None:
    """Where the word for a goal leads to it."""
    assert [goal.goal for goal in read(LEAD + said, 24).goals] == goals


@pytest.mark.parametrize(("text", "name"), [
    ("le SPOTE (Schéma de promotion des objets trouvés et échangés, 2021-2026) fixe la part", "SPOTE"), ("El PIMUS (Plan integral de movilidad urbana sostenible) fija metas", "PIMUS"),
    ("A EMADE (Estratégia municipal de adaptação) fixa metas", "EMADE"), ("Le PLU (Planche longue) fixe la part", ""), ("le PDF (Plan) fixe", ""),
])  # fmt: skip
def test_a_plan_by_what_it_is_called_for_short(read: Read, text: str, name: str) -> None:
    """Before what that stands for, whose words have no capitals."""
    found = [n.name for n in read(f"Oui : {text}.", 7).names if n.kind is Kind.STRATEGY]
    assert found == [name][: bool(name)]


@pytest.mark.parametrize(("text", "urls"), [
    ("la Médiathèque (catalogue, réservation, mt.ville.fr)", ["mt.ville.fr"]), ("Library (loans; books.town.org) and", ["books.town.org"]), ("(Java, asp.net)", []),
    ("(catalogue, mt.ville.fr et plus)", []), ("(par exemple, etc.)", []),
])  # fmt: skip
def test_an_address_that_ends_a_bracket(text: str, urls: list[str]) -> None:
    """Of three parts, behind a comma; not one among other words."""
    assert [link.url for link in find_links(text)] == urls


@pytest.mark.parametrize("article", ["Le", "El", "O", "Il", "Notre"])
def test_a_subject_in_quotation_marks_has_no_article(read: Read, article: str) -> None:
    """Where the next sentence shows its link."""
    text = f"{article} « Schéma directeur du port vif 2021-2026 » a été approuvé. It is consultable here : https://a.example/s.pdf."
    found = read(text, 21)
    assert [found.names[link.owner].name for link in found.links if link.owner is not None] == [
        "Schéma directeur du port vif 2021-2026"
    ]


def test_two_that_share_a_portal_are_not_its_name(read: Read) -> None:
    """A clause is no noun phrase."""
    found = read(
        "Vivacity (24 communes) and the Ville de Toit share one same portal : https://portal.example.org (renewed).",
        3,
    )
    assert not any("share" in name.name for name in found.names)


@pytest.mark.parametrize(("item", "name"), [
    ("le PLAVI (Document d’information sur les risques)", "PLAVI"), ("el Mapa Vivo (riesgos)", "Mapa Vivo"), ("os Jardins Vivos (mapa)", "Jardins Vivos"), ("il Portale Vivo (rischi)", "Portale Vivo"),
    ("Le Voyage Vif (tourisme)", "Le Voyage Vif"),
])  # fmt: skip
def test_an_article_in_small_letters_is_not_of_the_name(read: Read, item: str, name: str) -> None:
    """One with a capital may be."""
    assert [n.name for n in read(f"Oui :\n• {item}, révisé en 2021 (https://a.example/x) ;", 37).names] == [
        name
    ]
