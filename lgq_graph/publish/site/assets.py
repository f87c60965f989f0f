"""The scripts and styles of the pages that need some, as `make assets` built them from `web/`: the SPARQL page, search, sorting.

They are in the wheel and not in git. A site is published without them when they are not built; its pages then say so.
"""

from __future__ import annotations

from collections.abc import Iterator

from .context import Site
from .frame import ASSETS

__all__ = ["files"]


def files(site: Site) -> Iterator[tuple[str, bytes]]:
    """`assets/`, with the licences of what is in them; nothing when they are not built."""
    if not site.frame.assets:
        return
    for file in sorted(ASSETS.iterdir(), key=lambda file: file.name):
        yield f"assets/{file.name}", file.read_bytes()
