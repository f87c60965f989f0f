"""Bodies by what they do: "run by Foo Bar", "data from Foo Bar", "Foo Bar granted …", "in coordination with FBR"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Kind, Span
from ..chunks import tidy
from ..kinds import kind_of_name
from ..standalone import Found
from .words import A_CITY, CAP, TERMS

__all__ = ["acting"]

_DEEDS = "run|managed|operated|developed|built|prepared|made|created|provided|funded|financed|hosted|owned|maintained|supplied|designed|delivered|administered|issued|done"
_INITIALS = re.compile(
    rf"\b(?:(?:{_DEEDS})\s(?:jointly\s|together\s)?by(?:\sthe)?|(?:app|application|portal|platform|website)\sof\sthe)\s(?P<name>[A-Z]{{3,10}})(?=[\s,.;:)]|$)(?!\s[A-Z])"
)
"""A body that goes by its initials, where it acts: "administered by the WWN"."""
_ALONGSIDE = re.compile(
    r"\b(?:in|en|em)\s(?:close\s|estrecha\s|estreita\s)?(?:coordination|cooperation|collaboration|partnership|coordinación|cooperación|colaboración|coordenação|cooperação|colaboração|parceria"
    r"|coordinamento|collaborazione|lien)\s(?:with|con|com|avec)\s(?:the\s|la\s|el\s|[ao]\s|il\s|le\s|l['’])?(?P<name>[A-Z]{3,10})(?=[\s,.;:)]|$)(?!\s[A-Z])"
)
"""One with which it acts: "in coordination with NEMA"."""
_TAKES_PART = re.compile(
    r"\b(?:[Pp]articipa(?:tes?|mos|m|n)?|[Ff]orma(?:mos|n)?\sparte|[Ff]a(?:z|zemos|isons|it)\spart[ei]e?|[Ii]ntegra(?:mos|n|m)?|[Mm]iembros?|[Mm]embros?|[Mm]embres?|[Mm]embers?)\s"
    r"(?:(?:en|de|da|do|n[ao]|in|of|à|du|au|a)\s)?(?:la\s|el\s|the\s|le\s|il\s|[ao]\s|l['’])?"
    rf"(?P<name>(?:(?:Red|Rede|Réseau|Rete|Mesa|Comité|Comitê|Comitato|Comisión|Comissão|Consejo|Conselho|Alianza|Aliança|Network|Council|Committee|Alliance)\s(?:de\sla|de|del|des|du|do|da|dos|das|di|dei|of|on|for)\s(?:the\s)?)"
    rf"{CAP}(?:\s(?:(?:de|del|y|e|et|and|of|for)\s)?{CAP}){{0,5}})(?![\w-])"
)
"""What one is a member of: "participa en la Red de Municipios Digitales"."""
_ACTOR = re.compile(
    rf"\b(?:(?:{_DEEDS})\s(?:jointly\s|together\s)?(?:by|with)"
    rf"|(?:funded|financed|supported)\s(?:with|to)\s(?:(?:about|some|over|up to|a|an)\s)?(?:[\w%€$£.,]{{1,12}}\s){{1,5}}?by\sthe"
    r"|(?:data|readings|forecasts|figures|information|funds|money|grants?)\s(?:supplied\s|received\s)?from)\s(?:the\s)?"
    rf"(?P<name>{CAP}(?:\s(?:(?:of|for|de|du|&)\s)?{CAP}){{1,5}})(?![\w-])"
)
_GIVER = re.compile(
    rf"(?<![\w-])(?P<name>{CAP}(?:\s(?:(?:of|for|de|du|&)\s)?{CAP}){{1,5}})\s(?:has\s|have\s)?(?:granted|awarded|funded|funds|financed|finances|co-financed|paid|subsidises|donated)\b"
)
"""Bodies by what they do: "run by Foo Bar", "data from Foo Bar", "Foo Bar granted …"."""
_GOES_ON = re.compile(rf"\s(?:and|&)\s(?P<rest>(?:{CAP}\s){{0,5}}{CAP})\s\((?P<short>[A-Z]{{2,10}})[),;]")
_ITS_INITIALS = re.compile(r"\s\([A-Z]{3,10}[),;]")
"""What shows a body of its own among those whose name has such a word: "Norwood Town Markets (NTM)"."""


def acting(text: str, sentence: Span) -> Iterator[Found]:
    """Bodies that run, pay or supply, and those with which they act."""
    for pattern in (_INITIALS, _ALONGSIDE, _TAKES_PART):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            if match["name"] not in TERMS:
                yield Found(Span(*match.span("name")), Kind.ORGANISATION)
    for pattern in (_ACTOR, _GIVER):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            span = _with_pair(text, tidy(text, Span(*match.span("name"))))
            common = A_CITY.search(span.of(text)) and not _ITS_INITIALS.match(text, span.end)
            if len(span.of(text).split()) > 1 and not common:
                yield Found(span, _kind_of_actor(span.of(text)))


def _kind_of_actor(name: str) -> Kind:
    """What a body that acts is; a fund that pays is one."""
    kind = kind_of_name(name) or Kind.ORGANISATION
    return Kind.ORGANISATION if kind is Kind.INITIATIVE and name.endswith("Fund") else kind


def _with_pair(text: str, span: Span) -> Span:
    """The whole of a name that goes on behind an "and" to its own initials: "Town Records | and Archives Office (TRAO)"."""
    rest = _GOES_ON.match(text, span.end)
    if not rest or rest["short"][0] != span.of(text)[0]:
        return span
    whole = Span(span.start, rest.end("rest"))
    own = _abbreviates(rest["short"], whole.of(text)) and not _abbreviates(rest["short"], rest["rest"])
    return whole if own else span


def _abbreviates(short: str, name: str) -> bool:
    """Whether all letters of a short form are those that words of a name begin with, in order."""
    initials = (word[0] for word in name.split())
    return all(letter in initials for letter in short)
