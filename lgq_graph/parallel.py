"""Work on several cores: results come in the order of the items, and few of them wait for their turn."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager
from functools import partial
from multiprocessing import get_context, parent_process, resource_tracker
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Protocol, TypeVar

from .errors import DataError

__all__ = [
    "Run",
    "cores",
    "in_order",
    "meanwhile",
    "one_by_one",
    "ordered",
    "processes",
    "without_collector",
]

T = TypeVar("T")
R = TypeVar("R")

_AHEAD = 3
"""How many results for each process may wait, so that none is idle while one item takes long."""


class Run(Protocol):
    """What does some work for each item, here or elsewhere, and gives the results in the order of the items."""

    def __call__(self, work: Callable[[T], R], items: Iterable[T], /) -> Generator[R, None, None]:
        """The results; an error is raised when its turn comes."""


def cores() -> int:
    """How many cores this process may use."""
    known = getattr(os, "sched_getaffinity", None)
    return len(known(0)) if known else os.cpu_count() or 1


@contextmanager
def without_collector() -> Iterator[None]:
    """Python looks for no rings of dead values meanwhile: responses and pages are many values that make none, and the search costs a fifth."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def one_by_one(work: Callable[[T], R], items: Iterable[T]) -> Generator[R, None, None]:
    """The simplest `Run`: in this process, one after the other."""
    yield from map(work, items)


@contextmanager
def processes(jobs: int, prepare: Callable[..., object] = int, *given: Any) -> Iterator[Run]:
    """A `Run` in `jobs` new processes, each of which `prepare(*given)` begins.

    All that goes over to a process must be picklable. DataError when one of them dies.
    """
    with ProcessPoolExecutor(
        jobs, get_context("spawn"), initializer=_begin, initargs=(prepare, *given)
    ) as pool:

        def run(work: Callable[[T], R], items: Iterable[T]) -> Generator[R, None, None]:
            try:
                yield from ordered(partial(_submitted, pool, work), items, _AHEAD * jobs)
            except BrokenProcessPool as error:
                raise _died() from error

        yield run


def _submitted(pool: ProcessPoolExecutor, work: Callable[[T], R], item: T) -> Future[R]:
    with _uninterrupted():  # the first item starts the processes
        return pool.submit(work, item)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Processes that are started meanwhile are not interrupted by Ctrl+C, which goes to all of the group: who started them ends them."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    resource_tracker.ensure_running()  # which lets interrupts in again when it starts
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(prepare: Callable[..., object], *given: Any) -> None:
    threading.Thread(target=_end_with_parent, daemon=True).start()
    prepare(*given)


def _end_with_parent() -> None:
    """A process whose parent was killed would wait for work for ever."""
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _died() -> DataError:
    return DataError(
        "a worker process died before it was done",
        hint="try again with fewer --jobs: memory may have run out",
    )


@contextmanager
def meanwhile(file: Path, work: Callable[..., Iterable[R]], *given: Any) -> Iterator[Iterator[R]]:
    """What `work(*given)` gives, made in a new process from now on; it waits in a file until it is asked for.

    All that goes over to the process must be picklable. An error is raised when its turn comes, DataError when the process dies.
    On leaving, the process ends, whether it is done or not.
    """
    process = get_context("spawn").Process(target=_keep, args=(file, work, given))
    with _uninterrupted():
        process.start()
    try:
        yield _kept(process, file)
    finally:
        process.terminate()
        process.join()


def _keep(file: Path, work: Callable[..., Iterable[object]], given: tuple[Any, ...]) -> None:
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with file.open("wb") as out:
        try:
            for item in work(*given):
                pickle.dump((item, None), out)
        except Exception as error:
            pickle.dump((None, error), out)


def _kept(process: BaseProcess, file: Path) -> Iterator[Any]:
    process.join()
    if process.exitcode:
        raise _died()
    with file.open("rb") as found:
        while found.peek(1):
            item, error = pickle.load(found)
            if error is not None:
                raise error
            yield item


def in_order(
    work: Callable[[T], R], items: Iterable[T], jobs: int, prepare: Callable[..., None], *given: Any
) -> Iterator[R]:
    """What `work` makes of each item, in `jobs` new processes, each of which `prepare(*given)` begins.

    All that goes over to a process must be picklable. An error of one item is raised when its turn comes.
    """
    with processes(jobs, prepare, *given) as run, closing(run(work, items)) as results:
        yield from results


def ordered(submit: Callable[[T], Future[R]], items: Iterable[T], ahead: int) -> Generator[R, None, None]:
    """The results of what is submitted, in order, with at most `ahead` more under way or waiting; the rest is cancelled on leaving."""
    waiting: deque[Future[R]] = deque()
    try:
        for item in items:
            waiting.append(submit(item))
            if len(waiting) > ahead:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()
