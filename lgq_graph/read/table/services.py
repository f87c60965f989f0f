"""What form services put into tables beside answers: columns of their own, numbers of repeated headings, listed options."""

from __future__ import annotations

import json
import re
from contextlib import suppress

from ..lines import clean

__all__ = ["chosen_in", "is_furniture", "unrepeated"]

_FURNITURE = frozenset(
    """
    #|no|nr|id|record id|response id|respondent id|collector id|submission id|participant id|index|timestamp|start time
    |completion time|last modified time|start date|end date|date submitted|submitted at|date created|date modified
    |last page|start language|seed|language|duration|time taken|ip address|user id|username|user name|respondent
    |email|e-mail|email address|e-mail address|name|first name|last name|custom data 1|total points|quiz feedback
    |grade posted time
    |startzeit|fertigstellungszeit|zeitpunkt der letzten änderung|sprache|zeitstempel|e-mail-adresse
    |heure de début|heure de fin|heure de la dernière modification|adresse de messagerie|adresse e-mail|courriel|nom
    |langue|horodateur
    |hora de inicio|hora de finalización|hora de la última modificación|correo electrónico|nombre|idioma|marca temporal
    |dirección de correo electrónico
    |hora de início|hora de conclusão|hora da última modificação|endereço de email|endereço de e-mail|nome
    |carimbo de data/hora
    |ora di inizio|ora di completamento|ora dell'ultima modifica|posta elettronica|indirizzo e-mail|lingua
    |informazioni cronologiche
    |begintijd|tijd van voltooien|tijd van laatste wijziging|naam|e-mailadres|taal|tijdstempel
    |aloitusaika|valmistumisaika|viimeisin muokkausaika|sähköposti|nimi|kieli
    |starttid|slutförandetid|senaste ändringstid|e-post|namn|språk
    |godzina rozpoczęcia|godzina ukończenia|adres e-mail|nazwa|imię i nazwisko|język
    |başlangıç zamanı|tamamlama zamanı|e-posta|ad|dil
    |ид|идентификатор|время начала|время завершения|время выполнения|время последнего изменения|электронная почта
    |адрес электронной почты|имя|язык|отметка времени
    |编号|序号|开始时间|完成时间|上次修改时间|电子邮件|名称|姓名|语言
    |開始時刻|完了時刻|最終変更時刻|メール|名前|시작 시간|완료 시간|전자 메일|이름
    |المعرف|معرف|وقت البدء|وقت البدء|وقت الإكمال|وقت الاكتمال|وقت آخر تعديل|البريد الإلكتروني|الاسم|اللغة
    """.replace("\n    ", "").strip().split("|")
)  # fmt: skip
"""Columns that a form service puts before the questions: furniture, and personal data of who filled in the form."""

_REPEATED = re.compile(r"(.*[^\s\d._(])[\s._]{0,2}\(?(\d{1,2})\)?")
# No abbreviation ends a sentence here: "e.g., " and "Inc., " join none.
_SENTENCE = re.compile(r"[^\W\d_a-z][^\n]{8,300}?\s(?:[^\W\d_]{4,40}|\d{1,9})[.!]")
_JOINED = re.compile(r"(?<=[.!]), ")


def unrepeated(headings: list[str]) -> list[str]:
    """The headings without the number by which an export tells a repeated one apart: "Name", "Name2", "Title_1"."""
    seen: dict[str, int] = {}
    plain: list[str] = []
    for heading in headings:
        found = _REPEATED.fullmatch(heading)
        if found and int(found[2]) <= seen.get(found[1].casefold(), 0) + 1 and found[1].casefold() in seen:
            heading = found[1]
        seen[heading.casefold()] = seen.get(heading.casefold(), 0) + 1
        plain.append(heading)
    return plain


def is_furniture(heading: str) -> bool:
    """Whether what is asked is not of the form but of the service, or of who filled in the form."""
    return heading.casefold().strip(" :*.") in _FURNITURE


def chosen_in(cell: str) -> tuple[str, ...]:
    """The options of a cell in which services list what was chosen; else nothing.

    They are "one;two;", ["one","two"], or sentences that commas join: "It is one., It is two."
    """
    parts: list[object] = []
    if cell.endswith(";") and "\n" not in cell:
        parts = [*cell.split(";")]
    elif cell.startswith('["') and cell.endswith('"]'):
        with suppress(ValueError, RecursionError):
            parts = json.loads(cell)
    elif len(sentences := _JOINED.split(cell)) > 1 and all(map(_SENTENCE.fullmatch, sentences)):
        parts = [*sentences]
    return tuple(filter(None, (clean(str(part)) for part in parts)))
