"""Scores: marks on a scale ("4.6 out of 5", "on a 5-point scale"), and bare ones that a sentence calls a score or rating."""

from __future__ import annotations

import re
from decimal import Decimal

from ..model import Span, Unit
from .incidental import is_year
from .phrases import noun_phrase, subject_before
from .quantities import NUMBER_OF, Draft, Measure

__all__ = ["read_score", "scale_spans"]

_POINT = r"(?:points?|stars?|marks?)"
_OUT_OF = re.compile(
    rf"(?: {_POINT})?(?: out of(?: a (?:possible|maximum|total)(?: of)?)? | ?/ ?| (?:sobre|sur|em|su|von|van|av|из|من(?: أصل)?|\(?from) (?=(?:5|10|100)(?!\d))| over (?=(?:5|10|100)(?:[.,;)]\s?|$)))(?P<n>[0-9]{{1,3}})(?![0-9/%]|[.,][0-9])(?P<of> {_POINT}\b)?"
    rf"|(?: {_POINT})? of (?P<m>[0-9]{{1,3}}) {_POINT}\b"
)
_WORDS = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10, "hundred": 100}
_NUMBER = rf"[0-9]{{1,3}}|{'|'.join(_WORDS)}"
_SCALE = re.compile(
    rf"\b(?P<a>{_NUMBER})[- ]points?(?: [a-z]{{3,12}})? (?:scale|system)"
    rf"|\bscales? ?(?:of|from|is|:|ranging from|between|\()? ?(?:(?:0|1|one|zero)(?: \([a-z ]{{1,30}}\))? ?(?:to|and|through|[-–—]) ?)?(?P<b>{_NUMBER})\b"
    rf"|\b(?:escala|échelle|scala|skala|skali|schaal)\s(?:de|da|von|od|van|del)\s[01]\s?(?:a|à|al|bis|do|tot|até|[-–—])\s?(?P<d>{_NUMBER})\b"
    rf"|\b[01] ?(?:to|[-–—]) ?(?P<c>{_NUMBER})[- ](?:point )?scale",
    re.I,
)
_SCORE_WORD = re.compile(
    r"\b(?:scor(?:e|es|ed|ing)|rat(?:ing|ings|ed)|ind(?:ex|ices)|grades?d?|satisfaction(?: (?:rate|level|score|index|rating))?|satisfied"
    r"|NPS|CSAT|evaluat(?:ion|ed)|assess(?:ed|ment)|mark|notas?|puntuaci[oó]n|calificaci[oó]n|valoraci[oó]n|satisfacci[oó]n|pontuação|avaliação|satisfação|notes?|évaluation"
    r"|оценк\w|балл\w{0,2}|рейтинг\w?|удовлетвор[её]нност\w|تقييم|درجة|رضا|الرضا)\b",
    re.I,
)
_UNIT_AFTER = re.compile(rf" {_POINT}\b", re.I)
_ON_SCALE = re.compile(
    r" (?:points? |stars? )?on (?:a|the) (?=scale (?:of|from) [01] )|, on a (?=scale of [01] )"
)
_RATING = re.compile(r" (?:average |star )?(?:rating|score|grade)\b", re.I)
_NEAR = 160


def read_score(draft: Draft) -> Measure | None:
    """The number as a score with the top of its scale when that is told, or None."""
    end = draft.last.end
    if top := _top(draft):
        return draft.measure(Unit.SCORE, top[1], _name(draft))._replace(scale_max=top[0])
    if draft.last.scale != 1 or draft.last.written or is_year(draft.first):
        return None
    rating = _RATING.match(draft.field.text, end)
    if not (rating or _ON_SCALE.match(draft.field.text, end) or _is_called_score(draft)):
        return None
    highest = _scale_near(draft)
    if highest is not None and draft.last.value > highest:
        return None
    unit = rating or _UNIT_AFTER.match(draft.field.text, end)
    name = rating[0].strip() if rating else _name(draft)
    return draft.measure(Unit.SCORE, unit.end() if unit else end, name)._replace(scale_max=highest)


def scale_spans(text: str) -> tuple[Span, ...]:
    """Where scales of scores stand ("a 5-point scale", "scale of 1 to 5"): their numbers are no values."""
    return tuple(Span(*match.span()) for match in _SCALE.finditer(text))


def _top(draft: Draft) -> tuple[Decimal, int] | None:
    """The top of the scale that follows a mark, and where it ends; "8 out of 10 residents" has none."""
    match = _OUT_OF.match(draft.field.text, draft.last.end)
    if not match:
        return None
    top = Decimal(match["n"] or match["m"])
    said = (
        match["of"]
        or match["m"]
        or _SCORE_WORD.search(draft.before())
        or _SCORE_WORD.search(draft.field.after(match.end(), 40))
    )
    things = not match["of"] and noun_phrase(draft.field.text, match.end(), draft.field.sentence.end)
    usual = top in (5, 10, 100) and not draft.first.digits.isdigit()
    return (top, match.end()) if 3 <= top >= draft.last.value and not things and (said or usual) else None


def _is_called_score(draft: Draft) -> bool:
    """Whether a bare number is the value of what the sentence calls a score."""
    if not draft.is_bare(draft.last.end) or not draft.is_led():
        return False
    before = draft.before()
    return bool(_SCORE_WORD.search(before)) and not NUMBER_OF.search(before)


def _name(draft: Draft) -> str:
    """The words that name the score: the last phrase before the number that has such a word."""
    before = draft.before()
    last = max(_SCORE_WORD.finditer(before), key=re.Match.start, default=None)
    if not last:
        return draft.subject() or "score"
    if last[0].lower().endswith("ed"):
        return last[0]
    at = draft.start - len(before) + last.end()
    phrase = subject_before(draft.field.text, max(draft.field.sentence.start, at - 120), at)
    return phrase.of(draft.field.text) if phrase else last[0]


def _scale_near(draft: Draft) -> Decimal | None:
    """The top of the scale that the sentence tells around a number."""
    at, (text, sentence, _) = draft.first.start, draft.field
    match = _SCALE.search(text, at, min(sentence.end, at + _NEAR)) or _SCALE.search(
        text, max(sentence.start, at - _NEAR), at
    )
    if not match:
        return None
    word = (match["a"] or match["b"] or match["c"] or match["d"]).lower()
    return Decimal(_WORDS.get(word, 0) or word)
