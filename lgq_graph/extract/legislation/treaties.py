"""Conventions between states: "Convention on Cybercrime", "Malabo Convention of the African Union"; no gathering."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import LawMention, Span
from .draft import Page, text_before
from .walk import walk_capitals

__all__ = ["find_treaties"]

_CONVENTION = re.compile(
    r"(?<![\w-])(?P<lead>(?:[A-ZÀ-Þ][\w'’-]{1,20}\s){0,3})Convention(?:\s(?P<number>\d{2,3}\+?))?(?!\w|\s(?:[Cc]ent|[Bb]ureau|[Hh]all|[Cc]omplex|20\d\d))"
)
_ON = re.compile(r"\s(?:on|for|against|concerning|relating to)\s(?:the\s)?(?=[A-Z])")
_BODIES = r"(?:African Union|AU|Council of Europe|United Nations|UN|European Union|EU|UNESCO|UNECE|ILO|ECOWAS|Organi[sz]ation of American States|OAS)"
_OF = re.compile(rf"(?:\s\([A-Z][^()\n]{{0,60}}\))?,?\s(?:of|by|under)\sthe\s{_BODIES}(?!\w)")
_OF_BEFORE = re.compile(
    rf"(?:(?<!\w){_BODIES}|(?<!\w)European|(?<!\w)Inter-American|(?<!\w)African|International)(?:['’]s)?\s"
)
_CITED_BEFORE = re.compile(
    r"(?i)(?<!\w)(?:under|ratif\w+|signator\w+ (?:of|to)|party to|parties to|compl\w+ with|accordance with|principles of|provisions of|in line with|implement\w*|accession to)\s(?:the\s)?$"
)


def find_treaties(page: Page) -> Iterator[LawMention]:
    """The conventions that a text cites: by their subject, by the body that made them, or as what binds."""
    for match in _CONVENTION.finditer(page.text):
        start = match.start() + (4 if match["lead"].startswith("The ") else 0)
        subject = _ON.match(page.text, match.end())
        end = walk_capitals(page, subject.end()) if subject else match.end()
        if _binds(page, start, match, subject is not None, end):
            title = Span(start, end)
            yield LawMention(
                title, title.of(page.text), "agreement", match["number"] or "", "", "supranational", title
            )


def _binds(page: Page, start: int, match: re.Match[str], subject: bool, end: int) -> bool:
    """Whether it is a treaty: a gathering has no such subject or maker, and nobody complies with it."""
    lead = page.text[start : match.end("lead")]
    by_body = bool(_OF_BEFORE.match(lead) or _OF.match(page.text, end))
    if match["number"] or by_body:
        return by_body or bool(_CITED_BEFORE.search(text_before(page.text, start, 40)))
    if not subject and not lead:
        return False
    named = len(re.findall(r"[A-Z]\w+", page.text[match.end() : end])) >= 1
    return (subject and named) or bool(_CITED_BEFORE.search(text_before(page.text, start, 40)))
