"""Which words people of many languages have for given and for family names.

The two files beside this are written by `tools/make_names.py`; they load when a text is first looked through.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

from anyascii import anyascii

__all__ = ["folded", "is_family", "is_given"]

_NO_LETTER = re.compile("[^a-z]")


@lru_cache(maxsize=50_000)
def folded(word: str) -> str:
    """The word in small Latin letters without accents, as the lists have it. Spellings stay apart: the lists have the usual ones,
    and what they share, as `skeleton` finds it, they share with too many words of all languages."""
    return _NO_LETTER.sub("", anyascii(word).lower())


def is_given(word: str) -> bool:
    """Whether people have this word for a given name."""
    return folded(word) in _names("given")


def is_family(word: str) -> bool:
    """Whether people have this word for a family name."""
    return folded(word) in _names("family")


@cache
def _names(kind: str) -> frozenset[str]:
    """All names of a kind."""
    return frozenset((files(__package__) / f"{kind}-names.txt").read_text(encoding="ascii").split())
