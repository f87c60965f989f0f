"""The time of every query of the catalogue at two sizes: does it grow with the data, or faster?

    python benchmarks/catalogue.py [--cities 10 100 | --stores FEW MANY] [--disk] [--json] [QUERY …]

The cities are those of `analyse.py`. A query that needs an argument is asked of the first entity. The last column is the growth
of the time beside that of a plain scan of all quads in the same run: 1 is in proportion, and more is faster than the data.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from analyse import fill, loaded

from lgq_graph.query import Query, catalogue, find_query, run
from lgq_graph.store import Store

_SCAN, _QUADS = "peer: all quads", "quads"
_RUNS = 3


def measured(path: Path, queries: Iterable[Query], *, disk: bool) -> dict[str, float]:
    """Seconds of each query on the store of a folder, and of the peer; and the number of quads."""
    with Store.read_only(path) if disk else loaded(path) as store:
        entity = str(run(store, "entities").rows[0][1])
        found = {_QUADS: float(len(store)), _SCAN: _seconds(lambda: sum(1 for _ in store.quads()))}
        for query in queries:
            given = {p.name: entity for p in query.parameters if p.default == "required"}
            found[query.name] = _seconds(partial(run, store, query.name, **given))
    return found


def _seconds(work: Callable[[], object]) -> float:
    """The least processor time of a few runs: others use this machine as well."""
    times = []
    for _ in range(_RUNS):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
        if times[0] > 1:
            break
    return min(times)


def growth(few: dict[str, float], many: dict[str, float]) -> dict[str, dict[str, float]]:
    """For each query its milliseconds at both sizes, how much they grew, and that beside the peer's growth."""
    scan = many[_SCAN] / few[_SCAN]
    return {
        name: {
            "few": round(few[name] * 1000, 1),
            "many": round(many[name] * 1000, 1),
            "growth": round(many[name] / few[name], 1),
            "beside the peer": round(many[name] / few[name] / scan, 2),
        }
        for name in few
        if name != _QUADS
    }


def main(arguments: list[str]) -> None:
    """Print a line for each query."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cities", type=int, nargs=2, default=[10, 100], metavar=("FEW", "MANY"))
    parser.add_argument("--stores", type=Path, nargs=2, help="folders that hold the two, already made")
    parser.add_argument("--disk", action="store_true", help="ask the stores in their folders, not in memory")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of lines")
    parser.add_argument("query", nargs="*", help="these queries alone")
    options = parser.parse_args(arguments)
    queries = [find_query(name) for name in options.query] or catalogue()
    with tempfile.TemporaryDirectory() as folder:
        paths = options.stores or [Path(folder) / str(cities) for cities in options.cities]
        if not options.stores:
            for path, cities in zip(paths, options.cities, strict=True):
                fill(path, cities)
        few, many = (measured(path, queries, disk=options.disk) for path in paths)
    grown = growth(few, many)
    if options.json:
        print(json.dumps({"quads": [int(few[_QUADS]), int(many[_QUADS])], "queries": grown}))
        return
    print(f"{int(few[_QUADS])} and {int(many[_QUADS])} quads, {'on disk' if options.disk else 'in memory'}")
    for name, line in grown.items():
        print(
            f"  {name:30} {line['few']:9.1f} ms {line['many']:10.1f} ms   × {line['growth']:6.1f}   beside the peer {line['beside the peer']:6.2f}"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
