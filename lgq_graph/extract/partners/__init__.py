"""Partners: the cities, regions, countries and organisations that a partnership answer names as such.

A name counts when a list or words of partnership make it a partner. What is denied, over or only planned does not, nor
does a place that is merely mentioned. From a sentence to its partners: its names (`capitals`, `scripts`), the entries that
they make (`entries`) with their countries (`countries`), and what makes them partners (`sentence`) of a place (`placing`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ...gazetteer import bare_name, fold
from ...model import PlaceMention, Span
from ..sentences import sentences
from .areas import NOUNS
from .countries import attach_countries
from .entries import Entry, entries
from .ordinary import GENERIC
from .placing import places_of
from .sentence import Home, Lead, Sentence, kind_of_list
from .wording import denied, opening_kind, speaks_of_partners

__all__ = ["find_partners"]

_HEADING = re.compile(r":\s*$|^\s*[\[【][^\[\]\n]{2,60}[\]】]\s*$")
_INVITES = re.compile(
    r"(?i)\b(?:with|con|avec|com|mit|dengan|z|с)(?:\s(?:the\s)?(?:following|los siguientes|las siguientes|les|os seguintes|folgenden)(?:\s\w+){0,2})?\s?:\s*$"
    r"|^\W{0,3}(?:\w+\s){0,2}(?:partner(?:s|ships)?|co-?operation|collaborations?|socios|alianzas|parceiros|parcerias|partenaires|partenariats|partnerzy|mitra)\s?:\s*$"
)
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>()]{1,400}")
_LOWER = re.compile(r"(?<![\w@./-])[^\W\d_][\w'’-]*")
_NOISE = (
    frozenset(
        """l la le el entreprise empresa compañía companhia réseau red rede компания компанией сеть сетью и с со 和 与 及 و و also города городами как and the of city cities town towns y e et und since in from as de etc municipality i ii iii a b c d g with
sister twin partner du des dos das della los las les der die den dem en au aux em dans nel""".split()
    )
    | NOUNS
)
_PROSE = re.compile(
    r"(?i)it|is|are|this|these|there|that|they|we|have|our|ours|also|comes?|while|further|over|across|ocean|seas?|abroad|far|afield|en|na|no|em|dans|w|z|we|est[áa]n?|es|son|hay|tenemos|c['’]est|avons|nous"
    r"|são|temos|há|ist|sind|haben|wir|gibt|es|è|sono|abbiamo|to|mamy|desde|mientras|outre-mer|ultramar|übersee|friends?|sisters?|amig[oa]s?|ami(?:e?s|e)"
)
"""Words of a sentence that goes on naming partners without saying so again: "In Spain it is Vigo, over the sea Suva (Fiji)"."""
_NOTHING = re.compile(r"(?i)\W*(?:no|none|n/?a|not applicable|nil|nothing)\W*")


def find_partners(text: str, home_iso2: str = "", exclude: str = "") -> tuple[PlaceMention, ...]:
    """The partners that an answer names, in order of place; each once.

    `home_iso2` is the country of the city that answers: its namesakes come first, and it is no partner itself.
    `exclude` is the name of that city. The span is the name's; the quote is the entry with its country.
    """
    if _NOTHING.fullmatch(text[:40]):
        return ()
    home = Home(home_iso2, frozenset({fold(exclude), fold(bare_name(exclude))}))
    found: dict[tuple[str, ...], PlaceMention] = {}
    for mention in _mentions(text, home):
        key = (
            mention.kind,
            mention.iso2,
            str(mention.place.geonames or mention.place.subdivision) if mention.place else fold(mention.name),
        )
        found.setdefault(key, mention)
    return tuple(sorted(found.values(), key=lambda m: m.span))


def _mentions(text: str, home: Home) -> Iterator[PlaceMention]:
    lead, partners = Lead(), 0
    for span in sentences(text):
        rows = _behind_heading(text, span, entries(text, span))
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
            lead = Lead() if len(_LOWER.findall(sentence[:400])) > 25 else lead
        found = list(Sentence(text, span, lead, listed or more, home, more).mentions(runs))
        partners = len(found) if found or rows else partners
        yield from found


def _behind_heading(text: str, span: Span, rows: list[Entry]) -> list[Entry]:
    """The entries without the capitals of what only says of what kind they are: "Société civile : …"."""
    colon = text.find(":", span.start, min(span.end, span.start + 60))
    heads = colon > 0 and kind_of_list(text[span.start : colon].rstrip() + ":") is not None
    return [entry for entry in rows if entry.span.start > colon] if heads else rows


def _is_title(sentence: str, rows: list[Entry]) -> bool:
    """Whether a short line without a stop is a title over a list: "Twin towns"."""
    short = len(sentence) < 60 and sentence[-1:].isalpha() and speaks_of_partners(sentence)
    return short and all(all(w in GENERIC for w in fold(e.name).split()) for e in rows)


def _lead(sentence: str, rows: list[Entry], before: Lead) -> Lead:
    """A heading ends with a colon; one that is a country alone keeps what the heading above it said."""
    if len(rows) == 1 and rows[0].as_country and len(sentence) < len(rows[0].name) + 12:
        return replace(before, country=rows[0])
    country = next((e for e in reversed(rows) if e.as_country), None)
    kind = kind_of_list(sentence.strip(" :[]【】")) or opening_kind(sentence)
    speaks, gone = speaks_of_partners(sentence), bool(denied(sentence))
    return Lead(speaks, gone, speaks and not gone and bool(_INVITES.search(sentence)), kind, country)


def _runs(rows: Iterable[Entry]) -> list[list[Entry]]:
    """Entries that list marks join stand together."""
    runs: list[list[Entry]] = []
    for entry in rows:
        if (
            runs
            and entry.link not in ("", "w", ":", "(", "in", "from")
            and entry.inside == runs[-1][-1].inside
        ):
            runs[-1].append(entry)
        else:
            runs.append([entry])
    return runs


def _is_list(text: str, span: Span, rows: list[Entry]) -> bool:
    """Whether a sentence is names and marks, with hardly a word between them; what stands before a colon is its heading."""
    if not rows:
        return False
    colon = text.rfind(":", span.start, rows[0].span.start)
    left = sum(_words(gap.of(text)) for gap in _gaps(Span(max(span.start, colon + 1), span.end), rows))
    return left == 0 or (len(rows) >= 3 and left <= 2 and all(e.link not in ("w", ":") for e in rows[1:]))


def _goes_on_naming(text: str, span: Span, rows: list[Entry], placed: list[Entry]) -> bool:
    """Whether a sentence behind one with partners is nothing but cities, each with its country, and words that join them."""
    if not placed or not all(e.country and not e.organisation and places_of(e) for e in placed):
        return False
    words = " ".join(gap.of(text) for gap in _gaps(span, rows))
    return all(w.lower() in _NOISE or _PROSE.fullmatch(w) for w in _LOWER.findall(words)) and "?" not in words


def _gaps(span: Span, rows: Iterable[Entry]) -> Iterator[Span]:
    """What stands before, between and behind the entries of a sentence."""
    at = span.start
    for entry in rows:
        yield Span(at, max(at, entry.span.start))
        at = max(at, entry.end)
    yield Span(at, max(at, span.end))


def _words(gap: str) -> int:
    """How many words of a gap, which is looked into no further than its first 400 characters, do more than join names."""
    return sum(1 for word in _LOWER.findall(_LINK.sub("", gap[:400])) if word.lower() not in _NOISE)
