"""The site from its folder, as linked data: 303 from a thing to its page or data, Vary, Link, ETag, gzip; as the rules for hosts have it.

Links and redirects are relative, so the site may stand below any prefix that a proxy takes off.
"""

from __future__ import annotations

import asyncio
import gzip
import re
from functools import lru_cache
from pathlib import Path, PurePosixPath

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from ..publish.site.hosts import DOCUMENTS, TYPES, policy
from ..publish.site.paths import TWINS
from .formats import best
from .problem import Problem
from .replies import takes_gzip, typed

__all__ = ["SiteFolder"]

_PLAIN = re.compile(r"/(?:[A-Za-z0-9._~@,=+-]+/)*[A-Za-z0-9._~@,=+-]*")
_ZIPPED = frozenset({"gz", "png", "woff2", "ico"})
_WORTH = 1400
_LONGEST_PART, _LONGEST_PATH = 240, 2000
_LICENSED = re.compile(r"/(?:ontology|code)[/.]")
_LICENSE = '<https://creativecommons.org/licenses/by/4.0/>; rel="license"'
_OFFERS = {document.name: document.types for document in DOCUMENTS}
_ENDINGS = {document.name: document.ending for document in DOCUMENTS}


class SiteFolder:
    """A folder that `publish` wrote, and pages that stand before it (`pages`, by their paths)."""

    def __init__(self, folder: Path, pages: dict[str, bytes] | None = None, missing: bytes = b"") -> None:
        self._root, self._pages, self._missing = folder, pages or {}, missing
        self._policy = policy()

    async def reply(self, request: Request) -> Response:
        """What stands at the path of a request: a file, a page, or the way to one."""
        path = request.scope["path"]
        if not _is_name(path):
            return self._not_found(request)
        if path in self._pages:
            return self._page(path, self._pages[path])
        place = self._root / path[1:]
        if path.endswith("/"):
            return await self._file(request, place / "index.html")
        if _is_thing(place):
            return self._negotiated(request, place.name)
        if place.is_dir() and (place / "index.html").is_file():
            return Response(status_code=308, headers={"Location": f"{place.name}/"})
        return await self._file(request, place)

    def _negotiated(self, request: Request, name: str) -> Response:
        """To the page of a thing, or to its data."""
        chosen = best(request.headers.get("accept"), _OFFERS)
        if chosen is None:
            known = ", ".join(types[0] for types in _OFFERS.values())
            raise Problem(
                "not-acceptable",
                "the Accept header allows neither the page nor the data",
                f"there are: {known}",
            )
        return Response(status_code=303, headers={"Location": f"{name}{_ENDINGS[chosen]}", "Vary": "Accept"})

    def _page(self, path: str, data: bytes) -> Response:
        return Response(
            data,
            headers={
                "Content-Type": typed("text/html"),
                "Cache-Control": "no-cache",
                **self._says(path, "html"),
            },
        )

    def _says(self, path: str, ending: str) -> dict[str, str]:
        """The headers of a page or file beside its type: the policy, and its links."""
        links = self._links(path, ending)
        headers = {"Content-Security-Policy": self._policy} if ending == "html" else {}
        return headers | ({"Link": ", ".join(links)} if links else {})

    def _links(self, path: str, ending: str) -> list[str]:
        links = list[str]()
        stem = PurePosixPath(path.removesuffix("/")).name
        if path.endswith("/") and _is_thing(self._root / path.strip("/")):
            links += [f'<../{stem}.{twin}>; rel="describedby"; type="{kind}"' for twin, kind in TWINS.items()]
            links.append('<https://schema.org/AboutPage>; rel="type"')
        elif ending in TWINS and (self._root / path[1:].rpartition(".")[0] / "index.html").is_file():
            links.append(f'<{stem.rpartition(".")[0]}/>; rel="describes"; type="text/html"')
        if _LICENSED.match(path):
            links.append(_LICENSE)
        if path.startswith("/data/") and path != "/data/":
            links.append('<./>; rel="collection"; type="text/html"')
        return links

    async def _file(self, request: Request, place: Path) -> Response:
        if (
            not place.is_file()
            or not place.resolve().is_relative_to(self._root.resolve())
            or _is_hidden(request.scope["path"])
        ):
            return self._not_found(request)
        ending = "ttl" if request.scope["path"] == "/.well-known/void" else place.suffix[1:]
        known, held = place.stat(), request.headers.get("if-none-match", "")
        zipped = takes_gzip(request) and ending not in _ZIPPED and known.st_size > _WORTH
        tag = f'"{known.st_mtime_ns:x}-{known.st_size:x}{"-gzip" if zipped else ""}"'
        headers = {
            "Content-Type": typed(TYPES.get(ending, "application/octet-stream")), "ETag": tag, "Cache-Control": "no-cache",
            **self._says(request.scope["path"], ending),
        }  # fmt: skip
        if ending not in _ZIPPED:
            headers["Vary"] = "Accept-Encoding"
        if tag in held.replace(" ", "").replace("W/", "").split(","):
            return Response(status_code=304, headers=headers)
        if zipped:
            data = await asyncio.to_thread(_compressed, place, known.st_mtime_ns)
            return Response(data, headers={**headers, "Content-Encoding": "gzip"})
        return FileResponse(place, headers=headers, stat_result=known)

    def _not_found(self, request: Request) -> Response:
        """The page that says so, for who reads; a problem for a program."""
        if self._missing and "html" in request.headers.get("accept", "").lower():
            return Response(
                self._missing, 404,
                {"Content-Type": typed("text/html"), "Content-Security-Policy": self._policy, "Vary": "Accept"},
            )  # fmt: skip
        raise Problem("not-found", "nothing stands at this path", "begin at / or at /api/")


def _is_name(path: str) -> bool:
    """Whether a file of a site can have it as its path, on any system."""
    parts = path.split("/")
    fits = len(path) <= _LONGEST_PATH and max(map(len, parts)) <= _LONGEST_PART
    return fits and bool(_PLAIN.fullmatch(path)) and not any(set(part) == {"."} for part in parts)


def _is_thing(place: Path) -> bool:
    """Whether a page stands here, with data beside it."""
    return (
        place.with_name(f"{place.name}.ttl").is_file() and (place / "index.html").is_file()
        if place.name
        else False
    )


def _is_hidden(path: str) -> bool:
    return any(part.startswith((".", "_")) for part in path.split("/") if part and part != ".well-known")


@lru_cache(256)
def _compressed(place: Path, changed: int) -> bytes:
    return gzip.compress(place.read_bytes(), 6, mtime=0)
