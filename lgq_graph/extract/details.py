"""Sub-items that describe the item above them, and name nothing of their own, belong to it.

"1) Night Bus (link)" with "- bus for late hours" and "- It runs daily" below it is one item; "• Transport" with "- Night Bus
(link)" below it stays two, of which the first is but a topic.
"""

from __future__ import annotations

import re
from collections import Counter

from ..model import Span
from .items import Segment, SegmentKind

__all__ = ["fold_details"]

_LINK = re.compile(r"https?://\S+|www\.\S+")
_NAME_ONLY = re.compile(r"[^.:;!?]{2,90}")
_TELLS = re.compile(
    r"(?:it|this|they|these|we|there|the|an?|for|by|in|with|from|more than|over|about|since|link|website|url)\b|(?-i:[a-z(])|\d",
    re.I,
)
_FEW_WORDS = re.compile(r"[^\W\d][\w'’/&-]*(?:,?\s[\w'’/&-]+){0,6}\s?:?")
_NAMES_ONE = re.compile(r"[\"“«„]?[^\W\d][^:.;\n]{1,80}?(?::\s|\s?\(|,\s(?:https?:|www\.)|\s[–—-]\s)")
"""How an entry opens that names one thing: "Bike Desk: …", "Bike Desk (…", "Bike Desk, https://…"."""
_ITS_SITE = re.compile(
    r"(?:(?:the|an?|our|its|own)\s)?(?:[a-zà-ÿ-]{2,14}\s){0,2}(?:shop|web\s?shop|store|market|site|web\s?site|home\s?page|web\s?page|page|portal|platform|app|application|map|form|bot|chatbot|tienda|sitio|página|boutique|site|loja|seite|sito|сайт|страница|приложение)"
    r"(?:\s(?:web|internet|en\sl[ií]nea|en\sligne|online|on-line))?\s?[:–—,-]?\s?[(<]?(?=https?:|www\.)"
)
"""A plain noun in small letters before a link: where the item above is found, "online shop (https://…)"."""
_OWN_NAME = re.compile(r"[^\W\d_][\w'’&.-]*(?:\s[\w'’&.-]+){0,6}\s?(?:[:–—(\[<]|\s-\s|$)")


def fold_details(text: str, segments: tuple[Segment, ...]) -> list[Segment]:
    """The segments, with details joined to the item that they describe."""
    styles = [_style(text, segment) for segment in segments]
    usual = {style for style, times in Counter(styles).items() if style and times > 1}
    first = {style: place for place, style in reversed(list(enumerate(styles)))}
    folded: list[Segment] = []
    at = 0
    while at < len(segments):
        end = _end_of_details(text, segments, styles, at) if styles[at] in usual else at + 1
        whole = Span(segments[at].span.start, segments[end - 1].span.end)
        topic = (
            end == at + 1
            and styles[at] in usual
            and _is_topic(text, segments[at : at + 2], styles[at : at + 2], first)
        )
        folded.append(Segment(whole, segments[at].kind, segments[at].marker, topic=topic))
        at = end
    return folded


def _is_topic(text: str, pair: tuple[Segment, ...], styles: list[str], first: dict[str, int]) -> bool:
    """Whether an item is a few words alone above the entries of a deeper list: "2. Getting about" over "a. Bike Desk: …"."""
    if len(pair) < 2 or not all(segment.marker for segment in pair) or first[styles[0]] >= first[styles[1]]:
        return False
    item, below = pair
    return bool(_FEW_WORDS.fullmatch(item.span.of(text))) and bool(_NAMES_ONE.match(below.span.of(text)))


def _end_of_details(text: str, segments: tuple[Segment, ...], styles: list[str], at: int) -> int:
    """Where the details of an item end; right after it, when what is below it is more than details."""
    end = at + 1
    if not _is_name(text, segments[at]):
        return end
    while end < len(segments) and styles[end] not in ("", styles[at]):
        end += 1
    own = _LINK.search(segments[at].span.of(text)) is not None
    return end if all(_is_detail(text, detail, own) for detail in segments[at + 1 : end]) else at + 1


def _style(text: str, segment: Segment) -> str:
    """The form of an item's marker: "1)", "a.", "•"; nothing for prose and for the semicolons of a sentence."""
    mark = segment.marker.of(text) if segment.marker and not segment.run_in else ""
    return re.sub(r"(?<![a-zA-Z])[a-zA-Z]+(?=[.)])", "a", re.sub(r"\d+", "1", mark))


def _is_name(text: str, segment: Segment) -> bool:
    """Whether an item is but a name, with or without a link."""
    words = _LINK.sub("", segment.span.of(text)).strip(" ()[]<>:–-")
    return (
        segment.kind is SegmentKind.ITEM
        and words[:1].isupper()
        and len(words.split()) <= 8
        and bool(_NAME_ONLY.fullmatch(words))
    )


def _is_detail(text: str, segment: Segment, linked: bool) -> bool:
    """Whether a sub-item is a bare link, or tells something in words that are no name; with a link only where the item
    above has none (is not `linked`) and it says no more than what is found there."""
    words = segment.span.of(text)
    if not linked and _ITS_SITE.match(words):
        return True
    plain = _LINK.sub("", words).strip(" ()[]<>:")
    if not plain:
        return True
    if plain != words.strip(" ()[]<>:"):
        return False
    capitals = sum(word[:1].isupper() for word in plain.split()[1:])
    common = capitals * 3 <= len(plain.split()) and len(plain.split()) >= 4
    return bool(_TELLS.match(plain)) or (
        common and not _OWN_NAME.fullmatch(plain) and not re.match(r"[^.]{0,60}:\s", plain)
    )
