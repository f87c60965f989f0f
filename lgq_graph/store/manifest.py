"""What a store holds, written beside it when it is closed: a sum of each graph, each file, and what was withdrawn.

What is said of the data is the same for the same data, whoever loads it; RocksDB's files are not. The hash of a graph is that of its
canonical N-Quads (RDFC-1.0), which are its sorted lines, for no graph has a blank node. Several graphs have the hash of their list.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from ..errors import DataError

__all__ = [
    "MANIFEST",
    "FileSum",
    "Manifest",
    "Sum",
    "Withdrawal",
    "file_sum",
    "graph_sums",
    "lines_sum",
    "listed",
]

MANIFEST = "lgq-manifest.json"
"""The file in the folder of a store; RocksDB leaves alone what it does not know."""

_TYPED = re.compile(rb'"[^"\\\n]*"\^\^<[^<>\n]*>')


@dataclass(frozen=True, slots=True)
class Sum:
    """The number of quads of one or more graphs, and their hash."""

    quads: int
    sha256: str


@dataclass(frozen=True, slots=True)
class FileSum:
    """The size and the hash of a file."""

    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True, order=True)
class Withdrawal:
    """A response that was withdrawn: the day, and the reason in the words of who did it."""

    city: str
    edition: str
    date: str
    reason: str


@dataclass(frozen=True)
class Manifest:
    """All of it: who wrote the store last, the sums of its graphs by name and of its files, and what was withdrawn."""

    maker: str
    graphs: Mapping[str, Sum]
    withdrawn: tuple[Withdrawal, ...]
    files: Mapping[str, FileSum]

    def text(self, responses: Mapping[str, Iterable[str]]) -> bytes:
        """As a file; `responses` gives the graphs of each."""
        content = {
            "data": {
                "maker": self.maker,
                "dataset": asdict(listed(self.graphs)),
                "responses": {
                    name: asdict(listed({graph: self.graphs[graph] for graph in graphs}))
                    for name, graphs in sorted(responses.items())
                },
                "graphs": {name: asdict(self.graphs[name]) for name in sorted(self.graphs)},
                "withdrawn": [asdict(one) for one in sorted(self.withdrawn)],
            },
            "files": {name: asdict(self.files[name]) for name in sorted(self.files)},
        }
        seal = sha256(_json(content)).hexdigest()
        return _json({**content, "sha256": seal})

    @classmethod
    def read(cls, folder: Path) -> Manifest | None:
        """The manifest of a store; None when it has none, DataError when a byte of it is not as it was written."""
        file = folder / MANIFEST
        if not file.is_file():
            return None
        try:
            return cls._parsed(file.read_bytes())
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError) as error:
            raise DataError(
                "the manifest of the store is damaged", file=str(file),
                hint="fetch the store from a backup, or build it again in a new folder",
            ) from error  # fmt: skip

    @classmethod
    def _parsed(cls, written: bytes) -> Manifest:
        content: dict[str, Any] = json.loads(written)
        seal = content.pop("sha256")
        if seal != sha256(_json(content)).hexdigest() or written != _json({**content, "sha256": seal}):
            raise ValueError("the seal is broken")
        data = content["data"]
        return cls(
            data["maker"],
            {name: Sum(**one) for name, one in data["graphs"].items()},
            tuple(Withdrawal(**one) for one in data["withdrawn"]),
            {name: FileSum(**one) for name, one in content["files"].items()},
        )


def _json(content: object) -> bytes:
    """On one line: with indents json would not be written by its fast half, and a store may have ten thousand graphs."""
    return (json.dumps(content, ensure_ascii=False) + "\n").encode()


def listed(graphs: Mapping[str, Sum]) -> Sum:
    """The sum of several graphs: their quads, and the hash of the list of their hashes and names."""
    lines = "".join(f"{graphs[name].sha256}  {name}\n" for name in sorted(graphs))
    return Sum(sum(one.quads for one in graphs.values()), sha256(lines.encode()).hexdigest())


def lines_sum(lines: Collection[bytes]) -> Sum:
    """The sum of a graph, by its lines of N-Quads."""
    return Sum(len(lines), sha256(b"".join(sorted(lines))).hexdigest())


def graph_sums(data: bytes) -> dict[str, Sum]:
    """The sum of each graph in some N-Quads, as a store will hold them: of "1.0" and "1" as decimals it keeps one."""
    for typed in set(_TYPED.findall(data)):
        if (held := _as_held(typed)) != typed:
            data = data.replace(typed, held)
    graphs: dict[bytes, list[bytes]] = {}
    for line in data.splitlines(keepends=True):
        graphs.setdefault(line[line.rindex(b" ", 0, -3) :], []).append(line)
    return {end[2:-4].decode(): lines_sum({*lines}) for end, lines in graphs.items()}


@lru_cache(maxsize=1 << 14)
def _as_held(typed: bytes) -> bytes:
    """A literal as a store gives it back."""
    store = ox.Store()
    store.load(b"<x:any> <x:any> " + typed + b" <x:any> .\n", format=ox.RdfFormat.N_QUADS)
    return b"".join(str(quad.object).encode() for quad in store)


def file_sum(path: Path) -> FileSum:
    """The sum of a file as it stands."""
    with path.open("rb") as file:
        return FileSum(path.stat().st_size, file_digest(file, "sha256").hexdigest())
