"""Terms of Oxigraph as rdflib's: one converter, loud at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad

from ..errors import DataError
from ..vocabulary import xsd
from .solutions import Term

if TYPE_CHECKING:
    import rdflib

__all__ = ["rdflib_term", "rdflib_triple"]

_STRING = xsd.string.value


def rdflib_triple(quad: Quad) -> tuple[rdflib.term.Node, rdflib.term.Node, rdflib.term.Node]:
    """Subject, predicate and object of a quad."""
    return rdflib_term(quad.subject), rdflib_term(quad.predicate), rdflib_term(quad.object)


def rdflib_term(term: Term | DefaultGraph) -> rdflib.term.Identifier:
    """A term of Oxigraph as rdflib's, its lexical form untouched; DataError for what rdflib has no term for."""
    import rdflib

    match term:
        case NamedNode():
            return rdflib.URIRef(term.value)
        case BlankNode():
            return rdflib.BNode(term.value)
        case Literal() if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        case Literal():
            datatype = None if term.datatype.value == _STRING else rdflib.URIRef(term.datatype.value)
            return rdflib.Literal(term.value, datatype=datatype, normalize=False)
    raise DataError(f"rdflib has no term for {term!r}")
