"""Strategies, plans and programmes without a link, by the build of their names: "Smart City Master Plan 2025"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Kind, Span
from .chunks import PAIRED_PLAN, tidy
from .kinds import KIND_NOUN, kind_of_name
from .standalone import CAP, OPENS_QUOTE, Found, only_common
from .wording import spells

__all__ = ["find_strategies"]

_STRATEGY = re.compile(
    rf"(?<![\w-])(?:{CAP}[ ](?:(?:of|and|for|the|on|&)[ ]){{0,2}}){{1,8}}?(?:Strategy|Master[ ]?[Pp]lan|Action Plan|Strategic Plan|Development Plan|"
    rf"Plan|Roadmap|Road Map|Agenda|Policy|Programme|Program|Blueprint|Framework|Vision|Concept(?=[ ](?:19|20)\d\d))"
    rf"(?:{PAIRED_PLAN})?(?:[ ](?:for|of|on)[ ](?:the[ ])?{CAP}(?:[ ](?:(?:and|of)[ ])?{CAP}){{0,5}})?"
    rf"(?:[ ]\(?\d{{4}}(?:[ ]?[-–/~][ ]?\d{{2,4}})?\)?)?(?![\w-])"
)
_VISION = re.compile(
    rf"(?<![\w-])(?:{CAP}[ ]){{0,4}}(?:Vision|Agenda|Strategy|Plan)[ ]\d{{4}}(?:[ ]?[-–][ ]?\d{{2,4}})?(?![\w-])"
)
_ROMANCE_STRATEGY = re.compile(
    r"(?<![\w-])(?P<name>(?:Estrategia|Estratégia|Stratégie|Plan|Plano|Agenda|Política|Politique|Hoja de Ruta|Feuille de route|Schéma directeur|Charte)"
    r"(?:\s(?:(?:de|del|la|las|los|el|y|do|da|dos|das|e|du|des|le|les|et|para|pour|a|en|em)\s){0,3}[A-ZÀ-Þ][\w'’-]{1,30}){1,8}"
    r"(?P<years>\s(?:19|20)\d\d(?:\s?[-–/]\s?(?:19|20)?\d\d)?)?)(?![\w-])"
)
"""Strategies in tongues that put the noun first; three words with capitals or a year make a name."""
_SHORT_FIRST = re.compile(
    r"(?<![\w-])(?P<short>[A-Z]{3,9})\s\([\"“«]?\s?(?P<name>(?:Estrategia|Estratégia|Stratégie|Strategia|Plan|Plano|Piano|Agenda|Política|Politique|Schéma|Charte|Hoja de [Rr]uta|Feuille de route)\s[^(),;\n\"“”«»]{5,110})"
)
"""What a plan is called for short, and what that stands for: "le SPOT (Schéma de promotion des objets trouvés, 2021-2026)"."""


def _is_short_for(text: str, span: Span) -> bool:
    """Whether "the Master Plan" stands for a longer name that the answer gives before it: "Harbour Master Plan"."""
    words = re.sub(r"^The ", "", span.of(text))
    if not KIND_NOUN.fullmatch(words):
        return False
    longer = re.compile(rf"[A-ZÀ-Þ][\w-]{{1,40}}\s{re.escape(words)}(?![\w-])")
    return any(
        not match[0].startswith(("The ", "This ", "Our ")) for match in longer.finditer(text, 0, span.start)
    )


def _romance_strategies(text: str) -> Iterator[Found]:
    for match in _ROMANCE_STRATEGY.finditer(text):
        if match["years"] or sum(word[:1].isupper() for word in match["name"].split()) > 2:
            yield Found(Span(*match.span("name")), Kind.STRATEGY)
    for match in _SHORT_FIRST.finditer(text):
        if spells(match["short"], match["name"].rstrip()):
            yield Found(Span(*match.span("short")), Kind.STRATEGY)


def _last_of_two(text: str, span: Span) -> Span:
    """The second of two that "and the" joins: "Norwood2030 and the National Data Plan"; not "Roads and the Sea Plan"."""
    first, _, last = span.of(text).rpartition(" and the ")
    another = len(first.split()) > 1 or any(map(str.isdigit, first))
    return Span(span.end - len(last), span.end) if another else span


_PREPOSITION = re.compile(
    r"(?:Under|In|With|By|Through|For|As|On|At|From|Besides|Within|Since|After|Before|Beyond|Behind|Alongside)\sthe\s"
)


_NOT_THERE = re.compile(
    r"\s(?:is|are|was|were|has\sbeen)\s(?:not|never)\s(?:yet\s|explicitly\s|directly\s|specifically\s)?(?:mentioned|referred|referenced|included|addressed|covered|reflected|named|cited)\b"
    r"|\s(?:aside|out)\s?(?=[.,;)\n]|$)"
    r"|\s(?:Amendment\s)?(?:Bill|Act)(?!\w)"
)
"""What denies that a document speaks of another, "Foo Framework is not mentioned there", or goes on with its name: "Foo Framework Bill"."""


_NEVER_TOLD = re.compile(
    r"(?i)\b(?:no|none|not(?! only| just| merely)|never|nor|neither|without)\b[^.;:\n]{0,60}?\b(?:refer\w{0,4}|references?|mention\w{0,3}|cit(?:es?|ed|ing)|names?|includ\w{1,3}|reflect\w{0,3})(?:\s(?:to|of))?\s(?:the\s)?$"
)
"""The same before its name: "None of our documents refers to the Foo Framework"."""


def find_strategies(text: str) -> Iterator[Found]:
    """Strategies, plans and programmes by the build of their names: "Smart City Master Plan 2025"."""
    yield from _romance_strategies(text)
    for pattern in (_STRATEGY, _VISION):
        for match in pattern.finditer(text):
            led = _PREPOSITION.match(text, match.start(), match.end())
            span = tidy(text, Span(led.end() if led else match.start(), match.end()))
            span = _last_of_two(text, span)
            denied = _NOT_THERE.match(text, match.end()) or _NEVER_TOLD.search(
                text[max(0, span.start - 120) : span.start]
            )
            if denied or OPENS_QUOTE.match(text, match.end()) or _is_short_for(text, span):
                continue
            words = [w for w in re.findall(r"[\w-]+", span.of(text)) if any(map(str.isupper, w))]
            if len(words) >= 2 and (len(words) > 2 or not only_common(span.of(text))):
                work = re.search(r"\bProgram(?:me)?\b", span.of(text))
                body = kind_of_name(span.of(text)) is Kind.ORGANISATION
                yield Found(span, Kind.ORGANISATION if body else Kind.INITIATIVE if work else Kind.STRATEGY)
