"""Where a name begins: quotation marks, capitals, and the noun phrase that ends at a given place.

A candidate is a span with whether it is a proper name (quoted, or written with capitals) or a plain phrase.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..model import Span
from .kinds import KIND_NOUN
from .meanings import is_meaning
from .name_words import is_big_place, is_common
from .tails import begins_at
from .wording import GENERIC, STORES, VERBS, after_field, sentence_like

__all__ = [
    "OPENERS",
    "PAIRED_PLAN",
    "Candidate",
    "chunk_before",
    "label_before_colon",
    "own_name",
    "quoted",
    "tidy",
]

OPENERS = "\"“”„«‹'‘’「『《"
CLOSERS = "\"”“»›'’」』》"
QUOTED = re.compile(
    r"(?:(?<!\w)\"([^\"\n]{2,160}?)\"|[“„]([^“”„\"\n]{2,160}?)[”“\"]|«\s?([^«»\n]{2,160}?)\s?»|(?<!\w)‘([^‘’\n]{2,120})’(?!\w)"
    r"|(?<!\w)'([^'\n]{2,120}?)'(?!\w)|「([^「」\n]{1,80})」|『([^『』\n]{1,80})』|《([^《》\n]{1,80})》)"
)
_WORD = re.compile(r"[^\s,;:!?()\[\]<>\"“”„«»《》「」『』。、،؛|]+")
_CONNECTORS = frozenset(
    """of the for and in & de la las los el del do da dos das di du des der die das und et e y i en on to
    with zu van von den a al aan op voor""".split()
)
_JOINERS = frozenset(["and", "y", "et", "e", "und"])
PAIRED_PLAN = r"[ ](?:and|&)[ ](?:(?:Action|Implementation|Operational|Work|Investment)[ ])?(?:[Pp]lan|Road[ ]?[Mm]ap|Strategy)(?![\w-])"
"""How the name of one document goes on: "Smart City Strategy and Action Plan"."""
_PAIRED = re.compile(
    rf"(?:(?<=Strategy)|(?<=Policy)|(?<=Vision)|(?<=Agenda)|(?<=Plan)|(?<=Programme)){PAIRED_PLAN}"
)
_DETERMINERS = frozenset(
    "the a an our its their his her this that these those such own all each every some any another city's".split()
)
_ARTICLES = frozenset("le les o os as nos notre nuestro nuestra nosso nossa".split())
_ADVERBS = frozenset(
    """since finally furthermore moreover however also both today currently during under after before until additionally in on at
    for from with by likewise similarly besides thus therefore meanwhile""".split()
)
_ASKS = frozenset("how what why whose whether".split())
_LACKS = frozenset("without sans sin sem senza ohne zonder bez tanpa".split())
"""What no name begins with: "with a password or without account (link)"."""
_LINKING = frozenset("of for under in and & with to on about".split())
_EXTENDS = frozenset(["of", "for", "under", "to", "about"])
_LIGHT = frozenset(
    "help use means part framework basis section list development support form course end light context case".split()
)
_SMALL_BRACKET = re.compile(r"\s{0,2}\((?!https?:|www\.|<)[^()\n]{1,70}\)$")
_QUOTED_BRACKET = re.compile(r"\s\([\"“‘«][^()\n]{2,60}[\"”’»]\)?$")
_YEARS_BEHIND = re.compile(r"\)\s(?:19|20)\d\d(?:\s?[–/-]\s?(?:19|20)?\d\d)?$")
"""The years of a plan behind the bracket of its name: "Open Port (Puerto Abierto) 2021–2024"."""
_ARTICLE = re.compile(
    r"(?:(?:[Tt]he|THE|[Aa]n?(?!\sto\sZ\b))|our|its|this)\s+(?=\S)|(?:l[aeo]s?|el|il|gli|[oa]s)\s(?=[A-ZÀ-Þ])|(?:El|La|Los|Las|Le|Les|O|A|Os|As)\s(?=(?:sitio|site|página|page|portal|portail|plataforma|plateforme|aplicaci|application|servi|tarjeta|carte|cartão|programa|proyecto|proje[ct]|sistema|système|estrat[eé]gia|stratégie|app)[a-zà-ÿ]*(?:\s|$))"
)


_OWNER = re.compile(
    r"(?:City|Municipality|Assembly|Council|Town|Government|Region|District|County|Province|Ministry|Department|Agency)['’]s\s(?:own\s)?(?=[A-ZÀ-Þ0-9])"
    r"|(?:[A-Z][\w&.]{0,20}\s){0,3}[A-Z][\w&.]{0,20}-(?:funded|financed|backed|supported|sponsored)\s(?=[A-ZÀ-Þ0-9])"
)
"""Whose a thing is, or whose money it has, before its name: "City's Green Plan", "World Bank-funded Port Project"."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may be a name; `proper` when quotation marks or capitals show that it is one."""

    span: Span
    proper: bool


def quoted(text: str, start: int, end: int) -> list[Span]:
    """The contents of every pair of quotation marks within a stretch, but what a name before them means."""
    spans = []
    for match in QUOTED.finditer(text, start, end):
        group = next(i for i, value in enumerate(match.groups(), 1) if value is not None)
        span = tidy(text, Span(*match.span(group)))
        article = _ARTICLE.match(text, match.start(group), span.end)
        spans.append(Span(article.start(), span.end) if article and article[0][0].isupper() else span)
    return [span for span in spans if span.start < span.end and not is_meaning(text, span)]


def tidy(text: str, span: Span) -> Span:
    """The span without white space, quotation marks, dangling punctuation or a leading article."""
    start, end = span.start, span.end
    trim = " \t\n\xa0,;:.–—-*|>•" + OPENERS.replace("'", "") + CLOSERS.replace("'", "")
    while start < end and text[start] in trim:
        start += 1
    while end > start and text[end - 1] in trim + "(<[":
        end -= 1
    article = _ARTICLE.match(text, start, end)
    start = article.end() if article else start
    owner = _OWNER.match(text, start, end)
    return Span(owner.end() if owner else start, end)


def chunk_before(text: str, floor: int, end: int) -> Candidate | None:
    """The name or noun phrase that ends at `end` (a bracket, link or colon follows there); it does not reach below `floor`."""
    while end > floor and text[end - 1] in " \t\n<([:–—-,":
        end -= 1
    years = _YEARS_BEHIND.search(text, max(floor, end - 14), end)
    end = years.start() + 1 if years else end
    if end > floor and text[end - 1] == ")":
        bracket = _SMALL_BRACKET.search(text, max(floor, end - 80), end)
        end = bracket.start() if bracket else end
    if end > floor and text[end - 1] in CLOSERS:
        inner = [span for span in quoted(text, max(floor, end - 170), end) if span.end >= end - 2]
        if inner:
            return Candidate(inner[-1], True)
    words = [Span(*match.span()).shift(0) for match in _WORD.finditer(text, max(floor, end - 140), end)]
    run = _adjacent(text, words, end)
    if not run:
        return None
    before = text[max(floor, run[0].start - 2) : run[0].start].rstrip()
    if (
        before[-1:] in CLOSERS
        and before
        and len(run) <= 2
        and (KIND_NOUN.search(run[-1].of(text)) or run[-1].of(text) == "application")
    ):
        return chunk_before(text, floor, run[0].start)
    if index := _INDEX.search(text, max(floor, run[0].start), run[-1].end):
        return Candidate(Span(*index.span()), True)
    proper = _capitals(text, run)
    if (
        proper
        and proper.of(text).lower() not in STORES
        and not _DATE.fullmatch(proper.of(text))
        and (_worthy(proper.of(text)) or sum(map(str.isupper, re.findall(r"\b\w", proper.of(text)))) > 1)
    ):
        return Candidate(proper, True)
    plain = _plain(text, run)
    named = plain and _worthy(plain.of(text)) and not sentence_like(plain.of(text))
    return Candidate(plain, False) if plain and named else None


_INDEX = re.compile(
    r"(?<![\w-])[A-ZÀ-Þ][\w-]{2,30}(?:\s[a-zà-ÿ]{1,20}){0,4}\s(?:from\s|van\s|von\s|de\s)?A(?:-|–|\s(?:to|tot|bis|till?|à|a)\s)[ZÖÅØ]$"
)
"""The name of an index, whatever words are in it: "Diensten en producten A-Z"."""
_REPLY = re.compile(r"(?:yes|no|sí|si|oui|sim|não|non|ja|nein|да|нет|نعم|لا|是|有|否)\s?[,.;。،]", re.I)
_DATE = re.compile(
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?)?(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s\d{1,2},?)?(?:\s(?:of\s)?\d{4})?"
)
_KIND_AND_NAME = re.compile(
    rf"(?:[a-z][\w-]{{0,30}}\s){{0,6}}?(?:{KIND_NOUN.pattern}|application)(?<!s)\s"
    r"(?=[\"“«„]?[A-Z0-9À-ÞŁŠŽČ]|[a-z]{1,3}[A-Z]|[a-z0-9-]{2,40}\.[a-z])"
)


def own_name(text: str, span: Span) -> Span:
    """A name without the words in small letters that say what it is: "employment platform Town Works", "portal town.example"."""
    said = _KIND_AND_NAME.match(text, span.start, span.end)
    if said is None:
        return _behind_what(text, span)
    deed = _DEED.search(text, said.end(), span.end)
    return Span(said.end(), deed.start() if deed else span.end)


def _behind_what(text: str, span: Span) -> Span:
    """A name of no common words without the two or more words in small letters that say what it is: "the bicycle sharing Velin"."""
    said = _WHAT.match(text, span.start, span.end)
    if said is None or text[max(0, span.start - 4) : span.start].lower() not in ("the ", "our "):
        return span
    small = said["what"].split()
    linked = not (_CONNECTORS | _LINKING | _DETERMINERS | VERBS).isdisjoint(small)
    if linked or is_big_place(said["name"]) or any(map(is_common, said["name"].lower().split())):
        return span
    return Span(*said.span("name"))


_WHAT = re.compile(
    r"(?P<what>(?:[a-z][a-z-]{1,20}\s){1,4}[a-z-]{2,20}(?<!al)(?<!ic)(?<!ive)(?<!ous)(?<!ful)(?<!ed)(?<!able))\s(?P<name>[A-ZÀ-ÞŁŠŽČ][^\W\d_A-Z]{2,20}(?:\s[A-ZÀ-ÞŁŠŽČ][^\W\d_A-Z]{2,20}){0,2})$"
)
_DEED = re.compile(
    r"\s(?:answers|replies|responds|informs|guides|advises|helps|sends|shows|collects|tracks|handles|speaks|works|lets|responde|contesta|atiende|informa|répond|informe|beantwortet)(?=\s)"
)


def label_before_colon(text: str, floor: int, end: int) -> Candidate | None:
    """The label of "Label: link" or "Label – link", if the words since `floor` are one."""
    span = tidy(text, after_field(text, Span(floor, end)))
    if called := _QUOTED_BRACKET.search(text, span.start, span.end):
        span = tidy(text, Span(span.start, called.start()))
    words = span.of(text)
    if not words or _REPLY.match(words) or sentence_like(words) or not _worthy(words) or "\n" in words:
        return None
    inner = [] if called else quoted(text, floor, end)
    if inner and text[inner[0].start - 1] == "《" and inner[0].start <= span.start + 1:
        return Candidate(inner[0], True)  # a title, and what is said of it
    if inner and inner[-1].end >= span.end - 1:
        return Candidate(inner[-1], True)  # 'the portal "Bike Desk": link'
    return Candidate(span, words[:1].isupper() or not words[:1].islower())


def _adjacent(text: str, words: list[Span], end: int) -> list[Span]:
    """The last words that nothing but white space parts from each other and from `end`."""
    run: list[Span] = []
    edge = end
    for word in reversed(words):
        if text[word.end : edge].strip(" \xa0" if run else " \t\xa0"):
            break  # a tab parts the cells of a table
        if word.of(text) in ("–", "—", "-"):
            break
        if run and text[word.end - 1] == "." and len(word.of(text)) > 4 and "." not in word.of(text)[:-1]:
            break
        run.insert(0, word)
        edge = word.start
    return run


def _is_capital(word: str) -> bool:
    first = word.lstrip("'’(#@")[:1]
    return (
        first.isupper()
        or first.isdigit()
        or (first.isalpha() and not first.islower())
        or ("." in word.strip(".") and word[-1] != ".")
        or any(c.isupper() for c in word[1:])
    )


def _capitals(text: str, run: list[Span]) -> Span | None:
    """The capitalised name at the end of a run; kind nouns in lower case may close it ("Noise Level portal")."""
    at = len(run)
    while (
        at
        and not _is_capital(run[at - 1].of(text))
        and KIND_NOUN.fullmatch(run[at - 1].of(text))
        and len(run) - at < 2
    ):
        at -= 1
    if not at or not _is_capital(run[at - 1].of(text)):
        return None
    start = at - 1
    start = _first(text, run, start)
    while start < at - 1 and (_opens_badly(text, run[start]) or _counts(text, run, start)):
        start += 1
    first = run[start].of(text)
    if start == at - 1 and (first.isdigit() or first.lower() in GENERIC | VERBS | _DETERMINERS | _ADVERBS):
        return None
    return Span(run[start].start, run[-1].end)


def _first(text: str, run: list[Span], start: int) -> int:
    """The first word of the name that goes on before a word of a run."""
    while start:
        if _goes_on(run[start - 1].of(text)) or _connects(text, run, start - 1):
            start -= 1
            continue
        begins = begins_at(text, run[start].start, run[0].start)
        if begins is None:
            break
        start = next(i for i, word in enumerate(run) if word.end > begins)
    return start


def _counts(text: str, run: list[Span], at: int) -> bool:
    """Whether a first word is a year that "of the" parts from the name: "the edition of 2022 of the Town Survey"."""
    return (
        run[at].of(text).isdigit()
        and len(run[at].of(text)) == 4
        and run[at + 1].of(text).lower() in _CONNECTORS
    )


def _goes_on(word: str) -> bool:
    """Whether a name goes on before this word; in a script without capitals not over a verb or preposition."""
    return _is_capital(word) and (word[0].isupper() or word not in VERBS)


def _opens_badly(text: str, word: Span) -> bool:
    """A first word that belongs to the sentence: an article, or a verb that is not written as part of the name."""
    written = word.of(text)
    begins = (
        word.start == 0
        or text[max(0, word.start - 2) : word.start].strip() in (".", "!", "?")
        or text[word.start - 1] == "\n"
    )
    if written.lower() in _ADVERBS and written.istitle():
        return True
    kept = written in ("Our", "My", "Your", "All", "Every", "Each")
    return (written.lower() in _CONNECTORS | _DETERMINERS and not kept) or (
        written.lower() in VERBS and (written.islower() or (begins and not written.isupper()))
    )


def _connects(text: str, run: list[Span], at: int) -> bool:
    """A connector between two capitalised words of one name, not one that joins two names of a list."""
    word = run[at].of(text).lower()
    if (word in _JOINERS and not _joins_words(text, run, at)) or _is_published_on(text, run, at):
        return False
    return (
        at > 0
        and word in _CONNECTORS
        and (
            _is_capital(run[at - 1].of(text))
            or (at > 1 and run[at - 1].of(text).lower() in _CONNECTORS and _is_capital(run[at - 2].of(text)))
        )
    )


def _is_published_on(text: str, run: list[Span], at: int) -> bool:
    """Whether a site is named behind "on the", where what stands before is on it: "Norwood Statistics | on the Open Data Portal"."""
    led = [word.of(text).lower() for word in run[max(0, at - 1) : at + 1]] == ["on", "the"]
    return led and len(run) - at > 2 and bool(_SITE.fullmatch(run[-1].of(text)))


_SITE = re.compile(r"(?i)(?:web ?)?(?:portal|site|page)|homepage")


def _joins_words(text: str, run: list[Span], at: int) -> bool:
    """Whether "and" stands inside one name: "Ministry of Roads and Parks", "the page Roads and Parks", "the Roads and Parks page"."""
    start = at
    while start and _is_capital(run[start - 1].of(text)):
        start -= 1
    if start < at and run[start].of(text).lower() in _DETERMINERS:
        start += 1
    before = run[start - 1].of(text).lower() if start else ""
    last = run[-1].of(text)
    one_thing = before in _DETERMINERS and last.islower() and _is_one(last)
    return (
        one_thing
        or (before in _DETERMINERS and _pairs([word.of(text) for word in run[start:]]))
        or _is_one(before)
        or bool(_PAIRED.match(text, run[at].start - 1))
        or any(w.of(text).lower() in ("of", "for", "de") for w in run[max(0, at - 5) : at])
    )


def _pairs(words: list[str]) -> bool:
    """Whether the words behind an article are one name of a pair: "Births and Deaths Registry"; not "President and City Council"."""
    if len(words) != 4 or words[1].lower() not in _JOINERS or not _is_one(words[3]):
        return False
    return not any(KIND_NOUN.fullmatch(word) or word in _OF_ONE for word in (words[0], words[2]))


_OF_ONE = frozenset(
    "Mayor President Governor Minister City Town Municipal Metropolitan Regional National State".split()
)
"""Words of posts and bodies that stand beside another body: "a President and Town Council"."""


def _is_one(word: str) -> bool:
    """Whether a word is the noun of one thing: "portal", not "portals"."""
    return bool(KIND_NOUN.fullmatch(word)) and not word.endswith("s")


_A_TO_Z = re.compile(r"A\sto\sZ\b")
"""What is no article: "the A to Z of services"."""


def _plain(text: str, run: list[Span]) -> Span | None:
    """The lower-case noun phrase at the end of a run, back to a determiner, a verb or a preposition."""
    at = len(run)
    while at and len(run) - at < 8:
        word = run[at - 1].of(text).lower()
        if word.isdigit():
            return None  # a quantity is no name
        if word in _ASKS:
            return None  # "how permits are issued" tells what is done
        if word in _DETERMINERS and not _A_TO_Z.match(text, run[at - 1].start):
            if not _extends(text, run, at):
                break
        elif word in VERBS or (word.endswith(("ing", "ed")) and at == len(run)):
            break
        at -= 1
    small = _CONNECTORS | _LINKING | _DETERMINERS | _ARTICLES
    while at < len(run) and run[at].of(text).lower() in small and not _A_TO_Z.match(text, run[at].start):
        at += 1
    return Span(run[at].start, run[-1].end) if at < len(run) else None


def _extends(text: str, run: list[Span], at: int) -> bool:
    """Whether the phrase goes on before its determiner: "removal of the waste", not "help of the portal"."""
    if at < 3:
        return False
    noun, preposition = run[at - 3].of(text).lower(), run[at - 2].of(text).lower()
    done = noun.endswith("ed") and preposition != "of"  # "uploaded to the portal"
    return (
        preposition in _EXTENDS
        and not done
        and noun not in _LIGHT | VERBS | _DETERMINERS | _CONNECTORS
        and noun.isalpha()
    )


def _worthy(name: str) -> bool:
    words = [word.strip(".'’").lower() for word in name.split()]
    return (
        bool(words)
        and " ".join(words) not in STORES
        and words[0] not in _LACKS
        and not all(word in GENERIC or word in _DETERMINERS for word in words)
        and any(c.isalpha() for c in name)
        and len(name) < 160
    )
