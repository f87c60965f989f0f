"""Which characters of a document come from which of its file: each of the document answers for one at most.

Compared are the characters alone, without blanks, evened out as the readers even them. What is found as a whole is taken
first, then parts of what is not; a short part must stand beside its neighbours, so that what the reader dropped cannot hide
behind what it added.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

__all__ = ["Folded", "fold", "match"]

_WIDTH, _CODE = 4, "utf-32-le"
_TAKEN = b"\xff\xff\xff\xff"
_LONG, _SHORT, _WORD = 20, 8, 3
_STRAY = 2
"""So many letters side by side may stand anywhere by themselves; more would be found in any text, and hide what is lost."""
_REACH, _NEAR, _BESIDE, _BACK = 300, 40, 4, 20
_LONGEST, _MOST_FAILED = 2_000, 20_000
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
class _Target:
    """The text in which is looked; what is found there is taken out of it."""

    text: str
    _left: bytearray = field(init=False)

    def __post_init__(self) -> None:
        self._left = bytearray(self.text.encode(_CODE, "surrogatepass"))

    def take(self, words: str, start: int, end: int) -> int:
        """The place of some words between two places, which are taken; -1 when they are not there."""
        wanted = words.encode(_CODE, "surrogatepass")
        at = self._find(wanted, start, end)
        if at >= 0:
            self._left[_WIDTH * at : _WIDTH * at + len(wanted)] = _TAKEN * len(words)
        return at

    def _find(self, wanted: bytes, start: int, end: int) -> int:
        at = _WIDTH * max(0, start)
        while (at := self._left.find(wanted, at, _WIDTH * max(0, end))) >= 0:
            if at % _WIDTH == 0:
                return at // _WIDTH
            at += 1
        return -1

    def near(self, words: str, at: int, reach: int) -> int:
        """The same behind a place, or else before it."""
        found = self.take(words, at, at + reach)
        return found if found >= 0 else self.take(words, at - reach, at + reach)

    def longest(self, words: str, start: int, end: int) -> int:
        """How many characters of a text stand together between two places, from its first on."""
        wanted, low, high = words.encode(_CODE, "surrogatepass"), 0, len(words)
        while low < high:
            middle = (low + high + 1) // 2
            if self._find(wanted[: _WIDTH * middle], start, end) >= 0:
                low = middle
            else:
                high = middle - 1
        return low

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
        self.folded = [fold(text) for text in texts]
        self.found = [[-1] * len(one.text) for one in self.folded]
        self.target = _Target(target)
        self.failed = 0

    def look_for(self, sources: Sequence[int]) -> None:
        """Look for some of the texts: the long ones as wholes, then in long parts; the short ones; then all that is left, in parts.

        What is short may stand anywhere by chance, and so is looked for only when what is longer has its place.
        """
        long = [source for source in sources if len(self.folded[source].text) >= _LONG]
        short = [source for source in sources if len(self.folded[source].text) < _LONG]
        missing = [source for source in long if not self.take_whole(source)]
        for source in missing:
            self.take_parts(source, near=False)
        short.sort(key=lambda source: -min(_SHORT, len(self.folded[source].text)))
        tiny = [source for source in short if len(self.folded[source].text) < _WORD]
        missing += [source for source in short[: len(short) - len(tiny)] if not self.take_whole(source)]
        for source in (*missing, *missing):  # again, now that more is known of what stands beside each part
            self.take_parts(source)
        missing += [source for source in tiny if not self.take_whole(source)]
        for source in missing:
            if self.is_mostly_found(source):
                self.take_parts(source, anywhere=_WORD)
                self.take_strays(source)

    def take_whole(self, source: int) -> bool:
        """Whether a text is found as it stands."""
        text, at = self.folded[source].text, self.near(source, 0)
        place = self.target.near(text, at, _REACH + len(text))
        place = place if place >= 0 else self.target.anywhere(text, at)
        if place >= 0:
            self.found[source][:] = range(place, place + len(text))
        return place >= 0

    def take_parts(self, source: int, anywhere: int = _SHORT, *, near: bool = True) -> None:
        """Look for what is not found of a text, from its start on as much at once as there is. A part that stands alone must be
        as long as `anywhere`, with `near` a shorter one near what stands beside it, the shortest right beside it."""
        text, own, place = self.folded[source].text, self.found[source], 0
        while place < len(text):
            limit = min(len(text), place + _LONGEST)
            end = next((n for n in range(place, limit) if own[n] >= 0), limit)
            length, at = self.part(text[place:end], self.near(source, place), anywhere, near)
            own[place : place + length] = range(at, at + length)
            place += length or 1

    def take_strays(self, source: int) -> None:
        """Look anywhere for the few letters that are missing between what is found."""
        own, text, place = self.found[source], self.folded[source].text, 0
        for found, run in groupby(own[:], key=lambda at: at >= 0):
            end = place + len(list(run))
            if not found and end - place <= _STRAY:
                at = self.target.anywhere(text[place:end], self.near(source, place))
                if at >= 0:
                    own[place:end] = range(at, at + end - place)
            place = end

    def part(self, text: str, near: int, anywhere: int, beside: bool) -> tuple[int, int]:
        """The length and the place of the longest beginning of a text that is found; 0 when none is."""
        where = (
            (anywhere, 0, len(self.target.text)),
            (_WORD, near - _NEAR, near + _NEAR),
            (1, near - 2, near + _BESIDE),
        )
        for least, start, end in where if beside else where[:1]:
            everywhere = end - start > _LONGEST
            if len(text) < least or (everywhere and self.failed > _MOST_FAILED):
                continue
            length = self.target.longest(text, start, end)
            self.failed += everywhere and length < least
            if length >= least:
                at = self.target.near(text[:length], near, _REACH)
                return length, at if at >= 0 else self.target.anywhere(text[:length], near)
        return 0, 0

    def near(self, source: int, start: int) -> int:
        """Where a part should stand: behind what was found before it, or before what was found after it in its text."""
        own = self.found[source]
        for place in reversed(own[max(0, start - _LONGEST) : start]):
            if place >= 0:
                return place + 1
        for ahead, place in enumerate(own[start : start + _LONGEST]):
            if place >= 0:
                return max(0, place - ahead)
        for before in reversed(self.found[max(0, source - _BACK) : source]):
            if places := [place for place in before if place >= 0]:
                return places[-1] + 1
        return 0

    def is_mostly_found(self, source: int) -> bool:
        """Whether part of a text is missing, and no more than half of it, so that the rest is not far."""
        own = self.found[source]
        return -1 in own and 2 * own.count(-1) <= len(own)


def _by_place(text: str, folded: Folded, places: list[int]) -> list[int]:
    """The places by character of the text itself; of one that is compared as several, that of the first."""
    found = [-1] * len(text)
    for place, at in zip(reversed(folded.places), reversed(places), strict=True):
        found[place] = at
    return found
