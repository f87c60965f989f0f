"""The stages in order. A reader can recite it: read, align, locate, withhold, extract, resolve, correct, describe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Quad

from .align import Aligned, align, nearest_form, printed_edition
from .correct import amend
from .describe import describe, describe_amended
from .errors import InputError
from .extract import Context, extract
from .extract.contacts import Known, known_of, withhold_all
from .extract.dates import parse_date
from .extract.links import top_domains
from .gazetteer import find_country, locate_city
from .iri import city_key
from .model import (
    Answer,
    Correction,
    Country,
    Document,
    Entity,
    Mentions,
    Place,
    Questionnaire,
    Response,
    Status,
    Withheld,
)
from .questionnaire import editions, load_questionnaire
from .read import read
from .resolve import resolve

__all__ = [
    "Built",
    "build_response",
    "build_responses",
    "context_of",
    "documents_of",
    "known_in",
    "respond",
    "whole_path",
]

_MONTH_FIRST = frozenset({"US", "PH", "PW", "FM", "MH"})
_FAMILY_FIRST = frozenset("CN HK MO TW SG MY KR KP JP VN KH HU".split())


@dataclass(frozen=True, slots=True)
class Built:
    """One response with all that was made of it; `quads` are sorted.

    `corrections` are those of this response, `unmatched` the reports of those among them that no longer match.
    """

    response: Response
    questionnaire: Questionnaire
    mentions: tuple[Mentions, ...]
    entities: tuple[Entity, ...]
    quads: tuple[Quad, ...]
    corrections: tuple[Correction, ...] = ()
    unmatched: tuple[InputError, ...] = ()

    @property
    def city(self) -> str:
        """The city as in IRIs: `fi-tampere`."""
        return city_key(self.response.city)


def build_responses(source: str | Path, edition: str | None = None) -> tuple[Built, ...]:
    """Everything that one file gives, for each response in it. InputError when one cannot be read as such."""
    documents = documents_of(source)
    with whole_path(source):
        return tuple(build_response(document, edition) for document in documents)


def documents_of(source: str | Path) -> tuple[Document, ...]:
    """The documents in a file, one for each response; InputError when it cannot be read."""
    with whole_path(source):
        return read(source)


@contextmanager
def whole_path(source: str | Path) -> Iterator[None]:
    """Have an error name the path of its file: two folders may have files of one name."""
    try:
        yield
    except InputError as error:
        if Path(source).name == error.file.partition("#")[0]:
            error.file = str(Path(source).parent / error.file)
        raise


def build_response(
    document: Document, edition: str | None = None, corrections: Iterable[Correction] = ()
) -> Built:
    """Everything that one document gives. InputError when it is no response to that edition.

    Without one, it is read by the known edition of which it asks most questions; the round that it names stays its own.
    Of the corrections, those of this response are applied. InputError when two of them contradict each other.
    """
    questionnaire = (
        load_questionnaire(edition)
        if edition
        else nearest_form(document, map(load_questionnaire, editions()))
    )
    aligned = align(document, questionnaire)
    response = respond(document, aligned, edition or printed_edition(document, questionnaire))
    questionnaire = aligned.questionnaire
    context = context_of(response)
    mentions = tuple(extract(a, questionnaire.question(a.question), context) for a in response.answers)
    entities = resolve(response, mentions)
    key = f"{city_key(response.city)}/{response.edition}"
    own = tuple(correction for correction in corrections if correction.response == key)
    if not own:
        quads = tuple(describe(response, questionnaire, mentions, entities))
        return Built(response, questionnaire, mentions, entities, quads)
    amended, unmatched = amend(response, mentions, entities, own)
    corrected, more = describe_amended(response, questionnaire, amended)
    return Built(
        response, questionnaire, amended.mentions, amended.entities, tuple(corrected), own, (*unmatched, *more)
    )  # fmt: skip


def respond(document: Document, aligned: Aligned, edition: str = "") -> Response:
    """The answers of a document to a round (that of the form when it is empty), its city known, personal data taken out."""
    questionnaire = aligned.questionnaire
    answers, kept_back = _public(aligned)
    city, country = _located(answers, questionnaire, document)
    submitted = next(
        (
            parse_date(a.text, month_first=country.iso2 in _MONTH_FIRST)
            for a in _with_role(answers, questionnaire, "submitted")
        ),
        "",
    )
    return Response(
        document.name,
        edition or questionnaire.edition,
        city,
        country,
        answers,
        submitted if len(submitted) == 10 else "",
        kept_back,
    )


def _located(
    answers: tuple[Answer, ...], questionnaire: Questionnaire, document: Document
) -> tuple[Place, Country]:
    """The city and country that the first answers name; an error names the file and the question."""
    city, country = (_role(answers, questionnaire, role, document) for role in ("city", "country"))
    try:
        return locate_city(city, country)
    except InputError as error:
        place = f"question {questionnaire.with_role(error.place)[0].number}"
        raise InputError(error.message, file=document.name, place=place, hint=error.hint) from error


def _public(aligned: Aligned) -> tuple[tuple[Answer, ...], tuple[Withheld, ...]]:
    """The answers without personal data, and all that was withheld."""
    public, found = withhold_all(aligned.answers, aligned.withheld, *_origin(aligned))
    return public, (*aligned.withheld, *found)


def known_in(aligned: Aligned) -> Known:
    """What is personal in a response."""
    return known_of(aligned.answers, aligned.withheld, *_origin(aligned))


def _origin(aligned: Aligned) -> tuple[list[str], bool]:
    """The words for the city and country, and whether people there put the family name first."""
    places = [
        a.text
        for role in ("city", "country")
        for a in _with_role(aligned.answers, aligned.questionnaire, role)
    ]
    countries = (find_country(place.strip()) for place in places)
    return places, any(country and country.iso2 in _FAMILY_FIRST for country in countries)


def _with_role(answers: tuple[Answer, ...], questionnaire: Questionnaire, role: str) -> list[Answer]:
    numbers = {question.number for question in questionnaire.with_role(role)}
    return [answer for answer in answers if answer.question in numbers and answer.status is Status.ANSWERED]


def _role(answers: tuple[Answer, ...], questionnaire: Questionnaire, role: str, document: Document) -> str:
    found = _with_role(answers, questionnaire, role)
    if not found:
        number = questionnaire.with_role(role)[0].number
        raise InputError(
            f"the {role} is not named", file=document.name, place=f"question {number}", hint=f"write the name of the {role} under question {number}"
        )  # fmt: skip
    return found[0].text


def context_of(response: Response) -> Context:
    """What the recognisers may know of a response."""
    year = int(response.edition) if response.edition.isdigit() else None
    iso2 = response.country.iso2
    return Context(response.city.name, iso2, iso2 in _MONTH_FIRST, year, top_domains())
