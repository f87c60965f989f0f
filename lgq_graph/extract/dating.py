"""Dating: which period, and which "per month", each measure of a text is told for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from ..model import Basis, NumberMention, Span, Unit
from .periods import find_periods, is_event, starts_late
from .quantities import Measure

__all__ = ["date_measures"]

_UNIT = r"(?P<unit>minute|hour|day|week|month|quarter|year|annum)\b(?! (?:later|ago|earlier|before|after|old|to come))"
_EVERY = rf"(?:\b(?:per|each|every)|/) ?{_UNIT}"
_ADVERB = r"\b(?P<adverb>hourly|daily|weekly|monthly|quarterly|annually|yearly|p\.a\.)"
_AFTER = re.compile(rf"{_EVERY}|\ban? {_UNIT.replace('unit', 'one')}|{_ADVERB}", re.I)
_BEFORE = re.compile(
    rf"{_EVERY}|\b(?P<adverb>hourly|daily|weekly|monthly|quarterly|annual|yearly)(?= (?:average|number|mean|volume|visit|user|"
    r"traffic|request|transaction|call|total|active|unique|ridership|budget))",
    re.I,
)
_PERS = {
    "annum": "year",
    "annually": "year",
    "annual": "year",
    "yearly": "year",
    "p.a.": "year",
    "daily": "day",
}
_NEXT_CLAUSE = re.compile(
    r"[,;:0-9]|\b(?:and|then|while|but|whereas|than|compared|versus|against|since|from)\b", re.I
)
_COMPARED = re.compile(r"\b(?:compared (?:to|with)|than|versus|vs\.?|against)(?: the)?[ ]{0,2}$", re.I)
_TARGET = re.compile(r"\b(?:targets?|goals?|objectives?|aims?)(?: set)?(?: is| for| in| by)?[ ]{0,2}$", re.I)
_CONTRASTED = re.compile(
    r"(?:\b(?:from|to|with|than|versus|vs\.?|against)(?: the| only| just)?|\((?:in )?(?:(?:19|20)[0-9]{2}:?)?) ?$",
    re.I,
)
_EARLIER = re.compile(
    r"(?: [a-z-]{3,20})?,? (?:in )?(?:(?:the|a|one|two) (?:(?:previous|preceding|prior) year|years? (?:before|earlier|ago|previously))|last year)\b",
    re.I,
)
_ITEM = re.compile(r"\n|(?:(?<=[.:;,!?)] )|(?<=^))\(?[0-9]{1,2}[.)] (?=\S)|[•●▪◦■]")
_CLAUSE = re.compile(r"[,;:(\n]|\.\s")
_MARK = re.compile(r"[();；]")
_NEAR, _FAR = 80, 160


class _Period(NamedTuple):
    span: Span
    years: str
    basis: Basis


class _Calendar(NamedTuple):
    """The periods of a text: `plain` ones, and those of events, which date only what stands right before them."""

    plain: list[_Period]
    plain_starts: list[int]
    every: list[_Period]
    starts: list[int]


def date_measures(
    text: str,
    sentences: Sequence[Span],
    starts: Sequence[int],
    is_free: Callable[[int, int], bool],
    measures: Sequence[Measure],
) -> Iterator[NumberMention]:
    """The measures as mentions, with the period of their clause or sentence, else that of the sentence before.

    A period passes on only between neighbouring sentences that both report numbers, within one paragraph and item.
    """
    calendar = _calendar(text, is_free)
    breaks = [match.start() for match in _ITEM.finditer(text)]
    at, carried, last, before, cuts = -1, None, None, None, list[int]()
    for index, measured in enumerate(measures):
        here = bisect_right(starts, measured.span.start) - 1
        if here != at:
            follows = here == at + 1 and before is not None and not _parted(breaks, before, measured.span)
            carried, at = (last if follows else None), here
            cuts = _cuts(text, sentences[here])
        reach = _reach(text, sentences[here], measures, index)
        found = _own(measured, sentences[here]) or _period(
            text, _part(reach, cuts, measured), calendar, measured
        )
        if not found and cuts and (other := _period(text, reach, calendar, measured)):
            found = _heading(text, sentences[here], cuts, (_first(calendar, sentences[here]), other))
            carried = carried if carried and carried.years == other.years else None
        period = found or (carried and carried._replace(basis=Basis.INFERRED))
        last, before = period, measured.span
        told = None if _EARLIER.match(text, measured.span.end) else period
        yield _mention(measured, told, _per(text, sentences[here], measures, index))


def _cuts(text: str, sentence: Span) -> list[int]:
    """The semicolons of a sentence outside brackets."""
    cuts, depth = [], 0
    for mark in _MARK.finditer(text, sentence.start, sentence.end):
        depth = max(0, depth + (mark[0] == "(") - (mark[0] == ")"))
        if mark[0] in ";；" and not depth:
            cuts.append(mark.start())
    return cuts


def _part(reach: Span, cuts: list[int], measured: Measure) -> Span:
    """The part between semicolons that a measure stands in, as far as its period may stand."""
    after = bisect_left(cuts, measured.span.start)
    start = max(reach.start, cuts[after - 1]) if after else reach.start
    return Span(start, min(reach.end, cuts[after]) if after < len(cuts) else reach.end)


def _heading(text: str, sentence: Span, cuts: list[int], periods: Sequence[_Period | None]) -> _Period | None:
    """The period that opens or heads all parts of a sentence: "In 2022: 5 calls; 6 visits"."""
    for period in periods:
        if period and period.span.start < cuts[0]:
            opens = len(text[sentence.start : period.span.start].split()) < 4
            if opens or ":" in text[period.span.end : cuts[0]]:
                return period
    return None


def _first(calendar: _Calendar, sentence: Span) -> _Period | None:
    at = bisect_left(calendar.plain_starts, sentence.start)
    return _at(calendar.plain, at, sentence.start, sentence.end)


def _own(measured: Measure, sentence: Span) -> _Period | None:
    """The period that came with a measure; a heading is another place than the number's."""
    if not measured.dated:
        return None
    years, place = measured.dated
    return _Period(place, years, Basis.STATED if sentence.holds(place) else Basis.INFERRED)


def _reach(text: str, sentence: Span, measures: Sequence[Measure], index: int) -> Span:
    """Where the period of a measure may stand: in its sentence, before the number that it is compared with."""
    end, indicator = measures[index].span.end, measures[index].indicator
    following = next((m for m in measures[index + 1 : index + 2] if m.indicator == indicator), None)
    between = text[end : following.span.start][:_FAR] if following else ""
    contrast = _CONTRASTED.search(between)
    return Span(sentence.start, min(sentence.end, end + contrast.start())) if contrast else sentence


def _parted(breaks: list[int], one: Span, other: Span) -> bool:
    return bisect_left(breaks, one.end) < bisect_left(breaks, other.start + 1)


def _mention(measured: Measure, period: _Period | None, per: str) -> NumberMention:
    span, value, unit, bound, indicator, currency, scale_max, _ = measured
    years, place, basis = (period.years, period.span, period.basis) if period else ("", None, Basis.STATED)
    return NumberMention(span, value, unit, bound, indicator, currency, years, place, basis, per, scale_max)


def _calendar(text: str, is_free: Callable[[int, int], bool]) -> _Calendar:
    every = [
        p
        for span, years in find_periods(text)
        if (p := _told(text, is_free, span, years))
        and not _TARGET.search(text, max(0, p.span.start - 24), p.span.start)
    ]
    plain = [
        p
        for p in every
        if not is_event(text, p.span) and not _COMPARED.search(text, max(0, p.span.start - 24), p.span.start)
    ]
    return _Calendar(plain, [p.span.start for p in plain], every, [p.span.start for p in every])


def _told(text: str, is_free: Callable[[int, int], bool], span: Span, years: str) -> _Period | None:
    """A period; in a title that something has claimed only the year of a budget counts, and dates by inference."""
    if is_free(span.start, span.end):
        return _Period(span, years, Basis.STATED)
    budget = "budget" in text[max(0, span.start - 80) : span.start]
    return _Period(span, years, Basis.INFERRED) if budget and text[span.start].isdigit() else None


def _period(text: str, sentence: Span, calendar: _Calendar, measured: Measure) -> _Period | None:
    """The period right after a measure, else the last one before it, else the first one after it in the sentence."""
    start, end = measured.span.start, measured.span.end
    own = _at(calendar.every, bisect_left(calendar.starts, end), end, min(sentence.end, end + _NEAR))
    if (
        own
        and not _NEXT_CLAUSE.search(text, end, own.span.start)
        and (not is_event(text, own.span) or starts_late(text, own.span))
        and not _is_shut(text, own.span, measured.span)
    ):
        return own
    after = bisect_left(calendar.plain_starts, start)
    inside = next(
        (p for p in calendar.plain[max(0, after - 1) : after + 1] if measured.span.meets(p.span)), None
    )
    before = (_at(calendar.plain, after - back, sentence.start, start) for back in range(1, 4))
    behind = (_at(calendar.plain, after + on, start, sentence.end) for on in range(2))
    open_ = (p for p in (*before, *behind) if p and not _is_shut(text, p.span, measured.span))
    return inside or next(open_, None)


_BRACKETED = re.compile(r"\s?[:–—]\s?[^()\n]{0,120}\)")
_OPENED = re.compile(r"\((?:[^()\n]{0,100}[;,]\s)?(?:in\s)?$")


def _is_shut(text: str, period: Span, measured: Span) -> bool:
    """Whether a period heads a bracket in which a measure does not stand: "71 percent (2021: 68 percent)"."""
    closed = _BRACKETED.match(text, period.end)
    opened = closed and _OPENED.search(text, max(0, period.start - 110), period.start)
    return closed is not None and opened is not None and not period.start < measured.start < closed.end()


def _at(periods: list[_Period], index: int, start: int, end: int) -> _Period | None:
    """The period of that index if it begins within the stretch."""
    found = periods[index] if 0 <= index < len(periods) else None
    return found if found and start <= found.span.start < end else None


def _per(text: str, sentence: Span, measures: Sequence[Measure], index: int) -> str:
    """The stretch of time that a measure is told per: "per month", "every hour", "daily"; empty without any."""
    measured = measures[index]
    if measured.unit is Unit.SCORE:
        return ""
    start, end = measured.span.start, measured.span.end
    following = next(
        (m.span.start for m in measures[index + 1 : index + 3] if m.span.start >= end), sentence.end
    )
    match = (
        _BEFORE.search(measured.indicator)
        or _told_after(text, end, min(following, sentence.end))
        or _told_before(
            text, max(_unclaimed(text, measures, index, start), sentence.start, start - 90), start
        )
    )
    return _unit(match) if match else ""


def _told_after(text: str, end: int, until: int) -> re.Match[str] | None:
    return _AFTER.search(_CLAUSE.split(text[end : min(until, end + 60)], maxsplit=1)[0])


def _told_before(text: str, start: int, end: int) -> re.Match[str] | None:
    return max(_BEFORE.finditer(text, start, end), key=re.Match.start, default=None)


def _unclaimed(text: str, measures: Sequence[Measure], index: int, until: int) -> int:
    """Where the words begin that the measure before leaves: after its own "per month"."""
    end = measures[index - 1].span.end if index else 0
    claimed = _told_after(text, end, until) if index else None
    return end + claimed.end() if claimed else end


def _unit(match: re.Match[str]) -> str:
    word: str = next(filter(None, match.groups())).lower()
    return _PERS.get(word, word.removesuffix("ly"))
