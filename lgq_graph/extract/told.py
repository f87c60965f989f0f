"""Names without a link that the words beside them make names: "the app Foo", "Foo, an app of …", "Foo Bar Desk (FBD)".

Each needs capitals and one more sign: a noun of a kind beside it, its own initials, or a number to call.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..model import Kind, Span
from .chunks import chunk_before, tidy
from .enclosed import enclosed
from .kinds import kind_of_apposition, kind_of_name
from .standalone import Found
from .tails import with_tail
from .wording import foreign, sentence_like, spells

__all__ = ["find_told", "names_several"]

_CAP = r"(?:[A-ZÀ-ÞŁŠŽČ][\w'’&+-]{0,30}|\d{1,2}[A-Z][\w-]{0,10}|[a-z]{1,2}[A-Z]\w{1,20})"
_RUN = rf"{_CAP}(?:\s(?:(?:of|and|for|the|de|&)\s){{0,2}}{_CAP}){{0,7}}"
_NAMED = re.compile(
    rf"\b(?:[Tt]he|[Ii]ts|[Oo]ur|[Aa]n?)\s(?:[a-z-]{{2,20}}\s){{0,3}}?(?P<noun>app|application|portal|platform|website|chatbot|system|card|programme"
    rf"|program|project|initiative|company|operator|provider|start-?up|firm|association|foundation)\s(?P<name>{_RUN})(?!\w)"
)
_DATED = re.compile(
    rf"\b(?:[Tt]he|[Ii]ts|[Oo]ur)\s(?:[a-z-]{{2,20}}\s){{0,3}}?(?:strategy|vision|agenda|plan)\s(?P<name>{_CAP}(?:\s{_CAP}){{0,4}}(?:(?<=20\d\d)|\s20\d\d))(?![\w-])"
)
"""What a plan is called whose name ends in its year: "the state vision Norwood2030"."""
_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\s"
)
_NAMED_BARE = re.compile(
    rf"\b(?:(?:[Bb]y|[Vv]ia|[Tt]hrough|[Uu]sing|[Ii]n|[Oo]n|[Ww]ith)\s(?:[a-z-]{{2,20}}\s)?|[A-Z]\w{{2,20}}[ -](?=(?:chat-?)?bot))"
    rf"(?P<noun>app|application|portal|platform|chat-?bot|bot)\s(?P<name>{_RUN})(?!\w)"
)
"""The same where writers leave the article out: "by mobile application Foo", "Messenger-bot Foo"."""
_ROMANCE_NOUN = "|".join(
    "aplicación móvil|aplicación|app|application mobile|application|appli|aplicativo|plataforma|plateforme|portal web|portal|portail|sitio web|site web|sistema|système"
    "|tarjeta|carte|cartão|programa|programme|proyecto|projet|projeto|iniciativa|initiative".split("|")
)
_NAMED_ROMANCE = re.compile(
    rf"(?<!\w)(?:[Tt]he|[Aa]n?|[Oo]ur|[Ii]ts|una?|une|uma?|[Ee]l|[Ll]a|del|al|[Ll]e|du|au|l['’]|o|a|do|da|no|na|ao|O(?=\s[a-z])|[Nn]otre|[Nn]uestr[oa]|[Nn]oss[oa])\s?(?P<name>(?P<noun>(?i:{_ROMANCE_NOUN}))"
    rf"(?P<of>\s(?:de\sla|de|del|du|da|do))?\s(?P<own>{_CAP}(?:\s(?:(?:de|del|do|da|du|y|e|et|la)\s){{0,2}}{_CAP}){{0,5}}))(?!\w|\s[a-zà-ÿ]+\s\w+\s[A-Z])(?=[\s.,;:)]|$)"
)
"""A noun of a kind before its name; with a capital the noun is part of the name: "la Tarjeta Sol", "el portal Sol"."""
_BEHIND_NOUN = re.compile(
    rf"\b(?:[Tt]he|[Ii]ts|[Oo]ur|[Aa]n?)\s(?P<what>(?:[a-z][a-z-]{{1,20}}\s){{0,4}}(?P<noun>[a-z][a-z-]{{2,20}}))\s[„“\"«]?(?P<name>{_CAP})(?=\s[^\W\d_])"
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
_APPOSED = re.compile(r"(?:,|\s[–—-])\s(?=(?:an?|the|our|its)\s[a-z])")
_COUNTED = re.compile(r"\d{1,4}\s(?:[\w-]{1,30}\s){1,5}?[\w-]{1,30}s$")
"""How many there are, and not the name of one: "11 Service Points, the staff of which …"."""
_LINE = re.compile(
    rf"(?<!\w)(?P<name>(?:{_CAP}\s){{1,4}}?(?:[Ll]ine|[Hh]otline|[Hh]elpline|[Cc]all [Cc]ent(?:re|er)|[Cc]ontact [Cc]ent(?:re|er)|[Hh]elp [Dd]esk)"
    r"(?:\s\d{3,6}(?!\d|[.,]\d|\s\d))?|(?:Unified|Single|Emergency|Common|Short|Rescue|Contact|Help)\s(?:[A-Z]\w{1,20}\s)?[Nn]umber\s\d{3,4})(?!\w)"
)
_SHORT = re.compile(
    rf"(?<!\w)(?P<name>{_CAP}(?:\s(?:(?:of|and|for|the|in|on|de|del|&)\s){{0,3}}{_CAP}){{1,9}})\s\((?P<short>[A-Z][A-Za-z0-9&-]{{1,10}})(?=\)|[,;:]\s)"
)
_CLOSED = re.compile(
    rf"(?<!formerly )(?<!previously )(?<!instead of )\b(?:[Tt]he|[Ii]ts|[Oo]ur|[Aa])\s(?P<name>(?:{_CAP}\s){{2,5}}?(?:Service|System|Tool|Card|Network|Register|Map|Dashboard|Cent(?:re|er)|Observatory|Monitor|Desk|Help ?desk|Registry|Planner|Tracker|Gateway|Archive|Atlas|Wallet|Marketplace"
    r"|Laboratory|Lab|Hub|Twin|Trial|Trail|Library|Calculator|Finder|List|Project|Programme|Program|Initiative|Scheme|Fund))(?![\w-]|\s[A-Z])"
)

_IS = re.compile(
    rf"(?:(?<=;\s)|(?<=;\sand\s)|(?<=[.!?:]\s)|(?<=\n)|\A)(?P<name>(?!The\s|This\s|It\s|Our\s){_RUN})(?=\s(?:(?:is\s(?:also\s)?(?:an?|the|our|its|one\sof)|is\s(?:also\s)?(?:mobile|web|online|digital|free|municipal)|(?:es|est|é|è)\s(?:una?|une?|uma?|el|la|le|o))\s))"
)
_EFFORT = re.compile(
    r"\s(?:is|es|est|é|è)\s(?:also\s)?(?:an?|un[ae]?|uma?)\s(?:(?!of\b)[^\W\d_A-Z][\w-]{1,20}\s){0,2}?"
    r"(?:system|network|programme|program|project|initiative|scheme|sistema|red|rede|rete|réseau|système|programa|programma|proyecto|projeto|projet|progetto|iniciativa|iniziativa)"
    r"(?=\s(?:of|for|to|that|which|with|de|del|des|du|do|da|di|para|pour|per|que|qui|che|con|com|avec)\b|,)"
)
"""What a thing is said to be that is no site and no service: "Safe Cross is a system of lights"."""
_MAIN = re.compile(
    r"(?<!\w)(?:(?:the\s)?(?:main|principal|largest|best[ -]known|most\simportant)(?:\sone|\sof\s(?:them|these))?\sis|(?:la|el)\s(?:principal|mayor)\ses|(?:le|la)\s(?:principale?)\sest|(?:o|a)\sprincipal\sé)\s"
    rf"(?i:the\s|our\s|el\s|la\s|le\s|l['’]|o\s|a\s)?[\"“«]?(?P<name>{_CAP}(?:\s(?:(?:of|and|for|the|de|del|du|da|do|la|&)\s){{0,3}}{_CAP}){{1,7}})(?!\w)",
    re.I,
)
_ONE = rf"{_CAP}(?:\s{_CAP}){{0,4}}"
_SEVERAL = re.compile(
    r"(?<!\w)(?P<noun>(?i:apps|applications|chatbots|portals|platforms|websites|sites|diaries|registers|systems|services|projects|programmes|programs|initiatives))"
    rf"\s(?P<names>(?!(?:SDGs?|ICT|IT)\b){_ONE}(?:,\s{_ONE}){{0,5}},?\s(?:and|&)\s{_ONE})(?![\w-])(?!\s(?:Department|Ministry|Office|Agency))"
)
"""The names that a plural noun leads to with no mark between: "the apps Foo and Bar"."""
_NOUNS = r"apps|applications|chatbots|portals|platforms|websites|diaries|registers|registries|databases|systems|services|projects|programmes|programs|initiatives"
_GLOSSED = rf"(?!(?:Also|There|Both|We|Our|The|These)\s){_ONE}\s\([A-ZÀ-Þ][^()\d\n]{{2,60}}\)"
_BOTH = re.compile(
    rf"(?<![\w-])(?P<names>{_GLOSSED}(?:(?:,\s|,?\s(?:and|&)\s){_GLOSSED}){{1,4}}),\s(?:both\s|all\s|two\s)?(?:[a-z-]{{2,20}}\s){{0,2}}?(?P<noun>{_NOUNS})(?=\s(?:of|for|with|that|which|where|to|in|on|by)\s|[.;])"
)
"""Names with what they mean in brackets, and what they are: "Foo Bar (Iron Book) and Baz Qux (Red Book), registers of …"."""
_ONE_GLOSSED = re.compile(rf"(?P<name>{_ONE})\s\([^()]{{3,61}}\)")
_SPLIT = re.compile(r",?\s(?:and|&)\s|,\s")
_SINGLE = frozenset(("apps", "applications", "chatbots", "diaries"))
"""Nouns whose things often have names of one word that has no other mark."""
_CALLED = re.compile(
    rf"(?<!so-)(?<!so )\b(?:called|titled|entitled|known as|branded|dubbed|styled|(?:with|under|by)\sthe\sname(?:\sof)?)\s(?P<name>{_RUN})(?![\w'’-])"
)
_USED = (Kind.APP, Kind.SERVICE, Kind.PORTAL, Kind.PLATFORM)
_TERMS = frozenset(
    "GIS AI IoT IOT CCTV CRM ERP API APIs GPS RFID ICT ICTs IT SMS CMS VR AR XR BIM LED EV CIO CDO CTO OGD OCR NFC BI KPI FAQ PPP NGO".split()
)
"""Short forms of common terms, which name nothing of a city's own."""
_BY_INITIALS = re.compile(r"(?:\sof\s[A-Z][\w-]+)?,\s[A-Z]{2,8}\b")
"""What follows a name that goes by its initials: "the Waste Map of Exampleton, WME"."""
_PLACED = re.compile(r"\b(?:in|at|near|of|to|from|for|across|within)\s(?:the\s)?$", re.I)
_GOALS = re.compile(r"\b(?:SDGs?|Sustainable Development|Millennium Development)\b")


_NUMBERED = re.compile(
    r"\b(?:[Tt]he|[Oo]ur|[Ii]ts)\s(?P<name>(?!(?:19|20)\d\d\b)\d{2,4}\s(?P<noun>app|application|portal|platform|website|chatbot|hotline|helpline))(?![\w-]|\s(?:users?|developers?))"
)
"""What goes by the number to call: "the 115 app"; not "the 2022 portal"."""
_INITIALLED = re.compile(
    r"(?<![\w-])(?P<name>(?!(?:SIM|ID|SMS|GPS|RFID|NFC|QR|IC|AI|ICT|IT|EU|UN|PDF|VIP|ATM|USB|API|FAQ|PC|TV)\s)[A-Z]{2}[A-Z0-9-]{1,12}\s(?:card|pass|chatbot|bot|ticket))(?![\w-])"
)
_DEEDS = "run|managed|operated|developed|built|prepared|made|created|provided|funded|financed|hosted|owned|maintained|supplied|designed|delivered|administered|issued"
_INITIALS = re.compile(
    rf"\b(?:(?:{_DEEDS})\s(?:jointly\s|together\s)?by|(?:app|application|portal|platform|website)\sof)\sthe\s(?P<name>[A-Z]{{3,10}})(?=[\s,.;:)]|$)(?!\s[A-Z])"
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
    rf"{_CAP}(?:\s(?:(?:de|del|y|e|et|and|of|for)\s)?{_CAP}){{0,5}})(?![\w-])"
)
"""What one is a member of: "participa en la Red de Municipios Digitales"."""
_ACTOR = re.compile(
    rf"\b(?:(?:{_DEEDS})\s(?:jointly\s|together\s)?(?:by|with)"
    rf"|(?:funded|financed|supported)\s(?:with|to)\s(?:(?:about|some|over|up to|a|an)\s)?(?:[\w%€$£.,]{{1,12}}\s){{1,5}}?by\sthe"
    r"|(?:data|readings|forecasts|figures|information|funds|money|grants?)\s(?:supplied\s|received\s)?from)\s(?:the\s)?"
    rf"(?P<name>{_CAP}(?:\s(?:(?:of|for|de|du|&)\s)?{_CAP}){{1,5}})(?![\w-])"
)
_GIVER = re.compile(
    rf"(?<![\w-])(?P<name>{_CAP}(?:\s(?:(?:of|for|de|du|&)\s)?{_CAP}){{1,5}})\s(?:has\s|have\s)?(?:granted|awarded|funded|funds|financed|finances|co-financed|paid|subsidises|donated)\b"
)
"""Bodies by what they do: "run by Foo Bar", "data from Foo Bar", "Foo Bar granted …"."""
_ALIKE = re.compile(
    rf"(?P<name>{_CAP}\s(?:[\w'’-]{{1,24}}\s){{1,6}}?)(?:shows|sends|lists|lets|gives|allows|offers|provides|informs|warns|publishes|tells|helps|brings|counts|maps|is|was|has|had|can|will)\s"
)


def find_told(text: str, sentence: Span, default: Kind) -> Iterator[Found]:
    """The names of a sentence that a noun, an apposition, their initials or their last word shows to be names."""
    found = (
        *_several(text, sentence),
        *_translated(text, sentence),
        *_named(text, sentence),
        *_tailed(text, sentence, default),
        *_apposed(text, sentence),
        *_being(text, sentence, default),
        *_principal(text, sentence, default),
        *(Found(name, kind) for name, kind in enclosed(text, sentence)),
        *_called(text, sentence),
        *_so_called(text, sentence, default),
        *_acting(text, sentence),
        *_opening(text, sentence, default),
        *_shortened(text, sentence, default),
    )
    yield from (name for name in found if not _GOALS.search(name.span.of(text)))


def _named(text: str, sentence: Span) -> Iterator[Found]:
    """ "The app Foo", "the company Foo Bar"."""
    bare = _NAMED_BARE.finditer(text, sentence.start, sentence.end)
    for match in (*_NAMED.finditer(text, sentence.start, sentence.end), *bare):
        noun = match["noun"].lower()
        kind = Kind.APP if noun == "application" else kind_of_name(noun.replace("-", "")) or Kind.ORGANISATION
        name = Span(match.start("name"), with_tail(text, match.end("name")))
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


def _tailed(text: str, sentence: Span, default: Kind) -> Iterator[Found]:
    """A name of another tongue right behind what it is: "The street lights Vodní linka work …"."""
    for match in _BEHIND_NOUN.finditer(text, sentence.start, sentence.end):
        name = Span(match.start("name"), with_tail(text, match.end("name")))
        behind = name.end > match.end("name") and match["noun"] not in _PLACES
        if not behind or default in _SELDOM or _OF_A_LAND.search(match["name"]):
            continue
        words, near = name.of(text), (max(0, name.start - _NEAR), name.end + _NEAR)
        if not words.isascii() or match["noun"] == "name" or text.count(words, *near) > 1:
            kind = kind_of_name(match["what"])
            yield Found(name, kind or default, told=kind is not None)


_NEAR = 2000
"""How far around it a name is looked for again."""


def names_several(words: str) -> bool:
    """Whether words name several things behind the noun of their kind: "School diaries Foo and Bar"."""
    return _SEVERAL.search(words) is not None


def _several(text: str, sentence: Span) -> Iterator[Found]:
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
        if noun in _SINGLE or all(_marked(name.of(text)) for name in names):
            yield from (Found(name, kind) for name in names)


def _translated(text: str, sentence: Span) -> Iterator[Found]:
    for match in _BOTH.finditer(text, sentence.start, sentence.end):
        noun = match["noun"]
        kind = kind_of_name(noun) or kind_of_name(noun.removesuffix("ies") + "y") or Kind.INITIATIVE
        for one in _ONE_GLOSSED.finditer(text, *match.span("names")):
            if _marked(one["name"]):
                yield Found(Span(*one.span("name")), kind)


def _marked(name: str) -> bool:
    return " " in name or any(map(str.isupper, name[1:]))


def _so_called(text: str, sentence: Span, default: Kind) -> Iterator[Found]:
    """ "A forum styled Our Money": what something is called, in two words with capitals or one with a capital within."""
    for match in _CALLED.finditer(text, sentence.start, sentence.end):
        name = Span(*match.span("name"))
        if _marked(match["name"]) and not match["name"].isupper() and default not in _SELDOM:
            kind = kind_of_name(match["name"])
            yield Found(name, kind or default, told=kind is not None)


_SELDOM = (Kind.LEGISLATION, Kind.ORGANISATION, Kind.ACCOUNT)
"""What a question asks for under which other things are seldom named."""


def _stands(text: str, match: re.Match[str]) -> bool:
    """Whether a name ends where its capitals do: it has two, or a mark and no word in small letters follows."""
    capitals = match["name"][0].isupper() + sum(word[:1].isupper() for word in match["own"].split())
    return capitals > 1 or not re.match(r"\s[a-zà-ÿ]", text[match.end() : match.end() + 2])


def _apposed(text: str, sentence: Span) -> Iterator[Found]:
    """ "Foo Bar, an app of the police, …": what the sentence or clause opens with, or a name of several capitals."""
    for cut in _APPOSED.finditer(text, sentence.start, sentence.end):
        kind = kind_of_apposition(text[cut.start() : cut.start() + 120].partition("\n")[0])
        found = chunk_before(text, sentence.start, cut.start()) if kind else None
        if (
            kind
            and found
            and found.proper
            and not _COUNTED.match(found.span.of(text))
            and _distinct(found.span.of(text), text[sentence.start : found.span.start])
        ):
            yield Found(found.span, kind)


def _being(text: str, sentence: Span, default: Kind) -> Iterator[Found]:
    """What a sentence or a clause behind a semicolon says to be a site or a service: "TownText is a free service by SMS"; where
    efforts are asked for, an effort too, if it has two words with capitals."""
    for match in _IS.finditer(text, sentence.start, sentence.end):
        name = Span(*match.span("name"))
        kind = kind_of_apposition(text[match.end("name") : match.end("name") + 120].partition("\n")[0])
        marked = (
            any(c.isupper() for word in match["name"].split()[:1] for c in word[1:]) or " " in match["name"]
        )
        if kind in _USED and marked and kind_of_name(match["name"]) is not Kind.ORGANISATION:
            yield Found(name, kind)
        elif default is Kind.INITIATIVE and _is_effort(text, match):
            yield Found(name, default)


def _is_effort(text: str, match: re.Match[str]) -> bool:
    """Whether a name of several words is said to be a system, a network or a project, and is no body or place."""
    several = sum(word[:1].isupper() for word in match["name"].split()) > 1
    body = kind_of_name(match["name"]) is Kind.ORGANISATION or _A_CITY.search(match["name"])
    return several and not body and _EFFORT.match(text, match.end("name")) is not None


def _principal(text: str, sentence: Span, default: Kind) -> Iterator[Found]:
    """What is said to be the main one of the things that an answer is asked for: "La principal es la Línea Verde de Norwood"."""
    for match in _MAIN.finditer(text, sentence.start, sentence.end) if default not in _SELDOM else ():
        kind = kind_of_name(match["name"])
        yield Found(Span(*match.span("name")), kind or default, told=kind is not None)


def _distinct(name: str, before: str) -> bool:
    """Whether a name is no place that a preposition leads to: "in Exampleton, the portal …"."""
    capitals = sum(word[:1].isupper() for word in name.split())
    return (capitals > 1 or not _PLACED.search(before)) and len(name.split()) <= 7


def _called(text: str, sentence: Span) -> Iterator[Found]:
    """ "Rescue Line 155", and what the article before it and its closing noun show: "the Shared Boat System"."""
    for match in _LINE.finditer(text, sentence.start, sentence.end):
        yield Found(tidy(text, Span(*match.span("name"))), Kind.SERVICE)
    for match in _CLOSED.finditer(text, sentence.start, sentence.end):
        if not _BY_INITIALS.match(text, match.end()):
            span = tidy(text, Span(*match.span("name")))
            yield Found(span, kind_of_name(span.of(text)) or Kind.INITIATIVE)


def _acting(text: str, sentence: Span) -> Iterator[Found]:
    """ "The 115 app", "the METRO card", and bodies that run, pay or supply."""
    for pattern in (_NUMBERED, _INITIALLED):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            noun = match["name"].rpartition(" ")[2]
            yield Found(Span(*match.span("name")), kind_of_name(noun) or Kind.APP)
    for pattern in (_INITIALS, _ALONGSIDE, _TAKES_PART):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            if match["name"] not in _TERMS:
                yield Found(Span(*match.span("name")), Kind.ORGANISATION)
    for pattern in (_ACTOR, _GIVER):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            span = _with_pair(text, tidy(text, Span(*match.span("name"))))
            common = _A_CITY.search(span.of(text)) and not _ITS_INITIALS.match(text, span.end)
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


_GOES_ON = re.compile(rf"\s(?:and|&)\s(?P<rest>(?:{_CAP}\s){{0,5}}{_CAP})\s\((?P<short>[A-Z]{{2,10}})[),;]")
_ITS_INITIALS = re.compile(r"\s\([A-Z]{3,10}[),;]")
"""What shows a body of its own among those whose name has such a word: "Norwood Town Markets (NTM)"."""


_A_CITY = re.compile(
    r"\b(?:City|Town|Municipality|Government|State|Europe(?:an)?|Residents?|Citizens?|Units?|Team|Staff)\b"
)
"""Words of those who act in every response and are nobody's news."""


def _opening(text: str, sentence: Span, default: Kind) -> Iterator[Found]:
    """A name in another tongue that a sentence opens with: "Alertas y avisos sends messages"."""
    start = sentence.start + len(re.match(r"[\W\d_]{0,6}", sentence.of(text))[0])  # type: ignore[index]
    match = _ALIKE.match(text, start, sentence.end)
    span = tidy(text, Span(*match.span("name"))) if match else None
    if (
        span
        and default is not Kind.LEGISLATION
        and foreign(span.of(text))
        and not sentence_like(span.of(text))
    ):
        kind = kind_of_name(span.of(text))
        yield Found(span, kind or default, told=kind is not None)


def _shortened(text: str, sentence: Span, default: Kind) -> Iterator[Found]:
    """A name whose own initials follow in brackets; one that no noun tells of must open the sentence."""
    for match in _SHORT.finditer(text, sentence.start, sentence.end):
        span = tidy(text, Span(*match.span("name")))
        opens = len(text[sentence.start : span.start].split()) < 2 and default is not Kind.LEGISLATION
        kind = kind_of_name(span.of(text)) or (default if opens else None)
        if kind and match["short"] not in _TERMS and spells(match["short"], span.of(text)):
            yield Found(span, kind)
