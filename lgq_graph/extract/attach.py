"""Which name a goal or a number speaks of: the item's head, the name right before, or the subject of the sentence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from ..model import GoalMention, Kind, NameMention, NumberMention, Relation, Span
from .items import Segment, SegmentKind
from .subjects import Subject, subject_of_clause

__all__ = ["attach_goals", "attach_numbers", "find_relations"]

_THINGS = frozenset(Kind) - {Kind.LEGISLATION, Kind.ORGANISATION, Kind.POST, Kind.ACCOUNT}
_JOINED = re.compile(
    r"[\s\"”»“„«()]*(?:\([^()\n]{0,200}\))?[\s\"”»“„«]*(?:,|and|&|as well as|, and|both|y|et)\s*(?:the|our|a)?\s*[\"“„«]?\s*",
    re.I,
)
_APPROVES = re.compile(
    r"\b(?:approved|adopted|established|enacted|regulated|introduced|set up|under|by|pursuant)\b", re.I
)
_REACHED_BY = re.compile(
    r"\b(?:on|in|to|for|of|by|with|using|through|via|at|visit(?:ed)?|us(?:e|ed|ing))\s+(?:the\s+)?(?:\w+\s+){0,3}[\"“«]?$"
)
_SAYS_OF_NAME = re.compile(  # what follows a name that a clause of its own speaks of: ", which …", ": …", ", supporting …"
    r"[\s\"”»]*(?:\([^()\n]{0,300}\))?[\s\"”»]*(?:[:–—]|\([^()]{0,60}$|,?\s?(?:which|that|who|where|and it|and both|each|all|both)\b|,\s\w{3,20}ing\b)"
)
_IS = re.compile(
    r"\W*(?:\w+\W+){0,4}?(?:is|are|was|were|called|named|means)\s(?:(?:the|our|a|an|now|called|named)\s)*[\"“«]?$",
    re.I,
)
_REACH, _CLAUSE = 6, 300


def attach_goals(
    text: str,
    goals: tuple[GoalMention, ...],
    names: tuple[NameMention, ...],
    segments: tuple[Segment, ...],
    sentences: tuple[Span, ...],
    city: str,
) -> tuple[GoalMention, ...]:
    """Each goal with the names that it is said of; none means the city. What is said of nothing that is known is left out.

    In a sentence with several goals, one that follows no new name is said of what the goal before it is said of.
    """
    page = _Page(text, names, segments, sentences, city)
    attached: list[GoalMention] = []
    before, owners = None, None
    for goal in sorted(goals, key=lambda goal: goal.span):
        if before is None or before.statement != goal.statement:
            before = None
        if before is None or page.things(before.span.end, goal.span.start):
            owners = page.owners(goal, before)
        if owners is not None:
            attached.append(replace(goal, owners=owners))
        before = goal
    return tuple(_by_rank(goal) for goal in attached)


def _by_rank(goal: GoalMention) -> GoalMention:
    """With "respectively", the n-th goal belongs to the n-th thing alone."""
    if goal.respectively and len(goal.owners) > 1 and goal.rank < len(goal.owners):
        return replace(goal, owners=(goal.owners[goal.rank],))
    return goal


@dataclass(frozen=True, slots=True)
class _Page:
    """An answer with its names, and where its segments and sentences lie."""

    text: str
    names: tuple[NameMention, ...]
    segments: tuple[Segment, ...]
    sentences: tuple[Span, ...]
    city: str = ""

    def things(self, start: int, end: int, kinds: frozenset[Kind] = _THINGS) -> list[int]:
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
        """The sentence that a stretch begins in."""
        index = bisect_right(self.sentences, span.start, key=lambda sentence: sentence.start) - 1
        return self.sentences[index] if index >= 0 and span.start < self.sentences[index].end else span

    def head(self, at: int) -> int | None:
        """The name whose scope is the whole item at a place."""
        segment = self.segment(at)
        if segment is None or segment.kind is not SegmentKind.ITEM:
            return None
        near = self.things(segment.span.start, segment.span.end, frozenset(Kind))
        return next((i for i in near if self.names[i].scope == segment.span), None)

    def owners(self, goal: GoalMention, before: GoalMention | None) -> tuple[int, ...] | None:
        """What a goal is said of: the item's head, the names before it in its sentence, or what the sentence continues;
        nothing for the city, None when it is not told."""
        sentence = self.sentence(goal.span)
        head = self.head(goal.span.start)
        floor = before.span.end if before else sentence.start
        own = [i for i in self.things(floor, goal.span.start) if i != head]
        if head is not None and (
            not own or (sentence.start <= self.names[head].span.start and before is None)
        ):
            return (head,)
        if own and not self.is_aside(sentence, own, goal):
            return _joined_group(self.text, self.names, own)
        after = [
            i for i in self.things(goal.span.end, goal.quote.end) if goal.quote.holds(self.names[i].span)
        ]
        if after and not own and _introduces(self.text, goal, self.names[after[0]]):
            return _group_from(self.text, self.names, after)
        return self.spoken_of(sentence, goal.span.start)

    def is_aside(self, sentence: Span, own: list[int], goal: GoalMention) -> bool:
        """Whether the names in a sentence are not its subject, which is known from before: "It feeds the X and serves …"."""
        first, last = self.names[own[0]].span, self.names[own[-1]].span
        if not self.carried(sentence, goal.span.start):
            return False
        relative = _SAYS_OF_NAME.match(self.text, last.end, goal.span.start)
        return not relative and not _IS.match(self.text[sentence.start : first.start][-80:])

    def spoken_of(self, sentence: Span, until: int) -> tuple[int, ...] | None:
        """What a sentence without names speaks of: nothing for the city, None when it is not told."""
        subject = self.subject(sentence, until)
        carried = self.carried(sentence, until)
        if carried:
            return carried
        told = subject is Subject.CITY or (subject is Subject.NOTHING and self.opens(sentence))
        return () if told else None

    def opens(self, sentence: Span) -> bool:
        """Whether nothing else was spoken of before, so that a mere list of goals is said of who answers."""
        begin = sentence.start
        return begin < _CLAUSE and subject_of_clause(self.text, Span(0, begin), "") is Subject.NOTHING

    def subject(self, sentence: Span, until: int) -> Subject:
        """The subject of the clause that begins a sentence."""
        end = min(until, sentence.end, sentence.start + _CLAUSE)
        return subject_of_clause(self.text, Span(sentence.start, end), self.city)

    def carried(self, sentence: Span, until: int) -> tuple[int, ...]:
        """What was spoken of before, when a sentence begins with "It" or "The service" (the first), or "They" (all).

        A new paragraph goes on like a new sentence; an item of a list speaks of itself alone, and only "They" sums a list up.
        """
        subject = self.subject(sentence, until)
        if subject not in (Subject.ONE, Subject.SEVERAL, Subject.NOTHING):
            return ()
        index = bisect_left(self.sentences, sentence.start, key=lambda s: s.start) - 1
        for back in range(index, max(-1, index - _REACH), -1):
            earlier = self.sentences[back]
            if self.parted(earlier, sentence):
                return self.heads_before(sentence) if subject is Subject.SEVERAL else ()
            spoken = self.things(earlier.start, earlier.end)
            if spoken:
                return tuple(spoken) if subject is Subject.SEVERAL else tuple(spoken[:1])
            if self.subject(earlier, earlier.end) not in (Subject.ONE, Subject.SEVERAL):
                return ()
        return ()

    def parted(self, earlier: Span, sentence: Span) -> bool:
        """Whether an item of a list begins or ends between two sentences."""
        one, other = self.segment(earlier.end - 1), self.segment(sentence.end - 1)
        return one is not other and any(s is not None and s.kind is SegmentKind.ITEM for s in (one, other))

    def heads_before(self, sentence: Span) -> tuple[int, ...]:
        """The heads of the list that ends right before a sentence in prose; nothing when an item has none."""
        segment = self.segment(sentence.end - 1)
        if segment is None or segment.kind is SegmentKind.ITEM:
            return ()
        at = bisect_left(self.segments, segment.span.start, key=lambda s: s.span.start) - 1
        found: list[int] = []
        while at >= 0 and self.segments[at].kind is SegmentKind.ITEM:
            head = self.head(self.segments[at].span.start)
            if head is None:
                return ()
            found.insert(0, head)
            at -= 1
        return tuple(found)


def _introduces(text: str, goal: GoalMention, name: NameMention) -> bool:
    """A goal that stands before what serves it: "SDG 6: Water portal", "For SDG 4 we have …", "SDG 6 is supported by …"."""
    before, between = text[goal.quote.start : goal.span.start], text[goal.span.end : name.span.start]
    return bool(
        re.fullmatch(r"[^.\n]{0,60}?[:–—-]\s*[\"“«(<]*", between)
        or re.search(r"\b(?:by|through|via|with|have|are|include[sd]?)\b", between)
        or re.search(r"\b(?:for|towards?|under|regarding|as for)\b", before, re.I)
    )


def _joined_group(text: str, names: tuple[NameMention, ...], own: list[int]) -> tuple[int, ...]:
    """The last name before a goal, with those that are joined to it by "and" or commas."""
    group = [own[-1]]
    for i in reversed(own[:-1]):
        if not _JOINED.fullmatch(text, names[i].span.end, names[group[0]].span.start):
            break
        group.insert(0, i)
    return tuple(group)


def _group_from(text: str, names: tuple[NameMention, ...], after: list[int]) -> tuple[int, ...]:
    group = [after[0]]
    for i in after[1:]:
        if not _JOINED.fullmatch(text, names[group[-1]].span.end, names[i].span.start):
            break
        group.append(i)
    return tuple(group)


def attach_numbers(
    text: str,
    numbers: tuple[NumberMention, ...],
    names: tuple[NameMention, ...],
    segments: tuple[Segment, ...],
    sentences: tuple[Span, ...],
) -> tuple[NumberMention, ...]:
    """Each number with the name that it is about; None means the city."""
    page = _Page(text, names, segments, sentences)
    return tuple(replace(number, owner=_number_owner(page, number)) for number in numbers)


def _number_owner(page: _Page, number: NumberMention) -> int | None:
    """The name in whose bracket a number stands, the item's head, or the subject or object of its sentence."""
    at = number.span.start
    sentence = page.sentence(number.span)
    kinds = _THINGS | {Kind.ACCOUNT}
    before = page.things(sentence.start, at, kinds)
    if before and _in_gloss(page.text, page.names[before[-1]], number.span):
        return before[-1]
    head = page.head(at)
    if head is not None:
        return head
    if before:
        return (
            before[-1]
            if len(before) == 1 or _is_subject(page.text, page.names[before[-1]], number.span)
            else before[0]
        )
    after = page.things(number.span.end, sentence.end, kinds)
    if after and _REACHED_BY.search(page.text[number.span.end : page.names[after[0]].span.start][-200:]):
        return after[0]
    carried = page.carried(sentence, at) if page.subject(sentence, at) is not Subject.NOTHING else ()
    return carried[0] if len(carried) == 1 else None


def _in_gloss(text: str, name: NameMention, span: Span) -> bool:
    """Whether a number stands in the bracket right after a name: 'the "X" (more than 2 million requests, …)'."""
    between = text[name.span.end : span.start]
    return len(between) < 120 and bool(re.fullmatch(r"[\s\"”»'’]{0,3}\([^()]{0,110}", between))


def _is_subject(text: str, name: NameMention, span: Span) -> bool:
    return bool(
        re.match(
            r"[\"”»\s]*(?:\([^()\n]{0,300}\))?,?\s?(?:\w+\s){0,4}(?:has|have|had|is|was|were|reached|received|counts|serves|includes|amounted)\b",
            text[name.span.end : span.start],
        )
    )


def find_relations(
    text: str, names: tuple[NameMention, ...], segments: tuple[Segment, ...], sentences: tuple[Span, ...]
) -> tuple[Relation, ...]:
    """Which law approved a strategy: both in one sentence, the law in a bracket or after "approved by"."""
    page = _Page(text, names, segments, sentences)
    found = (_approval(page, index) for index, name in enumerate(names) if name.kind is Kind.STRATEGY)
    return tuple(relation for relation in found if relation)


def _approval(page: _Page, strategy: int) -> Relation | None:
    name = page.names[strategy]
    sentence = page.sentence(name.span)
    for law_at in page.things(name.span.end, sentence.end, frozenset({Kind.LEGISLATION})):
        law = page.names[law_at].law
        if law is None or law.type == "standard":
            continue
        between = page.text[name.span.end : law.span.start]
        if re.fullmatch(r"[\s\"”»'’]*\(\s*", between) or (
            len(between) < 120 and "." not in between and _APPROVES.search(between)
        ):
            return Relation(strategy, "approvedBy", law_at, sentence)
    return None
