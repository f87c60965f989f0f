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
_DE = re.compile(r"\s(?:del?|da|do|das|dos|di|della)\s(?:las?\s|los\s|el\s)?$")
_TITLE_LEAD = re.compile(rf"[\s,;:\"“«‘(-]{{1,6}}$|,?{_DE.pattern}")
_BEHIND_LINK = re.compile(r"[\s)>\]:–—|-]{1,6}\(?(?:[Tt]he )?[\"“«]?")
_APPOSED = re.compile(r"[\s,;(–—-]{1,4}(?:or |the )?")


def _of_law(draft: Draft, law: LawMention) -> NameMention:
    """A law by a title of its own; by its whole citation, when that goes on with what the law is on: "… on open data"."""
    own = law.title_span if law.title_span and not _is_topic(draft.text, law) else None
    span = own or law.span
    name = re.sub(r"\s+", " ", span.of(draft.text))
    return NameMention(span, name, Kind.LEGISLATION, draft.sentence_at(law.span.start), law=law)


def _is_topic(text: str, law: LawMention) -> bool:
    """Whether a title is a phrase that its citation leads to: "on open data", "de Acceso a la Información"."""
    at = law.title_span.start if law.title_span else 0
    small = law.title[:1].isalpha() and not law.title[:1].isupper()
    return small or (bool(law.number) and _DE.search(text, law.span.start, at) is not None)


def _cited(text: str, law: LawMention) -> Span | None:
    """The citation of a numbered law without the phrase that closes it: "Law No. 5 of 2020" of "Law No. 5 of 2020, on open data"."""
    title = law.title_span
    if title is None or not _is_topic(text, law) or law.number not in text[law.span.start : title.start]:
        return None
    lead = _TITLE_LEAD.search(text, law.span.start, title.start)
    return Span(law.span.start, lead.start() if lead else title.start)


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
        aliases = _initials(draft.text, law), _cited(draft.text, law)
        name = replace(_of_law(draft, law), aliases=tuple(filter(None, aliases)))
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
