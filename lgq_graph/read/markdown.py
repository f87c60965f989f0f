"""Markdown: made a page and read as one, but for its links, which stay as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ..errors import InputError
from ..model import Document
from ..wrapping import WIDTHS, is_full
from .html import document_of
from .printed.links import shown_with
from .txt import decode

__all__ = ["READS"]

_LARGEST = 200_000
_PARSER = MarkdownIt("commonmark", {"maxNesting": 50}).enable(["table", "strikethrough"])
_DASH = re.compile(r"(?<![-\w])--(?![-\w])")
_TOO_LARGE = "give one response per file, or save it as plain text"


def _read(data: bytes, name: str) -> tuple[Document, ...]:
    text = decode(data, name)
    if len(text) > _LARGEST:
        raise InputError("the file is too large for a text in Markdown", file=name, hint=_TOO_LARGE)
    tokens = _PARSER.parse(text)
    lines = text.splitlines()
    width = _width(tokens, lines)
    for token in tokens:
        if token.map and token.nesting >= 0:
            token.attrSet("data-source-line", str(token.map[0] + 1))
        if token.type == "list_item_open" and token.info:
            token.attrSet("value", token.info)
        if token.children:
            token.children = list(_unlinked(_in_lines(token, _source(token, lines), width)))
    return (document_of(_PARSER.renderer.render(tokens, _PARSER.options, {}), name),)


READS = {".md": _read, ".markdown": _read}


def _source(inline: Token, lines: list[str]) -> list[str]:
    """The lines of a paragraph as they stand in the file."""
    first, end = inline.map or (0, 0)
    return [line.rstrip() for line in lines[first:end]]


def _width(tokens: list[Token], lines: list[str]) -> int:
    """The width at which paragraphs were wrapped; 0 when they were not: none goes on, or some line is longer."""
    inside = (inline for opens, inline in pairwise(tokens) if opens.type == "paragraph_open")
    paragraphs = [[len(line) for line in _source(inline, lines) if "://" not in line] for inline in inside]
    width = max((length for lengths in paragraphs for length in lengths[:-1]), default=0)
    longest = max((max(lengths, default=0) for lengths in paragraphs), default=0)
    return width if longest == width and width in WIDTHS else 0


def _in_lines(inline: Token, source: list[str], width: int) -> Iterator[Token]:
    """The pieces of a paragraph, a line break where the source has one, unless the line was full."""
    rows = pairwise(source)
    for token in inline.children or ():
        if token.type not in ("softbreak", "hardbreak"):
            yield token
            continue
        line, after = next(rows, ("", ""))
        wrapped = token.type == "softbreak" and is_full(line, after, width)
        yield Token("text", "", 0, content=" ") if wrapped else Token("hardbreak", "br", 0)


def _unlinked(tokens: Iterator[Token]) -> Iterator[Token]:
    """The pieces with links as the text that makes them: [words](address), or the address alone."""
    target, words = "", list[Token]()
    for token in tokens:
        if token.type == "link_open":
            target = "" if token.markup == "autolink" else str(token.attrGet("href") or "")
        elif token.type == "link_close":
            yield from _link(words, target)
            target, words = "", []
        elif target:
            words += _plain(token)
        else:
            yield from _plain(token)
    yield from words


def _plain(token: Token) -> Iterator[Token]:
    if token.type in ("text", "image"):
        yield from _text(_DASH.sub("–", token.content) if token.type == "text" else token.content)
    else:
        yield token


def _link(words: list[Token], target: str) -> Iterator[Token]:
    """The words in brackets and the address behind them; the address alone where both say the same."""
    shown = "".join(token.content for token in words)
    told = shown_with(shown, target) if target else shown
    if target and told in (shown, target):
        yield from _text(told)
    else:
        yield from (*_text("[" if target else ""), *words, *_text(f"]({target})" if target else ""))


def _text(content: str) -> Iterator[Token]:
    if content:
        yield Token("text", "", 0, content=content)
