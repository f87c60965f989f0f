"""Names by their own words: a closing noun, initials, or a number to call: "the Shared Boat System", "Foo Bar Desk (FBD)", "the 115 app"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Kind, Span
from ..chunks import tidy
from ..kinds import kind_of_name
from ..standalone import Found
from ..wording import spells
from .words import CAP, TERMS

__all__ = ["called", "initialled", "shortened"]

_LINE = re.compile(
    rf"(?<!\w)(?P<name>(?!(?:WhatsApp|Telegram|Viber|Messenger|Signal|WeChat|SMS|USSD|Toll)\s[Ll]ine)(?:{CAP}\s){{1,4}}?(?:[Ll]ine|[Hh]otline|[Hh]elpline|[Cc]all [Cc]ent(?:re|er)|[Cc]ontact [Cc]ent(?:re|er)|[Hh]elp [Dd]esk)"
    r"(?:\s\d{3,6}(?!\d|[.,]\d|\s\d))?|(?:Unified|Single|Emergency|Common|Short|Rescue|Contact|Help)\s(?:[A-Z]\w{1,20}\s)?[Nn]umber\s\d{3,4})(?!\w)"
)
_CLOSED = re.compile(
    rf"(?<!formerly )(?<!previously )(?<!instead of )\b(?:[Tt]he|[Ii]ts|[Oo]ur|[Aa])\s(?P<name>(?:{CAP}\s){{2,5}}?(?:Service|System|Tool|Card|Network|Register|Map|Dashboard|Cent(?:re|er)|Observatory|Monitor|Desk|Help ?desk|Registry|Planner|Tracker|Gateway|Archive|Atlas|Wallet|Marketplace"
    r"|Laboratory|Lab|Hub|Twin|Trial|Trail|Library|Calculator|Finder|List|Project|Programme|Program|Initiative|Scheme|Fund))(?![\w-]|\s[A-Z])"
)
_BY_INITIALS = re.compile(r"(?:\sof\s[A-Z][\w-]+)?,\s[A-Z]{2,8}\b")
"""What follows a name that goes by its initials: "the Waste Map of Exampleton, WME"."""
_SHORT = re.compile(
    rf"(?<!\w)(?P<name>{CAP}(?:\s(?:(?:of|and|for|the|in|on|de|del|&)\s){{0,3}}{CAP}){{1,9}}(?:\s(?:project|programme|program|initiative|scheme|network|campaign|platform|portal))?)\s\((?P<short>[A-Z][A-Za-z0-9&-]{{1,10}})(?=\)|[,;:]\s)"
)
_NUMBERED = re.compile(
    r"(?<![\w.,/-])(?P<line>(?!(?:199|20[0-3])\d\s)\d{3,4}\s(?:helpline|hotline))(?![\w-]|\s(?:users?|calls?|callers))|\b(?:[Tt]he|[Oo]ur|[Ii]ts)\s(?P<name>(?!(?:19|20)\d\d\b)\d{2,4}\s(?P<noun>app|application|portal|platform|website|chatbot|hotline|helpline))(?![\w-]|\s(?:users?|developers?))"
)
"""What goes by the number to call: "the 115 app", "1150 helpline"; not "the 2022 portal"."""
_INITIALLED = re.compile(
    r"(?<![\w-])(?P<name>(?!(?:SIM|ID|SMS|GPS|RFID|NFC|QR|IC|AI|ICT|IT|EU|UN|PDF|VIP|ATM|USB|API|FAQ|PC|TV)\s)[A-Z]{2}[A-Z0-9-]{1,12}\s(?:card|pass|chatbot|bot|ticket))(?![\w-])"
)


_SPELLED = re.compile(
    rf"(?<![\w-])(?P<short>[A-Z]{{3,10}}),?\s(?:i\.?e\.|viz\.?|that is|namely),?\s(?:the\s)?(?P<name>{CAP}(?:\s(?:(?:of|and|for|the|&)\s){{0,2}}{CAP}){{1,7}})"
)
"""Initials, and the name that they stand for: "FBD i.e. Foo Bar Desk"."""


def called(text: str, sentence: Span) -> Iterator[Found]:
    """ "Rescue Line 155", and what the article before it and its closing noun show: "the Shared Boat System"."""
    for match in _LINE.finditer(text, sentence.start, sentence.end):
        yield Found(tidy(text, Span(*match.span("name"))), Kind.SERVICE)
    for match in _CLOSED.finditer(text, sentence.start, sentence.end):
        if not _BY_INITIALS.match(text, match.end()):
            span = tidy(text, Span(*match.span("name")))
            yield Found(span, kind_of_name(span.of(text)) or Kind.INITIATIVE)


def initialled(text: str, sentence: Span) -> Iterator[Found]:
    """ "The 115 app", "the METRO card"."""
    for pattern in (_NUMBERED, _INITIALLED):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            group = match.lastgroup if match.lastgroup == "line" else "name"
            noun = match[group].rpartition(" ")[2]
            yield Found(Span(*match.span(group)), kind_of_name(noun) or Kind.APP)


def shortened(text: str, sentence: Span, default: Kind) -> Iterator[Found]:
    """A name whose own initials follow in brackets, or stand before it; one that no noun tells of must open the sentence."""
    for match in _SPELLED.finditer(text, sentence.start, sentence.end):
        if spells(match["short"], match["name"]) and (kind := kind_of_name(match["name"])):
            yield Found(Span(*match.span("name")), kind)
    for match in _SHORT.finditer(text, sentence.start, sentence.end):
        span = tidy(text, Span(*match.span("name")))
        opens = len(text[sentence.start : span.start].split()) < 2 and default is not Kind.LEGISLATION
        kind = kind_of_name(span.of(text)) or (default if opens else None)
        if kind and match["short"] not in TERMS and spells(match["short"], span.of(text)):
            yield Found(span, kind)
