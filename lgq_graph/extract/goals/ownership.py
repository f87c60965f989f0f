"""Whose goal it is: the UN's, or that of a strategy or plan of the city's own."""

from __future__ import annotations

import re

from .frame import Frame
from .names import GLOSS
from .pieces import BLANK, GAP

__all__ = ["is_of_another"]

_PAPER = r"(?:strateg(?:y|ies|ie)|estrategia|stratégie|plan|programme|program|programa|policy|road ?map|master ?plan|framework|concept|charter|vision|mandate)"
_OWN_BEFORE = re.compile(
    rf"(?i)(?:(?<!\w)(?:strategic|operational|specific|key|main|core|municipal|national|local|regional"
    rf"|corporate|project"
    rf"|business|performance|policy|city|council|department|government|organi[sz]ational"
    rf"|{_PAPER}(?:['’]s)?)\s{{1,3}}"
    rf"|{_PAPER}(?:['’]s)?(?: has| includes|,|:| -| –)?\s(?:the\s)?)$"
)
_OWN_AFTER = re.compile(
    rf"(?:{GLOSS})?{GAP}(?i:of|in|under|from|within|del?|du|der){BLANK}(?P<whose>[^.;\r\n]{{1,60}})"
)
_OWNER = re.compile(rf"(?i)^(?:the|our|its|this|their|his|a)\s|{_PAPER}|^(?-i:[A-ZÀ-Þ])")
_UN_OWNER = re.compile(
    r"(?i)^(?:the\s)?(?:UN(?!\w)|united nations|2030|global goals|agenda 2030|SDG|sustainable dev)"
)
_GIVEN = re.compile(rf"(?i){_PAPER}")


def is_of_another(frame: Frame, start: int, end: int) -> bool:
    """Whether it is a goal of a strategy or plan of the city's own."""
    if _OWN_BEFORE.search(frame.before(start, 60)):
        return True
    after = _OWN_AFTER.match(frame.text, end)
    if not after or _UN_OWNER.match(after["whose"]):
        return False
    of = frame.text[after.start() : after.start("whose")].rstrip().lower().endswith(" of")
    return bool(_OWNER.search(after["whose"]) if of else _GIVEN.search(after["whose"][:30]))
