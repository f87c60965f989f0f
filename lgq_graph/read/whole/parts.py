"""The parts of an Office file beside its main one: heads and feet, comments, charts, properties."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from ...model import Fate, Stretch
from ..archive import Archive, Element
from .reasons import COMMENT, HEAD_OR_FOOT, PROPERTIES

__all__ = ["other_parts"]

_TEXTS = frozenset(["t", "delText", "instrText", "v", "text"])
_KINDS: tuple[tuple[str, Fate, str], ...] = (
    (r"word/(?:header|footer)\d*\.xml", Fate.FURNITURE, HEAD_OR_FOOT),
    (r"docprops/.*|customxml/.*", Fate.WITHHELD, PROPERTIES),
    (r".*comments?\w*\.xml|.*/persons?/.*", Fate.SKIPPED, COMMENT),
    (r".*/diagrams/.*", Fate.SKIPPED, "text of a diagram (SmartArt)"),
    (r".*/charts/.*", Fate.SKIPPED, "text of a chart"),
    (r".*/drawings/.*", Fate.SKIPPED, "text of a drawing"),
    (r".*/glossary/.*", Fate.SKIPPED, "building block for writing"),
)
_OTHER_FORMATS = (".htm", ".html", ".mht", ".mhtml", ".rtf", ".txt")
_ALL = ("docprops/", "customxml/")


def other_parts(archive: Archive, seen: Collection[str]) -> Iterator[Stretch]:
    """The texts of every part that was not seen, a stretch for each paragraph or cell of it."""
    for part in archive.names():
        if part.endswith(_OTHER_FORMATS):
            yield Stretch(part, archive.text(part), "part in another format")
        if part in seen or not part.endswith(".xml") or (root := archive.xml(part)) is None:
            continue
        kinds = ((fate, why) for form, fate, why in _KINDS if re.fullmatch(form, part))
        fate, why = next(kinds, (Fate.SKIPPED, "setting of the file"))
        for text in _texts(root, any_text=part.startswith(_ALL)):
            yield Stretch(part, text, why, fate)


def _texts(root: Element, *, any_text: bool) -> Iterator[str]:
    """The texts of a part, those of one paragraph together."""
    texts: list[str] = []
    for element in root.iter():
        if element.tag in ("p", "si", "pt", "comment") and texts:
            yield "".join(texts)
            texts = []
        if any_text or element.tag in _TEXTS:
            texts.append(element.text or "")
    yield "".join(texts)
