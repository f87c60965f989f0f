"""The editions of the form, from `ontology/questionnaire-lgq-<edition>.ttl`: a new edition is a new file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from typing import Never, TypeVar

import pyoxigraph as ox

from .errors import DataError, UsageError
from .model import Kind, Option, Question, QuestionKind, Questionnaire, Section
from .resources import resource, resources
from .vocabulary import BASE, disco, lgq, rdf, rdfs, skos

__all__ = ["editions", "load_questionnaire", "parse_questionnaire"]

_PREFIX, _SUFFIX = "questionnaire-lgq-", ".ttl"
_TRUE = {"true", "1"}
_Code = TypeVar("_Code", bound=StrEnum)


def editions() -> tuple[str, ...]:
    """The known editions, sorted: ("2022",)."""
    files = resources("ontology", f"{_PREFIX}*{_SUFFIX}")
    return tuple(path.name.removeprefix(_PREFIX).removesuffix(_SUFFIX) for path in files)


def load_questionnaire(edition: str) -> Questionnaire:
    """One edition of the form. UsageError when there is none of that name, DataError when its file is malformed."""
    if edition not in (known := editions()):
        raise UsageError(
            f"there is no edition {edition!r} of the questionnaire",
            hint=f"known editions: {', '.join(known)}",
        )
    return _load(edition)


@lru_cache(maxsize=8)
def _load(edition: str) -> Questionnaire:
    path = resource("ontology", f"{_PREFIX}{edition}{_SUFFIX}")
    return parse_questionnaire(path.read_bytes(), edition, path.name)


def parse_questionnaire(turtle: bytes, edition: str, file: str = "") -> Questionnaire:
    """The form that a Turtle file describes; DataError, naming `file` and the question, when it is not one."""
    try:
        quads = ox.parse(turtle, format=ox.RdfFormat.TURTLE)
        return _Form(
            _Graph(((q.subject, q.predicate, q.object) for q in quads), file), edition
        ).questionnaire()
    except (SyntaxError, ValueError) as error:
        raise DataError(f"not well-formed Turtle: {error}", file=file) from error


class _Graph:
    """Triples by subject and predicate, with the questions a form asks of them."""

    def __init__(self, triples: Iterable[tuple[object, ox.NamedNode, object]], file: str) -> None:
        self.file = file
        self._objects: dict[tuple[object, ox.NamedNode], list[str]] = defaultdict(list)
        self._instances: dict[str, list[str]] = defaultdict(list)
        for subject, predicate, object_ in triples:
            self._objects[_text(subject), predicate].append(_text(object_))
            if predicate == rdf.type:
                self._instances[_text(object_)].append(_text(subject))

    def instances(self, class_: ox.NamedNode) -> tuple[str, ...]:
        return tuple(sorted(self._instances[class_.value]))

    def many(self, subject: str, predicate: ox.NamedNode) -> tuple[str, ...]:
        return tuple(
            sorted(self._objects.get((subject, predicate), ()), key=lambda value: (value.casefold(), value))
        )

    def some(self, subject: str, predicate: ox.NamedNode) -> tuple[str, ...]:
        return self.many(subject, predicate) or self.fail(subject, f"no {_local(predicate.value)}")

    def perhaps(self, subject: str, predicate: ox.NamedNode) -> str | None:
        values = self.many(subject, predicate)
        return (
            values[0]
            if len(values) == 1
            else self.fail(subject, f"several {_local(predicate.value)}")
            if values
            else None
        )

    def one(self, subject: str, predicate: ox.NamedNode) -> str:
        value = self.perhaps(subject, predicate)
        return self.fail(subject, f"no {_local(predicate.value)}") if value is None else value

    def number(self, subject: str, predicate: ox.NamedNode) -> int:
        value = self.one(subject, predicate)
        return (
            int(value)
            if value.isdecimal()
            else self.fail(subject, f"{_local(predicate.value)} {value!r} is no number")
        )

    def code(self, subject: str, value: str, codes: type[_Code]) -> _Code:
        known = [code.value for code in codes]
        return (
            codes(value) if value in known else self.fail(subject, f"{value!r} is none of {', '.join(known)}")
        )

    def fail(self, subject: str, why: str) -> Never:
        raise DataError(
            why, file=self.file, place=f"<{subject}>", hint="mend the file, or reinstall lgq-graph"
        )


class _Form:
    """The reading of one edition; each method builds one kind of value of the model."""

    def __init__(self, graph: _Graph, edition: str) -> None:
        self.graph, self.edition = graph, edition
        self.iri = f"{BASE}questionnaire/{edition}"

    def questionnaire(self) -> Questionnaire:
        if self.graph.instances(disco.Questionnaire) != (self.iri,):
            self.graph.fail(self.iri, "the one disco:Questionnaire of the file must have this IRI")
        if self.graph.one(self.iri, lgq.edition) != self.edition:
            self.graph.fail(self.iri, f"lgq:edition is not {self.edition!r}")
        questions = self.questions()
        return Questionnaire(
            self.edition,
            self.graph.one(self.iri, rdfs.label),
            self.sections(questions),
            questions,
            self.graph.many(self.iri, lgq.furniturePhrase),
        )

    def questions(self) -> tuple[Question, ...]:
        listed, described = self.graph.some(self.iri, disco.question), self.graph.instances(disco.Question)
        for iri in sorted(set(listed) ^ set(described)):
            self.graph.fail(iri, "a question must be described and be listed by the questionnaire")
        found = tuple(sorted((self.question(iri) for iri in described), key=lambda question: question.number))
        for question in found:
            self._check_premise(question, found)
        return found

    def sections(self, questions: tuple[Question, ...]) -> tuple[Section, ...]:
        """In the order in which the questions first enter them."""
        slugs = dict.fromkeys(question.section for question in questions)
        return tuple(map(self.section, slugs))

    def section(self, slug: str) -> Section:
        iri = f"{self.iri}/section/{slug}"
        return Section(slug, self.graph.one(iri, rdfs.label), self.graph.some(iri, lgq.keyPhrase))

    def question(self, iri: str) -> Question:
        graph, number = self.graph, self.graph.number(iri, lgq.number)
        if iri != f"{self.iri}/q{number}":
            graph.fail(iri, f"the IRI does not end in q{number}")
        lists, target = graph.perhaps(iri, lgq.listsKind), graph.perhaps(iri, lgq.matchesTarget)
        return Question(
            number=number,
            kind=graph.code(iri, _local(graph.one(iri, lgq.questionKind)), QuestionKind),
            section=self._section_of(iri),
            label=graph.one(iri, skos.prefLabel),
            phrases=graph.some(iri, lgq.keyPhrase),
            help=graph.many(iri, lgq.helpPhrase),
            options=self.options(iri),
            functions=tuple(map(_local, graph.many(iri, lgq.theme))),
            target=None if target is None else _local(target),
            personal=graph.perhaps(iri, lgq.personal) in _TRUE,
            presupposes=self._premise(iri),
            lists=None if lists is None else graph.code(iri, lists, Kind),
            role=graph.perhaps(iri, lgq.role),
        )

    def options(self, question: str) -> tuple[Option, ...]:
        iris = self.graph.many(question, lgq.hasOption)
        return tuple(
            map(self.option, sorted(iris, key=lambda iri: (self.graph.number(iri, lgq.optionOrder), iri)))
        )

    def option(self, iri: str) -> Option:
        return Option(_local(iri), self.graph.one(iri, skos.prefLabel), self.graph.some(iri, lgq.keyPhrase))

    def _section_of(self, iri: str) -> str:
        section = self.graph.one(iri, lgq.inSection)
        return (
            _local(section)
            if section in self.graph.instances(lgq.Section)
            else self.graph.fail(iri, "unknown section")
        )

    def _premise(self, iri: str) -> tuple[int, str] | None:
        option = self.graph.perhaps(iri, lgq.presupposes)
        if option is None:
            return None
        question, _, slug = option.rpartition("/option/")
        return self.graph.number(question, lgq.number), slug

    def _check_premise(self, question: Question, questions: tuple[Question, ...]) -> None:
        premises = {(other.number, option.slug) for other in questions for option in other.options}
        if question.presupposes and question.presupposes not in premises:
            self.graph.fail(f"{self.iri}/q{question.number}", "presupposes an option that no question has")


def _text(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)


def _local(iri: str) -> str:
    return iri.rpartition("#")[2].rpartition("/")[2]
