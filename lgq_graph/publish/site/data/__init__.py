"""What machines read: dumps, VoID, the DCAT catalogue, networks, the ontology and its page."""

from __future__ import annotations

__all__: list[str] = []
