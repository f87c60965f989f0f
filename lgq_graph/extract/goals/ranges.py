"""Numbers as goals and targets, one by one or from first to last."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Span
from .frame import Hit
from .official import NAMES, TARGETS
from .pieces import BLANK, CARDINAL, CARDINALS, GAP

__all__ = ["NUMBER", "range_end", "read_number", "single", "spread"]

_UNITS = (
    r"(?i:%|‰|°|€|\$|£|percent|per{S}cent|million|billion|thousand|hundred|mln|bn|lakh|crore|times)".replace(
        "{S}", BLANK
    )
)
NUMBER = re.compile(
    rf"(?:(?P<goal>\d{{1,2}})(?:\.(?P<target>\d{{1,2}})(?:\.\d{{1,2}})?|\.?(?P<letter>[a-dA-D]))?"
    rf"(?![A-Za-z\d]|\.\d|,\d{{3}}|:\d|[/.-]\d{{1,2}}[/.-]\d{{4}}|[/-]\d{{4}})"
    rf"|(?P<word>{CARDINAL}))(?!{GAP}{_UNITS})"
)
_RANGE = re.compile(
    rf"{GAP}(?:[-–—‒−~]|[至到]|(?i:to|through|thru|bis|al?|à|au|hasta|até|по|до|إلى)(?!\w)){GAP}(?P<again>(?i:SDG|goal|target|ODS|ODD|ЦУР){GAP})?(?=\d)"
)
_FROM = re.compile(r"(?i)(?<!\w)from\s{1,3}(?:the\s)?$")


def read_number(number: re.Match[str]) -> tuple[int, str | None] | None:
    """Goal and target of a number, or None when there is no such goal or target."""
    goal = int(number["goal"]) if number["goal"] else CARDINALS.index(number["word"].lower()) + 1
    if not 1 <= goal <= len(NAMES):
        return None
    part = str(int(number["target"])) if number["target"] else (number["letter"] or "").lower()
    if not part:
        return goal, None
    return (goal, f"{goal}.{part}") if f"{goal}.{part}" in TARGETS else None


def single(number: re.Match[str], begin: int, head: re.Match[str]) -> Iterator[Hit]:
    found = read_number(number)
    if found and (found[1] or not (head["target"] or head["aim"])):
        yield Hit(Span(begin, number.end()), *found)


def range_end(text: str, head: re.Match[str], number: re.Match[str]) -> re.Match[str] | None:
    """The last number of a range that begins here, such as the 5 of “3–5” or “from SDG 3 to SDG 5”."""
    dash = _RANGE.match(text, number.end())
    if not dash or (dash["again"] and not _FROM.search(text[max(0, head.start() - 12) : head.start()])):
        return None
    last = NUMBER.match(text, dash.end())
    low, high = read_number(number), read_number(last) if last else None
    if (
        not low
        or not high
        or bool(low[1]) != bool(high[1])
        or ((head["target"] or head["aim"]) and not low[1])
    ):
        return None
    if low[1] and high[1]:
        return last if low[0] == high[0] and _tail(low[1]) < _tail(high[1]) else None
    return last if low[0] < high[0] else None


def _tail(target: str) -> int:
    code = target.split(".")[1]
    return int(code) if code.isdigit() else 0


def spread(first: re.Match[str], last: re.Match[str], begin: int) -> Iterator[Hit]:
    """Every goal or target of a range; a range over all seventeen singles none out."""
    low, high = read_number(first), read_number(last)
    if not low or not high or (low, high) == ((1, None), (len(NAMES), None)):
        return
    spans = {0: Span(begin, first.end())}
    whole = Span(first.start(), last.end())
    if low[1] and high[1]:
        a, b = _tail(low[1]), _tail(high[1])
        codes: list[tuple[int, str | None]] = [(low[0], f"{low[0]}.{code}") for code in range(a, b + 1) if a]
    else:
        codes = [(goal, None) for goal in range(low[0], high[0] + 1)]
    spans[len(codes) - 1] = Span(*last.span())
    for n, code in enumerate(codes):
        yield Hit(spans.get(n, whole), *code)
