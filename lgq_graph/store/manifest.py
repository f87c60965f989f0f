"""What a store holds, written beside it when it is closed: a sum of each graph, each file, and what was withdrawn.

What is said of the data is the same for the same data, whoever loads it; RocksDB's files are not. The hash of a graph is that of its
canonical N-Quads (RDFC-1.0), which are its sorted lines, for no graph has a blank node. A response has the hash of the list of its graphs, the
dataset that of the list of its responses and of the graphs of none.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property, lru_cache
from hashlib import file_digest, sha256
from itertools import chain
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from ..errors import DataError
from .names import graph_name, part_of_response

__all__ = [
    "MANIFEST",
    "FileSum",
    "Manifest",
    "Sum",
    "Withdrawal",
    "file_sum",
    "graph_sums",
    "lines_sum",
]

MANIFEST = "lgq-manifest.json"
"""The file in the folder of a store; RocksDB leaves alone what it does not know."""

_RESPONSES, _GRAPHS = b'\n"responses": {', b'\n},\n"graphs": {'
_TOTAL = re.compile(r'\{"quads": (\d+), "sha256": "([0-9a-f]{64})"')
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
    """All of it: who wrote the store last, what was withdrawn, the sums of its files, and of its graphs.

    The graphs of a response stand on a line of the file, which is kept as it is written: of a thousand responses only
    the one that changes is read.
    """

    maker: str
    withdrawn: tuple[Withdrawal, ...] = ()
    files: Mapping[str, FileSum] = field(default_factory=dict)
    others: Mapping[str, Sum] = field(default_factory=dict)
    """The graphs of no response, by name."""
    lines: Mapping[str, str] = field(default_factory=dict)
    """The responses (`fi-tampere/2022`), each with its line."""

    @cached_property
    def graphs(self) -> dict[str, Sum]:
        """The sums of all graphs, by name."""
        return {**self.others, **dict(chain.from_iterable(self.of(name).items() for name in self.lines))}

    def of(self, response: str) -> dict[str, Sum]:
        """The sums of the graphs of a response, by name."""
        return {graph_name(response, part): one for part, one in _parts(self.lines[response]).items()}

    def with_graphs(self, graphs: Mapping[str, Sum]) -> Manifest:
        """The same with other sums of some graphs; one without a quad is no longer there."""
        others, lines = {**self.others}, {**self.lines}
        changed: dict[str, dict[str, Sum]] = {}
        for name, one in graphs.items():
            if found := part_of_response(name):
                changed.setdefault(found[0], {})[found[1]] = one
            else:
                others[name] = one
        for response, parts in changed.items():
            lines[response] = _line({**_parts(lines.get(response, "")), **parts})
        return replace(self, others=_held(others), lines={name: line for name, line in lines.items() if line})

    def text(self) -> bytes:
        """As a file: one JSON object, with a line for each response, each graph of none, and each file."""
        totals = {name: _total(line) for name, line in self.lines.items()}
        data = ",\n".join((
            f'"maker": {_json(self.maker)}',
            f'"dataset": {_json(asdict(_listed({**totals, **self.others})))}',
            f'"withdrawn": {_json([asdict(one) for one in sorted(self.withdrawn)])}',
            f'"responses": {_by_line(self.lines)}',
            f'"graphs": {_by_line({name: _json(asdict(one)) for name, one in self.others.items()})}',
        ))  # fmt: skip
        files = _by_line({name: _json(asdict(one)) for name, one in self.files.items()})
        content = f'{{"data": {{\n{data}\n}},\n"files": {files},\n'.encode()
        return content + _seal(content)

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
        content = written[: -len(_seal(b""))]
        if written != content + _seal(content):
            raise ValueError("the seal is broken")
        head, start, rest = content.partition(_RESPONSES)
        lines, end, tail = rest.partition(_GRAPHS)
        told: dict[str, Any] = json.loads(head + start + end + tail + _seal(b""))
        data = told["data"]
        found = (line.rstrip(",").partition(": ") for line in lines.decode().split("\n")[1:])
        return cls(
            data["maker"],
            tuple(Withdrawal(**one) for one in data["withdrawn"]),
            {name: FileSum(**one) for name, one in told["files"].items()},
            {name: Sum(**one) for name, one in data["graphs"].items()},
            {json.loads(name): line for name, _, line in found},
        )


def _seal(content: bytes) -> bytes:
    """The last line of the file, of which all before it is given."""
    return f'"sha256": "{sha256(content).hexdigest()}"}}\n'.encode()


def _by_line(entries: Mapping[str, str]) -> str:
    """A JSON object of values that are JSON already, each on a line of its own."""
    lines = (f"\n{_json(name)}: {entries[name]}" for name in sorted(entries))
    return "{" + ",".join(lines) + "\n}"


def _line(parts: Mapping[str, Sum]) -> str:
    """The line of a response, from the sums of its graphs; empty when none holds a quad."""
    held = _held(parts)
    graphs = {part: asdict(held[part]) for part in sorted(held)}
    return _json({**asdict(_listed(held)), "graphs": graphs}) if held else ""


def _parts(line: str) -> dict[str, Sum]:
    """The sums of the graphs of a response, from its line."""
    return {part: Sum(**one) for part, one in json.loads(line)["graphs"].items()} if line else {}


def _total(line: str) -> Sum:
    """The sum of a response, which its line begins with."""
    found = _TOTAL.match(line)
    if not found:
        raise ValueError("a response without a sum")
    return Sum(int(found[1]), found[2])


def _held(graphs: Mapping[str, Sum]) -> dict[str, Sum]:
    return {name: one for name, one in graphs.items() if one.quads}


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False)


def _listed(graphs: Mapping[str, Sum]) -> Sum:
    """The sum of several: their quads, and the hash of the list of their hashes and names."""
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
