"""Projecting many cities for NetworkX, beside rdflib's own conversion of the same graph.

    python benchmarks/analyse.py [--cities 200] [--json]

The cities are copies of the examples under other names. Both start from a graph that is loaded; each runs in a process of its own, of
which the peak memory is told too, less what it had when the graph was loaded. The result is the ratio of the two times.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pyoxigraph as ox

from lgq_graph.analyse import PROJECTIONS, Facts
from lgq_graph.pipeline import build_responses
from lgq_graph.query import run
from lgq_graph.store import Store

ROOT = Path(__file__).resolve().parent.parent


def copies(cities: int) -> Iterator[tuple[str, bytes]]:
    """For each city its part in IRIs, and its N-Quads."""
    plain = [
        (built.city, built.response.city.name, "".join(f"{quad} .\n" for quad in built.quads))
        for file in sorted((ROOT / "examples").glob("*.txt"))
        for built in build_responses(file)
    ]
    for number in range(cities):
        city, name, text = plain[number % len(plain)]
        key = f"{city[:2]}-town-{number}"
        yield key, text.replace(city, key).replace(f'"{name}"', f'"Town {number}"').encode()


def fill(path: Path, cities: int) -> int:
    """A store of so many cities; the number of its quads."""
    store = Store(path)
    store.load_ontology()
    for key, data in copies(cities):
        store.replace(ox.parse(data, format=ox.RdfFormat.N_QUADS), key, "2022")
    return len(store)


def ours(path: Path) -> Iterator[None]:
    """All projections, from the store on disk."""
    store = Store.read_only(path)
    yield
    facts = Facts(partial(run, store))
    for project in PROJECTIONS.values():
        project(facts)


def theirs(path: Path) -> Iterator[None]:
    """rdflib's conversion, literals and all."""
    from rdflib.extras.external_graph_libs import rdflib_to_networkx_multidigraph

    graph = Store.read_only(path).to_rdflib_graph()
    yield
    rdflib_to_networkx_multidigraph(graph)


def measured(side: str, path: Path) -> tuple[float, float]:
    """Seconds, and MiB above what the loaded graph took, of one side in a process of its own."""
    done = subprocess.run(
        [sys.executable, __file__, "--side", side, str(path)], capture_output=True, text=True, check=True
    )
    seconds, memory = map(float, done.stdout.split())
    return seconds, memory


def _side(side: str, path: Path) -> None:
    steps = {"ours": ours, "rdflib": theirs}[side](path)
    next(steps)
    before, begin = _peak(), time.perf_counter()
    next(steps, None)
    print(time.perf_counter() - begin, _peak() - before)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(arguments: list[str]) -> None:
    """Print the times, the memory and the ratio."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cities", type=int, default=200)
    parser.add_argument("--json", action="store_true", help="one JSON object instead of lines")
    parser.add_argument("--side", choices=["ours", "rdflib"], help=argparse.SUPPRESS)
    parser.add_argument("store", nargs="?", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.side:
        _side(options.side, options.store)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store"
        quads = fill(path, options.cities)
        sides = {side: measured(side, path) for side in ("ours", "rdflib")}
    ratio = sides["rdflib"][0] / sides["ours"][0]
    if options.json:
        print(
            json.dumps({"cities": options.cities, "quads": quads, "sides": sides, "ratio": round(ratio, 1)})
        )
        return
    print(f"{options.cities} cities, {quads} quads")
    for side, (seconds, memory) in sides.items():
        print(f"  {side:8} {seconds:8.2f} s  {memory:8.0f} MiB")
    print(f"  rdflib takes {ratio:.1f} × as long")


if __name__ == "__main__":
    main(sys.argv[1:])
