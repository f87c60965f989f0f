"""Triples as Turtle, JSON-LD and N-Triples: written by Oxigraph in one order, each once, the class of a thing first.

What is said of one thing is a block, the same on whatever page it stands; so the blocks of a city are written at one go,
and the data beside a page are some of them put together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

import pyoxigraph as ox
from pyoxigraph import Triple

from ....vocabulary import rdf
from ..terms import NAMESPACES

__all__ = ["Block", "blocks_of", "joined", "json_ld", "n_triples", "turtle", "twins"]

_NAMESPACES = dict(sorted(NAMESPACES.items(), key=lambda pair: (-len(pair[1]), pair[0])))
"""The longest first, as Oxigraph declares them and looks for one that fits."""
_OPENING = re.compile(b"<(%s)" % b"|".join(re.escape(iri).encode() for iri in _NAMESPACES.values()))
_NAMES = {iri.encode(): name for name, iri in _NAMESPACES.items()}
_TYPE = f" {rdf.type} ".encode()
_NEXT_IN_TURTLE = re.compile(rb"(?<=\n)(?!\t|\Z)")
"""Where a thing begins; a line that goes on with one begins with a tab, and no line ends within a literal."""
_NEXT_IN_JSON_LD = re.compile(rb',(?=\{"@id":"[^"]*",)')
"""Where a thing begins; one that is only pointed at has no second key."""


class Block(NamedTuple):
    """All triples of one subject, as each of the formats has them, and the prefixes that its Turtle uses."""

    n_triples: bytes
    turtle: bytes
    json_ld: bytes
    prefixes: frozenset[str]


def blocks_of(triples: Iterable[Triple]) -> dict[str, Block]:
    """The block of each subject, by its IRI, in the order of a file."""
    if not (found := list(triples)):
        return {}
    lines = _serialized(found, ox.RdfFormat.N_TRIPLES).splitlines(keepends=True)
    by_line = dict(zip(lines, found, strict=True))
    order = sorted(by_line, key=_place)
    found = [by_line[line] for line in order]
    prefixes = _used(b"".join(order))
    in_turtle = _serialized(found, ox.RdfFormat.TURTLE, prefixes)[len(_head(prefixes)) :]
    in_json_ld = _serialized(found, ox.RdfFormat.JSON_LD)[1:-1]
    parts = zip(
        groupby(order, _subject),
        _NEXT_IN_TURTLE.split(in_turtle),
        _NEXT_IN_JSON_LD.split(in_json_ld),
        strict=True,
    )
    return {subject.decode().strip("<>"): _block(own, *others) for (subject, own), *others in parts}


def _block(lines: Iterable[bytes], in_turtle: bytes, in_json_ld: bytes) -> Block:
    own = b"".join(lines)
    return Block(own, in_turtle, in_json_ld, _used(own))


def joined(blocks: Iterable[Block]) -> Block:
    """One block of what several say of the same subject."""
    found = dict.fromkeys(blocks)
    if len(found) == 1:
        return next(iter(found))
    parsed = ox.parse(b"".join(block.n_triples for block in found), format=ox.RdfFormat.N_TRIPLES)
    (whole,) = blocks_of(quad.triple for quad in parsed).values()
    return whole


def n_triples(blocks: Iterable[Block]) -> bytes:
    """The blocks as N-Triples, one statement a line."""
    return b"".join(block.n_triples for block in blocks)


def turtle(blocks: Iterable[Block]) -> bytes:
    """The blocks as Turtle, of which only the prefixes that it uses are declared."""
    blocks = list(blocks)
    used = frozenset[str]().union(*(block.prefixes for block in blocks))
    return _head(used) + b"".join(block.turtle for block in blocks)


def json_ld(blocks: Iterable[Block]) -> bytes:
    """The blocks as JSON-LD in expanded form: it is read the same everywhere, and no reader must fetch a context."""
    return b"[" + b",".join(block.json_ld for block in blocks) + b"]\n"


def twins(path: str, blocks: Iterable[Block]) -> Iterator[tuple[str, bytes]]:
    """The files of data beside the page of a path, from blocks in any order."""
    ordered = sorted(blocks, key=lambda block: block.n_triples)
    yield f"{path}.nt", n_triples(ordered)
    yield f"{path}.ttl", turtle(ordered)
    yield f"{path}.jsonld", json_ld(ordered)


def _used(lines: bytes) -> frozenset[str]:
    return frozenset(_NAMES[namespace] for namespace in _OPENING.findall(lines))


def _serialized(
    triples: Iterable[Triple], format_: ox.RdfFormat, prefixes: frozenset[str] = frozenset()
) -> bytes:
    namespaces = {name: iri for name, iri in _NAMESPACES.items() if name in prefixes}
    return ox.serialize(triples, format=format_, prefixes=namespaces or None) or b""


@lru_cache(maxsize=1024)
def _head(prefixes: frozenset[str]) -> bytes:
    """The declarations of some prefixes, as Oxigraph writes them."""
    return "".join(
        f"@prefix {name}: <{iri}> .\n" for name, iri in _NAMESPACES.items() if name in prefixes
    ).encode()


def _subject(line: bytes) -> bytes:
    return line.partition(b" ")[0]


def _place(line: bytes) -> bytes:
    """A line that says a class sorts before the others of its subject, since a space sorts before a bracket."""
    return line.replace(_TYPE, b"  ", 1)
