"""Work on several cores: results come in the order of the items, and never more wait than there are workers to make them."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

__all__ = ["cores", "in_order"]

T = TypeVar("T")
R = TypeVar("R")


def cores() -> int:
    """How many cores this process may use."""
    known = getattr(os, "sched_getaffinity", None)
    return len(known(0)) if known else os.cpu_count() or 1


def in_order(
    work: Callable[[T], R], items: Iterable[T], jobs: int, prepare: Callable[..., None], *given: object
) -> Iterator[R]:
    """What `work` makes of each item, in `jobs` new processes, each of which `prepare(*given)` begins.

    All that goes over to a process must be picklable. An error of one item is raised when its turn comes.
    """
    with ProcessPoolExecutor(jobs, get_context("spawn"), initializer=prepare, initargs=given) as pool:
        waiting: deque[Future[R]] = deque()
        try:
            for item in items:
                waiting.append(pool.submit(work, item))
                if len(waiting) > jobs:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()
