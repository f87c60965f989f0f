"""Characters of symbol fonts, as word processors store them, told in Unicode."""

from __future__ import annotations

__all__ = ["BOXES", "in_unicode", "is_symbol_font"]

_WINGDINGS = {
    **dict.fromkeys((0x78, 0xFD, 0xFE), "☒"),
    **dict.fromkeys((0x6F, 0x71, 0x72, 0xA8), "☐"),
    **dict.fromkeys((0x6C, 0x9F), "●"),
    **dict.fromkeys((0x6E, 0xA7), "■"),
    **dict.fromkeys((0xA1, 0x6D), "○"),
    **dict.fromkeys((0xA4, 0xA5), "◉"),
    0xFC: "✓",
    0xFB: "✗",
    0xE0: "→",
    0xE8: "→",
    0xF0: "→",
}
_FONTS = {
    "wingdings": _WINGDINGS,
    "wingdings 2": {
        **dict.fromkeys((0x51, 0x52, 0x53, 0x54), "☒"),
        **dict.fromkeys((0xA3, 0x30, 0x2A), "☐"),
        **dict.fromkeys((0x97, 0x98), "●"),
        0x99: "○",
        0x9C: "◉",
        0x50: "✓",
        0x4F: "✗",
    },
    "wingdings 3": {},
    "webdings": {0x61: "✓", 0x72: "✗", 0x63: "☐", 0x67: "■", 0x6E: "●"},
    "symbol": {0xB7: "•", 0xAE: "→"},
}
BOXES = frozenset("☒☑☐")


def is_symbol_font(font: str) -> bool:
    """Whether the characters of a font are no letters."""
    return font.casefold() in _FONTS


def in_unicode(text: str, font: str) -> str:
    """The characters of a symbol font; what has no counterpart is left out when it is private to the font."""
    table = _FONTS[font.casefold()]
    return "".join(table.get(_code(char), "" if _is_private(char) else char) for char in text)


def _code(char: str) -> int:
    return ord(char) & 0xFF if _is_private(char) else ord(char)


def _is_private(char: str) -> bool:
    return "\uf000" <= char <= "\uf0ff"
