"""What a law is called right behind its type word, where the tongue puts that first: "loi REEN", "la ley «Olimpia» No. 5".

Also the quotation mark that closes behind such a name, or behind any, before the number: "the “Data Act” No. 12 of 2019".
"""

from __future__ import annotations

import re

from ...gazetteer import find_country
from ...model import Span
from .draft import Draft, Page
from .patterns import MARKER

__all__ = ["read_called", "read_closing_quote"]

_HEADS = frozenset("loi ley lei legge".split())
_WORD = r"[A-ZÀ-Þ][\w'’-]{1,20}(?<!['’-])"
_NAME = rf"(?P<name>{_WORD}(?:\s(?:(?:et|y|e|de|du|des|la|le|les)\s){{0,2}}{_WORD}){{0,3}})"
_NUMBER_NEXT = rf"(?=,?\s\(?(?:{MARKER})\s?\d)"
_CALLED = re.compile(
    rf"\s(?:(?:dite|dita|llamada|chamada|detta|denominad[ao])\s)?(?:[\"“«]\s?)?{_NAME}(?:\s?[\"”»])?{_NUMBER_NEXT}"
)
_INITIALS = re.compile(
    r"\s(?:(?:dite|dita|llamada|chamada|detta)\s)?(?:[\"“«]\s?)?(?P<name>(?=[A-Z]{3})[A-Z]{3,8}[a-z]{0,2})(?:\s?[\"”»])?(?![\w-]|['’]\w|\s[A-Z]{2})"
)
"""A law by its initials alone: "la loi REEN", "loi NOTRe"."""
_LEADS = re.compile(
    r"(?i)(?:^|[\"“«(]\s?|(?:^|\s)(?:la|a|di|de|da|by|the|see|of)\s|[dl]['’]|\s(?:alla|della|dalla|à|pela)\s(?:la\s)?)$"
)
_CLOSING = re.compile(
    rf"\s?[\"”»](?=,?\s\(?(?:{MARKER})\s?\d|,?\s(?:of|from|dated|du|del|de|do|dal|vom)\s\d)"
)
_OPENERS = ('"', "“", "«", "„")


def read_called(page: Page, draft: Draft) -> bool:
    """The name of a law that its number follows, or its initials: "loi « Climat et Résilience » n° 5", "la loi REEN"."""
    word = draft.head.of(page.text)
    if (
        word.lower() not in _HEADS
        or word.isupper()
        or draft.title
        or draft.number
        or draft.end != draft.head.end
    ):
        return False
    match = _CALLED.match(page.text, draft.end) or _by_initials(page, draft)
    if not match:
        return False
    opens = any(sign in match[0] for sign in _OPENERS)
    begin = match.start("name") if opens else draft.start
    draft.title, draft.titled_by = Span(begin, match.end("name")), "called"
    quoted = match[0].rstrip().endswith(('"', "”", "»")) and opens
    draft.end = match.end() if quoted else match.end("name")
    return True


def _by_initials(page: Page, draft: Draft) -> re.Match[str] | None:
    """Initials that are no country, behind a type word with an article or in quotes; a list of countries has none."""
    match = _INITIALS.match(page.text, draft.end)
    led = _LEADS.search(page.text, max(0, draft.start - 8), draft.start)
    return match if match and led and not find_country(match["name"]) else None


def read_closing_quote(page: Page, draft: Draft) -> bool:
    """The mark that closes the quotation in which a citation stands, before its number or date."""
    match = _CLOSING.match(page.text, draft.end) if draft.title and not draft.number else None
    before = page.text[max(0, draft.start - 2) : draft.start].strip()
    if not match or before not in _OPENERS:
        return False
    draft.end = match.end()
    return True
