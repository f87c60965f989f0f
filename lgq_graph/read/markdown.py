"""Markdown: made a page and read as one, but for its links, which stay as they are written."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ..errors import InputError
from ..model import Document
from .html import document_of
from .txt import decode

__all__ = ["READS"]

_LARGEST = 250_000
_WRAPPED = range(50, 131)
_PARSER = MarkdownIt("commonmark", {"maxNesting": 50}).enable(["table", "strikethrough"])
_TOO_LARGE = "give one response per file, or save it as plain text"


def _read(data: bytes, name: str) -> tuple[Document, ...]:
    text = decode(data, name)
    if len(text) > _LARGEST:
        raise InputError("the file is too large for a text in Markdown", file=name, hint=_TOO_LARGE)
    tokens = _PARSER.parse(text)
    width = _width(text)
    for token in tokens:
        if token.map and token.nesting >= 0:
            token.attrSet("data-source-line", str(token.map[0] + 1))
        if token.type == "list_item_open" and token.info:
            token.attrSet("value", token.info)
        if token.children:
            token.children = list(_unlinked(_lines(token, width)))
    return (document_of(_PARSER.renderer.render(tokens, _PARSER.options, {}), name),)


READS = {".md": _read, ".markdown": _read}


def _width(text: str) -> int:
    """The width at which lines were wrapped: no line is longer than this, but those that cannot be."""
    longest = max((len(line) for line in text.splitlines() if " " in line and "://" not in line), default=0)
    return longest if longest in _WRAPPED else 0


def _lines(inline: Token, width: int) -> Iterator[Token]:
    """The pieces of a paragraph, a line break where the source has one, unless the line was full."""
    lines = iter(inline.content.split("\n"))
    line, after = next(lines), next(lines, "")
    for token in inline.children or ():
        if token.type in ("softbreak", "hardbreak"):
            full = len(line) + 1 + len(after.split(" ", 1)[0]) > width > 0
            wrapped = token.type == "softbreak" and full
            line, after = after, next(lines, "")
            yield Token("text", "", 0, content=" ") if wrapped else Token("hardbreak", "br", 0)
        else:
            yield token


def _unlinked(tokens: Iterator[Token]) -> Iterator[Token]:
    """The pieces with links as the text that makes them: [words](address), or the address alone."""
    target = ""
    for token in tokens:
        if token.type == "link_open":
            target = "" if token.markup == "autolink" else str(token.attrGet("href") or "")
            yield from _text("[" if target else "")
        elif token.type == "link_close":
            yield from _text(f"]({target})" if target else "")
            target = ""
        elif token.type == "image":
            yield from _text(token.content)
        else:
            yield token


def _text(content: str) -> Iterator[Token]:
    if content:
        yield Token("text", "", 0, content=content)
