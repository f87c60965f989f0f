"""Names given in running lists ("apps such as A, B and C") and names that are the subject of an SDG statement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import GoalMention, Kind, Span
from .ascribed import ascribed
from .chunks import OPENERS, Candidate, chunk_before, tidy
from .clauses import clauses
from .goals.heads import STRONG
from .goals.names import NAME
from .kinds import KIND_NOUN, kind_of_name
from .public_bodies import is_aim
from .standalone import Found
from .subjects import Subject, subject_of_clause
from .tails import with_tail
from .wording import GENERIC, after_connective, is_share

__all__ = ["find_listed", "find_subjects", "find_title_above"]

_OPENS_LIST = re.compile(
    r"(?:\s(?:of|for|in|on)\s(?:the\s)?[\w ]{1,40}?|\s(?:municipales|municipais|municipaux|de la ciudad))?"
    r"(?:\s(?:are|were)\s(?:(?:now|currently|already)\s)?(?:running|in (?:daily )?use|in operation|active|under way|underway)[,:]\s"
    r"|\s(?:en marcha|en curso|en servicio|en cours|em curso)[,:]\s"
    r"|\s?(?:[:：]|,?\s(?:such as|including|like|namely|e\.g\.,?|for example,?|for instance,?|called|named|como)"
    r"|\s(?:also\s)?(?:includes?|included|are|were|son|sont|são)(?:\sthe following|\sl[oa]s siguientes)?:?)\s)"
)
_PART = re.compile(
    r"\s*(?:(?:and|or|as well as|y|et|e|und)\s+)?(?:the\s+|our\s+|el\s+|los?\s+|las?\s+|les?\s+|[oa]s?\s+)?(?P<name>[^\s,;:.()](?:[^,;:.()\n]|\.(?=\S)){0,70}?)(?P<gloss>\s*\([^()\n]{0,160}\))?(?:,\s(?:which|that|que|qui)\s[^,;.\n]{2,90})?\s*(?=,|;|\.(?:\s|$)|$|\n|\s(?:and|or|as well as|y|et|und)\s)"
)
_SUBJECT = re.compile(
    r"(?:[^.:;\n]{0,40}?[,;]\s+(?!\s))?(?P<np>[^.:;\n]{2,160}?)(?<!\s)\s+(?:(?:also|directly|mainly|both|together|all|jointly|thus|thereby|hence|therefore|already)\s+)*"
    r"(?-i:contribut(?:es?|ed|ing)|supports?|supporting|helps?|(?:is|are|was|were)\s+(?:\w+\s+)?(?:aligned|linked|related|aimed|designed|connected|tied|associated|intended|mapped|planned|expected)|"
    r"serves?|address(?:es)?|promotes?|pursues?|furthers?|fosters?|tackles?|reflects?|underpins?|advances?|align(?:s|ed)?|respon(?:ds?|ses?)|corresponds?|(?:answers?|refers?|belongs?|caters?)(?=\s+to\s)|relates?|achieves?|fulfils?|fulfills?|follows?|implements?|targets?|meets?|will|does|do|can|could|may|has|have|in line with)\b",
    re.I,
)
_RELATIVE = re.compile(
    r",?\s(?:which|that)\s(?:(?:also|directly|both|together)\s)?(?:contribut|support|help|serve|address|promot|advanc|align|respond|is |are |aim|target|correspond)",
    re.I,
)
_GOAL = re.compile(rf"(?<!\w)(?:{'|'.join(STRONG)})(?!\w)")
_BOTH = re.compile(r"(?:(?:and|but|yet|so|while|whereas)\s)?(?:(?:both|together,?)\s)?(?:the\s)?", re.I)
_SPLIT = re.compile(r"(?:(?<!\s)\s+)?,\s*(?:and\s+)?|(?<!\s)\s+(?:and|as well as|&)\s+")
_OPENING = re.compile(
    r"\s*(?:(?:\d{1,2}[.)]|[•*–-])\s*)?(?:(?:further(?:more)?|in addition|moreover|also|additionally|finally|similarly|likewise|besides|currently|here|notably|specifically|as (?:for|regards|to)|regarding|concerning|with (?:regard|respect) to"
    r"|for example|for instance|key among (?:them|these) (?:is|are)|one (?:example|of them) is|examples? (?:is|are))\b,?\s*(?:is\s)?)?(?:[Bb]oth\s)?(?:[Tt]he\s|[Aa]n?\s|[Oo]ur\s|(?:l[aeo]s?|el|il|os?|as?|d(?:er|ie|as)|notre|nuestr[oa]|noss[oa])\s(?=[\"“„«]))?",
    re.I,
)
_VERB = re.compile(
    r"[,;:()\n]|(?<!\bSt)\.(?!\d)|\s[a-z]{2,6}n['’]t\s|\s(?:is|are|was|were|has|have|had|can|could|may|might|will|would|shall|should|must|does|do|did|allows?|provides?|offers?|enables?|gives?|helps?|lets|makes?|serves?"
    r"|supports?|includes?|contains?|contributes?|uses?|shows?|collects?|comprises?|operates?|runs?|covers?|connects?|monitors?|measures?|received|reached|carries|carried|brings"
    r"|promotes?|aims?|seeks?|works?|tracks?|maps?|counts?|equips?|consolidates?|links?|publishes|reports?|sends?|(?:answers?|responds?|corresponds?|relates?|refers?|belongs?|caters?)(?=\sto\s)|addresses|advances|follows|consists|represents?|constitutes?|accounts?\sfor|which|that|who|where|by|never|only|accessible|available)\s"
    r"|\s[a-z]{3,}(?:ed|s)\s(?=the\s|an?\s|its\s|their\s|over\s|about\s|more\s|\d|[A-Z]|[a-z]{3,20}s\s(?:from|about|to)\s|residents|citizens|users|people|pupils|how\s|where\s|whether\s|all\s|every\s|low\s|to\s|with\s|in\s|on\s)"
)
_VERB_ELSEWHERE = re.compile(
    r"\s(?:(?:a|ont|ha|han|hat|haben)\s(?=(?:\w+\s)?\w+(?:é|i|u|ad|id|at|it|ut)[eoas]{0,2}\s)|(?:est|sont|es|son|é|são|è|sono|ist|sind|fue|foi|tem|tiene|dispose|dispone|dispõe|compte|cuenta|conta|wird|bietet|hilft)\s"
    r"|(?:aid|propos|offr|recens|rassembl|regroup|montr|présent|ayud|ofrec|mostr|reún|apoy|ajud|oferec|apoi|aiut|mostr|raccogli|apoi)(?:e|a|en|ent|an|em|am|ó|ou|ono)\s(?=(?:aux?|à|l[aeo]s?|l['’]\w+|un[ae]?|uma?|des?|os?|as?|gli|i|\d+)\s|l['’])"
    r"|(?:permet(?:tent|te|tono)?|permiten?|permitem?)\s)"
)
"""Verbs of languages that put an article, or an object, behind them: "aide les habitants", "ha acompañado a 300 hogares"."""
_COUNTED = re.compile(
    r"\s(?:account\sfor|make\sup|represent|constitute)\s(?:[a-z]{2,9}\s){0,3}(?:\d|half|most|an?\s(?:third|quarter|fifth))"
)
"""What is said of several things that are a part of others, and have no name: "Low-floor buses account for 92%"."""
_NOBODY = frozenset(
    """we it they this these that those he she i you there all both each the which who city municipality
    government administration council residents citizens country strategy plan projects project services
    service portals portal platforms platform app apps initiatives initiative programme program measures scheme schemes instrument instruments former latter application applications
    activities actions work goals one solutions system systems tool tools website site item point which itself themselves""".split()
)


_APPLICATIONS = re.compile(r"(?i)(?<![\w-])(applications)(?!\w)")
"""What is no app where permits are applied for, but is one where apps are asked for."""


def find_listed(text: str, sentence: Span, default: Kind | None = None) -> Iterator[Found]:
    """The names of a list that a plural noun of a kind opens; they must be written with capitals."""
    more = _APPLICATIONS.finditer(text, sentence.start, sentence.end) if default is Kind.APP else ()
    for noun in (*KIND_NOUN.finditer(text, sentence.start, sentence.end), *more):
        kind = Kind.APP if noun.re is _APPLICATIONS else kind_of_name(noun[1])
        opening = (
            _OPENS_LIST.match(text, noun.end(), sentence.end)
            if kind and noun[1].lower().endswith("s")
            else None
        )
        if opening and kind:
            names = list(_parts(text, opening.end(), sentence.end))
            if len(names) > 1 or (names and "such" in opening[0]):
                yield from (Found(name, kind) for name in names)


def _parts(text: str, at: int, end: int) -> Iterator[Span]:
    while at < end:
        part = _PART.match(text, at, end)
        if not part:
            return
        name = tidy(text, Span(*part.span("name")))
        if not _capitalised(name.of(text)):
            return
        yield name
        at = part.end() + (text[part.end() : part.end() + 1] in (",", ";"))


def _capitalised(name: str) -> bool:
    words = name.split()
    capitals = sum(any(c.isupper() for c in word) for word in words)
    return (
        0 < len(words) <= 7
        and (words[0][:1].isupper() or words[0].isdigit()) | any(c.isupper() for c in words[0][1:])
        and capitals * 2 >= len(words)
        and name.lower() not in GENERIC
    )


def find_subjects(
    text: str, sentence: Span, goals: tuple[GoalMention, ...], city: str, named: tuple[Span, ...] = ()
) -> Iterator[Found]:
    """What a clause says serves a goal, where it is named by its noun phrase: "Our bike sharing scheme supports SDG 11".

    Where other clauses of the sentence hold names (`named`), the noun phrase must be a name of its own.
    """
    parts = clauses(text, (sentence,), city)
    for clause in parts:
        first = min((goal.span.start for goal in goals if clause.holds(goal.span)), default=clause.start)
        before = Span(clause.start, _before_quoted_goal(text, Span(clause.start, first)))
        if (tied := ascribed(text, before)) and _is_thing(tied.of(text), city):
            kind = kind_of_name(tied.of(text))
            yield Found(tied, kind or Kind.INITIATIVE, told=kind is not None)
            continue
        if not named and clause is not parts[0] and subject_of_clause(text, before, city) is Subject.ONE:
            yield from _named_in(text, parts[0], city, proper=True)
        elif not any(clause.start <= name.start < first for name in named):
            yield from _named_in(text, before, city, proper=bool(named))


def _before_quoted_goal(text: str, before: Span) -> int:
    """Where the words end that may name a subject: 'Directed to "Clean water and sanitation" (SDG 6)' quotes the goal itself."""
    quoted = (
        m.start() - 1 for m in NAME.finditer(text, before.start, before.end) if text[m.start() - 1] in OPENERS
    )
    return next(quoted, before.end)


def find_title_above(text: str, clause: Span, city: str) -> Iterator[Found]:
    """The name that fills the line above, where a clause has no subject of its own, or "It": "Free Net / Wi-Fi in parks. SDG 9"."""
    if subject_of_clause(text, clause, city) not in (Subject.NOTHING, Subject.ONE):
        return
    line = next((line for line in _lines_above(text, clause.start) if _is_title(line.of(text))), None)
    if line and _begins_entry(text, line.start):
        kind = kind_of_name(line.of(text))
        yield Found(line, kind or Kind.INITIATIVE, told=kind is not None)


def _lines_above(text: str, at: int) -> Iterator[Span]:
    """The lines above the one of a place, the nearest first, up to an empty one."""
    for _ in range(_LINES_ABOVE):
        end = text.rfind("\n", max(0, at - _LONG), at)
        start = text.rfind("\n", max(0, end - _LONG), end) + 1 if end >= 0 else 0
        if end < 0 or not text[start:end].strip():
            return
        yield tidy(text, Span(start, end))
        at = start


_LINES_ABOVE, _LONG = 4, 1000


def _is_title(line: str) -> bool:
    words = line.split()
    return (
        len(words) > 1
        and not _GOAL.search(line)
        and _capitalised(line)
        and not re.search(r"[.:;,!?]|://", line)
        and not _VERB.search(f" {line} ")
    )


def _begins_entry(text: str, start: int) -> bool:
    """Whether a line stands at the beginning or behind one that is closed."""
    before = text[max(0, start - 3) : start].rstrip(" ")
    return not before or before.endswith(("\n\n", ".\n", "!\n", ">\n", ")\n"))


def _named_in(text: str, clause: Span, city: str, *, proper: bool) -> Iterator[Found]:
    if subject_of_clause(text, clause, city) not in (Subject.UNKNOWN, Subject.CITY):
        return
    frame = _FRAME.match(text, clause.start, clause.end)
    if frame:
        yield from _effort(frame)
        return
    subject = subject_of(text, clause) if proper else None
    if subject and _merely_opens(text, clause, subject.span):
        return
    for span in ([subject.span] if subject else []) if proper else _subject_spans(text, clause, clause.end):
        name = tidy(text, span)
        if _is_thing(name.of(text), city):
            kind = kind_of_name(name.of(text))
            yield Found(name, kind or Kind.INITIATIVE, told=kind is not None)


_FRAME = re.compile(
    r"\W{0,4}(?:(?i:lastly|finally|also|moreover|in addition|besides|further|furthermore|and|secondly|thirdly),?\s)?(?i:under|within|through|as part of|in the frame(?:work)? of|by means of|thanks to)\s(?:the|our|its|this)\s"
    r"(?P<name>(?P<own>[A-ZÀ-Þ][\w'’-]{1,24}(?:\s(?:(?:of|for|and|the|in|on)\s){0,2}[A-ZÀ-Þ][\w'’-]{1,24}){0,5})\s(?:project|programme|program|initiative|campaign|scheme))(?!\w|['’]s\b)"
)
"""An effort of which a clause tells what is done under it: "Under the Clean Canal initiative, boats collect waste"."""
_PAYER = re.compile(
    r"(?:European|EU|UN|World|United|International|National|Federal|State|Horizon|Erasmus|Interreg)\s"
)
"""How programmes begin that are of those who pay, and not of the city."""


def _effort(frame: re.Match[str]) -> Iterator[Found]:
    body = kind_of_name(frame["own"]) is Kind.ORGANISATION and not is_aim(frame["own"])
    if not body and not _PAYER.match(frame["own"]):
        yield Found(Span(*frame.span("name")), Kind.INITIATIVE)


def _merely_opens(text: str, clause: Span, name: Span) -> bool:
    """Whether the one capital of a phrase is that of the clause which it begins: "Digital guide to …" in a cell."""
    words = name.of(text)
    opens = not any(map(str.isalnum, text[clause.start : name.start]))
    return opens and not any(map(str.isupper, words[1:]))


def _subject_spans(text: str, sentence: Span, first: int) -> list[Span]:
    """The noun phrase before ", which contributes …", else the subject of the sentence."""
    relative = _RELATIVE.search(text, sentence.start, first)
    named = chunk_before(text, sentence.start, relative.start()) if relative else None
    if named and (named.proper or not _DONE_TO.search(text[sentence.start : named.span.start])):
        return [named.span]
    match = _SUBJECT.match(text, sentence.start, first)
    joined = match is not None and match["np"].endswith((" and", " or"))  # "X sends alerts and supports …"
    if match and not joined and len(match["np"].split()) <= 12 and not _VERB.search(match["np"] + " "):
        phrase = after_connective(text, Span(*match.span("np")))
        both = _BOTH.match(text, phrase.start, phrase.end)
        return _pieces(text, Span(both.end() if both else phrase.start, phrase.end))
    subject = subject_of(text, Span(sentence.start, first))
    return [subject.span] if subject else []


def subject_of(text: str, sentence: Span) -> Candidate | None:
    """The capitalised noun phrase that a sentence opens with, up to its first verb: "The Tree Watch network counts …"."""
    start = _OPENING.match(text, sentence.start, sentence.end).end()  # type: ignore[union-attr]
    end = min(sentence.end, start + 160)
    verb = _first(_VERB.search(text, start, end), _VERB_ELSEWHERE.search(text, start, end))
    if verb and (verb[0] == ";" or _COUNTED.match(text, verb.start())):
        return None  # what a semicolon ends is a clause whose verb is not known
    name = tidy(text, Span(start, verb.start() if verb else start))
    words = name.of(text).split()
    capitals = sum(word[:1].isupper() for word in words)
    inner = any(c.isupper() for word in words for c in word[1:])
    proper = (
        capitals > 1
        or inner
        or (capitals == 1 and bool(KIND_NOUN.search(name.of(text).split(" of ")[0])) and len(words) > 1)
    )
    dated = (
        len(words) == 2
        and _YEAR.fullmatch(words[1])
        and words[0].istitle()
        and not _NO_HEAD.fullmatch(words[0])
    )
    named = proper or dated or _is_tailed(text, name)
    if len(words) > 9 or not named or _only_common(name.of(text)) or is_share(name.of(text)):
        return None
    if not {"how", "what", "why", "whether"}.isdisjoint(words):
        return None  # "Residents learn how permits …"
    return Candidate(name, True)


def _first(one: re.Match[str] | None, other: re.Match[str] | None) -> re.Match[str] | None:
    """Of two matches the one that begins first."""
    return min(filter(None, (one, other)), key=re.Match.start, default=None)


def _is_tailed(text: str, name: Span) -> bool:
    """Whether a name goes on behind its capital in small letters of another tongue, with their accents: "Vodní linka"."""
    first, _, rest = name.of(text).partition(" ")
    return bool(rest) and not name.of(text).isascii() and with_tail(text, name.start + len(first)) == name.end


_YEAR = re.compile(r"20[2-9]\d")
_NO_HEAD = re.compile(
    r"\w{1,3}|January|February|March|April|May|June|July|August|September|October|November|December|Since|From|During|Until|After|Before|Early|Late|Year|Summer|Autumn|Winter|Spring|Budget"
)


def _only_common(name: str) -> bool:
    return all(_bare(word) in _NOBODY | {"the", "of", "local", "public", "national"} for word in name.split())


def _bare(word: str) -> str:
    """A word in small letters without the ending of a possessive."""
    return re.sub(r"['’]s?$", "", word.lower())


_DONE_TO = re.compile(r"\b(?:is|are|was|were|be|been|being|has|have|had)\s(?:\w+ly\s|also\s)?$")
"""What parts a verb from its helping verb, so that no name begins with it: "have been | given cards"."""


def _pieces(text: str, span: Span) -> list[Span]:
    """The parts of "A, B and C" when each is capitalised; else the whole, without what a relative clause adds."""
    cuts = [*_SPLIT.finditer(text, span.start, span.end)]
    edges = [span.start, *(edge for cut in cuts for edge in cut.span()), span.end]
    parts = [Span(edges[i], edges[i + 1]) for i in range(0, len(edges), 2)]
    if len(parts) > 1 and all(_is_part(tidy(text, part).of(text)) for part in parts):
        return parts
    relative = re.compile(r"\s*,?\s*(?:which|that|who|where|\().*", re.S).search(text, span.start, span.end)
    return [Span(span.start, relative.start() if relative else span.end)]


def _is_part(name: str) -> bool:
    """Whether a part of "A and the b card" is a name of its own: written with capitals, or closed by the noun of one thing."""
    nouns = list(KIND_NOUN.finditer(name))
    closed = bool(nouns) and nouns[-1].end() == len(name) and not name.endswith("s")
    return _capitalised(name) or (closed and len(name.split()) == 2)


def _is_thing(name: str, city: str) -> bool:
    words = [_bare(word) for word in re.findall(r"[\w'’-]+", name)]
    telling = [
        word
        for word in words
        if word not in _NOBODY
        and word not in city.lower().split()
        and word not in ("of", "the", "our", "a", "an", "digital")
    ]
    return (
        0 < len(words) <= 9
        and len(telling) > 0
        and not NAME.fullmatch(name)
        and not _GOAL.search(name)
        and words[0] not in _OPENS_CLAUSE
        and any(c.isalpha() for c in name)
    )


_OPENS_CLAUSE = frozenset(
    """no none so once upon in at on from under during within across throughout by with as for through to it its their we they this these there all if
    when although though because while whereas since unless until after before not""".split()
)
