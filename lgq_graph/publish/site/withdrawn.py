"""What a reader finds at the IRI of a response that was withdrawn: that it was, when, and why; for machines, too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode

from ...store import Withdrawal
from ...vocabulary import BASE, Prefix, dct, xsd
from .context import Site
from .data.description import Description, en
from .paths import path_of

__all__ = ["files", "title_of", "withdrawals", "withdrawn_pages"]

_adms = Prefix("http://www.w3.org/ns/adms#")
_STATUS = NamedNode("http://publications.europa.eu/resource/authority/dataset-status/WITHDRAWN")


def files(site: Site) -> Iterator[tuple[str, bytes]]:
    """A page for each, at the path of its IRI, with its data beside it."""
    for path, one in withdrawn_pages(site):
        yield site.frame.page(
            "withdrawn.html", path, title_of(one), crumbs=(("Data", "data"),), twins=True, one=one
        )
        about = Description()
        withdrawals(about, [one])
        yield from about.twins(path)


def withdrawn_pages(site: Site) -> list[tuple[str, Withdrawal]]:
    """Each response that was withdrawn, with the path of its page."""
    return [(path_of(_iri(one).value) or "", one) for one in site.store.withdrawn]


def title_of(one: Withdrawal) -> str:
    """What its page is called."""
    return f"Withdrawn: the response {one.city} {one.edition}"


def withdrawals(about: Description, several: Iterable[Withdrawal]) -> None:
    """Say of each that it was withdrawn."""
    for one in several:
        about.say(
            _iri(one),
            {
                dct.title: en(title_of(one)), dct.description: en(f"Withdrawn on {one.date}. Reason: {one.reason}"),
                dct.modified: Literal(one.date, datatype=xsd.date), _adms.status: _STATUS,
            },
        )  # fmt: skip


def _iri(one: Withdrawal) -> NamedNode:
    return NamedNode(f"{BASE}response/{one.city}/{one.edition}")
