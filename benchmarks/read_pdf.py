"""The time and memory that reading a PDF takes, beside pdfplumber's layout text of the same file.

    python benchmarks/read_pdf.py [--json]

Each reader has a process of its own, so that its memory is its own; ours starts another for pdfium each time. The last column is the
ratio to the peer: machines differ, ratios less so. Lines lost are lines of the response that the reading does not give whole.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FILES = ROOT / "tests" / "data" / "files"
HELD = {
    "chromium-form.pdf": "medellin-2022",
    "chromium-columns.pdf": "tampere-2022",
    "libreoffice-form.pdf": "tampere-2022",
    "libreoffice-table.pdf": "tampere-2022",
    "groff.pdf": "medellin-2022",
    "pango.pdf": "tampere-2022",
}
_BEGIN = """
import json, resource, sys, time
def told(read):
    read(); took = []
    for _ in range(3):
        begin = time.perf_counter(); text = read(); took.append(time.perf_counter() - begin)
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(json.dumps([min(took) * 1000, peak / 1024, text]))
"""
OURS = """
from lgq_graph.read import read
told(lambda: "\\n".join(block.text for document in read(sys.argv[1]) for block in document.blocks))
"""
PEER = """
import pdfplumber
def text():
    with pdfplumber.open(sys.argv[1]) as file:
        return "\\n".join(page.extract_text() for page in file.pages)
told(text)
"""


def run(code: str, file: Path) -> tuple[float, float, str]:
    """Milliseconds, the best of three after a first one; the largest memory of a process in MiB; the text."""
    words = [sys.executable, "-c", _BEGIN + code, str(file)]
    done = subprocess.run(words, capture_output=True, text=True, check=True, cwd=ROOT)
    milliseconds, memory, text = json.loads(done.stdout)
    return milliseconds, memory, text


def lost(text: str, stem: str) -> int:
    """How many lines of a response are not whole in a text, spaces, bullets and Markdown aside."""
    written = (ROOT / "examples" / f"{stem}.txt").read_text(encoding="utf-8")
    written = re.sub(r"\[([^\]]+)\]\((\S+?)\)", r"\1 (\2)", written)
    found = {_bare(line) for line in text.split("\n")}
    return sum(_bare(line) not in found for line in written.split("\n") if _bare(line))


def _bare(line: str) -> str:
    return "".join(re.findall(r"[^\W_]+", line.replace("[x]", "")))


def cases() -> Iterator[dict[str, object]]:
    """For each file: time, memory and lines lost, of ours and of the peer."""
    for name, stem in HELD.items():
        (ours, memory, text), (peer, peer_memory, peer_text) = (
            run(OURS, FILES / name),
            run(PEER, FILES / name),
        )
        yield {
            "file": name,
            "ms": round(ours),
            "MiB": round(memory),
            "lines lost": lost(text, stem),
            "peer ms": round(peer),
            "peer MiB": round(peer_memory),
            "peer lines lost": lost(peer_text, stem),
            "ratio": round(ours / peer, 2),
        }


def main() -> None:
    """Print the cases."""
    found = list(cases())
    if "--json" in sys.argv[1:]:
        print(json.dumps(found, indent=2))
        return
    print("  ".join(f"{name:>15}" for name in found[0]))
    for case in found:
        print("  ".join(f"{value!s:>15.22}" for value in case.values()))


if __name__ == "__main__":
    main()
