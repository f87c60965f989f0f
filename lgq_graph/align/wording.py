"""Words: how a printed line is compared with the cues of a question, an option or a heading.

A line and a cue are sets of stems, so that case, quotes, spaces, word order and a plural make no difference.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

__all__ = ["FORM", "REQUESTS", "Fit", "Wording", "fit", "stems", "wording"]

_WORD = re.compile(r"[^\W_]+")
_STOP_WORDS = """a all an and any are as at be been by can could d de did do does e for from g has have how i if in into is
    it its may of on or our s so such t that the their them then there these they this to via was we what when where which
    who will with would whether you"""
_REQUEST_WORDS = "describe elaborate explain further give indicate kindly list mention please provide specify"
_FORM_WORDS = """address applicable city detail following information link local municipal municipality optional portal
    question related relevant required select url website yes your"""
_STOP = frozenset(_STOP_WORDS.split())
_E_WORDS = frozenset(["egovernment", "egov", "eparticipation", "eprocurement", "eservice", "eservices"])
_YES_NO = {
    **dict.fromkeys("sí oui sim да имеется نعم أجل 是 是的 有 有的".split(), "yes"),
    **dict.fromkeys("non não нет لا كلا 否 不是 没有 沒有".split(), "no"),
}
"""What a city ticks or writes in its own language under a form in English."""

_MOST_WORDS, _SHORT = 120, 200

REQUESTS = frozenset(_REQUEST_WORDS.split())
"""Words by which the form asks for more; no answer consists of them."""

FORM = REQUESTS | frozenset(_FORM_WORDS.split())
"""Words that the form uses everywhere: they tell no question from another."""


def stems(text: str) -> frozenset[str]:
    """The words of a text that mean something, folded; the first of a long text only."""
    return _short_stems(text) if len(text) <= _SHORT else frozenset(stem_list(text))


@lru_cache(maxsize=4096)
def _short_stems(text: str) -> frozenset[str]:
    return frozenset(stem_list(text))


def stem_list(text: str) -> tuple[str, ...]:
    """The same in order of place."""
    return tuple(filter(None, (_stem(word[0]) for word in islice(_WORD.finditer(text), _MOST_WORDS))))


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    """A folded word without its plural; nothing for a stop word."""
    word = (
        unicodedata.normalize("NFKC", word)
        .casefold()
        .replace("organis", "organiz")
        .replace("programme", "program")
    )
    word = _YES_NO.get(word, word)
    if word in _STOP:
        return ""
    if word in _E_WORDS:
        word = word[1:]
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


@dataclass(frozen=True, slots=True)
class Wording:
    """The cues of one thing: each phrase as stems, and all their stems together."""

    phrases: tuple[frozenset[str], ...]
    vocabulary: frozenset[str]


@lru_cache(maxsize=4096)
def wording(phrases: tuple[str, ...]) -> Wording:
    """The cues of some phrases; a phrase of stop words alone is no cue."""
    sets = tuple(filter(None, map(stems, phrases)))
    return Wording(sets, frozenset().union(*sets))


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a line fits a wording.

    `matched` counts the stems of the phrases that the line holds (a phrase is held when three quarters of it are);
    `purity` is the share of the line's telling stems that the wording knows; `complete` the best share of one phrase.
    """

    matched: int
    purity: float
    complete: float


_NONE = Fit(0, 0.0, 0.0)


def fit(line: frozenset[str], cues: Wording) -> Fit:
    """How well the stems of a line fit."""
    if line.isdisjoint(cues.vocabulary):
        return _NONE
    shares = tuple((len(phrase & line) / len(phrase), phrase) for phrase in cues.phrases)
    held: frozenset[str] = frozenset().union(*(phrase & line for share, phrase in shares if share >= 0.75))
    if not held:
        return _NONE
    telling = line - (FORM - held)
    return Fit(len(held), len(telling & cues.vocabulary) / len(telling), max(share for share, _ in shares))
