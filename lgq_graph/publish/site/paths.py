"""Where on the site a thing has its page: at the path of its IRI, as a folder with an `index.html`, its data beside it.

`…/lgq/id/city/fi-tampere` has its page at `id/city/fi-tampere/` and its Turtle in `id/city/fi-tampere.ttl`, so that a host that
knows nothing of linked data sends a reader of the IRI on to the page, and one that does can send a machine to the data.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from functools import lru_cache

from ...vocabulary import BASE, sdg

__all__ = ["TWINS", "fragment_of", "page_file", "path_of", "safe_path", "up_from"]

TWINS: Mapping[str, str] = {
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
}
"""The files of data beside each page, by their endings, with their media types."""

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._~@,=+-]*")
_LONGEST = 120
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
)
"""Names that Windows keeps for itself, whatever their ending."""


@lru_cache(maxsize=1 << 16)
def path_of(iri: str) -> str | None:
    """The path of a thing on the site, without slashes at its ends; None when the site has no page of it.

    Our own things stand at the path of their IRI, the goals and targets of the UN under `sdg/`.
    """
    whole = iri.partition("#")[0]
    if whole.startswith(BASE):
        return safe_path(whole[len(BASE) :])
    if (
        whole.startswith(sdg.iri)
        and (rest := whole[len(sdg.iri) :])
        and "/" not in rest
        and rest[0].isdigit()
    ):
        return safe_path(f"sdg/{rest}")
    return None


def fragment_of(iri: str) -> str:
    """What follows the `#`, with it; empty when nothing does."""
    _, mark, rest = iri.partition("#")
    return mark + rest


def safe_path(path: str) -> str:
    """A path of which every part is a file name on every system: another part is named by its letters and a hash."""
    return "/".join(map(_safe, path.split("/"))) if path else ""


def _safe(part: str) -> str:
    if (
        _PLAIN.fullmatch(part)
        and len(part) <= _LONGEST
        and not part.endswith(".")
        and part.partition(".")[0].lower() not in _DEVICES
    ):
        return part
    kept = re.sub(r"[^A-Za-z0-9]+", "-", part).strip("-")[:60].lower()
    return f"{kept or 'x'}-{hashlib.sha256(part.encode()).hexdigest()[:12]}"


def page_file(path: str) -> str:
    """The file of the page of a path; that of the empty path is the front page."""
    return f"{path}/index.html" if path else "index.html"


def up_from(path: str) -> str:
    """From the page of a path to the root of the site: `../../` from `id/city`, `./` from the front page."""
    return "../" * (path.count("/") + 1) if path else "./"
