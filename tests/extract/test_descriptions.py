"""Definite descriptions, ordinals and titles above: what a goal is said of where its sentence names nothing."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from lgq_graph.extract.descriptions import describing
from lgq_graph.model import Mentions

from .test_owners import told

Read = Callable[..., Mentions]

PORTAL = "The Heat Portal (https://h.example) is new."
TWO = '"Leak Desk" (https://l.example) and "Rain Map" (https://r.example) are new.'
THREE = '"Leak Desk" (https://l.example), "Rain Map" (https://r.example) and "Sun Share" (https://s.example) are new.'
STANDS = [
    ("The strategy is Blue Masterplan 2030 (https://b.example). It was adopted in 2021. The masterplan is aligned with SDG 11.", 21, "11 Blue Masterplan 2030"),
    ("The Blue Programme 2030 (https://b.example) was adopted in 2021. The programme carries out the Harbour Strategy and contributes to SDG 9.", 21, "9 Blue Programme 2030"),
    ("La Estrategia Azul 2030 (https://b.example) consta de 6 ejes. La estrategia contribuye al ODS 9.", 21, "9 La Estrategia Azul 2030"),
    (f"{PORTAL} The portal itself supports SDG 13.", 24, "13 Heat Portal"),
    (f"{PORTAL} It was opened by the mayor. Residents like it. The portal supports SDG 13.", 24, "13 Heat Portal"),
    (f"{PORTAL} Our portal supports SDG 13.", 24, "13 Heat Portal"),
    (f"{PORTAL} That portal supports SDG 13.", 24, "13 Heat Portal"),
    (f"{PORTAL} The said portal supports SDG 13.", 24, "13 Heat Portal"),
    ("El Portal del Calor (https://h.example) es nuevo. Este portal contribuye al ODS 13.", 24, "13 El Portal del Calor"),
    ("Le Plan Bleu 2030 (https://h.example) est nouveau. Le plan contribue à l'ODD 13.", 21, "13 Le Plan Bleu 2030"),
    ("O Plano Azul 2030 (https://h.example) é novo. O plano contribui para o ODS 13.", 21, "13 O Plano Azul 2030"),
    ("Портал «Тепло» (https://h.example) открыт. Этот портал способствует достижению ЦУР 13.", 24, "13 Тепло"),
    ("“热力地图”平台（https://h.example）已上线。该平台支持可持续发展目标13。", 24, "13 热力地图"),
    ("Night Bus (https://n.example) is a free bus service; it has ramps and seats, and the service supports SDG 11.", 24, "11 Night Bus"),
    ("Leak Desk (https://l.example): reports of leaks. Once the dashboard opens, the initiative will serve SDG 7. It serves SDG 6.", 24, "6 Leak Desk"),
    ("«Tu Calle» es la aplicación móvil (https://z.example/app); cuenta con 1.000 descargas y está alineada con el ODS 11.", 24, "11 Tu Calle"),
    ("All is listed on the portal Heat Base (https://h.example). With My Exampleton (https://m.example) residents pay bills, and the portal supports SDG 16.", 24, "16 My Exampleton"),
    (f"{TWO} The first supports SDG 6, the second SDG 13.", 24, "6 Leak Desk, 13 Rain Map"),
    (f"{TWO} El primero contribuye al ODS 6 y el segundo al ODS 13.", 24, "6 Leak Desk, 13 Rain Map"),
    (f"{TWO} Ce dernier contribue à l'ODD 13.", 24, "13 Rain Map"),
    (f"{THREE} The first supports SDG 6, the second supports SDG 13 and the third supports SDG 7.", 24, "6 Leak Desk, 13 Rain Map, 7 Sun Share"),
    ("Tres servicios. El primero es el Registro Azul (https://r.example); el segundo, las Ayudas Verdes (https://a.example), que están vinculadas al ODS 1.", 24, "1 Ayudas Verdes"),
    ("The strategy is set out in the Harbour Strategy 2030 (https://h.example) and contributes to SDG 9.", 21, "9 Harbour Strategy 2030"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "question", "wanted"), STANDS)
def test_a_description_stands_for_the_thing_that_its_noun_tells_of(
    read: Read, text: str, question: int, wanted: str
) -> None:
    """By its name, its kind or what it is called, in seven languages; an ordinal by its place."""
    assert told(read(text, question)) == wanted


UNTOLD = [
    ("The Heat Portal (https://h.example) and the Noise Portal (https://n.example) are new. The portal supports SDG 13.", 24),
    ("The Blue Strategy 2030 (https://b.example) and the Green Strategy 2030 (https://g.example) hold. The strategy supports SDG 13.", 21),
    (f"{PORTAL} The app supports SDG 13.", 24),
    (f"{PORTAL} The roadmap supports SDG 13.", 24),
    (f"{PORTAL} The portal of the harbour supports SDG 13.", 24),
    (f"{PORTAL} The department supports SDG 13.", 24),
    (f"{PORTAL} A mobile app supports SDG 13.", 24),
    ("The harbour is new. The dashboard supports SDG 13.", 24),
    ("The programme carries out the Harbour Strategy and contributes to SDG 9.", 21),
    ("It feeds the Harbour Portal (https://h.example) and contributes to SDG 9.", 24),
    (f"{THREE} The latter supports SDG 7.", 24),
    (f"{PORTAL}\n- The app supports SDG 13.", 24),
    ("Visits to the portal are counted on Heat Base (https://h.example). In 2022 the portal served SDG 13.", 24),
]  # fmt: skip


@pytest.mark.parametrize(("text", "question"), UNTOLD)
def test_a_description_of_nothing_named_or_of_two_things_says_nothing(
    read: Read, text: str, question: int
) -> None:
    """No wrong owner, and no thing that is called "dashboard"."""
    found = read(text, question)
    assert told(found) == ""
    assert not {name.name.lower() for name in found.names} & {"app", "roadmap", "dashboard", "mobile app"}


def test_a_description_beside_a_name_is_no_description(read: Read) -> None:
    """ "The app Leak Desk" speaks of Leak Desk, "our strategy" without one before of the city."""
    assert told(read(f"{PORTAL} The app Leak Desk supports SDG 6.", 24)) == "6 Leak Desk"
    assert told(read("Our strategy follows SDG 6.", 24)) == "6"


TITLED = [
    ("First Home\nhttps://x.example/home\nOne form for all flats. 870 households were on the list. SDG 1.", "1 First Home"),
    ("Safe Band\nhttps://x.example/band\nWristbands for older persons; helps to reach SDG 3.", "3 Safe Band"),
    ("Welcome Point\nno page, by appointment\nContributes to SDG 10, and not to SDG 8, as was stated before.", "10 Welcome Point"),
    ("Booking Garden\nPeople can book a bench.\nFree Wave Net\nFree internet in 1,902 points. It contributes to SDG 9 and also SDG 4.", "9 Free Wave Net, 4 Free Wave Net"),
    ("SDG 6\nSDG 7", "6, 7"),
    ("Green Lanes\n\nThe city plants trees. We contribute to SDG 15.", "15"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), TITLED)
def test_a_goal_below_a_name_that_fills_a_line_is_of_it(read: Read, text: str, wanted: str) -> None:
    """With or without a link below it; a line that is a goal, or another paragraph, heads nothing."""
    assert told(read(text, 24)) == wanted


BUS = "Night Bus (https://n.example)"
NOT_CLAIMED = [
    f"{BUS} does not yet count for SDG 8.", f"{BUS} is not counted for SDG 8.", f"{BUS} is not, contrary to what some write, a contribution to SDG 8.",
    f"{BUS} is not (as was stated in 2020) tied to SDG 8.", f"{BUS} does not, despite its name, contribute to SDG 8.", f"{BUS}: no SDG has been assigned, although SDG 8 was suggested.",
    f"{BUS}: SDG 8 was proposed, but nobody confirmed it.", f"{BUS}: SDG 8 was considered and rejected.", f"We do not count {BUS} for SDG 8.", f"We make no claim under SDG 8 for {BUS}.",
    f"{BUS} will be counted toward SDG 8.", f"{BUS} is to support SDG 8 from 2030.", f"{BUS} is planned for 2030 and is meant to serve SDG 8.",
    "Autobús Noche (https://n.example): no contribuye, al menos por ahora, al ODS 8.", f"{BUS} runs at night; from 2030 it is to support SDG 8.",
]  # fmt: skip


@pytest.mark.parametrize("text", NOT_CLAIMED)
def test_a_goal_that_is_weighed_or_yet_to_come_is_not_claimed(read: Read, text: str) -> None:
    """Denied over an insertion, weighed and not given, or still to come; and nothing is called "No SDG"."""
    found = read(text, 24)
    assert told(found) == ""
    assert not any("SDG" in name.name for name in found.names)


CLAIMED = [
    f"{BUS} is a bus whose purpose is to serve SDG 8.", f"{BUS} is meant to serve SDG 8.", f"{BUS} is new and it serves SDG 8, although SDG 3 was suggested.",
    f"{BUS} is not expensive and, contrary to rumours, serves SDG 8.", f"{BUS} does not run on Sundays, but it counts for SDG 8.", f"{BUS} supports SDG 8, as was suggested by residents.",
    f"{BUS}, no longer a pilot, supports SDG 8.", f"Our goal with {BUS} is to contribute to SDG 8.", f"{BUS} is not only a bus, it contributes to SDG 8.",
    "Old Bus (not shown) and [Night Bus](https://n.example/x), which serves SDG 8.",
]  # fmt: skip


@pytest.mark.parametrize("text", CLAIMED)
def test_a_claim_beside_a_denial_holds(read: Read, text: str) -> None:
    """What is denied or weighed is another goal, or another thing."""
    assert told(read(text, 24)) == "8 Night Bus"


@pytest.mark.parametrize(
    "words",
    ["the portal of ", "the portals ", "the council ", "a map ", "the map Foo ", "our map ", "portal "],
)
def test_what_is_no_description(words: str) -> None:
    """More of a name, several things, bodies, what is new."""
    assert describing(words, 0) is None


def test_many_descriptions_take_linear_time(read: Read) -> None:
    """Each looks back a few sentences, and over the names of the answer once."""
    text, begun = f"{PORTAL} " + "The dashboard supports SDG 13. " * 400, time.process_time()
    read(text, 24)
    assert time.process_time() - begun < 5
