"""Names that have no link: quoted, listed, capitalised, the subjects of SDG statements, and names used again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from ...model import GoalMention, Kind, NameMention, Span
from ..aliases import gloss_aliases
from ..context import Context
from ..kinds import default_kind
from ..links import Anchor
from ..listed import find_listed, find_subjects, find_title_above
from ..own_city import is_own_city
from ..public_bodies import find_organisations
from ..standalone import (
    Found,
    find_capitalised,
    find_domains,
    find_quoted,
)
from ..strategies import find_strategies
from ..tables import headings
from ..told import find_told
from .draft import Draft, extent
from .mention import refined
from .networks import add_networks

__all__ = ["add_unlinked"]

_SILENT = frozenset({Kind.LEGISLATION, Kind.ORGANISATION, Kind.ACCOUNT})
_BEGINNING, _GOES_ON = re.compile(r"(?<![\w./-])(?:\w+|[^\w\s])"), re.compile(r"[\w/-]|\.\w")


def add_unlinked(
    draft: Draft, anchors: tuple[Anchor, ...], goals: tuple[GoalMention, ...], context: Context
) -> None:
    covered = bytearray(len(draft.text))
    for anchor in anchors:
        _cover(covered, anchor.link.span)
    for row in headings(draft.text):
        _cover(covered, row)
    for name in draft.names:
        _cover_name(covered, name)
    known = {name.name: name.kind for name in draft.names if name.proper and not name.law}
    subjects = list(_subjects(draft, goals, context))
    _enter(draft, covered, _standalone(draft, context), known)
    named = _known(draft)
    _enter(draft, covered, [s for s in subjects if not _is_of(named, s.span.of(draft.text))], known)
    if draft.question.lists is Kind.ACCOUNT:
        add_networks(draft, covered, anchors)
    _add_repeats(draft, covered)


def _cover_name(covered: bytearray, name: NameMention) -> None:
    """Take a name, and its other names in quotes or brackets behind it, which name no other thing."""
    for span in (extent(name), *name.aliases):
        _cover(covered, span)


def _cover(covered: bytearray, span: Span) -> None:
    covered[span.start : span.end] = b"\1" * (span.end - span.start)


def _enter(draft: Draft, covered: bytearray, names: Iterable[Found], known: dict[str, Kind]) -> None:
    """Enter the names that stand where none does yet."""
    for found in names:
        words = found.span.of(draft.text)
        if (
            any(covered[found.span.start : found.span.end])
            or is_own_city(words, draft.city)
            or _OF_BODY.match(words)
        ):
            continue
        _cover(covered, found.span)
        if not _is_gloss(draft, found.span):
            named = _of_found(draft, found, known)
            _cover_name(covered, named)
            draft.add(named)


_OF_BODY = re.compile(
    r"(?:Assembly|Municipality|Council|City|Town|Government|Administration|Mayor|Region|District|County|Province|State|Ministry|Department|Agency|Office|Authority)['’]s\s[^A-ZÀ-Þ]*$"
)
"""What has no capital but that of whose it is, and names nothing: "the Council's register"."""


def _is_of(named: dict[str, NameMention], words: str) -> bool:
    """Whether a subject has capitals only in names that were found before, and is no name itself: "Foo and Bar together"."""
    places = [Span(0, 0), *_places_of(named, words), Span(len(words), len(words))]
    left = "".join(words[one.end : other.start] for one, other in pairwise(places))
    return len(places) > 2 and bool(left) and not any(map(str.isupper, left))


def _is_gloss(draft: Draft, span: Span) -> bool:
    """Whether words are all that stands in the bracket right behind a name: its name in another language, which is no other thing."""
    text = draft.text
    opens = text[:1] and text[max(0, span.start - 2) : span.start]
    closes = text[span.end : span.end + 1] in (")", ",")
    if not closes or opens != " (":
        return False
    named = (i for i, name in enumerate(draft.names) if extent(name).end in (span.start - 2, span.start - 3))
    index = next(named, None)
    if index is not None and not draft.names[index].law and span not in draft.names[index].aliases:
        name = draft.names[index]
        draft.names[index] = replace(name, aliases=(*name.aliases, span))
    return index is not None


def _add_repeats(draft: Draft, covered: bytearray) -> None:
    """Proper names where the answer uses them again, so that what is said there is said of them."""
    known = _known(draft)
    if not known or len(known) > 2000:
        return
    for span in _places_of(known, draft.text):
        if not any(covered[span.start : span.end]):
            first = known[span.of(draft.text)]
            draft.add(
                replace(
                    first,
                    span=span,
                    scope=draft.sentence_at(span.start),
                    description=None,
                    aliases=(),
                    functions=(),
                    audiences=(),
                )
            )


def _known(draft: Draft) -> dict[str, NameMention]:
    """The proper names found, which speak of their thing wherever they stand again; one of four letters if it is no word here."""
    small = frozenset(draft.text.split())
    return {
        name.name: name
        for name in reversed(draft.names)
        if name.proper
        and not name.law
        and name.kind is not Kind.ACCOUNT
        and (len(name.name) > 4 or (len(name.name) == 4 and name.name.lower() not in small))
        and name.name[:1].isupper()
    }


def _places_of(names: Iterable[str], text: str) -> Iterator[Span]:
    """Where a text has one of some names as words of their own; of two that begin at one place the longer."""
    by_word: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=len, reverse=True):
        if word := _BEGINNING.match(name):
            by_word[word[0]].append(name)
    done = 0
    for word in _BEGINNING.finditer(text):
        at = word.start()
        for name in by_word.get(word[0], ()) if at >= done else ():
            if text.startswith(name, at) and not _GOES_ON.match(text, at + len(name)):
                done = at + len(name)
                yield Span(at, done)
                break


def _subjects(draft: Draft, goals: tuple[GoalMention, ...], context: Context) -> Iterator[Found]:
    """Subjects of SDG statements that name nothing else, outside the items that have a head to speak of."""
    by_sentence: dict[Span, list[GoalMention]] = defaultdict(list)
    for goal in goals:
        by_sentence[draft.sentence_at(goal.span.start)].append(goal)
    for sentence, stated in by_sentence.items():
        at = min(goal.span.start for goal in stated)
        heads = tuple(
            name.span
            for name in draft.names
            if name.kind not in _SILENT and name.span.start < at and name.scope.start <= at < name.scope.end
        )
        yield from find_subjects(draft.text, sentence, tuple(stated), context.city, heads)
        if not heads:
            yield from find_title_above(draft.text, Span(sentence.start, at), context.city)


def _standalone(draft: Draft, context: Context) -> list[Found]:
    text = draft.text
    found: list[Found] = []
    for sentence in draft.sentences:
        found += find_quoted(text, sentence, default_kind(draft.question)[0])
    for sentence in draft.sentences:
        found += find_listed(text, sentence, default_kind(draft.question)[0])
    found += find_strategies(text)
    found += find_organisations(text)
    found += find_domains(text, context.top_domains)
    for sentence in draft.sentences:
        found += find_capitalised(text, sentence)
        found += find_told(text, sentence, default_kind(draft.question)[0])
    return found


def _of_found(draft: Draft, found: Found, known: dict[str, Kind]) -> NameMention:
    """The mention of a found name; the answer's first word on its kind holds."""
    words = re.sub(r"\s+", " ", found.span.of(draft.text))
    sentence = draft.sentence_at(found.span.start)
    kind, basis, rule = refined(draft, known.setdefault(words, found.kind), None)
    if not found.told:
        basis, rule = default_kind(draft.question)[1:]
    aliases = gloss_aliases(draft.text, found.span.end, found.span.end + 140)
    return NameMention(found.span, words, kind, sentence, basis, rule, aliases=aliases)
