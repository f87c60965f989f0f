"""What formats with markup share: pieces of text with a look, the lines and rows they make, links, symbol fonts."""

from __future__ import annotations

__all__: list[str] = []
