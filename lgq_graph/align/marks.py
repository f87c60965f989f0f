"""Ticks: the options printed under a choice, and what their boxes show.

A print without boxes that shows every option tells nothing: each is unknown. One that shows a single option, or some of
many, shows what was chosen. A round bullet before every option is a list style and no tick.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from ..model import Answer, Block, Look, Mark, MarkState, Option, Question, QuestionKind
from .wording import FORM, fit, stem_list, stems, wording

__all__ = ["Choice", "prints_option", "read_choice", "rest_not_chosen", "said_in", "without_boxes"]

_BOX = r"[\[(]\s?[xX✓✔*•_]?\s?[\])]|_{1,20}(?:\s?[xX✓✔]\s?_{1,20})?"
_BULLET = r"(?:[A-Za-z]|\d{1,2})[.)]\s+|[oO]\s+"
_BEFORE = re.compile(rf"^(?:{_BOX}|{_BULLET}|[^\w\"“«'(])+")
# Read ahead and taken whole, for "[ ]" reads as a box and as two brackets, and a row of them must not be tried both ways.
# (Python before 3.11.5 matches possessive quantifiers wrongly.)
_AFTER = re.compile(rf"(?=(?P<signs>(?:\s*(?:{_BOX}|[^\w\"”»').,?!\s]))+))(?P=signs)$")
_CHOSEN = re.compile(r"(?:(?<!\s)\s+)?[\[(](?:selected|checked|ticked|chosen)[\])]$", re.I)
_LONE_X = re.compile(r"[xX]\s+(?=\w)|(?<=\w)\s+[xX]$")
_SEVERAL = re.compile(r"(?:(?<!\s)\s+)?[;|\t]\s*")
_LISTED = re.compile(r",\s+")
_EITHER = re.compile(r"\s+or\s+|\s*[/|,;]\s*|\s+", re.I)
_LEADING = re.compile(r"(\w+(?:\s\w+)?)\s?(?:[,.;:(–—，。；：（、،؛-]|$)")
_BULLET_LIKE = "●■"
_ROUND = _BULLET_LIKE + "○□◉◯▢"
_OTHER = frozenset(["other"])
_LONG, _LONGEST_CELL, _MOST_COMMAS = 400, 4000, 5
_SHOWS_CHOSEN, _SHOWS_OPTIONS = 0.75, 0.6


@dataclass(frozen=True, slots=True)
class Choice:
    """What stands under a choice: the options with their marks, and the words beside them."""

    marks: tuple[Mark, ...]
    text: str


@dataclass(frozen=True, slots=True)
class _Line:
    """A printed option: its words, its box (None without one), whether that may be a bullet, whether words follow,
    whether a box or a bullet stands before it, how it is formatted."""

    option: str
    label: str
    box: MarkState | None
    bullet: bool = False
    speaks: bool = False
    dressed: bool = False
    look: Look = Look.PLAIN


def read_choice(blocks: tuple[Block, ...], question: Question) -> Choice:
    """The options and the free text among the lines of a choice."""
    lines, said = _read(blocks, question)
    marks = _marks(_distinct(lines), question)
    return Choice(marks, "\n".join(block.text for block in said) or _ticked_words(marks, question))


def said_in(blocks: tuple[Block, ...], question: Question) -> list[Block]:
    """The lines of a choice that are free text."""
    return _read(blocks, question)[1]


def _read(blocks: tuple[Block, ...], question: Question) -> tuple[list[_Line], list[Block]]:
    lines: list[_Line] = []
    said: list[Block] = []
    for block in blocks:
        found = _options(block, question)
        if lines and not said and _continues(block, found, lines[-1], question):
            lines[-1] = replace(lines[-1], label=f"{lines[-1].label} {block.text}")
            continue
        lines += found
        if any(line.speaks for line in found) or not (found or stems(block.text) == _OTHER):
            said.append(block)
    return lines, said


def prints_option(block: Block, question: Question) -> bool:
    """Whether a line prints an option of a question, by more than one telling word."""
    words, _ = _bare(block)
    option = _option(words, question) if len(words) <= _LONG else None
    return option is not None and len(stems(words) & wording(option.phrases).vocabulary - FORM) > 1


def without_boxes(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """What is said where the options are not known: the lines without a box, and the ticked ones without theirs.

    Signs all alike that may be bullets are bullets.
    """
    boxes = [block for block in blocks if block.mark is not None]
    if len({block.mark for block in boxes}) == 1 and all(block.text[0] in _ROUND for block in boxes):
        return blocks
    return tuple(
        replace(block, text=_bare(block)[0]) if block.mark else block
        for block in blocks
        if block.mark in (None, MarkState.SELECTED)
    )


def rest_not_chosen(answer: Answer, question: Question) -> Answer:
    """The answer with every option that it does not name as not selected, if it names one that is."""
    if not any(mark.state is MarkState.SELECTED for mark in answer.marks):
        return answer
    named = {mark.option: mark for mark in answer.marks}
    rest = (Mark(option.slug, option.label, MarkState.NOT_SELECTED) for option in question.options)
    return replace(answer, marks=tuple(named.get(mark.option, mark) for mark in rest))


def _options(block: Block, question: Question) -> tuple[_Line, ...]:
    """The options that a line prints: one, or several in a row."""
    words, box = _bare(block)
    chosen = _joined(words, question) if len(words) <= _LONGEST_CELL else ()
    if len(words) > _LONG:
        return chosen or _leading(words, box, question)
    bullet = block.text[:1] in _BULLET_LIKE
    if not chosen and (option := _option(words, question)):
        return (_Line(option.slug, words, box, bullet, dressed=_is_dressed(block), look=block.look),)
    return chosen or _either(words, question) or _leading(words, box, question)


def _bare(block: Block) -> tuple[str, MarkState | None]:
    """The words of an option without bullet and box, and what the box shows."""
    words = (
        _AFTER.sub("", _BEFORE.sub("", block.text, count=1)[:_LONG])
        if len(block.text) <= _LONG
        else block.text
    )
    for chosen in (_CHOSEN, _LONE_X):
        if block.mark is None and chosen.search(words):
            return chosen.sub("", words), MarkState.SELECTED
    return words, block.mark


@lru_cache(maxsize=20_000)
def _option(words: str, question: Question) -> Option | None:
    """The option that fits best; a short one ("Yes") must be all that is said. Most recur in every response."""
    line = stems(words)
    scored = [(_likeness(line, option), -place, option) for place, option in enumerate(question.options)]
    likeness, _, option = max(scored, key=lambda found: found[:2], default=(0.0, 0, None))
    return option if likeness > 0 else None


def _likeness(line: frozenset[str], option: Option) -> float:
    found, cues = fit(line, wording(option.phrases)), wording(option.phrases)
    if not line or found.purity < 0.5 or (len(cues.vocabulary) == 1 and line != cues.vocabulary):
        return 0.0
    return found.purity * found.complete + 0.01 * min(found.matched, 20)


def _joined(words: str, question: Question) -> tuple[_Line, ...]:
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
            if len(part) <= _LONG and (option := _option(part, question))
        ]
        if len(words) > _LONG and len(found) < _SHOWS_OPTIONS * len(apart):
            return ()
    return tuple(_Line(slug, part, MarkState.SELECTED) for slug, part in found)


def _listed(parts: list[str], question: Question) -> list[tuple[str, str]]:
    """The options that a whole text lists, each once; a comma may stand within one. Nothing when it says anything else."""
    found: list[tuple[str, str]] = []
    while parts and len(found) <= len(question.options):
        ends = range(1, min(_MOST_COMMAS, len(parts)) + 1)
        runs = [
            (option, ", ".join(parts[:end]), end)
            for end in ends
            if (option := _option(", ".join(parts[:end]), question))
        ]
        if not runs:
            return []
        option, words, end = max(runs, key=lambda run: (_likeness(stems(run[1]), run[0]), run[2]))
        found.append((option.slug, words))
        parts = parts[end:]
    return found if not parts and 1 < len(found) == len({slug for slug, _ in found}) else []


def _either(words: str, question: Question) -> tuple[_Line, ...]:
    """Several options in a row without boxes, "Yes / No": the form's."""
    parts = _EITHER.split(words)
    if not 1 < len(parts) <= len(question.options):
        return ()
    found = [(option, part) for part in parts if (option := _option(part, question))]
    distinct = len({option.slug for option, _ in found}) == len(parts)
    return tuple(_Line(option.slug, part, None) for option, part in found) if distinct else ()


def _leading(words: str, box: MarkState | None, question: Question) -> tuple[_Line, ...]:
    """An option with which a sentence begins: "Yes, since 2019"."""
    start = _LEADING.match(words)
    option = _option(start[1], question) if start and start.end() < len(words) else None
    if start is None or option is None or len(wording(option.phrases).vocabulary) > 1:
        return ()
    return (_Line(option.slug, start[1], box, speaks=True),)


def _continues(block: Block, found: tuple[_Line, ...], line: _Line, question: Question) -> bool:
    """Whether a line ends the option that the line before it began: it says more of it, bare of box and bullet."""
    if question.kind is not QuestionKind.MULTI_CHOICE or len(block.text) > _LONG or _is_dressed(block):
        return False
    if found and not line.dressed:
        return len(found) == 1 and found[0].option == line.option
    option = next(option for option in question.options if option.slug == line.option)
    words = stem_list(block.text)
    known = sum(word in wording(option.phrases).vocabulary | FORM for word in words)
    return bool(words) and known >= 0.6 * len(words)


def _is_dressed(block: Block) -> bool:
    return block.mark is not None or not (block.text[0].isalnum() or block.text[0] in '("“')


def _distinct(lines: Iterable[_Line]) -> tuple[_Line, ...]:
    """Each option once: the line with a box before the one without, else the first."""
    kept: dict[str, _Line] = {}
    for line in lines:
        if line.option not in kept or (kept[line.option].box is None and line.box is not None):
            kept[line.option] = line
    return tuple(kept.values())


def _marks(lines: tuple[_Line, ...], question: Question) -> tuple[Mark, ...]:
    order = [option.slug for option in question.options]
    states = _states(lines, question)
    unknown = set(states) == {MarkState.UNKNOWN}
    implied = _implied([line.look for line in lines], question) if unknown else [None] * len(lines)
    marks = (
        Mark(line.option, line.label, state, hint)
        for line, state, hint in zip(lines, states, implied, strict=True)
    )
    return tuple(sorted(marks, key=lambda mark: order.index(mark.option)))


def _implied(looks: list[Look], question: Question) -> list[MarkState | None]:
    """What formatting alone says: some options stand out, or some are struck out; all of one look say nothing."""
    many = question.kind is QuestionKind.MULTI_CHOICE
    for chosen in ([look is Look.STRESSED for look in looks], [look is not Look.STRUCK for look in looks]):
        if not all(chosen) and (sum(chosen) == 1 or (many and any(chosen))):
            return [MarkState.SELECTED if one else MarkState.NOT_SELECTED for one in chosen]
    return [None] * len(looks)


def _states(lines: tuple[_Line, ...], question: Question) -> tuple[MarkState, ...]:
    boxes = [line.box for line in lines]
    if len(lines) > 1 and all(line.bullet for line in lines) and set(boxes) == {MarkState.SELECTED}:
        boxes = [None] * len(lines)
    if MarkState.SELECTED in boxes:
        return tuple(box or MarkState.NOT_SELECTED for box in boxes)
    if any(boxes):
        return tuple(box or MarkState.UNKNOWN for box in boxes)
    return (_without_boxes(lines, question),) * len(lines)


def _without_boxes(lines: tuple[_Line, ...], question: Question) -> MarkState:
    many = question.kind is QuestionKind.MULTI_CHOICE
    chosen = len(lines) == 1 or (many and len(lines) <= _SHOWS_CHOSEN * len(question.options))
    return MarkState.SELECTED if chosen else MarkState.UNKNOWN


def _ticked_words(marks: tuple[Mark, ...], question: Question) -> str:
    """What a single choice says when nothing else is said: the words of the option."""
    ticked = [mark.label for mark in marks if mark.state is MarkState.SELECTED]
    return "\n".join(ticked) if question.kind is QuestionKind.CHOICE else ""
