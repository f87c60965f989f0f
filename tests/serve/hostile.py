"""Queries that mean ill, and a grammar that makes more of them; used by the tests and by `benchmarks/hostile.py`."""

from __future__ import annotations

import random
from collections.abc import Mapping

__all__ = ["HOSTILE", "fuzzed", "services"]


def services(endpoint: str) -> dict[str, str]:
    """Calls to an endpoint, in every spelling that we could think of."""
    group = "{ ?s ?p ?o }"
    letters = "\\u0053\\u0045\\u0052\\u0056\\u0049\\u0043\\u0045"
    return {
        "plain": f"SELECT * {{ SERVICE <{endpoint}> {group} }}",
        "silent": f"SELECT * {{ SERVICE SILENT <{endpoint}> {group} }}",
        "lower case": f"SELECT * {{ service <{endpoint}> {group} }}",
        "mixed case": f"SELECT * {{ sErViCe sIlEnT <{endpoint}> {group} }}",
        "no spaces": f"SELECT*{{SERVICE<{endpoint}>{group}}}",
        "ask": f"ASK {{ SERVICE <{endpoint}> {group} }}",
        "construct": f"CONSTRUCT WHERE {{ SERVICE <{endpoint}> {group} }}",
        "construct with template": f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ SERVICE <{endpoint}> {group} }}",
        "describe": f"DESCRIBE ?s {{ SERVICE <{endpoint}> {group} }}",
        "prefixed": f"PREFIX e: <{endpoint}> SELECT * {{ SERVICE e: {group} }}",
        "prefixed, no space": f"PREFIX ex: <{endpoint}> SELECT * {{ SERVICEex: {group} }}",
        "silent, no space": f"PREFIX ex: <{endpoint}> SELECT * {{ SERVICESILENT ex: {group} }}",
        "prefix called service": f"PREFIX service: <{endpoint}> SELECT * {{ SERVICE service: {group} }}",
        "prefix like the keyword, no space": f"PREFIX serviceex: <{endpoint}> PREFIX ex: <{endpoint}> SELECT * {{ SERVICEex: {group} }}",
        "variable": f"SELECT * {{ BIND(<{endpoint}> AS ?e) SERVICE ?e {group} }}",
        "variable, no space": f"SELECT * {{ VALUES ?e {{ <{endpoint}> }} SERVICE?e{group} }}",
        "base": f"BASE <{endpoint}> SELECT * {{ SERVICE <> {group} }}",
        "escaped letter": f"SELECT * {{ SERV\\u0049CE <{endpoint}> {group} }}",
        "long escape": f"SELECT * {{ \\U00000053ERVICE <{endpoint}> {group} }}",
        "all letters escaped": f"SELECT * {{ {letters} <{endpoint}> {group} }}",
        "escaped IRI": f"SELECT * {{ SERVICE <\\u0068{endpoint[1:]}> {group} }}",
        "behind a comment": f"SELECT * {{ # nothing\nSERVICE#\n<{endpoint}>#\n{group} }}",
        "behind a carriage return": f"SELECT * {{ # nothing\rSERVICE <{endpoint}> {group} }}",
        "behind a string": f"SELECT * {{ BIND(\"it's # \" AS ?x) SERVICE <{endpoint}> {group} }}",
        "behind an escaped quote": f'SELECT * {{ BIND("\\"" AS ?x) SERVICE <{endpoint}> {group} BIND("\\"" AS ?y) }}',
        "behind a long string": f'SELECT * {{ BIND("""a"\\"""" AS ?x) SERVICE <{endpoint}> {group} }}',
        "between empty strings": f'SELECT * {{ BIND("" AS ?x) SERVICE <{endpoint}> {group} BIND("" AS ?y) }}',
        "behind a comparison and a comment": f'SELECT * {{ ?a ?b ?c FILTER(?a<?b#>"""\n) SERVICE <{endpoint}> {group} #"""\n}}',
        "behind a comparison of a name": f'PREFIX x: <x:> SELECT * {{ ?a ?b ?c FILTER(?a<x:b#>"""\n) SERVICE <{endpoint}> {group} #"""\n}}',
        "behind a number": f"SELECT * {{ ?s ?p 5.SERVICE <{endpoint}> {group} }}",
        "behind a variable": f"SELECT * {{ ?s ?p ?o.SERVICE <{endpoint}> {group} }}",
        "behind a language": f'SELECT * {{ ?s ?p "x"@en.SERVICE <{endpoint}> {group} }}',
        "in a subquery": f"SELECT * {{ {{ SELECT * {{ SERVICE <{endpoint}> {group} }} }} }}",
        "in an optional": f"SELECT * {{ ?s ?p ?o OPTIONAL {{ SERVICE <{endpoint}> {group} }} }}",
        "in exists": f"SELECT * {{ ?s ?p ?o FILTER NOT EXISTS {{ SERVICE <{endpoint}> {group} }} }}",
        "in a union": f"SELECT * {{ {{}} UNION {{ SERVICE <{endpoint}> {group} }} }}",
        "in a graph": f"SELECT * {{ GRAPH ?g {{ SERVICE <{endpoint}> {group} }} }}",
        "in a service": f"SELECT * {{ SERVICE <{endpoint}> {{ SERVICE <{endpoint}> {group} }} }}",
        "byte order mark": f"\ufeffSELECT * {{ \ufeffSERVICE <{endpoint}> {group} }}",
        "many": "SELECT * {" + f" SERVICE SILENT <{endpoint}> {group}" * 50 + "}",
    }  # fmt: skip


_UPDATES = {
    "insert": "INSERT DATA { <a:a> <a:a> <a:a> }",
    "delete": "DELETE WHERE { ?s ?p ?o }",
    "modify": "WITH <a:a> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "load": "LOAD <file:///etc/passwd>",
    "clear": "clear all",
    "drop": "DROP SILENT ALL",
    "create": "CREATE GRAPH <a:a>",
    "copy": "COPY DEFAULT TO <a:a>",
    "prologue": "PREFIX ask: <a:> BASE <a:b> # SELECT\nINSERT DATA { ask:a a ask:b }",
    "comment": "# ASK {}\nCLEAR ALL",
    "escaped": "INS\\u0045RT DATA { <a:a> <a:a> <a:a> }",
    "second": "ASK {} ; CLEAR ALL",
    "without a semicolon": "SELECT * { ?s ?p ?o } DELETE WHERE { ?s ?p ?o }",
}
_ALL = "?{0} ?{0}p ?{0}o ."


def _cross(names: str) -> str:
    return " ".join(_ALL.format(name) for name in names)


HOSTILE: Mapping[str, str] = {
    **{f"update: {name}": text for name, text in _UPDATES.items()},
    "braces": "ASK " + "{" * 3000 + "}" * 3000,
    "braces at the limit": "ASK " + "{" * 128 + "}" * 128,
    "open braces": "ASK " + "{" * 60_000,
    "parentheses": "ASK { FILTER(" + "(" * 5000 + "1" + ")" * 5000 + ") }",
    "parentheses in what may be an IRI": "ASK { ?a ?b ?c FILTER(?a<" + "(" * 5000 + "1" + ")" * 5000 + ">2) }",
    "brackets": "ASK { " + "[ <a:b> " * 4000 + "1" + "]" * 4000 + "}",
    "lists": "ASK { <a:s> <a:p> " + "(" * 3000 + "1" + ")" * 3000 + "}",
    "functions": "ASK { FILTER(" + "STR(" * 4000 + "1" + ")" * 4000 + ") }",
    "exists": "ASK { " + "FILTER EXISTS {" * 2000 + "}" * 2000 + "}",
    "subqueries": "ASK { " + "{ SELECT * " * 3000 + "{}" + "}" * 3000 + "}",
    "not": "ASK { FILTER(" + "!" * 30_000 + "true) }",
    "path": "ASK { ?s " + "/".join(["<a:b>"] * 5000) + " ?o }",
    "path at the limit": "ASK { ?s " + "/".join(["lgq:b*"] * 64) + " ?o }",
    "path of stars": "ASK { ?s " + "/".join(["<a:b>*"] * 1000) + " ?o }",
    "path of nested stars": "ASK { ?s " + "(" * 120 + "!<a:b>" + ")*" * 120 + " ?o }",
    "path of alternatives": "ASK { ?s " + "|".join(["<a:b>"] * 9000) + " ?o }",
    "path from anywhere to anywhere": "SELECT (COUNT(*) AS ?n) { ?a (!<a:b>|^!<a:b>)* ?b . ?b (!<a:c>|^!<a:c>)* ?c }",
    "sum": "ASK { FILTER(" + "+".join(["?x"] * 20_000) + ") }",
    "or": "ASK { FILTER(" + "||".join(["?x=?y"] * 8000) + ") }",
    "cross product": f"SELECT * {{ {_cross('abcde')} }}",
    "cross product counted": f"SELECT (COUNT(*) AS ?n) {{ {_cross('abcd')} }}",
    "cross product sorted": f"SELECT * {{ {_cross('abc')} }} ORDER BY ?ao ?bo ?co",
    "cross product once each": f"SELECT DISTINCT * {{ {_cross('abc')} }}",
    "cross product grouped": f"SELECT ?a ?b (SAMPLE(?co) AS ?x) {{ {_cross('abc')} }} GROUP BY ?a ?b",
    "cross product, none": f"ASK {{ {_cross('abcd')} FILTER(?ao = ?bo && ?bo != ?co && ?do = 1 && ?a = 2) }}",
    "cross product built": f"CONSTRUCT {{ ?a ?bp ?co }} WHERE {{ {_cross('abc')} }}",
    "concatenated": f"SELECT (GROUP_CONCAT(CONCAT(STR(?ao), STR(?bo))) AS ?x) {{ {_cross('abc')} }}",
    "doubled": "SELECT ?z { BIND('xxxxxxxxxxxxxxxx' AS ?a0) "
    + " ".join(f"BIND(CONCAT(?a{n}, ?a{n}) AS ?a{n + 1})" for n in range(40))
    + " BIND(STRLEN(?a40) AS ?z) }",
    "replaced": "SELECT ?z { BIND('xxxxxxxxxxxxxxxx' AS ?a0) "
    + " ".join(f"BIND(REPLACE(?a{n}, '.', '$0$0$0$0') AS ?a{n + 1})" for n in range(20))
    + " BIND(STRLEN(?a20) AS ?z) }",
    "regex": f"SELECT * {{ {_cross('ab')} FILTER REGEX(CONCAT(STR(?ao), STR(?bo)), '(a*)*(b*)*(c|d|e)*$') }}",
    "regex with large counts": "ASK { FILTER REGEX('a', '((a{1,1000}){1,1000}){1,1000}') }",
    "regex of every row": f"SELECT * {{ {_cross('ab')} FILTER REGEX(STR(?ao), STR(?bo)) }}",
    "regex with Unicode classes": "SELECT * { ?s ?p ?o FILTER REGEX(STR(?o), '(\\\\w{1,50}\\\\W{1,50}){1,20}$', 'i') }",
    "values": "SELECT * { VALUES ?x { " + "1 " * 1_000_000 + "} }",
    "values crossed": "SELECT * { "
    + " ".join(f"VALUES ?x{n} {{ {' '.join(map(str, range(900)))} }}" for n in range(4))
    + "}",
    "in": "ASK { FILTER(1 IN (" + ",".join(["2"] * 30_000) + ")) }",
    "triples": "ASK { " + "?s ?p ?o. " * 6000 + "}",
    "triples, all different": "ASK { " + " ".join(f"?s{n} ?p ?o{n}." for n in range(3000)) + "}",
    "optionals": "ASK { " + "OPTIONAL { ?s ?p ?o } " * 2900 + "}",
    "optionals under the limit": "ASK { " + "OPTIONAL { ?s ?p ?o } " * 400 + "}",
    "minus": "ASK { " + "MINUS { ?s ?p ?o } " * 3000 + "}",
    "unions": "ASK { " + " UNION ".join(["{ ?s ?p ?o }"] * 3000) + "}",
    "binds": "ASK { " + " ".join(f"BIND(1 AS ?x{n})" for n in range(3500)) + "}",
    "graphs": "ASK { " + "GRAPH ?g { ?s ?p ?o } " * 2500 + "}",
    "expressions selected": "SELECT " + " ".join(f"(1 AS ?x{n})" for n in range(4000)) + " {}",
    "sorted by everything": f"SELECT * {{ {_cross('ab')} }} ORDER BY " + " ".join(["DESC(STR(?ao))"] * 1000),
    "prefixes": " ".join(f"PREFIX p{n}: <a:b>" for n in range(3000)) + " ASK {}",
    "graphs of a dataset": "ASK " + " ".join(f"FROM <a:{n}>" for n in range(4000)) + " {}",
    "all rows": "SELECT * { GRAPH ?g { ?s ?p ?o } ?s ?p2 ?o2 . ?x ?p ?y }",
    "all pairs as a graph": f"CONSTRUCT {{ ?a <a:b> ?b }} WHERE {{ {_cross('ab')} }}",
    "described": "DESCRIBE ?s ?p ?o { ?s ?p ?o }",
    "negated correlated": f"ASK {{ {_cross('a')} FILTER NOT EXISTS {{ {_cross('bc')} FILTER(?bo = ?ao && ?co != ?bo && ?bp = ?a) }} FILTER(?a = 1) }}",
    "nothing": "",
    "zero": "\x00" * 1000,
    "quotes": '"' * 60_001,
    "long string not closed": '"""\\' * 15_000,
    "less-than": "<" * 60_000,
    "dots": "a." * 30_000,
    "dashes": "a-" * 30_000,
    "comments": "#<" * 30_000,
    "surrogates": "ASK { BIND('\\uD800\\uDC00' AS ?x) }",
    "beyond Unicode": "ASK { BIND('\\UFFFFFFFF' AS ?x) }",
    "right to left": "ASK { \u202e} {\u202d",
}  # fmt: skip
"""Queries by what is bad about them."""


def fuzzed(seed: int, depth: int = 4) -> str:
    """A query that a grammar made: mostly valid, of any shape, and the same for the same seed."""
    return _Grammar(random.Random(seed)).query(depth)


class _Grammar:
    """Productions of SPARQL's grammar, each by chance; now and then a piece is torn out, doubled or turned."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance

    def query(self, depth: int) -> str:
        """A query of any form."""
        form = self._chance.choice(("SELECT *", "SELECT DISTINCT ?a ?b", "ASK", "CONSTRUCT { ?a ?b ?c } WHERE", "DESCRIBE ?a", "SELECT (COUNT(?a) AS ?n)"))  # fmt: skip
        tail = self._chance.choice(("", "LIMIT 5", "ORDER BY ?a LIMIT 10", "OFFSET 3", "GROUP BY ?a", "HAVING(?n > 1)", "VALUES ?a { 1 UNDEF }"))  # fmt: skip
        text = f"{form} {self._group(depth)} {tail}"
        return text if self._chance.random() < 0.7 else self._torn(text)

    def _torn(self, text: str) -> str:
        start = self._chance.randrange(len(text))
        end = min(len(text), start + self._chance.randrange(1, 30))
        piece = text[start:end]
        made = self._chance.choice(
            ("", piece * 2, piece[::-1], piece.upper(), "\\u0053", '"', "<", "{", "\x00", "\u202e")
        )
        return text[:start] + made + text[end:]

    def _group(self, depth: int) -> str:
        parts = (self._part(depth - 1) for _ in range(self._chance.randrange(1, 4)))
        return "{ " + " ".join(parts) + " }"

    def _part(self, depth: int) -> str:
        if depth <= 0:
            return f"{self._term()} {self._path(1)} {self._term()} ."
        made = self._chance.choice((
            lambda: f"{self._term()} {self._path(depth)} {self._term()} .", lambda: f"OPTIONAL {self._group(depth)}",
            lambda: f"{self._group(depth)} UNION {self._group(depth)}", lambda: f"MINUS {self._group(depth)}",
            lambda: f"GRAPH {self._chance.choice(('?g', '<a:g>'))} {self._group(depth)}", lambda: f"FILTER({self._expression(depth)})",
            lambda: f"BIND({self._expression(depth)} AS ?x{self._chance.randrange(99)})", lambda: f"{{ SELECT * {self._group(depth)} }}",
            lambda: f"FILTER NOT EXISTS {self._group(depth)}", lambda: "VALUES (?a ?b) { (1 2) (UNDEF <a:b>) }",
            lambda: f"SERVICE SILENT <http://127.0.0.1:9/> {self._group(depth)}",
        ))  # fmt: skip
        return made()

    def _term(self) -> str:
        return self._chance.choice(
            ("?a", "?b", "?c", "<a:b>", "lgq:Service", '"x"@en', "1.5e3", "[]", "_:b", "rdf:type", "( 1 ?a )")
        )

    def _path(self, depth: int) -> str:
        if depth <= 0:
            return self._chance.choice(("a", "?p", "<a:p>", "skos:broader"))
        step = self._path(depth - 1) if self._chance.random() < 0.5 else "skos:broader"
        return self._chance.choice(
            (step, f"({step})*", f"^({step})", f"({step}/{step})", f"({step}|rdfs:label)+", "!(a|^a)")
        )

    def _expression(self, depth: int) -> str:
        if depth <= 0:
            return self._term()
        left, right = self._expression(depth - 1), self._expression(depth - 2)
        return self._chance.choice((
            f"({left} = {right})", f"({left}<{right})", f"!({left})", f"REGEX(STR({left}), '(a|b)*c')", f"COALESCE({left}, {right})",
            f"IF({left}, {right}, 1)", f"CONCAT(STR({left}), STR({right}))", f"({left} IN ({right}))", f"({left} + {right} * 2)",
        ))  # fmt: skip
