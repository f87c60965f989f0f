"""Word documents, read from their own XML in document order, as a print of their final text would read.

`archive` opens the file, `body` walks it, `inline` reads a paragraph, `fields` what forms show, `numbering` the marks of
lists, `styles` what formatting says. Macros, comments, properties (which name people), headers, footers, and embedded
files are never read.
"""

from __future__ import annotations

from ...model import Document
from ..archive import Archive, Element
from ..printed.lines import blocks
from .body import Body
from .notes import Notes
from .numbering import Numbering
from .styles import Styles

__all__ = ["READS", "SAVE_AS"]

SAVE_AS = "save the response as a Word document (.docx)"
"""What to do with a file that is no such document."""

_OTHER = {"workbook": "a workbook", "presentation": "a presentation"}


def _read(data: bytes, name: str) -> tuple[Document, ...]:
    archive = Archive(data, name, SAVE_AS)
    part = archive.main() or "word/document.xml"
    content = _content(archive, part)
    lines = _body(archive, part).lines(content)
    printed = (line for line in lines if line.text.strip())
    found = tuple(block for number, line in enumerate(printed, 1) for block in blocks(line, number))
    if not found:
        archive.refuse("there is no text in the file", hint="export the response again")
    return (Document(name, found),)


READS = {".docx": _read, ".docm": _read}


def _content(archive: Archive, part: str) -> Element:
    root = archive.xml(part)
    if root is None:
        archive.refuse("this is no Word document: it has no text part")
    content = root.find("body")
    if content is None:
        archive.refuse(f"this is no Word document but {_OTHER.get(root.tag, 'something else')}", part)
    return content


def _body(archive: Archive, part: str) -> Body:
    relations = archive.relations(part)

    def related(kind: str) -> Element | None:
        return archive.xml(found) if (found := relations.part(kind)) else None

    styles = Styles(related("styles"))
    notes = Notes(styles)
    for kind in ("footnotes", "endnotes"):
        if found := relations.part(kind):
            notes.add(archive.xml(found), archive.relations(found))
    return Body(styles, Numbering(related("numbering"), styles), relations, notes)
