"""What a sentence says of a thing that it names in passing: the words behind the name, or those that lead to it.

"The Foo (link) marks quiet streets", "Foo, where women mark …", "Foo, the channel of …", "maps are shown in Foo", "with Foo people plan
a trip". Only words of the response count, and none that tell of another thing, a number or a goal.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace

from ..model import Kind, NameMention, Span
from .contacts import BLANK
from .kinds import KIND_NOUN
from .page import THINGS
from .purpose_words import (
    APART,
    BEHIND,
    BRACKET,
    BY_BEING,
    CLOSE,
    COUNTED,
    CUT,
    FOR,
    GOAL,
    IS,
    LISTED,
    NEW,
    NEXT,
    NO_APPOSITION,
    NO_SUBJECT,
    OPEN,
    OPENS_WITH,
    PART,
    PARTED,
    PAST,
    PLURAL,
    TAIL,
    THEN,
    TIES,
    UNPLAIN,
    USED_AT,
    VERB,
    WITH,
)

__all__ = ["with_purposes"]

_SAID = THINGS - {Kind.STRATEGY}
"""Of a strategy, words in passing tell who keeps it and what came of it."""
_REACH = 500


def with_purposes(
    text: str, names: tuple[NameMention, ...], sentences: tuple[Span, ...]
) -> tuple[NameMention, ...]:
    """The names, each thing that its entry does not describe with what its sentence or the next says that it is or does."""
    sayer = _Sayer(text, names, sentences)
    return tuple(
        replace(name, told=sayer.told(i)) if name.kind in _SAID and not name.description else name
        for i, name in enumerate(names)
    )


class _Sayer:
    """The words of one answer around its names."""

    def __init__(self, text: str, names: tuple[NameMention, ...], sentences: tuple[Span, ...]) -> None:
        self.text, self.names, self.sentences = text, names, sentences
        self.starts = [name.span.start for name in names]
        self.sentence_starts = {sentence.start for sentence in sentences}

    def told(self, at: int) -> Span | None:
        """What is said of the name at a place of the list, the plainest way of saying it first."""
        name = self.names[at].span
        place = max(0, bisect_right(self.sentences, name.start, key=lambda sentence: sentence.start) - 1)
        if not self.sentences:
            return None
        sentence = self.sentences[place]
        begin = max(sentence.start, name.start - _REACH)
        return (
            self._bracket(name, sentence)
            or self._behind(name, sentence)
            or self._fronted(name, sentence, begin)
            or self._led(at, begin)
            or self._apposed(name, begin)
            or self._next(at, place)
        )

    def _bracket(self, name: Span, sentence: Span) -> Span | None:
        found = BRACKET.match(self.text, name.end, min(sentence.end, name.end + _REACH))
        return self._worth(Span(*found.span("said"))) if found and found["said"][0].islower() else None

    def _behind(self, name: Span, sentence: Span) -> Span | None:
        """A relative clause, an apposition or the verb behind the name and its link."""
        stop = min(sentence.end, name.end + _REACH)
        gap = BEHIND.match(self.text, name.end, stop)
        if not gap:
            return None
        start = gap.end()
        parted = "," in gap[0][-2:] or self.text[start : start + 2] in ("– ", "— ", "- ")
        opening = PARTED.match(self.text, start, stop) if parted else _relative(self.text, start, stop)
        if opening and self._tells(start, opening, stop):
            return self._until(Span(start + len(opening[0]) - len(opening[0].lstrip("–—- ")), stop))
        linked = APART.search(gap[0]) is not None
        verb = VERB.match(self.text, start, stop) if linked or not parted else None
        if verb and PLURAL.match(verb[0]) and not name.of(self.text).endswith("s"):
            verb = None
        tells = verb or IS.match(self.text, start, stop)
        other = tells or (
            linked and WITH.match(self.text, start, stop) and not COUNTED.match(self.text, start, stop)
        )
        return self._until(Span(start, stop)) if other else None

    def _tells(self, start: int, opening: re.Match[str], stop: int) -> bool:
        """Whether a clause or apposition tells what a thing is: no past event, no count, and no other thing."""
        begin = start + len(opening[0]) - len(opening[0].lstrip("–—- "))
        named = bisect_left(self.starts, begin)
        other = named < len(self.starts) and self.starts[named] <= opening.end()
        counts = opening["relative"] or opening[0].split()[0].lower() in FOR
        counted = counts and COUNTED.match(self.text, opening.end(), stop)
        return not (
            other
            or counted
            or PAST.match(self.text, begin, stop)
            or NO_APPOSITION.match(self.text, begin, stop)
        )

    def _fronted(self, name: Span, sentence: Span, begin: int) -> Span | None:
        """Words behind a name that a sentence opens with: "With Foo (link) people plan a trip"."""
        opening = OPENS_WITH.search(self.text[begin : name.start])
        gap = BEHIND.match(self.text, name.end, sentence.end) if opening and not opening.start() else None
        if gap is None or not THEN.match(self.text, gap.end(), sentence.end):
            return None
        return self._until(Span(gap.end(), min(sentence.end, gap.end() + _REACH)))

    def _led(self, at: int, begin: int) -> Span | None:
        """The clause up to the name, when no other thing is named there: "Maps are shown in Foo"."""
        name = self.names[at]
        cuts = [cut.end() for cut in NEW.finditer(self.text, begin, name.span.start)]
        start = cuts[-1] if cuts else begin
        words = self.text[start : name.span.start]
        whole = cuts or begin in self.sentence_starts
        if not whole or self._named(start, name.span.start) or not USED_AT.search(words):
            return None
        if NO_SUBJECT.match(words) or TIES.search(words) or UNPLAIN.search(words):
            return None
        return self._worth(self._closed(Span(start, name.span.end)))

    def _apposed(self, name: Span, begin: int) -> Span | None:
        """What stands before the name: "The open data portal of the city, Foo"."""
        found = BY_BEING.search(self.text[begin : name.start])
        if not found or not KIND_NOUN.search(found["said"]):
            return None
        return self._worth(Span(begin + found.start(), begin + found.end("said")))

    def _next(self, at: int, place: int) -> Span | None:
        """The next sentence, when it goes on with "It …" and this one names no other thing."""
        if place + 1 >= len(self.sentences):
            return None
        here, after = self.sentences[place], self.sentences[place + 1]
        opening = NEXT.match(self.text, after.start, after.end)
        near = "\n" not in self.text[here.end - 1 : after.start + 1]
        if not opening or not near or self._named(here.start, here.end) != 1:
            return None
        at, stop = opening.end(), after.end
        said = VERB.match(self.text, at, stop) or IS.match(self.text, at, stop)
        return self._until(Span(after.start, min(after.end, after.start + _REACH))) if said else None

    def _named(self, start: int, end: int) -> int:
        return bisect_left(self.starts, end) - bisect_left(self.starts, start)

    def _until(self, span: Span) -> Span | None:
        """As far as it tells of the one thing: up to a link, a bracket, another clause, another name that is listed, or a goal."""
        cut = CUT.search(self.text, span.start + 3, span.end)
        end = cut.start() if cut else span.end
        if self.text.startswith((BLANK, f" {BLANK}"), end):
            return None
        for i in range(bisect_left(self.starts, span.start), bisect_left(self.starts, end)):
            listed = LISTED.search(self.text[span.start : self.starts[i]])
            if listed:
                end = span.start + listed.start()
                break
        if goal := GOAL.search(self.text, span.start, end):
            parts = [part.start() for part in PART.finditer(self.text, span.start, goal.start())]
            end = parts[-1] if parts else span.start
        return self._worth(Span(span.start, end))

    def _worth(self, span: Span) -> Span | None:
        """A stretch without the signs at its edges; none when its words are too few to tell anything, or withheld."""
        words = span.of(self.text)
        start = span.start + len(words) - len(words.lstrip(" \n,;:–—-"))
        end = span.end - (len(words) - len(words.rstrip(" \n,;:.–—-“«")))
        tail = TAIL.search(self.text[start:end]) if start < end else None
        end = start + tail.start() if tail else end
        kept = self.text[start:end] if start < end else ""
        plain = [word for word in kept.split() if any(map(str.isalpha, word))]
        fits = len(plain) >= 3 and len(kept) <= 400 and BLANK not in kept and not GOAL.search(kept)
        return Span(start, end) if fits else None

    def _closed(self, span: Span) -> Span:
        """A stretch with the mark that closes a name in quotation marks."""
        close = CLOSE.match(self.text, span.end)
        return Span(span.start, close.end()) if close and OPEN.search(span.of(self.text)) else span


def _relative(text: str, start: int, stop: int) -> re.Match[str] | None:
    """A relative clause without a comma: "the card that opens all pools"."""
    found = PARTED.match(text, start, stop)
    return found if found and found["relative"] else None
