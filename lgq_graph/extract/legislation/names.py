"""The name in front of a type word: the capitalised words right before it, with the small words between them."""

from __future__ import annotations

import re

from ...model import Span
from .draft import Draft
from .words import NOT_NAMES, OTHER_THINGS, QUALIFIERS, STARTERS, word_set

__all__ = ["is_capital", "name_before"]

_NAME_JOINS = word_set("of and to for in with from & or ve və va")
_KEEPS_S = word_set(
    "children's people's citizens' citizen's women's consumer's consumers' workers' veterans' patients' victims' residents'"
)
_TOKEN = re.compile(r"[^\W_](?:[\w'’-]|[.&/](?=\w)){0,60}|[^\w\s]")


def name_before(text: str, floor: int, draft: Draft) -> Span | None:
    """The capitalised words right before the type word, with the small words between them."""
    window = text[floor : draft.head.start]
    tokens = list(_TOKEN.finditer(window))
    if not tokens or not re.fullmatch(r"[ \xa0]{1,2}|-", window[tokens[-1].end() :]):
        return None
    chosen = _name_tokens(window, tokens)
    while chosen and chosen[0][0].lower() in STARTERS:
        chosen.pop(0)
    if not chosen or (chosen[-1][0].lower() in NOT_NAMES and len(chosen) == 1 and draft.type != "code"):
        return None
    return Span(floor + chosen[0].start(), floor + chosen[-1].end())


def _name_tokens(window: str, tokens: list[re.Match[str]]) -> list[re.Match[str]]:
    chosen: list[re.Match[str]] = []
    at = len(tokens) - 1
    while at >= 0:
        step = _name_step(window, tokens, at, bool(chosen))
        if not step:
            break
        chosen[:0] = tokens[at - step + 1 : at + 1]
        at -= step
        if is_capital(chosen[0][0]) and _ends_name(chosen[0][0]):
            chosen.pop(0)
            break
    return chosen


def _name_step(window: str, tokens: list[re.Match[str]], at: int, inside: bool) -> int:
    """How many tokens up to `at` belong to the name: a capitalised word, a qualifier, or joining words after one."""
    token = tokens[at]
    if at + 1 < len(tokens) and not re.fullmatch(
        r"[ \xa0]{0,2}", window[token.end() : tokens[at + 1].start()]
    ):
        return 0
    if is_capital(token[0]) or (token[0] in QUALIFIERS and _only_small(tokens[at + 1 :])):
        return 1
    if token[0] == ")":
        return _bracket_step(tokens, at)
    return _joining_step(tokens, at) if inside else 0


def _only_small(tokens: list[re.Match[str]]) -> bool:
    """Whether at most a few qualifiers in small letters lie between here and the type word."""
    return len(tokens) <= 2 and all(token[0].lower() in QUALIFIERS for token in tokens)


def _bracket_step(tokens: list[re.Match[str]], at: int) -> int:
    """A bracket within a name: "Personal Data (Privacy) Ordinance"."""
    for size in range(2, min(24, at)):
        if tokens[at - size][0] == "(":
            before = tokens[at - size - 1][0]
            capital = is_capital(tokens[at - size + 1][0]) and (is_capital(before) or before == ")")
            return size + 1 if capital and size > 1 else 0
    return 0


def _joining_step(tokens: list[re.Match[str]], at: int) -> int:
    """Joining words ("of", "and the") count when a capitalised word that can name something stands before them."""
    size = 0
    while size < 3 and at - size >= 0 and tokens[at - size][0] in _NAME_JOINS | {"the"}:
        size += 1
    before = tokens[at - size][0] if at - size >= 0 else ""
    first = tokens[at - size + 1][0] if size else ""
    if not size or not is_capital(before) or before.lower() in STARTERS or first == "the":
        return 0
    if tokens[at][0] == "the" and (
        first not in ("of", "in", "for") or at - size == 0 or tokens[at - size - 1][0] in ".;:!?"
    ):
        return 0
    return 0 if first == "and" and OTHER_THINGS.search(before) else size


def _ends_name(word: str) -> bool:
    """A word that stands before a name rather than in it: "The", "Under", "Kenya's"."""
    lower = word.lower().replace("’", "'")
    return lower in STARTERS or (lower.endswith(("'s", "s'")) and lower not in _KEEPS_S | QUALIFIERS)


def is_capital(word: str) -> bool:
    """A word of a name: with a capital, or an ordinal before one ("21st")."""
    if word[:1].isdigit():
        return word[-1].isalpha()
    return word[:1].isupper() or (word[:2] in ("e-", "i-", "m-") and word[2:3].isupper())
