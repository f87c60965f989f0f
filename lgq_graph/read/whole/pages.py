"""The texts of a web page, from its tree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from ...model import Fate, Stretch
from ..html import page_of
from ..html.controls import value_of
from ..html.page import BLOCKS
from ..html.style import font_of, is_hidden, is_struck
from .reasons import COMMENT

__all__ = ["stretches"]

_REASONS = {
    **dict.fromkeys(("script", "style", "template"), "program or style sheet"),
    "head": "title of the page",
    "title": "title of the page",
    "noscript": "shown only without scripts",
    **dict.fromkeys(("svg", "math", "object", "iframe", "audio", "video", "canvas"), "drawing or part of another format"),
    "datalist": "suggestion for a field",
}  # fmt: skip
_FURNITURE = {"nav": "menu of the page", "footer": "foot of the page", "button": "button"}
_ATTRIBUTES = {
    "alt": "description of a picture",
    "title": "explanation behind words",
    "placeholder": "prompt of a field",
    "aria-label": "explanation for readers of a screen",
}
_STRUCK, _SYMBOLS = "struck out", "sign of a symbol font"
_UNCHOSEN = "option of a list that was not chosen"

Told = tuple[str, Fate]


def stretches(data: bytes, name: str) -> Iterator[Stretch]:
    """Every text between two tags that end a line, with the reason for which it or an element around it is not seen."""
    page = page_of(data, name)
    root = etree.HTML(page, etree.HTMLParser(huge_tree=True, no_network=True)) if page.strip() else None
    collected = _Collected()
    for event, element in (
        etree.iterwalk(root, events=("start", "end", "comment", "pi")) if root is not None else ()
    ):
        if event in ("comment", "pi"):
            yield Stretch(_line(element), element.text or "", COMMENT)
            yield from collected.add(element, element.tail, collected.around[-1])
        elif event == "start":
            yield from collected.opens(element)
        else:
            yield from collected.closes(element)
    yield from collected.end()


class _Collected:
    """The texts met since a line ended, and the reasons of the elements that are open."""

    def __init__(self) -> None:
        self.around: list[Told] = [("", Fate.SKIPPED)]
        self.texts: list[str] = []
        self.place = ""
        self.told: Told = self.around[0]

    def opens(self, element: Any) -> Iterator[Stretch]:
        """What ends as an element begins, and what its attributes say."""
        yield from self.parted(element)
        self.around.append(self.around[-1] if self.around[-1][0] else _told(element))
        yield from _attributes(element, self.around[-1])
        yield from self.add(element, element.text, self.around[-1])

    def closes(self, element: Any) -> Iterator[Stretch]:
        """What ends as an element ends, and what follows it."""
        yield from self.parted(element)
        self.around.pop()
        yield from self.add(element, element.tail, self.around[-1])

    def parted(self, element: Any) -> Iterator[Stretch]:
        if element.tag in BLOCKS or element.tag == "br":
            yield from self.end()

    def add(self, element: Any, text: str | None, told: Told) -> Iterator[Stretch]:
        """A text, after those before it when it is not seen for another reason."""
        if told != self.told:
            yield from self.end()
        self.told, self.place = told, self.place or _line(element)
        self.texts.append(text or "")

    def end(self) -> Iterator[Stretch]:
        """The texts so far."""
        texts, place, (reason, fate) = "".join(self.texts), self.place, self.told
        self.texts, self.place = [], ""
        yield Stretch(place, texts, reason, fate, unless_read=reason in (_STRUCK, _SYMBOLS))


def _told(element: Any) -> Told:
    """Why the words in an element are not read; nothing when they are."""
    attributes, tag = element.attrib, element.tag
    if tag in _FURNITURE:
        return _FURNITURE[tag], Fate.FURNITURE
    if tag == "option" and "selected" not in attributes and attributes.get("aria-selected") != "true":
        return _UNCHOSEN, Fate.OPTION
    if is_hidden(tag, attributes):
        return _REASONS.get(tag, "hidden, or a control of the page"), Fate.SKIPPED
    symbols = _SYMBOLS if font_of(tag, attributes, "") else ""
    return (_STRUCK if is_struck(tag, attributes) else symbols), Fate.SKIPPED


def _attributes(element: Any, told: Told) -> Iterator[Stretch]:
    tag, attributes, place = element.tag, element.attrib, _line(element)
    for name, reason in _ATTRIBUTES.items():
        yield Stretch(place, attributes.get(name, ""), reason)
    shown = value_of(tag, attributes) if tag in ("input", "textarea") else ""
    yield Stretch(place, shown, *told)
    value = attributes.get("value", "") if tag == "input" and not shown else ""
    yield Stretch(place, value, "value that a control sends and does not show")


def _line(element: Any) -> str:
    return f"line {element.sourceline}" if element.sourceline else ""
