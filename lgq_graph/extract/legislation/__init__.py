"""Legislation: laws, decrees, ordinances, technical standards … with number, date, title and level.

A citation is read outwards from its type word ("Law", "Decree"): to the left its name or its issuer ("Data
Protection", "Federal", "City Council"), to the right what follows in any order: number, date, issuer, title, bracket.
What was read is a law only when it can be told from others: by a number, a proper title, or a full date. Words such
as "the law" or "Act now" have none of these. Every reach is bounded and stops at the type word before, so that reading
takes time in proportion to the text.
"""

from __future__ import annotations

from ...model import LawMention, Span
from .citations import read_citations
from .draft import Draft, Page, read_page
from .join import apart, joined
from .level import level_of
from .scripts import find_scripted
from .standards import find_compounds, find_known, find_standards
from .treaties import find_treaties

__all__ = ["find_laws"]


def find_laws(text: str, iso2: str = "", month_first: bool = False, city: str = "") -> tuple[LawMention, ...]:
    """Every law and technical standard that `text` cites, in order of place, each citation once.

    `iso2` and `city` say whose text it is, so that "Law of the city of N" is local; `month_first` is the custom of its
    country for dates in numbers. What the words do not tell of type and level is left out of `certain`.
    """
    page = read_page(text, iso2, month_first, city)
    acts = [_mention(page, draft) for draft in (*read_citations(page), *find_compounds(page))]
    found = apart(
        [
            *acts,
            *find_known(page),
            *find_scripted(page),
            *find_standards(page),
            *find_treaties(page),
        ]
    )
    return tuple(joined(page, found))


def _mention(page: Page, draft: Draft) -> LawMention:
    level, told = level_of(page, draft)
    certain = ("type", "level") if told else ("type",)
    title = draft.title.of(page.text) if draft.title else ""
    return LawMention(
        Span(draft.start, draft.end), title, draft.type, draft.number, draft.date, level, draft.title, certain
    )
