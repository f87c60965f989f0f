"""What became of every line of a document: the other side of `align`, which keeps the answers alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model import Block, Fate, Look, Question, Span, Use
from .bodies import Heading, is_blank, narrowed, text_of
from .form import is_furniture
from .layout import CHOICES, Layout
from .marks import said_in, without_boxes
from .unlisted import Unlisted

__all__ = ["RUNNING", "uses_of"]

RUNNING = "running head or page number"
_ABOVE, _AGAIN, _BLANK = (
    "above the first question",
    "asked again further down",
    "says that there is no answer",
)
_STRUCK, _TITLE = "struck out", "title and introduction of a section"
_TAKEN = {
    "heading": (Fate.QUESTION, ""),
    "section": (Fate.QUESTION, _TITLE),
    "other options": (Fate.SKIPPED, "options of a question that was not found"),
    "wording": (Fate.QUESTION, "wording of the form under the question"),
    "furniture": (Fate.FURNITURE, "button, page number or closing words of the form"),
    "lead": (Fate.QUESTION, "lead to the next question"),
}


def uses_of(layout: Layout) -> Iterator[Use]:
    """What became of all characters of all blocks, in order."""
    blocks = layout.document.blocks
    first = layout.headings[0].first if layout.headings else len(blocks)
    for place in range(first):
        furniture = is_furniture(blocks[place].text, layout.form)
        yield _whole(blocks, place, Fate.FURNITURE if furniture else Fate.SKIPPED, _ABOVE)
    last = {heading.question: heading.first for heading in layout.headings}
    for heading, following, end in layout.bodies():
        yield from _asked(blocks, heading)
        for use in _under(layout, heading, following, end):
            again = last[heading.question] != heading.first and use.fate is Fate.ANSWER
            yield Use(use.block, use.span, Fate.SKIPPED, _AGAIN, use.question) if again else use
        for place in range(end, following.first if following else len(blocks)):
            yield _whole(blocks, place, Fate.QUESTION, _TITLE)


def _whole(blocks: tuple[Block, ...], place: int, fate: Fate, reason: str = "", question: int = 0) -> Use:
    return Use(place, Span(0, len(blocks[place].text)), fate, reason, question)


def _asked(blocks: tuple[Block, ...], heading: Heading) -> Iterator[Use]:
    """The lines of the question itself, without what stands behind it on the last of them."""
    for place in range(heading.first, heading.last):
        yield _whole(blocks, place, Fate.QUESTION, "", heading.question)
    end = len(blocks[heading.last].text) if blocks[heading.last].asks else heading.tail
    yield Use(heading.last, Span(0, end), Fate.QUESTION, "", heading.question)


def _under(layout: Layout, heading: Heading, following: Heading | None, end: int) -> Iterator[Use]:
    """What stands under a heading: each step of `narrowed` takes some of it away, and the rest is the answer."""
    blocks, number = layout.document.blocks, heading.question
    behind = 0 if blocks[heading.last].asks else 1
    places = range(heading.last + 1 - behind, end)
    begins = {place: heading.tail if place == heading.last else 0 for place in places}
    steps = list(narrowed(layout.document, heading, following, end, layout.form))
    for what, lines in steps:
        left = _begins(blocks, places, lines)
        for place, begin in begins.items():
            until = left.get(place, len(blocks[place].text))
            if begin < until:
                fate, reason = _TAKEN[what]
                yield Use(place, Span(begin, until), fate, reason, number)
        begins = left
    kept = tuple(steps[-1][1])
    fates = _fates(layout.form.question(number), heading, kept)
    for (place, begin), (fate, reason) in zip(begins.items(), fates, strict=True):
        yield Use(place, Span(begin, len(blocks[place].text)), fate, reason, number)


def _begins(blocks: tuple[Block, ...], places: range, lines: Iterable[Block]) -> dict[int, int]:
    """Where each line that is left begins in its block: the lines are some of the blocks, in order, the first perhaps its end."""
    found: dict[int, int] = {}
    own = {id(blocks[place]) for place in places}
    left = iter(places)
    for line in lines:
        for place in left:
            block = blocks[place]
            cut = id(line) not in own and block.line == line.line and block.text.endswith(line.text)
            if block is line or cut:
                found[place] = len(block.text) - len(line.text)
                break
    return found


def _fates(question: Question, heading: Heading, kept: tuple[Block, ...]) -> list[tuple[Fate, str]]:
    """What became of each line of an answer."""
    unknown = isinstance(heading, Unlisted) and not question.phrases
    if question.kind in CHOICES and not unknown:
        said = {id(block) for block in said_in(kept, question)}
        return [(Fate.ANSWER if id(block) in said else Fate.OPTION, "") for block in kept]
    written = without_boxes(kept) if unknown else kept
    text = text_of(written)
    rest = (Fate.WITHHELD if question.personal else Fate.ANSWER, "")
    if is_blank(text):
        rest = Fate.ANSWER, _BLANK
    boxed = unknown and written is not kept
    return [
        (Fate.OPTION, "") if boxed and block.mark is not None
        else (Fate.SKIPPED, _STRUCK) if block.look is Look.STRUCK
        else rest
        for block in kept
    ]  # fmt: skip
