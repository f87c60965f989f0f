"""Whether a store on disk has room in memory, where it is asked several times faster."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from .quads import Store

__all__ = ["fits_in_memory", "free_memory"]

_QUAD = 400
"""Bytes that a quad takes there, as measured."""
_SURE = 400_000_000
"""Bytes that are taken where the system does not tell what is free."""
_SHARE = 3
"""One part of so many of what is free is taken."""


def fits_in_memory(store: Store) -> bool:
    """Whether a copy of a store takes no more than a third of the memory that is free."""
    return len(store) * _QUAD <= free_memory() // _SHARE


def free_memory(proc: Path = Path("/proc/meminfo"), group: Path = Path("/sys/fs/cgroup")) -> int:
    """The bytes that are free, on the machine and within the limit of a container; thrice what is surely free where Linux does not tell."""
    free = [_of_machine(proc), _of_group(group)]
    return min((one for one in free if one is not None), default=_SURE * _SHARE)


def _of_machine(proc: Path) -> int | None:
    with suppress(OSError, ValueError):
        told = dict(line.split(":", 1) for line in proc.read_text().splitlines() if ":" in line)
        if "MemAvailable" in told:
            return int(told["MemAvailable"].split()[0]) * 1024
    return None


def _of_group(group: Path) -> int | None:
    """Of a control group of version 2; its pages of files are counted as taken, so that what is told is rather too little."""
    with suppress(OSError, ValueError):  # "max" is no limit
        return max(0, int((group / "memory.max").read_text()) - int((group / "memory.current").read_text()))
    return None
