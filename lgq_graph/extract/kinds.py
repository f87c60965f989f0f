"""What kind of thing a name is, told from the nouns in it and around it; else from the question it stands under.

The nouns are data: to teach another word, add it to `NOUNS`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..model import Basis, Kind, Question

__all__ = [
    "KIND_NOUN",
    "NOUNS",
    "default_kind",
    "first_kind",
    "is_used",
    "kind_around",
    "kind_of_description",
    "kind_of_name",
]

NOUNS: dict[Kind, tuple[str, ...]] = {
    Kind.APP: (
        "mobile application",
        "mobile applications",
        "mobile app",
        "mobile apps",
        "smartphone app",
        "smartphone application",
        "phone app",
        "app",
        "apps",
        "android application",
        "ios application",
        "aplicación móvil",
        "application mobile",
    ),
    Kind.PORTAL: (
        "portal",
        "portals",
        "webportal",
        "website",
        "web site",
        "websites",
        "webpage",
        "web page",
        "page",
        "pages",
        "homepage",
        "home page",
        "site",
        "knowledge base",
        "geoportal",
        "one-stop shop",
        "web portal",
        "dashboard",
        "minisite",
        "microsite",
        "section",
        "subsite",
    ),
    Kind.PLATFORM: (
        "platform",
        "platforms",
        "marketplace",
        "information system",
        "management system",
        "procurement system",
        "tendering system",
        "trading information system",
        "register system",
        "forum",
        "web application",
        "web app",
    ),
    Kind.SERVICE: (
        "service",
        "services",
        "e-service",
        "e-services",
        "eservice",
        "super service",
        "superservice",
        "appointment",
        "booking",
        "reservation",
        "registration",
        "permit",
        "permits",
        "licence",
        "license",
        "certificate",
        "certificates",
        "payment",
        "payments",
        "hotline",
        "helpline",
        "help line",
        "help desk",
        "helpdesk",
        "call center",
        "call centre",
        "contact center",
        "contact centre",
        "chatbot",
        "chat bot",
        "virtual assistant",
        "taxi",
        "wi-fi",
        "wifi",
        "declaration",
        "reception",
        "enrolment",
        "enrollment",
        "renewal",
        "removal",
        "subsidy",
        "allowance",
        "newsletter",
        "trámite",
        "servicio",
        "request",
        "requests",
        "form",
        "guide",
        "guideline",
        "line",
        "diary",
        "record",
        "records",
        "meals",
        "calculator",
        "planner",
        "ticket",
        "tickets",
        "help",
    ),
    Kind.INITIATIVE: (
        "project",
        "projects",
        "programme",
        "program",
        "programmes",
        "initiative",
        "initiatives",
        "card",
        "cards",
        "bond",
        "bonds",
        "network",
        "lab",
        "laboratory",
        "hub",
        "sandbox",
        "pilot",
        "ecosystem",
        "campaign",
        "instrument",
        "tool",
        "digital twin",
        "twin",
        "system",
        "systems",
        "identifier",
        "digital id",
        "id",
        "identity",
        "account",
        "challenge",
        "hackathon",
        "fund",
        "incubator",
        "accelerator",
        "sensors",
        "model",
        "infrastructure",
        "cameras",
        "academy",
        "school",
        "festival",
        "scheme",
        "workshop",
        "workshops",
        "course",
        "courses",
        "training",
        "living lab",
        "observatory",
        "voice assistant",
    ),
    Kind.STRATEGY: (
        "strategy",
        "strategies",
        "strategic plan",
        "roadmap",
        "road map",
        "masterplan",
        "master plan",
        "action plan",
        "agenda",
        "policy",
        "plan",
        "development plan",
        "digital agenda",
        "vision",
        "state program",
        "state programme",
        "city program",
        "blueprint",
        "city programme",
        "target programme",
        "target program",
        "framework",
        "estrategia",
        "stratégie",
        "estratégia",
        "plan director",
    ),
    Kind.ORGANISATION: (
        "department",
        "ministry",
        "office",
        "agency",
        "directorate",
        "secretariat",
        "committee",
        "commission",
        "council",
        "authority",
        "bureau",
        "board",
        "institute",
        "center",
        "centre",
        "centers",
        "centres",
        "division",
        "unit",
        "government",
        "administration",
        "municipality",
        "company",
        "foundation",
        "association",
        "university",
        "consortium",
    ),
    Kind.NETWORK: ("city network", "network of cities", "alliance of cities", "association of cities"),
    Kind.ACCOUNT: ("channel", "account on", "fan page", "social network", "social networks", "social media"),
    Kind.LEGISLATION: (),
}
_KIND_OF_NOUN = {noun: kind for kind, nouns in NOUNS.items() for noun in nouns}
KIND_NOUN = re.compile(
    r"\b(" + "|".join(sorted((re.escape(noun) for noun in _KIND_OF_NOUN), key=len, reverse=True)) + r")\b",
    re.I,
)
_WEAK = frozenset(
    """page pages section line form help tool plan model unit center centre office board id account record
records""".split()
)

_PHRASE_END = re.compile(
    r"\b(?:that|which|who|whose|where|for|to|of|with|about|on|in|at|by|from|is|are|was|has|have|can|allows?|allowing|provides?|"
    r"providing|enables?|enabling|offers?|offering|gives?|includes?|helps?|lets|used|designed|developed|makes?|supports?|operated|"
    r"launched|created|containing|contains|serves|users|citizens|residents|through)\b|[.,;:()\[\]<>]",
    re.I,
)
_LEAD = re.compile(
    r"\s*(?:[:–—-]\s*)?(?:(?:with|on|in|through|using|via|thanks to|within)\s+)?(?:(?:it|this|that|which|he|they|these)\s+)?"
    r"(?:(?:is|are|was|were|has been|serves as|acts as|works as)\s+)?(?:(?:an?|the|our|this|its|one of the|city's|a kind of)\s+)?",
    re.I,
)
_CONTRIBUTES = re.compile(
    r"\b(?:the|this|our)\s+(\w+(?:[ -]\w+)?)\s+(?:\w+\s+)?(?:contributes?|supports?|serves|is aligned|helps? achieve)\b",
    re.I,
)


def kind_of_name(name: str) -> Kind | None:
    """The kind that a name's own head noun tells: its last noun, before its first "of", "for", "with"."""
    head = re.split(r"\s+(?:of|for|with|to|in|on|at|under|from|by|de|des|du|para)\s+", name, maxsplit=1)[0]
    return _last_noun(head, at_end=True)


def kind_around(before: str, after: str) -> Kind | None:
    """The kind told by the noun right before a name ('the app "X"') or right after it ('X (link) mobile application')."""
    following = re.match(r"[\s\"”»)\]>]{0,4}((?:[^\W\d_][\w-]*\s+){0,2}?)(?=(.{0,40}))", after)
    if following:
        match = KIND_NOUN.search(after[: following.end(1) + 30])
        if (
            match
            and len(after[: match.start()].split()) <= 2
            and not re.search(r"[.,;:(]|\b(?:and|or|of)\b", after[: match.start()].lstrip(' "”»)]>'))
        ):
            return _KIND_OF_NOUN[match[1].lower()]
    lead = re.sub(r"[\s\"“„«:'(–-]+$", "", before[-60:])
    return Kind.APP if re.search(r"\bapplications?$", lead, re.I) else _last_noun(lead, at_end=True)


def kind_of_description(text: str) -> Kind | None:
    """The kind that the first noun phrase of a description tells ("a platform for …"), or "The portal contributes …"."""
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    end = _PHRASE_END.search(text, start, start + 120)
    phrase = text[start : end.start() if end else start + 120]
    return _last_noun(phrase, at_end=True) or _last_noun(phrase, at_end=False) or _contributing(text)


_DEED = (
    r"(?:pay|apply|book|report|send|order|request|register|submit|reserve|rent|borrow|buy|search|find|look up|check|follow|see|view|track|watch"
    r"|sign up|enrol|enroll|file|download|get|receive|obtain|ask|renew|print|compare|complain|calculate|enter|choose|consult|declare)"
)
_SOMEONE = (
    r"(?:residents?|citizens?|users?|customers?|people|parents|students|pupils|households|tenants|families|drivers|passengers|visitors|tourists"
    r"|companies|businesses|entrepreneurs|owners|patients|pensioners|taxpayers|neighbours|inhabitants|applicants|farmers|cyclists|anyone|everyone|you)"
)
_USED = re.compile(
    rf"\W*(?:(?:to\s)?{_DEED}\s|(?:here\s|online\s)?{_SOMEONE}\s(?:of\s[\w ]{{1,40}}?\s)?(?:(?:can|may|could|are able to)\s)?(?:\w+ly\s|also\s)?{_DEED}\b)"
    rf"|.{{0,40}}\b(?:allows?|enables?|lets?|helps?|makes it possible|possible|where|through which|with which)\s(?:for\s)?(?:{_SOMEONE}\s)?(?:can\s|may\s|to\s)?{_DEED}\b",
    re.I,
)


def is_used(description: str) -> bool:
    """Whether a description begins with what people do there: "residents can pay …", "apply for …", "lets you book …"."""
    return _USED.match(description) is not None


def default_kind(question: Question) -> tuple[Kind, Basis, str]:
    """The kind of what a question asks for, as an inference with its rule."""
    return question.lists or Kind.INITIATIVE, Basis.INFERRED, "default-kind-by-question"


def _contributing(text: str) -> Kind | None:
    match = _CONTRIBUTES.search(text[:4000])
    return _last_noun(match[1], at_end=True) if match else None


def _last_noun(phrase: str, *, at_end: bool) -> Kind | None:
    found = list(KIND_NOUN.finditer(phrase))
    if not found:
        return None
    last = found[-1]
    if at_end and phrase[last.end() :].strip(" \"'”»*"):
        return None
    noun = last[1].lower()
    if not at_end and noun in _WEAK:
        return None
    return _KIND_OF_NOUN[noun]


def first_kind(kinds: Iterable[Kind | None]) -> Kind | None:
    """The first kind that is known."""
    return next((kind for kind in kinds if kind), None)
