"""What kind of thing a name is, told from the nouns in it and around it; else from the question it stands under."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..gazetteer import find_country
from ..model import Basis, Kind, Question
from .alternatives import any_of
from .kind_nouns import NOUNS, OPENING_NOUNS, SURE
from .kind_words import WORDS
from .wording import foreign

__all__ = [
    "KIND_NOUN",
    "default_kind",
    "first_kind",
    "is_called_at",
    "is_loose",
    "is_online",
    "is_shown",
    "is_titled",
    "is_used",
    "is_used_through",
    "kind_around",
    "kind_of_apposition",
    "kind_of_description",
    "kind_of_name",
    "offline",
]

_KIND_OF_NOUN = WORDS | {noun: kind for kind, nouns in NOUNS.items() for noun in nouns}
_HAN = "[\u3400-\u9fff]"  # whose words no space parts
KIND_NOUN = re.compile(
    rf"(?:\b|(?={_HAN}))({any_of(_KIND_OF_NOUN)})(?:\b|(?<={_HAN}))",
    re.I,
)
_WEAK = frozenset(
    """page pages section line form help tool plan model unit center centre office board id account record
records register registry map maps desk operator police trust vision tracker finder planner""".split()
)

_PHRASE_END = re.compile(
    r"(?<!-)\b(?:that|which|who|whose|where|for|(?<!door )(?<!end )to|of|with|about|on|in|at|by|from|is|are|was|has|have|can|allows?|allowing|provides?|"
    r"providing|enables?|enabling|offers?|offering|gives?|includes?|helps?|lets|used|designed|developed|makes?|supports?|operated|run|held|hosted|owned|"
    r"launched|introduced|managed|issued|known|based|created|containing|contains|serves|users|citizens|residents|through"
    r"|de|del|des|du|da|para|pour|con|avec|com|que|qui|donde|où|onde)\b(?!-)|[.,;:()\[\]<>]",
    re.I,
)
_LEAD = re.compile(
    r"\s*(?:[:–—-]\s*)?(?:(?:with|on|in|through|using|via|thanks to|within)\s+)?(?:(?:it|this|that|which|he|they|these)\s+)?"
    r"(?:(?:is|are|was|were|has been|serves as|acts as|works as|es|son|est|sont|é|são)\s+)?"
    r"(?:(?:an?|the|our|this|its|one of the|city's|a kind of|una?|el|la|le|une|o|uma?|nuestr[ao]|notre|noss[ao])\s+)?",
    re.I,
)
_CONTRIBUTES = re.compile(
    r"\b(?:the|this|our)\s+(\w+(?:[ -]\w+)?)\s+(?:\w+\s+)?(?:contributes?|supports?|serves|is aligned|helps? achieve)\b",
    re.I,
)


_COMPANY = re.compile(
    r"\s(?:S\.?A\.?|S\.L\.|A\.?G|GmbH|Ltda?|PLC|plc|LLC|Inc|N\.V\.|B\.V\.|Oyj?|A/S|e\.V\.)(?:\.|\s|$)"
)
_REMOTE = re.compile(
    r"\b(?:virtual|online|cyber(?!\s?(?:security|defen[cs]e|incident|threat|crime|attack|resilience))|electronic|web)\s(?:[\w-]+\s){0,3}(?:office|cent(?:er|re)|counter|window)$",
    re.I,
)


def kind_of_name(name: str) -> Kind | None:
    """The kind that a name's own head noun tells: its last noun, before its first "of", "for", "with"."""
    if _COMPANY.search(name):
        return Kind.ORGANISATION
    if name.endswith("Bot") or is_online(name):
        return Kind.SERVICE
    if _OF_NATIONS.match(name) or _is_force(name):
        return Kind.ORGANISATION
    if _E_CENTRE.search(name):
        return Kind.PORTAL
    if _ELECTRONIC.search(name):
        return None
    if kind := _opening_kind(name):
        return kind
    head = re.split(
        r"(?<!\s)\s+(?:of|for|with|to|in|on|at|under|from|by|de|des|du|da|do|das|dos|del|della|di|para|pour|por)\s+",
        name,
        maxsplit=1,
    )[0]
    kind = _last_noun(head, at_end=True)
    return Kind.SERVICE if kind is Kind.ORGANISATION and _REMOTE.search(head) else kind


_OF_NATIONS = re.compile(
    r"(?:(?:United Nations|UN)\s(?:[A-Z][\w-]+\s){1,4}|World\sFood\s)(?:Programme|Program|Fund)$"
)
"""A body that is called for what it runs: "United Nations Environment Programme"."""
_FORCE = re.compile(
    r"(?P<whose>(?:[A-ZÀ-Þ][\w-]+\s){1,3})(?:Health|Police|Fire|Prisons?|Immigration|Ambulance|Statistical|Geological|Forest|Customs|Rescue|Civil|Correctional)(?:\sand\s[A-Z]\w+)?\sService$"
)
"""A body of a country that is called for what it does: "Ghana Health Service"."""
_E_CENTRE = re.compile(r"(?:^|\s)e-?(?:Services?|Gov(?:ernment)?|Citizen|Permits?)\sCent(?:re|er)$")
"""What has the name of an office and is a site: "Town e-Services Centre"."""
_ELECTRONIC = re.compile(r"(?:^|\s)[eEiImM]-?(?:Plan|Policy|Vision)$")
"""A name by which no plan goes, but what is done online: "e-Plan"."""
_NO_CASE_OR_CYRILLIC = re.compile("[а-яё\u0621-\u064a]")
_ACCENTED = re.compile(r"[^\W\d_a-zA-Z]")


_ARTICLE = re.compile(r"(?:La|El|Le|Lo|O|A|Il)\s|L['’]")


def _is_force(name: str) -> bool:
    """Whether a name is that of a service of a country or the nation, which is a body."""
    found = _FORCE.match(name)
    whose = found["whose"].strip() if found else ""
    return bool(whose) and (whose == "National" or find_country(whose) is not None)


def _opening_kind(name: str) -> Kind | None:
    """The kind that the first noun of a name tells where its words are of a tongue that puts it first."""
    article = _ARTICLE.match(name)
    name = name[article.end() :] if article else name
    rest = name.split(" ", 1)[-1]
    words = name.lower().split()
    other = bool(words) and (words[0] in SURE or _NO_CASE_OR_CYRILLIC.match(words[0]) is not None)
    if not (other or foreign(name) or (rest.islower() and _ACCENTED.search(name))):
        return None
    return (
        OPENING_NOUNS.get(" ".join(words[:3]))
        or OPENING_NOUNS.get(" ".join(words[:2]))
        or OPENING_NOUNS.get(words[0])
    )


def is_online(name: str) -> bool:
    """Whether a name ends in where its thing is done: "Market Fees Online", "Licencias en Línea"."""
    return _ONLINE.search(name) is not None


def offline(name: str) -> str:
    """A name without where its thing is done: "Market Fees" of "Market Fees Online"."""
    found = _ONLINE.search(name)
    return name[: found.start() + 1] if found else name


_ONLINE = re.compile(r"\w\s(?:Online|(?:[Ee]n|[Ee]m) [Ll][ií](?:nea|nha|gne))$")


def is_titled(name: str) -> bool:
    """Whether words to which the reader is sent are a name: they have a capital, and are more than the noun of a kind."""
    return any(map(str.isupper, name)) and not KIND_NOUN.fullmatch(name)


def is_loose(name: str) -> bool:
    """Whether the noun of a name says little of its kind, so that what is said of it counts for more: "Bike Desk"."""
    return name.split()[-1].lower() in _WEAK


def kind_around(before: str, after: str) -> Kind | None:
    """The kind told by the noun right before a name ('the app "X"') or right after it ('X (link) mobile application')."""
    following = re.match(r"[\s\"”»)\]>]{0,4}((?:[^\W\d_][\w-]*\s+){0,2}?)(?=(.{0,40}))", after)
    if following:
        match = KIND_NOUN.search(after[: following.end(1) + 30])
        if (
            match
            and not (
                ")" in after[: match.start(1)] and match[1] > "\u3400"
            )  # “X”(link)提供服务: no space parts the verb
            and len(after[: match.start()].split()) <= 2
            and not re.search(
                r"[.,;:(]|\b(?:and|or|of|is|are|was|the|by|in|on|for|to|at|from|has|with|that|which|where|as)\b",
                after[: match.start()].lstrip(' "”»)]>'),
            )
        ):
            return _KIND_OF_NOUN[match[1].lower()]
    lead = re.sub(r"(?<![\s\"“„«:'(–-])[\s\"“„«:'(–-]+$", "", before[-60:])
    lead = _CALLED.sub("", lead)
    return Kind.APP if re.search(r"\bapplications?$", lead, re.I) else _last_noun(lead, at_end=True)


_CALLED = re.compile(r",?(?:\s(?:which|that)\s(?:is|was))?\s(?:called|named|titled|known\sas|branded)$")
"""What stands between what a thing is and its name: "another portal, which is named Foo"."""


_QUESTION = re.compile(r"\W{0,3}(?:which|what|who|whose|where|when|how|why)\s[^.?!\n]{1,160}\?", re.I)


def kind_of_description(text: str) -> Kind | None:
    """The kind that the first noun phrase of a description tells ("a platform for …"), or "The portal contributes …"; a
    question that a thing answers tells none.
    """
    if _QUESTION.match(text):
        return None
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    end = _PHRASE_END.search(text, start, start + 120)
    phrase = text[start : end.start() if end else start + 120]
    return _last_noun(phrase, at_end=True) or _last_noun(phrase, at_end=False) or _contributing(text)


_APPOSITION = re.compile(
    r"[\"”»’)>\]]{0,3}(?:(?:,|\s[–—-]|\s(?:is|was|are))\s(?=(?:which\s(?:is|was)\s)?(?:the|an?|our|its|one of)\s)"
    r"|(?:,|\s[–—-]|\s(?:es|est|é))\s(?=(?:una?|el|la|le|une|o|uma?|nuestr[ao]|notre|noss[ao])\s))",
    re.I,
)


_BARE_APPOSITION = re.compile(
    r"[\"”»’)>\]]{0,3}(?:,|\s[–—-]|(?P<is>\s(?:is|was)(?:\salso)?))\s(?:(?:free|mobile|web|municipal|online|digital|new|interactive|official|city)\s){0,3}"
    r"(?P<noun>app|mobile app|mobile application|(?<=mobile\s)application|chatbot|virtual assistant|portal|website|platform|geoportal|hotline|helpline"
    r"|(?:(?<=[–—-]\s)|(?<=online\s)|(?<=digital\s)|(?<=free\s))(?:service|register|map|dashboard|database))(?=\s\(?(?:for|of|in|with|that|which|where|on|to|by|from|Android|iOS)\s|[.;:]|$)"
)
"""What a name is said to be without an article: "Town Tracker, app for phones"."""
_AN_APP = re.compile(
    r"(?:an?|the|our)\s(?:[a-z-]{2,20}\s){0,2}application\s(?:(?:of|by|from)\s(?:the\s|our\s)?(?:city|town|municipality|company|utility|operator|(?-i:[A-ZÀ-Þ])\w*)|in which|with which|through which|on which|that|where|for (?:smart|mobile|android|ios)?\s?(?:phones?|devices|android|ios|tablets))\b",
    re.I,
)


def kind_of_apposition(after: str) -> Kind | None:
    """The kind told by what a name is said to be right behind it or its link: 'X (link), the procurement platform of …'."""
    bare = _BARE_APPOSITION.match(after)
    if bare:
        return _KIND_OF_NOUN.get(bare["noun"].lower(), Kind.APP)
    opening = _APPOSITION.match(after)
    if not opening:
        return None
    if _AN_APP.match(after, opening.end()):
        return Kind.APP
    lead = _LEAD.match(after, opening.end())
    start = lead.end() if lead else opening.end()
    end = _PHRASE_END.search(after, start, start + 80)
    return _last_noun(after[start : end.start() if end else start + 80], at_end=True)


_DEED = (
    r"(?:pay|apply|book|report|send|order|request|register|submit|reserve|rent|borrow|buy|search|find|look up|check|follow|see|view|track|watch"
    r"|sign up|enrol|enroll|file|download|get|receive|obtain|ask|renew|print|compare|complain|calculate|enter|choose|consult|declare)"
)
_SOMEONE = (
    r"(?:residents?|citizens?|users?|customers?|people|parents|students|pupils|households|tenants|families|drivers|passengers|visitors|tourists"
    r"|companies|businesses|entrepreneurs|owners|patients|pensioners|taxpayers|neighbours|inhabitants|applicants|farmers|cyclists|anyone|everyone|you)"
)
_ACT_ELSEWHERE = (
    r"(?:(?:inscription|réservation|demande|paiement|signalement|prise\sde\srendez-vous|déclaration|inscripci[óo]n|solicitud|pago|reserva|inscrição|pedido|pagamento|agendamento|marcação|iscrizione|prenotazione|richiesta|segnalazione)"
    r"\s(?:(?:et|y|e)\s\w+\s)?(?:(?:en\sligne|en\slínea|online|on-line|gratuit[ea]|gratis|obligatoire|par|por|per|pel[oa]|via|mediante|des?|del?|du|da|do|di|dei|dell[ae])(?!\w)|(?:d|dell)['’]\w+)|(?:Anmeldung|Buchung|Reservierung|Terminvereinbarung|Antrag|Meldung)\s(?:per|von|für|online|der|des|auf|zur?m?)(?!\w))"
)
"""What people do there, in tongues that put the noun first: "inscription gratuite", "réservation en ligne de vélos"."""
_USED = re.compile(
    r"\W*(?:filed|lodged|ordered|booked|paid|submitted|requested|renewed|applied for)\s(?:\w+\s)?online\b|\W*(?:online\s)?(?:applications?|requests?|registration|inscription|booking|payment|reservation|submission|renewal)\s(?:for|of|and)\b"
    rf"|\W*{_ACT_ELSEWHERE}(?=\s|[,.;(]|$)"
    rf"|\W*(?:(?:to\s)?{_DEED}\s|(?:here\s|online\s)?{_SOMEONE}\s(?:of\s[\w ]{{1,40}}?\s)?(?:(?:can|may|could|are able to)\s)?(?:\w+ly\s|also\s)?{_DEED}\b)"
    rf"|.{{0,40}}\b(?:allows?|enables?|lets?|helps?|makes it possible|possible|where|through which|with which)\s(?:for\s)?(?:{_SOMEONE}\s)?(?:can\s|may\s|to\s)?{_DEED}\b",
    re.I,
)


def is_used(description: str) -> bool:
    """Whether a description begins with what people do there: "residents can pay …", "apply for …", "lets you book …"."""
    return _USED.match(description) is not None


_CALLED_AT = re.compile(
    r"(?i)\W{0,6}(?:(?:free\s)?(?:tel|tél|tlf|phone|telephone|téléphone|teléfono|telefone|telefono|telefon|dial|call|ph)\b[.\s:]{0,4}|☎️?\s?)(?:no\.?\s|n[°º]\s)?(?:[+(]?\d|\[withheld)"
)


def is_called_at(after: str) -> bool:
    """Whether a telephone number stands right behind a name: "Town Line (tel. 115 20 30)"."""
    return _CALLED_AT.match(after) is not None


_USED_THROUGH = re.compile(
    rf"(?<!\w)(?:(?:applications?|requests?|registrations?|bookings?|payments?|reservations?|complaints|appointments|fees|permits)\s(?:go|run|pass|are\s(?:made|sent|filed|lodged|submitted|handled|paid|processed|received|booked))"
    rf"|{_SOMEONE}\s(?:(?:can|may)\s)?(?:also\s)?{_DEED}(?:\s(?!that|which)[\w-]{{1,20}}){{0,5}}?)\s(?:online\s)?(?:through|via|on|in|with|using)\s(?:the\s)?[\"“«]?$",
    re.I,
)


def is_used_through(before: str) -> bool:
    """Whether the words before a name say that something is done there: "applications go through …", "residents pay via …"."""
    return _USED_THROUGH.search(before[-120:]) is not None


_SHOWN = re.compile(
    r"\W*(?:\w[\w-]*\s(?:[\w-]+\s){0,4})?(?:information|data|readings|map|list|overview|directory|statistics|news|measurements|prices)\b"
    r"|.{0,60}\b(?:(?:is|are|can be)\s(?:\w+\s)?(?:shown|displayed|published|viewed|seen)|shows|lists|displays|publishes)\b",
    re.I,
)


def is_shown(description: str) -> bool:
    """Whether a description begins with what is shown there: "air quality in real time", "lists 300 facilities"."""
    return _SHOWN.match(description) is not None


def default_kind(question: Question) -> tuple[Kind, Basis, str]:
    """The kind of what a question asks for, as an inference with its rule."""
    lists = None if question.lists is Kind.STRATEGY and question.role != "strategy" else question.lists
    return lists or Kind.INITIATIVE, Basis.INFERRED, "default-kind-by-question"


def _contributing(text: str) -> Kind | None:
    match = _CONTRIBUTES.search(text[:4000])
    return _last_noun(match[1], at_end=True) if match else None


def _last_noun(phrase: str, *, at_end: bool) -> Kind | None:
    found = list(KIND_NOUN.finditer(phrase))
    if not found:
        return None
    last = found[-1]
    if at_end and phrase[last.end() :].strip(" \"'”»*()–-/~0123456789"):
        return None
    noun = last[1].lower()
    if not at_end and (noun in _WEAK or (_KIND_OF_NOUN[noun] in _MODIFIES and _ON.match(phrase, last.end()))):
        return None
    return _KIND_OF_NOUN[noun]


_MODIFIES = (Kind.INITIATIVE, Kind.ORGANISATION)
"""Kinds whose nouns often only say which thing another noun names: "school admission", "card payment"."""
_ON = re.compile(r"\s(?!\w+(?:ing|ed|ful|able|ive|al)\b)[a-z]{4,}")


def first_kind(kinds: Iterable[Kind | None]) -> Kind | None:
    """The first kind that is known."""
    return next((kind for kind in kinds if kind), None)
