"""Minting: every IRI of the graph, from what a thing is. Nothing here counts, draws lots or looks at a clock."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote

from anyascii import anyascii
from pyoxigraph import Literal, NamedNode

from .model import Country, Evidence, Kind, Place, PlaceKind, Span
from .vocabulary import BASE

__all__ = [
    "answer_iri",
    "city_iri",
    "city_key",
    "claim_iri",
    "content_hash",
    "correction_iri",
    "country_iri",
    "entity_iri",
    "geonames_iri",
    "graph_iri",
    "law_iri",
    "mark_iri",
    "merge_iri",
    "option_iri",
    "organisation_iri",
    "place_iri",
    "position_iri",
    "question_iri",
    "questionnaire_iri",
    "quote_iri",
    "rejected_iri",
    "response_iri",
    "slug",
    "span_iri",
    "statistic_iri",
    "unlisted_question_iri",
    "url_iri",
]  # fmt: skip

_SEGMENT = {Kind.LEGISLATION: "law"}


@lru_cache(maxsize=4096)  # that of the city stands in many IRIs of a response
def slug(text: str) -> str:
    """A readable ASCII slug: letters, digits and single hyphens, at most 80 long (then closed by a short hash)."""
    plain = re.sub(
        r"[^a-z0-9]+", "-", anyascii(unicodedata.normalize("NFC", text)).lower().replace("'", "")
    ).strip("-")
    if not plain:
        return "x" + _digest(text)[:8]
    return plain if len(plain) <= 80 else f"{plain[:70].rstrip('-')}-{_digest(plain)[:8]}"


def content_hash(*parts: str) -> str:
    """A hash over length-prefixed parts, so that ("ab", "c") and ("a", "bc") differ."""
    return _digest("".join(f"{len(part)}:{part}" for part in parts))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def _node(path: str) -> NamedNode:
    return NamedNode(BASE + path)


def city_key(city: Place) -> str:
    """The path segment of a city: `fi-tampere`; with its number in GeoNames where others of its country bear the name."""
    return _place_key(city.name, city.iso2, city)


def city_iri(city: Place) -> NamedNode:
    """The IRI of a city."""
    return _node(f"id/city/{city_key(city)}")


def place_iri(kind: PlaceKind, name: str, iso2: str, place: Place | None = None) -> NamedNode:
    """The IRI of a partner that is a place: by its kind, country and English name; `place` is what a gazetteer knows of it."""
    if kind is PlaceKind.REGION:
        own = place.subdivision.lower() if place and place.subdivision else ""
        return _node(f"id/region/{own or _place_key(name, iso2)}")
    return _node(f"id/city/{_place_key(name, iso2, place)}")


def _place_key(name: str, iso2: str, place: Place | None = None) -> str:
    number = f"-{place.geonames}" if place and place.shared and place.geonames else ""
    return f"{(iso2 or 'xx').lower()}-{slug(name)}{number}"


def country_iri(country: Country) -> NamedNode:
    """The IRI of a country, by its ISO 3166-1 alpha-3 code."""
    return _node(f"id/country/{country.iso3}")


def organisation_iri(name: str) -> NamedNode:
    """The IRI of a partner that is an organisation or a network."""
    return _node(f"id/organisation/{slug(name)}")


def entity_iri(city: Place, kind: Kind, key: str) -> NamedNode:
    """The IRI of an entity of a city."""
    return _node(f"id/{city_key(city)}/{_SEGMENT.get(kind, kind.value)}/{key}")


def law_iri(city: Place, country: Country, level: str, key: str) -> NamedNode:
    """The IRI of a law: a city's own, a country's (shared by its cities), or one above countries."""
    if level == "local":
        return entity_iri(city, Kind.LEGISLATION, key)
    return _node(f"id/country/{country.iso3}/law/{key}" if level == "national" else f"id/law/{key}")


def questionnaire_iri(edition: str) -> NamedNode:
    """The IRI of an edition of the form."""
    return _node(f"questionnaire/{edition}")


def question_iri(edition: str, number: int) -> NamedNode:
    """The IRI of a question."""
    return _node(f"questionnaire/{edition}/q{number}")


def unlisted_question_iri(response: NamedNode, number: int) -> NamedNode:
    """The IRI of a question that the form does not have and one response answers."""
    return NamedNode(f"{response.value}/question/q{number}")


def option_iri(edition: str, number: int, option: str) -> NamedNode:
    """The IRI of an option of a question."""
    return _node(f"questionnaire/{edition}/q{number}/option/{option}")


def response_iri(city: Place, edition: str) -> NamedNode:
    """The IRI of one city's response to one edition."""
    return _node(f"response/{city_key(city)}/{edition}")


def answer_iri(response: NamedNode, number: int) -> NamedNode:
    """The IRI of the answer to a question."""
    return NamedNode(f"{response.value}/answer/q{number}")


def mark_iri(response: NamedNode, number: int, option: str) -> NamedNode:
    """The IRI of the mark at an option."""
    return NamedNode(f"{response.value}/answer/q{number}/mark/{option}")


def span_iri(response: NamedNode, evidence: Evidence) -> NamedNode:
    """The IRI of a stretch of an answer, as a text fragment of it (RFC 5147 writes `char=start,end`)."""
    return _fragment(response, evidence.question, "char", evidence.span)


def position_iri(response: NamedNode, evidence: Evidence) -> NamedNode:
    """The IRI of a span's position selector."""
    return _fragment(response, evidence.question, "position", evidence.span)


def quote_iri(response: NamedNode, evidence: Evidence) -> NamedNode:
    """The IRI of a span's quote selector."""
    return _fragment(response, evidence.question, "quote", evidence.span)


def _fragment(response: NamedNode, question: int, word: str, span: Span) -> NamedNode:
    return NamedNode(f"{answer_iri(response, question).value}#{word}={span.start},{span.end}")


def graph_iri(city: Place, edition: str, part: str) -> NamedNode:
    """The named graph of a response: part is stated, inferred, corpus or claims."""
    return _node(f"graph/{city_key(city)}/{edition}/{part}")


def claim_iri(
    basis: str, subject: NamedNode, predicate: NamedNode, object_: NamedNode | Literal, *more: str
) -> NamedNode:
    """The IRI of a claim: what is claimed, on which basis and in which modality; free of the round."""
    return _node("claim/" + content_hash(basis, str(subject), str(predicate), str(object_), *more))


def statistic_iri(*parts: str) -> NamedNode:
    """The IRI of a statistic: where it was reported and what it says."""
    return _node("statistic/" + content_hash(*parts))


def rejected_iri(response: NamedNode, claim: NamedNode) -> NamedNode:
    """The IRI of a claim that a correction ended in one response; in another round it may hold."""
    return _node("rejected/" + content_hash(response.value, claim.value))


def correction_iri(*parts: str) -> NamedNode:
    """The IRI of a correction: what a person decided of which response, and why."""
    return _node("correction/" + content_hash(*parts))


def merge_iri(*parts: str) -> NamedNode:
    """The IRI of a merge of two mentions."""
    return _node("merge/" + content_hash(*parts))


def geonames_iri(number: int) -> NamedNode:
    """A place in GeoNames."""
    return NamedNode(f"https://sws.geonames.org/{number}/")


_ILLEGAL = r"[\x00-\x20\x7f-\x9f<>\"{}|\\^`\ue000-\uf8ff\ufdd0-\ufdef\ufff0-\uffff\U000e0000-\U0010ffff]"
_IN_HOST = re.compile(_ILLEGAL)
_AFTER_HOST = re.compile(_ILLEGAL + r"|[\[\]]|%(?![0-9A-Fa-f]{2})|(?<=.)#")
"""After the host, brackets, a "%" that escapes nothing and a second "#" are illegal too."""


def url_iri(url: str) -> NamedNode | None:
    """A URL as printed as an IRI: with a scheme, and what no IRI may hold there escaped; None when it cannot be one."""
    whole = url if re.match(r"(?i)https?://", url) else "http://" + url
    host, after, fragment = re.match(r"(?s)(\w+://[^/?#]*)([^#]*)(.*)", whole).groups()  # type: ignore[union-attr]
    try:
        return NamedNode(
            _escape(host, _IN_HOST) + _escape(after, _AFTER_HOST) + _escape(fragment, _AFTER_HOST)
        )
    except ValueError:
        return None


def _escape(part: str, illegal: re.Pattern[str]) -> str:
    return illegal.sub(lambda match: quote(match[0], safe=""), part)
