"""An answer that is one name: the post or the organisation of who answers, with what its bracket or its comma tells."""

from __future__ import annotations

import re

from ..model import Kind, NameMention, Span
from .contacts import BLANK
from .kinds import kind_of_name
from .wording import spells

__all__ = ["find_whole"]

_FIRST, _LEFT = re.compile(r"[^\n]+"), re.compile(r"\w[^\n\0]*[\w)]")
_BRACKET = re.compile(r"\s\((?P<inner>[^\W\d_][^()\n]{1,100})\)\s*$")
_THEN_UNIT = re.compile(
    r"\s\((?P<inner>[A-Z][\w&-]{1,11})\),\s(?:[\w&-]{1,30}\s){1,6}(?:Dept|Division|Section|Cell|Wing|Unit|Department|Branch)\.?\s*$"
)
"""The initials of an organisation, before the unit of it that answers: "Town of Norwood (ToN), IT Dept."."""
_INITIALS = re.compile(r"(?!(?:ICT?|IT|CIO|CDO|CTO|HQ)$)[A-Z][A-Za-z]{0,8}[A-Z]")
_UNIT = r"(?:Department|Division|Unit|Office|Directorate|Section|Bureau|Branch|Agency|Secretariat)"
_CAP = r"[A-ZÀ-Þ][\w'’&.-]{0,30}"
_OF_UNIT = re.compile(
    rf",\s(?:the\s)?(?P<unit>(?:{_CAP}(?:\s(?:and|of|for|&))?\s){{1,7}}{_UNIT}|{_UNIT}\s(?:of|for)\s(?:the\s)?(?:{_CAP}(?:\s(?:and|of|for|&))?\s?){{1,7}})\s*$"
)
"""The unit that a post is in, behind its comma: "Director, ICT Department"; no "Head of Section, …", which names none."""


def find_whole(text: str, kind: Kind) -> tuple[NameMention, ...]:
    """A question that asks for one name: the first line is it, or the first words that were not withheld."""
    public = text.replace(BLANK, "\0" * len(BLANK))
    found = (_LEFT if "\0" in public else _FIRST).search(public)
    if found is None:
        return ()
    span = Span(*found.span())
    if kind is Kind.ORGANISATION:
        return (_without_bracket(text, span),)
    unit = _OF_UNIT.search(text, span.start, span.end)
    return (_mention(text, span, kind), *([_unit(text, unit)] if unit else []))


def _mention(text: str, span: Span, kind: Kind, aliases: tuple[Span, ...] = ()) -> NameMention:
    return NameMention(span, " ".join(span.of(text).split()), kind, span, aliases=aliases)


def _unit(text: str, unit: re.Match[str]) -> NameMention:
    return _mention(text, Span(*unit.span("unit")), Kind.ORGANISATION)


def _without_bracket(text: str, span: Span) -> NameMention:
    """An organisation without the bracket of its initials, which are its other name, or of its name in another tongue."""
    inside = _THEN_UNIT.search(text, span.start, span.end)
    if inside and spells(inside["inner"], text[span.start : inside.start()]):
        initials = Span(*inside.span("inner"))
        return _mention(text, Span(span.start, inside.start()), Kind.ORGANISATION, (initials,))
    bracket = _BRACKET.search(text, span.start, span.end)
    if (
        not bracket
        or "," in text[span.start : bracket.start()]
        or kind_of_name(bracket["inner"]) is Kind.ORGANISATION
    ):
        return _mention(text, span, Kind.ORGANISATION)
    short = (Span(*bracket.span("inner")),) if _INITIALS.fullmatch(bracket["inner"]) else ()
    return _mention(text, Span(span.start, bracket.start()), Kind.ORGANISATION, short)
