"""What a finding may tell of a graph: a log has more readers than a store, and the graph of a stranger was never searched for personal data."""

from __future__ import annotations

from functools import lru_cache

from pyoxigraph import BlankNode, Literal, NamedNode

from ..store import Term
from ..vocabulary import BASE, dct, lgq

__all__ = ["told_iri", "told_term", "told_words"]

_WITHHELD = BASE + ".well-known/genid/withheld"
_MAY_NAME = frozenset({lgq.byRole, lgq.fileName, dct.source})
"""Properties whose wrong value may be a name and nothing else: of a person in the place of a role, of a file."""


@lru_cache(maxsize=1 << 12)
def told_words(text: str) -> str:
    """A text without what is personal in it."""
    # the recognisers take their time, and most graphs have no findings
    from ..extract.contacts import Known, withhold

    return withhold(text, 0, Known())[0]


def told_iri(iri: str) -> str:
    """An IRI; in the place of one that tells of a person, another that tells nothing."""
    return iri if told_words(iri) == iri else _WITHHELD


def told_term(term: Term | None, path: NamedNode | None) -> str:
    """A value of a property as N-Triples write it, without what is personal; a blank node has no name that another run would give it."""
    bare = path in _MAY_NAME
    match term:
        case None | BlankNode():
            return ""
        case NamedNode():
            return f"<{_WITHHELD if bare else told_iri(term.value)}>"
        case Literal():
            words = "[withheld]" if bare else told_words(term.value)
            return str(term if words == term.value else _like(term, words))
        case _:
            return "" if bare or told_words(str(term)) != str(term) else str(term)


def _like(term: Literal, words: str) -> Literal:
    return Literal(words, language=term.language) if term.language else Literal(words, datatype=term.datatype)
