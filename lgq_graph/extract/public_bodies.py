"""Public bodies by the build of their names: "Ministry of X and Y", "X City Council", "Agencia de X"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Kind, Span
from .chunks import chunk_before, tidy
from .standalone import CAP, Found, only_common

__all__ = ["find_organisations", "is_aim"]

_BODIES = (
    "University|Institution|Foundation|Association|Chamber|Union|Department|Ministry|Agency|Directorate|Directorate-General|Secretariat|Secretary|Committee|Commission|Bureau|Authority|Division|Office"
    "|Council|Board|Institute|Prefecture|Chancellery"
)
_CHAIN = rf"{CAP}(?:(?:\s(?:and|of|the|for|&|de|del|do|da|la|y|e|et|und|of the)){{0,2}}\s{CAP}|,\s{CAP}(?:\s{CAP}){{0,3}}(?=(?:,\s{CAP}(?:\s{CAP}){{0,3}})?,?\sand\s(?:the\s)?{CAP})){{0,14}}"
_FOREIGN_BODY = re.compile(
    r"(?<![\w-])(?:Agence|Agencia|Agência|Agenzia|Autorité|Autoridad|Autoridade|Autorità|Office|Bureau|Oficina|Centre|Centro|Commission|Comisión|Comissão|Commissione"
    r"|Conseil|Consejo|Conselho|Consiglio|Société|Sociedad|Sociedade|Régie|Institut|Instituto|Istituto|Fondation|Fundación|Fundação|Fondazione|Ministère|Ministerio"
    r"|Ministério|Ministero|Departamento|Département|Dipartimento|Gabinete|Gabinetto|Cabinet|División|Divisão|Secrétariat|Direction|Dirección|Direção|Chambre|Cámara|Câmara"
    r"|(?:Service|Servicio|Serviço)(?!\s(?i:digital|num[ée]rique|electr[óo]nic|eletr[ôo]nic|électronique|en\s|em\s|on-?line|gratui?t|m[óo]vil|m[óo]vel|mobile|web|telef[óo]nic|téléphonique|inteligente|intelligent|virtu|autom|nuevo|nouveau|novo)))"
    r"(?:\s[^\W\d_]{3,20}){0,2}(?P<of>\s(?:(?:de\s(?:la|las|los)|de|des|du|del|do|da|dos|das|di|della|dei|delle|à|al|para\s(?:as?|os?|la|las|el|los)|pour\s(?:la|les?)|per\s(?:la|il|lo|le))\s|de\sl['’]\s?|d['’]\s?)"
    r"(?:(?:l['’]|la\s)?[^\W\d_][\w'’-]{2,24}))(?P<more>(?:\s(?:(?:de la|de|des|du|del|do|da|di|com|con|avec|à|et|y|e|la)\s|(?:de l|d|à l)['’]\s?)[^\W\d_][\w'’-]{2,24}"
    r"|\s[A-ZÀ-Þ][\w'’-]{1,24}){0,6})(?P<last>\s[^\W\d_A-Z][\w'’-]{3,24}(?=\s?[(,.;:)\n»]|$|\sand\s))?(?![\w-])"
)
"""Bodies by names in tongues that put the noun first; a last adjective only where a mark shows that the name ends."""
_OVERSEER = re.compile(
    r"(?<![\w-])(?:(?:Contraloría|Superintendencia|Defensoría|Procuraduría|Fiscalía|Concejo|Consejo|Controladoria|Ouvidoria|Procuradoria|Conselho|Conseil|Consiglio|Giunta)"
    r"(?:\s(?:Municipal|Comunal|Regional|Nacional|Provincial|General|Distrital|Metropolitan[oa]|Geral|Estadual|Régional|Départemental|Général|Comunale|Regionale|Provinciale))"
    r"|Tribunal\sde\s(?:Contas|Cuentas)|Cour\sdes\s[Cc]omptes|Corte\sdei\s[Cc]onti)(?![\w-])(?!\s(?:de|del|da|do|du|di|des)\s)"
)
"""Bodies that watch over others, by one adjective with a capital: "Contraloría Regional"."""
_ORGANISATION = re.compile(
    rf"(?<![\w-])(?:(?:{CAP}\s){{0,4}}(?:{_BODIES})\s(?:of|for|on|in\scharge\sof)\s(?:the\s)?{_CHAIN}"
    rf"|(?:Government|Municipality|Mayor's Office|City Council|Administration)\sof\s(?:the\s)?(?:City\sof\s)?{CAP}(?:\s{CAP}){{0,2}}"
    rf"|(?:{CAP}\s){{1,5}}(?:Government|City\sCouncil|Council|Municipality|Agency|Ministry|Department|Directorate|Authority|Association|Foundation|Corporation"
    rf"|(?:Administration|Board|Company|Executive|Organi[sz]ation|Inspectorate|Brigade)(?!\s[A-Z])|Establishment|University|Institute|Commission|Committee|Bureau|(?:S\.A\.|GmbH|AG|Ltd|PLC|Inc)(?=\W))"
    rf"|(?:Empresa|Universidad|Universidade|Université|Ministerio|Ministério|Ministère|Secretaría|Secretaria|Instituto|Agencia|Agência|Agence)\s(?:{CAP}\s)?"
    rf"(?:de|del|da|do|des|du)\s(?:la\s|los\s|las\s|el\s)?{_CHAIN})(?![\w-]|\s(?:Web ?)?(?:Portal|App|Gateway|Platform|Page|[Ss]ite)(?!\w))"
)
_MONTH = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)$"
)


def find_organisations(text: str) -> Iterator[Found]:
    """Public bodies by the build of their names: "Ministry of X and Y", "X City Council", "Government of X"."""
    for pattern in (_FOREIGN_BODY, _OVERSEER):
        for match in pattern.finditer(text):
            yield Found(tidy(text, Span(*match.span())), Kind.ORGANISATION)
    for match in _ORGANISATION.finditer(text):
        led = _LED.match(text, *match.span())
        span = tidy(text, Span(led.end() if led else match.start(), match.end()))
        if span.of(text).endswith("Executive") and (
            "Chief" in span.of(text) or len(span.of(text).split()) < 4
        ):
            continue  # a post
        if span.of(text).endswith("Company") and _CUT_OFF.search(text, max(0, span.start - 10), span.start):
            continue
        span = _with_pair(text, span)
        dated = _MONTH.search(span.of(text))
        if (
            not dated
            and not is_aim(span.of(text))
            and not only_common(span.of(text))
            and len(span.of(text).split()) > 1
        ):
            yield Found(span, Kind.ORGANISATION)


def _with_pair(text: str, span: Span) -> Span:
    """The whole of "the Parks and Recreation Department", of which only the end looks like the name of a body."""
    spelt = _spelt_by_initials(text, span)
    if spelt.start < span.start or len(span.of(text).split()) != 2:
        return spelt
    begins = _PAIR.search(text, max(0, span.start - 40), span.start)
    whole = chunk_before(text, begins.start(), span.end) if begins else None
    return whole.span if whole and whole.span.start < span.start else span


def _spelt_by_initials(text: str, span: Span) -> Span:
    """The whole of "Roads and Traffic Safety Agency (RTSA)", where the initials begin before what looks like the name."""
    short, joint = _SHORT.match(text, span.end), _JOINT.search(text, max(0, span.start - 80), span.start)
    for first in _CAPITALISED.finditer(text, joint.start(), joint.end()) if short and joint else ():
        if "".join(re.findall(r"(?<![\w'’])[A-Z]", text[first.start() : span.end])) == short[1]:  # type: ignore[index]
            return Span(first.start(), span.end)
    return span


_SHORT = re.compile(r"\s\(([A-Z]{3,10})[),;]")
_JOINT = re.compile(r"(?<![\w-])(?:[A-Z][\w-]{1,24},?\s){1,4}(?:and|&|of|for)\s(?:the\s)?$")
_CAPITALISED = re.compile(r"(?<![\w'’-])[A-Z]\w")
_AIM = re.compile(
    r"(?:Paperless|Digital|Smart|Open|Green|Mobile|Electronic|Virtual|Connected|Transparent|Online|Modern|Agile|Lean)\s(?:Council|Government|Municipality|Administration)"
)
"""What a body shall be, and no body: "the Paperless Council project"."""


def is_aim(name: str) -> bool:
    """Whether a name is what a body shall be, and no body."""
    return _AIM.fullmatch(name) is not None


_LED = re.compile(
    r"(?:All|Every|Each|Any|Some|Most|Other|Such|Both|For|In|At|By|With|From|Under|Through|To|As|Via|Besides|Since|After|Before|During|When|While|If|Where)\s"
)
"""A preposition or quantity with the capital of its sentence, which is of no name: "For | Exampleton City Council, …"."""
_CUT_OFF = re.compile(r"\w\s(?:and|&|of the|of)\s$")
"""What shows that a company's name, or what is spoken of, begins earlier: "the Water and | Sewerage Company"."""
_PAIR = re.compile(rf"\b[Tt]he\s{CAP}\sand\s$")
