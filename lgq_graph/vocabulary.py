"""Every term the code writes, as a constant; a test holds each against `ontology/` and the publishers' files.

`BASE` is the one place where the base of all minted IRIs is spelled out.
"""

from __future__ import annotations

from functools import cache

from pyoxigraph import NamedNode

from .model import Kind

__all__ = [
    "BASE",
    "CLASS_OF_KIND",
    "PREFIXES",
    "PUBLISHER",
    "Prefix",
    "code",
    "cv",
    "dct",
    "eli",
    "foaf",
    "lgq",
    "oa",
    "org",
    "prov",
    "rdf",
    "rdfs",
    "schema",
    "sdg",
    "sdgo",
    "sdmx_attribute",
    "sdmx_dimension",
    "sdmx_measure",
    "sioc",
    "skos",
    "xsd",
]

BASE = "https://w3id.org/lgq/"
PUBLISHER = NamedNode(BASE)
"""Who publishes the data and the ontology."""


class Prefix:
    """A namespace: `dct.title` and `dct["title"]` are its terms as named nodes."""

    def __init__(self, iri: str) -> None:
        self.iri = iri

    def __getattr__(self, local: str) -> NamedNode:
        if local.startswith("__"):
            raise AttributeError(local)
        term = self.__dict__[local] = NamedNode(self.iri + local.rstrip("_"))
        return term

    def __getitem__(self, local: str) -> NamedNode:
        return NamedNode(self.iri + local)


lgq = Prefix(BASE + "ontology#")
cpsv = Prefix("http://purl.org/vocab/cpsv#")
cv = Prefix("http://data.europa.eu/m8g/")
dcat = Prefix("http://www.w3.org/ns/dcat#")
dct = Prefix("http://purl.org/dc/terms/")
disco = Prefix("http://rdf-vocabulary.ddialliance.org/discovery#")
eli = Prefix("http://data.europa.eu/eli/ontology#")
foaf = Prefix("http://xmlns.com/foaf/0.1/")
oa = Prefix("http://www.w3.org/ns/oa#")
org = Prefix("http://www.w3.org/ns/org#")
owl = Prefix("http://www.w3.org/2002/07/owl#")
prov = Prefix("http://www.w3.org/ns/prov#")
qb = Prefix("http://purl.org/linked-data/cube#")
rdf = Prefix("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
rdfs = Prefix("http://www.w3.org/2000/01/rdf-schema#")
schema = Prefix("https://schema.org/")
sdg = Prefix("http://metadata.un.org/sdg/")
sdgo = Prefix("http://metadata.un.org/sdg/ontology#")
sdmx_attribute = Prefix("http://purl.org/linked-data/sdmx/2009/attribute#")
sdmx_dimension = Prefix("http://purl.org/linked-data/sdmx/2009/dimension#")
sdmx_measure = Prefix("http://purl.org/linked-data/sdmx/2009/measure#")
sioc = Prefix("http://rdfs.org/sioc/ns#")
skos = Prefix("http://www.w3.org/2004/02/skos/core#")
vann = Prefix("http://purl.org/vocab/vann/")
void = Prefix("http://rdfs.org/ns/void#")
xsd = Prefix("http://www.w3.org/2001/XMLSchema#")

PREFIXES: dict[str, str] = {
    "cpsv": cpsv.iri,
    "cv": cv.iri,
    "dcat": dcat.iri,
    "dct": dct.iri,
    "disco": disco.iri,
    "eli": eli.iri,
    "foaf": foaf.iri,
    "lgq": lgq.iri,
    "oa": oa.iri,
    "org": org.iri,
    "owl": owl.iri,
    "prov": prov.iri,
    "qb": qb.iri,
    "rdf": rdf.iri,
    "rdfs": rdfs.iri,
    "schema": schema.iri,
    "sdg": sdg.iri,
    "sdgo": sdgo.iri,
    "sdmx-attribute": sdmx_attribute.iri,
    "sdmx-dimension": sdmx_dimension.iri,
    "sdmx-measure": sdmx_measure.iri,
    "sioc": sioc.iri,
    "skos": skos.iri,
    "vann": vann.iri,
    "void": void.iri,
    "xsd": xsd.iri,
}
"""The prefixes of every export and query, by name."""

CLASS_OF_KIND: dict[Kind, NamedNode] = {
    Kind.PORTAL: lgq.Portal,
    Kind.SERVICE: lgq.OnlineService,
    Kind.APP: lgq.MobileApp,
    Kind.PLATFORM: lgq.Platform,
    Kind.INITIATIVE: lgq.Initiative,
    Kind.LEGISLATION: eli.LegalResource,
    Kind.STRATEGY: lgq.Strategy,
    Kind.ORGANISATION: org.Organization,
    Kind.ACCOUNT: sioc.UserAccount,
    Kind.NETWORK: lgq.CityNetwork,
    Kind.POST: org.Post,
}
"""The class of each kind. A platform for participation is `lgq:ParticipationPlatform`, a back-office one
`lgq:InformationSystem` (both narrower than `lgq:Platform`); a technical standard is `dct:Standard`."""


@cache
def code(scheme: str, concept: str) -> NamedNode:
    """A concept of one of the code lists: `code("bound", "more-than")`."""
    return NamedNode(f"{BASE}code/{scheme}/{concept}")
