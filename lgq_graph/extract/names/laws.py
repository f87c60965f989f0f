"""Laws as names: the mention of a citation, of an item that is a law, and the law that a link belongs to."""

from __future__ import annotations

import re
from dataclasses import replace

from ...model import Kind, LawMention, NameMention, Span
from ..dates import find_dates
from ..heads import Head
from ..items import Segment
from ..links import Anchor
from .draft import Draft, extent

__all__ = ["LAW_WORD", "add_laws", "law_at", "law_of_head", "opening_law"]

LAW_WORD = re.compile(
    r"(?:law|act|code|decree|ordinance|regulation|directive|bylaw|statute|rules?|gesetz|verordnung|ordnung|ley|loi|lei|legge|lov|lag|laki|wet|ustawa|zakon|закон|法|법)\b",
    re.I,
)
_LAW_GAP = re.compile(
    r"[\s,:;(<\[\"”»'’–—-]{0,6}(?:(?:international|national|european)\s)?(?:standards?\s?)?[\s(<\[]{0,3}"
)
_TITLE_LEAD = re.compile(r"[\s,;:\"“«‘(-]{1,6}(?:(?:del?|da|do|das|dos|di|della)\s(?:las?\s|los\s|el\s)?)?$")
_BEHIND_LINK = re.compile(r"[\s)>\]:–—|-]{1,6}\(?(?:[Tt]he )?[\"“«]?")
_APPOSED = re.compile(r"[\s,;(–—-]{1,4}(?:or |the )?")


def _of_law(draft: Draft, law: LawMention) -> NameMention:
    """A law by its title; by its citation without it, when the title is a phrase such as "on open data"."""
    titled = law.title if law.title[:1].isupper() or not law.title[:1].isalpha() else ""
    span = law.title_span if titled and law.title_span else _untitled(draft.text, law)
    name = re.sub(r"\s+", " ", titled or span.of(draft.text))
    return NameMention(
        span,
        name,
        Kind.LEGISLATION,
        draft.sentence_at(law.span.start),
        law=law,
    )


def _untitled(text: str, law: LawMention) -> Span:
    """The citation of a numbered law up to the title that closes it: "Law No. 5 of 2020" of "Law No. 5 of 2020, on open data"."""
    title = law.title_span
    if title is None or not law.number or law.number in text[title.start : law.span.end]:
        return law.span
    cited = text[law.span.start : title.start]
    return Span(law.span.start, law.span.start + len(_TITLE_LEAD.sub("", cited)))


def law_of_head(draft: Draft, segment: Segment, head: Head) -> NameMention:
    """A law that an item names in a form of its own, where laws are asked for: its title, and the date beside it."""
    line = Span(head.name.span.start, (draft.text + "\n").index("\n", head.name.span.end))
    dates = find_dates(line.of(draft.text))
    end = line.start + dates[0].span.end if dates else head.name.span.end
    title = " ".join(head.name.span.of(draft.text).split())
    law = LawMention(
        Span(line.start, end), title, "law", "", dates[0].iso if dates else "", "national", title_span=head.name.span, certain=()
    )  # fmt: skip
    return NameMention(head.name.span, title, Kind.LEGISLATION, segment.span, aliases=head.aliases, law=law)


def add_laws(draft: Draft, laws: tuple[LawMention, ...]) -> None:
    """The laws of an answer as names. The initials of a law right behind it are its alias and no law of their own."""
    end = 0
    for law in laws:
        if law.span.start < end:
            continue
        initials = _initials(draft.text, law)
        name = replace(_of_law(draft, law), aliases=(initials,) if initials else ())
        draft.add(name)
        end = extent(name).end
    draft.laws = len(draft.names)


def _initials(text: str, law: LawMention) -> Span | None:
    """Where "GDPR" stands in or right behind "General Data Protection Regulation (EU) 2016/679, GDPR"."""
    initials = "".join(word[0] for word in re.findall(r"\w+", law.title) if word[0].isupper())
    if len(initials) < 3 or law.title_span is None:
        return None
    found = re.compile(rf"(?<!\w){initials}(?!\w)").search(
        text, law.title_span.end, law.span.end + 12 + len(initials)
    )
    if found is None or (
        found.end() > law.span.end and not _APPOSED.fullmatch(text, law.span.end, found.start())
    ):
        return None
    return Span(*found.span())


def law_at(draft: Draft, segment: Segment, anchor: Anchor) -> int | None:
    """The law that a link stands right behind, in or, when the link comes first, right before."""
    inside = draft.laws_in(segment.span)
    place = anchor.label or anchor.outer
    for index in reversed(inside):
        span = extent(draft.names[index])
        if span.meets(place) or (
            span.end <= place.start and _LAW_GAP.fullmatch(draft.text, span.end, place.start)
        ):
            return index
        if span.end <= place.start:
            break
    if not any(c.isalnum() for c in draft.text[segment.span.start : place.start]):
        first = next(iter(inside), None)
        if first is not None and _BEHIND_LINK.fullmatch(
            draft.text, anchor.outer.end, extent(draft.names[first]).start
        ):
            return first
    return None


def opening_law(draft: Draft, segment: Segment) -> int | None:
    """The law that a segment opens with."""
    inside = draft.laws_in(segment.span)
    opens = inside and extent(draft.names[inside[0]]).start <= segment.span.start + 4
    return inside[0] if opens else None
