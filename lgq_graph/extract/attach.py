"""Which name a goal or a number speaks of: the item's head, the name right before, or the subject of the sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from ..gazetteer import is_place
from ..model import GoalMention, Kind, NameMention, NumberMention, Relation, Span
from .clauses import clauses
from .items import Segment
from .layout import Section
from .page import THINGS, Page
from .speakers import JOINED, main_group, says_more, told_group
from .subjects import Subject

__all__ = ["attach_goals", "attach_numbers", "find_relations"]

_APPROVES = re.compile(
    r"\b(?:approved|adopted|established|enacted|regulated|introduced|set up|under|by|pursuant)\b", re.I
)
_REACHED_BY = re.compile(
    r"\b(?:on|in|to|for|of|by|with|using|through|via|at|visit(?:ed)?|us(?:e|ed|ing))\s+(?:the\s+)?(?:\w+\s+){0,3}[\"“«]?$"
)
_LEADS_ON = re.compile(
    r"\b(?:following|these|below|through|by|via|with|services|projects|initiatives|solutions|apps|portals|platforms|tools|measures|examples)\b[^:]{0,60}[:：]$",
    re.I,
)
_OTHER_NAME = re.compile(
    r"(?:,\s|\s)and\s(?:the\s|our\s|its\s)?(?:[A-ZÀ-Þ][\w'’-]{1,20}\s){1,5}?[A-ZÀ-Þ][\w'’-]{1,20},?\s(?:which\s)?(?:is\s|are\s)?(?:also\s)?"
    r"(?:aligned|aligns|linked|related|contributing|contributes|supporting|supports|serving|serves|mapped)\s(?:to|with)?\s?(?:the\s)?$"
)
"""A name that nothing knows, of which a goal is said; the goal is not that of the name before it."""
_OTHER_WHICH = re.compile(
    r"\s(?:the|our|its)\s(?:[A-ZÀ-Þ][\w'’-]{1,30}\s(?:(?:of|for|and)\s(?:the\s)?)?){1,6}?(?P<last>[A-ZÀ-Þ][\w'’-]{1,30})(?:\s\([^()\n]{0,80}\))?,?\s(?:which|that|who)\s"
)
"""A name that nothing knows with a clause of its own, in which a goal stands: "… and sent to the Flood Desk, which serves SDG 13"."""
_SAME = re.compile(
    r"(?:\b(?:is|are|was|were|as|be|being|been|becomes?|became|called|remains?)(?:\s\w+)?|[,–—:(-])$"
)
"""What makes the name behind it another word for the one before: "is the Foo", "…, the Foo"."""
_WHERE = re.compile(
    r"City|Town|District|Region|County|Area|Municipality|Hall|Park|Cent(?:re|er)|Square|Street|Quarter|Island|Valley|Province|State|Union|Nations|Coast|River|Lake"
)
_NEW = re.compile(
    r"(?:[Tt]he|[Oo]ur|[Ii]ts)\s(?P<name>(?:[A-ZÀ-Þ][\w'’-]{1,30}\s){2,5})(?<!Council )(?<!Government )(?<!Administration )(?<!Department )(?<!Office )(?<!Mayor )(?:is|was|will|shows?|gives?|maps?)\s"
)
"""A name that nothing knows, as the subject of a sentence."""
_BODY = frozenset({Kind.ORGANISATION})
_ARTICLE = re.compile(r"(?i)\W*(?:(?:the|our|el|la|le|o|a)\s)?[\"“«]?")
_DOES = re.compile(
    r"[\"”»]?\s?(?:\([^()\n]{0,200}\)\s?)?(?:also\s|thus\s|directly\s)?(?:contributes?\sto|supports?|serves?|(?:is\s)?aligned\swith|aligns\swith|helps\s(?:to\s)?(?:reach|achieve)"
    r"|responds\sto|addresses|contribuye\sal?|contribue\s(?:à|aux?)|contribui\spara)\s(?:both\s|the\s|[oal][os]?\s|l['’])?[\"“«]?"
)
_BAR = re.compile(r"[|\t]")
_FAR = 400
_LINK = re.compile(r"(?:https?://|www\.)\S{1,500}")
_FOR = re.compile(r"(?:^|[,;:.]\s|\band\s)(?:for|towards?|under|regarding|as for|on)\s(?:the\s)?$", re.I)
_IS = re.compile(
    r"\W*(?:\w+\W+){0,4}?(?:is|are|was|were|called|named|means)\s(?:(?:the|our|a|an|now|called|named|contained|set out|laid (?:down|out)|described|defined|found|in)\s)*(?:(?-i:[A-ZÀ-Þ])[\w'’-]*\s){0,4}[\"“«]?$"
    r"|\W*(?:the|el|la|l[eo]|o|a)\s\w+,\s(?:(?:the|an?|our|el|l[ao]s?|les?|os?|as)\s)?[\"“«]?$",
    re.I,
)
"""What says that a pronoun or ordinal is the name behind it: "The first is the Foo", "el segundo, la Foo"."""


def attach_goals(
    text: str,
    goals: tuple[GoalMention, ...],
    names: tuple[NameMention, ...],
    segments: tuple[Segment, ...],
    sentences: tuple[Span, ...],
    city: str,
    sections: tuple[Section, ...] = (),
) -> tuple[GoalMention, ...]:
    """Each goal with the names that it is said of; none means the city. What is said of nothing that is known is left out.

    In a clause with several goals, one that follows no new subject is said of what the goal before it is said of;
    those of a heading (`sections`) are said of what stands below it.
    """
    page = Page(text, names, segments, clauses(text, sentences, city), city)
    attached: list[GoalMention] = []
    before, owners = None, None
    for goal in sorted(goals, key=lambda goal: goal.span):
        if before is None or before.statement != goal.statement:
            before, owners = None, None
        below = _below(page, goal, sections)
        owners = page.members(below) if below else _owners(page, goal, before, owners)
        if owners is not None and not (below and not owners):
            attached.append(replace(goal, owners=owners))
        before = goal
    return tuple(ranked for goal in attached if (ranked := _by_rank(goal)))


def _below(page: Page, goal: GoalMention, sections: tuple[Section, ...]) -> Span | None:
    """The lines that a goal heads: those of its section, or the list that "Services for SDG 6:" leads on to."""
    at = bisect_right(sections, goal.span.start, key=lambda section: section.head.start) - 1
    if at >= 0 and sections[at].head.holds(goal.span):
        return sections[at].body
    clause = page.sentence(goal.span)
    items = None if page.things(clause.start, clause.end) else page.items_below(clause)
    subject = page.subject(clause, goal.span.start)
    plain = subject in (Subject.UNKNOWN, Subject.SEVERAL, Subject.NOTHING)
    return (
        items if items and page.members(items) and (plain or _LEADS_ON.search(clause.of(page.text))) else None
    )


def _by_rank(goal: GoalMention) -> GoalMention | None:
    """With "respectively", the n-th goal belongs to the n-th thing alone; one too many is left out."""
    if not goal.respectively or len(goal.owners) < 2:
        return goal
    return replace(goal, owners=(goal.owners[goal.rank],)) if goal.rank < len(goal.owners) else None


def _owners(
    page: Page, goal: GoalMention, before: GoalMention | None, last: tuple[int, ...] | None
) -> tuple[int, ...] | None:
    """What a goal is said of: the item's head, the subject of its clause, or what the clause continues; nothing for the city,
    None when it is not told."""
    clause, at = page.sentence(goal.span), goal.span.start
    same = before is not None and page.sentence(before.span) == clause
    own = page.things(before.span.end if before and same else clause.start, at)
    if _OTHER_NAME.search(
        page.text[page.names[own[-1]].span.end if own else max(clause.start, at - 160) : at]
    ):
        return None
    head = page.head(at)
    apart = own and _BAR.search(page.text, page.names[own[-1]].span.end, at)  # in another cell of its row
    told = told_group(page.text, page.names, clause, own, at) if own and not apart else None
    if head is not None:
        if same and last and not own:
            return last
        named = tuple(i for i in told or () if i != head)
        if clause.start <= page.names[head].span.start:
            return (head,)
        return named or _it(page, clause, at, head)
    if own and _is_of_another(page.text[page.names[own[-1]].span.end : at]):
        return None
    if told:
        return told
    fronted = _FOR.search(page.text[clause.start : at][-40:]) and _after(page, goal)
    if fronted:
        return fronted
    if same or (before is not None and page.subject(clause, at) is Subject.NOTHING and not own):
        return last
    if own:
        return _unmarked(page, clause, own, at)
    found = _after(page, goal) or page.defined(clause, at) or page.spoken_of(clause, at)
    return found if found is not None else _body(page, clause, at)


def _it(page: Page, clause: Span, at: int, head: int) -> tuple[int, ...] | None:
    """Of an item its own thing; but "it" is another one that the clause before opens with: "The Foo is new; it serves SDG 9".
    None when nothing knows that one."""
    before = next(page.earlier(clause), None)
    if (
        before is None
        or before.start <= page.names[head].span.start
        or page.subject(clause, at) is not Subject.ONE
        or page.noun(clause, at)
    ):
        return (head,)
    things = [i for i in page.things(before.start, before.end) if i != head]
    if things and _ARTICLE.fullmatch(page.text, before.start, page.names[things[0]].span.start):
        return tuple(things[:1])
    new = _NEW.match(page.text, before.start, before.end)
    return None if new and new["name"].rstrip().lower() not in page.names[head].name.lower() else (head,)


def _is_of_another(between: str) -> bool:
    """Whether a goal is said in a clause on a name that nothing knows, and no verb of the sentence itself follows that clause."""
    near = between[-_FAR:].rpartition(";")[2]
    other = _OTHER_WHICH.search(near)
    if other is None or _SAME.search(near[: other.start()]) or _WHERE.fullmatch(other["last"]):
        return False
    return not (is_place(other["last"]) or says_more(near[other.end() :]))


def _body(page: Page, clause: Span, at: int) -> tuple[int, ...] | None:
    """The organisation that a clause opens with and says a goal of: "The Water Office serves SDG 6", or its row of a table; or
    the one that the sentence before "It serves SDG 6" opens with."""
    bodies = page.things(clause.start, at, _BODY)
    if not bodies and page.subject(clause, at) is Subject.ONE and not page.noun(clause, at):
        return _body_before(page, clause)
    if len(bodies) != 1:
        return None
    before, after = (
        page.text[clause.start : page.names[bodies[0]].span.start],
        page.text[page.names[bodies[0]].span.end : at],
    )
    row = before.strip() == "|" and "|" in after
    return tuple(bodies) if _ARTICLE.fullmatch(before) and (row or _DOES.fullmatch(after)) else None


def _body_before(page: Page, clause: Span) -> tuple[int, ...] | None:
    """The organisation that the last sentence which names anything opens with, as the only thing that it names."""
    for earlier in page.earlier(clause):
        if page.parted(earlier, clause) or page.things(earlier.start, earlier.end):
            return None
        bodies = page.things(earlier.start, earlier.end, _BODY)
        if bodies:
            opens = _ARTICLE.fullmatch(page.text, earlier.start, page.names[bodies[0]].span.start)
            return tuple(bodies) if opens and len(bodies) == 1 else None
        if not page.goes_on(earlier, clause):
            return None
    return None


def _unmarked(page: Page, clause: Span, own: list[int], at: int) -> tuple[int, ...] | None:
    """What a clause speaks of whose names are not its subject: what it continues ("It feeds the X and serves …"), or they."""
    carried = page.carried(clause, at)
    named = _IS.match(page.text[clause.start : page.names[own[0]].span.start][-80:])
    if named or not (carried or page.refers(clause, page.names[own[0]].span.start)):
        return main_group(page.text, page.names, clause, own)
    return carried or None


def _after(page: Page, goal: GoalMention) -> tuple[int, ...]:
    """The names that a goal stands before: "SDG 6: Water portal", "For SDG 4 we have …"."""
    after = [i for i in page.things(goal.span.end, goal.quote.end) if goal.quote.holds(page.names[i].span)]
    return (
        _group_from(page.text, page.names, after)
        if after and _introduces(page.text, goal, page.names[after[0]])
        else ()
    )


def _introduces(text: str, goal: GoalMention, name: NameMention) -> bool:
    """A goal that stands before what serves it: "SDG 6: Water portal", "For SDG 4 we have …", "SDG 6 is supported by …"."""
    before, between = text[goal.quote.start : goal.span.start], text[goal.span.end : name.span.start]
    return bool(
        re.fullmatch(r"[^.\n]{0,60}?[:–—-]\s*[\"“«(<]*", between)
        or re.search(r"\b(?:by|through|via|with|have|are|include[sd]?)\b", between)
        or _FOR.search(before)
    )


def _group_from(text: str, names: tuple[NameMention, ...], after: list[int]) -> tuple[int, ...]:
    group = [after[0]]
    for i in after[1:]:
        if not JOINED.fullmatch(text, names[group[-1]].span.end, names[i].span.start):
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
    page = Page(text, names, segments, clauses(text, sentences))
    return tuple(replace(number, owner=_number_owner(page, number)) for number in numbers)


def _number_owner(page: Page, number: NumberMention) -> int | None:
    """The name in whose bracket a number stands, the item's head, or the subject or object of its sentence."""
    at = number.span.start
    sentence = page.sentence(number.span)
    kinds = THINGS | {Kind.ACCOUNT}
    before = page.things(sentence.start, at, kinds)
    if before and (
        _in_gloss(page.text, page.names[before[-1]], number.span) or _is_beside(page, before[-1], at)
    ):
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


def _is_beside(page: Page, name: int, at: int) -> bool:
    """Whether a number stands right behind an account: "Twitter 88,500"."""
    gap = _LINK.sub("", page.text[page.names[name].span.end : at])
    return page.names[name].kind is Kind.ACCOUNT and len(gap) < 30 and not re.search(r"[,.;\n]", gap)


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
    page = Page(text, names, segments, sentences)
    found = (_approval(page, index) for index, name in enumerate(names) if name.kind is Kind.STRATEGY)
    return tuple(relation for relation in found if relation)


def _approval(page: Page, strategy: int) -> Relation | None:
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
