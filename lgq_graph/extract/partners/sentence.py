"""Which of the names of one sentence are partners, by the words before them, the list that they stand in, and its heading."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...gazetteer import bare_name, find_country, fold, misspelt_city
from ...model import Place, PlaceKind, PlaceMention, Span
from ..own_city import is_own_city
from .areas import ARTICLES, NOUNS, is_region_noun, only_leads_to
from .countries import stands_in
from .deeds import AGREED, FOR_US, OF_WHOM, SUBJECT, TAKES_PART, TOGETHER, WITH_US
from .entries import Entry
from .ordinary import GENERIC, ORDINARY
from .organisations import is_known_organisation
from .placing import (
    at_home,
    country,
    has_lapsed,
    is_generic,
    is_headword,
    may_stand_alone,
    placed,
    places_of,
    region,
    runs_on,
    unplaced,
)
from .wording import apposed_kind, denied, field_kind, head_kind, introduces, opens_field, speaks_of_partners

__all__ = ["Home", "Lead", "Sentence", "kind_of_list"]

_LETTER = re.compile(r"[^\W\d_]")
_JOINED = re.compile(
    r"(?i)\b(?:member\w*|part of|part in|sits? on|seat (?:on|in)|integra(?:mos|m|n)?|particip\w*|join(?:s|ed|ing)?|belong\w*|affiliat\w*|signator\w*|adh[eè]r\w*|membre|miembro|membro|forma parte|faz parte|fait partie|член\w*|вход(?:ит|ят)|عضو)\b[^.;]{0,50}$"
)
_MEMBER = re.compile(
    r"(?i)\b(?:we are|we have been|(?:city|municipality) (?:is|has been)|somos|formamos|fazemos|faisons|sommes|siamo|facciamo|wir sind)\s(?:(?:also|también|também|aussi|anche|auch|proud|active|founding|an?|une?|uma?|ein) ){0,3}"
    r"(?:members?|part|parte|partie|membres?|miembros?|membr[oi]s?|mitglied) (?:(?:of|de|del|da|do|du|des|di|della|dei|von|im|in)\s(?:the |la |el |der )?|de l['’]|dell['’])$"
)
"""What makes a network of the name behind it, whatever it is called: "We are part of Eurotowns", "Somos parte de …"."""
_NO_NETWORK = re.compile(
    r"(?i)\s(?:project|programme|program|initiative|region|area|province|county|strategy|plan|pilot|consortium)\b"
)
_ABROAD = re.compile(r"(?i)\b(?:in|from|across|of)\b[^.;:]{0,30}\bcountries\b[^.;:]{0,100}$")
_EFFORT = re.compile(
    r"\s{0,3}[:–—-]\s{0,3}(?:(?:an?|the|our|joint|new)\s){0,2}(?:projects?|programme|program|initiative|portal|app|platform|service|campaign)\b"
)
"""What shows that a row under "Companies:" is what is done with them, and none of them."""
_LAST_OF = re.compile(r"[,;]\s(?:and|y|et|e|und)\s(?:the\s|la\s|el\s|a\s|o\s|die\s|der\s|l['’])?$")
_IN = r"(?<=[,;:]\s)(?i:in|en|au|aux|em|dans|nel|in der)\s(?i:the\s|la\s|l['’])?"
_WHERE = re.compile(rf"{_IN}$")
_IN_COUNTRY = re.compile(
    rf"{_IN}(?P<country>[A-ZÀ-Þ][\w'’-]{{2,20}}(?:\s[\w'’-]{{2,20}}){{0,3}}?)\s(?i:the\s|el\s|la\s|les?\s|die\s)?[\"“«]?\s?$"
)
_OPENS = re.compile(
    r"(?:^|[,;:.]\s)\W{0,3}(?:(?:and|also|then|likewise)\s)?(?:(?i:the)\s(?:neighbouring\s)?(?:city|cities|towns?|municipalit(?:y|ies))(?:\sof)?\s)?$"
)
_CUT = re.compile(r"[;:]\s|\.\s")
_FIRMS = re.compile(
    r"(?i)\b(?:private[ -]sector|compan(?:y|ies)|business(?:es)?|firms?|industry|empresas?|entreprises?|unternehmen|firmen|sector privado|secteur privé|setor privado)\b"
)
_REGION = re.compile(
    r"(?:[A-ZÀ-Þ][\w'’-]+\s){1,4}(?:Region|Province|County|Oblast|Prefecture|Canton|Voivodeship|Governorate|Department|Metropolitan Area)"
    r"|(?:Metropolitan Area|Metropolitan Region|Region|Province|County|Prefecture|Department|Canton|Greater Area) of (?:the )?[A-ZÀ-Þ][\w'’-]+(?:[ -][A-ZÀ-Þ][\w'’-]+){0,3}"
)


@dataclass(frozen=True, slots=True)
class Lead:
    """What a heading says of the list under it."""

    speaks: bool = False
    denied: bool = False
    invites: bool = False
    """Whether each entry is a partner by its words: "We work with:", "Our partners:"."""
    kind: PlaceKind | None = None
    country: Entry | None = None


@dataclass(frozen=True, slots=True)
class Home:
    """The city that answers: the code of its country, and the names by which it is no partner of itself."""

    iso2: str
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Told:
    """What the words around a run of names tell: of what kind they are, and whether they are partners at all."""

    kind: PlaceKind | None
    speaks: bool
    """Whether the sentence or its heading is about partners."""
    direct: bool
    """Whether words before or behind the names make them partners."""
    listed: bool
    """Whether they stand in a list of partners."""
    clear: bool
    """Whether several of them are places."""


def kind_of_list(heading: str) -> PlaceKind | None:
    """What a list names; of one of firms and universities, the firms, for universities tell by their names."""
    kind = head_kind(heading)
    return PlaceKind.COMPANY if kind is PlaceKind.UNIVERSITY and _FIRMS.search(heading[-60:]) else kind


def _without_where(intro: str) -> str:
    """The words before a name of a list without the country that only says where it is: "Networks: Foonet; in France the …"."""
    where = _IN_COUNTRY.search(intro[-60:])
    return intro[: len(intro) - len(where[0])] if where and find_country(where["country"]) else intro


def _falls_in(at: int, stretches: list[tuple[int, int]]) -> bool:
    """Whether a place lies in one of the stretches, which are in order and apart."""
    n = bisect_right(stretches, (at, stretches[-1][1] if stretches else 0)) - 1
    return n >= 0 and at < stretches[n][1]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and what is known of it: decides which of its names are partners."""

    text: str
    span: Span
    lead: Lead
    listed: bool
    home: Home
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
        before: Entry | None = None
        for run in runs:
            if not (_falls_in(run[0].span.start - self.span.start, gone) or self._is_of(before, run[0])):
                yield from self._run(run, speaks)
            before = run[-1]

    def _is_of(self, before: Entry | None, entry: Entry) -> bool:
        """Whether a name is only that of what others, and not the city that answers, are partners of."""
        if before is None or entry.span.start - before.end > 120 or self._is_home(before):
            return False
        if set(before.name.lower().split()) <= NOUNS | ARTICLES:
            return False  # "Die Stadt ist Partner von …"
        return OF_WHOM.fullmatch(self.text, before.end, entry.span.start) is not None

    def _run(self, run: list[Entry], speaks: bool) -> Iterator[PlaceMention]:
        told = self._told(run, speaks)
        for entry in run:
            mention = self._mention(entry, told)
            if mention is not None:
                yield mention

    def _told(self, run: list[Entry], speaks: bool) -> _Told:
        start, front = run[0].span.start, run[0].country_span
        intro = _without_where(self._before(start, 240)) if self.listed else self._before(start, 240)
        if front and front.end < start <= front.end + 2:  # "in France Paris"
            start = front.start
            intro = stands_in(self._before(start, 240))
        before = self.text[self.span.start : start][:80]
        introduced = None if only_leads_to(before) else introduces(intro)
        row, clause = self._is_row(run), _CUT.split(intro)[-1]
        takes_part = opens_field(clause) and TAKES_PART.match(self.text, run[-1].end) is not None
        kind = (
            kind_of_list(intro)
            or (
                self._headed(run[0]) if self.listed or (introduced and not any(map(places_of, run))) else None
            )
            or (self.lead.kind if self.listed or row else None)
            or (field_kind(clause) if introduced or takes_part else None)
        )
        at_start = not _LETTER.search(before) or only_leads_to(before) or ":" in intro[-4:]
        subject = speaks and bool(SUBJECT.match(self.text, run[-1].end))
        return _Told(
            kind,
            speaks,
            direct=self.more
            or takes_part
            or bool(introduced and speaks)
            or self._goes_on(run[0])
            or (run[-1].organisation is not None and FOR_US.match(self.text, run[-1].end) is not None)
            or self._acts(run)
            or self._is_with_us(run),
            listed=introduced is not False and (self.listed or (at_start and (row or subject))),
            clear=sum(bool(places_of(e)) for e in run if e.country or fold(e.name) not in ORDINARY) >= 2,
        )

    def _headed(self, entry: Entry) -> PlaceKind | None:
        """What the list of a sentence names by the words before its first colon: "Networks: Foonet; in France, Barnet"."""
        heading, colon, _ = self.text[self.span.start : entry.span.start][:60].partition(":")
        return kind_of_list(heading.rstrip() + ":") if colon else None

    def _before(self, at: int, length: int) -> str:
        """The sentence before a place, no more than so many characters."""
        return self.text[max(self.span.start, at - length) : at]

    def _goes_on(self, entry: Entry) -> bool:
        """Whether an organisation ends what a heading opens, or stands before the agreement with it."""
        if entry.organisation is None:
            return False
        heading, colon, _ = self.text[
            self.span.start : min(self.span.start + 60, entry.span.start)
        ].partition(":")
        last = _LAST_OF.search(self.text, max(self.span.start, entry.span.start - 12), entry.span.start)
        listed = bool(colon) and head_kind(heading) is not None and last is not None
        return listed or AGREED.match(self.text, entry.end) is not None

    def _acts(self, run: list[Entry]) -> bool:
        """Whether the city that answers stands among the names that do something together: "Here, Foo and Bar share …"."""
        end = max(entry.end for entry in run)
        return any(map(self._is_home, run)) and bool(TOGETHER.match(self.text, end))

    def _is_with_us(self, run: list[Entry]) -> bool:
        """Whether the names that open a clause are said to do something with us: "Nearer home, Foo and Bar use our portal under …"."""
        opens = _OPENS.search(self._before(run[0].span.start, 60))
        named = opens is not None and all(entry.country or places_of(entry) for entry in run)
        return named and WITH_US.match(self.text, run[-1].end) is not None

    def _is_row(self, run: list[Entry]) -> bool:
        """Whether a line begins with an entry and tells of it behind a mark: "Paris, France – since 1990"."""
        after = self.text[run[-1].end : run[-1].end + 3].lstrip(" ")
        kind, marked = self.lead.kind, after[:1] in ("-", "–", "—", ":", "(")
        told = (kind not in (None, PlaceKind.CITY) and marked) or (
            self.lead.invites and (marked or after[:1] == ",")
        )
        headed = told and not _EFFORT.match(self.text, run[-1].end)
        return headed or (any(e.country for e in run) and (not after or after[0] in "-–—:;,.(|\n\t"))

    def _mention(self, entry: Entry, told: _Told) -> PlaceMention | None:
        if fold(entry.name) in GENERIC or has_lapsed(self.text, entry) or self._is_home(entry):
            return None
        told = replace(told, kind=apposed_kind(self._before(entry.span.start, 16)) or told.kind)
        direct = told.direct or told.listed or (self.listed and entry.inside)
        own = self._organisation(entry, told, direct)
        if own is not None:
            return unplaced(entry, own)
        if not direct:
            return None
        if entry.as_country and not entry.country:
            abroad = entry.as_country.iso2 != self.home.iso2 and self._may_be_country(entry)
            abroad = abroad and not (self.listed and _WHERE.search(self._before(entry.span.start, 12)))
            return country(entry, entry.as_country.iso2) if abroad else None
        return self._place(entry, told)

    def _organisation(self, entry: Entry, told: _Told, direct: bool) -> PlaceKind | None:
        """The kind of a partner that is no place, by its name, or by what its list names."""
        own, kind = entry.organisation, told.kind
        if own in (None, PlaceKind.NETWORK) and self._is_member(entry):
            return PlaceKind.NETWORK
        known = own is PlaceKind.NETWORK and told.speaks
        if known and (is_known_organisation(entry.name) or self._is_joined(entry)):
            return own
        if not direct:
            return None
        if own is not None:
            firm = kind is PlaceKind.COMPANY and own is PlaceKind.NETWORK and entry.name.endswith("Networks")
            return PlaceKind.COMPANY if firm else own
        fits = kind not in (None, PlaceKind.CITY) and not entry.as_country and not is_headword(entry.name)
        return kind if fits and not (entry.country and places_of(entry)) else None

    def _is_joined(self, entry: Entry) -> bool:
        """Whether the words before a network say that the city belongs to it."""
        return bool(_JOINED.search(self._before(entry.span.start, 60)))

    def _is_member(self, entry: Entry) -> bool:
        """Whether we are said to be a member of what has no other sign of a network, and is no place."""
        named = not (entry.country or entry.as_country or places_of(entry) or is_headword(entry.name))
        said = named and _MEMBER.search(self._before(entry.span.start, 80)) is not None
        return said and _NO_NETWORK.match(self.text, entry.end) is None

    def _is_home(self, entry: Entry) -> bool:
        """Whether a name is that of the city that answers."""
        named = bool({fold(entry.name), fold(bare_name(entry.name))} & self.home.names)
        inflected = any(is_own_city(entry.name, name) for name in self.home.names) and not places_of(entry)
        return (named or inflected) and (not entry.country or entry.country.iso2 == self.home.iso2)

    def _may_be_country(self, entry: Entry) -> bool:
        """Whether a name of a country means it, and neither what belongs to it nor where others are."""
        after = self.text[entry.span.end : entry.span.end + 2]
        whose = after in ("'s", "’s") or after.startswith("-")
        short = len(entry.name) <= 3 and entry.name.isascii()
        return not (whose or short or _ABROAD.search(self._before(entry.span.start, 160)))

    def _place(self, entry: Entry, told: _Told) -> PlaceMention | None:
        if is_region_noun(self._before(entry.span.start, 40)):
            return region(entry, self.home.iso2)
        found = places_of(entry)
        if not entry.country and not isinstance(found, Place):
            found = at_home(entry.name, self.home.iso2) or found
        if not found:
            return self._unknown(entry, told.kind)
        sure = entry.country or may_stand_alone(entry.name, found, told.direct, told.clear)
        return placed(entry, found) if sure else None

    def _unknown(self, entry: Entry, kind: PlaceKind | None) -> PlaceMention | None:
        """A place that no gazetteer knows, or a city that it knows by a name much like this one."""
        if _REGION.fullmatch(entry.name):
            return unplaced(entry, PlaceKind.REGION)
        meant = misspelt_city(entry.name, entry.country.iso2) if entry.country else None
        if meant and kind in (None, PlaceKind.CITY):
            return placed(entry, meant)
        named = entry.country is not None or (kind is PlaceKind.CITY and not runs_on(self.text, entry))
        return unplaced(entry) if named and not is_generic(entry.name) else None
