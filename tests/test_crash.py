"""Killed at any moment, on a full disk or without rights, a command leaves what was there or what was to be; the next one ends the work and leaves no litter."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from lgq_graph.library import Graph, build, open_graph
from lgq_graph.parts import Part, task_of, work
from lgq_graph.store import Stored, changed, written

from .conftest import EXAMPLES, ROOT
from .remote.servers import Asked, Said, oxigraph, small

pytestmark = pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="NOT TESTED: this needs Linux")

KILLS = 200 if os.environ.get("LGQ_SOAK") else 4
"""How often each command is killed after some time; and as often at a step."""


class Runner:
    """A process that runs commands to be killed."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.crashing"], cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )  # fmt: skip
        assert self._line() == "ready"

    def _line(self) -> str:
        assert self._process.stdout
        return self._process.stdout.readline().strip()

    def run(self, command: str, *arguments: str, **how: float) -> dict[str, Any]:
        """Run one; `after` kills it after so many seconds, `step` at so many steps."""
        assert self._process.stdin
        print(
            json.dumps({"command": command, "arguments": arguments, **how}),
            file=self._process.stdin,
            flush=True,
        )
        found: dict[str, Any] = json.loads(self._line())
        return found

    def close(self) -> None:
        """End it."""
        assert self._process.stdin and self._process.stdout
        self._process.stdin.close()
        self._process.wait(timeout=30)
        self._process.stdout.close()


@pytest.fixture(scope="module")
def runner() -> Iterator[Runner]:
    """One for all tests."""
    one = Runner()
    yield one
    one.close()


# --- what is there before, and what is to be ----------------------------------------------------------------------


@dataclass(frozen=True)
class Given:
    """What commands are given: a text, its graph and that of another city, a store of one response, and an endpoint."""

    folder: Path
    endpoint: str

    @property
    def text(self) -> str:
        return str(self.folder / "tampere.txt")

    @property
    def store(self) -> str:
        return str(self.folder / "store")


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Given]:
    """A short response, so that there is little to write."""
    folder = tmp_path_factory.mktemp("crash")
    lines = (EXAMPLES / "tampere-2022.txt").read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / "tampere.txt").write_text("".join(lines[:60]), encoding="utf-8")
    made = work(task_of(folder / "tampere.txt", None, check=False, keep=False))
    assert isinstance(made, Part)
    data = gzip.decompress(made.packed)
    (folder / "parts").mkdir()
    (folder / "parts" / "fi-tampere_2022.nq").write_bytes(data.replace(b'"Tampere"', b'"Tammerfors"'))
    (folder / "parts" / "fi-turku_2022.nq").write_bytes(data.replace(b"fi-tampere", b"fi-turku"))
    written(folder / "store", {Stored("fi-tampere", "2022"): lambda: data}).close()
    with small() as server:
        server.answer = _wikidata
        yield Given(folder, server.url)


def _wikidata(asked: Asked) -> Said:
    """An endpoint that knows a place."""
    row = {
        "geonames": {"type": "literal", "value": "634963"},
        "item": {"type": "uri", "value": "http://www.wikidata.org/entity/Q40840"},
        "population": {"type": "literal", "value": "244223"},
    }
    found = {"head": {"vars": [*row]}, "results": {"bindings": [row]}}
    return 200, {"Content-Type": "application/sparql-results+json"}, json.dumps(found).encode()


def nothing(given: Given, folder: Path) -> None:
    """There is nothing yet."""


def graph(given: Given, folder: Path) -> None:
    """A store of one response."""
    shutil.copytree(given.store, folder / "graph")


def old_site(given: Given, folder: Path) -> None:
    """A site of two files."""
    (folder / "site" / "id").mkdir(parents=True)
    for name in ("void.ttl", "id/gone.html"):
        (folder / "site" / name).write_text("old", encoding="utf-8")


def old_exports(given: Given, folder: Path) -> None:
    """An export of another format, and a file of the user's."""
    with open_graph(given.store) as made:
        made.export(folder / "exports", ["ntriples"])
    (folder / "exports" / "notes.txt").write_text("mine", encoding="utf-8")


def old_file(given: Given, folder: Path) -> None:
    """A file."""
    (folder / "contacts.csv").write_text("old", encoding="utf-8")


def content(folder: Path) -> dict[str, str]:
    """All files of a folder by their hashes; a store by its quads, for its files differ each time."""
    found = {}
    for top in sorted(folder.iterdir()):
        if (top / "CURRENT").is_file():
            found[top.name] = _hash("\n".join(sorted(map(str, ox.Store.read_only(str(top))))).encode())
        else:
            files = sorted(top.rglob("*")) if top.is_dir() else [top]
            found |= {str(file.relative_to(folder)): _hash(file.read_bytes()) for file in files if file.is_file()}  # fmt: skip
    return found


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@dataclass(frozen=True)
class Case:
    """A command, what stood there before, and what it is given beside its folder."""

    command: str
    before: Callable[[Given, Path], None]
    arguments: Callable[[Given], tuple[str, ...]] = lambda given: ()


CASES = {
    "a store is built": Case("build", nothing, lambda given: (given.text,)),
    "responses go into a store": Case("fill", graph, lambda given: (str(given.folder / "parts"),)),
    "a graph is changed": Case("change", graph),
    "a store is enriched": Case("enrich", graph, lambda given: (given.endpoint,)),
    "a site is published": Case("publish", old_site, lambda given: (given.store,)),
    "a graph is exported": Case("export", old_exports, lambda given: (given.store,)),
    "contacts are written": Case("contacts", old_file, lambda given: (given.text,)),
}


@pytest.mark.soak
@pytest.mark.parametrize("name", CASES)
def test_a_kill_leaves_the_old_or_the_new(
    runner: Runner, given: Given, name: str, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """Never a mixture, whenever it comes; and the same command again gives the new, and leaves nothing beside it."""
    case = CASES[name]
    place, arguments = tmp_path / "place", case.arguments(given)

    def begin() -> dict[str, str]:
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        case.before(given, place)
        return content(place)

    old = begin()
    whole = runner.run(case.command, str(place), *arguments)
    new, names = content(place), sorted(path.name for path in place.iterdir())
    assert whole["code"] == 0 and new != old
    rng, outcomes = random.Random(name), {"old": 0, "new": 0, "killed": 0}
    for how in _moments(rng, whole):
        begin()
        killed = runner.run(case.command, str(place), *arguments, **how)["code"]
        assert killed in (0, -9)
        left = {n: hash_ for n, hash_ in content(place).items() if not n.startswith(".")}
        assert left in (old, new), f"a mixture after a kill at {how}"
        outcomes["old" if left == old else "new"] += 1
        outcomes["killed"] += killed == -9
        assert runner.run(case.command, str(place), *arguments)["code"] == 0, how
        assert content(place) == new, f"not ended after a kill at {how}"
        assert sorted(path.name for path in place.iterdir()) == names, f"litter after a kill at {how}"
    record_property("outcomes", outcomes)
    print(name, outcomes, f"{whole['seconds']:.2f} s, {whole['steps']} steps")
    assert outcomes["killed"] > len(list(_moments(rng, whole))) // 3


def _moments(rng: random.Random, whole: dict[str, Any]) -> Iterator[dict[str, float]]:
    """After some time, and at a step: the last ones always, for there the exchange is."""
    for _ in range(KILLS):
        yield {"after": rng.uniform(0, 1.05 * whole["seconds"])}
    steps = whole["steps"]
    last = list(range(max(1, steps - 25), steps + 1))
    yield from (
        {"step": step} for step in rng.sample(last, min(len(last), KILLS)) + rng.choices(range(1, steps + 1), k=KILLS // 2)
    )  # fmt: skip
