"""Whether what was read tells one law from others: by a number, a proper title, or a full date."""

from __future__ import annotations

import re

from .draft import Draft, Page, names_city, text_before
from .names import is_capital
from .patterns import YEARS_OF_LAWS
from .unborn import is_unborn
from .words import LEGAL_CODE, MAY_BE_SMALL, NAMED, NOT_NAMES, QUOTED, SHORT, word_set

__all__ = ["is_proper"]

_DATED = word_set("law act decree ordinance resolution order regulation directive bylaw")
_DATED_SMALL = _DATED - {"order", "resolution"}
_ONE_WORD_NAMES = word_set("law act ordinance constitution")
_NOT_CODES = re.compile(
    r"(?i)\b(?:qr|bar|source|zip|post|postal|country|area|access|dress|promo|discount|security|pin|verification|open|hour)$"
)
_LEGAL_CODES = word_set(
    "civil criminal penal administrative labour labor tax electoral municipal budget land housing commercial water family education procedure"
)
_FOREIGN_TO_LAW = re.compile(
    r"\s(?:[A-Z][a-z]{2,}|enforcement|firms?|schools?|students?|makers?|department|degree|suits?|court|abiding|tickets?)\b"
)
_ALSO_OFFICES = word_set("despacho despachos aviso avisos disposición disposiciones")
_ALSO_TOOLS = word_set("instrument instruments")
_PURCHASE = re.compile(r"(?i)\b(?:purchase|work|job|service|sales|court|change|delivery|money|standing)\s$")


def is_proper(page: Page, draft: Draft) -> bool:
    """Whether what was read tells one law from others."""
    if draft.number:
        return _is_numbered(page, draft)
    if not draft.date and (is_unborn(page, draft) or draft.head.of(page.text).lower() in _ALSO_TOOLS):
        return False
    if draft.titled_by == "called":
        return True
    if draft.titled_by == "quote":
        begins_well = draft.title is not None and not page.text[draft.title.start].islower()
        return begins_well and draft.type in QUOTED and (draft.capital or draft.type in MAY_BE_SMALL)
    if draft.titled_by in ("on", "of"):
        return _is_phrased(page, draft)
    if draft.type in ("constitution", "charter"):
        return _is_founding(page, draft)
    if draft.title and _is_named(page, draft):
        return True
    return len(draft.date) == 10 and draft.type in _DATED and (draft.capital or draft.issued)


def _is_numbered(page: Page, draft: Draft) -> bool:
    if not _may_be_loose(page, draft) and draft.number.isdigit() and not draft.date:
        return False
    if draft.marked:
        foreign = (
            not draft.head.of(page.text).lower().startswith(("order", "decision", "circular", "instruction"))
        )
        # "decision of the city council No. 5 of 3 May 2020": who made it, and when
        made = (bool(draft.issued), len(draft.date) == 10)
        told = {"order": foreign or all(made), "other": foreign or any(made)}
        small = draft.type in MAY_BE_SMALL or draft.capital or told.get(draft.type, False)
        if draft.type == "agreement" and draft.titled_by == "name":
            return False
        return small and not (
            draft.type == "order" and _PURCHASE.search(text_before(page.text, draft.head.start, 20))
        )
    if not draft.number.isdigit() or draft.date or draft.title:
        return True
    return int(draft.number) not in YEARS_OF_LAWS and (int(draft.number) >= 100 or bool(draft.words))


def _may_be_loose(page: Page, draft: Draft) -> bool:
    """Whether any number makes the word cite; initials, and words for offices and notices, take a composite or dated one."""
    word = draft.head.of(page.text)
    if re.sub(r"\W", "", word) in SHORT:
        return draft.marked or (draft.type == "act" and len(draft.number) > 3)
    return word.lower() not in _ALSO_OFFICES


def _is_phrased(page: Page, draft: Draft) -> bool:
    """One law with a capital, as "Law on Open Data"; a title in small letters is longer at the start of a sentence."""
    if draft.titled_by == "on" and len(draft.date) == 10 and draft.type in _DATED_SMALL and not draft.plural:
        return True  # "la loi du 5 février 2018 relative aux archives"
    if (
        draft.title is None
        or draft.plural
        or not draft.capital
        or draft.type not in NAMED | {"resolution", "order"}
    ):
        return False
    if draft.type == "code" and LEGAL_CODE.match(page.text, draft.head.end):
        return not _NOT_CODES.search(text_before(page.text, draft.start, 20).rstrip())
    if draft.type in ("resolution", "order", "code"):
        return bool(draft.date or draft.issued)
    inner = page.text[max(draft.head.end, draft.title.start) : draft.title.end]
    capitals = len(re.findall(r"(?<!\w)[A-ZÀ-ÞА-Я]", inner))
    if capitals >= 2 or draft.issued or draft.date:
        return True
    size = len(inner.split())
    wanted = 4 if _begins_sentence(page.text, draft.start) and draft.start == draft.head.start else 2
    return size >= wanted and draft.type in ("law", "act", "ordinance")


def _begins_sentence(text: str, at: int) -> bool:
    before = text_before(text, at, 4).rstrip(' "“(')
    return not before or before[-1] in ".\n:)!?"


def _is_founding(page: Page, draft: Draft) -> bool:
    """A constitution or charter: with whose it is."""
    words = draft.title.of(page.text) if draft.title else ""
    if not draft.capital or draft.plural or not words:
        return False
    if draft.type == "constitution":
        return (
            draft.titled_by == "issuer"
            or bool(draft.date)
            or text_before(page.text, draft.start, 4).lower() == "the "
        )
    return bool(re.search(r"(?i)\b(?:city|municipal\w*|county|town|home rule)\b", words)) or names_city(
        page, words
    )


def _is_named(page: Page, draft: Draft) -> bool:
    """A capitalised name of two words or more; of one word with its article, a year, or an issuer."""
    if not draft.capital or not draft.title or draft.type not in NAMED | {"rule", "order"}:
        return False
    name = page.text[draft.title.start : draft.head.start].strip()
    told = bool(draft.date or draft.issued or draft.end > draft.head.end)
    if not told and _FOREIGN_TO_LAW.match(page.text, draft.head.end):
        return False
    if draft.type == "code":
        return _is_code(page, draft, name)
    if (draft.type == "rule" or (draft.plural and draft.type != "regulation")) and not draft.date:
        return False
    if draft.type == "order" and not _is_order(page, draft, name):
        return False
    words = [word for word in re.split(r"[\s(]+", name) if is_capital(word)]
    if len(words) >= 2:
        return True
    if draft.type not in _ONE_WORD_NAMES or name.lower() in NOT_NAMES:
        return False
    return draft.issued or bool(draft.date) or text_before(page.text, draft.start, 4).lower() == "the "


def _is_order(page: Page, draft: Draft, name: str) -> bool:
    """An order by its name and the year right behind it, "Parking Places (Norwood) Order 2021"; no order of goods or work."""
    year = _YEAR_BEHIND.match(page.text, draft.head.end)
    return bool(year) and not draft.plural and not _PURCHASE.search(name + " ")


_YEAR_BEHIND = re.compile(r",?\s(?:19|20)\d\d(?![\w/-])")


def _is_code(page: Page, draft: Draft, name: str) -> bool:
    """A code of law, not a QR code: a legal adjective, or two words none of which is such a code's."""
    words = name.split()
    if _NOT_CODES.search(name) or not words:
        return False
    last = words[-1].lower()
    return last in _LEGAL_CODES or (
        len(words) >= 2 and (bool(draft.date) or draft.issued or last == "administration")
    )
