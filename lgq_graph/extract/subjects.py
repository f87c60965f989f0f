"""What a sentence speaks of when it names nothing itself: the thing or things spoken of before, the city, or neither."""

from __future__ import annotations

import re
from enum import Enum

from ..model import Kind, Span
from .descriptions import BODIES, PLAIN, describing, kinds_of
from .goals.tongues import TIES
from .kinds import KIND_NOUN

__all__ = ["Subject", "noun_kinds", "noun_of", "subject_of_clause"]


class Subject(Enum):
    """The subject of a clause that is no name: what was named before, one, by its place, or several; the city;
    nothing; or unknown."""

    ONE = "one"
    FORMER = "former"
    LATTER = "latter"
    FIRST = "first"
    SECOND = "second"
    THIRD = "third"
    SEVERAL = "several"
    CITY = "city"
    NOTHING = "nothing"
    UNKNOWN = "unknown"


_NOUN = PLAIN
_OWN = r"(?:digital |electronic |online |mobile |new |same |above |above-mentioned |aforementioned |mentioned |said |web |smart |open |city |municipal |first |second |last |listed |two |three |four |five )"
_ONE = re.compile(r"(?i)(?:it|this|that(?! is (?:why|how|where|when)\b))(?![\w-]|['’]s\b)")
_OF_OTHERS = (
    r"(?:users?|visitors|members|followers|subscribers|operators?|partners?|owners?|customers|clients|drivers|authors|developers?|founders?|team|usuari[oa]s|utilisateurs|utentes|nutzer\w*|districts?|boroughs?|residents|citizens|inhabitants|departments?|council|staff|people|employees|neighbou?rhoods?|schools?|population|government|administration|mayor|streets?|parks?|utilities"
    r"|compan(?:y|ies)|agenc(?:y|ies)|barrios|vecinos|distritos|ciudadanos|habitant[es]{1,2}|quartiers|bairros|cidadãos|bezirke|bürger\w*)"
)
_ITS = re.compile(
    rf"(?i)(?:(?:its|sus?|ses|sa|(?:os |as )?se(?:us?)|(?:as )?suas?|(?:il |la |i |le )?su(?:oi?|a|e)|его)|(?P<many>their|leurs?|(?:il |la |i |le )?loro|их))\s(?!(?:\w+\s){{0,2}}{_OF_OTHERS}(?!\w))(?=(?-i:[^\W\dA-ZÀ-Þ]))"
)
"""What is of a thing, and speaks of it: "Its four pillars", not "its users", who speak for themselves, nor "its districts", which are the city's."""
_ORDER = {
    "former": Subject.FORMER,
    "latter": Subject.LATTER,
    "first": Subject.FIRST,
    "second": Subject.SECOND,
    "third": Subject.THIRD,
}
_DOES = r"(?:will|shall|can|may|has|have|had|is|are|was|were|(?:supports?|serves?|helps?|aligns?|addresses|promotes?|advances?|relates?|targets?|contribu\w+|respon[ds]\w*|répond\w*|corresponds?|apoy\w+|apoi\w+|soutien\w+|sirve))"
_OF_MORE = rf"(?!\s(?!{_DOES}\s|(?:also|not|then|\w+ly|too|además|también|também|aussi|ne|no|não|one)\s)(?:(?-i:[^\W\dA-ZÀ-Þ_]{{3,20}})\s){{1,2}}?{_DOES}\s)"
"""What keeps an ordinal from standing for a thing: a noun of its own, which does something: "the second phase will support …"."""
_ORDINAL = re.compile(
    rf"(?i)(?:the (?P<former>former)|the (?P<latter>latter)|the (?P<first>first)(?: one)?|the (?P<second>second)(?: one)?|the (?P<third>third)(?: one)?"
    r"|(?P<former_>aquel|aquella|celui-là|celle-là|aquele|aquela)|(?P<latter_>est[ea] últim[oa]|ce dernier|cette dernière|последн(?:ий|яя|ее)|letztere[rs]?|后者|後者)|(?P<former__>前者)"
    r"|(?P<first_>el primero|la primera|le premier|la première|o primeiro|a primeira|первый|первая|il primo|la prima|(?:der|die|das) erste(?! (?-i:[A-ZÄÖÜ]))|erstere[rs]?|yang pertama)"
    r"|(?P<second_>el segundo|la segunda|le second|la seconde|le deuxième|la deuxième|o segundo|a segunda|второй|вторая|il secondo|la seconda|(?:der|die|das) zweite(?! (?-i:[A-ZÄÖÜ]))|yang kedua)"
    rf"|(?P<third_>el tercero|la tercera|le troisième|la troisième|o terceiro|a terceira|третий|третья|il terzo|la terza|(?:der|die|das) dritte(?! (?-i:[A-ZÄÖÜ]))|yang ketiga))(?: (?:{_NOUN}))?(?![\w-]|['’]s\b){_OF_MORE}"
)
_PLURAL = rf"(?:(?:{_NOUN}|strategie|policie|agencie|registrie|technologie|activitie|facilitie)e?s|ones|items|examples)"
_SEVERAL = re.compile(
    rf"(?i)(?:(?:together,? )?(?:they|both(?!\s(?:the\s)?[\"“«]?(?-i:[A-ZÀ-Þ]))|these|those)|all(?: of)? (?:them|these|those|the above(?:[ -]mentioned)?|the following)|all (?:two|three|four|five)"
    rf"|(?:each|every one|any)(?: (?:one )?of (?:them|these|those|the (?:above|two|three|four|five)))?|the above(?:[ -]mentioned)?|the (?:two|three|four|five|six|seven)"
    rf"|(?:both|each|(?:all )?(?:of )?(?:these|those|the)) {_OWN}{{0,2}}{_PLURAL}(?! of\b))(?: {_OWN}{{0,2}}{_PLURAL})?(?: (?:listed|named|mentioned|described))?(?: above| here)?(?![\w-])"
)
_ADVERB = re.compile(
    r"(?i)\s{0,3}(?:(?:and|but|also|thus|hence|so|besides|moreover|furthermore|additionally|finally|likewise|similarly|overall|therefore|accordingly"
    r"|currently|today|now|here|together|yes|thereby|in particular|in addition|as a (?:whole|result)|in this way|in (?:its )?(?:chapter|section|part|annex|appendix|article|paragraph) (?:\d{1,2}(?:\.\d{1,2}){0,2}|[IVX]{1,5})(?=,? \w)|(?:from|since|by|in|as of|en|em|nel|dal|durante|desde) (?:(?:el|o|l['’]) ?)?(?:(?:año|ano|anno) )?(?:19|20)\d\d(?: on(?:wards)?)?(?=,? \w)|(?:in|by) doing so|(?:in|by|with|as|through|thanks to|besides|under|for|since"
    r"|while|when|once|if|until|unless|although|though|after|according to|due to|via|along with|together with|on|at|from|because)(?= )[^,.;:\n]{1,120}(?=,)),?\s{1,3}){1,4}"
)
_WHEN = re.compile(
    r"(?i)\s{0,3}(?:(?:and|but|then|also)\s)?(?:from|since|by|in|as of|until|en|em|nel|dal|durante|desde|depuis|até|hasta|seit|im)\s(?:(?:\d{1,2}|[^\W\d_]{2,12})\.?\s(?:of\s|de\s)?){0,4}(?:19|20)\d\d\s(?=\w)"
)
"""A day or month before its pronoun, with no comma: "By November 2022 it had"."""
_WHY = re.compile(
    r"(?i)\s{0,3}(?:(?:and|but|so)\s)?(?:because of|due to|owing to|on account of|thanks to|for (?=this|that|these|its)|in view of|given)\s?(?:[^\s,.;:()]{1,30}\s){1,5}(?=(?:it|they|this|these|both)\s(?!\w+\s(?:of|for)\s)[a-z])"
)
"""A reason before its pronoun, with no comma: "Because of the heat it is counted under …"."""
_OPINION = re.compile(
    r"(?i)\s?(?:(?:and|but|also|therefore|thus|however|here)[,\s]\s?){0,2}(?:(?:we|our team|the (?:city|municipality|administration)|it is)\s(?:also\s|therefore\s|would\s|can\s|could\s|may\s){0,2}"
    r"(?:considers?|considered|believes?|thinks?|finds?|feels?|judges?|says?|said|notes?|hold|are (?:convinced|sure|of the (?:opinion|view))|see|clear|our (?:opinion|view))\s(?:(?:here|also)\s)?that\s(?=\S)"
    r"|in our (?:opinion|view|judgement|assessment|understanding),?\s"
    r"|(?:(?:nosotros|nous|nós|noi)\s)?(?:consideramos|creemos|pensamos|opinamos|considérons|pensons|croyons|estimons|acreditamos|entendemos|riteniamo|crediamo|pensiamo|consideriamo)\s(?:que|che|qu['’])\s?"
    r"|(?:wir (?:glauben|meinen|denken)|wir sind der (?:meinung|ansicht)),\sdass\s)"
)
"""What says no more than that the city thinks what follows: "We consider that it supports …"."""
_FRONTED = re.compile(
    r"\s?(?:(?:[Aa]nd|[Bb]ut|[Ff]inally|[Aa]lso|[Ww]hile)[,\s]\s?)?(?:(?:[Aa]s (?:for|to)|[Ww]hen it comes to|[Ee]n cuanto a|[Qq]uant (?:à|aux?)|[Qq]uanto a[lo]?)\s(?:the|our|these|all|l[aeo]s?|os|as|(?=[A-ZÀ-ÞŁŠŽČ]))"
    r"|(?:[Aa]s regards|[Rr]egarding|[Cc]oncerning|(?:[Ww]ith|[Ii]n) (?:regard|respect|relation) to)\s(?:the\s|our\s)?(?=[A-ZÀ-ÞŁŠŽČ]))(?P<topic>[^,.;:\n]{1,80}),\s"
)
"""What the pronoun behind it stands for: "As for the parks, they support …"."""
_GOAL = re.compile(r"(?i)(?<!\w)(?:SDGs?|goals?|targets?|ODS|ODD|sustainable)(?!\w)")
_CITY = re.compile(
    r"(?i)(?<!\w)(?:we|(?<!\bin )(?<!\bat )(?<!\bon )(?<!\bfrom )(?<!\bacross )our|our(?= (?:[\w-]{1,20} )?(?:city|town|municipality|commune|community|council|government|administration|work|strateg|plan|polic))|ours|us|(?:the|this|a|its) (?:[\w-]{1,20} ){0,2}(?:city|municipality|town|township|commune|capital|metropolis|city hall"
    r"|city council|local government|city government|city administration|municipal government|administration|council|local authority)"
    r"|(?:city|municipality|town|government|council|mayor|administration) of|city['’]s|municipal(?:ity['’]s)?)(?!\w)"
)
_THING = rf"(?i:{KIND_NOUN.pattern})"
_DROPPED = (
    r"(?:tambi[eé]n |tamb[eé]m |adem[aá]s,? )?(?:cuenta con|tiene|dispone de|ofrece|permite|incluye|funciona|est[aá]|abarca|cubre|recoge|muestra|consta de|se (?:prev[eé]|espera) que"
    r"|conta com|tem|disp[oõ]e de|oferece|inclui|abrange|prev[eê]-se que|espera-se que)"
)
"""Verbs of languages that leave "it" out."""
_ALIGNED = (
    r"(?:se (?!(?:cuenta|dispone|trata|trabaja|colabora|coopera|ha|han|está|prev[eé]|espera)\s)[^\W\d_]{3,14}(?:a|e)|(?!(?:conta|dispõe|trata|trabalha)-se)[^\W\d_]{3,14}(?:a|e|i|õe)-se|si (?!(?:tratta|dispone|lavora|collabora)\s)[^\W\d_]{3,14}[ae]"
    r"|(?:está|es|fue|è|é|foi|è stat[oa]) (?:(?:tambi[eé]n|también|também|anche|plenamente|totalmente) )?[^\W\d_]{4,16}(?:d[oa]|t[oa])|(?:hace|forma) parte|faz parte|fa parte|(?:es|é|è) coerente|(?:es|é) coherente)"
    r"\s(?:con|com|a|al|ao|à|alla|agli|ai|allo|all['’]|en|em|in|n[oa]s?|nel|nell[ae]|nell['’]|de|del|da|do|di|dell[ae]|dell['’]|por|pel[oa])(?!\w)"
)
"""A verb with what it is bound to right behind it, so that "it" is left out: "Se alinea con el Plan …", "Articula-se com …"."""
_DONE = re.compile(
    r"(?:[^\W\d_]{2,12}(?:ió|[cdgjlmnrstvz]ó|[^o\W\d_]eu|[dgrtv]ou|[^o\W\d_]iu)|ha (?:recibido|atendido|permitido|registrado|ayudado|servito|ricevuto|permesso|registrato|aiutato|[^\W\d_]{3,12}(?:ad|id)o)|(?:fue|foi|è stat[oa]|ha sido) [^\W\d_]{3,14}(?:d[oa]|t[oa]))(?=\s(?:a\b|más|mais|più|\d)|\s?$)",
    re.I,
)
"""What it did, before whom or how many: "Atendió a 300 hogares", "Recebeu 300 pedidos"."""
_ONE_ELSEWHERE = re.compile(
    r"(?:él|ella|esto|il|elle|celui-ci|celle-ci|ele|ela|isto|isso|он|она|оно|это|وهو|وهي|هو|هي)(?!\w)"
    rf"|(?:{_DROPPED})(?!\w)|{_ALIGNED}"
    rf"|(?:эт(?:от|а|о)|данн(?:ый|ая|ое)|هذا|هذه) {_THING}(?!\w)|(?=[А-ЯЁ]){_THING}(?=\s(?:не |также )?[а-яё]{{3,20}}(?:ет|ит|ют|ят|ан|ен|ана|ена|ено)(?![а-яё]))|(?=ال){_THING}(?!\w)"
    rf"|{_THING}(?=支持|符合|涉及|对应|促进)|(?:该|該|本|此|这一|这个)[^\W\d]{{0,2}}{_THING}|它(?!们)|其(?=支持|符合|对应|服务)",
    re.I,
)
_SEVERAL_ELSEWHERE = re.compile(
    rf"(?:(?:est[ao]s|es[ao]s|ess[ae]s|ces|эти|هذه) (?:(?:dos|deux|dois|duas|два|две) )?{_THING}|ambos|ambas|tod[oa]s|ell[oa]s|tous|toutes|ils|elles|tous deux|el[ea]s"
    r"|они|оба|обе|все(?: они| эти)?|كلاهما|جميعها|كلها)(?!\w)|它们|这些|這些|上述|以上|两者|均(?=支持|符合|对应)",
    re.I,
)
_CITY_ELSEWHERE = re.compile(
    r"(?:(?:la|nuestra|esta|notre|cette|a|nossa|esta) (?:ciudad|municipalidad|alcaldía|ville|commune|municipalité|mairie|cidade|prefeitura)|(?:el|nuestro|este|o|nosso) (?:municipio|ayuntamiento|gobierno municipal|município|governo municipal)"
    r"|nosotros|nous|nós|мы|наш город|город(?:ская администрация)?|администрация города|муниципалитет|акимат|мэрия|المدينة|مدينتنا|البلدية|الأمانة|نحن)(?!\w)|本市|我市|全市|市政府|我们",
    re.I,
)
_TIES = re.compile(
    rf"(?i)(?=(?P<ties>(?:{TIES}|的|和|与|及|了|也|并|还|联合国|联合國|\b(?:a|al|à|au|aux|ao|aos|o|os|la|las|el|los|le|les|de|des|du|del|da|do|en|em|y|e|et|con|com|avec|para|pour|se|está|están|lo|también|também|además|igualmente|aussi|également|sur|dans"
    r"|línea|acordo|accord|и|также|в|с|со|к|на|достижению|достижении|реализации|целям|целью|в том числе|و|في|من|مع|ل|على|أيضا|أيضًا|كما|تحقيق|بتحقيق)\b"
    r"|\W|\d|\b(?:yes|and|or|also|which|contribut\w{1,6}|support\w{0,3}|serv\w{1,3}|align\w{0,4}|help\w{0,3}|address\w{0,3}|promot\w{1,3}"
    r"|in|line|with|to|by|the|of|for|is|are|un|sdgs?|goals?|targets?|sustainable|development|directly|mainly|related|relat\w{1,3}|linked|link"
    r"|towards?|on|not|only|but|will|achiev\w{1,4}|reach\w{0,3}|meet\w{0,3}|advanc\w{1,4}|implementation|corresponds?|achievement|target\w{0,3}|nos?)\b)*))(?P=ties)"
)


def subject_of_clause(text: str, clause: Span, city: str) -> Subject:
    """What the words of a clause, up to the goal or number it reports, say that it speaks of; `city` is the city's name."""
    words = _told(clause.of(text))
    fronted = _FRONTED.match(words)
    if (
        fronted
        and not _GOAL.search(fronted["topic"])
        and not describing(fronted[0], fronted[0].find(" the") + 1)
    ):
        return Subject.UNKNOWN
    starts = _starts(words)
    if any(_DONE.match(words, start) for start in starts):
        return Subject.ONE
    if _TIES.fullmatch(words) and not describing(words, 0):  # “service” looks like a form of “serve”
        return Subject.NOTHING
    for start in starts:
        ordinal = _ORDINAL.match(words, start)
        if ordinal:
            return _ORDER[(ordinal.lastgroup or "").rstrip("_")]
        if its := _ITS.match(words, start):
            return Subject.SEVERAL if its["many"] else Subject.ONE
        if _ONE.match(words, start) or describing(words, start) or _ONE_ELSEWHERE.match(words, start):
            return Subject.ONE
        if _SEVERAL.match(words, start) or _SEVERAL_ELSEWHERE.match(words, start):
            return Subject.SEVERAL
        if _CITY_ELSEWHERE.match(words, start):
            return Subject.CITY
    named = bool(city) and _opens_with_city(words, starts, city)
    return Subject.CITY if named or _CITY.search(words) else Subject.UNKNOWN


def _told(words: str) -> str:
    """The words of a clause without those that only say whose opinion it is."""
    opinion = _OPINION.match(words)
    return words[opinion.end() :] if opinion else words


def noun_of(text: str, clause: Span) -> str:
    """The noun that a clause opens with and that stands for what was named ("The app …"); empty for "It"."""
    words = _told(clause.of(text))
    found = (describing(words, start, ours=True) for start in _starts(words))
    return next((noun[0].lower() for noun in found if noun), "")


def noun_kinds(noun: str) -> frozenset[Kind]:
    """The kinds of things that the noun of "The plan …", "This app …" can stand for; any but a body for "It"."""
    return kinds_of(noun) if noun else frozenset(Kind) - BODIES


_BEFORE = (_ADVERB, _WHEN, _WHY)


def _starts(words: str) -> tuple[int, ...]:
    """Where the subject of a clause can begin: at once, or behind an adverb, a time or a reason."""
    return 0, *(opening.end() for opening in (pattern.match(words) for pattern in _BEFORE) if opening)


def _opens_with_city(words: str, starts: tuple[int, ...], city: str) -> bool:
    """Whether the city's name is the subject, and not a part of another name: "Exampleton supports …", not "Green Exampleton 2030"."""
    name = re.compile(rf"(?i:the )?{re.escape(city)}(?: City)?(?:['’]s)?(?=,? [a-z(]|\W*$)")
    return any(name.match(words, start) for start in starts)
