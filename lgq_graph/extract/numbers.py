"""Numbers: the measured facts of an answer, each with its bound, what it counts, and the period it is told for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..model import Bound, NumberMention, Span, Unit
from .bounds import bound_before
from .counts import SAMPLE
from .dating import date_measures
from .han import find_han
from .incidental import is_code, is_planned, is_year, target_of
from .links import ADDRESS
from .measures import find_fractions, measure
from .numerals import Numeral, find_numerals, tidy
from .periods import find_periods
from .quantities import Field, Measure
from .referring import (
    grown,
    is_compared,
    is_part,
    is_ratio,
    is_whole,
    named_whole,
    plural_before,
    refers_back,
)
from .scores import scale_spans
from .sentences import sentences
from .tables import Cell, count_cells
from .told_counts import in_column, told_elsewhere
from .unmeasured import find_unmeasured

__all__ = ["find_numbers", "find_periods"]

_CLOSED = re.compile(  # addresses, telephone numbers and short quoted names: no number in them is a measure
    rf"{ADDRESS}|\+[0-9][0-9 ().-]{{5,22}}[0-9]"
    r"|(?<![\w\"])\"(?=[^\s\"])[^\"\n]{1,100}(?<=\S)\"(?!\w)|“[^“”\n]{1,100}”|«[^«»\n]{1,100}»"
)
_SHARE_LAST = re.compile(r"(?<=\w)\s\d{1,3}(?:[.,]\d{1,2})?\s?%\Z")
_COUNT_LAST = re.compile(
    r"(?<=\w),\s(?:[a-zà-ÿ]{2,12}\s){0,3}(?=\d{2,3}(?!\d)|\d[\d.,  \u202f]{2,11}\d)(?!(?:19|20)\d\d(?!\d))[\d.,  \u202f]{2,13}(?<=\d)\s(?:[a-zà-ÿ][\w-]{1,20}\s?){1,3}\Z"
)
_DIGIT = re.compile(r"\d")
_ABBREVIATED = re.compile(r"\b(?:Mio|Mrd|mio|mln|bn|[Tt]sd|t[yi]s|т[иы]с|mill?)\.$")
_JOINT = re.compile(
    r"(?: ?(?:%|per ?cent))?(?: ?(?P<dash>[-–—−]) ?| (?P<to>to) | (?P<and>and) )(?:[€$£₹]|[A-Z]{3} )?", re.I
)
_SERIES = re.compile(r"[ ]?(?:,|and|&|or|,? and|,? as well as|to|-|–)[ ]?")
_LISTED = re.compile(r"(?:, | and |, and |,? as well as | & | plus |, plus |,? or )")
_BETWEEN = re.compile(r"\b(between )(?:[€$£₹]|[A-Z]{3} )?$", re.I)
_FROM = re.compile(r"\bfrom (?:[€$£₹]|[A-Z]{3} )?$", re.I)
_TO_YEAR = re.compile(
    r"\s(?:in|at the end of|as of|by)\s(?:[A-Z][a-z]{2,8}\s)?(?:19|20)\d\d,?\sto\s(?:over |more than |about )?",
    re.I,
)
_GOVERNS = frozenset(Bound) - {Bound.UNSPECIFIED, Bound.EXACT}


def find_numbers(
    text: str, taken: Sequence[Span] = (), round_year: int | None = None, home: str = ""
) -> tuple[NumberMention, ...]:
    """The numbers of one answer that report something, in order of place; `owner` is left open.

    `taken` are spans that something else has claimed (links, laws, names, list markers): no number meets one.
    `round_year` is the year the survey asks about; a number said for a later year by "by" is a plan and left out.
    `home` is the code of the country that answers.
    """
    page = _Page.read(text, taken)
    measures = _with_han(page, sorted([*_measures(page, home), *_fractions(page)]))
    told = [_titled(kept) for m in measures if (kept := _reported(page, m, round_year))]
    return tuple(date_measures(text, page.sentences, page.starts, page.is_free, told))


def _reported(page: _Page, measured: Measure, round_year: int | None) -> Measure | None:
    """A measure of what is; of what shall be only the target of a year, which is named so."""
    sentence = page.sentence(measured.span.start)
    if target := target_of(page.text, sentence, measured.span):
        words, year = target
        return measured._replace(indicator=words, dated=(year.of(page.text), year))
    return None if is_planned(page.text, sentence, measured.span, round_year) else measured


_UNSAID = {Unit.PERCENT: "share", Unit.CURRENCY: "amount", Unit.SCORE: "score", Unit.COUNT: "number"}


def _titled(measured: Measure) -> Measure:
    """A measure whose words say nothing of what it counts (an answer that is just "85 %") by the name of its unit."""
    return measured if measured.indicator else measured._replace(indicator=_UNSAID[measured.unit])


class _Page(NamedTuple):
    """A text with its sentences and the stretches in which no number is read (disjoint and sorted)."""

    text: str
    sentences: tuple[Span, ...]
    starts: list[int]
    closed: tuple[list[int], list[int]]
    cells: dict[int, Cell]
    """The cells of tables, by where their number begins."""

    @classmethod
    def read(cls, text: str, taken: Sequence[Span]) -> _Page:
        cut = _rejoined(text, sentences(text)) or (Span(0, len(text)),)
        own = (Span(*match.span()) for match in _CLOSED.finditer(text))
        cells = {
            cell.span.start + first.start(): cell
            for cell in count_cells(text)
            if (first := _DIGIT.search(cell.span.of(text)))
        }
        return cls(
            text,
            cut,
            [span.start for span in cut],
            _merged([*_bare(text, taken), *own, *scale_spans(text), *find_unmeasured(text)]),
            cells,
        )

    def is_free(self, start: int, end: int) -> bool:
        """Whether no closed stretch meets these words."""
        at = bisect_right(self.closed[0], end - 1) - 1
        return at < 0 or self.closed[1][at] <= start

    def sentence(self, at: int) -> Span:
        """The sentence that holds a place."""
        return self.sentences[max(0, bisect_right(self.starts, at) - 1)]

    def field(self, numerals: Sequence[Numeral], index: int) -> Field:
        """Where the words of a number may stand: in its sentence, before the next number."""
        sentence = self.sentence(numerals[index].start)
        following = numerals[index + 1].start if index + 1 < len(numerals) else len(self.text)
        return Field(self.text, sentence, min(sentence.end, following))


def _rejoined(text: str, cut: Sequence[Span]) -> tuple[Span, ...]:
    """The sentences, those put together again that the full stop of a currency or scale word parted: "Rs. 50", "3 Mio. users"."""
    whole: list[Span] = []
    for span in cut:
        if whole and _ABBREVIATED.search(text, max(0, whole[-1].end - 9), whole[-1].end):
            whole[-1] = Span(whole[-1].start, span.end)
        else:
            whole.append(span)
    return tuple(whole)


def _bare(text: str, taken: Sequence[Span]) -> Iterator[Span]:
    """Claimed spans without a share or count that closes them, which is said of the name: "Fare Discount 25 %", "Tree Map, 900 trees"."""
    for span in taken:
        share = _SHARE_LAST.search(text, max(span.start, span.end - 12), span.end) or _COUNT_LAST.search(
            text, max(span.start, span.end - 80), span.end
        )
        yield Span(span.start, share.start()) if share and share.start() > span.start else span


def _merged(spans: list[Span]) -> tuple[list[int], list[int]]:
    starts: list[int] = []
    ends: list[int] = []
    for span in sorted(span for span in spans if span.start < span.end):
        if ends and span.start <= ends[-1]:
            ends[-1] = max(ends[-1], span.end)
        else:
            starts.append(span.start)
            ends.append(span.end)
    return starts, ends


def _measures(page: _Page, home: str) -> Iterator[Measure]:
    """The measures in order; what follows a label in a row ("goals 3, 4 and 11") is none."""
    numerals = [n for n in find_numerals(page.text, home) if page.is_free(n.start, n.end)]
    index, last, label_end, reign = 0, None, -1, Bound.UNSPECIFIED
    while index < len(numerals):
        numeral, field = numerals[index], page.field(numerals, index)
        if last and numeral.start < last.span.end:  # the 5 of "4.6 out of 5"
            index += 1
            continue
        row = label_end >= 0 and _SERIES.fullmatch(page.text[label_end : numeral.start][:14])
        pair = () if row else _pair(page, numerals, index)
        dated = () if row or pair else _dated_change(page, numerals, index)
        if pair or dated:
            yield from pair or dated
            index += 1 if dated else 0
            pair = pair or dated
            index, last, label_end, reign = index + 2, pair[-1], -1, Bound.UNSPECIFIED
            continue
        single = None if row and row[0] != ", " else _single(page, field, numeral, last)
        label_end = numeral.end if not single and (row or _labels(field, numeral)) else -1
        if single:
            single = _named(field, last, single)
            last, earlier = _governed(page, last, single, reign), single
            reign = _reign(page.text, last, last is not earlier)
            yield last
        index += 1


def _single(page: _Page, field: Field, numeral: Numeral, last: Measure | None) -> Measure | None:
    cell = page.cells.get(numeral.start) if page.cells else None
    told = in_column(numeral, cell, page.text) if cell else None
    return told or measure(field, numeral) or _rest(field, numeral, last) or told_elsewhere(field, numeral)


def _labels(field: Field, numeral: Numeral) -> bool:
    return (
        numeral.scale == 1
        and not is_year(numeral)
        and is_code(field.text, field.sentence.start, numeral.start, numeral, None)
    )


def _pair(page: _Page, numerals: Sequence[Numeral], index: int) -> tuple[Measure, ...]:
    """Two numbers that tell one range ("60-70%", "between 3 and 5 million") or one change ("from 10 to 20 services")."""
    if index + 1 == len(numerals):
        return ()
    low, high = numerals[index : index + 2]
    joint = _JOINT.fullmatch(page.text[low.end : high.start][:20])
    field = page.field(numerals, index + 1)
    if not joint or low.start < field.sentence.start or (is_year(low) and is_year(high)):
        return ()
    if low.scale == 1 and low.value < high.value / high.scale:
        low = low._replace(value=tidy(low.value * high.scale))
    before = field.before(low.start, 16)
    if _FROM.search(before):
        return _change(field, low, high) if joint["to"] else ()
    between = _BETWEEN.search(before)
    return _range(field, low, high, len(between[0]) if between else 0) if not joint["and"] or between else ()


def _dated_change(page: _Page, numerals: Sequence[Numeral], index: int) -> tuple[Measure, ...]:
    """A change with its first year in the middle: "from 2,100 in 2020 to 5,600 in 2022"."""
    if index + 2 >= len(numerals):
        return ()
    low, year, high = numerals[index : index + 3]
    field = page.field(numerals, index + 2)
    dated = is_year(year) and _TO_YEAR.fullmatch(page.text[low.end : high.start][:48])
    if not dated or low.start < field.sentence.start or not _FROM.search(field.before(low.start, 16)):
        return ()
    after = grown(field, low, high)
    if not after:
        return ()
    return after._replace(span=Span(low.start, low.end), value=low.value), after


def _range(field: Field, low: Numeral, high: Numeral, between: int) -> tuple[Measure, ...]:
    whole = measure(field, low, high) if low.value < high.value else None
    if not whole:
        return ()
    span = Span(min(whole.span.start, low.start - between), whole.span.end)
    return (
        whole._replace(span=span, value=low.value, bound=Bound.AT_LEAST),
        whole._replace(span=span, bound=Bound.AT_MOST),
    )


def _change(field: Field, low: Numeral, high: Numeral) -> tuple[Measure, ...]:
    after = measure(field, high) or grown(field, low, high)
    if not after:
        return ()
    before = measure(field._replace(until=high.start), low)
    if not before or before.unit is not after.unit:
        bound, start = bound_before(field.text, low.start, field.sentence.start)
        before = after._replace(span=Span(start, low.end), value=low.value, bound=bound)
    return before, after._replace(indicator=after.indicator or before.indicator)


def _rest(field: Field, numeral: Numeral, last: Measure | None) -> Measure | None:
    """A bare number that counts what is counted before it: "320 services, 210 of which are online", "up from 18 million"."""
    if numeral.written or is_year(numeral) or not _stands_alone(field.text, numeral):
        return None
    bound, start = bound_before(field.text, numeral.start, field.sentence.start)
    here = last if last and last.span.start >= field.sentence.start else None
    span = Span(start, numeral.end)
    if whole := named_whole(field, numeral):
        return Measure(Span(start, whole.end), numeral.value, Unit.COUNT, bound, whole.of(field.text))
    if refers_back(field, start, numeral.end):
        counted = last.indicator if last and last.unit is Unit.COUNT else plural_before(field, start)
        return Measure(span, numeral.value, Unit.COUNT, bound, counted) if counted else None
    if is_part(field, numeral.end) or is_whole(field, start, numeral):
        counted = plural_before(field, start)
        if counted:
            return Measure(span, numeral.value, Unit.COUNT, bound, counted)
    if is_ratio(field, start, numeral.end):
        return Measure(span, numeral.value, Unit.COUNT, bound, plural_before(field, start))
    if here and here.unit is not Unit.PERCENT and is_compared(field, here, start, numeral.end):
        return here._replace(span=span, value=numeral.value, bound=bound)
    return None


def _stands_alone(text: str, numeral: Numeral) -> bool:
    """Whether nothing is glued to a number's end."""
    return not text[numeral.end : numeral.end + 1].strip() or text[numeral.end] in ".,;)"


def _named(field: Field, last: Measure | None, current: Measure) -> Measure:
    """A share or amount without words of its own is of what the one before it in the sentence is: "10% in 2019 to 20% in 2021"."""
    alike = last and (last.unit is current.unit or (last.unit is Unit.COUNT and current.unit is Unit.PERCENT))
    follows = last and alike and last.indicator != SAMPLE and last.span.start >= field.sentence.start
    return (
        current._replace(indicator=last.indicator) if last and follows and not current.indicator else current
    )


def _governed(page: _Page, last: Measure | None, current: Measure, reign: Bound) -> Measure:
    """The measure under the bound that opens its enumeration: "more than 40 thousand lights and 3 thousand cameras"."""
    if (
        not last
        or reign not in _GOVERNS
        or last.unit is not current.unit
        or current.bound is not Bound.UNSPECIFIED
    ):
        return current
    listed = _LISTED.fullmatch(page.text[last.span.end : current.span.start][:16])
    return (
        current._replace(bound=reign)
        if listed and current.value % 5 == 0 and current.value >= 10
        else current
    )


def _reign(text: str, last: Measure, governed: bool) -> Bound:
    """The bound that a measure hands on to the next of its row: one that words before a number set, or handed on already."""
    return last.bound if governed or not text[last.span.start].isdigit() else Bound.UNSPECIFIED


def _with_han(page: _Page, measures: list[Measure]) -> list[Measure]:
    """The measures and those of Chinese words, which stand where both read one number."""
    han = [found for found in find_han(page.text) if page.is_free(found.span.start, found.span.end)]
    starts, ends = [found.span.start for found in han], [found.span.end for found in han]
    apart = [m for m in measures if bisect_right(ends, m.span.start) == bisect_left(starts, m.span.end)]
    return sorted([*apart, *han])


def _fractions(page: _Page) -> Iterator[Measure]:
    for part in find_fractions(page.text):
        sentence = page.sentence(part.start)
        if page.is_free(part.start, part.end) and (
            found := part.measure(Field(page.text, sentence, sentence.end))
        ):
            yield found
