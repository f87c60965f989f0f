"""Projecting many cities for NetworkX, beside rdflib's own conversion of the same graph.

    python benchmarks/analyse.py [--cities 200] [--json]

The cities are copies of the examples under other names. Both start from a graph that is loaded in memory; each side runs in a process of its
own, of which the peak memory is told too. Each projection reads from the store all that it needs. The result is the ratio of the times.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pyoxigraph as ox

from lgq_graph.analyse import PROJECTIONS, Facts
from lgq_graph.pipeline import build_responses
from lgq_graph.query import run
from lgq_graph.store import Store, response_graphs

ROOT = Path(__file__).resolve().parent.parent
_HASHED = re.compile(r"/[0-9a-f]{24}(?=>)")
"""The end of an IRI made of what it says (a claim, a number): no two responses share one."""


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
        named = text.replace(city, key).replace(f'"{name}"', f'"Town {number}"')
        yield key, _HASHED.sub(rf"\g<0>-{number}", named).encode()


def fill(path: Path, cities: int) -> int:
    """A store of so many cities; the number of its quads."""
    store = Store(path)
    store.load_ontology()
    for key, data in copies(cities):
        store.replace(ox.parse(data, format=ox.RdfFormat.N_QUADS), key, "2022")
    return len(store)


def ours(path: Path) -> dict[str, float]:
    """Seconds for each projection, from a store in memory, with all that it reads of it."""
    store = loaded(path)
    return {
        name: seconds(lambda project=project: project(Facts(partial(run, store))))
        for name, project in PROJECTIONS.items()
    }


def theirs(path: Path) -> dict[str, float]:
    """Seconds for rdflib's conversion, literals and all."""
    from rdflib.extras.external_graph_libs import rdflib_to_networkx_multidigraph

    graph = Store.read_only(path).to_rdflib_graph()
    return {"rdflib": seconds(lambda: rdflib_to_networkx_multidigraph(graph))}


def loaded(path: Path) -> Store:
    """The store of a folder, in memory."""
    disk, memory = Store.read_only(path), Store()
    memory.load_ontology()
    for response in disk.responses():
        graphs = response_graphs(response.city, response.edition)
        memory.replace(
            (quad for graph in graphs for quad in disk.quads(graph)), response.city, response.edition
        )
    return memory


def seconds(work: Callable[[], object]) -> float:
    """The processor time of some work: others use this machine as well."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def measured(side: str, path: Path) -> dict[str, float]:
    """One side in a process of its own: its times, and the MiB that they added to what the loaded graph took."""
    command = [sys.executable, __file__, "--side", side, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


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
        times = {"ours": ours, "rdflib": theirs}[options.side](options.store)
        print(json.dumps({**times, "peak MiB": _peak()}))
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store"
        quads = fill(path, options.cities)
        sides = {side: measured(side, path) for side in ("ours", "rdflib")}
    peer = sides["rdflib"].pop("rdflib")
    times = {name: spent for name, spent in sides["ours"].items() if name in PROJECTIONS}
    ratios = {name: round(peer / spent, 1) for name, spent in times.items()}
    mean = round(len(times) * peer / sum(times.values()), 1)
    peaks = {side: round(found["peak MiB"]) for side, found in sides.items()}
    if options.json:
        print(
            json.dumps(
                {"cities": options.cities, "quads": quads, "ratios": ratios, "mean": mean, "peak MiB": peaks}
            )
        )
        return
    print(f"{options.cities} cities, {quads} quads; rdflib_to_networkx_multidigraph: {peer:.2f} s")
    for name, spent in times.items():
        print(f"  {name:18} {spent:8.3f} s   rdflib takes {ratios[name]:6.1f} × as long")
    print(
        f"  {'a projection':18} {sum(times.values()) / len(times):8.3f} s   rdflib takes {mean:6.1f} × as long"
    )
    print(f"  peak memory, with the graph loaded: ours {peaks['ours']} MiB, rdflib {peaks['rdflib']} MiB")


if __name__ == "__main__":
    main(sys.argv[1:])
