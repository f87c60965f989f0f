"""Names by what their sentence says that they are: "Foo Bar, an app of …", "Foo is a free service", "the main one is Foo Bar"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Kind, Span
from ..chunks import chunk_before, tidy
from ..kinds import kind_of_apposition, kind_of_name
from ..standalone import Found
from ..wording import foreign, sentence_like
from .words import A_CITY, CAP, RUN, SELDOM

__all__ = ["apposed", "being", "opening", "principal"]

_APPOSED = re.compile(
    r"(?:,|\s[–—-])\s(?=(?:an?|the|our|its)\s(?:[a-z]|(?:[A-Z]{2,5}|Android|iPhone|WhatsApp|Telegram|Messenger|Viber|Facebook)[\s-][a-z]))"
)
_COUNTED = re.compile(r"\d{1,4}\s(?:[\w-]{1,30}\s){1,5}?[\w-]{1,30}s$")
"""How many there are, and not the name of one: "11 Service Points, the staff of which …"."""
_IS = re.compile(
    rf"(?:(?<=;\s)|(?<=;\sand\s)|(?<=[.!?:]\s)|(?<=\n)|\A)(?P<name>(?!The\s|This\s|It\s|Our\s){RUN})(?=\s(?:(?:is\s(?:also\s)?(?:an?|the|our|its|one\sof)|is\s(?:also\s)?(?:mobile|web|online|digital|free|municipal)|(?:es|est|é|è)\s(?:una?|une?|uma?|el|la|le|o))\s))"
)
_EFFORT = re.compile(
    r"\s(?:is|es|est|é|è)\s(?:also\s)?(?:an?|the|un[ae]?|uma?)\s(?:(?!of\b)[^\W\d_A-Z][\w-]{1,20}\s){0,2}?"
    r"(?:system|network|programme|program|project|initiative|scheme|sistema|red|rede|rete|réseau|système|programa|programma|proyecto|projeto|projet|progetto|iniciativa|iniziativa)"
    r"(?=\s(?:of|for|to|that|which|with|de|del|des|du|do|da|di|para|pour|per|que|qui|che|con|com|avec)\b|,)"
)
"""What a thing is said to be that is no site and no service: "Safe Cross is a system of lights"."""
_MAIN = re.compile(
    r"(?<!\w)(?:(?:the\s)?(?:main|principal|largest|best[ -]known|most\simportant)(?:\sone|\sof\s(?:them|these))?\sis|(?:la|el)\s(?:principal|mayor)\ses|(?:le|la)\s(?:principale?)\sest|(?:o|a)\sprincipal\sé)\s"
    rf"(?i:the\s|our\s|el\s|la\s|le\s|l['’]|o\s|a\s)?[\"“«]?(?P<name>{CAP}(?:\s(?:(?:of|and|for|the|de|del|du|da|do|la|&)\s){{0,3}}{CAP}){{1,7}})(?!\w)",
    re.I,
)
_USED = (Kind.APP, Kind.SERVICE, Kind.PORTAL, Kind.PLATFORM)
_PLACED = re.compile(r"\b(?:in|at|near|of|to|from|for|across|within)\s(?:the\s)?$", re.I)
_ALIKE = re.compile(
    rf"(?P<name>{CAP}\s(?:[\w'’-]{{1,24}}\s){{1,6}}?)(?:shows|sends|lists|lets|gives|allows|offers|provides|informs|warns|publishes|tells|helps|brings|counts|maps|is|was|has|had|can|will)\s"
)


def apposed(text: str, sentence: Span) -> Iterator[Found]:
    """ "Foo Bar, an app of the police, …": what the sentence or clause opens with, or a name of several capitals."""
    for cut in _APPOSED.finditer(text, sentence.start, sentence.end):
        kind = kind_of_apposition(text[cut.start() : cut.start() + 120].partition("\n")[0])
        found = chunk_before(text, sentence.start, cut.start()) if kind else None
        if (
            kind
            and found
            and found.proper
            and not _COUNTED.match(found.span.of(text))
            and _distinct(found.span.of(text), text[sentence.start : found.span.start])
        ):
            yield Found(found.span, kind)


def being(text: str, sentence: Span, default: Kind) -> Iterator[Found]:
    """What a sentence or a clause behind a semicolon says to be a site or a service: "TownText is a free service by SMS"; where
    efforts are asked for, an effort too, if it has two words with capitals."""
    for match in _IS.finditer(text, sentence.start, sentence.end):
        name = Span(*match.span("name"))
        kind = kind_of_apposition(text[match.end("name") : match.end("name") + 120].partition("\n")[0])
        marked = (
            any(c.isupper() for word in match["name"].split()[:1] for c in word[1:]) or " " in match["name"]
        )
        if kind in _USED and marked and kind_of_name(match["name"]) is not Kind.ORGANISATION:
            yield Found(name, kind)
        elif default is Kind.INITIATIVE and _is_effort(text, match):
            yield Found(name, default)


def _is_effort(text: str, match: re.Match[str]) -> bool:
    """Whether a name of several words is said to be a system, a network or a project, and is no body or place."""
    several = sum(word[:1].isupper() for word in match["name"].split()) > 1
    body = kind_of_name(match["name"]) is Kind.ORGANISATION or A_CITY.search(match["name"])
    return several and not body and _EFFORT.match(text, match.end("name")) is not None


def principal(text: str, sentence: Span, default: Kind) -> Iterator[Found]:
    """What is said to be the main one of the things that an answer is asked for: "La principal es la Línea Verde de Norwood"."""
    for match in _MAIN.finditer(text, sentence.start, sentence.end) if default not in SELDOM else ():
        kind = kind_of_name(match["name"])
        yield Found(Span(*match.span("name")), kind or default, told=kind is not None)


def _distinct(name: str, before: str) -> bool:
    """Whether a name is no place that a preposition leads to: "in Exampleton, the portal …"."""
    capitals = sum(word[:1].isupper() for word in name.split())
    return (capitals > 1 or not _PLACED.search(before)) and len(name.split()) <= 7


def opening(text: str, sentence: Span, default: Kind) -> Iterator[Found]:
    """A name in another tongue that a sentence opens with: "Alertas y avisos sends messages"."""
    start = sentence.start + len(re.match(r"[\W\d_]{0,6}", sentence.of(text))[0])  # type: ignore[index]
    match = _ALIKE.match(text, start, sentence.end)
    span = tidy(text, Span(*match.span("name"))) if match else None
    if (
        span
        and default is not Kind.LEGISLATION
        and foreign(span.of(text))
        and not sentence_like(span.of(text))
    ):
        kind = kind_of_name(span.of(text))
        yield Found(span, kind or default, told=kind is not None)
