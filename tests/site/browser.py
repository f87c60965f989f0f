"""A browser that looks at the site: Debian's Chromium, driven by Playwright, on localhost alone."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from lgq_graph.publish.site.frame import assets_built

CHROMIUM = Path("/usr/bin/chromium")

NEEDS_BROWSER = [
    pytest.mark.skipif(not CHROMIUM.exists(), reason="NO BROWSER: `make servers` installs Debian's chromium"),
    pytest.mark.skipif(not assets_built(), reason="NO SCRIPTS: run `make assets`"),
]


@dataclass
class Watched:
    """A page of the site, and what went wrong on it."""

    page: Any
    base: str
    wrong: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def note(self, request: Any) -> None:
        """A request of the page; one that leaves the site is wrong."""
        self.asked.append(request.url)
        if not request.url.startswith((self.base, f"blob:{self.base}", "data:")):
            self.wrong.append(f"asked {request.url}")

    def open(self, place: str) -> None:
        """Go to a page of the site."""
        self.page.goto(self.base + place)

    def run(self, query: str) -> str:
        """Run a query that the address hands over; what the page says when it is done."""
        self.page.goto("about:blank")  # a new fragment alone loads nothing
        self.open(f"sparql/#query={quote(query)}")
        return self.click_run()

    def click_run(self) -> str:
        """Run what stands in the editor; what the page says when it is done."""
        self.page.click("#sparql-run")
        self.page.locator("#sparql-run[aria-disabled=false]").wait_for()
        self.page.locator("#sparql-results :is(table, pre, .errorResult, .booleanResult)").first.wait_for()
        return str(self.page.inner_text("#sparql-status"))


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address at which a folder is served meanwhile."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:  # else a test that fails would wait for ever
            server.shutdown()
            thread.join()


@contextmanager
def watching(browser: Any, base: str, **options: Any) -> Iterator[Watched]:
    """A fresh page; it fails in the end when the page logged an error or asked another host."""
    context = browser.new_context(accept_downloads=True, **options)
    context.set_default_timeout(15_000)
    watched = Watched(context.new_page(), base)
    context.on("request", watched.note)
    watched.page.on(
        "console", lambda said: watched.wrong.append(said.text) if said.type in ("error", "warning") else None
    )
    watched.page.on("pageerror", lambda error: watched.wrong.append(str(error)))
    yield watched
    context.close()
    assert watched.wrong == []
