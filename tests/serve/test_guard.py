"""What a query may not be, told before any parser sees it."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from lgq_graph.query import catalogue
from lgq_graph.serve.guard import check
from lgq_graph.serve.limits import Limits
from lgq_graph.serve.problem import Problem
from lgq_graph.serve.words import decoded, words
from lgq_graph.vocabulary import PREFIXES

from ..timing import assert_linear
from .hostile import HOSTILE, fuzzed, services

AT = "http://endpoint.example/sparql"
LIMITS = Limits()


def refused(sparql: str, *allowed: str) -> str:
    """As what a query is refused; empty when it may be run."""
    try:
        check(sparql, LIMITS, allowed)
    except Problem as problem:
        return problem.kind
    return ""


@pytest.mark.parametrize("query", catalogue(), ids=lambda query: query.name)
def test_the_catalogue_may_be_run(query) -> None:
    """No query of ours is taken for what it is not, though many speak of services."""
    assert refused(query.text) == ""


@pytest.mark.parametrize("spelling", services(AT))
def test_a_service_is_refused_however_it_is_spelt(spelling: str) -> None:
    """Whatever stands around it; one whose prefix looks like the keyword is told by Oxigraph's parser, which cannot tell it from a mistake."""
    expected = "bad-query" if spelling == "prefix like the keyword, no space" else "service-refused"
    assert refused(services(AT)[spelling]) == expected


@pytest.mark.parametrize(
    "sparql",
    [
        "ASK { ?service a lgq:Service }",
        "PREFIX service: <http://a/> ASK { ?s service:SERVICE service:x.service }",
        "ASK { ?s ?p \"SERVICE <x:y> {}\", '''a\nSERVICE''', \"it's \\\" SERVICE\"@service }",
        "ASK { ?s ?p <http://a/SERVICE#service> . _:service ?service $SERVICE } # SERVICE <x:y> {}",
        "PREFIX o: <http://a/o#> ASK { ?a <http://a/b#> ?c . ?a o:p ?d FILTER(?c<?d && ?d>1) } # SERVICE",
        "ASK { ?s ?p ?o FILTER(?s IN (<x:insert>, <x:load>)) }",
        "PREFIX insert: <x:> ASK { ?s insert:data 'DROP ALL' }",
    ],
)
def test_what_only_looks_like_one_may_be_run(sparql: str) -> None:
    """Words in strings, comments, names and IRIs are no keywords."""
    assert refused(sparql) == ""
    ox.Store().query(sparql, prefixes=PREFIXES)


def test_an_endpoint_is_allowed_by_its_exact_iri_alone() -> None:
    """Not by a name, a variable, another case, or inside one that is allowed."""
    assert refused(f"ASK {{ SERVICE <{AT}> {{}} }}", AT) == ""
    assert refused(f"ASK {{ service silent<{AT}>{{ ?service ?p ?o }} ?s ?p 'SERVICE' }}", AT) == ""
    for wrong in (f"<{AT}/>", f"<{AT.upper()}>", "?x", "a:b", f"<{AT}> {{ SERVICE <x:y> {{}} }} SERVICE ?x"):
        assert refused(f"PREFIX a: <{AT}> ASK {{ SERVICE {wrong} {{}} }}", AT) != "", wrong
    every = services(AT)
    assert refused(every["plain"], AT) == ""
    assert refused(every["behind a comparison and a comment"], f"{AT}x") == "service-refused"


@pytest.mark.parametrize("name", [name for name in HOSTILE if name.startswith("update")])
def test_an_update_is_refused(name: str) -> None:
    """One at the beginning as an update; one behind a query is no SPARQL, and left to the parser."""
    behind = name in ("update: second", "update: without a semicolon")
    assert refused(HOSTILE[name]) == ("" if behind else "update-refused")
    with pytest.raises(SyntaxError):
        ox.Store().query(HOSTILE[name])


@pytest.mark.parametrize("kind", ["braces", "parentheses", "brackets", "lists", "functions", "exists", "subqueries", "not", "path", "sum", "or", "binds", "minus", "unions", "expressions selected", "parentheses in what may be an IRI"])  # fmt: skip
def test_what_would_end_the_engine_is_refused(kind: str) -> None:
    """Nesting, long paths and expressions, very many clauses."""
    assert refused(HOSTILE[kind]) == "too-deep"


def test_the_limits_are_where_they_are_said_to_be() -> None:
    """Nesting of 128 may be, of 129 not; the same for steps of a path."""
    assert refused("ASK " + "{" * 128 + "}" * 128) == ""
    assert refused("ASK " + "{" * 129 + "}" * 129) == "too-deep"
    assert refused("ASK { ?s " + "/".join(["a"] * 128) + " ?o }") == ""
    assert refused("ASK { ?s " + "/".join(["a"] * 130) + " ?o }") == "too-deep"


@pytest.mark.parametrize("text", [text for text in HOSTILE.values() if 10_000 < len(text) < 100_000], ids=len)
def test_a_text_takes_time_in_proportion_to_its_length(text: str) -> None:
    """Cut into words, whatever it is."""
    quarter = len(text) // 4
    assert_linear(lambda some: words(text[: len(some)]), " ", quarter)


def test_words_and_spaces_are_the_whole_text() -> None:
    """Nothing is lost on the way, in five hundred queries of the grammar."""
    for seed in range(500):
        text = fuzzed(seed)
        for word in words(text):
            assert text[word.start : word.start + len(word.text)] == word.text


def test_escapes_are_decoded() -> None:
    """Short and long ones; what is no letter becomes one that nobody uses."""
    assert (
        decoded("SERV\\u0049CE \\U0001F600 \\uD800 \\U00110000 \\n") == "SERVICE \U0001f600 \ufffd \ufffd \\n"
    )
