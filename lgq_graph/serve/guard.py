"""What a query may not be, told by its text before any parser sees it; what is left is told by Oxigraph's parser.

The text is read as it stands, and once more with its codepoint escapes decoded: what is a SERVICE in either reading is one.
"""

from __future__ import annotations

from collections.abc import Collection

from ..store.guard import has_keyword
from ..vocabulary import PREFIXES
from .limits import Limits
from .problem import Problem
from .words import Word, declared, decoded, words

__all__ = ["check"]

_UPDATES = frozenset("add clear copy create delete drop insert load move with".split())
_CLAUSES = frozenset("as bind exists filter from graph minus optional select service union values".split())
_OPEN, _CLOSE = frozenset("{[("), frozenset("}])")
_STEPS = frozenset("/|^*+-&!=<>?")
_BREAKS = frozenset(".;,{}")


def check(sparql: str, limits: Limits, services: Collection[str] = ()) -> None:
    """Nothing when the query may be run; a Problem otherwise. `services` are the IRIs of the endpoints that it may call."""
    for reading in dict.fromkeys((sparql, decoded(sparql))):
        found = words(reading)
        _check_size(found, limits)
        if _is_update(found):
            raise Problem(
                "update-refused", "the text is an update, or begins with one", "ask with SELECT, ASK, CONSTRUCT or DESCRIBE"
            )  # fmt: skip
        _check_services(found, frozenset(services))
    left = _without_allowed(sparql, words(sparql), services)
    if has_keyword("SERVICE", left):
        raise Problem(
            "bad-query", f"the text is not valid SPARQL, or has a SERVICE that cannot be told apart: {_fault(left)}",
            "see https://www.w3.org/TR/sparql11-query/",
        )  # fmt: skip


def _check_size(found: list[Word], limits: Limits) -> None:
    depth = steps = clauses = deepest = longest = 0
    for kind, text, _ in found:
        if kind == "mark":
            depth += (text in _OPEN) - (text in _CLOSE)
            steps = 0 if text in _BREAKS else steps + (text in _STEPS)
            deepest, longest = max(deepest, depth), max(longest, steps)
        elif kind == "word":
            clauses += text.lower() in _CLAUSES
        elif kind == "iri":  # it may be less-than, and brackets
            deepest = max(deepest, depth + text.count("(") + text.count("["))
    for what, count, most in (
        ("brackets nested", deepest, limits.depth),
        ("steps in a path or an expression", longest, limits.steps),
        ("clauses", clauses, limits.clauses),
    ):
        if count > most:
            raise Problem("too-deep", f"there are more than {most} {what}", "ask in several smaller queries")


def _is_update(found: list[Word]) -> bool:
    """Whether the first keyword behind the prologue is that of an update."""
    place = 0
    while place < len(found) and found[place].text.lower() in ("prefix", "base", "version"):
        place += 3 if found[place].text.lower() == "prefix" else 2
    return place < len(found) and found[place].kind == "word" and found[place].text.lower() in _UPDATES


def _check_services(found: list[Word], allowed: frozenset[str]) -> None:
    known = declared(found) | {f"{prefix}:" for prefix in PREFIXES}
    for place, word in enumerate(found):
        if _calls(word, known) and not _is_allowed(found, place, allowed):
            raise Problem(
                "service-refused", "the query calls a SERVICE, and this server sends no query on",
                "run the query in an engine of your own, with this server as its SERVICE",
            )  # fmt: skip


def _calls(word: Word, known: set[str]) -> bool:
    """Whether a word is SERVICE, or begins with it and goes on as no word or prefix does."""
    text = word.text.lower()
    if word.kind == "name":
        return text.startswith("service") and f"{text.partition(':')[0]}:" not in known
    return word.kind == "word" and text.startswith("service")


def _is_allowed(found: list[Word], place: int, allowed: frozenset[str]) -> bool:
    iri = _endpoint(found, place)
    return iri is not None and iri.text[1:-1] in allowed


def _endpoint(found: list[Word], place: int) -> Word | None:
    """The IRI that a SERVICE calls; None when it is a variable, a name, or nothing."""
    ahead = [word for word in found[place + 1 : place + 3] if word.text.lower() != "silent"][:1]
    exact = found[place].text.lower() == "service" and ahead and ahead[0].kind == "iri"
    return ahead[0] if exact else None


def _without_allowed(sparql: str, found: list[Word], services: Collection[str]) -> str:
    """The text with GRAPH for each SERVICE that is allowed, so that what is left can be looked for."""
    if not services:
        return sparql
    kept, done = list[str](), 0
    for place, word in sorted(enumerate(found), key=lambda numbered: numbered[1].start):
        iri = _endpoint(found, place) if word.kind == "word" and word.text.lower() == "service" else None
        if iri is not None and word.start >= done:
            kept += (sparql[done : word.start], "GRAPH ")
            done = iri.start
    return "".join((*kept, sparql[done:]))


def _fault(sparql: str) -> str:
    import pyoxigraph as ox

    spoilt = sparql.replace("SERVICE", "BERVICE").replace("service", "bervice")
    try:
        ox.Store().query(spoilt, prefixes=PREFIXES, base_iri="x:/")
    except (SyntaxError, ValueError) as error:
        return str(error)
    return "SERVICE"
