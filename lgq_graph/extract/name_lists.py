"""Which words people of many languages have for given and for family names.

The files beside this are written by `tools/make_names.py`; they load when a text is first looked through.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from anyascii import anyascii

__all__ = ["folded", "is_family", "is_given", "is_inflected", "is_sure"]

_SHAPE = re.compile(
    r"(?:o|d)['’][^\W\d_]{4,}|[^\W\d_]{2,}(?:[sc]k(?:i|a|á|ý|ý|iej|iego|iemu)|dzk(?:i|a|iej|iego)|ovi[cć]|evi[cć]|escu|sson|sdóttir|oğlu|oglu|shvili|enko|chuk|poulos|poulou|opoulos|akis|idis"
    r"|ськ(?:ий|а|ої|ого)|ск(?:ий|ая|ого|ой|ому)|енко|чук|швили|ов(?:а|у|ым|ой)|ев(?:а|у|ым|ой)|όπουλος|οπούλου|άκης|ίδης|ίδου|[ií]nen|auskas|aitė|yan|dze|յան)"
)
_CYRILLIC = re.compile("([а-яёіїє]{2,}?)(?:[оеёі]ю|[оеі][йм]|[аеёиоуыюяії])", re.I)
_WEST_SLAVIC = re.compile(r"([^\W\d_]{3,}?)(?:i?em|owi|ovi|ie|[ąę])", re.I)
_NO_LETTER = re.compile("[^a-z]")


@lru_cache(maxsize=50_000)
def folded(word: str) -> str:
    """The word in small Latin letters without accents, as the lists have it. Spellings stay apart: the lists have the usual ones,
    and what they share, as `skeleton` finds it, they share with too many words of all languages."""
    return _NO_LETTER.sub("", anyascii(word).lower())


def is_given(word: str) -> bool:
    """Whether people have this word for a given name."""
    return folded(word) in _names("given")


def is_inflected(word: str) -> bool:
    """Whether this is a given name in one of the cases of Slavic languages."""
    return any(folded(form) in _names("given") for form in _uninflected(word))


def is_sure(word: str) -> bool:
    """Whether this word is a given name in many languages and nothing else in any."""
    return folded(word) in _names("sure")


def is_family(word: str) -> bool:
    """Whether people have this word for a family name, or it ends as only family names do."""
    return folded(word) in _names("family") or bool(_SHAPE.fullmatch(word.casefold()))


def _uninflected(word: str) -> Iterator[str]:
    """What a Slavic name can be when it is not in the nominative: Ольге, Katarzynie."""
    for pattern, endings in ((_CYRILLIC, "аяйь"), (_WEST_SLAVIC, "a")):
        if (found := pattern.fullmatch(word)) is not None:
            yield from (found[1] + ending for ending in ("", *endings))


@cache
def _names(kind: str) -> frozenset[str]:
    """All names of a kind."""
    return frozenset((files(__package__) / f"{kind}-names.txt").read_text(encoding="ascii").split())
