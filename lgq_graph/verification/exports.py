"""Exports against their own manifest, and against the store that they were made of."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..errors import LgqError
from ..publish import MANIFEST, formats_of, with_manifest
from ..store import FileSum, Store
from .files import differing, folder_of
from .report import Fault, Verification

__all__ = ["check_exports"]

_AGAIN = "export again: lgq-graph export --store STORE -o FOLDER"


def check_exports(place: Path, store: Path | None) -> Verification:
    """All files of a folder of exports; against the store, too, when that is sound."""
    folder = folder_of(place, "exports")
    listed = _listed(folder / MANIFEST)
    if listed is None:
        what = "the manifest of the exports is missing or damaged"
        return Verification((Fault(str(folder / MANIFEST), what, _AGAIN),), ("the exports were not read",))
    faults = list(differing(folder, listed, _AGAIN, {MANIFEST}))
    if not faults and store is not None:
        faults = list(_against_store(folder, listed, store))
    against = " against the store" if store else ", not against the store, which is damaged"
    return Verification(tuple(faults), (f"{len(listed) + 1} files of the exports{against}",))


def _listed(file: Path) -> dict[str, FileSum] | None:
    """The files that a manifest tells of; None when it is not one that was written by us."""
    try:
        written = file.read_bytes()
        content: dict[str, Any] = json.loads(written)
        files = {name: FileSum(one["bytes"], one["sha256"]) for name, one in content["files"].items()}
        whole = (json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode() == written
        return files if whole and all(isinstance(one.bytes, int) for one in files.values()) else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _against_store(folder: Path, listed: dict[str, FileSum], place: Path) -> Iterator[Fault]:
    """The exports of the store are made anew, and compared byte by byte."""
    try:
        with Store.read_only(place) as store:
            wanted = with_manifest(store, formats_of(listed))
    except LgqError as error:
        yield Fault(str(place), error.message, error.hint)
        return
    for name in sorted({*wanted, *listed}):
        if (folder / name).read_bytes() != wanted.get(name):
            yield Fault(str(folder / name), "it is not what this program makes of the store", _AGAIN)
