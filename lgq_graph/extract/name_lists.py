"""Which words people of many languages have for given and for family names.

The files in `lists` are written by `tools/make_names.py`; they load when a text is first looked through.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from anyascii import anyascii

__all__ = [
    "folded",
    "is_family",
    "is_given",
    "is_inflected",
    "is_seldom_family",
    "is_seldom_given",
    "is_sure",
]

_ENDINGS = tuple(
    "ski ska skiej skiego skiemu ský ská cki cka ckiej cký cká dzki dzka ović ović evic ević escu eanu sson sdóttir oğlu oglu shvili enko chuk poulos poulou akis idis nen auskas aitė dze nathan krishnan swamy murthy"
    " ський ська ської ського ский ская ского ской скому енко чук швили ова овой ову овым ева евой еву евым όπουλος οπούλου άκης ίδης ίδου յան".split()
)
"""With which hardly anything but family names ends."""
_CASES = (
    (tuple("ою ею ію ой ей ом ем ім а е ё и о у ы ю я і ї".split()), ("", "а", "я", "й")),
    (tuple("iem em owi ovi ie ą ę".split()), ("", "a")),
)
"""Endings of the cases of Slavic languages, and those of the nominatives that they can stand for."""
_SHORTEST = 3
_NO_LETTER = re.compile("[^a-z]")


@lru_cache(maxsize=50_000)
def folded(word: str) -> str:
    """The word in small Latin letters without accents, as the lists have it. Spellings stay apart: the lists have the usual ones,
    and what they share, as `skeleton` finds it, they share with too many words of all languages."""
    return _NO_LETTER.sub("", anyascii(word).lower())


def is_given(word: str) -> bool:
    """Whether people have this word for a given name."""
    return folded(word) in _names("given")


def is_inflected(word: str, kind: str = "given") -> bool:
    """Whether this is a given name, or a family name, in one of the cases of Slavic languages."""
    return any(folded(form) in _names(kind) for form in _uninflected(word))


def is_sure(word: str) -> bool:
    """Whether this word is a given name in many languages and nothing else in any."""
    return folded(word) in _names("sure")


def is_family(word: str) -> bool:
    """Whether people have this word for a family name, or it begins or ends as hardly anything else does."""
    low = word.casefold()
    shaped = low.endswith(_ENDINGS) or low.startswith(("o'", "o’"))
    return folded(word) in _names("family") or (shaped and len(word) > _SHORTEST + 2)


def is_seldom_family(word: str) -> bool:
    """Whether one list alone has this family name: enough behind a given name, and not before one."""
    return folded(word) in _names("seldom-family")


def is_seldom_given(word: str) -> bool:
    """Whether one list alone has this given name: enough before a common family name."""
    return folded(word) in _names("seldom-given")


def _uninflected(word: str) -> Iterator[str]:
    """What a Slavic name can be when it is not in the nominative: Ольге, Katarzynie."""
    for endings, nominatives in _CASES:
        ending = next((e for e in endings if word.endswith(e)), None)
        if ending and len(word) - len(ending) >= _SHORTEST:
            yield from (word[: -len(ending)] + nominative for nominative in nominatives)


@cache
def _names(kind: str) -> frozenset[str]:
    """All names of a kind."""
    return frozenset((files(__package__) / "lists" / f"{kind}.txt").read_text(encoding="ascii").split())
