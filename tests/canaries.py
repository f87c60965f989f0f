"""Canaries: made-up tokens that stand where personal data does, and a search that finds them however they are packed.

The search knows nothing of the package. It looks for a token in UTF-8, UTF-16 and UTF-32, percent-encoded, with the escapes
of HTML, JSON and N-Triples, in base64 at each of its three offsets, and inside gzip, zlib and zip, one in another.
"""

from __future__ import annotations

import base64
import gzip
import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote_to_bytes

__all__ = ["found_in", "found_in_folder", "ways_to_write"]

_DEPTH = 4
_ESCAPED = re.compile(rb"\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})|\\U0{2}([0-9a-fA-F]{6})")


def ways_to_write(token: str) -> set[bytes]:
    """A token, in lower case, as the bytes that some encodings make of it; base64 keeps its case and is looked for as it is."""
    texts = {token, token.casefold(), token.upper(), token.title()}
    ways = {
        text.casefold().encode(code)
        for text in texts
        for code in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")
    }
    return ways | {piece for text in texts for piece in _in_base64(text.encode())}


def _in_base64(data: bytes) -> Iterator[bytes]:
    """The letters that no neighbour changes, for each place in a group of three."""
    for before in range(3):
        packed = base64.b64encode(b"\0" * before + data)
        yield packed[(0, 2, 3)[before] : len(packed) - 4]


def found_in(data: bytes, tokens: Iterable[str]) -> set[str]:
    """The tokens that some bytes hold."""
    wanted = {token: ways_to_write(token) for token in tokens}
    return {
        token
        for view in _views(data, _DEPTH)
        for token, ways in wanted.items()
        if any(way in view for way in ways)
    }


def found_in_folder(folder: Path, tokens: Iterable[str]) -> dict[str, set[str]]:
    """The tokens in each file below a folder, its path and that of each folder taken in."""
    tokens = tuple(tokens)
    leaks = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        data = path.read_bytes() if path.is_file() else b""
        if found := found_in(name.encode() + b"\n" + data, tokens):
            leaks[name] = found
    return leaks


def _views(data: bytes, depth: int) -> Iterator[bytes]:
    """The bytes as they are, in lower case, without escapes, and what is packed in them."""
    yield data
    yield data.lower()
    plain = unquote_to_bytes(data)
    plain = _ESCAPED.sub(
        lambda m: chr(int(m[1] or m[2] or m[3], 16) & 0x1FFFFF).encode(errors="replace"), plain
    )
    if b"&#" in plain or b"&amp" in plain:
        plain = html.unescape(plain.decode(errors="replace")).encode(errors="replace")
    yield plain.lower()
    if depth:
        for inner in _unpacked(data):
            yield from _views(inner, depth - 1)


def _unpacked(data: bytes) -> Iterator[bytes]:
    if data[:2] == b"\x1f\x8b":
        yield gzip.decompress(data)
    if data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from (name.encode() + b"\n" + archive.read(name) for name in archive.namelist())
    for match in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", data):
        try:
            yield zlib.decompressobj().decompress(data[match.start() :], 1 << 22)
        except zlib.error:
            continue
