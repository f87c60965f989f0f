"""Personal data in free text: found before anything else is, and blanked out, so that no offset or length tells of it.

Kept: the numbers of public lines, which are short codes or stand within 60 characters after a word for one ("hotline",
"call centre", "tel."), unless a person is spoken of there. Withheld: every e-mail address, every other phone number, and
the names that the contact questions gave, wherever else they stand. `shapes/global.ttl` proves the same of every graph.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

from ..model import Withheld

__all__ = ["BLANK", "people_in", "withhold"]

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

_TITLE = re.compile(r"^(?:(?:mr|mrs|ms|mx|miss|dr|eng|ing|prof|hon|sra?|herr|frau|mme|m)\b\.?\s+)+", re.I)
_POST = re.compile(
    r"\b(?:officer|director|chief|head|minister|mayor|manager|secretary|advis[eo]r|commissioner|coordinator|deputy|team|office|department"
    r"|[a-z]{0,2}io|cto|cdo|services?|unit|division|engineer|specialist|lead|analyst|consultant)\b",
    re.I,
)
_SEVERAL = re.compile(r"\s*(?:[/;&\n]|\sand\s|\sy\s|\set\s)\s*")
_SPOKEN_OF = 7  # digits of a number that tell it, whatever country or trunk code stands before

_Blank = Callable[[re.Match[str]], str]


def withhold(text: str, question: int, given: Iterable[Withheld]) -> tuple[str, tuple[Withheld, ...]]:
    """The text with personal data replaced by `BLANK`, and what was taken out of it.

    `given` is what the contact questions withheld: the people, addresses and numbers there are withheld here too,
    however they are written, and also after a word for a public line.
    """
    found: list[Withheld] = []
    for what, pattern in _patterns(given):
        text = _without(text, pattern, question, what, found)
    text = _without(text, _EMAIL, question, "e-mail", found)
    return _without(text, _PHONE, question, "phone", found, _is_public), tuple(found)


def _without(
    text: str,
    pattern: re.Pattern[str],
    question: int,
    what: str,
    found: list[Withheld],
    keep: Callable[[str, int], bool] = lambda text, at: False,
) -> str:
    """The text with each match blanked but those to keep; matching looks past accents, which changes no place."""
    pieces, done = [], 0
    for match in pattern.finditer(_plain(text)):
        if keep(text, match.start()):
            continue
        found.append(Withheld(question, what, text[match.start() : match.end()]))
        pieces += [text[done : match.start()], BLANK]
        done = match.end()
    return "".join([*pieces, text[done:]])


def _is_public(text: str, at: int) -> bool:
    before = text[max(0, at - 90) : at]
    return bool(_LINE.search(before)) and not _PERSONAL.search(before)


def _plain(text: str) -> str:
    """The text without accents, code point by code point, so that every place stays."""
    return text if text.isascii() else "".join(unicodedata.normalize("NFKD", c)[0] for c in text)


def _patterns(given: Iterable[Withheld]) -> Iterator[tuple[str, re.Pattern[str]]]:
    """A pattern for each person, address and number that was given."""
    for item in given:
        if item.what == "person":
            yield from (("person", _name_pattern(name)) for name in people_in(item.text))
        elif item.what == "email" and "@" in item.text:
            local, _, domain = _plain("".join(item.text.split())).rpartition("@")
            yield (
                "e-mail",
                re.compile(rf"(?<![\w.+-]){re.escape(local)}\s{{0,2}}@\s{{0,2}}{re.escape(domain)}", re.I),
            )
        elif item.what == "phone":
            yield from _number_pattern(item.text)


def _number_pattern(number: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    digits = re.sub(r"\D", "", number)[-_SPOKEN_OF:]
    if len(digits) == _SPOKEN_OF:
        gap = r"[ .()/\u00a0\u2010-\u2013-]{0,3}"
        yield (
            "phone",
            re.compile(rf"(?:\+?\(?\d[\d ().-]{{0,11}})?(?<!\d\d\d\d\d\d\d\d\d){gap.join(digits)}(?!\d)"),
        )


def people_in(answer: str) -> tuple[str, ...]:
    """The people that an answer to "Name" names, each as first name and surname; titles and posts are no part of it."""
    named = (_person(part) for part in _SEVERAL.split(re.sub(r"\([^()]{0,80}\)", " ", answer)))
    return tuple(name for name in named if len(name.split()) > 1)


def _person(words: str) -> str:
    """One person's name: without title and post, and "SURNAME, Name" turned round."""
    parts = [part.strip() for part in words.split(",") if part.strip() and not _POST.search(part)]
    if len(parts) > 1 and all(len(part.split()) <= 2 for part in parts[:2]):
        parts = [f"{parts[1]} {parts[0]}"]
    return _TITLE.sub("", parts[0]) if parts else ""


def _name_pattern(name: str) -> re.Pattern[str]:
    """A person's name whole, as first and last part with little between, or turned round."""
    parts = [re.escape(part) for part in _plain(name).split() if len(part) > 1] or [re.escape(_plain(name))]
    whole = r"\s+".join(parts)
    ends = rf"{parts[0]}\s+(?:\S{{1,20}}\s+){{0,2}}{parts[-1]}|{parts[-1]},?\s+{parts[0]}"
    return re.compile(rf"(?<!\w)(?:{whole}|{ends})(?!\w)", re.I)
