"""The page of one thing as files: HTML by the template of its kind, and its data."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ....vocabulary import BASE, dct, foaf, lgq
from ..context import Site
from ..frame import Crumb, data_block
from ..kinds import KIND_WORDS
from ..names import outward
from ..paths import path_of
from .described import Description
from .sections import SECTIONS
from .twins import twins
from .views import view
from .words import reading

__all__ = ["page_files"]

_SCHEMA_ORG = {
    "portal": "WebSite", "service": "GovernmentService", "app": "MobileApplication", "platform": "WebApplication",
    "initiative": "Project", "strategy": "CreativeWork", "legislation": "Legislation", "organisation": "Organization",
    "city": "City", "country": "Country", "region": "AdministrativeArea", "response": "Dataset",
}  # fmt: skip
_SECTIONS: dict[str, tuple[Crumb, ...]] = {
    "goal": (("Goals", "sdg"),), "target": (("Goals", "sdg"),), "city": (("Cities", "cities"),), "question": (("Questions", "questions"),),
    "option": (("Questions", "questions"),), "section": (("Questions", "questions"),),
}  # fmt: skip

_SORTED = frozenset({"city", "response"})
"""Kinds whose page has a table to sort."""

_TOLD_OTHERWISE = frozenset({"answer", "response", "goal", "target", "question"})
"""Kinds whose template tells in its own way what points to a thing."""


def page_files(site: Site, found: Description) -> Iterator[tuple[str, bytes]]:
    """The page of a thing and its data."""
    path, kind = path_of(found.iri) or "", site.kind(found.iri)
    template, section = SECTIONS.get(kind, ("resource.html", None))
    shown = view(site.names, found, path, incoming=kind not in _TOLD_OTHERWISE)
    title = _TITLES[kind](site, found) if kind in _TITLES else shown.label
    more = section(site, found, path) if section else {}
    yield site.frame.page(
        template, path, title, crumbs=_crumbs(site, found.iri, kind), twins=True, scripts=("tables.js",) if kind in _SORTED else (), linked=_linked(site, found, title, kind),
        view=shown, iri=found.iri, kind=KIND_WORDS.get(kind, kind), **more,
    )  # fmt: skip
    yield from twins(path, found.blocks.values())


def _claim_title(site: Site, found: Description) -> str:
    (one,) = found.statements
    value = site.names.shown(one.object, "", found.labels).words
    return f"{site.names.of(one.subject, found.labels)} – {reading(one.predicate).says}: {value[:80]}"


def _answer_title(site: Site, found: Description) -> str:
    answer = found.answers.get(found.iri)
    asked = site.names.of(answer.question, found.labels) if answer else site.names.of(found.iri)
    edition = found.iri.split("/response/")[-1].split("/")[1]
    return f"{asked}, {site.names.of(site.names.city_of(found.iri))} {edition}"


def _merge_title(site: Site, found: Description) -> str:
    joined = [one.object.value for one in found.statements if one.predicate == lgq.entity.value]
    return f"Why mentions are one thing: {', '.join(map(site.names.of, joined))}"


_TITLES: Mapping[str, Callable[[Site, Description], str]] = {
    "claim": _claim_title,
    "answer": _answer_title,
    "merge": _merge_title,
}


def _crumbs(site: Site, iri: str, kind: str) -> tuple[Crumb, ...]:
    """The city or response to which a thing belongs, or the list in which it stands."""
    parts = iri[len(BASE) :].split("/") if iri.startswith(BASE) else []
    if parts[:1] == ["response"] and len(parts) > 3:
        response = f"response/{parts[1]}/{parts[2]}"
        return (("Cities", "cities"), _crumb(site, f"id/city/{parts[1]}"), _crumb(site, response))
    if parts[:1] == ["response"] or (
        parts[:1] == ["id"] and len(parts) == 4 and f"{BASE}id/city/{parts[1]}" in site.labels
    ):
        return (("Cities", "cities"), _crumb(site, f"id/city/{parts[1]}"))
    return _SECTIONS.get(kind, (("lgq-graph", ""),))


def _crumb(site: Site, path: str) -> Crumb:
    return site.names.of(BASE + path), path


def _linked(site: Site, found: Description, title: str, kind: str) -> str:
    """The thing in the words of schema.org, for those who read nothing else."""
    if kind not in _SCHEMA_ORG:
        return ""
    said: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": _SCHEMA_ORG[kind],
        "@id": found.iri,
        "name": title,
    }
    described = sorted(one.object.value for one in found.statements if one.predicate == dct.description.value)
    pages = sorted(
        one.object.value
        for one in found.statements
        if one.predicate == foaf.page.value and outward(one.object.value)
    )
    said |= {"description": described[0]} if described else {}
    said |= {"url": pages[0]} if pages else {}
    return data_block(json.dumps(said, ensure_ascii=False))
