"""From RDF terms to what stands in a table."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from pyoxigraph import Literal, NamedNode

from ..store import Term
from ..table import Cell
from ..vocabulary import xsd
from .parameters import YES_NO

__all__ = ["by_rank", "cell", "in_order"]


def cell(term: Term | None) -> Cell:
    """A term as a plain value: numbers and truth values as Python's, anything else as text."""
    if isinstance(term, NamedNode):  # the most, by far
        return term.value
    if term is None:
        return None
    return _literal(term) if isinstance(term, Literal) else str(term)


def _literal(term: Literal) -> Cell:
    """Numbers and truth values as Python's; anything else, and a number that is none, as it is written."""
    try:
        match term.datatype:
            case xsd.integer:
                return int(term.value)
            case xsd.decimal | xsd.double | xsd.float:
                return _decimal(term.value)
            case xsd.boolean:
                return YES_NO[term.value]
    except (ValueError, KeyError, InvalidOperation):
        pass
    return term.value


def _decimal(text: str) -> Decimal:
    """The number without the zeros that say nothing: 73900000.0 is 73900000."""
    number = Decimal(text)
    whole = number.is_finite() and number == number.to_integral_value()
    return number.quantize(Decimal(1)) if whole else number.normalize()


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
