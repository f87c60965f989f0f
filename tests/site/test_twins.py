"""The data beside pages, put together from blocks."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from pyoxigraph import Literal, NamedNode, Triple

from lgq_graph.publish.site.things.twins import blocks_of, joined, json_ld, n_triples, turtle, twins
from lgq_graph.vocabulary import BASE, dct, lgq, rdf, sdgo

A, B, C = (NamedNode(f"{BASE}id/x/{name}") for name in ("a", "a#char=1,2", "b"))
TRIPLES = [
    Triple(C, lgq.city, A),
    Triple(A, dct.title, Literal('two\nlines,{"@id":"x","y":1} .\n<a>', language="en")),
    Triple(A, rdf.type, lgq.Portal),
    Triple(A, lgq.city, C),
    Triple(A, lgq.city, B),
    Triple(B, sdgo.hasTarget, C),
]
"""A text that looks like the beginning of another thing in each format, and things that point to each other."""


def test_blocks_are_what_oxigraph_writes_of_all_at_once() -> None:
    """Byte by byte, whatever the order in which they come; the class first, and no prefix that is not used."""
    blocks = blocks_of(reversed(TRIPLES))
    assert list(blocks) == [B.value, A.value, C.value]
    ordered = [TRIPLES[place] for place in (5, 2, 1, 4, 3, 0)]
    used = {"dct": dct.iri, "lgq": lgq.iri, "sdgo": sdgo.iri, "rdf": rdf.iri}
    files = dict(twins("x", reversed(blocks.values())))
    assert files["x.nt"] == ox.serialize(ordered, format=ox.RdfFormat.N_TRIPLES)
    assert files["x.ttl"] == ox.serialize(ordered, format=ox.RdfFormat.TURTLE, prefixes=used)
    assert files["x.jsonld"] == (ox.serialize(ordered, format=ox.RdfFormat.JSON_LD) or b"") + b"\n"
    assert b"@prefix sdgo:" not in turtle([blocks[A.value]])


@pytest.mark.parametrize("cut", range(1, 4))
def test_what_two_say_of_a_thing_is_one_block(cut: int) -> None:
    """Each triple once; one who says the same changes nothing."""
    own = [triple for triple in TRIPLES if triple.subject == A]
    (whole,), (one,), (other,) = (blocks_of(some).values() for some in (own, own[:cut], own[cut - 1 :]))
    assert joined([other, one, other]) == joined([whole, whole]) == whole


def test_of_nothing_there_is_nothing() -> None:
    """No block, and files that hold no triple."""
    assert blocks_of(()) == {}
    assert (n_triples(()), turtle(()), json_ld(())) == (b"", b"", b"[]\n")
