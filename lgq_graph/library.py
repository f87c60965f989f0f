"""What a program calls: build a graph from files, ask it, check it, export it, have it explained.

>>> import lgq_graph as lgq
>>> g = lgq.build(["examples"])                               # doctest: +SKIP
>>> g.query("services-by-sdg", goal=6).to_records()           # doctest: +SKIP
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from .errors import InputError, LgqError, OutputError, UsageError
from .inspection import summary_table
from .output import beside, for_file, for_folder, staged, swept, write_whole
from .parallel import Run, one_by_one, processes
from .private import write_contacts
from .publish import export
from .query import Argument, Endpoint, names_in, notes_of, run, run_at
from .read import extensions, find_files
from .receipt import Receipt
from .remote import Enriched, Pushed, Target, download, enrich, push
from .store import Manifest, Store, Stored, Withdrawal, place_for_store, response_graphs, written
from .table import Table
from .validate import Report, validate
from .vocabulary import BASE

if TYPE_CHECKING:  # the recognisers take half a second to load, and only building needs them
    from .analyse import Analysis
    from .beside import Beside
    from .parts import Part
    from .pipeline import Built
    from .verification import Verification
    from .withdrawal import Withdrawn

__all__ = [
    "Graph",
    "Remote",
    "at_endpoint",
    "build",
    "files_in",
    "open_graph",
    "review",
    "taken_from",
    "verify",
    "withdraw",
    "write_contacts",
]


class Asked:
    """What can be asked by the catalogue alone, wherever the graph is."""

    def query(self, name: str, /, **arguments: Argument | None) -> Table:
        """A query of the catalogue; UsageError for an unknown name or a wrong parameter."""
        raise NotImplementedError

    def analysis(self) -> Analysis:
        """Its networks, measures and pictures."""
        from .analyse import Analysis  # NetworkX takes its time, and building needs none

        return Analysis(self.query)

    def explain(self, entity: str) -> Table:
        """Every statement about an entity (its IRI or its name), each with question and quote; notes tell what a person rejected of it."""
        thing = self.find(entity)
        said, rejected = (
            self.query(name, entity=thing) for name in ("evidence-of-entity", "rejected-claims")
        )
        return replace(said, notes=(*said.notes, *notes_of(rejected, thing)))

    def find(self, entity: str) -> str:
        """The IRI of an entity or partner given by IRI or by one of its names; UsageError when none or several have it.

        When none has it, it may be of a thing that a person rejected.
        """
        wanted, names = entity.strip().casefold(), self._names()
        found = _called(wanted, names) or _called(wanted, names_in(self.query("rejected-claims")))
        if len(found) == 1:
            return found[0]
        if found:
            raise UsageError(
                f"{len(found)} things are called {entity!r}", hint="give one of these: " + " ".join(found)
            )
        near = sorted(iri for iri, known in names.items() if any(wanted in name for name in known))[:5]
        raise UsageError(
            f"nothing is called {entity!r}",
            hint="near: " + " ".join(near) if wanted and near else "see `lgq-graph query entities`",
        )

    def _names(self) -> dict[str, set[str]]:
        """What entities and partners are called, in lower case, by IRI."""
        names: dict[str, set[str]] = defaultdict(set)
        for row in self.query("entities").to_records():
            words = f"{row['name']} | {row['alternative_names'] or ''}".casefold()
            names[str(row["entity"])] |= {*words.split(" | ")} - {""}
        for row in self.query("partners").to_records():
            names[str(row["partner"])].add(str(row["name"]).casefold())
        return names

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing is open."""


def _called(wanted: str, names: Mapping[str, set[str]]) -> list[str]:
    return sorted(iri for iri, known in names.items() if wanted in (iri.casefold(), *known))


class Remote(Asked):
    """A graph at a SPARQL endpoint, asked there and never downloaded."""

    def __init__(self, endpoint_url: str) -> None:
        self.endpoint = Endpoint(endpoint_url)

    def query(self, name: str, /, **arguments: Argument | None) -> Table:
        """A query of the catalogue; DataError when the endpoint fails."""
        return run_at(self.endpoint.url, name, timeout=0, **arguments)


class Graph(Asked):
    """A store of responses with everything that can be done with it. Use it as a context manager, or close it.

    `receipts` say what was built here; `built` is all that was made of it, for a graph in memory: one on disk may be of
    thousands of responses. `unmatched` reports the corrections that no longer match what was read.
    """

    def __init__(
        self,
        store: Store,
        built: tuple[Built, ...] = (),
        receipts: tuple[Receipt, ...] = (),
        unmatched: tuple[InputError, ...] = (),
    ) -> None:
        self.store = store
        self.built = built
        self.receipts = receipts
        self.unmatched = unmatched

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.store.close()

    def __len__(self) -> int:
        return len(self.store)

    def _repr_html_(self) -> str:
        """For notebooks: the responses, and how much each answers."""
        return self.query("responses")._repr_html_()

    def responses(self) -> tuple[Stored, ...]:
        """The responses held, sorted."""
        return self.store.responses()

    def query(self, name: str, /, **arguments: Argument | None) -> Table:
        """A query of the catalogue; UsageError for an unknown name or a wrong parameter."""
        return run(self.store, name, **arguments)

    def validate(self, engine: str = "sparql") -> Report:
        """The report of the shapes. `engine` is `sparql`, or `pyshacl`, which takes longer; UsageError for another."""
        return validate(self.store, engine)

    def export(self, folder: str | Path, formats: Iterable[str] = ()) -> dict[str, bytes]:
        """Write the exports of some formats (all by default) and their manifest into a folder."""
        return export(self.store, folder, formats)

    def publish(self, folder: str | Path, base: str = BASE, jobs: int = 1) -> int:
        """Write the site into a folder, which it replaces whole; the number of its files. `base` is the address at which it is
        served; with `jobs` above 1 a graph on disk is read by so many processes.

        UsageError when `base` is no address, OutputError when the folder holds something that is no site.
        """
        from .publish.site import publish  # Jinja2 and the gazetteer take their time

        return publish(self.store, folder, base, jobs)

    def summary(self) -> Table:
        """What was built here, a row for each response; findings are those of the shapes, where they were checked."""
        return summary_table(self.receipts)

    def push(self, target: Target, told: Callable[[Pushed], None] = lambda _: None) -> tuple[Pushed, ...]:
        """Bring all graphs to an endpoint, and read each back."""
        return push(self.store, target, told)

    def enrich(self, endpoint_url: str, date: str = "") -> Enriched:
        """Ask an endpoint such as Wikidata for population and coordinates of the places, into a graph of its own.

        A store on disk is exchanged for one that has it.
        """
        return enrich(self.store, Endpoint(endpoint_url), date=date)


def files_in(sources: Iterable[str | Path]) -> tuple[Path, ...]:
    """The files of some paths; a folder or a pattern stands for the responses in it. InputError when it holds none."""
    return tuple(find_files(sources, extensions))


def build(
    sources: Iterable[str | Path],
    *,
    edition: str | None = None,
    store: str | Path | None = None,
    check: bool = True,
    on_error: Callable[[LgqError], None] | None = None,
    jobs: int = 1,
    scheduler: str | None = None,
    parts: str | Path | None = None,
    readmit: bool = False,
    corrections: str | Path | bool = True,
) -> Graph:
    """Read responses into a graph, in memory or at `store`.

    Nothing is written unless every response can be read and, with `check`, the graph keeps its shapes (ShapeViolation
    otherwise). `edition` names the form that they answer; without it, each is read by the one that fits it best. With `on_error`, each response is on its own: what cannot be built is told to it and left out, and the
    rest is written. A response that the store holds already is replaced. OutputError, before anything is read, when no
    store can be at `store`.

    With `jobs` above 1 so many processes work; with `scheduler`, the address of a Dask scheduler, its workers do. The graph is
    the same. A response that was withdrawn from the store is refused unless `readmit`. `parts` is a new folder for the N-Quads of each response and their manifest, which are else gone at the end.

    What persons corrected is applied: in `corrections.yaml` beside the responses, or in the file `corrections`; with False, none is.
    InputError when that file is not as it must be. A correction that no longer matches is an error too; with `on_error`
    it is reported in `Graph.unmatched`, and the graph is built without it.
    """
    from .beside import Beside  # the recognisers take their time
    from .parts import Parts

    place = None if store is None else place_for_store(store)
    paths = [sources] if isinstance(sources, (str, os.PathLike)) else sources
    failed = on_error or _stop
    beside_them = Beside(corrections)
    withdrawn = () if readmit else _withdrawn_from(place)
    with _room_for_parts(parts, place) as folder, _engine(jobs, scheduler) as run:
        made = Parts(folder)
        for one in _parts_of(run, paths, edition, check, place is None, failed, beside_them):
            if error := _readmission(one.receipt, withdrawn):
                failed(error)
            else:
                made.add(one)
        receipts = made.settle(failed)
        unmatched = _unmatched(receipts, beside_them)
        if unmatched and on_error is None:
            raise unmatched[0]
        if place is None or not receipts:
            built = tuple(made.built(receipt.key) for receipt in receipts) if place is None else ()
            return Graph(_filled(Store(), built), built, receipts, unmatched)
        with_parts = {receipt.key: partial(made.data, receipt.key) for receipt in receipts}
        return Graph(written(place, with_parts), (), receipts, unmatched)


def review(
    sources: Iterable[str | Path],
    output: str | Path = "corrections.yaml",
    *,
    limit: int = 50,
    by: str = "reviewer",
    when: str = "",
    edition: str | None = None,
    jobs: int = 1,
) -> int:
    """Write what is least certain in some responses into a file of corrections, to be decided; how many entries it is.

    Each is an entry behind signs of comment, with its words. A file that is there is kept to the letter, and goes on after its
    end; what it decides or asks already is not asked again. `by` and `when` (today by default) are filled in.
    InputError when a response, or that file, cannot be read.
    """
    from .review import continued  # the recognisers take their time

    place = for_file(output)
    before = place.read_bytes() if place.exists() else b""
    failed: list[LgqError] = []
    with build(
        sources, edition=edition, check=False, on_error=failed.append, jobs=jobs, corrections=place if before else False
    ) as graph:  # fmt: skip
        if failed:
            raise failed[0]
        text, count = continued(before.decode("utf-8-sig"), graph.built, limit, by, when)
    write_whole(place.parent, {place.name: text.encode()})
    return count


def _unmatched(receipts: tuple[Receipt, ...], corrections: Beside) -> tuple[InputError, ...]:
    """The corrections that match nothing, in the order of their files."""
    built = (f"{receipt.city}/{receipt.edition}" for receipt in receipts)
    found = [error for receipt in receipts for error in receipt.unmatched]
    return tuple(sorted((*found, *corrections.of_no_response(built)), key=_place))


def _place(error: InputError) -> tuple[str, int, str]:
    return error.file, int(error.place.removeprefix("line ")), error.message


def _withdrawn_from(place: Path | None) -> tuple[Withdrawal, ...]:
    known = Manifest.read(place) if place else None
    return known.withdrawn if known else ()


def _readmission(receipt: Receipt, withdrawn: Iterable[Withdrawal]) -> InputError | None:
    """The error when a response was withdrawn before."""
    for one in withdrawn:
        if (one.city, one.edition) == (receipt.city, receipt.edition):
            return InputError(
                f"the response {one.city}/{one.edition} was withdrawn on {one.date}: {one.reason}", file=receipt.source,
                hint="leave it out; if it may be published again: lgq-graph build --readmit",
            )  # fmt: skip
    return None


def _stop(error: LgqError) -> None:
    raise error


@contextmanager
def _room_for_parts(wanted: str | Path | None, store: Path | None) -> Iterator[Path]:
    """The folder of the parts: the one that is wanted, or one for the time being, beside the store, where there must be room anyway."""
    if wanted is not None:
        folder = for_folder(wanted)
        if folder.parent.is_dir():
            swept(folder)
        if folder.is_dir() and any(folder.iterdir()):
            raise OutputError(
                "the folder holds something", file=str(folder), hint="name a new folder, or an empty one"
            )
        with staged(folder) as new:
            new.mkdir()
            yield new
    else:
        with beside(store) as folder:
            yield folder


def _engine(jobs: int, scheduler: str | None) -> AbstractContextManager[Run]:
    """What does the work: a cluster, processes, or this process."""
    if scheduler is not None:
        from .cluster import workers_of

        return workers_of(scheduler)
    return processes(jobs) if jobs > 1 else nullcontext(one_by_one)


def _parts_of(
    run: Run,
    sources: Iterable[str | Path],
    edition: str | None,
    check: bool,
    keep: bool,
    failed: Callable[[LgqError], None],
    corrections: Beside,
) -> Iterator[Part]:
    """The part of every response that can be built, in order; of the others `failed` is told."""
    from .parts import Task, outcomes, task_of

    def tasks() -> Iterator[Task]:
        for source in sources:
            corrections.enter(source)
            try:
                files = files_in([source])
            except LgqError as error:
                yield Task(str(source), error)
                continue
            for file in files:
                yield task_of(file, edition, check, keep, corrections.of(file))

    with closing(outcomes(run, tasks())) as made:
        for one in made:
            if isinstance(one, LgqError):
                failed(one)
            else:
                yield one


def _filled(store: Store, built: tuple[Built, ...]) -> Store:
    store.load_ontology()
    for item in built:
        store.replace(item.quads, item.city, item.response.edition)
    return store


def open_graph(path: str | Path) -> Graph:
    """A graph built before, to ask and export, as it is now; what is built there later is seen when it is opened anew.

    `PATH#fi-tampere/2022` is one response of it alone, in memory; UsageError when the store does not hold it.
    """
    place, _, response = str(path).partition("#")
    if not response:
        return Graph(Store.read_only(path))
    city, _, edition = response.partition("/")
    with Graph(Store.read_only(place)) as whole:
        if Stored(city, edition) not in whole.responses():
            held = ", ".join(f"{place}#{one.city}/{one.edition}" for one in whole.responses()) or "none"
            raise UsageError(f"{place} holds no response {response!r}", hint=f"it holds: {held}")
        alone = _filled(Store(), ())
        alone.replace(
            (quad for graph in response_graphs(city, edition) for quad in whole.store.quads(graph)),
            city,
            edition,
        )
    return Graph(alone)


def at_endpoint(endpoint_url: str) -> Asked:
    """A graph at a SPARQL endpoint, to ask there.

    `URL#fi-tampere/2022` is one response of it alone, taken into memory. UsageError when the address is not http or https.
    """
    url, _, response = endpoint_url.partition("#")
    return taken_from(endpoint_url) if response else Remote(url)


def taken_from(endpoint_url: str) -> Graph:
    """The graph of a SPARQL endpoint in memory, for what needs all of it; `URL#fi-tampere/2022` is one response.

    UsageError when the address is not http or https, DataError when the endpoint fails, holds none or cuts its answers off.
    """
    url, _, response = endpoint_url.partition("#")
    city, _, edition = response.partition("/")
    return Graph(download(Endpoint(url), Stored(city, edition) if response else None))


def verify(
    store: str | Path, exports: str | Path | None = None, site: str | Path | None = None
) -> Verification:
    """Read all of a store, and of the exports and the site that were made of it, against what is known of them.

    DataError when there is no store, or no folder of exports or site. Nothing is written, and what is damaged is not opened.
    """
    from .verification import verify  # Jinja2 takes its time

    return verify(store, exports, site)


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
    """Make a store anew without a response such as `fi-tampere/2022`, with its exports and its site, and look for what is left of it
    in these and in the folders `scan`.

    UsageError when the response is not held or the reason is none, DataError when a place is not what it should be.
    """
    from .withdrawal import withdraw  # Jinja2 takes its time

    return withdraw(response, store, reason=reason, exports=exports, site=site, scan=scan, dry_run=dry_run)
