"""From texts to a validated store on disk, beside pyoxigraph's bulk load of the same quads; and one response into large stores.

    python benchmarks/build.py [--responses 1 10 100] [--jobs 1] [--held 100 1000] [--json]

The texts are those of `synthesize.py`. `build` checks the shapes and writes the store; the peer loads the same N-Quads, from one file, into a new
store. Each runs in a process of its own, of which the time by the clock, the time of the processor with that of all its workers,
and the peak memory (of the process, and of its largest worker) are told. The ratio per core is that of the processor times. Python finds
all modules compiled, as it does where the package is installed.

Then a store is filled with so many responses (`--held`: copies under other names), and one of them is built again with a changed answer, unchanged, and
as the response of a new town, each five times; the shortest is told, and its ratio to that in the smallest store.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox

sys.path.insert(0, str(Path(__file__).resolve().parent))
import synthesize

_HASHED = re.compile(r"/[0-9a-f]{24}(?=>)")
_TIMES = 5
_BATCH = 50_000_000


def spent(work: Callable[[], object]) -> dict[str, float]:
    """What some work takes: seconds by the clock, of the processor with all workers, MiB at the peak."""
    before, begin = _processor(), time.perf_counter()
    work()
    clock = time.perf_counter() - begin
    own, workers = (
        resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return {"clock": clock, "processor": _processor() - before, "MiB": own, "MiB of a worker": workers}


def _processor() -> float:
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in both)


def ours(folder: Path, jobs: int) -> dict[str, float]:
    """The build of the texts in a folder."""
    from lgq_graph.library import build

    return spent(
        lambda: build(
            [folder / "texts"], store=folder / "ours", jobs=jobs, parts=folder / "parts", on_error=print_error
        ).store.close()
    )


def print_error(error: Exception) -> None:
    """What could not be built, which should be nothing."""
    print(f"left out: {error}", file=sys.stderr)


def peer(folder: Path, jobs: int) -> dict[str, float]:
    """The bulk load of the same quads."""
    return spent(
        lambda: ox.Store(str(folder / "peer")).bulk_load(
            path=str(folder / "all.nq"), format=ox.RdfFormat.N_QUADS
        )
    )


def one(folder: Path, jobs: int) -> dict[str, float]:
    """The seconds of the processor and by the clock that one response takes in a store: changed, unchanged, new."""
    from lgq_graph.library import build

    (text,) = (folder / "texts").glob("*.txt")
    said = text.read_text(encoding="utf-8")
    found: dict[str, float] = {}

    def built() -> None:
        build([text], store=folder / "held").store.close()

    built()  # what is read once: word lists, gazetteers
    for what in ("changed", "unchanged", "new"):
        rounds = []
        for number in range(_TIMES):
            if what == "changed":
                text.write_text(said.replace("residents", f"residents of part {number}"), encoding="utf-8")
            if what == "new":
                other = next(r for n, r in enumerate(synthesize.responses(100)) if n == 50 + number)
                text.write_text(other.text, encoding="utf-8")
            rounds.append(spent(built))
        for kind in ("clock", "processor"):
            found[f"{what}, {kind}"] = min(taken[kind] for taken in rounds)
    return found


def imports(folder: Path, jobs: int) -> dict[str, float]:
    """The loading of all that a build needs, after which Python keeps it compiled."""
    from lgq_graph import parts, read

    return spent(lambda: (read.extensions(), parts.maker()))


def in_process(what: str, folder: Path, jobs: int) -> dict[str, float]:
    """A measurement in a process of its own."""
    kept = {"PYTHONPYCACHEPREFIX": str(folder / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}
    done = subprocess.run(
        [sys.executable, __file__, "--measure", what, str(folder), "--jobs", str(jobs)],
        env={**os.environ, **kept},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def whole(count: int, jobs: int) -> dict[str, Any]:
    """The whole pipeline and its peer on so many responses."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        synthesize.write(folder / "texts", count)
        in_process("imports", folder, jobs)
        mine = in_process("ours", folder, jobs)
        quads = 0
        with (folder / "all.nq").open("wb") as file:
            for part in sorted((folder / "parts").glob("*.nq.gz")):
                data = gzip.decompress(part.read_bytes())
                quads += data.count(b"\n")
                file.write(data)
        theirs = in_process("peer", folder, jobs)
    ratios = {
        "ratio": mine["clock"] / theirs["clock"],
        "ratio per core": mine["processor"] / theirs["processor"],
    }
    return {"responses": count, "jobs": jobs, "quads": quads, "ours": mine, "peer": theirs, **ratios}


def held(count: int) -> dict[str, Any]:
    """One response in a store of so many."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        synthesize.write(folder / "texts", 1)
        fill(folder, count)
        return {"held": count, **in_process("one", folder, 1)}


def fill(folder: Path, count: int) -> None:
    """A store of so many copies of a response, under other names, beside the ontology."""
    from lgq_graph.parts import task_of, work
    from lgq_graph.store import Store

    (text,) = (folder / "texts").glob("*.txt")
    part = work(task_of(text, None, False, False))
    plain, city = gzip.decompress(part.packed).decode(), part.receipt.city  # type: ignore[union-attr]
    with Store(folder / "held") as store:
        store.load_ontology()
        waiting, size = [], 0
        for number in range(count):
            named = plain.replace(city, f"{city}-{number}")
            waiting.append(_HASHED.sub(rf"\g<0>-{number}", named).encode())
            size += len(waiting[-1])
            if size > _BATCH or number == count - 1:
                store.add(b"".join(waiting))
                waiting, size = [], 0


def lines(found: list[dict[str, Any]], stores: list[dict[str, Any]]) -> Iterator[str]:
    """The results as tables in Markdown."""
    if found:
        yield "| responses | jobs | quads | clock, s | processor, s | MiB | of a worker | peer clock, s | processor, s | MiB | ratio | ratio per core |"
        yield "|---:" * 12 + "|"
    for row in found:
        mine, theirs = row["ours"], row["peer"]
        cells = [
            row["responses"], row["jobs"], row["quads"], f"{mine['clock']:.2f}", f"{mine['processor']:.2f}", f"{mine['MiB']:.0f}",
            f"{mine['MiB of a worker']:.0f}", f"{theirs['clock']:.2f}", f"{theirs['processor']:.2f}", f"{theirs['MiB']:.0f}",
            f"{row['ratio']:.1f}", f"{row['ratio per core']:.1f}",
        ]  # fmt: skip
        yield "| " + " | ".join(map(str, cells)) + " |"
    if stores:
        yield ""
        names = [name for name in stores[0] if name != "held"]
        yield "| responses held | " + " | ".join(f"{name}, s | ratio" for name in names) + " |"
        yield "|---:" * (1 + 2 * len(names)) + "|"
    for row in stores:
        cells = [
            cell for name in names for cell in (f"{row[name]:.2f}", f"{row[name] / stores[0][name]:.2f}")
        ]
        yield f"| {row['held']} | " + " | ".join(cells) + " |"


def main(arguments: list[str]) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--responses", type=int, nargs="*", default=[1, 10, 100])
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--held", type=int, nargs="*", default=[100, 1000])
    parser.add_argument("--json", action="store_true", help="a JSON object instead of tables")
    parser.add_argument("--measure", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.measure:
        what, folder = options.measure
        print(
            json.dumps(
                {"imports": imports, "ours": ours, "peer": peer, "one": one}[what](Path(folder), options.jobs)
            )
        )
        return
    found = [whole(count, options.jobs) for count in options.responses]
    stores = [held(count) for count in options.held]
    if options.json:
        print(json.dumps({"whole": found, "one": stores}, indent=1))
        return
    for line in lines(found, stores):
        print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
