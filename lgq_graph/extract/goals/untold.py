"""Whether a bare “target 3.6” is the UN's where an answer never speaks of the goals: a number to be reached looks the same."""

from __future__ import annotations

import re

from .following import CAPITAL_AFTER, is_followed_well
from .frame import Frame
from .ranges import read_number

__all__ = ["is_untold_target"]

_TIED = re.compile(
    r"(?i)(?<!\w)(?:contribut|support|serv|align|in line|relat|address|correspond|respon[ds]|advanc|promot|implement|link|connect|help|fulfil"
    r"|further|answer)\w*(?:\s\w{1,12}){0,4}?\s(?:to|with|of|both|and|also|the|un|meet|achieve|reach|towards?|directly|implement|under)\s$"
    r"|(?<!\w)(?:support|serv|address|advanc|promot|implement|further|fulfil)\w*\s$"
    r"|(?<!\w)(?:contribu|aport|apoy|apoi|respond|répond|rispond|soutien|sosten|sostien|aline|alinh|vincul|relacion|sirv|sert)\w*(?:\s\w{1,12}){0,2}?(?:\s(?:a|à|al|alla|para|com|con|avec|la|le|il|lo)){1,2}\s$"
)
_BESIDE = re.compile(
    r"(?i)(?<!\w)(?:targets?|metas?|cibles?)\s(?:1[1-7]\.(?:\d{1,2}|[a-d])|\d{1,2}\.[a-d])(?!\w)[^.;%\n]{0,80}$"
)
"""A target that is sure to be the UN's, beside which another is too: "Foo serves target 11.2 and Bar target 3.6"."""
_ASIDE = re.compile(r"(?:[(\[–—]|\s-|:)\s?$")
_MEASURED = re.compile(
    r"(?i)\d|%|(?<!\w)(?:average|mean|scores?|scored|rating|rated|satisf\w+|index|grades?|marks?|points?|percent\w*|budgets?|kpis?|indicators?|level)(?!\w)"
)
_DUE = re.compile(
    r"(?i)\s(?:(?:by|in|until|for|before)\s(?:the\s)?(?:end\sof\s)?(?:year\s)?\d{4}|(?:out\s)?of\s\d|on a scale)|/\d"
)


def is_untold_target(frame: Frame, head: re.Match[str], number: re.Match[str]) -> bool:
    """Whether something is said to serve it, or it stands aside in a bracket, and nothing is measured or due there."""
    text, end = frame.text, number.end()
    found = read_number(number)
    bare = not head["sep"].strip(" )") and not CAPITAL_AFTER.match(text, end) and is_followed_well(text, end)
    if not found or not found[1] or not bare or _DUE.match(text, end):
        return False
    if number["letter"] or int(number["goal"]) > 10:  # no score has a letter, and few run beyond 10
        return True
    before = frame.before(head.start(), 120)
    if _BESIDE.search(before):
        return True
    return bool(_TIED.search(before) or _ASIDE.search(before)) and not _MEASURED.search(before)
