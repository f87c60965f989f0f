"""Measures: whether a number reports something, and what: a share, money, a score or a count of things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from ..model import Bound, Span, Unit
from .bounds import bound_before
from .counts import read_count
from .currencies import Money, currency_after, currency_before
from .incidental import is_glued
from .numerals import Numeral, tidy
from .phrases import noun_phrase
from .quantities import Draft, Field, Measure
from .scores import read_score

__all__ = ["Fraction", "find_fractions", "measure"]

_PERCENT = re.compile(
    r"[ \u00a0\u2009\u202f-]{0,2}(?:%|％|per[ \u00a0]?cent\b|por[ ]ciento\b|por[ ]cento\b|pour[ ]cent\b|percento\b|procent\w{0,2}\b|prozent\b|persen\b|százalék\b|процент(?:а|ов)?\b|відсотк\w{1,3}\b|في المئة|في المائة|بالمئة|بالمائة|pct\b\.?|percentage points?\b|p\.?p\.(?=\W|$))",
    re.I,
)
_SIGN_BEFORE = re.compile(r"(?<![\w.,/%])(?<![0-9] )(?:%|y[üu]zde )[ \u00a0]?$", re.I)
"""The sign before its number, as in Turkish and Basque: "%85"."""
_SCALE_BEFORE = re.compile(r"(?<![0-9 \u00a0])[ ]?\b(mio|mrd)\.? ?$", re.I)
_LARGEST_SHARE = 100_000
_SPENT = r"(?:invest|allocat|sav|collect|donat|earn|generat|rais)(?:ed|ing|es|s)|spent|paid|spends|spending"
_SPENDS = re.compile(rf"\b({_SPENT})\b[^.;,0-9]{{0,20}}$", re.I)
_IS_SPENT = re.compile(rf" (?:was|were|is|are|has been|have been) ({_SPENT})\b", re.I)
_OF_THESE = re.compile(
    r" (?:of (?:which|these|those|them|whom)|de (?:ell[oa]s|est[oa]s|es[oa]s|l[oa]s (?:cuales|que)|quienes|quem)|del(?:es|as)|dest[ea]s|d['’](?:entre )?(?:eux|elles)|de (?:ceux|celles)|di (?:essi|esse|questi|queste|loro|coloro|chi)|davon)(?!\w)"
)
_FROM_WHOLE = re.compile(
    r" from (?:(?!last\b)[^\W\d_]{2,15} ){0,3}(?:budgets?|total|services|population|citizens|residents)\b"
)
_FOR = re.compile(r" (?:for|in|on|of|to) (?=[a-z])")
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_TIMES = {"two": 2, "three": 3, "four": 4, "seven": 7, "nine": 9}
_FRACTION = re.compile(
    r"\b(?:half|(?:an?|one)[ -](?:third|quarter|fifth|tenth)|two[ -](?:third|fifth)s|three[ -](?:quarter|fifth|tenth)s|four[ -]fifths|(?:seven|nine)[ -]tenths)(?= of |(?P<alone>[.,;\n]|$))",
    re.I,
)
_ALONE = re.compile(r"(?:^|[.\n]\s?)(?:(?:yes|no)[,:]?\s)?(?:it\sis\s)?\Z", re.I)
"""Where a fraction with nothing behind it may stand: "Less than a tenth, as far as we know"."""
_ORDINAL = re.compile(r"\b(?:first|second|third|fourth|last|latter|other|1st|2nd|in|and a) $", re.I)
_CALENDAR = re.compile(
    r"^of (?:the |an? |this |last |each )?(?:[a-z]{4,9} )?(?:year|month|day|week|hour|century|decade|time|way|term|minute)\b",
    re.I,
)


def measure(field: Field, first: Numeral, last: Numeral | None = None) -> Measure | None:
    """What a number (or a range from `first` to `last`) reports, or None when nothing says what it counts."""
    last = last or first
    money = currency_before(field.text, first.start)
    sign = None if money else _sign_before(field, first)
    start = money.start if money else sign if sign is not None else first.start
    if is_glued(field.text, start, last.end) or (money and _is_letter(field.text, money, first)):
        return None
    draft = Draft(field, first, last, *bound_before(field.text, start, field.sentence.start))
    if money and (scale := _SCALE_BEFORE.search(field.text, max(0, start - 8), start)):
        return _scaled(draft, money, scale) if first is last and first.scale == 1 else None
    if money or (money := currency_after(field.text, last.end)):
        return _amount(draft, money)
    return _share(draft, last.end if sign is not None else None) or read_score(draft) or read_count(draft)


def _sign_before(field: Field, numeral: Numeral) -> int | None:
    """Where a percent sign right before a number begins; one that a number stands before is that number's."""
    sign = _SIGN_BEFORE.search(field.text, max(field.sentence.start, numeral.start - 8), numeral.start)
    return sign.start() if sign else None


def _scaled(draft: Draft, money: Money, scale: re.Match[str]) -> Measure:
    """An amount whose scale stands before its currency: "Mio. EUR 2,5"."""
    many = 10**9 if scale[1].lower() == "mrd" else 10**6
    amount = _amount(draft._replace(start=scale.start()), money)
    return amount._replace(value=tidy(amount.value * many))


def _is_letter(text: str, money: Money, numeral: Numeral) -> bool:
    """Whether the R before a number is a label and not the rand: rands come in hundreds."""
    return text[money.start : money.end].strip() == "R" and numeral.value < 100


def _amount(draft: Draft, money: Money) -> Measure:
    """The number as money, said of what stands before it, else of what it is for."""
    end = max(money.end, draft.last.end)
    spent = _SPENDS.search(draft.before(40)) or _IS_SPENT.match(draft.field.text, end)
    said = spent[1] if spent else draft.subject() or _purpose(draft, end)
    return draft.measure(Unit.CURRENCY, end, said)._replace(currency=money.code)


def _purpose(draft: Draft, end: int) -> str:
    match = _FOR.match(draft.field.text, end)
    phrase = draft.phrase(match.end() - 1) if match else None
    return phrase.of(draft.field.text) if phrase else draft.topic()


def _share(draft: Draft, told: int | None) -> Measure | None:
    """The number as a percentage, if its sign or word follows, or one before it told so up to `told`."""
    sign = _PERCENT.match(draft.field.text, draft.last.end)
    told = sign.end() if sign else told
    if told is None or draft.last.value > _LARGEST_SHARE:
        return None
    bound, end = draft.bound_until(told)
    if _OF_THESE.match(draft.field.text, end):
        return draft.measure(Unit.PERCENT, end, "", bound)
    phrase = draft.phrase(end)
    if phrase:
        return draft.measure(Unit.PERCENT, phrase.end, phrase.of(draft.field.text), bound)
    return draft.measure(
        Unit.PERCENT, end, _after_bracket(draft, end) or draft.subject() or draft.topic(), bound
    )


def _after_bracket(draft: Draft, end: int) -> str:
    """What a share in brackets is of: "two thirds (67%) of services"; or one "from" a whole: "1.3 % from the budget"."""
    text = draft.field.text
    at = end + 1 if text[end : end + 5] == ") of " else end + 5 if _FROM_WHOLE.match(text, end) else None
    phrase = draft.phrase(at) if at is not None else None
    return phrase.of(draft.field.text) if phrase else ""


class Fraction(NamedTuple):
    """A share in words: "half of", "two thirds of"; `end` is before the "of"."""

    start: int
    end: int
    value: Decimal
    alone: bool = False

    def measure(self, field: Field) -> Measure | None:
        """The share as a percentage of what follows, or None for a part of a day or year."""
        if self.alone:
            return self._alone(field)
        phrase = noun_phrase(field.text, self.end, field.until)
        if (
            not phrase
            or _ORDINAL.search(field.before(self.start, 12))
            or _CALENDAR.search(phrase.of(field.text))
        ):
            return None
        bound, start = bound_before(field.text, self.start, field.sentence.start)
        bound = Bound.ABOUT if bound is Bound.UNSPECIFIED else bound
        return Measure(Span(start, phrase.end), self.value, Unit.PERCENT, bound, phrase.of(field.text))

    def _alone(self, field: Field) -> Measure | None:
        """The share when it is all that a sentence begins with, under a bound: "Below one tenth, …"."""
        bound, start = bound_before(field.text, self.start, field.sentence.start)
        if bound is Bound.UNSPECIFIED or not _ALONE.search(field.before(start, 12)):
            return None
        return Measure(Span(start, self.end), self.value, Unit.PERCENT, bound, "")


def find_fractions(text: str) -> Iterator[Fraction]:
    """Every share in words of a text."""
    for match in _FRACTION.finditer(text):
        first, *part = re.split(r"[ -]", match[0].lower())
        whole = _PARTS[(part[-1] if part else first).removesuffix("s")]
        share = Decimal(100 * _TIMES.get(first, 1)) / whole
        yield Fraction(*match.span(), tidy(round(share, 1)), match["alone"] is not None)
