"""From RDF terms to what stands in a table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal, InvalidOperation

from pyoxigraph import Literal, NamedNode

from ..store import Term
from ..table import Cell
from ..vocabulary import xsd
from .parameters import YES_NO

__all__ = ["by_rank", "cell", "in_order", "rows_of_tsv"]

_ESCAPE = re.compile(r'\\([tnr"\\])')
_ESCAPED = {"t": "\t", "n": "\n", "r": "\r", '"': '"', "\\": "\\"}
_BARE = {"true": True, "false": False}


def cell(term: Term | None) -> Cell:
    """A term as a plain value: numbers and truth values as Python's, anything else as text."""
    if isinstance(term, NamedNode):  # the most, by far
        return term.value
    if term is None:
        return None
    return _literal(term.value, term.datatype.value) if isinstance(term, Literal) else str(term)


def _literal(value: str, datatype: str) -> Cell:
    """Numbers and truth values as Python's; anything else, and a number that is none, as it is written."""
    try:
        if datatype in _NUMBERS:
            return _NUMBERS[datatype](value)
    except (ValueError, KeyError, InvalidOperation):
        pass
    return value


def _decimal(text: str) -> Decimal:
    """The number without the zeros that say nothing: 73900000.0 is 73900000."""
    number = Decimal(text)
    whole = number.is_finite() and number == number.to_integral_value()
    return number.quantize(Decimal(1)) if whole else number.normalize()


_NUMBERS: Mapping[str, Callable[[str], Cell]] = {
    xsd.integer.value: int,
    **dict.fromkeys((xsd.decimal.value, xsd.double.value, xsd.float.value), _decimal),
    xsd.boolean.value: YES_NO.__getitem__,
}


# --- SPARQL 1.1 Query Results TSV Format --------------------------------------------------------------------------


def rows_of_tsv(data: bytes) -> tuple[tuple[str, ...], Iterator[tuple[Cell, ...]]]:
    """The columns and the rows of an answer in SPARQL's TSV, as plain values."""
    head, *lines = data.decode().split("\n")[:-1]
    known = _Known().__getitem__
    return tuple(name[1:] for name in head.split("\t")), (
        tuple(map(known, line.split("\t"))) for line in lines
    )


class _Known(dict[str, Cell]):
    """The value of each term by how it is written; each is read once, for most stand in many rows."""

    def __missing__(self, written: str) -> Cell:
        value = self[written] = _read(written)
        return value


def _read(written: str) -> Cell:
    match written[:1]:
        case "":
            return None
        case "<" if not written.startswith("<<"):
            return written[1:-1]
        case '"':
            words, _, kind = written[1:].rpartition('"')
            return _literal(_ESCAPE.sub(lambda sign: _ESCAPED[sign[1]], words), kind[3:-1])
    return _bare(written)


def _bare(written: str) -> Cell:
    """A truth value, a number, or what is no plain value and stays as it is written."""
    if written in _BARE or written.startswith(("_:", "<<")):
        return _BARE.get(written, written)
    return int(written) if written.lstrip("+-").isdecimal() else _decimal(written)


def in_order(text: str, part: str) -> str:
    """The values of a cell, each once: numbers by size, words without regard to case."""
    values = {value for value in text.split(part) if value}
    return part.join(sorted(values, key=_natural))


def by_rank(text: str, part: str) -> str:
    """The values of a cell by the rank that each begins with (`2:No`), without it."""
    values = (value.partition(":") for value in text.split(part))
    return part.join(words for _, _, words in sorted(values, key=lambda v: (*_natural(v[0]), v[2])))


def _natural(value: str) -> tuple[int, str, str]:
    """Numbers first and by size, then words without regard to case."""
    return (
        (int(value), "", value) if value.isdecimal() and len(value) < 10 else (10**9, value.casefold(), value)
    )
