"""What tells of one response and of no other: its sentences, names and links, cut so that no format breaks them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from ..resources import own_files
from ..store import Store, Stored, nquads, response_graphs
from ..vocabulary import BASE, PREFIXES, rdf, xsd
from .needles import Needles

__all__ = ["canaries"]

_CUT = re.compile(r"[\"'<>&\\`^{}|\x00-\x1f\x7f\u2028\u2029]+|(?<=[.!?;:。！？；：])\s+|\s\s+")
_WORDS = re.compile(r"\S{1,60}")
_TEXTS = frozenset({xsd.string.value, rdf.langString.value})
_VOCABULARIES = tuple(PREFIXES.values())
"""A term of these tells of no response; the files of this program write it with a prefix."""
_LONGEST = 40
_SHORTEST_NAME, _SHORTEST_PIECE = 8, 15
"""In bytes. A shorter name, or a shorter piece of a sentence, stands in too many places by chance."""


def canaries(store: Store, response: Stored) -> frozenset[str]:
    """The strings that the graphs of a response hold, and neither its name, any other graph of the store, nor this program itself."""
    own = frozenset(response_graphs(response.city, response.edition))
    needles = Needles(_candidates(quad for graph in sorted(own, key=str) for quad in store.quads(graph)))
    common = needles.found(f"{BASE}response/{response.city}/{response.edition} {response.city}".encode())
    for graph in store.graphs():
        if graph not in own:
            common |= needles.found(nquads(store.quads(graph)))
    for path in own_files():
        common |= needles.found(path.read_bytes())
    return needles.strings - common


def _candidates(quads: Iterable[Quad]) -> set[str]:
    found: set[str] = set()
    for quad in quads:
        for term in (quad.subject, quad.object):
            if isinstance(term, NamedNode) and not term.value.startswith(_VOCABULARIES):
                found |= _whole(term.value, _SHORTEST_PIECE)
            elif isinstance(term, Literal) and term.datatype.value in _TEXTS:
                found |= _whole(term.value, _SHORTEST_NAME) | set(_pieces(term.value))
    return found


def _whole(text: str, shortest: int) -> set[str]:
    """A short text, when nothing cuts it. Words around a quote begin and end in blanks, which others have elsewhere."""
    text = text.strip()
    fits = shortest <= len(text.encode()) and len(text) <= 5 * _LONGEST and not _CUT.search(text)
    return {text} if fits and not text.isdigit() else set()


def _pieces(text: str) -> Iterator[str]:
    """A text in pieces of some words each."""
    for sentence in _CUT.split(text):
        piece = ""
        for word in _WORDS.findall(sentence):
            if piece and len(piece) + len(word) >= _LONGEST:
                yield from _fit(piece)
                piece = ""
            piece = f"{piece} {word}" if piece else word
        yield from _fit(piece)


def _fit(piece: str) -> Iterator[str]:
    if len(piece.encode()) >= _SHORTEST_PIECE:
        yield piece
