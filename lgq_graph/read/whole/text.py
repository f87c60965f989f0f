"""The lines of a plain text."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Stretch
from ..txt import decode

__all__ = ["stretches"]


def stretches(data: bytes, name: str) -> Iterator[Stretch]:
    """Every line."""
    for number, line in enumerate(decode(data, name).splitlines(), 1):
        yield Stretch(f"line {number}", line)
