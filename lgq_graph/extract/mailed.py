"""People whom their own address spells: "Maria Testa … m.testa@town.example"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations

from .addresses import find_emails
from .name_words import Token, Words, skeleton, tokens

__all__ = ["find_mailed", "handles"]

_BEFORE, _AFTER, _LONGEST = 200, 100, 3
_LOCAL = re.compile(r"\s?[@(\[{<]|\sat\s|_at_")

Place = tuple[int, int]


def handles(letters: tuple[str, ...]) -> Iterator[str]:
    """The names that people take in addresses: mtesta, testam, mariatesta, testamp."""
    short = "".join(word[0] for word in letters)
    for first, last in permutations(letters[:5], 2):
        rest = short.replace(last[0], "", 1) if len(letters) > 2 else ""
        for handle in (first + last, first[0] + last, last + first[0], rest + last, last + rest):
            if len(handle) > 4 and handle not in letters:
                yield handle


def find_mailed(text: str, words: Words) -> Iterator[Place]:
    """The places of names near an address of which they are the first half; every word must be one of a name."""
    for start, end in find_emails(text):
        local = skeleton(_LOCAL.split(text[start:end], maxsplit=1)[0])
        before = max(0, start - _BEFORE)
        near = text[before:start], text[end : end + _AFTER]
        for words_near, at in zip(near, (before, end), strict=True):
            yield from ((at + a, at + b) for a, b in _spelling(local, words_near, words))


def _spelling(local: str, text: str, words: Words) -> Iterator[Place]:
    found = tokens(text)
    for first in range(len(found)):
        for last in range(first + 1, min(first + _LONGEST, len(found))):
            run = found[first : last + 1]
            if not _is_name(text, run, words):
                break
            if local in map(skeleton, handles(tuple(token.low for token in run))):
                yield run[0].start, run[-1].end


def _is_name(text: str, run: list[Token], words: Words) -> bool:
    gap = text[run[-2].end : run[-1].start]
    return gap in (" ", ". ", "\u00a0", "-", ", ") and all(t.initial or words.telling(t) for t in run)
