"""The time of each stage of one response, beside pyoxigraph's time to bulk-load the same quads.

    python benchmarks/stages.py [--json] [FILE …]

The last column is the ratio to the bulk load in the same run: machines differ, ratios less so.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pyoxigraph as ox

from lgq_graph.align import align
from lgq_graph.describe import describe
from lgq_graph.extract import extract
from lgq_graph.model import Questionnaire, Response
from lgq_graph.pipeline import context_of, respond
from lgq_graph.publish import FORMATS
from lgq_graph.publish.select import Selection
from lgq_graph.questionnaire import load_questionnaire
from lgq_graph.read import read
from lgq_graph.resolve import resolve
from lgq_graph.store import Store
from lgq_graph.validate import validate

T = TypeVar("T")
ROOT = Path(__file__).resolve().parent.parent


class Clock:
    """Collects the seconds of named stages."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def __call__(self, stage: str, work: Callable[[], T]) -> T:
        begin = time.perf_counter()
        result = work()
        self.seconds[stage] = time.perf_counter() - begin
        return result


def _response(file: Path) -> tuple[Response, Questionnaire]:
    document = read(file)[0]
    aligned = align(document, load_questionnaire("2022"))
    return respond(document, aligned), aligned.questionnaire


def measure(file: Path) -> tuple[int, dict[str, float]]:
    """The number of quads and the seconds of each stage for one file."""
    clock = Clock()
    response, form = clock("read, align, locate", lambda: _response(file))
    context = context_of(response)
    mentions = clock(
        "extract", lambda: tuple(extract(a, form.question(a.question), context) for a in response.answers)
    )
    entities = clock("resolve", lambda: resolve(response, mentions))
    quads = clock("describe", lambda: describe(response, form, mentions, entities))
    store = Store()
    clock("load ontology", store.load_ontology)
    clock("store", lambda: store.replace(quads, quads[0].graph_name.value.split("/")[5], "2022"))
    clock("validate", lambda: validate(store))
    selection = Selection(store)
    clock("sort for the exports", lambda: list(selection.graphs()))
    for name, files in FORMATS.items():
        clock(f"export {name}", lambda files=files: files(selection))
    data = "".join(f"{quad} .\n" for quad in quads).encode()
    clock("peer: bulk load", lambda: ox.Store().bulk_load(data, format=ox.RdfFormat.N_QUADS))
    return len(quads), clock.seconds


def measured(file: Path) -> dict[str, object]:
    """One file: its quads, and for each stage milliseconds and the ratio to the peer."""
    measure(file)  # the first run reads word lists and gazetteers
    quads, seconds = measure(file)
    peer = seconds["peer: bulk load"]
    total = {"all but the peer": sum(seconds.values()) - peer}
    stages = {
        stage: {"ms": round(spent * 1000, 2), "ratio": round(spent / peer, 2)}
        for stage, spent in {**seconds, **total}.items()
    }
    return {"file": file.name, "quads": quads, "stages": stages}


def lines(report: dict[str, Any]) -> Iterator[str]:
    """The report on one file, for a reader."""
    yield f"{report['file']}: {report['quads']} quads"
    for stage, spent in report["stages"].items():
        yield f"  {stage:22} {spent['ms']:9.1f} ms  {spent['ratio']:7.1f} ×"


def main(arguments: list[str]) -> None:
    """Report on the files named, or on the examples and the real responses at hand."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", action="store_true", help="one JSON array instead of a table")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    options = parser.parse_args(arguments)
    files = options.files or [
        *sorted((ROOT / "examples").glob("*.txt")),
        *sorted((ROOT.parent / "shared" / "responses").glob("*.txt")),
    ]
    if options.json:
        print(json.dumps([measured(file) for file in files], ensure_ascii=False, indent=2))
        return
    for file in files:
        print("\n".join(lines(measured(file))))


if __name__ == "__main__":
    main(sys.argv[1:])
