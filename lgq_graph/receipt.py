"""What is kept of each response once its quads are written: small enough that thousands of them are no burden."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .errors import InputError
from .iri import graph_iri
from .model import Status, Withheld
from .store import Stored
from .vocabulary import rdf

if TYPE_CHECKING:  # the recognisers take half a second to load, and a receipt needs none
    from .pipeline import Built

__all__ = ["Receipt", "receipt_of"]


@dataclass(frozen=True, slots=True)
class Receipt:
    """One response in numbers: where it came from, the form that read it, what was made of it, what was withheld.

    `findings` counts those of the shapes; None where they were not checked. `corrections` counts those of this response,
    `unmatched` reports the ones among them that no longer match. `placed` says whether the gazetteer knows the city.
    """

    city: str
    edition: str
    name: str
    source: str
    form: str
    statuses: tuple[tuple[Status, int], ...]
    unlisted: int
    entities: int
    claims: int
    stated: int
    quads: int
    findings: int | None
    withheld: tuple[Withheld, ...]
    corrections: int = 0
    unmatched: tuple[InputError, ...] = ()
    placed: bool = True

    @property
    def key(self) -> Stored:
        """The response as a store knows it."""
        return Stored(self.city, self.edition)

    def count(self, status: Status) -> int:
        """How many questions have a status."""
        return dict(self.statuses).get(status, 0)


def receipt_of(built: Built, findings: int | None = None) -> Receipt:
    """The receipt of a response that was built, with the number of findings where its shapes were checked."""
    response = built.response
    stated = graph_iri(response.city, response.edition, "stated")
    statuses = Counter(answer.status for answer in response.answers)
    return Receipt(
        built.city, response.edition, response.city.name, response.source, built.questionnaire.edition,
        tuple((status, statuses[status]) for status in Status if statuses[status]),
        sum(bool(answer.asked) for answer in response.answers),
        len(built.entities),
        sum(quad.predicate == rdf.subject for quad in built.quads),
        sum(quad.graph_name == stated for quad in built.quads),
        len(built.quads), findings, response.withheld, len(built.corrections), built.unmatched,
        response.city.geonames is not None,
    )  # fmt: skip
