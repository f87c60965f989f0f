"""Citations, each read outwards from its type word, and the numbers enumerated after one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Span
from .dated import read_date_told
from .draft import Draft, Page, text_before
from .gazette import NOT_A_LAW_AFTER
from .judge import is_proper
from .left import read_left
from .numbered import take_number
from .patterns import NUMBER, OF_YEAR
from .right import read_adjectives, read_right
from .titled import read_title_of_approved
from .words import SHORT, TYPE

__all__ = ["read_citations"]

_NOT_AFTER = re.compile(
    r"(?i)(?:journal|gazette|bulletin|collection|body|faculty|school|rule|court|bachelor|master|doctor|university) of $"
)
_WORD = re.compile(
    r"(?<![\w@/.#-])(?:decree[ ]law|medida[ ]provisória|instrução[ ]normativa|statutory[ ]instrument"
    r"|(?-i:(?P<short>D\.?\s?Lgs\.?|D\.\s?L\.|D\.P\.R\.|D\.?P\.?C\.?M\.?|L\.R\.|R\.A\.|S\.I\.|H\.G\.|G\.\s?O\.|(?:DL|DPR|RA|SI|UU|OUG|HG|HCL)(?!\w))(?:\s?\(?(?:M[sS]|R[tT]|[PD])(?!\w)\.?\)?)?)"
    r"|[^\W\d_][\w-]{1,20})(?:(?=(?-i:Nos?\b))|(?![\w@/]|\.\w))",
    re.I,
)
_IN_NAME = re.compile(
    r"(?:Laws?|Code|Orders?|Charter|Constitution|Instruments?|Rules?|Regulations?|Agreements?)\s(?:(?:Reform|Amendment|Revision|Application|Miscellaneous|Repeal|Consolidation|Enforcement|Procedure|Provisions)\s){0,3}(?:Act|Ordinance|By-?law)(?!\w)"
)
"""A type word within the name of an act: "Commercial Law Act 2017", "Family Law Reform Act"."""
_YEAR_BEFORE = re.compile(r"[Tt]he ((?:19|20)\d\d) $")
_NUMBER_BEFORE = re.compile(
    r"(?:(?<![\w.,/])(?P<day>\d{1,2}(?:[./-]\d{1,2}[./-]|\s[^\W\d_]{3,10}\s)(?:19|20)\d\d)\s(?:tarihli|tarih|gün|tarixli|sanadagi)\s(?:ve\s|və\s|va\s)?)?"
    r"(?<![\w.,/-])(?P<number>(?:[A-Z]{1,4}-)?\d{1,5}(?:[./-]\d{1,5})?)(?:\s|-)(?:sayılı|numaralı|no['’]?lu|saylı|nömrəli|sonli)\s"
    r"(?:(?:ve|və|va)\s(?P<later>\d{1,2}(?:[./-]\d{1,2}[./-]|\s[^\W\d_]{3,10}\s)(?:19|20)\d\d)\s(?:tarihli|tarih|gün|tarixli|sanadagi)\s)?$"
)
"""A number that stands before its law, and the day with it: "3 Mart 2011 tarihli ve 4999 sayılı … Kanunu"."""
_MORE = re.compile(r"(?:\s?[,;]\s|,?\s(?:and|y|e|et|und|&|as well as)\s)(?:the\s)?")


def read_citations(page: Page) -> Iterator[Draft]:
    """The citations that are proper ones; the search goes on behind each, and no name reaches over a type word."""
    floor = 0
    for match in _WORD.finditer(page.text):
        word = match[0].lower().replace(" ", "-")
        if (
            match.start() < floor
            or not (word in TYPE or match["short"])
            or _NOT_AFTER.search(text_before(page.text, match.start(), 16))
            or NOT_A_LAW_AFTER.match(page.text, match.end())
            or _IN_NAME.match(page.text, match.start())
        ):
            continue
        read = list(_citations(page, match, word, floor))
        yield from read
        floor = max(match.end(), read[-1].end if read else 0)


def _citations(page: Page, match: re.Match[str], word: str, floor: int) -> Iterator[Draft]:
    """The citation at a type word, and the numbers enumerated after it ("Laws 5 of 2014 and 7 of 2012")."""
    span = Span(*match.span())
    plural = (word.endswith("s") and not word.endswith("ss")) or word == "leggi"
    kind = SHORT[re.sub(r"\W", "", match["short"])] if match["short"] else TYPE[word]
    draft = Draft(kind, span, span.start, span.end, match[0][0].isupper(), plural)
    if not match["short"]:
        read_left(page, draft, floor)
    read_adjectives(page, draft)
    read_right(page, draft)
    read_title_of_approved(page, draft)
    _mend_name(page, draft)
    while is_proper(page, draft):
        read_date_told(page, draft)
        yield draft
        following = _enumerated(page, draft)
        if following is None:
            return
        draft = following


def _mend_name(page: Page, draft: Draft) -> None:
    """A name all of words that qualify ("Local Government Act"); a year or a number before a name ("the 2018 Privacy Act")."""
    bare = draft.type == "act" and not (draft.title or draft.issued or _has_own_number(page, draft))
    if bare and re.search(
        r"(?i)\b(?:government|municipal|city|county|council|district)", " ".join(draft.words)
    ):
        draft.title, draft.titled_by = Span(draft.start, draft.head.end), "name"
        draft.words.clear()
    _take_number_before(page, draft)
    before = _YEAR_BEFORE.search(page.text, max(0, draft.start - 9), draft.start)
    if before and draft.titled_by == "name" and not draft.date:
        draft.start, draft.date = before.start(1), before[1]


def _take_number_before(page: Page, draft: Draft) -> None:
    number = _NUMBER_BEFORE.search(page.text, max(0, draft.start - 60), draft.start)
    if number and not draft.number:
        draft.start, draft.number, draft.marked = number.start(), number["number"], True
        for day in ("day", "later"):
            draft.date = draft.date or page.dates.get(number.start(day), (0, ""))[1]


_APART = re.compile(r",?\s(?:\(|(?:1[89]|20)\d\d(?![\w/]))")
"""What parts the number of an act from its name: a bracket, or the year that the act is cited by."""
_GOVERNMENT = re.compile(r"(?i)\w\sgovernments?$")


def _has_own_number(page: Page, draft: Draft) -> bool:
    """Whether an act goes by its number, "City Council Act No. 5", and not by a name, "Local Government Act 1993 (Act 462)"."""
    named = _APART.match(page.text, draft.head.end) or _GOVERNMENT.search("".join(draft.words[:1]))
    return bool(draft.number) and not named


def _enumerated(page: Page, draft: Draft) -> Draft | None:
    """The next number after "and" or a comma; a singular type word enumerates only numbers with their "No."."""
    join = _MORE.match(page.text, draft.end)
    if not join or not draft.number:
        return None
    at = join.end()
    fresh = Draft(draft.type, draft.head, at, at, draft.capital, draft.plural, words=list(draft.words))
    number = NUMBER.match(page.text, join.end())
    if (
        not number
        or number["lead"]
        or not (number["mark"] or (draft.plural and _counts_as_number(page, number)))
    ):
        return None
    take_number(fresh, number)
    fresh.marked = True
    read_right(page, fresh)
    return fresh


def _counts_as_number(page: Page, number: re.Match[str]) -> bool:
    """Whether a bare number in an enumeration cites: composite, with its year, or nothing counted after it."""
    counts_things = re.match(r"\s\w", page.text[number.end() : number.end() + 2])
    return not number["number"].isdigit() or not counts_things or bool(OF_YEAR.match(page.text, number.end()))
