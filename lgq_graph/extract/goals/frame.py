"""A text as the readers of goals see it: its sentences, which of them speak of the SDGs, which stand under a lead."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from ...language import language_of
from ...model import Span
from .pieces import BLANK, EDGE

__all__ = ["Frame", "Hit"]

_CONTEXT = re.compile(
    rf"(?i:{EDGE}(?:SDGs?(?![a-z])|UNSDG|S\.D\.G|sustainable{BLANK}development(?!\w)|2030{BLANK}agenda"
    rf"|global{BLANK}goals"
    r"|agenda\s{1,3}(?:for\s)?2030|(?:UN|united\s{1,3}nations)(?:['’]s)?\s{1,3}goals?(?!\w)"
    r"|nachhaltigkeitsziel"
    r"|устойчивого\sразвития|desarrollo\ssostenible|desenvolvimento\ssustentável|développement\sdurable))"
    r"|(?<!\w)(?:ODS|ODD|OSS|ЦУР|ЦСР)(?![^\W\d_])|可持[续續]|持続可能な|지속가능|التنمية\sالمستدامة"
)
_OF_ALL = re.compile(
    r"(?i)^[^\S\n](?:of|from|in|under|de|des|del|do[s]?|du|из)\s(?:(?:the|UN|los|les|os|la|l[’'])\s?){0,2}(?:SDGs|2030\sAgenda|Agenda\s2030|sustainable\sdevelopment\sgoals"
    r"|global\sgoals|ODS|ODD|ЦУР)(?![\w-])|^\sمن\sأهداف\sالتنمية\sالمستدامة"
)
_LIST_ITEM = re.compile(r"[•●▪■◦‣►➢✓*–—①-⑳-]|\(?(?:\d{1,2}|[^\W\d_])(?:[.)]\s|\s?-\s|[、)])")


class Hit(NamedTuple):
    """A goal found: its words, its number, its target or None."""

    span: Span
    goal: int
    target: str | None = None


class Frame:
    """A text without its addresses, its sentences, and which of them speak of the SDGs or stand under a lead."""

    def __init__(self, text: str, spans: tuple[Span, ...], year: int = 0) -> None:
        self.text, self.spans, self.language, self.year = text, spans, language_of(text), year
        self._starts = [span.start for span in spans]
        self.speaking = {self.at(match.start()) for match in _CONTEXT.finditer(text)}
        self.leads = _leads(text, spans)

    def at(self, place: int) -> int:
        """The number of the sentence at a place."""
        return max(0, bisect_right(self._starts, place) - 1)

    def before(self, place: int, most: int) -> str:
        """What stands before a place in its sentence, at most so many characters."""
        return self.text[max(self.spans[self.at(place)].start, place - most) : place]

    def earlier(self, place: int, most: int) -> str:
        """The sentence before that of a place, in the same line, at most so many characters of its end."""
        at = self.at(place)
        start = self.spans[at].start
        last = self.text[max(self.spans[at - 1].start, start - most) : start] if at else ""
        return "" if "\n" in last else last

    def after(self, place: int, most: int) -> str:
        """What follows a place in its sentence, at most so many characters."""
        end = max(place, self.spans[self.at(max(0, place - 1))].end)
        return self.text[place : min(end, place + most)]

    def onward(self, place: int, most: int) -> str:
        """What follows a place in its line, over the end of its sentence, at most so many characters."""
        return self.text[place : place + most].partition("\n")[0]

    def behind(self, place: int, most: int) -> str:
        """What follows a goal in its sentence, without “of the SDGs” and the like."""
        return _OF_ALL.sub("", self.after(place, most + 40))[:most]


def _leads(text: str, spans: tuple[Span, ...]) -> list[Span | None]:
    """For each sentence the one that introduces it: it ends with a colon, and a list follows."""
    leads: list[Span | None] = []
    lead: Span | None = None
    for span in spans:
        item = _LIST_ITEM.match(text, span.start) is not None
        fresh = text[max(0, span.start - 1) : span.start] in ("\n", "\r", "")
        first = bool(leads) and text[max(0, span.start - 40) : span.start].rstrip().endswith((":", "："))
        if fresh and not (first or item) and text[span.end - 1] in ".。":
            lead = None
        leads.append(lead if first or item or fresh else None)
        if text[span.end - 1] in ":：":
            lead = span
    return leads
