"""All patterns of the package, what is dangerous in their grammar, and texts made to take their time.

`collected` imports every module in a process of its own while `re.compile` is watched, builds the examples for what is
compiled late, and adds the patterns that stand in calls such as `re.sub`.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from re import _constants as c  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

__all__ = ["Pattern", "Pump", "collected", "dangers", "pumps"]

ROOT = Path(__file__).resolve().parent.parent
MANY = 400
"""A repeat that ends here costs each place no more than a constant."""
_WATCH = """
import ast, importlib, inspect, json, pkgutil, re, sys
made, compiled = {}, re.compile
def watched(pattern, flags=0):
    found = compiled(pattern, flags)
    where = sys._getframe(1).f_globals.get("__name__", "")
    if where.startswith("lgq_graph") and isinstance(found.pattern, str):
        made.setdefault((found.pattern, found.flags), (where, set()))
    return found
re.compile = watched
import lgq_graph
modules = [importlib.import_module(m.name) for m in pkgutil.walk_packages(lgq_graph.__path__, "lgq_graph.")]
from lgq_graph.library import build
build(sys.argv[1:])
for module in modules:
    nodes = list(ast.walk(ast.parse(inspect.getsource(module))))
    called = {id(node.value): node.attr for node in nodes if isinstance(node, ast.Attribute)}
    for node in nodes:
        named = vars(module).get(node.id) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) else None
        if isinstance(named, re.Pattern) and (named.pattern, named.flags) in made:
            made[named.pattern, named.flags][1].add(called.get(id(node), "passed on"))
print(json.dumps([[where, text, flags, sorted(uses)] for (text, flags), (where, uses) in made.items()]))
"""
_CALLS = frozenset(("search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"))
_ANCHORED = frozenset(("match", "fullmatch"))


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern, its flags, the module that has it, and the methods that are called of it as far as that is known."""

    where: str
    text: str
    flags: int
    uses: frozenset[str] = frozenset()

    @property
    def compiled(self) -> re.Pattern[str]:
        """As `re` has it, which itself remembers but some hundreds."""
        return _compiled(self.text, self.flags)

    def work(self, text: str) -> int:
        """How many matches there are: at each place, or of the whole text or its beginning where nothing else is asked for."""
        found = self.compiled
        uses = self.uses - {"pattern"}  # inside of another one, which is collected too
        if uses and uses <= _ANCHORED:
            return sum(getattr(found, use)(text) is not None for use in sorted(uses))
        return sum(1 for _ in found.finditer(text))

    def __str__(self) -> str:
        return f"{self.where}: {self.text[:120]}"


_compiled = cache(re.compile)


@cache
def collected() -> tuple[Pattern, ...]:
    """Every pattern of the package once."""
    files = sorted((ROOT / "examples").glob("*.txt"))
    command = [sys.executable, "-c", _WATCH, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    found = {(text, flags): (where, set(uses)) for where, text, flags, uses in json.loads(done.stdout)}
    for module in sorted((ROOT / "lgq_graph").rglob("*.py")):
        where = ".".join(module.relative_to(ROOT).with_suffix("").parts)
        for text, flags, use in _in_calls(ast.parse(module.read_text(encoding="utf-8"))):
            found.setdefault((text, re.compile(text, flags).flags), (where, set()))[1].add(use)
    return tuple(
        Pattern(where, text, flags, frozenset(uses)) for (text, flags), (where, uses) in found.items()
    )


def _in_calls(tree: ast.AST) -> Iterator[tuple[str, int, str]]:
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
            continue
        if node.func.attr in _CALLS and isinstance(node.func.value, ast.Name) and node.func.value.id == "re":
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value, _flags(node), node.func.attr


def _flags(call: ast.Call) -> int:
    """Those that are named in a call, as `re.I` or `re.IGNORECASE`."""
    nodes = [node for word in call.keywords for node in ast.walk(word.value)]
    nodes += [node for argument in call.args[1:] for node in ast.walk(argument)]
    named = [getattr(re, node.attr, None) for node in nodes if isinstance(node, ast.Attribute)]
    return sum({flag for flag in named if isinstance(flag, re.RegexFlag)})


# --- what the grammar says ----------------------------------------------------------------------------------------

_REPEATS = (c.MAX_REPEAT, c.MIN_REPEAT)
_LETTERS = [chr(n) for n in range(128)] + list("éßжÀП٣王ع\u00a0–“”")


def dangers(pattern: Pattern) -> list[str]:
    """Repeats without an end that stand in one another with nothing between, or side by side and fit the same letters."""
    return list(_dangers(_parser.parse(pattern.text, pattern.flags)))


def _dangers(items: Iterable[Any]) -> Iterator[str]:
    items = list(items)
    for op, value in items:
        if op in _REPEATS and _endless(value) and any(map(_is_repeat, _ways(list(value[2])))):
            yield "a repeat in a repeat"
        for below in _below(op, value):
            yield from _dangers(below)
    yield from _side_by_side(items)


def _ways(items: list[Any]) -> Iterator[list[Any]]:
    """The alternatives that a repeat has, out of the groups around them."""
    if len(items) == 1 and items[0][0] in (c.SUBPATTERN, c.BRANCH):
        for below in _below(*items[0]):
            yield from _ways(list(below))
    else:
        yield items


def _is_repeat(items: list[Any]) -> bool:
    """Whether all of it can be one repeat without an end, and nothing else."""
    needed = [item for item in items if not _may_be_empty(*item)]
    return len(needed) <= 1 and any(op in _REPEATS and _endless(value) for op, value in (needed or items))


def _side_by_side(items: list[Any]) -> Iterator[str]:
    for at, (op, value) in enumerate(items):
        if op not in _REPEATS or not _endless(value):
            continue
        for other, what in items[at + 1 :]:
            if other in _REPEATS and _endless(what) and _may_trade(value[2], what[2]):
                yield "two repeats of the same letters side by side"
                break
            if not _may_be_empty(other, what):
                break


def _may_trade(one: Any, other: Any) -> bool:
    """Whether a round of the one repeat can be part of the other that follows it, so that their border can move."""
    return bool(_edge(one, 1) & _edge(other, 1) and _edge(one, -1) & _letters(other))


def _edge(items: Iterable[Any], way: int) -> frozenset[str]:
    """The letters that these items can begin with (`way` 1) or end with (-1)."""
    found: frozenset[str] = frozenset()
    for op, value in list(items)[::way]:
        if op in (c.ASSERT, c.ASSERT_NOT):
            continue
        below = list(_below(op, value))
        found = (
            found.union(*(_edge(part, way) for part in below)) if below else found | _letters([(op, value)])
        )
        if not _may_be_empty(op, value):
            break
    return found


def _endless(value: Any) -> bool:
    return value[1] is c.MAXREPEAT or value[1] > MANY


def _may_be_empty(op: Any, value: Any) -> bool:
    if op in _REPEATS:
        return value[0] == 0 or all(_may_be_empty(*item) for item in value[2])
    if op is c.SUBPATTERN:
        return all(_may_be_empty(*item) for item in value[3])
    if op is c.BRANCH:
        return any(all(_may_be_empty(*item) for item in branch) for branch in value[1])
    return op in (c.AT, c.ASSERT, c.ASSERT_NOT, c.GROUPREF)


def _below(op: Any, value: Any) -> Iterator[Any]:
    if op in _REPEATS:
        yield value[2]
    elif op is c.SUBPATTERN:
        yield value[3]
    elif op is c.BRANCH:
        yield from value[1]
    elif op in (c.ASSERT, c.ASSERT_NOT):
        yield value[1]
    elif op is c.ATOMIC_GROUP:
        yield value


def _letters(items: Iterable[Any]) -> frozenset[str]:
    """The letters of a sample that one part of a repeat can be, where it is one letter; all letters of a longer one."""
    found: set[str] = set()
    for op, value in items:
        if op in (c.LITERAL, c.NOT_LITERAL, c.IN, c.ANY):
            found |= {letter for letter in _LETTERS if _fits(op, value, letter)}
        for below in _below(op, value):
            found |= _letters(below)
    return frozenset(found)


_CATEGORIES = {
    c.CATEGORY_DIGIT: r"\d", c.CATEGORY_NOT_DIGIT: r"\D", c.CATEGORY_SPACE: r"\s", c.CATEGORY_NOT_SPACE: r"\S",
    c.CATEGORY_WORD: r"\w", c.CATEGORY_NOT_WORD: r"\W",
}  # fmt: skip


def _fits(op: Any, value: Any, letter: str) -> bool:
    if op is c.LITERAL:
        return ord(letter) == value
    if op is c.NOT_LITERAL:
        return ord(letter) != value
    if op is c.ANY:
        return letter != "\n"
    if op is c.RANGE:
        return value[0] <= ord(letter) <= value[1]
    if op is c.CATEGORY:
        return re.match(_CATEGORIES[value], letter) is not None
    negated = value[0][0] is c.NEGATE
    return any(_fits(*item, letter) for item in value[negated:]) is not negated


# --- texts that take their time -----------------------------------------------------------------------------------

GENERIC = (
    " ", "1", ",", "a", "a ", "(", '"', "\n", "A", "Ab ", "a.", "1,", "-", "- ", "|", "Ab, ", "a\n", "é", "王", "«", "[", "https://a.b/", "Aж王ع ",
)  # fmt: skip
END = "\na,.:;()\0"
"""No repeat goes on to the end of this, whatever its letters."""
_MOST_TEXTS = 24


@dataclass(frozen=True, slots=True)
class Pump:
    """What to begin with, and what to repeat behind it."""

    lead: str
    body: str

    def text(self, characters: int) -> str:
        """So many characters, and an end that does not fit."""
        return self.lead + self.body * max(1, characters // len(self.body)) + END


def pumps(pattern: Pattern) -> tuple[Pump, ...]:
    """Texts for which a pattern begins and never ends: samples of its repeats, behind samples of what leads there, and what texts are full of."""
    found: dict[Pump, None] = {}
    for lead, body in _pumps(list(_parser.parse(pattern.text, pattern.flags)), ""):
        found |= dict.fromkeys(
            Pump(*pair) for pair in (("", body), ("", lead + body), (lead, body)) if pair[1]
        )
    return tuple(dict.fromkeys((*list(found)[:_MOST_TEXTS], *(Pump("", body) for body in GENERIC))))


def _pumps(items: list[Any], lead: str) -> Iterator[tuple[str, str]]:
    for op, value in items:
        if op in _REPEATS and _endless(value):
            yield lead[-40:], _sample(value[2])
        for below in _below(op, value):
            if op not in (c.ASSERT, c.ASSERT_NOT):
                yield from _pumps(list(below), lead)
        lead += _sample([(op, value)])
    if lead:
        yield "", lead[:60]


def _sample(items: Iterable[Any]) -> str:
    """Some text that these items take."""
    out = []
    for op, value in items:
        if op is c.LITERAL:
            out.append(chr(value))
        elif op in (c.IN, c.ANY, c.NOT_LITERAL):
            out.append(
                next((x for x in "a1 A-.(,\n" if _fits(op, value, x)), None)
                or next((x for x in _LETTERS if _fits(op, value, x)), "")
            )
        elif op in _REPEATS:
            out.append(_sample(value[2]) * max(1, min(value[0], 3)))
        elif op is c.SUBPATTERN:
            out.append(_sample(value[3]))
        elif op is c.BRANCH:
            out.append(_sample(value[1][0]))
        elif op is c.ATOMIC_GROUP:
            out.append(_sample(value))
    return "".join(out)
