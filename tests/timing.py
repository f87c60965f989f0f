"""How time grows, in seconds of the processor: a busy machine makes everything slower, and nothing quadratic."""

from __future__ import annotations

import time
from collections.abc import Callable
from timeit import timeit

__all__ = ["assert_linear"]

_TRIALS = 3
_TOO_SHORT = 0.02
"""Times below are those of the clock as much as those of the work."""


def assert_linear(work: Callable[[str], object], piece: str, size: int = 10_000) -> None:
    """Four times the text takes about four times the time, never the sixteen of a square; whatever else ran, once in three trials."""
    work(piece)
    small, large = (piece * max(1, length // len(piece)) for length in (size, 4 * size))
    times = []
    for _ in range(_TRIALS):
        times.append((_seconds(work, small), _seconds(work, large)))
        if times[-1][1] < 10 * max(times[-1][0], _TOO_SHORT):
            return
    raise AssertionError(f"seconds for {len(small)} and {len(large)} characters: {times}")


def _seconds(work: Callable[[str], object], text: str) -> float:
    """Collecting garbage, which costs what others left, is off."""
    return timeit(lambda: work(text), timer=time.process_time, number=1)
