"""What may follow a number that is a label: anything but a noun that it counts."""

from __future__ import annotations

import re

from .names import NAME_AFTER
from .pieces import BLANK, GAP, word_set

__all__ = ["CAPITAL_AFTER", "is_followed_well"]

_FUNCTION = word_set(
    "and or nor but as at by for from in into is are was were be been has have had if of on so than that the then this"
    " these those through thus to under until via when where which while who with within without will would can could"
    " may might must shall should also because both not only our its their it they we respectively too since thanks"
    " due before after during across along among between directly namely such e.g i.e etc a an all any each no"
    " contributes contribute supports aims focuses calls requires includes concerns refers states related relating"
    " focusing focused aimed concerning regarding covering being using target goal indicator sdg"
    " y e o de del en con para por que se el la los las es son et ou du des le les avec dans pour par est"
    " mais pas ni aussi ainsi également pero no sino también así como mas não nem também"
    " sont da do dos das com em und oder der die das mit für im zu ist sind"
)
_WORD_AFTER = re.compile(rf"{GAP}([a-zà-ÿ][\w'’]*)")
CAPITAL_AFTER = re.compile(rf"{BLANK}[A-ZÀ-Þ]")


def is_followed_well(text: str, end: int) -> bool:
    """Whether what follows a number lets it be a label: no noun that it counts."""
    word = _WORD_AFTER.match(text, end)
    return word is None or word[1] in _FUNCTION or word[1].endswith("ly") or bool(NAME_AFTER.match(text, end))
