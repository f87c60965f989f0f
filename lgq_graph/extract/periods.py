"""Periods: the years that a sentence speaks of ("at the end of 2022", "FY 2022/23"), not every year it names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Span

__all__ = ["find_periods", "is_event", "starts_late"]

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?:19[5-9]|20[0-9])[0-9](?![0-9]|[.,][0-9])"
_ANY = re.compile(_YEAR)
_DASH = r" ?[-–—/] ?"
_RANGE = rf"(?P<first>{_YEAR})(?:{_DASH}| (?:to|through|until) (?={_YEAR}))(?P<last>{_YEAR}|[0-9]{{2}}(?![0-9]|[/.-][0-9]))"
_SINGLE = rf"(?P<year>{_YEAR})(?!{_DASH}[0-9])"
_DAY = r"[0-9]{1,2}(?:st|nd|rd|th)?"
_DATE = rf"(?:{_MONTH}(?: ?[-–/] ?| (?:to|and|through|until) ){_MONTH},? |{_DAY} (?:of )?{_MONTH},? |{_MONTH} {_DAY},? |{_MONTH} (?:of )?|{_DAY}[./-][0-9]{{1,2}}[./-]|q[1-4][ /-]|h[12][ /-])"
_PART = (
    r"(?:(?:the )?(?:end|beginning|start|close|middle|course|year|month|(?:first|second|third|fourth|last|1st|2nd|3rd|4th|latter) "
    r"(?:half|quarter|semester|trimester|(?:[a-z]{3,6} )?months)|whole|entire|period|"
    r"(?:fiscal|financial|calendar|budget|academic|school) year)(?: of| ending)? ?(?:the )?(?:year )?)"
)
_CUE = (
    r"(?:in|during|for|throughout|within|by|at|on|as of|as at|as on|as from|until|till|up to|over|to date|through|from|year|"
    r"(?:results?|figures?|data|statistics|surveys?|reports?|census|budgets?) (?:of|for|from)|fy|fiscal year|financial year|early|mid|late|year-end|end-|mid-)"
)
_STATED = re.compile(
    rf"(?<![\w-])(?P<cue>{_CUE})[ -]{{0,2}}(?:the ?)?{_PART}{{0,2}}(?:fy ?)?{_DATE}?(?:{_RANGE}|{_SINGLE})",
    re.I,
)
_BETWEEN = re.compile(rf"\bbetween (?P<first>{_YEAR}) and (?P<last>{_YEAR})", re.I)
_ALONE = re.compile(
    rf"(?<![\w-])(?:fy ?|(?:budgets?|statistics|surveys?|results|census|data|population) |{_PART}{{1,2}}{_DATE}?|{_MONTH} )(?:{_RANGE}|{_SINGLE})",
    re.I,
)
_BRACKETED = re.compile(
    rf"[(\[](?:in |as of |data (?:of|for|from) |year |fy ?)?{_DATE}?(?:{_RANGE}|{_SINGLE})[)\]]", re.I
)
_MODIFIER = re.compile(
    rf"\b(?:the|an?|our|its|this|to) {_SINGLE}(?= (?:[a-z]{{3,12}} )?(?:surveys?|budgets?|census|results|figures|data|statistics|fiscal|financial)\b)",
    re.I,
)
_HEADING = re.compile(
    rf"(?:^|(?<=[.;,] )|(?<=\())(?:year )?(?:{_RANGE}|{_SINGLE})(?=(?: ?:| [-–—] ))", re.M | re.I
)
_OF_NUMBER = re.compile(rf"(?<=[0-9]) of {_SINGLE}")
_BUDGET = re.compile(
    rf"\bbudget(?: of [A-Z][\w-]{{1,30}}(?: [A-Z][\w-]{{1,30}})?)? for (?:the )?(?:fiscal |financial )?(?:year )?(?:{_RANGE}|{_SINGLE})"
)
_LAW_WORDS = r"\b(?i:dated|laws?|acts?|decrees?|resolution|ordinance|regulation|directive|decision|order|agreement|edition|code|no)"
_LAWS = re.compile(
    rf"(?:{_LAW_WORDS}(?:(?i:\.? no)?\.? ?[0-9][\w/.-]{{0,12}})?|\b[0-9]{{1,6}}[/-][\w/.-]{{1,12}}|n[°º] ?[\w/-]{{1,12}}|\b[A-Z]{{2,}})[ ,]{{0,2}}$"
)
_SINCE = re.compile(
    r"(?:since(?: [a-z]{1,14}){0,4}|starting|beginning|effective|dating back to|dating|back|prior to|before|after)(?: from| as of)?[ ,]{0,2}$",
    re.I,
)
_EVENT = re.compile(
    r"\b(?:launch|establish|creat|found|adopt|approv|enact|introduc|start|implement|open|inaugurat|develop|sign|publish|"
    r"issu|commission|releas|complet|upgrad|redesign|pass|ratifi|updat|initiat|renew|amend|deploy|present|award|form|join)(?:e?d)"
    r"(?: (?:back|again|officially|first|publicly|online|up))?[ ,]{0,2}$"
    r"|\bfirst (?:drawn|made|held|put up|run|shown|used|drawn up)(?: (?:up|out|on))?[ ,]{0,2}$"
    r"|\b(?:built|set up|put into operation|began|begun|came into force|entered into force|went live|rolled out|launch|creation|inception|introduction|foundation|adoption|inauguration)[ ,]{0,2}$",
    re.I,
)
_HAPPENED = re.compile(
    r"\b(?:was|were|been|being|is|are)(?: \w{2,12}ly)? [a-z]+(?: up| out| into operation)?[ ,]{0,2}$"
)
_MARGIN = 40


def find_periods(text: str) -> tuple[tuple[Span, str], ...]:
    """The periods that a text reports for: the span of the words, and the year "2022" or the years "2020-2022".

    The year of a law, of a launch or after "since" is none; a law's own "budget for 2023" is.
    """
    found: dict[int, tuple[Span, str]] = {}
    if not _ANY.search(text):
        return ()
    for match in (
        m
        for pattern in (_BUDGET, _BETWEEN, _STATED, _BRACKETED, _HEADING, _MODIFIER, _ALONE, _OF_NUMBER)
        for m in pattern.finditer(text)
    ):
        years = _years_at(match)
        if years not in found and _reports(text, match):
            found[years] = Span(*_words(match)), _read(match)
    return tuple(found[at] for at in sorted(found))


def is_event(text: str, period: Span) -> bool:
    """Whether the words before a period tell when something came to be ("launched in 2015")."""
    return bool(_EVENT.search(text, max(0, period.start - _MARGIN), period.start))


def starts_late(text: str, period: Span) -> bool:
    """Whether an event is told in the passive, so that it dates what stands before it: "300 services were launched in 2015"."""
    return bool(_HAPPENED.search(text, max(0, period.start - _MARGIN), period.start))


def _years_at(match: re.Match[str]) -> int:
    return match.start(match.lastgroup if match.lastgroup == "year" else "first")


def _reports(text: str, match: re.Match[str]) -> bool:
    if match.re is _BUDGET:
        return True
    before = text[max(0, match.start() - _MARGIN) : match.start()]
    cue = match["cue"].lower() if match.re is _STATED else ""
    return not (_SINCE.search(before) or (cue in ("", "from", "on") and _LAWS.search(before)))


def _words(match: re.Match[str]) -> Iterator[int]:
    """The span of a period's words, without brackets; of a budget's title only the years."""
    if match.re is _BUDGET:
        yield _years_at(match)
    else:
        yield match.start() + (match[0][0] in "([")
    yield match.end() - (match[0][-1] in ")]")


def _read(match: re.Match[str]) -> str:
    if match.lastgroup == "year":
        return match["year"]
    first, last = match["first"], match["last"]
    return f"{first}-{last if len(last) == 4 else first[:2] + last}"
