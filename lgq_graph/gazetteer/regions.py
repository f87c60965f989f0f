"""Regions of countries: ISO 3166-2 subdivisions (pycountry) with their English names."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

import pycountry

from ..model import Place, PlaceKind
from .names import compact, fold

__all__ = ["Region", "admin1_codes", "is_region", "is_subdivision", "region_form", "regions_named"]

_REGION_EXONYMS = """
AT-2 Carinthia|AT-3 Lower Austria|AT-4 Upper Austria|AT-6 Styria|AT-7 Tyrol
BE-VLG Flanders|BE-VLG Flemish Region|BE-WAL Wallonia|BE-WAL Walloon Region|BE-BRU Brussels-Capital Region|BE-BRU Brussels Region
CA-BC British Columbia|CA-QC Québec|CH-GR Grisons|CH-TI Ticino|CH-VD Vaud|CH-VS Valais|CH-BS Basel-City
CN-NM Inner Mongolia|CN-XZ Tibet|CN-GX Guangxi|CN-NX Ningxia|CN-XJ Xinjiang
DE-BY Bavaria|DE-BY Free State of Bavaria|DE-HE Hesse|DE-NI Lower Saxony|DE-NW North Rhine-Westphalia|DE-NW NRW
DE-RP Rhineland-Palatinate|DE-SN Saxony|DE-ST Saxony-Anhalt|DE-TH Thuringia|DE-MV Mecklenburg-Western Pomerania|DE-BW Baden-Wurttemberg
DK-82 Central Denmark|DK-84 Capital Region of Denmark|DK-85 Zealand|DK-83 Southern Denmark|DK-81 North Denmark
ES-AN Andalusia|ES-AR Aragon|ES-CT Catalonia|ES-CT Catalunya|ES-CT Cataluña|ES-NC Navarre|ES-PV Basque Country|ES-PV Euskadi
ES-IB Balearic Islands|ES-CN Canary Islands|ES-VC Valencian Community|ES-CL Castile and León|ES-MD Community of Madrid
ES-GA Galicia|ES-AS Asturias|ES-EX Extremadura
FI-10 Lapland|FI-18 Uusimaa|FI-19 Southwest Finland|FI-11 Pirkanmaa
FR-BRE Brittany|FR-NOR Normandy|FR-20R Corsica|FR-IDF Ile-de-France|FR-IDF Paris Region|FR-OCC Occitania|FR-PAC Provence
FR-6AE Alsace|FR-BFC Burgundy-Franche-Comté|FR-PDL Pays de la Loire|FR-NAQ New Aquitaine
GR-I Attica|GR-M Crete|GR-B Central Macedonia|GR-J Peloponnese|GR-E Thessaly|GR-D Epirus
IN-TN Tamil Nadu|IN-KA Karnataka|IN-OD Orissa|IN-KL Kerala|IN-MH Maharashtra
ID-JB West Java|ID-JI East Java|ID-JT Central Java|ID-BA Bali
IT-52 Tuscany|IT-25 Lombardy|IT-82 Sicily|IT-88 Sardinia|IT-21 Piedmont|IT-75 Apulia|IT-75 Puglia|IT-23 Aosta Valley|IT-62 Latium
IT-32 Trentino-South Tyrol|IT-36 Friuli Venezia Giulia|IT-45 Emilia-Romagna|IT-34 Veneto|IT-57 Marche|IT-42 Liguria
KR-41 Gyeonggi|KR-42 Gangwon|KR-43 North Chungcheong|KR-44 South Chungcheong|KR-45 North Jeolla|KR-46 South Jeolla
KR-47 North Gyeongsang|KR-48 South Gyeongsang|KR-49 Jeju
NL-NH North Holland|NL-ZH South Holland|NL-NB North Brabant|NL-FR Friesland
PL-02 Lower Silesia|PL-24 Silesia|PL-12 Lesser Poland|PL-14 Mazovia|PL-14 Masovia|PL-22 Pomerania|PL-30 Greater Poland
PL-32 West Pomerania|PL-26 Holy Cross|PL-16 Opole
PT-30 Madeira|PT-20 Azores|RU-TA Tatarstan|RU-BA Bashkortostan|RU-KR Karelia|RU-SA Yakutia|RU-SA Sakha
RU-LEN Leningrad Region|RU-MOS Moscow Region|RU-NIZ Nizhny Novgorod Region|RU-SVE Sverdlovsk Region|RU-TYU Tyumen Region|RU-KDA Krasnodar Region|RU-SAM Samara Region
SE-M Scania|SE-O West Gothland|SE-O Västra Götaland|US-CA California|US-HI Hawaii|UA-43 Crimea
"""

# GeoNames counts first-order divisions in its own numbers; these two federations write "City, Province" most often.
_ADMIN1 = {
    "CA": {
        "AB": "01",
        "BC": "02",
        "MB": "03",
        "NB": "04",
        "NL": "05",
        "NS": "07",
        "ON": "08",
        "PE": "09",
        "QC": "10",
        "SK": "11",
    },
    "AU": {
        "ACT": "01",
        "NSW": "02",
        "NT": "03",
        "QLD": "04",
        "SA": "05",
        "TAS": "06",
        "VIC": "07",
        "WA": "08",
    },
}
_REGION_WORDS = re.compile(
    r"(?i)(?:(?:the\s+)?(?:free |federal |autonomous )?(?:state|province|region|land|canton|republic|county|governorate|prefecture|department|community"
    r"|emirate|oblast|voivodeship)\s+of\s+(?P<after>\S.*)|(?P<before>.*?\S)\s+(?:autonomous\s+)?(?:state|province|region|canton|oblast|kra[iy]|prefecture"
    r"|governorate|county|voivodeship|land|emirate))"
)
_SUBDIVISION_WORDS = re.compile(
    r"(?i)\b(?:sheng|shi|zizhiqu|zhuangzu|huizu|uygur|oblast|kray|respublika|län|novads|kraj|avtonomnyy okrug|principado de"
    r"|comunidad foral de|comunidad de|región de|land|région de|região autónoma (?:dos|da)|sar)\b|-do$|-teukbyeolsi$|-gwangyeoksi$|-teukbyeoljachido$"
)


class Region(NamedTuple):
    """A region, and how well known it is."""

    place: Place
    known: bool
    """Whether its English name stands in our own table: then a small town of that name is not meant."""


@lru_cache(maxsize=1)
def _regions() -> dict[str, tuple[Region, ...]]:
    """Subdivisions by folded name; one inside another of the same name is left out."""
    known: dict[str, list[Region]] = {}
    for code, name in (cell.split(" ", 1) for cell in re.split(r"[|\n]", _REGION_EXONYMS.strip())):
        if is_subdivision(code):
            _enter(known, Region(Place(name, PlaceKind.REGION, code[:2], None, code), True))
    for record in sorted(pycountry.subdivisions, key=lambda r: (bool(r.parent_code), r.code)):
        for name in _local_names(record.name):
            place = Place(name, PlaceKind.REGION, record.country_code, None, record.code)
            _enter(known, Region(place, False), within=record.country_code if record.parent_code else "")
    return {key: tuple(found) for key, found in known.items()}


def _enter(known: dict[str, list[Region]], region: Region, within: str = "") -> None:
    rows = known.setdefault(fold(region.place.name), [])
    if not any(r.place.subdivision == region.place.subdivision or r.place.iso2 == within for r in rows):
        rows.append(region)


def _local_names(name: str) -> tuple[str, ...]:
    """The names inside one of ISO's: "Catalunya [Cataluña]", "Asturias, Principado de", "Jiangsu Sheng"."""
    parts = [part.strip() for part in re.split(r"[\[\]/(]", name) if part.strip()]
    heads = [part.split(",")[0] for part in parts]
    bare = [_SUBDIVISION_WORDS.sub("", part.replace("'", "")).strip(" ,") for part in heads]
    return tuple(dict.fromkeys(n for n in (*heads, *bare) if len(n) > 2))


def regions_named(key: str, iso2: str = "") -> list[Region]:
    """The regions of a folded name, in one country or anywhere; those with an English name of ours first."""
    return [r for r in _regions().get(key, ()) if iso2 in ("", r.place.iso2)]


def is_region(name: str, iso2: str) -> bool:
    """Whether a country has a region of this name, or of this code in capitals ("OR")."""
    short = compact(name)
    return (
        short.isupper() and is_subdivision(f"{iso2}-{short}")
        if len(short) <= 3
        else bool(regions_named(fold(name), iso2))
    )


def is_subdivision(code: str) -> bool:
    """Whether ISO 3166-2 has this code."""
    return pycountry.subdivisions.get(code=code) is not None  # type: ignore[no-untyped-call]


def region_form(name: str) -> str:
    """The name inside "State of …" or "… Province"; empty when the name does not say that it is a region's."""
    form = _REGION_WORDS.fullmatch(name[:120])
    return str(form["after"] or form["before"]) if form else ""


def admin1_codes(region: str, iso2: str) -> set[str]:
    """The codes by which GeoNames could mean a region of a country, written as a name or as its own code ("IL")."""
    codes = {(r.place.subdivision or "").partition("-")[2] for r in regions_named(fold(region), iso2)} | {
        compact(region)
    }
    return codes | {_ADMIN1[iso2][c] for c in codes if c in _ADMIN1.get(iso2, {})}
