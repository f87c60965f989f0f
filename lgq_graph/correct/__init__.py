"""Corrections by persons: read from their file, held against each other, and applied to the entities of a response."""

from __future__ import annotations

from ..matching import missed
from .amend import amend
from .entry import fault_of_role
from .notation import MAX_BYTES, entry_of, parse_corrections, read_corrections

__all__ = [
    "MAX_BYTES",
    "amend",
    "entry_of",
    "fault_of_role",
    "missed",
    "parse_corrections",
    "read_corrections",
]
