"""The time of every query of the catalogue beside that of raw pyoxigraph, and beside other engines.

    python benchmarks/query.py [--cities 10 | --store FOLDER] [--engines] [--limit 20] [--json] [QUERY …]

The cities are those of `analyse.py`, in memory. Ours is `run`: a table of plain values. Raw pyoxigraph is the same text, its rows taken as
tuples of terms. With `--engines` also rdflib, and the Oxigraph server and Virtuoso where they are installed, filled by `push`; what takes
longer there than the limit is left out. Ours, pyoxigraph and rdflib are told in processor time, servers by the clock.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path

import pytest
from analyse import ROOT, fill, loaded

sys.path.insert(0, str(ROOT))
from lgq_graph.errors import DataError
from lgq_graph.query import Endpoint, GraphStore, Query, catalogue, find_query, run
from lgq_graph.query.engines import settled
from lgq_graph.remote import Target, push
from lgq_graph.store import Store
from tests.remote.servers import Engine, oxigraph, virtuoso

Peer = Callable[[str], object]
_OURS, _RAW = "lgq-graph", "pyoxigraph"
_RUNS = 5


def measured(store: Store, queries: list[Query], others: Mapping[str, Peer], limit: int) -> Iterator[dict[str, object]]:  # fmt: skip
    """For each query its rows, our milliseconds and those of the peers, and how many times theirs ours is."""
    entity = str(run(store, "entities").rows[0][1])
    for query in queries:
        given = {p.name: entity for p in query.parameters if p.default == "required"}
        text = query.bind(**given)
        ours, raw = _turns(partial(run, store, query.name, **given), partial(_raw, store, text))  # type: ignore[arg-type]
        times = {_OURS: ours, _RAW: raw}
        times |= {
            name: spent for name, peer in others.items() if (spent := _limited(peer, text, limit, name))
        }
        yield {
            "query": query.name,
            "rows": len(run(store, query.name, **given)),
            "ms": {name: round(spent * 1000, 2) for name, spent in times.items()},
            "ratio": {name: round(ours / spent, 3) for name, spent in times.items() if name != _OURS},
        }


def _raw(store: Store, text: str) -> list[tuple[object, ...]]:
    """What pyoxigraph itself gives; every pattern of the catalogue names its graph, so that no dataset need be told."""
    return list(map(tuple, store._quads.query(text)))  # type: ignore[arg-type]


def _turns(*works: Callable[[], object]) -> list[float]:
    """The least processor time of each; they take turns, so that what else this machine does hits all alike."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(_RUNS):
        for work, spent in zip(works, times, strict=True):
            begin = time.process_time()
            work()
            spent.append(time.process_time() - begin)
        if times[0][0] > 1:
            break
    return list(map(min, times))


def _limited(peer: Peer, text: str, limit: int, name: str) -> float | None:
    """The seconds that a peer takes, the second time where the first was short; None when it fails or takes too long."""
    clock = time.process_time if name == "rdflib" else time.perf_counter
    with suppress(DataError, TimeoutError), _alarm(limit):
        for _ in range(2):
            begin = clock()
            peer(text)
            spent = clock() - begin
            if spent > 1:
                break
        return spent
    return None


@contextmanager
def _alarm(seconds: int) -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def engines(store: Store, limit: int, opened: ExitStack) -> dict[str, Peer]:
    """Other engines that hold the same graph: rdflib in this process, and the servers that can be started."""
    dataset = store.to_rdflib()
    peers: dict[str, Peer] = {"rdflib": lambda text: list(dataset.query(text))}
    os.environ |= {"LGQ_ENDPOINT_USER": "dba", "LGQ_ENDPOINT_PASSWORD": "dba"}  # Virtuoso's, as installed
    for name, start in {"oxigraph server": oxigraph, "virtuoso": lambda: virtuoso(2_000_000)}.items():
        with suppress(pytest.skip.Exception):
            peers[name] = _server(opened.enter_context(start()), store, limit)
    return peers


def _server(engine: Engine, store: Store, limit: int) -> Peer:
    push(store, Target(Endpoint(engine.query), GraphStore(engine.graph_store)))
    return lambda text: Endpoint(engine.query, timeout=limit).select(settled(text))


def main(arguments: list[str]) -> None:
    """Print a line for each query."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cities", type=int, default=10)
    parser.add_argument("--store", type=Path, help="a folder that holds a store, already made")
    parser.add_argument("--engines", action="store_true", help="beside rdflib and servers as well")
    parser.add_argument("--limit", type=int, default=20, help="seconds that an engine has for a query")
    parser.add_argument("--json", action="store_true", help="a JSON object a line")
    parser.add_argument("query", nargs="*", help="these queries alone")
    options = parser.parse_args(arguments)
    queries = [find_query(name) for name in options.query] or list(catalogue())
    with tempfile.TemporaryDirectory() as folder, ExitStack() as opened:
        path = options.store or Path(folder) / "store"
        if not options.store:
            fill(path, options.cities)
        store = loaded(path)
        others = engines(store, options.limit, opened) if options.engines else {}
        for row in measured(store, queries, others, options.limit):
            print(json.dumps(row) if options.json else _line(row), flush=True)


def _line(row: Mapping[str, object]) -> str:
    ms, ratios = row["ms"], row["ratio"]
    assert isinstance(ms, dict)
    assert isinstance(ratios, dict)
    peers = "".join(f"   {name} {ms[name]:9.2f} ms × {ratio:5.2f}" for name, ratio in ratios.items())
    return f"  {row['query']:30} {row['rows']:7} rows {ms[_OURS]:9.2f} ms{peers}"


if __name__ == "__main__":
    main(sys.argv[1:])
