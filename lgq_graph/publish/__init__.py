"""From the store to files: one module a format, each with `files(selection) -> {name: bytes}`.

A new format is a new module here with `EXTENSION`-free names in its `files`, listed in `FORMATS`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from pathlib import Path

from ..errors import DataError, UsageError
from ..output import replaced_folder
from ..store import Store, response_graphs
from . import csv, jsonld, nquads, ntriples, trig, turtle
from .select import Selection

__all__ = ["FORMATS", "export", "files_of", "manifest"]

FORMATS: dict[str, Callable[[Selection], dict[str, bytes]]] = {
    "turtle": turtle.files,
    "trig": trig.files,
    "nquads": nquads.files,
    "ntriples": ntriples.files,
    "jsonld": jsonld.files,
    "csv": csv.files,
}
"""Every format by its name."""

_MANIFEST = "MANIFEST.json"


def files_of(store: Store, formats: Iterable[str] = ()) -> dict[str, bytes]:
    """The files of some formats (all when none is named), by name; UsageError for an unknown format."""
    wanted = list(formats) or list(FORMATS)
    unknown = [name for name in wanted if name not in FORMATS]
    if unknown:
        raise UsageError(f"there is no format {unknown[0]!r}", hint=f"known: {', '.join(FORMATS)}")
    if not store.responses():
        raise DataError("the store holds no response", hint="build one first: lgq-graph build FILE -o STORE")
    selection = Selection(store)
    return {name: data for format_ in wanted for name, data in FORMATS[format_](selection).items()}


def manifest(files: dict[str, bytes], store: Store) -> bytes:
    """What was exported: the responses, and size, lines and SHA-256 of every file; no dates, so that it never changes."""
    content = {
        "responses": [{"city": r.city, "edition": r.edition} for r in store.responses()],
        "quads": sum(
            1 for r in store.responses() for g in response_graphs(r.city, r.edition) for _ in store.quads(g)
        ),
        "files": {
            name: {"bytes": len(data), "lines": data.count(b"\n"), "sha256": hashlib.sha256(data).hexdigest()}
            for name, data in sorted(files.items())
        },
    }
    return (json.dumps(content, indent=2) + "\n").encode()


def export(store: Store, folder: str | Path, formats: Iterable[str] = ()) -> dict[str, bytes]:
    """Write the files of some formats and their MANIFEST.json into a folder, all of them or none.

    What the last export wrote there, which its manifest tells, is gone then; other files stay. OutputError when the folder cannot be written, or
    holds other files and no export; that is looked at first.
    """
    with replaced_folder(Path(folder), _MANIFEST, _listed) as write:
        files = files_of(store, formats)
        files[_MANIFEST] = manifest(files, store)
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
