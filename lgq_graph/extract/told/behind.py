"""Names behind the noun of their kind, or behind a word that says what a thing is called: "the app Foo", "a forum styled Foo Bar"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Kind, Span
from ..chunks import tidy
from ..kinds import kind_of_name
from ..standalone import Found
from ..tails import with_tail
from .words import CAP, RUN, SELDOM, marked

__all__ = ["named", "so_called", "tailed"]

_NAMED = re.compile(
    rf"\b(?:[Tt]he|[Ii]ts|[Oo]ur|[Aa]n?)\s(?:[a-z-]{{2,20}}\s){{0,3}}?(?P<noun>app|application|portal|platform|website|chatbot|system|card|programme"
    rf"|program|project|initiative|company|operator|provider|start-?up|firm|association|foundation)\s(?P<name>{RUN})(?!\w)"
)
_OF_SEVERAL = re.compile(
    rf"(?:\b(?:[Tt]he|[Ii]ts|[Oo]ur|[Aa]n?)\s(?:[a-z-]{{2,20}}\s){{0,3}}?|(?:(?<=\n)|(?<=[.:;]\s)|\A)[A-Z][a-z-]{{2,14}}\s)"
    rf"(?P<noun>app|application|portal|service|map|sensor\snetwork|register|chatbot)\s(?P<name>(?!SDG|ODS|ODD|Goal){CAP}(?:\s{CAP}){{0,5}})(?![\w-])"
)
"""What is a name if it has several words: behind more nouns, or where a sentence begins with one: "Web map Tree Town"."""
_DATED = re.compile(
    rf"\b(?:[Tt]he|[Ii]ts|[Oo]ur)\s(?:[a-z-]{{2,20}}\s){{0,3}}?(?:strategy|vision|agenda|plan)\s(?P<name>{CAP}(?:\s{CAP}){{0,4}}(?:(?<=20\d\d)|\s20\d\d))(?![\w-])"
)
"""What a plan is called whose name ends in its year: "the state vision Norwood2030"."""
_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\s"
)
_NAMED_BARE = re.compile(
    rf"\b(?:(?:[Bb]y|[Vv]ia|[Tt]hrough|[Uu]sing|[Ii]n|[Oo]n|[Ww]ith)\s(?:[a-z-]{{2,20}}\s)?|[A-Z]\w{{2,20}}[ -](?=(?:chat-?)?bot))"
    rf"(?P<noun>app|application|portal|platform|chat-?bot|bot)\s(?P<name>{RUN})(?!\w)"
)
"""The same where writers leave the article out: "by mobile application Foo", "Messenger-bot Foo"."""
_ROMANCE_NOUN = "|".join(
    "aplicación móvil|aplicación|app|application mobile|application|appli|aplicativo|plataforma|plateforme|portal web|portal|portail|sitio web|site web|sistema|système"
    "|tarjeta|carte|cartão|programa|programme|proyecto|projet|projeto|iniciativa|initiative".split("|")
)
_NAMED_ROMANCE = re.compile(
    rf"(?<!\w)(?:[Tt]he|[Aa]n?|[Oo]ur|[Ii]ts|una?|une|uma?|[Ee]l|[Ll]a|del|al|[Ll]e|du|au|l['’]|o|a|do|da|no|na|ao|O(?=\s[a-z])|[Nn]otre|[Nn]uestr[oa]|[Nn]oss[oa])\s?(?P<name>(?P<noun>(?i:{_ROMANCE_NOUN}))"
    rf"(?P<of>\s(?:de\sla|de|del|du|da|do))?\s(?P<own>{CAP}(?:\s(?:(?:de|del|do|da|du|y|e|et|la)\s){{0,2}}{CAP}){{0,5}}))(?!\w|\s[a-zà-ÿ]+\s\w+\s[A-Z])(?=[\s.,;:)]|$)"
)
"""A noun of a kind before its name; with a capital the noun is part of the name: "la Tarjeta Sol", "el portal Sol"."""
_BEHIND_NOUN = re.compile(
    rf"\b(?:[Tt]he|[Ii]ts|[Oo]ur|[Aa]n?)\s(?P<what>(?:[a-z][a-z-]{{1,20}}\s){{0,4}}(?P<noun>[a-z][a-z-]{{2,20}}))\s[„“\"«]?(?P<name>{CAP})(?=\s[^\W\d_])"
)
_PLACES = frozenset(
    """river lake street avenue road square district quarter suburb village town city region park forest island mountain hill bridge
    station school church castle museum hospital hotel restaurant newspaper magazine language word term phrase principle motto slogan
    mayor director minister governor president councillor secretary resident citizen officer manager group team delegation
    of in on at for with to by from and or as than via all every each some many most first second last new old local other
    another both this that these those which great small large main""".split()
)
"""Nouns before names of places and words, and what is no noun."""
_OF_A_LAND = re.compile(r"(?:[ei]an|ish|ese|ic|man|ch)$")
"""How words for what is of a land end: "the first Utopian fair"."""
_NEAR = 2000
"""How far around it a name is looked for again."""
_CALLED = re.compile(
    rf"(?<!so-)(?<!so )\b(?:called|titled|entitled|known as|branded|dubbed|styled|(?:with|under|by)\sthe\sname(?:\sof)?)\s(?P<name>{RUN})(?![\w'’-])"
)


def named(text: str, sentence: Span) -> Iterator[Found]:
    """ "The app Foo", "the company Foo Bar"."""
    bare = _NAMED_BARE.finditer(text, sentence.start, sentence.end)
    more = _OF_SEVERAL.finditer(text, sentence.start, sentence.end)
    for match in (*_NAMED.finditer(text, sentence.start, sentence.end), *bare, *more):
        noun = match["noun"].lower()
        kind = Kind.APP if noun == "application" else kind_of_name(noun.replace("-", "")) or Kind.ORGANISATION
        name = Span(match.start("name"), with_tail(text, match.end("name")))
        if match.re is not _OF_SEVERAL or marked(name.of(text)):
            yield Found(tidy(text, name), kind, told=kind is not Kind.INITIATIVE)
    for match in _DATED.finditer(text, sentence.start, sentence.end):
        if not _MONTH.match(match["name"]):
            yield Found(Span(*match.span("name")), Kind.STRATEGY)
    for match in _NAMED_ROMANCE.finditer(text, sentence.start, sentence.end):
        told = kind_of_name(match["noun"].lower()) or Kind.INITIATIVE
        if match["of"] and match["noun"].islower():
            continue  # "la app de Norwood" is called otherwise
        if _stands(text, match):
            yield Found(Span(*match.span("name" if match["noun"][0].isupper() else "own")), told)


def tailed(text: str, sentence: Span, default: Kind) -> Iterator[Found]:
    """A name of another tongue right behind what it is: "The street lights Vodní linka work …"."""
    for match in _BEHIND_NOUN.finditer(text, sentence.start, sentence.end):
        name = Span(match.start("name"), with_tail(text, match.end("name")))
        behind = name.end > match.end("name") and match["noun"] not in _PLACES
        if not behind or default in SELDOM or _OF_A_LAND.search(match["name"]):
            continue
        words, near = name.of(text), (max(0, name.start - _NEAR), name.end + _NEAR)
        if not words.isascii() or match["noun"] == "name" or text.count(words, *near) > 1:
            kind = kind_of_name(match["what"])
            yield Found(name, kind or default, told=kind is not None)


def so_called(text: str, sentence: Span, default: Kind) -> Iterator[Found]:
    """ "A forum styled Our Money": what something is called, in two words with capitals or one with a capital within."""
    for match in _CALLED.finditer(text, sentence.start, sentence.end):
        name = Span(*match.span("name"))
        if marked(match["name"]) and not match["name"].isupper() and default not in SELDOM:
            kind = kind_of_name(match["name"])
            yield Found(name, kind or default, told=kind is not None)


def _stands(text: str, match: re.Match[str]) -> bool:
    """Whether a name ends where its capitals do: it has two, or a mark and no word in small letters follows."""
    capitals = match["name"][0].isupper() + sum(word[:1].isupper() for word in match["own"].split())
    return capitals > 1 or not re.match(r"\s[a-zà-ÿ]", text[match.end() : match.end() + 2])
