"""What the recognisers may know of the response that an answer belongs to."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Context"]


@dataclass(frozen=True, slots=True)
class Context:
    """What the recognisers may know of the response: its city and country, and which domains end an address."""

    city: str = ""
    iso2: str = ""
    month_first: bool = False
    year: int | None = None
    top_domains: frozenset[str] = field(default=frozenset())
