"""Names of things and the links that belong to them, segment by segment."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ..model import Basis, GoalMention, Kind, LawMention, LinkMention, NameMention, Question, Span
from ..social import host_of, network_of, networks_named
from .chunks import GENERIC, STORES, Candidate, chunk_before, label_before_colon
from .context import Context
from .dates import find_dates
from .facets import find_audiences, find_functions
from .heads import Head, find_head, gloss_aliases
from .items import Segment, SegmentKind
from .kinds import KIND_NOUN, default_kind, first_kind, kind_around, kind_of_description, kind_of_name
from .links import Anchor
from .listed import find_listed, find_subjects, subject_of
from .standalone import (
    Found,
    find_capitalised,
    find_domains,
    find_organisations,
    find_quoted,
    find_strategies,
    sentence_kind,
)

__all__ = ["extent", "find_names"]

_LEAD = re.compile(
    r"(?:[,;]?\s(?:which|that|where|and))?(?:\s(?:is|are|was|were|be|been|can|may|could|will|has|have|also|now|currently|fully|freely|publicly|it|made))*"
    r"\s?,?\s?(?:accessible|available|accessed|found|reached|viewed|downloaded|hosted|published|visited|located|obtained|seen|consulted|offered|provided"
    r"|reachable|online|posted|listed|open|maintained|consulted)?(?:\s(?:online|free of charge|for download|in full))?"
    r"\s?(?<!\w)(?:at|on|via|through|from|under|in|here|by visiting|see|visit|using)?(?:\sthe)?(?:\s(?:following|official|web))?(?:\s(?:link|website|address|url|page|site))?[\s:,(<\[]*$",
)
_RUN_BY = re.compile(
    r",?\s(?:which is\s|that is\s)?(?:managed|run|operated|developed|maintained|provided|hosted|owned|administered|created|launched|supported) (?:jointly )?(?:by|with) (?:the )?$"
)
_APPOSITION = re.compile(r",\s(?:the|an?|our|its|which is (?:the|a|an))\s[^,;:.()]{3,100}$")
_ABOUT = re.compile(
    r"(?:information|details|data|more)\s(?:about|on|of)\s(?P<what>.{3,80}?)\s(?:is|are|can|may)\s", re.I
)
_NEWS = re.compile(
    r"/(?:news|press|press-releases|noticias|actualites|novosti|blog|article|articles|all_news|media|prensa)(?:/|$|\?)",
    re.I,
)
_INDEFINITE = re.compile(r"\ban?\s+(?:\w+\s+){0,3}$", re.I)
_EDGE_LINK = re.compile(r"(?:[\s(<\[:–—|,;-]{0,6}(?:https?://|www\.)[^\s<>]{1,2000}[\s)>\],;]{0,6})+")
_LAST_LINK = re.compile(
    r"[\s(<\[:–—|,;-]{0,6}(?:(?:link|website|url|see|at|visit|more info(?:rmation)?)\b:?\s{0,2})?[(<\[]{0,2}(?:https?://|www\.)[^\s<>]{1,590}\s{0,3}[)>\].,;]{0,4}$",
    re.I,
)
_LAW_WORD = re.compile(
    r"(?:law|act|code|decree|ordinance|regulation|directive|bylaw|statute|rules?|gesetz|verordnung|ordnung|ley|loi|lei|legge|lov|lag|laki|wet|ustawa|zakon|закон|法|법)\b",
    re.I,
)
_LAW_GAP = re.compile(
    r"[\s,:;(<\[\"”»'’–—-]{0,6}(?:(?:international|national|european)\s)?(?:standards?\s?)?[\s(<\[]{0,3}"
)


_SILENT = frozenset({Kind.LEGISLATION, Kind.ORGANISATION, Kind.ACCOUNT})


@dataclass(slots=True)
class _Draft:
    """Names and link owners of one answer as they are collected."""

    text: str
    question: Question
    sentences: list[Span]
    names: list[NameMention] = field(default_factory=list)
    owners: dict[int, int] = field(default_factory=dict)

    def sentence_at(self, at: int) -> Span:
        index = bisect_right([span.start for span in self.sentences], at) - 1
        return self.sentences[max(0, index)] if self.sentences else Span(0, len(self.text))

    def add(self, mention: NameMention) -> int:
        self.names.append(mention)
        return len(self.names) - 1

    def taken(self, span: Span) -> bool:
        return any(span.meets(extent(other)) for other in self.names)


def extent(name: NameMention) -> Span:
    """All the words of a mention: of a law, its whole citation."""
    return name.law.span if name.law else name.span


def find_names(
    text: str,
    question: Question,
    segments: tuple[Segment, ...],
    sentences: tuple[Span, ...],
    anchors: tuple[Anchor, ...],
    laws: tuple[LawMention, ...],
    goals: tuple[GoalMention, ...],
    context: Context,
) -> tuple[tuple[NameMention, ...], tuple[LinkMention, ...]]:
    """All names of one answer and its links, each with the index of the name that it belongs to."""
    draft = _Draft(text, question, list(sentences))
    for law in laws:
        draft.add(_of_law(draft, law))
    at = 0
    previous: Segment | None = None
    for segment in segments:
        inside = []
        while at < len(anchors) and anchors[at].link.span.start < segment.span.end:
            inside.append((at, anchors[at]))
            at += 1
        _read_segment(draft, segment, previous, inside, is_last=segment is segments[-1])
        previous = segment
    _add_standalone(draft, anchors, goals, context)
    _give_news_to_sites(draft, anchors)
    return _sorted(draft, tuple(anchor.link for anchor in anchors))


def _sorted(
    draft: _Draft, links: tuple[LinkMention, ...]
) -> tuple[tuple[NameMention, ...], tuple[LinkMention, ...]]:
    order = sorted(range(len(draft.names)), key=lambda i: (draft.names[i].span, draft.names[i].kind))
    place = {old: new for new, old in enumerate(order)}
    owned = tuple(
        replace(link, owner=place[draft.owners[i]]) if i in draft.owners else link
        for i, link in enumerate(links)
    )
    return tuple(draft.names[i] for i in order), owned


# --- segments -----------------------------------------------------------------------------------------------------


def _read_segment(
    draft: _Draft,
    segment: Segment,
    previous: Segment | None,
    anchors: list[tuple[int, Anchor]],
    *,
    is_last: bool,
) -> None:
    only = [anchor for _, anchor in anchors]
    owner = None
    head = (
        None
        if _opens_with_law(draft, segment)
        else find_head(draft.text, segment.span, only, in_list=segment.kind is SegmentKind.ITEM)
    )
    if head and _accepted(draft, segment, head):
        owner = draft.add(_of_head(draft, segment, head, only[0] if only and head.linked else None))
    floor = segment.span.start
    for index, anchor in anchors:
        found = _owner_of(draft, segment, anchor, floor, owner, index == anchors[0][0], is_last)
        if found is None and previous is not None and _bare(draft, segment, anchor):
            found = _from_line_above(draft, previous)
        if found is None:
            found = _from_host(draft, segment, anchor)
        if found is not None:
            draft.owners[index] = found
        floor = anchor.outer.end


def _opens_with_law(draft: _Draft, segment: Segment) -> bool:
    start = segment.span.start
    return any(
        name.law and extent(name).start <= start + 4 and extent(name).end > start for name in draft.names
    )


def _accepted(draft: _Draft, segment: Segment, head: Head) -> bool:
    """Whether a head names something: in a list, with a link or a description; in prose, only right before a link."""
    words = head.name.span.of(draft.text)
    if draft.taken(head.name.span):
        return False
    if segment.kind is SegmentKind.PROSE:
        gap = draft.text[head.name.span.end : segment.span.end]
        if head.after_link or re.fullmatch(r"\s{1,3}<?(?:https?:|www\.)\S+", gap):
            return len(words.split()) <= 8
        return head.linked and bool(
            re.match(
                r"\s{0,3}[\"”»:–—(<\[\n-][\s\"”»:–—(<\[-]{0,8}(?:https?:|www\.|[\w.-]+/)|[\"”»]?\s{0,2}\([^()\n]{0,90}?[,:;]\s?<?(?:https?:|www\.)",
                gap,
            )
        )
    described = head.description is not None and len(words.split()) <= 10
    capitals = sum(word[:1].isupper() for word in words.split()) >= 2
    listed = draft.question.lists in (Kind.APP, Kind.PORTAL, Kind.ACCOUNT, Kind.PLATFORM, Kind.SERVICE)
    return head.linked or described or ((capitals or listed) and len(words.split()) <= 8 and head.name.proper)


def _of_head(draft: _Draft, segment: Segment, head: Head, anchor: Anchor | None) -> NameMention:
    described = _without_links(draft.text, head.description) if head.description else None
    if draft.question.lists is Kind.LEGISLATION and _LAW_WORD.search(head.name.span.of(draft.text)):
        return _law_of_head(draft, segment, head)
    return _mention(
        draft,
        head.name,
        segment.span,
        described.of(draft.text) if described else "",
        anchor,
        described,
        head.aliases,
    )


def _law_of_head(draft: _Draft, segment: Segment, head: Head) -> NameMention:
    """A law that an item names in a form of its own, where laws are asked for: its title, and the date beside it."""
    line = Span(head.name.span.start, (draft.text + "\n").index("\n", head.name.span.end))
    dates = find_dates(line.of(draft.text))
    end = line.start + dates[0].span.end if dates else head.name.span.end
    title = " ".join(head.name.span.of(draft.text).split())
    law = LawMention(
        Span(line.start, end), title, "law", "", dates[0].iso if dates else "", "national", title_span=head.name.span, certain=()
    )  # fmt: skip
    return NameMention(head.name.span, title, Kind.LEGISLATION, segment.span, aliases=head.aliases, law=law)


def _without_links(text: str, span: Span) -> Span | None:
    """A description without the links and dashes at its edges; None when no words are left."""
    opening = _EDGE_LINK.match(text, span.start, span.end)
    closing = _LAST_LINK.search(text, max(span.start, span.end - 600), span.end)
    start, end = opening.end() if opening else span.start, closing.start() if closing else span.end
    return Span(start, end) if len(text[start:end].split()) > 1 else None


def _owner_of(
    draft: _Draft, segment: Segment, anchor: Anchor, floor: int, head: int | None, first: bool, is_last: bool
) -> int | None:
    """The name that a link belongs to: a law, the item's head, or the name or phrase right before it."""
    law = _law_before(draft, anchor)
    if law is not None:
        return law
    if head is not None and first and _follows_head(draft, draft.names[head], anchor):
        return head
    candidate = _candidate(draft, segment, anchor, floor)
    if (
        candidate
        and head is not None
        and not _new_in_item(draft, segment, anchor, candidate, draft.names[head], is_last)
    ):
        return head
    if candidate:
        return (
            _existing(draft, candidate)
            if draft.taken(candidate.span)
            else draft.add(_of_candidate(draft, segment, candidate, anchor))
        )
    if head is not None or _NEWS.search(anchor.link.url):
        return head
    return _nearest(draft, anchor)


def _law_before(draft: _Draft, anchor: Anchor) -> int | None:
    for index, name in enumerate(draft.names):
        end = extent(name).end
        if name.law and extent(name).start < anchor.outer.start <= end + 60:
            if anchor.outer.start <= end or _LAW_GAP.fullmatch(draft.text[end : anchor.outer.start]):
                return index
            if draft.question.lists is Kind.LEGISLATION and "\n" in draft.text[end : anchor.outer.start]:
                return index
    return None


def _follows_head(draft: _Draft, head: NameMention, anchor: Anchor) -> bool:
    gap = draft.text[head.span.end : anchor.outer.start]
    return anchor.outer.start <= head.span.start + 1 or not re.search(r"[.;\n]\s|\):\s", gap)


def _new_in_item(
    draft: _Draft, segment: Segment, anchor: Anchor, candidate: Candidate, head: NameMention, is_last: bool
) -> bool:
    """Whether a link inside an item leads to another thing than the item's own."""
    words = candidate.span.of(draft.text)
    if (
        words.lower() in head.name.lower()
        or head.name.lower() in words.lower()
        or candidate.span.meets(head.span)
    ):
        return False
    if candidate.proper:
        return (
            len(words.split()) > 1
            or _quoted_at(draft.text, candidate.span)
            or any(c.isupper() for c in words[1:])
        )
    later = draft.sentence_at(anchor.outer.start).start > head.span.start + 1
    introduced = _INDEFINITE.search(draft.text[max(0, candidate.span.start - 40) : candidate.span.start])
    return is_last and later and bool(introduced)


def _quoted_at(text: str, span: Span) -> bool:
    return text[span.start - 1 : span.start] in ('"', "“", "«", "„", "‘")


def _candidate(draft: _Draft, segment: Segment, anchor: Anchor, floor: int) -> Candidate | None:
    """The words that name a link in running text: its label, what stands before its bracket, or before its colon."""
    text = draft.text
    if anchor.label:
        return _labelled(text, anchor.label)
    floor = max(floor, draft.sentence_at(anchor.outer.start).start, segment.span.start)
    opening = _open_bracket(text, floor, anchor.outer.start)
    end = opening if opening is not None else anchor.outer.start
    if opening is None and re.search(r"[:：–—-]\s*$", text[floor:end]):
        label = label_before_colon(text, _label_floor(text, floor, end), end)
        if label:
            return label
    lead = _LEAD.search(text, max(floor, end - 120), end)
    found = _chunk(text, floor, lead.start() if lead else end)
    if opening is None and found and not found.proper and not kind_of_name(found.span.of(text)):
        found = None
    if found is None or not found.proper:
        found = _about(text, floor, end) or found or (subject_of(text, Span(floor, end)) if lead else None)
    if found and _NEWS.search(anchor.link.url) and not kind_of_name(found.span.of(text)):
        return None
    return found


def _labelled(text: str, label: Span) -> Candidate | None:
    """The words of a markdown link, unless they only point ("here") or name the store of an app."""
    words = label.of(text)
    if len(words) < 3 or words.lower() in STORES or words.lower() in GENERIC:
        return None
    return Candidate(label, words[:1].isupper())


def _chunk(text: str, floor: int, end: int) -> Candidate | None:
    """The name before a place; when that only runs or describes the thing ("X, managed by Y"), the name before it."""
    found = chunk_before(text, floor, end)
    if found is None:
        return None
    by = _RUN_BY.search(text, max(floor, found.span.start - 60), found.span.start)
    if by:
        return chunk_before(text, floor, by.start()) or found
    apposition = _APPOSITION.search(text, max(floor, found.span.start - 120), found.span.start)
    earlier = (
        chunk_before(text, floor, apposition.start())
        if apposition and KIND_NOUN.search(apposition[0])
        else None
    )
    return earlier if earlier and earlier.proper else found


def _about(text: str, floor: int, end: int) -> Candidate | None:
    """What "information about X is published" is about."""
    about = _ABOUT.search(text, max(floor, end - 160), end)
    return Candidate(Span(*about.span("what")), False) if about else None


def _label_floor(text: str, floor: int, end: int) -> int:
    """Where the label before a colon begins: after the last line end or semicolon."""
    return max(floor, text.rfind("\n", floor, end) + 1, text.rfind(";", floor, end) + 1)


def _open_bracket(text: str, floor: int, end: int) -> int | None:
    """The place of a round bracket that is still open before `end`."""
    depth = 0
    for at in range(end - 1, max(floor, end - 300) - 1, -1):
        if text[at] == ")":
            depth += 1
        elif text[at] == "(":
            if depth == 0:
                return at
            depth -= 1
    return None


def _existing(draft: _Draft, candidate: Candidate) -> int | None:
    return next((i for i, name in enumerate(draft.names) if extent(name).meets(candidate.span)), None)


def _nearest(draft: _Draft, anchor: Anchor) -> int | None:
    """The last name before a link in the same sentence."""
    sentence = draft.sentence_at(anchor.outer.start)
    before = [
        (name.span, i)
        for i, name in enumerate(draft.names)
        if sentence.start <= name.span.start < anchor.outer.start
    ]
    return max(before)[1] if before else None


def _bare(draft: _Draft, segment: Segment, anchor: Anchor) -> bool:
    rest = draft.text[segment.span.start : anchor.outer.start]
    return not any(c.isalnum() for c in rest)


def _from_line_above(draft: _Draft, previous: Segment) -> int | None:
    """The name on the line above a line that is only a link."""
    words = previous.span.of(draft.text)
    if len(words.split()) > 12 or words.rstrip().endswith((".", "!")) or "http" in words:
        return None
    found = label_before_colon(draft.text, previous.span.start, previous.span.end)
    if found is None:
        return None
    return (
        _existing(draft, found)
        if draft.taken(found.span)
        else draft.add(_of_candidate(draft, previous, found, None))
    )


def _from_host(draft: _Draft, segment: Segment, anchor: Anchor) -> int | None:
    """A link without a name, where the question asks for sites or accounts: its host names it."""
    named = network_of(anchor.link.url)
    wanted = draft.question.lists in (Kind.PORTAL, Kind.PLATFORM, Kind.ACCOUNT) or named
    if not wanted or _NEWS.search(anchor.link.url):
        return None
    span = anchor.link.span
    name = named.name if named else host_of(anchor.link.url)
    at = draft.text.lower().find(name.lower(), span.start, span.end)
    place = Span(at, at + len(name)) if at >= 0 else span
    kind = Kind.ACCOUNT if named else draft.question.lists or Kind.PORTAL
    return draft.add(
        NameMention(place, name, kind, segment.span, Basis.INFERRED, "default-kind-by-question", proper=False)
    )


def _give_news_to_sites(draft: _Draft, anchors: tuple[Anchor, ...]) -> None:
    """A news page belongs to the site that the answer names by the page's host, unless a thing stands right before it."""
    sites = {
        name.name.lower().removeprefix("www."): i
        for i, name in reversed(list(enumerate(draft.names)))
        if name.kind is Kind.PORTAL
    }
    for index, anchor in enumerate(anchors):
        site = sites.get(host_of(anchor.link.url))
        if index not in draft.owners and site is not None and _NEWS.search(anchor.link.url):
            draft.owners[index] = site


# --- mentions -----------------------------------------------------------------------------------------------------


def _of_candidate(
    draft: _Draft, segment: Segment, candidate: Candidate, anchor: Anchor | None
) -> NameMention:
    scope = segment.span if segment.kind is SegmentKind.ITEM else draft.sentence_at(candidate.span.start)
    end = anchor.outer.end if anchor else candidate.span.end
    bracket = _open_bracket(draft.text, candidate.span.end, anchor.outer.start) if anchor else None
    gloss = draft.text[bracket + 1 : anchor.outer.start] if bracket is not None and anchor else ""
    aliases = gloss_aliases(draft.text, candidate.span.end, end + 2)
    return _mention(draft, candidate, scope, gloss, anchor, None, aliases)


def _mention(
    draft: _Draft,
    name: Candidate,
    scope: Span,
    gloss: str,
    anchor: Anchor | None,
    description: Span | None,
    aliases: tuple[Span, ...],
) -> NameMention:
    words = re.sub(r"\s+", " ", name.span.of(draft.text))
    kind, basis, rule = _kind(draft, name, words, gloss, anchor)
    description = None if kind is Kind.ACCOUNT else description
    return NameMention(
        name.span, words, kind, scope, basis, rule, description, tuple(a for a in aliases if not a.meets(name.span)),
        functions=find_functions(draft.text, description or name.span),
        audiences=find_audiences(draft.text, description or name.span), proper=name.proper,
    )  # fmt: skip


def _kind(
    draft: _Draft, name: Candidate, words: str, gloss: str, anchor: Anchor | None
) -> tuple[Kind, Basis, str]:
    text = draft.text
    if anchor and network_of(anchor.link.url) and draft.question.lists is not Kind.APP:
        return Kind.ACCOUNT, Basis.STATED, ""
    end = anchor.outer.end if anchor else name.span.end
    sentence = draft.sentence_at(name.span.start)
    around = kind_around(
        text[max(sentence.start, name.span.start - 60) : name.span.start], text[end : end + 60]
    )
    own = kind_of_name(words)
    told = first_kind((
        *((around, own) if _quoted_at(text, name.span) else (own, around)),
        kind_of_description(gloss) if gloss and draft.question.lists is not Kind.APP else None,
        sentence_kind(text, sentence.start, name.span.start) if not gloss else None,
    ))  # fmt: skip
    if told:
        return _refined(draft, told, anchor)
    return default_kind(draft.question)


def _refined(draft: _Draft, kind: Kind, anchor: Anchor | None) -> tuple[Kind, Basis, str]:
    """A kind in the light of its question: a programme under the strategy question, a project with a site of its own."""
    if kind is Kind.INITIATIVE and draft.question.role == "strategy":
        return Kind.STRATEGY, Basis.INFERRED, "default-kind-by-question"
    own_site = anchor is not None and anchor.link.url.rstrip("/").count("/") <= 2
    if kind is Kind.INITIATIVE and own_site and draft.question.lists is Kind.PLATFORM:
        return Kind.PLATFORM, Basis.INFERRED, "default-kind-by-question"
    return kind, Basis.STATED, ""


def _of_law(draft: _Draft, law: LawMention) -> NameMention:
    titled = law.title if law.title[:1].isupper() or not law.title[:1].isalpha() else ""
    name = re.sub(r"\s+", " ", titled or law.span.of(draft.text))
    return NameMention(
        law.title_span if titled and law.title_span else law.span,
        name,
        Kind.LEGISLATION,
        draft.sentence_at(law.span.start),
        law=law,
    )


# --- names without links ------------------------------------------------------------------------------------------


def _add_standalone(
    draft: _Draft, anchors: tuple[Anchor, ...], goals: tuple[GoalMention, ...], context: Context
) -> None:
    covered = bytearray(len(draft.text))
    for anchor in anchors:
        covered[anchor.link.span.start : anchor.link.span.end] = b"\1" * (
            anchor.link.span.end - anchor.link.span.start
        )
    for name in draft.names:
        span = extent(name)
        covered[span.start : span.end] = b"\1" * (span.end - span.start)
    for found in (*_standalone(draft, context), *_subjects(draft, goals, context)):
        if not any(covered[found.span.start : found.span.end]):
            covered[found.span.start : found.span.end] = b"\1" * (found.span.end - found.span.start)
            draft.add(_of_found(draft, found))
    if draft.question.lists is Kind.ACCOUNT:
        _add_networks(draft, covered)
    _add_repeats(draft, covered)


def _add_repeats(draft: _Draft, covered: bytearray) -> None:
    """Proper names where the answer uses them again, so that what is said there is said of them."""
    known = {
        name.name: name
        for name in reversed(draft.names)
        if name.proper
        and not name.law
        and name.kind is not Kind.ACCOUNT
        and len(name.name) > 4
        and name.name[:1].isupper()
    }
    if not known or len(known) > 2000:
        return
    pattern = re.compile(
        r"(?<![\w./-])(?:"
        + "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
        + r")(?![\w/-]|\.\w)"
    )
    for match in pattern.finditer(draft.text):
        if not any(covered[match.start() : match.end()]):
            first, span = known[match[0]], Span(*match.span())
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


def _subjects(draft: _Draft, goals: tuple[GoalMention, ...], context: Context) -> Iterator[Found]:
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


def _standalone(draft: _Draft, context: Context) -> list[Found]:
    text = draft.text
    found: list[Found] = []
    for sentence in draft.sentences:
        found += find_quoted(text, sentence, default_kind(draft.question)[0])
    for sentence in draft.sentences:
        found += find_listed(text, sentence)
    found += find_strategies(text)
    found += find_organisations(text)
    found += find_domains(text, context.top_domains)
    for sentence in draft.sentences:
        found += find_capitalised(text, sentence)
    return found


def _of_found(draft: _Draft, found: Found) -> NameMention:
    words = re.sub(r"\s+", " ", found.span.of(draft.text))
    sentence = draft.sentence_at(found.span.start)
    kind, basis, rule = _refined(draft, found.kind, None)
    aliases = gloss_aliases(draft.text, found.span.end, found.span.end + 60)
    return NameMention(found.span, words, kind, sentence, basis, rule, aliases=aliases)


def _add_networks(draft: _Draft, covered: bytearray) -> None:
    """Networks named without a link are accounts too, where the question asks for them; each once."""
    seen = {name.name for name in draft.names if name.kind is Kind.ACCOUNT}
    for span, network in networks_named(draft.text):
        if (
            network.name not in seen
            and span.of(draft.text) not in seen
            and not any(covered[span.start : span.end])
        ):
            seen.add(network.name)
            draft.add(NameMention(span, span.of(draft.text), Kind.ACCOUNT, draft.sentence_at(span.start)))
