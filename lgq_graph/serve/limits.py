"""What a query may use."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Limits"]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may use: time in seconds, rows (or triples) and bytes of its answer, bytes of memory beyond what a
    worker needs, and of its text: bytes, how deep its brackets may nest, how many steps a path or an expression may have, and how
    many clauses it may have in all.

    The last four are far below what was seen to end Oxigraph (nesting 1,000, 4,000 clauses) or to hold its optimiser for minutes.
    """

    seconds: float = 30
    rows: int = 100_000
    size: int = 64 << 20
    memory: int = 1 << 30
    text: int = 64 << 10
    depth: int = 128
    steps: int = 128
    clauses: int = 1_000
