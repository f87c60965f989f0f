"""The nouns that stand in front of a place and say what it is: "le département de la Loire", "the city of Lyon"."""

from __future__ import annotations

import re

__all__ = ["ARTICLES", "NOUNS", "PLACE_NOUN", "is_region_noun", "only_leads_to"]

_REGIONS = """region regions région régions región regiones região regiões regione regioni département départements departamento departamentos
province provinces provincia provincias provincie província províncias canton cantons cantón cantones cantone cantoni county counties comté comtés
condado condados contea oblast voivodeship województwo województwem bundesland état estado prefecture préfecture governorate gouvernorat wilaya"""
_CITIES = """city cities town towns municipality municipalities ville villes commune communes municipalité municipalités métropole agglomération
ciudad ciudades municipio municipios ayuntamiento cidade cidades município municípios prefeitura comune comuni città stadt stadtgemeinde städte
städten gemeinde gmina miasto miastem miasta"""
NOUNS = frozenset(f"{_REGIONS} {_CITIES}".split())
ARTICLES = frozenset(
    "l la le les el los las il lo gli i o a os as der die das dem den du de del della dello des do da dos das di of the d".split()
)
_OF = r"(?:\s+(?:of|von|del?|du|des|do|da|dos|das|di|della|dell['’]|d['’]|w)(?:\s+(?:la|le|les|los|las|the)(?=\s)|\s+l['’])?)?"
PLACE_NOUN = rf"(?:{'|'.join(sorted(NOUNS, key=len, reverse=True))}){_OF}"
_REGION_NOUN = re.compile(rf"(?i)(?<!\w)(?:{'|'.join(_REGIONS.split())}){_OF}(?:\s|(?<=['’]))$")
_LEADS = re.compile(
    rf"(?i)\W*(?:(?:the|our|la|le|les|el|los|las|il|o|a|os|as|der|die|das|dem)\s+|l['’])?(?:{PLACE_NOUN})\s*"
)


def is_region_noun(before: str) -> bool:
    """Whether the words before a name say that it is a region: "la province du ", "the county of "."""
    return _REGION_NOUN.search(before[-40:]) is not None


def only_leads_to(before: str) -> bool:
    """Whether a line has no more before a name than such a noun: "• la région de "."""
    return len(before) < 60 and _LEADS.fullmatch(before) is not None
