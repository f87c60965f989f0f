"""What the signs of a name have in common: words with capitals, terms that name nothing, and what seldom has names."""

from __future__ import annotations

import re

from ...model import Kind

__all__ = ["A_CITY", "CAP", "ONE", "RUN", "SELDOM", "TERMS", "marked"]

CAP = r"(?:(?:e-)?[A-ZÀ-ÞŁŠŽČ][\w'’&+-]{0,30}|\d{1,2}[A-Z][\w-]{0,10}|[a-z]{1,2}[A-Z]\w{1,20})"
"""A word with a capital, also within it or behind a number: "Foo", "myFoo", "3Foo"."""
RUN = rf"{CAP}(?:\s(?:(?:of|and|for|the|de|&)\s){{0,2}}{CAP}){{0,7}}(?:\s\d\.\d(?![\w.]))?"
"""Such words, also across "of", "and" and the like."""
ONE = rf"{CAP}(?:\s{CAP}){{0,4}}"
"""Such words side by side."""
TERMS = frozenset(
    "GIS AI IoT IOT CCTV IVR IVRS USSD UPI ATM OTP PDF CSV CRM ERP API APIs GPS RFID ICT ICTs IT SMS CMS VR AR XR BIM LED EV CIO CDO CTO OGD OCR NFC BI KPI FAQ PPP NGO".split()
)
"""Short forms of common terms, which name nothing of a city's own."""
A_CITY = re.compile(
    r"\b(?:City|Town|Municipality|Government|State|Europe(?:an)?|Residents?|Citizens?|Units?|Team|Staff)\b"
)
"""Words of those who act in every response and are nobody's news."""
SELDOM = (Kind.LEGISLATION, Kind.ORGANISATION, Kind.ACCOUNT)
"""What a question asks for under which other things are seldom named."""


def marked(name: str) -> bool:
    """Whether a name is more than one word, or has a capital within: what a common word with a capital has not."""
    return " " in name or any(map(str.isupper, name[1:]))
