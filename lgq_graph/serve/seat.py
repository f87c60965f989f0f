"""The server's side of the workers: the mother that makes them, and each with its channel."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import IO, Any

from ..errors import DataError
from ..output import Pin
from .limits import Limits
from .messages import LENGTHS, packed
from .problem import Problem

__all__ = ["Mother", "Reply", "Worker"]

_IN_MEMORY = 1 << 20
_PIECE = 1 << 18
_OF_A_PROCESS = 2
"""What makes a clock of a process number, as `clock_getcpuclockid` of the C library does."""


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole answer: its media type, its bytes (in memory, or in a file without a name), and whether these are compressed."""

    media: str
    body: IO[bytes]
    size: int
    rows: int
    zipped: bool


class Worker:
    """A process that answers one query at a time."""

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, pid: int, alone: bool
    ) -> None:
        self._reader, self._writer, self._pid, self.alone = reader, writer, pid, alone

    async def ask(self, request: dict[str, Any]) -> Reply:
        """The answer to a request; a Problem when it is refused, or ends the worker."""
        try:
            self._writer.write(packed(request))
            head, size = await _head(self._reader)
            if "problem" in head:
                raise Problem(*head["problem"])
            return Reply(head["media"], await _spooled(self._reader, size), size, head["rows"], head["gzip"])
        except (asyncio.IncompleteReadError, OSError) as error:
            raise Problem(
                "query-failed", "the query ended its worker, most likely because it needs more memory than it may have",
                "ask for less: with LIMIT, fewer patterns, or without ORDER BY and DISTINCT",
            ) from error  # fmt: skip

    @property
    def ended(self) -> bool:
        """Whether the process is gone."""
        return self._reader.at_eof() or self._writer.is_closing()

    def worked(self) -> float:
        """How many seconds it has had a processor; where no clock tells, how many have gone by."""
        try:
            return time.clock_gettime((~self._pid << 3) | _OF_A_PROCESS)
        except (OSError, OverflowError):
            return time.monotonic()

    def stand_back(self) -> None:
        """Run on only when nothing else wants the processor."""
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self._pid, 19)

    def kill(self) -> None:
        """End the process, whatever it does. While its channel is open it was not waited for by anyone but the mother."""
        if not self._writer.is_closing():
            if not self._reader.at_eof():
                with suppress(OSError):
                    os.kill(self._pid, signal.SIGKILL)
            self._writer.close()


async def _head(reader: asyncio.StreamReader) -> tuple[dict[str, Any], int]:
    text, size = LENGTHS.unpack(await reader.readexactly(LENGTHS.size))
    return json.loads(await reader.readexactly(text)), size


async def _spooled(reader: asyncio.StreamReader, size: int) -> IO[bytes]:
    """The bytes of an answer; many of them go to the disk, so that slow clients take no memory."""
    out: IO[bytes] = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115
    left = size
    while left:
        piece = await reader.read(min(left, _PIECE))
        if not piece:
            out.close()
            raise asyncio.IncompleteReadError(b"", left)
        out.write(piece)
        left -= len(piece)
    out.seek(0)
    return out


class Mother:
    """The process that makes workers for a store as it is now: whatever takes its place, all of them answer from this one."""

    def __init__(self, store: Pin, limits: Limits, services: Sequence[str] = ()) -> None:
        self._pin = store
        self._told = json.dumps(
            {"store": str(store.path), "name": str(store.name), "limits": asdict(limits), "services": list(services)}
        )  # fmt: skip
        self._control: socket.socket | None = None
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Make the mother herself."""
        self._control, end = socket.socketpair()
        with end:
            self._process = subprocess.Popen(
                [sys.executable, "-m", f"{__package__}.worker", self._told],
                stdin=end.fileno(),
                start_new_session=True,
                pass_fds=[self._pin.handle],
            )

    async def worker(self) -> Worker:
        """A new worker that has the store open; DataError when it cannot open it."""
        if self._process is None or self._process.poll() is not None:
            self.stop()
            self.start()
        assert self._control
        ours, theirs = socket.socketpair()
        with theirs:
            socket.send_fds(self._control, [b"w"], [theirs.fileno()])
        reader, writer = await asyncio.open_connection(sock=ours, limit=1 << 20)
        try:
            hello, _ = await _head(reader)
        except (asyncio.IncompleteReadError, OSError):
            writer.close()
            raise DataError("a worker ended before it began", hint="see the log for what it said") from None
        if "error" in hello:
            writer.close()
            told = hello["error"]
            raise DataError(told["message"], file=told["file"], hint=told["hint"])
        return Worker(reader, writer, hello["pid"], hello["alone"])

    def stop(self) -> None:
        """End the mother, and with her all workers."""
        if self._control:
            self._control.close()
        if self._process:
            self._process.kill()
            self._process.wait()
        self._control = self._process = None
