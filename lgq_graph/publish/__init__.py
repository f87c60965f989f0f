"""From the store to files: one module a format, each with `files(selection) -> {name: bytes}`.

A new format is a new module here with `EXTENSION`-free names in its `files`, listed in `FORMATS`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path

from ..errors import DataError, UsageError
from ..output import replaced_folder
from ..store import Store
from . import csv, jsonld, nquads, ntriples, trig, turtle
from .select import Selection

__all__ = [
    "FORMATS",
    "MANIFEST",
    "export",
    "files_of",
    "formats_of",
    "listed_in",
    "manifest",
    "with_manifest",
]

MANIFEST = "MANIFEST.json"
"""The file that tells of all others."""

FORMATS: dict[str, Callable[[Selection], dict[str, bytes]]] = {
    "turtle": turtle.files,
    "trig": trig.files,
    "nquads": nquads.files,
    "ntriples": ntriples.files,
    "jsonld": jsonld.files,
    "csv": csv.files,
}
"""Every format by its name."""

_ENDINGS = {
    "ttl": "turtle", "trig": "trig", "nq": "nquads", "nt": "ntriples", "jsonld": "jsonld", "csv": "csv",
}  # fmt: skip


def files_of(store: Store, formats: Iterable[str] = ()) -> dict[str, bytes]:
    """The files of some formats (all when none is named), by name; UsageError for an unknown format."""
    return _files(Selection(store), _known(formats))


def listed_in(folder: Path) -> list[str]:
    """The formats of the exports in a folder, as their manifest tells; none when it tells of no exports."""
    try:
        return formats_of(_listed((folder / MANIFEST).read_bytes()) or ())
    except OSError:
        return []


def _known(formats: Iterable[str]) -> list[str]:
    wanted = list(formats) or list(FORMATS)
    unknown = [name for name in wanted if name not in FORMATS]
    if unknown:
        raise UsageError(f"there is no format {unknown[0]!r}", hint=f"known: {', '.join(FORMATS)}")
    return wanted


def _files(selection: Selection, formats: Iterable[str]) -> dict[str, bytes]:
    if not selection.store.responses() and not selection.store.withdrawn:
        raise DataError("the store holds no response", hint="build one first: lgq-graph build FILE -o STORE")
    return {name: data for format_ in formats for name, data in FORMATS[format_](selection).items()}


def formats_of(names: Iterable[str]) -> list[str]:
    """The formats that some files were exported in, by their endings."""
    found = {_ENDINGS.get(name.rpartition(".")[2]) for name in names}
    return [name for name in FORMATS if name in found]


def manifest(files: dict[str, bytes], selection: Selection) -> bytes:
    """What was exported: the responses, the hash of their quads, size, lines and SHA-256 of every file, and what was withdrawn.

    No dates of its own, so that it never changes. The hash is that of RDFC-1.0: no graph has a blank node, so that the sorted lines are canonical.
    """
    store = selection.store
    quads = files.get("lgq.nq") or nquads.files(selection)["lgq.nq"]
    content = {
        "responses": [{"city": r.city, "edition": r.edition} for r in store.responses()],
        "quads": quads.count(b"\n"),
        "rdfc10_sha256": hashlib.sha256(quads).hexdigest(),
        "files": {
            name: {"bytes": len(data), "lines": data.count(b"\n"), "sha256": hashlib.sha256(data).hexdigest()}
            for name, data in sorted(files.items())
        },
        "withdrawn": [asdict(one) for one in store.withdrawn],
    }
    return (json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode()


def with_manifest(store: Store, formats: Iterable[str] = ()) -> dict[str, bytes]:
    """What `export` writes; fails as `files_of` does."""
    selection = Selection(store)
    files = _files(selection, _known(formats))
    files[MANIFEST] = manifest(files, selection)
    return files


def export(store: Store, folder: str | Path, formats: Iterable[str] = ()) -> dict[str, bytes]:
    """Write the files of some formats and their MANIFEST.json into a folder, all of them or none.

    What the last export wrote there, which its manifest tells, is gone then; other files stay. OutputError when the folder cannot be written, or
    holds other files and no export; that is looked at first.
    """
    with replaced_folder(Path(folder), MANIFEST, _listed) as write:
        files = with_manifest(store, formats)
        for name, data in files.items():
            write(name, data)
    return files


def _listed(manifest: bytes) -> list[str] | None:
    """The files of an export, by its manifest; None when that is of something else."""
    try:
        content = json.loads(manifest)
        return [*content["files"]] if {"responses", "quads", "files"} <= content.keys() else None
    except (ValueError, TypeError, AttributeError):
        return None
