"""Personal data in free text: found before anything else is, and blanked out, so that no offset or length tells of it.

Kept: the numbers of public lines, which are short codes or stand within 60 characters after a word for one ("hotline",
"call centre", "tel."), unless a person is spoken of there. Withheld: every e-mail address, every other phone number, and
the names that the contact questions gave, wherever else they stand. `shapes/global.ttl` proves the same of every graph.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ..model import Withheld

__all__ = ["BLANK", "withhold"]

BLANK = "[withheld]"
_EMAIL = re.compile(
    r"[\w.%+-]{1,80}[@＠][\w-]{1,80}(?:\.[\w-]{1,80}){1,6}"
    r"|[\w.+-]{1,80}\s?[(\[{]\s?(?:at|@)\s?[)\]}]\s?[\w.-]{1,80}(?:\.|\s?[(\[{]\s?(?:dot|\.)\s?[)\]}]\s?)[^\W\d_]{2,20}",
    re.I,
)
_LINE = re.compile(
    r"(?<!\w)(?:(?:hot|help|call|crisis|city|service|public|info|information)[ -]?lines?|(?:call|contact|service|information|control)[ -]?cent(?:er|re)s?"
    r"|(?:help|information)[ -]?desks?|switchboards?|reception|dispatch(?:ers?|ing)?|emergenc(?:y|ies)|toll[ -]?free|short code|[ei]nquir(?:y|ies)"
    r"|tel|telephone|phone(?: number)?|dial|call|whatsapp|sms|línea (?:gratuita|de atención)|central de atendimento|numéro vert"
    r"|(?:Bürger|Service)telefon|горяч(?:ая|ей|ую) лини[яию]|(?:колл|контакт)-центр)(?!\w)[^@\n]{0,60}$",
    re.I,
)
_PERSONAL = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Eng|Prof|director|head of|chief|officer|manager|contact person|focal point|mobile|cell|personal|secretary)\b[^\n]{0,60}$",
    re.I,
)
_GAP = r"[ .()/\u00a0\u2010-\u2013-]{0,3}"
_PHONE = re.compile(
    rf"(?<![\w.=/&?%-])(?:[+＋][ (]{{0,2}}[1-9](?:{_GAP}\d){{6,14}}|00[ (]{{0,2}}[1-9]\d{{0,2}}[ .-](?:{_GAP}\d){{6,12}}"
    r"|\((?:0\d{1,4}|[2-9]\d{2})\) ?-?\d{2,4}(?:[ .-]\d{2,4}){1,3}|\([1-9]\d\) ?(?:9\d{4}|[3-9]\d{3})[ -]\d{4}|(?:1[-. ])?[2-9]\d{2}[-.]\d{3}[-.]\d{4}(?!\d)"
    r"|0[1-9]\d{1,3}[ /]\d{3,4}(?:[ .-]?\d{2,4}){1,2}|0[1-9]\d{1,3}-\d{3}-\d{3,4}(?!\d)|0[1-9](?:[ .]\d{2}){4}|0\d{8,10}(?!\d)"
    r"|8[ -]?\(?[3489]\d{2}\)?[ -]?\d{3}[ -]\d{2}[ -]\d{2})"
    rf"|(?<!\w)(?:mobile|cell|mob|móvil|celular|handy|fax)(?: number| no)?[.:] ?(?:{_GAP}\d){{9,15}}",
    re.I,
)

_Blank = Callable[[re.Match[str]], str]


def withhold(text: str, question: int, people: tuple[str, ...]) -> tuple[str, tuple[Withheld, ...]]:
    """The text with personal data replaced by `BLANK`, and what was taken out of it.

    `people` are names known from the contact questions; a name is withheld whole, or as its first and last part.
    """
    found: list[Withheld] = []

    def blank(what: str) -> _Blank:
        def replace(match: re.Match[str]) -> str:
            found.append(Withheld(question, what, match[0]))
            return BLANK

        return replace

    text = _EMAIL.sub(blank("e-mail"), text)
    for pattern in filter(None, map(_name_pattern, people)):
        text = pattern.sub(blank("person"), text)
    return _PHONE.sub(_unless_public(text, blank("phone")), text), tuple(found)


def _unless_public(text: str, blank: _Blank) -> _Blank:
    def replace(match: re.Match[str]) -> str:
        before = text[max(0, match.start() - 90) : match.start()]
        return match[0] if _LINE.search(before) and not _PERSONAL.search(before) else blank(match)

    return replace


def _name_pattern(name: str) -> re.Pattern[str] | None:
    """A pattern for a person's name: whole, or first and last part with little between; never one word alone."""
    parts = [re.escape(part) for part in name.split() if len(part) > 1]
    if len(parts) < 2:
        return None
    whole = r"\s+".join(parts)
    ends = rf"{parts[0]}\s+(?:\S{{1,20}}\s+){{0,2}}{parts[-1]}|{parts[-1]},?\s+{parts[0]}"
    return re.compile(rf"(?<!\w)(?:{whole}|{ends})(?!\w)", re.I)
