"""The dataset in VoID: how much it holds, under which classes and properties, what it links to, and where its dumps are."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from pyoxigraph import NamedNode

from ....vocabulary import BASE, PUBLISHER, Prefix, dct, foaf, rdf, void
from ..terms import curie, namespace
from .description import Description, Value, en, text
from .dumps import Dump
from .statistics import TARGETS, Statistics

__all__ = ["DATASET", "LICENCE", "REFERENCE", "SUMMARY", "TITLE", "void_description"]

DATASET = NamedNode(f"{BASE}data#lgq")
"""All responses as one dataset."""

REFERENCE = NamedNode(f"{BASE}data#reference")
"""The ontology, the code lists, the goals and the questionnaire."""

LICENCE = NamedNode("https://creativecommons.org/licenses/by/4.0/")
"""Under which all of it may be used; a test holds it and the publisher against the ontology."""

TITLE = "Local Government Questionnaire as linked data"
"""What the dataset is called."""

SUMMARY = "What cities answered to the UN Local Government Questionnaire, each statement with the words it came from."
"""What the dataset is, in a sentence."""

_formats = Prefix("http://www.w3.org/ns/formats/")
_WHOLE = SUMMARY + (
    " All counts are of the triples of the named graphs graph/{city}/{edition}/stated, inferred, corpus and claims of all responses, taken as one graph: a triple that stands "
    "in several of them counts once. The ontology, the code lists, the goals of the UN and the questionnaire are not in the counts; they are a dataset of their own. The dump in N-Quads holds them too, in their graphs."
)
_REFERENCE = (
    "The ontology, the code lists, the goals and targets of the UN, and the editions of the questionnaire: what the responses are told in. "
    "All counts are of the triples of these named graphs, taken as one graph."
)
_LINKED = {
    "geonames": "GeoNames",
    "m49": "UN M49 geographic areas",
    "sdg": "UN Sustainable Development Goals",
    "eu-authority": "Authority tables of the EU Publications Office",
}


def void_description(
    base: str,
    responses: Statistics,
    reference: Statistics,
    dumps: Iterable[Dump],
    examples: Iterable[NamedNode],
) -> Description:
    """The description of the site's dataset, for `void.ttl`."""
    about = Description()
    document = NamedNode(f"{base}void.ttl")
    about.say(document, {rdf.type: void.DatasetDescription, dct.title: en(f"VoID description of: {TITLE}"), dct.creator: PUBLISHER, foaf.primaryTopic: DATASET})  # fmt: skip
    about.say(PUBLISHER, {rdf.type: foaf.Organization, foaf.name: en("The lgq-graph authors")})
    whole = [NamedNode(base + dump.name) for dump in dumps if dump.name.startswith("data/lgq") and dump.gzip]
    about.say(
        DATASET,
        {
            dct.title: en(TITLE), dct.description: en(_WHOLE), foaf.page: NamedNode(f"{base}data/"),
            void.dataDump: whole, void.exampleResource: examples, void.feature: [_formats.Turtle, _formats["N-Triples"], _formats["N-Quads"], _formats["JSON-LD"]],
        },
    )  # fmt: skip
    about.say(
        REFERENCE,
        {dct.title: en("Ontology, code lists, goals and questionnaire"), dct.description: en(_REFERENCE)},
    )
    for dataset, counts in ((DATASET, responses), (REFERENCE, reference)):
        _counted(about, dataset, counts)
    _targets(about, {name for counts in (responses, reference) for name, _ in counts.links})
    return about


def _counted(about: Description, dataset: NamedNode, counts: Statistics) -> None:
    about.say(
        dataset,
        {
            rdf.type: void.Dataset, dct.license: LICENCE, dct.publisher: PUBLISHER,
            void.uriSpace: text(BASE), void.triples: counts.triples, void.entities: counts.entities,
            void.distinctSubjects: counts.subjects, void.distinctObjects: counts.objects,
            void.classes: len(counts.by_class), void.properties: len(counts.by_property),
            void.vocabulary: [NamedNode(iri) for iri in sorted({namespace(term) for term in [*counts.by_class, *counts.by_property]})],
        },
    )  # fmt: skip
    for term, entities in sorted(counts.by_class.items()):
        _part(about, dataset, void.classPartition, {void.class_: NamedNode(term), void.entities: entities})
    for term, triples in sorted(counts.by_property.items()):
        _part(about, dataset, void.propertyPartition, {void.property: NamedNode(term), void.triples: triples})
    for (target, predicate), triples in sorted(counts.links.items()):
        linkset = _piece(f"{_of(dataset)}-to-{target}-by-{_name(predicate)}")
        about.add(dataset, void.subset, linkset)
        about.say(
            linkset,
            {
                rdf.type: void.Linkset, void.linkPredicate: NamedNode(predicate), void.subjectsTarget: dataset,
                void.objectsTarget: _target(target), void.triples: triples,
            },
        )  # fmt: skip


def _part(about: Description, dataset: NamedNode, kind: NamedNode, said: dict[NamedNode, Value]) -> None:
    term = next(value.value for value in said.values() if isinstance(value, NamedNode))
    what = "class" if kind == void.classPartition else "property"
    part = _piece(f"{_of(dataset)}-{what}-{_name(term)}")
    about.add(dataset, kind, part)
    about.say(part, {rdf.type: void.Dataset, **said})


def _targets(about: Description, names: Iterable[str]) -> None:
    for name in sorted(names):
        about.say(_target(name), {rdf.type: void.Dataset, dct.title: en(_LINKED[name]), void.uriSpace: text(TARGETS[name])})  # fmt: skip


def _target(name: str) -> NamedNode:
    return _piece(name)


def _piece(name: str) -> NamedNode:
    """What is told of in `void.ttl` alone."""
    return NamedNode(f"{BASE}void.ttl#{name}")


def _of(dataset: NamedNode) -> str:
    return dataset.value.partition("#")[2]


def _name(iri: str) -> str:
    """A term as part of a fragment: `lgq-Portal`; of a vocabulary without a prefix, its local name and a hash."""
    short = curie(iri)
    if short != iri:
        return short.replace(":", "-", 1)
    return f"{iri.removeprefix(namespace(iri))}-{sha256(iri.encode()).hexdigest()[:8]}"
