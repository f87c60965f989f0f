"""Names that a plural noun tells of together: "the apps Foo and Bar", "Foo (Iron Book) and Bar (Red Book), registers of …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...model import Kind, Span
from ..kinds import kind_of_name
from ..standalone import Found
from .words import ONE, marked

__all__ = ["names_several", "several", "translated"]

_NOUNS = "apps|applications|chatbots|portals|platforms|websites|sites|diaries|registers|registries|databases|systems|services|projects|programmes|programs|initiatives"
_SEVERAL = re.compile(
    rf"(?<!\w)(?P<noun>(?i:{_NOUNS}))"
    rf"\s(?P<names>(?!(?:SDGs?|ICT|IT)\b){ONE}(?:,\s{ONE}){{0,5}},?\s(?:and|&)\s{ONE})(?![\w-])(?!\s(?:Department|Ministry|Office|Agency))"
)
"""The names that a plural noun leads to with no mark between: "the apps Foo and Bar"."""
_GLOSSED = rf"(?!(?:Also|There|Both|We|Our|The|These)\s){ONE}\s\([A-ZÀ-Þ][^()\d\n]{{2,60}}\)"
_BOTH = re.compile(
    rf"(?<![\w-])(?P<names>{_GLOSSED}(?:(?:,\s|,?\s(?:and|&)\s){_GLOSSED}){{1,4}}),\s(?:both\s|all\s|two\s)?(?:[a-z-]{{2,20}}\s){{0,2}}?(?P<noun>{_NOUNS})(?=\s(?:of|for|with|that|which|where|to|in|on|by)\s|[.;])"
)
"""Names with what they mean in brackets, and what they are: "Foo Bar (Iron Book) and Baz Qux (Red Book), registers of …"."""
_ONE_GLOSSED = re.compile(rf"(?P<name>{ONE})\s\([^()]{{3,61}}\)")
_SPLIT = re.compile(r",?\s(?:and|&)\s|,\s")
_SINGLE = frozenset(("apps", "applications", "chatbots", "diaries"))
"""Nouns whose things often have names of one word that has no other mark."""


def names_several(words: str) -> bool:
    """Whether words name several things behind the noun of their kind: "School diaries Foo and Bar"."""
    return _SEVERAL.search(words) is not None


def several(text: str, sentence: Span) -> Iterator[Found]:
    """ "The apps Foo and Bar": each a name of two words or with a capital within, unless the noun has such names."""
    for match in _SEVERAL.finditer(text, sentence.start, sentence.end):
        noun, at = match["noun"].lower(), match.start("names")
        cuts = [
            Span(at, at),
            *(Span(*cut.span()) for cut in _SPLIT.finditer(text, at, match.end())),
            Span(match.end(), match.end()),
        ]
        names = [Span(a.end, b.start) for a, b in pairwise(cuts)]
        kind = kind_of_name(noun) or kind_of_name(noun.removesuffix("ies") + "y") or Kind.APP
        if noun in _SINGLE or all(marked(name.of(text)) for name in names):
            yield from (Found(name, kind) for name in names)


def translated(text: str, sentence: Span) -> Iterator[Found]:
    """ "Foo Bar (Iron Book) and Baz Qux (Red Book), registers of …"."""
    for match in _BOTH.finditer(text, sentence.start, sentence.end):
        noun = match["noun"]
        kind = kind_of_name(noun) or kind_of_name(noun.removesuffix("ies") + "y") or Kind.INITIATIVE
        for one in _ONE_GLOSSED.finditer(text, *match.span("names")):
            if marked(one["name"]):
                yield Found(Span(*one.span("name")), kind)
