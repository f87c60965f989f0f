"""Words of a correction found in a response: names without regard to case and spaces, quotes without regard to spaces."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

from .errors import InputError
from .model import Correction, Response, Span

__all__ = ["evened", "missed", "nearest", "text_of", "where"]


def evened(words: str) -> str:
    """A name as it is compared."""
    return " ".join(words.split()).casefold()


def where(words: str, text: str) -> Span | None:
    """The first place of words in a text, whatever spaces part them; None when they are not there."""
    parts = [re.escape(part) for part in words.split()]
    found = re.search(r"\s+".join(parts), text) if parts else None
    return Span(found.start(), found.end()) if found else None


def text_of(response: Response, question: int | None) -> str:
    """The text of an answer; empty when there is none."""
    return next((answer.text for answer in response.answers if answer.question == question), "")


def nearest(name: str, known: Iterable[str]) -> str:
    """The names that come nearest to one, for a hint; empty when none comes near."""
    by_key = {evened(one): one for one in sorted(known)}
    found = get_close_matches(evened(name), list(by_key), 3, 0.5)
    return "the nearest that is there: " + ", ".join(repr(by_key[key]) for key in found) if found else ""


def missed(correction: Correction, why: str, hint: str = "") -> InputError:
    """The report that a correction no longer matches: which one, what it looked for, and what is there instead."""
    said = f" {correction.property} {correction.value!r}" if correction.property else ""
    at = f", question {correction.question}" if correction.question else ""
    return InputError(
        f"no longer matches: {correction.action} {correction.kind} {correction.name!r}{said} ({correction.response}{at}): {why}",
        file=correction.file, place=f"line {correction.line}",
        hint=hint or "look at what is there with: lgq-graph explain, or lgq-graph inspect",
    )  # fmt: skip
