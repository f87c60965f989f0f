"""People whom a text names beside a form of address, a post or words such as "signed by"; the post itself stays.

A name is words with a capital that are no ordinary words. When a word for a thing follows ("President Testa Avenue") the
thing has the name, and no person is spoken of.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from .legislation.words import TYPE
from .name_words import (
    HONORIFICS,
    PARTICLES,
    ROLES,
    SPELT_OUT,
    THINGS,
    Token,
    Words,
    is_big_place,
    is_by_name,
    is_loose,
    is_office,
    is_place_word,
    tokens,
)
from .post_words import is_post_word
from .signs import BY_INITIALS, SIGNS, SPOKEN, STEP, Sign, find_patronymics

__all__ = ["find_titled"]

_MOST_WORDS, _MOST_STEPS, _MOST_RANKS = 5, 12, 3
_BEFORE_ANY = frozenset(
    "mr mrs ms mx dr prof professor herr frau mme mlle monsieur madame sr sra señor señora".split()
)
_DEGREES = frozenset("phd md mba msc ma llm mpa".split())
_OF = frozenset(("of", "for", "de", "del", "du", "da", "di", "der", "des"))
_LINKING = frozenset(
    "is was as the a an our serves acting current new appointed became who former named".split()
)
_OVER = frozenset(
    "project programme program product service services digital data web website it ict technical communication communications information technology innovation"
    " development executive managing senior general assistant deputy vice smart portal platform content community".split()
)
"""What a post in small letters is over: "project manager"."""
_LAWS = THINGS | frozenset("regulation decree ordinance resolution order".split())
_CYRILLIC = re.compile("[а-яё]{3}")
_NUMBERED = re.compile(r"\s?(?:[Nn](?:[.°ºo]|úm|um|r){0,2}[.]?|№|#)\s?\d")
"""What makes a law or an act of the words before it: "Acuerdo Plenario Nº 5"."""
_SPACE = re.compile(r"[ \n]{1,2}|\s?[-‐‑]\s?")
_APART = re.compile(r"\s?[,:–—(]\s?|\s-\s")
_INTO_NAME = re.compile(r"[ \n]{1,2}|[-‐‑]|\.[ -]?")

Run = tuple[int, int]


def find_titled(text: str, words: Words) -> Iterator[tuple[int, int]]:
    """The places of the names, in order of what tells them."""
    reader = _Reader(text, words)
    for first, last in reader.runs():
        end = reader.found[last].end
        dotted = reader.found[last].initial and text[end : end + 1] == "."
        yield reader.found[first].start, end + (1 if dotted else 0)
    yield from find_patronymics(text)


class _Reader:
    """One text being looked through; runs are pairs of numbers of its words, first and last."""

    def __init__(self, text: str, words: Words) -> None:
        self.text, self.words, self.found = text, words, tokens(text)
        self._starts = [token.start for token in self.found]

    def runs(self) -> Iterator[Run]:
        for at, token in enumerate(self.found):
            if token.low in HONORIFICS and (token.capital or token.low in SPELT_OUT or self._gap(at) == ". "):
                yield from self._addressed(at)
            if token.low in ROLES and not self._possessive(at):
                yield from self._behind(at)
                yield from self._before(at)
        for sign in SIGNS:
            for match in sign.before.finditer(self.text):
                yield from self._told(self._at(match.end()), sign)
        for match in BY_INITIALS.finditer(self.text):
            yield from self._checked(self._forward(self._at(match.start())), 2, no_place=True)
        for match in SPOKEN.finditer(self.text):
            yield from self._speaker(self._at(match.start()) - 1)

    def _at(self, place: int) -> int:
        """The number of the first word that begins here or later."""
        return bisect_left(self._starts, place)

    def _told(self, at: int, sign: Sign) -> Iterator[Run]:
        """The name that a sign tells, and those that follow it in a list."""
        for number in range(_MOST_STEPS if sign.listed else 1):
            run = next(self._checked(self._forward(at), 2 if number else sign.fewest, no_place=True), None)
            if run is None:
                return
            yield run
            step = STEP.match(self.text, self.found[run[1]].end)
            if step is None:
                return
            at = self._at(step.end())

    def _speaker(self, at: int) -> Iterator[Run]:
        """A name between the end of a quotation and a word for saying it."""
        run = self._backward(at) if at >= 0 else None
        if run and re.search(
            r"[\"”»],?\s?$", self.text[max(0, self.found[run[0]].start - 4) : self.found[run[0]].start]
        ):
            yield from self._checked(run, 2)

    def _possessive(self, at: int) -> bool:
        return self.text[self.found[at].end : self.found[at].end + 2].casefold() in ("'s", "’s")

    def _gap(self, at: int) -> str:
        """What stands between a word and the next one."""
        more = at + 1 < len(self.found)
        return self.text[self.found[at].end : self.found[at + 1].start] if more else "\0"

    def _next(self, at: int) -> str:
        return self.found[at + 1].low if at + 1 < len(self.found) else ""

    def _addressed(self, at: int) -> Iterator[Run]:
        """After a form of address any word with a capital is a name: "Ms Green"."""
        if not re.fullmatch(r"\.?\s?", self._gap(at)):
            return
        shouted = self.found[at].word.isupper()  # MS TESTA, but not MS Teams
        run = self._forward(at + 1, any_word=self.found[at].low in _BEFORE_ANY and not shouted)
        if run and shouted and not self.found[run[0]].word.isupper():
            return
        if run and not self._begins_thing(run) and not self._is_town(at, run):
            yield run

    def _is_town(self, at: int, run: Run) -> bool:
        """Whether the form of address belongs to a place: "Don Benito"."""
        words = self.text[self.found[at].start : self.found[run[1]].end]
        return self.found[at].capital and self.found[at].low in SPELT_OUT and is_place_word(words)

    def _behind(self, at: int) -> Iterator[Run]:
        """After a post: "Mayor Maria Testa", "Mayor Testa", "the director, Maria Testa", "Head of Finance Maria Testa"."""
        here = self.found[at]
        at = self._past_ranks(at)
        gap, following = self._gap(at), self._next(at)
        if following in _OF and gap.isspace():
            yield from self._behind_office(at + 1)
        elif _CYRILLIC.match(here.low) and gap.isspace() and self.found[at + 1].word.islower():
            yield from self._behind_genitive(at + 1)
        elif gap.isspace() and here.capital | (not is_loose(here.low)):
            yield from self._checked(self._forward(at + 1), 1 if is_by_name(here.low) and here.capital else 2)
        elif _APART.fullmatch(gap) and (":" in gap or here.capital or not is_loose(here.low)):
            yield from self._apart(at + 1)

    def _behind_office(self, at: int) -> Iterator[Run]:
        """From "of" over the words for what is headed to the name; what follows "of" at once, or is a place, is no name."""
        for _ in range(_MOST_STEPS):
            gap, token = self._gap(at), self.found[at + 1] if at + 1 < len(self.found) else None
            if token and _APART.fullmatch(gap):
                yield from self._apart(at + 1)
            if token is None or token.low in ROLES | HONORIFICS or not _SPACE.fullmatch(gap):
                return
            run = self._forward(at + 1) if self._part(at + 1) else None
            rest = self._without_place(run) if run else None
            if rest and (rest != run or self.found[at].capital):
                yield from self._checked(rest, 2)
                return
            at = run[1] if run else at + 1

    def _behind_genitive(self, at: int) -> Iterator[Run]:
        """From what is headed, in small letters and without a word for "of", to the name: Russian."""
        for here in range(at, min(at + 4, len(self.found) - 1)):
            gap = self._gap(here)
            if not self.found[here].word.islower() or not (gap == " " or _APART.fullmatch(gap)):
                return
            if not self.found[here + 1].word.islower():
                yield from self._checked(self._forward(here + 1), 2, no_place=True)
                return

    def _apart(self, at: int) -> Iterator[Run]:
        """A name that a comma or bracket parts from its post."""
        run = self._forward(at)
        if run and not any(
            self.words.telling(t) and is_big_place(t.word) for t in self.found[run[0] : run[1] + 1]
        ):
            yield from self._checked(run, 2)

    def _before(self, at: int) -> Iterator[Run]:
        """Before a post: "Maria Testa, Chief Digital Officer", "Maria Testa (CIO)", "Maria Testa is the director"."""
        if self._gap(at) == " " and self._next(at) in _LAWS:
            return
        first, linked = at, False
        for _ in range(_MOST_WORDS):
            previous = self.found[first - 1] if first else None
            if previous is None or not _SPACE.fullmatch(self._gap(first - 1)) or self.words.telling(previous):
                break
            small = previous.low in _LINKING or previous.low in _OVER
            if not (previous.capital or small) or previous.initial:
                break
            linked |= previous.low in _LINKING - {"the", "a", "an", "our"}
            first -= 1
        gap = self._gap(first - 1) if first else ""
        if first > 1 and self.found[first - 1].low in _DEGREES:
            gap = self._gap(first - 2)
            first -= 1
        if first and (_APART.fullmatch(gap) or gap in ("\n", ", the ") or (linked and gap == " ")):
            yield from self._checked(self._backward(first - 1), 2)

    def _past_ranks(self, at: int) -> int:
        """The last word of a post: "Director General", "Subdirectora Nacional Adjunta"."""
        for _ in range(_MOST_RANKS):
            if self._gap(at) != " " or not is_post_word(self._next(at)):
                return at
            at += 1
        return at

    def _past_titles(self, at: int) -> int:
        while at < len(self.found) and self.found[at].low in HONORIFICS:
            at += 1
        return at

    def _part(self, at: int, any_word: bool = False) -> bool:
        token = self.found[at]
        if self.words.telling(token) or self._is_initial(token):
            return True
        return (
            any_word
            and token.capital
            and len(token.word) > 1
            and token.low not in ROLES | HONORIFICS | PARTICLES
        )

    def _is_initial(self, token: Token) -> bool:
        """One letter, or two that are no word: "Go" is none."""
        return token.initial and (len(token.word) == 1 or not self.words.ordinary(token.word))

    def _forward(self, at: int, any_word: bool = False) -> Run | None:
        """The words of a name from here on."""
        at, last = self._past_titles(at), None
        first = at
        while at < len(self.found) and at - first < _MOST_WORDS:
            if self._part(at, any_word):
                last = at
            elif self.found[at].low not in PARTICLES or not self._more(at):
                break
            if not _INTO_NAME.fullmatch(self._gap(at)) or (
                self._gap(at).startswith(".") and not self._abbreviated(at)
            ):
                break
            at += 1
        return None if last is None else (first, last)

    def _backward(self, at: int) -> Run | None:
        first, last = None, at
        while at >= 0 and last - at < _MOST_WORDS:
            if self._part(at):
                first = at
            elif self.found[at].low not in PARTICLES:
                break
            if at == 0 or not _INTO_NAME.fullmatch(self._gap(at - 1)) or self._gap(at - 1) == "\n":
                break
            if self._gap(at - 1).startswith(".") and not self._abbreviated(at - 1):
                break
            at -= 1
        return None if first is None else (first, last)

    def _abbreviated(self, at: int) -> bool:
        return self.found[at].initial or self.found[at].low in HONORIFICS | {"jr", "sr"}

    def _more(self, at: int) -> bool:
        """Whether a name goes on behind a particle."""
        following = range(at + 1, min(at + 3, len(self.found)))
        title = next((k for k in following if self.found[k].low in HONORIFICS), at + 3)
        return any(self._part(k) for k in following if k < title)

    def _without_place(self, run: Run) -> Run | None:
        """A run without the place at its beginning: "Tampere Maria Testa"; None when nothing is left."""
        first, last = run
        for cut in range(last, first - 1, -1):
            if is_place_word(self.text[self.found[first].start : self.found[cut].end]):
                return (cut + 1, last) if cut < last else None
        return run

    def _checked(self, run: Run | None, fewest: int, no_place: bool = False) -> Iterator[Run]:
        """The run when it has enough words of a name, is no place, and no further word makes a thing of it; with `no_place`
        none of its words may be a large place or one for a body."""
        if run is None or is_office(self.found[run[0]].word) or (no_place and self._is_public(run)):
            return
        if self._cites(run):
            return
        named = [t for t in self.found[run[0] : run[1] + 1] if self.words.telling(t)]
        initials = any(self._is_initial(t) for t in self.found[run[0] : run[1] + 1])
        if not named or len(named) + initials < fewest or self._begins_thing(run, any_word=True):
            return
        words = self.text[self.found[run[0]].start : self.found[run[1]].end]
        if not is_place_word(words):
            yield run

    def _cites(self, run: Run) -> bool:
        """Whether the words cite a law: they open with a word for one, or a number follows: "approved by Decreto Real N° 5"."""
        first, last = self.found[run[0]], self.found[run[1]]
        typed = first.low in TYPE and len(first.low) > 4  # "Lei" and "Loi" are names too
        return typed or any(_NUMBERED.match(self.text, at) for at in (last.start, last.end))

    def _is_public(self, run: Run) -> bool:
        named = self.found[run[0] : run[1] + 1]
        words = self.text[named[0].start : named[-1].end]
        return is_office(words) or any(is_big_place(t.word) for t in named if self.words.telling(t))

    def _begins_thing(self, run: Run, any_word: bool = False) -> bool:
        """Whether the name is only part of one: "Testa Avenue", or with `any_word` "Testa Digital"."""
        last = self.found[run[1]]
        if run[1] > run[0] and last.low in THINGS:
            return True
        at = run[1] + (self._next(run[1]) in ("jr", "sr"))
        if (
            at + 1 == len(self.found)
            or self._gap(at).strip("- .")
            or " - " in self._gap(at)
            or "\n" in self._gap(at)
        ):
            return False
        following = self.found[at + 1]
        if not following.capital or following.low in ROLES | HONORIFICS or len(following.word) == 1:
            return False
        return following.low in THINGS or (any_word and self.words.ordinary(following.word))
