"""Goals by their rank: “the sixth SDG”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Span
from .frame import Frame, Hit
from .heads import STRONG, WEAK
from .official import NAMES
from .ownership import is_of_another
from .pieces import BLANK, GAP

__all__ = ["RANKED", "ranked_goals"]

_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth"
).split()
_ORDINAL = rf"(?:{'|'.join(_ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"
RANKED = re.compile(
    rf"(?<![\w-])(?P<ranks>(?i:{_ORDINAL}(?:{GAP}(?:,|&|and|or"
    rf"|,{BLANK}and){GAP}(?:the{BLANK})?{_ORDINAL}){{0,8}})){BLANK}"
    rf"(?:(?P<strong>{'|'.join(STRONG)})|(?P<weak>{WEAK[0]}))(?![^\W_])(?={GAP}(?:$|[^\w\s-]|[\r\n]"
    rf"|(?i:and|or|of|by|as|but)\b))"
)
_RANK = re.compile(rf"(?i){_ORDINAL}")
_NOT_THE = re.compile(r"(?i)(?<!\w)(?:our|its|their|a|my|another|his|her)\s$")


def ranked_goals(frame: Frame) -> Iterator[Hit]:
    """Goals by their rank: “the sixth SDG”, “the third and fourth Goals of the 2030 Agenda”."""
    for match in RANKED.finditer(frame.text):
        bare = match["weak"] and (not frame.speaking or is_of_another(frame, match.start(), match.end()))
        if bare or _NOT_THE.search(frame.text[max(0, match.start() - 10) : match.start()]):
            continue
        ranks = [*_RANK.finditer(frame.text, match.start("ranks"), match.end("ranks"))]
        for rank in ranks:
            digits = rank[0].rstrip("stndrhSTNDRH") if rank[0][0].isdigit() else ""
            goal = int(digits) if digits else _ORDINALS.index(rank[0].lower()) + 1
            if 1 <= goal <= len(NAMES):
                yield Hit(Span(rank.start(), match.end() if rank is ranks[-1] else rank.end()), goal)
