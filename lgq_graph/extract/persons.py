"""The people that are known by name, and every way in which a text or a URL names them.

A name is a handful of words: two of them side by side name the person, in any order; so does one with an initial, a form
of address or a post beside it. A surname alone does when it is no ordinary word and no well-known place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import unquote

from .mailed import handles
from .name_words import (
    HONORIFICS,
    PARTICLES,
    ROLES,
    THINGS,
    Token,
    Words,
    is_big_place,
    is_common,
    is_han,
    is_office,
    skeleton,
    tokens,
)
from .scripted_people import han_name, han_pattern

__all__ = ["People", "Person", "people_in", "person"]

_MOST = 200
"""People remembered of one response; a hostile one names more."""

_SEVERAL = re.compile(r"\s*(?:[/;&\n、،]|\sand\s|\sund\s|\set\s|\sи\s)\s*")
_TITLE = re.compile(
    r"^(?:(?:mr|mrs|ms|mx|miss|dra?|eng|ing|prof|hon|sra?|herr|frau|mme|m|don|doña|г-н|г-жа|господин|госпожа|(?:ال)?(?:سيدة?|دكتورة?|مهندسة?|أستاذة?)|[دم])\b\.?(?:\s*/)?\s+)+",
    re.I,
)
_PATRONYMIC = re.compile(r"(?:[oe]v[iy]ch|[oe]vna|ichna)$")
_NEAR = re.compile(r"\.?[\s,.·‐‑–/-]{0,3}")
_GLUE = re.compile(r"[._‐‑-]")
_CAMEL = re.compile(r"(?<=[a-zß-ÿ])(?=[A-Z])")
_CYRILLIC, _ARABIC = re.compile("[а-яё]{3,}"), re.compile("[\u0621-\u064a]{3,}")
_WIDEST, _LONGEST = 2, 12  # unknown words between two known ones (middle names); words side by side


def people_in(answer: str) -> tuple[str, ...]:
    """The people that an answer to "Name" names, each as first name and surname; titles and posts are no part of it."""
    named = (_named(part) for part in _SEVERAL.split(re.sub(r"\([^()]{0,80}\)", " ", answer)))
    return tuple(name for name in named if name)


def _named(words: str) -> str:
    in_han = han_name(words)
    return _bare(words) if in_han is None else in_han


def _bare(words: str) -> str:
    """One person's name: without title and post, and "SURNAME, Name" turned round; empty when these are no name."""
    parts = [part.strip() for part in words.split(",") if part.strip() and not is_office(part)]
    if len(parts) > 1 and all(len(part.split()) <= 2 for part in parts[:2]):
        parts = [f"{parts[1]} {parts[0].upper()}"]
    name = _TITLE.sub("", parts[0]) if parts else ""
    found = [word for word in name.split() if word.casefold() not in PARTICLES]
    mixed = any(word[0].islower() for word in found) and not name.islower()
    return "" if mixed or len(found) > 6 else name


@dataclass(frozen=True, slots=True)
class Person:
    """A person by the words of the name: `keys` are their skeletons, `alone` those that name the person by themselves."""

    keys: frozenset[str]
    words: tuple[str, ...]
    alone: frozenset[str]
    handles: frozenset[str]
    han: str = ""
    """The whole name where it is written in Han characters."""


def person(name: str, words: Words, family_first: bool = False) -> Person | None:
    """The person of this name; None when no word of it is long enough, or the only one is an ordinary word."""
    found = [t for t in tokens(name) if t.low not in PARTICLES | HONORIFICS]
    full = [t for t in found if not t.initial and (len(t.word) > 1 or not t.word.isascii()) and t.key]
    if not full or (len(found) == 1 and not _stands_alone(full[0], words)):
        return None
    alone = frozenset(
        form
        for t in _surnames(full, family_first)
        if _stands_alone(t, words)
        for form in _with_article(t, name)
    )
    keys = frozenset(form for t in full for form in (t.key, *_inflected(t.low))) | alone
    letters = tuple(t.low for t in found)
    han = name.strip() if is_han(full[0].word) else ""
    return Person(keys, letters, alone, frozenset(h for h in handles(letters) if not is_common(h)), han)


def _inflected(word: str) -> Iterator[str]:
    """The word in other cases of Russian, and in one with the small words of Arabic, made comparable."""
    if _CYRILLIC.fullmatch(word):
        stem = word.rstrip("аяйьоеы") or word
        yield from (skeleton(stem + end) for end in ("", *"а я у ю е ы и ой ей ом ем ым ому ого ою".split()))
    elif _ARABIC.fullmatch(word):
        yield from (skeleton(joined + word) for joined in "وفبلك")


def _surnames(full: Sequence[Token], family_first: bool) -> Sequence[Token]:
    """The words that are not the first name: those in capitals, or all but the first; all where the order is unsure."""
    capitals = [t for t in full if t.word.isupper() and len(t.word) > 1]
    if 0 < len(capitals) < len(full):
        return capitals
    if family_first or len(full) == 1 or any(_PATRONYMIC.search(t.low) for t in full[2:]):
        return full
    return full[1:]


def _stands_alone(token: Token, words: Words) -> bool:
    return len(token.word) > 2 and not words.ordinary(token.word) and not is_big_place(token.word)


def _with_article(token: Token, name: str) -> list[str]:
    """The surname, and joined to the article that stands before it: Al-Testa, Altesta."""
    before = name[max(0, token.start - 3) : token.start].casefold().strip(" -‐‑'’")
    return [
        token.key,
        *(skeleton(article + token.low) for article in ("al", "el") if before in ("al", "el", "ul")),
    ]


class People:
    """The known people of one response, ready to be looked for."""

    def __init__(self, people: Iterable[Person], words: Words) -> None:
        self._people = tuple(dict.fromkeys(people))[:_MOST]
        self._words = words
        self._owners: dict[str, set[int]] = {}
        for number, known in enumerate(self._people):
            for key in known.keys:
                self._owners.setdefault(key, set()).add(number)
        self._alone = frozenset(key for known in self._people for key in known.alone)
        self._romanised = frozenset(key for known in self._people if not known.han for key in known.keys)
        names = [han_pattern(known.han) for known in self._people if known.han]
        self._in_han = re.compile("|".join(names) or "(?!)")
        self._handles = frozenset(skeleton(handle) for known in self._people for handle in known.handles)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """The places where one of them is named; they may overlap, as the names of a list do."""
        yield from (match.span() for match in self._in_han.finditer(text))
        found = [self._comparable(token) for token in tokens(text)] if self._people else []
        for at, token in enumerate(found):
            if token.key in self._owners:
                near = _Cluster(text, found, at, self._last(text, found, at))
                if self._names(near):
                    yield self._extent(near)
            elif token.key in self._handles and not is_common(token.low):
                yield token.start, token.end

    def _comparable(self, token: Token) -> Token:
        """A word as it is compared: many Han characters sound alike, so they stand only for names given in other letters."""
        return token._replace(key="") if is_han(token.word) and token.key not in self._romanised else token

    def in_url(self, url: str) -> bool:
        """Whether the words of a URL, handle or file name spell one of them."""
        plain = _CAMEL.sub("-", unquote(url))
        keys = [(t.key, t.low) for t in tokens(plain)]
        joined = (t.key for t in tokens(unquote(url)))
        if any(key in self._alone for key, _ in keys) or any(key in self._handles for key in joined):
            return True
        return any(self._paired(a, b) for a, b in pairwise(keys))

    def _paired(self, one: tuple[str, str], two: tuple[str, str]) -> bool:
        if self._share(one[0], two[0]):
            return True
        return any(len(b[1]) == 1 and self._has_initial(a[0], b[1]) for a, b in ((one, two), (two, one)))

    def _share(self, one: str, two: str) -> bool:
        return one != two and bool(self._owners.get(one, set()) & self._owners.get(two, set()))

    def _has_initial(self, key: str, letter: str) -> bool:
        """Whether the owner of this word has another that begins like this."""
        owners = (self._people[number] for number in self._owners.get(key, ()))
        return any(w.startswith(letter) and skeleton(w) != key for owner in owners for w in owner.words)

    def _last(self, text: str, found: list[Token], at: int) -> int:
        """The last known word or initial of the cluster that begins here; a word said again begins another one."""
        last, seen = at, {found[at].key}
        for here in range(at + 1, min(at + _LONGEST, len(found))):
            token = found[here]
            if (
                here - last > (0 if is_han(token.word) else _WIDEST) + 1
                or token.key in seen
                or not _close(text, found[here - 1], token)
            ):
                break
            if token.key in self._owners or token.initial:
                last = here
                seen.add(token.key)
            elif not (token.capital or token.low in PARTICLES) or self._words.ordinary(token.word):
                break
        return _without_initials(text, found, at, last)

    def _names(self, near: _Cluster) -> bool:
        known = [t for t in near.inside if t.key in self._owners]
        pairs = pairwise(known)
        for one, two in pairs:
            telling = any(not self._words.ordinary(t.word) for t in (one, two)) or (
                one.capital and two.capital
            )
            if telling and self._share(one.key, two.key):
                return True
        return any(self._told_by_itself(t, near) for t in known if t.capital)

    def _told_by_itself(self, token: Token, near: _Cluster) -> bool:
        before, after = near.before, near.after
        if token.key in self._alone and not self._words.ordinary(token.word):
            return not (after and after.low in THINGS and after.capital and near.space_after)
        beside = [t for t in (*near.inside, before) if t and t is not token]
        if any(t.initial and self._has_initial(token.key, t.low) for t in beside):
            return True
        address = before and (before.low in HONORIFICS or (before.low in ROLES and before.capital))
        return bool(
            address and near.inside[0] is token and not (after and after.low in THINGS and after.capital)
        )

    def _extent(self, near: _Cluster) -> tuple[int, int]:
        """From initials and other names before, such as a short form of the first name, to those behind."""
        first, last = near.first, near.last
        while first > 0 and near.first - first < 3 and self._belongs(near, first - 1, first):
            first -= 1
        while last + 1 < len(near.found) and last - near.last < 3 and self._belongs(near, last + 1, last):
            last += 1
        end = near.found[last].end
        dotted = (
            near.found[last].initial
            and near.text[end : end + 1] == "."
            and near.text[end + 1 : end + 2].strip()
        )
        return near.found[first].start, end + (1 if dotted else 0)

    def _belongs(self, near: _Cluster, other: int, here: int) -> bool:
        one, two = sorted((other, here))
        gap = near.text[near.found[one].end : near.found[two].start]
        token = near.found[other]
        if token.initial:
            return gap in (" ", ".", ". ", "-", ".-") and (other < here or token.word.isupper())
        if gap in ("-", "‐", "‑"):
            return True
        named = self._words.telling(token) and not is_big_place(token.word)
        return gap == " " and (named or (token.capital and token.low in PARTICLES))


class _Cluster(NamedTuple):
    """Words of a text side by side, of which some are known."""

    text: str
    found: list[Token]
    first: int
    last: int

    @property
    def inside(self) -> list[Token]:
        return self.found[self.first : self.last + 1]

    @property
    def before(self) -> Token | None:
        one, two = (self.found[self.first - 1] if self.first else None), self.found[self.first]
        return one if one and re.fullmatch(r"\.?[\s-]{0,2}", self.text[one.end : two.start]) else None

    @property
    def after(self) -> Token | None:
        two = self.found[self.last + 1] if self.last + 1 < len(self.found) else None
        return two if two and two.start - self.found[self.last].end < 3 else None

    @property
    def space_after(self) -> bool:
        return bool(self.after) and self.text[self.found[self.last].end] in " -_"


def _without_initials(text: str, found: list[Token], at: int, last: int) -> int:
    """The last word of a cluster without the initials of a next name, which a comma parts from it."""
    begin = last
    while begin > at and found[begin].initial and "," not in text[found[begin - 1].end : found[begin].start]:
        begin -= 1
    more = last + 1 < len(found) and found[last + 1].start - found[last].end < 3
    return begin - 1 if begin > at and found[begin].initial and more else last


def _close(text: str, one: Token, two: Token) -> bool:
    gap = text[one.end : two.start]
    if not _NEAR.fullmatch(gap) and not _GLUE.fullmatch(gap):
        return False
    return one.initial or not re.search(r"\.\s", gap)
