"""A site against its own checksums, and its dumps and counts against the store that it was made of."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import groupby
from pathlib import Path

import pyoxigraph as ox

from ..errors import LgqError
from ..publish.site import SUMS
from ..publish.site.paths import safe_path
from ..store import FileSum, Manifest, Sum, lines_sum
from ..vocabulary import BASE
from .files import differing, folder_of
from .report import Fault, Verification

__all__ = ["check_site"]

_AGAIN = "publish again: lgq-graph publish --store STORE -o FOLDER"
_LINE = re.compile(r"([0-9a-f]{64})  ([^\n\\]+)\n")
_WHOLE = "data/lgq.nq.gz"
_GRAPHS = f"{BASE}graph/"
_DATASET = ox.NamedNode(f"{BASE}data#lgq")
_TRIPLES = ox.NamedNode("http://rdfs.org/ns/void#triples")


def check_site(place: Path, store: Path | None) -> Verification:
    """All files of a site; what it holds against the store, too, when that is sound."""
    folder = folder_of(place, "a site")
    listed = _listed(folder / SUMS)
    if listed is None:
        what = "the list of the checksums is missing or damaged"
        return Verification((Fault(str(folder / SUMS), what, _AGAIN),), ("the site was not read",))
    faults = list(differing(folder, listed, _AGAIN, {SUMS}))
    if not faults and store is not None:
        faults = list(_against_store(folder, store))
    against = " and its quads against the store" if store else ", not against the store, which is damaged"
    return Verification(tuple(faults), (f"{len(listed) + 1} files of the site{against}",))


def _listed(file: Path) -> dict[str, FileSum] | None:
    """The checksums by file, of which the sizes are not known; None when the list is not as it was written."""
    try:
        lines = file.read_bytes().decode().splitlines(keepends=True)
    except (OSError, UnicodeDecodeError):
        return None
    found = [_LINE.fullmatch(line) for line in lines]
    files = {match[2]: FileSum(-1, match[1]) for match in found if match}
    return files if files and len(files) == len(lines) and list(files) == sorted(files) else None


def _against_store(folder: Path, store: Path) -> Iterator[Fault]:
    try:
        manifest = Manifest.read(store)
        assert manifest is not None, "a sound store has one"
        yield from _dumps(folder, manifest)
    except (LgqError, OSError, EOFError, zlib.error, ValueError, SyntaxError) as error:
        yield Fault(str(folder), f"its dumps cannot be read: {error}", _AGAIN)


def _dumps(folder: Path, manifest: Manifest) -> Iterator[Fault]:
    """The whole dump has the graphs of the store, and each response its own; VoID counts what they hold."""
    triples: set[bytes] = set()
    known = {name: one for name, one in manifest.graphs.items() if not name.startswith(f"{_GRAPHS}enriched/")}
    yield from _dump(folder / _WHOLE, known, triples)
    for response in manifest.lines:
        yield from _dump(folder / f"{safe_path(f'graph/{response}')}.nq.gz", manifest.of(response), set())
    told = {t.object.value for t in ox.parse(path=folder / "void.ttl", format=ox.RdfFormat.TURTLE)
            if t.subject == _DATASET and t.predicate == _TRIPLES and isinstance(t.object, ox.Literal)}  # fmt: skip
    if told != {str(len(triples))}:
        yield Fault(
            str(folder / "void.ttl"),
            f"it counts {' '.join(sorted(told))} triples, not {len(triples)}",
            _AGAIN,
        )


def _dump(file: Path, known: dict[str, Sum], triples: set[bytes]) -> Iterator[Fault]:
    with gzip.open(file) as lines:
        found = _sums(lines, triples)
    for name in sorted({*found, *known}):
        if found.get(name) != known.get(name):
            yield Fault(f"{file}, {name}", "the graph is not the one that the store holds", _AGAIN)


def _sums(lines: Iterable[bytes], triples: set[bytes]) -> dict[str, Sum]:
    """The sum of each graph, of which the lines stand together; what those of responses say is noted, as digests."""
    graphs: dict[str, Sum] = {}
    for end, some in groupby(lines, key=_graph):
        found = list(some)
        graphs[end[2:-4].decode()] = lines_sum(found)
        if end.startswith(f" <{_GRAPHS}".encode()):
            triples.update(blake2b(line[: -len(end)], digest_size=16).digest() for line in found)
    return graphs


def _graph(line: bytes) -> bytes:
    """The end of a line of N-Quads, from its graph on."""
    return line[line.rindex(b" ", 0, -3) :]
