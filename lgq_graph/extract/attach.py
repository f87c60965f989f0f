"""Which name a goal or a number speaks of: the item's head, the name right before, or the subject of the sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from ..model import GoalMention, Kind, NameMention, NumberMention, Relation, Span
from .items import Segment, SegmentKind

__all__ = ["attach_goals", "attach_numbers", "find_relations"]

_THINGS = frozenset(Kind) - {Kind.LEGISLATION, Kind.ORGANISATION, Kind.POST, Kind.ACCOUNT}
_JOINED = re.compile(r"[\s\"”»“„«()]*(?:\([^()\n]{0,200}\))?[\s\"”»“„«]*(?:,|and|&|as well as|, and|both|y|et)\s*(?:the|our|a)?\s*[\"“„«]?\s*", re.I)
_APPROVES = re.compile(r"\b(?:approved|adopted|established|enacted|regulated|introduced|set up|under|by|pursuant)\b", re.I)
_SAME = re.compile(r"^(?:it|this|the same|the (?:service|portal|platform|app|application|project|system|tool|site|initiative|programme|program|website))\b", re.I)


def attach_goals(
    text: str, goals: tuple[GoalMention, ...], names: tuple[NameMention, ...], segments: tuple[Segment, ...], sentences: tuple[Span, ...]
) -> tuple[GoalMention, ...]:
    """Each goal with the names that it is said of; none means the city."""
    return tuple(_with_owners(text, goal, goals, names, segments, sentences) for goal in goals)


def _with_owners(
    text: str, goal: GoalMention, goals: tuple[GoalMention, ...], names: tuple[NameMention, ...], segments: tuple[Segment, ...], sentences: tuple[Span, ...]
) -> GoalMention:
    owners = _owners(text, goal, _statement_start(goal, goals), names, segments, sentences)
    if goal.respectively and len(owners) > 1 and goal.rank < len(owners):
        owners = (owners[goal.rank],)
    return replace(goal, owners=owners)


def _statement_start(goal: GoalMention, goals: tuple[GoalMention, ...]) -> int:
    return min(other.span.start for other in goals if other.statement == goal.statement)


def _owners(
    text: str, goal: GoalMention, start: int, names: tuple[NameMention, ...], segments: tuple[Segment, ...], sentences: tuple[Span, ...]
) -> tuple[int, ...]:
    segment = _segment_at(segments, goal.span)
    sentence = _sentence_at(sentences, goal.span)
    head = _head_of(names, segment)
    before = [i for i, name in enumerate(names) if name.kind in _THINGS and sentence.start <= name.span.start < start and name.span.end <= start]
    own = [i for i in before if i != head]
    if head is not None and (not own or sentence.start <= names[head].span.start):
        return (head,)
    if own:
        return _joined_group(text, names, own, start)
    if head is not None:
        return (head,)
    after = [i for i, name in enumerate(names) if name.kind in _THINGS and goal.quote.holds(name.span) and name.span.start > goal.span.end]
    if after and _introduces(text, goal, names[after[0]]):
        return _group_from(text, names, after)
    return _carried_over(text, names, sentence, sentences, segment)


def _introduces(text: str, goal: GoalMention, name: NameMention) -> bool:
    """A goal that stands before what serves it: "SDG 6: Water portal", "For SDG 4 we have …", "SDG 6 is supported by …"."""
    before, between = text[goal.quote.start : goal.span.start], text[goal.span.end : name.span.start]
    return bool(re.fullmatch(r"[^.\n]{0,60}?[:–—-]\s*[\"“«(<]*", between) or re.search(r"\b(?:by|through|via|with|have|are|include[sd]?)\b", between) or re.search(r"\b(?:for|towards?|under|regarding|as for)\b", before, re.I))


def _joined_group(text: str, names: tuple[NameMention, ...], own: list[int], start: int) -> tuple[int, ...]:
    """The last name before the goal, with those that are joined to it by "and" or commas."""
    clause = max((m.end() for m in re.finditer(r";|,\s+(?:while|whereas|but|and the|and)\s", text[names[own[0]].span.end : start])), default=0)
    floor = names[own[0]].span.end + clause if clause else 0
    inside = [i for i in own if names[i].span.start >= floor] or own
    group = [inside[-1]]
    for i in reversed(inside[:-1]):
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


def _carried_over(
    text: str, names: tuple[NameMention, ...], sentence: Span, sentences: tuple[Span, ...], segment: Segment | None
) -> tuple[int, ...]:
    """The thing that the sentence before speaks of, when this one begins with "It" or "The service"."""
    if not _SAME.match(text[sentence.start : sentence.start + 40]):
        return ()
    earlier = [s for s in sentences if s.end <= sentence.start]
    if not earlier or (segment and earlier[-1].start < segment.span.start):
        return ()
    spoken = [i for i, name in enumerate(names) if name.kind in _THINGS and earlier[-1].holds(name.span)]
    return (spoken[0],) if spoken else ()


def attach_numbers(
    text: str, numbers: tuple[NumberMention, ...], names: tuple[NameMention, ...], segments: tuple[Segment, ...], sentences: tuple[Span, ...]
) -> tuple[NumberMention, ...]:
    """Each number with the name that it is about; None means the city."""
    return tuple(replace(number, owner=_number_owner(text, number, names, segments, sentences)) for number in numbers)


def _number_owner(
    text: str, number: NumberMention, names: tuple[NameMention, ...], segments: tuple[Segment, ...], sentences: tuple[Span, ...]
) -> int | None:
    segment, sentence = _segment_at(segments, number.span), _sentence_at(sentences, number.span)
    things = [i for i, name in enumerate(names) if name.kind in _THINGS or name.kind is Kind.ACCOUNT]
    glossed = [i for i in things if _in_gloss(text, names[i], number.span)]
    if glossed:
        return glossed[-1]
    head = _head_of(names, segment)
    if head is not None:
        return head
    inside = [i for i in things if sentence.holds(names[i].span)]
    before = [i for i in inside if names[i].span.end <= number.span.start]
    if before:
        return before[-1] if len(before) == 1 or _is_subject(text, names[before[-1]], number.span) else before[0]
    if inside and re.search(r"\b(?:on|in|to|for|of|by|with|using|through|via|at|visit(?:ed)?|us(?:e|ed|ing))\s+(?:the\s+)?(?:\w+\s+){0,3}[\"“«]?$", text[number.span.end : names[inside[0]].span.start]):
        return inside[0]
    carried = _carried_over(text, names, sentence, sentences, segment)
    return carried[0] if carried else None


def _in_gloss(text: str, name: NameMention, span: Span) -> bool:
    """Whether a number stands in the bracket right after a name: 'the "X" (more than 2 million requests, …)'."""
    between = text[name.span.end : span.start]
    return len(between) < 120 and bool(re.fullmatch(r"[\s\"”»'’]{0,3}\([^()]{0,110}", between))


def _is_subject(text: str, name: NameMention, span: Span) -> bool:
    return bool(re.match(r"[\"”»\s]*(?:\w+\s){0,4}(?:has|have|had|is|was|were|reached|received|counts|serves|includes|amounted)\b", text[name.span.end : span.start]))


def find_relations(text: str, names: tuple[NameMention, ...], sentences: tuple[Span, ...]) -> tuple[Relation, ...]:
    """Which law approved a strategy: both in one sentence, the law in a bracket or after "approved by"."""
    relations = []
    for subject, name in enumerate(names):
        if name.kind is not Kind.STRATEGY:
            continue
        sentence = _sentence_at(sentences, name.span)
        for obj, law in enumerate(names):
            if law.law and sentence.holds(law.span) and law.span.start > name.span.end and law.law.type != "standard":
                between = text[name.span.end : law.law.span.start]
                if re.fullmatch(r"[\s\"”»'’]*\(\s*", between) or (_APPROVES.search(between) and len(between) < 120 and "." not in between):
                    relations.append(Relation(subject, "approvedBy", obj, sentence))
                    break
    return tuple(relations)


def _segment_at(segments: tuple[Segment, ...], span: Span) -> Segment | None:
    return next((s for s in segments if s.span.start <= span.start < s.span.end), None)


def _sentence_at(sentences: tuple[Span, ...], span: Span) -> Span:
    return next((s for s in sentences if s.start <= span.start < s.end), span)


def _head_of(names: tuple[NameMention, ...], segment: Segment | None) -> int | None:
    """The name whose scope is the whole item."""
    if segment is None or segment.kind is not SegmentKind.ITEM:
        return None
    return next((i for i, name in enumerate(names) if name.scope == segment.span), None)
