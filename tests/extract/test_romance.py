"""Answers in Romance languages that leave subjects out, deny behind the name, and cite and count in their own words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lgq_graph.extract.contacts import BLANK, Known, withhold
from lgq_graph.extract.legislation import find_laws
from lgq_graph.extract.numbers import find_numbers
from lgq_graph.extract.partners import find_partners
from lgq_graph.model import Kind, Mentions

from .test_owners import told

Read = Callable[..., Mentions]
A, B = "https://a.example/1", "https://b.example/2"


@pytest.mark.parametrize("act", [
    "Decreto Alcaldicio N° 55", "Acuerdo Plenario Nº 55", "Deliberação Camarária n.º 55", "Oficio Circularizado No. 55", "Decreto Real del 3 de mayo",
])  # fmt: skip
def test_an_act_behind_approved_by_is_no_person(act: str) -> None:
    """A word for a law opens it, or a number follows; a person behind the same words is still withheld."""
    text = f"La Agenda fue aprobada por {act}."
    assert withhold(text, 21, Known((), [text]))[0] == text
    text = "La Agenda fue aprobada por Lei Zhangova."
    assert withhold(text, 21, Known((), [text]))[0] == f"La Agenda fue aprobada por {BLANK}."


@pytest.mark.parametrize("said", [
    "TikTok no usamos", "TikTok: no lo usamos", "TikTok não utilizamos", "TikTok, nous ne l'utilisons pas", "TikTok : nous n'avons pas de compte",
    "TikTok non lo usiamo", "TikTok nutzen wir nicht", "TikTok we don't use", "No contamos con cuenta en TikTok", "Non usiamo TikTok",
])  # fmt: skip
def test_a_network_that_is_denied_gives_no_account(read: Read, said: str) -> None:
    """Behind its name, with the verb last, as before it."""
    assert [name.name for name in read(f"Facebook. {said}.", 36).names] == ["Facebook"]


def test_only_is_no_denial(read: Read) -> None:
    """ "No solo" and "non solo" go on to tell of the account."""
    found = read("Facebook no solo informa. Instagram non solo informa.", 36)
    assert [name.name for name in found.names] == ["Facebook", "Instagram"]


@pytest.mark.parametrize("talks", [
    "Con Turín (Italia) hay conversaciones, sin acuerdo firmado.", "Com Turim (Itália) há conversações, sem acordo assinado.",
    "Avec Turin (Italie), des discussions sont en cours.", "Con Torino (Italia) sono in corso trattative per un accordo.",
    "With Turin (Italy) there are talks, without a formal agreement.", "Mit Turin (Italien) laufen Gespräche über eine Partnerschaft.",
])  # fmt: skip
def test_talks_are_no_partnership(talks: str) -> None:
    """The partner of the sentence before them stays."""
    found = find_partners(f"Twinned with Lyon (France). {talks}", "KE", "Nairobi")
    assert [partner.name for partner in found] == ["Lyon"]


@pytest.mark.parametrize(("text", "network"), [
    ("Somos parte de Mercoverdes desde 2002.", "Mercoverdes"), ("Fazemos parte da Eurovales desde 2002.", "Eurovales"),
    ("Nous faisons partie de Eurovals depuis 2002.", "Eurovals"), ("We have been part of Eurovalleys since 2002.", "Eurovalleys"),
    ("We are part of the Valleys project.", ""), ("We are part of Bavaria (Germany).", ""),
])  # fmt: skip
def test_what_we_are_part_of_is_a_network(text: str, network: str) -> None:
    """By whatever name, if it is no project and no place."""
    found = find_partners(text, "KE", "Nairobi")
    assert [(p.name, str(p.kind)) for p in found if p.name] == ([(network, "network")] if network else [])


BESIDE = [
    "La Agenda Sol 2022-2026 ({}) tiene 4 ejes. Se ordena con el Plan de Barrios Vivos y contribuye al ODS 11.",
    "La Agenda Sol 2022-2026 ({}) tiene 4 ejes. Está alineada con el Plan de Barrios Vivos y contribuye al ODS 11.",
    "A Agenda Sol 2022-2026 ({}) tem 4 eixos. Articula-se com o Plano Diretor Vivo e contribui para o ODS 11.",
    "L'Agenda Sol 2022-2026 ({}) a 4 axes. Elle s'articule avec le Plan Climat Vivant et contribue à l'ODD 11.",
    "L'Agenda Sol 2022-2026 ({}) ha 4 assi. Si coordina con il Piano Urbano Vivo e contribuisce all'OSS 11.",
]  # fmt: skip


@pytest.mark.parametrize("text", BESIDE)
def test_a_goal_is_not_that_of_the_plan_beside(read: Read, text: str) -> None:
    """What a verb is bound to by a preposition is not its subject, which is left out."""
    assert told(read(text.format(A), 21)).endswith("Agenda Sol 2022-2026")


def test_a_goal_is_that_of_the_plan_with_a_clause_of_its_own(read: Read) -> None:
    """ "…, que contribuye" speaks of the name before it."""
    text = f"La Agenda Sol 2022-2026 ({A}) tiene 4 ejes. Se alinea con el Plan de Barrios Vivos, que contribuye al ODS 11."
    assert told(read(text, 21)) == "11 Plan de Barrios Vivos"


@pytest.mark.parametrize("between", [
    "En 2022 atendió a 300 hogares. Se relaciona con", "Em 2022 atendeu 300 lares. Relaciona-se com", "Nel 2022 ha servito 300 case. Si collega a",
])  # fmt: skip
def test_what_it_did_keeps_the_thing_in_mind(read: Read, between: str) -> None:
    """A sentence without a subject goes on about the thing, and so does the next."""
    assert told(read(f"Puerta Verde ({A}) es nueva. {between} ODS 1.", 26)) == "1 Puerta Verde"


@pytest.mark.parametrize(("text", "wanted"), [
    (f"Trole Ya ({A}) y Cruce Azul ({B}). Trole Ya apunta a la meta 11.2 y Cruce Azul a la meta 3.6.", "11 Trole Ya, 3 Cruce Azul"),
    (f"Trole Já ({A}) e Passo Azul ({B}). Trole Já contribui para o ODS 11 e Passo Azul para o ODS 3.", "11 Trole Já, 3 Passo Azul"),
    (f"Trole Ya ({A}). Cruce Azul es un sistema de luces. Trole Ya apunta a la meta 11.2 y Cruce Azul a la meta 3.6.", "11 Trole Ya, 3 Cruce Azul"),
    (f"Trole Now ({A}). Safe Cross is a system of lights. Trole Now supports target 11.2 and Safe Cross target 3.6.", "11 Trole Now, 3 Safe Cross"),
])  # fmt: skip
def test_each_has_its_target_though_the_verb_is_left_out(read: Read, text: str, wanted: str) -> None:
    """A target beside one that is sure to be the UN's is one too."""
    assert told(read(text, 25)) == wanted


@pytest.mark.parametrize(("question", "text", "name"), [
    (7, "No hay portal propio. Usa Compras Claras ({}).", "Compras Claras"), (7, "Utilizamos Compras Claras ({}).", "Compras Claras"),
    (7, "Usiamo Acquisti Chiari ({}), piattaforma dello Stato.", "Acquisti Chiari"), (7, "USA Trade Desk ({}).", "USA Trade Desk"),
    (6, "Dados Abertos Sol, em {}, publica 96 conjuntos.", "Dados Abertos Sol"), (6, "Dati Aperti Sol, su {}, pubblica 96 dataset.", "Dati Aperti Sol"),
    (6, "Données Ouvertes Sol, à l'adresse {}, publie 96 jeux.", "Données Ouvertes Sol"),
    (26, "La Ventanilla Única Sol, VUS ({}), junta los subsidios.", "La Ventanilla Única Sol"),
    (26, "O Balcão Único Sol, BUS ({}) junta os subsídios.", "O Balcão Único Sol"),
])  # fmt: skip
def test_a_name_without_what_leads_to_it_or_follows(read: Read, question: int, text: str, name: str) -> None:
    """No verb before it, no preposition of its address, no initials behind it."""
    assert [found.name for found in read(text.format(A), question).names] == [name]


@pytest.mark.parametrize(
    "place",
    ["en 26 plazas y calles", "em 26 praças e ruas", "dans 26 parcs et rues", "nelle 26 piazze e vie"],
)
def test_a_remark_may_tell_of_two_places(read: Read, place: str) -> None:
    """Behind a preposition "and" joins no names."""
    found = read(f"1. Zona Azul Sol, internet gratis {place}.\n2. Ruta Sol, mapa de calles.", 27)
    assert [name.name for name in found.names] == ["Zona Azul Sol", "Ruta Sol"]


def test_bodies_in_passing_and_services_that_are_none(read: Read) -> None:
    """Councils, overseers, one with which it acts, what one is a member of; a digital service is no body."""
    text = (
        "Se entrega al Concejo Municipal y a la Contraloría Regional, en coordinación con SENAPREX. Participa en la Red de Barrios Digitales. "
        "Servicio digital de transporte puerta a puerta: no existe."
    )
    found = [name.name for name in read(text, 34).names if name.kind is Kind.ORGANISATION]
    assert found == ["Concejo Municipal", "Contraloría Regional", "SENAPREX", "Red de Barrios Digitales"]


@pytest.mark.parametrize(("text", "date"), [
    (f"Ley 20.285 sobre Datos ({A}), de 2008; y otra.", "2008"), (f"Lei 12.527 de Acesso ({A}), de 18 de novembro de 2011.", "2011-11-18"),
    (f"Law 20.285 on Access ({A}), of 2008.", "2008"), (f"Ley 20.285 sobre Datos ({A}), de 2008 artículos.", ""),
])  # fmt: skip
def test_a_law_has_the_date_behind_its_link(text: str, date: str) -> None:
    """Which parts the two; a number of things is no year."""
    assert [law.date for law in find_laws(text, iso2="CL", month_first=False, city="Norwood")] == [date]


NUMBERS = [
    ("con respuesta en un máximo de 20 días hábiles", "20 días hábiles at-most"), ("resposta em até 20 dias úteis", "20 dias úteis at-most"),
    ("réponse sous 20 jours ouvrés", "20 jours ouvrés unspecified"), ("risposta entro 20 giorni lavorativi", "20 giorni lavorativi unspecified"),
    ("Antwort innerhalb von 20 Arbeitstagen", "20 Arbeitstagen unspecified"),
    ("Hay tres aplicaciones: A, B y C.", "3 aplicaciones unspecified"), ("Há doze portais.", "12 portais unspecified"),
    ("Ci sono tre applicazioni.", "3 applicazioni unspecified"), ("Las tres aplicaciones son gratuitas.", ""), ("Um dos portais é novo.", ""),
    ("Cerca del 40 % (47 de los 118 trámites).", "40 share about|47 trámites unspecified|118 trámites unspecified"),
    ("Cerca de 40 % (47 dos 118 serviços).", "40 share about|47 serviços unspecified|118 serviços unspecified"),
    ("118 trámites publicados y 47 se hacen por internet", "118 trámites publicados unspecified|47 trámites publicados unspecified"),
    ("118 services and 47 are fully online", "118 services unspecified|47 services unspecified"),
    ("118 kiosks in 12 districts and 47 are online", "118 kiosks unspecified|12 districts unspecified"),
    ("17.520 hogares, el 62 % de ellos con hijos", "17520 hogares unspecified|62 hogares unspecified"),
    ("Più di 300 servizi", "300 servizi more-than"),
    ("rund 300 Services", "300 Services about"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), NUMBERS)
def test_numbers_in_words_terms_and_parts(text: str, wanted: str) -> None:
    """What a term lasts, how many in words, and parts of what was counted."""
    found = find_numbers(text, [], 2022, "CL")
    assert "|".join(f"{n.value} {n.indicator} {n.bound}" for n in found) == wanted


@pytest.mark.parametrize(("text", "values"), [
    ("Once services are online, residents use them.", []), ("Once apps are ready, we tell of them.", []), ("These are past due services.", []),
    ("Tenemos once servicios en línea.", [11]), ("Hay veinticinco escuelas conectadas.", [25]), ("Há dezesseis escolas ligadas.", [16]),
    ("Ci sono ventotto servizi online.", [28]), ("Il y a deux services en ligne.", [2]),
])  # fmt: skip
def test_a_number_in_words_is_of_the_tongue_of_its_noun(text: str, values: list[int]) -> None:
    """ "Once" is eleven before Spanish services alone."""
    assert [int(number.value) for number in find_numbers(text)] == values


@pytest.mark.parametrize("said", [
    "Pas de compte TikTok", "Aucun compte sur TikTok", "Pas de page TikTok pour l’instant", "Sin cuenta de TikTok", "Sin perfil en Threads ni en TikTok",
    "Nessun account TikTok", "Kein Konto bei TikTok", "Sem conta no TikTok", "Nenhum perfil no TikTok", "Pas d’Instagram ni de TikTok", "No TikTok account",
])  # fmt: skip
def test_no_account_is_none(read: Read, said: str) -> None:
    """With the noun before the network, in a sentence without a verb."""
    assert [name.name for name in read(f"Facebook. {said}.", 36).names] == ["Facebook"]


def test_what_is_without_doubt_is_there(read: Read) -> None:
    """ "Sin" and "sans" deny nothing before another noun."""
    assert "TikTok" in [name.name for name in read("Facebook. Sin duda, TikTok.", 36).names]


@pytest.mark.parametrize(("text", "name"), [
    ("L’Atelier Urbain Vif a accompagné 68 projets ; il relève de l’ODD 9.", "L’Atelier Urbain Vif"),
    ("Le Jardin Vif aide les habitants à planter ; il répond à l’ODD 11.", "Le Jardin Vif"),
    ("El Taller Urbano Sol ha acompañado 68 proyectos; contribuye al ODS 9.", ""),
    ("O Atelier Urbano Sol apoiou 68 projetos; contribui para o ODS 9.", ""),
    ("Il Laboratorio Urbano Sol ha aiutato 68 progetti; contribuisce all’OSS 9.", ""),
    ("Paris, capitale verte, a choisi ses priorités ; l’égalité des salaires (ODD 5) est un but de toute la ville.", ""),
])  # fmt: skip
def test_a_clause_is_no_entry_of_a_list(read: Read, text: str, name: str) -> None:
    """A semicolon parts two clauses, of which the second speaks of the subject of the first; neither is a name."""
    assert [n.name for n in read(text, 24).names] == [name][: bool(name)]


@pytest.mark.parametrize("count", ["3 480 ménages", "12 400 households", "1 200 000 vecinos", "9 500 postes"])
def test_a_count_behind_goals_is_no_goal(read: Read, count: str) -> None:
    """Its thousands stand apart."""
    goals = read(
        f"• « Toits Vifs » : conseil. Contribue aux ODD 7, 11 et 13 ; {count} depuis 2019.", 24
    ).goals
    assert [goal.goal for goal in goals] == [7, 11, 13]


LABELLED = [
    "Carte Vive : tarifs réduits pour les foyers, demande en ligne auprès du CCAS ({}). Elle participe à l’ODD 1.",
    "Tarjeta Viva: tarifas reducidas para hogares, solicitud en línea ante la OMIC ({}). Contribuye al ODS 1.",
    "Cartão Vivo: tarifas reduzidas, pedido online junto da EMEL ({}). Contribui para o ODS 1.",
    "Blue Card: lower fares for culture and sport, to be asked for at the TCO ({}). It serves SDG 1.",
    "Talk Town: the platform of Exampleton and of its villages, open since March 2020, {}. It serves SDG 1.",
    "Carte Vive : tarifs réduits ({}). Elle participe à l’ODD 1 « Pas de pauvreté ».",
]  # fmt: skip


@pytest.mark.parametrize("text", LABELLED)
def test_a_line_with_a_label_is_an_entry(read: Read, text: str) -> None:
    """The link and the goal are those of the label, and not of the office that stands last."""
    found = read(text.format(A), 26)
    label = text.partition(":")[0].strip()
    assert [found.names[link.owner].name for link in found.links if link.owner is not None] == [label]
    assert [(goal.goal, [found.names[i].name for i in goal.owners]) for goal in found.goals] == [(1, [label])]


@pytest.mark.parametrize(("text", "owner"), [
    ("Public transport: real times of buses in Bus Eye ({}). It is free.", "Bus Eye"),
    ("Public transport: the app “Bus Eye” ({}). It is free.", "Bus Eye"),
    ("Transports publics : l’application Bus Vif ({}). Elle est gratuite.", "Bus Vif"),
])  # fmt: skip
def test_a_topic_is_no_entry(read: Read, text: str, owner: str) -> None:
    """Where another thing is named behind it, the link is that thing's."""
    found = read(text.format(A), 26)
    assert [found.names[link.owner].name for link in found.links if link.owner is not None] == [owner]


def test_what_a_thing_lacks_is_no_name(read: Read) -> None:
    """ "… or without account (link)" names nothing."""
    names = [
        name.name for name in read(f"Requests go online, with a password or without account ({A}).", 29).names
    ]
    assert not any("without" in name for name in names)


USED = [
    "inscription gratuite, 12 400 abonnés", "online inscription of the isolated older persons", "réservation en ligne de vélos", "inscripción gratuita por SMS",
    "inscrição gratuita por SMS", "iscrizione gratuita per i residenti", "Anmeldung per SMS", "demande d’aide par formulaire", "door to door service for older persons",
]  # fmt: skip


@pytest.mark.parametrize("used", USED)
@pytest.mark.parametrize("question", [24, 37])
def test_what_one_signs_up_for_is_a_service(read: Read, used: str, question: int) -> None:
    """Also where the question asks where people are warned."""
    found = read(f"Oui.\n• « Alerte Vive » : {used} ({B}) ;", question)
    assert [(name.name, name.kind) for name in found.names] == [("Alerte Vive", Kind.SERVICE)]


@pytest.mark.parametrize(
    "phone", ["(tel. 115 20 30)", "(tél. : 02 00 00 00 12)", "(phone +1 555 0100)", ": tel. 115 20 30"]
)
def test_what_is_reached_by_telephone_is_a_service(read: Read, phone: str) -> None:
    """By the number right behind its name."""
    found = read(
        f"Oui.\n• « Alerte Vive » : inscription gratuite ({B}) ;\n• « Allo Vif » {phone}, 7 j/7 ;", 37
    )
    assert [name.kind for name in found.names if name.name == "Allo Vif"] == [Kind.SERVICE]
