"""A stranger who means ill, and one who does not: how long `ASK {}` takes while hostile queries run.

    python benchmarks/hostile.py [--fuzzed 10000] [--attackers 4] [--json]

A server of the examples is sent every hostile query of `tests/serve/hostile.py`, SERVICE in every spelling, and so many queries of a grammar, by so many
clients at once, while one more client keeps asking `ASK {}`. Exit code 1 when the server was restarted or has ended, when someone called the canary
that the SERVICEs name, when an answer had a status that is not known, or when the 99th percentile of `ASK {}` is 100 ms or more.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from lgq_graph.library import build  # noqa: E402
from tests.serve.hostile import HOSTILE, fuzzed, services  # noqa: E402
from tests.serve.serving import running  # noqa: E402
from tests.serve.test_limits import KNOWN, asking, canary  # noqa: E402


def main() -> None:
    """Attack, measure, and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--fuzzed", type=int, default=10_000)
    parser.add_argument("--attackers", type=int, default=4)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        found = attacked(Path(temporary), options.fuzzed, options.attackers)
    print(
        json.dumps(found, indent=2)
        if options.json
        else "\n".join(f"{name}: {value}" for name, value in found.items())
    )
    raise SystemExit(0 if found["passed"] else 1)


def attacked(folder: Path, count: int, attackers: int) -> dict[str, object]:
    """What an attack did."""
    build([ROOT / "examples"], store=folder / "store", check=False).store.close()
    (folder / "site").mkdir()
    (folder / "site" / "void.ttl").touch()
    with (
        canary() as (address, calls),
        running(folder / "store", folder, "--site", str(folder / "site")) as server,
    ):
        queries = [*services(address).values(), *HOSTILE.values(), *(fuzzed(seed) for seed in range(count))]
        with asking(server) as times, ThreadPoolExecutor(attackers) as pool:
            statuses = Counter(pool.map(lambda text: server.ask(text).status, queries))
        alive = server.process.poll() is None
    times.sort()
    p99 = times[len(times) * 99 // 100] * 1000
    return {
        "queries": len(queries), "statuses": dict(sorted(statuses.items())), "the server lives": alive, "calls to other hosts": len(calls),
        "ASK {}": len(times), "p50 ms": round(times[len(times) // 2] * 1000, 1), "p99 ms": round(p99, 1), "longest ms": round(times[-1] * 1000, 1),
        "passed": alive and not calls and set(statuses) <= KNOWN and p99 < 100,
    }  # fmt: skip


if __name__ == "__main__":
    main()
