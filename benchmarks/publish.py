"""Pages a second of the site, beside the time that Jinja2 alone needs to render the same pages.

    python benchmarks/publish.py [--responses 1 50 500] [--json]

The cities are copies of the examples under other names (`benchmarks/analyse.py` makes them). The site is written to disk with all its data; the
time that `Template.render` takes is summed in the same run. The result is the ratio of the two, in time of the processor, and the pages a second by the clock.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from analyse import fill

_MEMORY = Path("/dev/shm")
"""Where files stand in memory, so that the disk, of which the machine has its own noise, is left out."""


def measure(store: Path, site: Path) -> dict[str, float]:
    """The seconds of publishing a store, of these the seconds within Jinja2, and the number of pages and files."""
    import jinja2

    from lgq_graph.publish.site import publish
    from lgq_graph.store import Store

    spent, pages, render = 0.0, 0, jinja2.Template.render

    def timed(self: jinja2.Template, *args: object, **values: object) -> str:
        nonlocal spent, pages
        begin = time.process_time()
        text = render(self, *args, **values)
        spent += time.process_time() - begin
        pages += 1
        return text

    jinja2.Template.render = timed  # type: ignore[method-assign]
    begin, clock = time.process_time(), time.perf_counter()
    files = publish(Store.read_only(store), site)
    whole, clock = time.process_time() - begin, time.perf_counter() - clock
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": clock, "processor": whole, "jinja2": spent, "pages": pages, "files": files, "peak MiB": peak}


def main(arguments: list[str]) -> None:
    """Print a line for each number of responses."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--responses", type=int, nargs="+", default=[1, 50, 500])
    parser.add_argument("--json", action="store_true", help="a JSON object a line")
    parser.add_argument("--measure", nargs=2, type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.measure:
        print(json.dumps(measure(*options.measure)))
        return
    for responses in options.responses:
        with tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as folder:
            store, site = Path(folder) / "store", Path(folder) / "site"
            fill(store, responses)
            command = [sys.executable, __file__, "--measure", str(store), str(site)]
            found = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        ratio = found["processor"] / found["jinja2"]
        rate = found["pages"] / found["seconds"]
        if options.json:
            print(json.dumps({"responses": responses, **found, "ratio": round(ratio, 2), "pages a second": round(rate)}))
        else:
            print(
                f"{responses:4} responses: {found['pages']:8.0f} pages, {found['files']:8.0f} files in {found['seconds']:7.1f} s, {rate:6.0f} pages a second; "
                f"processor {found['processor']:.1f} s, Jinja2 alone {found['jinja2']:.1f} s, ratio {ratio:.2f}; peak {found['peak MiB']:.0f} MiB"
            )


if __name__ == "__main__":
    main(sys.argv[1:])
