"""Goals by their short names alone, where the SDGs are spoken of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from ...model import Span
from .following import is_followed_well
from .frame import Frame, Hit
from .links import is_link
from .names import NAME
from .pieces import BLANK

__all__ = ["named_goals"]

_TIED_BEFORE = re.compile(
    r"(?i)(?:(?<!\w)(?:SDGs?|goals?|ODS|ODD|ЦУР|ЦСР|objetivos?|objectifs?|цел[ьиейям]{1,3}(?: устойчивого развития)?|التنمية المستدامة)|可持续发展目标)\)?,?\s{0,3}(?:(?:on|of|for|about|such as|including|like|namely|related to"
    r"|regarding"
    r"|concerning|especially|in particular|e\.g\.|i\.e\.)(?!\w)|[:(–—-])?,?\s{0,3}(?:the\s)?[\"“«‘'(]{0,2}(?:(?<=«)\s)?$"
)
_SERVED_BEFORE = re.compile(
    r"(?i)(?<!\w)(?:supports?|supporting|serves?|serving|advances?|advancing|promotes?|promoting|addresses|addressing|furthers?|achieves?|fosters?|targets?"
    r"|(?:contribut\w{1,4}|relat\w{1,3}|respon\w{1,6}|correspond\w{0,3}|linked|mapped|tied|dedicated)\s(?:directly\s)?to|(?:align\w{0,4}|in line)\s(?:directly\s)?with|aimed at|goals?\s(?:is|are))"
    r"\s(?:both\s)?(?:the\s)?[\"“«‘']?$"
)
_TIED_AFTER = re.compile(r"(?i)[\"”»’']{0,2}\s{0,3}\(?(?:SDGs?|goals?)(?!\w)")
_GOAL_BEFORE = re.compile(r"(?i)(?<!\w)(?:the|with|on|for|to)\s(?:SDGs?|goals?)\s$")
"""Right before a name of several words in the case of a sentence: "the goal Clean water and sanitation"."""
_OFFICE_BEFORE = re.compile(
    r"(?i)(?<!\w)(?:ministry|minister|department|office|directorate|council|committee|cent(?:er|re)"
    r"|secretariat|agency"
    r"|bureau|division|institute|fund|forum|alliance|partnership|week|day|year|award|network)\s(?:of|for"
    r"|on)(?: the)?\s$"
)
_PROPER_BEFORE = re.compile(
    r"(?<!^)(?<![.:;–—\"“«(•-]\s)(?<!\w)(?!SDG|Goal|And\b|The\b|UN\b)[A-ZÀ-Þ][\w'’]{0,40}\s$"
)
_NOUN_AFTER = re.compile(rf"{BLANK}(?!(?i:SDGs?|goals?)\b|(?:And|Or)\b)[A-ZÀ-Þ]")
_MARK_BEFORE = re.compile(
    r"(?:^|[:–—|\t,;/(]|\s-)\s{0,3}(?:and\s)?[\"“«‘'*]{0,2}$|^\W{0,3}(?:\d{1,2}[.)]\s)?\W{0,3}$"
)
_MARK_AFTER = re.compile(r"[\"”»’'*]{0,2}\s{0,3}(?:[.,;:|)/–—(-]|and\s|$)")


def named_goals(frame: Frame, hits: list[Hit]) -> Iterator[Hit]:
    """Goals by their short names alone; where a number stands beside the name, the number has said it."""
    numbers = [hit.span.start for hit in hits]
    said = {(*_part(frame, hit.span.start), hit.goal) for hit in hits}
    last = -1000
    for match in NAME.finditer(frame.text):
        goal, where = int((match.lastgroup or "n0")[1:]), frame.at(match.start())
        if (*_part(frame, match.start()), goal) in said or _beside_number(frame.text, match, hits, numbers):
            continue
        if _is_goal(
            frame, match, where, chained=_chains(frame.text[max(last, 0) : match.start()]) and last >= 0
        ):
            yield Hit(Span(*match.span()), goal)
            last = match.end()


def _part(frame: Frame, at: int) -> tuple[int, int]:
    """The sentence of a place, and how many semicolons of it come before: another part speaks of another thing."""
    where = frame.at(at)
    return where, frame.text.count(";", frame.spans[where].start, at)


def _beside_number(text: str, name: re.Match[str], hits: list[Hit], starts: list[int]) -> bool:
    n = bisect_left(starts, name.start())
    gaps = [text[hits[n - 1].span.end : name.start()]] if n else []
    if n < len(hits):
        gaps.append(text[name.end() : hits[n].span.start])
    return any(len(gap) < 12 and not re.search(r"[^\W_]|[,;.\n]", gap.replace(" the ", " ")) for gap in gaps)


def _chains(gap: str) -> bool:
    return len(gap) < 40 and is_link(gap)


def _is_goal(frame: Frame, name: re.Match[str], where: int, *, chained: bool) -> bool:
    """Whether a short name means the goal: the SDGs are spoken of, and the name is written as a name or tied to them."""
    before, after = frame.before(name.start(), 60), frame.after(name.end(), 40)
    tied = bool(_TIED_BEFORE.search(before) or _TIED_AFTER.match(after))
    spaced = tied and before.endswith("« ") and after.startswith(" »")
    quoted = spaced or (
        before.endswith(('"', "“", "«", "‘", "'")) and after.startswith(('"', "”", "»", "’", "'"))
    )
    if _OFFICE_BEFORE.search(before) or not is_followed_well(after, 0):
        return False
    if not quoted and (_NOUN_AFTER.match(after) or _PROPER_BEFORE.search(before)):
        return False
    cased = quoted or all(word[0].isupper() for word in re.findall(r"(?<![\w-])[^\W\d_]{4,}", name[0]))
    cased = cased or (name[0][0].isupper() and " " in name[0] and bool(_GOAL_BEFORE.search(before)))
    lead = frame.leads[where]
    listed = lead is not None and frame.at(lead.start) in frame.speaking
    if where in frame.speaking or listed:
        alone = bool(_MARK_BEFORE.search(before) and _MARK_AFTER.match(after))
        return cased or tied or chained or (listed and alone)
    if frame.speaking and before.endswith("(") and after.startswith(")") and " " in name[0]:
        return cased
    served = bool(frame.speaking) and bool(_SERVED_BEFORE.search(before))
    return cased and (tied or chained or served)
