"""Noun phrases beside a number: what it counts, cut where a verb, a bracket or a mark begins; no grammar is parsed."""

from __future__ import annotations

import re
from decimal import Decimal

from ..model import Span
from .numeral_words import COUNTED
from .things import THINGS

__all__ = ["is_counted", "is_plural", "is_thing", "noun_phrase", "subject_before"]

_WORD = re.compile(
    r"[ \t\u00a0\u202f]{1,2}([^\W\d_](?:[\w'’-]|/(?!(?:hour|day|night|week|month|year)\b)){0,39}|&)(?=[\s.,;:!?)(\]}\"”»%…–—،؛。]|$|/)"
)
_DETERMINERS = frozenset(
    "el los las le les des du dos das os as una un une um uma nos nuestros nuestras nos notre ses sus seus suas the a an our its their all these those this such any each every other his her your".split()
)
_LINKS = frozenset(["of", "for", "from", "and", "or", "&", "de"])
_STOPS = frozenset(
    """am is are was were be been being has have had having do does did can could may might must shall
    should will would in on at by to into onto upon per via with within without through throughout during
    until till since after before between among amongst across against under over above below about
    around as than then that which who whom whose where when while whereas if because so but not no nor yes
    also only already currently now today altogether respectively annually away ago later more less fewer
    up down compared including included such like namely i.e e.g it they we he she you them him us me
    there here both either neither most many much some several few least made sent built held took came
    used done seen given spent paid put went got became grew rose fell received x × am pm th o'clock plus
    minus versus vs etc approximately nearly almost exactly roughly just even still well according due
    thanks based equal equivalent out off onward onwards allow use visit access participate live make
    take need offer provide include rely benefit interact work have get allows makes takes needs offers
    provides includes relies works gets gives helps serves covers operates processes receives contains
    supports handles enables connects uses become becomes remain remains represent represents exist
    exists cover connect belong participated contribute contributes goes comes means shows stays lies
    begins continues grows rises increases decreases reaches exceeds requires refers applies consists
    depends comprises constitutes corresponds january february march april june july august september
    october november december jan feb mar apr jun jul aug sep sept oct nov dec million thousand billion
    hundred lakh crore percent
    podem pode poderão estão ser se pueden puede peuvent peut possono sono están está son tiene tienen ha han fue fueron en para que con por sont est ont dans pour qui avec par sur été são tem têm foi foram com
    enero febrero marzo abril mayo junio julio septiembre octubre noviembre diciembre janvier février avril juillet août décembre
    janeiro fevereiro março maio junho julho setembro outubro dezembro января февраля марта апреля мая июня июля августа сентября
    октября ноября декабря в на для с от по и доступны доступно предоставляются предоставляется оказываются является были было
    на из که من في على إلى عن مع منها التي الذي años anos ans лет года году год дней дня часов часа минут месяцев недель суток días dias
    jours horas heures minutos semanas semaines mois meses يوما ساعة سنة شهرا دقيقة""".split()
)
_CARRIERS = (
    _STOPS
    | _LINKS
    | _DETERMINERS
    | frozenset(
        "es era fue asciende ascendió est était é foi составляет составил составила составило составляют насчитывает"
        " worth cost costs stands stood averages totals totalling totaling equals reaching scores".split()
    )
)
_PLURALS = frozenset(
    """hrs mins secs услуг систем заявок камер школ больниц точек карт программ организаций обращений человек семей баз площадок учреждений страниц
    сотрудников организации жителей граждан приложений мероприятий
    خدمة خدمات مستخدم مستخدما مستخدمين مواطن مواطنا مواطنين تطبيق تطبيقا تطبيقات بوابات منصات نظاما أنظمة زائر زائرا طلب طلبا طلبات معاملة معاملات
    مدرسة كاميرا شخص جهة مبادرة مشروعا people persons children women men staff personnel data media criteria alumni youth inhabitants police
    folk feet seniors followers km km2 km² m2 m² ha sqm gb tb mb mbps gbps kwh mwh gwh mw kw tonnes tons
    kg co2 households indices analyses taxis wi-fi""".split()
)
_PLURAL_ENDS = ("ов", "ев", "ёв", "ей", "ых", "их")
"""Of the Russian genitive, in which things stand that are counted."""

_NOT_PLURAL = ("ss", "us", "is", "'s", "’s")
_COMMENT = re.compile(r"[ \u00a0](?:the|a|an|its|their|our|your|more|over|about|at|all|up|nearly|[0-9])\b")
_WORDS_BEFORE = re.compile(r"(?<![\w.,])[^\W\d_][\w'’/-]{0,39}")
_MOST_WORDS = 10
_AMOUNTS = frozenset("amount total sum value price cost".split())
_MONEY = re.compile(r"[A-Z]{2,3}[$€£]?[ \u00a0]?[0-9]")
_DEEDS = frozenset(
    "processes covers uses visits works contacts offers supports increases decreases needs helps means".split()
)
_CLOSES = re.compile(
    r"\s*(?:$|[.,;)\n–—|]|\(|-\s)|\s(?:(?:were|was|are|is|have|has|had|been|being|in|on|at|by|for|of|from|per|during|since|and|with|which|that|through|via|each|every|a)\b|[a-z]{3,15}ed\b)"
)
_SIZES = frozenset(
    "degree factor point meter metre floor storey story level way lane room bed star step stage phase digit seat person door wheel part".split()
)
_PAUSES = re.compile(
    r"\s*(?:$|[.,:;)\n|]|[–—-]{1,2}\s|\()|/|\s(?:in (?:19|20)\d\d|till now|until now|so far|per|every|each|only|already|rec[ei]{2}ved|[a-z]{3,12}ed)\b"
)


def noun_phrase(text: str, at: int, until: int) -> Span | None:
    """The noun phrase that begins after `at` (a space comes first), or None when no noun can begin there."""
    words = _words(text, at, until)
    kept, plural = 0, False
    while kept < len(words):
        word = words[kept].of(text)
        if word.lower() in _LINKS:
            taken = _link(text, words, kept, plural)
            if not taken:
                break
            kept, plural = kept + taken, True
            continue
        if _ends(text, word, words[kept], plural):
            break
        plural = plural or is_plural(word)
        kept += 1
    return Span(words[0].start, words[kept - 1].end) if kept else None


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun, or counts things without an ending ("people", "km")."""
    low = word.lower()
    acronyms = len(word) > 2 and word[-1] == "s" and word[:-1].isupper()  # "APIs"
    if low in _PLURALS or low in COUNTED or low.endswith(_PLURAL_ENDS) or acronyms:
        return True
    return (
        len(low) > 3
        and low.endswith(("s", "s'", "s’"))
        and not low.endswith(_NOT_PLURAL)
        and (word[-1] != "S" or len(word) > 5)
    )


def is_thing(text: str, phrase: Span) -> bool:
    """Whether the words behind a number end in a singular noun of what a city counts, and the clause pauses there."""
    words = phrase.of(text).split()
    if words[0].lower() in _SIZES:
        return False
    named = next((n for n, word in enumerate(words[:3]) if word.lower() in THINGS), None)
    at = phrase.start
    for word in words[: (named or 0) + 1]:
        at = text.index(word, at) + len(word)
    before = words[: named or 0]
    plain = all(len(word) > 2 and (word.islower() or word.isupper()) for word in before)
    return named is not None and plain and words[named].islower() and bool(_PAUSES.match(text, at))


_CYRILLIC, _ARABIC = re.compile("[а-яё-]{3,}", re.I), re.compile("[\u0621-\u064a]{3,}")


def is_counted(word: str, number: Decimal) -> bool:
    """Whether a word right behind a number stands in the case in which Russian and Arabic put what is counted."""
    low = word.lower()
    if _ARABIC.fullmatch(low):
        return not low.startswith("ال")
    if not _CYRILLIC.fullmatch(low):
        return False
    tens, ones = divmod(int(number) % 100, 10)
    few = tens != 1 and 2 <= ones <= 4
    return low.endswith(
        ("а", "я", "ы", "и", "ых", "их") if few else ("ов", "ев", "ёв", "ей", "ий", "ых", "их")
    )


def subject_before(text: str, start: int, at: int) -> Span | None:
    """The noun phrase that ends a stretch, without what comes before its last stop: "Share of online services" of a label."""
    words = _row(text, [Span(*m.span()) for m in _WORDS_BEFORE.finditer(text, start, at)][-_MOST_WORDS:], at)
    while words and (words[-1].of(text).lower() in _CARRIERS or words[-1].of(text).lower().endswith("ed")):
        words.pop()
    first = len(words)
    while first and words[first - 1].of(text).lower() not in _STOPS:
        first -= 1
    while first < len(words) and words[first].of(text).lower() in _DETERMINERS | _LINKS:
        first += 1
    return Span(words[first].start, words[-1].end) if first < len(words) else None


def _row(text: str, words: list[Span], at: int) -> list[Span]:
    """The last words that stand in a row up to `at`, with nothing but a space between them."""
    first, end = len(words), at
    while first and not text[words[first - 1].end : end].strip(" \u00a0"):
        first, end = first - 1, words[first - 1].start
    return words[first:]


def _words(text: str, at: int, until: int) -> list[Span]:
    """The words in a row from `at`, up to the first mark, stop word or the limit."""
    words: list[Span] = []
    match = _WORD.match(text, at, until)
    while (
        match
        and len(words) < _MOST_WORDS
        and (match[1].lower() not in _STOPS or (not words and _modifies(text, match)))
    ):
        words.append(Span(*match.span(1)))
        match = _WORD.match(text, match.end(), until)
    return words


def _modifies(text: str, match: re.Match[str]) -> bool:
    """Whether a word that may be a verb is a noun here: "21,000 access points", "9,415 processes, all of them …"."""
    noun = _WORD.match(text, match.end())
    return (match[1].lower() in _DEEDS and bool(_CLOSES.match(text, match.end()))) or (
        match[1] in ("access", "work", "use", "visit")
        and noun is not None
        and noun[1].islower()
        and is_plural(noun[1])
    )


def _ends(text: str, word: str, span: Span, plural: bool) -> bool:
    """Whether a phrase ends before this word: a determiner, a participle after the noun, a verb before its object."""
    low = word.lower()
    if low in _DETERMINERS:
        return True
    return plural and (not is_plural(word) or bool(_COMMENT.match(text, span.end)))


def _link(text: str, words: list[Span], at: int, plural: bool) -> int:
    """How many words a link and what hangs on it take: "of the budget", "and quizzes"; 0 when the phrase ends before it."""
    link = words[at].of(text).lower()
    if at == 0 and link in ("and", "or", "&", "from", "for", "de"):
        return 0
    if link in ("and", "or", "&"):
        return _conjunct(text, words, at, plural)
    here = at + 1
    while here < len(words) and words[here].of(text).lower() in _DETERMINERS:
        here += 1
    if link == "for" and here < len(words) and _tells_amount(text, words[here]):
        return 0
    size = _noun_length(text, words, here)
    return here + size - at if size else 0


def _tells_amount(text: str, word: Span) -> bool:
    """Whether a word begins what things cost, and not what they are for: "contracts for a total of …", "for USD 3"."""
    return word.of(text).lower() in _AMOUNTS or _MONEY.match(text, word.start) is not None


def _conjunct(text: str, words: list[Span], at: int, plural: bool) -> int:
    """The words of "and X": after a plural X must be one too, and no verb with its object."""
    if not plural:
        return min(2, len(words) - at) if at + 1 < len(words) else 0
    size = _noun_length(text, words, at + 1)
    last = words[at + size] if size else None
    return size + 1 if last and is_plural(last.of(text)) and not _COMMENT.match(text, last.end) else 0


def _noun_length(text: str, words: list[Span], at: int) -> int:
    """How many words from `at` make a noun: up to a plural, at most three, no participle after the first."""
    size = 0
    while at + size < len(words) and size < 3:
        word = words[at + size].of(text)
        if word.lower() in _LINKS | _DETERMINERS or (size and word.lower().endswith("ed")):
            break
        size += 1
        if is_plural(word):
            break
    return size
