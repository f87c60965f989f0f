"""Who may run a query now: warm workers for short ones, seats for long ones, a bounded queue, and a 503 for the rest.

A query that is not done after a moment moves to one of the seats for long ones, with the lowest priority, and a new worker takes its place;
so however many long queries come, a short one finds a worker. One worker is kept for texts that were quick when last asked.
"""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable
from typing import Any

from ..errors import LgqError
from .limits import Limits
from .problem import Problem
from .seat import Mother, Reply, Worker

__all__ = ["Pool"]

_MOMENT = 0.1
_LONGEST_MOMENT = 1.0
_PATIENCE = 5.0
_REMEMBERED = 10_000


class Pool:
    """Workers for a store: `short` that are kept warm, and seats for so many `long` queries; at most `waiting` requests wait."""

    def __init__(
        self, mother: Mother, limits: Limits, short: int = 3, long: int = 4, waiting: int = 32
    ) -> None:
        self._mother, self._limits = mother, limits
        self._short, self._seats, self._places = max(short, 2), long, waiting
        self._idle: deque[Worker] = deque()
        self._warm = 0
        self._busy: set[Worker] = set()
        self._long = 0
        self._waiting: tuple[deque[asyncio.Future[Worker]], deque[asyncio.Future[Worker]]] = (
            deque(),
            deque(),
        )
        self._quick: OrderedDict[int, None] = OrderedDict()
        self._tasks: set[asyncio.Task[None]] = set()
        self._open = False

    async def start(self) -> bool:
        """Make the workers; whether they are cut off from the network. DataError when the store cannot be opened."""
        self._open = True
        self._mother.start()
        first = await self._mother.worker()
        self._warm = 1
        self._give(first)
        self._fill()
        await asyncio.gather(*self._tasks)
        return first.alone

    def stop(self) -> None:
        """End all workers."""
        self._open = False
        for task in self._tasks:
            task.cancel()
        self._mother.stop()
        for worker in (*self._idle, *self._busy):
            worker.kill()

    async def run(self, request: dict[str, Any], gone: Callable[[], Awaitable[None]] | None = None) -> Reply:
        """The answer to a request; a Problem when there is none. `gone` ends when the client has hung up."""
        key = hash(tuple(sorted((name, str(value)) for name, value in request.items())))
        worker = await self._free(key in self._quick)
        self._busy.add(worker)
        asking = asyncio.create_task(worker.ask(request))
        try:
            reply = await self._watched(worker, asking, key, gone)
        except Problem as problem:
            if problem.kind.startswith("query-") or problem.kind == "busy" or not asking.done():
                self._lose(worker, asking)
            else:
                self._release(worker)
            if not self._open:
                raise Problem(
                    "busy", "the server is being stopped", "try again in a while", retry_after=10
                ) from None
            raise
        except BaseException:
            self._lose(worker, asking)
            raise
        self._release(worker)
        return reply

    async def _watched(
        self,
        worker: Worker,
        asking: asyncio.Task[Reply],
        key: int,
        gone: Callable[[], Awaitable[None]] | None,
    ) -> Reply:
        if await _soon(worker, asking):
            self._remember(key)
            return asking.result()
        self._quick.pop(key, None)
        if self._long >= self._seats:
            raise Problem(
                "busy", "too many long queries run at the moment", "try again in a while", retry_after=10
            )
        self._long += 1
        try:
            self._move(worker)
            return await self._to_the_end(asking, gone)
        finally:
            self._long -= 1

    async def _to_the_end(
        self, asking: asyncio.Task[Reply], gone: Callable[[], Awaitable[None]] | None
    ) -> Reply:
        left = asyncio.create_task(_wait_for(gone)) if gone else None
        try:
            await asyncio.wait(
                {asking, left} if left else {asking},
                timeout=self._limits.seconds - _MOMENT, return_when=asyncio.FIRST_COMPLETED,
            )  # fmt: skip
        finally:
            if left:
                left.cancel()
        if asking.done():
            return asking.result()
        raise Problem(
            "query-too-slow", f"the query was stopped after {self._limits.seconds:g} seconds, or given up by its client",
            "ask for less, or take a dump to a store of your own",
        )  # fmt: skip

    # --- workers --------------------------------------------------------------------------------------------------

    async def _free(self, quick: bool) -> Worker:
        """A worker; the last that is idle goes to a query that is known to be quick."""
        self._bury()
        if len(self._idle) > (0 if quick else 1):
            return self._idle.popleft()
        if sum(map(len, self._waiting)) >= self._places:
            raise Problem("busy", "too many requests wait already", "try again in a moment", retry_after=1)
        turn: asyncio.Future[Worker] = asyncio.get_running_loop().create_future()
        line = self._waiting[0 if quick else 1]
        line.append(turn)
        try:
            return await asyncio.wait_for(turn, _PATIENCE)
        except TimeoutError:
            raise Problem(
                "busy", "no worker was free in time", "try again in a moment", retry_after=2
            ) from None
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._give(turn.result())
            raise
        finally:
            if turn in line:
                line.remove(turn)

    def _bury(self) -> None:
        """Replace what ended while nobody asked it: the mother may have been killed, and all her workers with her."""
        for worker in [worker for worker in self._idle if worker.ended]:
            self._idle.remove(worker)
            worker.kill()
            self._warm -= 1
        self._fill()

    def _give(self, worker: Worker) -> None:
        """A worker is free: to who waits, else to the idle ones."""
        self._idle.append(worker)
        for line, kept in zip(self._waiting, (0, 1), strict=True):
            while line and len(self._idle) > kept:
                if not (turn := line.popleft()).done():
                    turn.set_result(self._idle.popleft())

    def _release(self, worker: Worker) -> None:
        """The worker has answered; one that stood back has been replaced."""
        if worker in self._busy:
            self._busy.discard(worker)
            self._give(worker)
        else:
            worker.kill()

    def _lose(self, worker: Worker, asking: asyncio.Task[Reply]) -> None:
        asking.cancel()
        asking.add_done_callback(_forget)
        worker.kill()
        if worker in self._busy:
            self._busy.discard(worker)
            self._warm -= 1
            self._fill()

    def _move(self, worker: Worker) -> None:
        """From the warm workers to the seats for long queries."""
        worker.stand_back()
        self._busy.discard(worker)
        self._warm -= 1
        self._fill()

    def _fill(self) -> None:
        """Make workers until there are enough."""
        while self._open and self._warm < self._short:
            self._warm += 1
            task = asyncio.create_task(self._make())
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _make(self) -> None:
        while self._open:
            try:
                worker = await self._mother.worker()
            except (LgqError, OSError):
                await asyncio.sleep(1)
                continue
            self._give(worker)
            return

    def _remember(self, key: int) -> None:
        self._quick[key] = None
        self._quick.move_to_end(key)
        if len(self._quick) > _REMEMBERED:
            self._quick.popitem(last=False)


async def _soon(worker: Worker, asking: asyncio.Task[Reply]) -> bool:
    """Whether an answer comes in a moment of the worker's own time, for on a busy machine it may have to wait for a processor."""
    began, end = worker.worked(), time.monotonic() + _LONGEST_MOMENT
    left = _MOMENT
    while left > 0 and time.monotonic() < end:
        done, _ = await asyncio.wait((asking,), timeout=max(left, 0.01))
        if done:
            return True
        left = _MOMENT - (worker.worked() - began)
    return False


async def _wait_for(gone: Callable[[], Awaitable[None]]) -> None:
    await gone()


def _forget(task: asyncio.Task[Reply]) -> None:
    """Nobody asks any more what became of it; an answer that came too late is closed."""
    if not task.cancelled() and not task.exception():
        task.result().body.close()
