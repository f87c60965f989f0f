"""The name that a list item or a line opens with: whether it is one, and its mention."""

from __future__ import annotations

import re
from dataclasses import replace

from ...model import Basis, Kind, NameMention, Span
from ..heads import Head
from ..items import Segment, SegmentKind
from ..kinds import KIND_NOUN, kind_of_apposition, kind_of_name
from ..links import Anchor
from ..told import names_several
from ..topics import is_technology
from ..wording import GENERIC
from .draft import Draft, extent
from .labelled import is_labelled
from .laws import LAW_WORD, law_of_head
from .mention import asks_services, listed_service, mention
from .networks import is_unused, shortened

__all__ = ["accepted", "of_head"]

_WHEN = r"(?: (?:yet|so far|for now|currently|now|until now|to date|for the moment|(?:at|for) (?:the|this|present) ?(?:moment|time|stage)?|in place|available))*"
_NONE = re.compile(
    rf"\W*(?:(?:there (?:is|are)|we have) )?(?:nothing(?: (?:digital|online|electronic|new))?|no (?:digital|online|electronic)(?: (?:service|initiative|project|app|tool|solution|offer|form|portal|system)s?)?){_WHEN}(?:\W*$|[.;](?=\s\D))"
    r"|\W*(?:none(?: (?:yet|so far|for now|digital|online))?|no|n/?a|nil|nothing(?: (?:yet|so far|for now|digital|online|new|planned|to report))?|not (?:digital|yet|available|applicable)|not at (?:present|the moment)|none at present)(?:\W*$|[.;](?=\s\D))"
    r"|\W*(?:(?:this|it|the service)\s)?(?:(?:is|are)\s)?(?:still\s|currently\s|for now\s)?"
    r"(?:not (?:yet )?(?:online|available|digital|launched|introduced|developed|implemented|ready|offered|provided|exist\w*)(?: online)?(?: yet)?|(?:not yet|no online \w+ yet))(?=\s?[,.;)]|\s?$)",
    re.I,
)
"""What a line says of a thing that is not there, or not yet: "Building plans: not online yet, planned for 2027"."""
_GROUPS = re.compile(r"\b(?:groups?|chats?|lists|channels)\b")
"""Words for many conversations, which are no account."""
_EDGE_LINK = re.compile(r"(?:[\s(<\[:–—|,;-]{0,6}(?:https?://|www\.)[^\s<>]{1,2000}[\s)>\],;]{0,6})+")
_LAST_LINK = re.compile(
    r"[\s(<\[:–—|,;-]{0,6}(?:(?:link|website|url|see|at|visit|more info(?:rmation)?)\b:?\s{0,2})?[(<\[]{0,2}(?:https?://|www\.)[^\s<>]{1,590}\s{0,3}[)>\].,;]{0,4}$",
    re.I,
)


def accepted(draft: Draft, segment: Segment, head: Head, anchors: list[Anchor]) -> bool:
    """Whether a head names something: in a list, with a link or a description; in prose, only when the line is an entry."""
    words = head.name.span.of(draft.text)
    if draft.taken(head.name.span) or is_technology(words) or (not head.linked and _is_counted(draft, head)):
        return False
    account = draft.question.lists is Kind.ACCOUNT and not head.linked
    if not head.linked and names_several(words):
        return False
    if not head.linked and words.islower() and _is_work(draft, words):
        return False
    if (
        segment.topic
        or _heads_law(draft, segment, head)
        or (account and (_GROUPS.search(words) or is_unused(draft.text, head.name.span)))
    ):
        return False
    if head.description and not segment.heading and _NONE.match(head.description.of(draft.text)):
        return False
    if not head.linked and _opens_list(draft.text, head.name.span):
        return False
    if _ARE.match(draft.text, head.name.span.end) and _is_kind_in_plural(words):
        return False
    plain = segment.run_in and not any(c.isupper() for c in words)
    if not head.linked and plain and not (asks_services(draft) and kind_of_name(words) is Kind.SERVICE):
        return False
    if head.linked and _has_site(draft.text, head.name.span.end, anchors[0].outer.start):
        return False
    if segment.kind is SegmentKind.PROSE:
        return _is_entry(draft, segment, head, anchors)
    described = head.description is not None and len(words.split()) <= 10
    capitals = sum(word[:1].isupper() for word in words.split()) >= 2
    listed = draft.question.lists in (Kind.APP, Kind.PORTAL, Kind.ACCOUNT, Kind.PLATFORM, Kind.SERVICE)
    return head.linked or described or ((capitals or listed) and len(words.split()) <= 8 and head.name.proper)


def _is_work(draft: Draft, words: str) -> bool:
    """Whether words in small letters only tell what is done, where sites are asked for: "small repairs - by sealed offers"."""
    sites = draft.question.lists in (Kind.PORTAL, Kind.PLATFORM) and not asks_services(draft)
    return sites and kind_of_name(words) is None


_TO_LAW = re.compile(r"\.?(?:\s?[:–—-]\s|:\s?|\t)(?:[Tt]he\s)?[\"“«]?")


def _heads_law(draft: Draft, segment: Segment, head: Head) -> bool:
    """Whether words only say of what level or on what the law is that they lead to: "State - Archives Act, 1998"."""
    words = head.name.span.of(draft.text)
    label = words[1:].islower() or words.lower().rstrip(".").endswith(
        (" level", " levels", " government", " govt")
    )
    lead = _TO_LAW.match(draft.text, head.name.span.end) if label else None
    return lead is not None and any(
        extent(draft.names[i]).start == lead.end() for i in draft.laws_in(segment.span)
    )


_HAS_SITE = re.compile(
    r"\s(?:maintains|has|runs|operates|keeps|manages|administers|publishes|hosts)\s(?:its|their|an?|the)\s(?:own\s)?(?P<site>(?:[a-z-]{2,20}\s){1,3})(?:website|site|portal|page|homepage)"
    r"(?:\s(?:is\s)?(?:at|on|under|via|available at|located at))?[\s:(<\[]{0,4}$"
)


def _has_site(text: str, start: int, end: int) -> bool:
    """Whether words only say whose the site of a link is: "The Assembly maintains its website at …"."""
    said = _HAS_SITE.search(text, start, end)
    return said is not None and not (GENERIC | {"own"}).issuperset(said["site"].split())


def _is_counted(draft: Draft, head: Head) -> bool:
    """Whether an item only tells how many things there are: "Data sets: 58. …", "Real-time sets are three: …"."""
    words, told = head.name.span.of(draft.text), head.description
    if any(map(str.isupper, words[1:])):
        return False
    behind = draft.text[head.name.span.end : head.name.span.end + 40]
    return bool(_COUNTS.match(behind) or (told and _A_NUMBER.match(draft.text, told.start, told.end)))


_A_NUMBER = re.compile(r"\d[\d.,\s]{0,12}%?(?:[.;,]\s|$)")
_COUNTS = re.compile(
    r"\s(?:are|is|were)\s(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|many|several)\b)"
)


_ARE = re.compile(r"\s(?:are|include)(?:\snow|\scurrently)?:?\s(?:the\s)?[\"“«]?[A-ZÀ-Þ]")


def _opens_list(text: str, name: Span) -> bool:
    """Whether words only announce a list: "Main apps: …"."""
    return _is_kind_in_plural(name.of(text)) and text[name.end : name.end + 2].lstrip().startswith(":")


def _is_kind_in_plural(words: str) -> bool:
    last = words.split()[-1]
    return bool(KIND_NOUN.fullmatch(last)) and last.endswith("s") and words[1:].islower()


def _is_entry(draft: Draft, segment: Segment, head: Head, anchors: list[Anchor]) -> bool:
    """Whether a line reads as an item whose mark is lost: "Name (link) …", "Link – name", "Name – what it does – link"."""
    text, words = draft.text, head.name.span.of(draft.text)
    if head.after_link:
        return len(words.split()) <= 8
    if not head.name.proper or _runs_on(words, draft.city):
        return False
    if not head.linked:
        return _closed_by_link(draft, segment, head, anchors)
    short = [a.end for a in head.aliases if text[head.name.span.end : a.start] == ", "]
    gap = text[max([head.name.span.end, *short]) : anchors[0].outer.start]
    alone = not any(c.isalnum() for c in text[anchors[-1].outer.end : segment.span.end])
    if gap.startswith("\t"):
        return True  # a row of a table
    if not gap.strip():
        return alone and len(words.split()) <= 8
    if _DIRECT.fullmatch(gap):
        return True
    long = 1 < len(words.split()) <= 8 or not gap.startswith(":")
    told = kind_of_apposition(gap) is not None and gap.startswith((" –", " —", " -")) and "." not in gap
    told = told and (" " in words or any(map(str.isupper, words[1:])))
    if head.name.span.start <= segment.span.start + 2 and is_labelled(
        text, head.name.span, anchors[0].outer.start
    ):
        return True
    return (alone and long and bool(_DESCRIBES.match(gap))) or (
        told and head.name.span.start == segment.span.start
    )


def _closed_by_link(draft: Draft, segment: Segment, head: Head, anchors: list[Anchor]) -> bool:
    """Whether a line is an entry with what its thing does in sentences, and ends with its link: "Bike Desk: rent a bike. Open
    all day. https://…"."""
    if len(anchors) != 1 or head.name.span.start > segment.span.start + 1 or head.description is None:
        return False
    text, at = draft.text, anchors[0].outer
    sentence, behind = draft.sentence_at(at.start), text[at.end : segment.span.end]
    said = text[max(sentence.start, segment.span.start) : at.start]
    colon = _CLOSES_NAME.match(text, head.name.span.end)
    return colon is not None and not any(map(str.isalnum, said + behind))


_CLOSES_NAME = re.compile(r"[\"”»]?(?:\s\([^()\n]{1,100}\))?(?::|\s[–—-])\s")


_DIRECT = re.compile(r"[\s\"”»:–—(<\[-]{1,12}|[\"”»]?\s{0,2}\([^()\n]{0,90}?[,:;]\s?<?")
_DESCRIBES = re.compile(r"[\"”»]?\s{0,2}(?:[–—|(]|-\s|:\s)")


def _runs_on(words: str, city: str) -> bool:
    """Whether a sentence runs into a name: a word in lower case, which no "of" follows, stands before one with a capital.

    The name of the city is none: "Advice on moving in Exampleton".
    """
    found = words.split()
    named = (i for i, word in enumerate(found) if any(c.isupper() for c in word) and word not in city)
    last = max(named, default=0)
    plain = (i for i, word in enumerate(found[:last]) if word.islower() and len(word) > 3)
    return any(found[i + 1].lower() not in ("of", "de", "&") for i in plain)


def of_head(draft: Draft, segment: Segment, head: Head, anchor: Anchor | None) -> NameMention:
    described = _description(draft, segment, head)
    if draft.question.lists is Kind.LEGISLATION and LAW_WORD.search(head.name.span.of(draft.text)):
        return law_of_head(draft, segment, head)
    gloss = described.of(draft.text) if described else ""
    if draft.question.lists is Kind.ACCOUNT and not head.linked:
        head = replace(head, name=replace(head.name, span=shortened(draft.text, head.name.span)))
    found = mention(draft, head.name, segment.span, gloss, anchor, described, head.aliases)
    if segment.kind is SegmentKind.ITEM:
        found = listed_service(draft, found, anchor)
    headed = kind_of_name(segment.heading) if segment.heading else None
    return replace(found, kind=headed, basis=Basis.STATED, rule="") if headed in _HEADED else found


def _description(draft: Draft, segment: Segment, head: Head) -> Span | None:
    """What describes the thing: the rest of an item; of prose, the rest of the sentence."""
    span = head.description
    if span and segment.kind is SegmentKind.PROSE:
        sentence = draft.sentence_at(head.name.span.start)
        span = Span(span.start, min(span.end, sentence.end)) if span.start < sentence.end else None
    return _without_links(draft.text, span) if span else None


_HEADED = (Kind.SERVICE, Kind.APP, Kind.ORGANISATION)
"""Kinds that a heading tells for certain: "Initiative" and "Portal" head things of many kinds."""


def _without_links(text: str, span: Span) -> Span | None:
    """A description without the links and dashes at its edges; None when no words are left."""
    opening = _EDGE_LINK.match(text, span.start, span.end)
    closing = _LAST_LINK.search(text, max(span.start, span.end - 600), span.end)
    start, end = opening.end() if opening else span.start, closing.start() if closing else span.end
    while start < end and text[start] in " \t\n:–—-,;•·":
        start += 1
    if end > start and text[end - 1] in _OPENED and _OPENED[text[end - 1]] not in text[start:end]:
        end -= 1  # the bracket that the name and its description stand in
    told = len(text[start:end].split()) > 1 and not _ELSEWHERE.fullmatch(text, start, end)
    return Span(start, end) if told else None


_ELSEWHERE = re.compile(
    r"(?i)(?:see|cf\.?|siehe|véase|ver|vide|voir|zie|vedi|zob\.|bkz\.|lihat)(?:\salso)?\s"
    r"(?:above|below|oben|unten|arriba|abajo|acima|abaixo|sopra|sotto|(?:[^\W\d]{1,12}\s){0,3}[^\W\d]{1,12}\.?\s?\d{1,2})[.;]?\s?"
)
"""What only sends the reader to another answer: "see Q25", "siehe Frage 8"."""
_OPENED = {")": "(", "]": "[", "）": "（"}
