"""People listed as such: a table with columns for names and for posts or telephones, and forms with "Name:" beside "Phone:".

"Name" alone heads tables of services too, so that another heading must tell that people are meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from .name_words import HONORIFICS, PARTICLES, Token, Words, is_office, tokens

__all__ = ["find_listed_people", "find_listed_phones"]

_NAME = re.compile(
    r"(?:(?:full|first|last|family|given|contact|officer['’]?s?) ?)?(?:name|surname)s?(?: and surname)?|contact(?: persons?)?|(?:responsible )?persons?|focal points?|nombres?(?: y apellidos?)?|apellidos?"
    r"|nom(?: et prénom)?|prénom|nomes?(?: completo)?|(?:vor|nach)?name|фио|имя|фамилия(?: и имя)?|الاسم|姓名",
    re.I,
)
_POST = re.compile(
    r"(?:(?:job|official) )?(?:title|position|post|role|designation|function)s?|cargo|puesto|fonction|poste|função|funktion|position|должность|المنصب|الوظيفة|职务|職務|职位",
    re.I,
)
_PHONE = re.compile(
    r"(?:(?:tele)?phone|tel|mobile|cell)(?:[ .]*(?:no|number|nr|numbers))?\.?|teléfonos?|móvil|celular|téléphone|telefone|telefon|handy|телефон|тел\.?|моб\.?|هاتف|الهاتف|جوال|电话|電話|手机|手機",
    re.I,
)
_MAIL = re.compile(
    r"e-?mails?(?: address)?|correo(?: electrónico)?|courriel|почта|البريد الإلكتروني|邮箱|電郵", re.I
)
_CELL = re.compile(r"[^\t|\n]+")
_FIELD = re.compile(r"(?:^|[;|\n])[ \t•*-]{0,4}([^\W\d_][^:：\n;|]{1,30}?)[ \t]?[:：][ \t]?([^\n;|]{2,80})")
_FIELDS_APART = 200

Place = tuple[int, int]
Cell = tuple[int, int, str]


def find_listed_people(text: str, words: Words) -> Iterator[Place]:
    """The places of names in the columns and fields for them; what has ordinary words alone, or one for a body, is none."""
    for start, end in (*_in_columns(text, _NAME), *_in_fields(text)):
        found = [token for token in tokens(text[start:end]) if token.low not in PARTICLES | HONORIFICS]
        named = [token for token in found if words.telling(token)]
        if named and not is_office(text[start:end]) and 2 * len(named) > len(found) - _initials(found):
            yield start, end


def _initials(found: list[Token]) -> int:
    return sum(token.initial for token in found)


def find_listed_phones(text: str) -> Iterator[Place]:
    """The places of numbers in a column for them beside one of names, however they are grouped."""
    for start, end in _in_columns(text, _PHONE):
        if sum(map(str.isdigit, text[start:end])) > 4:
            yield start, end


def _in_columns(text: str, wanted: re.Pattern[str]) -> Iterator[Place]:
    """The cells below the headings that are wanted, of each table that lists people."""
    columns: list[int] = []
    lines = text.split("\n")
    for line, at in zip(lines, accumulate((len(line) + 1 for line in lines), initial=0), strict=False):
        cells = _cells(line, at)
        if len(cells) < 2:
            columns = []
        elif _lists_people(cells):
            columns = [i for i, cell in enumerate(cells) if wanted.fullmatch(cell[2])]
        else:
            yield from (cells[i][:2] for i in columns if i < len(cells) and re.search(r"\w", cells[i][2]))


def _cells(line: str, at: int) -> list[Cell]:
    found: list[Cell] = []
    for match in _CELL.finditer(line):
        words = match[0].strip()
        start = at + match.start() + len(match[0]) - len(match[0].lstrip())
        if words or found:
            found.append((start, start + len(words), words))
    return found


def _lists_people(cells: list[Cell]) -> bool:
    """Whether these are headings for names, and for posts or for telephones and mail of theirs."""
    heads = [cell[2] for cell in cells]
    return any(map(_NAME.fullmatch, heads)) and _of_person(heads)


def _in_fields(text: str) -> Iterator[Place]:
    """What stands behind "Name:" where a field for a post, or for a telephone or mail, stands near."""
    fields = [(m[1].strip(), m.span(2)) for m in _FIELD.finditer(text)]
    for at, (label, (start, end)) in enumerate(fields):
        if _NAME.fullmatch(label):
            near = [fields[k] for k in range(max(0, at - 2), min(at + 3, len(fields))) if k != at]
            if _of_person([name for name, place in near if abs(place[0] - start) < _FIELDS_APART]):
                yield start, start + len(text[start:end].rstrip(" \t.,"))


def _of_person(labels: list[str]) -> bool:
    """Whether there is one for a post, or for a telephone and for mail: a service has the one or the other."""
    beside = sum(any(map(kind.fullmatch, labels)) for kind in (_PHONE, _MAIL))
    return any(map(_POST.fullmatch, labels)) or beside == 2
