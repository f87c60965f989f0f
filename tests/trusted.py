"""Short responses of three towns that do not exist, and a graph of some of them with its exports and its site."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lgq_graph.library import Graph, build, open_graph

__all__ = ["TOWNS", "made", "text_of"]

TOWNS = {
    "fi-tampere": ("Tampere", "Finland", "The lake district portal", "lakeside.example", "Everyone who rents a rowing boat from the harbour master pays “online” & by card."),
    "co-medellin": ("Medellín", "Colombia", "Ventanilla del valle", "valle.example", "Los vecinos piden la reparación de una lámpara desde su casa, y la reciben en nueve días."),
    "pl-krakow": ("Kraków", "Poland", "Brama miasta", "brama.example", "Residents of the old town choose the colour of each new tram in a vote every spring."),
}  # fmt: skip
"""By the slug of the town: its name and country, a portal with its host, and a sentence that no other says."""

_TEXT = """City and Country

1. City name *

{name}

2. Country name *

{country}

I. Institutional Framework

3. Which is the city's official e-government portal? *

{portal}: https://www.{host}/start

4. Please provide links for portals with the following services or features:

E-services or similar

• {portal} Desk – {sentence} – https://desk.{host}/services

5. E-participation or similar:

{sentence}
"""


def text_of(town: str) -> str:
    """The response of a town."""
    name, country, portal, host, sentence = TOWNS[town]
    return _TEXT.format(name=name, country=country, portal=portal, host=host, sentence=sentence)


def made(folder: Path, towns: Iterable[str] = TOWNS, *, site: bool = True) -> tuple[Path, Path, Path]:
    """The store, the exports and the site of some towns, below a folder; their texts are in `texts`."""
    (folder / "texts").mkdir(parents=True)
    for town in towns:
        (folder / "texts" / f"{town}.txt").write_text(text_of(town), encoding="utf-8")
    store, exports, pages = folder / "store", folder / "exports", folder / "site"
    build([folder / "texts"], edition="2022", store=store).store.close()
    with open_graph(store) as graph:
        _all(graph, exports, pages if site else None)
    return store, exports, pages


def _all(graph: Graph, exports: Path, site: Path | None) -> None:
    graph.export(exports)
    if site:
        graph.publish(site, "https://data.example.org/lgq/")
