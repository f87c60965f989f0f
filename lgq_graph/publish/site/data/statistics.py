"""What VoID counts, in one pass over sorted lines: graphs taken as one, so that a triple that stands in two counts once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import blake2b

from ....vocabulary import BASE, rdf, sdg
from .lines import Response

__all__ = ["TARGETS", "Statistics"]

TARGETS: Mapping[str, str] = {
    "geonames": "https://sws.geonames.org/",
    "m49": f"{sdg.iri}codes/geoArea/",
    "sdg": sdg.iri,
    "eu-authority": "http://publications.europa.eu/resource/authority/",
}
"""Other datasets that ours links to, by the beginning of their IRIs; the narrower one stands before the wider."""

_STARTS = {f"<{start}".encode(): name for name, start in TARGETS.items()}
_OUTER = tuple(_STARTS)
_TYPE = str(rdf.type).encode()
_REIFIED = frozenset(str(term).encode() for term in (rdf.type, rdf.object, rdf.subject, rdf.predicate))
_OURS = f"<{BASE}".encode()


class Statistics:
    """Counts of distinct triples, subjects, objects, and of each property, class and link.

    What begins with the IRI of a response stands in the graphs of this response alone, and is told apart there; of all
    else a digest is kept, since another response may say the same.
    """

    def __init__(self) -> None:
        self.triples = 0
        self.by_property: Counter[str] = Counter()
        self.by_class: Counter[str] = Counter()
        self.links: Counter[tuple[str, str]] = Counter()
        self.subjects = 0
        """How many things something is said of."""
        self.entities = 0
        """How many of these have an IRI of ours."""
        self.objects = 0
        """How many different objects there are, literals too."""
        self._seen: dict[str, set[bytes]] = {"triples": set(), "subjects": set(), "objects": set()}

    def add_response(self, response: Response) -> None:
        """Count the four graphs of a response."""
        iri = response.iri.value
        self.add(response.lines.values(), own=(f"<{iri}>".encode(), f"<{iri}/".encode()))

    def add(self, graphs: Iterable[list[bytes]], own: tuple[bytes, ...] = ()) -> None:
        """Count some graphs; `own` is how IRIs begin that stand in no other."""
        lines = self._fresh("triples", set().union(*graphs), own)
        split = [line[:-3].split(b" ", 2) for line in lines]
        self.triples += len(split)
        _count(self.by_property, (p for _, p, _ in split))
        _count(self.by_class, (o for _, p, o in split if p == _TYPE))
        self._link(split)
        subjects = self._fresh("subjects", {s for s, _, _ in split}, own)
        self.subjects += len(subjects)
        self.entities += sum(subject.startswith(_OURS) for subject in subjects)
        self.objects += len(self._fresh("objects", {o for _, _, o in split}, own))

    def _link(self, split: list[list[bytes]]) -> None:
        for subject, predicate, value in split:
            if value.startswith(_OUTER) and subject.startswith(_OURS) and predicate not in _REIFIED:
                target = next(name for start, name in _STARTS.items() if value.startswith(start))
                self.links[target, predicate[1:-1].decode()] += 1

    def _fresh(self, what: str, found: set[bytes], own: tuple[bytes, ...]) -> list[bytes]:
        """Those not met before."""
        ours = {one for one in found if one.startswith(own)} if own else set()
        digests = {blake2b(one, digest_size=16).digest(): one for one in found - ours}
        fresh = digests.keys() - self._seen[what]
        self._seen[what] |= fresh
        return [*ours, *(digests[digest] for digest in fresh)]


def _count(counter: Counter[str], terms: Iterable[bytes]) -> None:
    """Count IRIs in their brackets."""
    for term, times in Counter(terms).items():
        counter[term[1:-1].decode()] += times
