"""A response as the questions that it asks, for those who lay it out anew.

Knows nothing of the package, so that a mistake there cannot hide behind the same mistake here: a question is known by
the words that it has in `examples/`, whatever number, spelling or order a rewrite gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from .conftest import EXAMPLES

__all__ = ["BOX", "ITEM", "LINK", "Asked", "head_of", "is_section", "lines_of", "links_of", "questions_of"]

BOX = re.compile(r"(☒|☐|\[x\]|\[ \]) (.*)")
LINK = re.compile(r"\[([^\]]+)\]\((https?://[^)\s]+)\)")
ITEM = re.compile(r"[•-] (.*)")
_LABEL = re.compile(r"(?:Q?\d{1,2}[.)]\s+)?")
_SECTION = re.compile(r"[IVX]{1,4}\.\s|City and Country|Contact information|Is there legislation|THANK YOU")
_TICKED = ("☒", "[x]")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: its number or what stands for it, its words, and whether an answer is required; what stands under it as
    its answer, and behind that what belongs to no question, such as the heading of the next section."""

    label: str
    heading: str
    required: bool
    lines: tuple[str, ...]
    after: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """Its number and words."""
        return f"{self.label} {self.heading}".strip()

    @property
    def printed(self) -> str:
        """The line that asks, as the form prints it."""
        return self.title + " *" * self.required

    @property
    def options(self) -> tuple[tuple[bool, str], ...]:
        """Its options, and whether each is ticked."""
        found = filter(None, map(BOX.fullmatch, self.lines))
        return tuple((box[1] in _TICKED, box[2]) for box in found)

    @property
    def words(self) -> tuple[str, ...]:
        """The lines that are no options."""
        return tuple(line for line in self.lines if not BOX.fullmatch(line))


def is_section(line: str) -> bool:
    """Whether a line is the heading of a section."""
    return _SECTION.match(line) is not None


def lines_of(text: str) -> Iterator[str]:
    """The lines of a text, blank ones left out."""
    return filter(None, (line.strip() for line in text.split("\n")))


def links_of(line: str) -> Iterator[tuple[str, str]]:
    """The stretches of a line, each with where it leads."""
    end = 0
    for found in LINK.finditer(line):
        yield line[end : found.start()], ""
        yield found[1], found[2]
        end = found.end()
    yield line[end:], ""


def head_of(text: str) -> list[str]:
    """What stands before the first question."""
    return list(_cut(text)[0])


def questions_of(text: str) -> list[Asked]:
    """The questions in their order, each with its answer."""
    return [_asked(line, body) for line, *body in _cut(text)[1:]]


def _cut(text: str) -> list[list[str]]:
    """The lines before the first question, and those of each."""
    pieces: list[list[str]] = [[]]
    for line in lines_of(text):
        if _core(line) in _known():
            pieces.append([])
        pieces[-1].append(line)
    return pieces


def _asked(line: str, body: list[str]) -> Asked:
    end = next((place for place, under in enumerate(body) if is_section(under)), len(body))
    words = _LABEL.sub("", line, count=1)
    label = line[: len(line) - len(words)].strip()
    heading = words.removesuffix("*").rstrip()
    return Asked(label, heading, heading != words, tuple(body[:end]), tuple(body[end:]))


@cache
def _known() -> frozenset[str]:
    """The words of all questions in `examples/`, which are numbered 1, 2, 3 … there, each at the start of a line."""
    known = set()
    for file in EXAMPLES.glob("*.txt"):
        number = 1
        for line in lines_of(file.read_text(encoding="utf-8")):
            if line.startswith(f"{number}. "):
                known.add(_core(line))
                number += 1
    return frozenset(known)


def _core(line: str) -> str:
    """The letters of a line without its number."""
    return re.sub(r"[^a-z]", "", _LABEL.sub("", line, count=1).casefold())
