"""Laws in Romance languages by what they are called, codes by their matter, and what is none."""

from __future__ import annotations

import pytest

from lgq_graph.extract.legislation import find_laws

LAWS = [
    ("the so-called « loi ALUZ » no. 2021-45 of 15 November 2021, on waste", "loi ALUZ", "2021-45", "2021-11-15"),
    ("la loi dite « ALUZ » n° 2021-45 du 15 novembre 2021", "ALUZ", "2021-45", "2021-11-15"),
    ("la loi ALUZ (n° 2021-45 du 15 novembre 2021)", "loi ALUZ", "2021-45", "2021-11-15"),
    ("la « Ley Alondra » N° 123 del 3 de marzo de 2020", "Ley Alondra", "123", "2020-03-03"),
    ("the so-called “Harbour Data Law” No. 12 of 5 May 2019", "Harbour Data Law", "12", "2019-05-05"),
    ("a chamada «Lei do Porto Digital» n.º 14.129 de 29 de março de 2021", "Lei do Porto Digital", "14.129", "2021-03-29"),
    ("la loi ALUZ oblige les villes", "loi ALUZ", "", ""), ("la loi dite ALUZ", "loi dite ALUZ", "", ""),
    ("la loi « Port et Littoral » n° 2021-45", "Port et Littoral", "2021-45", ""),
    ("la loi du 5 février 2018 relative aux archives", "relative aux archives", "", "2018-02-05"),
    ("la loi n° 78-5 du 6 janvier 1978 relative à la pêche, aux ports et aux bateaux (voir 6)", "relative à la pêche, aux ports et aux bateaux", "78-5", "1978-01-06"),
    ("délibération n° 2019-86 du Conseil métropolitain du 28 juin 2019 (voir 6.)", "", "2019-86", "2019-06-28"),
    ("délibération n° 12 du Conseil communautaire du 3 mai 2020", "", "12", "2020-05-03"),
    ("delibera n. 12 del Consiglio comunale del 3 maggio 2020", "", "12", "2020-05-03"),
    ("conformément au Code de la commande publique, sur la plateforme", "Code de la commande publique", "", ""),
    ("selon le Code des marchés publics sur la plateforme", "Code des marchés publics", "", ""),
    ("según el Código de los Contratos Públicos", "Código de los Contratos Públicos", "", ""),
    ("secondo il Codice dei contratti pubblici", "Codice dei contratti pubblici", "", ""),
    ("le Code de l’urbanisme", "Code de l’urbanisme", "", ""), ("le Code général des impôts", "Code général des impôts", "", ""),
    ("against the RGAA 4.1 (« Référentiel général d’amélioration de l’accessibilité », voir)", "Référentiel général d’amélioration de l’accessibilité", "4.1", ""),
    ("le Référentiel général de sécurité (RGS)", "Référentiel général de sécurité", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "number", "date"), LAWS)
def test_a_law_by_what_it_is_called(text: str, title: str, number: str, date: str) -> None:
    """Behind its type word, in quotation marks before its number, by its matter, or by who made it before the date."""
    found = [(law.title, law.number, law.date) for law in find_laws(text, "FR", city="Exampleton")]
    assert found == [(title, number, date)][: bool(title or number)]


@pytest.mark.parametrize("text", [
    "Code de conduite des agents", "Código de seguridad de la tarjeta", "Code de commande 12", "Code of Construction Practice", "une loi nouvelle",
    "un référentiel général des prix", "la loi BRASIL",
])  # fmt: skip
def test_what_is_no_law_by_name(text: str) -> None:
    """Codes of conduct, of cards and of orders; a country behind the word; a bare noun."""
    assert not find_laws(f"Voir {text}.", "FR")
