"""The words of a SPARQL text: what is a keyword, and what only looks like one in a string, a comment, an IRI or a name.

A grammar of tokens and no parser: it takes any text, in time that grows with its length. What fits no token is a mark by itself, so a
string that is not closed hides nothing.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["Word", "declared", "decoded", "words"]

_ESCAPE = r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}"
_PLAIN = r"""[^<>"{}|^`\\\x00-\x20]"""
_LOCAL = r"%[0-9A-Fa-f]{2}|\\[_~.!$&'(*+),;=/?#@%-]"
_TOKEN = re.compile(
    rf"""
    (?P<space> [\s\ufeff]++ | \#[^\n\r]*+ )
  | (?P<iri> <{_PLAIN}*+(?: (?:{_ESCAPE}){_PLAIN}*+ )*> )
  | (?P<string> \"\"\"(?: \"{{0,2}}(?: [^"\\] | \\. ) )*\"\"\" | \'\'\'(?: '{{0,2}}(?: [^'\\] | \\. ) )*\'\'\'
      | "[^"\\\n\r]*+(?: \\.[^"\\\n\r]*+ )*" | '[^'\\\n\r]*+(?: \\.[^'\\\n\r]*+ )*' )
  | (?P<variable> [?$]\w+ )
  | (?P<language> @[A-Za-z][A-Za-z0-9-]* )
  | (?P<name> (?: [^\W\d]\w*+(?: [.-]++\w++ ){{0,64}}-*+ )?:(?: (?: [\w:] | {_LOCAL} )(?: \.*(?: [\w:-] | {_LOCAL} ) )* )? )
  | (?P<word> [^\W\d]\w* )
  | (?P<number> [0-9]+ )
  | (?P<mark> . )
    """,
    re.VERBOSE | re.DOTALL,
)
_COMMENT_IN_IRI = re.compile(r"<(?!#|[A-Za-z][A-Za-z0-9+.-]*://)[^#]*#")
_OPERANDS = frozenset({"variable", "string", "number", "name", "iri", "language"})
_LINE_END = re.compile(r"[\n\r]|$")


class Word(NamedTuple):
    """A word of a query: its kind (`word` is a keyword, or nothing), its text, and where it begins."""

    kind: str
    text: str
    start: int


def words(sparql: str) -> list[Word]:
    """All words of a text, without spaces and comments, in order.

    `?a<b:c#>` is an IRI behind a variable, or less-than and a comment. Where it can be either, the words of the second reading are in the list too.
    """
    found, heads, seen = list[Word](), [0], set[int]()
    while heads:
        start = heads.pop()
        for word in _from(sparql, start):
            if word.start in seen:
                break
            seen.add(word.start)
            if word.kind == "iri" and _may_compare(sparql, word, found):
                heads.append(_behind_comment(sparql, word))
            found.append(word)
    return found


def _from(sparql: str, start: int) -> Iterator[Word]:
    for match in _TOKEN.finditer(sparql, start):
        kind = match.lastgroup or ""
        if kind != "space":
            yield Word(kind, match[0], match.start())


def _may_compare(sparql: str, word: Word, before: list[Word]) -> bool:
    """Whether what looks like an IRI may be less-than, an operand, and a comment."""
    operand = bool(before) and (before[-1].kind in _OPERANDS or before[-1].text == ")")
    return operand and _COMMENT_IN_IRI.match(word.text) is not None


def _behind_comment(sparql: str, word: Word) -> int:
    end = _LINE_END.search(sparql, word.start + word.text.index("#"))
    return end.start() if end else len(sparql)


def declared(found: list[Word]) -> set[str]:
    """The prefixes that a query declares, in lower case, each with its colon."""
    return {
        name.text.lower()
        for word, name in itertools.pairwise(found)
        if word.text.lower() == "prefix" and name.kind == "name"
    }


def decoded(sparql: str) -> str:
    r"""The text with its codepoint escapes (`\u0053`) as the letters that they stand for, as SPARQL has it before anything else is read."""
    return re.sub(_ESCAPE, lambda match: _letter(match[0]), sparql) if "\\" in sparql else sparql


def _letter(escape: str) -> str:
    number = int(escape[2:], 16)
    return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"
