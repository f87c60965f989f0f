"""SDG statements: which goals and targets a text names, and whether it claims, plans, ended or denies the tie.

A number is a goal when the words before it say so (“SDG 6”, “Goals 3–5” in an answer about the SDGs, “target 11.2”);
a name is one when the sentence speaks of the SDGs. Topics are never goals. Terms stand in tables: a language is a row.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from ..model import GoalMention, Modality, Span
from .sentences import sentences

__all__ = ["find_goals"]


def _list(words: str) -> tuple[str, ...]:
    return tuple(words.split())


# --- the goals ----------------------------------------------------------------------------------------------------

_TARGETS = (
    (5, "ab"),
    (5, "abc"),
    (9, "abcd"),
    (7, "abc"),
    (6, "abc"),
    (6, "ab"),
    (3, "ab"),
    (10, "ab"),
    (5, "abc"),
    (7, "abc"),
    (7, "abc"),
    (8, "abc"),
    (3, "ab"),
    (7, "abc"),
    (9, "abc"),
    (10, "ab"),
    (19, ""),
)
"""For each goal how many numbered targets it has, and the letters of those about means: 169 in all."""

_NAMES = (
    "no poverty",
    "zero hunger",
    "good health and well-being",
    "quality education",
    "gender equality",
    "clean water and sanitation",
    "affordable and clean energy",
    "decent work and economic growth",
    "industry, innovation and infrastructure",
    "reduced inequalities",
    "sustainable cities and communities",
    "responsible consumption and production",
    "climate action",
    "life below water",
    "life on land",
    "peace, justice and strong institutions",
    "partnerships for the goals",
)
"""The UN's short names, by goal."""

_CARDINALS = _list(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen"
)
_ORDINALS = _list(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth"
)

# --- the words that announce a goal: each row one language or a few ------------------------------------------------

_B = r"(?<![A-Za-zÀ-ɏЀ-ӿ\d_])"  # no word goes on here; scripts without spaces may
_W, _S = r"[^\S\r\n]{0,3}", r"[^\S\r\n]{1,3}"
_UN = rf"(?:UN|U\.N\.|United{_S}Nations)(?:['’]s?)?"

_STRONG = (
    r"(?i:(?:UN[ -]?)?SDGs?(?:\(s\))?(?:['’]s)?|S\.D\.G\.?s?)",
    rf"(?i:(?:{_UN}{_S})?sustainable{_S}development{_S}(?:goal|objective|target)(?:s|\(s\))?)",
    rf"(?i:(?:global|{_UN}(?:{_S}2030)?|2030{_S}agenda(?:['’]s)?|agenda{_S}2030){_S}goal(?:s|\(s\))?)",
    r"(?:ODS|ODD|OSS|SKA|ЦУР|ЦСР)",  # as capitals alone: “odd” is a word
    rf"(?i:objetivos?{_S}de{_S}(?:desarrollo{_S}sostenible|desenvolvimento{_S}sustentável))",
    rf"(?i:objectifs?{_S}de{_S}développement{_S}durable|nachhaltigkeitsziele?n?)",
    rf"(?i:цел[ьиейям]{{1,3}}{_S}устойчивого{_S}развития)",
)
_STRONG_GLUED = (
    "可持[续續]发?發?展目[标標]",
    "持続可能な開発目標",
    "지속가능(?:한 ?)?발전 ?목표",
    rf"هدا?ف{_S}التنمية{_S}المستدامة",
)
_WEAK = (r"(?i:goal(?:s|\(s\))?)", r"(?i:objetivos?|objectifs?|ziele?n?|цел[ьиейям]{1,3})")
_WEAK_GLUED = ("目[标標]", "목표", "(?:ال|لل)(?:هدف|أهداف)")
_TARGET = (r"(?i:targets?|metas?|cibles?)", "(?i:задач[аиеу])")

_CONTEXT = re.compile(
    rf"(?i:{_B}(?:SDGs?(?![a-z])|UNSDG|S\.D\.G|sustainable{_S}development(?!\w)|2030{_S}agenda"
    rf"|global{_S}goals"
    r"|agenda\s{1,3}(?:for\s)?2030|(?:UN|united\s{1,3}nations)(?:['’]s)?\s{1,3}goals?(?!\w)"
    r"|nachhaltigkeitsziel"
    r"|устойчивого\sразвития|desarrollo\ssostenible|desenvolvimento\ssustentável|développement\sdurable))"
    r"|(?<!\w)(?:ODS|ODD|OSS|ЦУР|ЦСР)(?![^\W\d_])|可持[续續]|持続可能な|지속가능|التنمية\sالمستدامة"
)
_LEADS_ON = (
    r"[,:]?{S}(?:such{S}as|including|in{S}particular|especially|namely|like|i\.e\.|e\.g\.)[,:]?".replace(
        "{S}", _S
    )
)
_COVERED = rf"{_S}(?i:addressed|covered|supported|targeted|served|impacted|aligned|alignment|contributions?|relevance)(?:{_S}(?i:by){_S}[^:.;\d\r\n]{{1,40}})?(?={_W}:)"
_NUMERO = rf"(?:(?i:nos?|nr|num|núm|numbers?|n)(?![^\W_]){_W}[.º°]{{0,2}}|[nN][º°]\.?|[#№])?"
_SEPARATOR = (
    rf"(?P<sep>(?:{_COVERED}|{_LEADS_ON})?\)?{_W}[:：|_–—-]?){_W}{_NUMERO}{_W}(?P<open>[\"“«‘'(\[]?){_W}"
)
_CARDINAL = rf"(?i:{'|'.join(_CARDINALS)})(?![\w-])"
_HEAD = re.compile(
    rf"(?:{_B}(?:(?P<strong>{'|'.join(_STRONG)})(?:{_W}\((?:UN{_S})?SDGs?\))?(?:{_S}(?i:goals?|targets?"
    rf"|indicators?))?"
    rf"|(?P<weak>{'|'.join(_WEAK)})|(?P<target>{'|'.join(_TARGET)}))(?![^\W\d_])"
    rf"|(?P<glued>{'|'.join(_STRONG_GLUED)})|(?P<soft>{'|'.join(_WEAK_GLUED)})){_SEPARATOR}(?=\d|{_CARDINAL})"
)
_UNITS = (
    r"(?i:%|‰|°|€|\$|£|percent|per{S}cent|million|billion|thousand|hundred|mln|bn|lakh|crore|times)".replace(
        "{S}", _S
    )
)
_NUMBER = re.compile(
    rf"(?:(?P<goal>\d{{1,2}})(?:\.(?P<target>\d{{1,2}})(?:\.\d{{1,2}})?|\.?(?P<letter>[a-dA-D]))?"
    rf"(?![A-Za-z\d]|\.\d|,\d{{3}}|:\d|[/.-]\d{{1,2}}[/.-]\d{{4}}|[/-]\d{{4}})"
    rf"|(?P<word>{_CARDINAL}))(?!{_W}{_UNITS})"
)


def _flexible(name: str) -> str:
    """A short name as cities print it: “&”, a hyphen or a comma more or less, the singular."""
    name = name.replace(",", ",?").replace(" and ", ",? (?:and|&) ").replace(" ", _S)
    for printed, pattern in (
        ("l-b", "l[ -]?b"),
        ("inequalities", "inequalit(?:ies|y)"),
        ("partnerships", "partnerships?"),
    ):
        name = name.replace(printed, pattern)
    return name


_ANY_NAME = rf"(?i:{'|'.join(map(_flexible, _NAMES))})(?!\w)"
_NAME = re.compile(
    rf"(?i)(?<![\w-])(?:{'|'.join(f'(?P<n{goal}>{_flexible(name)})' for goal, name in enumerate(_NAMES, 1))})(?![\w-])"
)
_GLOSS = (
    rf"{_W}(?:[(\[][^()\[\]\r\n]{{0,120}}[)\]]|[:–—-]?{_W}(?:[\"“«„][^\"“”«»\r\n]{{0,120}}[\"”»]"
    rf"|[‘'][^‘’'\r\n]{{0,120}}[’'])|[:.–—-]?{_W}{_ANY_NAME})"
)
_AND = (
    r"(?:and also|as well as|and|or|plus|und|et|ou|y|e|и|та|ve|og|och|en|dan)(?![^\W\d_])|و|和|及|と|및|과|와"
)
_FURTHER = re.compile(
    rf"(?:{_GLOSS})?{_W}(?:(?:[,;/&+|、،])(?:{_W}(?i:{_AND}|&))?|(?i:{_AND})){_W}{_NUMERO}{_W}(?=\d"
    rf"|{_CARDINAL})"
    rf"|{_W}[(\[]{_W}(?=\d{{1,2}}\.[\da-d])"
)
_RANGE = re.compile(
    rf"{_W}(?:[-–—‒−~]|(?i:to|through|thru|bis)(?!\w)){_W}(?P<again>(?i:SDG|goal|target){_W})?(?=\d)"
)
_FROM = re.compile(r"(?i)(?<!\w)from\s{1,3}(?:the\s)?$")

_FUNCTION = frozenset(
    _list(
        "and or nor but as at by for from in into is are was were be been has have had if of on so than that the then this"
        " these those through thus to under until via when where which while who with within without will would can could"
        " may might must shall should also because both not only our its their it they we respectively too since thanks"
        " due before after during across along among between directly namely such e.g i.e etc a an all any each no"
        " contributes contribute supports aims focuses calls requires includes concerns refers states related relating"
        " focusing focused aimed concerning regarding covering being using target goal indicator sdg"
        " y e o de del en con para por que se el la los las es son et ou du des le les avec dans pour par est"
        " sont da do dos das com em und oder der die das mit für im zu ist sind"
    )
)
_WORD_AFTER = re.compile(rf"{_W}([a-zà-ÿ][\w'’]*)")
_CAPITAL_AFTER = re.compile(rf"{_S}[A-ZÀ-Þ]")
_NAME_AFTER = re.compile(rf"{_W}[:.,(–—-]?{_W}[\"“«‘']?({_ANY_NAME})")
_ITEM_AFTER = re.compile(r"[.)]\s{1,3}\S")

# --- whose goal it is ---------------------------------------------------------------------------------------------

_PAPER = r"(?:strateg(?:y|ies|ie)|estrategia|stratégie|plan|programme|program|programa|policy|road ?map|master ?plan|framework|concept|charter|vision|mandate)"
_OWN_BEFORE = re.compile(
    rf"(?i)(?:(?<!\w)(?:strategic|operational|specific|key|main|core|municipal|national|local|regional"
    rf"|corporate|project"
    rf"|business|performance|policy|city|council|department|government|organi[sz]ational"
    rf"|{_PAPER}(?:['’]s)?)\s{{1,3}}"
    rf"|{_PAPER}(?:['’]s)?(?: has| includes|,|:| -| –)?\s(?:the\s)?)$"
)
_OWN_AFTER = re.compile(
    rf"(?:{_GLOSS})?{_W}(?i:of|in|under|from|within|del?|du|der){_S}(?P<whose>[^.;\r\n]{{1,60}})"
)
_OWNER = re.compile(rf"(?i)^(?:the|our|its|this|their|his|a)\s|{_PAPER}|^(?-i:[A-ZÀ-Þ])")
_UN_OWNER = re.compile(
    r"(?i)^(?:the\s)?(?:UN(?!\w)|united nations|2030|global goals|agenda 2030|SDG|sustainable dev)"
)
_GIVEN = re.compile(rf"(?i){_PAPER}")

_ORDINAL = rf"(?:{'|'.join(_ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"
_RANKED = re.compile(
    rf"(?<![\w-])(?P<ranks>(?i:{_ORDINAL}(?:{_W}(?:,|&|and|or"
    rf"|,{_S}and){_W}(?:the{_S})?{_ORDINAL}){{0,8}})){_S}"
    rf"(?:(?P<strong>{'|'.join(_STRONG)})|(?P<weak>{_WEAK[0]}))(?![^\W_])(?={_W}(?:$|[^\w\s-]|[\r\n]"
    rf"|(?i:and|or|of|by|as|but)\b))"
)
_RANK = re.compile(rf"(?i){_ORDINAL}")
_NOT_THE = re.compile(r"(?i)(?<!\w)(?:our|its|their|a|my|another|his|her)\s$")

_ADDRESS = re.compile(
    r"(?i)(?:https?://|www\.)[^\s<>\"”»]{1,2000}|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,200}|(?<![\w@])@\w{1,60}"
    r"|(?<![\w.-])[a-z][\w-]{0,62}\.(?:[\w-]{1,63}\.){0,4}[a-z]{2,12}(?![\w-])(?:/[^\s<>\"”»]{0,2000})?"
)


class _Hit(NamedTuple):
    """A goal found: its words, its number, its target or None."""

    span: Span
    goal: int
    target: str | None = None


def find_goals(text: str) -> tuple[GoalMention, ...]:
    """Every goal that a text names, in order of place, as the sentence that names it means it.

    `owners` is left empty. `statement` numbers the sentences that name a goal, from 0; `rank` counts within one.
    """
    clear = _ADDRESS.sub(lambda match: "\0" * len(match[0]), text)
    if not _HEAD.search(clear) and not _RANKED.search(clear) and not _NAME.search(clear):
        return ()
    frame = _Frame(clear, sentences(text))
    hits = sorted([*_numbered(frame), *_ranked(frame)])
    hits = sorted([*hits, *_named(frame, hits)])
    return tuple(_mentions(frame, hits, _modalities(frame, hits)))


class _Frame:
    """A text without its addresses, its sentences, and which of them speak of the SDGs or stand under a lead."""

    def __init__(self, text: str, spans: tuple[Span, ...]) -> None:
        self.text, self.spans = text, spans
        self._starts = [span.start for span in spans]
        self.speaking = {self.at(match.start()) for match in _CONTEXT.finditer(text)}
        self.leads = _leads(text, spans)

    def at(self, place: int) -> int:
        """The number of the sentence at a place."""
        return max(0, bisect_right(self._starts, place) - 1)

    def before(self, place: int, most: int) -> str:
        """What stands before a place in its sentence, at most so many characters."""
        return self.text[max(self.spans[self.at(place)].start, place - most) : place]

    def after(self, place: int, most: int) -> str:
        """What follows a place in its sentence, at most so many characters."""
        end = max(place, self.spans[self.at(max(0, place - 1))].end)
        return self.text[place : min(end, place + most)]


_LIST_ITEM = re.compile(r"[•●▪■◦‣►➢✓*–—-]|\(?(?:\d{1,2}|[a-zA-Z])[.)]\s")


def _leads(text: str, spans: tuple[Span, ...]) -> list[Span | None]:
    """For each sentence the one that introduces it: it ends with a colon, and a list follows."""
    leads: list[Span | None] = []
    lead: Span | None = None
    for span in spans:
        item = _LIST_ITEM.match(text, span.start) is not None
        fresh = text[max(0, span.start - 1) : span.start] in ("\n", "\r", "")
        first = bool(leads) and text[max(0, span.start - 40) : span.start].rstrip().endswith((":", "："))
        if fresh and not (first or item) and text[span.end - 1] in ".。":
            lead = None
        leads.append(lead if first or item or fresh else None)
        if text[span.end - 1] in ":：":
            lead = span
    return leads


# --- goals by number ----------------------------------------------------------------------------------------------


def _numbered(frame: _Frame) -> Iterator[_Hit]:
    done = 0
    for head in _HEAD.finditer(frame.text):
        if head.start() >= done and (head["strong"] or head["glued"] or _is_ours(frame, head)):
            for hit in _series(frame.text, head):
                yield hit
                done = hit.span.end


def _is_ours(frame: _Frame, head: re.Match[str]) -> bool:
    """Whether a bare “goal 4” or “target 11.2” is the UN's: the answer speaks of the SDGs, or its name stands there."""
    number = _NUMBER.match(frame.text, head.end())
    if not number or _is_of_another(frame, head.start(), number.end()):
        return False
    if frame.speaking:
        return True
    if head["target"]:
        sure = number["letter"] or (number["target"] and int(number["goal"]) > 10)  # a score runs to 10
        unit = _CAPITAL_AFTER.match(frame.text, number.end())
        return bool(sure and not unit and _is_followed_well(frame.text, number.end()))
    found = _read(number)
    return bool(found and _named_after(frame.text, number.end()) == found[0])


def _named_after(text: str, end: int) -> int:
    """The goal whose short name comes next, or 0."""
    shown = _NAME_AFTER.match(text, end)
    name = _NAME.match(text, shown.start(1)) if shown else None
    return int((name.lastgroup or "n0")[1:]) if name else 0


def _is_of_another(frame: _Frame, start: int, end: int) -> bool:
    """Whether it is a goal of a strategy or plan of the city's own."""
    if _OWN_BEFORE.search(frame.before(start, 60)):
        return True
    after = _OWN_AFTER.match(frame.text, end)
    if not after or _UN_OWNER.match(after["whose"]):
        return False
    of = frame.text[after.start() : after.start("whose")].rstrip().lower().endswith(" of")
    return bool(_OWNER.search(after["whose"]) if of else _GIVEN.search(after["whose"][:30]))


def _series(text: str, head: re.Match[str]) -> Iterator[_Hit]:
    """The goals of one list of numbers: “3, 4 and 11”, “3–5”, “11.2 and 11.7”."""
    begin, at, opening = head.start(), head.end(), True
    while number := _NUMBER.match(text, at):
        link = text[max(0, number.start() - 3) : number.start()]
        if not (_opens(text, head, number) if opening else _continues(text, head, number, link)):
            return
        last = _range_end(text, head, number)
        if last and not _is_followed_well(text, last.end()):
            last = None
        yield from _between(number, last, begin) if last else _one(number, begin, head)
        further = _FURTHER.match(text, (last or number).end())
        if not further:
            return
        begin = at = further.end()
        opening = False


def _opens(text: str, head: re.Match[str], number: re.Match[str]) -> bool:
    """Whether the first number after a head is a goal: “SDG 6” is, “SDGs: 1. Portal” and “goals: 3 portals” are not."""
    loose = bool(head["sep"].strip(" -_") or "- " in head["sep"])
    item = _ITEM_AFTER.match(text, number.end())
    marker = item and (loose or number[0] == "1") and (item[0][0] == ")" or (loose and number[0] == "1"))
    if marker and not head["open"] and not _in_brackets(text, head.start()):
        return False
    if head["strong"] and not loose and not number["word"] and not _is_plural(head):
        return True
    return _is_followed_well(text, number.end())


def _in_brackets(text: str, at: int) -> bool:
    before = text[max(0, at - 300) : at]
    return before.count("(") + before.count("[") > before.count(")") + before.count("]")


def _is_plural(head: re.Match[str]) -> bool:
    word = next(filter(None, head.group("strong", "weak", "target", "glued", "soft")))
    return word.lower().endswith(("s", "s)", "и", "ям")) or bool(head["glued"] or head["soft"])


def _continues(text: str, head: re.Match[str], number: re.Match[str], link: str) -> bool:
    """Whether a further number is a goal too: not in “SDG 3, 5 portals”, “SDG 11 and 3 Smart Parks”, “SDG 3; 2. Bus”."""
    end = number.end()
    named = _named_after(text, end)
    if named:
        return bool(number["goal"] and named == int(number["goal"]))
    item = _ITEM_AFTER.match(text, end)
    marker = item and (
        ";" in link if item[0][0] == "." else not head["open"] and not _in_brackets(text, number.start())
    )
    if marker or (text[end : end + 2] == "/7" and number[0] == "24"):
        return False
    foreign = _CAPITAL_AFTER.match(text, end) and not _is_plural(head)
    return _is_followed_well(text, end) and not foreign


def _is_followed_well(text: str, end: int) -> bool:
    """Whether what follows a number lets it be a label: no noun that it counts."""
    word = _WORD_AFTER.match(text, end)
    return (
        word is None or word[1] in _FUNCTION or word[1].endswith("ly") or bool(_NAME_AFTER.match(text, end))
    )


def _read(number: re.Match[str]) -> tuple[int, str | None] | None:
    """Goal and target of a number, or None when there is no such goal or target."""
    goal = int(number["goal"]) if number["goal"] else _CARDINALS.index(number["word"].lower()) + 1
    if not 1 <= goal <= len(_TARGETS):
        return None
    count, letters = _TARGETS[goal - 1]
    letter = (number["letter"] or "").lower()
    if number["target"]:
        code = int(number["target"])
        return (goal, f"{goal}.{code}") if 1 <= code <= count else None
    if letter:
        return (goal, f"{goal}.{letter}") if letter in letters else None
    return goal, None


def _one(number: re.Match[str], begin: int, head: re.Match[str]) -> Iterator[_Hit]:
    found = _read(number)
    if found and (found[1] or not head["target"]):
        yield _Hit(Span(begin, number.end()), *found)


def _range_end(text: str, head: re.Match[str], number: re.Match[str]) -> re.Match[str] | None:
    """The last number of a range that begins here, such as the 5 of “3–5” or “from SDG 3 to SDG 5”."""
    dash = _RANGE.match(text, number.end())
    if not dash or (dash["again"] and not _FROM.search(text[max(0, head.start() - 12) : head.start()])):
        return None
    last = _NUMBER.match(text, dash.end())
    low, high = _read(number), _read(last) if last else None
    if not low or not high or bool(low[1]) != bool(high[1]) or (head["target"] and not low[1]):
        return None
    if low[1] and high[1]:
        return last if low[0] == high[0] and _tail(low[1]) < _tail(high[1]) else None
    return last if low[0] < high[0] else None


def _tail(target: str) -> int:
    code = target.split(".")[1]
    return int(code) if code.isdigit() else 0


def _between(first: re.Match[str], last: re.Match[str], begin: int) -> Iterator[_Hit]:
    """Every goal or target of a range; a range over all seventeen singles none out."""
    low, high = _read(first), _read(last)
    if not low or not high or (low, high) == ((1, None), (len(_TARGETS), None)):
        return
    spans = {0: Span(begin, first.end())}
    whole = Span(first.start(), last.end())
    if low[1] and high[1]:
        a, b = _tail(low[1]), _tail(high[1])
        codes: list[tuple[int, str | None]] = [(low[0], f"{low[0]}.{code}") for code in range(a, b + 1) if a]
    else:
        codes = [(goal, None) for goal in range(low[0], high[0] + 1)]
    spans[len(codes) - 1] = Span(*last.span())
    for n, code in enumerate(codes):
        yield _Hit(spans.get(n, whole), *code)


def _ranked(frame: _Frame) -> Iterator[_Hit]:
    """Goals by their rank: “the sixth SDG”, “the third and fourth Goals of the 2030 Agenda”."""
    for match in _RANKED.finditer(frame.text):
        bare = match["weak"] and (not frame.speaking or _is_of_another(frame, match.start(), match.end()))
        if bare or _NOT_THE.search(frame.text[max(0, match.start() - 10) : match.start()]):
            continue
        ranks = [*_RANK.finditer(frame.text, match.start("ranks"), match.end("ranks"))]
        for rank in ranks:
            digits = rank[0].rstrip("stndrhSTNDRH") if rank[0][0].isdigit() else ""
            goal = int(digits) if digits else _ORDINALS.index(rank[0].lower()) + 1
            if 1 <= goal <= len(_TARGETS):
                yield _Hit(Span(rank.start(), match.end() if rank is ranks[-1] else rank.end()), goal)


# --- goals by name ------------------------------------------------------------------------------------------------

_TIED_BEFORE = re.compile(
    r"(?i)(?<!\w)(?:SDGs?|goals?)\)?,?\s{0,3}(?:(?:on|of|for|about|such as|including|like|namely|related to"
    r"|regarding"
    r"|concerning|especially|in particular|e\.g\.|i\.e\.)(?!\w)|[:(–—-])?,?\s{0,3}(?:the\s)?[\"“«‘'(]{0,2}$"
)
_TIED_AFTER = re.compile(r"(?i)[\"”»’']{0,2}\s{0,3}\(?(?:SDGs?|goals?)(?!\w)")
_OFFICE_BEFORE = re.compile(
    r"(?i)(?<!\w)(?:ministry|minister|department|office|directorate|council|committee|cent(?:er|re)"
    r"|secretariat|agency"
    r"|bureau|division|institute|fund|forum|alliance|partnership|week|day|year|award|network)\s(?:of|for"
    r"|on)(?: the)?\s$"
)
_PROPER_BEFORE = re.compile(
    r"(?<!^)(?<![.:;–—\"“«(•-]\s)(?<!\w)(?!SDG|Goal|And\b|The\b|UN\b)[A-ZÀ-Þ][\w'’]{0,40}\s$"
)
_NOUN_AFTER = re.compile(rf"{_S}(?!(?i:SDGs?|goals?)\b|(?:And|Or)\b)[A-ZÀ-Þ]")
_MARK_END = re.compile(r"[^\w]{0,3}$")
_MARK_BEFORE = re.compile(
    r"(?:^|[:–—|\t,;/(]|\s-)\s{0,3}(?:and\s)?[\"“«‘'*]{0,2}$|^\W{0,3}(?:\d{1,2}[.)]\s)?\W{0,3}$"
)
_MARK_AFTER = re.compile(r"[\"”»’'*]{0,2}\s{0,3}(?:[.,;:|)/–—(-]|and\s|$)")


def _named(frame: _Frame, hits: list[_Hit]) -> Iterator[_Hit]:
    """Goals by their short names alone; where a number stands beside the name, the number has said it."""
    numbers = [hit.span.start for hit in hits]
    said = {(frame.at(hit.span.start), hit.goal) for hit in hits}
    last = -1000
    for match in _NAME.finditer(frame.text):
        goal, where = int((match.lastgroup or "n0")[1:]), frame.at(match.start())
        if (where, goal) in said or _beside_number(frame.text, match, hits, numbers):
            continue
        if _is_goal(
            frame, match, where, chained=_chains(frame.text[max(last, 0) : match.start()]) and last >= 0
        ):
            yield _Hit(Span(*match.span()), goal)
            last = match.end()


def _beside_number(text: str, name: re.Match[str], hits: list[_Hit], starts: list[int]) -> bool:
    n = bisect_left(starts, name.start())
    gaps = [text[hits[n - 1].span.end : name.start()]] if n else []
    if n < len(hits):
        gaps.append(text[name.end() : hits[n].span.start])
    return any(len(gap) < 12 and not re.search(r"[^\W_]|[,;.\n]", gap.replace(" the ", " ")) for gap in gaps)


def _chains(gap: str) -> bool:
    return len(gap) < 40 and _is_link(gap)


def _is_goal(frame: _Frame, name: re.Match[str], where: int, *, chained: bool) -> bool:
    """Whether a short name means the goal: the SDGs are spoken of, and the name is written as a name or tied to them."""
    before, after = frame.before(name.start(), 60), frame.after(name.end(), 40)
    quoted = before.endswith(('"', "“", "«", "‘", "'")) and after.startswith(('"', "”", "»", "’", "'"))
    if _OFFICE_BEFORE.search(before) or not _is_followed_well(after, 0):
        return False
    if not quoted and (_NOUN_AFTER.match(after) or _PROPER_BEFORE.search(before)):
        return False
    cased = quoted or all(word[0].isupper() for word in re.findall(r"[a-zA-Z]{4,}", name[0]))
    tied = bool(_TIED_BEFORE.search(before) or _TIED_AFTER.match(after))
    lead = frame.leads[where]
    listed = lead is not None and frame.at(lead.start) in frame.speaking
    if where in frame.speaking or listed:
        alone = bool(_MARK_BEFORE.search(before) and _MARK_AFTER.match(after))
        return cased or tied or chained or (listed and alone)
    return cased and (tied or chained)


# --- how it is meant ----------------------------------------------------------------------------------------------

_CUE = re.compile(
    r"(?i)(?<!\w)(?:"
    r"(?P<none>not (?:only|just|merely|simply|solely|exclusively|limited to|least|to mention)"
    r"|n['’]t (?:only|just|merely)"
    r"|no doubt|without (?:an?y? )?doubt|without exception|no (?:less|fewer|more than|later than|matter)"
    r"|nothing but"
    r"|no one (?:is )?left behind|no one behind|nos?\.?\s{0,3}#?\d{1,9}|no poverty|no-\w+|whether or not"
    r"|if not)"
    r"|(?P<hard>none of|neither|nor|nothing|(?:not|n['’]t)(?: yet)? (?:clear|certain|evident|known|obvious"
    r"|sure|possible"
    r"|true|the case|believe|think|consider|claim|mean|imply|find|see)|can(?:not|['’]t) (?:say|claim"
    r"|confirm))"
    r"|(?P<open>whether|(?<!as )(?<!even )if)"
    r"|(?P<past>no longer|any ?more|ceased?|stopped"
    r"|(?<!is )(?<!are )(?<!be )(?<!was )(?<!were )(?<!been )(?<!, )(?<!data )(?<!tool )(?<!tools )(?<!system )"
    r"used to(?= (?:be|contribute|support|serve|align|belong|relate|have|address|help)\b))"
    r"|(?P<once>formerly|previously|in the past|historically|once|discontinued|closed|defunct|decommissioned)"
    r"|(?P<near>without|rather than|instead of|except(?: for)?|excluding|excludes?|with the exception of"
    r"|as opposed to)"
    r"|(?P<no>no|zero|lack(?:s|ing)?|absence|unable to|fail(?:s|ed)? to)"
    r"|(?P<not>not|never|cannot|hardly|yet to|unrelated|irrelevant|unaligned|non-aligned|unconnected)"
    r"|(?P<soon>potentially|potential(?= (?:to|for|contribution|alignment|support|link|impact))|possibly|perhaps|maybe|probably|likely|prospective(?:ly)?"
    r"|future(?= (?:contribution|alignment|support|link)))"
    r"|(?P<plan>will|shall|would|could|might|should|(?-i:may)(?= [a-z])|(?:(?<=we )|(?<=they )"
    r"|(?<=[a-rt-z]s ))plan to|plans to|planning to|planned,? (?:to|for)|plan(?:s|ning)? on|(?:is|are|be"
    r"|being)(?: also| still| now)? planned"
    r"|intended to(?=[^.;]{0,80}\s(?:once|when|upon|after)\s)|planned(?=\s?:| contribution| alignment| support| link| SDG| goal)|intends?|intention|intending"
    r"|(?:is|are|was|were)(?: also| still| now)? expected"
    r"|expects?|(?:is|are)(?: also| still| now)? (?:due|set|about|scheduled|foreseen|envisaged|going) to"
    r"|hopes?(?: to)?|wish(?:es)? to|wants? to"
    r"|propos(?:es|ed) to|aspires? to|prepar(?:es|ing) to|in the process of|working towards? (?:alignment"
    r"|aligning)"
    r"|(?:is|are) (?:being|to be) aligned|(?:aims?|aimed|seeks?|aspires?) to (?:be"
    r"|become)(?: \w+ly)? (?:aligned|in line)"
    r"|in (?:the )?future)"
    r")(?!\w)|(?<=n)(?P<nt>['’]t)(?!\w)|(?<=\w)(?P<ll>['’]ll)(?!\w)"
)
_CLAUSE = re.compile(
    r"(?i);|(?<!\w)(?:but|however|while|whereas|although|though|nevertheless|nonetheless)(?!\w)"
    r"|,\s(?:and\s|so\s)?(?:it|they|we|this|these|our|he|she|which|who|thus|thereby|hence)(?!\w)"
    r"|,\s(?:directly\s|also\s)?(?:contributing|supporting|promoting|advancing|helping|serving|aligning"
    r"|addressing)(?!\w)"
)
_IS = r"(?:is|are|was|were|(?:has|have)\sbeen)\s(?:also\s|now\s|already\s|\w{1,20}ly\s)?"
_FINITE = re.compile(
    r"(?i)(?P<rel>(?<!,)\s(?:that|which|who)\s(?:\w{1,20}ly\s|also\s)?)?(?:(?<!\w)(?:contributes|supports"
    r"|serves|helps|aligns"
    r"|addresses|promotes|advances|corresponds|relates|responds|meets|implements|fosters|enables|ensures"
    r"|facilitates|improves"
    r"|covers|achieves|focuses|strengthens|underpins|reflects|pursues|furthers|belongs"
    rf"|{_IS}(?:aligned|linked|related|connected|relevant|in\sline|consistent|associated|mapped|dedicated"
    rf"|aimed|designed"
    r"|targeted|focused|part|key|important|essential))(?!\w)"
    r"|(?<!\w)(?:they|we|\w{0,30}(?<!s)s)\s(?:contribute|support|serve|help|align|promote|advance|address"
    r"|relate|correspond)(?!\w)"
    r"|(?<!\w)(?!(?:not|to|that|which|who|yet|and|or|also|at|currently|present|can|nor|better|even"
    r"|still)\s)(?!\w{1,30}ly\s)\w{1,30}"
    r"\s(?P<base>contribute|align|correspond|relate)(?!\w))"
)
_NOW = re.compile(r"(?i)(?<!\w)(?:already|currently|now|today)(?!\w)")
_ANY = re.compile(r"(?i)(?<!\w)(?:any|either|whatsoever)(?!\w)")
_OTHER = re.compile(r"(?i),|(?<!\w)(?:is|are|was|were|has|have|had|can|and|so|thus|therefore)(?!\w)")
_TIE = re.compile(
    r"(?i)(?<!\w)(?:contribut|align|support|relat|serv|link|connect|address|correspond|help|achiev|advanc"
    r"|promot|cover"
    r"|associat|relevan|implement|refer|bear|impact|effect|in line|compl|concern|work|project|service"
    r"|initiative|measure|action)"
)
_PAST_TENSE = re.compile(
    r"(?i)(?<!\w)(?:was|were|had|did|contributed|supported|served|aligned|linked|helped|addressed|related)(?!\w)"
)
_PRESENT = re.compile(
    r"(?i)(?<!\w)(?:is|are|has|have|will|now|contributes?|supports?|serves?|aligns?|helps?)(?!\w)"
)
_NEAR = frozenset(
    _list(
        "any a an the direct explicit specific clear to with of for in on being be contributing contribution link links linked"
        " relation related reference referring connection alignment aligned aligning support supporting regard considering"
        " addressing covering meeting achieving directly only just merely un sdg sdgs goal goals strictly"
    )
)
_TREATED = (
    r"(?:covered|addressed|aligned|relevant|included|considered|supported|targeted|linked|applicable"
    r"|implemented|pursued"
    r"|served|in{S}scope|yet|among|part|a{S}(?:focus|priority))"
).replace("{S}", _S)
_DENIED_AFTER = re.compile(
    rf"(?i)\W{{0,3}}(?:which\s|that\s)?(?:(?:is|are|was|were|has|have|does|do|will|can)\s)?(?:currently\s"
    rf"|still\s|been\s|yet\s)?"
    rf"(?:not|n['’]t|(?:is|are)n['’]t|never)\s(?:yet\s|currently\s|directly\s|be\s|been\s"
    rf"|fully\s){{0,3}}{_TREATED}(?!\w)"
    rf"|\s(?:is|are|falls?|lies?)\s(?:out\sof|outside|beyond)(?!\w)"
    rf"|\W{{0,3}}[:(–—-]\s{{0,2}}(?:no|none|not(?: yet)?|n/a|nil)\s{{0,2}}(?:[).,;]|$)"
)
_PLANNED_AFTER = re.compile(
    r"(?i)\W{0,3}(?:which\s)?(?:is\s|are\s|being\s)?(?:planned|foreseen|envisaged|expected|upcoming"
    r"|in\s(?:progress|preparation)"
    rf"|under\s(?:development|consideration|preparation|way)|(?:will|shall|should|is\sto"
    rf"|are\sto)\sbe\s(?:\w{{1,20}}ly\s)?{_TREATED})(?!\w)"
)
_UNTIL = re.compile(
    r"(?i)(?<!\w)(?:until|till)\s(?:[\w\s]{0,30}?)(?:(?:19|20)\d\d(?!\d)|(?:it|they)\s(?:was|were)|(?:its"
    r"|the)\s(?:closure|end))"
)
_ENDED = re.compile(
    r"(?i)(?<!\w)(?:discontinued|closed(?! on| at)|shut down|terminated|abolished|decommissioned|withdrawn"
    r"|phased out|suspended"
    r"|cancell?ed|taken offline|ended)(?!\w)"
)
_ENDING = frozenset(
    _list(
        "and but until before then it they which that has have now since in later was were is are been being the this service"
        " portal project programme program app platform initiative system when by already"
    )
)
_LINKS = frozenset(
    _list(
        "and or as well also to with of for on the both in by sdg sdgs goal goals target targets un no nos number plus"
        " including especially particularly namely e g i partly y et und и ods odd цур"
    )
)
_TIDY = re.compile(rf"{_GLOSS}|{_ANY_NAME}")
_NAMED_AFTER = re.compile(_GLOSS)
_WORDS = re.compile(r"\w+")
_VERB_AFTER = re.compile(
    rf"(?:{_GLOSS})?{_S}(?i:is|are|was|were|will|has|have|can|could|may|might|does|do)(?!\w)"
)
_ORDER = (Modality.NEGATED, Modality.PAST, Modality.PLANNED)


def _modalities(frame: _Frame, hits: list[_Hit]) -> list[Modality]:
    """How each hit is meant; the goals of one enumeration are meant alike."""
    cues = [cue for cue in _CUE.finditer(frame.text) if cue.lastgroup != "none"]
    places = [cue.start() for cue in cues]
    meant: list[Modality] = []
    first = 0
    for n in range(1, len(hits) + 1):
        if n == len(hits) or not _joined(frame, hits[n - 1], hits[n], places):
            meant += [_meaning(frame, hits[first], hits[n - 1], cues, places)] * (n - first)
            first = n
    return meant


def _joined(frame: _Frame, one: _Hit, other: _Hit, places: list[int]) -> bool:
    """Whether two hits stand in one enumeration: nothing but links, names and brackets between them, and no cue."""
    start, end = one.span.end, other.span.start
    if end <= start:
        return True
    cue = bisect_left(places, start)
    if (
        end - start > 250
        or (cue < len(places) and places[cue] < end)
        or frame.at(one.span.start) != frame.at(end)
    ):
        return False
    gap = frame.text[start:end]
    apart = not re.search(r"(?i)&|\b(?:and|or)\b", gap) and _VERB_AFTER.match(frame.text, other.span.end)
    return _is_link(gap) and not apart


def _is_link(gap: str) -> bool:
    return all(word.lower() in _LINKS for word in _WORDS.findall(_TIDY.sub(" ", gap)))


def _meaning(
    frame: _Frame, first: _Hit, last: _Hit, cues: list[re.Match[str]], places: list[int]
) -> Modality:
    where = frame.at(first.span.start)
    span = frame.spans[where]
    found = _said_before(frame, span.start, first.span.start, cues, places)
    found.add(_said_after(frame, first, last))
    if frame.text[span.end - 1] in "?？؟":
        found.add(Modality.PLANNED)
    lead = frame.leads[where]
    if lead and not _FINITE.search(frame.before(first.span.start, 300)):
        found |= _said_before(frame, lead.start, lead.end - 1, cues, places)
    return next((meaning for meaning in _ORDER if meaning in found), Modality.CURRENT)


def _said_before(
    frame: _Frame, begin: int, at: int, cues: list[re.Match[str]], places: list[int]
) -> set[Modality]:
    """What the nearest cues before a place, in its sentence, say of it."""
    found: set[Modality] = set()
    last = bisect_left(places, at)
    for cue in cues[max(0, last - 5) : last]:
        if cue.start() >= max(begin, at - 300) and cue.end() <= at:
            kind = cue.lastgroup or ""
            if _governs(kind, frame.text[cue.end() : at]):
                found.add(_MEANING.get(kind, Modality.NEGATED))
    return found


_MEANING = {
    "past": Modality.PAST, "once": Modality.PAST, "plan": Modality.PLANNED, "ll": Modality.PLANNED,
    "soon": Modality.PLANNED, "open": Modality.PLANNED,
}  # fmt: skip


def _governs(kind: str, gap: str) -> bool:
    """Whether a cue reaches over the gap to the goal behind it."""
    words = _WORDS.findall(gap)
    if _is_aside(gap):
        return False
    if kind in ("near", "soon"):
        return len(words) <= 6 and (kind == "soon" or all(word.lower() in _NEAR for word in words))
    if _CLAUSE.search(gap):
        return False
    if kind in ("hard", "open"):
        return kind == "hard" or "," not in gap
    finite = next(
        (match for match in _FINITE.finditer(gap) if not match["rel"] and gap[: match.start()].strip()), None
    )
    if kind == "once":
        return bool(_PAST_TENSE.search(gap)) and not finite
    if kind in ("plan", "ll"):
        return not finite and not _NOW.search(gap)
    if (
        finite
        and (kind != "no" or _OTHER.search(gap, 0, finite.start()))
        and not _ANY.search(gap, 0, finite.start())
    ):
        return False
    return bool(_ANY.search(gap) or _TIE.search(gap)) or (len(words) <= 7 and not re.search("[(:–]", gap))


def _is_aside(gap: str) -> bool:
    """Whether the cue before this gap stands in a bracket or quotation that has ended."""
    return (
        gap.count(")") > gap.count("(") or gap.count("”") > gap.count("“") or gap.count("»") > gap.count("«")
        or (gap.count('"') % 2 == 1 and not gap.rstrip().endswith('"'))
    )  # fmt: skip


def _said_after(frame: _Frame, first: _Hit, last: _Hit) -> Modality:
    """What the words behind an enumeration say of it: “… until 2019”, “SDG 14: not yet”, “SDG 7 is planned”."""
    before, raw = frame.before(first.span.start, 160), frame.after(last.span.end, 160)
    gloss = _NAMED_AFTER.match(raw)
    after = raw[gloss.end() :] if gloss else raw
    if _is_over(before, raw, after):
        return Modality.PAST
    if _FINITE.search(re.split("[;,]", before)[-1]):
        return Modality.CURRENT
    if any(_DENIED_AFTER.match(rest) for rest in (raw, after)):
        return Modality.NEGATED
    planned = any(_PLANNED_AFTER.match(rest) for rest in (raw, after))
    return Modality.PLANNED if planned else Modality.CURRENT


def _is_over(before: str, raw: str, after: str) -> bool:
    """Whether the words behind a goal say that the tie ended; a plain past tense does not."""
    until = _UNTIL.search(after)
    if (
        until
        and ";" not in after[: until.start()]
        and _PAST_TENSE.search(before)
        and not _PRESENT.search(before)
    ):
        return True
    ended = _ENDED.search(raw)
    between = _WORDS.findall(raw[: ended.start()]) if ended else []
    return bool(ended) and all(word.lower() in _ENDING or word.isdigit() for word in between)


# --- mentions -----------------------------------------------------------------------------------------------------

_RESPECTIVELY = re.compile(r"(?i)(?<!\w)(?:respectively|in (?:that|this|the same) order)(?!\w)")


def _mentions(frame: _Frame, hits: list[_Hit], meant: list[Modality]) -> Iterator[GoalMention]:
    ordered = {where: n for n, where in enumerate(sorted({frame.at(hit.span.start) for hit in hits}))}
    groups: dict[int, list[int]] = {}
    for n, hit in enumerate(hits):
        groups.setdefault(frame.at(hit.span.start), []).append(n)
    for where, members in groups.items():
        each = _is_respective(frame, [hits[n] for n in members])
        span = frame.spans[where]
        for rank, n in enumerate(members):
            hit = hits[n]
            quote = Span(span.start, max(span.end, hit.span.end))
            yield GoalMention(hit.span, hit.goal, hit.target, meant[n], quote, ordered[where], rank, each)


def _is_respective(frame: _Frame, hits: list[_Hit]) -> bool:
    """Whether the goals of a sentence belong one by one to the things it names."""
    if len(hits) < 2:
        return False
    after = frame.after(hits[-1].span.end, 160)
    match = _RESPECTIVELY.search(after)
    if match and not re.search(r"\d", _TIDY.sub("", after[: match.start()])):
        return True
    return bool(_RESPECTIVELY.search(frame.before(hits[0].span.start, 80)))
