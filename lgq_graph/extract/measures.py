"""Measures: whether a number reports something, and what: a share, money, a score or a count of things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from ..model import Bound, Span, Unit
from .bounds import bound_after, bound_before
from .currencies import Money, currency_after, currency_before
from .incidental import is_code, is_glued, is_idle_time, is_small_talk, is_year
from .numerals import Numeral, read_digits
from .phrases import is_plural, noun_phrase, subject_before

__all__ = ["Field", "Measure", "find_fractions", "measure", "scale_spans"]


class Measure(NamedTuple):
    """What a number reports: `span` of bound, number and unit; the rest as in `NumberMention`."""

    span: Span
    value: Decimal
    unit: Unit
    bound: Bound
    indicator: str
    currency: str = ""
    scale_max: Decimal | None = None


class Field(NamedTuple):
    """Where to look: the text, the sentence around a number, and where the number after it begins."""

    text: str
    sentence: Span
    until: int

    def before(self, at: int, width: int = 160) -> str:
        """The words of the sentence before a place."""
        return self.text[max(self.sentence.start, at - width) : at]

    def after(self, at: int, width: int = 160) -> str:
        """The words of the sentence after a place."""
        return self.text[at : min(self.sentence.end, at + width)]


_PERCENT = re.compile(r"[ \u00a0\u2009\u202f-]{0,2}(?:%|％|per[ \u00a0]?cent\b|pct\b\.?|percentage points?\b|p\.?p\.(?=\W|$))", re.I)
_OUT_OF = re.compile(
    r"(?: (?:points?|stars?|marks?))?(?: out of(?: a (?:possible|maximum|total)(?: of)?)? | ?/ ?)(?P<n>[0-9]{1,3})(?![0-9/%]|[.,][0-9])(?P<of> (?:points?|stars?|marks?)\b)?"
    r"|(?: (?:points?|stars?|marks?))? of (?P<m>[0-9]{1,3}) (?:points?|stars?|marks?)\b")
_SMALL = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10, "hundred": 100}
_NUMBER = rf"[0-9]{{1,3}}|{'|'.join(_SMALL)}"
_SCALE = re.compile(
    rf"\b(?P<a>{_NUMBER})[- ]points?(?: [a-z]{{3,12}})? (?:scale|system)"
    rf"|\bscales? ?(?:of|from|is|:|ranging from|between|\()? ?(?:(?:0|1|one|zero)(?: \([a-z ]{{1,30}}\))? ?(?:to|and|through|[-–—]) ?)?(?P<b>{_NUMBER})\b"
    rf"|\b[01] ?(?:to|[-–—]) ?(?P<c>{_NUMBER})[- ](?:point )?scale", re.I)
_SCORE_WORD = re.compile(r"\b(?:scor(?:e|es|ed|ing)|rat(?:ing|ings|ed)|ind(?:ex|ices)|grades?d?|satisfaction(?: (?:rate|level|score|index|rating))?|satisfied|NPS|CSAT|evaluat(?:ion|ed)|assess(?:ed|ment)|mark)\b", re.I)
_LEADS = re.compile(r"(?:\b(?:was|is|were|are|of|to|at|from|with|averag(?:ed|es|ing)|scor(?:ed?|es|ing)|rat(?:ed|ing)|reach(?:ed|es|ing)|equals|being|as|by|totall?(?:ed|s|ing)|and|received|got|obtained|mark|index|satisfaction|NPS|CSAT|(?:rat|scor|grad|evaluat|assess)ed?[^.;:0-9]{0,40})|[:=(–—-])\s{0,2}$", re.I)
_BARE = re.compile(r"\s*$|\s*[,.;:!?)\]]|\s?\(|\s(?:points?|stars?|in|on|out|and|to|from|compared|for|during|at|last|this|which|or|among|with|as|while|by|of (?:which|these|those|them))\b|\n", re.I)
_POINTS = re.compile(r" (?:points?|stars?|marks?)\b", re.I)
_RATING = re.compile(r" (?:average |star )?(?:rating|score|grade)\b", re.I)
_PART_OF = re.compile(r" (?:out )?of (?:the |our |all |its |all the |a total of )?(?P<all>[0-9][0-9.,]{0,14})(?= )", re.I)
_SPENT = r"(?:invest|allocat|sav|collect|donat|earn|generat|rais)(?:ed|ing|es|s)|spent|paid|spends|spending"
_SPENDS = re.compile(rf"\b({_SPENT})\b[^.;,0-9]{{0,20}}$", re.I)
_IS_SPENT = re.compile(rf" (?:was|were|is|are|has been|have been) ({_SPENT})\b", re.I)
_NUMBER_OF = re.compile(r"\b(?:number|total|amount|count|volume|quantity)s? of (?=[a-z])", re.I)
_BODY = re.compile(r"\b(population|membership|workforce|ridership|audience|turnout|attendance)\b[^.;,:0-9]{0,30}[ :]$", re.I)
_LABEL = re.compile(r"(?:^|[\n.;•*|,(] ?|[-–—] )([^\W\d_][^\n.;:=|()–—0-9]{2,80}?) ?(?:[:=|]|[ ][-–—])[ \t]{0,2}$")
_TOTALS = re.compile(r"\b(?:number|total|count|volume|amount|quantity)\b", re.I)
_FOR = re.compile(r" (?:for|in|on|of|to) (?=[a-z])")
_TRAILING = re.compile(r"(?: (?:amount(?:s|ed)?|account(?:s|ed)?) (?:to|for))?[ \u00a0:=,(–—-]+$")


def measure(field: Field, first: Numeral, last: Numeral | None = None) -> Measure | None:
    """What a number (or a range from `first` to `last`) reports, or None when nothing says what it counts."""
    last = last or first
    money = currency_before(field.text, first.start)
    if is_glued(field.text, money.start if money else first.start, last.end) or (money and _is_mere_letter(field.text, money, first)):
        return None
    bound, start = bound_before(field.text, money.start if money else first.start, field.sentence.start)
    draft = _Draft(field, first, last, bound, start)
    if money or (money := currency_after(field.text, last.end)):
        return draft.money(money.code, max(money.end, last.end))
    return draft.share() or draft.score() or draft.count()


def _is_mere_letter(text: str, money: Money, numeral: Numeral) -> bool:
    """Whether the R before a number is a label and not the rand: rands come in hundreds."""
    return text[money.start : money.end].strip() == "R" and numeral.value < 100


def scale_spans(text: str) -> tuple[Span, ...]:
    """Where scales of scores stand ("a 5-point scale", "scale of 1 to 5"): their numbers are no values."""
    return tuple(Span(*match.span()) for match in _SCALE.finditer(text))


class _Draft(NamedTuple):
    """A number with what stands around it, read as one unit after another."""

    field: Field
    first: Numeral
    last: Numeral
    bound: Bound
    start: int

    def money(self, code: str, end: int) -> Measure:
        """The amount, said of what stands before it, else of what it is for."""
        spent = _SPENDS.search(self.field.before(self.start, 40)) or _IS_SPENT.match(self.field.text, end)
        indicator = spent[1] if spent else self._subject() or self._purpose(end)
        return self._measure(Unit.CURRENCY, end, indicator, currency=code)

    def share(self) -> Measure | None:
        """The number as a percentage, if its sign or word follows."""
        sign = _PERCENT.match(self.field.text, self.last.end)
        if not sign or self.first.value > 100000:
            return None
        bound, end = self._bound(sign.end())
        phrase = noun_phrase(self.field.text, end, self.field.until)
        indicator = phrase.of(self.field.text) if phrase else self._subject()
        return self._measure(Unit.PERCENT, phrase.end if phrase else end, indicator, bound)

    def score(self) -> Measure | None:
        """The number as a mark: "4.6 out of 5", or a bare one after a word such as score or rating."""
        text, end = self.field.text, self.last.end
        if top := self._top():
            return self._measure(Unit.SCORE, top[1], self._score_name(), scale_max=top[0])
        if self.last.scale != 1 or self.last.written or is_year(self.first):
            return None
        if rating := _RATING.match(text, end):
            return self._measure(Unit.SCORE, rating.end(), rating[0].strip(), scale_max=_scale_near(self.field, self.first.start))
        if not self._scores():
            return None
        points = _POINTS.match(text, end)
        highest = _scale_near(self.field, self.first.start)
        if highest is not None and self.last.value > highest:
            return None
        return self._measure(Unit.SCORE, points.end() if points else end, self._score_name(), scale_max=highest)

    def count(self) -> Measure | None:
        """The number as a count of the things named after it, or in the label before it."""
        text = self.field.text
        bound, end = self._bound(self.last.end)
        named = bound is not Bound.UNSPECIFIED or self.first.scale > 1 or self.last.scale > 1
        phrase = noun_phrase(text, end, self.field.until)
        if not named and (is_code(text, self.field.sentence.start, self.start, self.first, phrase) or is_year(self.first, text, phrase)):
            return None
        if phrase and not text[phrase.start : phrase.end].lower().startswith("of "):
            return self._things(phrase, bound, phrase.end)
        return self._part(end) or (self._labelled(bound, end) if not self.first.written else None)

    def _part(self, end: int) -> Measure | None:
        """A number out of a greater one, whose things it counts: "45 of our 60 services"."""
        match = _PART_OF.match(self.field.text, end)
        whole = read_digits(match["all"].rstrip(".,")) if match else None
        if not match or not whole or not whole > 10 or self.first.value > whole or whole == 100:
            return None
        phrase = noun_phrase(self.field.text, match.end(), self.field.sentence.end)
        return self._things(phrase, self.bound, end) if phrase else None

    def _things(self, phrase: Span, bound: Bound, end: int) -> Measure | None:
        text, words = self.field.text, phrase.of(self.field.text)
        counted = self.first.scale > 1 or any(is_plural(word) for word in words.split())
        if not counted or (self.first.value == 1 and self.last.value == 1):
            return None
        if is_small_talk(text, self.start, self.first, phrase) or is_idle_time(text, self.start, self.first, phrase, bound):
            return None
        return self._measure(Unit.COUNT, end, words, bound)

    def _labelled(self, bound: Bound, end: int) -> Measure | None:
        """A number after its label: "Number of users: 300", "the number of users reached 300"."""
        marker = self.first.value == 1 and self.field.text[end : end + 1] in (".", ")")
        if marker or not _BARE.match(self.field.text[end : end + 12] or " ") or is_year(self.first):
            return None
        body = _BODY.search(self.field.before(self.start, 60))
        indicator = self._number_of() or self._label() or (body[1] if body else "")
        return self._measure(Unit.COUNT, end, indicator, bound) if indicator else None

    def _led(self) -> bool:
        """Whether a verb or mark that gives a value stands right before the number."""
        return bool(_LEADS.search(self.field.before(self.start, 56)))

    def _number_of(self) -> str:
        before = self.field.before(self.start)
        match = None
        for match in _NUMBER_OF.finditer(before):
            pass
        if not match or re.search(r"[0-9;]", before[match.end() :].removesuffix(" ")) or not (self.bound is not Bound.UNSPECIFIED or self._led()):
            return ""
        start = self.start - len(before) + match.end()
        phrase = noun_phrase(self.field.text, start - 1, self.start)
        return phrase.of(self.field.text) if phrase else ""

    def _label(self) -> str:
        window = max(0, self.start - 100)
        match = _LABEL.search(self.field.text[window : self.start])
        if not match or _NO_LABEL.search(match[1]):
            return ""
        words = match[1].split()
        return match[1].strip() if len(words) <= 8 and (_TOTALS.search(match[1]) or is_plural(words[-1]) or _headed(words)) else ""

    def _top(self) -> tuple[Decimal, int] | None:
        """The top of the scale that follows a mark, and where it ends."""
        match = _OUT_OF.match(self.field.text, self.last.end)
        if not match:
            return None
        top = Decimal(match["n"] or match["m"])
        before, after = self.field.before(self.start), self.field.after(match.end(), 40)
        said = match["of"] or match["m"] or _SCORE_WORD.search(before) or _SCORE_WORD.search(after)
        things = not match["of"] and noun_phrase(self.field.text, match.end(), self.field.sentence.end)
        usual = top in (5, 10) and not self.first.digits.isdigit()
        return (top, match.end()) if 3 <= top >= self.last.value and not things and (said or usual) else None

    def _scores(self) -> bool:
        text, end = self.field.text, self.last.end
        if not _BARE.match(text[end : end + 12] or " ") or not (self.bound is not Bound.UNSPECIFIED or self._led()):
            return False
        before = self.field.before(self.start)
        return bool(_SCORE_WORD.search(before)) and not _NUMBER_OF.search(before)

    def _score_name(self) -> str:
        """The words that name the score: the last phrase before the number that has such a word."""
        before = self.field.before(self.start)
        last = None
        for last in _SCORE_WORD.finditer(before):
            pass
        if not last:
            return self._subject() or "score"
        at = self.start - len(before) + last.end()
        if last[0].lower().endswith("ed"):
            return last[0]
        phrase = subject_before(self.field.text, max(self.field.sentence.start, at - 120), at)
        return phrase.of(self.field.text) if phrase else last[0]

    def _subject(self) -> str:
        text, at = self.field.text, self.start
        trailing = _TRAILING.search(text[max(self.field.sentence.start, at - 16) : at])
        phrase = subject_before(text, max(self.field.sentence.start, at - 120), at - (len(trailing[0]) if trailing else 0))
        return phrase.of(text) if phrase else ""

    def _purpose(self, end: int) -> str:
        match = _FOR.match(self.field.text, end)
        phrase = noun_phrase(self.field.text, match.end() - 1, self.field.until) if match else None
        return phrase.of(self.field.text) if phrase else ""

    def _bound(self, end: int) -> tuple[Bound, int]:
        """The bound before the number, else the one after it, and where the expression ends so far."""
        after, there = bound_after(self.field.text, end)
        return (after if self.bound is Bound.UNSPECIFIED else self.bound), there

    def _measure(self, unit: Unit, end: int, indicator: str, bound: Bound | None = None, currency: str = "",
                 scale_max: Decimal | None = None) -> Measure:
        return Measure(Span(self.start, end), self.last.value, unit, bound or self.bound, indicator, currency, scale_max)


_NO_LABEL = re.compile(r"\b(?:phone|tel|telephone|fax|mobile|hotline|code|address|id|no|number|line|date|year|version|page|article|law|act|question|sms|whatsapp|goals?|targets?|sdgs?|hours?|time|contacts?|laws|standards?|dates?|years?)\.?$", re.I)


def _headed(words: list[str]) -> bool:
    """Whether a label counts things with a modifier after them: "Users registered", "Services online"."""
    return len(words) > 1 and is_plural(words[0]) and words[1].lower().endswith(("ed", "line", "able"))


def _scale_near(field: Field, at: int) -> Decimal | None:
    """The top of the scale that the sentence tells around a number."""
    window = max(field.sentence.start, at - 160)
    match = _SCALE.search(field.text, at, min(field.sentence.end, at + 160)) or _SCALE.search(field.text, window, at)
    if not match:
        return None
    word = (match["a"] or match["b"] or match["c"]).lower()
    return Decimal(_SMALL.get(word, 0) or word)


class Fraction(NamedTuple):
    """A share in words: "half of", "two thirds of"; `end` is before the "of"."""

    start: int
    end: int
    value: Decimal

    def measure(self, field: Field) -> Measure | None:
        """The share as a percentage of what follows, or None for a part of a day or year."""
        phrase = noun_phrase(field.text, self.end, field.until)
        if not phrase or _ORDINAL.search(field.before(self.start, 12)) or _CALENDAR.search(phrase.of(field.text)):
            return None
        bound, start = bound_before(field.text, self.start, field.sentence.start)
        bound = Bound.ABOUT if bound is Bound.UNSPECIFIED else bound
        return Measure(Span(start, phrase.end), self.value, Unit.PERCENT, bound, phrase.of(field.text))


_PARTS = {"half": "50", "third": "33.3", "thirds": "66.7", "quarter": "25", "quarters": "75"}
_FRACTION = re.compile(r"\b(half|(?:an?|one)[ -](?:third|quarter)|two[ -]thirds|three[ -]quarters)(?= of )", re.I)
_ORDINAL = re.compile(r"\b(?:first|second|third|fourth|last|latter|other|1st|2nd|in|and a) $", re.I)
_CALENDAR = re.compile(r"^of (?:the |an? |this |last |each )?(?:[a-z]{4,9} )?(?:year|month|day|week|hour|century|decade|time|way|term|minute)\b", re.I)


def find_fractions(text: str) -> Iterator[Fraction]:
    """Every share in words of a text."""
    for match in _FRACTION.finditer(text):
        yield Fraction(*match.span(), Decimal(_PARTS[re.split(r"[ -]", match[0].lower())[-1]]))
