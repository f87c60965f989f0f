"""Where a question could stand: every line that reads like its wording, with the weight of the evidence.

The wording decides whether a line is a heading at all; its number, its form ("…?", "…:", "… *") and, in `path`, the
headings around it decide between two that read alike.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest

from ..model import Block, Document, Question, Questionnaire
from .form import skip_form_text
from .wording import FORM, Fit, fit, stem_list, stems, wording

__all__ = ["QUESTION_WORD", "Candidate", "asks", "candidates", "label_of"]

_LABEL = re.compile(
    r"[\W_]{0,6}(?:(?:question|quest|q|no|nr|item)(?=[\W\d])[\s.:#№]{0,3}|[#№]\s?)?"
    r"(\d{1,3})(\.\d{1,2}\b)?[a-d]?(?:\s?[.):\]–—-]{1,3}|(?=\s)|$)\s{0,8}",
    re.I,
)
_BARE_LABEL = re.compile(
    r"(?:\W{0,3}(?:question|q)[\s.:#]{0,3}\d{1,3}\W{0,3}|\W{0,3}\d{1,3}\s?[.):]\W{0,3})", re.I
)
_CUT = re.compile(r"[?*|\t]|:(?!//)|(?<=\w{3})\.(?=\s)|\s[-–—](?=\s)")
_ENDED = re.compile(r"[?*:]\W{0,3}$")
_REQUEST = re.compile(  # "State whether the city …": it asks, and the verb says nothing of what
    r"\W{0,3}(?:(?:please|kindly)\s)?(check|choose|describe|enter|explain|give|indicate|list|mark|mention|name|outline|provide|report|say|select"
    r"|share|specify|state|tell|tick)(?:\sus)?(?=\s\S+\s\S)",
    re.I,
)
QUESTION_WORD = re.compile(
    r"\W{0,3}(?:what|which|who|how|where|when|is|are|do|does|did|has|have|can|please|if|list|indicate|provide|specify)\b",
    re.I,
)
"""A word with which a question or a request of the form begins."""
_SIGNS = frozenset("?:*|\t")
_REACH = 700
_MOST_CUTS, _MOST_LINES, _MOST_PLACES = 6, 10, 64
_WRAPPED_LENGTH = 300
_SENTENCE, _RUNS_ON = 6, 2
_LEAST = -1.3


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of a line as a heading: the blocks `first` to `last` (the heading ends at offset `tail` of the last)
    ask `question`, under the printed number `label`; `words` telling words speak for it, in all `weight`."""

    first: int
    last: int
    tail: int
    question: int
    label: int | None
    words: int
    weight: float


def candidates(document: Document, questionnaire: Questionnaire) -> tuple[Candidate, ...]:
    """The readings worth weighing, in order of place; for one question the best few dozen at most."""
    by_question: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in _Seeker(document.blocks, questionnaire).seek():
        by_question[candidate.question].append(candidate)
    best = (
        c
        for found in by_question.values()
        for c in nsmallest(_MOST_PLACES, found, key=lambda c: (-c.weight, c.first))
    )
    return tuple(sorted(best, key=lambda c: (c.first, c.last, c.question)))


def label_of(text: str) -> tuple[int | None, int]:
    """The number that a line begins with, and where the words begin; of "3.2" the number is not told."""
    found = _LABEL.match(text)
    if not found:
        return None, 0
    return (None if found[2] else int(found[1])), found.end()


def asks(text: str) -> bool:
    """Whether a text is put as a question or a request: by its first word, or by a sign at its end."""
    return text.endswith(("?", "*", ":")) or bool(QUESTION_WORD.match(text) or _REQUEST.match(text))


class _Seeker:
    """Goes through the blocks once; what it looks at of each is bounded."""

    def __init__(self, blocks: tuple[Block, ...], questionnaire: Questionnaire) -> None:
        self.blocks = blocks
        self.asked = {question.number: question for question in questionnaire.questions}
        self.askers: dict[str, list[int]] = defaultdict(list)
        for question in questionnaire.questions:
            for stem in wording(question.phrases).vocabulary:
                self.askers[stem].append(question.number)

    def seek(self) -> Iterator[Candidate]:
        bare: int | None = None
        set_apart = any(block.asks for block in self.blocks)
        for index, block in enumerate(self.blocks):
            if set_apart and not block.asks:
                continue
            label, start = label_of(block.text[:_REACH])
            first = index if bare is None or label is not None else index - 1
            yield from self.readings(index, start, first, bare if first < index else label)
            bare = label if _BARE_LABEL.fullmatch(block.text) else None

    def readings(self, index: int, start: int, first: int, label: int | None) -> Iterator[Candidate]:
        for question in self.suspects(self.blocks[index].text[start : start + _REACH]):
            window = self.window(index, start, question)
            reading = _read(window.text, question)
            weight = _weight(reading, question, label)
            if reading.fit.matched and weight > _LEAST:
                yield Candidate(
                    first, *window.place(reading.tail), question.number, label, reading.fit.matched, weight
                )

    def suspects(self, text: str) -> tuple[Question, ...]:
        """The questions that know most of the first telling words."""
        telling = _telling(text)
        counts = Counter(number for word in telling for number in self.askers.get(word, ()))
        return tuple(self.asked[n] for n, count in sorted(counts.items()) if count >= 0.5 * len(telling))

    def window(self, index: int, start: int, question: Question) -> _Window:
        """The line, and the next ones as long as the heading runs on there."""
        text, starts = self.blocks[index].text[start : start + _REACH], [-start]
        for ahead in self.blocks[index + 1 : index + _MOST_LINES]:
            if self.blocks[index].asks or not _runs_on(text, ahead.text, question):
                break
            starts.append(len(text) + 1)
            text = f"{text} {ahead.text}"
        return _Window(text, tuple(starts), index)


@dataclass(frozen=True, slots=True)
class _Window:
    """Some lines as one: where each starts in the text, the first with the stretch before it that is left out."""

    text: str
    starts: tuple[int, ...]
    first: int

    def place(self, offset: int) -> tuple[int, int]:
        """The block of an offset, and the offset in that block."""
        row = bisect_right(self.starts, offset) - 1
        return self.first + row, offset - self.starts[row]


@lru_cache(maxsize=20_000)
def _telling(text: str) -> tuple[str, ...]:
    """The first words of a line that tell one question from another, else the first at all."""
    cut = _CUT.search(text, 2)
    words = stem_list(text[: cut.start()] if cut else text[:200])
    telling = tuple(word for word in dict.fromkeys(words) if word not in FORM)
    return telling[:5] or words[:5]


def _runs_on(text: str, ahead: str, question: Question) -> bool:
    """Whether a line goes on with the heading that the line before it began."""
    open_ = text.count("(") > text.count(")")
    ended = _ENDED.search(text, max(0, len(text) - 5)) or (text.endswith(".") and not open_)
    if ended or not 25 <= len(text) <= _REACH or len(ahead) > _WRAPPED_LENGTH:
        return False
    cues, cut = wording(question.phrases).vocabulary - FORM, _CUT.search(ahead)
    words = stems(ahead[: cut.end()] if cut else ahead)
    known = words & (cues | wording(question.help).vocabulary | FORM)
    if len(known) < 0.8 * len(words) or len(cues) < _RUNS_ON or label_of(ahead)[0] is not None:
        return False
    if not words:
        return ahead[0].islower()
    said = fit(stems(text), wording(question.phrases))
    if said.complete == said.purity == 1.0 and ahead[0].isupper() and not (open_ or text.isupper()):
        return False
    return open_ or cut is not None or ahead[0].islower() or text.isupper() or len(cues) >= _SENTENCE


def _best_end(text: str, question: Question) -> tuple[int, int, Fit]:
    """Where the words of the heading end, where the sign after them does, and how well the words fit.

    The first sign after a whole cue and nothing else ends it: what follows is the answer, whatever its words.
    """
    cues, request = wording(question.phrases), _REQUEST.match(text)
    idle = stems(request[0]) - cues.vocabulary if request else frozenset()
    ends = [(stop, end, fit(stems(text[:stop]) - idle, cues)) for stop, end in _ends(text)]
    for stop, end, found in ends:
        if found.complete == 1.0 and found.purity == 1.0 and text[stop:end] in _SIGNS:
            return stop, end, found
    return max(ends, key=lambda found: (_score(found[2]), -found[0]))


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text as a heading: how its words fit and where it ends; it asks ("…?", "What …"), it ends in a sign ("…:",
    "… *"), nothing else is on the line."""

    fit: Fit
    tail: int
    asks: bool
    ends: bool
    alone: bool


@lru_cache(maxsize=20_000)
def _read(text: str, question: Question) -> _Reading:
    """How a text reads as the question; lines that recur, in this response or in others, are read once."""
    stop, end, found = _best_end(text, question)
    tail = end + skip_form_text(text[end:], question)
    sign = text[stop:end].strip()
    asking = sign == "?" or bool(QUESTION_WORD.match(text) or _REQUEST.match(text))
    return _Reading(found, tail, asking, sign in _SIGNS, not text[tail:].strip(" *:_"))


def _ends(text: str) -> Iterator[tuple[int, int]]:
    """Where the words of the heading may end, and where the sign that ends them does."""
    for number, cut in enumerate(_CUT.finditer(text, 1)):
        if number == _MOST_CUTS:
            break
        yield cut.start(), cut.end()
    yield len(text), len(text)


def _score(found: Fit) -> float:
    return 0.6 * min(found.matched, 5) - 4 * (1 - found.purity)


def _weight(reading: _Reading, question: Question, label: int | None) -> float:
    """The evidence that a line is the question's heading; about 0 when nothing but one shared word speaks for it."""
    found = reading.fit
    impure = found.purity < (0.99 if found.matched <= 2 else 0.6)
    long = len(wording(question.phrases).vocabulary - FORM) >= _SENTENCE
    formed = reading.alone and (reading.ends or found.purity == found.complete == 1.0)
    formed = formed or (not long and (reading.ends or reading.alone))
    formless = label is None and not reading.asks and not formed
    weight = _score(found) - 1.5 + 0.5 * found.complete - 3.0 * (impure or formless)
    weight += 0.5 * (label is not None) + 0.7 * (label == question.number)
    return weight + 0.5 * reading.alone + 0.3 * (reading.ends or reading.asks)
