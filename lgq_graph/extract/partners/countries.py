"""Which country an entry of a partner list belongs to: after a comma or a dash, before a colon, in a bracket for several."""

from __future__ import annotations

import re
from functools import lru_cache

from ...gazetteer import cities_called, find_country, find_place, fold, is_place, population, resolve_place
from ...model import Country, Place, PlaceKind, Span
from .entries import Entry
from .states import state_of

__all__ = ["attach_countries", "stands_in"]

_KNOWN = 5
_HEADER = re.compile(r"\s{0,3}(?::|[-–—]\s)")
PLACED = re.compile(
    r"(?i)(?<![^\s,;:(])(?:in|from|en|desde|na|no|em|dans|de|aus|dal|dall['’]|w|z)\s(?:the\s|la\s|l['’])?$"
)
_BE = re.compile(
    r"(?i)(?:,?\s(?:(?:(?:it|this|that|there|these|they|ours?)\s(?:is|are)|we\shave|is|are|comes?|also|es|son|est[áa]n?|hay|tenemos|c['’]est|il\sy\sa|nous\savons"
    r"|são|temos|há|ist\ses|sind\ses|haben\swir|gibt\ses|è|sono|abbiamo|c['’]è|to|mamy)(?!\w))){0,2},?\s"
)
"""What may stand between "In Spain" and the cities there that are named: "In Spain it is …", "En España, …"."""
_OF_CITY = re.compile(
    r"(?i)\s+(?:\w+\s+){0,2}(?:city|cities|capital|capitals|town|towns|municipality|municipalities)(?:\s+(?:of|like|such as))?\s+"
)

_DEMONYMS = dict(
    cell.rsplit(" ", 1)
    for cell in """albanian AL|algerian DZ|american US|argentinian AR|argentine AR|armenian AM|australian AU|austrian AT|azerbaijani AZ|bangladeshi BD|belarusian BY|belgian BE
|bolivian BO|bosnian BA|brazilian BR|british GB|bulgarian BG|cambodian KH|canadian CA|chilean CL|chinese CN|colombian CO|croatian HR|cuban CU|cypriot CY|czech CZ|danish DK
|dutch NL|ecuadorian EC|egyptian EG|emirati AE|english GB|estonian EE|ethiopian ET|finnish FI|french FR|georgian GE|german DE|ghanaian GH|greek GR|hungarian HU|icelandic IS
|indian IN|indonesian ID|iranian IR|iraqi IQ|irish IE|israeli IL|italian IT|japanese JP|jordanian JO|kazakh KZ|kenyan KE|korean KR|south korean KR|kosovar XK|kuwaiti KW|kyrgyz KG
|latvian LV|lebanese LB|lithuanian LT|luxembourgish LU|malaysian MY|maltese MT|mexican MX|moldovan MD|mongolian MN|montenegrin ME|moroccan MA|nepalese NP|nigerian NG|norwegian NO
|pakistani PK|palestinian PS|paraguayan PY|peruvian PE|philippine PH|polish PL|portuguese PT|romanian RO|russian RU|rwandan RW|saudi SA|scottish GB|senegalese SN|serbian RS
|slovak SK|slovenian SI|spanish ES|swedish SE|swiss CH|syrian SY|taiwanese TW|tanzanian TZ|thai TH|tunisian TN|turkish TR|ugandan UG|ukrainian UA|uruguayan UY|uzbek UZ
|venezuelan VE|vietnamese VN|welsh GB|zambian ZM""".replace("\n", "").split("|")
)


def attach_countries(text: str, rows: list[Entry], lead: Entry | None = None) -> list[Entry]:
    """The entries with the countries written beside them; a country that only tells where another lies is no entry.

    `lead` is the country of the heading above, if it names one.
    """
    split = [part for entry in rows for part in _split(text, entry)]
    kept = _headed(text, _paired(text, split), lead)
    _share(kept)
    return _merged(kept)


# --- "Paris, France" ----------------------------------------------------------------------------------------------


def _paired(text: str, rows: list[Entry]) -> list[Entry]:
    """A country after a comma, a dash, a slash or "in" belongs to the name before it, when that can lie there."""
    kept: list[Entry] = []
    for entry, following in zip(rows, [*rows[1:], None], strict=False):
        country = entry.as_country
        before = kept[-1] if kept else None
        if (
            country
            and before
            and not entry.country
            and _may_follow(before, entry, country)
            and not _opens(text, entry, following, country)
        ):
            before.country, before.country_span, before.end = country, entry.span, entry.end
        elif before and (state := _state_of(before, entry)):
            before.region, before.end, before.within = entry.name, entry.end, state
            before.country, before.country_span = entry.country, entry.country_span
        elif before and _lies_on(text, before, entry):
            before.region, before.end = entry.name, entry.end
            before.country, before.country_span = entry.country, entry.country_span
        else:
            kept.append(entry)
    return kept


_ON = re.compile(
    r"\s(?:on|sur|auf)\s(?:the\s|la\s|l['’]|der\s)?(?:(?:island|isle|île|ile|Insel|coast)\s(?:of\s|de\s)?)?"
)


def _lies_on(text: str, before: Entry, entry: Entry) -> bool:
    """Whether a name with its country tells where the city before it lies: "Palma on Mallorca (Spain)"."""
    if before.country or before.as_country or before.organisation or not entry.country:
        return False
    on = entry.link == "in" or _ON.fullmatch(text, before.end, entry.span.start)
    return bool(on) and _lies_in(before.name, entry.country.iso2)


def _opens(text: str, entry: Entry, following: Entry | None, country: Country) -> bool:
    """Whether a country heads the names after it rather than ends the entry before: "…; Germany: Bonn"."""
    return (
        following is not None
        and bool(_HEADER.match(text, entry.end))
        and _lies_in(following.name, country.iso2)
    )


def _may_follow(before: Entry, entry: Entry, country: Country) -> bool:
    if before.country or before.inside != entry.inside:
        return False
    if before.as_country and not _lies_in(before.name, country.iso2):
        return False
    if before.organisation:
        return entry.link in (",", "in", "from")
    if entry.link in ("-", "/", "|", "\t", "in"):
        return entry.link != "/" or _may_lie_in(before.name, country.iso2)
    return entry.link in (",", "from") and _may_lie_in(before.name, country.iso2)


@lru_cache(maxsize=50_000)
def _lies_in(name: str, iso2: str) -> bool:
    """Whether the gazetteer knows a larger place of this name in a country."""
    return is_place(name, iso2)


@lru_cache(maxsize=50_000)
def _may_lie_in(name: str, iso2: str) -> bool:
    """Whether it does, or knows no such place anywhere."""
    return _lies_in(name, iso2) or not (is_place(name) or find_country(name))


def _state_of(before: Entry, entry: Entry) -> str:
    """The country of a state that stands behind a city, "Portland, Oregon"; else empty."""
    if entry.link != "," or before.country or before.region or before.organisation or before.as_country:
        return ""
    return state_of(before.name, entry.name)


def stands_in(before: str) -> str:
    """What stands before a name without the "in" that leads to it."""
    return PLACED.sub("", before)


def _split(text: str, entry: Entry) -> list[Entry]:
    """ "Paris France" is a city and its country; so is the end of "…, in France Paris"."""
    words = entry.name.split(" ")
    if entry.country or len(words) < 2 or entry.as_country or entry.organisation:
        return [entry]
    led = entry.link == "in" or PLACED.search(text[max(0, entry.span.start - 12) : entry.span.start])
    for n in range(1, min(len(words), 4)):
        head, tail = " ".join(words[:-n]), " ".join(words[-n:])
        before = find_country(" ".join(words[:n])) if led else None
        rest = " ".join(words[n:])
        if before and _lies_in(rest, before.iso2) and not is_place(entry.name):
            start = entry.span.end - len(rest)
            front = Span(entry.span.start, start - 1)
            return [Entry(rest, Span(start, entry.span.end), entry.link, entry.end, before, front)]
        country = find_country(tail)
        if country and len(tail) > 1 and _lies_in(head, country.iso2) and not is_place(entry.name):
            at = entry.span.end - len(tail)
            return [
                Entry(
                    head,
                    Span(entry.span.start, entry.span.start + len(head)),
                    entry.link,
                    entry.end,
                    country,
                    Span(at, entry.span.end),
                )
            ]
    return [entry]


# --- "France: Paris, Lyon" ----------------------------------------------------------------------------------------


def _headed(text: str, rows: list[Entry], lead: Entry | None) -> list[Entry]:
    """A country, or a word such as "German", before its cities gives them its name; as a header it is no entry."""
    kept: list[Entry] = []
    header, country = (lead, lead.as_country) if lead else (None, None)
    for n, entry in enumerate(rows):
        if entry.link in (";", "w", "") and not (header is lead and entry.link == ""):
            header = None
        own = entry.as_country or _demonym(text, entry)
        following = rows[n + 1] if n + 1 < len(rows) else None
        whose = header is not None and header.as_country is None
        if own and not entry.country and following and _heads(text, entry, following, own):
            header, country = entry, own
            continue
        if (
            header
            and country
            and not entry.country
            and (not entry.as_country or (whose and _lies_in(entry.name, country.iso2)))
            and _may_lie_in(entry.name, country.iso2)
        ):
            entry.country, entry.country_span = country, header.span
        kept.append(entry)
    return kept


def _demonym(text: str, entry: Entry) -> Country | None:
    iso2 = _DEMONYMS.get(fold(entry.name))
    return find_country(iso2) if iso2 and _OF_CITY.match(text, entry.span.end) else None


def _heads(text: str, entry: Entry, following: Entry, country: Country) -> bool:
    if not entry.as_country:
        following.link = ":"
        return True
    colon = text[entry.end : entry.end + 3].lstrip(" ").startswith(":")
    dash = _HEADER.match(text, entry.end) and following.link == "-" and _lies_in(following.name, country.iso2)
    if _places(text, entry, following, country):
        following.link = ":"
        return True
    inverse = following.inside and following.link == "(" and not following.as_country
    return bool(colon or dash or inverse) and entry.link in ("", ";", "w", ":", ",", "&", "in")


def _places(text: str, entry: Entry, following: Entry, country: Country) -> bool:
    """Whether "In" a country leads on to the cities there that are named: "In Spain it is Vigo", "En Italia, Bari"."""
    before, between = (
        text[max(0, entry.span.start - 12) : entry.span.start],
        text[entry.end : following.span.start],
    )
    return (
        not (following.inside or following.as_country)
        and PLACED.search(before) is not None
        and _BE.fullmatch(between) is not None
        and _lies_in(following.name, country.iso2)
    )


# --- "Dubai, Abu Dhabi (UAE)" -------------------------------------------------------------------------------------


def _share(rows: list[Entry]) -> None:
    """A country behind the last of several names is also that of those before it, as far as they lie there."""
    for n in range(len(rows) - 1, 0, -1):
        entry, before = rows[n], rows[n - 1]
        joined = entry.link in (",", "&") and entry.inside == before.inside
        if not (joined and entry.country and entry.country_span and entry.country_span.start > before.end):
            continue
        if (
            before.end > before.span.end
            or before.country
            or before.as_country
            or before.organisation
            or not _may_share(before.name, entry.country.iso2)
        ):
            continue
        before.country, before.country_span, before.end = entry.country, entry.country_span, entry.end


@lru_cache(maxsize=50_000)
def _may_share(name: str, iso2: str) -> bool:
    """Whether a name may lie in the country of the next one: not when it is far better known elsewhere."""
    there = max(map(population, find_place(name, iso2)), default=0)
    return _may_lie_in(name, iso2) and all(population(p) <= _KNOWN * there for p in cities_called(name))


# --- "Munich, Bavaria (Germany)" ----------------------------------------------------------------------------------


def _merged(rows: list[Entry]) -> list[Entry]:
    """A region between a city and their country tells where the city lies."""
    kept: list[Entry] = []
    for entry in rows:
        before = kept[-1] if kept else None
        if (
            before
            and entry.link == ","
            and entry.country
            and before.country == entry.country
            and before.country_span == entry.country_span
            and _is_region(entry)
            and not _is_region(before)
            and entry.country_span
            and entry.country_span.start > entry.span.start
        ):
            before.region = entry.name
        else:
            kept.append(entry)
    return kept


def _is_region(entry: Entry) -> bool:
    place = resolve_place(entry.name, entry.country.iso2 if entry.country else "")
    return isinstance(place, Place) and place.kind is PlaceKind.REGION
