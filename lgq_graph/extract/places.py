"""Partners: the cities, regions, countries and organisations that a partnership answer names as such.

A name counts when a list or words of partnership make it a partner. What is denied, over or only planned does not, nor
does a place that is merely mentioned.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from ..gazetteer import bare_name, find_place, fold, misspelt_city, population, resolve_place
from ..model import Place, PlaceKind, PlaceMention, Span
from .partner_entries import Entry, entries
from .partner_links import attach_countries
from .partner_words import (
    GENERIC,
    ORDINARY,
    apposed_kind,
    denied,
    field_kind,
    head_kind,
    introduces,
    is_facility,
    is_known_organisation,
    speaks_of_partners,
)
from .sentences import sentences

__all__ = ["find_partners"]

_BIG, _LARGER = 100_000, 3
_ALONE = 150_000
"""People of the only city of its name that leave no doubt: its unlisted namesakes have at most a tenth."""
_SUBJECT = re.compile(
    r"(?i)\s*(?:\([^)]{0,60}\)\s*)?(?:is|are|were|have been|has been|became)\s+(?:(?:also|both|all|our|the|its|a|an|city's|official|long-standing)\s+){0,4}(?:sister|twin|partner)"
)
_HEADING = re.compile(r":\s*$|^\s*[\[【][^\[\]\n]{2,60}[\]】]\s*$")
_LETTER = re.compile(r"[^\W\d_]")
_LOWER = re.compile(r"(?<![\w@./-])[^\W\d_][\w'’-]*")
_NOISE = frozenset(
    """l la le el entreprise empresa compañía companhia réseau red rede компания компанией сеть сетью и с со 和 与 及 و و also города городами как and the of city cities town towns y e et und since in from as de etc municipality i ii iii a b c d g with
sister twin partner""".split()
)
_PROSE = re.compile(
    r"(?i)it|is|are|this|these|there|that|they|we|have|our|ours|also|comes?|while|further|over|across|ocean|seas?|abroad|far|afield|en|na|no|em|dans|w|z|we|est[áa]n?|es|son|hay|tenemos|c['’]est|avons|nous"
    r"|são|temos|há|ist|sind|haben|wir|gibt|es|è|sono|abbiamo|to|mamy|desde|mientras|outre-mer|ultramar|übersee|friends?|sisters?|amig[oa]s?|ami(?:e?s|e)"
)
"""Words of a sentence that goes on naming partners without saying so again: "In Spain it is Vigo, over the sea Suva (Fiji)"."""
_LAPSED = re.compile(
    r"(?i)[(\[:–—-][^()]{0,40}?\b(?:planned|proposed|pending|in (?:preparation|negotiation|progress)|under|expired|terminated|inactive|dormant|ended|former)\b"
)
_JOINED = re.compile(
    r"(?i)\b(?:member\w*|part of|part in|particip\w*|join(?:s|ed|ing)?|belong\w*|affiliat\w*|signator\w*|adh[eè]r\w*|membre|miembro|membro|forma parte|faz parte|fait partie|член\w*|вход(?:ит|ят)|عضو)\b[^.;]{0,50}$"
)
_ENTRY_ENDS = re.compile(r"(?:and|or|y|e|et|und|og|och|in|since|as|from)\b")
_ABROAD = re.compile(r"(?i)\b(?:in|from|across|of)\b[^.;:]{0,30}\bcountries\b[^.;:]{0,100}$")
_EFFORT = re.compile(
    r"\s{0,3}[:–—-]\s{0,3}(?:(?:an?|the|our|joint|new)\s){0,2}(?:projects?|programme|program|initiative|portal|app|platform|service|campaign)\b"
)
"""What shows that a row under "Companies:" is what is done with them, and none of them."""
_LAST_OF = re.compile(r"[,;]\s(?:and|y|et|e|und)\s(?:the\s|la\s|el\s|a\s|o\s|die\s|der\s|l['’])?$")
_AGREED = re.compile(
    r",?\s(?:under|by|through|on the basis of)\s(?:an?|the|our)\s(?:[\w-]+\s){0,2}(?:memorandum|agreement|mou|convention|protocol)\b",
    re.I,
)
_TOGETHER = re.compile(
    r",?\s(?:(?:also|all|jointly|together|have|has|are|already|both)\s){0,3}(?:shar(?:e|ed|ing)|exchang(?:e|ed|ing)|co-?operat(?:e|ed|ing)|collaborat(?:e|ed|ing)|work(?:ed|ing)? (?:\w+ )?together|partner(?:s|ed)?|join(?:ed)? forces|jointly|signed|twinned)\b"
)
_CUT = re.compile(r"[;:]\s|\.\s")
_FIRMS = re.compile(
    r"(?i)\b(?:private[ -]sector|compan(?:y|ies)|business(?:es)?|firms?|industry|empresas?|entreprises?|unternehmen|firmen|sector privado|secteur privé|setor privado)\b"
)
_REGION = re.compile(
    r"(?:[A-ZÀ-Þ][\w'’-]+\s){1,4}(?:Region|Province|County|Oblast|Prefecture|Canton|Voivodeship|Governorate|Department|Metropolitan Area)"
    r"|(?:Metropolitan Area|Metropolitan Region|Region|Province|County|Prefecture|Department|Canton|Greater Area) of (?:the )?[A-ZÀ-Þ][\w'’-]+(?:[ -][A-ZÀ-Þ][\w'’-]+){0,3}"
)
_WHOSE = re.compile(
    r"(?i)(?<!\bpeople)(?<!\bwom[ea]n)(?<!\bchildren)(?<!\bmen)(?<!\bcitizen)(?<!\byouth)(?<!\bconsumer)['’]s "
)
"""A possessor before what is theirs, "Lyon's partners"; not one in a name, "People's Forum"."""
_OFFICE = re.compile(r"(?i)(?:the )?(?:city|municipality|town|government|council) of ")
_NOTHING = re.compile(r"(?i)\W*(?:no|none|n/?a|not applicable|nil|nothing)\W*")


@dataclass(slots=True)
class _Lead:
    """What a heading says of the list under it."""

    speaks: bool = False
    denied: bool = False
    kind: PlaceKind | None = None
    country: Entry | None = None


def find_partners(text: str, home_iso2: str = "", exclude: str = "") -> tuple[PlaceMention, ...]:
    """The partners that an answer names, in order of place; each once.

    `home_iso2` is the country of the city that answers: its namesakes come first, and it is no partner itself.
    `exclude` is the name of that city. The span is the name's; the quote is the entry with its country.
    """
    if _NOTHING.fullmatch(text[:40]):
        return ()
    home = _Home(home_iso2, frozenset({fold(exclude), fold(bare_name(exclude))}))
    found: dict[tuple[str, ...], PlaceMention] = {}
    for mention in _mentions(text, home):
        key = (
            mention.kind,
            mention.iso2,
            str(mention.place.geonames or mention.place.subdivision) if mention.place else fold(mention.name),
        )
        found.setdefault(key, mention)
    return tuple(sorted(found.values(), key=lambda m: m.span))


@dataclass(frozen=True, slots=True)
class _Home:
    iso2: str
    names: frozenset[str]


def _mentions(text: str, home: _Home) -> Iterator[PlaceMention]:
    lead, partners = _Lead(), 0
    for span in sentences(text):
        rows = entries(text, span)
        sentence = span.of(text)
        opens = bool(_HEADING.search(sentence if len(sentence) < 70 else sentence[-8:])) or _is_title(
            sentence, rows
        )
        if opens:
            lead = _lead(sentence, rows, lead)
        placed = attach_countries(text, rows, lead.country)
        runs = _runs(placed)
        listed, more = _is_list(text, span, rows), partners > 0 and _goes_on_naming(text, span, rows, placed)
        if not listed and not opens and lead.speaks and text[max(0, span.start - 1) : span.start] == "\n":
            lead = _Lead() if len(_LOWER.findall(sentence[:400])) > 25 else lead
        found = list(_Sentence(text, span, lead, listed or more, home, more).mentions(runs))
        partners = len(found) if found or rows else partners
        yield from found


def _is_title(sentence: str, rows: list[Entry]) -> bool:
    """Whether a short line without a stop is a title over a list: "Twin towns"."""
    short = len(sentence) < 60 and sentence[-1:].isalpha() and speaks_of_partners(sentence)
    return short and all(all(w in GENERIC for w in fold(e.name).split()) for e in rows)


def _lead(sentence: str, rows: list[Entry], before: _Lead) -> _Lead:
    """A heading ends with a colon; one that is a country alone keeps what the heading above it said."""
    if len(rows) == 1 and rows[0].as_country and len(sentence) < len(rows[0].name) + 12:
        return _Lead(before.speaks, before.denied, before.kind, rows[0])
    country = next((e for e in reversed(rows) if e.as_country), None)
    kind = _kind_of_list(sentence.strip(" :[]【】"))
    return _Lead(speaks_of_partners(sentence), bool(denied(sentence)), kind, country)


def _kind_of_list(heading: str) -> PlaceKind | None:
    """What a list names; of one of firms and universities, the firms, for universities tell by their names."""
    kind = head_kind(heading)
    return PlaceKind.COMPANY if kind is PlaceKind.UNIVERSITY and _FIRMS.search(heading[-60:]) else kind


def _runs(rows: Iterable[Entry]) -> list[list[Entry]]:
    """Entries that list marks join stand together."""
    runs: list[list[Entry]] = []
    for entry in rows:
        if runs and entry.link not in ("", "w", ":", "(", "in") and entry.inside == runs[-1][-1].inside:
            runs[-1].append(entry)
        else:
            runs.append([entry])
    return runs


def _falls_in(at: int, stretches: list[tuple[int, int]]) -> bool:
    """Whether a place lies in one of the stretches, which are in order and apart."""
    n = bisect_right(stretches, (at, stretches[-1][1] if stretches else 0)) - 1
    return n >= 0 and at < stretches[n][1]


def _is_list(text: str, span: Span, rows: list[Entry]) -> bool:
    """Whether a sentence is names and marks, with hardly a word between them; what stands before a colon is its heading."""
    if not rows:
        return False
    begin = span.start
    colon = text.rfind(":", span.start, rows[0].span.start)
    left, at = 0, colon + 1 if colon >= 0 else begin
    for entry in rows:
        left += _words(text, at, entry.span.start)
        at = max(at, entry.end)
    left += _words(text, at, span.end)
    return left == 0 or (len(rows) >= 3 and left <= 2 and all(e.link not in ("w", ":") for e in rows[1:]))


def _goes_on_naming(text: str, span: Span, rows: list[Entry], placed: list[Entry]) -> bool:
    """Whether a sentence behind one with partners is nothing but cities, each with its country, and words that join them."""
    if not placed or not all(e.country and not e.organisation and _found(e) for e in placed):
        return False
    at, words = span.start, ""
    for entry in rows:
        words += " " + text[at : entry.span.start]
        at = max(at, entry.end)
    words += " " + text[at : span.end]
    return all(w.lower() in _NOISE or _PROSE.fullmatch(w) for w in _LOWER.findall(words)) and "?" not in words


def _words(text: str, start: int, end: int) -> int:
    return sum(1 for w in _LOWER.findall(text, start, min(end, start + 400)) if w.lower() not in _NOISE)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence and what is known of it: decides which of its names are partners."""

    text: str
    span: Span
    lead: _Lead
    listed: bool
    home: _Home
    more: bool = False
    """Whether it only goes on with the partners of the sentence before it."""

    def mentions(self, runs: list[list[Entry]]) -> Iterator[PlaceMention]:
        """The partners among the names of the sentence."""
        if not runs:
            return
        sentence = self.span.of(self.text)
        speaks = self.lead.speaks or speaks_of_partners(sentence)
        gone = denied(sentence)
        if self.lead.denied and self.listed:
            return
        for run in runs:
            if not _falls_in(run[0].span.start - self.span.start, gone):
                yield from self._run(run, speaks)

    def _run(self, run: list[Entry], speaks: bool) -> Iterator[PlaceMention]:
        start = run[0].span.start
        intro = self.text[max(self.span.start, start - 240) : start]
        told = introduces(intro)
        kind = (
            _kind_of_list(intro)
            or (self.lead.kind if self.listed or self._is_row(run) else None)
            or (field_kind(_CUT.split(intro)[-1]) if told else None)
        )
        direct = self.more or bool(told and speaks) or self._goes_on(run[0]) or self._acts(run)
        at_start = not _LETTER.search(self.text, self.span.start, start) or ":" in intro[-4:]
        listed = (
            self.listed
            or (at_start and self._is_row(run))
            or (at_start and speaks and bool(_SUBJECT.match(self.text, run[-1].end)))
        )
        clear = sum(bool(_found(e)) for e in run if e.country or fold(e.name) not in ORDINARY) >= 2
        for entry in run:
            mention = self._mention(
                entry,
                kind,
                direct,
                (listed and told is not False) or (self.listed and entry.inside),
                speaks,
                clear,
            )
            if mention is not None:
                yield mention

    def _goes_on(self, entry: Entry) -> bool:
        """Whether an organisation ends what a heading opens, or stands before the agreement with it."""
        if entry.organisation is None:
            return False
        heading, colon, _ = self.text[
            self.span.start : min(self.span.start + 60, entry.span.start)
        ].partition(":")
        last = _LAST_OF.search(self.text, max(self.span.start, entry.span.start - 12), entry.span.start)
        listed = bool(colon) and head_kind(heading) is not None and last is not None
        return listed or _AGREED.match(self.text, entry.end) is not None

    def _acts(self, run: list[Entry]) -> bool:
        """Whether the city that answers stands among the names that do something together: "Here, Foo and Bar share …"."""
        end = max(entry.end for entry in run)
        return any(map(self._is_home, run)) and bool(_TOGETHER.match(self.text, end))

    def _is_row(self, run: list[Entry]) -> bool:
        """Whether a line begins with an entry and tells of it behind a mark: "Paris, France – since 1990"."""
        after = self.text[run[-1].end : run[-1].end + 3].lstrip(" ")
        told = self.lead.kind not in (None, PlaceKind.CITY) and after[:1] in ("-", "–", "—", ":", "(")
        headed = told and not _EFFORT.match(self.text, run[-1].end)
        return headed or (any(e.country for e in run) and (not after or after[0] in "-–—:;,.(|\n\t"))

    def _mention(
        self, entry: Entry, kind: PlaceKind | None, direct: bool, listed: bool, speaks: bool, clear: bool
    ) -> PlaceMention | None:
        if fold(entry.name) in GENERIC or _lapsed(self.text, entry):
            return None
        kind = apposed_kind(self.text[max(self.span.start, entry.span.start - 16) : entry.span.start]) or kind
        own = self._organisation(entry, kind, direct, listed, speaks)
        if own is not None:
            return _organisation(entry, own)
        if not (direct or listed) or self._is_home(entry):
            return None
        country = entry.as_country
        if country and not entry.country:
            city = _city_state(entry.name, country.iso2)
            return _country(entry, country.iso2, city, self.home) if self._may_be_country(entry) else None
        return self._place(entry, kind, direct, listed, clear)

    def _organisation(
        self, entry: Entry, kind: PlaceKind | None, direct: bool, listed: bool, speaks: bool
    ) -> PlaceKind | None:
        own = entry.organisation
        if (
            own is PlaceKind.NETWORK
            and speaks
            and (is_known_organisation(entry.name) or self._is_joined(entry))
        ):
            return own
        if not (direct or listed):
            return None
        if own is not None:
            firm = kind is PlaceKind.COMPANY and own is PlaceKind.NETWORK and entry.name.endswith("Networks")
            return PlaceKind.COMPANY if firm else own
        fits = kind not in (None, PlaceKind.CITY) and not entry.as_country and not _is_headword(entry.name)
        return kind if fits and not (entry.country and _found(entry)) else None

    def _is_joined(self, entry: Entry) -> bool:
        """Whether the words before a network say that the city belongs to it."""
        return bool(_JOINED.search(self.text[max(self.span.start, entry.span.start - 60) : entry.span.start]))

    def _is_home(self, entry: Entry) -> bool:
        return bool({fold(entry.name), fold(bare_name(entry.name))} & self.home.names) and (
            not entry.country or entry.country.iso2 == self.home.iso2
        )

    def _may_be_country(self, entry: Entry) -> bool:
        after = self.text[entry.span.end : entry.span.end + 2]
        if _ABROAD.search(self.text[max(self.span.start, entry.span.start - 160) : entry.span.start]):
            return False
        return (
            (len(entry.name) > 3 or not entry.name.isascii())
            and after not in ("'s", "’s")
            and not after.startswith("-")
        )

    def _place(
        self, entry: Entry, kind: PlaceKind | None, direct: bool, listed: bool, clear: bool
    ) -> PlaceMention | None:
        found = _found(entry) or (_at_home(entry.name, self.home.iso2) if not entry.country else ())
        if not entry.country and isinstance(found, Place | tuple) and found:
            found = _at_home(entry.name, self.home.iso2) or found if isinstance(found, tuple) else found
        if not found:
            if _REGION.fullmatch(entry.name):
                return replace(_unknown(entry), kind=PlaceKind.REGION)
            meant = misspelt_city(entry.name, entry.country.iso2) if entry.country else None
            if meant and kind in (None, PlaceKind.CITY):
                return _placed(entry, meant)
            named = entry.country is not None or (kind is PlaceKind.CITY and not _runs_on(self.text, entry))
            return _unknown(entry) if named and not _is_generic(entry.name) else None
        if entry.country is None and not _may_stand_alone(entry.name, found, direct, clear):
            return None
        return _placed(entry, found)


# --- what a name is -----------------------------------------------------------------------------------------------


@lru_cache(maxsize=50_000)
def _resolved(name: str, iso2: str, region: str) -> Place | tuple[Place, ...]:
    return resolve_place(name, iso2, PlaceKind.CITY, region)


def _found(entry: Entry) -> Place | tuple[Place, ...]:
    return _resolved(entry.name, entry.country.iso2 if entry.country else entry.within, entry.region)


def _at_home(name: str, iso2: str) -> Place | None:
    """The place of this name in the country that answers, if it is clear there and by far the largest of that name."""
    here = _resolved(name, iso2, "") if iso2 else ()
    anywhere = _resolved(name, "", "")
    if not isinstance(here, Place) or isinstance(anywhere, Place):
        return None
    return here if all(population(here) >= _LARGER * population(p) for p in anywhere if p != here) else None


def _city_state(name: str, iso2: str) -> Place | None:
    """The city that bears the name of its country, such as Singapore."""
    city = _resolved(name, iso2, "")
    return (
        city
        if isinstance(city, Place) and city.kind is PlaceKind.CITY and fold(city.name) == fold(name)
        else None
    )


def _lapsed(text: str, entry: Entry) -> bool:
    """Whether a bracket or a dash behind an entry says that it is planned or over: "Rome (planned)"."""
    return bool(_LAPSED.match(text[entry.span.end : max(entry.end, entry.span.end + 24)].lstrip()))


def _runs_on(text: str, entry: Entry) -> bool:
    """Whether words or a colon follow a name, so that it is no entry of a list: "Asian cities:"."""
    after = text[entry.end : entry.end + 12].lstrip(" ")
    return bool(after) and (after[0] == ":" or (after[0].isalpha() and not _ENTRY_ENDS.match(after)))


def _is_headword(name: str) -> bool:
    if " for " in name:
        return False
    return is_facility(name) or (
        _WHOSE.search(name) is not None
        or any(word in GENERIC for word in fold(name).split())
        or len(name) < 2
    )


def _is_generic(name: str) -> bool:
    return _is_headword(name) or any(word in ORDINARY for word in fold(name).split()) or len(name) < 3


def _may_stand_alone(name: str, found: Place | tuple[Place, ...], direct: bool, clear: bool) -> bool:
    """Whether a name without a country is a place: large enough, and no ordinary word outside a list of places."""
    places = (found,) if isinstance(found, Place) else found
    if fold(name) in ORDINARY and not clear:
        return False
    if isinstance(found, Place) and found.kind is PlaceKind.REGION:
        return True
    named = [p for p in places if fold(p.name) in (fold(name), fold(bare_name(name))) or direct or clear]
    return any(population(p) >= (_BIG if not clear else 15_000) for p in named)


def _quote(entry: Entry) -> Span:
    marks = [
        entry.span.start,
        entry.end,
        *((entry.country_span.start, entry.country_span.end) if entry.country_span else ()),
    ]
    return Span(min(marks), max(marks))


def _organisation(entry: Entry, kind: PlaceKind) -> PlaceMention:
    return PlaceMention(
        entry.span,
        entry.name,
        kind,
        _quote(entry),
        entry.country.iso2 if entry.country else "",
        entry.country_span,
    )


def _country(entry: Entry, iso2: str, city: Place | None, home: _Home) -> PlaceMention | None:
    if iso2 == home.iso2:
        return None
    if city:
        return PlaceMention(entry.span, entry.name, PlaceKind.CITY, _quote(entry), city.iso2, None, city)
    place = Place(entry.as_country.name if entry.as_country else entry.name, PlaceKind.COUNTRY, iso2)
    return PlaceMention(entry.span, entry.name, PlaceKind.COUNTRY, _quote(entry), iso2, entry.span, place)


def _unknown(entry: Entry) -> PlaceMention:
    return PlaceMention(
        entry.span,
        entry.name,
        PlaceKind.CITY,
        _quote(entry),
        entry.country.iso2 if entry.country else "",
        entry.country_span,
    )


def _placed(entry: Entry, found: Place | tuple[Place, ...]) -> PlaceMention:
    span, name = _bare(entry)
    if isinstance(found, tuple) and len(found) == 1 and population(found[0]) >= _ALONE:
        found = found[0]
    if isinstance(found, Place):
        iso2 = entry.country.iso2 if entry.country else found.iso2
        return PlaceMention(span, name, found.kind, _quote(entry), iso2, entry.country_span, found)
    cities = tuple(p.geonames for p in found if p.geonames)
    kind = PlaceKind.CITY if cities else PlaceKind.REGION
    return PlaceMention(
        span,
        name,
        kind,
        _quote(entry),
        entry.country.iso2 if entry.country else "",
        entry.country_span,
        None,
        cities,
    )


def _bare(entry: Entry) -> tuple[Span, str]:
    """The name without the office around it, where that can be cut off its words: "City of Tampere" → Tampere."""
    bare = bare_name(entry.name)
    at = entry.name.find(bare)
    if bare == entry.name or at < 0 or (find_place(entry.name) and not _OFFICE.match(entry.name)):
        return entry.span, entry.name
    return Span(entry.span.start + at, entry.span.start + at + len(bare)), bare
