"""The private file: what was withheld, for its owner's eyes, written whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import OutputError
from .output import for_file, replaced_file, writing
from .receipt import Receipt, receipt_of
from .table import Table

if TYPE_CHECKING:
    from .pipeline import Built

__all__ = ["place_for_contacts", "write_contacts"]

_COLUMNS = ("city", "edition", "question", "what", "text")


def write_contacts(built: Iterable[Built | Receipt], path: str | Path) -> int:
    """Write what was withheld as CSV to a private file (mode 0600) in place of any before; returns how many rows.

    OutputError when it cannot be written.
    """
    receipts = (item if isinstance(item, Receipt) else receipt_of(item) for item in built)
    table = Table(
        "contacts", _COLUMNS,
        tuple((r.name, r.edition, w.question, w.what, w.text) for r in receipts for w in r.withheld),
    )  # fmt: skip
    replaced_file(place_for_contacts(path), table.to_csv().encode())
    return len(table)


def place_for_contacts(path: str | Path) -> Path:
    """A place for the private file; OutputError when there is none, or when another file stands there: it may be the response itself."""
    target = for_file(path)
    with writing(target):
        if target.is_file() and not target.is_symlink() and not _is_private_file(target):
            raise OutputError(
                "a file stands there that no build wrote", file=str(target), hint="name a new file, or remove that one"
            )  # fmt: skip
    return target


def _is_private_file(path: Path) -> bool:
    beginning = ",".join(_COLUMNS).encode()
    with path.open("rb") as file:
        return file.read(len(beginning)) in (b"", beginning)
