"""Real SPARQL servers, each on free ports of localhost and gone afterwards; and a small HTTP server that says what it is told."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

VIRTUOSO_INI = """
[Database]
DatabaseFile = v.db
ErrorLogFile = v.log
LockFile = v.lck
TransactionFile = v.trx
xa_persistent_file = v.pxa
FileExtend = 200
[TempDatabase]
DatabaseFile = t.db
TransactionFile = t.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
ServerThreads = 10
NumberOfBuffers = 10000
MaxDirtyBuffers = 7500
CheckpointInterval = 0
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .
ServerThreads = 5
DefaultClientCharset = UTF-8
[SPARQL]
ResultSetMaxRows = {rows}
"""


@dataclass(frozen=True)
class Engine:
    """A SPARQL server: where it is asked, where graphs are put, and where updates go."""

    name: str
    query: str
    graph_store: str
    update: str


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def oxigraph() -> Iterator[Engine]:
    """The Oxigraph server, in memory."""
    beside = Path(sys.executable).parent / "oxigraph"
    program = str(beside) if beside.exists() else shutil.which("oxigraph")
    if program is None:
        pytest.skip("NOT TESTED: the Oxigraph server is not installed; pip install oxigraph")
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    with _running([program, "serve", "--bind", f"127.0.0.1:{port}"], url + "/query?query=ASK%7B%7D"):
        yield Engine("oxigraph", url + "/query", url + "/store", url + "/update")


@contextmanager
def virtuoso(rows: int = 100_000) -> Iterator[Engine]:
    """Virtuoso with a small memory, with a database of its own; the administrator may write, by digest."""
    if shutil.which("virtuoso-t") is None:
        pytest.skip("NOT TESTED: Virtuoso is not installed; `make servers` does that")
    sql, http = free_port(), free_port()
    url = f"http://127.0.0.1:{http}"
    ini = VIRTUOSO_INI.format(sql=sql, http=http, rows=rows)
    command = ["virtuoso-t", "+configfile", "virtuoso.ini", "+foreground"]
    with _running(command, url + "/sparql?query=ASK%7B%7D", {"virtuoso.ini": ini}):
        granted = 'GRANT SPARQL_UPDATE TO "dba";'
        subprocess.run(
            ["isql-vt", f"127.0.0.1:{sql}", "dba", "dba", f"exec={granted}"], capture_output=True, timeout=30
        )
        yield Engine("virtuoso", url + "/sparql", url + "/sparql-graph-crud-auth", url + "/sparql-auth")


@contextmanager
def _running(command: list[str], asked: str, files: dict[str, str] | None = None) -> Iterator[None]:
    """A program in a folder of its own until it answers; it and its children are stopped, whatever happens."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (files or {}).items():
            (Path(folder) / name).write_text(text)
        with (Path(folder) / "out").open("wb") as out:
            process = subprocess.Popen(
                command, cwd=folder, stdin=subprocess.DEVNULL, stdout=out, stderr=out, start_new_session=True
            )
        try:
            _wait(process, asked, Path(folder) / "out")
            yield
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait(timeout=10)


def _wait(process: subprocess.Popen[bytes], asked: str, out: Path) -> None:
    for _ in range(600):
        if process.poll() is not None:
            break
        try:
            urllib.request.urlopen(asked, timeout=5).close()
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"the server did not start:\n{out.read_text(errors='replace')}")


# --- a server of our own ------------------------------------------------------------------------------------------

Said = tuple[int, dict[str, str], bytes]


@dataclass(frozen=True)
class Asked:
    """A request as it came."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Small:
    """A server that answers by a function, and keeps what it was asked."""

    url: str = ""
    answer: Callable[[Asked], Said] = lambda _: (200, {}, b"")
    asked: list[Asked] = field(default_factory=list)


@contextmanager
def small() -> Iterator[Small]:
    """A small server on localhost."""
    control = Small()

    class Handler(BaseHTTPRequestHandler):
        def _any(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            asked = Asked(self.command, self.path, {k.lower(): v for k, v in self.headers.items()}, body)
            control.asked.append(asked)
            status, headers, data = control.answer(asked)
            self.send_response(status)
            for name, value in ({"Content-Length": str(len(data))} | headers).items():
                self.send_header(name, value)
            self.end_headers()
            if self.command != "HEAD":
                with suppress(OSError):
                    self.wfile.write(data)

        do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = _any

        def log_message(self, format: str, *args: object) -> None:
            """Quietly."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    control.url = f"http://127.0.0.1:{server.server_port}/sparql"
    try:
        yield control
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
