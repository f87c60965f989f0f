"""What needs no type word: technical standards, laws known by an abbreviation, German compounds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import LawMention, Span
from .draft import Draft, Page
from .right import read_right

__all__ = ["find_compounds", "find_known", "find_standards"]

_COMPOUND = re.compile(r"(?<!\w)[A-ZÄÖÜ][\wäöüß-]{3,60}(?P<type>gesetz|verordnung|satzung)(?!\w)")
_KNOWN = (
    (re.compile(r"(?<!\w)UK GDPR(?!\w)"), "regulation", "", "national"),
    (
        re.compile(
            r"(?<!\w)(?:General Data Protection Regulation(?:\s\((?:EU\s)?GDPR\))?|(?<!UK )GDPR|RGPD|DSGVO)(?!\w)"
        ),
        "regulation",
        "2016/679",
        "supranational",
    ),
    (re.compile(r"(?<!\w)eIDAS(?:\s[Rr]egulation)?(?!\w)"), "regulation", "910/2014", "supranational"),
)
"""Acts that everybody knows by an abbreviation: pattern, type, number, level."""
_GENERAL = r"R[ée]f[ée]rentiel [Gg][ée]n[ée]ral(?: d(?:e (?:la |l['’])?|u |es |['’])[\w-]{3,20}){1,2}"
"""What the French state calls its technical standards: "Référentiel général de sécurité"."""
_STANDARDS = (
    (
        "supranational",
        re.compile(
            r"(?<![\w-])(?:ISO|IEC)(?:/(?:IEC|IEEE|TS|TR|PAS|IWA|DIS|HL7)){0,3}(?:\s(?:TS|TR|IWA))?[\s-](?P<number>\d{3,5}(?:-\d{1,3})?(?::\d{4})?)(?!\w)"
        ),
    ),
    (
        "supranational",
        re.compile(
            r"(?<![\w-])(?:ETSI\s)?EN\s(?P<number>\d{3}\s\d{3}(?:\s?V\d[\d.]{0,6})?|(?:ISO|IEC)\s\d{3,5}|(?!20[0-3]\d(?![-:]))\d{4,5}(?:-\d{1,3})?(?::\d{4})?)(?!\w)"
        ),
    ),
    (
        "supranational",
        re.compile(r"(?<![\w-])ITU-T\s(?:Recommendation\s)?(?P<number>[A-Z]\.\d{1,5}(?:\.\d{1,3})?)(?!\w)"),
    ),
    (
        "supranational",
        re.compile(
            r"(?<![\w-])(?P<title>Web Content Accessibility Guidelines|WCAG)(?:\s\(WCAG\))?(?:(?:\s(?:[Vv]ersion\s|v\.?\s?)?|-|\s\(v)(?P<number>[1-3]\.\d)(?!\d|\.\d))?(?:\s\(WCAG\))?(?![\w-]*\w)"
        ),
    ),
    (
        "national",
        re.compile(
            rf"(?<![\w-])RGAA(?:\s(?:version\s|v\.?\s?)?(?P<number>\d(?:\.\d)?))?\s\([\"“«]?\s?(?P<title>{_GENERAL})(?:\s?[\"”»])?\)?"
        ),
    ),
    (
        "national",
        re.compile(
            r"(?<![\w-])(?P<title>RGAA|RGESN)(?:\s(?:version\s|v\.?\s?)?(?P<number>\d(?:\.\d)?))?(?![\w-]|\.\d)"
        ),
    ),
    (
        "national",
        re.compile(
            rf"(?<!\w)(?P<title>{_GENERAL})(?:\s?[\"”»])?(?:\s\([\"“«]?\s?RG[A-Z]{{1,3}}(?:\s?[\"”»])?\))?(?:\s(?:version\s|v\.?\s?)?(?P<number>\d(?:\.\d)?))?(?![\w-]|\.\d)"
        ),
    ),
    (
        "national",
        re.compile(
            r"(?<!\w)(?:GOST|ГОСТ)\s(?P<number>(?:(?:R|Р|ISO|ИСО|IEC|МЭК|ISO/IEC)\s){0,3}\d{1,6}(?:\.\d{1,4}){0,3}(?:[-–]\d{2,4})?)(?!\w)"
        ),
    ),
    (
        "national",
        re.compile(
            r"(?<![\w-])(?:BS|DIN|ÖNORM|KS|JIS|AS/NZS|SANS|UNE|UNI|NBR|ABNT NBR|NTC|NCh|SNI|TCVN|GB/T|TIS|CNS)\s"
            r"(?P<number>(?:(?:EN|ISO|IEC|ISO/IEC|[A-Z])\s){0,3}\d{4,6}(?:-\d{1,4}){0,2}(?::\d{4})?)(?!\w)"
        ),
    ),
    ("national", re.compile(r"(?<![\w-])(?:FIPS|NIST SP)\s(?:PUB\s)?(?P<number>\d{3}-\d{1,3})(?!\w)")),
)
"""Technical standards by their issuer's letters; what follows the letters is the number."""


def find_compounds(page: Page) -> Iterator[Draft]:
    """German laws whose name is one word, with what follows: "Onlinezugangsgesetz vom 14. August 2017"."""
    for match in _COMPOUND.finditer(page.text):
        kind = {"gesetz": "law", "satzung": "bylaw"}.get(match["type"], "regulation")
        span = Span(*match.span())
        draft = Draft(kind, span, span.start, span.end, title=span, titled_by="name")
        read_right(page, draft)
        yield draft


def find_known(page: Page) -> Iterator[LawMention]:
    for pattern, kind, number, level in _KNOWN:
        for match in pattern.finditer(page.text):
            span = Span(*match.span())
            title = Span(span.start, span.start + len(match[0].split(" (")[0]))
            yield LawMention(span, title.of(page.text), kind, number, "", level, title)


def find_standards(page: Page) -> Iterator[LawMention]:
    for level, pattern in _STANDARDS:
        for match in pattern.finditer(page.text):
            titled = "title" in pattern.groupindex
            title = Span(*match.span("title")) if titled else None
            yield LawMention(
                Span(*match.span()),
                match["title"] if titled else "",
                "standard",
                match["number"] or "",
                "",
                level,
                title,
            )
