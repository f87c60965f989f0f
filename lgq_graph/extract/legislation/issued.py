"""Who made a law: "of the Government of N"; or, in Romance manner, its name: "General Law of Transparency"."""

from __future__ import annotations

import re

from ...gazetteer import is_place
from ...model import Span
from .countries import country_names, fold
from .draft import Draft, Page, names_city
from .regions import is_named_region
from .walk import is_head, walk_capitals, words_from
from .words import ISSUER_WORDS, MAKERS, TOPIC_OF_OFFICE

__all__ = ["read_issuer"]

_BY = re.compile(
    r",?\s(?:(?:issued|approved|adopted|passed|enacted)\sby\s|of\s|by\s|de\s|del\s|du\s|do\s|da\s|di\s|della\s|(?=[А-ЯЁа-яё]|(?:Rady|Prezydenta|Burmistrza|Wójta|Consiliului|Primarului|Guvernului)\s))(?:the\s|la\s)?"
)


_OFFICES = frozenset(
    "ministry department minister parliament министерства департамента комитета управления".split()
)
_CYRILLIC = re.compile("[а-яё]{2,30}")
_NUMBERED = re.compile(r"[A-ZА-Я]{1,5}[/-]\d")
"""How a number of letters and figures begins, right behind who made it: "Decree of the President XY-123"."""


def read_issuer(page: Page, draft: Draft) -> bool:
    """Who made it: "of the Government of N"; or, in Romance manner, its name: "General Law of Transparency"."""
    match = _BY.match(page.text, draft.end)
    end = _walk_issuer(page, match.end()) if match else 0
    if not match or end <= match.end():
        return False
    words = page.text[match.end() : end]
    if _says_who(page, words) or draft.number or (draft.title and draft.titled_by != "name"):
        draft.words.append(words)
        draft.issued = True
    elif not _name_after(page, draft, match, words):
        return False
    if draft.type in ("constitution", "charter") and draft.titled_by != "quote":
        draft.title, draft.titled_by = Span(draft.start, end), "issuer"
    draft.end = max(end, draft.end)
    return True


def _walk_issuer(page: Page, start: int) -> int:
    end, pending, office = start, 0, False
    for match in words_from(page, start - 1, 16):
        word = match["word"]
        if (
            is_head(word)
            or _NUMBERED.match(word)
            or word in ("No", "Nos", "N", "Nr", "Dated", "On", "Concerning", "Regarding")
        ):
            break
        if match["gap"][0] == "," and not (office and word[0].isupper()):
            break
        if word[0].isupper() or word.lower() in ISSUER_WORDS:
            end, pending = match.end(), 0
            office = office or word.lower() in _OFFICES
        elif office and word.islower() and _CYRILLIC.fullmatch(word) and word not in ("от", "об", "о"):
            end = match.end()  # "Министерства цифрового развития"
        elif pending < 3 and (
            word in ("of", "the", "for", "de", "del", "do", "da", "la") or (office and word == "and")
        ):
            pending += 1
        else:
            break
    return end


def _says_who(page: Page, words: str) -> bool:
    """Whether the words after "of" are an issuer or a place that makes laws."""
    parts = re.split(r"\sof\s", words.lower())[0].split()
    if TOPIC_OF_OFFICE.match(words):
        return False
    if any(part in ISSUER_WORDS for part in parts) or any(
        fold(part) in country_names() for part in re.split(r"\sof\s(?:the\s)?", words)
    ):
        return True
    return names_city(page, words) or is_named_region(words, page.iso2)


def _name_after(page: Page, draft: Draft, match: re.Match[str], words: str) -> bool:
    """A Romance name: at least two capitalised words, and more than a place could have."""
    if (
        draft.title
        or not draft.capital
        or draft.plural
        or draft.type not in ("law", "act", "ordinance", "code", "regulation")
        or (draft.type == "regulation" and " of " in match[0])
    ):
        return False
    end = walk_capitals(page, match.end())
    parts = page.text[match.end() : end].split()
    capitals = sum(part[0].isupper() for part in parts)
    framing = re.search(
        r"(?i)\b(?:organic|general|framework|basic|municipal|org[áâ]nic[oa]|geral)\b", " ".join(draft.words)
    )
    if (
        draft.type == "code"
        or is_place(words)
        or not parts
        or (parts[0].lower() in MAKERS and not TOPIC_OF_OFFICE.match(words))
        or (not framing and (capitals < 2 or (" of " in match[0] and capitals == len(parts) < 3)))
    ):
        return False
    draft.title, draft.titled_by, draft.end = Span(draft.start, end), "of", end
    return True
