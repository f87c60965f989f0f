"""What a thing is for and for whom, told from the words that speak of it. Codes are those of the code lists."""

from __future__ import annotations

import re

from ..model import Span

__all__ = ["find_audiences", "find_functions"]

_AUDIENCES: dict[str, str] = {
    "persons-with-disabilities": r"(?:persons?|people|children|citizens|residents|passengers|users|students) with (?:\w+ )?(?:disabilit(?:y|ies)|limited mobility|reduced mobility|special needs|impairments?)"
    r"|disabled (?:people|persons|citizens|residents)|the disabled|wheelchair|visually impaired|hearing[- ]impaired|the blind|deaf|accessibility (?:center|centre)|people of determination",
    "older-persons": r"older (?:persons?|people|adults|residents|citizens)|elder(?:ly|s)?\b|senior(?:s| citizens)\b|pensioners?|the aged|retirees",
    "women": r"wom[ae]n|girls|mothers",
    "children": r"child(?:ren)?\b|kids\b|pupils?|schoolchildren|babies|infants|kindergarten|schools?\b",
    "youth": r"youth\b|young (?:people|persons|adults|residents)|teenagers|adolescents",
    "families": r"(?:large|big|young|low-income)?\s?famil(?:y|ies)\b|parents",
    "low-income": r"low[- ]income|(?:the )?poor\b|homeless|unemployed",
    "migrants": r"(?:im)?migrants?\b|refugees?|asylum seekers|newcomers|expatriates",
    "indigenous-peoples": r"indigenous (?:people|peoples|communities)|first nations|aboriginal",
    "businesses": r"business(?:es)?\b|entrepreneurs?|compan(?:y|ies)\b|suppliers?|investors?|legal entities|start-?ups|SMEs",
    "students": r"(?<!children and )students?\b",
    "teachers": r"teachers?\b|educators",
    "tourists": r"tourists?\b|visitors\b|travell?ers",
    "civil-servants": r"civil servants|government officials|municipal (?:employees|staff)|public servants|city employees",
}
_FUNCTIONS: dict[str, str] = {
    "e-participation": r"e-?participation|voting|crowd ?sourc\w+|propose ideas|participatory budget\w*|petitions?\b|public consultations?|report (?:problems?|issues)|suggestions and complaints|citizen (?:engagement|participation)",
    "open-data": r"open(?: government)? data\b|datasets?\b|data catalogu?e?|catalogu?e? of data",
    "procurement": r"procurement|tender(?:s|ing)?\b|small purchases|e-?bidding|purchasing",
    "budget": r"open budget|city budget|budget(?:ary)? (?:portal|policy|planning|execution|data)|municipal budget",
    "transport": r"public transport\w*|transit\b|transport (?:portal|routes?)|traffic\b|parking|bus(?:es)?\b|metro\b|multimodal",
    "tourism": r"touris[mt]\w*|travel (?:service|guide)|sightseeing|visitor information|organizing travel",
    "crisis": r"emergenc(?:y|ies)\b|disasters?\b|crisis|pandemics?\b|early warning|civil protection|evacuation",
    "investment": r"invest(?:ment|ors?)\b",
    "education": r"education\w*|e-?learning|school(?:s|ing)?\b",
    "health": r"medical\b|health\w*|doctors?\b|hospitals?\b|polyclinic",
    "environment": r"environment(?:al)?\b|air quality|recycl\w+|waste\b|green spaces?|biodiversity|ecolog\w+",
    "geodata": r"geo-?portal|geographic information|\bGIS\b|interactive map|geospatial",
    "culture": r"cultur\w+|museums?\b|librar(?:y|ies)\b",
    "employment": r"employment|job (?:seekers|vacancies|portal)|vacancies|personnel reserve|recruitment",
    "housing": r"housing\b|apartment|tenan(?:ts|cy)",
    "payments": r"pay(?:ing)? (?:for|bills|taxes|fees)|online payments?|e-?payments?|means of payment",
    "identity": r"single sign-on|digital (?:id|identity)\b|user identifier|single account|electronic identification|eID\b",
    "social-services": r"social (?:services?|benefits|assistance|support|welfare)|charit\w+",
    "statistics": r"statistics portal|statistical data|indicators dashboard",
}


def _compiled(table: dict[str, str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((code, re.compile(rf"\b(?:{words})", re.I)) for code, words in table.items())


_AUDIENCE_WORDS = _compiled(_AUDIENCES)
_FUNCTION_WORDS = _compiled(_FUNCTIONS)


def find_audiences(text: str, scope: Span) -> tuple[tuple[str, Span], ...]:
    """The groups that a stretch names, each with the first words that name it."""
    return _first_of_each(_AUDIENCE_WORDS, text, scope)


def find_functions(text: str, scope: Span) -> tuple[tuple[str, Span | None], ...]:
    """What a stretch says a thing is for, each with the first words that say so."""
    return _first_of_each(_FUNCTION_WORDS, text, scope)


def _first_of_each(
    words: tuple[tuple[str, re.Pattern[str]], ...], text: str, scope: Span
) -> tuple[tuple[str, Span], ...]:
    found = (
        (code, pattern.search(text, scope.start, min(scope.end, scope.start + 4000)))
        for code, pattern in words
    )
    return tuple((code, Span(*match.span())) for code, match in found if match)
