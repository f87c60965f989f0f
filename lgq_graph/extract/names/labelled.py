"""Whether a line in prose is an entry by its label: "Blue Card: lower fares for culture, to be asked for at the CCAS (link). It …".

A label may also be a topic under which another thing is named. So what follows it has to be a noun phrase in small
letters, in which capitals only tell of whom, where, since when or at which office.
"""

from __future__ import annotations

import re

from ...model import Kind, Span
from ..chunks import OPENERS
from ..kinds import kind_of_name
from ..wording import foreign, sentence_like

__all__ = ["is_labelled"]

_COLON = re.compile(r"[\"”»]?\s?(?:\([^()\n]{1,60}\))?\s?:\s")
_OF = (
    r"(?:of|at|by|from|with|in|to|for|since|until|on|and|or|de|del|des|du|d['’]|da|do|dos|das|di|della|dei|dell['’]|en|em|el|à|au|aux|a|al|ao|nel|na|no|par|por|pour|para|chez|ante|presso"
    r"|con|com|avec|sur|dans|desde|depuis|dal|seit|von|vom|bei|beim|mit|im|für|et|y|e|und)"
)
_ARTICLE = r"(?:the|our|its|el|la|los|las|le|les|l['’]|il|lo|gli|o|os|as|der|die|das|dem|den)"
_PLAIN_NAME = re.compile(
    rf"(?<!\w)(?:{_OF}\s?)(?:{_ARTICLE}\s?)?(?P<name>[A-ZÀ-Þ][\w'’.&-]*(?:\s(?:{_OF}\s)?(?:{_ARTICLE}\s)?[A-ZÀ-Þ][\w'’.&-]*){{0,5}})"
)
"""Capitals that only tell of whom, where or when: "of the Town of Norwood", "since November"."""
_CLAUSE = re.compile(r"[,;(–—]")
_LONG = 400


def is_labelled(text: str, name: Span, link: int) -> bool:
    """Whether a colon behind a name leads to what its thing is, and to the link of that thing alone."""
    colon = _COLON.match(text, name.end, link)
    said = text[colon.end() : link] if colon and link - name.end < _LONG else ""
    if not said[:1].islower() or any(sign in said for sign in OPENERS.replace("'", "").replace("’", "")):
        return False
    clause = _CLAUSE.split(said)[0]
    if sentence_like(clause) or not (" " in name.of(text) or foreign(name.of(text))):
        return False
    end = len(said.rstrip(" \t\n(<[,:–—-"))
    left = said
    for found in _PLAIN_NAME.finditer(said):
        if found.end() == end and not _is_office(found["name"]):
            return False  # "Buses: times in Bus Eye (link)"
        left = left.replace(found["name"], "", 1)
    return not any(map(str.isupper, left))


def _is_office(name: str) -> bool:
    """Whether a name is that of a body, or its initials."""
    return (name.isupper() and 1 < len(name) < 8) or kind_of_name(name) is Kind.ORGANISATION
