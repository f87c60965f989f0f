"""Reasons for which a text is not read, where several formats share them."""

from __future__ import annotations

__all__ = ["COMMENT", "DELETED", "HEAD_OR_FOOT", "MAY_NAME", "PROPERTIES"]

COMMENT = "comment"
DELETED = "deleted, with changes tracked"
HEAD_OR_FOOT = "head or foot of the page"
PROPERTIES = "properties of the file, which may name people"

MAY_NAME = frozenset({COMMENT, DELETED, HEAD_OR_FOOT, PROPERTIES})
"""Where people may stand by their bare names: those who wrote or handled the document, or who were taken out of it. Such a text is counted and never shown."""
