"""Rewrites of a response that change how it is written, and none of its facts."""

from __future__ import annotations

import re
from collections.abc import Callable

Rewrite = Callable[[str], str]

_NUMBERED = re.compile(r"(?m)^(\d{1,2})\. (?=\S)(?!.*\*\s*$)")
_HEADING = re.compile(r"(?m)^(\d{1,2})\. ([^\n]*[?*:])[ ]*$")
_MONTHS = "January February March April May June July August September October November December".split()


def _in_answers(text: str, change: Callable[[re.Match[str]], str], pattern: re.Pattern[str]) -> str:
    """Change list markers, but not those of question headings."""
    headings = {m.start() for m in _HEADING.finditer(text)}
    return pattern.sub(lambda m: m[0] if m.start() in headings else change(m), text)


def _shift_headings(text: str) -> str:
    return _HEADING.sub(lambda m: f"{int(m[1]) + 3}. {m[2]}", text)


def _month_first(text: str) -> str:
    return re.sub(rf"\b(\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})", r"\2 \1, \3", text)


def _numeric_dates(text: str) -> str:
    def change(match: re.Match[str]) -> str:
        return f"{int(match[1]):02}.{_MONTHS.index(match[2]) + 1:02}.{match[3]}"

    return re.sub(rf"\b(\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})", change, text)


def _spelled(text: str) -> str:
    return re.sub(r"\b(\d+)\.(\d) million\b", lambda m: f"{m[1]},{m[2]}00,000", text)


def _curly(text: str) -> str:
    return re.sub(r'"([^"\n]*)"', "“\\1”", text).replace("'", "’")


REWRITES: dict[str, Rewrite] = {
    "crlf": lambda t: t.replace("\n", "\r\n"),
    "curly quotes": _curly,
    "guillemets": lambda t: re.sub(r'"([^"\n]*)"', "«\\1»", t),
    "non-breaking spaces": lambda t: t.replace(" ", "\u00a0"),
    "double spaces": lambda t: t.replace(" (", "  ("),
    "blank lines": lambda t: t.replace("\n", "\n\n"),
    "trailing spaces": lambda t: t.replace("\n", "  \n"),
    "angled links": lambda t: re.sub(r"\((https?://[^\s()<>]+)\)", r"(<\1>)", t),
    "bare links in brackets": lambda t: re.sub(r"\(<(https?://[^\s()<>]+)>\)", r"(\1)", t),
    "items with a bracket": lambda t: _in_answers(t, lambda m: f"{m[1]}) ", _NUMBERED),
    "items with bullets": lambda t: _in_answers(t, lambda m: "• ", _NUMBERED),
    "items with hyphens": lambda t: _in_answers(t, lambda m: "- ", _NUMBERED),
    "bullets to hyphens": lambda t: re.sub(r"(?m)^• ", "- ", t),
    "hyphens to bullets": lambda t: re.sub(r"(?m)^- (?=[\[A-Z\"].*http)", "• ", t),
    "month first": _month_first,
    "numeric dates": _numeric_dates,
    "over for more than": lambda t: re.sub(r"(?<![Nn]o )(?<![Nn]ot )more than", "over", t).replace(
        "More than", "Over"
    ),
    "per cent": lambda t: re.sub(r"(\d)%", r"\1 per cent", t),
    "millions in digits": _spelled,
    "renumbered": _shift_headings,
    "page furniture": lambda t: (
        "View results\n\nRespondent\n\n7\n\nAnonymous\n\n21:40\n\nTime to complete\n\n" + t
    ),
    "upper-case headings": lambda t: _HEADING.sub(lambda m: f"{m[1]}. {m[2].upper()}", t),
}
"""Each rewrite by name."""

ENCODINGS = ["utf-8-sig", "utf-16"]
"""Encodings of the same text."""
