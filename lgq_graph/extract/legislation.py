"""Legislation: laws, decrees, ordinances, technical standards … with number, date, title and level.

A citation is read outwards from its type word ("Law", "Decree"): to the left its name or its issuer ("Data
Protection", "Federal", "City Council"), to the right what follows in any order: number, date, issuer, title, bracket.
What was read is a law only when it can be told from others: by a number, a proper title, or a full date. Words such
as "the law" or "Act now" have none of these. Every reach is bounded and stops at the type word before, so that reading
takes time in proportion to the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

import pycountry

from ..model import LawMention, Span
from .dates import find_dates, parse_date

__all__ = ["find_laws"]


def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


# --- words ----------------------------------------------------------------------------------------------------------

_TYPE_WORDS = {
    "constitution": "constitution constitución constituição",
    "law": "law laws statute statutes ley leyes lei leis loi lois legge leggi gesetz закон закона законом законе",
    "act": "act acts",
    "code": "code código codice кодекс",
    "decree": "decree decrees decree-law decree-laws decreto decretos decreto-lei décret décrets edict edicts указ указа "
    "указом постановление постановления постановлением",
    "ordinance": "ordinance ordinances ordenanza ordenanzas ordonnance",
    "regulation": "regulation regulations reglamento regulamento règlement regolamento verordnung",
    "directive": "directive directives directiva richtlinie",
    "resolution": "resolution resolutions resolución resoluciones resolução",
    "order": "order orders portaria arrêté распоряжение распоряжением распоряжения",
    "bylaw": "bylaw bylaws by-law by-laws bye-law bye-laws satzung",
    "rule": "rule rules",
    "agreement": "agreement agreements acuerdo acuerdos",
    "charter": "charter",
    "other": "decision decisions circular circulars proclamation proclamations",
}
_TYPE = {word: kind for kind, words in _TYPE_WORDS.items() for word in words.split()}
_MAY_BE_SMALL = _words("law act decree ordinance regulation directive resolution bylaw")
"""Types whose word in small letters still cites, given a number ("order No. 5" is rather a purchase)."""
_NUMBERED_BARE = _words("law act decree ordinance bylaw")
"""Types whose bare whole number cites: "Law 25", but not "Rule 5"."""
_NAMED = _words("law act code decree ordinance regulation directive bylaw")
"""Types that a name in front of them makes a title: "Open Data Ordinance"."""
_QUOTED = _MAY_BE_SMALL | {"order"}
_DATED = _words("law act decree ordinance resolution order")
_LOCAL_BY_DEFAULT = frozenset(("ordinance", "bylaw", "agreement", "charter"))
_ONE_WORD_NAMES = _words("law act ordinance constitution")

_QUALIFIERS = _words("""
    federal national state local municipal city county council councils provincial regional district metropolitan municipality town
    borough village royal presidential president's executive legislative supreme sovereign emiri amiri organic general
    public framework basic constitutional cabinet ministerial minister's ministry's government governor governor's mayor
    mayor's mayoral republic commission implementing delegated administrative emergency joint departmental special
    departmental prefectural private primary secondary interim provisional parliamentary subsidiary union eu european
    real prime territorial urban legal normative regulatory
    федеральный федерального федеральным федеральном
""")
_AFTER_HEAD = re.compile(
    r"(?:\s(?:Org[áâ]nica|Complementar|Municipal|Federal|Estatal|Estadual|Supremo|Legislativo|Ejecutivo|General|Geral|"
    r"Nacional|Distrital|Metropolitana|Provincial|Regional|Ministerial|organique)(?!\w)){1,2}"
)
_STARTERS = _words("""
    the in under by as per with following since after our this its pursuant according that these those a an and or of to if
    when while where through from for on at both his her their any each every such see also section article chapter part act
    please must should would will currently besides moreover additionally however although because before during within
""")
_NOT_NAMES = _STARTERS | _words("""
    all same said new old present current relevant other another first second third last next final draft proposed open
    international criminal murphy's moore's islamic sharia customary harvard balancing class family common civil
    business commercial corporate martial natural rule faculty school department court
""")
"""Words before a type word that alone make no name of a law; the first of them are in no name at all."""
_TOPICS_OF_OFFICE = _words(
    "open electronic digital smart safe sustainable green resilient inclusive good self mobile transparent"
)
"""Before "government" or "city" these make a topic, not an office: "Electronic Government Law"."""
_NOT_CODES = re.compile(
    r"(?i)\b(?:qr|bar|source|zip|post|postal|country|area|access|dress|promo|discount|area|security|pin|verification|open|hour)$"
)
_LEGAL_CODES = _words(
    "civil criminal penal administrative labour labor tax electoral municipal budget land housing commercial water family education procedure"
)
_FOREIGN_TO_LAW = re.compile(
    r"\s(?:[A-Z][a-z]{2,}|enforcement|firms?|schools?|students?|makers?|department|degree|suits?|court|abiding|tickets?)\b"
)
_NOT_AFTER = re.compile(
    r"(?i)(?:journal|gazette|bulletin|collection|body|faculty|school|rule|court|bachelor|master|doctor|university) of $"
)
_PURCHASE = re.compile(r"(?i)\b(?:purchase|work|job|service|sales|court|change|delivery|money|standing)\s$")

_JOINS = _words("""
    of the and to in for on with by or & from at under its a de del la las los el y e en et du des à le les da do dos das em para por der die und
""")
_NAME_JOINS = _words("of and to for in with from & or")
_ENDS_TITLE = _words("""
    is are was were be been being has have had which that who whose where when will shall must may can could should would
    regulates regulate establishes establish provides provide applies apply defines define requires require sets states
    governs ensures guarantees entered enters came comes adopted approved enacted passed dated published issued signed
    as also but if while since because so thus not this these those our their his her it we they you he she according
    there here such including include includes no nos number
""")
_NEVER_STARTS_TITLE = _words("""
    its our their his her which that this behalf top account time how what request demand hand board average monday
    tuesday wednesday thursday friday saturday sunday portal website platform internet site page web official line
    one each any all it them us every
""")
_AFTER_AND = _words("the a an our its their his her other others also is to in at by on for with it we is")
_OTHER_THINGS = re.compile(
    r"\b(?:Council|Ministry|Department|Mayor|Government|Policy|Strategy|Plan|Portal|Programme|Program|Constitution|Agency|Office)$"
)
_ISSUER_WORDS = _words("""
    government governments city council cabinet ministers minister ministry president parliament republic mayor governor
    administration municipality municipal state federation kingdom assembly department head district region province town
    county country european union commission committee secretary congress senate king emirate executive prefecture office
    authority board duma rada capital federal national local metropolitan akimat hokim khokim oblast people's united board
    правительства президента мэра администрации города республики министерства думы
""")
_KEEPS_S = _words(
    "children's people's citizens' citizen's women's consumer's consumers' workers' veterans' patients' victims' residents'"
)
_USUAL_COUNTRIES = (
    "Russia|Korea|South Korea|Republic of Korea|UAE|USA|US|UK|Great Britain|Scotland|Turkey|Iran|Vietnam|Bolivia|Tanzania|Moldova|"
    "Syria|Laos|Czech Republic|Venezuela|Taiwan|Palestine|Cape Verde|Ivory Coast|Brunei|Macedonia|Kosovo|People's Republic of China"
)
"""Usual names that the ISO list lacks. Georgia is left out: it is a state of the USA too."""
_FEDERATIONS = _words("AT AU BR DE FM IN MM MX MY NG SD SS US VE")

_LEVEL_WORDS = re.compile(
    r"""(?ix)\b(?:
      (?P<supranational>EU|EC|EEC|UE|European|United\sNations|UN|African\sUnion|ASEAN|ECOWAS|Mercosur|Eurasian|Andean)
    | (?P<national>\Agovernment(?!\sof)|Council\sof\s(?:Ministers|State)|(?:State|National|Federal|Supreme|Privy|Ministerial)\sCouncil|federal(?!\sdistrict)
      |national|royal|real|presidential|president(?:'s|’s)?|parliament\w*|republic|kingdom|federation|cabinet|minist(?:er|ers|ry|erial)|congress
      |senate|emiri|amiri|nacional|федеральн\w+|президента|республики|prime|supremo)
    | (?P<local>city|municipal\w*|council|local(?!\sgovernments?\s(?:act|code|law))|metropolitan\w*|district|town|township|borough|village|county|mayor\w*|urban|communal|distrital
      |capital|alcald\w+|ayuntamiento|concejo|prefeitura|мэра|города|hokim|akimat)
    | (?P<regional>governor\w*|prefectur\w+|provinc\w+|region\w*|oblast|canton\w*|estadual|estatal)
    )(?!\w)"""
)
_UNION_NUMBER = re.compile(r"(?:/(?:EC|EU|EEC|CE|UE))$")

# --- pieces of a citation -------------------------------------------------------------------------------------------

_URL = re.compile(r"(?i)(?:https?://|www\.)[^\s<>\"”»]{1,2000}")
_WORD = re.compile(r"(?<![\w@/.#-])(?:decree[ ]law|[^\W\d_][\w-]{1,20})(?![\w@/]|\.\w)", re.I)
_TOKEN = re.compile(r"[^\W_](?:[\w'’-]|[.&/](?=\w)){0,60}|[^\w\s]")
_NEXT = re.compile(r"(?P<gap>[ \xa0]{1,2}|,[ \xa0])(?P<word>[^\W_](?:[\w'’-]|[.&/](?=\w)){0,60}|&)")
_MARKER = r"(?:N(?:os?|r|úm|um)?\s?\.|N\s?[°ºo˚]\.?|[Nn][°º˚]|No|no\.|nº|nr\.?|num\.|№|#|N(?=\s\d)|[Nn]umber|Cap\.?)"
_NUMBER_BODY = (
    r"(?:[A-ZА-Я]{1,5}[/.-]\s?|[A-Z]{1,2}\s)?\d{1,7}(?:[.,]\d{3}(?!\d)|\.\d{1,2}(?!\d)){0,3}[A-Z]?"
    r"(?:\s?[/–-]\s?\d{1,6}(?!\d)|[./–-][A-ZА-Я]{1,6}[a-z]?\d{0,3}(?!\w)|-[a-zа-я]{1,2}(?![\w])){0,4}"
)
_ROMAN = r"[IVXLCDM]{1,9}(?=\s(?:of|de)\s\d{4})"
_NUMBER = re.compile(
    rf"(?P<lead>,?\s{{0,2}}\(?|,?\s{{0,2}}under\s)(?P<mark>{_MARKER}\s{{0,2}})?(?P<union>\((?:EU|EC|EEC|UE|CE|Euratom)\)\s?(?:{_MARKER}\s?)?)?"
    rf"(?P<open>\()?(?P<number>{_NUMBER_BODY}|{_ROMAN})(?(open)\))(?![\w%°]|[.,]\d)(?:\s(?:Coll|Sb)\.)?"
)
_DATE_LEAD = re.compile(
    r",?\s{0,2}\(?(?:(?:dated|of|from|as of|de|del|du|vom|от|adopted|enacted|approved|passed|issued|signed|promulgated|di|da|[Ss]eries(?:\sof)?)\s"
    r"(?:on\s|in\s)?(?:the\s)?(?:year\s)?(?:\d{1,2}\s[^\W\d_]{3,12}(?:\s[^\W\d_]{1,8})?\s1[34]\d\d\s(?:AH\s)?corresponding\sto\s)?"
    r"|for\sthe\syear\s(?:of\s)?|S-|[Ss]\.\s|/)?"
)
_YEARS_OF_LAWS = range(1900, 2100)
_YEAR = re.compile(r"(?:1[6-9]\d|20[0-4])\d(?![\w%]|[-–/.,]\d)(?!\s?(?:г\.)?[-–]\s?\d)")
_OF_YEAR = re.compile(r"\s(?:of|de)\s\d{4}")
_YEAR_BEFORE = re.compile(r"[Tt]he ((?:19|20)\d\d) $")
_THAI_YEAR = re.compile(r",?\s{0,2}\(?B\.?E\.?\s?(2[45]\d\d)(?:\s?\(\d{4}\)|\))?")
_DAY_AND_MONTH = re.compile(
    r",?\s(?:of|de)\s(\d{1,2}\s(?:of\s|de\s)?[^\W\d_]{3,12}|[^\W\d_]{3,12}\s\d{1,2})(?!,?\s\d|\w)"
)
_CLOSING = re.compile(r"\s{0,2}\)")
_QUOTE = re.compile(
    r"\s{0,2}[,:–—-]?\s{0,2}(?:(?:entitled|titled|called|named|known as|on|about|«о»)\s)?"
    r"(?:\"(?!\s)([^\"\n]{2,400})\"|“([^”\n]{2,400})”|«([^»\n]{2,400})»|„([^“”\n]{2,400})[“”]|‘([^’\n]{2,400})’|'(?=[A-Z])([^'\n]{2,200})'(?!\w))"
)
_ABOUT = re.compile(r"(?i)(?:on|about|concerning|regarding|for|of|amending|о|об|sobre|relati\w+)\s")
"""How the title of a law begins. After a comma, quotes that begin otherwise are the next thing of a list."""
_ON = re.compile(
    r"(?i),?\s(?=((?:on|concerning|regarding|about|relating to|regulating|governing|establishing|for|sobre|relati(?:f|ve|vo|va) (?:à|al?|aux?)|portant|по|о|об)\s"
    r"(?:the\s|a\s|la\s|el\s)?)([^\W_][\w'’-]{1,40}))"
)
_SERIES = re.compile(
    r",\s[A-Z][\w-]{1,30}(?:\s(?:of\s|the\s){0,2}[A-Z][\w-]{1,30}){0,5},?"
    r"(?:\s(?:and|y|e)\s(?:[a-z]{2,4}\s){0,2}[A-Z]|,\s[A-Z][\w-]{1,30}\s(?:[A-Z][\w-]{1,30}\s)?and\s[A-Z])"
)
_BY = re.compile(
    r",?\s(?:(?:issued|approved|adopted|passed|enacted)\sby\s|of\s|by\s|de\s|del\s|du\s|do\s|da\s|(?=[А-ЯЁ]))(?:the\s|la\s)?"
)
_OPENING = re.compile(
    r"\s{0,2}\((?:the\s)?(?P<head>(?:[A-Z][\w-]{1,20}\s){0,3}(?:Act|Law|Decree|Ordinance|Republic Act|Ley|Lei)(?=\s)\s?)?"
)
_NAME_IN_BRACKET = re.compile(
    r"\s{0,2}\((?:the\s|[“\"])?([A-Z][^()\n\"”]{2,90}\s(?:Act|Law|Ordinance|By-?law|Code|Regulations?|Decree))[”\"]?\)"
)
_ABBREVIATION = re.compile(r"\s{0,2}\((?:the\s)?[\"“]?[A-Z][A-Za-z0-9&./-]{0,12}[A-Z][A-Za-z]?[\"”]?\)")
_MORE = re.compile(r"(?:\s?[,;]\s|,?\s(?:and|y|e|et|und|&|as well as)\s)(?:the\s)?")
_QUOTE_BEFORE = re.compile(r"[\"“«]([^\"”»\n]{2,300})[\"”»]\s$")
_COMPOUND = re.compile(r"(?<!\w)[A-ZÄÖÜ][\wäöüß-]{3,60}(?:gesetz|verordnung|satzung)(?!\w)")
_JOINED_NAMES = re.compile(
    r"\s{0,2}(?:\((?:the\s)?|,?\s(?:or|also known as|also called|known as)\s(?:the\s)?|,\s|\s[–—-]\s)$"
)

_APPOSED = re.compile(r"(?:\w+ ){1,2}(?:of|de|que|that)\b")
"""A name in Romance manner, which after a comma explains the number before it: "Law No. 5, Law of Transparency"."""

_KNOWN = (
    (re.compile(r"(?<!\w)UK GDPR(?!\w)"), "regulation", "", "national"),
    (
        re.compile(
            r"(?<!\w)(?:General Data Protection Regulation(?:\s\((?:EU\s)?GDPR\))?|(?<!UK )GDPR|RGPD|DSGVO)(?!\w)"
        ),
        "regulation",
        "2016/679",
        "supranational",
    ),
    (re.compile(r"(?<!\w)eIDAS(?:\s[Rr]egulation)?(?!\w)"), "regulation", "910/2014", "supranational"),
)
"""Acts that everybody knows by an abbreviation: pattern, type, number, level."""

_STANDARDS = (
    (
        "supranational",
        re.compile(
            r"(?<![\w-])(?:ISO|IEC)(?:/(?:IEC|IEEE|TS|TR|PAS|IWA|DIS|HL7)){0,3}(?:\s(?:TS|TR|IWA))?[\s-](?P<number>\d{3,5}(?:-\d{1,3})?(?::\d{4})?)(?!\w)"
        ),
    ),
    (
        "supranational",
        re.compile(
            r"(?<![\w-])(?:ETSI\s)?EN\s(?P<number>\d{3}\s\d{3}(?:\s?V\d[\d.]{0,6})?|(?:ISO|IEC)\s\d{3,5}|(?!20[0-3]\d(?![-:]))\d{4,5}(?:-\d{1,3})?(?::\d{4})?)(?!\w)"
        ),
    ),
    (
        "supranational",
        re.compile(r"(?<![\w-])ITU-T\s(?:Recommendation\s)?(?P<number>[A-Z]\.\d{1,5}(?:\.\d{1,3})?)(?!\w)"),
    ),
    (
        "supranational",
        re.compile(
            r"(?<![\w-])(?P<title>Web Content Accessibility Guidelines|WCAG)(?:\s\(WCAG\))?(?:(?:\s(?:[Vv]ersion\s|v\.?\s?)?|-|\s\(v)(?P<number>[1-3]\.\d)(?!\d|\.\d))?(?:\s\(WCAG\))?(?![\w-]*\w)"
        ),
    ),
    (
        "national",
        re.compile(
            r"(?<!\w)(?:GOST|ГОСТ)\s(?P<number>(?:(?:R|Р|ISO|ИСО|IEC|МЭК|ISO/IEC)\s){0,3}\d{1,6}(?:\.\d{1,4}){0,3}(?:[-–]\d{2,4})?)(?!\w)"
        ),
    ),
    (
        "national",
        re.compile(
            r"(?<![\w-])(?:BS|DIN|ÖNORM|KS|JIS|AS/NZS|SANS|UNE|UNI|NBR|ABNT NBR|NTC|NCh|SNI|TCVN|GB/T|TIS|CNS)\s"
            r"(?P<number>(?:(?:EN|ISO|IEC|ISO/IEC|[A-Z])\s){0,3}\d{4,6}(?:-\d{1,4}){0,2}(?::\d{4})?)(?!\w)"
        ),
    ),
    ("national", re.compile(r"(?<![\w-])(?:FIPS|NIST SP)\s(?:PUB\s)?(?P<number>\d{3}-\d{1,3})(?!\w)")),
)
"""Technical standards by their issuer's letters; what follows the letters is the number."""


@dataclass(slots=True)
class _Draft:
    """A citation while it is read. `end` moves right; `words` are those that tell the level."""

    type: str
    head: Span
    start: int
    end: int
    capital: bool = True
    plural: bool = False
    title: Span | None = None
    titled_by: str = ""
    number: str = ""
    marked: bool = False
    date: str = ""
    words: list[str] = field(default_factory=list)
    issued: bool = False


@dataclass(frozen=True, slots=True)
class _Page:
    """A text with its URLs blanked out, the dates by where they start, and whose city it is."""

    text: str
    dates: dict[int, tuple[int, str]]
    iso2: str
    city: str


def find_laws(text: str, iso2: str = "", month_first: bool = False, city: str = "") -> tuple[LawMention, ...]:
    """Every law and technical standard that `text` cites, in order of place, each citation once.

    `iso2` and `city` say whose text it is, so that "Law of the city of N" is local; `month_first` is the custom of its
    country for dates in numbers. What the words do not tell of type and level is left out of `certain`.
    """
    page = _page(text, iso2, month_first, city)
    acts = [_mention(page, draft) for draft in _drafts(page)]
    found = _apart([*acts, *_compounds(page), *_known(page), *_standards(page)])
    return tuple(_joined(page, found))


def _page(text: str, iso2: str, month_first: bool, city: str) -> _Page:
    blank = _URL.sub(lambda match: "\ue000" * len(match[0]), text)
    found = find_dates(blank, month_first=month_first)
    dates = {mention.span.start: (mention.span.end, mention.iso) for mention in found}
    own = _fold(city)
    return _Page(blank, dates, iso2.upper(), "" if own in _countries() else own)


# --- citations around a type word -----------------------------------------------------------------------------------


def _drafts(page: _Page) -> Iterator[_Draft]:
    """The citations that are proper ones; the search goes on behind each, and no name reaches over a type word."""
    floor = 0
    for match in _WORD.finditer(page.text):
        word = match[0].lower().replace(" ", "-")
        if (
            match.start() < floor
            or word not in _TYPE
            or _NOT_AFTER.search(_before(page.text, match.start(), 16))
        ):
            continue
        read = list(_citations(page, match, word, floor))
        yield from read
        floor = max(match.end(), read[-1].end if read else 0)


def _citations(page: _Page, match: re.Match[str], word: str, floor: int) -> Iterator[_Draft]:
    """The citation at a type word, and the numbers enumerated after it ("Laws 5 of 2014 and 7 of 2012")."""
    span = Span(*match.span())
    plural = (word.endswith("s") and not word.endswith("ss")) or word == "leggi"
    draft = _Draft(_TYPE[word], span, span.start, span.end, match[0][0].isupper(), plural)
    _read_left(page, draft, floor)
    _read_adjectives(page, draft)
    _read_right(page, draft)
    _mend_name(page, draft)
    while _is_proper(page, draft):
        yield draft
        following = _enumerated(page, draft)
        if following is None:
            return
        draft = following


def _before(text: str, at: int, size: int) -> str:
    """At most `size` characters before a place."""
    return text[max(0, at - size) : at]


def _mend_name(page: _Page, draft: _Draft) -> None:
    """A name all of words that qualify ("Local Government Act"), and a year before a name ("the 2018 Privacy Act")."""
    bare = draft.type == "act" and not (draft.title or draft.number or draft.issued)
    if bare and re.search(
        r"(?i)\b(?:government|municipal|city|county|council|district)", " ".join(draft.words)
    ):
        draft.title, draft.titled_by = Span(draft.start, draft.head.end), "name"
        draft.words.clear()
    before = _YEAR_BEFORE.search(page.text, max(0, draft.start - 9), draft.start)
    if before and draft.titled_by == "name" and not draft.date:
        draft.start, draft.date = before.start(1), before[1]


def _enumerated(page: _Page, draft: _Draft) -> _Draft | None:
    """The next number after "and" or a comma; a singular type word enumerates only numbers with their "No."."""
    join = _MORE.match(page.text, draft.end)
    if not join or not draft.number:
        return None
    at = join.end()
    fresh = _Draft(draft.type, draft.head, at, at, draft.capital, draft.plural, words=list(draft.words))
    number = _NUMBER.match(page.text, join.end())
    if (
        not number
        or number["lead"]
        or not (number["mark"] or (draft.plural and _counts_as_number(page, number)))
    ):
        return None
    _take_number(fresh, number)
    fresh.marked = True
    _read_right(page, fresh)
    return fresh


def _counts_as_number(page: _Page, number: re.Match[str]) -> bool:
    """Whether a bare number in an enumeration cites: composite, with its year, or nothing counted after it."""
    counts_things = re.match(r"\s\w", page.text[number.end() : number.end() + 2])
    return (
        not number["number"].isdigit() or not counts_things or bool(_OF_YEAR.match(page.text, number.end()))
    )


# --- to the left ----------------------------------------------------------------------------------------------------


def _read_left(page: _Page, draft: _Draft, floor: int) -> None:
    """Issuer, qualifiers or name in front of the type word; or a quoted title."""
    name = _name_before(page.text, max(floor, draft.head.start - 160), draft)
    if name is None:
        _quoted_before(page, draft, floor)
        return
    words = name.of(page.text)
    draft.start = name.start
    if _is_issuer(page, draft, words):
        draft.words.append(words)
        _quoted_before(page, draft, floor)
    else:
        draft.title, draft.titled_by = Span(name.start, draft.head.end), "name"


def _name_before(text: str, floor: int, draft: _Draft) -> Span | None:
    """The capitalised words right before the type word, with the small words between them."""
    window = text[floor : draft.head.start]
    tokens = list(_TOKEN.finditer(window))
    if not tokens or not re.fullmatch(r"[ \xa0]{1,2}|-", window[tokens[-1].end() :]):
        return None
    chosen = _name_tokens(window, tokens)
    while chosen and chosen[0][0].lower() in _STARTERS:
        chosen.pop(0)
    if not chosen or (chosen[-1][0].lower() in _NOT_NAMES and len(chosen) == 1 and draft.type != "code"):
        return None
    return Span(floor + chosen[0].start(), floor + chosen[-1].end())


def _name_tokens(window: str, tokens: list[re.Match[str]]) -> list[re.Match[str]]:
    chosen: list[re.Match[str]] = []
    at = len(tokens) - 1
    while at >= 0:
        step = _name_step(window, tokens, at, bool(chosen))
        if not step:
            break
        chosen[:0] = tokens[at - step + 1 : at + 1]
        at -= step
        if _is_capital(chosen[0][0]) and _ends_name(chosen[0][0]):
            chosen.pop(0)
            break
    return chosen


def _name_step(window: str, tokens: list[re.Match[str]], at: int, inside: bool) -> int:
    """How many tokens up to `at` belong to the name: a capitalised word, a qualifier, or joining words after one."""
    token = tokens[at]
    if at + 1 < len(tokens) and not re.fullmatch(
        r"[ \xa0]{0,2}", window[token.end() : tokens[at + 1].start()]
    ):
        return 0
    if _is_capital(token[0]) or (token[0] in _QUALIFIERS and _only_small(tokens[at + 1 :])):
        return 1
    if token[0] == ")":
        return _bracket_step(tokens, at)
    return _joining_step(tokens, at) if inside else 0


def _only_small(tokens: list[re.Match[str]]) -> bool:
    """Whether at most a few qualifiers in small letters lie between here and the type word."""
    return len(tokens) <= 2 and all(token[0].lower() in _QUALIFIERS for token in tokens)


def _bracket_step(tokens: list[re.Match[str]], at: int) -> int:
    """A bracket within a name: "Personal Data (Privacy) Ordinance"."""
    for size in range(2, min(24, at)):
        if tokens[at - size][0] == "(":
            capital = _is_capital(tokens[at - size + 1][0]) and _is_capital(tokens[at - size - 1][0])
            return size + 1 if capital and size > 1 else 0
    return 0


def _joining_step(tokens: list[re.Match[str]], at: int) -> int:
    """Joining words ("of", "and the") count when a capitalised word that can name something stands before them."""
    size = 0
    while size < 3 and at - size >= 0 and tokens[at - size][0] in _NAME_JOINS | {"the"}:
        size += 1
    before = tokens[at - size][0] if at - size >= 0 else ""
    first = tokens[at - size + 1][0] if size else ""
    if not size or not _is_capital(before) or before.lower() in _STARTERS or first == "the":
        return 0
    if tokens[at][0] == "the" and (
        first not in ("of", "in", "for") or at - size == 0 or tokens[at - size - 1][0] in ".;:!?"
    ):
        return 0
    return 0 if first == "and" and _OTHER_THINGS.search(before) else size


def _ends_name(word: str) -> bool:
    """A word that stands before a name rather than in it: "The", "Under", "Kenya's"."""
    lower = word.lower().replace("’", "'")
    return lower in _STARTERS or (lower.endswith(("'s", "s'")) and lower not in _KEEPS_S | _QUALIFIERS)


def _is_capital(word: str) -> bool:
    """A word of a name: with a capital, or an ordinal before one ("21st")."""
    if word[:1].isdigit():
        return word[-1].isalpha()
    return word[:1].isupper() or (word[:2] in ("e-", "i-", "m-") and word[2:3].isupper())


def _is_issuer(page: _Page, draft: _Draft, words: str) -> bool:
    """Whether the words before the type word say who made it, and are no name of it."""
    parts = words.lower().split()
    if draft.type in ("code", "constitution", "charter") or (
        draft.type == "law" and parts[-1] == "municipality"
    ):
        return False
    if all(part in _QUALIFIERS for part in parts) or _fold(words) in _countries():
        return True
    if page.city and _fold(words).removesuffix(" city") == page.city.removesuffix(" city"):
        return True
    while parts[-1] in ("framework", "basic", "executive", "emergency"):
        parts.pop()
    topic = len(parts) > 1 and parts[-2] in _TOPICS_OF_OFFICE
    return parts[-1] in _ISSUER_WORDS and not topic and draft.type != "act"


def _quoted_before(page: _Page, draft: _Draft, floor: int) -> None:
    """A title in quotes directly before: the "Open Data" Ordinance."""
    if draft.type not in _QUOTED or draft.start == 0 or page.text[draft.start - 1] not in (" ", "\xa0"):
        return
    opener = {'"': '"', "”": "“", "»": "«"}.get(page.text[max(0, draft.start - 2)], "")
    at = page.text.rfind(opener, max(floor, draft.start - 302), draft.start - 2) if opener else -1
    if at >= 0 and (match := _QUOTE_BEFORE.match(page.text[at : draft.start])):
        draft.title, draft.titled_by = Span(*match.span(1)).shift(at), "quote"
        draft.start = at


# --- to the right ---------------------------------------------------------------------------------------------------


def _read_adjectives(page: _Page, draft: _Draft) -> None:
    """Adjectives that follow their noun in Romance languages: "Ley Orgánica"."""
    if match := _AFTER_HEAD.match(page.text, draft.end):
        draft.words.append(match[0].strip())
        draft.end = match.end()


def _read_right(page: _Page, draft: _Draft) -> None:
    """Whatever follows, in whatever order; each kind of piece once."""
    steps = (_read_date, _read_number, _read_quote, _read_bracket, _read_phrase, _read_issuer)
    for _ in range(10):
        if not any(step(page, draft) for step in steps):
            return


def _read_date(page: _Page, draft: _Draft) -> bool:
    """The date, once; a year may still be made a day: "Act of 2018, adopted on 3 May 2018"."""
    lead = _DATE_LEAD.match(page.text, draft.end)
    assert lead is not None
    bracket = "(" in lead[0]
    end, iso = _date_at(page, lead, draft, spelled=bool(lead[0].strip(" ,(\n")) or bracket)
    if not iso and not draft.date:
        return _read_thai_year(page, draft) or _read_day_of_numbered_year(page, draft)
    if not iso or (draft.date and not (len(iso) == 10 > len(draft.date) and iso.startswith(draft.date))):
        return False
    if bracket:
        closing = _CLOSING.match(page.text, end)
        if not closing:
            return False
        end = closing.end()
    draft.date, draft.end = iso, end
    return True


def _date_at(page: _Page, lead: re.Match[str], draft: _Draft, *, spelled: bool) -> tuple[int, str]:
    """The date after a lead, a bare year included where one may stand: after a name, a number or "of"."""
    at = lead.end()
    if at == draft.end or ("\n" in lead[0] and not spelled):
        return at, ""
    if at in page.dates and (len(page.dates[at][1]) > 4 or spelled):
        return page.dates[at]
    year = _YEAR.match(page.text, at)
    named = draft.titled_by in ("name", "issuer") or (draft.type == "act" and bool(draft.words))
    if not year or not (named or draft.title or draft.number) or _OF_YEAR.match(page.text, year.end()):
        return at, ""
    return (year.end(), year[0]) if spelled or named else (at, "")


def _read_thai_year(page: _Page, draft: _Draft) -> bool:
    """A year of the Buddhist era, 543 ahead of the common one."""
    match = _THAI_YEAR.match(page.text, draft.end)
    if match:
        draft.date, draft.end = str(int(match[1]) - 543), match.end()
    return bool(match)


def _read_day_of_numbered_year(page: _Page, draft: _Draft) -> bool:
    """ "Law 39/2015, of 1 October": the year is that of the number."""
    match = _DAY_AND_MONTH.match(page.text, draft.end)
    year = re.search(r"[/-]((?:19|20)\d\d)$", draft.number)
    iso = parse_date(f"{match[1]} {year[1]}") if match and year else ""
    if match and iso:
        draft.date, draft.end = iso, match.end()
    return bool(iso)


def _read_number(page: _Page, draft: _Draft) -> bool:
    match = (
        None
        if draft.number or draft.type in ("constitution", "charter", "code")
        else _NUMBER.match(page.text, draft.end)
    )
    if not match or (
        match["lead"].endswith("(") and not match["lead"].strip(" (") and not _closes(page, match)
    ):
        return False
    sure = bool(match["mark"] or match["union"])
    if not sure and not _bare_number_cites(page, draft, match):
        return False
    _take_number(draft, match)
    draft.marked = sure
    if match["lead"].endswith("("):
        draft.end = match.end() + 1
    return True


def _closes(page: _Page, match: re.Match[str]) -> bool:
    """ "(No. 31)" and "(306/2019)" are numbers in brackets; "(24)" may be anything."""
    return page.text[match.end() : match.end() + 1] == ")" and bool(
        match["mark"] or "/" in match["number"] or "." in match["number"]
    )


def _bare_number_cites(page: _Page, draft: _Draft, match: re.Match[str]) -> bool:
    """Whether a number without "No." is the law's: directly after the type word, and not a count or a year."""
    if match["lead"].endswith("("):
        return True
    apart = draft.end > draft.head.end and draft.titled_by in ("quote", "on")
    if draft.date or match["lead"] not in (" ", "\xa0") or not draft.capital:
        return False
    if apart:
        return re.fullmatch(r"\d{1,5}/\d{4}", match["number"]) is not None
    if _OF_YEAR.match(page.text, match.end()) or not match["number"].isdigit():
        return True
    value = int(match["number"])
    if draft.titled_by == "name" and (value < 100 or value in _YEARS_OF_LAWS):
        return False
    return draft.type in _NUMBERED_BARE or bool(draft.words)


def _take_number(draft: _Draft, match: re.Match[str]) -> None:
    draft.number = re.sub(r"\s(?=[/–-])|(?<=[/–-])\s", "", match["number"])
    if match["union"]:
        draft.words.append("EU")
    draft.end = match.end()


def _read_quote(page: _Page, draft: _Draft) -> bool:
    match = (
        None
        if draft.titled_by in ("quote", "on") or draft.type == "code"
        else _QUOTE.match(page.text, draft.end)
    )
    if not match or match.lastindex is None:
        return False
    words = match[match.lastindex]
    start = match.start(match.lastindex) + len(words) - len(words.lstrip())
    title = Span(start, match.start(match.lastindex) + len(words.rstrip(" ,.;")))
    listed = page.text[draft.end : match.end()].lstrip()[:1] in (",", "-", "–", "—") and not _ABOUT.match(
        words
    )
    if listed or title.start >= title.end:
        return False
    draft.title, draft.titled_by, draft.end = title, "quote", match.end()
    return True


def _read_bracket(page: _Page, draft: _Draft) -> bool:
    """A bracket that cites the same law: "(Act No. 30 of 2011)", "(FOIL)", "(Open Data Law)"; never one with a link."""
    opening = _OPENING.match(page.text, draft.end)
    if not opening:
        return False
    inner = replace(draft, end=opening.end(), words=list(draft.words), date="")
    number = None if draft.number else _NUMBER.match(page.text, opening.end())
    if (
        number
        and not number["lead"]
        and (opening["head"] or number["mark"] or not number["number"].isdigit())
    ):
        _take_number(inner, number)
        inner.marked = True
        _read_date(page, inner)
        if closing := _CLOSING.match(page.text, inner.end):
            draft.number, draft.date, draft.marked = inner.number, draft.date or inner.date, True
            draft.end = closing.end()
            return True
    return _read_name_in_bracket(page, draft) or _read_abbreviation(page, draft)


def _read_name_in_bracket(page: _Page, draft: _Draft) -> bool:
    match = _NAME_IN_BRACKET.match(page.text, draft.end) if draft.number and not draft.title else None
    if match:
        draft.title, draft.titled_by, draft.end = Span(*match.span(1)), "quote", match.end()
    return bool(match)


def _read_abbreviation(page: _Page, draft: _Draft) -> bool:
    match = _ABBREVIATION.match(page.text, draft.end) if draft.title or draft.number else None
    if match:
        draft.end = match.end()
    return bool(match)


def _read_phrase(page: _Page, draft: _Draft) -> bool:
    """A title without quotes: "on Open Data". With the type word right before it, that word is part of the title."""
    untitled = (draft.title is None or _has_one_word(page, draft)) and draft.type != "constitution"
    match = _ON.match(page.text, draft.end) if untitled else None
    if (
        not match
        or match[2].lower() in _NEVER_STARTS_TITLE
        or match[2][0].isdigit()
        or match.start(2) in page.dates
    ):
        return False
    capital = match[2][0].isupper()
    if match[1].lower().startswith("for") and not capital:
        return False
    end = _walk_capitals(page.text, match.end(1)) if capital else _walk_small(page.text, match.end(1))
    if end <= match.start(2):
        return False
    contiguous = not draft.number and not draft.date and not draft.issued and draft.capital
    draft.title = Span(draft.start if contiguous else match.start(1), end)
    draft.titled_by, draft.end = "on", end
    return True


def _has_one_word(page: _Page, draft: _Draft) -> bool:
    """A name of one word with nothing read after it: "Danish Act", which may go on "on Digital Post"."""
    word = page.text[draft.start : max(draft.start, draft.head.start - 1)]
    return draft.titled_by == "name" and " " not in word and draft.end == draft.head.end


def _words_from(text: str, at: int, limit: int = 40) -> Iterator[re.Match[str]]:
    """The words from a place on, while only blanks or commas part them; the first may start right there."""
    for _ in range(limit):
        match = _NEXT.match(text, at)
        if not match:
            return
        yield match
        at = match.end()


def _walk_capitals(text: str, start: int) -> int:
    """The end of a title whose words have capitals."""
    end, pending = start, 0
    for match in _words_from(text, start - 1):
        word = match["word"]
        if match["gap"][0] == "," and not _goes_on(text, match.start()):
            break
        if word in ("No", "Nos", "N", "Nr") or (_is_head(word) and _cites_anew(text, match)):
            break
        if word[0].isupper():
            end, pending = match.end(), 0
        elif (
            word in _JOINS
            and pending < 2
            and not (word == "the" and _before(text, match.start(), 4) == " and")
        ):
            pending += 1
        else:
            break
    return end


def _cites_anew(text: str, match: re.Match[str]) -> bool:
    """Whether a type word within a title starts another citation: after "and" or a comma, or with a number."""
    joined = _before(text, match.start(), 4).endswith((" and", " or", " &")) or match["gap"][0] == ","
    return joined or bool(re.match(rf"\s(?:{_MARKER}\s?)?\d", text[match.end() : match.end() + 12]))


def _goes_on(text: str, at: int) -> bool:
    """Whether a comma lies within a title: a series with its "and" follows, none of it a thing of its own."""
    match = _SERIES.match(text, at)
    if not match:
        return False
    return not any(_is_head(word) or _OTHER_THINGS.search(word) for word in re.findall(r"\w+", match[0]))


def _walk_small(text: str, start: int) -> int:
    """The end of a title in small letters: before a verb, a bracket, a comma, an "and" that starts something else."""
    end, before_and, joined = start, 0, False
    for match in _words_from(text, start - 1, 30):
        word = match["word"].lower()
        if match["gap"][0] == "," or word in _ENDS_TITLE or _is_head(match["word"]):
            return before_and or end
        if joined and word in _AFTER_AND:
            return before_and
        joined = word == "and"
        if joined:
            before_and = end
        elif word not in _JOINS:
            end = match.end()
    return end


def _is_head(word: str) -> bool:
    return word[0].isupper() and word.lower() in _TYPE


def _read_issuer(page: _Page, draft: _Draft) -> bool:
    """Who made it: "of the Government of N"; or, in Romance manner, its name: "General Law of Transparency"."""
    match = _BY.match(page.text, draft.end)
    end = _walk_issuer(page.text, match.end()) if match else 0
    if not match or end <= match.end():
        return False
    words = page.text[match.end() : end]
    if _says_who(page, words) or draft.number or (draft.title and draft.titled_by != "name"):
        draft.words.append(words)
        draft.issued = True
    elif not _name_after(page, draft, match, words):
        return False
    if draft.type in ("constitution", "charter") and draft.titled_by != "quote":
        draft.title, draft.titled_by = Span(draft.start, end), "issuer"
    draft.end = max(end, draft.end)
    return True


def _walk_issuer(text: str, start: int) -> int:
    end, pending, office = start, 0, False
    for match in _words_from(text, start - 1, 16):
        word = match["word"]
        if _is_head(word) or word in ("No", "Nos", "N", "Nr", "Dated", "On", "Concerning", "Regarding"):
            break
        if match["gap"][0] == "," and not (office and word[0].isupper()):
            break
        if word[0].isupper() or word.lower() in _ISSUER_WORDS:
            end, pending = match.end(), 0
            office = office or word.lower() in ("ministry", "department", "minister", "parliament")
        elif pending < 3 and (
            word in ("of", "the", "for", "de", "del", "do", "da", "la") or (office and word == "and")
        ):
            pending += 1
        else:
            break
    return end


def _says_who(page: _Page, words: str) -> bool:
    """Whether the words after "of" are an issuer or a place that makes laws."""
    parts = words.lower().split()
    if any(part in _ISSUER_WORDS for part in parts) or any(
        _fold(part) in _countries() for part in re.split(r"\sof\s(?:the\s)?", words)
    ):
        return True
    return _names_city(page, words)


def _name_after(page: _Page, draft: _Draft, match: re.Match[str], words: str) -> bool:
    """A Romance name: at least two capitalised words, and more than a place could have."""
    if (
        draft.title
        or not draft.capital
        or draft.plural
        or draft.type not in ("law", "act", "ordinance", "code")
    ):
        return False
    end = _walk_capitals(page.text, match.end())
    parts = page.text[match.end() : end].split()
    capitals = sum(part[0].isupper() for part in parts)
    framing = re.search(
        r"(?i)\b(?:organic|general|framework|basic|org[áâ]nica|geral)\b", " ".join(draft.words)
    )
    if draft.type == "code" or (not framing and (capitals < 2 or capitals == len(parts) < 3)):
        return False
    draft.title, draft.titled_by, draft.end = Span(draft.start, end), "of", end
    return True


# --- judging --------------------------------------------------------------------------------------------------------


def _is_proper(page: _Page, draft: _Draft) -> bool:
    """Whether what was read tells one law from others."""
    if draft.number:
        return _is_numbered(page, draft)
    if draft.titled_by == "quote":
        begins_well = draft.title is not None and not page.text[draft.title.start].islower()
        return begins_well and draft.type in _QUOTED and (draft.capital or draft.type in _MAY_BE_SMALL)
    if draft.titled_by in ("on", "of"):
        return _is_phrased(page, draft)
    if draft.type in ("constitution", "charter"):
        return _is_founding(page, draft)
    if draft.title and _is_named(page, draft):
        return True
    return len(draft.date) == 10 and draft.type in _DATED and (draft.capital or draft.issued)


def _is_numbered(page: _Page, draft: _Draft) -> bool:
    if draft.marked:
        small = draft.type in _MAY_BE_SMALL or draft.capital
        if draft.type == "agreement" and draft.titled_by == "name":
            return False
        return small and not (
            draft.type == "order" and _PURCHASE.search(_before(page.text, draft.head.start, 20))
        )
    if not draft.number.isdigit() or draft.date or draft.title:
        return True
    return int(draft.number) not in _YEARS_OF_LAWS and (int(draft.number) >= 100 or bool(draft.words))


def _is_phrased(page: _Page, draft: _Draft) -> bool:
    """ "Law on Open Data": one law, with a capital; a title in small letters is longer at the start of a sentence."""
    if (
        draft.title is None
        or draft.plural
        or not draft.capital
        or draft.type not in _NAMED | {"resolution", "order"}
    ):
        return False
    if draft.type in ("resolution", "order", "code"):
        return bool(draft.date or draft.issued)
    inner = page.text[max(draft.head.end, draft.title.start) : draft.title.end]
    capitals = len(re.findall(r"(?<!\w)[A-ZÀ-ÞА-Я]", inner))
    if capitals >= 2 or draft.issued or draft.date:
        return True
    size = len(inner.split())
    wanted = 4 if _begins_sentence(page.text, draft.start) and draft.start == draft.head.start else 2
    return size >= wanted and draft.type in ("law", "act", "ordinance")


def _begins_sentence(text: str, at: int) -> bool:
    before = _before(text, at, 4).rstrip(' "“(')
    return not before or before[-1] in ".\n:)!?"


def _is_founding(page: _Page, draft: _Draft) -> bool:
    """A constitution or charter: with whose it is."""
    words = draft.title.of(page.text) if draft.title else ""
    if not draft.capital or draft.plural or not words:
        return False
    if draft.type == "constitution":
        return (
            draft.titled_by == "issuer"
            or bool(draft.date)
            or _before(page.text, draft.start, 4).lower() == "the "
        )
    return bool(re.search(r"(?i)\b(?:city|municipal\w*|county|town|home rule)\b", words)) or _names_city(
        page, words
    )


def _is_named(page: _Page, draft: _Draft) -> bool:
    """A capitalised name of two words or more; of one word with its article, a year, or an issuer."""
    if not draft.capital or not draft.title or draft.type not in _NAMED | {"rule"}:
        return False
    name = page.text[draft.title.start : draft.head.start].strip()
    told = bool(draft.date or draft.issued or draft.end > draft.head.end)
    if not told and _FOREIGN_TO_LAW.match(page.text, draft.head.end):
        return False
    if draft.type == "code":
        return _is_code(page, draft, name)
    if (draft.type == "rule" or (draft.plural and draft.type != "regulation")) and not draft.date:
        return False
    words = [word for word in re.split(r"[\s(]+", name) if _is_capital(word)]
    if len(words) >= 2:
        return True
    if draft.type not in _ONE_WORD_NAMES or name.lower() in _NOT_NAMES:
        return False
    return draft.issued or bool(draft.date) or _before(page.text, draft.start, 4).lower() == "the "


def _is_code(page: _Page, draft: _Draft, name: str) -> bool:
    """A code of law, not a QR code: a legal adjective, or two words none of which is such a code's."""
    words = name.split()
    if _NOT_CODES.search(name) or not words:
        return False
    last = words[-1].lower()
    return last in _LEGAL_CODES or (
        len(words) >= 2 and (bool(draft.date) or draft.issued or last == "administration")
    )


# --- level ----------------------------------------------------------------------------------------------------------


def _level(page: _Page, draft: _Draft) -> tuple[str, bool]:
    """Local, national or supranational, and whether the words say it."""
    words = " , ".join(draft.words)
    if _UNION_NUMBER.search(draft.number) or re.search(r"\b(?:EU|European)\b", words):
        return "supranational", True
    named = draft.title.of(page.text) if draft.title and draft.titled_by != "quote" else ""
    if _names_city(page, words) or (draft.titled_by != "on" and _names_city(page, named)):
        return "local", True
    told = _LEVEL_WORDS.search(words) or _LEVEL_WORDS.match(named)
    if draft.type in ("charter", "code") and not told:
        told = _LEVEL_WORDS.search(named)
    in_name = told is not None and not _LEVEL_WORDS.search(words) and draft.type in ("act", "law")
    if told and told.lastgroup != "regional" and not (in_name and told.lastgroup == "local"):
        return str(told.lastgroup), True
    if _names_country(words) or _names_country(named):
        return "national", True
    return _default_level(page, draft, words, told is not None and told.lastgroup == "regional"), False


def _default_level(page: _Page, draft: _Draft, words: str, regional: bool) -> str:
    """What is likely when the words do not tell: below the nation, the nation's law, or the city's ordinance."""
    own_state = page.iso2 in _FEDERATIONS and re.search(r"(?i)\bstate\b", words)
    other_government = re.search(r"(?i)\bgovernment of (?!the\b)", words)
    budget = (
        draft.title
        and re.search(r"(?i)\bbudget\b", draft.title.of(page.text))
        and _names_city(page, draft.title.of(page.text))
    )
    local = regional or own_state or other_government or budget or draft.type in _LOCAL_BY_DEFAULT
    return "local" if local else "national"


@cache
def _countries() -> frozenset[str]:
    """The names of all countries, folded."""
    fields = ("name", "official_name", "common_name")
    names = {getattr(country, name, "") for country in pycountry.countries for name in fields}
    return frozenset(_fold(name) for name in names | set(_USUAL_COUNTRIES.split("|")) if name) - {"georgia"}


def _names_country(words: str) -> bool:
    """Whether the words end with, or are led by, the name of a country."""
    folded = _fold(words)
    parts = [part for piece in folded.split(" , ") for part in re.split(r"\bof (?:the )?", piece)]
    leads = (" ".join(part.split()[:size]) for part in parts for size in (1, 2, 3))
    return any(lead in _countries() for lead in leads)


def _names_city(page: _Page, words: str) -> bool:
    return bool(page.city) and re.search(rf"(?<!\w){re.escape(page.city)}(?!\w)", _fold(words)) is not None


def _fold(words: str) -> str:
    """Lower case without accents, for comparing names."""
    plain = unicodedata.normalize("NFKD", words.replace("’", "'")).casefold()
    return " ".join("".join(char for char in plain if not unicodedata.combining(char)).split())


# --- mentions -------------------------------------------------------------------------------------------------------


def _mention(page: _Page, draft: _Draft) -> LawMention:
    level, told = _level(page, draft)
    certain = ("type", "level") if told else ("type",)
    title = draft.title.of(page.text) if draft.title else ""
    return LawMention(
        Span(draft.start, draft.end), title, draft.type, draft.number, draft.date, level, draft.title, certain
    )


def _compounds(page: _Page) -> Iterator[LawMention]:
    """German laws whose name is one word: "Onlinezugangsgesetz"."""
    for match in _COMPOUND.finditer(page.text):
        span = Span(*match.span())
        kind = {"g": "regulation", "n": "bylaw"}.get(match[0][-1], "law")
        yield LawMention(
            span, match[0], kind, "", "", "local" if kind == "bylaw" else "national", span, ("type",)
        )


def _known(page: _Page) -> Iterator[LawMention]:
    for pattern, kind, number, level in _KNOWN:
        for match in pattern.finditer(page.text):
            span = Span(*match.span())
            title = Span(span.start, span.start + len(match[0].split(" (")[0]))
            yield LawMention(span, title.of(page.text), kind, number, "", level, title)


def _standards(page: _Page) -> Iterator[LawMention]:
    for level, pattern in _STANDARDS:
        for match in pattern.finditer(page.text):
            titled = "title" in pattern.groupindex
            title = Span(*match.span("title")) if titled else None
            yield LawMention(
                Span(*match.span()),
                match["title"] if titled else "",
                "standard",
                match["number"] or "",
                "",
                level,
                title,
            )


def _apart(mentions: list[LawMention]) -> list[LawMention]:
    """No two over the same words: of two that meet, the one with a number, then the longer."""
    kept: list[LawMention] = []
    for mention in sorted(mentions, key=lambda law: (law.span, law.type)):
        if not kept or not kept[-1].span.meets(mention.span):
            kept.append(mention)
        elif _weight(mention) > _weight(kept[-1]):
            kept[-1] = mention
    return kept


def _weight(law: LawMention) -> tuple[bool, int]:
    return bool(law.number), law.span.end - law.span.start


def _joined(page: _Page, found: list[LawMention]) -> Iterator[LawMention]:
    """One mention for a law cited twice in a breath: "Law No. 5 of 2012 (Access to Information Law)"."""
    waiting: LawMention | None = None
    for law in found:
        both = _one_of(page, waiting, law) if waiting else None
        if waiting and both is None:
            yield waiting
        waiting = both or law
    if waiting:
        yield waiting


def _one_of(page: _Page, first: LawMention, second: LawMention) -> LawMention | None:
    """The two as one, when brackets or an "or" join them and they do not contradict each other."""
    between = page.text[first.span.end : min(second.span.start, first.span.end + 24)]
    join = _JOINED_NAMES.fullmatch(between) if first.span.end + 24 > second.span.start else None
    closing = _CLOSING.match(page.text, second.span.end) if "(" in between else None
    if not join or ("(" in between) != bool(closing) or not _agree(first, second):
        return None
    if between.strip() in (",", "-", "–", "—") and not (
        first.type == second.type and _APPOSED.match(second.title)
    ):
        return None
    end = closing.end() if closing else second.span.end
    titled = first if first.title_span else second
    return replace(
        first,
        span=Span(first.span.start, end),
        title=titled.title,
        title_span=titled.title_span,
        number=first.number or second.number,
        date=first.date or second.date,
        level=second.level if "level" in second.certain else first.level,
        certain=first.certain if "level" in first.certain else second.certain,
    )


def _agree(first: LawMention, second: LawMention) -> bool:
    """Whether they can be one law: the same number or only one numbered, and one title between them."""
    if first.type == "standard" or second.type == "standard":
        return False
    same = bool(first.number) and first.number == second.number
    return same or (bool(first.number) != bool(second.number) and not (first.title and second.title))
