"""Judging responses by our own engine, beside pySHACL on the same responses.

    python benchmarks/validate.py [--cities 1 10 50] [--alone 200] [--json]

The cities are copies of the examples under other names, in a store in memory. Both engines judge the core shapes, which is all that pySHACL
can, and must find the same, or nothing is told. Each is timed from a response as it needs it (ours as pairs of node and value, theirs a graph of rdflib),
and again with the making of that. The whole report has besides the constraints over all graphs, which run in SPARQL whatever the engine.
Times are of the processor, so that a busy machine favours neither. `--alone` is the number that our engine judges without the other, to show how it grows.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from analyse import fill, loaded

from lgq_graph.store import Store, Stored
from lgq_graph.validate import validate
from lgq_graph.validate.case import cases
from lgq_graph.validate.engines import ENGINES
from lgq_graph.validate.hierarchy import hierarchy_of
from lgq_graph.validate.shapes import shapes_of

T = TypeVar("T")
READY = {"sparql": lambda case: case.pairs, "pyshacl": lambda case: case.rdflib}


class Clock:
    """Processor seconds of named stages, added up."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def __call__(self, stage: str, work: Callable[[], T]) -> T:
        begin = time.process_time()
        result = work()
        self.seconds[stage] = self.seconds.get(stage, 0.0) + time.process_time() - begin
        return result


def judged(engine: str, store: Store, responses: tuple[Stored, ...]) -> tuple[dict[str, float], set[object]]:
    """Seconds of one engine: making a response ready, judging it, and the whole report; with what it found."""
    clock, found = Clock(), set()
    judge = clock("prepare", lambda: ENGINES[engine](shapes_of(), hierarchy_of(store)))
    for case in cases(store, responses):
        clock("ready", lambda case=case: READY[engine](case))
        found |= set(clock("judge", lambda case=case: list(judge(case))))
    report = clock("report", lambda: validate(store, engine, responses))
    return clock.seconds, {*found, report}


def beside(store: Store, responses: tuple[Stored, ...]) -> dict[str, float]:
    """How many times as long pySHACL takes, and our milliseconds a response."""
    ours, found = judged("sparql", store, responses)
    theirs, others = judged("pyshacl", store, responses)
    if found != others:
        sys.exit("the engines do not find the same: no ratio is told")
    with_data = [side["prepare"] + side["ready"] + side["judge"] for side in (ours, theirs)]
    return {
        "judging": theirs["judge"] / ours["judge"],
        "with the data": with_data[1] / with_data[0],
        "report": theirs["report"] / ours["report"],
        **milliseconds("ours", ours, len(responses)),
        **milliseconds("pySHACL", theirs, len(responses)),
    }


def milliseconds(side: str, seconds: dict[str, float], count: int) -> dict[str, float]:
    """Milliseconds a response."""
    return {f"{side} {stage} ms": 1000 * seconds[stage] / count for stage in ("ready", "judge", "report")}


def alone(store: Store, responses: tuple[Stored, ...]) -> dict[str, float]:
    """Our milliseconds a response, without the other engine."""
    return milliseconds("ours", judged("sparql", store, responses)[0], len(responses))


def main(arguments: list[str]) -> None:
    """Print the ratios and the times."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cities", type=int, nargs="+", default=[1, 10, 50])
    parser.add_argument("--alone", type=int, default=200)
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store"
        fill(path, max(*options.cities, options.alone, 1))
        store = loaded(path)
        responses = store.responses()
        gc.freeze()  # else the collector walks through what the copies were made of, on either engine's time
        for number in options.cities:
            told({"responses": number, **beside(store, responses[:number])}, options.json)
        if options.alone:
            told({"responses": options.alone, **alone(store, responses[: options.alone])}, options.json)


def told(row: dict[str, float], as_json: bool) -> None:
    """One row of figures."""
    row = {name: round(value, 1) for name, value in row.items()}
    if as_json:
        print(json.dumps(row), flush=True)
        return
    ratios = [f"{name} {row[name]} ×" for name in ("judging", "with the data", "report") if name in row]
    times = [f"{name} {value}" for name, value in row.items() if name.endswith(" ms")]
    print(f"{row['responses']} responses; pySHACL ÷ ours: {', '.join(ratios) or '-'}", flush=True)
    print(f"    a response: {', '.join(times)}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
