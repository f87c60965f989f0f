"""Graphs at a SPARQL endpoint: taken from there, brought there, and asked there for what they know of our places."""

from __future__ import annotations

from .download import download
from .enrich import Enriched, enrich
from .push import Pushed, Target, push, table_of

__all__ = ["Enriched", "Pushed", "Target", "download", "enrich", "push", "table_of"]
