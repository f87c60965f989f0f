"""Commands that are run in a process of their own to be killed: `python -m tests.crashing` makes one by forking for each line that it reads.

Importing takes longer than writing, so it is done once. A process is killed after some time, counted from when it begins to write, or at one of its steps: whenever Python
opens, makes, moves or removes a file. What a command does inside RocksDB is met by the first alone, the moments round an exchange by the second.
"""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from lgq_graph.errors import LgqError, OutputError, UsageError
from lgq_graph.library import build, open_graph, withdraw, write_contacts
from lgq_graph.output import staging
from lgq_graph.pipeline import build_response
from lgq_graph.query import Endpoint, GraphStore
from lgq_graph.remote import Target, enrich, push
from lgq_graph.store import Store, Stored, changed, written

__all__ = ["COMMANDS", "cramped"]

_EXAMPLE = Path(__file__).parent.parent / "examples" / "tampere-2022.txt"
_ROOM = {"full": 0, "little room": 300_000}
_STEPS = {"open", "os.mkdir", "os.rename", "os.link", "os.remove", "os.rmdir", "os.chmod", "shutil.rmtree", "shutil.copyfile", "socket.connect"}  # fmt: skip


def _build(folder: str, text: str) -> None:
    words = {"sources": [text], "store": f"{folder}/graph", "check": False}
    try:
        build(**words, parts=f"{folder}/parts").store.close()
    except OutputError as error:  # once they are there the build has ended, and others are refused
        if "the folder holds something" not in str(error):
            raise
        build(**words).store.close()


def _fill(folder: str, data: str) -> None:
    """What `build` does when the responses are read: one that is new, one that is replaced."""
    parts = {Stored(*file.stem.split("_")): file.read_bytes for file in sorted(Path(data).glob("*.nq"))}
    written(Path(folder) / "graph", parts).close()


def _publish(folder: str, store: str) -> None:
    with open_graph(store) as graph:
        graph.publish(f"{folder}/site")


def _export(folder: str, store: str) -> None:
    with open_graph(store) as graph:
        graph.export(f"{folder}/exports", ["turtle", "csv"])


def _contacts(folder: str, text: str) -> None:
    write_contacts([build_response(_document(text))], f"{folder}/contacts.csv")


def _document(text: str) -> Any:
    from lgq_graph.read import documents_in

    return documents_in(Path(text).read_bytes(), Path(text).name)[0]


def _enrich(folder: str, url: str) -> None:
    with Store.read_only(f"{folder}/graph") as store:
        enrich(store, Endpoint(url), pause=0)


def _push(folder: str, query: str, graph_store: str) -> None:
    with Store.read_only(f"{folder}/graph") as store:
        push(store, Target(Endpoint(query), GraphStore(graph_store)))


def _withdraw(folder: str) -> None:
    """One of two responses, on a day that is always the same; when it is withdrawn already, that is all right."""
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    try:
        withdraw("fi-turku/2022", f"{folder}/graph", reason="asked for", exports=f"{folder}/exports")
    except UsageError as error:
        if not error.hint.startswith("it was withdrawn on 1970-01-01"):
            raise


def _change(folder: str) -> None:
    """The least: one graph of a store replaced."""
    graph = ox.NamedNode("https://example.org/graph")
    with changed(f"{folder}/graph") as store:
        store.replace_graph(graph, [ox.Quad(graph, graph, ox.Literal("new"), graph)])


def _change_in_two_steps(folder: str) -> None:
    """The same where a file system cannot exchange."""
    staging.exchanged = lambda one, other: False
    _change(folder)


COMMANDS: dict[str, Callable[..., None]] = {
    "build": _build,
    "fill": _fill,
    "publish": _publish,
    "export": _export,
    "contacts": _contacts,
    "enrich": _enrich,
    "push": _push,
    "withdraw": _withdraw,
    "change": _change,
    "change in two steps": _change_in_two_steps,
}
"""What can be killed, by name; the first argument is the folder that it writes into."""


def _child(asked: dict[str, Any], started: int) -> None:
    steps = 0

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal steps
        if event in _STEPS and not (event == "open" and arguments[1] == "r"):
            os.write(started, b"." if steps == 0 else b"")
            steps += 1
            if steps == asked.get("step"):
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
    code = 0
    try:
        COMMANDS[asked["command"]](*asked["arguments"])
    except LgqError as error:
        sys.stderr.write(f"{error}\n")
        code = error.exit_code
    except BaseException as error:
        sys.stderr.write(f"{error!r}\n")
        code = 99
    os.write(started, steps.to_bytes(4, "big"))
    os._exit(code)


def _run(asked: dict[str, Any]) -> dict[str, Any]:
    """Run one command in a process, killed or not: its exit code, how long it wrote, and in how many steps."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        _child(asked, writing)
    os.close(writing)
    os.read(reading, 1)
    began = time.monotonic()
    if "after" in asked:
        handle = os.pidfd_open(pid)
        if not select.select([handle], [], [], asked["after"])[0]:
            os.kill(pid, signal.SIGKILL)
        os.close(handle)
    status = os.waitpid(pid, 0)[1]
    with os.fdopen(reading, "rb") as rest:
        steps = int.from_bytes(rest.read()[-4:], "big")
    return {"code": os.waitstatus_to_exitcode(status), "seconds": time.monotonic() - began, "steps": steps}


def cramped(folder: str, how: str, command: str, arguments: list[str]) -> tuple[int, str]:
    """What a command says on a disk that is full, has little room, or may only be read; the disk is as before then."""
    filler = Path(folder) / "filler"
    if how != "read only":
        with suppress(OSError), filler.open("wb", 0) as file:
            while True:
                file.write(bytes(4096))
        os.truncate(filler, filler.stat().st_size - _ROOM[how])
    else:
        subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
    try:
        COMMANDS[command](*arguments)
    except LgqError as error:
        return error.exit_code, f"{type(error).__name__}: {error} ({error.hint})"
    finally:
        if how != "read only":
            filler.unlink()
        else:
            subprocess.run(["mount", "-o", "remount,rw", folder], check=True)
    return 0, "done"


def main() -> None:
    """Run what the lines of the standard input ask for, and answer each by a line."""
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=memory) as folder, build([_EXAMPLE], check=False) as graph:
        graph.publish(f"{folder}/site")  # templates and word lists are loaded once
    _tell("ready")
    for line in sys.stdin:
        _tell(json.dumps(_run(json.loads(line))))


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
