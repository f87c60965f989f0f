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
import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from lgq_graph.errors import DataError, OutputError
from lgq_graph.library import open_graph
from lgq_graph.output import replaced_folder
from lgq_graph.parts import Part, task_of, work
from lgq_graph.query import Endpoint, GraphStore
from lgq_graph.store import Store, Stored, changed, written

from .conftest import EXAMPLES, ROOT
from .remote.servers import Asked, Said, oxigraph, small
from .soak import times

pytestmark = pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="NOT TESTED: this needs Linux")

KILLS = times(6, 200)
"""How often each command is killed: by halves after some time and at a step."""


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


def two_responses(given: Given, folder: Path) -> None:
    """A store of two responses, and its export."""
    parts = {
        Stored(*file.stem.split("_")): file.read_bytes for file in sorted((given.folder / "parts").iterdir())
    }
    with written(folder / "graph", parts):
        pass
    with open_graph(folder / "graph") as made:
        made.export(folder / "exports", ["ntriples"])


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
    (folder / "contacts.csv").write_text("city,edition,question,what,text\nold", encoding="utf-8")


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


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder in memory, where there is one: thousands of files are made and removed."""
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        yield Path(folder) / "place"


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
    "a response is withdrawn": Case("withdraw", two_responses),
    "contacts are written": Case("contacts", old_file, lambda given: (given.text,)),
}


@pytest.mark.soak
@pytest.mark.parametrize("name", CASES)
def test_a_kill_leaves_the_old_or_the_new(
    runner: Runner, given: Given, name: str, place: Path, record_property: Callable[[str, object], None]
) -> None:
    """Never a mixture, whenever it comes; and the same command again gives the new, and leaves nothing beside it."""
    case = CASES[name]
    arguments = case.arguments(given)

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
        assert _whole(left, old, new), f"a mixture after a kill at {how}"
        outcomes["old" if left == old else "new"] += 1
        outcomes["killed"] += killed == -9
        assert runner.run(case.command, str(place), *arguments)["code"] == 0, how
        assert content(place) == new, f"not ended after a kill at {how}"
        assert sorted(path.name for path in place.iterdir()) == names, f"litter after a kill at {how}"
    record_property("outcomes", outcomes)
    sys.stdout.write(f"{name}: {outcomes}, {whole['seconds']:.2f} s, {whole['steps']} steps\n")
    assert outcomes["killed"] > KILLS // 3


def _whole(left: dict[str, str], *states: dict[str, str]) -> bool:
    """Whether each place is as it was in one of these states: what is written to several changes one after the other."""
    found, *known = map(_by_place, (left, *states))
    return all(any(found.get(top) == state.get(top) for state in known) for top in set().union(found, *known))


def _by_place(content: dict[str, str]) -> dict[str, dict[str, str]]:
    places: dict[str, dict[str, str]] = {}
    for name, hash_ in content.items():
        places.setdefault(name.partition("/")[0], {})[name] = hash_
    return places


def _moments(rng: random.Random, whole: dict[str, Any]) -> Iterator[dict[str, float]]:
    """After some time, and at a step: mostly one of the last, for there the exchange is."""
    steps = whole["steps"]
    last = range(max(1, steps - 25), steps + 1)
    for _ in range(KILLS // 2):
        yield {"after": rng.uniform(0, 1.05 * whole["seconds"])}
        yield {"step": rng.choice(last) if rng.random() < 0.7 else rng.randint(1, steps)}


# --- an endpoint --------------------------------------------------------------------------------------------------


@pytest.mark.soak
def test_a_push_that_is_killed_leaves_each_graph_old_or_new(
    runner: Runner, given: Given, tmp_path: Path
) -> None:
    """The Graph Store Protocol puts one graph at a time: each there is wholly what it was or what it is to be, and the next push ends it."""
    graph(given, tmp_path)
    sent = {g: _lines(quads) for g, quads in _graphs(ox.Store.read_only(str(tmp_path / "graph"))).items()}
    rng, killed = random.Random(1), 0
    with oxigraph() as engine:
        arguments = (str(tmp_path), engine.query, engine.graph_store)
        seconds = runner.run("push", *arguments)["seconds"]
        assert _there(engine.query) == sent
        for _ in range(KILLS):
            old = {name: {f'<{name}> <https://example.org/old> "{n}"' for n in range(9)} for name in sent}
            for name, lines in old.items():
                GraphStore(engine.graph_store).put(
                    ox.NamedNode(name), "".join(f"{one} .\n" for one in lines).encode()
                )
            before = _there(engine.query)
            killed += runner.run("push", *arguments, after=rng.uniform(0, seconds))["code"] == -9
            for name, lines in _there(engine.query).items():
                assert lines in (before[name], sent[name])
            assert runner.run("push", *arguments)["code"] == 0
            assert _there(engine.query) == sent
    assert killed


def _graphs(quads: Iterable[ox.Quad]) -> dict[str, list[ox.Quad]]:
    found: dict[str, list[ox.Quad]] = {}
    for quad in quads:
        found.setdefault(str(quad.graph_name.value), []).append(quad)  # type: ignore[union-attr]
    return found


def _lines(quads: Iterable[ox.Quad]) -> set[str]:
    return {str(quad.triple) for quad in quads}


def _there(query: str) -> dict[str, set[str]]:
    endpoint = Endpoint(query)
    return {name.value: {str(t) for t in endpoint.triples(name)} for name in endpoint.counts()}


# --- a full disk, and one that may only be read -------------------------------------------------------------------

_INSIDE = """
import json, shutil, subprocess, sys
from pathlib import Path
from tests.crashing import cramped
from tests.test_crash import CASES, Given, content
folder, given = sys.argv[1], Given(Path(sys.argv[2]), sys.argv[3])
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "small", folder], check=True)
found = []
for name, case in CASES.items():
    for how in ("full", "little room", "read only"):
        place = Path(folder, "place")
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        case.before(given, place)
        old = content(place)
        said = cramped(folder, how, case.command, [str(place), *case.arguments(given)])
        found.append((name, how, said, content(place) == old))
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def stuck(given: Given, tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Any]:
    """What all commands say on a small disk of their own, and whether all is as it was then."""
    words = ["unshare", "--user", "--map-root-user", "--mount"]
    if not shutil.which("unshare") or subprocess.run([*words, "true"], capture_output=True).returncode:
        pytest.skip("NOT TESTED: no disk can be mounted here; unshare(1) and user namespaces do it")
    arguments = [str(tmp_path_factory.mktemp("small")), str(given.folder), given.endpoint]
    done = subprocess.run([*words, sys.executable, "-c", _INSIDE, *arguments], cwd=ROOT, capture_output=True, text=True)  # fmt: skip
    assert done.returncode == 0, done.stderr
    return {(name, how): (said, same) for name, how, said, same in json.loads(done.stdout)}


@pytest.mark.parametrize("how", ["full", "little room", "read only"])
@pytest.mark.parametrize("name", CASES)
def test_where_nothing_can_be_written_all_stays(
    stuck: dict[tuple[str, str], Any], name: str, how: str
) -> None:
    """Exit code 3 and what to do about it, no trace of the work."""
    (code, said), same = stuck[name, how]
    sys.stdout.write(f"{name}, {how}: {said}\n")
    if how == "little room" and not code:
        return  # it was enough
    assert code == 3
    assert said.startswith("OutputError")
    assert ("choose another place" if how == "read only" else "make room") in said
    assert same


# --- readers ------------------------------------------------------------------------------------------------------


def test_a_reader_goes_on_in_the_store_that_it_opened(place: Path) -> None:
    """Though others took its place, twice, and files that it had not opened yet are no longer there by name; what made way goes with the last reader."""
    folder = place / "graph"
    with Store(folder) as store:
        for number in range(40):  # each in files of its own
            store.add(b'<x:s> <x:p> "a text that is kept as one %d" <x:g> .\n' % number)
    with open_graph(folder) as reader:
        for text in (b"<x:new> <x:p> <x:o> <x:g> .\n", b"<x:newer> <x:p> <x:o> <x:g> .\n"):
            with changed(folder, anew=True) as store:
                store.add(text)
            with open_graph(folder) as later:
                assert len(later) == 1
        assert len({quad.object.value for quad in reader.store.quads()}) == 40  # type: ignore[union-attr]
        assert len(list(place.iterdir())) == 2
    with changed(folder):
        pass
    assert [path.name for path in place.iterdir()] == ["graph"]


def test_a_process_of_a_reader_reads_what_it_reads(given: Given, tmp_path: Path) -> None:
    """Pages that several processes make are of one store, also when another one takes its place meanwhile."""
    graph(given, tmp_path)
    with open_graph(tmp_path / "graph") as reader:
        with changed(tmp_path / "graph", anew=True):
            pass
        code = f"import pyoxigraph; print(len(pyoxigraph.Store.read_only({str(reader.store.place)!r})))"
        found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert int(found.stdout) == len(reader) > 0


# --- writers ------------------------------------------------------------------------------------------------------


def test_two_writers_lose_nothing(given: Given, tmp_path: Path) -> None:
    """The second into a store waits for the first, and finds what it wrote."""
    graph(given, tmp_path)
    data = (given.folder / "parts" / "fi-turku_2022.nq").read_bytes()

    def add(city: str) -> None:
        named = data.replace(b"fi-turku", city.encode())
        written(tmp_path / "graph", {Stored(city, "2022"): lambda: named}).close()

    cities = [f"fi-town-{n}" for n in range(6)]
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(add, cities))
    with open_graph(tmp_path / "graph") as made:
        assert {one.city for one in made.responses()} == {"fi-tampere", *cities}
    assert [path.name for path in tmp_path.iterdir()] == ["graph"]


def test_of_two_that_publish_the_second_is_told(tmp_path: Path) -> None:
    """And what the first is making stays."""
    with replaced_folder(tmp_path / "site", mark="mark") as write:
        write("mark", b"")
        with (
            pytest.raises(OutputError, match="another process"),
            replaced_folder(tmp_path / "site", mark="mark"),
        ):
            pass
    assert [path.name for path in tmp_path.rglob("*")] == ["site", "mark"]


def test_a_store_that_somebody_writes_to_in_place_is_left_alone(given: Given, tmp_path: Path) -> None:
    """In this process or, as an Oxigraph server would, in another."""
    graph(given, tmp_path)
    code = (
        f"import pyoxigraph as ox; s = ox.Store({str(tmp_path / 'graph')!r}); print(1, flush=True); input()"
    )
    with subprocess.Popen([sys.executable, "-c", code], text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:  # fmt: skip
        assert other.stdout and other.stdout.readline()
        with pytest.raises(DataError, match="another process has"), changed(tmp_path / "graph"):
            pass
        other.communicate("\n")
    with (
        Store(tmp_path / "graph"),
        pytest.raises(DataError, match="another process has"),
        changed(tmp_path / "graph"),
    ):
        pass
    with changed(tmp_path / "graph"):
        pass


def test_what_stands_in_the_log_alone_is_copied(tmp_path: Path) -> None:
    """RocksDB writes transactions to a log first; a store whose writer was killed has them nowhere else."""
    code = f"""import os, pyoxigraph as ox
a = ox.NamedNode("https://example.org/a")
store = ox.Store({str(tmp_path / "graph")!r})
store.extend([ox.Quad(a, a, ox.Literal(str(n)), a) for n in range(100)])
os.kill(os.getpid(), 9)"""
    subprocess.run([sys.executable, "-c", code], check=False)
    with changed(tmp_path / "graph"):
        pass
    with open_graph(tmp_path / "graph") as made:
        assert len(made) == 100


# --- two steps where one is not to be had -------------------------------------------------------------------------


def test_a_kill_between_two_steps_is_made_good(
    given: Given, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a file system cannot exchange, the old one is back for the next reader, and for the next writer."""
    monkeypatch.setattr("lgq_graph.output.staging.exchanged", lambda one, other: False)
    for reads in (True, False):
        shutil.rmtree(tmp_path / "graph", ignore_errors=True)
        graph(given, tmp_path)
        old = content(tmp_path)
        room = tmp_path / ".graph.lgq-new"
        room.mkdir()
        (room / ".hold").touch()
        (tmp_path / "graph").rename(room / "old")
        (room / "new").mkdir()
        if reads:
            with open_graph(tmp_path / "graph") as made:
                assert made.responses()
        with changed(tmp_path / "graph"):
            pass
        assert content(tmp_path) == old


def test_a_kill_at_any_step_of_two_renames_is_made_good(runner: Runner, given: Given, place: Path) -> None:
    """A reader finds the old or the new, whenever the kill comes, and the next writer leaves nothing beside it."""
    place.mkdir()
    graph(given, place)
    old = len(ox.Store.read_only(str(place / "graph")))
    steps = runner.run("change in two steps", str(place))["steps"]
    for step in range(max(1, steps - 25), steps + 1):
        shutil.rmtree(place / "graph")
        graph(given, place)
        assert runner.run("change in two steps", str(place), step=step)["code"] == -9
        with open_graph(place / "graph") as left:
            assert len(left) in (old, old + 1), step
        assert runner.run("change in two steps", str(place))["code"] == 0
        with open_graph(place / "graph") as made:
            assert len(made) == old + 1
        assert [path.name for path in place.iterdir()] == ["graph"]


# --- exports ------------------------------------------------------------------------------------------------------


def test_an_export_keeps_what_is_not_its_own(given: Given, tmp_path: Path) -> None:
    """Files that no manifest lists stay, with all below them; those of the last export go; one that would be overwritten is told."""
    old_exports(given, tmp_path)
    (tmp_path / "exports" / "deep").mkdir()
    (tmp_path / "exports" / "deep" / "notes.txt").write_text("mine", encoding="utf-8")
    with open_graph(given.store) as made:
        files = made.export(tmp_path / "exports", ["trig"])
        assert {path.name for path in (tmp_path / "exports").iterdir()} == {*files, "notes.txt", "deep"}
        assert (tmp_path / "exports" / "deep" / "notes.txt").read_text(encoding="utf-8") == "mine"
        (tmp_path / "exports" / "lgq.nq").write_text("mine", encoding="utf-8")
        before = content(tmp_path)
        with pytest.raises(OutputError, match=r"another lgq\.nq"):
            made.export(tmp_path / "exports", ["nquads"])
        assert content(tmp_path) == before


def test_a_folder_without_an_export_is_not_taken(given: Given, tmp_path: Path) -> None:
    """Also one with the manifest of something else."""
    for name, text in (("notes.txt", "mine"), ("MANIFEST.json", '{"parts": []}')):
        (tmp_path / "exports").mkdir(exist_ok=True)
        (tmp_path / "exports" / name).write_text(text, encoding="utf-8")
        with open_graph(given.store) as made, pytest.raises(OutputError, match="something else"):
            made.export(tmp_path / "exports")
