"""What stands within a paragraph: runs of words, links, fields, boxes, notes; as it reads with all changes accepted."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from ...model import Look
from ..archive import Element, Relations
from ..printed.lines import Piece
from ..printed.links import is_public
from ..printed.symbols import in_unicode, is_symbol_font
from .fields import content_of, legacy_field, link_of
from .styles import Styles, is_on, look_of

__all__ = ["PASSED_OVER", "Inline", "choice_of", "symbol_font"]

PASSED_OVER = frozenset(
    {"del", "moveFrom", "delText", "instrText", "delInstrText", "pPr", "rPr", "sdtPr", "tblPr", "tblGrid", "trPr", "tcPr",
     "sectPr", "rt", "annotationRef", "commentReference", "altChunk", "fldData"}
)  # fmt: skip
"""What is not read: words that were deleted or moved away, properties, comments, parts of other formats."""

_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_NOTES = ("footnoteReference", "endnoteReference")
_HEX = re.compile(r"[0-9A-Fa-f]{1,4}")
_LONGEST_INSTRUCTION = 4000


def choice_of(alternate: Element) -> Element | None:
    """The one of several renderings of a thing that is read, so that a text box is not read twice."""
    choice = alternate.find("Choice")
    return choice if choice is not None else alternate.find("Fallback")


@dataclass(slots=True)
class _Field:
    """A field that is open: its instruction so far, where a link in it leads, whether it is shown already (so that its
    result is left out), and whether that is so now. Target and silence are handed down to the fields in it."""

    instruction: str = ""
    target: str = ""
    shown: bool = False
    silent: bool = False


@dataclass(slots=True)
class Inline:
    """Reads the pieces of one paragraph. `boxes` are the text boxes met, `note_of` gives the words of a note."""

    paragraph: Element
    styles: Styles
    relations: Relations
    note_of: Callable[[Element], str]
    boxes: list[Element] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    _fields: list[_Field] = field(default_factory=list)
    _hidden: bool = False

    def read(self) -> list[Piece]:
        """The pieces of the paragraph."""
        self._hidden = self.styles.hides(self.paragraph)
        self._each(self.paragraph, "")
        return self.pieces

    def _each(self, parent: Element, target: str) -> None:
        for child in parent:
            if child.tag not in PASSED_OVER:
                self._one(child, target)

    def _one(self, element: Element, target: str) -> None:
        match element.tag:
            case "r":
                self._run(element, target)
            case "hyperlink":
                self._hyperlink(element)
            case "fldSimple":
                self._each(element, _public(link_of(element.get("instr", ""))) or target)
            case "sdt":
                if (content := content_of(element)) is not None:
                    self._each(content, target)
            case "AlternateContent":
                if (choice := choice_of(element)) is not None:
                    self._each(choice, target)
            case "txbxContent":
                self.boxes.append(element)
            case "hlinkClick":
                self._add("", Look.PLAIN, self._address(element))
            case "t":
                self._add(_words(element, ""), Look.PLAIN, target)
            case _:
                self._each(element, target)

    def _hyperlink(self, link: Element) -> None:
        target, before = self._address(link), len(self.pieces)
        self._each(link, target)
        if target and len(self.pieces) == before:
            self._add("", Look.PLAIN, target)

    def _address(self, link: Element) -> str:
        target, anchor = self.relations.link(link.get("id", "")), link.get("anchor", "")
        return _public(f"{target}#{anchor}" if target and anchor and "#" not in target else target)

    def _run(self, run: Element, target: str) -> None:
        said = self.styles.words_of(run)
        hidden = is_on(said["vanish"]) if "vanish" in said else self._hidden
        look, font = look_of(said, linked=False), symbol_font(said)
        for child in run:
            link = target or (self._fields[-1].target if self._fields else "")
            if self._field(child) or hidden:
                continue
            if child.tag == "t":
                self._add(_words(child, font), look_of(said, linked=True) if link else look, link)
            elif child.tag in _CHARACTERS:
                self._add(_CHARACTERS[child.tag], None, link)
            elif child.tag == "sym":
                self._add(_symbol(child), None, link)
            elif child.tag in _NOTES:
                self._add(self.note_of(child), None, "")
            elif child.tag not in PASSED_OVER:
                self._one(child, link)

    def _field(self, element: Element) -> bool:
        """Whether it is a mark of a field, which is followed: its begin, its instruction, its result, its end."""
        if element.tag == "fldChar":
            self._turn(element, element.get("fldCharType"))
        elif element.tag == "instrText" and self._fields:
            open_ = self._fields[-1]
            open_.instruction = (open_.instruction + (element.text or ""))[:_LONGEST_INSTRUCTION]
        return element.tag in ("fldChar", "instrText")

    def _turn(self, element: Element, to: str | None) -> None:
        open_ = self._fields[-1] if self._fields else _Field()
        if to == "begin":
            data = element.find("ffData")
            shown = legacy_field(data) if data is not None else None
            if shown:
                self._add(shown, None, "")
            self._fields.append(_Field(target=open_.target, shown=shown is not None, silent=open_.silent))
        elif to == "separate":
            open_.target = _public(link_of(open_.instruction)) or open_.target
            open_.silent = open_.silent or open_.shown
        elif to == "end" and self._fields:
            self._fields.pop()

    def _add(self, text: str, look: Look | None, target: str) -> None:
        if not (self._fields and self._fields[-1].silent):
            self.pieces.append(Piece(text, look, target))


def _public(target: str) -> str:
    return target if is_public(target) else ""


def _words(text: Element, font: str) -> str:
    words = (text.text or "").replace("\n", " ")
    return in_unicode(words, font) if font else words


def _symbol(element: Element) -> str:
    """The character of a symbol, which is told by its code ("F0FE")."""
    font, code = element.get("font", ""), element.get("char", "")
    if not _HEX.fullmatch(code):
        return ""
    return in_unicode(chr(int(code, 16)), font) if is_symbol_font(font) else chr(int(code, 16))


def symbol_font(said: dict[str, Element]) -> str:
    """The symbol font of words; empty when their font is one of letters."""
    fonts = said.get("rFonts")
    font = fonts.get("ascii", "") if fonts is not None else ""
    return font if is_symbol_font(font) else ""
