"""Footnotes and endnotes, put in brackets where their reference stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..archive import Element, Relations
from ..printed.lines import in_lines
from .inline import Inline
from .styles import Styles

__all__ = ["Notes"]


@dataclass(slots=True)
class Notes:
    """The notes of a document. Each is told once: a file that refers to one a million times would grow by it."""

    styles: Styles
    _found: dict[tuple[str, str], tuple[Element, Relations]] = field(default_factory=dict)

    def add(self, root: Element | None, relations: Relations) -> None:
        """The notes of one part."""
        for note in root if root is not None else ():
            self._found[note.tag, note.get("id", "")] = note, relations

    def of(self, reference: Element) -> str:
        """The words of a note in brackets; empty when it is told already."""
        found = self._found.pop((reference.tag.removesuffix("Reference"), reference.get("id", "")), None)
        if found is None:
            return ""
        note, relations = found
        lines = (
            line.text.strip()
            for paragraph in note.iter("p")
            for line in in_lines(Inline(paragraph, self.styles, relations, _no_note).read())
        )
        text = " ".join(filter(None, lines))
        return f" ({text})" if text else ""


def _no_note(_: Element) -> str:
    return ""
