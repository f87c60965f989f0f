"""Whether a store, its exports and its site are still what was written, and say of each other what they should."""

from __future__ import annotations

from pathlib import Path

from .exports import check_exports
from .report import Fault, Verification
from .site import check_site
from .store import check_store

__all__ = ["Fault", "Verification", "verify"]


def verify(
    store: str | Path, exports: str | Path | None = None, site: str | Path | None = None
) -> Verification:
    """Read all of a store, and of the exports and the site that were made of it, against what is known of them.

    DataError when there is no store, or no folder of exports or site. Nothing is written, and what is damaged is not opened.
    """
    place = Path(store)
    found = [check_store(place)]
    sound = found[0].sound
    if exports is not None:
        found.append(check_exports(Path(exports), place if sound else None))
    if site is not None:
        found.append(check_site(Path(site), place if sound else None))
    return Verification(
        tuple(fault for one in found for fault in one.faults), tuple(line for one in found for line in one.checked)
    )  # fmt: skip
