"""The workers of a Dask scheduler, on as many machines as it has. The only module that meets Dask.

A worker that dies loses nothing: the scheduler gives what it held to another. Results come back in the order of the items, each once.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any, TypeVar

from .errors import DataError, UsageError
from .parallel import Run, ordered

__all__ = ["workers_of"]

T = TypeVar("T")
R = TypeVar("R")

_AHEAD = 4
"""How many items for each thread of a worker are on their way, so that none waits for the network."""
_PATIENCE, _MORE_TRIES = "10s", 2
"""A client asserts that its own thread starts within ten seconds, which a busy machine may not grant."""


@contextmanager
def workers_of(scheduler: str) -> Iterator[Run]:
    """A `Run` by the workers of the scheduler at an address.

    UsageError when Dask is not installed or nobody answers; DataError when workers die of one item again and again.
    """
    client = _client(scheduler)

    def run(work: Callable[[T], R], items: Iterable[T]) -> Generator[R, None, None]:
        from distributed import KilledWorker

        def submit(item: T) -> Any:
            return client.submit(work, item, pure=False, retries=0)

        try:
            yield from ordered(submit, items, _AHEAD * max(1, sum(client.nthreads().values())))
        except KilledWorker as error:
            raise DataError(
                f"workers died of the same response, one after the other: {error}", hint="build in parts to find it, or give workers more memory"
            ) from error  # fmt: skip

    try:
        yield run
    finally:
        client.close()


def _client(scheduler: str) -> Any:
    try:
        import distributed
    except ImportError as error:
        raise UsageError("Dask is not installed", hint="pip install 'lgq-graph[dask]'") from error
    connect: Any = partial(distributed.Client, scheduler, timeout=_PATIENCE, set_as_default=False)
    try:
        for _ in range(_MORE_TRIES):
            with suppress(AssertionError):
                return connect()
        return connect()
    except (OSError, ValueError) as error:
        raise UsageError(
            f"no scheduler of Dask answers at {scheduler}: {error}", hint="start one with: dask scheduler"
        ) from error
