"""A bracket after a citation: its number, its name or its abbreviation."""

from __future__ import annotations

import re
from dataclasses import replace

from ...model import Span
from .dated import read_date
from .draft import Draft, Page
from .numbered import holds_date, take_number
from .patterns import CLOSING, MARKER, NUMBER
from .walk import walk_small
from .words import TYPE

__all__ = ["read_bracket"]

_OPENING = re.compile(
    r"\s{0,2}\((?:the\s)?(?P<head>(?:[A-Z][\w-]{1,20}\s){0,3}(?:Act|Law|Decree|Ordinance|Republic Act|R\.?A\.?|(?P<instrument>(?:[SLCE]\.?\s?I\.?|L\.\s?N\.|(?:Statutory|Legislative|Constitutional|Executive) Instrument|Legal Notice))|Ley|Lei)(?=\s)\s?)?"
)
_LINK_NEXT = re.compile(r"[,;]?(?=[,;]?\s\ue000)")
_NAME_IN_BRACKET = re.compile(
    r"\s{0,2}\((?:the\s|[“\"])?([A-Z][^()\n\"”]{1,90}\s(?:Act|Law|Ordinance|By-?law|Code|Regulations?|Decree)"
    r"|(?:Ley|Lei|Loi|Legge|Legea|Ustawa|Zákon|Code|Código|Codice|Regime|Régimen|Marco|Estatuto|Statuto)\s[^()\d\n\"”\ue000]{3,100}?)(?:\s[–—-]\s[A-Z]{2,10})?[”\"]?\)"
)
_CHAPTER = re.compile(
    r",?\s{0,2}(?:\(|(?=[cC]\.|[cC]h|[cC]ap|C(?:AP|HAP)))(?:[A-Z][A-Z. ]{0,10}[A-Z.],?\s)?(?:(?P<year>(?:1[89]|20)\d\d),?\s)?"
    r"(?:c\.|C(?:AP|HAP)\.?|[Cc]h(?:ap)?\.|[Cc]hapter|[Cc]ap\.?)\s?(?P<number>(?:[A-Z]{1,2}[-.])?\d{1,4}(?:[.:]\d{1,3}){0,2}[A-Z]?)(?![\w:])"
    r"(?:(?:,?\sR\.?\s?E\.?)?,?\s(?:19|20)\d\d(?=\)))?(?P<close>\))?"
)
"""The chapter of the statutes: "(CQLR c. A-2.1)", "(S.C. 2000, c. 5)", "(Cap. 486)", "[Chapter 22:02]", ", chapter 12"."""
_OF = re.compile(r"\s(?:of|on)\s(?:the\s)?")
_ALIAS = re.compile(
    r"(?:,\s|\s\(|\s[–—-]\s|\s)(?:also\s|commonly\s|better\s|often\s|usually\s)?(?:known|cited|referred\sto|called)\s(?:as\s)?(?:the\s)?[\"“]?"
    r"(?:Law|Act|Bill|Loi|Ley|Decree)\s(?:No\.?\s?)?(?P<number>\d{1,5}(?:[/-]\d{1,4})?)(?![\w/])"
)
"""The number by which people call a law that has a title: "…, known as Law 25"."""
_INITIALS = r"[\"“«]?[A-Z][A-Za-z0-9&./-]{0,12}[A-Z][A-Za-z]?[\"”»]?"
_CALLED = (
    r",?\s(?:(?:which\sis|also|commonly|better|usually|often|widely|más|melhor|mieux|meglio)\s){0,2}"
    r"(?:known|referred\sto|called|cited|abbreviated|conocid[oa]|llamad[oa]|denominad[oa]|conhecid[oa]|chamad[oa]|dite?|appelée?|connue?|dett[oa]|not[oa])\s"
    r"(?:(?:as|by|under|como|por|sous|come|con|the|its|la|sus?|le|nom|de|initials|acronym|abbreviation|siglas?)\s){0,4}"
)
_ABBREVIATION = re.compile(
    rf"\s{{0,2}}\((?:the\s)?{_INITIALS}\)|{_CALLED}{_INITIALS}(?=\s?[,;.:)\n]|\s[–—(-]|$)"
)
"""The initials by which a law is called: "(FOIL)", ", known as FOIL"."""


def read_bracket(page: Page, draft: Draft) -> bool:
    """A bracket that cites the same law: "(Act No. 30 of 2011)", "(FOIL)", "(Open Data Law)"; never one with a link."""
    if _read_chapter(page, draft) or _read_alias(page, draft) or _read_gloss(page, draft):
        return True
    opening = _OPENING.match(page.text, draft.end)
    if not opening:
        return _read_abbreviation(page, draft)
    inner = replace(draft, end=opening.end(), words=list(draft.words), date="")
    number = None if draft.number else NUMBER.match(page.text, opening.end())
    if (
        number
        and not number["lead"]
        and (
            opening["head"] or number["mark"] or not (number["number"].isdigit() or holds_date(page, number))
        )
    ):
        take_number(inner, number)
        inner.marked = True
        read_date(page, inner)
        if closing := CLOSING.match(page.text, inner.end) or _LINK_NEXT.match(page.text, inner.end):
            draft.number, draft.date, draft.marked = inner.number, draft.date or inner.date, True
            draft.words += ["statutory"] if opening["instrument"] else []
            draft.end = closing.end()
            return True
    return (
        _read_dated_number(page, draft)
        or _read_name_in_bracket(page, draft)
        or _read_abbreviation(page, draft)
        or _read_in_other_words(page, draft)
    )


_DATED = re.compile(r"\s{0,2}\((?:(?:of|from|dated|от|de|del|du|vom|z)\s)?")


def _read_dated_number(page: Page, draft: Draft) -> bool:
    """A day and a number together: "(2 July 2019, AB-54)", "(of 02.07.2019 No. 54)"; a bare whole number may be anything."""
    opening = None if draft.number or draft.date else _DATED.match(page.text, draft.end)
    end, iso = page.dates.get(opening.end(), (0, "")) if opening else (0, "")
    number = NUMBER.match(page.text, end) if len(iso) == 10 else None
    closing = CLOSING.match(page.text, number.end()) if number else None
    if not (number and closing) or not (number["mark"] or not number["number"].isdigit()):
        return False
    take_number(draft, number)
    draft.date, draft.marked, draft.end = iso, True, closing.end()
    return True


_GLOSS = re.compile(rf"(?:\s\((?!https?:)[^()\d\n\ue000]{{2,40}}\)|\))(?=\s{MARKER}\s?\d)")
"""What a type word is called in another language or for short, before its number: "Presidential Decree (PD) No. 5"."""


_IN_OTHER_WORDS = re.compile(
    r"\s{0,2}\((?:[A-ZÇĞİÖŞÜ]{2,10}\s?[,;:–—-]\s)?(?:the\s|[“\"])?(?P<name>(?:[^\W\d_][\w'’-]{0,30}[ ]){1,10}[^\W\d_]{3,20}|[^\W\d_]{3,20}(?:[ ][^\W\d_][\w'’-]{0,30}){1,10})[”\"]?\)"
)
_OF_PARLIAMENT = frozenset(("law", "act", "code", "constitution"))
"""Kinds that no other kind translates: a regulation in the bracket behind an act is another one."""
_OF_ANOTHER = re.compile(
    r"(?i)(?<![\w-])(?:by|under|see|cf|amend\w*|replac\w*|repeal\w*|supersed\w*|former\w*|also|plus|with|incl\w*|implement\w*|transpos\w*|draft|not|no|as|is|was|via|part|bill)(?![\w-])"
)


def _read_in_other_words(page: Page, draft: Draft) -> bool:
    """What a law with a name or a number is called in another language: "Arşiv Kanunu (Archives Law) of 3.5.2011"."""
    match = (
        _IN_OTHER_WORDS.match(page.text, draft.end) if draft.title or draft.number or draft.words else None
    )
    if not match or _OF_ANOTHER.search(match["name"]):
        return False
    words = match["name"].split()
    kinds = {TYPE.get(word.lower(), "") for word in (words[0], words[-1])} - {""}
    same = any((kind in _OF_PARLIAMENT) == (draft.type in _OF_PARLIAMENT) for kind in kinds)
    if same:
        draft.end = match.end()
        if draft.number and not draft.title:
            draft.title, draft.titled_by = Span(*match.span("name")), "quote"
    return same


def _read_gloss(page: Page, draft: Draft) -> bool:
    match = None if draft.number or draft.title else _GLOSS.match(page.text, draft.end)
    if match:
        draft.end = match.end()
    return bool(match)


def _read_chapter(page: Page, draft: Draft) -> bool:
    if draft.number:
        return False
    at = draft.end
    if draft.type == "charter" and (of := _OF.match(page.text, draft.head.end)):
        at = walk_small(page, of.end())
    match = _CHAPTER.match(page.text, at)
    if not match or ("(" in match[0][:4]) != bool(match["close"]):
        return False
    if at > draft.end:
        draft.title, draft.titled_by, draft.type = Span(draft.start, at), "of", "law"
    if not (draft.title or draft.type in ("act", "ordinance")):
        return False
    draft.number, draft.marked, draft.end = match["number"], True, match.end()
    draft.date = draft.date or match["year"] or ""
    return True


def _read_alias(page: Page, draft: Draft) -> bool:
    match = _ALIAS.match(page.text, draft.end) if draft.title and not draft.number else None
    if match:
        closing = CLOSING.match(page.text, match.end()) if "(" in match[0] else None
        draft.number, draft.marked, draft.end = match["number"], True, (closing or match).end()
    return bool(match)


def _read_name_in_bracket(page: Page, draft: Draft) -> bool:
    match = _NAME_IN_BRACKET.match(page.text, draft.end) if draft.number and not draft.title else None
    if match:
        draft.title, draft.titled_by, draft.end = Span(*match.span(1)), "quote", match.end()
    return bool(match)


def _read_abbreviation(page: Page, draft: Draft) -> bool:
    match = _ABBREVIATION.match(page.text, draft.end) if draft.title or draft.number else None
    named = draft.title is not None and draft.title.start == draft.start
    if match and (named or "(" in match[0][:3]):
        draft.end = match.end()
        return True
    return False
