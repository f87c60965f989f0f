"""The marks of list items, which a Word document does not store but counts: "3.", "b)", "iv", "•"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..archive import Element
from ..printed.symbols import in_unicode, is_symbol_font
from .styles import Styles, child_of, is_on, value_of

__all__ = ["Numbering"]

_LEVELS = 9
_LONGEST = 40
_PLACE = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"),
    (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Level:
    """How the items of one level are marked; `text` is the bullet, or a pattern such as "%1.%2"."""

    start: int
    form: str
    text: str
    restarts: bool
    legal: bool
    style: str


@dataclass(frozen=True, slots=True)
class _Pattern:
    """The levels of lists that count together; `link` is the list style that tells them instead."""

    id: str
    levels: dict[int, _Level]
    link: str


@dataclass(frozen=True, slots=True)
class _List:
    """A list: its pattern, the levels that it marks otherwise, and where it begins to count anew."""

    id: str
    pattern: str
    levels: dict[int, _Level]
    restarts: dict[int, int]


_NO_LEVEL = _Level(1, "none", "", True, False, "")


@dataclass(slots=True)
class Numbering:
    """Counts the items of all lists of a document, in the order in which it is asked."""

    root: Element | None
    styles: Styles
    _lists: dict[str, _List] = field(default_factory=dict)
    _patterns: dict[str, _Pattern] = field(default_factory=dict)
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        if self.root is not None:
            self._lists = {one.id: one for one in map(_list, self.root.findall("num"))}
            self._patterns = {one.id: one for one in map(_pattern, self.root.findall("abstractNum"))}

    def mark(self, paragraph: Element) -> str:
        """The mark before a paragraph, which is counted by this; empty when it is no item."""
        number, depth = self._place(paragraph)
        entry, pattern = self._lists.get(number), self._pattern(number)
        if entry is None or pattern is None:
            return ""
        levels = pattern.levels | entry.levels
        level, count = levels.get(depth, _NO_LEVEL), self._count(entry, pattern, depth)
        return _bullet(level.text, depth) if level.form == "bullet" else _written(levels, level, count)

    def _place(self, paragraph: Element) -> tuple[str, int]:
        """The list of a paragraph, its own or that of its style, and the level in it."""
        style = self.styles.style_of(paragraph)
        listed, level, teller = self.styles.list_of(style)
        own = value_of(paragraph, "pPr", "numPr", "numId")
        if told := value_of(paragraph, "pPr", "numPr", "ilvl") or level:
            return own or listed, min(_number(told, 0), _LEVELS - 1)
        return own or listed, 0 if own else self._depth_of_style(listed, {style, teller})

    def _depth_of_style(self, number: str, styles: set[str]) -> int:
        pattern = self._pattern(number)
        levels = pattern.levels.items() if pattern else ()
        return next((depth for depth, level in levels if level.style in styles), 0)

    def _pattern(self, number: str) -> _Pattern | None:
        """The pattern of a list, or the one that its list style stands for."""
        pattern = self._pattern_of(number)
        return self._pattern_of(self.styles.list_of(pattern.link)[0]) if pattern and pattern.link else pattern

    def _pattern_of(self, number: str) -> _Pattern | None:
        return self._patterns.get(self._lists[number].pattern) if number in self._lists else None

    def _count(self, entry: _List, pattern: _Pattern, depth: int) -> list[int | None]:
        """The counts of all levels after one more item; lists of one pattern go on counting, unless told to restart."""
        count = self._counts.setdefault(pattern.id, [None] * _LEVELS)
        before = count[depth]
        if depth in entry.restarts and (entry.id, depth) not in self._begun:
            count[depth] = entry.restarts[depth]
        else:
            count[depth] = pattern.levels.get(depth, _NO_LEVEL).start if before is None else before + 1
        self._begun.add((entry.id, depth))
        for deeper in range(depth + 1, _LEVELS):
            if pattern.levels.get(deeper, _NO_LEVEL).restarts:
                count[deeper] = None
        return count


def _list(found: Element) -> _List:
    levels: dict[int, _Level] = {}
    restarts: dict[int, int] = {}
    for override in found.findall("lvlOverride"):
        depth = _depth(override)
        levels |= dict(_levels(override))
        if (restart := override.find("startOverride")) is not None:
            restarts[depth] = _number(restart.get("val", ""), 1)
    return _List(found.get("numId", ""), value_of(found, "abstractNumId"), levels, restarts)


def _pattern(found: Element) -> _Pattern:
    return _Pattern(found.get("abstractNumId", ""), dict(_levels(found)), value_of(found, "numStyleLink"))


def _levels(found: Element) -> Iterator[tuple[int, _Level]]:
    for level in found.findall("lvl"):
        yield (
            _depth(level),
            _Level(
                start=_number(value_of(level, "start"), 1),
                form=value_of(level, "numFmt"),
                text=_text(level),
                restarts=value_of(level, "lvlRestart") != "0",
                legal=is_on(level.find("isLgl")),
                style=value_of(level, "pStyle"),
            ),
        )


def _text(level: Element) -> str:
    """The pattern of a mark, a bullet of a symbol font as Unicode has it."""
    fonts = child_of(level, "rPr", "rFonts")
    font = fonts.get("ascii", "") if fonts is not None else ""
    text = value_of(level, "lvlText")[:_LONGEST]
    return in_unicode(text, font) if is_symbol_font(font) else text


def _depth(element: Element) -> int:
    return min(_number(element.get("ilvl", ""), 0), _LEVELS - 1)


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 7 else otherwise


def _bullet(drawn: str, depth: int) -> str:
    """A ticked box as it is drawn, for someone chose it; any other bullet as one of the text's."""
    return "☒" if drawn in ("☒", "☑") else "–" if depth else "•"


def _written(levels: dict[int, _Level], level: _Level, count: list[int | None]) -> str:
    def one(found: re.Match[str]) -> str:
        depth = int(found[1]) - 1
        of, value = levels.get(depth, _NO_LEVEL), count[depth]
        return _formatted(of.start if value is None else value, "decimal" if level.legal else of.form)

    return _PLACE.sub(one, level.text).strip() if level.form != "none" else ""


def _formatted(value: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter") and 0 < value <= 26 * 3:
        letters = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letters if form == "lowerLetter" else letters.upper()
    if form in ("lowerRoman", "upperRoman") and 0 < value < 4000:
        return _roman(value) if form == "lowerRoman" else _roman(value).upper()
    if form == "decimalZero":
        return f"{value:02}"
    return "" if form == "none" else str(value)


def _roman(value: int) -> str:
    written = ""
    for worth, letters in _ROMAN:
        times, value = divmod(value, worth)
        written += letters * times
    return written
