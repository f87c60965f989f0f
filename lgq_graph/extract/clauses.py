"""Clauses: a sentence cut where its subject may change.

That is at a semicolon, before ", and it …" or "while the latter …", and after a goal before what another thing is said to do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..model import Span
from .descriptions import EFFORTS, TOOLS

__all__ = ["clauses"]

_VERB = r"(?:supports?|contributes?|serves?|aligns?|addresses|responds?|helps?|advances?|promotes?|meets?|relates?|corresponds?|answers?|is|are|was|were|has|have|will)"
_TIED = rf"(?:{_VERB}|to|with|SDGs?|goals?|targets?|al?|aux?|aos?|ODS|ODD|contribu|apoy|respond|répond|apoi|soutien)"
_ORDINAL = (
    rf"(?:the\s(?:former|latter|first|second|third|other)(?:\s(?:one|{TOOLS}))?|(?:el|la|o|a)\s(?:primer[oa]|segund[oa]|tercer[oa]|primeir[oa]|terceir[oa])"
    r"|l[ea]\s(?:premi(?:er|ère)|seconde?|deuxième|troisième)|est[ea]\súltim[oa]|c(?:e|ette)\sderni(?:er|ère)"
    r"|(?:il|la)\s(?:prim[oa]|second[oa]|terz[oa])|d(?:er|ie|as)\s(?:erste|zweite|dritte)|(?:erster|letzter)es?|pierwsz[ya]|drug[ia]|yang\s(?:pertama|kedua|ketiga)|(?:bir|ik)incisi|втор(?:ой|ая))"
)
_STATED = r"(?:SDGs?|goals?|targets?|ODS|ODD|OSS|SKA|TPB|ЦУР)\W{0,3}(?:(?:no|nr|n°|№)\W{0,2})?\d"
_CUT = (
    r"(?=[(\[«“)\]»”;,\s])(?:"  # no other sign begins a cut: most places are passed at once
    r"(?P<open>[(\[«“])|(?P<close>[)\]»”])|(?P<stop>;)"
    r"|,?\s(?:and|but|so|while|whereas|yet|although|though)\s(?=(?:it|they|we|both|these|this one|(?:the|our|this) (?:former|latter|first|second|third|last|other|city|town"
    r"|municipality|administration|government|city council|council))\s)"
    rf"|,?\s(?:and|but|while|whereas)\s(?=(?:the|this)\s(?:{TOOLS}|{EFFORTS})\s(?:(?:also|thus|itself)\s)?{_VERB}\s)"
    rf"|(?:,?\s(?:and|but|while|whereas|y|et|e|und|ed|a|dan|ve|и|а)|,)\s(?={_ORDINAL},?\s(?:{_TIED}|[^,;.()\n]{{0,60}}?{_STATED}))"
    rf"|(?P<new>(?:,?\s(?:and|but|while|whereas)|,)\s)(?=(?:(?:the|our|its)\s[^,;.()\n]{{1,60}}?|(?-i:[A-ZÀ-Þ\"“])(?<!SDG)[^,;.()\n]{{1,60}}?)(?:\([^()\n]{{0,120}}\)\s?)?\s{_VERB}\s))"
)
_AS_CITY = r"as\sa\s(?:city|town|municipality|capital|whole),?\s"
_DOES = r"(?:(?:itself|also|too|thus),?\s)?(?:is|was|has|had|will|puts?|(?!goals\s|targets\s)[a-z]{3,14}s|works\son)\s"
_OWN = (
    rf",?\s(?:and|but|so|yet|while|whereas|although|though)\s(?={_AS_CITY}(?:we\s|(?-i:CITY)\s))"
    rf"|(?:,\s(?:and|so|yet)|,?\s(?:but|while|whereas|although|though))\s(?=(?-i:CITY)(?:\scity)?(?:,?\s{_AS_CITY}|\s){_DOES})|"
)
"""Where the city begins to speak of itself behind another thing: ", and Exampleton has put Goal 11 first", "and as a city we …"."""
_TOLD = re.compile(rf"(?i)\b{_STATED}")
_GOAL = re.compile(r"(?i)(?:the\s)?(?:SDG|goal|target|sustainable|un\b)")


def clauses(text: str, sentences: tuple[Span, ...], city: str = "") -> tuple[Span, ...]:
    """The clauses of all sentences in order, also where the `city` begins one; what stands in brackets or quotation marks is not cut."""
    cuts = _cuts(city)
    return tuple(clause for sentence in sentences for clause in _of_sentence(text, sentence, cuts))


@lru_cache(maxsize=64)
def _cuts(city: str) -> re.Pattern[str]:
    own = _OWN.replace("CITY", re.escape(city)) if city else ""
    return re.compile(_CUT.replace("(?:", f"(?:{own}", 1), re.I)


def _of_sentence(text: str, sentence: Span, cuts: re.Pattern[str]) -> Iterator[Span]:
    begin, depth = sentence.start, 0
    for cut in cuts.finditer(text, sentence.start, sentence.end):
        depth = max(0, depth + bool(cut["open"]) - bool(cut["close"]))
        if depth or cut["open"] or cut["close"] or cut.end() >= sentence.end:
            continue
        if cut["new"] and (_GOAL.match(text, cut.end()) or not _TOLD.search(text, begin, cut.start())):
            continue
        yield Span(begin, cut.end() if cut["stop"] else cut.start())
        begin = cut.end() + len(text[cut.end() :][:3]) - len(text[cut.end() :][:3].lstrip())
    if begin < sentence.end:
        yield Span(begin, sentence.end)
