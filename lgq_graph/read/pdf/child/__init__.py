"""What stands on the pages of a PDF, told by pdfium, as JSON: run as a program, in a process of its own.

Why a process: pdfium is not thread-safe, has no time limit, and a hostile file may make it loop, eat memory or crash.
The parent kills it; the limits on memory and processor time are its own, and hold before pdfium is loaded. Nothing of
the package outside this folder is imported here, so that it starts in a tenth of a second.

In: the file, on the standard input. Out, one JSON value a line: first `{"pages": n}` or `{"error": code}`, then a frame
for each direction of the text on each page. A frame is turned so that its text runs to the right, and y grows downwards
from the top of the page. Letters come as words in the order of sight, from left to right, whatever the script.
"""

from __future__ import annotations

import json
import sys

__all__ = ["main"]

MEMORY, SECONDS = 3 << 29, 60


def main() -> None:
    """Reads the file from the standard input and writes what stands in it; all its text when "whole" is asked for."""
    _limit()
    data = sys.stdin.buffer.read()
    # only now, that the limits hold for pdfium
    if sys.argv[2:] == ["whole"]:
        from .whole import told
    else:
        from .document import told

    for value in told(data):
        sys.stdout.write(json.dumps(value) + "\n")


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; the parent's clock remains
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
