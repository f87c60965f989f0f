"""Partners in Romance and German sentences: bonds that are over, regions by their noun, lists behind their kind, whose partner one is."""

from __future__ import annotations

import pytest

from lgq_graph.extract.partners import find_partners

ENDED = [
    "Le partenariat avec Turin (Italie) a pris fin en 2020.", "Le jumelage avec Turin (Italie) est suspendu.", "L’accord avec Turin (Italie) a été dénoncé en 2019.",
    "Le jumelage avec Turin (Italie) s’est achevé en 2019.", "La cooperación con Turín (Italia) finalizó en 2019.", "El hermanamiento con Turín (Italia) está suspendido.",
    "El convenio con Turín (Italia) ya no está vigente.", "A parceria com Turim (Itália) terminou em 2018.", "Os acordos com Turim (Itália) foram encerrados em 2019.",
    "Il gemellaggio con Torino (Italia) è terminato nel 2015.", "Die Partnerschaft mit Turin (Italien) endete 2022.", "Die Partnerschaft mit Turin (Italien) wurde 2020 beendet.",
    "The partnership with Turin (Italy) came to an end in 2022.", "The twinning with Turin (Italy) lapsed in 2022.",
]  # fmt: skip


@pytest.mark.parametrize("ended", ENDED)
def test_a_partnership_that_is_over(ended: str) -> None:
    """The partner of the sentence before stays, and that of a clause before."""
    assert [p.name for p in find_partners(f"Twinned with Lyon (France). {ended}", "KE", "Nairobi")] == [
        "Lyon"
    ]


def test_a_bond_that_is_over_beside_one_that_holds() -> None:
    """A clause with a subject of its own speaks of another bond."""
    text = "Nous coopérons avec Lyon (France), et le jumelage avec Turin (Italie) est suspendu."
    assert [p.name for p in find_partners(text, "KE", "Nairobi")] == ["Lyon"]


REGIONS = [
    ("Coopération décentralisée :\n• Kindia (Guinée)\n• le département de la Grand’Anse (Haïti)", "Grand’Anse HT"), ("Coopération :\n• la région de Dakar (Sénégal)", "Dakar SN"),
    ("Partenaires :\n- la province du Hainaut (Belgique)", "Hainaut BE"), ("Socios:\n- la provincia de Málaga (España)", "Málaga ES"), ("Parceiros:\n- o estado da Bahia (Brasil)", "Bahia BR"),
    ("Partner:\n- Kanton Zürich (Schweiz)", ""), ("Partners:\n- the county of Kent (United Kingdom)", "Kent GB"), ("Nous coopérons avec la région Bretagne (France).", "Bretagne FR"),
    ("Cooperamos con la provincia de Málaga (España).", "Málaga ES"), ("Coopération :\n• la ville de Dakar (Sénégal)", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "region"), REGIONS)
def test_the_noun_before_a_name_makes_a_region(text: str, region: str) -> None:
    """And not the city of that name; the noun of a city does not."""
    found = find_partners(text, "KE", "Nairobi")
    assert [f"{p.name} {p.iso2}" for p in found if p.kind == "region"] == [region][: bool(region)]


@pytest.mark.parametrize(("text", "names"), [
    ("Réseaux : Eurocities (https://a.example), CGLU ; in France « Les Reliés » (https://b.example) et OuvertVille.", "Eurocities|CGLU|Les Reliés|OuvertVille"),
    ("Réseaux : Eurocities ; en Allemagne « Les Liés ».", "Eurocities|Les Liés"), ("Redes: Red Viva, Anillo Azul y «Los Conectados» (https://a.example).", "Red Viva|Anillo Azul|Los Conectados"),
    ("Société civile : « La Fabrique » (https://a.example), Toit Vivant, Les Petits Curieux.", "La Fabrique|Toit Vivant|Les Petits Curieux"),
    ("Sociedad civil: Fundación Sol, Los Pequeños Inventores y Casa Abierta.", "Fundación Sol|Los Pequeños Inventores|Casa Abierta"),
    ("Zivilgesellschaft: Grüne Stadt, Offene Tür und Haus Mitte.", "Grüne Stadt|Offene Tür|Haus Mitte"), ("Secteur privé : Alpha Beta, Gamma Delta et Epsilon.", "Alpha Beta|Gamma Delta|Epsilon"),
    ("Private sector and research : cooperation with the University of Lyon and NUT Atlantique.", "University of Lyon|NUT Atlantique"), ("Projets : Jardin Vif, Ville Rose.", ""),
])  # fmt: skip
def test_a_list_behind_its_kind_in_one_sentence(text: str, names: str) -> None:
    """The words before the colon are no partner; a country in it only says where."""
    assert [p.name for p in find_partners(text, "KE", "Nairobi")] == [
        name for name in names.split("|") if name
    ]


@pytest.mark.parametrize(("text", "names"), [
    ("Foo Ltd and Bar Ltd are partners of the Town Lab.", "Foo Ltd|Bar Ltd"), ("Foo SA et Bar SA sont partenaires du Lab Vivant.", "Foo SA|Bar SA"),
    ("Foo SA es socia del Laboratorio Urbano.", "Foo SA"), ("Microsoft é parceira do Laboratório Vivo.", "Microsoft"), ("We are partners of Lyon.", "Lyon"),
    ("Nous sommes partenaires de Lyon (France).", "Lyon"), ("Somos socios de Lyon (Francia).", "Lyon"), ("Nairobi is a partner of Lyon.", "Lyon"),
    ("Die Stadt ist Partner von Lyon (Frankreich).", "Lyon"), ("Lyon est partenaire de notre ville.", "Lyon"),
])  # fmt: skip
def test_what_others_are_partners_of(text: str, names: str) -> None:
    """It is no partner, unless the city that answers is the subject."""
    assert [p.name for p in find_partners(text, "KE", "Nairobi")] == names.split("|")
