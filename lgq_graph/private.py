"""The private file: what was withheld, for its owner's eyes, written whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from .output import for_file, replaced_file
from .receipt import Receipt, receipt_of
from .table import Table

if TYPE_CHECKING:
    from .pipeline import Built

__all__ = ["write_contacts"]


def write_contacts(built: Iterable[Built | Receipt], path: str | Path) -> int:
    """Write what was withheld as CSV to a private file (mode 0600) in place of any before; returns how many rows.

    OutputError when it cannot be written.
    """
    receipts = (item if isinstance(item, Receipt) else receipt_of(item) for item in built)
    table = Table(
        "contacts", ("city", "edition", "question", "what", "text"),
        tuple((r.name, r.edition, w.question, w.what, w.text) for r in receipts for w in r.withheld),
    )  # fmt: skip
    replaced_file(for_file(path), table.to_csv().encode())
    return len(table)
