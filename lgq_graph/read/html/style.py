"""What tags, attributes and style sheets say of how words look, and whether they are seen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ...model import Look
from ..printed.symbols import is_symbol_font

__all__ = ["font_of", "is_hidden", "is_struck", "keeps_breaks", "look_of", "unbroken_classes"]

Attributes = Mapping[str, str]

_PASSED_OVER = frozenset(
    "head script style template noscript svg math object iframe audio video canvas nav footer button datalist dialog".split()
)
_ROLES = frozenset(
    "navigation contentinfo button dialog alertdialog tooltip menu menubar toolbar search progressbar".split()
)
_STRESSED = frozenset(["b", "strong", "mark"])
_STRUCK = frozenset(["s", "strike", "del"])
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
_LIGHT = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)", re.I)
_THROUGH = re.compile(r"text-decoration[\w-]{0,30}\s*:[^;]{0,40}line-through", re.I)
_GROUND = re.compile(
    r"background(?:-color)?\s*:\s*(?!white|#fff|transparent|none|inherit|initial|rgb\(255, ?255, ?255)\S",
    re.I,
)
_FONT = re.compile(r"font-family\s*:\s*[\"']?([^;\"',]{1,40})", re.I)
_BREAKS = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.I)
_RULE = re.compile(r"\.([\w-]{1,80})\s{0,9}\{([^{}]{0,2000})\}")
_LONGEST = 2000


def is_hidden(tag: str, attributes: Attributes) -> bool:
    """Whether an element is not seen, or belongs to the page and not to what it says."""
    role, style = attributes.get("role", ""), _style(attributes)
    hidden = "hidden" in attributes or attributes.get("aria-hidden") == "true"
    return hidden or tag in _PASSED_OVER or role in _ROLES or _HIDDEN.search(style) is not None


def look_of(tag: str, attributes: Attributes, inherited: Look) -> Look:
    """The look of what stands in an element; what is struck out stays so."""
    style = _style(attributes)
    if inherited is Look.STRUCK or is_struck(tag, attributes):
        return Look.STRUCK
    if tag in _STRESSED or _BOLD.search(style) or (tag == "span" and _GROUND.search(style)):
        return Look.PLAIN if _LIGHT.search(style) else Look.STRESSED
    return Look.PLAIN if _LIGHT.search(style) else inherited


def is_struck(tag: str, attributes: Attributes) -> bool:
    """Whether an element strikes its words out."""
    return tag in _STRUCK or _THROUGH.search(_style(attributes)) is not None


def font_of(tag: str, attributes: Attributes, inherited: str) -> str:
    """The symbol font of an element; empty when its font is one of letters."""
    found = _FONT.search(_style(attributes))
    font = found[1].strip() if found else attributes.get("face", "") if tag == "font" else None
    return inherited if font is None else font if is_symbol_font(font) else ""


def keeps_breaks(tag: str, attributes: Attributes, unbroken: frozenset[str]) -> bool:
    """Whether the line breaks in the source of an element are seen."""
    classes = attributes.get("class", "")[:_LONGEST].split()
    return (
        tag in ("pre", "textarea")
        or _BREAKS.search(_style(attributes)) is not None
        or not unbroken.isdisjoint(classes)
    )


def unbroken_classes(sheet: str) -> Iterator[str]:
    """The classes under which a style sheet lets line breaks be seen."""
    return (rule[1] for rule in _RULE.finditer(sheet) if _BREAKS.search(rule[2]))


def _style(attributes: Attributes) -> str:
    return attributes.get("style", "")[:_LONGEST]
