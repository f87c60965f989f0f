"""Words that make no name by themselves, and what they tell: a sentence, a field, a tie to the sentence before."""

from __future__ import annotations

import re
import unicodedata

from ..model import Span

__all__ = [
    "GENERIC",
    "STORES",
    "VERBS",
    "after_connective",
    "after_field",
    "after_imperative",
    "foreign",
    "is_share",
    "sentence_like",
    "spells",
]

VERBS = frozenset(
    """use uses using used order receive receives visit see access offers offer provide provides
    providing launched launch called named including includes include has have had is are was were be
    been can could may might will would shall should must do does did developed created implemented
    introduced operates operate runs run manages through via by with at from on into within between than
    whether or if when while where which who that as like it they we you he she them and/or also even
    just only then thus so not rent contains contain created consult download check find get make makes
    made give gives help helps allow allows let lets pay send known titled branded dubbed entitled
    established maintains publishes published presents hosted host built please
    usa usan usamos utiliza utilizan utilizamos emplea empleamos tenemos contamos usiamo utilizziamo utilisons nutzen verwenden
    es son está están se realizan través mediante est sont trouve trouvent via é são estão encontra encontram através
    на через является доступен доступна по على عبر خلال هو هي تنشر""".split()
)
GENERIC = frozenset(
    """portal portals website websites web site link links here page pages webpage homepage home url address
    following below above platform platforms app apps application applications service services system
    systems information details more info online internet source sources reference references example
    examples see note e-services e-participation city municipality government yes no n/a official also
    available addition particular this these android ios google apple play store app store google play
    iphone web english version summary press news article report video contact email e-mail tel phone
    full complete whole entire list lists lista listado liste elenco completa completo complète vollständige
    address same text pdf xlsx xls csv docx sí oui sim да نعم 是 有 否 sitio web sitio enlace página lien site adresse ligação página ссылка сайт портал الرابط الموقع 网站 网址 链接""".split()
)


STORES = frozenset(
    {"google play", "google play store", "play store", "app store", "apple app store", "apple store", "android", "ios", "iphone", "ipad",
     "appgallery", "huawei appgallery", "app gallery", "google play and app store", "app stores", "appstore", "playstore", "itunes"}
)  # fmt: skip
"""Where apps are fetched from: no name of the thing fetched."""
_ALSO_NOUNS = frozenset(
    "help support plan plans work use report offer include promote may will can please".split()
)
_FINITE = re.compile(
    r"\balso\b|\b[a-z]{3,}s\s+(?:its|their)\b|\b[a-z]{3,}ed\s+(?:its|the|a|an|our|their|in|to|by|with|on)\b|\b(?:is|are|was|were|has|have|had|can|could|may|will|would|shall|should|must|allows?|allowed|provides?|provided|offers?|offered|enables?|"
    r"enabled|gives?|helps?|lets|makes?|serves|supports?|includes?|contains?|launched|developed|created|operates?|implemented|introduced|"
    r"uses?|we|it|they|you|there|please|plans?\s+to|aims?|contributes?|exists?|does|do|did|been|being|es|son|est|sont|ont|(?:a|a été|ha|han|hanno|ha sido|foi) [^\W\d_]{2,}ée?s?|(?:ha|han|hanno) [^\W\d_]{2,}(?:[aiu]t[oaei]|[ai]d[oa]s?)|são|é|está|están|fue|fueron|foi|foram|se (?:realiza|encuentra|publica|puede|accede|tramita|trouve|fait)\w{0,3}|pode|puede|pueden|peut|peuvent|ofrece|permite|oferece|offre|permet|reúne|recibe"
    r"|[а-яё]{3,}(?:ется|ются|ится|атся|ятся)|позволяет|обеспечивает|включает|объединяет|هو|هي|يمكن|تنشر|تقدم|توفر|تتيح|يتيح|publishes|published|"
    r"promotes?|ensures?|manages|facilitates?|presents?|works?|maintains?|runs|hosts|shows|publishes|shares? (?:one|the|an?|this|common)|collects|reports|receives|covers|[a-z]{2,6}n['’]t|joined|signed|adopted|began|started|established|continues|seeks|consists|relies)\b|\banswers\s(?:the|its|questions|queries|citizens|residents|users|in|on|to|up|about|more|over)\b",
    re.I,
)
_FIELD = re.compile(
    r"\s{0,4}(?:(?:name|title)(?:\s(?:of|and)\s(?:the\s)?\w+)?|(?:project|service|portal|app|application|platform|website|system|initiative|program|programme|tool)(?:'s)?(?:\s(?:name|title))?)\s?[:：]\s{1,3}(?=[^\W_])",
    re.I,
)
_CONNECTIVE = re.compile(
    r"(?:further(?:more)?|moreover|in addition|additionally|also|finally|similarly|likewise|besides|lastly|in particular|for example|for instance"
    r"|first(?:ly)?|second(?:ly)?|third(?:ly)?|as well|meanwhile|currently|today|both|in (?:the )?(?:first|second|third|last) place)\b,?\s+",
    re.I,
)


_ARTICLE = (
    r"(?:the|our|its|this|el|la|los|las|le|les|o|a|os|as|nuestr[oa]|notre|nosso|nossa|die|der|den|das|il|lo)"
)
_IMPERATIVE = re.compile(
    r"(?:(?:please|for (?:more|further|details|information)[^.;:,\n]{0,30},?)\s)?"
    rf"(?:(?:siehe|voir|véase|vedi|zobacz|lihat|bkz\.?|cf\.?|см\.?|смотрите)\s(?:auch\s|aussi\s|también\s)?(?:{_ARTICLE}\s|l['’])?"
    rf"|(?:see|consult)\s(?:also\s)?(?:{_ARTICLE}\s|(?-i:(?=[a-z])))"
    rf"|(?:visit|check|open|find|access|follow|read|go to|refer to|vea|ver|veja|consulte|consultez|consulter|consultar|visite|visitez)\s{_ARTICLE}\s(?-i:(?=[a-zà-ÿ])))",
    re.I,
)


_SHARE = re.compile(
    r"(?:(?:around|about|nearly|almost|roughly|over|only|just|at least|at most|some|more than|less than|fewer than|up to)\s){0,2}"
    r"(?:half|most|many|some|all|none|few|several|an?\s(?:third|quarter|fifth|tenth|half|few)|[a-z]{2,5}[\s-](?:thirds|quarters|fifths|tenths)|\d[\d.,]{0,9}(?:\s?%|\sper\s?cent)?"
    r"|(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]{3,5})?|[a-z]{3,6}teen|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))"
    r"\s(?:out\s)?of\s(?:the|our|all|its|these|those|them|\d)",
    re.I,
)


_SUM = re.compile(
    r"(?:[\w-]{1,20}\s){0,3}?(?:budget|amount|sum|cost|value|funding|investment|expenditure|price|presupuesto|monto|importe|inversión|montant|coût|orçamento|valor)s?\s(?:of|de|d['’])\s?[^.]{0,30}?\d",
    re.I,
)


def is_share(words: str) -> bool:
    """Whether words tell how many of several things are meant, or how much, and name none: "Nineteen of the forty services"."""
    return bool(_SHARE.match(words) or _SUM.match(words))


def sentence_like(words: str) -> bool:
    """Whether a stretch reads as a sentence and not as a name. A verb with a capital within it is part of a name."""
    finite = next(filter(_is_finite, _FINITE.finditer(words)), None)
    noun = finite is not None and finite.end() == len(words) and len(words.split()) <= 3  # "Road works"
    return len(words.split()) > 14 or (finite is not None and not noun)


def _is_finite(verb: re.Match[str]) -> bool:
    return verb[0].lower() not in _ALSO_NOUNS if verb.start() == 0 else verb[0][0].islower()


_SMALL_WORDS = re.compile(
    r"[ '’](?:(?:de|des|du|la|le|les|sur|et|au|aux|pour|dans|vers|avec|del|las|los|el|y|para|por|con|dos|das|da|e|em|della|delle|dei|di|il|für|und|der|zum|zur|im|mit|van|het|voor|og|till(?!\s(?:\d|the\b|now\b))|och|ja|och|i|na|dla)\s"
    r"|d['’])"
)


def foreign(words: str) -> bool:
    """Whether a phrase that opens with a capital holds a small word of another tongue: "Mapa de la movilidad"."""
    return words[:1].isupper() and bool(_SMALL_WORDS.search(words))


def spells(short: str, name: str) -> bool:
    """Whether a short form is made of a name's letters: it begins with that of a word, and its capitals follow in order."""
    words = [word for part in name.split() for word in part.split("-") if word]
    capitals = [c for c in unicodedata.normalize("NFD", short) if c.isupper()]
    if (
        len(capitals) < 2
        or not any(unicodedata.normalize("NFD", word)[0] == capitals[0] for word in words)
        or len(words) < 2
    ):
        return False
    letters = iter(unicodedata.normalize("NFD", "".join(words)).upper())
    return all(c in letters for c in capitals)


def after_connective(text: str, span: Span) -> Span:
    """A stretch without the words that tie it to the sentence before: "Furthermore, …", "In addition, …"."""
    tie = _CONNECTIVE.match(text, span.start, span.end)
    return Span(tie.end(), span.end) if tie else span


def after_imperative(text: str, span: Span) -> Span:
    """A stretch without the words that send the reader there: "See the …", "Voir le …"; a name keeps its verb: "Visit the Moors"."""
    sent = _IMPERATIVE.match(text, span.start, span.end)
    return Span(sent.end(), span.end) if sent else span


def after_field(text: str, span: Span) -> Span:
    """A stretch without the name of a field before it: "Project name: Clean Canal", "Service: Bulky Waste"."""
    field = _FIELD.match(text, span.start, span.end)
    return Span(field.end(), span.end) if field else span
