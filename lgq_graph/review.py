"""What is least certain in some responses, as entries of a file of corrections that wait for a decision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from pyoxigraph import NamedNode

from .correct import entry_of, fault_of_role
from .describe import Held, Ledger
from .errors import InputError
from .extract.sentences import sentences
from .matching import evened, text_of, where
from .model import Action, Correction, Entity
from .pipeline import Built
from .properties import short_name
from .vocabulary import dct, lgq, rdf, rdfs, schema, skos

__all__ = ["continued"]

_RULES = (
    "default-kind-by-question", "kind-by-list", "kind-by-use", "law-level-default", "mark-from-formatting",
    "mark-from-follow-up", "app-of-same-name", "period-from-context", "function-by-question", "audience-by-question",
    "goal-of-target",
)  # fmt: skip
"""The rules that may be wrong of what they are applied to, the least certain first. The others follow from how things are
defined, or from a gazetteer."""
_MERGES = frozenset({"spelling-variant", "abbreviation", "alias", "same-page"})
"""Reasons for which two different names were taken for one thing."""
_PLACES = frozenset({schema.sameAs, lgq.partnerKind})
_NAMES = frozenset({rdfs.label, dct.title, skos.prefLabel, skos.altLabel})
_WHY = {True: "read, and found right", False: "read, and they are two"}
_LONGEST = 300
_HEAD = """\
# Corrections of what was read in the responses beside this file. Below, the least certain statements come first.
# To decide one, take the "# " from the beginning of each line of its entry, and change what is to be changed:
#   action: accept   it is right
#   action: reject   it is wrong; add instead: and basis: (stated or inferred) for what holds in its place
# How to rename, merge, split and add is told in docs/corrections.md. 'by' is a role and never a person.
"""


@dataclass(frozen=True, slots=True)
class _Doubt:
    """Something to decide: how certain it is (less first), where it stands, why it is doubtful, and the sentence around it."""

    rank: int
    entry: Correction
    basis: str
    sentence: str

    @property
    def key(self) -> tuple[int, str, int, str]:
        """Its place in the file."""
        return self.rank, self.entry.response, self.entry.question or 0, repr(self.entry)


def continued(before: str, built: Iterable[Built], limit: int, by: str, when: str = "") -> tuple[str, int]:
    """A file of corrections with at most so many more entries to decide, and how many they are."""
    if fault := fault_of_role(by):
        raise InputError(fault)
    day = when or date.today().isoformat()
    asked = before.replace("\r\n", "\n")
    found = sorted((doubt for one in built for doubt in _doubts(one, by, day)), key=lambda doubt: doubt.key)
    new = [doubt for doubt in found if _body(doubt.entry) not in asked][:limit]
    blocks = "".join(map(_block, new))
    text = before or _HEAD
    return (text if text.endswith("\n") else text + "\n") + blocks, len(new)


def _block(doubt: _Doubt) -> str:
    lines = entry_of(doubt.entry).splitlines()
    told = [doubt.basis, *([f"The words: {doubt.sentence}"] if doubt.sentence else [])]
    return "\n" + "".join(f"## {line}\n" for line in told) + "".join(f"# {line}\n" for line in lines)


def _body(entry: Correction) -> str:
    """What tells an entry from others, as it stands in the file: all but action, quote, role, date and reason."""
    lines = [f"# {line}\n" for line in entry_of(entry).splitlines()]
    return "".join(
        line for line in lines[1:] if not line.startswith(("#   quote:", "#   by:", "#   when:", "#   why:"))
    )


def _doubts(built: Built, by: str, when: str) -> Iterator[_Doubt]:
    ledger = Ledger(built.response, built.quads)
    phrases = _phrases(built)
    seen = set()
    for subject in sorted(ledger.claims, key=str):
        for held in ledger.claims[subject]:
            rank = _rank(held, ledger, phrases)
            said = (held.subject, held.predicate, held.object)
            if (
                rank is not None
                and said not in seen
                and held.words
                and (entry := _entry(held, ledger, built, by, when))
            ):
                seen.add(said)
                basis = (
                    f"inferred by the rule {held.rule}"
                    if held.rule
                    else "stated, of a thing that has no proper name"
                )
                yield _Doubt(rank, entry, basis, _sentence(built, entry))
    for entity in built.entities:
        yield from _joined(entity, built, by, when)


def _phrases(built: Built) -> set[str]:
    """The names that are mere phrases wherever they stand."""
    names = {found.question: found.names for found in built.mentions}
    return {
        evened(entity.name)
        for entity in built.entities
        if not any(names[question][index].proper for question, index in entity.mentions)
    }


def _rank(held: Held, ledger: Ledger, phrases: set[str]) -> int | None:
    """How certain a claim is, less first; None for one that is not asked: confirmed, defined so, or stated in so many words."""
    if held.corrected or not ledger.kinds[held.subject]:
        return None
    if held.rule in _RULES:
        return _RULES.index(held.rule)
    if held.rule == "gazetteer" and held.predicate in _PLACES:
        return len(_RULES) + 1
    if held.rule or held.predicate in _NAMES:
        return None
    if held.predicate == rdf.type and ledger.names[held.subject] & phrases:
        return len(_RULES)
    return len(_RULES) + 2 if held.predicate in (lgq.contributesTo, lgq.appOf, lgq.approvedBy) else None


def _entry(held: Held, ledger: Ledger, built: Built, by: str, when: str) -> Correction | None:
    name = _name(held.subject, ledger)
    question, words = held.words[0]
    whole = text_of(built.response, question) == words
    if not name:
        return None
    return Correction(
        Action.ACCEPT, _key(built), sorted(ledger.kinds[held.subject])[0], name, by, when, _WHY[True], question,
        "" if whole and len(words) > _LONGEST else _cut(words), short_name(held.predicate.value), _value(held, ledger),
    )  # fmt: skip


def _key(built: Built) -> str:
    return f"{built.city}/{built.response.edition}"


def _name(node: NamedNode, ledger: Ledger) -> str:
    """The main name of a thing, or the words of a number or a mark."""
    labels = [h.object.value for h in ledger.claims[node] if h.predicate in (rdfs.label, lgq.asWritten)]
    return min(labels) if labels else min(ledger.names[node], default="")


def _value(held: Held, ledger: Ledger) -> str:
    """The shortest way to say a value that means nothing else."""
    if not isinstance(held.object, NamedNode):
        return " ".join(held.object.value.split())
    if ledger.names[held.object] and len(ledger.called(name := _name(held.object, ledger))) == 1:
        return name
    _, *ways = ledger.ways_to_say(held.object)
    return ways[-1] if ways and not ledger.names[held.object] else held.object.value


def _cut(words: str) -> str:
    """A quote of a bearable length, ending with a word."""
    even = " ".join(words.split())
    return even if len(even) <= _LONGEST else even[:_LONGEST].rpartition(" ")[0]


def _sentence(built: Built, entry: Correction) -> str:
    """The sentence in which a quote stands; empty when the quote is that sentence."""
    text = text_of(built.response, entry.question)
    at = where(entry.quote, text)
    if at is None:
        return _cut(text)
    around = next((span for span in sentences(text) if span.meets(at)), at)
    said = _cut(around.of(text))
    return "" if said == entry.quote else said


def _joined(entity: Entity, built: Built, by: str, when: str) -> Iterator[_Doubt]:
    """The names that were taken for one thing on weak grounds."""
    names = {found.question: found.names for found in built.mentions}
    at = {(question, name.span): name for question, group in names.items() for name in group}
    for merge in entity.merges:
        name = at.get((merge.mention.question, merge.mention.span))
        if merge.reason in _MERGES and name and evened(name.name) != evened(entity.name):
            entry = Correction(
                Action.SPLIT, _key(built), entity.kind.value, entity.name, by, when, _WHY[False],
                merge.mention.question, new=name.name,
            )  # fmt: skip
            yield _Doubt(
                0,
                entry,
                f"taken for one thing by {merge.reason}",
                _cut(name.scope.of(text_of(built.response, entry.question))),
            )
