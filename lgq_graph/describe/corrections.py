"""What persons decided of statements, and the record of every correction: who in which role, when, why, before and after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from ..errors import InputError
from ..iri import answer_iri, claim_iri, correction_iri
from ..language import language_of
from ..matching import evened, missed, nearest
from ..model import Action, Amended, Applied, Basis, Correction, Entity, Evidence, Modality, Span
from ..properties import BY_CORRECTION, THINGS, local_name, predicate_of, short_name, term_of
from ..vocabulary import code, dct, lgq, prov, rdf, rdfs, skos, xsd
from .claims import Graphs
from .entities import Described, describe_class, entity_node
from .ledger import Held, Ledger

__all__ = ["correct"]

Term = NamedNode | Literal


def correct(graphs: Graphs, known: Described, amended: Amended) -> tuple[list[Quad], tuple[InputError, ...]]:
    """The quads with all corrections applied and recorded, sorted, and the reports of those that no longer match.

    InputError when two of them contradict each other, which only the response shows.
    """
    desk = _Desk(graphs, known, amended)
    desk.record_entities()
    unmatched = tuple(filter(None, (desk.decide(one, span) for one, span in amended.statements)))
    return sorted({*desk.ledger.quads, *desk.new.quads()}, key=str), unmatched


class _Desk:
    """The ledger of a response, and beside it what is newly said."""

    def __init__(self, graphs: Graphs, known: Described, amended: Amended) -> None:
        self.ledger = Ledger(graphs.response, graphs.quads())
        self.new = Graphs(graphs.response)
        self.known, self.amended = known, amended
        self.as_read = {found.question: found for found in amended.before}
        self.decided: dict[NamedNode, Correction] = {}
        self.said: set[tuple[NamedNode, NamedNode, Term]] = set()

    # --- entities -----------------------------------------------------------------------------------------------------

    def record_entities(self) -> None:
        """The corrections that changed entities: each with what it was before, and linked with what it made."""
        for gone, at in self.amended.replaced:
            self._replace(gone, self.known.nodes[at])
        for applied in self.amended.applied:
            nodes = [self.known.nodes[at] for at in applied.mentions]
            correction = self.record(applied.correction, nodes, applied.before, applied.after)
            self._remember(applied, nodes)
            for iri in self._made_by(applied, nodes):
                self.ledger.put("claims", iri, lgq.correction, correction)
            if applied.correction.action is Action.REJECT:
                self._reject_class(applied, nodes[0], correction)

    def _replace(self, gone: Entity, node: NamedNode) -> None:
        """The IRI of what went into another leads there; it is published, and must lead somewhere."""
        old = entity_node(self.new, gone, self.as_read)
        self.ledger.kinds[node].add(gone.kind.value)
        if old != node:
            self.ledger.put("corpus", old, dct.isReplacedBy, node)

    def _remember(self, applied: Applied, nodes: list[NamedNode]) -> None:
        """What a thing was called, or was, before it was corrected: other corrections speak of it so."""
        for node in nodes:
            if applied.correction.action is Action.SPLIT:
                self.ledger.names[node].add(evened(applied.before))
            self.ledger.kinds[node].add(applied.correction.kind)

    def _made_by(self, applied: Applied, nodes: list[NamedNode]) -> Iterator[NamedNode]:
        """The claims, or the merge, that a correction of an entity led to."""
        match applied.correction.action:
            case Action.MERGE:
                yield from self.ledger.merges(nodes[0], code("merge-reason", BY_CORRECTION))
            case Action.RENAME:
                names = (h for h in self.ledger.claims[nodes[0]] if h.predicate in _MAIN_NAMES)
                yield from (h.iri for h in names if h.object.value == applied.after)
            case Action.REJECT | Action.ADD:
                added = _MAIN_NAMES if applied.correction.action is Action.ADD else frozenset()
                for held in self.ledger.claims[nodes[0]]:
                    if held.predicate in added | {rdf.type}:
                        yield held.iri

    def _reject_class(self, applied: Applied, node: NamedNode, correction: NamedNode) -> None:
        """The claim that the thing was of another kind, as it would have been made."""
        entity = next(e for e in self.amended.entities if applied.mentions[0] in e.mentions)
        before = Described(self.as_read, self.known.questionnaire, self.known.nodes)
        scratch = Graphs(self.ledger.response)
        describe_class(scratch, node, entity.origin or entity, before)
        old = Ledger(self.ledger.response, scratch.quads())
        for held in old.claims[node]:
            old.reject(held, correction)
        self.ledger.quads |= old.quads

    # --- statements ---------------------------------------------------------------------------------------------------

    def decide(self, one: Correction, span: Span | None) -> InputError | None:
        """Apply a correction of a statement or of a whole thing; the report when it no longer matches."""
        things = self.ledger.things(one.kind, one.name)
        if not things:
            return missed(one, f"no {one.kind} is called {one.name!r}", self._nearest(one))
        if one.action is Action.ADD:
            return self._add(one, things, span, one.value)
        found = [held for thing in things for held in self.ledger.claims[thing] if _stands(one, held)]
        if one.property:
            found = [held for held in found if self._says(one, held)]
        if not found:
            return missed(one, "the graph does not say so there", self._instead(one, things))
        subjects = sorted({held.subject for held in found}, key=str)
        if not one.property:
            if self.ledger.city in subjects:
                return missed(one, "the response is of this city", "leave the response out, or withdraw it")
            self._reject_whole(one, subjects)
            return None
        self._mark(one, found)
        if one.action is Action.REJECT:
            return self._reject(one, subjects, found, span)
        correction = self.record(one, subjects, one.value, one.value)
        for held in found:
            self.ledger.confirm(held, correction)
        return None

    def _says(self, one: Correction, held: Held) -> bool:
        return _is_called(held.predicate, one.property) and evened(one.value) in map(
            evened, self.ledger.ways_to_say(held.object)
        )

    def _mark(self, one: Correction, found: Iterable[Held]) -> None:
        for held in found:
            first = self.decided.setdefault(held.iri, one)
            if first.action is not one.action or first.new != one.new:
                raise InputError(
                    f"one statement is corrected in two ways: at line {first.line} and line {one.line}",
                    file=one.file, place=f"line {one.line}", hint="keep one of the two",
                )  # fmt: skip

    def _reject(
        self, one: Correction, things: list[NamedNode], found: list[Held], span: Span | None
    ) -> InputError | None:
        if one.new and (fault := self._add(one, things, span, one.new)):
            return fault
        correction = self.record(one, things, one.value, one.new)
        for held in found:
            self.ledger.reject(held, correction)
        return None

    def _reject_whole(self, one: Correction, things: list[NamedNode]) -> None:
        """Nothing is said of the things any more, and nothing leads to them."""
        claims = [held for of_one in self.ledger.claims.values() for held in of_one]
        numbers = {h.subject for h in claims if h.predicate == lgq.about and h.object in things}
        gone = {*things, *numbers}  # a number about nothing says nothing
        found = [held for held in claims if held.subject in gone or held.object in gone]
        self._mark(one, found)
        correction = self.record(one, things, one.name, "")
        for held in found:
            self.ledger.reject(held, correction)
        for thing in gone:
            self.ledger.forget(thing)

    def _add(
        self, one: Correction, things: list[NamedNode], span: Span | None, value: str
    ) -> InputError | None:
        """Say something of a thing: stated by the quoted words, or concluded from them by a person."""
        if span is None or one.question is None:
            return missed(one, "the quoted words are not in the answer")
        predicate, term = predicate_of(one.property), self._term(one, value)
        if term is None or predicate is None:
            return missed(one, f"no single thing is called {value!r}", self._nearest(one, value))
        if len(things) > 1:
            return missed(
                one, f"{len(things)} things are called so", "first tell them apart by the action rename"
            )
        if term == things[0]:
            return missed(one, "nothing is its own", "name another thing")
        if self._is_said(one, things[0], predicate, term):
            return missed(one, "the graph says so already", "take the correction out")
        self.said.add((things[0], predicate, term))
        claim = self._say(one, things[0], predicate, term, Evidence(one.question, span))
        if one.action is Action.ADD:
            self.new.note(claim, lgq.correction, self.record(one, things, "", value))
        else:
            self.new.note(claim, lgq.correction, _iri_of(one))
        return None

    def _term(self, one: Correction, value: str) -> Term | None:
        if predicate_of(one.property) in THINGS:
            found = self.ledger.called(value)
            return found[0] if len(found) == 1 else None
        answer = self.ledger.response.answer(one.question or 0)
        return term_of(one.property, value, language_of(answer.text))

    def _is_said(self, one: Correction, thing: NamedNode, predicate: NamedNode, term: Term) -> bool:
        """Whether the graph says so; what a rule says gives way when the words say it."""
        if (thing, predicate, term) in self.said or self.ledger.holds("stated", thing, predicate, term):
            return True
        inferred = [
            h
            for h in self.ledger.claims[thing]
            if (h.predicate, h.object) == (predicate, term) and not h.stated
        ]
        if one.basis is Basis.STATED and one.modality is Modality.CURRENT:
            for held in inferred:
                self.ledger.withdraw(held)
            return False
        return bool(inferred)

    def _say(
        self, one: Correction, thing: NamedNode, predicate: NamedNode, term: Term, evidence: Evidence
    ) -> NamedNode:
        if one.basis is Basis.STATED:
            self.new.state(thing, predicate, term, [evidence], one.modality)
            return claim_iri("stated", thing, predicate, term, one.modality)
        self.new.infer(thing, predicate, term, BY_CORRECTION, [evidence])
        return claim_iri("inferred", thing, predicate, term, BY_CORRECTION)

    # --- the record ---------------------------------------------------------------------------------------------------

    def record(self, one: Correction, things: Iterable[NamedNode], before: str, after: str) -> NamedNode:
        """Describe a correction; its IRI."""
        node = _iri_of(one)
        facts: list[tuple[NamedNode, Term]] = [
            (rdf.type, lgq.Correction),
            (rdfs.label, Literal(_label(one), language="en")),
            (lgq.action, code("correction-action", one.action.value)),
            (lgq.byRole, Literal(one.by)),
            (lgq.because, Literal(one.why)),
            (dct.date, Literal(one.when, datatype=xsd.date)),
            (dct.source, self.ledger.iri),
            *((lgq.corrects, thing) for thing in things),
        ]
        facts += [(p, Literal(words)) for p, words in ((lgq.before, before), (lgq.after, after)) if words]
        if one.property:
            facts.append((lgq.correctedProperty, Literal(one.property)))
        if one.quote:
            facts.append((lgq.quotedWords, Literal(one.quote)))
        if any(answer.question == one.question for answer in self.ledger.response.answers):
            facts.append((prov.used, answer_iri(self.ledger.iri, one.question or 0)))
        for predicate, value in facts:
            self.ledger.put("claims", node, predicate, value)
        return node

    # --- what is there instead ----------------------------------------------------------------------------------------

    def _nearest(self, one: Correction, name: str = "") -> str:
        """The names that come nearest, of the kind that is looked for."""
        others = sorted({kind for node in self.ledger.called(one.name) for kind in self.ledger.kinds[node]})
        if others and not name:
            return f"what is called so is of the kind {', '.join(others)}"
        known = {
            n
            for node, names in self.ledger.names.items()
            if name or one.kind in self.ledger.kinds[node]
            for n in names
        }
        return nearest(name or one.name, known)

    def _instead(self, one: Correction, things: list[NamedNode]) -> str:
        """What the graph says of the things instead: elsewhere the same, or by the same property something else."""
        held = [
            h for thing in things for h in self.ledger.claims[thing] if _is_called(h.predicate, one.property)
        ]
        same = [h for h in held if self._says(one, h)] if one.property else held
        if same:
            places = [f"question {q}: {_start(words)!r}" for h in same for q, words in h.words][:3]
            return "it says so in " + "; ".join(places)
        values = sorted({_start(self.ledger.shortest(h.object)) for h in held})[:8]
        if values:
            return f"of its {one.property} the graph says: {', '.join(values)}"
        known = sorted({short_name(h.predicate.value) for thing in things for h in self.ledger.claims[thing]})
        return f"of it the graph tells {', '.join(known)}"


_MAIN_NAMES = frozenset({rdfs.label, dct.title, skos.prefLabel})


def _iri_of(one: Correction) -> NamedNode:
    return correction_iri(
        one.response, one.action, one.kind, one.name, one.property, one.value, one.new, str(one.question or ""),
        one.quote, str(one.basis or ""), one.modality, one.by, one.when, one.why,
    )  # fmt: skip


def _label(one: Correction) -> str:
    """What a correction is called."""
    said = f": {one.property} {one.value}" if one.property else ""
    return f"{one.action.value} {one.kind} {one.name}{said}"


def _is_called(predicate: NamedNode, name: str) -> bool:
    short = short_name(predicate.value)
    return not name or name in (short, local_name(short), predicate.value)


def _stands(one: Correction, held: Held) -> bool:
    """Whether a claim rests on the words that a correction quotes, in the answer that it names."""
    quote = " ".join(one.quote.split())
    for question, words in held.words:
        even = " ".join(words.split())
        if question == one.question and (not quote or quote in even or (even and even in quote)):
            return True
    return False


def _start(words: str) -> str:
    even = " ".join(words.split())
    return even if len(even) <= 240 else even[:239] + "…"
