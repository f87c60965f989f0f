"""Erasure that erases: a response that is withdrawn leaves a store, its exports and its site, and what it left elsewhere is looked for.

A graph that is removed from a RocksDB store stays readable in its files. So all is made anew of what remains, and takes the place of
the old; then every file is searched for the strings that only this response had.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from pyoxigraph import Quad

from ..errors import DataError, UsageError
from ..extract.contacts import Known, withhold
from ..output import for_folder, swept
from ..publish import MANIFEST, export, listed_in
from ..publish.site import base_of, publish
from ..store import Store, Stored, Withdrawal, changed, enriched_graph, load_graphs, response_graphs
from ..table import Table
from ..vocabulary import schema
from .canaries import canaries
from .needles import Needles
from .scan import OLD, Trace, traces

__all__ = ["Trace", "Withdrawn", "withdraw"]


_SIGNS = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Signs that no text has, and those that turn round how others are shown."""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What was withdrawn (or would be, when `done` is false): its quads, what was made anew, and where it still stands.

    `strings` is the number of strings that only this response had, by which it was looked for.
    """

    response: Withdrawal
    quads: int
    strings: int
    anew: tuple[str, ...]
    traces: tuple[Trace, ...]
    done: bool

    @property
    def erased(self) -> bool:
        """Whether nothing of it was found."""
        return self.done and not self.traces

    def table(self) -> Table:
        """A row for each file that still holds something of it."""
        rows = tuple((trace.path, trace.strings, trace.what) for trace in self.traces)
        return Table("traces", ("file", "strings", "what"), rows)

    def _repr_html_(self) -> str:
        """For notebooks."""
        return self.table()._repr_html_()


def withdraw(
    response: str,
    store: str | Path,
    *,
    reason: str,
    exports: str | Path | None = None,
    site: str | Path | None = None,
    scan: Iterable[str | Path] = (),
    dry_run: bool = False,
) -> Withdrawn:
    """Make a store anew without a response such as `fi-tampere/2022`, with its exports and its site, and look for what is left of it.

    The site and the exports change first and the store last: whoever is interrupted may start again. Exports keep their formats and the site its
    address. The day (of `SOURCE_DATE_EPOCH` when that is set, else of the clock, in UTC) and the reason stay in all of them. With `dry_run` nothing is
    written, and the places are searched as they are. UsageError when the response is not held, the reason is none or a folder to search is not there, DataError when
    a place is not what it should be.
    """
    place, pages, copies = Path(store), Path(site) if site is not None else None, _scanned(scan)
    tables = for_folder(exports) if exports is not None else None
    if not dry_run:
        for one in filter(None, (place, pages, tables)):
            swept(one)  # a withdrawal that was killed may have left the old store
    with Store.read_only(place) as old:
        gone = _held(old, response)
        needles = Needles(canaries(old, gone))
        said = Withdrawal(gone.city, gone.edition, _today(), _reason(reason, needles))
        formats = _formats(tables) if tables else []
        base = base_of(pages) if pages else ""
        quads = sum(1 for graph in response_graphs(gone.city, gone.edition) for _ in old.quads(graph))
        if not dry_run:
            with changed(place, anew=True) as new:
                _check_still(old)  # another process may have written while this one waited
                new.note_withdrawal(said)
                load_graphs(new, _remaining(old, gone))
                old.close()  # else its folder would stay, for there would be a reader
                if pages:
                    publish(new, pages, base)
                if tables:
                    export(new, tables, formats)
    anew = tuple(str(one) for one in (place, tables, pages) if one is not None)
    seen: set[Path] = set()
    found = [
        *traces(needles, map(Path, anew), seen),
        *(replace(trace, what=OLD) for trace in traces(needles, _beside(anew), seen)),
        *traces(needles, copies, seen, documents=True),
    ]
    return Withdrawn(said, quads, len(needles.strings), anew, tuple(found), not dry_run)


def _check_still(store: Store) -> None:
    """DataError when another store took the place of one that was opened: what came or went with it must not be undone."""
    pin = store.pin
    if pin and not pin.stands:
        raise DataError("another process has changed the store", file=str(store.path), hint="withdraw again")


def _held(store: Store, response: str) -> Stored:
    city, _, edition = response.partition("/")
    wanted = Stored(city, edition)
    if wanted in store.responses():
        return wanted
    before = next((one for one in store.withdrawn if (one.city, one.edition) == (city, edition)), None)
    held = ", ".join(f"{one.city}/{one.edition}" for one in store.responses()) or "no response"
    again = "; make exports and sites anew with export and publish"
    told = f"it was withdrawn on {before.date}{again}" if before else f"it holds {held}"
    raise UsageError(f"the store holds no response {response!r}", file=str(store.path), hint=told)


def _reason(given: str, needles: Needles) -> str:
    """The reason on one line; it is published, so it must not say again what is withdrawn."""
    reason = " ".join(_SIGNS.sub(" ", given).split())
    if not reason:
        raise UsageError(
            "a withdrawal needs its reason", hint="say in a sentence why, without names: it is published"
        )
    if needles.found(reason.encode()):
        raise UsageError(
            "the reason repeats words of the response", hint="it is published: say it in other words"
        )
    _, personal = withhold(reason, 0, Known())
    if personal:
        raise UsageError(
            f"the reason holds personal data ({personal[0].what})",
            hint="it is published: write of roles, and leave names and addresses of persons out",
        )
    return reason


def _scanned(folders: Iterable[str | Path]) -> list[Path]:
    """The folders and files to search, all of which are there: of a name that was mistyped, nothing would be found."""
    found = [Path(folder) for folder in folders]
    for one in found:
        if not (one.is_dir() or one.is_file()):
            raise UsageError(
                "there is neither a folder nor a file here", file=str(one), hint="name what is to be searched"
            )
    return found


def _today() -> str:
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given is None:
        return datetime.now(UTC).date().isoformat()
    try:
        return datetime.fromtimestamp(int(given), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(f"SOURCE_DATE_EPOCH is {given!r}, no number of seconds", hint="unset it") from error


def _formats(folder: Path) -> list[str]:
    found = listed_in(folder)
    if not found:
        raise DataError(
            f"there are no exports here (no {MANIFEST})", file=str(folder), hint="name their folder"
        )
    return found


def _remaining(store: Store, gone: Stored) -> Iterator[list[Quad]]:
    """All other graphs. What another endpoint told of places goes with the response when no other response names the place."""
    own, others = set(response_graphs(gone.city, gone.edition)), enriched_graph("").value
    graphs = [graph for graph in store.graphs() if graph not in own]
    places: set[object] = set()
    for graph in graphs:
        if not graph.value.startswith(others):
            quads = list(store.quads(graph))
            places.update(quad.object for quad in quads if quad.predicate == schema.sameAs)
            yield quads
    for graph in graphs:
        if graph.value.startswith(others):
            yield [q for q in store.quads(graph) if q.subject == graph or q.subject in places]


def _beside(places: Iterable[str]) -> list[Path]:
    """Old folders that could not be removed yet, for somebody still reads them."""
    found = (
        path
        for place in map(Path, places)
        for path in place.resolve().parent.glob(f".{place.resolve().name}.lgq-*")
    )
    return sorted(found)
