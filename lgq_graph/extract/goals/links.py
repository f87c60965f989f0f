"""What joins the goals of one enumeration: links, names and brackets."""

from __future__ import annotations

import re

from .names import ANY_NAME, GLOSS
from .pieces import word_set

__all__ = ["TIDY", "WORDS", "is_link"]

_LINKS = word_set(
    "and or as well also to with of for on the both in by sdg sdgs goal goals target targets un no nos number plus"
    " including especially particularly namely e g i partly y et und и ods odd цур"
)
TIDY = re.compile(rf"{GLOSS}|{ANY_NAME}")
WORDS = re.compile(r"\w+")


def is_link(gap: str) -> bool:
    return all(word.lower() in _LINKS for word in WORDS.findall(TIDY.sub(" ", gap)))
