"""A server of our own on a free port of localhost, as the command starts it; gone afterwards, whatever happens."""

from __future__ import annotations

import http.client
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from ..conftest import ROOT

_LISTENS = re.compile(r"listening on (http://127\.0\.0\.1:(\d+)/)")


@dataclass(frozen=True)
class Answer:
    """What the server answered."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def media(self) -> str:
        """Its media type, without parameters."""
        return (self.headers.get("Content-Type") or "").partition(";")[0]


@dataclass(frozen=True)
class Running:
    """A server that runs, and what it wrote."""

    process: subprocess.Popen[bytes]
    address: str
    port: int
    log_file: Path

    @property
    def log(self) -> str:
        """What it wrote until now."""
        return self.log_file.read_text(encoding="utf-8")

    def log_with(self, *lines: str) -> str:
        """The log once these stand in it: a line is written after the answer that it tells of has gone out."""
        end = time.monotonic() + 10
        while not all(line in self.log for line in lines) and time.monotonic() < end:
            time.sleep(0.01)
        assert [line for line in lines if line not in self.log] == [], self.log
        return self.log

    def send(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Answer:
        """A request as it is, in a connection of its own."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, body, named)
            got = connection.getresponse()
            return Answer(got.status, got.headers, got.read())
        finally:
            connection.close()

    def get(self, path: str, accept: str = "*/*", **headers: str) -> Answer:
        """GET a path."""
        return self.send("GET", path, Accept=accept, **headers)

    def ask(self, query: str, accept: str = "*/*", **headers: str) -> Answer:
        """A query as a direct POST."""
        kind = "application/sparql-query"
        return self.send("POST", "/sparql", query.encode(), Content_Type=kind, Accept=accept, **headers)

    def ask_by_get(self, query: str, accept: str = "*/*", more: str = "") -> Answer:
        """A query in the address."""
        return self.get(f"/sparql?query={quote(query)}{more}", accept)


@contextmanager
def running(store: Path, folder: Path, *options: str) -> Iterator[Running]:
    """The server of a store; its log goes into a folder."""
    log = folder / f"serve-{time.monotonic_ns()}.log"
    command = [sys.executable, "-m", "lgq_graph.cli", "serve", "--store", str(store), "--port", "0", *options]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))}
    with log.open("wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=out, env=environment, start_new_session=True)
    try:
        yield _ready(process, log)
    finally:
        stop(process)


def _ready(process: subprocess.Popen[bytes], log: Path) -> Running:
    for _ in range(600):
        text = log.read_text(encoding="utf-8")
        if (match := _LISTENS.search(text)) and "workers are ready" in text:
            return Running(process, match[1], int(match[2]), log)
        if process.poll() is not None:
            break
        time.sleep(0.05)
    raise AssertionError(f"the server did not start:\n{log.read_text(encoding='utf-8')}")


def stop(process: subprocess.Popen[bytes]) -> int:
    """End a server; its exit code."""
    process.send_signal(signal.SIGTERM)
    try:
        return process.wait(timeout=15)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(timeout=5)
        raise
