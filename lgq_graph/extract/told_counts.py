"""Numbers whose things are named elsewhere: in the heading of their column, by their network, or by what was done with them."""

from __future__ import annotations

import re

from ..model import Bound, Span, Unit
from .bounds import bound_before
from .incidental import is_to_call
from .numerals import Numeral
from .phrases import is_plural
from .quantities import Field, Measure
from .tables import Cell

__all__ = ["in_column", "told_elsewhere"]

_BRACKET = re.compile(r"(?:(?<!\s)\s+)?[(\[][^()\[\]]{0,40}[)\]]")
_YEAR_IN = re.compile(r"\s?\(?(?:\b(?:in|year|FY)\s?)?\b((?:19|20)\d\d)\b(?![/–-])\)?", re.I)
_PLAIN_HEADING = re.compile(
    r"(?:values?|totals?|counts?|quantity|quantities|figures?|results?|amounts?|data)?", re.I
)
"""Headings, or the rest of one that is a year, that leave it to the row to say what is counted."""
_NOT_COUNTED = re.compile(
    r"(?i)\b(?:goals?|sdgs?|targets?|years?|phones?|telephones?|codes|dates|hours|questions|articles|laws|links|notes|remarks|comments|addresses|nos|ids|days|times|status)\b"
)
_AUDIENCE = re.compile(r"(?i)\b(followers|subscribers|fans|likes|subscriptions)\b")
_ADDRESS = r"(?:(?:https?://|www\.)[^\s|()]{3,120}|[\w-]{1,30}\.(?:[\w-]{1,30}\.)?[a-z]{2,4}/[^\s|()]{1,80}|@[\w.-]{2,40})"
_NETWORK = re.compile(
    r"(?:\b(?:Facebook|FB|Twitter|X|IG|YT|Instagram|YouTube|Youtube|LinkedIn|Linkedin|Telegram|TikTok|Tiktok|WhatsApp|VK|VKontakte|Weibo|WeChat|Threads|Snapchat|Pinterest|Flickr|Viber|KakaoTalk|Naver Blog)"
    r"(?: (?:page|account|channel|group))?)"
    rf"(?:\s?\([^()\n\d]{{0,80}}(?=\()|\s?(?:[:(–—|-]\s?)?{_ADDRESS}\)?)?(?:\s?[:(–—|,;-]|,)?\s{{0,3}}(?:(?:it\s)?(?:has|with|counts?|had)\s)?$"
)
_ENDS = re.compile(r"\s*(?:$|[|\n\t.,;)]|and\b)")
_MESSENGER = re.compile(r"WhatsApp|Viber|KakaoTalk|WeChat")
_AROUND, _A_TELEPHONE = 400, 10_000_000
_DONE = re.compile(
    r" (?:(?:have been|were|was|are) )?(issued|registered|processed|sold|downloaded|served|installed|completed|granted|received|answered|handled|delivered|submitted|approved|trained|planted)\b"
)
_IS = re.compile(
    r" (?:is|are|were) ((?:(?:fully|full|partly|partially|completely) )?(?:electronic|digital|online|automated|interactive|transactional|mobile-ready|operational))\b"
)
_OPENS = re.compile(r"(?:^|[\n:;,(]|\s[–—-]|\b(?:among|out of|only|of which|with))\s{0,3}$", re.I)
_SAMPLE = re.compile(r"\b(sample)(?: size)?(?: of| was| is| of about)?\s?[:=]?\s{0,2}$", re.I)
_SUBJECT = re.compile(
    r"(?:^|[.;:\n]\s?)(?:The\s|Our\s)?([A-Z][a-z-]{2,20}(?:\s[a-z]{3,20})?)(?:\s(?:of|in)\s(?:the|our)\s(?:[\w-]+\s)?\w+)?\s(?:are|were|number|now number|reached|amount to|total)(?: now)?\s$"
)
_NUMBER_OF = re.compile(
    r"(?i)\b(?:number|total|count) of (?:all |the |its |our |these )+([a-z][a-z -]{2,40}?)\s(?:is|was|reached|stands at|amounts to|exceeds|has reached|stood at)\s$"
)


_ARE = re.compile(r"\s(?:are|were|number)\s(?:now\s|only\s)?$")
_STOPS = re.compile(r"[.:;,)\n]|$")
"""Around a number in words that is all that is said of its things: "Our apps are four: …"."""
_PUT = re.compile(
    r"\b(?:puts?|plac(?:es|ed)|estimat(?:es|ed)|sets?|reckons?|gives?)\s(?:the\s)?(?:number\sof\s)?((?:[a-z-]{3,20}\s){0,2}[a-z]{3,20}s)\sat\s$"
)
_APPOSED = re.compile(r"(?:^|\s)([a-z]{3,20}s)\s?[,(]\s?$")
_IN_ALL = re.compile(r"\s(?:in|across|on|of)\s(?:our|the|this|all|total)\b|[.,;)]")


_BY_NOW = re.compile(
    r"\s(?:as\s(?:of|at|on)\s(?:\d|(?:the\s)?end|[A-Z])|(?:in\s(?:all|total)|so\sfar|to\sdate|at\spresent|currently)\s?[),;])"
)
"""What tells that a number behind its things is how many there are: "our datasets (37 as of March 2023)"."""


def in_column(numeral: Numeral, cell: Cell, text: str) -> Measure | None:
    """A number in a table, as a count or share of what its column's heading names, else of what its row is."""
    column = _years(cell, text)
    heading = _words(_YEAR_IN.sub("", cell.heading) if column and column[1] == cell.above else cell.heading)
    label = _words(cell.first.of(text)) if cell.first and _PLAIN_HEADING.fullmatch(heading) else ""
    share = text[cell.span.end - 1] == "%"
    indicator = label or heading
    if is_to_call(numeral, indicator):
        return None
    if not _names(indicator, share) or (numeral.plain and column and 1900 <= numeral.value <= 2100):
        return None
    bound, _ = bound_before(text, numeral.start, cell.span.start)
    return Measure(
        cell.span,
        numeral.value,
        Unit.PERCENT if share else Unit.COUNT,
        bound,
        indicator[:1].lower() + indicator[1:],
        dated=column,
    )


def _words(title: str) -> str:
    """A title without brackets and with single spaces."""
    return " ".join(_BRACKET.sub("", title).split())


def _names(title: str, share: bool) -> bool:
    """Whether a title names what a number counts; a share may be of anything."""
    words = title.split()
    counted = share or any(map(is_plural, words))
    return (
        bool(words)
        and words[0][0].isalpha()
        and len(words) <= 6
        and counted
        and not _NOT_COUNTED.search(title)
    )


def _years(cell: Cell, text: str) -> tuple[str, Span] | None:
    """The year in the heading of a column, else the one that begins the row."""
    heading = _YEAR_IN.search(cell.heading)
    if heading and cell.above:
        return heading[1], cell.above
    row = _YEAR_IN.fullmatch(cell.first.of(text)) if cell.first else None
    return (row[1], cell.first) if row and cell.first else None


def told_elsewhere(field: Field, numeral: Numeral) -> Measure | None:
    """A bare number of followers behind its network, "21,300 issued in 2022", "Members are 2.9 million", "the number of all … is 1,310"."""
    bound, start = bound_before(field.text, numeral.start, field.sentence.start)
    before, after = field.before(start), field.text[numeral.end : numeral.end + 40]
    indicator = (
        _followers(field, start, numeral)
        or _sample(before, after)
        or _done(before, after)
        or _subject(before, after)
        or _apposed(before, after, bound)
    )
    if (
        not indicator
        or (numeral.written and not (_ARE.search(before) and _STOPS.match(after)))
        or (numeral.plain and 1900 <= numeral.value <= 2100 and bound is Bound.UNSPECIFIED)
    ):
        return None
    return Measure(Span(start, numeral.end), numeral.value, Unit.COUNT, bound, indicator)


def _followers(field: Field, start: int, numeral: Numeral) -> str:
    """Whom a bare number behind a network and its address counts; one of thousands is of followers, if no word tells."""
    before = field.before(start, 200)
    network = _NETWORK.search(before) if _ENDS.match(field.text, numeral.end) else None
    if not network or (numeral.scale == 1 and numeral.value >= _A_TELEPHONE):
        return ""
    around = field.text[max(0, start - _AROUND) : numeral.end + _AROUND]
    said = _AUDIENCE.search(around)
    if _MESSENGER.match(network[0]):
        return said[1].lower() if said and not numeral.plain else ""
    many = numeral.scale > 1 or (numeral.value >= 1000 and not numeral.plain)
    return said[1].lower() if said else "followers" if many else ""


def _apposed(before: str, after: str, bound: Bound) -> str:
    """What is estimated behind its plural, "beneficiaries, some 2,200 in our area", or "puts deaths at 124"."""
    put = _PUT.search(before)
    counts = bound is not Bound.UNSPECIFIED and _IN_ALL.match(after)
    named = _APPOSED.search(before) if counts or _BY_NOW.match(after) else None
    found = put or named
    return found[1] if found and is_plural(found[1].split()[-1]) and not _NOT_COUNTED.search(found[1]) else ""


def _sample(before: str, after: str) -> str:
    return "sample" if _SAMPLE.search(before) and _ENDS.match(after) else ""


def _done(before: str, after: str) -> str:
    """What was done with a bare number of things, or what they are: "2,351 registered", "only 38 are fully electronic"."""
    done = _DONE.match(after) or _IS.match(after)
    return done[1] if done and _OPENS.search(before) else ""


def _subject(before: str, after: str) -> str:
    """The plural that a bare number is said of; nothing when a word that it may count follows."""
    if not re.match(r"[.,:;)\n]|$|\s(?:in|as|at|by|and|since|on|\()", after):
        return ""
    number = _NUMBER_OF.search(before)
    if number:
        return number[1]
    subject = _SUBJECT.search(before)
    plural = subject and not _NOT_COUNTED.search(subject[1]) and any(map(is_plural, subject[1].split()))
    return subject[1].lower() if subject and plural else ""
