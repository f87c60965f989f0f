"""Clauses: a sentence cut where its subject may change.

That is at a semicolon, before ", and it …" or "while the latter …", and after a goal before what another thing is said to do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Span
from .descriptions import EFFORTS, TOOLS

__all__ = ["clauses"]

_VERB = r"(?:supports?|contributes?|serves?|aligns?|addresses|responds?|helps?|advances?|promotes?|meets?|relates?|corresponds?|is|are|was|were|has|have|will)"
_TIED = rf"(?:{_VERB}|to|with|SDGs?|goals?|targets?|al?|aux?|aos?|ODS|ODD|contribu|apoy|respond|répond|apoi|soutien)"
_ORDINAL = (
    r"(?:the\s(?:former|latter|first|second|third)(?:\sone)?|(?:el|la|o|a)\s(?:primer[oa]|segund[oa]|tercer[oa]|primeir[oa]|terceir[oa])"
    r"|l[ea]\s(?:premi(?:er|ère)|seconde?|deuxième|troisième)|est[ea]\súltim[oa]|c(?:e|ette)\sderni(?:er|ère))"
)
_CUT = re.compile(
    r"(?=[(\[«“)\]»”;,\s])(?:"  # no other sign begins a cut: most places are passed at once
    r"(?P<open>[(\[«“])|(?P<close>[)\]»”])|(?P<stop>;)"
    r"|,?\s(?:and|but|while|whereas|yet|although|though)\s(?=(?:it|they|we|both|these|this one|(?:the|our|this) (?:former|latter|first|second|third|last|other|city|town"
    r"|municipality|administration|government|city council|council))\s)"
    rf"|,?\s(?:and|but|while|whereas)\s(?=(?:the|this)\s(?:{TOOLS}|{EFFORTS})\s(?:(?:also|thus|itself)\s)?{_VERB}\s)"
    rf"|(?:,?\s(?:and|but|while|whereas|y|et|e)|,)\s(?={_ORDINAL},?\s{_TIED})"
    rf"|(?P<new>(?:,?\s(?:and|but|while|whereas)|,)\s)(?=(?:(?:the|our|its)\s[^,;.()\n]{{1,60}}?|(?-i:[A-ZÀ-Þ\"“])(?<!SDG)[^,;.()\n]{{1,60}}?)(?:\([^()\n]{{0,120}}\)\s?)?\s{_VERB}\s))",
    re.I,
)
_TOLD = re.compile(r"(?i)\b(?:SDGs?|goals?|targets?|ODS|ODD)\W{0,3}(?:no\W{0,2})?\d")
_GOAL = re.compile(r"(?i)(?:the\s)?(?:SDG|goal|target|sustainable|un\b)")


def clauses(text: str, sentences: tuple[Span, ...]) -> tuple[Span, ...]:
    """The clauses of all sentences in order; what stands in brackets or quotation marks is not cut."""
    return tuple(clause for sentence in sentences for clause in _of_sentence(text, sentence))


def _of_sentence(text: str, sentence: Span) -> Iterator[Span]:
    begin, depth = sentence.start, 0
    for cut in _CUT.finditer(text, sentence.start, sentence.end):
        depth = max(0, depth + bool(cut["open"]) - bool(cut["close"]))
        if depth or cut["open"] or cut["close"] or cut.end() >= sentence.end:
            continue
        if cut["new"] and (_GOAL.match(text, cut.end()) or not _TOLD.search(text, begin, cut.start())):
            continue
        yield Span(begin, cut.end() if cut["stop"] else cut.start())
        begin = cut.end() + len(text[cut.end() :][:3]) - len(text[cut.end() :][:3].lstrip())
    if begin < sentence.end:
        yield Span(begin, sentence.end)
