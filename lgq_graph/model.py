"""The frozen values that travel between the rooms, from the blocks of a file to the entities of a city.

Offsets are 0-based code points into the text of one answer; `end` is exclusive. Nothing here does work.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

__all__ = [
    "Action",
    "Amended",
    "Answer",
    "Applied",
    "Basis",
    "Block",
    "Bound",
    "Correction",
    "Country",
    "Document",
    "Entity",
    "Evidence",
    "Fate",
    "GoalMention",
    "Kind",
    "LawMention",
    "LinkMention",
    "Look",
    "Mark",
    "MarkState",
    "Mentions",
    "Merge",
    "Modality",
    "NameMention",
    "NumberMention",
    "Option",
    "Place",
    "PlaceKind",
    "PlaceMention",
    "Question",
    "QuestionKind",
    "Questionnaire",
    "Relation",
    "Response",
    "Section",
    "Span",
    "Status",
    "Stretch",
    "Unit",
    "Use",
    "Withheld",
]


class Status(StrEnum):
    """What is known of an answer."""

    ANSWERED = "answered"
    EMPTY = "empty"
    MARKS_LOST = "marks-lost"
    WITHHELD = "withheld"
    NOT_ASKED = "not-asked"


class MarkState(StrEnum):
    """Whether an option was ticked, or that the print does not tell."""

    SELECTED = "selected"
    NOT_SELECTED = "not-selected"
    UNKNOWN = "unknown"


class QuestionKind(StrEnum):
    """What a question wants."""

    TEXT = "text"
    CHOICE = "choice"
    MULTI_CHOICE = "multi-choice"
    DATE = "date"
    EMAIL = "email"
    PHONE = "phone"


class Fate(StrEnum):
    """What became of some text of a file. `unaccounted` is what nothing claims, and must never be."""

    ANSWER = "answer"
    QUESTION = "question"
    OPTION = "option"
    FURNITURE = "furniture"
    WITHHELD = "withheld"
    SKIPPED = "skipped"
    UNACCOUNTED = "unaccounted"


class Kind(StrEnum):
    """What an entity is; the definitions stand in the ontology."""

    PORTAL = "portal"
    SERVICE = "service"
    APP = "app"
    PLATFORM = "platform"
    INITIATIVE = "initiative"
    LEGISLATION = "legislation"
    STRATEGY = "strategy"
    ORGANISATION = "organisation"
    ACCOUNT = "account"
    NETWORK = "network"
    POST = "post"


class PlaceKind(StrEnum):
    """What a partner is."""

    CITY = "city"
    REGION = "region"
    COUNTRY = "country"
    NETWORK = "network"
    COMPANY = "company"
    UNIVERSITY = "university"
    OTHER = "other"


class Modality(StrEnum):
    """How a statement is meant. A negated one is read, so as not to be asserted, and never described."""

    CURRENT = "current"
    PLANNED = "planned"
    PAST = "past"
    NEGATED = "negated"


class Basis(StrEnum):
    """Whether the response says it, or a rule of ours does."""

    STATED = "stated"
    INFERRED = "inferred"


class Bound(StrEnum):
    """How a number limits the value it reports."""

    EXACT = "exact"
    MORE_THAN = "more-than"
    AT_LEAST = "at-least"
    LESS_THAN = "less-than"
    AT_MOST = "at-most"
    ABOUT = "about"
    UNSPECIFIED = "unspecified"


class Unit(StrEnum):
    """What a number counts in."""

    COUNT = "count"
    PERCENT = "percent"
    SCORE = "score"
    CURRENCY = "currency"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one text: code points `start` (included) to `end` (excluded)."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words at this span of `text`."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def shift(self, by: int) -> Span:
        """The same stretch in a text that begins `by` code points earlier."""
        return Span(self.start + by, self.end + by)


# --- read → blocks ------------------------------------------------------------------------------------------------


class Look(StrEnum):
    """How a line is set off from others by its formatting alone."""

    PLAIN = "plain"
    STRESSED = "stressed"
    STRUCK = "struck"


@dataclass(frozen=True, slots=True)
class Block:
    """One line or paragraph of a file.

    `mark` is what its tick box shows, or None when it has no box. `look` is its formatting: all of it bold, coloured or
    highlighted, or struck out. `asks` says that the file itself sets the line apart as a question, as the header of a
    column does; where a document has one such line, no other begins an answer.
    """

    text: str
    line: int
    mark: MarkState | None = None
    look: Look = Look.PLAIN
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """One response in a file as its reader saw it: its name, and its blocks in reading order (blank lines are no blocks).

    The name is that of the file, with a fragment for one of several responses ("answers.xlsx#row=3"). `chosen_only`
    says that under a choice the file names what was chosen and leaves the rest out, as a table of answers does.
    """

    name: str
    blocks: tuple[Block, ...]
    chosen_only: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some text as a file stores it, whoever reads it: where it stands, and why it is not read (empty when it must be).

    `unless_read` says that the reason holds only for what the reader left out: a word that is struck out within a line.
    `signs` are characters in it that may be markup.
    """

    place: str
    text: str
    reason: str = ""
    fate: Fate = Fate.SKIPPED
    unless_read: bool = False
    signs: str = ""


# --- the questionnaire, as data -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a choice: its slug in IRIs, our short label, the phrases that tell it on the form."""

    slug: str
    label: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One question of an edition.

    `phrases` recognise its wording; `help` recognise form text printed under it (leads, definitions), which is never
    an answer; `functions` are codes of what a portal listed here is for; `target` is the SDG target the theme matches;
    `presupposes` is the (question, option slug) that an answer here implies; `lists` is the kind of entity that a bare
    list under it names, if the question asks for one.
    """

    number: int
    kind: QuestionKind
    section: str
    label: str
    phrases: tuple[str, ...]
    help: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    functions: tuple[str, ...] = ()
    target: str | None = None
    personal: bool = False
    presupposes: tuple[int, str] | None = None
    lists: Kind | None = None
    role: str | None = None
    """What the answer is, where a stage needs to know: city, country, partners, accounts, laws, strategy, apps,
    share-online, share-mobile, satisfaction, national-link, post, organisation, submitted, person, email, phone, budget."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the form: its slug, our label, the phrases of its heading."""

    slug: str
    label: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """One edition of the form. `furniture` are phrases of lines that belong to the page and never to an answer."""

    edition: str
    label: str
    sections: tuple[Section, ...]
    questions: tuple[Question, ...]
    furniture: tuple[str, ...]

    def question(self, number: int) -> Question:
        """The question of that number; KeyError when the edition has none."""
        for question in self.questions:
            if question.number == number:
                return question
        raise KeyError(number)

    def with_role(self, role: str) -> tuple[Question, ...]:
        """The questions whose answer plays a role, in order."""
        return tuple(q for q in self.questions if q.role == role)


# --- align → answers ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mark:
    """One option under a question: its slug, its words as the form prints them, and its state.

    `implied` is what the formatting of an option without a box says of it: a hint, never the state.
    """

    option: str
    label: str
    state: MarkState
    implied: MarkState | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the respondent wrote under one question; paragraphs are joined by a line feed.

    `line` is where the question stands in the file (0 when it does not). `asked` is the printed wording of a question
    that the form does not have, and empty for one that it has.
    """

    question: int
    status: Status
    text: str = ""
    marks: tuple[Mark, ...] = ()
    line: int = 0
    asked: str = ""


@dataclass(frozen=True, slots=True)
class Use:
    """What became of a stretch of a block (its place in the document): `reason` says why when it is not obvious."""

    block: int
    span: Span
    fate: Fate
    reason: str = ""
    question: int = 0


@dataclass(frozen=True, slots=True)
class Withheld:
    """Personal data kept out of the graph: the question it stood in, what it is, and the words. For `--contacts` only."""

    question: int
    what: str
    text: str


@dataclass(frozen=True, slots=True)
class Country:
    """A country: English short name, ISO 3166-1 codes, UN M49 number (as three digits)."""

    name: str
    iso2: str
    iso3: str
    m49: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a gazetteer knows: `iso2` of its country, GeoNames id or None, ISO 3166-2 code for a region.

    `shared` says that its name with its country could be another city's too (Portland in Oregon, in Maine).
    """

    name: str
    kind: PlaceKind
    iso2: str
    geonames: int | None = None
    subdivision: str | None = None
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Response:
    """One city's answers to one edition. `submitted` is an ISO date or empty."""

    source: str
    edition: str
    city: Place
    country: Country
    answers: tuple[Answer, ...]
    submitted: str = ""
    withheld: tuple[Withheld, ...] = ()

    def answer(self, number: int) -> Answer:
        """The answer to a question; KeyError when there is none."""
        for answer in self.answers:
            if answer.question == number:
                return answer
        raise KeyError(number)


# --- extract → mentions -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class LinkMention:
    """A URL in an answer: `url` as printed (a line break inside it removed), `span` of the URL alone.

    `owner` is the index in `Mentions.names` of what the link belongs to, or None.
    """

    span: Span
    url: str
    owner: int | None = None


@dataclass(frozen=True, slots=True)
class LawMention:
    """A law, decree, standard … in a text. `number`, `date` (ISO date or year), `title` are empty when not given.

    `type` is a code of the scheme law-type; `level` of law-level; `span` covers the whole citation.
    `title_span` covers the title alone when there is one. `certain` lists what the words themselves say
    among "type", "level"; the rest was inferred from the country and the question.
    """

    span: Span
    title: str
    type: str
    number: str
    date: str
    level: str
    title_span: Span | None = None
    certain: tuple[str, ...] = ("type", "level")


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name of an entity. `span` is the name's; `scope` the item or sentence that speaks of it.

    `proper` is false for a plain phrase ("charity service"), which names a thing less surely than a proper name does.
    `basis` says whether the words name the kind or a rule (`rule`) supplied it; `description` is the stretch of
    its entry that describes it, `told` what a sentence says of it in passing; `aliases` are other names given at the same place; `law` has the fields of a law.
    """

    span: Span
    name: str
    kind: Kind
    scope: Span
    basis: Basis = Basis.STATED
    rule: str = ""
    description: Span | None = None
    aliases: tuple[Span, ...] = ()
    functions: tuple[tuple[str, Span | None], ...] = ()
    audiences: tuple[tuple[str, Span], ...] = ()
    law: LawMention | None = None
    proper: bool = True
    told: Span | None = None


@dataclass(frozen=True, slots=True)
class GoalMention:
    """An SDG statement: goal 1–17, target such as "11.2" or None, how it is meant, and the sentence as `quote`.

    Goals of one statement share `statement`; with `respectively`, the n-th goal (`rank`, from 0) belongs to the n-th
    thing named. `owners` are indices in `Mentions.names`; empty means the city itself.
    """

    span: Span
    goal: int
    target: str | None
    modality: Modality
    quote: Span
    statement: int = 0
    rank: int = 0
    respectively: bool = False
    owners: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A number that reports something: `value` as scaled, `indicator` the words of what is counted.

    `span` covers bound, number and unit ("more than 193.7 million requests"). `period` is a year, a range or empty;
    `period_span` where it stands, outside the sentence when inherited. `per` is hour, day, month, year … or empty;
    `scale_max` the top of a score's scale. `owner` is an index in `Mentions.names`, None for the city.
    """

    span: Span
    value: Decimal
    unit: Unit
    bound: Bound
    indicator: str
    currency: str = ""
    period: str = ""
    period_span: Span | None = None
    period_basis: Basis = Basis.STATED
    per: str = ""
    scale_max: Decimal | None = None
    owner: int | None = None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A partner: `span` of its name, `quote` of the entry with its country.

    `iso2` is the country's code or empty; `country_span` where the country is written, None when it was resolved from
    the name alone. `place` is set when one gazetteer entry fits; else `candidates` lists GeoNames ids that could.
    """

    span: Span
    name: str
    kind: PlaceKind
    quote: Span
    iso2: str = ""
    country_span: Span | None = None
    place: Place | None = None
    candidates: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """A link between two names of one answer (indices in `Mentions.names`): `predicate` is a local name of lgq:."""

    subject: int
    predicate: str
    object: int
    quote: Span


@dataclass(frozen=True, slots=True)
class Mentions:
    """All that was found in one answer."""

    question: int
    names: tuple[NameMention, ...] = ()
    links: tuple[LinkMention, ...] = ()
    goals: tuple[GoalMention, ...] = ()
    numbers: tuple[NumberMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    relations: tuple[Relation, ...] = ()


# --- resolve → entities -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """Where words stand: the question and the span in its answer."""

    question: int
    span: Span


@dataclass(frozen=True, slots=True)
class Merge:
    """Why a mention belongs to an entity: `reason` is a code of the scheme merge-reason, `with_` the mention it joined."""

    reason: str
    mention: Evidence
    with_: Evidence


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing of a city: its main name and kind, its mentions as (question, index in names), and why they are one.

    `origin` is the thing as it was before a correction touched it: its IRI is minted from that, and never moves.
    """

    slug: str
    kind: Kind
    name: str
    mentions: tuple[tuple[int, int], ...]
    merges: tuple[Merge, ...] = field(default=())
    origin: Entity | None = None


# --- correct → what persons decided -------------------------------------------------------------------------------


class Action(StrEnum):
    """What a correction does."""

    ACCEPT = "accept"
    REJECT = "reject"
    RENAME = "rename"
    MERGE = "merge"
    SPLIT = "split"
    ADD = "add"


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person in a role decided about one response, in the words of the file of corrections.

    `response` is its city and edition (`fi-tampere/2022`); `kind` and `name` tell the thing; `question` and `quote` where the
    words stand (None and empty where they do not matter). `property` and `value` are empty when the whole thing is meant.
    `new` is what comes instead: the value in place of a rejected one, the new name, the thing merged into, the name split off.
    """

    action: Action
    response: str
    kind: str
    name: str
    by: str
    when: str
    why: str
    question: int | None = None
    quote: str = ""
    property: str = ""
    value: str = ""
    new: str = ""
    basis: Basis | None = None
    modality: Modality = Modality.CURRENT
    file: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Applied:
    """A correction that changed an entity: what it was, what it is, and a mention of each thing that it concerns."""

    correction: Correction
    before: str
    after: str
    mentions: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Amended:
    """Mentions and entities with the corrections of entities applied, and the corrections of statements still to be.

    `replaced` are entities that went into another, with a mention of that; `statements` go with the span of their quote.
    """

    mentions: tuple[Mentions, ...]
    entities: tuple[Entity, ...]
    before: tuple[Mentions, ...]
    applied: tuple[Applied, ...] = ()
    replaced: tuple[tuple[Entity, tuple[int, int]], ...] = ()
    statements: tuple[tuple[Correction, Span | None], ...] = ()
