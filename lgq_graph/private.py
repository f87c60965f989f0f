"""The private file: what was withheld, for its owner's eyes, written whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from .errors import UsageError
from .pipeline import Built
from .table import Table

__all__ = ["check_private", "write_contacts"]


def check_private(path: str | Path) -> Path:
    """The path, when a private file can stand there; UsageError for a folder, a device or a folder that is missing."""
    target = Path(path)
    try:
        taken = os.path.lexists(target) and not _is_file(target)
    except OSError as error:
        raise _refused(target, error) from error
    if taken:
        raise UsageError(
            "this is no file that can be replaced", file=str(target), hint="name a file for the withheld data, not a folder or device"
        )  # fmt: skip
    if not target.parent.is_dir():
        raise UsageError(
            "the folder of this file does not exist", file=str(target), hint=f"make {target.parent} first"
        )
    return target


def _is_file(target: Path) -> bool:
    """Whether it is a file, or a link to one or to nothing, which is replaced and not written through."""
    mode = os.lstat(target).st_mode
    return stat.S_ISREG(mode) or (stat.S_ISLNK(mode) and (target.is_file() or not target.exists()))


def write_contacts(built: Iterable[Built], path: str | Path) -> int:
    """Write what was withheld as CSV to a private file (mode 0600) in place of any before; returns how many rows."""
    table = Table(
        "contacts", ("city", "edition", "question", "what", "text"),
        tuple((b.response.city.name, b.response.edition, w.question, w.what, w.text) for b in built for w in b.response.withheld),
    )  # fmt: skip
    target = check_private(path)
    try:
        _replace(target, table.to_csv().encode())
    except OSError as error:
        raise _refused(target, error) from error
    return len(table)


def _replace(target: Path, data: bytes) -> None:
    """Beside the target under a name of its own, readable by its owner alone from the start; then moved into its place."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:50]}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _refused(target: Path, error: OSError) -> UsageError:
    return UsageError(
        f"the private file cannot be written: {error.strerror or error}", file=str(target), hint="name a file in a folder of yours"
    )  # fmt: skip
