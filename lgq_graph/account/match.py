"""Which characters of a document come from which of its file: each of the document answers for one at most.

Compared are the characters alone, without blanks, evened out as the readers even them. What is found as a whole is taken
first, then words, then what is left of them; so what the reader dropped cannot hide behind what it added.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

__all__ = ["Folded", "fold", "match"]

_WIDTH, _CODE = 4, "utf-32-le"
_TAKEN = b"\xff\xff\xff\xff"
_LONG, _WORD, _REACH = 20, 4, 300
_BOXES = dict.fromkeys(map(ord, "☑☒✓✔✅🗹🗸⊠□◻▢⬜\uf0fe\uf0fd\uf0fc\uf052\uf0a8\uf06f\uf071\uf0a3"), "☐")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
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
    folded = [fold(text) for text in texts]
    looked, late = _Target(target), frozenset(softly)
    found = [[-1] * len(one.text) for one in folded]
    for group in (False, True):
        wanted = [
            _Wanted(n, 0, len(one.text)) for n, one in enumerate(folded) if (n in late) is group and one.text
        ]
        _search(wanted, folded, texts, looked, found)
    return [_by_place(text, one, places) for text, one, places in zip(texts, folded, found, strict=True)]


def _search(
    wanted: list[_Wanted], folded: list[Folded], texts: Sequence[str], target: _Target, found: list[list[int]]
) -> None:
    wanted = list(_whole(wanted, folded, target, found, _LONG))
    wanted = list(_whole(wanted, folded, target, found, 1))
    words = [word for one in wanted for word in _words(one, folded[one.source], texts[one.source])]
    _parts(words, folded, target, found)


def _whole(
    wanted: list[_Wanted], folded: list[Folded], target: _Target, found: list[list[int]], least: int
) -> Iterator[_Wanted]:
    """What is not found as it stands, or is shorter than `least`; what is short is looked for near what stands before it."""
    near = 0
    for one in wanted:
        text = folded[one.source].text[one.start : one.end]
        near = _before(one, found, near)
        at = -1
        if len(text) >= max(least, _WORD):
            at = target.anywhere(text, near)
        elif least == 1:
            at = target.near(text, near, _REACH)
            at = at if at >= 0 else target.anywhere(text, near)
        if at < 0:
            yield one
        else:
            found[one.source][one.start : one.end] = range(at, at + len(text))
            near = at + len(text)


def _before(one: _Wanted, found: list[list[int]], otherwise: int) -> int:
    """The place behind what was found last before a stretch."""
    for place in reversed(found[one.source][: one.start]):
        if place >= 0:
            return place + 1
    for source in range(one.source - 1, max(-1, one.source - 20), -1):
        if found[source] and found[source][-1] >= 0:
            return found[source][-1] + 1
    return otherwise


def _words(one: _Wanted, folded: Folded, text: str) -> Iterator[_Wanted]:
    """The words of a stretch."""
    start = one.start
    for place in range(one.start + 1, one.end):
        if any(map(str.isspace, text[folded.places[place - 1] + 1 : folded.places[place]])):
            yield _Wanted(one.source, start, place)
            start = place
    yield _Wanted(one.source, start, one.end)


def _parts(words: list[_Wanted], folded: list[Folded], target: _Target, found: list[list[int]]) -> None:
    """Look for words, and for halves of those that are not there, down to single characters, which must stand near."""
    missing = list(_whole_words(words, folded, target, found))
    while missing:
        halves = [half for one in missing if one.end - one.start > 1 for half in _halves(one)]
        missing = list(_whole_words(halves, folded, target, found))


def _halves(one: _Wanted) -> tuple[_Wanted, _Wanted]:
    middle = (one.start + one.end) // 2
    return _Wanted(one.source, one.start, middle), _Wanted(one.source, middle, one.end)


def _whole_words(
    words: list[_Wanted], folded: list[Folded], target: _Target, found: list[list[int]]
) -> Iterator[_Wanted]:
    near = 0
    for one in words:
        text = folded[one.source].text[one.start : one.end]
        near = _before(one, found, near)
        at = target.near(text, near, _REACH + len(text))
        if at < 0 and len(text) >= _WORD:
            at = target.anywhere(text, near)
        if at < 0:
            yield one
        else:
            found[one.source][one.start : one.end] = range(at, at + len(text))
            near = at + len(text)


def _by_place(text: str, folded: Folded, places: list[int]) -> list[int]:
    """The places by character of the text itself; of one that is compared as several, that of the first."""
    found = [-1] * len(text)
    for place, at in zip(reversed(folded.places), reversed(places), strict=True):
        found[place] = at
    return found
