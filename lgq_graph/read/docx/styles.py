"""What formatting says: whether words are stressed, struck out or hidden, and which list a style belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ...model import Look
from ..archive import Element

__all__ = ["Styles", "child_of", "is_coloured", "is_on", "is_shaded", "look_of", "value_of"]

_OFF = frozenset({"0", "false", "off", "none"})
_LONGEST_CHAIN = 12
_COLOURFUL = 0x30
_RGB = re.compile(r"[0-9A-Fa-f]{6}")
_CONTENTS = re.compile(r"(?:toc|index|table of (?:figures|authorities)) ?\d?", re.I)
_BARE_HIGHLIGHT = _OFF | {"white"}


def is_on(element: Element | None) -> bool:
    """Whether a property is there and not switched off."""
    return element is not None and element.get("val", "true") not in _OFF


def child_of(element: Element | None, *names: str) -> Element | None:
    """The element at a path of names; None when there is none. (Much faster than a path in one string.)"""
    for name in names:
        element = element.find(name) if element is not None else None
    return element


def value_of(element: Element | None, *names: str) -> str:
    """The value of a property at a path of names; empty when there is none."""
    found = child_of(element, *names)
    return found.get("val", "") if found is not None else ""


def is_coloured(colour: str | None) -> bool:
    """Whether a colour ("FF0000") is one: black, white, the greys and "auto" are none."""
    if not colour or not _RGB.fullmatch(colour):
        return False
    parts = [int(colour[at : at + 2], 16) for at in (0, 2, 4)]
    return max(parts) - min(parts) >= _COLOURFUL


def is_shaded(properties: Element | None) -> bool:
    """Whether a cell has a ground of its own, grey or coloured."""
    fill = properties.find("shd") if properties is not None else None
    return fill is not None and fill.get("fill", "auto").lower() not in ("auto", "ffffff")


@dataclass(frozen=True, slots=True)
class _Style:
    """A style: the one that it is based on, the properties of its words, its list and the level in it."""

    id: str
    name: str
    base: str
    words: dict[str, Element]
    list: str
    level: str


@dataclass(slots=True)
class Styles:
    """The styles of a document by their ids."""

    root: Element | None
    _styles: dict[str, _Style] = field(default_factory=dict)
    _default: str = ""

    def __post_init__(self) -> None:
        for found in self.root.findall("style") if self.root is not None else []:
            style = _style(found)
            self._styles[style.id] = style
            if found.get("type") == "paragraph" and found.get("default", "0") not in _OFF:
                self._default = style.id

    def words_of(self, run: Element) -> dict[str, Element]:
        """The properties given to the words of a run themselves, or by their character style."""
        own = run.find("rPr")
        if own is None:
            return {}
        return self._words(value_of(own, "rStyle")) | {each.tag: each for each in own}

    def hides(self, paragraph: Element) -> bool:
        """Whether the style of a paragraph hides its words."""
        return is_on(self._words(self.style_of(paragraph)).get("vanish"))

    def is_contents(self, paragraph: Element) -> bool:
        """Whether a paragraph belongs to a table of contents, which repeats the headings of the form."""
        style = self._styles.get(self.style_of(paragraph))
        return style is not None and _CONTENTS.fullmatch(style.name) is not None

    def style_of(self, paragraph: Element) -> str:
        """The id of the style of a paragraph."""
        return value_of(paragraph, "pPr", "pStyle") or self._default

    def list_of(self, style: str) -> tuple[str, str, str]:
        """The list that a style belongs to, its level if told, and the style that tells it."""
        told = (one for one in self._chain(style) if one.list)
        return next(((one.list, one.level, one.id) for one in told), ("", "", ""))

    def _words(self, style: str) -> dict[str, Element]:
        said: dict[str, Element] = {}
        for one in self._chain(style):
            said = one.words | said
        return said

    def _chain(self, style: str) -> Iterator[_Style]:
        """A style and those that it is based on; a circle ends at the longest chain that is sensible."""
        for _ in range(_LONGEST_CHAIN):
            if (one := self._styles.get(style)) is None:
                return
            yield one
            style = one.base


def _style(found: Element) -> _Style:
    words = found.find("rPr")
    return _Style(
        id=found.get("styleId", ""),
        name=value_of(found, "name"),
        base=value_of(found, "basedOn"),
        words={each.tag: each for each in words if each.tag in _TOLD} if words is not None else {},
        list=value_of(found, "pPr", "numPr", "numId"),
        level=value_of(found, "pPr", "numPr", "ilvl"),
    )


_TOLD = frozenset({"b", "strike", "dstrike", "u", "color", "highlight", "shd", "vanish", "rFonts"})


def look_of(said: dict[str, Element], *, linked: bool) -> Look:
    """How words with some properties stand out. The colour and the line of a link are those of every link."""
    if is_on(said.get("strike")) or is_on(said.get("dstrike")):
        return Look.STRUCK
    stressed = is_on(said.get("b")) or _is_marked(said) or (not linked and _is_drawn(said))
    return Look.STRESSED if stressed else Look.PLAIN


def _is_marked(said: dict[str, Element]) -> bool:
    highlight, ground = said.get("highlight"), said.get("shd")
    marked = highlight is not None and highlight.get("val", "none") not in _BARE_HIGHLIGHT
    return marked or (ground is not None and is_coloured(ground.get("fill")))


def _is_drawn(said: dict[str, Element]) -> bool:
    colour = said.get("color")
    return is_on(said.get("u")) or (colour is not None and is_coloured(colour.get("val")))
