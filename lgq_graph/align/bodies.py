"""What stands between two headings, without the form's own words: the lines of an answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Protocol

from ..model import Block, Document, Look, Question, QuestionKind, Questionnaire
from ..wrapping import paragraphs
from .form import (
    is_form_text,
    is_furniture,
    is_help_label,
    is_lead_of,
    is_rule,
    section_heading,
    skip_form_text,
)
from .headings import QUESTION_WORD
from .options import prints_option

__all__ = ["Heading", "body", "is_blank", "narrowed", "text_of"]

_AFTER_HEADING = re.compile(r"(?:[\s*:_]|[-–—]\s)+")
_ANSWER_LABEL = re.compile(r"(?:answer|response|reply|ans\.?)\s?[:：]\s*", re.I)
_LEAD_LINES, _FEW_OPTIONS, _ASKS_ON = 4, 3, 300
_FEWEST_BROKEN = 2
_BLANKS = frozenset(
    [
        "",
        "n a",
        "na",
        "n app",
        "none",
        "nil",
        "null",
        "blank",
        "no answer",
        "no response",
        "no reply",
        "not answered",
        "left blank",
        "not applicable",
        "unanswered",
        "skipped",
        "enter your answer",
        "click or tap here to enter text",
        "click here to enter text",
        "click or tap to enter a date",
        "choose an item",
        "no answer provided",
        "no response provided",
        "not provided",
        *(
            "ninguno",
            "ninguna",
            "no aplica",
            "no corresponde",
            "sin respuesta",
            "sin información",
            "no disponible",
        ),
        *("néant", "aucun", "aucune", "sans objet", "non applicable", "pas de réponse", "non disponible"),
        *("nenhum", "nenhuma", "não se aplica", "não aplicável", "sem resposta", "não disponível"),
        *(
            "нет данных",
            "не применимо",
            "неприменимо",
            "отсутствует",
            "отсутствуют",
            "нет ответа",
            "не указано",
        ),
        *("لا يوجد", "لا توجد", "لا ينطبق", "غير متوفر", "لا شيء", "غير متاح"),
        *(
            "sin datos",
            "no informado",
            "non communiqué",
            "non renseigné",
            "pas de données",
            "sem dados",
            "sem informação",
            "não informado",
        ),
        *(
            "нет информации",
            "данные отсутствуют",
            "информация отсутствует",
            "لا توجد بيانات",
            "لم يذكر",
            "未填写",
            "未提供",
            "无数据",
            "暂无数据",
        ),
        *("无", "無", "暂无", "暫無", "不适用", "不適用", "没有", "沒有"),
    ]
)


class Heading(Protocol):
    """What asks: the blocks `first` to `last`, up to the offset `tail` of the last, ask `question`."""

    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...
    @property
    def tail(self) -> int: ...
    @property
    def question(self) -> int: ...


def body(
    document: Document, heading: Heading, following: Heading | None, end: int, questionnaire: Questionnaire
) -> tuple[Block, ...]:
    """The lines under a heading and before the block `end`, where the next one begins, without furniture, leads and headings
    of sections."""
    *_, (_, lines) = narrowed(document, heading, following, end, questionnaire)
    return tuple(lines)


def narrowed(
    document: Document, heading: Heading, following: Heading | None, end: int, questionnaire: Questionnaire
) -> Iterator[tuple[str, list[Block]]]:
    """The same step by step: what was taken for what, and the lines that are left after it."""
    question = questionnaire.question(heading.question)
    after = questionnaire.question(following.question) if following else None
    last = document.blocks[heading.last]
    below = document.blocks[heading.last + 1 : end]
    if last.asks:  # the file itself parts questions from answers
        yield "heading", [*below]
        return
    rest = "" if _goes_on_asking(last.text[heading.tail :]) else last.text[heading.tail :]
    rest = rest[found.end() :] if (found := _AFTER_HEADING.match(rest)) else rest
    yield "heading", (lines := [replace(last, text=rest), *below])
    yield "section", (lines := _before_section(lines, question, after, questionnaire))
    yield "other options", (lines := _before_other_options(lines, question, questionnaire))
    yield "wording", (lines := _without_form_text(lines, question))
    lines = _to_last_word([line for line in lines if not is_furniture(line.text, questionnaire)])
    yield "furniture", lines
    yield "lead", _to_last_word(_without_leads(lines, after))


def _goes_on_asking(rest: str) -> bool:
    """Whether what stands behind a heading on its line asks too: it ends in the mark of a required question, or is a question."""
    return len(rest) <= _ASKS_ON and (
        rest.endswith((" *", "?*")) or (rest.endswith("?") and QUESTION_WORD.match(rest) is not None)
    )


def text_of(blocks: Iterable[Block]) -> str:
    """The lines as printed, one under the other, without struck ones; the pieces of one line, and lines broken at a width, in one line."""
    lines: list[tuple[int, str]] = []
    for block in blocks:
        if block.look is Look.STRUCK:
            continue
        if lines and lines[-1][0] == block.line:
            lines[-1] = block.line, f"{lines[-1][1]} {block.text}"
        else:
            lines.append((block.line, block.text))
    text = "\n".join(text for _, text in paragraphs([text for _, text in lines], _FEWEST_BROKEN))
    label = _ANSWER_LABEL.match(text)
    return text[label.end() :] if label else text


def is_blank(text: str) -> bool:
    """Whether a text says nothing: no letter or digit, or a word that stands for no answer."""
    if len(text) > 60:
        return not any(map(str.isalnum, text))
    return " ".join(re.findall(r"[^\W_]+", text.casefold())) in _BLANKS


def _before_section(
    lines: list[Block], question: Question, after: Question | None, questionnaire: Questionnaire
) -> list[Block]:
    """Up to the heading of the section that the next question opens, and so without its introduction."""
    if not (after and after.section) or after.section == question.section:
        return lines
    for place in range(len(lines) - 1, 0, -1):
        if section_heading(lines[place].text, questionnaire) == after.section:
            return lines[:place]
    return lines


def _before_other_options(
    lines: list[Block], question: Question, questionnaire: Questionnaire
) -> list[Block]:
    """Up to the options of another choice, whose heading was not found, so that they do not answer this one."""
    others = [q for q in questionnaire.questions if q.kind is QuestionKind.MULTI_CHOICE and q != question]
    for other in others if question.options else ():
        places = [place for place, line in enumerate(lines) if prints_option(line, other)]
        if len(places) >= _FEW_OPTIONS:
            return lines[: places[0]]
    return lines


def _without_form_text(lines: list[Block], question: Question) -> list[Block]:
    """The lines without what the form prints between a heading and its answer; a label such as “Help:” goes with the help
    below it."""
    continued, label = False, len(lines)
    for place, line in enumerate(lines):
        if is_rule(line.text) or not line.text:
            continue
        if is_help_label(line.text):
            label = min(label, place)
            continue
        done = skip_form_text(line.text, question, continued=continued)
        continued = done == len(line.text) and not line.text.endswith((".", "?", ")"))
        if rest := line.text[done:].lstrip():
            first = place if done else min(label, place)
            return [replace(line, text=rest) if each is line else each for each in lines[first:]]
        label = len(lines)
    return lines[label:]


def _to_last_word(lines: list[Block]) -> list[Block]:
    """The lines without the ones drawn at their end."""
    while lines and is_rule(lines[-1].text):
        lines = lines[:-1]
    return lines


def _without_leads(lines: list[Block], after: Question | None) -> list[Block]:
    """The lines without the stem of the next question at their end, on however few lines it stands."""
    for length in range(1, min(_LEAD_LINES, len(lines)) + 1):
        if after and is_lead_of(" ".join(line.text for line in lines[-length:]), after):
            while length < len(lines) and is_form_text(lines[-length - 1].text, after, continued=True):
                length += 1
            return lines[:-length]
    return lines
