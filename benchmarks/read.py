"""The time and the peak memory of reading one file of each format, beside another extractor of the format.

    python benchmarks/read.py [--json] [FILE …]

Every reading runs in a process of its own, so that its peak is its own; what the imports took before is taken off. The
last column is the ratio to the peer in the same run: machines differ, ratios less so. Without FILE, the examples and
the test files of every format that can be read. A peer that is not installed is left out:

    pip install markitdown[docx,xlsx] docx2python
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from lgq_graph.read import extensions, read

ROOT = Path(__file__).resolve().parent.parent
RUNS = 5
OURS = "lgq_graph"


def _ours(file: Path) -> Callable[[], object]:
    return lambda: read(file)


def _docx2python(file: Path) -> Callable[[], object]:
    from docx2python import docx2python

    return lambda: docx2python(file).text


def _markitdown(file: Path) -> Callable[[], object]:
    from markitdown import MarkItDown

    peer = MarkItDown()
    return lambda: peer.convert(file).text_content


READERS = {OURS: _ours, "docx2python": _docx2python, "markitdown": _markitdown}
PEERS = {
    ".docx": ("docx2python", "markitdown"),
    **dict.fromkeys((".xlsx", ".csv", ".html"), ("markitdown",)),
}
"""The other extractors of a format, by the names of their packages."""


def measure(reader: str, file: Path) -> dict[str, float]:
    """Milliseconds (the best of some runs, the first left out) and the peak in MiB, in this process."""
    work = READERS[reader](file)
    before = _peak()
    work()
    seconds = min(_timed(work) for _ in range(RUNS))
    return {"ms": seconds * 1000, "MiB": _peak() - before}


def _timed(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _apart(reader: str, file: Path) -> dict[str, float]:
    """`measure` in a process of its own."""
    words = [sys.executable, __file__, "--one", reader, str(file)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{reader} cannot read {file}:\n{done.stderr}")
    found: dict[str, float] = json.loads(done.stdout)
    return found


def compared(file: Path) -> dict[str, Any]:
    """One file: what we take, and what each peer at hand takes with the ratio of ours to it."""
    peers = [name for name in PEERS.get(file.suffix, ()) if importlib.util.find_spec(name)]
    ours = _apart(OURS, file)
    report: dict[str, Any] = {
        "file": file.name,
        "kB": round(file.stat().st_size / 1000, 1),
        OURS: _rounded(ours),
    }
    for name in peers:
        theirs = _apart(name, file)
        report[name] = {**_rounded(theirs), "ratio": round(ours["ms"] / theirs["ms"], 3)}
    return report


def _rounded(found: dict[str, float]) -> dict[str, float]:
    return {unit: round(value, 1) for unit, value in found.items()}


def lines(report: dict[str, Any]) -> Iterator[str]:
    """The report on one file, for a reader."""
    yield f"{report['file']}: {report['kB']} kB"
    for name, found in report.items():
        if isinstance(found, dict):
            ratio = f"{found['ratio']:9.3f} ×" if "ratio" in found else ""
            yield f"  {name:14} {found['ms']:9.1f} ms {found['MiB']:8.1f} MiB{ratio}"


def _files() -> list[Path]:
    folders = (ROOT / "examples", ROOT / "tests" / "data" / "files")
    found = (file for folder in folders for file in sorted(folder.glob("*")))
    return [file for file in found if file.suffix in extensions() and file.name != "README.md"]


def main(arguments: list[str]) -> None:
    """Report on the files named, or on those at hand."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", action="store_true", help="one JSON array instead of a table")
    parser.add_argument("--one", metavar="READER", choices=READERS, help=argparse.SUPPRESS)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    options = parser.parse_args(arguments)
    if options.one:
        print(json.dumps(measure(options.one, options.files[0])))
        return
    reports = map(compared, options.files or _files())
    if options.json:
        print(json.dumps(list(reports), ensure_ascii=False, indent=2))
        return
    for report in reports:
        print("\n".join(lines(report)))


if __name__ == "__main__":
    main(sys.argv[1:])
