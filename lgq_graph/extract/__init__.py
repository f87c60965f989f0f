"""From the text of one answer to its mentions: one recogniser per file, put together here.

text ─→ links, laws, segments, sentences ─→ names ─→ goals, numbers, places ─→ whom each speaks of
"""

from __future__ import annotations

from dataclasses import replace

from ..model import Answer, Kind, LawMention, Mentions, Question, Status
from .attach import attach_goals, attach_numbers, find_relations
from .context import Context
from .evened import even
from .goals import find_goals
from .items import find_segments
from .layout import arrange, find_sections
from .legislation import find_laws
from .links import find_anchors
from .names import extent, find_names
from .numbers import find_numbers
from .partners import find_partners
from .purposes import with_purposes
from .sentences import sentences
from .tables import running_numbers
from .whole import find_whole

__all__ = ["Context", "extract"]


def extract(answer: Answer, question: Question, context: Context) -> Mentions:
    """All that one answer mentions; nothing when it was not answered or holds personal data."""
    if answer.status is not Status.ANSWERED or not answer.text or question.role in _NO_TEXT:
        return Mentions(answer.question)
    text = even(answer.text)
    if question.role == "post" and not question.presupposes:
        return Mentions(answer.question)
    if question.role in _WHOLE:
        return Mentions(answer.question, find_whole(text, _WHOLE[question.role]))
    if question.role == "partners":
        return _partners(answer.question, text, context)
    anchors = find_anchors(text)
    stated, spans = find_goals(text, context.year), sentences(text)
    sections = find_sections(text, stated)
    segments = arrange(text, find_segments(text), stated, sections)
    laws = _laws(text, question, context)
    names, links = find_names(text, question, segments, spans, anchors, laws, stated, context)
    goals = attach_goals(text, stated, names, segments, spans, context.city, sections)
    taken = sorted(
        [
            *(link.span for link in links),
            *(goal.span for goal in stated),
            *(extent(name) for name in names),
            *(s.marker for s in segments if s.marker),
            *running_numbers(text),
        ]
    )
    found = find_numbers(text, taken, context.year, context.iso2)
    numbers = attach_numbers(text, found, names, segments, spans)
    names = with_purposes(text, names, spans)
    return Mentions(
        answer.question, names, links, goals, numbers, (), find_relations(text, names, segments, spans)
    )


_NO_TEXT = frozenset({"city", "country", "submitted", "person", "email", "phone"})
_WHOLE = {"post": Kind.POST, "organisation": Kind.ORGANISATION}


def _partners(question: int, text: str, context: Context) -> Mentions:
    anchors = find_anchors(text)
    places = find_partners(text, context.iso2, context.city)
    return Mentions(question, links=tuple(anchor.link for anchor in anchors), places=places)


def _laws(text: str, question: Question, context: Context) -> tuple[LawMention, ...]:
    """The laws of an answer; one that approves the city's strategy or budget is the city's own, unless it says otherwise."""
    laws = find_laws(text, iso2=context.iso2, month_first=context.month_first, city=context.city)
    if question.role not in ("strategy", "budget"):
        return laws
    return tuple(
        replace(law, level="local") if "level" not in law.certain and law.type not in ("law", "act") else law
        for law in laws
    )
