"""Dates: calendar days, months and years as people write them, in a text or as the answer to a date question."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from ..model import Span
from .evened import even

__all__ = ["DateMention", "find_dates", "parse_date"]

_YEARS = range(1600, 2200)
"""Of the common era. Years below are section numbers or years of the Islamic calendar, which we cannot place."""

_FULL_NAMES = """
    january february march april may june july august september october november december
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    janvier février mars avril mai juin juillet août septembre octobre novembre décembre
    janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
    januar februar märz april mai juni juli august september oktober november dezember
    gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
    января февраля марта апреля мая июня июля августа сентября октября ноября декабря
    يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
    stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
    ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie
    ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
    januari februari maret april mei juni juli agustus september oktober november desember
    januari februari maart april mei juni juli augustus september oktober november december
    ledna února března dubna května června července srpna září října listopadu prosince
    januari februari mars april maj juni juli augusti september oktober november december
    январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
"""
_SHORT_NAMES = """
    jan feb mar apr may jun jul aug sep oct nov dec
    ene feb mar abr may jun jul ago set oct nov dic
    janv févr mars avr mai juin juil août sept oct nov déc
    jan fev mar abr mai jun jul ago set out nov dez
    jan feb mär apr mai jun jul aug sep okt nov dez
    gen feb mar apr mag giu lug ago set ott nov dic
    янв фев мар апр мая июн июл авг сен окт ноя дек
    enr febr mrt avril mei juin juil aout sept okt nov dez
"""


def _months(table: str) -> dict[str, int]:
    """Name → number of the month, from rows of twelve."""
    return {name: place % 12 + 1 for place, name in enumerate(table.split())}


_FULL = _months(_FULL_NAMES)
_MONTH = _months(_SHORT_NAMES) | _FULL | {"fevrier": 2, "aout": 8, "decembre": 12, "marco": 3, "setiembre": 9}

_WORD = r"[^\W\d_]{3,12}"
_YEAR = r"\d{4}(?!\d|[-./,]\d)"
_OF = r"(?:of\s|de\s|del\s|d’|d')?"
_DATE = re.compile(
    rf"""(?<![\w./-])(?:
      (?P<y1>\d{{4}})(?P<s1>[-/.])(?P<m1>\d{{1,2}})(?P=s1)(?P<d1>\d{{1,2}})(?=T\d\d:|(?![\w/-]|\.\d))
    | (?P<a>\d{{1,2}})(?P<s2>[-/]|\.(?:[ \xa0](?=\d{{1,2}}\.[ \xa0]\d{{4}}))?)(?P<b>\d{{1,2}})(?P=s2)(?P<y2>\d{{4}}|\d{{2}})(?![\w/-]|[.,]\d)
    | (?P<d3>\d{{1,2}})(?:st|nd|rd|th|er|[.ºª°])?(?:\s?[-./]\s?|\s{{1,3}}){_OF}(?P<m3>{_WORD})\.?,?
      (?:\s?[-./]\s?|\s{{1,3}}){_OF}(?P<y3>{_YEAR}|['’]?\d{{2}}(?![\w:%]|[.,]\d|,?\s{{1,2}}\d{{4}}(?!\d)))
    | (?P<m4>{_WORD})\.?\s{{1,3}}(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s{{0,3}}|\s{{1,3}}){_OF}(?P<y4>{_YEAR})
    | (?P<m5>{_WORD})\.?,?\s{{1,3}}{_OF}(?P<y5>{_YEAR})(?![\w%])
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:(?<!\w)(?:No|Nos|Nr|N)\.?|[№#º°])\s{0,2}$", re.I)
_BARE_YEAR = re.compile(
    r"(?i)(?<!\w)(?:in|since|of|from|by|until|till|during|year|early|late|mid|end of|dated|en|desde|de|em|depuis|im|seit|dal|nel)"
    rf"\s{{1,3}}(?P<year>{_YEAR})(?![\w%])"
)
_HAN = re.compile(r"(?<![\d.])(?P<y>\d{4})\s?年\s?(?P<m>\d{1,2})\s?月(?:\s?(?P<d>\d{1,2})\s?[日号號])?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SPACED = re.compile(r"(?<=\d)\s{0,3}([./-]|[年月년월])\s{0,3}(?=\d)")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text: where it stands, and its ISO 8601 form, `YYYY-MM-DD`, `YYYY-MM` or `YYYY`."""

    span: Span
    iso: str


def find_dates(text: str, *, month_first: bool = False) -> tuple[DateMention, ...]:
    """Every date of `text` in order of place; days that no calendar has are left out.

    Numbers alone are read day first unless `month_first` (the custom of the country) or the day is above 12.
    A bare year counts only after a word such as "in" or "since": a four-digit number may count anything.
    """
    found = sorted([*_written_out(text, month_first), *_in_han(text)], key=lambda mention: mention.span)
    starts = {mention.span.start for mention in found}
    ends = iter([*(mention.span for mention in found), Span(len(text), len(text))])
    return tuple(sorted((*found, *_bare_years(text, starts, ends)), key=lambda mention: mention.span))


def parse_date(text: str, *, month_first: bool = False) -> str:
    """The one calendar day that an answer names, as `YYYY-MM-DD`; empty when it names none or more than one."""
    head = even(text.strip()[:200])
    if compact := _COMPACT.fullmatch(head):
        return _iso(*map(int, compact.groups()))
    days = _days(head, month_first) or _days(_SPACED.sub(_separator, head).rstrip("日일."), month_first)
    return days.pop() if len(days) == 1 else ""


def _separator(match: re.Match[str]) -> str:
    return match[1] if match[1] in "./-" else "-"


def _days(text: str, month_first: bool) -> set[str]:
    return {mention.iso for mention in find_dates(text, month_first=month_first) if len(mention.iso) == 10}


def _written_out(text: str, month_first: bool) -> Iterator[DateMention]:
    """Dates with a month. After a miss the search goes on within it: "Act 2 May 2019" begins like a month's name."""
    at = 0
    while match := _DATE.search(text, at):
        iso = "" if _is_numbered(text, match) else _read(match, month_first)
        if iso:
            yield DateMention(Span(*match.span()), iso)
        at = match.end() if iso else _after_first_word(text, match)


def _in_han(text: str) -> Iterator[DateMention]:
    """Days and months as Chinese and Japanese write them: year, month and day each have their sign."""
    for match in _HAN.finditer(text):
        iso = _iso(int(match["y"]), int(match["m"]), int(match["d"] or 1))
        if iso:
            yield DateMention(Span(*match.span()), iso if match["d"] else iso[:7])


def _is_numbered(text: str, match: re.Match[str]) -> bool:
    """Whether what could be a day is a number: "No. 15 of August 2021"."""
    return match["d3"] is not None and bool(_NUMBERED.search(text, max(0, match.start() - 6), match.start()))


def _after_first_word(text: str, match: re.Match[str]) -> int:
    at = match.start() + 1
    while at < match.end() and text[at].isalnum():
        at += 1
    return at


def _bare_years(text: str, starts: set[int], spans: Iterator[Span]) -> Iterator[DateMention]:
    """Years after a cue that are no part of a longer date; `spans` are those dates, in order of place."""
    current = next(spans)
    for match in _BARE_YEAR.finditer(text):
        year = Span(*match.span("year"))
        while current.end <= year.start and current.start < len(text):
            current = next(spans)
        if year.start not in starts and not current.meets(year) and int(match["year"]) in _YEARS:
            yield DateMention(year, f"{int(match['year']):04d}")


def _read(match: re.Match[str], month_first: bool) -> str:
    """The ISO form of a match, empty when it is no date."""
    readers: dict[str, Callable[[], str]] = {
        "d1": lambda: _iso(int(match["y1"]), int(match["m1"]), int(match["d1"])),
        "b": lambda: _numeric(match, month_first),
        "d3": lambda: _named(match["y3"], match["m3"], match["d3"]),
        "d4": lambda: _named(match["y4"], match["m4"], match["d4"]),
        "m5": lambda: _month_of(match["y5"], match["m5"]),
    }
    return next(read() for group, read in readers.items() if match[group] is not None)


def _numeric(match: re.Match[str], month_first: bool) -> str:
    """A date in numbers alone. Dots are day first everywhere; two digits of a year with dots are a version."""
    first, second, year = int(match["a"]), int(match["b"]), match["y2"]
    if match["s2"] == "." and len(year) == 2:
        return ""
    month_leads = second > 12 or (month_first and first <= 12 and match["s2"] != ".")
    day, month = (second, first) if month_leads else (first, second)
    return _iso(_century(year), month, day)


def _named(year: str, month: str, day: str) -> str:
    number = _MONTH.get(month.casefold())
    return _iso(_century(year), number, int(day)) if number else ""


def _month_of(year: str, month: str) -> str:
    """Month and year. A short name needs its capital: "may 2019" and "set 2019" are rather verbs."""
    name = month.casefold()
    sure = (name in _FULL and name != "may") or (name in _MONTH and month[0].isupper())
    return f"{int(year):04d}-{_MONTH[name]:02d}" if sure and int(year) in _YEARS else ""


def _century(year: str) -> int:
    """A year in full: two digits mean 1970 to 2069."""
    digits = int(year.strip("'’"))
    if digits >= 100:
        return digits
    return digits + (1900 if digits >= 70 else 2000)


def _iso(year: int, month: int, day: int) -> str:
    """The day in ISO form, empty when no calendar has it."""
    if year not in _YEARS:
        return ""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
