"""The part that each response is of a graph: made anywhere, collected in a folder, written to a store in one go.

`work` makes of a task what can be made of it, and needs nothing but the task: it runs in this process, in others, or on other
machines. `Parts` collects what comes back; which worker made a part, when and how often leaves no trace in it.
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox

from . import pipeline
from .errors import DataError, InputError, LgqError, ShapeViolation
from .maker import maker
from .model import Correction, Document
from .output import writing
from .parallel import Run, without_collector
from .pipeline import Built
from .read import documents_in, fetch
from .receipt import Receipt, receipt_of
from .store import Store, Stored, nquads, response_graphs
from .validate import Report, Validator

__all__ = ["Part", "Parts", "Task", "maker", "outcomes", "task_of", "work"]


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be made: a response, from the bytes of its file or its document, or the reason why there is none.

    `keep` asks for the response itself beside its quads; `corrections` are those that may concern it.
    """

    path: str
    content: bytes | Document | LgqError
    edition: str | None = None
    check: bool = True
    keep: bool = False
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A response as canonical N-Quads, packed, with their hash; `violation` is the report when it breaks its shapes.

    `built` is the response itself, without its quads, when the task asks for it; `maker` the programs and data that made it.
    """

    receipt: Receipt
    packed: bytes
    sha256: str
    maker: str
    violation: str = ""
    built: Built | None = None


def task_of(
    source: Path, edition: str | None, check: bool, keep: bool, corrections: tuple[Correction, ...] = ()
) -> Task:
    """The task of a file, which is read here: a worker may stand on a machine that does not have it."""
    try:
        return Task(str(source), fetch(source), edition, check, keep, corrections)
    except LgqError as error:
        return Task(str(source), error)


def outcomes(run: Run, tasks: Iterable[Task]) -> Generator[Part | LgqError, None, None]:
    """For each response its part, or why there is none, in order."""
    for made in run(work, tasks):
        if isinstance(made, tuple):
            yield from outcomes(run, made)
        else:
            yield made


def work(task: Task) -> Part | LgqError | tuple[Task, ...]:
    """The part of one response, or why there is none; of a file with several, a task for each."""
    if isinstance(task.content, LgqError):
        return task.content
    try:
        with pipeline.whole_path(task.path), without_collector():
            return _made(task)
    except LgqError as error:
        return error


def _made(task: Task) -> Part | tuple[Task, ...]:
    if isinstance(task.content, bytes):
        name = "stdin" if task.path == "-" else Path(task.path).name
        documents = documents_in(task.content, name)
        if len(documents) != 1:
            return tuple(replace(task, content=document) for document in documents)
        task = replace(task, content=documents[0])
    assert isinstance(task.content, Document)
    return _part(pipeline.build_response(task.content, task.edition, task.corrections), task)


def _part(built: Built, task: Task) -> Part:
    response_graphs(built.city, built.response.edition)  # a name that no graph can have is refused here
    report = _judged(built) if task.check else None
    data = nquads(built.quads)
    return Part(
        receipt_of(built, len(report.findings) if report else None),
        gzip.compress(data, 1, mtime=0),
        sha256(data).hexdigest(),
        maker(),
        "" if report is None or report.conforms else report.text(),
        replace(built, quads=()) if task.keep else None,
    )


def _judged(built: Built) -> Report:
    """What the shapes say of a response, which is held against them alone."""
    return _validator().validate_quads(built.quads, Stored(built.city, built.response.edition))


@cache
def _validator() -> Validator:
    ontology = Store()
    ontology.load_ontology()
    return Validator(ontology)


class Parts:
    """The parts of one build in a folder: a file of N-Quads each, named after its response, and a manifest of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._found: dict[Stored, list[Receipt]] = defaultdict(list)
        self._hashes: dict[Stored, str] = {}
        self._faults: dict[Stored, str] = {}
        self._built: dict[Stored, Built] = {}

    def add(self, part: Part) -> None:
        """Take a part in; DataError when its maker is not this program, or it was damaged on its way."""
        if part.maker != maker():
            raise DataError(
                f"a worker has other programs or data: {part.maker}",
                hint=f"install on every worker: {maker()}",
            )
        key = part.receipt.key
        self._found[key].append(part.receipt)
        if part.violation:
            self._faults[key] = part.violation
        self._hashes[key] = part.sha256
        if part.built:
            self._built[key] = part.built
        with writing(self.folder):
            self.file(key).write_bytes(part.packed)

    def file(self, key: Stored) -> Path:
        """Where the part of a response is. No city or edition has an underscore, so that no two names meet."""
        return self.folder / f"{key.city}_{key.edition}.nq.gz"

    def settle(self, failed: Callable[[LgqError], None]) -> tuple[Receipt, ...]:
        """The receipts of what may be written, sorted, and their manifest; the others are told to `failed` and removed."""
        kept = []
        for key in sorted(self._found):
            if error := self._error(key):
                failed(error)
                self.file(key).unlink()
            else:
                kept.append(self._found[key][0])
        rows = [self._row(receipt) for receipt in kept]
        manifest = json.dumps({"maker": maker(), "parts": rows}, indent=1, ensure_ascii=False)
        with writing(self.folder):
            (self.folder / "MANIFEST.json").write_text(manifest + "\n", encoding="utf-8")
        return tuple(kept)

    def _row(self, receipt: Receipt) -> dict[str, object]:
        return {
            "file": self.file(receipt.key).name, "city": receipt.city, "edition": receipt.edition,
            "quads": receipt.quads, "sha256": self._hashes[receipt.key],
        }  # fmt: skip

    def _error(self, key: Stored) -> LgqError | None:
        first, *others = self._found[key]
        if others:
            return InputError(
                f"{len(others) + 1} responses of {first.name} to the edition {key.edition}",
                file=" and ".join(receipt.source for receipt in self._found[key]), hint="give one of them: no rule tells which is right",
            )  # fmt: skip
        if key in self._faults:
            return ShapeViolation(
                self._faults[key],
                hint="look at it with: lgq-graph build … --no-check -o STORE && lgq-graph validate --store STORE",
            )
        return None

    def data(self, key: Stored) -> bytes:
        """The N-Quads of a response; DataError when they are not those that were made."""
        data = gzip.decompress(self.file(key).read_bytes())
        if sha256(data).hexdigest() != self._hashes[key]:
            raise DataError("a part was damaged on its way", file=str(self.file(key)), hint="build it again")
        return data

    def built(self, key: Stored) -> Built:
        """The response itself, with its quads; only where its task asked for it."""
        return replace(self._built[key], quads=tuple(ox.parse(self.data(key), format=ox.RdfFormat.N_QUADS)))
