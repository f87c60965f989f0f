"""What the pages of some kinds show besides the statements: the text of an answer, the answers of a response or to a question, the sections of a city."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from ....vocabulary import BASE, lgq
from ..context import Site
from ..names import Names, Shown
from .described import Answer, Description, Mark, Statement
from .pictures import MAP_SIZE, land
from .quotes import marked
from .views import Cell, cells_of
from .words import reading

__all__ = ["SECTIONS", "Section"]

Section = Callable[[Site, Description, str], Mapping[str, Any]]
"""What a template shows besides: from the site, what is known of a thing, and the path of its page."""


class Asked(NamedTuple):
    """An answer in a list: of whom or to what, its status, and the beginning of its text."""

    link: Shown
    status: str
    text: str
    chosen: str = ""


def _answer(site: Site, found: Description, path: str) -> Mapping[str, Any]:
    """The text with all words marked that anything was read from, and what was read, thing by thing."""
    answer = found.answers.get(found.iri)
    spans = {
        span
        for one in found.incoming
        for claim in one.claims
        for span in claim.spans
        if span.answer == found.iri
    }
    text = (
        marked(answer.text, ((span.start, span.end, f"char={span.start},{span.end}") for span in spans))
        if answer
        else ""
    )
    by_subject: dict[str, list[Statement]] = {}
    for one in found.incoming:
        by_subject.setdefault(one.subject, []).append(one)
    ordered = sorted(by_subject, key=lambda iri: (site.names.of(iri, found.labels).casefold(), iri))
    read = [
        (site.names.link(iri, path, found.labels), _lines(site.names, found, by_subject[iri], path))
        for iri in ordered
    ]
    question = site.names.link(answer.question, path, found.labels) if answer else None
    return {
        "text": text,
        "read": read,
        "question": question,
        "status": site.names.of(f"{BASE}code/answer-status/{answer.status}") if answer else "",
        "marks": [_marked(site.names, mark, path) for mark in answer.marks] if answer else [],
    }


def _marked(names: Names, mark: Mark, path: str) -> tuple[Shown, str, str, str]:
    """An option, its words in the answer, the state that holds, and its basis."""
    basis = "inferred" if mark.inferred else "unknown" if mark.state == "unknown" else "stated"
    return names.link(mark.option, path), mark.written, names.of(mark.iri_of_state), basis


def _lines(
    names: Names, found: Description, statements: list[Statement], path: str
) -> list[tuple[str, Cell]]:
    ordered = sorted(
        statements, key=lambda one: (reading(one.predicate).place, one.predicate, str(one.object))
    )
    cells = cells_of(names, found, ordered, path)
    return [(reading(one.predicate).says, cell) for one, cell in zip(ordered, cells, strict=True)]


def _response(site: Site, found: Description, path: str) -> Mapping[str, Any]:
    """Its answers, in the order of the form."""
    answers = [
        found.answers[one.subject]
        for one in found.incoming
        if one.predicate == lgq.inResponse.value and one.subject in found.answers
    ]
    return {
        "answers": [
            _asked(site, answer, path, site.names.of(answer.question, found.labels))
            for answer in sorted(answers, key=_number)
        ]
    }


def _question(site: Site, found: Description, path: str) -> Mapping[str, Any]:
    """What each city answers to it."""
    answers = [
        found.answers[one.subject]
        for one in found.incoming
        if one.predicate == lgq.question.value and one.subject in found.answers
    ]
    named = [(site.names.of(f"{BASE}id/city/{answer.response.split('/')[-2]}"), answer) for answer in answers]
    return {
        "answers": [
            _asked(site, answer, path, f"{city}, {answer.response.rpartition('/')[2]}")
            for city, answer in sorted(named, key=lambda pair: (pair[0].casefold(), pair[1].iri))
        ]
    }


def _asked(site: Site, answer: Answer, path: str, words: str) -> Asked:
    status = site.names.of(f"{BASE}code/answer-status/{answer.status}")
    return Asked(site.names.link(answer.iri, path, {answer.iri: words}), status, answer.text, answer.chosen)


def _number(answer: Answer) -> tuple[int, str]:
    number = answer.iri.rpartition("/q")[2]
    return (int(number) if number.isdecimal() else 0, answer.iri)


def _claim(site: Site, found: Description, path: str) -> Mapping[str, Any]:
    """The beginning of the one statement as a sentence."""
    (one,) = found.statements
    return {
        "subject": site.names.with_city(one.subject, path, found.labels),
        "says": reading(one.predicate).says,
    }


def _city(site: Site, found: Description, path: str) -> Mapping[str, Any]:
    """Its sections, when it answered."""
    return {"city": site.cities.get(found.iri), "land": land(), "map_size": MAP_SIZE}


def _goal(site: Site, found: Description, path: str) -> Mapping[str, Any]:
    """What serves it, or one of its targets, city by city, planned and past too."""
    served: dict[str, list[tuple[Shown, Cell]]] = {}
    statements = [one for one in found.incoming if one.predicate == lgq.contributesTo.value]
    for one, cell in zip(statements, cells_of(site.names, found, statements, path), strict=True):
        city = site.names.city_of(one.subject)
        served.setdefault(city, []).append((site.names.link(one.subject, path), cell))
    return {
        "served": [
            (
                site.names.link(city, path),
                sorted(by, key=lambda pair: (pair[0].words.casefold(), pair[0].href)),
            )
            for city, by in sorted(
                served.items(), key=lambda pair: (site.names.of(pair[0]).casefold(), pair[0])
            )
        ],
        "colour": site.goal_colours.get(int(found.iri.rpartition("/")[2].partition(".")[0]), "#777777"),
    }


SECTIONS: Mapping[str, tuple[str, Section]] = {
    "answer": ("answer.html", _answer),
    "response": ("response.html", _response),
    "question": ("question.html", _question),
    "claim": ("claim.html", _claim),
    "city": ("city.html", _city),
    "goal": ("goal.html", _goal),
    "target": ("goal.html", _goal),
}
"""For each kind with a page of its own making, the template and what it shows."""
