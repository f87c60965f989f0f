"""What the controls of a form show: boxes, fields; and the marks of lists."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

__all__ = ["box_of", "is_box", "item_mark", "value_of"]

Attributes = Mapping[str, str]

_BOX_TYPES, _BOX_ROLES = ("checkbox", "radio"), ("checkbox", "radio", "menuitemcheckbox", "menuitemradio")
_FIELDS = frozenset(
    ["", "text", "email", "tel", "url", "number", "date", "month", "datetime-local", "search"]
)
_UNMARKED = re.compile(r"list-style(?:-type)?\s*:\s*none", re.I)
_LISTS = ("ul", "ol", "menu")
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def is_box(tag: str, attributes: Attributes) -> bool:
    """Whether an element is a box to tick; what stands in it belongs to the same box."""
    native = tag == "input" and attributes.get("type", "").lower() in _BOX_TYPES
    return native or attributes.get("role", "") in _BOX_ROLES


def box_of(attributes: Attributes) -> str:
    """The box as a glyph. What the page tells readers of a screen is kept up to date, the attribute it began with not."""
    told = attributes.get("aria-checked")
    ticked = told == "true" if told is not None else "checked" in attributes
    return "☒ " if ticked else "☐ "


def value_of(tag: str, attributes: Attributes) -> str:
    """What is written in a field, as far as its attributes tell."""
    if tag == "textarea":
        return attributes.get("data-initial-value", "")
    if attributes.get("type", "").lower() not in _FIELDS or is_box(tag, attributes):
        return ""
    return attributes.get("value", "") or attributes.get("data-initial-value", "")


def item_mark(item: Any) -> str:
    """The mark of an item that opens: a number, or a bullet that tells the level; none where the page shows none."""
    around = _around(item)
    lists = [element for element in around if element.tag in _LISTS]
    if not lists:
        return "•"
    inner = lists[0]
    inner.items = _number(item.attributes.get("value")) or inner.items + (inner.items and 1)
    inner.items = inner.items or _number(inner.attributes.get("start")) or 1
    if any(_UNMARKED.search(each.attributes.get("style", "")) for each in (inner, item)):
        return ""
    if inner.tag != "ol":
        return "•" if len(lists) == 1 else "–"
    return f"{_counted(inner.items, inner.attributes.get('type', '1'))}."


def _around(item: Any) -> list[Any]:
    found, element = [], item.parent
    while element is not None:
        found.append(element)
        element = element.parent
    return found


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 5 else 0


def _counted(number: int, kind: str) -> str:
    if kind in "aA" and 0 < number <= 26:
        return chr(ord(kind) + number - 1)
    if kind in "iI" and 0 < number < 40:
        return _roman(number).upper() if kind == "I" else _roman(number)
    return str(number)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text, number = text + letters * (number // value), number % value
    return text
