"""Quantities: a number with the words around it, and what was read from them; the readers of each unit share these."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from ..model import Bound, Span, Unit
from .bounds import bound_after
from .numerals import Numeral
from .phrases import noun_phrase, subject_before

__all__ = ["NUMBER_OF", "Draft", "Field", "Measure"]

NUMBER_OF = re.compile(r"\b(?:number|total|amount|count|volume|quantity)s? of (?=[a-z])", re.I)
_LEADS = re.compile(
    r"(?:\b(?:de|foi|é|fue|es|era|est|était|ist|war|betrug|è|contra|contre|frente a|gegenüber|was|is|were|are|of|to|at|from|with|averag(?:ed|es|ing)|scor(?:ed?|es|ing)|rat(?:ed|ing)|reach(?:ed|es|ing)|equals|being"
    r"|as|by|totall?(?:ed|s|ing)|and|received|got|obtained|mark|index|satisfaction|NPS|CSAT"
    r"|(?:rat|scor|grad|evaluat|assess)ed?[^.;:0-9]{0,40})|[:=(–—-])\s{0,2}$",
    re.I,
)
_BARE = re.compile(
    r"\s*$|\s*[,.;:!?)\]]|\s?\(|\n|\s(?:puntos?|pontos?|em|en|im|contra|contre|frente|gegenüber|durante|points?|stars?|in|on|out|and|to|from|up|down|against|versus|vs|compared|for|during|at|last|this|which|or|among"
    r"|with|as|while|by|of (?:which|these|those|them))\b",
    re.I,
)
_TRAILING = re.compile(
    r"(?: (?:amount(?:s|ed)?|account(?:s|ed)?) (?:to|for))?(?<![ \u00a0:=,(–—-])[ \u00a0:=,(–—-]+$"
)
_PARTITIVE = re.compile(
    r"[ \u00a0](?:de (?:los|las|la|el|nos|nuestros|nuestras)|del?|des|dos|das|do|da)(?=[ \u00a0])", re.I
)
_PERCENT_END = re.compile(r"(?:%|ciento|cento|cent)$", re.I)
_COUNTED = re.compile(
    r"(?:[0-9%]|\b(?:lakh|crore|million|billion|thousand)s?|\bmil|\bm[il][on]|\b[kKMB])[ \u00a0]?$"
)
_MONEY = re.compile(r"[A-Z]{1,3}\b")
_LAST_WORD = re.compile(r"[^\W\d_](?=[\W\d_]*$)")


class Field(NamedTuple):
    """Where to look: the text, the sentence around a number, and where the number after it begins."""

    text: str
    sentence: Span
    until: int

    def before(self, at: int, width: int = 160) -> str:
        """The words of the sentence before a place."""
        return self.text[max(self.sentence.start, at - width) : at]

    def after(self, at: int, width: int = 160) -> str:
        """The words of the sentence after a place."""
        return self.text[at : min(self.sentence.end, at + width)]


class Measure(NamedTuple):
    """What a number reports: `span` of bound, number and unit; the rest as in `NumberMention`."""

    span: Span
    value: Decimal
    unit: Unit
    bound: Bound
    indicator: str
    currency: str = ""
    scale_max: Decimal | None = None
    dated: tuple[str, Span] | None = None
    """The year that its table gives a number, in the heading of the column or at the start of the row, or its target."""


class Draft(NamedTuple):
    """A number, or a range of two, before its unit is known; `start` is where its bound or currency begins."""

    field: Field
    first: Numeral
    last: Numeral
    bound: Bound
    start: int

    def before(self, width: int = 160) -> str:
        """The words of the sentence before the number and its bound."""
        return self.field.before(self.start, width)

    def measure(self, unit: Unit, end: int, indicator: str, bound: Bound | None = None) -> Measure:
        """The number as a measure that ends at `end`."""
        return Measure(Span(self.start, end), self.last.value, unit, bound or self.bound, indicator)

    def bound_until(self, end: int) -> tuple[Bound, int]:
        """The bound before the number, else the one right after `end`, and where the expression ends so far."""
        after, there = bound_after(self.field.text, end)
        return (after if self.bound is Bound.UNSPECIFIED else self.bound), there

    def phrase(self, end: int) -> Span | None:
        """The noun phrase after `end`, before the next number."""
        part = _PARTITIVE.match(self.field.text, end) if self.is_scaled(end) else None
        return noun_phrase(self.field.text, part.end() if part else end, self.field.until)

    def is_scaled(self, end: int) -> bool:
        """Whether a scale word or percent sign, after which Romance languages say "de", comes last."""
        return self.last.scale > 1 or bool(_PERCENT_END.search(self.field.text[max(0, end - 6) : end]))

    def is_bare(self, end: int) -> bool:
        """Whether no noun follows: the clause ends or goes on without one."""
        return bool(_BARE.match(self.field.text[end : end + 12] or " "))

    def is_led(self) -> bool:
        """Whether a verb, mark or bound that gives a value stands right before the number."""
        return self.bound is not Bound.UNSPECIFIED or bool(_LEADS.search(self.before(56)))

    def subject(self) -> str:
        """The words that the number is said of, right before it: "budget" of "the budget is 3 million"; else empty."""
        since, at = max(self.field.sentence.start, self.start - 120), self.start
        trailing = _TRAILING.search(self.field.text[max(since, at - 16) : at])
        phrase = subject_before(self.field.text, since, at - (len(trailing[0]) if trailing else 0))
        words = phrase.of(self.field.text) if phrase else ""
        apart = _MONEY.match(words) or (trailing and "," in trailing[0])
        return "" if phrase and apart and self._is_counted(phrase) else words

    def topic(self) -> str:
        """The last words before the number, whatever stands between: "Budget" of "Budget 2022: 3 million"; else empty."""
        before = self.before(60).rpartition(";")[2]
        last = _LAST_WORD.search(before)
        at = self.start - len(before) + last.end() if last else self.start
        phrase = subject_before(self.field.text, self.start - len(before), at)
        words = phrase.of(self.field.text) if phrase and not self._is_counted(phrase) else ""
        return words if len(words) > 3 else ""

    def _is_counted(self, phrase: Span) -> bool:
        """Whether words belong to a number before them: the "M JD" of "487 M JD"."""
        return bool(_COUNTED.search(self.field.text, max(0, phrase.start - 10), phrase.start))
