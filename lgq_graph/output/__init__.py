"""Where results go: a place is looked at before the work begins, takes the new whole or keeps the old, and every failure to write is told in one way."""

from __future__ import annotations

from .hold import Pin, alone
from .places import for_exchange, for_file, for_folder, is_full, writing
from .staging import beside, restored, staged, swept, synced
from .whole import linked, replaced_file, replaced_folder, write_whole

__all__ = [
    "Pin", "alone", "beside", "for_exchange", "for_file", "for_folder", "is_full", "linked", "replaced_file", "replaced_folder", "restored",
    "staged", "swept", "synced", "write_whole", "writing",
]  # fmt: skip
