"""Numbers that report nothing: codes, labels, years, opening times, ages, and the small change of prose."""

from __future__ import annotations

import re

from ..model import Bound, Span
from .numeral_words import COUNTED
from .numerals import Numeral
from .phrases import is_plural

__all__ = [
    "is_code",
    "is_glued",
    "is_idle_time",
    "is_planned",
    "is_small_talk",
    "is_to_call",
    "is_year",
    "target_of",
]

_LEFT_OK = " \t\n\r\u00a0\u2009\u202f([{<>\"'“”‘’«‹~≈∼≥≤=–—:;,|*•·±€$£¥₹₽₩₺₦₴₱₪฿₫₸₡₵₲₼₾৳.-/%>"
_LABELS = frozenset(
    """no nos nr n° nº № # num number numbers law act decree article articles art section sections sec
    chapter paragraph para clause version versions v ver release question questions q page pages p pp
    figure fig table annex appendix step phase stage level tier category zone room floor building block
    route line bus gate ward sector hotline call calling dial phone tel telephone fax code codes helpline
    shortcode sms extension ext goal goals target targets sdg sdgs agenda vision horizon iso iec wcag
    gost rfc directive regulation resolution ordinance order bill standard item items point option
    type model windows android ios web industry covid quarter top first last next past rank ranks ranked
    ranking lot plot box street avenue road st house apt suite district bis ter note footnote ref
    reference id case file group gov government education society area pillar axis objective track volume
    issue edition round wave
    artículo arts ley decreto ordenanza resolución acuerdo línea ruta piso nivel fase etapa objetivo meta ods horario loi décret arrêté étage niveau objectif cible odd
    lei portaria linha rota nível andar статья статьи статье ст пункт пункта п подпункт часть части глава главы приложение номер закон закона постановление приказ указ
    решение распоряжение раздел уровень категория этап линия маршрут цель цели задача задачи цур том редакция версия
    المادة القانون قانون رقم مرسوم المرسوم قرار القرار الهدف هدف الغاية غاية المرحلة الخط الطابق عام سنة لسنة لعام العام""".split()
)
_GLUE = re.compile(r"[-.:–,'’][^\W_]|/[^\W\d_]")
_ORDINAL_LABELS = frozenset("year month week day unit place position grade class group part".split())
_BEFORE = re.compile(r"([^\W\d_][\w'’&/-]{0,30}\.?|№|#|[nN][°º])[ \t\u00a0\u202f]{0,2}$")
_IN_PLACE = re.compile(
    r"\b(?:in|across|throughout|at|within|of)[ ](?:the[ ])?(?:[A-Z][\w'’-]{1,20}[ ]?){1,3}$", re.I
)
_RATIO = re.compile(
    r"\b[0-9]{1,3}(?:st|nd|rd|th) (?:out )?of (?:the )?$|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|[0-9]{1,2}) (?:in|out of|of|in every|out of every) $",
    re.I,
)
_COUNTING = re.compile(
    r"\b(?:are|is|were|was|has|have|had|includ\w+|with|serv\w+|reach\w+|register\w+|process\w+|receiv\w+|record\w+|"
    r"offer\w*|provid\w+|train\w+|of|total\w*|cover\w*|install\w+|all|the) $",
    re.I,
)
_UNCOUNTED = re.compile(
    r"\b(?:in|since|by|year|of|from|to|until|till|during|for|the|and|before|after) $", re.I
)
_OF_A_YEAR = frozenset(
    "figures results numbers statistics prices elections accounts levels rates values estimates".split()
)
"""What is of a year, and is not counted: "with 2022 figures"."""
_OFFICIAL = re.compile(r"\bSDGs?\b|sustainable development|global goals|\btargets\b|agenda", re.I)
_EMERGENCY = frozenset("110 111 112 113 114 115 116 117 118 119 211 311 411 511 811 911 999".split())
_RESCUE = re.compile(
    r"(?i)\b(?:police|fire|ambulances?|emergenc\w+|rescue|hotlines?|helplines?|call|polic[ií]a|bomberos|bombeiros|pompiers|polizei|feuerwehr)\b"
)
_CALLED = re.compile(r"\b(?:the|a|to|via|on|by|through|city's|our) $", re.I)
_CALL_WORDS = frozenset(
    "calls call operators agents services centers centres requests lines hotlines service emergencies numbers".split()
)

_ANNOUNCES = re.compile(
    r"(?:,? namely\b|,? i\.e\.| (?:stand out|deserve|are worth|(?:can|should|may|must) be (?:mentioned|named|highlighted)|follow)\b)"
)
"""What goes on from a number to the things themselves: "through three channels, namely …"."""
_TIME = re.compile(
    r"(?:working |business |calendar |consecutive |full )?(seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|decades?|nights?|o'clock)\b",
    re.I,
)
_OPEN = re.compile(
    r"[ ]?(?:a|per|each|every|/|in a|of the)[ ]?(?:day|week|month|year)\b|[ ]?(?:old|of age|of experience|ago|earlier|later|before|after|in advance)\b|[/,] ?(?:7|seven|365)\b",
    re.I,
)
_NOTICE = re.compile(r"[’']? notice\b| of (?:notice|antecedence|anticipation)\b")
_TAKEN = re.compile(
    r"\b(?:(?:average|mean|median|processing|waiting|response|turnaround|delivery|handling|decision)(?: time| turnaround| duration| wait)?(?: of \w{3,12}| to \w{3,12})?|(?:time|duration) of \w{3,12}|inside) $"
    r"|\b(?:within|in|takes?|taking|took|from|to|by|of|is|was|averag\w+|at)[ ](?:an average of )?$|: ?$"
    r"|\b(?:answer\w*|given|sent|repl\w+|respon\w+|review\w*|process\w*|consider\w*|issued|resolved|ready) (?:\w+ )?(?:during|in the course of) $"
    r"|\b(?:took|takes|lasted|needed|required) \d[\w ]{1,14},? (?:and |but )?(?:now|today)(?: it takes| it is| only| just){0,2} $",
    re.I,
)
_LIMITS = (Bound.LESS_THAN, Bound.AT_MOST, Bound.ABOUT)
_THESE = re.compile(
    r"\b(?:the|these|those|both|between|other|its|their|following|l[ao]s|est[ao]s|es[ao]s|ambos|ambas|sus|entre|otr[ao]s|[ao]s|ess[ae]s|seus|suas|outr[ao]s|les|ces|ses|leurs|autres|le|i|gli|quest[ei]|altr[ei]|en|em|dans|nei|nell[ae]|con|com|avec|por|mediante) $",
    re.I,
)
_DEALT = re.compile(r"\b(?:divid|distribut|shar|split|spread)\w{1,5} (?:\w{2,10} )?between $", re.I)
_COUNTABLE = frozenset(
    """portals websites sites apps applications platforms services systems channels accounts pages datasets
    databases kiosks centers centres hubs projects initiatives programmes programs departments agencies
    municipalities districts networks languages surveys modules sensors cameras chatbots terminals points
    hotlines offices locations laws regulations bots desks laboratories labs tools consultations
    petitions polls proposals companies partners universities cities users addresses schools kindergartens
    libraries stations stops parks playgrounds gardens hospitals clinics museums markets buildings boroughs neighbourhoods neighborhoods villages
    bridges buses trams trains ferries vehicles drones robots meetings workshops hackathons hearings families households""".split()
)
_PARTS = frozenset("missions pillars axes priorities objectives goals".split())
_OF_ITS, _MAIN = (
    re.compile(r"\b(?:its|has|with|comprises|contains) $", re.I),
    re.compile(r"\b(?:strategic|main|key|thematic|operational|general|specific)\b"),
)
"""What makes the parts of a plan its own: "its four pillars", "six strategic goals", not the "two goals" that something serves."""


def is_glued(text: str, start: int, end: int) -> bool:
    """Whether a number is part of something longer: a code, a date, a time, a phone number, a version."""
    left, right = text[start - 1 : start] if start else "", text[end : end + 2]
    if left and left not in _LEFT_OK:
        return True
    earlier = text[start - 2 : start - 1] if start > 1 else ""
    if (left in "/.-" and earlier.strip()) or (left in ",:–%" and earlier.isdigit()):
        return bool(left)  # "24/7", "20:30", "COVID-19"
    if left == "=" and text[max(0, start - 4) : start].rstrip("= ")[-1:] == "n":
        return True  # the size of a sample, "n = 1,024"
    if left == "-" and earlier not in ("", "\n"):
        return True  # a minus sign, which no bound or unit of ours tells
    return bool(right) and (right[0].isalnum() or right[0] in "_@°#" or bool(_GLUE.match(right)))


def is_code(text: str, since: int, at: int, numeral: Numeral, phrase: Span | None) -> bool:
    """Whether the word before a number makes it a label ("Line 112", "Article 5", "Windows 10", "top 10")."""
    if len(numeral.digits) > 1 and numeral.digits.isdigit() and numeral.digits[0] == "0":
        return True
    before = text[max(since, at - 48) : at]
    match = _BEFORE.search(before, max(0, len(before) - 34))
    word = match[1] if match else ""
    if word.lower() in _ORDINAL_LABELS and numeral.value <= 100:
        return True
    if (
        word.lower().rstrip(".") in _LABELS
        or word == "EN"
        or (word and word in "№#")
        or (before.endswith(("in ", "of ", "every ")) and _is_ratio(before, numeral))
    ):
        return True
    if (
        numeral.digits in _EMERGENCY
        and phrase
        and _CALLED.search(before)
        and phrase.of(text).split()[0].lower() in _CALL_WORDS
    ):
        return True
    named = (
        word[:1].isupper()
        and word.lower() not in ("i",)
        and match is not None
        and not _opens(text, since, at - len(before) + match.start())
    )
    grouped = numeral.value >= 1000 and not numeral.digits.isdigit() and "." not in numeral.digits
    return named and not (phrase and (grouped or _IN_PLACE.search(before)))


def _is_ratio(before: str, numeral: Numeral) -> bool:
    """Whether a number is the whole of a ratio, "9 out of 10 residents"; that of "52 out of 61 services" is a count itself."""
    if not _RATIO.search(before):
        return False
    whole = numeral.value > 10 and numeral.value != 100 and _PART.search(before)
    return not whole or bool(_RANK.search(before))


_PART = re.compile(r"(?<!\d)[1-9]\d (?:out )?of $")
_RANK = re.compile(r"(?i)\b(?:rank\w*|place[ds]?|position|score[ds]?|rat(?:ed|ing)|points)\b")


def is_year(numeral: Numeral, text: str = "", phrase: Span | None = None) -> bool:
    """Whether a bare four-digit number is a year; only a verb before it and a plural after it make it a count."""
    if not numeral.plain or len(numeral.digits) != 4 or not 1900 <= numeral.value <= 2100:
        return False
    before = text[max(0, numeral.start - 20) : numeral.start]
    words = phrase.of(text).split() if phrase else []
    plural = any(map(is_plural, words)) and words[0].lower() not in _OF_A_YEAR
    return not (plural and _COUNTING.search(before) and not _UNCOUNTED.search(before))


def is_small_talk(text: str, at: int, numeral: Numeral, phrase: Span) -> bool:
    """Whether a number is idiom, or counts what is no fact of the city: "the two parties", "17 SDGs"."""
    words = phrase.of(text)
    if _OFFICIAL.search(words) or (numeral.value == 17 and re.search(r"\bgoals\b", words, re.I)):
        return True
    if re.match(r"times\b", words) and numeral.value < 100:
        return True
    if not numeral.written or numeral.value > 12:
        return False
    words = words.replace("data sets", "datasets")
    head = next((word for word in words.split() if is_plural(word)), "").lower()
    before = text[max(0, at - 40) : at]
    if head in _PARTS:
        return not (_OF_ITS.search(before) or _MAIN.search(words))
    if _ANNOUNCES.match(text, phrase.end):
        return True
    head = head or words.split()[0].lower()
    return head not in _COUNTABLE | COUNTED or bool(_THESE.search(before) and not _DEALT.search(before))


def is_idle_time(text: str, at: int, numeral: Numeral, phrase: Span, bound: Bound) -> bool:
    """Whether a stretch of time is no measure of a service: "24 hours a day", "over the past 5 years", "3 years old"."""
    unit = _TIME.match(phrase.of(text))
    if not unit:
        return False
    word = {"hr": "hour", "min": "minute"}.get(said := unit[1].lower().rstrip("s"), said)
    if _NOTICE.match(text, phrase.start + unit.end()):
        return False
    if word in ("year", "decade", "night", "o'clock") or _OPEN.match(text, phrase.start + unit.end()):
        return True
    if word in ("hour", "minute") and numeral.value >= 100 and numeral.value != 365:
        return False
    return bound not in _LIMITS and not _TAKEN.search(text[max(0, at - 36) : at])


def is_to_call(numeral: Numeral, label: str) -> bool:
    """Whether a short number behind the name of a service of rescue is one to call: "Police services: 112"."""
    return numeral.plain and numeral.value < 1000 and bool(_RESCUE.search(label))


def _opens(text: str, since: int, at: int) -> bool:
    """Whether a word at `at` is the first of its sentence, item or bracket, where a capital says nothing."""
    before = text[max(since, at - 3) : at].rstrip(" \t\u00a0")
    return at <= since or not before or before[-1] in '.:;!?(\n•*-–—>"“)'


_AIM = r"(?:meta|objetivo|objectif|obiettivo|ziel|doel|mål)"
_PLANNED = re.compile(
    r"\b(?:plan(?:s|ned|ning)? (?:to|for|is to)|aim(?:s|ed|ing)? (?:to|at|for)|intend(?:s|ed|ing)? to|hop(?:es|ing) to|seeks? to|"
    r"(?:is|are|was|were) (?:expected|projected|scheduled|planned|forecast) to|expect(?:s|ed)? to|going to|will|"
    r"(?:goal|target|aim|ambition|objective) (?:is|of|to|for)|targeting|set out to"
    rf"|{_AIM} (?:es|é|è|est|ist|is|är|er|to)|se (?:prevé|espera|proyecta|planea)|est(?:á|án|ão) previst[oa]s?|prevê(?:-se)?|(?:est|sont) prévue?s?|prévoit|(?:ist|sind) geplant|soll(?:en)?)\b",
    re.I,
)
_SET = re.compile(
    rf"\b((?:goal|target|objective|aim)(?= )|{_AIM}) (?:for|by|in|until|set for|para|pour|per|für|bis|até|hasta|d['’]ici|à|a)(?: the| el| la| o| l['’]| fin(?:ales)? de| fim de| fine| ende| end of| år)*(?: year| año| ano| jahr| l['’]an)? ?(?P<year>20\d\d)(?:\s?[:=]|,? (?:is|was|remains|es|é|è|est|ist|är)(?: set| de| du| d['’]atteindre| llegar al| alcanzar el| atingir| zu erreichen)?(?: of| at| to (?:reach|have|attain|achieve))?(?: el| al| o| os| les)?) $",
    re.I,
)
_AWAITED = re.compile(
    rf"\b(expect(?:s|ed)? to (?:receive|invest|spend|raise|save)|(?:goal|target|objective|aim)(?= is )|{_AIM}(?= (?:es|é|è|est|ist|är) )) (?:(?:is|es|é|è|est|ist|är) (?:of |at |to (?:reach|have|attain|achieve) |(?:de |d['’])?(?:llegar al|alcanzar el|atingir|atteindre|raggiungere(?: il)?) |del |de |el |o )?)?$",
    re.I,
)
_TERM = re.compile(
    r"[^.;,:0-9\n]{0,30} (?:by|until|in|before|through|at|for|towards|para|pour|per|für|bis|até|hasta|en|em|d['’]ici|a)(?: the| el| la| o| l['’]| fin(?:ales)? de| fim de| fine| ende| end of)*(?: year| año| ano| jahr)? ?(?P<year>20\d\d)\b"
)
_DUE = re.compile(r"\b(?:by|until)(?: the)?(?: end of| year)? (20[0-9]{2})\b", re.I)
_TURN = re.compile(
    r"[;:]|,? (?:and|but|while) (?:is |are )?(?:to be|will|shall|planned|expected|due)\b", re.I
)
"""Where what is there ends and what shall be begins: "at 15 places and to be extended to 28 by 2030"."""
_FAR = 2030


def is_planned(text: str, sentence: Span, span: Span, round_year: int | None) -> bool:
    """Whether a number tells what shall be: "plans to offer 300 services", "100% by 2030"."""
    before = text[max(sentence.start, span.start - 120) : span.start]
    clause = re.split(r"[;:]|, (?:and|while|but|which) ", before)[-1]
    reach = min(sentence.end, span.end + 60)
    turn = _TURN.search(text, span.end, reach)
    due = _DUE.search(text, max(sentence.start, span.start - 60), turn.start() if turn else reach)
    return bool(_PLANNED.search(clause)) or bool(
        due and int(due[1]) > (round_year + 1 if round_year else _FAR - 1)
    )


def target_of(text: str, sentence: Span, span: Span) -> tuple[str, Span] | None:
    """The words that make a planned number the target of a year, and where that stands: "the goal for 2025 is 95%"."""
    since = max(sentence.start, span.start - 80)
    told = _SET.search(text[since : span.start])
    if told:
        return told[1], Span(since + told.start("year"), since + told.end("year"))
    term = _TERM.match(text, span.end)
    told = _AWAITED.search(text[since : span.start]) if term else None
    return (told[1], Span(*term.span("year"))) if told and term else None
