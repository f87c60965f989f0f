"""The server: what it serves is put together, it listens, and it ends in good order."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

import uvicorn

from ..errors import DataError, LgqError, OutputError, UsageError
from ..publish.site import hosts, publish, sparql
from ..publish.site.context import Site
from ..store import Store
from ..vocabulary import BASE
from .api import api_page
from .app import Service, application
from .limits import Limits
from .pool import Pool
from .seat import Mother
from .site import SiteFolder

__all__ = ["Settings", "serve"]

log = logging.getLogger("lgq_graph.serve")

_SMALL = 50
"""So many responses are published when the server starts; more take too long."""

_GRACE = 5


@dataclass(frozen=True, slots=True)
class Settings:
    """What is served, and how. `site` is the folder of a published site; `base` is the address of the service on the web."""

    store: Path
    host: str = "127.0.0.1"
    port: int = 8000
    base: str = ""
    site: Path | None = None
    limits: Limits = field(default_factory=Limits)
    workers: int = 3
    long: int = 4
    waiting: int = 32
    services: Sequence[str] = ()


def serve(settings: Settings) -> None:
    """Serve until SIGTERM or SIGINT. DataError when there is no store, OutputError when nothing can listen there, UsageError for a wrong setting."""
    if settings.base:
        hosts.check_address(settings.base)
    with _listening(settings) as listener, _service(settings) as service:
        config = uvicorn.Config(
            application(service), lifespan="on", access_log=False, log_config=None, server_header=False,
            timeout_keep_alive=15, timeout_graceful_shutdown=_GRACE, h11_max_incomplete_event_size=1 << 18,
        )  # fmt: skip
        server = _Server(config, service.pool)
        log.info("listening on http://%s:%d/", *listener.getsockname()[:2])
        with asyncio.Runner(loop_factory=config.get_loop_factory()) as runner:
            runner.run(server.serve([listener]))
        if not server.started:
            raise DataError("the workers could not open the store", file=str(settings.store))


class _Server(uvicorn.Server):
    """Ends when told to, and leaves it at that: the signal is not raised again. Queries that run have a little time to end."""

    def __init__(self, config: uvicorn.Config, pool: Pool) -> None:
        super().__init__(config)
        self._pool = pool

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """End in good order."""
        super().handle_exit(sig, frame)
        loop = asyncio.get_running_loop()
        loop.call_soon_threadsafe(loop.call_later, _GRACE - 2, self._pool.stop)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Both signals end the server in good order; a second one at once."""
        before = {sign: signal.signal(sign, self.handle_exit) for sign in (signal.SIGTERM, signal.SIGINT)}
        try:
            yield
        finally:
            for sign, handler in before.items():
                signal.signal(sign, handler)


@contextmanager
def _listening(settings: Settings) -> Iterator[socket.socket]:
    try:
        family = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM)[0][0]
        with socket.create_server((settings.host, settings.port), family=family, backlog=2048) as listener:
            listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # head and body are two packets
            yield listener
    except (OSError, OverflowError) as error:
        raise OutputError(
            f"nothing can listen there: {error}", place=f"{settings.host} port {settings.port}", hint="choose another --port or --host"
        ) from error  # fmt: skip


@contextmanager
def _service(settings: Settings) -> Iterator[Service]:
    with Store.read_only(settings.store) as store, _folder(settings, store) as folder:
        assert store.pin
        mother = Mother(store.pin, settings.limits, settings.services)
        pool = Pool(mother, settings.limits, settings.workers, settings.long, settings.waiting)
        site = Site(store, settings.base or BASE)
        api = api_page(site.frame)
        void = (folder / "void.ttl").read_bytes() if (folder / "void.ttl").is_file() else b""
        pages = {"/sparql/": sparql.page(site, endpoint="../sparql")[1], "/api/": api}
        missing = site.frame.page("404.html", "404.html", "Page not found", root="/")[1]
        graphs = store.graphs()
        store.close()
        yield Service(
            pool, settings.limits, graphs, SiteFolder(folder, pages, missing), void, api, settings.base
        )


@contextmanager
def _folder(settings: Settings, store: Store) -> Iterator[Path]:
    """The folder of the site: the one that is given, or one that is made for as long as the server runs, empty when there is too much."""
    if settings.site is not None:
        if not (settings.site / "void.ttl").is_file():
            raise UsageError(
                "this is no published site",
                file=str(settings.site),
                hint="make one: lgq-graph publish -o FOLDER",
            )
        yield settings.site
        return
    made = Path(tempfile.mkdtemp(prefix="lgq-site-"))
    try:
        if len(store.responses()) <= _SMALL:
            with contextlib.suppress(LgqError):
                publish(store, made / "site", settings.base or BASE)
        else:
            log.warning(
                "more than %d responses: serving without their pages; publish them, and give --site", _SMALL
            )
        (made / "site").mkdir(exist_ok=True)
        yield made / "site"
    finally:
        _removed(made)


def _removed(folder: Path) -> None:
    """Very many files go away behind us, so that the server ends at once."""
    words = [
        sys.executable,
        "-c",
        "import shutil, sys; shutil.rmtree(sys.argv[1], ignore_errors=True)",
        str(folder),
    ]
    subprocess.Popen(words, stdin=subprocess.DEVNULL, start_new_session=True)
