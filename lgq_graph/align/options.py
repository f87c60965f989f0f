"""The options of a choice that a printed line shows, and the box beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..model import Block, Look, MarkState, Option, Question, QuestionKind
from .wording import FORM, fit, stems, wording

__all__ = [
    "BOX",
    "BOX_BEHIND",
    "LONG",
    "Line",
    "bare",
    "is_dressed",
    "likeness",
    "option_of",
    "options",
    "prints_option",
]

BOX = r"[\[(]\s?[xX✓✔*•_]?\s?[\])]|_{1,20}(?:\s?[xX✓✔]\s?_{1,20})?"
_BULLET = r"(?:[A-Za-z]|\d{1,2})[.)]\s+|[oO]\s+"
_BEFORE = re.compile(rf"^(?:{BOX}|{_BULLET}|[^\w\"“«'(])+")
# Read ahead and taken whole, for "[ ]" reads as a box and as two brackets, and a row of them must not be tried both ways.
# (Python before 3.11.5 matches possessive quantifiers wrongly.)
BOX_BEHIND = re.compile(rf"(?=(?P<signs>(?:\s*(?:{BOX}|[^\w\"”»').,?!\s]))+))(?P=signs)$")
_CHOSEN = re.compile(r"(?:(?<!\s)\s+)?[\[(](?:selected|checked|ticked|chosen)[\])]$", re.I)
_LONE_X = re.compile(r"[xX]\s+(?=\w)|(?<=\w)\s+[xX]$")
_SEVERAL = re.compile(r"(?:(?<!\s)\s+)?[;|\t]\s*")
_LISTED = re.compile(r",\s+")
_EITHER = re.compile(r"\s+or\s+|\s*[/|,;]\s*|\s+", re.I)
_LEADING = re.compile(r"(\w+(?:\s\w+)?)\s?(?:[,.;:(–—，。；：（、،؛-]|$)")
_BULLET_LIKE = "●■"
LONG, _LONGEST_CELL, _MOST_COMMAS = 400, 4000, 5
_SHOWS_OPTIONS = 0.6


@dataclass(frozen=True, slots=True)
class Line:
    """A printed option: its words, its box (None without one), whether that may be a bullet, whether words follow,
    whether a box or a bullet stands before it, how it is formatted."""

    option: str
    label: str
    box: MarkState | None
    bullet: bool = False
    speaks: bool = False
    dressed: bool = False
    look: Look = Look.PLAIN


def prints_option(block: Block, question: Question) -> bool:
    """Whether a line prints an option of a question, by more than one telling word."""
    words, _ = bare(block)
    option = option_of(words, question) if len(words) <= LONG else None
    return option is not None and len(stems(words) & wording(option.phrases).vocabulary - FORM) > 1


def options(block: Block, question: Question) -> tuple[Line, ...]:
    """The options that a line prints: one, or several in a row."""
    words, box = bare(block)
    chosen = _joined(words, question) if len(words) <= _LONGEST_CELL else ()
    if len(words) > LONG:
        return chosen or _leading(words, box, question)
    bullet = block.text[:1] in _BULLET_LIKE
    if not chosen and (option := option_of(words, question)):
        return (Line(option.slug, words, box, bullet, dressed=is_dressed(block), look=block.look),)
    return chosen or _either(words, question) or _leading(words, box, question)


def bare(block: Block) -> tuple[str, MarkState | None]:
    """The words of an option without bullet and box, and what the box shows."""
    words = (
        BOX_BEHIND.sub("", _BEFORE.sub("", block.text, count=1)[:LONG])
        if len(block.text) <= LONG
        else block.text
    )
    for chosen in (_CHOSEN, _LONE_X):
        if block.mark is None and chosen.search(words):
            return chosen.sub("", words), MarkState.SELECTED
    return words, block.mark


@lru_cache(maxsize=20_000)
def option_of(words: str, question: Question) -> Option | None:
    """The option that fits best; a short one ("Yes") must be all that is said. Most recur in every response."""
    line = stems(words)
    scored = [(likeness(line, option), -place, option) for place, option in enumerate(question.options)]
    best, _, option = max(scored, key=lambda found: found[:2], default=(0.0, 0, None))
    return option if best > 0 else None


def likeness(line: frozenset[str], option: Option) -> float:
    found, cues = fit(line, wording(option.phrases)), wording(option.phrases)
    if not line or found.purity < 0.5 or (len(cues.vocabulary) == 1 and line != cues.vocabulary):
        return 0.0
    return found.purity * found.complete + 0.01 * min(found.matched, 20)


def _joined(words: str, question: Question) -> tuple[Line, ...]:
    """The options of one cell, "one; two;" or "one, two": the list of what was chosen."""
    if question.kind is not QuestionKind.MULTI_CHOICE:
        return ()
    apart = _SEVERAL.split(words.strip(";| \t"))
    if len(apart) == 1:
        found = _listed(_LISTED.split(words), question)
    else:
        found = [
            (option.slug, part)
            for part in apart
            if len(part) <= LONG and (option := option_of(part, question))
        ]
        if len(words) > LONG and len(found) < _SHOWS_OPTIONS * len(apart):
            return ()
    return tuple(Line(slug, part, MarkState.SELECTED) for slug, part in found)


def _listed(parts: list[str], question: Question) -> list[tuple[str, str]]:
    """The options that a whole text lists, each once; a comma may stand within one. Nothing when it says anything else."""
    found: list[tuple[str, str]] = []
    while parts and len(found) <= len(question.options):
        ends = range(1, min(_MOST_COMMAS, len(parts)) + 1)
        runs = [
            (option, ", ".join(parts[:end]), end)
            for end in ends
            if (option := option_of(", ".join(parts[:end]), question))
        ]
        if not runs:
            return []
        option, words, end = max(runs, key=lambda run: (likeness(stems(run[1]), run[0]), run[2]))
        found.append((option.slug, words))
        parts = parts[end:]
    return found if not parts and 1 < len(found) == len({slug for slug, _ in found}) else []


def _either(words: str, question: Question) -> tuple[Line, ...]:
    """Several options in a row without boxes, "Yes / No": the form's."""
    parts = _EITHER.split(words)
    if not 1 < len(parts) <= len(question.options):
        return ()
    found = [(option, part) for part in parts if (option := option_of(part, question))]
    distinct = len({option.slug for option, _ in found}) == len(parts)
    return tuple(Line(option.slug, part, None) for option, part in found) if distinct else ()


def _leading(words: str, box: MarkState | None, question: Question) -> tuple[Line, ...]:
    """An option with which a sentence begins: "Yes, since 2019"."""
    start = _LEADING.match(words)
    option = option_of(start[1], question) if start and start.end() < len(words) else None
    if start is None or option is None or len(wording(option.phrases).vocabulary) > 1:
        return ()
    return (Line(option.slug, start[1], box, speaks=True),)


def is_dressed(block: Block) -> bool:
    return block.mark is not None or not (block.text[0].isalnum() or block.text[0] in '("“')
