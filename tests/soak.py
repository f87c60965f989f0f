"""How often a thing is tried: a few times by `make test`, as often as is promised by `make soak`."""

from __future__ import annotations

import os

__all__ = ["SOAK", "times"]

SOAK = bool(os.environ.get("LGQ_SOAK"))


def times(few: int, full: int) -> int:
    """How many times here."""
    return full if SOAK else few
