"""The time and the peak memory of reading a response in each format, beside other extractors of the format.

    python benchmarks/read.py [--json] [--quick] [FILE …]

Every reading has a process of its own. Its time is the best of several in a row; its memory is the peak of the first, less
what the imports took, with all of the largest process that the reader started. Ratios are ours to the peer's in the same
run: machines differ, ratios less so. Lost are the lines of the example that the reading of its print does not give whole,
signs and spaces aside. Without FILE, the examples, and each again many times as long. Peers that are not
installed are told and left out: pip install 'lgq-graph[bench]'.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

__all__ = ["main"]

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE.parent / "examples"
TEXT = EXAMPLES / "tampere-2022.txt"
TIMES = 16
"""How many times as long; twenty times the example is more Markdown than the reader takes."""
RUNS, SECONDS = 5, 2.0
OURS = "lgq-graph"
PEERS = {
    ".txt": ("markitdown",),
    ".md": ("markdown-it-py",),
    ".html": ("markitdown",),
    ".csv": ("markitdown", "pandas"),
    ".xlsx": ("markitdown", "openpyxl"),
    ".docx": ("markitdown", "python-docx"),
    ".pdf": ("pdfplumber", "pypdf"),
}
"""The other extractors of a format."""
PRINTS = (".docx", ".pdf")
"""Formats in which the example stands line for line."""

Work = Callable[[Path], str]


def _ours() -> Work:
    from lgq_graph.read import extensions, read

    extensions()  # loads every reader
    return lambda file: "\n".join(block.text for document in read(file) for block in document.blocks)


def _markitdown() -> Work:
    from markitdown import MarkItDown

    peer = MarkItDown()
    return lambda file: peer.convert(file).text_content


def _markdown_it() -> Work:
    from markdown_it import MarkdownIt

    peer = MarkdownIt()
    return lambda file: peer.render(file.read_text(encoding="utf-8"))


def _pandas() -> Work:
    import pandas

    return lambda file: pandas.read_csv(file).to_csv()


def _openpyxl() -> Work:
    import openpyxl

    return lambda file: "\n".join(
        str(value) for sheet in openpyxl.load_workbook(file) for row in sheet.values for value in row
    )


def _python_docx() -> Work:
    import docx

    def lines(place: Any) -> Iterator[str]:
        for part in place.iter_inner_content():
            if isinstance(part, docx.table.Table):
                yield from (line for row in part.rows for cell in row.cells for line in lines(cell))
            else:
                yield part.text

    return lambda file: "\n".join(lines(docx.Document(str(file))))


def _pdfplumber() -> Work:
    import pdfplumber

    def text(file: Path) -> str:
        with pdfplumber.open(file) as opened:
            return "\n".join(page.extract_text() for page in opened.pages)

    return text


def _pypdf() -> Work:
    import pypdf

    return lambda file: "\n".join(page.extract_text() for page in pypdf.PdfReader(file).pages)


READERS: dict[str, tuple[str, Callable[[], Work]]] = {
    OURS: ("lgq_graph", _ours),
    "markitdown": ("markitdown", _markitdown),
    "markdown-it-py": ("markdown_it", _markdown_it),
    "pandas": ("pandas", _pandas),
    "openpyxl": ("openpyxl", _openpyxl),
    "python-docx": ("docx", _python_docx),
    "pdfplumber": ("pdfplumber", _pdfplumber),
    "pypdf": ("pypdf", _pypdf),
}
"""The name to import, and what loads the extractor."""


def measure(reader: str, file: Path) -> dict[str, float]:
    """Milliseconds, MiB and lines lost of one reader in this process, which must be new."""
    work = READERS[reader][1]()
    before = _peak(resource.RUSAGE_SELF)
    spent = [_timed(work, file)]
    taken = _peak(resource.RUSAGE_SELF) - before + _peak(resource.RUSAGE_CHILDREN)
    while len(spent) < RUNS and sum(spent) < SECONDS:
        spent.append(_timed(work, file))
    return {"ms": min(spent) * 1000, "MiB": taken, "lost": lost(work(file))}


def lost(text: str) -> int:
    """How many lines of the example are not whole in a text."""
    written = re.sub(r"\[([^\]]+)\]\((\S+?)\)", r"\1 (\2)", TEXT.read_text(encoding="utf-8"))
    found = {_bare(line) for line in text.splitlines()}
    return sum(_bare(line) not in found for line in written.splitlines() if _bare(line))


def _bare(line: str) -> str:
    return "".join(re.findall(r"[^\W_]+", re.sub(r"\]\(", " (", line.replace("[x]", ""))))


def _timed(work: Work, file: Path) -> float:
    begin = time.perf_counter()
    work(file)
    return time.perf_counter() - begin


def _peak(who: int) -> float:
    return resource.getrusage(who).ru_maxrss / 1024


def _apart(reader: str, file: Path) -> dict[str, float]:
    """`measure` in a process of its own."""
    words = [sys.executable, __file__, "--one", reader, str(file)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{reader} cannot read {file}:\n{done.stderr}")
    found: dict[str, float] = json.loads(done.stdout)
    return found


def compared(file: Path, size: str) -> Iterator[dict[str, Any]]:
    """A row for us and for each peer at hand, with the ratios of ours to theirs."""
    ours = _apart(OURS, file)
    head = {"format": file.suffix[1:], "size": size, "kB": round(file.stat().st_size / 1000)}
    for reader in (OURS, *filter(_is_there, PEERS.get(file.suffix, ()))):
        found = ours if reader == OURS else _apart(reader, file)
        row = head | {"reader": reader, "ms": round(found["ms"], 1), "MiB": round(found["MiB"], 1)}
        if file.suffix in PRINTS and file.stem == TEXT.stem:
            row["lost"] = found["lost"]
        if reader != OURS:
            row |= {
                "time ratio": round(ours["ms"] / found["ms"], 2),
                "memory ratio": round(ours["MiB"] / max(found["MiB"], 0.1), 2),
            }
        yield row


def _is_there(reader: str) -> bool:
    return importlib.util.find_spec(READERS[reader][0]) is not None


def cases(quick: bool) -> Iterator[tuple[Path, str]]:
    """The example of each format with its size in words, and unless in haste the same many times as long."""
    files = [TEXT, *sorted((EXAMPLES / "formats").iterdir())]
    with tempfile.TemporaryDirectory() as folder:
        for file in files:
            yield file, "example"
            if not quick:
                longer = Path(folder, f"{file.stem}-long{file.suffix}")
                # In a process of its own, for a new process begins with the memory of the one that starts it.
                words = [sys.executable, str(HERE / "longer.py"), str(file), str(TIMES), str(longer)]
                subprocess.run(words, check=True)
                yield longer, f"{TIMES} times"


def table(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    """The rows for a reader, each as soon as it is there."""
    columns = {"format": -6, "size": -8, "kB": 6, "reader": -14, "ms": 9, "MiB": 7, "lost": 5, "time ratio": 10, "memory ratio": 12}  # fmt: skip
    yield " ".join(f"{name:{_format(width)}}" for name, width in columns.items())
    for row in rows:
        yield " ".join(f"{row.get(name, ''):{_format(width)}}" for name, width in columns.items()).rstrip()


def _format(width: int) -> str:
    return f"{'<' if width < 0 else '>'}{abs(width)}"


def main(arguments: list[str]) -> None:
    """Report on the files named, or on the examples."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", action="store_true", help="one JSON array instead of a table")
    parser.add_argument("--quick", action="store_true", help="the examples alone, not their longer likes")
    parser.add_argument("--one", metavar="READER", choices=READERS, help=argparse.SUPPRESS)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    options = parser.parse_args(arguments)
    if options.one:
        print(json.dumps(measure(options.one, options.files[0])))
        return
    for missing in sorted(name for name in READERS if not _is_there(name)):
        print(f"{missing} is not installed: pip install 'lgq-graph[bench]'", file=sys.stderr)
    named = ((file, "as given") for file in options.files)
    rows = (row for file, size in (named if options.files else cases(options.quick)) for row in compared(file, size))  # fmt: skip
    if options.json:
        print(json.dumps(list(rows), indent=2))
        return
    for line in table(rows):
        print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
