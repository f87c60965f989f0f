"""The words that name a link in running text: its label, what stands before its bracket, or before its colon."""

from __future__ import annotations

import re

from ...model import Kind, Span
from ...social import network_of, networks_named
from ..aliases import before_short
from ..chunks import OPENERS, Candidate, chunk_before, label_before_colon, tidy
from ..heads import find_head
from ..items import Segment
from ..kinds import KIND_NOUN, is_titled, kind_of_name
from ..links import Anchor
from ..listed import subject_of
from ..name_words import is_big_place
from ..own_city import is_own_city
from ..tails import begins_at
from ..wording import GENERIC, STORES, after_imperative
from .apposed import doing, named_earlier, quoted_earlier
from .draft import Draft
from .pointing import behind, meant, points, spoken_of, tells_since

__all__ = ["NEWS", "candidate_before", "open_bracket"]

_LEAD = re.compile(
    r"(?:[,;]?\s(?:which|that|where|and))?(?:\s(?:is|are|was|were|be|been|can|may|could|will|has|have|also|now|currently|fully|freely|publicly|it|made))*"
    r"\s?,?\s?(?:accessible|available|accessed|found|reached|viewed|downloaded|hosted|published|visited|located|obtained|seen|consulted|offered|provided"
    r"|reachable|online|posted|uploaded|listed|open|maintained|consulted)?(?:\s(?:online|free of charge|for download|in full))?(?:\s(?:in|as)\s(?:an?\s)?(?:PDF|XLSX?|CSV|Excel|Word)(?:\sformat|\sfiles?)?)?"
    r"\s?(?<!\w)(?:at|on|via|through|from|under|in|here|by visiting|see|visit|using)?(?:\sthe)?(?:\s(?:following|official|web))?(?:\s(?:link|website|address|url|page|site))?[\s:,(<\[]*$",
)
_LEAD_ELSEWHERE = re.compile(
    r"(?:\s(?:fue|fueron|foi|foram|a été|ont été|(?:aprobad|adoptad|actualizad|lanzad|aprovad|adotad|atualizad|lançad)[oa]s?|(?:approuv|adopt|actualis|lanc)ée?s?|es|son|está|están|se encuentran?|se publican?|se pueden? consultar|disponibles?|accesibles?|publicad[oa]s?|est|sont|se trouve|se trouvent|accessibles?|consultables?|publiée?s?|é|são|estão|encontra-se"
    r"|encontram-se|disponíve(?:l|is)|acessíve(?:l|is)|доступ(?:ен|на|но|ны)|размещ[её]н\w?|находится|опубликован\w?|является|—|هو|هي|متاحة?|متوفرة?|منشورة?|يمكن الوصول إليه(?:ا)?)){1,3}"
    r"(?:\s(?:en|a través de|mediante|sur|à l['’]adresse|via|em|no|na|através de|на|по адресу|по ссылке|через|على|عبر|في|من خلال))?(?:\s(?:el|la|le|o|a))?(?:\s(?:siguiente )?(?:enlace|dirección|lien|adresse|link|endereço|الرابط|العنوان)(?:\s(?:siguiente|suivante?|seguinte|التالي))?)?[\s:,(<\[]*$"
    r"|,\s(?:en|em|sur|à|su|auf|unter|n[oa]|all['’]indirizzo|unter der Adresse)(?:\s(?:el|la|le|o|a|l['’])\s?)?(?:\s?(?:enlace|dirección|sitio|lien|adresse|link|endereço|indirizzo))?[\s:,(<\[]*$"
    r"|(?:是|为|網址|网址为|网址|地址为|链接为|详见|请访问|可访问|访问)[\s:,(<\[]*$"
)
_RUN_BY = re.compile(
    r",?\s(?:which is\s|that is\s)?(?:managed|run|operated|developed|maintained|provided|hosted|owned|administered|created|launched|supported) (?:jointly )?(?:by|with) (?:the )?$"
)
_APPOSITION = re.compile(r",\s(?:the|an?|our|its|which is (?:the|a|an))\s[^,;:.()]{3,100}$")
_ABOUT = re.compile(
    r"(?:information|details|data|more)\s(?:about|on|of)\s(?P<what>.{3,80}?)\s(?:is|are|can|may)\s", re.I
)
_KIND_AND_NAME = re.compile(rf"(?i:{KIND_NOUN.pattern}|application)\s(?=[^\W\d_a-z])")
_CLAUSES = re.compile(r"(?:^|,\s)(?:and|or|but|then)\s|(?:Residents|Citizens|Users|People|You|We)\s")
_APP_OF = re.compile(
    r"\s(?:is|was)\s(?:an?|the|our|its)\s(?P<what>(?:[\w-]+\s){1,5})(?:of|by|from)\s(?:the\s)?$"
)
_CALLED = re.compile(
    r"\b(?:called|named|titled|entitled|known as|branded|dubbed)\s(?P<name>[^\W\d_a-z][\w'’&-]{0,30}(?:\s[\w'’&-]{1,24}){0,5})(?:\s\([^()\n]{1,60}\))?\s?[,:(<–-]?\s?(?:(?:at|on|via|under)\s)?$"
)
_DONE = re.compile(
    r"\s*(?P<what>[^\W\d_][\w-]*(?:\s[\w-]+){1,6}?)\s(?:is|are|can be|may be)\s(?:booked|made|requested|ordered|paid|renewed|submitted|registered"
    r"|reserved|reported|applied for|obtained|issued)\s(?:online\s)?(?:at|on|via|through)\s"
)
_IS_A = re.compile(r"\b(?:is|are|was|were)\s(?:an?|the|our|its)\s(?:[\w-]+\s){0,3}$")
_SITE_OF = re.compile(
    r"\b(?P<site>(?:(?!(?:the|on|see|in|at|via|its|our|of|and|a)\s)[a-z-]{2,20}\s){0,2}(?:page|website|web\ssite|web\sportal|portal|home\s?page|site))\sof\s(?:the\s)?$",
    re.I,
)
_SITE_ELSEWHERE = re.compile(
    r"(?<!\w)(?P<site>(?:sitio|página|portal|site|portail)(?:\s(?:web|internet|oficial|officiel|eletrônico|institucional)){0,2})\s(?:de la|del|de|da|do|du|de l['’])\s?$"
)
_OWN_SITE = re.compile(
    r"\b(?:its|their|our)\s(?:own\s)?(?P<site>(?:[a-z-]{2,20}\s){1,3}(?:website|site|portal))(?:,?\s(?:available|accessible|located))?\s(?:at|on|under|via)[\s(<\[]{1,3}$"
)
_TOWN = re.compile(
    r"(?:Municipalidad|Municipio|Ayuntamiento|Alcaldía|Intendencia|Gobierno|Prefeitura|Município|Câmara|Governo|Mairie|Ville|Commune|City|Town|Municipality|Mayor|Government|Region|Metropolitan|Capital|District|Province|County|State|Republic)\b"
)
NEWS = re.compile(
    r"/(?:news|press|press-releases|noticias|actualites|novosti|blog|article|articles|all_news|media|prensa)(?:/|$|\?)",
    re.I,
)


def candidate_before(draft: Draft, segment: Segment, anchor: Anchor, floor: int) -> Candidate | None:
    """The words that name a link in running text; of a sentence that only points to it, what the one before speaks of."""
    if anchor.label:
        return _labelled(draft.text, anchor.label)
    if of_app := _before_stores(draft.text, segment.span.start, anchor.outer.start):
        return of_app
    floor = max(floor, segment.span.start)
    sentence = draft.sentence_at(anchor.outer.start)
    if sentence.start == anchor.outer.start and (
        head := find_head(draft.text, sentence, [anchor], in_list=False)
    ):
        return head.name
    start = max(floor, sentence.start)
    said = draft.text[start : anchor.outer.start]
    shown = after_imperative(draft.text, Span(start, max(start, anchor.outer.start))).start
    alone = not any(c.isalnum() for c in said) or tells_since(said)
    found = None if alone else _in_sentence(draft.text, anchor, shown)
    if found and shown > start and not is_titled(found.span.of(draft.text)):
        found = None
    if alone or ((shown > start or points(said)) and not (found and found.proper)):
        before = _last_that_names(draft, anchor.outer.start, floor)
        found = (
            spoken_of(draft.text, Span(max(floor, before.start), before.end), alone) if before else None
        ) or found
    found = found and meant(draft.text, found, Span(segment.span.start, sentence.start))
    if found and draft.is_goal(found.span):
        found = subject_of(draft.text, Span(start, found.span.start)) if found.span.start > start else None
    if found and is_own_city(found.span.of(draft.text), draft.city):
        inflected = found.span.of(draft.text) != draft.city
        begins = inflected and begins_at(draft.text, found.span.start, start, inflected=True)
        return Candidate(Span(begins, found.span.end), True) if begins else None
    return _network(draft, anchor, start, found) or found or behind(draft.text, anchor)


def _network(draft: Draft, anchor: Anchor, floor: int, found: Candidate | None) -> Candidate | None:
    """The network that a clause opens with, where its link leads into it and another name stands between: "a Vimeo channel
    shows the Town Talks (link)"."""
    network = network_of(anchor.link.url)
    if (
        draft.question.lists is not Kind.ACCOUNT
        or network is None
        or found is None
        or draft.taken(found.span)
    ):
        return None
    floor = max(floor, draft.text.rfind("; ", floor, found.span.start) + 1)
    spans = (
        span.shift(floor)
        for span, named in networks_named(draft.text[floor : anchor.outer.start])
        if named == network
    )
    own = next(spans, None)
    return Candidate(own, True) if own and own.end < found.span.start else None


_GOES_ON = re.compile(r"(?:It|They)\s(?:is|was|has|had|will|are|were|have)\b")


def _last_that_names(draft: Draft, at: int, floor: int) -> Span | None:
    """The sentence before, or the one before those that only go on with it: "It was adopted by the council"."""
    before = draft.sentence_before(at)
    for _ in range(3):
        earlier = draft.sentence_before(before.start) if before else None
        if (
            before is None
            or earlier is None
            or earlier.end <= floor
            or not _GOES_ON.match(draft.text, before.start)
        ):
            break
        before = earlier
    return before


def _in_sentence(text: str, anchor: Anchor, floor: int) -> Candidate | None:
    """What a link's sentence calls it: the label before its colon or dash, or the name or phrase that stands before it."""
    opening = open_bracket(text, floor, anchor.outer.start)
    end = before_short(text, floor, opening if opening is not None else anchor.outer.start)
    if whose := _THAT_OF.search(text, max(floor, end - 160), end):
        return chunk_before(text, floor, whose.start())
    labels = opening is None and re.search(r"[:：–—-]\s*$", text[max(floor, end - 9) : end])
    if labels and (label := _label(text, _label_floor(text, floor, end), end)):
        return label
    lead = _LEAD_ELSEWHERE.search(text, max(floor, end - 120), end) or _LEAD.search(
        text, max(floor, end - 120), end
    )
    own = _OWN_SITE.search(text, floor, anchor.outer.start)
    if own and not all(word in GENERIC for word in own["site"].split()):
        return Candidate(Span(*own.span("site")), False)
    found = _chunk(text, floor, lead.start() if lead else end)
    led = opening is None and lead and (labels or any(c.isalpha() for c in lead[0]))
    if (
        found
        and not found.proper
        and ((led and not kind_of_name(found.span.of(text))) or _is_done(text, found.span))
    ):
        found = None  # "residents can find it at …", "tickets are sold (…)" name nothing
    if found and not found.proper and _IS_A.search(text, max(floor, found.span.start - 60), found.span.start):
        found = subject_of(text, Span(floor, end)) or found
    if found and found.proper and _is_app_of(text, floor, found.span.start):
        said = max(text.rfind(verb, floor, found.span.start) for verb in (" is ", " was "))
        found = chunk_before(text, floor, said) or found
    clause = max(floor, text.rfind("; ", floor, end) + 1)
    found = quoted_earlier(text, clause, end, found) or found
    if found is None or not found.proper:
        found = (
            _called(text, clause, end)
            or _made(text, clause, opening)
            or doing(text, clause, anchor.outer.start)
            or found
        )
    if found is None or not found.proper:
        found = named_earlier(text, clause, end) or _about(text, floor, end) or found
        found = found or (subject_of(text, Span(floor, end)) or _done_at(text, clause, end) if lead else None)
    if (
        found
        and found.span.of(text).lower() in GENERIC
        and (text[found.span.start - 1 : found.span.start] or " ") not in OPENERS
    ):
        return None  # "URL: …"; a section "Services" is one
    if found and NEWS.search(anchor.link.url) and not kind_of_name(found.span.of(text)):
        return None
    return found


_THAT_OF = re.compile(
    r",?\s\(?(?:i\.?e\.?|that is|namely|c['’]est-à-dire|es decir|ou seja|cioè|d\.\s?h\.|yani),?\s(?:(?:that|the one)\sof|celui\sd[eu]|celle\sd[eu]|(?:el|la)\sdel?|[oa]\sd[aeo]|quell[oa]\sdel?|(?:die|der|das|jene[rs]?)\sder)\s"
    r"[^.;:\n]{2,80}[:(\s]*$"
)
"""What says only whose the site is that was named: "the Town website, i.e. that of the Town Council: …"."""


def _called(text: str, clause: int, end: int) -> Candidate | None:
    """What a link's words say a thing is called: "an account called Mi cuenta (My Account), at …"."""
    said = _CALLED.search(text, max(clause, end - 120), end)
    return Candidate(tidy(text, Span(*said.span("name"))), True) if said else None


_MADE = re.compile(
    r"[a-z,]\s(?:the\s|our\s)?(?P<name>[A-ZÀ-Þ][\w'’&-]{1,30}(?:\s[A-ZÀ-Þ][\w'’&-]{1,30}){1,3})\s[a-z]{3,20}(?<!ed)(?<!ing)\s$"
)


def _made(text: str, clause: int, opening: int | None) -> Candidate | None:
    """The name of capitals before the noun of what it gives, with a bracket behind: "hands out Sun Reader tablets (link)"."""
    said = _MADE.search(text, max(clause, opening - 150), opening) if opening is not None else None
    return Candidate(Span(*said.span("name")), True) if said and not is_big_place(said["name"]) else None


def _is_done(text: str, span: Span) -> bool:
    """Whether a word is a participle: "are sold"."""
    be = re.search(r"\b(?:is|are|was|were|be|been|being)\s$", text[max(0, span.start - 7) : span.start])
    return bool(be) and " " not in span.of(text)


def _done_at(text: str, clause: int, end: int) -> Candidate | None:
    """What a link is where one does: "Swimming lessons are booked at …", "Dog licences can be renewed at …"."""
    done = _DONE.match(text, clause, end)
    return Candidate(tidy(text, Span(*done.span("what"))), False) if done else None


def _is_app_of(text: str, floor: int, at: int) -> bool:
    """Whether a name only tells whose the thing is that its sentence is about: "Ride is the app of Town Lines (link)"."""
    said = _APP_OF.search(text, max(floor, at - 90), at)
    return said is not None and kind_of_name(said["what"].strip()) is not None


def _label(text: str, floor: int, end: int) -> Candidate | None:
    """The label before a colon, without "the website" before a name; no words that run into a name ("and book at Bike Desk")."""
    label = label_before_colon(text, floor, end)
    if label is None or _CLAUSES.search(label.span.of(text)):
        return None
    if label.proper or label.span.of(text).islower():
        return label
    named = _KIND_AND_NAME.match(text, label.span.start, label.span.end)
    return Candidate(Span(named.end(), label.span.end), True) if named else label


def _before_stores(text: str, floor: int, at: int) -> Candidate | None:
    """The app whose bracket names the stores with their links: "Bike Desk (App Store (link) and Google Play (link))"."""
    inner = open_bracket(text, floor, at)
    outer = open_bracket(text, floor, inner) if inner is not None else None
    if inner is None or outer is None or not text[outer:inner].rstrip().lower().endswith(tuple(STORES)):
        return None
    return chunk_before(text, floor, outer)


def _labelled(text: str, label: Span) -> Candidate | None:
    """The words of a markdown link, unless they only point ("here") or name the store of an app."""
    words = label.of(text)
    if len(words) < 3 or words.lower() in STORES or words.lower() in GENERIC:
        return None
    return Candidate(tidy(text, label), words[:1].isupper())


def _chunk(text: str, floor: int, end: int) -> Candidate | None:
    """The name before a place; when that only runs or describes the thing ("X, managed by Y"), the name before it."""
    found = chunk_before(text, floor, end)
    if found is None:
        return None
    before = max(floor, found.span.start - 60), found.span.start
    site = _SITE_OF.search(text, *before) or _SITE_ELSEWHERE.search(text, *before)
    if site and _is_body(found.span.of(text)):
        return Candidate(Span(site.start("site"), found.span.end), site.re is _SITE_ELSEWHERE)
    by = _RUN_BY.search(text, max(floor, found.span.start - 60), found.span.start)
    if by:
        return chunk_before(text, floor, by.start()) or found
    apposition = _APPOSITION.search(text, max(floor, found.span.start - 120), found.span.start)
    earlier = (
        chunk_before(text, floor, apposition.start())
        if apposition and KIND_NOUN.search(apposition[0])
        else None
    )
    return earlier if earlier and earlier.proper else found


def _is_body(name: str) -> bool:
    return bool(_TOWN.match(name)) or kind_of_name(name) is Kind.ORGANISATION


def _about(text: str, floor: int, end: int) -> Candidate | None:
    """What "information about X is published" is about."""
    about = _ABOUT.search(text, max(floor, end - 160), end)
    return Candidate(Span(*about.span("what")), False) if about else None


_REMARK_BEHIND = re.compile(r"\s?\((?=[^()\n]{0,80}\d)[^()\n]{1,80}\)[,;.]?\s")
"""A number in brackets behind the link before, which is no part of the next label: "(5,000 fans), Vimeo: …"."""


def _label_floor(text: str, floor: int, end: int) -> int:
    """Where the label before a colon begins: after the last line end or semicolon, or the bracket of the link before."""
    remark = _REMARK_BEHIND.match(text, floor, end)
    floor = remark.end() if remark else floor
    start = max(floor, text.rfind("\n", floor, end) + 1, text.rfind(";", floor, end) + 1)
    return start + (text[start : start + 2] in ("),", ").", "],"))


def open_bracket(text: str, floor: int, end: int) -> int | None:
    """The place of a round bracket that is still open before `end`."""
    depth = 0
    for at in range(end - 1, max(floor, end - 300) - 1, -1):
        if text[at] == ")":
            depth += 1
        elif text[at] == "(":
            if depth == 0:
                return at
            depth -= 1
    return None
