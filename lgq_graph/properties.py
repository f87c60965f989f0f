"""What a person may say of a thing: the names of properties, and the terms that their values are."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from .iri import url_iri
from .resources import resource
from .vocabulary import BASE, PREFIXES, cv, dct, eli, foaf, lgq, org, rdf, sdg, skos, xsd

__all__ = [
    "ADDABLE",
    "BY_CORRECTION",
    "THINGS",
    "fault_of",
    "local_name",
    "predicate_of",
    "short_name",
    "term_of",
]

BY_CORRECTION = "by-correction"
"""The rule, and the reason of a merge, that stands for what a person decided and the words do not say."""

ADDABLE: dict[NamedNode, str] = {
    lgq.contributesTo: "goal",
    lgq.function: "function",
    dct.audience: "audience",
    lgq.level: "law-level",
    eli.type_document: "law-type",
    eli.id_local: "words",
    eli.date_document: "date",
    foaf.page: "page",
    dct.description: "text",
    skos.altLabel: "text",
    lgq.appOf: "thing",
    lgq.approvedBy: "thing",
    cv.hasCompetentAuthority: "thing",
    org.linkedTo: "thing",
    org.postIn: "thing",
}
"""What can be said of a thing that is there, with the form of its value: a goal, a code of a list, words, another thing …"""

THINGS = frozenset(predicate for predicate, form in ADDABLE.items() if form == "thing")
"""The properties whose value is another thing, called by its name."""

_CODED = frozenset({"function", "audience", "law-level", "law-type"})
_PAGE = re.compile(r"https?://[^\s/?#]")
_DATE = re.compile(r"\d{4}(?:-\d{2}-\d{2})?")
_KNOWN = (*ADDABLE, rdf.type)


def short_name(iri: str) -> str:
    """A predicate or class as people write it: `lgq:contributesTo`."""
    for prefix, base in PREFIXES.items():
        if iri.startswith(base):
            return f"{prefix}:{iri.removeprefix(base)}"
    return iri


def local_name(name: str) -> str:
    """The name of a property without its prefix, by which it may be called too."""
    return name.rpartition(":")[2]


def predicate_of(name: str) -> NamedNode | None:
    """The property that is called so, among those of which something can be added; None for another."""
    for predicate in _KNOWN:
        if name in (short := short_name(predicate.value), local_name(short)):
            return predicate
    return None


def fault_of(property_: str, value: str) -> str:
    """Why a value cannot be added to a thing by this property; empty when it can."""
    predicate = predicate_of(property_)
    form = ADDABLE.get(predicate) if predicate else None
    if form is None:
        known = ", ".join(sorted(short_name(one.value) for one in ADDABLE))
        return f"nothing can be added by the property {property_!r}; there are {known}"
    if form != "thing" and term_of(property_, value, "und") is None:
        return f"this is no value of {property_}, which wants a {form}"
    return ""


def term_of(property_: str, value: str, language: str) -> NamedNode | Literal | None:
    """The term of a value; None when it is none, or the name of a thing."""
    predicate = predicate_of(property_)
    form = ADDABLE.get(predicate, "") if predicate else ""
    if form in _CODED:
        return _known(f"{BASE}code/{form}/{value}", f"codes-{form}.ttl")
    match form:
        case "goal":
            return _known(sdg.iri + value, "sdg.ttl")
        case "words":
            return Literal(value)
        case "text":
            return Literal(value, language=language)
        case "date" if _is_date(value):
            return Literal(value, datatype=xsd.gYear if len(value) == 4 else xsd.date)
        case "page" if _PAGE.match(value):
            return url_iri(value)
    return None


def _known(iri: str, file: str) -> NamedNode | None:
    return NamedNode(iri) if iri in _subjects(file) else None


def _is_date(value: str) -> bool:
    """Whether it is a year, or a day that the calendar has."""
    try:
        return bool(
            _DATE.fullmatch(value) and date.fromisoformat(value if len(value) > 4 else f"{value}-01-01")
        )
    except ValueError:
        return False


@cache
def _subjects(file: str) -> frozenset[str]:
    quads = parse(path=str(resource("ontology", file)), format=RdfFormat.TURTLE)
    return frozenset(q.subject.value for q in quads if isinstance(q.subject, NamedNode))
