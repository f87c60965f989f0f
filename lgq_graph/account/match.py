"""Which characters of a document come from which of its file: each of the document answers for one at most.

Compared are the characters alone, without blanks, evened out as the readers even them. What is found as a whole is taken
first, then words, then what is left of them; so what the reader dropped cannot hide behind what it added.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

__all__ = ["Folded", "fold", "match"]

_WIDTH, _CODE = 4, "utf-32-le"
_TAKEN = b"\xff\xff\xff\xff"
_LONG, _WORD, _REACH, _BACK = 20, 4, 300, 20
_BOXES = dict.fromkeys(map(ord, "☑☒✓✔✅🗹🗸⊠□◻▢⬜\uf0fe\uf0fd\uf0fc\uf052\uf0a8\uf06f\uf071\uf0a3"), "☐")
_DASHES = dict.fromkeys(map(ord, "‐‑"), "-")
_EVENED = {**_BOXES, **_DASHES}


@dataclass(frozen=True, slots=True)
class Folded:
    """The characters of a text that are compared, and the place of each in the text."""

    text: str
    places: tuple[int, ...]


def fold(text: str) -> Folded:
    """A text without blanks and invisible characters, in the forms that are compared."""
    kept = [
        (char, place)
        for place, letter in enumerate(text)
        for char in unicodedata.normalize("NFKC", letter.translate(_EVENED))
        if not (
            char.isspace() or unicodedata.category(char) in ("Cf", "Cc", "Cs") or "\ufe00" <= char <= "\ufe0f"
        )
    ]
    return Folded("".join(char for char, _ in kept), tuple(place for _, place in kept))


@dataclass(slots=True)
class _Wanted:
    """A stretch of one of the texts that is looked for."""

    source: int
    start: int
    end: int


@dataclass(slots=True)
class _Target:
    """The text in which is looked; what is found there is taken out of it."""

    text: str
    _left: bytearray = field(init=False)

    def __post_init__(self) -> None:
        self._left = bytearray(self.text.encode(_CODE, "surrogatepass"))

    def take(self, words: str, start: int, end: int) -> int:
        """The place of some words between two places, which are taken; -1 when they are not there."""
        wanted = words.encode(_CODE, "surrogatepass")
        at = _WIDTH * max(0, start)
        while (at := self._left.find(wanted, at, _WIDTH * end)) >= 0:
            if at % _WIDTH == 0:
                self._left[at : at + len(wanted)] = _TAKEN * len(words)
                return at // _WIDTH
            at += 1
        return -1

    def near(self, words: str, at: int, reach: int) -> int:
        """The same behind a place, or else before it."""
        found = self.take(words, at, at + reach)
        return found if found >= 0 else self.take(words, at - reach, at + reach)

    def anywhere(self, words: str, at: int) -> int:
        """The same from a place on, or else anywhere."""
        found = self.take(words, at, len(self.text))
        return found if found >= 0 else self.take(words, 0, len(self.text))


def match(texts: Sequence[str], target: str, softly: Iterable[int] = ()) -> list[list[int]]:
    """For each character of each text its place in the target, which is folded; -1 where it is not there.

    The texts numbered in `softly` may be there or not, and are looked for last.
    """
    search, late = _Search(texts, target), frozenset(softly)
    for group in (False, True):
        search.look_for([n for n in range(len(texts)) if (n in late) is group])
    return [_by_place(*told) for told in zip(texts, search.folded, search.found, strict=True)]


class _Search:
    """The texts, and where each of their characters was found."""

    def __init__(self, texts: Sequence[str], target: str) -> None:
        self.texts = texts
        self.folded = [fold(text) for text in texts]
        self.found = [[-1] * len(one.text) for one in self.folded]
        self.target = _Target(target)

    def look_for(self, sources: Iterable[int]) -> None:
        """Look for some of the texts: as wholes, as words, as parts of words; the longer first, lest "o" be taken out of "or"."""
        wholes = [_Wanted(n, 0, len(self.folded[n].text)) for n in sources if self.folded[n].text]
        wholes = self.longer(wholes, _LONG)
        short, long = _parted(wholes, lambda one: one.end - one.start < _LONG)
        words = [word for one in long for word in self.words(one)]
        words = self.longer(self.longer(words, _WORD), 1, _REACH)
        short = self.longer(self.longer(short, _WORD), 1)
        parts = words + [word for one in short for word in self.words(one)]
        parts = self.longer(parts, 1, _REACH)
        while any(one.end - one.start > 1 for one in parts):
            parts = [half for one in parts for half in _halves(one)]
            parts = self.longer(self.longer(parts, _WORD), 1, _REACH)
        self.longer([one for one in parts if self.is_mostly_found(one.source)], 1)

    def longer(self, wanted: list[_Wanted], least: int, reach: int = 0) -> list[_Wanted]:
        """Look for what has at least some length, the longest first in classes; within a reach of what stands before it, if
        one is given. What is left is returned, in order."""
        left = [one for one in wanted if one.end - one.start < least]
        for low, high in pairwise((_LONG * 10_000, _LONG, _WORD, 3, 2, 1)):
            alike = [
                one for one in wanted if high <= one.end - one.start < low and one.end - one.start >= least
            ]
            left += [one for one in alike if not self.take(one, reach)]
        return sorted(left, key=lambda one: (one.source, one.start))

    def take(self, one: _Wanted, reach: int) -> bool:
        """Whether a stretch is found."""
        text, at = self.folded[one.source].text[one.start : one.end], self.near(one)
        place = self.target.near(text, at, (reach or _REACH) + len(text))
        if place < 0 and not reach:
            place = self.target.anywhere(text, at)
        if place >= 0:
            self.found[one.source][one.start : one.end] = range(place, place + len(text))
        return place >= 0

    def near(self, one: _Wanted) -> int:
        """Where a stretch should stand: behind what was found before it, or before what was found after it in its text."""
        own = self.found[one.source]
        for place in reversed(own[: one.start]):
            if place >= 0:
                return place + 1
        for ahead, place in enumerate(own[one.end :]):
            if place >= 0:
                return max(0, place - ahead - (one.end - one.start))
        for before in reversed(self.found[max(0, one.source - _BACK) : one.source]):
            if before and before[-1] >= 0:
                return before[-1] + 1
        return 0

    def words(self, one: _Wanted) -> Iterator[_Wanted]:
        """The words of a stretch."""
        start, text, places = one.start, self.texts[one.source], self.folded[one.source].places
        for place in range(one.start + 1, one.end):
            if any(map(str.isspace, text[places[place - 1] + 1 : places[place]])):
                yield _Wanted(one.source, start, place)
                start = place
        yield _Wanted(one.source, start, one.end)

    def is_mostly_found(self, source: int) -> bool:
        """Whether most of a text is found, so that the rest of it is not far."""
        return 2 * sum(place >= 0 for place in self.found[source]) > len(self.found[source])


def _parted(wanted: list[_Wanted], test: Callable[[_Wanted], bool]) -> tuple[list[_Wanted], list[_Wanted]]:
    return [one for one in wanted if test(one)], [one for one in wanted if not test(one)]


def _halves(one: _Wanted) -> tuple[_Wanted, ...]:
    middle = (one.start + one.end) // 2
    if middle == one.start:
        return (one,)
    return _Wanted(one.source, one.start, middle), _Wanted(one.source, middle, one.end)


def _by_place(text: str, folded: Folded, places: list[int]) -> list[int]:
    """The places by character of the text itself; of one that is compared as several, that of the first."""
    found = [-1] * len(text)
    for place, at in zip(reversed(folded.places), reversed(places), strict=True):
        found[place] = at
    return found
