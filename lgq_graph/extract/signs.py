"""Words before and around a name that tell a person where no form of address and no post does.

A label ("contact person:", "prepared by"), the close of a letter, words of asking ("get in touch with"), of speaking behind a
quotation, of interviews and photographs; Russian patronymics, and initials beside a surname.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["BY_INITIALS", "SIGNS", "SPOKEN", "STEP", "Sign", "find_patronymics"]


class Sign(NamedTuple):
    """What stands before a name, how many words of a name are wanted there, and whether more names may follow in a list."""

    before: re.Pattern[str]
    fewest: int = 2
    listed: bool = True


_LABELS = (
    r"(?:(?:contact|responsible) persons?|persons? (?:responsible|in charge)|points? of contact|focal points?|respondents?|interviewees?|signator(?:y|ies)"
    r"|persons? interviewed|name of (?:the )?(?:cio|respondent|officer|mayor|contact(?: person)?)|your name|full name|filled in by)"
)
_STRICT = (
    r"(?:(?:persona de )?contacto|responsables?|encargad[oa]|referente|personne à contacter|interlocut(?:eur|rice)|(?:pessoa de )?contato|responsável|ansprechpartner(?:in)?|ansprechperson"
    r"|référente?|prove[íi]d[oa]|proyectó|diligenció|elaboró|revisó|aprobó|redactó|preparó|elaborou|revisou|aprovou"
    r"|контактное лицо|ответственн(?:ый|ая|ое лицо)|исполнитель|ф\.?\s?и\.?\s?о\.?|nombre completo|nombres? y apellidos?|nom et prénom|prénom et nom|nome completo|vor- und nachname)"
)
_NAMED = (
    r"(?:contacts?|responsible|authors?|editors?|webmasters?|photo(?:graph|s|grapher)?|credits?|att?n|attention|curators?|moderators?|speakers?|participants?|attendees"
    r"|autor(?:a|es)?|auteure?s?|fotos?|redactor(?:a)?|rédact(?:eur|rice)|автор|составитель|редактор|фото)"
)
_DONE_BY = (
    r"(?:(?:signed|prepared|completed|submitted|filled (?:in|out)|compiled|headed|chaired|represented|presided over|written|authored|reported|answered|checked|verified|drafted|photographed|moderated) by"
    r"|(?:photo|interview|foreword|statement|presentation|questionnaire|form|report) by"
    r"|(?:elaborad|preparad|revisad|aprobad|aprovad|validad|escrit|firmad|redactad|diligenciad|completad|respondid|assinad|preenchid)[oa]s? por|(?:rédigée?|préparée?|remplie?|signée?|établie?|complétée?|validée?|approuvée?|vérifiée?) par"
    r"|(?:erstellt|ausgefüllt|verfasst|unterschrieben) von|(?:подготовил|составил|заполнил|подписал|исполнил)а?)"
)
_ASKING = (
    r"(?:(?:ask for|contact|speak (?:to|with)|write to|(?:questions|enquiries|inquiries) (?:go )?to|get in touch with|reach out to|addressed to|interviews? with|c/o"
    r"|comun[ií]quese con|p[oó]ngase en contacto con|contactar (?:a|con)|escrib(?:a|ir) a|s['’]adresser à|contacte[rz]|(?:votre|notre) (?:interlocut(?:eur|rice)|référente?) est|écri(?:re|vez) à|falar com|entre em contato com|contatar"
    r"|wenden sie sich (?:bitte )?an|обращ(?:аться|айтесь) к|связаться с|entrevista (?:a|con|com)|entretien avec|интервью с))"
)
_CLOSING = (
    r"(?:(?:with )?(?:kind|best|warm|kindest|warmest) regards|regards|best wishes|(?:yours )?sincerely(?: yours)?|(?:yours )?(?:faithfully|truly)|respectfully(?: yours)?"
    r"|(?:muy )?atentamente|cordialmente|(?:un )?(?:saludos?(?: cordial(?:es)?)?)|(?:bien )?cordialement|bien à vous|(?:sincères )?salutations|atenciosamente|(?:melhores |com os melhores )?cumprimentos"
    r"|respeitosamente|(?:mit )?(?:freundlichen|besten|herzlichen) grüßen?|hochachtungsvoll|с уважением|с наилучшими пожеланиями)"
)
_REACHED = r"(?:e-?mail|phone|message|reach|call|contact|contacto con|contato com|contact avec|celular de|tel[eé]fono de|telefone de|téléphone de|телефон|mobile of|phone of|number of)"
_IS = r"(?:officer|director|directora?|mayor|manager|head|coordinator|coordinador|cio|leader|secretary|minister|contact|steward|commissioner|responsable|responsável)"
SIGNS = (
    Sign(re.compile(rf"(?<!\w){_REACHED}[ \xa0](?=[^.,:;\n@\d]{{4,50}}(?:(?: (?:at|on|via|by|under|al|en|no|pelo|au|по))?[: (]{{0,3}}[+(]{{0,2}}\d|[ (:]{{1,3}}\S{{1,40}}@))", re.I), 1),
    Sign(re.compile(rf"(?<!\w){_IS}(?: (?:of|for|de|da|do|du) [^.,;:\n]{{2,40}}?)? (?:is|es|est|é) (?:(?:currently|now|still) )?(?:el |la |le |o |a )?", re.I), 2, listed=False),
    Sign(re.compile(r"(?m)^[ \t•*#-]{0,6}(?:contacts?|contacto|contato|kontakt|контакты?)(?: (?:person|details|information))?[ \t]*(?::[ \t]*)?\n(?=[^\n]{4,60}\n[^\n]{0,20}(?:tel|phone|mob|e-?mail|тел|[+@]))", re.I), 2, listed=False),
    Sign(re.compile(r"(?<!\S)/s/\s"), 1, listed=False),
    Sign(re.compile(r"(?<!\w)(?:contact|referent|lead) (?:for|on) [^.,;:\n]{2,40}? is\s", re.I)),
    Sign(re.compile(r"(?<!\w)(?i:name|nombre|nome?|naam)\s?:\s?(?=(?:[A-ZÀ-Þ]{3,20}[ \xa0][A-ZÀ-Þ][a-zß-ÿ]{1,20}|[A-ZÀ-Þ][a-zß-ÿ]{1,20}[ \xa0][A-ZÀ-Þ]{3,20})[ \t.]*(?:\n|$))")),
    Sign(re.compile(r"(?<!\w)(?:led|run|managed|coordinated|founded) by\s(?=[^,.;:\n]{4,60},\swho(?!\w))", re.I)),
    Sign(re.compile(r"(?<!\w)(?:ask for|speak (?:to|with)|write to|falar com|preguntar por|demander|спросить)\s(?=[^\W\d_]{3,20}\s?\((?:tel|phone|mobile|cell|e-?mail|cel|тел|[+\d]))", re.I), 1),
    Sign(re.compile(rf"(?<!\w){_LABELS}(?: is\s|\s?[:–—-]\s?|\s)", re.I)),
    Sign(re.compile(rf"(?<!\w){_STRICT}(?:\s(?:for|de|del|da|do|du|pel[oa]|por|за)\s[^\W\d_]{{2,20}}(?:\s[^\W\d_]{{2,20}}){{0,3}})?\s?[:–—]\s?", re.I), 1),
    Sign(re.compile(rf"(?<!\w){_NAMED}\s?[:–—]\s?", re.I)),
    Sign(re.compile(rf"(?<!\w){_DONE_BY}(?:\s?:\s?|\s)", re.I)),
    Sign(re.compile(rf"(?<!\w){_ASKING}[ \xa0]", re.I)),
    Sign(re.compile(rf"(?m)^[ \t]*{_CLOSING}[ \t]*(?:[,.!][ \t]*)?\n\s{{0,4}}", re.I), 1, listed=False),
    Sign(re.compile(rf"(?<!\w)(?:{_CLOSING}|thanks|thank you|best|gracias|merci|obrigad[oa]|спасибо),\s", re.I), 2, listed=False),
    Sign(re.compile(r"(?<!\w)(?:our |my )?(?:colleague|coworker|colega|collègue|коллега)\s", re.I), 1),
    Sign(re.compile(
        r"[\"”»“],?\s(?:says?|said|explain(?:s|ed)|add(?:s|ed)|note[sd]|dijo|afirm(?:a|ó|ou)|disse|diz|explica|señala|a déclaré|explique|précise|indique|affirme|confie|sagt|erklärt"
        r"|сказала?|говорит|отмечает|отметила?)\s", re.I), 2, listed=False),
)  # fmt: skip
"""Each is looked for in the whole text; a name may begin where it ends."""

SPOKEN = re.compile(r"\s(?:says?|said|explain(?:s|ed)|added|recalls?|comment(?:s|ed)|dijo|disse)(?!\w)")
"""What follows a name behind a quotation, which then said it."""

STEP = re.compile(
    r"[ \t]?(?:\([^()\n]{0,80}\)|\[[^\[\]\n]{0,80}\])?[ \t]?(?:[,;/&][ \t]?(?:(?:and|or|y|et|e|und|и)[ \t](?:to[ \t])?)?|(?:and|or|y|et|e|und|и)[ \t](?:to[ \t])?)"
)
"""What stands between two names of a list."""

_NONE = r"(?!U\.\s?[SKN]\.|E\.\s?U\.|I\.\s?T\.|A\.\s?I\.|N\.\s?Y\.|D\.\s?C\.)"
_CAPITAL = r"[A-ZÀ-ÖØ-ÞА-ЯЁ]"
BY_INITIALS = re.compile(
    rf"(?:(?<=[,;:(/|–—]\s)|(?<=[(/|])|(?<=\b(?:to|by|or)\s)|(?<=\b(?:and|via|ask|por|par|mit|von)\s)|(?<=\bwith\s)|(?<=\bfrom\s)|(?<=\b[aykиу]\s))"
    rf"{_NONE}(?:{_CAPITAL}\.\s?-?){{1,3}}(?={_CAPITAL}[^\W\d_]{{2}})"
    rf"|(?<![\w.])M\.[ \xa0](?={_CAPITAL}[^\W\d_]{{2}})"
    rf"|(?<![\w.]){_NONE}(?:{_CAPITAL}\.[\s-]?){{2,3}}(?={_CAPITAL}[^\W\d_]{{2}})"
)
"""Initials before a surname: one behind a small word or a mark, or two anywhere; "M." is French too."""

_PATRONYMIC = r"[А-ЯЁ][а-яё]{1,20}(?:[оеё]вич|ьич|[оеё]вн|ичн)(?:а|у|ем|ом|е|ы|ой|ою)?(?![а-яё])"
_RUSSIAN = re.compile(
    rf"(?<!\w)(?:[А-ЯЁ][а-яё-]{{1,30}}[ \xa0]){{1,2}}{_PATRONYMIC}(?:[ \xa0][А-ЯЁ][а-яё-]{{1,30}})?"
    r"|(?<!\w)[А-ЯЁ][а-яё]{2,30}(?:-[А-ЯЁ][а-яё]{2,30})?,?[ \xa0][А-ЯЁ]\.[ \xa0]?[А-ЯЁ]\."
    r"|(?<!\w)[А-ЯЁ]\.[ \xa0]?[А-ЯЁ]\.[ \xa0]?[А-ЯЁ][а-яё]{2,30}(?:-[А-ЯЁ][а-яё]{2,30})?"
)


def find_patronymics(text: str) -> Iterator[tuple[int, int]]:
    """The places of Russian names that have a patronymic, whole or as the second of two initials."""
    if not text.isascii():
        yield from (match.span() for match in _RUSSIAN.finditer(text))
