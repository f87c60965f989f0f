"""What the city says that it ties to a goal itself: "We link Sun Class with SDG 4"."""

from __future__ import annotations

import re

from ..model import Span

__all__ = ["ascribed"]

_WE = r"(?:we|the\s(?:city|council|municipality|town|administration)|officers|nosotros|nous|wir|nós)"
_TIE = r"(?:link|map|connect|associat|align|t(?:ie|ying)|relat|assign|attribut|ascrib|count|put|plac|fil|class|match|vincul|relacion|asoci|asign|associ|reli|rattach|verbind|ordn)\w{0,6}"
_TO = r"(?:with|to|under|among|against|for|con|al?|à|aux?|com|ao?s?|mit|zu)"
_NAME = r"[\"“«]?(?P<name>[A-ZÀ-Þ][\w'’&-]{1,30}(?:\s(?:(?:of|and|for|the|de|del|la|du|da|do|&)\s){0,2}[A-ZÀ-Þ0-9][\w'’&-]{0,30}){0,5})[\"”»]?"
_ASCRIBED = re.compile(
    rf"(?<!\w)(?:(?i:{_WE})\s(?:(?i:also|have|has|had|would|hemos|avons)\s){{0,2}})(?i:{_TIE})\s(?:the\s|our\s|el\s|la\s|le\s|l['’])?{_NAME}\s{_TO}\s(?:(?:the|UN|los|las|l['’]|aux|les)\s){{0,2}}$"
)


def ascribed(text: str, before: Span) -> Span | None:
    """The name between "we link" and "with", where a goal follows."""
    said = _ASCRIBED.search(text, max(before.start, before.end - 220), before.end)
    return Span(*said.span("name")) if said else None
