"""Personal data in free text: found before anything else is, and blanked out, so that no offset or length tells of it.

Kept: the numbers of public lines, which are short codes or stand right after a word for one ("hotline", "call centre",
"tel." of a service). Withheld: every e-mail address, every other phone number, and the names that the contact questions
gave, wherever else they stand.
"""

from __future__ import annotations

import re

from ..model import Withheld

__all__ = ["BLANK", "withhold"]

BLANK = "[withheld]"
_EMAIL = re.compile(r"(?<![\w.+-])[\w][\w.+-]{0,63}\s?(?:@|\[at\]|\(at\))\s?[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}", re.I)
_PHONE = re.compile(r"(?<![\w/.,=-])(?:\+\s?\d|\(\+?\d|00\d|0\d|8[ (-]\d|\d{3}[ .-]\d{3})[\d\s().-]{5,18}\d(?![\w/])")
_PUBLIC_LINE = re.compile(
    r"(?:hot\s?lines?|help\s?lines?|help\s?desk|call cent(?:er|re)s?|contact cent(?:er|re)s?|emergenc(?:y|ies)|short code|toll[- ]free|info(?:rmation)? line"
    r"|dispatch\w*|enquir(?:y|ies)|inquir(?:y|ies)|tel\.?|telephone|phone(?: number)?|dial|call|whatsapp|sms)[^.\n@]{0,60}$",
    re.I,
)
_PERSONAL = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Eng|Prof|director|head of|chief|officer|manager|contact person|focal point|mobile|cell|personal|secretary)\b[^\n]{0,80}$", re.I)


def withhold(text: str, question: int, people: tuple[str, ...]) -> tuple[str, tuple[Withheld, ...]]:
    """The text with personal data replaced by `BLANK`, and what was taken out of it.

    `people` are names known from the contact questions; a name is withheld as a whole and by its longer parts together.
    """
    found: list[Withheld] = []

    def blank(what: str) -> object:
        def replace(match: re.Match[str]) -> str:
            found.append(Withheld(question, what, match[0]))
            return BLANK

        return replace

    text = _EMAIL.sub(blank("e-mail"), text)  # type: ignore[call-overload]
    for name in people:
        pattern = _name_pattern(name)
        if pattern:
            text = pattern.sub(blank("person"), text)
    return _without_phones(text, question, found), tuple(found)


def _without_phones(text: str, question: int, found: list[Withheld]) -> str:
    def replace(match: re.Match[str]) -> str:
        before = text[max(0, match.start() - 90) : match.start()]
        digits = sum(c.isdigit() for c in match[0])
        if digits < 7 or digits > 15 or _is_number(match[0]) or (_PUBLIC_LINE.search(before) and not _PERSONAL.search(before)):
            return match[0]
        found.append(Withheld(question, "phone", match[0]))
        return BLANK

    return _PHONE.sub(replace, text)


def _is_number(words: str) -> bool:
    """Digit groups of three that make a plain number or a date, not a phone number."""
    return bool(re.fullmatch(r"\d{1,3}(?:[ .]\d{3}){1,4}|\d{1,2}[.-]\d{1,2}[.-]\d{2,4}|\d{4}[.-]\d{2}[.-]\d{2}", words.strip()))


def _name_pattern(name: str) -> re.Pattern[str] | None:
    """A pattern for a person's name: whole, or first and last part with anything short between; never one word alone."""
    parts = [re.escape(part) for part in name.split() if len(part) > 1]
    if len(parts) < 2:
        return None
    whole = r"\s+".join(parts)
    ends = rf"{parts[0]}\s+(?:\S{{1,20}}\s+){{0,2}}{parts[-1]}|{parts[-1]},?\s+{parts[0]}"
    return re.compile(rf"(?<!\w)(?:{whole}|{ends})(?!\w)", re.I)
