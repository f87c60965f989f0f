"""E-mail addresses and telephone numbers in free text, however they are disguised.

Numbers of public lines are no personal data: short codes, toll-free numbers, and those within 60 characters after a word
for such a line ("hotline", "call centre"), unless a person is spoken of there. `shapes/global.ttl` proves the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from .evened import Letters, even

__all__ = [
    "find_emails",
    "find_homes",
    "find_phones",
    "is_email",
    "number_pattern",
    "plain",
    "speaks_of_person",
]

_LOCAL = r"(?<![\w.%+@-])[\w.%+-]{1,80}"
_DOTTED = r"(?<![\w.%+@-])[\w%+-]{1,60}[._][\w.%+-]{1,60}"
_DOT = r"\s?[(\[{<]\s?(?:dot|punto|ponto|point|punkt|\.)\s?[)\]}>]\s?"
_AT = r"\s?[(\[{<*_-]\s?(?:at|@|arroba|а)\s?[)\]}>*_-]\s?|\s?(?:&#64;|%40|&commat;)\s?|(?<=\w)_at_(?=\w)"
_EMAIL = re.compile(
    rf"{_DOTTED}\s@[\w-]{{1,80}}(?:\.[\w-]{{1,80}}){{1,6}}"
    rf"|{_LOCAL}@\s?[\w-]{{1,80}}(?:\s?\.\s?[\w-]{{1,80}}){{1,6}}"
    rf"|{_LOCAL}\s@\s[\w-]{{1,80}}(?:\s?\.\s?[\w-]{{1,80}}){{1,6}}"
    rf"|{_LOCAL}(?:{_DOT}[\w-]{{1,80}}){{0,3}}(?:{_AT}|@)[\w-]{{1,80}}(?:(?:\.|{_DOT})[\w-]{{1,80}}){{0,6}}(?:\.|{_DOT})[^\W\d_]{{2,20}}"
    rf"|{_LOCAL}(?:\sdot\s[\w-]{{1,80}}){{0,3}}\s(?:at|@)\s[\w-]{{1,80}}(?:\sdot\s[\w-]{{1,80}}){{1,4}}",
    re.I,
)
_SIGN = re.compile(rf"@|{_AT}|\sat\s[\w-]{{1,80}}\sdot\s", re.I)
"""What every address has."""
_LINE = re.compile(
    r"(?<!\w)(?:(?:hot|help|call|crisis|city|service|public|info|information)[ -]?lines?|(?:call|contact|service|information|control)[ -]?cent(?:er|re)s?"
    r"|(?:help|information)[ -]?desks?|switchboards?|reception|dispatch(?:ers?|ing)?|emergenc(?:y|ies)|toll[ -]?free|short code|[ei]nquir(?:y|ies)"
    r"|línea (?:gratuita|de atención)|central de atendimento|numéro vert"
    r"|(?:Bürger|Service)telefon|горяч(?:ая|ей|ую) лини[яию]|(?:колл|контакт)-центр|справочн\w{1,3}|диспетчер\w{0,6}|единый номер|emergencias?|emergência|urgences?|ouvidoria|conmutador|mesa de ayuda|disque|standard"
    r"|الخط الساخن|الطوارئ|مركز الاتصال|الرقم الموحد)(?!\w)[^@\n]{0,60}$|(?:热线|客服|总机|服务电话|咨询电话|投诉电话|应急)[^@\n]{0,60}$",
    re.I,
)
_PERSONAL = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Eng|Prof|director|head of|chief|officer|manager|contact person|focal point|mobile|cell|personal|secretary|directora?|diret\w+|directeur|directrice|jef[ea]|encargad[oa]|responsable|secret[aá]ri[oa]|celular|móvil|директор\w?|руководител\w|начальник\w?|مدير|السيد|جوال)\b|手机|联系人|主任|先生|女士)[^\n]{0,60}$",
    re.I,
)
_TOLL_FREE = re.compile(r"(?:\+?\d{1,3}[ .-]?)?\(?0?800[) .-]|\(?1[-. )]{0,2}\(?8(?:88|77|66|55|44|33)[-. )]")
_GAP = r"[ .()/\u00a0\u2010-\u2013-]{0,3}"
_WORD = r"(?:tel|telephone|phone|mobile|cell|mob|gsm|móvil|movil|celular|handy|fax|whatsapp|viber|fono|fone|cel|тел|телефон|моб|факс|هاتف|جوال|موبايل|تلفون|محمول|الهاتف|电话|電話|手机|手機|传真|tél|telefon|teléfono|telefono|telefone|mobil)"
_PHONE = re.compile(
    rf"(?:(?<![\w.=/&?%-])(?:[+＋][ (]{{0,2}}[1-9](?:{_GAP}\d){{6,14}}|00[ (]{{0,2}}[1-9]\d{{0,2}}[ .-](?:{_GAP}\d){{6,12}}"
    r"|\((?:0\d{1,4}|[2-9]\d{2})\) ?-?\d{2,4}(?:[ .-]\d{2,4}){1,3}|\([1-9]\d\) ?(?:9\d{4}|[3-9]\d{3})[ -]\d{4}|(?:1[-. ])?[2-9]\d{2}[-.]\d{3}[-.]\d{4}(?!\d)"
    r"|0[1-9]\d{1,3}[ /]\d{3,4}(?:[ .-]?\d{2,4}){1,2}|0[1-9]\d{1,3}-\d{3}-\d{3,4}(?!\d)|0[1-9](?:[ .]\d{2}){4}|0\d{8,10}(?!\d)"
    r"|8[ -]?\(?[3489]\d{2}\)?[ -]?\d{3}[ -]\d{2}[ -]\d{2})"
    r"|(?<!\d)(?:1[3-9]\d[ -]?\d{4}[ -]?\d{4}|0\d{2,3}-\d{7,8})(?!\d)"
    rf"|(?:(?<!\w)|(?=[\u3400-\u9fff])){_WORD}(?:(?: number| no| nr)?[.:]{{1,2}}|(?<=[\u3400-\u9fff]):?| number| no\.?| (?!\d{{1,3}}(?:[ ,.]\d{{3}})+(?![\d-])))[ (+]{{0,3}}\d(?:{_GAP}\d){{5,14}}(?!\d))"
    r"(?:,? ?(?:ext|extn|extension|x|доб|anexo|ramal|poste)\b[.:]? ?\d{1,6})?"
    r"|(?<![\w.=/&?%-])\d{3}[ .-]\d{4},? ?(?:ext|extn|extension|x|доб|anexo|ramal|poste)\b[.:]? ?\d{1,6}"
    r"|(?<!\w)(?:ext|extn)\b[.:]? ?\d{3,6}(?!\d)",
    re.I,
)
_HOME = re.compile(
    r"(?<!\w)(?:(?:home|private|personal|residential) address|resid(?:es|ing) at|lives at|domicilio (?:particular|personal)|domiciliad[oa] en|adresse (?:personnelle|privée)|domiciliée? (?:à|au)"
    r"|endereço residencial|residente (?:à|na|em)|wohnhaft(?: in)?|privatadresse|домашний адрес|проживающ\w{1,4}(?: по адресу)?|عنوان السكن|家庭住址|住址)(?: is)?\s?[:：]?\s?"
    r"(?P<place>[^\n;]{4,120}?)(?=[;\n]|[.。](?:\s|$)|$)",
    re.I,
)
_PLAIN = Letters(lambda letter: unicodedata.normalize("NFKD", letter)[0])
_SPOKEN_OF = 7  # digits of a number that tell it, whatever country or trunk code stands before


def plain(text: str) -> str:
    """The text without accents and with plain digits, code point by code point, so that every place stays."""
    return text if text.isascii() else even(text).translate(_PLAIN)


def is_email(text: str) -> bool:
    """Whether an address stands in these words."""
    return _EMAIL.search(plain(text)) is not None


def find_emails(text: str) -> Iterator[tuple[int, int]]:
    """The places of all addresses; a handle such as @city@social.example is none."""
    plainly = plain(text)
    if _SIGN.search(plainly):
        yield from (match.span() for match in _EMAIL.finditer(plainly))


def find_phones(text: str) -> Iterator[tuple[int, int]]:
    """The places of all numbers that are not those of public lines."""
    for match in _PHONE.finditer(plain(text)):
        if not _is_public(text, match):
            yield match.span()


def _is_public(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 90) : match.start()]
    digits = re.search(r"[\d(+]", match[0])
    if digits and _TOLL_FREE.match(match[0], digits.start()):
        return True
    return bool(_LINE.search(before)) and not _PERSONAL.search(before)


def find_homes(text: str) -> Iterator[tuple[int, int]]:
    """The places where somebody is said to live."""
    yield from (match.span("place") for match in _HOME.finditer(text))


def speaks_of_person(before: str) -> bool:
    """Whether what stands before a number says that it is a person's."""
    return _PERSONAL.search(before[-90:]) is not None


def number_pattern(number: str) -> re.Pattern[str] | None:
    """A given number, with or without the codes before it; None when it has too few digits to be told."""
    digits = re.sub(r"\D", "", number)[-_SPOKEN_OF:]
    if len(digits) < _SPOKEN_OF:
        return None
    return re.compile(rf"(?:\+?\(?\d[\d ().-]{{0,11}})?(?<!\d\d\d\d\d\d\d\d\d){_GAP.join(digits)}(?!\d)")
