"""Stretches of a text whose numbers measure nothing: times of the clock, and numbers to call."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Span

__all__ = ["find_unmeasured"]

_CLOCK = r"(?:(?:[01]\d|2[0-4])[0-5]\d|(?:[01]?\d|2[0-4])[.:h][0-5]\d|(?:[01]?\d|2[0-4]))"
"""A time as written with four digits, with a mark between, or as the hour alone."""
_HOURS = r"\s?(?:hours?|hrs?\.?|h|horas?|heures?|uhr|uur|ore|saat|jam)(?!\w)"
_STRETCH = re.compile(
    rf"(?<![\w.,:/-])(?P<from>{_CLOCK})(?:{_HOURS})?(?:\s?[-–—]\s?|\s(?:to|till|until|and|a|à|al|às|as|bis|tot|et|y|e|alle)\s)(?P<to>{_CLOCK}){_HOURS}(?!\sof\b)",
    re.I,
)
"""A stretch of the day: "0730 to 1630 hours", "8.30-16.30 hrs", "de 9 à 18 heures"."""
_MOMENT = re.compile(
    r"\b(?:at|until|till|before|after) (?:[01]\d|2[0-4])[0-5][05] ?(?:hours|hrs?)\b(?! of\b)", re.I
)
"""A time that is said in the manner of time-tables: "closes at 1630 hours"."""
_IS_OPEN = re.compile(
    r"(?i)\b(?:open(?:s|ed)?(?! (?:data|gov|source|access|contract|portal|street))|opening (?:hours|times)|clos(?:es|ed)|weekdays?|daily|every day|working days?|office hours|(?:mon|tues?|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day)?s?"
    r"|abiert[oa]s?|abert[oa]s?|ouvert\w*|geöffnet|apert[oiae]|lunes|segunda|lundi|montags?|horarios?|horaires?)\b[^.;\n]{0,60}$"
)
"""What says before a stretch that it is one of opening."""

_RESCUE = (
    r"(?:police|policía|policia|polícia|polizia|polizei|polisi|polis|carabinieri|gendarmerie|fire|firefighters|bomberos|bombeiros|pompiers|feuerwehr|vigili del fuoco|itfaiye"
    r"|ambulance|ambulancias?|ambulância|ambulanza|rettungsdienst|ambulans|samu|medical|rescue|emergency|emergencias?|emergências?|urgences?|coast ?guard|civil defence)"
)
_ENTRY = rf"\d{{2,5}} {_RESCUE}(?: (?:brigade|services?|department|rescue|line|hotline))?"
_TO_CALL = re.compile(
    rf"(?<![\w.,/-]){_ENTRY}(?:(?: ?[,;/] ?|,? (?:and|or|y|e|o|et|ou|und|oder) ){_ENTRY}){{0,6}}(?= ?(?:[,;.)\n|]|$))",
    re.I,
)
"""Services of rescue, each behind the number to call: "997 ambulance, 998 fire"."""
_CALLS = re.compile(
    r"(?i)\b(?:emergenc(?:y|ies)|dial|call(?! cent)|ring|phone|hotlines?|helplines?|numbers?|números?|numéros?|numeri|urgen\w+|notruf\w*|llam\w+|lig(?:ue|ar)|appel\w+)\b[^.;\n]{0,60}$"
)


def find_unmeasured(text: str) -> Iterator[Span]:
    """Where times of the clock and numbers to call stand."""
    for match in _STRETCH.finditer(text):
        if _is_of_the_clock(text, match):
            yield Span(*match.span())
    yield from (Span(*match.span()) for match in _MOMENT.finditer(text))
    for match in _TO_CALL.finditer(text):
        before = text[max(0, match.start() - 80) : match.start()]
        if _CALLS.search(before) or not before.rstrip(" •*-–") or before[-1] in "(\n":
            yield Span(*match.span())


def _is_of_the_clock(text: str, match: re.Match[str]) -> bool:
    """Whether two times bound a stretch of the day and are no lengths: by how they are written, or by what is open then."""
    start, end = match["from"], match["to"]
    if start.isdigit() != end.isdigit() or len(start) > len(end):
        return False
    written = start[0] == "0" or (not start.isdigit() and {start[-2:], end[-2:]} <= {"00", "15", "30", "45"})
    return written or bool(_IS_OPEN.search(text[max(0, match.start() - 80) : match.start()]))
