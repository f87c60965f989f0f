"""The head of a list item: the name it opens with, and where its description begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..model import Kind, Span
from .aliases import before_initials, gloss_aliases
from .chunks import Candidate, own_name, quoted, tidy
from .head_ends import end_of_name, first_of_two, parted
from .kinds import KIND_NOUN, is_titled, kind_of_name
from .links import Anchor
from .meanings import before_meaning
from .name_words import is_common
from .topics import behind_technology
from .wording import (
    GENERIC,
    STORES,
    VERBS,
    after_connective,
    after_field,
    after_imperative,
    is_share,
    sentence_like,
)

__all__ = ["Head", "called_in", "find_head"]

_SUBJECT = re.compile(
    r"(?:the\s+|an?\s+)?(?P<name>\S.{0,90}?)\s+(?:is|are|was|has been|allows?|enables?|provides?|offers?|gives?|helps?|lets|makes|serves|supports|includes|contains|answers|shows|collects|publishes|sends|tracks)\s",
    re.I,
)
_TOPIC = re.compile(
    r"[^\W\d_][\w-]{0,20}(?:\s[\w-]{1,20}){0,2}(?::\s{1,2}|\s[–—-]\s)(?=[A-Z][\w'’-]{0,30}(?:\s[A-Z][\w'’-]{0,30}){0,4},\s(?:an?|the)\s"
    r"|(?:\d{1,2})?[A-ZÀ-Þ][\w'’&.-]{0,30}(?:\s[\w'’&.-]{1,30}){0,6}(?<!\.)(?:\s\([A-Z][\w-]{1,10}\))?(?:,\s|\s)(?:https?:|www\.)"
    r"|(?:(?:the|our|an?)\s)?(?:[a-z-]{2,20}\s){0,3}[\"“«„][^\"”»“\n]{2,60}[\"”»“]\s{0,2}[(<:–—-]"
    rf"|[\"“«„][^\"”»“\n]{{2,60}}[\"”»“],?\s(?:(?:[a-z-]{{2,20}}\s)?(?-i:{KIND_NOUN.pattern}),?\s)?(?:https?:|www\.)"
    rf"|(?:(?:the|our|an?)\s)?(?:[a-z-]{{2,20}}\s){{0,2}}(?-i:{KIND_NOUN.pattern})\s[\"“«„][A-ZÀ-Þ])"
)
_SHORTENED = re.compile(
    r"[^\W\d_][\w-]{0,20}(?:\s[a-z-]{1,20}){0,2}:\s(?:the\s)?(?=(?P<name>[A-Z][\w'’-]{1,30}(?:\s[\w'’-]{1,30}){1,6})\s\([A-Z][A-Z0-9-]{1,9}\))"
)
"""A topic before a name that its initials follow: "Plans: Register of Planning (RP)"."""
_OPENING_PRONOUN = re.compile(
    r"(?:its?|their|we|this|these|there|they|that|in|at|with|for|on|through|by|since|during|as|if|all|to|and|such|when|users|citizens|residents|our|yes|no)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Head:
    """The name that opens an item, and the stretch after it that describes it (None when nothing follows)."""

    name: Candidate
    description: Span | None
    linked: bool
    after_link: bool = False
    aliases: tuple[Span, ...] = ()


def find_head(text: str, span: Span, anchors: list[Anchor], *, in_list: bool) -> Head | None:
    """The head of the item (or, not `in_list`, of the line) at `span`; None when it reads as a sentence about no one thing."""
    if anchors and anchors[0].outer.start <= span.start + 1:
        return _after_link(text, span, anchors[0])
    said = after_connective(text, span)
    whole = after_field(text, after_imperative(text, said))
    whole = _behind_preposition(text, whole, anchors)
    behind = behind_technology(text, whole)
    sent = whole.start > said.start and not after_field(text, said).start > said.start
    span = _after_topic(text, behind)
    limit = anchors[0].outer.start if anchors else span.end
    cut = end_of_name(text, _behind_title(text, span), min(limit + 1, span.start + 300))
    end = min(cut.start() if cut else limit, limit, span.end)
    end = (
        before_initials(text, Span(span.start, end))
        or before_meaning(text, Span(span.start, end))
        or _site_behind(text, end)
        or _before_remark(text, Span(span.start, end))
        or end
    )
    linked = bool(anchors) and not parted(text, end, limit)
    stretch = Span(span.start, end)
    candidate = _name_in(text, stretch, linked and in_list) or _subject(text, stretch)
    if in_list and (candidate is None or ", " in candidate.span.of(text)):
        candidate = _with_purpose(text, stretch) or candidate
    if candidate is None or (behind != whole and _TWO.search(candidate.span.of(text))):
        return None
    candidate = Candidate(first_of_two(text, candidate.span), candidate.proper)
    if sent and not is_titled(candidate.span.of(text)):
        return None  # "See the catalogue: …"
    description = _description(text, span, end, candidate)
    return Head(candidate, description, linked, False, gloss_aliases(text, end, min(span.end, end + 120)))


_WITH = re.compile(
    r"(?:With|Through|Via|By|Using|In|On|At)\s(?:(?:the|our|its)\s)?(?=[\"“«„]?[A-ZÀ-Þ][\w'’-]{0,30}(?:\s[\w'’-]{1,30}){0,5}[\"”»]?\s?[(<\[,:]{0,2}\s?$)"
)
_THEN = re.compile(
    r"[>)\]]?,?\s(?:we|one|you|they|residents|citizens|inhabitants|users|visitors|people|parents|everyone|anyone|the\s(?:city|municipality|council|town))\s"
)


def _behind_preposition(text: str, span: Span, anchors: list[Anchor]) -> Span:
    """An item without the preposition before its linked name, in a sentence of another subject: "With the Foo (link) we map …"."""
    if not anchors or not _THEN.match(text, anchors[0].outer.end):
        return span
    said = _WITH.match(text, span.start, anchors[0].outer.start)
    return Span(said.end(), span.end) if said else span


_TWO = re.compile(r"[A-ZÀ-ÞŁŠŽČİ][\w.’'-]{0,30}\s(?:and|y|et|e|und|ve|dan|i)\s(?:the\s)?[A-ZÀ-ÞŁŠŽČİ]")
"""Two names that a technology heads together: "IoT: Leak Watch and Town Air"."""
_SITE = re.compile(
    r"\s\([A-ZÀ-Þ][\w&-]{1,9}\)\s(?:(?:official|institutional|main)\s)?(?:web\s?site|web\s?portal|portal|web\s?page|home\s?page)(?=\s?(?:[(:–—-]|$))",
    re.I,
)
_REMARK = re.compile(
    r"[^,\n]{3,80}(?P<comma>,)\s(?P<said>[^\W\d_A-Z][\w-]*(?:\s[^\W_A-Z][\w.-]*){0,11})(?P<more>,\s[^\n]{1,200})?"
)
_LINKS = re.compile(
    r"\s(?:of|for|with|from|to|in|on|de|des|du|del|da|do|para|pour|con|com|avec|für|von|mit|di|per|en|em|nel|nell[ae]|n[oa]s?|dans|sur|à|aux?)\s"
)
"""What a remark goes on with behind its noun: "market of fruit and vegetables" is no series, nor is what a comma parts from it."""
_HUMPED = re.compile(r"[a-zà-ÿ][A-ZÀ-Þ]")
_RELATIVE = re.compile(r"\s(?:that|which|who|where|que|qui)\s")
_JOINING = frozenset("and or & y e o et ou und oder".split())


def _site_behind(text: str, end: int) -> int | None:
    """Where a name ends that goes on behind its initials with what the site is: "City of N (CN) official website"."""
    site = _SITE.match(text, end, end + 60)
    return site.end() if site else None


def _before_remark(text: str, span: Span) -> int | None:
    """Where a name of capitals ends whose comma leads to what it is in small letters: "Visit Norwood, tourism"; no series."""
    remark = _REMARK.fullmatch(text, span.start, span.end)
    said = remark["said"] if remark else ""
    if (
        not remark
        or not said.islower()
        or (remark["more"] and not _LINKS.search(said))
        or not _JOINING.isdisjoint(_LINKS.split(said)[0].split())
        or sentence_like(_RELATIVE.split(said)[0])
    ):
        return None
    name = text[span.start : remark.start("comma")]
    capitals = sum(word[:1].isupper() for word in name.split())
    return remark.start("comma") if capitals > 1 or _HUMPED.search(name) else None


def _behind_title(text: str, span: Span) -> int:
    """Where to look for the end of a name: behind the title in 《》 that it begins with, which may have brackets in it."""
    close = text.find("》", span.start, min(span.end, span.start + 90)) if text[span.start] == "《" else -1
    return max(close, span.start)


def _after_topic(text: str, span: Span) -> Span:
    """An item without the topic before its quoted name: 'Water: "Leak Watch" (…)'."""
    short = _SHORTENED.match(text, span.start, span.end)
    topic = short if short and kind_of_name(short["name"]) in _SITES else None
    topic = topic or _TOPIC.match(text, span.start, span.end)
    return Span(topic.end(), span.end) if topic else span


_SITES = (Kind.PORTAL, Kind.PLATFORM, Kind.APP)


def _after_link(text: str, span: Span, anchor: Anchor) -> Head | None:
    """An item that begins with its link: the name is the link's label, or stands after a dash, a colon or in a bracket."""
    if anchor.label:
        return Head(
            Candidate(tidy(text, anchor.label), True),
            _after(text, Span(anchor.outer.end, span.end)),
            True,
            True,
        )
    start = anchor.outer.end
    opening = re.match(r"\s{0,2}[>)\]]?\s{0,2}(?:[–—:(|-]|\n|->)\s{0,2}", text[start : start + 10])
    if not opening:
        return _bare_after_link(text, Span(start, span.end))
    start += opening.end()
    cut = re.compile(
        r"\.(?=\s|$)|[;:()\n|]|\s[–—-]\s|,\s|https?:|\s(?:is|are|was|lists?|shows?|offers?|provides?|allows?|publishes|contains?|gives?|has|lets|helps?|informs?)\s"
    ).search(text, start, span.end)
    name = own_name(text, tidy(text, Span(start, cut.start() if cut else span.end)))
    if (
        name.end <= name.start
        or sentence_like(name.of(text))
        or _HOW_MANY.match(name.of(text))
        or ("(" in opening[0] and _IN_PASSING.search(name.of(text)))
    ):
        return None
    return Head(
        Candidate(name, name.of(text)[:1].isupper()), _after(text, Span(name.end, span.end)), True, True
    )


_HOW_MANY = re.compile(
    r"(?!(?:19|20)\d\d\s(?!followers|subscribers|fans|likes|members))\d[\d.,\s]{0,14}[KkMm]?\+?\s[^A-ZÀ-Þ]*$"
)
"""What tells how many follow, and names nothing: "41 600 followers"."""
_IN_PASSING = re.compile(
    r"^(?=[^\W\d_A-Z])(?:.*\d|.*\b(?:since|from|until|till|only|available|required|version|updated|in|up to|desde|depuis|seit|ab)\b)"
)
"""What a bracket behind a link says of it in small letters, which is no name: "(documents since 2010)", "(only in Spanish)"."""


def _bare_after_link(text: str, span: Span) -> Head | None:
    """The name that stands behind a link with no mark between, when it is all that follows: "link Bike Desk"."""
    name = tidy(text, span)
    words = name.of(text)
    fits = (
        0 < len(words.split()) <= 6
        and words[0].isupper()
        and text[span.start : span.start + 1] in (" ", "\t")
    )
    return Head(Candidate(name, True), None, True, True) if fits and not sentence_like(words) else None


def _name_in(text: str, span: Span, listed: bool) -> Candidate | None:
    inner = quoted(text, span.start, min(span.end + 1, len(text)))
    outside = len(span.of(text).split()) - sum(len(q.of(text).split()) for q in inner)
    opens = inner and not re.search(r"\w{4}", text[span.start : inner[0].start])
    if inner and (opens or (len(inner) == 1 and outside <= 5)):
        return Candidate(inner[0], True)
    name = own_name(text, tidy(text, called_in(text, span)))
    words = name.of(text)
    if words.lower() in STORES:
        return None
    if not listed and words.split()[:1] and words.split()[0].lower() in VERBS and not _DEED_OF.match(words):
        return None
    if not _plausible(words) or (
        _OPENING_PRONOUN.match(span.of(text)) and not (listed and len(words.split()) <= 5)
    ):
        return None
    camel = any(map(str.isupper, words.split()[0][1:4]))  # "iClass"
    return Candidate(name, words[:1].isupper() or not words[:1].islower() or camel)


_MONEY = re.compile(r"(?:(?<!\w)Rs\.?|[€$£₹])\s?\d")
"""An amount, which is in no name."""
_DEED_OF = re.compile(r"(?:order|use|access)\sof\s", re.I)
"""A verb's form that is a noun before "of": "order of a digging permit"."""


_CALLED = re.compile(
    r",?\s(?:known as|called|named|titled|entitled|branded|dubbed|styled|under the name(?: of)?)\s(?=(?:[A-ZÀ-Þ]|[a-z]{1,3}[A-Z])[^,;:]{1,60}$)"
)


def called_in(text: str, span: Span) -> Span:
    """What a phrase says that its thing is called: "the learning space of the schools, known as Town Class"."""
    said = _CALLED.search(text, span.start, span.end)
    return Span(said.end(), span.end) if said else span


def _plausible(words: str) -> bool:
    if (
        not words
        or is_share(words)
        or _MONEY.search(words)
        or len(words.split()) > 12
        or not any(c.isalpha() for c in words)
        or words.lower() in GENERIC
    ):
        return False
    return not sentence_like(words)


def _subject(text: str, span: Span) -> Candidate | None:
    """The subject of an item that is a sentence: "The Parking app allows …", "Mobi is a platform …"."""
    match = _SUBJECT.match(text, span.start, span.end)
    if not match or _OPENING_PRONOUN.match(text, span.start):
        return None
    name = tidy(text, Span(*match.span("name")))
    words = name.of(text)
    capitals = sum(word[:1].isupper() for word in words.split())
    if capitals == 1 and " " in words and (_DONE_WITH.match(text, name.end, span.end) or _is_topic(words)):
        return None
    if (
        len(words.split()) > 8
        or not capitals
        or (capitals == 1 and len(words.split()) > 3)
        or words.lower() in GENERIC
    ):
        return None
    return Candidate(name, True)


_PURPOSE = re.compile(
    rf"(?P<name>[A-ZÀ-Þ][\w'’&-]{{1,30}}(?:\s[\w'’&-]{{1,30}}){{0,3}}?\s(?i:{KIND_NOUN.pattern}))\s(?:for|with|to|on|in|by|where|using|from)\s"
)


def _with_purpose(text: str, span: Span) -> Candidate | None:
    """The name with the noun of its kind that a long item opens with: "Foo app for 140 clinics, appointments and …"."""
    match = _PURPOSE.match(text, span.start, span.end)
    if not match or all(map(is_common, match["name"].lower().split())):
        return None
    return Candidate(Span(*match.span("name")), True)


def _is_topic(words: str) -> bool:
    """Whether words are common ones, of which none tells of a thing: "Affordable housing is with the province"."""
    return kind_of_name(words) is None and all(map(is_common, words.lower().split()))


_DONE_WITH = re.compile(
    r"\s(?:is|are|was|were)\s(?:[a-z]{2,20}\s){1,3}?(?:by|through|via|using|with|in|on)\s(?:the\s|our\s|an?\s)?(?:[a-z-]{2,20}\s)?(?:app|application|portal|platform|chatbot|bot|system|website)\s[\"“«]?[A-ZÀ-Þ]"
)
"""What is said of a deed, which is no name: "Waste sorting is made by the application Foo"."""


def _description(text: str, span: Span, end: int, name: Candidate) -> Span | None:
    """What follows the name, its brackets and its colon or dash."""
    if name.span.end < end - 1 and len(text[name.span.end : end].strip(" \"”»'’").split()) > 2:
        return _after(text, Span(name.span.start, span.end))
    at = end
    for _ in range(3):
        bracket = re.compile(r"\s{0,2}[(\[<]").match(text, at, span.end)
        if not bracket:
            break
        at = _closing(text, bracket.end(), span.end)
    return _after(text, Span(at, span.end))


def _closing(text: str, start: int, stop: int) -> int:
    depth = 1
    for at in range(start, min(stop, start + 1500)):
        depth += (text[at] in "([<") - (text[at] in ")]>")
        if depth == 0:
            return at + 1
    return start


def _after(text: str, span: Span) -> Span | None:
    start = span.start
    while start < span.end and text[start] in ' \t\n:–—-,;.)>]"”»':
        start += 1
    return Span(start, span.end) if start < span.end else None
