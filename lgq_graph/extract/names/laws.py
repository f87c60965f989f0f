"""Laws as names: the mention of a citation, of an item that is a law, and the law that a link belongs to."""

from __future__ import annotations

import re

from ...model import Kind, LawMention, NameMention, Span
from ..dates import find_dates
from ..heads import Head
from ..items import Segment
from ..links import Anchor
from .draft import Draft, extent

__all__ = ["LAW_WORD", "law_before", "law_of_head", "of_law", "opens_with_law"]

LAW_WORD = re.compile(
    r"(?:law|act|code|decree|ordinance|regulation|directive|bylaw|statute|rules?|gesetz|verordnung|ordnung|ley|loi|lei|legge|lov|lag|laki|wet|ustawa|zakon|закон|法|법)\b",
    re.I,
)
_LAW_GAP = re.compile(
    r"[\s,:;(<\[\"”»'’–—-]{0,6}(?:(?:international|national|european)\s)?(?:standards?\s?)?[\s(<\[]{0,3}"
)


def of_law(draft: Draft, law: LawMention) -> NameMention:
    titled = law.title if law.title[:1].isupper() or not law.title[:1].isalpha() else ""
    name = re.sub(r"\s+", " ", titled or law.span.of(draft.text))
    return NameMention(
        law.title_span if titled and law.title_span else law.span,
        name,
        Kind.LEGISLATION,
        draft.sentence_at(law.span.start),
        law=law,
    )


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


def law_before(draft: Draft, anchor: Anchor) -> int | None:
    for index, name in enumerate(draft.names):
        end = extent(name).end
        if name.law and extent(name).start < anchor.outer.start <= end + 60:
            if anchor.outer.start <= end or _LAW_GAP.fullmatch(draft.text[end : anchor.outer.start]):
                return index
            if draft.question.lists is Kind.LEGISLATION and "\n" in draft.text[end : anchor.outer.start]:
                return index
    return None


def opens_with_law(draft: Draft, segment: Segment) -> bool:
    start = segment.span.start
    return any(
        name.law and extent(name).start <= start + 4 and extent(name).end > start for name in draft.names
    )
