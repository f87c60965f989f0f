"""Two workers of Dask beside one: the same texts, to the same store.

    python benchmarks/scale_out.py [--responses 200] [--workers 1 2] [--json]

The workers are processes on this machine, warm: each has read a response before the clock begins. What is timed is `build` whole, with the load into the store, which one process
does in the end; and the work of the workers alone. Processes of `--jobs` are timed in the same run, cold as they are. The result is the ratio of the times.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import synthesize

from lgq_graph.cluster import workers_of
from lgq_graph.library import build
from lgq_graph.parts import outcomes, task_of


def seconds(work: Callable[[], object]) -> float:
    """The time of some work by the clock."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def on_dask(texts: Path, workers: int, folder: Path) -> dict[str, float]:
    """The times of the workers alone, and of the build with them."""
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=workers, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
    ) as cluster:
        address = cluster.scheduler_address
        files = sorted(texts.glob("*.txt"))

        def alone(few: list[Path]) -> None:
            with workers_of(address) as run:
                for _ in outcomes(run, (task_of(file, None, True, False) for file in few)):
                    pass

        alone(files[: 4 * workers])
        return {
            "workers": seconds(lambda: alone(files)),
            "build": seconds(
                lambda: build([texts], store=folder / f"dask-{workers}", scheduler=address).store.close()
            ),
        }


def main(arguments: list[str]) -> None:
    """Print the times and the ratios."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--responses", type=int, default=200)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--json", action="store_true", help="one JSON object instead of lines")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        synthesize.write(folder / "texts", options.responses)
        times = {f"dask {count}": on_dask(folder / "texts", count, folder) for count in options.workers}
        for count in options.workers:
            store = folder / f"jobs-{count}"
            times[f"jobs {count}"] = {
                "build": seconds(
                    lambda store=store, count=count: build(
                        [folder / "texts"], store=store, jobs=count
                    ).store.close()
                )
            }
    least, most = (f"dask {count}" for count in (options.workers[0], options.workers[-1]))
    ratios = {kind: round(times[least][kind] / times[most][kind], 2) for kind in ("workers", "build")}
    if options.json:
        print(json.dumps({"responses": options.responses, "times": times, "ratios": ratios}))
        return
    for engine, found in times.items():
        print(f"{engine:8}" + "".join(f"   {kind} {spent:7.2f} s" for kind, spent in found.items()))
    print(
        f"{most} is {ratios['workers']} times as fast as {least}; with the load into the store {ratios['build']} times"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
