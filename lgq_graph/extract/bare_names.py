"""People whom nothing tells but their name: a given name beside a family name, in either order.

The words around it can make a thing of it: a street, a school, a prize, an app that bears the name. What one sentence calls a thing
is one wherever the response names it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import NamedTuple

from .name_lists import folded, is_family, is_given, is_inflected, is_seldom_family, is_seldom_given, is_sure
from .name_words import (
    HONORIFICS,
    PARTICLES,
    ROLES,
    THINGS,
    Token,
    Words,
    is_big_place,
    is_place_word,
    tokens,
)

__all__ = ["BareNames"]

_MOST = 5
"""Words of a name; more capitals in a row are a heading, unless all are known as names."""
_WIDEST = 6
"""Words on each side that can make a thing of a name."""
_JOINED = re.compile(r"[ \xa0]|[-‐‑]|\.[ \xa0]")
_BEHIND, _BEFORE = re.compile(r"[ \xa0-]"), re.compile(r"\.?[ \xa0](?:[dl]['’])?[\"“„«‘]?")
_ELIDED = re.compile(r"(?:[dlns]|qu|dell|all|nell|sull|L(?=['’][^\W\d_]{4}))['’](?=\w)")
_OPENS, _CLOSES = frozenset('"“„«'), frozenset('"”“»')
_HUMPED = re.compile("[a-z]{3}[A-Z]")
_COMPOUND = re.compile(
    r"[^\W\d_]{2,30}(?:stra(?:ß|ss)e|platz|allee|gasse|schule|gymnasium|stiftung|brücke|haus|preis|halle|zentrum|straat|laan|plein|brug|gatan|vägen|torget|skolan|stiftelsen|prijs|stichting)"
)

_NAMED = THINGS | frozenset(
    (
        "tools engine wrapper toolkit package dashboard tracker radar explorer viewer planner finder logger dataset maps image core universe programming bot skill skills falls beach creek county court gallery theatre estate mall market hotel township parish committee council agency department ministry authority unit society association club trust endowment"
        " fellowship charity alert circle chair challenge competition cup medal festival day week month amendment doctrine ordinance register highway freeway parkway terrace crescent"
        " court quay dock docks pier dam reservoir canal tunnel junction elementary primary secondary high nursery clinic consulting associates llp plc pty oy aps srl spa bv nv kg"
        " kart kartı karta karte carte tarjeta cartão jardín botánico port cape fort mount monte san santa santo são saint st ste sainte sankt"
        " calle av avda carrera plaza plazoleta parque paseo puente escuela colegio liceo universidad facultad instituto biblioteca clínica centro fundación premio ley"
        " programa proyecto aeropuerto estación terminal teatro museo estadio polideportivo barrio villa ciudad puerto colonia sector urbanización asociación beca"
        " agencia ministerio secretaría ayuntamiento prefeitura câmara agence ministère mairie amt stadt ville"
        " aplicación plataforma asistente municipio departamento provincia catedral iglesia monumento isla lago playa autopista bulevar malecón mercado"
        " rua praça ponte escola colégio universidade faculdade fundação prêmio prémio lei projeto projecto aeroporto estação estádio bairro vila cidade largo travessa"
        " rodovia alameda jardim ubs creche aplicativo assistente estrada túnel viaduto ginásio"
        " via viale piazza piazzale corso ponte scuola istituto università fondazione legge ospedale stadio stazione palazzo parco circolo comune"
        " rue boulevard quai pont allée impasse école collège lycée université faculté institut bibliothèque médiathèque hôpital clinique fondation prix loi aéroport gare"
        " stade théâtre musée gymnase parc quartier cité salle résidence espace maison esplanade passerelle piscine crèche application plateforme"
        " strada bulevardul calea piața parcul școala liceul colegiul universitatea spitalul fundația premiul teatrul"
        " straße strasse platz allee weg gasse ring ufer brücke schule gymnasium gesamtschule grundschule realschule schulzentrum universität hochschule stiftung preis"
        " gesetz programm krankenhaus klinikum klinik bibliothek bücherei halle haus bad flughafen bahnhof verein gesellschaft akademie siedlung viertel turm"
        " straat laan plein kade brug school stichting prijs universiteit ziekenhuis bibliotheek luchthaven huis gracht singel"
        " gata gatan väg vägen torg torget skola skolan stiftelsen stiftelse priset universitet sjukhus gade vej plads skole fonden katu säätiö koulu puisto"
        " ulica ul ulicy pomnik aleja aleje al plac placu most mostu szkoła szkoły liceum uniwersytet szpital fundacja nagroda ustawa biblioteka biblioteki teatr muzeum lotnisko rondo osiedle"
        " ulice náměstí škola gymnázium univerzita nemocnice nadace knihovna divadlo letiště námestie nadácia"
        " utca út tér körút köz híd iskola egyetem kórház alapítvány díj törvény könyvtár színház múzeum repülőtér"
        " caddesi cadde sokak sokağı bulvarı meydanı mahallesi mahalle köprüsü okulu lisesi ilkokulu üniversitesi hastanesi vakfı ödülü yasası kütüphanesi parkı stadı"
        " havalimanı havaalanı merkezi đường phố quận trường cầu jalan jl gang bandara universitas sekolah taman yayasan masjid gedung rumah barabara mtaa shule hospitali"
        " улица улице улицы ул проспект проспекте площадь площади парк парка парке мост бульвар бульваре школа школы школе университет университета больница фонд фонда"
        " премия премии закон библиотека библиотеки театр музей стадион аэропорт станция переулок набережная вулиця вулиці площа парку університет лікарня премія"
        " οδός οδού πλατεία λεωφόρος σχολείο πανεπιστήμιο νοσοκομείο ίδρυμα βραβείο"
    ).split()
)
"""What is named after people, in the languages that are read. `tests/people.py` has it in use."""

_ALSO_VERBS = frozenset(
    "av chair lei most weg gang alert tools engine core universe programming package image maps finder building lecture tower memorial hub garden"
    " via day week month plan park drive award bridge fund line radio news office group company card system project programme program initiative act line court"
    " station house hall port mount high primary secondary assistant asistente assistente village market register challenge centre center desk connect media"
    " programa sector largo application corso comune salle ring bad bank law bay hill heights".split()
)
"""Those of them that say so only with a capital: small, they are as often a verb or another word beside a person."""

_THROUGH = PARTICLES | HONORIFICS | frozenset("im imienia imeni imię имени ім named called".split())
_NOBLE = frozenset("van von bin ibn bint".split())
_LOOSE = frozenset("de del della di da das do dos du la las le los den der".split())
_FIRMS = frozenset(
    "ernst young|morgan stanley|john deere|roland berger|oliver wyman|arthur little|arthur andersen|allen hamilton|jones lang lasalle|allen overy|robert bosch|carl zeiss|thomson reuters|charles schwab"
    "|hewlett packard|philip morris|johnson controls|johnson johnson|merrill lynch|wells fargo|lockheed martin|martin marietta|frost sullivan|harley davidson"
    "|calvin klein|hugo boss|louis vuitton|mary kay|marks spencer|mercedes benz|robert half|baker tilly|grant thornton|dun bradstreet|tommy hilfiger".split(
        "|"
    )
)
"""Companies known the world over whose names are like a person's."""

Run = Sequence[Token]


class BareNames:
    """The people that the texts of one response name so."""

    def __init__(self, texts: Iterable[str], words: Words) -> None:
        self._words = words
        self._names = {text: tuple(_names(text, words)) for text in texts}
        names = (name for found in self._names.values() for name in found)
        self._things = _FIRMS | {name.folded for name in names if name.of_thing}

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """The places of the names that no thing has."""
        found = self._names.get(text)
        for name in _names(text, self._words) if found is None else found:
            if not name.of_thing and name.folded not in self._things:
                yield name.start, name.end


class _Name(NamedTuple):
    """A name where it stands in a text, and whether it is that of a thing there."""

    folded: str
    start: int
    end: int
    of_thing: bool


def _names(text: str, words: Words) -> Iterator[_Name]:
    found = [_without_article(token) for token in tokens(text)]
    for first, stop in _stretches(text, found):
        for start, end in _runs(found, first, stop, words):
            run = found[start:end]
            if _is_name(text, run, words) and not is_place_word(text[run[0].start : run[-1].end]):
                name = " ".join(folded(t.word) for t in run if not t.initial)
                of_thing = _is_thing(text, found, (first, start, end, stop), words)
                yield _Name(name, run[0].start, run[-1].end, of_thing)


def _without_article(token: Token) -> Token:
    """The word without a small article or preposition that is written in one with it: "d'Anna"."""
    elided = None if token.word.isalpha() else _ELIDED.match(token.word)
    return (
        token._replace(start=token.start + elided.end(), word=token.word[elided.end() :]) if elided else token
    )


def _stretches(text: str, found: Run) -> Iterator[tuple[int, int]]:
    """Words with a capital side by side, with particles between them; two of them at least. Scripts without capitals have none."""
    first = None
    for at, token in enumerate(found):
        if token.word[0].isupper():
            first, last = (at if first is None else first), at
        if first is not None and not (_goes_on(token) and _is_joined(text, found, at)):
            if last > first:
                yield first, last + 1
            first = None


def _goes_on(token: Token) -> bool:
    return token.word[0].isupper() or (token.low in PARTICLES and token.low not in ("y", "e"))


def _is_joined(text: str, found: Run, at: int) -> bool:
    """Whether the next word stands right behind this one; a full stop only ends an initial or a form of address, and a line a given
    name before a family name."""
    if at + 1 == len(found):
        return False
    one, two = found[at], found[at + 1]
    gap = text[one.end : two.start]
    if gap == "\n":
        return is_given(one.word) and is_family(two.word) and not is_given(two.word)
    ends = gap.startswith(".") and not one.initial and one.low not in HONORIFICS | {"jr"}
    return bool(_JOINED.fullmatch(gap)) and not ends


def _runs(found: Run, first: int, stop: int, words: Words) -> Iterator[tuple[int, int]]:
    """Words of a stretch that can be a name's, side by side: from the first that is known as a name to the last that is no particle."""
    start = None
    for at in range(first, stop + 1):
        if at < stop and _can_be_of_name(found[at], words) and not _is_of_other(found, at):
            if start is None and _is_known(found[at]):
                start = at
            if found[at].low not in PARTICLES:
                end = at + 1
        elif start is not None:
            yield start, end
            start = None


def _is_of_other(found: Run, at: int) -> bool:
    """Whether a small word before this one is as likely to begin something else: "Ana Souza da Prefeitura", "Eva Kern den Antrag"."""
    if at < 2 or not found[at].capital or _is_known(found[at]):
        return False
    one, two = found[at - 2], found[at - 1]
    return two.low in _LOOSE and not two.capital and one.low not in _NOBLE


def _can_be_of_name(token: Token, words: Words) -> bool:
    if token.low in PARTICLES or token.initial:
        return True
    if not token.word[0].isupper() or token.low in _NAMED or token.low in ROLES or token.low in HONORIFICS:
        return False
    return _is_known(token) or (words.telling(token) and not _COMPOUND.fullmatch(token.low))


def _is_known(token: Token) -> bool:
    return token.low not in PARTICLES and any(
        known(token.word) for known in (is_given, is_family, is_inflected, is_seldom_given)
    )


def _is_name(text: str, run: Run, words: Words) -> bool:
    """Whether two words of these are a pair. Joined by hyphens alone they are the names of several: "Hardy-Weinberg"."""
    full = [token for token in run if not token.initial and token.low not in PARTICLES]
    if len(full) < 2 or (len(full) > _MOST and not all(map(_is_known, full))):
        return False
    if all(is_big_place(token.word) for token in full):
        return False
    apart = len(text[run[0].start : run[-1].end].split()) > 1
    return apart and any(
        _is_pair(one, two, words) or _is_noble(text, one, two) for one, two in pairwise(full)
    )


def _is_pair(one: Token, two: Token, words: Words) -> bool:
    """A given name and another or a family name, one of them no ordinary word; or, where both are no ordinary words and no places,
    one of them a seldom name, a sure given name and any word, or a family name and a given one."""
    if one.word.isupper() and not two.word.isupper() and not is_family(one.word):
        return False
    if is_given(one.word) or is_inflected(one.word):
        if is_family(two.word) or is_given(two.word):
            return words.telling(one) or (words.telling(two) and not is_big_place(two.word))
        told = (
            is_sure(one.word)
            and len(two.word) > 3
            and not two.word.isupper()
            and not _HUMPED.search(two.word)
        )
        told |= is_seldom_family(two.word) or (is_inflected(one.word) and is_inflected(two.word, "family"))
    else:
        told = is_family(one.word) and is_given(two.word)
        told |= is_seldom_given(one.word) and is_family(two.word)
    return told and all(len(t.word) > 2 and words.telling(t) and not is_big_place(t.word) for t in (one, two))


def _is_noble(text: str, one: Token, two: Token) -> bool:
    """Whether a particle that families alone have parts the words: "Jan van der Meer"."""
    return is_given(one.word) and not _NOBLE.isdisjoint(text[one.end : two.start].casefold().split())


def _is_thing(text: str, found: Run, at: tuple[int, int, int, int], words: Words) -> bool:
    """Whether the words around the name make it a thing's, or it stands in quotation marks alone."""
    first, start, end, stop = at
    behind = [*takewhile(lambda token: token.capital, found[end : min(stop, end + _WIDEST)])]
    before = [*found[max(first, start - _WIDEST) : start], *_before(text, found, first)]
    around = [*behind] if any(token.low in _NOBLE for token in before) else [*before, *behind]
    if end == stop:
        around += _behind(text, found, stop)
    if any(_names_kind(token.low, token.capital) for token in around):
        return True
    if behind and behind[0].low not in ROLES | HONORIFICS and words.ordinary(behind[0].word):
        return True
    opens, closes = text[found[start].start - 1 : found[start].start], text[found[end - 1].end :][:1]
    return opens in _OPENS and closes in _CLOSES


@lru_cache(maxsize=10_000)
def _names_kind(low: str, capital: bool) -> bool:
    """Whether a word says what kind of thing has the name."""
    return (low in _NAMED and (capital or low not in _ALSO_VERBS)) or bool(_COMPOUND.fullmatch(low))


def _behind(text: str, found: Run, stop: int) -> Run:
    """The small word right behind a stretch."""
    joined = stop < len(found) and _BEHIND.fullmatch(text[found[stop - 1].end : found[stop].start])
    return found[stop : stop + 1] if joined else ()


def _before(text: str, found: Run, first: int) -> Run:
    """The word before a stretch, past forms of address, and past particles when it has a capital."""
    at, passed = first - 1, False
    while at >= 0 and first - at < 5 and _BEFORE.fullmatch(text[found[at].end : found[at + 1].start]):
        if found[at].low in _NOBLE:
            return ()
        if found[at].low not in _THROUGH:
            return () if passed and not found[at].capital else found[at : at + 1]
        passed |= found[at].low in PARTICLES
        at -= 1
    return ()
