"""Requests per second, and how long they take, beside Oxigraph's own server and rdflib-endpoint over the same quads.

    python benchmarks/serve.py [--seconds 5] [--clients 8] [--json]

The graph is that of the examples. Each server runs alone, is warmed up, and is asked the same queries by POST over connections that stay open, each
client waiting for its answer before it asks again. A peer that is not installed is left out, and said so. The result is, for each query, the ratio of
our requests per second to theirs. Ours runs every query in another process, under limits; theirs do not.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from lgq_graph.library import build
from lgq_graph.publish import files_of
from lgq_graph.query import find_query
from lgq_graph.vocabulary import PREFIXES

ROOT = Path(__file__).resolve().parent.parent
QUERIES: Mapping[str, str] = {
    "ASK {}": "ASK {}",
    "services-by-sdg": find_query("services-by-sdg").bind(goal=6),
    "1,000 rows": "SELECT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } LIMIT 1000",
}


def measure(port: int, path: str, query: str, seconds: float, clients: int) -> dict[str, float]:
    """Requests per second, the median and the 99th percentile in milliseconds."""
    times: list[float] = []
    end = time.perf_counter() + seconds

    def ask() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        headers = {"Content-Type": "application/sparql-query", "Accept": "application/sparql-results+json"}
        while (began := time.perf_counter()) < end:
            connection.request("POST", path, query.encode(), headers)
            answer = connection.getresponse()
            body = answer.read()
            if answer.status != 200:
                raise SystemExit(f"{answer.status} {body[:300]!r}")
            times.append(time.perf_counter() - began)

    threads = [threading.Thread(target=ask) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    times.sort()
    return {
        "per_second": len(times) / seconds,
        "p50": times[len(times) // 2] * 1000,
        "p99": times[len(times) * 99 // 100] * 1000,
    }


@contextmanager
def started(command: list[str], port: int) -> Iterator[None]:
    """A server that listens, stopped afterwards."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))}
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    try:
        for _ in range(600):
            if process.poll() is not None:
                raise SystemExit(f"{command[0]} did not start")
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.1)
        time.sleep(1)
        yield
    finally:
        process.terminate()
        process.wait(15)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def servers(folder: Path) -> Iterator[tuple[str, list[str], str, int]]:
    """Each server that is installed: its name, its command, the path of its endpoint, its port."""
    port = free_port()
    yield "lgq-graph", [sys.executable, "-m", "lgq_graph.cli", "serve", "--store", str(folder / "store"), "--site", str(folder / "site"), "--port", str(port), "--quiet"], "/sparql", port  # fmt: skip
    beside = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    if oxigraph := shutil.which("oxigraph", path=beside):
        subprocess.run([oxigraph, "load", "--location", str(folder / "oxigraph"), "--file", str(folder / "lgq.nq")], check=True, capture_output=True)  # fmt: skip
        port = free_port()
        yield "oxigraph", [oxigraph, "serve-read-only", "--location", str(folder / "oxigraph"), "--bind", f"127.0.0.1:{port}", "--union-default-graph"], "/query", port  # fmt: skip
    else:
        print("oxigraph is not installed: pip install oxigraph", file=sys.stderr)
    if endpoint := shutil.which("rdflib-endpoint", path=beside):
        port = free_port()
        yield "rdflib-endpoint", [endpoint, "serve", str(folder / "lgq.nq"), "--host", "127.0.0.1", "--port", str(port)], "/", port  # fmt: skip
    else:
        print("rdflib-endpoint is not installed: pip install 'rdflib-endpoint[cli]'", file=sys.stderr)


def prepared(folder: Path) -> None:
    """The graph of the examples as a store and as N-Quads, and a site without pages."""
    with build([ROOT / "examples"], store=folder / "store", check=False) as graph:
        (folder / "lgq.nq").write_bytes(files_of(graph.store, ["nquads"])["lgq.nq"])
    (folder / "site").mkdir()
    (folder / "site" / "void.ttl").touch()


def main() -> None:
    """Measure each server, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    found: dict[str, dict[str, dict[str, float]]] = {}
    prefixes = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    with tempfile.TemporaryDirectory() as temporary:
        prepared(Path(temporary))
        for name, command, path, port in servers(Path(temporary)):
            with started(command, port):
                for title, query in QUERIES.items():
                    text = query if query.startswith("ASK") else prefixes + query
                    measure(port, path, text, 1, options.clients)
                    found.setdefault(title, {})[name] = measure(
                        port, path, text, options.seconds, options.clients
                    )
    if options.json:
        print(json.dumps(found, indent=2))
        return
    print(
        f"| query | server | requests/s | p50 ms | p99 ms | ours ÷ it |\n|---|---|---|---|---|---|\n{table(found)}"
    )


def table(found: dict[str, dict[str, dict[str, float]]]) -> str:
    """The figures as rows of Markdown."""
    return "\n".join(
        f"| {title} | {name} | {it['per_second']:,.0f} | {it['p50']:.1f} | {it['p99']:.1f} | {by['lgq-graph']['per_second'] / it['per_second']:.2f} |"
        for title, by in found.items()
        for name, it in by.items()
    )


if __name__ == "__main__":
    main()
