"""Whose law it is: local, national or supranational."""

from __future__ import annotations

import re

from ...gazetteer import is_place, is_region
from .countries import names_country
from .draft import Draft, Page, names_city
from .regions import names_region
from .words import word_set

__all__ = ["level_of"]

_LOCAL_BY_DEFAULT = frozenset(("ordinance", "bylaw", "agreement", "charter"))
_NATIONAL_WORDS = word_set("ordonnance ordonnances ordonanța ordonanţa oug")
_LOCAL_WORDS = word_set("""
    deliberação deliberações délibération délibérations delibera delibere deliberazione deliberazioni uchwała uchwały uchwałą uchwale
    zarządzenie zarządzenia zarządzeniem perwali perwal perbup perda pergub hcl l.r.
""")
"""What councils and mayors decide, where the words do not say who."""
"""Words whose English sister is local: in French an ordinance is the government's."""
_FEDERATIONS = word_set("AT AU BR DE FM IN MM MX MY NG SD SS US VE")
_LEVEL_WORDS = re.compile(
    r"""(?ix)\b(?:
      (?P<supranational>EU|EC|EEC|UE|European(?!\s(?:Union|Communities)\s\()|United\sNations|UN|African\sUnion|ASEAN|ECOWAS|Mercosur|Eurasian|Andean)
    | (?P<national>\Agovernment(?!\sof)|Council\sof\s(?:Ministers|State)|rady\sministrów|consiglio\sdei\sministri|conselho\sde\sministros|(?:State|National|Federal|Supreme|Privy|Ministerial)\sCouncil|federal(?!\sdistrict)
      |national|royal|real|presidential|president(?:'s|’s)?|parliament\w*|republic|kingdom|federation|cabinet|minist(?:er|ers|ry|erial)|presiden|menteri|pemerintah(?!\sdaerah)|congress
      |senate|emiri|amiri|nacional|федеральн\w+|президента|республики|правительства\s(?:рф|рк|российской|республики)|министерства|рк|рф|кр|рб|руз|ministros|ministerio|ministère|gobierno(?!\s(?:abierto|electr[óo]nico|digital|local|municipal|metropolitano|aut[óo]nomo|provincial|departamental|regional|distrital|de\sla\s(?:ciudad|provincia)))|prime|supremo)
    | (?P<local>city|municipal\w*|council|local(?!\sgovernments?\s(?:act|code|law))|m[eé]tropolit[aà]i?n\w*|communautaire|district|town|township|borough|village|county|mayor\w*|urban|communal|comunal\w*|giunta|sindaco|rady|burmistrza|wójta|consiliului\slocal|primarului|distrital
      |capital|wali\s?kota|bupati|daerah|alcald\w+|ayuntamiento|concejo|prefeit\w+|mair(?:e|ie)|câmara|мэра|мэрии|города|городск\w+|акима\w*|маслихата|муниципальн\w+|hokim|хокима|akimat)
    | (?P<regional>governor\w*|prefectur\w+|provinc\w+|region\w*|oblast|kra[iy]|canton\w*|estadual|estatal|autonomous\scommunity|generalitat|landtag)
    )(?!\w)"""
)
_LEVEL = r"(?:(?P<national>national|federal|state|country|central)|(?:local|city|municipal|county|district|metropolitan|town))"
_HEADING = re.compile(
    rf"(?im)(?:^[^\w\n]{{0,4}}(?:at\s(?:the\s)?)?{_LEVEL}(?:[\s-]levels?)?(?:\s(?:laws?|legislation|acts?|regulations?|rules|framework))?\s?(?:[:\]–—]|$)"
    rf"|(?:^[^\w\n]{{0,4}}|[.;]\s){_LEVEL.replace('national>', 'national4>')}\s(?:laws|legislation|acts|regulations|rules|instruments|enactments|statutes|norms)\.\s"
    rf"|(?:^|[.;:]\s)(?:at|on)\s(?:the\s)?{_LEVEL.replace('national>', 'national2>')}\slevels?\b"
    r"|(?:^|[.;:]\s)(?:a|au|en el|no|em|al)\s(?:nivel|niveau|nível|livello)\s(?:(?P<national3>nacional|nationale?|nazionale|federal|estatal)|(?:local|locale|municipal|comunale|communal))\b"
    r"|(?:^|[.;:]\s)(?:n[oa]|em|en el|en la|en|au|dans le|dans la|nel|in der|auf)\s(?:(?:âmbito|ámbito|plano|cadre|ambito|esfera)\s)?(?:(?P<national5>federal|nacional|país|estado|Bundesebene)|(?:município|municipio|municipal|cidade|ciudad|ville|commune|comune|Stadt|local|kommunaler Ebene)),?\s)"
)
_NEAR = 4000
_OF_PLACE = re.compile(
    r"(?i)\b(?:in|of|for) the (?:emirate|city|municipality|town|canton|metropolitan area) of (?:the )?\w+$"
)
_YEAR_AND_BRACKET = re.compile(r"\s\d{4}\s?\(([A-Z][A-Za-z ]{1,30})\)")
_UNION_NUMBER = re.compile(r"(?:/(?:EC|EU|EEC|CE|UE))$")


def level_of(page: Page, draft: Draft) -> tuple[str, bool]:
    """Local, national or supranational, and whether the words say it."""
    words = " , ".join(draft.words)
    if "statutory" in draft.words:  # an instrument of the nation, whatever body it is about
        return "national", True
    if _UNION_NUMBER.search(draft.number) or re.search(r"\b(?:EU|European)\b", words):
        return "supranational", True
    named = draft.title.of(page.text) if draft.title and draft.titled_by != "quote" else ""
    if names_city(page, words) or (
        (draft.titled_by != "on" or _OF_PLACE.search(named)) and names_city(page, named)
    ):
        return "local", True
    if _is_of_region(page, draft, words, named):
        return "local", False
    told = _LEVEL_WORDS.search(words) or (
        None if named.lower().startswith("government") else _LEVEL_WORDS.match(named)
    )
    if draft.type in ("charter", "code") and not told:
        told = _LEVEL_WORDS.search(named)
    in_name = told is not None and not _LEVEL_WORDS.search(words) and draft.type in ("act", "law")
    if told and told.lastgroup != "regional" and not (in_name and told.lastgroup == "local"):
        return str(told.lastgroup), True
    if names_country(words) or names_country(named):
        return "national", True
    return _default_level(page, draft, words, told is not None and told.lastgroup == "regional"), False


def _headed(page: Page, at: int) -> str:
    """The level that the nearest heading before a law names: "National level:", "[Local]", "At the county level, …"."""
    headings = _HEADING.finditer(page.text, max(0, at - _NEAR), at)
    last = max(headings, key=re.Match.start, default=None)
    if last is None:
        return ""
    return "national" if any(last.groupdict().values()) else "local"


def _is_of_region(page: Page, draft: Draft, words: str, named: str) -> bool:
    """Whether a region of the country issued it, or its name says so: "California Privacy Act", "Privacy Act 1998 (NSW)"."""
    after = _YEAR_AND_BRACKET.match(page.text, draft.head.end)
    if after and (names_region(after[1], page.iso2) or is_region(after[1].upper(), page.iso2)):
        return True
    if page.iso2 and any(_is_place(found[1], page.iso2) for found in _IN_TITLE.finditer(named)):
        return True
    return names_region(words, page.iso2) or (draft.titled_by != "on" and names_region(named, page.iso2))


_IN_TITLE = re.compile(r"\(([A-ZÀ-Þ][^()\n]{2,40})\)")
_AREA = re.compile(r"\s(?:Islands?|City|Town|Districts?|Municipality|County|Borough|Area)$")


def _is_place(name: str, iso2: str) -> bool:
    """Whether the bracket in a title holds where the law applies: "Parking Places (Norwood District) Order"."""
    return is_place(_AREA.sub("", name), iso2)


def _default_level(page: Page, draft: Draft, words: str, regional: bool) -> str:
    """What is likely when the words do not tell: below the nation, the nation's law, or the city's ordinance."""
    own_state = page.iso2 in _FEDERATIONS and re.search(r"(?i)\bstate\b", words)
    other_government = re.search(r"(?i)\bgovernment of (?!the\b)", words)
    budget = (
        draft.title
        and re.search(r"(?i)\bbudget\b", draft.title.of(page.text))
        and names_city(page, draft.title.of(page.text))
    )
    headed = _headed(page, draft.start)
    if headed and draft.type != "agreement":
        return headed
    local = regional or own_state or other_government or budget or _is_local_kind(page, draft)
    return "local" if local else "national"


def _is_local_kind(page: Page, draft: Draft) -> bool:
    word = draft.head.of(page.text).lower()
    return word in _LOCAL_WORDS or (draft.type in _LOCAL_BY_DEFAULT and word not in _NATIONAL_WORDS)
