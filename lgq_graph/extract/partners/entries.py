"""The entries of a partnership answer: capitalised names, the brackets behind them, and how they stand to each other.

A sentence becomes entries in order; each knows what separates it from the one before: a list mark, a dash, "in", words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ...gazetteer import find_country, is_place
from ...model import Country, PlaceKind, Span
from ..name_words import is_big_place
from ..tails import with_tail
from .areas import PLACE_NOUN
from .capitals import JOINERS, SMALL, WORD, cleaned, names
from .organisations import is_known_organisation, is_legal_form, organisation_kind
from .scripts import country_in_front
from .states import is_there, state_of

__all__ = ["Entry", "entries"]

_ALL = re.compile(
    r"(?i)(?:both|all(?: (?:two|three|four|five))?|ambas|ambos|tod[oa]s|tou(?:te)?s(?: deux)?|toutes|beide|alle|tutt[ei]|entramb[ei])(?:\s(?:in|of|from|en|de|em|aus|dans|in))?(?:\s(?:the|la|el|l[eo]s?))?\s"
)
_BRACKET = re.compile(r"[(\[（]([^()\[\]（）\n]{0,160})[)\]）]")
_PART = re.compile(r"[^\s,;/](?:[^,;/\s]|\s(?![-–]\s))*")
_FIELDS = re.compile(
    r"(?:Applied |Social |Natural |Life |Fine |Health |Public )?(?:Business|Economics|Law|Arts?|Sciences?|Technolog(?:y|ies)|Design|Management|Commerce|Engineering|Medicine|Health|Education"
    r"|Humanities|Letters|Agriculture|Music|Architecture|Finance|Administration|Communication|Environment)(?: [A-Z][a-z]+)?"
)
_ROMANCE_BODY = re.compile(
    r"(?:Fundaci[oó]n|Funda[cç][aã]o|Fondation|Fondazione|Asociaci[oó]n|Associa[cç][aã]o|Corporaci[oó]n|Instituto)\s[A-ZÀ-Þ]\w+"
)
_ACRONYM = re.compile(r"[A-Z][A-Za-z0-9]{0,3}[A-Z0-9]{1,6}")
_AND = r"(?:and|&|y|e|et|und|og|och|ja|и|\+|as well as|plus|or)\s+|(?:和|与|與|及|以及|و)\s?"
_NOUN = r"(?:institute|company|firm|start-?up|operator|foundation|agency|association|ngo|network|alliance|charity|cooperative|incubator|enterprise|empresa|entreprise|société|compañía|companhia|réseau|red|rede|компани(?:я|и|ей)|сет(?:ь|и|ью))"
_PLACEWORDS = (
    r"(?:(?:the|our|its|in|of|its|la|le|el|a|o)\s+|l['’]){0,2}(?:"
    + _NOUN
    + rf"\s+)?(?:(?:sister|twin|partner|capital)\s+)?(?:(?:state(?:\s+of)?|{PLACE_NOUN})(?:\s+|(?<=['’])))?(?:the\s+)?"
)
_DATED = r"(?:(?:(?:,|since|from|in|as of)\s*)?(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?\s*)?"
_LINK = re.compile(
    rf"(?i)\s*{_DATED}(?:(?P<sep>[,;/|•·\t、،؛]|[-–—→]+|:)\s*)?(?:(?P<and>{_AND}))?(?P<place>{_PLACEWORDS})(?P<in>(?:located\s)?in\s+(?:the\s)?)?(?P<from>(?:both\s)?from\s+(?:the\s)?)?"
)


_IN = re.compile(
    r"(?i)\s*(?:,\s*)?(?:in|n[oa]s?|em|en|aux?|dans|nel(?:la)?|w|we|z)\s+(?:the\s+|la\s+|el\s+|les?\s+|los\s+)?"
)
_REMARK = re.compile(
    r"\s[–—-]\s(?:[a-zà-ÿ][\w'’-]{0,24}\s?){1,6}[,;]\s(?:and\s|y\s|et\s|und\s|e\s)?(?:the\s)?"
)
"""What a list says of one entry before it goes on: "Foo – street lights, Bar"."""


@dataclass(slots=True)
class Entry:
    """A name in a list or sentence: `link` is what joins it to the one before, `w` when words do, `` at the start.

    `country` is the one written beside it, at `country_span`; `region` a subdivision beside it. `end` is where the entry ends.
    """

    name: str
    span: Span
    link: str
    end: int
    country: Country | None = None
    country_span: Span | None = None
    region: str = ""
    within: str = ""
    """The code of the country of that subdivision, when no country is written."""
    inside: bool = False
    """Whether it stands in a bracket that holds a list."""

    @property
    def as_country(self) -> Country | None:
        """The country that the name itself is."""
        return country_named(self.name)

    @property
    def organisation(self) -> PlaceKind | None:
        """The kind of organisation that the name itself tells."""
        return None if self.as_country else organisation_kind(self.name)


@lru_cache(maxsize=50_000)
def country_named(name: str) -> Country | None:
    """The country of a name as it stands in a text."""
    return find_country(name)


def entries(text: str, span: Span) -> list[Entry]:
    """The entries of one sentence, in order, each with the country that its own bracket names."""
    found: list[Entry] = []
    last = span.start
    for start, end, bracket in _pieces(text, span):
        if bracket is None:
            if _continues(text, found, last, start, end):
                last = end
                continue
            name, start = cleaned(text[start : _end_of(text, start, end)], start)
            end = start + len(name)
            if name:
                found.append(_entry(name, start, _link(text[last:start], not found)))
                last = end
                _join_last(found, text)
        else:
            if not _spell_out(text, found, span.start, start, bracket):
                _bracketed(text, found, Span(start, end), bracket, text[last:start])
            last = end
    return found


def _end_of(text: str, start: int, end: int) -> int:
    """Where a name ends: one word may go on in small letters ("Vodní linka"), unless it is that of a large place."""
    name, before = text[start:end], text[max(0, start - 200) : start]
    if " " in name or is_big_place(name) or is_known_organisation(name) or not _IN_ENGLISH.search(before):
        return end
    return with_tail(text, end)


_IN_ENGLISH = re.compile(r"\b(?:the|is|are|with|our|from|and)\s")
"""Only in an English sentence do words of another tongue show that a name goes on."""


def _entry(name: str, start: int, link: str) -> Entry:
    """The entry of a name, without the country that Chinese writes in front of it."""
    front, end = country_in_front(name), start + len(name)
    if front is None:
        return Entry(name, Span(start, end), link, end)
    country = country_named(name[:front])
    return Entry(name[front:], Span(start + front, end), link, end, country, Span(start, start + front))


def _continues(text: str, found: list[Entry], last: int, start: int, end: int) -> bool:
    """Whether a stretch makes one name with the entry before it, and if so, makes it: "ICLEI – Local Governments for …",
    "Yliopisto—University of Norwood"."""
    if not found or found[-1].end != found[-1].span.end or last != found[-1].end:
        return False
    before, gap, whole = found[-1], text[last:start], Span(found[-1].span.start, end)
    explained = re.fullmatch(r"\s[–—-]\s", gap) and _ACRONYM.fullmatch(before.name) and not before.as_country
    full = explained and len(text[start:end].split()) > 2
    known = re.fullmatch(r"\s(?:and|&|for|of)\s", gap) and is_known_organisation(whole.of(text))
    twice = gap in ("—", "–") and organisation_kind(text[start:end]) and not is_place(before.name)
    if full or known or twice:
        found[-1] = Entry(whole.of(text), whole, before.link, end)
    return bool(full or known or twice)


def _join_last(found: list[Entry], text: str) -> None:
    """Join to the one before a last part that makes one name of both: "Cisco, Inc.", "Bosnia and Herzegovina"."""
    if len(found) < 2 or found[-1].link not in (",", "&"):
        return
    first, last = found[-2:]
    short = last.link == "," or _OR.fullmatch(text, first.end, last.span.start)
    if short and _is_short_for(last.name, first.name):
        first.end = last.end
        found.pop()
        return
    if first.end != first.span.end:
        return
    whole = text[first.span.start : last.span.end]
    one = (
        is_legal_form(last.name)
        if last.link == ","
        else len(whole) < 90 and _is_one(whole, first.name, last.name)
    )
    if one:
        found[-2:] = [Entry(whole, Span(first.span.start, last.span.end), first.link, last.end)]


_OR = re.compile(r",?\s(?:or|o|ou|oder|also)\s(?:the\s)?")


def _is_short_for(short: str, name: str) -> bool:
    """Whether a word is the initials of a name: "Red de Ciudades Verdes, RCV"."""
    words = [word for word in name.split() if word.lower() not in JOINERS | SMALL]
    return len(words) > 2 and short.isupper() and list(short) == [word[0].upper() for word in words]


def _is_one(whole: str, first: str, last: str) -> bool:
    """Whether two names joined by "and" are one organisation or country."""
    if country_named(whole) or is_known_organisation(whole):
        return True
    fields = (
        organisation_kind(first) is PlaceKind.UNIVERSITY and " of " in first and bool(_FIELDS.fullmatch(last))
    )
    if fields or (
        organisation_kind(whole) not in (PlaceKind.NETWORK, PlaceKind.OTHER)
        or country_named(first)
        or country_named(last)
    ):
        return fields
    own, other = organisation_kind(first), organisation_kind(last)
    if " & " in whole and own is None:
        return not is_place(first)
    if other is None:  # "Ministry of Trade and Industry", "Fundación Mar y Tierra"
        of = " of " in first or " for " in first or _ROMANCE_BODY.fullmatch(first)
        return own is not None and bool(of) and not is_place(last)
    return (
        own is None and first.istitle() and " " not in first and not is_place(first)
    )  # "Bill and Melinda Gates Foundation"


def _spell_out(text: str, found: list[Entry], begin: int, at: int, bracket: Span) -> bool:
    """Make one entry of the words that an abbreviation in a bracket stands for: "Union internationale des villes (UIV)"."""
    short, *region = bracket.of(text).split()[:4] or [""]
    if not _ACRONYM.fullmatch(short) or not found:
        return False
    words = [word for word in WORD.finditer(text, max(begin, at - 120), at) if word[0] not in JOINERS | SMALL]
    words = words[-len(short) - len(region) :]
    spelt = [*short.upper(), *region]  # "United Lakes of Asia (UL Asia)"
    said = [word[0][0].upper() if n < len(short) else word[0] for n, word in enumerate(words)]
    if len(words) < 3 or said != spelt:
        return False
    span = Span(words[0].start(), words[-1].end())
    first = next((entry for entry in found if entry.span.end > span.start), None)
    if first is None or first.span.start != span.start or span.end == first.span.end:
        return False
    del found[found.index(first) :]
    found.append(Entry(span.of(text), span, first.link, bracket.end + 1))
    return True


def _bracketed(text: str, found: list[Entry], span: Span, inner: Span, gap: str) -> None:
    """A bracket: the country of the name before it, else a list, else a remark."""
    behind_name = bool(found) and gap.strip() in ("", ".")
    if behind_name and _take_country(text, found[-1], span, inner):
        return
    listed = list(_plain(text, inner))
    if behind_name and not found[-1].as_country:
        remark = not listed or [entry.name for entry in listed] == _ACRONYM.findall(inner.of(text))
        found[-1].end = span.end if remark else found[-1].end
        return
    for number, entry in enumerate(listed):
        entry.inside, entry.link = True, entry.link if number else ("(" if behind_name else ":")
        if behind_name:
            entry.country, entry.country_span, entry.end = found[-1].as_country, found[-1].span, span.end
    found.extend(listed)


def _plain(text: str, inner: Span) -> Iterator[Entry]:
    last = inner.start
    for start, end in names(text, inner.start, inner.end):
        name, start = cleaned(text[start:end], start)
        if name:
            yield Entry(
                name,
                Span(start, start + len(name)),
                _link(text[last:start], last == inner.start),
                start + len(name),
            )
            last = end


def _take_country(text: str, entry: Entry, span: Span, inner: Span) -> bool:
    """Whether the bracket tells where the entry lies: "Hesse, Germany"; "Germany, since 1985"; "Oregon"."""
    parts = [(part[0].strip(), inner.start + part.start()) for part in _PART.finditer(inner.of(text))]
    for name, start in map(_without_all, reversed(parts)):
        country = country_named(name)
        own = entry.as_country
        if country and own not in (None, country) and is_place(entry.name, country.iso2):
            own = None  # "Salvador (Brazil)" is no country
        if country and own in (None, country) and is_there(entry.name, name, country):
            entry.country, entry.country_span, entry.end = country, Span(start, start + len(name)), span.end
            entry.region = next((p for p, _ in parts if p and p != name and p[0].isupper()), "")
            return True
    if len(parts) == 1 and not entry.as_country and (state := state_of(entry.name, parts[0][0])):
        entry.region, entry.within, entry.end = parts[0][0], state, span.end
        return True
    return False


def _without_all(part: tuple[str, int]) -> tuple[str, int]:
    """A country without what says that it is that of several names: "both Sweden", "all in Japan"."""
    name, start = part
    several = _ALL.match(name)
    return (name[several.end() :], start + several.end()) if several else part


def _link(gap: str, first: bool) -> str:
    """What joins two names: a mark, "&", "in", "from", "" at the start of a sentence, or "w" for words."""
    if first:
        return "" if not any(c.isalpha() for c in gap) else "w"
    if len(gap) > 80:
        return "w"
    if _IN.fullmatch(gap):
        return "in"
    link = _LINK.fullmatch(gap)
    if link is None:
        return "," if _REMARK.fullmatch(gap) else "w"
    if link["in"]:
        return "in"
    if link["from"]:
        return "from" if not (link["and"] or link["sep"] or link["place"]) else "w"
    return "&" if link["and"] else (link["sep"] or " ")[0].translate(_SIGNS)


_SIGNS = str.maketrans("–—→、،؛", "---,,;")


def _pieces(text: str, span: Span) -> Iterator[tuple[int, int, Span | None]]:
    """Names and brackets of a sentence in order."""
    at = span.start
    for bracket in _BRACKET.finditer(text, span.start, span.end):
        yield from ((a, b, None) for a, b in names(text, at, bracket.start()))
        yield bracket.start(), bracket.end(), Span(*bracket.span(1))
        at = bracket.end()
    yield from ((a, b, None) for a, b in names(text, at, span.end))
