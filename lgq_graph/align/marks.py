"""Ticks: the options printed under a choice, and what their boxes show.

A print without boxes that shows every option tells nothing: each is unknown. One that shows a single option, or some of
many, shows what was chosen. A round bullet before every option is a list style and no tick.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..model import Answer, Block, Look, Mark, MarkState, Question, QuestionKind
from .broken import rejoined
from .options import LONG, Line, bare, is_dressed, options
from .wording import FORM, stem_list, stems, wording

__all__ = ["Choice", "read_choice", "rest_not_chosen", "said_in", "without_boxes"]

_BULLET_LIKE = "●■"
_ROUND = _BULLET_LIKE + "○□◉◯▢"
_OTHER = frozenset(["other"])
_SHOWS_CHOSEN = 0.75


@dataclass(frozen=True, slots=True)
class Choice:
    """What stands under a choice: the options with their marks, and the words beside them."""

    marks: tuple[Mark, ...]
    text: str


def read_choice(blocks: tuple[Block, ...], question: Question) -> Choice:
    """The options and the free text among the lines of a choice."""
    lines, said = _read(blocks, question)
    marks = _marks(_distinct(lines), question)
    return Choice(marks, "\n".join(block.text for block in said) or _ticked_words(marks, question))


def said_in(blocks: tuple[Block, ...], question: Question) -> list[Block]:
    """The lines of a choice that are free text."""
    return _read(blocks, question)[1]


def _read(blocks: tuple[Block, ...], question: Question) -> tuple[list[Line], list[Block]]:
    lines: list[Line] = []
    said: list[Block] = []
    for block in rejoined(blocks, question):
        found = options(block, question)
        if lines and not said and _continues(block, found, lines[-1], question):
            lines[-1] = replace(lines[-1], label=f"{lines[-1].label} {block.text}")
            continue
        lines += found
        if any(line.speaks for line in found) or not (found or stems(block.text) == _OTHER):
            said.append(block)
    return lines, said


def without_boxes(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """What is said where the options are not known: the lines without a box, and the ticked ones without theirs.

    Signs all alike that may be bullets are bullets.
    """
    boxes = [block for block in blocks if block.mark is not None]
    if len({block.mark for block in boxes}) == 1 and all(block.text[0] in _ROUND for block in boxes):
        return blocks
    return tuple(
        replace(block, text=bare(block)[0]) if block.mark else block
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


def _continues(block: Block, found: tuple[Line, ...], line: Line, question: Question) -> bool:
    """Whether a line ends the option that the line before it began: it says more of it, bare of box and bullet."""
    if question.kind is not QuestionKind.MULTI_CHOICE or len(block.text) > LONG or is_dressed(block):
        return False
    if found and not line.dressed:
        return len(found) == 1 and found[0].option == line.option
    option = next(option for option in question.options if option.slug == line.option)
    words = stem_list(block.text)
    known = sum(word in wording(option.phrases).vocabulary | FORM for word in words)
    return bool(words) and known >= 0.6 * len(words)


def _distinct(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Each option once: the line with a box before the one without, else the first."""
    kept: dict[str, Line] = {}
    for line in lines:
        if line.option not in kept or (kept[line.option].box is None and line.box is not None):
            kept[line.option] = line
    return tuple(kept.values())


def _marks(lines: tuple[Line, ...], question: Question) -> tuple[Mark, ...]:
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


def _states(lines: tuple[Line, ...], question: Question) -> tuple[MarkState, ...]:
    boxes = [line.box for line in lines]
    if len(lines) > 1 and all(line.bullet for line in lines) and set(boxes) == {MarkState.SELECTED}:
        boxes = [None] * len(lines)
    if MarkState.SELECTED in boxes:
        return tuple(box or MarkState.NOT_SELECTED for box in boxes)
    if any(boxes):
        return tuple(box or MarkState.UNKNOWN for box in boxes)
    return (_without_boxes(lines, question),) * len(lines)


def _without_boxes(lines: tuple[Line, ...], question: Question) -> MarkState:
    many = question.kind is QuestionKind.MULTI_CHOICE
    chosen = len(lines) == 1 or (many and len(lines) <= _SHOWS_CHOSEN * len(question.options))
    return MarkState.SELECTED if chosen else MarkState.UNKNOWN


def _ticked_words(marks: tuple[Mark, ...], question: Question) -> str:
    """What a single choice says when nothing else is said: the words of the option."""
    ticked = [mark.label for mark in marks if mark.state is MarkState.SELECTED]
    return "\n".join(ticked) if question.kind is QuestionKind.CHOICE else ""
