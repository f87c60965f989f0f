"""An answer with its names, and where its segments, sentences and clauses lie."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Basis, Kind, NameMention, Span
from .descriptions import calls, clashes, is_general, kind_of_noun, kinds_of, says
from .items import Segment, SegmentKind
from .speakers import is_possessor
from .subjects import Subject, noun_kinds, noun_of, subject_of_clause

__all__ = ["THINGS", "Page"]

THINGS = frozenset(Kind) - {Kind.LEGISLATION, Kind.ORGANISATION, Kind.POST, Kind.ACCOUNT}
_REACH, _CLAUSE, _BESIDE, _FAR, _MANY = 6, 300, 240, 2000, 200
_ALONE = re.compile(r"[\W_]*(?:\([^()\n]{0,200}\)\W*)?(?:https?://[^\s<>]+(?:[\s<>]\W*)?)?")
_IS_A = re.compile(
    r"(?i)(?:,|\s(?:is|was|es|est|é)|[-–—:])\s(?:(?:an?|the|our|its|this|un[ae]?|uma?|el|la|le|o)\s)(?:[\w-]+\s){0,4}[\w-]+"
)

_TERM = re.compile(
    r"\b[Tt]he (?P<noun>Strategy|Plan|Policy|Programme|Program|Roadmap|Agenda|Framework|Platform|Portal|Project|App|Initiative|Scheme|Charter)"
    r"(?= (?:also |itself |\w{2,20}ly )?(?:is|was|has|does|will|shall|[a-z]{2,20}(?:s|ed)) )"
)
"""A noun with a capital by which a text calls the thing that it named."""


_ANYONE = re.compile(
    r"(?i)(?:one|you|everyone|everybody|anyone|anybody|people|users|visitors|residents|citizens|inhabitants|parents|tenants|women|children)"
    r"(?:\sand\s\w{3,12})?\s(?:can|may)(?!\w)(?![^\n]{0,300}(?<!\w)(?:an?|the|our|its|this|new)\s)[^\n]{1,120}[.!]\s?"
)
"""What anyone can do, and with nothing that has an article and could be meant later: "One can chat anonymously."."""


@dataclass(frozen=True, slots=True)
class Page:
    """What is said where: `sentences` may be clauses, when a sentence has several."""

    text: str
    names: tuple[NameMention, ...]
    segments: tuple[Segment, ...]
    sentences: tuple[Span, ...]
    city: str = ""

    def things(self, start: int, end: int, kinds: frozenset[Kind] = THINGS) -> list[int]:
        """The names of things that stand between two places."""
        first = bisect_left(self.names, start, key=lambda name: name.span.start)
        last = bisect_left(self.names, end, key=lambda name: name.span.start)
        return [
            i for i in range(first, last) if self.names[i].kind in kinds and self.names[i].span.end <= end
        ]

    def segment(self, at: int) -> Segment | None:
        """The segment at a place."""
        index = bisect_right(self.segments, at, key=lambda segment: segment.span.start) - 1
        return self.segments[index] if index >= 0 and at < self.segments[index].span.end else None

    def sentence(self, span: Span) -> Span:
        """The sentence or clause that a stretch begins in."""
        index = bisect_right(self.sentences, span.start, key=lambda sentence: sentence.start) - 1
        return self.sentences[index] if index >= 0 and span.start < self.sentences[index].end else span

    def head(self, at: int) -> int | None:
        """The name whose scope is the whole item at a place."""
        segment = self.segment(at)
        if segment is None or segment.kind is not SegmentKind.ITEM:
            return None
        near = self.things(segment.span.start, segment.span.end, frozenset(Kind))
        return next((i for i in near if self.names[i].scope == segment.span), None)

    def heads_between(self, start: int, end: int) -> tuple[int, ...]:
        """The heads of the items that begin between two places; nothing when one has none."""
        first = bisect_left(self.segments, start, key=lambda s: s.span.start)
        last = bisect_left(self.segments, end, key=lambda s: s.span.start)
        items = [s for s in self.segments[first:last] if s.kind is SegmentKind.ITEM]
        heads = [self.head(item.span.start) for item in items]
        return tuple(head for head in heads if head is not None) if None not in heads else ()

    def members(self, body: Span) -> tuple[int, ...]:
        """What the lines below a heading name: the heads of items, or the name that each line begins with."""
        first = bisect_left(self.segments, body.start, key=lambda s: s.span.start)
        last = bisect_left(self.segments, body.end, key=lambda s: s.span.start)
        below = self.segments[first:last]
        if below and below[0].kind is SegmentKind.ITEM:
            return self.heads_between(body.start, body.end)
        named = [next(iter(self.things(s.span.start, s.span.end)), None) for s in below]
        found = tuple(
            i
            for i, s in zip(named, below, strict=True)
            if i is not None and self.names[i].span.start <= s.span.start + 3
        )
        return found if len(found) == len(below) else ()

    def items_below(self, sentence: Span) -> Span | None:
        """The items that a line ending with a colon leads on to, up to the next line of prose."""
        if not self.text[sentence.start : sentence.end].endswith((":", "：")):
            return None
        first = bisect_left(self.segments, sentence.end, key=lambda s: s.span.start)
        last = first
        while last < len(self.segments) and self.segments[last].kind is SegmentKind.ITEM:
            last += 1
        return (
            Span(self.segments[first].span.start, self.segments[last - 1].span.end) if first < last else None
        )

    def spoken_of(self, sentence: Span, until: int) -> tuple[int, ...] | None:
        """What a sentence without names speaks of: nothing for the city, None when it is not told."""
        carried = self.carried(sentence, until)
        if carried:
            return carried
        subject = self.subject(sentence, until)
        if subject in (Subject.ONE, Subject.NOTHING) and (above := self.above(sentence)):
            return above
        told = subject is Subject.CITY or (subject is Subject.NOTHING and self.opens(sentence))
        return () if told else None

    def defined(self, sentence: Span, until: int) -> tuple[int, ...]:
        """The one thing before a clause whose name ends in the noun that the clause writes as a name: "In its text the Strategy serves …"."""
        term = _TERM.search(self.text, sentence.start, min(until, sentence.start + _CLAUSE))
        if not term or len(self.names) > _MANY:
            return ()
        ends = re.compile(rf"(?i)(?<!\w){term['noun']}(?:\s\d{{4}}(?:\s?[-–/]\s?\d{{2,4}})?)?")
        before = self.distinct(Span(0, sentence.start)) or self.all_of(Span(0, sentence.start))
        named = [
            i for i in before if (m := ends.search(self.names[i].name)) and m.end() == len(self.names[i].name)
        ]
        return tuple(named) if len(named) == 1 else ()

    def above(self, sentence: Span) -> tuple[int, ...]:
        """The thing whose name fills the line that heads the paragraph of a sentence."""
        begin = self.text.rfind("\n\n", max(0, sentence.start - _FAR), sentence.start) + 1
        lines = [i for i in self.things(begin, sentence.start) if self._fills_line(self.names[i].span)]
        return tuple(lines[-1:])

    def _fills_line(self, name: Span) -> bool:
        start = self.text.rfind("\n", 0, name.start) + 1
        end = self.text.find("\n", name.end)
        beside = self.text[start : name.start] + self.text[name.end : max(end, name.end)]
        return end >= 0 and _ALONE.fullmatch(beside) is not None

    def opens(self, sentence: Span) -> bool:
        """Whether nothing else was spoken of before, so that a mere list of goals is said of who answers."""
        begin = sentence.start
        return begin < _CLAUSE and subject_of_clause(self.text, Span(0, begin), "") is Subject.NOTHING

    def subject(self, sentence: Span, until: int) -> Subject:
        """The subject of the clause that begins a sentence."""
        end = min(until, sentence.end, sentence.start + _CLAUSE)
        return subject_of_clause(self.text, Span(sentence.start, end), self.city)

    def noun(self, sentence: Span, until: int) -> str:
        """The noun that a sentence opens with and that stands for what was named: "The app …"."""
        return noun_of(self.text, Span(sentence.start, max(sentence.start, until)))

    def refers(self, sentence: Span, until: int) -> bool:
        """Whether a sentence begins with words that stand for a thing."""
        return self.subject(sentence, until) in {Subject.ONE, *_PLACES}

    def carried(self, sentence: Span, until: int) -> tuple[int, ...]:
        """What was spoken of before, when a sentence begins with "It" (the first thing of the last sentence), "The latter", "They"
        (all) or "The portal" (the nearest portal).

        A new paragraph goes on like a new sentence; an item of a list speaks of itself alone, and only "They" sums a list up.
        """
        subject = self.subject(sentence, until)
        noun = self.noun(sentence, until)
        if subject is Subject.UNKNOWN or (subject is Subject.CITY and not noun):
            return ()
        if subject is Subject.CITY:
            return self.described(noun, sentence) or ()
        if noun and not is_general(noun):
            meant = self.described(noun, sentence)
            if meant is not None:
                return meant
        fits = noun_kinds(noun) if subject is Subject.ONE else THINGS
        for earlier in self.earlier(sentence):
            if self.parted(earlier, sentence):
                return self.heads_before(sentence) if subject is Subject.SEVERAL else ()
            spoken = self.distinct(earlier)
            of_kind = [
                i for i in spoken if self.names[i].kind in fits and not clashes(noun, self.names[i].name)
            ] or [i for i in spoken if self.names[i].basis is Basis.INFERRED]
            if of_kind:
                return _picked(subject, of_kind)
            if not spoken and not self.goes_on(earlier, sentence):
                return ()
        return ()

    def earlier(self, sentence: Span) -> Iterator[Span]:
        """The sentences before one, the last first, as far as words refer back."""
        index = bisect_left(self.sentences, sentence.start, key=lambda s: s.start) - 1
        yield from (self.sentences[back] for back in range(index, max(-1, index - _REACH), -1))

    def described(self, noun: str, sentence: Span) -> tuple[int, ...] | None:
        """The nearest thing before a sentence that a noun tells of, else the only one of the answer; nothing where it could
        be two, None where there is none."""
        nearer = False
        for earlier in self.earlier(sentence):
            if self.parted(earlier, sentence):
                break
            things = self.distinct(earlier)
            told = self._told_by(noun, things) or self._told_by(noun, self.all_of(earlier))
            if told and not any(says(noun, self.names[i].name) for i in told):
                told = self._named_before(noun, earlier) or told
            if self._another(noun, earlier, things) or len(told) > 1:
                return ()
            if told:
                return tuple(told) if not nearer or calls(noun, self.names[told[0]].name) else None
            nearer = nearer or any(self._may_be(noun, i) for i in things)
        return None if nearer else self._only(noun, sentence)

    def _named_before(self, noun: str, sentence: Span) -> list[int]:
        """The nearest things farther back that have a noun in their name: "the roadmap" is the Foo Roadmap, and not the Bar Policy
        that it follows."""
        for earlier in self.earlier(sentence):
            if self.parted(earlier, sentence):
                break
            if named := [i for i in self.distinct(earlier) if says(noun, self.names[i].name)]:
                return named
        return []

    def _only(self, noun: str, sentence: Span) -> tuple[int, ...] | None:
        """The only thing of the answer that a noun tells of, or its only strategy."""
        if len(self.names) > _MANY:
            return None
        before = Span(0, sentence.start)
        told = self._told_by(noun, self.distinct(before)) or self._told_by(noun, self.all_of(before))
        if not told and kinds_of(noun) == kinds_of("strategy"):
            told = [i for i in self.distinct(Span(0, len(self.text))) if self.names[i].kind is Kind.STRATEGY]
        return tuple(told) if len(told) == 1 else () if told else None

    def _told_by(self, noun: str, things: list[int]) -> list[int]:
        """The things whose name has a noun; else those whose kind or description it is."""
        named = [i for i in things if says(noun, self.names[i].name)]
        return named or [i for i in things if self._is_told(noun, i)]

    def _is_told(self, noun: str, thing: int) -> bool:
        """Whether a noun is what a thing is called beside its name: "the app Foo", "Foo (link) is a free bus service"."""
        name = self.names[thing]
        if kind_of_noun(noun) is name.kind and name.basis is not Basis.INFERRED:
            return True
        before = self.text[max(0, name.span.start - 30) : name.span.start].rstrip(' "“«')
        after = self.text[name.span.end : name.span.end + _BESIDE].split(". ")[0]
        return before.lower().endswith(noun) or any(says(noun, m[0]) for m in _IS_A.finditer(after))

    def _may_be(self, noun: str, thing: int) -> bool:
        name = self.names[thing]
        return name.kind in kinds_of(noun) and not clashes(noun, name.name)

    def _another(self, noun: str, earlier: Span, things: list[int]) -> bool:
        """Whether a sentence speaks of "the portal" beside what it names: that portal is another."""
        starts = [self.names[i].span.start for i in things]
        found = re.finditer(rf"(?i)\s(?:the|our|el|la|le|o)\s{re.escape(noun)}(?!\w)", earlier.of(self.text))
        ends = [earlier.start + match.end() for match in found]
        return bool(starts) and any(all(not 0 <= at - end <= 3 for at in starts) for end in ends)

    def goes_on(self, earlier: Span, sentence: Span) -> bool:
        """Whether a clause without names does not keep a later one from speaking of what was named before it."""
        if self.subject(earlier, earlier.end) not in (Subject.CITY, Subject.UNKNOWN):
            return True
        if _ANYONE.fullmatch(earlier.of(self.text)):
            return True
        part = self.text[max(0, earlier.start - 3) : earlier.start].rstrip().endswith(";")
        return part or (
            bool(noun_of(self.text, sentence)) and "\n" not in self.text[earlier.start : sentence.start]
        )

    def distinct(self, sentence: Span) -> list[int]:
        """The things that a sentence names, each once; not those that something is only "of" or "by"."""
        told = self.all_of(sentence)
        return [i for i in told if not is_possessor(self.text, sentence, self.names[i].span.start)]

    def all_of(self, sentence: Span) -> list[int]:
        """The things that a sentence names, each once, whatever is said of them."""
        first: dict[str, int] = {}
        for i in self.things(sentence.start, sentence.end):
            first.setdefault(self.names[i].name, i)
        return list(first.values())

    def parted(self, earlier: Span, sentence: Span) -> bool:
        """Whether an item of a list begins or ends between two sentences."""
        one, other = self.segment(earlier.end - 1), self.segment(sentence.end - 1)
        return one is not other and any(s is not None and s.kind is SegmentKind.ITEM for s in (one, other))

    def heads_before(self, sentence: Span) -> tuple[int, ...]:
        """The heads of the list that ends right before a sentence in prose; nothing when an item has none."""
        segment = self.segment(sentence.end - 1)
        if segment is None or segment.kind is SegmentKind.ITEM:
            return ()
        last = bisect_left(self.segments, segment.span.start, key=lambda s: s.span.start)
        first = last
        while first > 0 and self.segments[first - 1].kind is SegmentKind.ITEM:
            first -= 1
        return self.heads_between(self.segments[first].span.start, segment.span.start) if first < last else ()


_PLACES = {Subject.FIRST: 0, Subject.FORMER: 0, Subject.SECOND: 1, Subject.LATTER: -1, Subject.THIRD: 2}


def _picked(subject: Subject, spoken: list[int]) -> tuple[int, ...]:
    """Of the things named before, those that a pronoun means: "the former" is of two, "the latter" the last of at most two."""
    if subject is Subject.SEVERAL:
        return tuple(spoken)
    if subject not in _PLACES:
        return tuple(spoken[:1])
    place = _PLACES[subject]
    if subject in (Subject.FORMER, Subject.LATTER):
        enough = len(spoken) == 2 or (subject is Subject.LATTER and len(spoken) == 1)
    else:
        enough = len(spoken) > max(1, place)
    return (spoken[place],) if enough else ()
