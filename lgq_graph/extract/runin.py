"""Lists run into one sentence: the entries that semicolons part, "A (link), what it does; B – what it is; and C".

Every part must open as an entry does; a sentence with one clause of its own among its parts is no list.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ..model import Kind, Span
from .chunks import OPENERS
from .kinds import kind_of_name
from .sentences import sentences
from .wording import sentence_like

__all__ = ["Entry", "find_run_in"]


class Entry(NamedTuple):
    """One entry of a list in a sentence, and the semicolon before it with its "and"; the first has none."""

    span: Span
    marker: Span | None


_AND = re.compile(r"\s*(?:(?:and|or|as well as|y|et|und|e)\s+)?(?:finally,?\s+|also\s+)?", re.I)
_LEAD = re.compile(
    r":\s+|\s(?:are|is|were|include|includes|included|comprise|comprises)\s(?:also\s)?(?:the following:?\s)?"
)
_LINK_FIRST = re.compile(r"(?:[^:;\n]{0,60}:\s)?<?https?://\S{3,400}\s?(?:[–—:(-]\s|\()")
_NEXT_LINK = re.compile(r"[,;]?(?:\sand)?\s(?=<?https?://\S{3,400}\s?(?:[–—:(-]\s|\())")
_ACTS = re.compile(
    r"\s(?:[a-z]{3,}(?:s|ed)|took|gave|made|got|saw|sold|won|held|ran|cut|brought|grew|fell|rose|became|began|went|came|led|paid|spent|built|bought|sent|met|kept|left)\s"
    r"(?:the|an?|its|their|all|\d+|(?:on|to|in|with|for)\s(?:the|an?|its))\s"
)
_OTHERS = re.compile(
    r"(?:an?|others?|several|many|some|various|further|etc|otr[oa]s|un[ea]?|outr[oa]s|d['’]autres|weitere|andere)\b"
)
"""How a last part begins that names no entry: "; and a help line which …", "; and other services"."""
_PASSIVE = re.compile(
    r"(?:[a-z]{2,20}ly\s)?[a-z-]{3,20}\s(?:(?:out|up|available|together|jointly|online|only|mainly|also)\s)?(?:by|through|via|in|on|at|to|with|from|of|as)\s"
)
"""What goes on with a verb rather than names an entry: "is made by …", "are available at …"."""
_GOES_ON = re.compile(
    r"(?:se\s|s['’]|si\s|y\s|et\s|e\s)?(?:contribu(?:ye|e|i|isce|ent|yen|em)|apoy[ao]n?|apoiam?|soutien(?:t|nent)|sostiene|répond(?:ent)?|responden?|respondem?|risponde|correspond(?:e|ent)|sirven?|servem?|ser(?:t|vent)|promeut|promuev\w+|promove"
    r"|particip\w+|vis(?:e|ent)|relèv\w+|aline(?:a|an)|inscri(?:t|vent)|trägt|dient|unterstützt|supports|contributes|serves|aligns|addresses)\s"
)
"""A verb whose subject stands before the semicolon: "; contribuye al ODS 9", "; répond à l’ODD 11"."""
_IS = re.compile(
    r"\s?\([^()\n]{1,60}\)\s(?:is|are|was|were|es|son|est|sont|é|são|è|sono|ist|sind|bleibt|reste|sigue)\s"
)
"""What makes a sentence of a phrase in small letters and its bracket: "equal pay (SDG 5) is an aim"."""
_COLON = re.compile(r"[^:;,.()\[\]–—<>\"“«]{2,60}:\s")
_FOLLOWING = re.compile(
    r"[^:;.\n]{0,200}\b(?:[Ff]ollowing|[Ss]iguientes|[Ss]uivante?s|[Ss]eguintes|[Ss]eguenti|[Ff]olgende[nr]?)(?:\s\w+){0,2}:\s"
)
"""What leads to a list in so many words, however long: "Of the services that … most often we mention the following:"."""
_HEAD_ENDS = re.compile(r"\s[–—-]{1,2}\s|\s?[(\[<]|,\s|:\s|\.\s|\s\w*https?:|$")
_OPENS = re.compile(rf"(?:<?https?://|www\.|\[|(?:(?:the|our|an?)\s)?[{OPENERS}])", re.I)
_NO_OPENING = frozenset(
    """it this these those there they that in at on by with since during as if when while such we you he she but so
    however then thus therefore moreover furthermore both each all some many most users citizens residents people applicants
    for to from under until after before because although where who which whose what not no yes see
    il elle ils elles cela ceci cette ces ce on nous qui dont où elles-mêmes él ella ellos ellas esto este esta estos estas nosotros donde quien
    ele ela eles elas isto isso este essa nós onde esso essa questo questa noi dove er sie wir dieser diese dieses hier dort""".split()
)
_NO_END = frozenset(
    "the a an of in on at to for with by from and or as that which who is are was were".split()
)


def find_run_in(text: str, span: Span) -> list[list[Entry]]:
    """The lists that the sentences of a stretch of prose hold, each with its entries in order."""
    if "; " not in span.of(text) and span.of(text).count("://") < 2:
        return []
    found = (_entries(text, sentence.shift(span.start)) for sentence in sentences(span.of(text)))
    return [entries for entries in found if entries]


def _entries(text: str, sentence: Span) -> list[Entry]:
    cuts = sorted({*_before_links(text, sentence), *_semicolons(text, sentence)})
    if not cuts:
        return []
    starts = [_AND.match(text, cut + (text[cut] in ",;"), sentence.end).end() for cut in cuts]  # type: ignore[union-attr]
    ends = [*cuts[1:], sentence.end]
    rest = [Span(start, end) for start, end in zip(starts, ends, strict=True)]
    if len(rest) > 1 and _OTHERS.match(text, rest[-1].start) and not _is_entry(rest[-1].of(text)):
        cuts, rest = cuts[:-1], rest[:-1]
    first = _first(text, Span(sentence.start, cuts[0]), any(_COLON.match(part.of(text)) for part in rest))
    if first is None or not all(_is_entry(part.of(text)) for part in rest):
        return []
    markers = [Span(cut, part.start) for cut, part in zip(cuts, rest, strict=True)]
    return [Entry(first, None), *map(Entry, rest, markers)]


def _before_links(text: str, sentence: Span) -> list[int]:
    """Where each further entry begins with its link, in a sentence that opens with one: "link – A, link – B and link – C"."""
    first = _LINK_FIRST.match(text, sentence.start, sentence.end)
    return [match.start() for match in _NEXT_LINK.finditer(text, first.end(), sentence.end)] if first else []


def _semicolons(text: str, span: Span) -> list[int]:
    """The semicolons of a sentence outside brackets."""
    depth, cuts = 0, []
    for at in range(span.start, span.end):
        depth = max(0, depth + (text[at] in "([") - (text[at] in ")]"))
        if text[at] == ";" and depth == 0 and text[at + 1 : at + 2].isspace():
            cuts.append(at)
    return cuts


def _first(text: str, part: Span, colons: bool) -> Span | None:
    """The first entry: all before the first semicolon, or what its colon or verb leads to ("Other sites are …").

    Where the other entries have no `colons`, that of the first leads to them all.
    """
    lead = _FOLLOWING.match(text, part.start, part.end)
    lead = lead or (None if colons else _COLON.match(text, part.start, part.end))
    if lead and _is_entry(text[lead.end() : part.end]):
        return Span(lead.end(), part.end)
    if _is_entry(part.of(text)):
        return part
    for lead in _LEAD.finditer(text, part.start, min(part.end, part.start + 200)):
        entry = Span(lead.end(), part.end)
        told = _PASSIVE.match(text, lead.end())
        if not _OPENS.match(text, part.start) and not told and _is_entry(entry.of(text)):
            return entry
    return None


def _is_entry(words: str) -> bool:
    """Whether a part opens with a link, a quoted name, or a noun phrase that a dash, bracket, comma or its end closes."""
    if _OPENS.match(words):
        return True
    head = words[: _HEAD_ENDS.search(words).start()]  # type: ignore[union-attr]
    inside = head.split()
    if not 0 < len(inside) <= 10 or sentence_like(head) or _ACTS.search(head) or _GOES_ON.match(words):
        return False
    if inside[0].lower() in _NO_OPENING or inside[-1].lower() in _NO_END:
        return False
    named = any(c.isupper() for c in head) or head[:1].isdigit() or kind_of_name(head) is Kind.SERVICE
    glossed = words[len(head) :].lstrip().startswith("(") and not _IS.match(words, len(head))
    return named or glossed or len(head) == len(words.rstrip(" ."))
