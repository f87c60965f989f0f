"""The front page and the style."""

from __future__ import annotations

from collections.abc import Iterator

from .context import Site

__all__ = ["files"]


def files(site: Site) -> Iterator[tuple[str, bytes]]:
    """`index.html` and `static/`."""
    yield from site.frame.own_files()
    yield site.frame.page("home.html", "", "What cities say of their digital government")
