"""What a program calls: build a graph from files, ask it, check it, export it, have it explained.

>>> import lgq_graph as lgq
>>> g = lgq.build(["examples"])                               # doctest: +SKIP
>>> g.query("services-by-sdg", goal=6).to_records()           # doctest: +SKIP
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType

from .errors import InputError, ShapeViolation, UsageError
from .pipeline import EDITION, Built, build_response, responses_once
from .private import write_contacts
from .publish import export
from .query import Argument, run
from .read import extensions
from .store import Store, Stored
from .table import Table
from .validate import Report, validate

__all__ = ["Graph", "build", "files_in", "open_graph", "write_contacts"]


class Graph:
    """A store of responses with everything that can be done with it. Use it as a context manager, or close it."""

    def __init__(self, store: Store, built: tuple[Built, ...] = ()) -> None:
        self.store = store
        self.built = built

    def __enter__(self) -> Graph:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.store.close()

    def __len__(self) -> int:
        return len(self.store)

    def responses(self) -> tuple[Stored, ...]:
        """The responses held, sorted."""
        return self.store.responses()

    def query(self, name: str, /, **arguments: Argument | None) -> Table:
        """A query of the catalogue; UsageError for an unknown name or a wrong parameter."""
        return run(self.store, name, **arguments)

    def validate(self) -> Report:
        """The report of the shapes."""
        return validate(self.store)

    def export(self, folder: str | Path, formats: Iterable[str] = ()) -> dict[str, bytes]:
        """Write the exports of some formats (all by default) and their manifest into a folder."""
        return export(self.store, folder, formats)

    def explain(self, entity: str) -> Table:
        """Every statement about an entity (its IRI or its name), each with question and quote."""
        return self.query("evidence-of-entity", entity=self.find(entity))

    def find(self, entity: str) -> str:
        """The IRI of an entity given by IRI or by one of its names; UsageError when none or several have it."""
        rows = self.query("entities").to_records()
        wanted = entity.strip().casefold()
        names = {
            str(row["entity"]): {
                str(row["name"]).casefold(),
                *str(row["alternative_names"] or "").casefold().split(" | "),
            }
            for row in rows
        }
        found = sorted(iri for iri, known in names.items() if wanted == iri.casefold() or wanted in known)
        if len(found) == 1:
            return found[0]
        if found:
            raise UsageError(
                f"{len(found)} entities are called {entity!r}", hint="give one of these: " + " ".join(found)
            )
        near = sorted(iri for iri, known in names.items() if any(wanted in name for name in known))[:5]
        raise UsageError(
            f"no entity is called {entity!r}",
            hint="near: " + (" ".join(near) or "none; see `lgq-graph query entities`"),
        )


def files_in(sources: Iterable[str | Path]) -> tuple[Path, ...]:
    """The files of some paths; a folder stands for the responses in it. InputError when a path is missing or holds none."""
    return tuple(file for source in sources for file in _files(Path(source)))


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    found = sorted(
        p for p in path.iterdir() if p.suffix.lower() in extensions() and p.name.upper() != "README.MD"
    )
    if not found:
        raise InputError(
            "this folder holds no response",
            file=str(path),
            hint=f"responses are files named {', '.join('*' + e for e in extensions())}",
        )
    yield from found


def build(
    sources: Iterable[str | Path],
    *,
    edition: str = EDITION,
    store: str | Path | None = None,
    check: bool = True,
) -> Graph:
    """Read responses into a graph, in memory or at `store`.

    Nothing is written unless every response can be read and, with `check`, the graph keeps its shapes (ShapeViolation
    otherwise). A response that the store holds already is replaced.
    """
    if isinstance(sources, (str, os.PathLike)):
        sources = [sources]
    built = responses_once(build_response(file, edition) for file in files_in(sources))
    trial = _filled(Store(), built)
    if check:
        report = validate(trial)
        if not report.conforms:
            raise ShapeViolation(
                report.text(),
                hint="look at it with: lgq-graph build … --no-check -o STORE && lgq-graph validate --store STORE",
            )
    return Graph(trial if store is None else _filled(Store(store), built), built)


def _filled(store: Store, built: tuple[Built, ...]) -> Store:
    store.load_ontology()
    for item in built:
        store.replace(item.quads, item.city, item.response.edition)
    return store


def open_graph(path: str | Path) -> Graph:
    """A graph built before, to ask and export; nothing in it can change."""
    return Graph(Store.read_only(path))
