"""The catalogue in DCAT 3: the whole dataset, and a series with a dataset for each response, each with its dumps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from ....vocabulary import BASE, PUBLISHER, dcat, dct, foaf, lgq, rdf, skos, void, xsd
from .description import Description, Value, en, spdx, text
from .dumps import Dump
from .void import DATASET, LICENCE, SUMMARY, TITLE

__all__ = ["CATALOGUE", "SERIES", "Listed", "catalogue_description"]

CATALOGUE = NamedNode(f"{BASE}data")
"""The catalogue of the site."""

SERIES = NamedNode(f"{BASE}data#responses")
"""The series of the datasets of all responses."""

_IANA = "https://www.iana.org/assignments/media-types/"
_EU = "http://publications.europa.eu/resource/authority/"
_THEME = NamedNode(f"{_EU}data-theme/GOVE")
_PUBLIC = NamedNode(f"{_EU}access-right/PUBLIC")
_SHA256 = spdx.checksumAlgorithm_sha256
_KEYWORDS = (
    "digital government",
    "cities",
    "e-government",
    "Sustainable Development Goals",
    "Local Government Questionnaire",
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A response as the catalogue lists it: what its corpus graph says of it, and what of it can be taken away."""

    iri: NamedNode
    path: str
    city: str
    facts: Mapping[str, NamedNode | Literal]
    dumps: tuple[Dump, ...]

    @property
    def title(self) -> str:
        """What it is called."""
        return self._words(dct.title) or self.path

    @property
    def summary(self) -> str:
        """What its data are."""
        return self._words(dct.description) or self.title

    @property
    def edition(self) -> str:
        """The round of the survey."""
        return self._words(lgq.edition)

    @property
    def submitted(self) -> str:
        """The day on which it was handed in, empty when that is not known."""
        return self._words(dct.dateSubmitted)

    def _words(self, predicate: NamedNode) -> str:
        value = self.facts.get(predicate.value)
        return value.value if value else ""


def catalogue_description(base: str, dumps: Iterable[Dump], listed: Sequence[Listed]) -> Description:
    """The catalogue of the site, for `data/catalogue.ttl`."""
    about = Description()
    _authorities(about)
    _catalogue(about, base, listed)
    _series(about, listed)
    _whole(about, base, dumps, listed)
    for one in listed:
        _response(about, base, one)
    return about


def _catalogue(about: Description, base: str, listed: Sequence[Listed]) -> None:
    page = _page(about, f"{base}data/")
    about.say(
        CATALOGUE,
        {
            rdf.type: dcat.Catalog, dct.title: en(f"Catalogue of: {TITLE}"), dct.description: en("The dataset of all responses, and the response of each city as a dataset of its own."),
            dct.publisher: PUBLISHER, dct.license: LICENCE, foaf.homepage: page, dcat.dataset: [DATASET, SERIES, *(one.iri for one in listed)],
        },
    )  # fmt: skip


def _series(about: Description, listed: Sequence[Listed]) -> None:
    """A series is a dataset too, which the profile does not conclude by itself."""
    about.say(
        SERIES,
        {
            rdf.type: [dcat.DatasetSeries, dcat.Dataset], dct.title: en("Responses to the Local Government Questionnaire"), dct.publisher: PUBLISHER,
            dct.description: en("One dataset for each city and edition of the questionnaire."), dct.temporal: _periods(about, listed),
            dct.spatial: [city for one in listed for city in _city(about, one)],
        },
    )  # fmt: skip


def _whole(about: Description, base: str, dumps: Iterable[Dump], listed: Sequence[Listed]) -> None:
    about.say(
        DATASET,
        _common() | {
            rdf.type: [dcat.Dataset, void.Dataset], dct.title: en(TITLE), dct.description: en(SUMMARY), dct.temporal: _periods(about, listed),
            dcat.landingPage: _page(about, f"{base}data/"), dcat.distribution: [_distribution(about, base, dump) for dump in dumps],
        },
    )  # fmt: skip


def _common() -> dict[NamedNode, Value | Iterable[Value]]:
    return {
        dct.publisher: PUBLISHER, dct.license: LICENCE, dct.accessRights: _PUBLIC, dcat.theme: _THEME, dcat.keyword: [en(word) for word in _KEYWORDS],
    }  # fmt: skip


def _response(about: Description, base: str, one: Listed) -> None:
    about.say(
        one.iri,
        _common() | {
            rdf.type: [dcat.Dataset, lgq.Response], dct.title: en(one.title), dcat.inSeries: SERIES, dct.identifier: text(one.iri.value),
            dct.description: en(one.summary), lgq.edition: text(one.edition),
            dcat.landingPage: _page(about, f"{base}{one.path}/"), dct.spatial: _city(about, one), dct.temporal: _periods(about, [one]), dct.conformsTo: _form(about, one),
            dcat.distribution: [_distribution(about, base, dump) for dump in one.dumps], **_issued(one),
        },
    )  # fmt: skip


def _page(about: Description, address: str) -> NamedNode:
    page = NamedNode(address)
    about.add(page, rdf.type, foaf.Document)
    return page


def _issued(one: Listed) -> dict[NamedNode, Value]:
    return {dct.issued: Literal(one.submitted, datatype=xsd.date)} if one.submitted else {}


def _city(about: Description, one: Listed) -> list[NamedNode]:
    city = one.facts.get(lgq.city.value)
    if not isinstance(city, NamedNode):
        return []
    about.say(city, {rdf.type: dct.Location, skos.prefLabel: en(one.city)})
    return [city]


def _form(about: Description, one: Listed) -> list[NamedNode]:
    form = one.facts.get(lgq.form.value)
    if not isinstance(form, NamedNode):
        return []
    # the edition of the form, which need not be that of the response: a round may be read by an older form
    edition = form.value.rpartition("/")[2]
    about.say(form, {rdf.type: dct.Standard, dct.title: en(f"Local Government Questionnaire {edition}")})
    return [form]


def _periods(about: Description, listed: Iterable[Listed]) -> list[NamedNode]:
    """The years of the editions; an edition that is no year has none."""
    years = sorted({one.edition for one in listed if re.fullmatch(r"\d{4}", one.edition)})
    for year in years:
        ends = Literal(year, datatype=xsd.gYear)
        about.say(_period(year), {rdf.type: dct.PeriodOfTime, dcat.startDate: ends, dcat.endDate: ends})
    return [_period(year) for year in years]


def _period(year: str) -> NamedNode:
    return NamedNode(f"{BASE}data#edition-{year}")


def _distribution(about: Description, base: str, dump: Dump) -> NamedNode:
    place, file = _place(dump), NamedNode(base + dump.name)
    media = NamedNode(_IANA + dump.media)
    about.say(media, {rdf.type: dct.MediaType})
    checksum = NamedNode(f"{place.value}-sha256")
    about.say(
        place,
        {
            rdf.type: dcat.Distribution, dct.title: en(dump.title), dct.license: LICENCE, dcat.accessURL: file, dcat.downloadURL: file, dcat.mediaType: media,
            dcat.byteSize: Literal(str(dump.size), datatype=xsd.nonNegativeInteger), spdx.checksum: checksum,
        },
    )  # fmt: skip
    if dump.gzip:
        about.add(place, dcat.compressFormat, NamedNode(f"{_IANA}application/gzip"))
    about.say(checksum, {rdf.type: spdx.Checksum, spdx.algorithm: _SHA256, spdx.checksumValue: Literal(dump.sha256, datatype=xsd.hexBinary)})  # fmt: skip
    return place


def _place(dump: Dump) -> NamedNode:
    """A file of the whole is told on the data page, that of a response on the page of its graphs."""
    if dump.name.startswith("graph/"):
        return NamedNode(f"{BASE}{dump.name.removesuffix('.nq.gz')}#nq.gz")
    return NamedNode(f"{BASE}data#{dump.name.rpartition('/')[2]}")


def _authorities(about: Description) -> None:
    """What the things of others are that we point to, as an application profile wants it told."""
    about.say(PUBLISHER, {rdf.type: [foaf.Organization, foaf.Agent], foaf.name: en("The lgq-graph authors")})
    about.say(LICENCE, {rdf.type: dct.LicenseDocument})
    about.say(_PUBLIC, {rdf.type: dct.RightsStatement})
    about.say(_THEME, {rdf.type: skos.Concept, skos.prefLabel: en("Government and public sector")})
    about.say(_SHA256, {rdf.type: spdx.ChecksumAlgorithm})
    about.say(NamedNode(f"{_IANA}application/gzip"), {rdf.type: dct.MediaType})
