"""Where queries run: a mother process that has loaded everything and opened nothing makes each worker in milliseconds by forking.

A worker opens the store to read, and answers one query after another until it is killed. It gives up by itself what would keep a query
alive or let it out: its network, its room to grow, and, by an alarm that no code of Oxigraph can hold up, its time.

`python -m lgq_graph.serve.worker` is the mother. Its standard input is a socket on which the server sends the end of a channel for each worker
that it wants; when the server is gone, so are the mother and all workers.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import signal
import socket
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from ..errors import LgqError
from ..query import catalogue
from ..store.guard import translated
from .answer import answer
from .limits import Limits
from .messages import receive, send
from .problem import Problem

__all__ = ["main"]

_NEWUSER, _NEWNET = 0x10000000, 0x40000000
_DEATH_SIGNAL = 1


def main() -> None:
    """Make workers for as long as the server asks for them; what they serve stands in the arguments, as JSON."""
    told = json.loads(sys.argv[1])
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C goes to the whole group; the server ends us
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the dead
    _die_with_parent()
    told["alone"] = not told["services"] and _leave_network()
    catalogue()
    with socket.socket(fileno=0) as control:
        while True:
            data, ends, _, _ = socket.recv_fds(control, 1, 1)
            if not data:
                return
            for end in ends:
                if os.fork() == 0:
                    control.close()
                    _work(socket.socket(fileno=end), told)
                    os._exit(0)
                os.close(end)


def _die_with_parent() -> None:
    """Linux kills this process when the one that made it ends."""
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).prctl(_DEATH_SIGNAL, signal.SIGKILL)


def _leave_network() -> bool:
    """Whether this process, and all that it makes, now are in a network of their own that leads nowhere."""
    with suppress(AttributeError, OSError):
        libc = ctypes.CDLL(None)
        return bool(libc.unshare(_NEWNET) == 0 or libc.unshare(_NEWUSER | _NEWNET) == 0)
    return False


def _work(channel: socket.socket, told: Mapping[str, Any]) -> None:
    _die_with_parent()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    limits = Limits(**told["limits"])
    try:
        with translated(Path(told["name"])):
            store = ox.Store.read_only(told["store"])
    except LgqError as error:
        send(channel, {"error": {"message": error.message, "file": error.file, "hint": error.hint}})
        return
    _confine(limits)
    send(channel, {"pid": os.getpid(), "alone": told["alone"]})
    while (asked := receive(channel)) is not None:
        signal.setitimer(signal.ITIMER_REAL, limits.seconds + 1)
        head, body = _reply(store, asked, limits, told["services"])
        signal.setitimer(signal.ITIMER_REAL, 0)
        send(channel, head, body)


def _confine(limits: Limits) -> None:
    """No more memory than what is used now and the limit, no core file; the alarm ends the process whatever it does."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(OSError, ValueError):
        used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + limits.memory, used + limits.memory))


def _reply(
    store: ox.Store, asked: Mapping[str, Any], limits: Limits, services: Sequence[str]
) -> tuple[dict[str, Any], bytes]:
    try:
        return answer(store, asked, limits, services).sent(asked["gzip"])
    except Problem as problem:
        return {"problem": [problem.kind, problem.detail, problem.hint]}, b""
    except MemoryError:
        return {
            "problem": ["query-failed", "the query needs more memory than it may have", "ask for less"]
        }, b""


if __name__ == "__main__":
    main()
