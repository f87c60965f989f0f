"""The front page and the style."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from ...vocabulary import BASE
from .context import Site
from .withdrawn import withdrawn_pages

__all__ = ["files"]

_KINDS = ("portal", "platform", "service", "app", "initiative", "strategy")


def files(site: Site) -> Iterator[tuple[str, bytes]]:
    """`index.html` and `static/`."""
    yield from site.frame.own_files()
    editions: dict[str, list[str]] = defaultdict(list)
    for held in site.store.responses():
        editions[f"{BASE}id/city/{held.city}"].append(held.edition)
    named = Counter((site.names.city_of(iri), kind) for iri, kind in site.kinds.items())
    cities = sorted(editions, key=lambda iri: (site.names.of(iri).casefold(), iri))
    yield site.frame.page(
        "home.html", "", "What cities say of their digital government", scripts=("tables.js",), kinds=_KINDS, withdrawn=withdrawn_pages(site),
        things=sum(1 for kind in site.kinds.values() if kind in _KINDS),
        cities=[(site.names.link(iri, ""), ", ".join(editions[iri]), [named[iri, kind] for kind in _KINDS]) for iri in cities],
    )  # fmt: skip
