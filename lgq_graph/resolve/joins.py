"""When two mentions are one thing: the rules in the order of their strength, each with its reason."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable

from ..model import Kind
from .entity import DOMAIN
from .keys import SOFT, fold
from .node import Node, join

__all__ = ["join_all"]

_NEAR = 50
"""How many earlier mentions with one key are looked at, so that time stays in proportion to the text."""


def join_all(nodes: list[Node]) -> None:
    """Join what is one. Mere phrases come last: they follow the names that their pages belong to."""
    _join_by(nodes, lambda node: node.keys, _same_name)
    _join_by(nodes, lambda node: node.pages, _same_page)
    _join_by(nodes, lambda node: node.keys, _same_phrase)
    _join_aliases(nodes)
    _join_domains(nodes)
    _join_spellings(nodes)
    _join_undated(nodes)
    _join_numbered(nodes)


def _join_by(
    nodes: list[Node], keys: Callable[[Node], frozenset[str]], reason: Callable[[Node, Node], str]
) -> None:
    """Join every node to the first earlier one that shares a key and fits."""
    seen: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        for key in sorted(keys(node)):
            for other in seen[key][-_NEAR:]:
                code = reason(other, node)
                if code and join(other, node, code):
                    break
            seen[key].append(node)


def _same_name(first: Node, second: Node) -> str:
    if first.name.law or second.name.law:
        one = first.name.law and second.name.law and first.name.law.number == second.name.law.number != ""
        return "same-law-number" if one else "same-name"
    if not first.name.proper and not second.name.proper:
        return ""
    if fold(first.name.name) != fold(second.name.name) and _elsewhere(first, second):
        return ""
    return "same-name-and-page" if first.pages & second.pages else "same-name"


def _elsewhere(first: Node, second: Node) -> bool:
    """Whether two mentions have pages, and none of one is in a domain of the other: "Norwood Open Data" and the country's."""
    domains = (
        {".".join(page.partition("/")[0].split(".")[-2:]) for page in node.pages} for node in (first, second)
    )
    one, other = domains
    return bool(one and other) and one.isdisjoint(other)


def _same_phrase(first: Node, second: Node) -> str:
    """Two mere phrases: one page, one answer, or more than one word."""
    if first.name.proper or second.name.proper or first.name.law or second.name.law:
        return ""
    if first.pages & second.pages:
        return "same-name-and-page"
    long = len(fold(first.name.name).split()) > 1
    return "same-name" if long or first.at[0] == second.at[0] else ""


def _same_page(first: Node, second: Node) -> str:
    if not _compatible(first.name.kind, second.name.kind):
        return ""
    if first.name.kind is Kind.ACCOUNT:
        return "same-account"
    proper = first.name.proper and second.name.proper
    if proper and first.at[0] == second.at[0] and first.name.kind is Kind.APP:
        return ""
    return "same-page" if not proper or first.telling & second.telling or _says_nothing(first, second) else ""


def _says_nothing(first: Node, second: Node) -> bool:
    """Whether one of two names has no word of its own: "Exampleton website"."""
    return not (first.telling and second.telling)


def _compatible(first: Kind, second: Kind) -> bool:
    return first is second or (first in SOFT and second in SOFT)


def _may_be_called(first: Kind, second: Kind) -> bool:
    """Whether a thing of one kind may go by a name that another answer takes for one of the other: a plan by its initials."""
    return _compatible(first, second) or {first, second} <= SOFT | {Kind.STRATEGY}


def _join_aliases(nodes: list[Node]) -> None:
    """A name that another mention gives as its alias; or two that share an abbreviation and a telling word."""
    by_name: dict[str, Node] = {}
    by_alias: dict[str, Node] = {}
    for node in nodes:
        by_name.setdefault(fold(node.name.name), node)
    for node in nodes:
        for alias in sorted(node.aliases):
            named, same = by_name.get(alias), by_alias.setdefault(alias, node)
            if named and _may_be_called(named.name.kind, node.name.kind):
                join(named, node, "alias")
            if (
                same is not node
                and _compatible(same.name.kind, node.name.kind)
                and same.telling & node.telling
            ):
                join(same, node, "abbreviation")


def _join_domains(nodes: list[Node]) -> None:
    """A site named by its address is the entity whose page is that site's root."""
    roots: dict[str, Node] = {}
    for node in nodes:
        for page in sorted(node.pages):
            if "/" not in page and node.name.kind in SOFT:
                roots.setdefault(page, node)
    first: dict[str, Node] = {}
    for node in nodes:
        domain = node.name.name.lower().removeprefix("www.")
        if node.name.kind in SOFT and DOMAIN.fullmatch(domain):
            join(roots.get(domain) or first.setdefault(domain, node), node, "same-page")


def _join_spellings(nodes: list[Node]) -> None:
    """Names of one kind of which one is the other with one or two letters more ("Parking", "Parkings")."""
    by_kind: dict[Kind, dict[str, Node]] = defaultdict(dict)
    for node in nodes:
        if node.name.proper and not node.name.law:
            by_kind[node.name.kind].setdefault(fold(node.name.name), node)
    for known in by_kind.values():
        for name in sorted(known):
            for shorter in (name[:-1], name[:-2]):
                long = len(shorter) >= 8 and not shorter[-1].isdigit() and not name[-1].isdigit()
                if long and shorter in known:
                    join(known[shorter], known[name], "spelling-variant")


_PLANS = frozenset({Kind.STRATEGY, Kind.INITIATIVE})
_PLAN = re.compile(
    r"(?:^| )(?:strateg(?:y|ia|ie|i)|(?:master)?plan[oe]?|program(?:me|ma|m|a)?|road ?map|agenda|policy|framework|vision)(?: |$)"
)
_YEARS = re.compile(
    r" (?:(?:until|to|till|for|up to|by|hasta|a|ate|jusqua|bis) )?(?:19|20)\d\d(?: (?:to )?(?:19|20)?\d\d)?$"
)


def _join_undated(nodes: list[Node]) -> None:
    """A plan named without its years, or without the city's name too, is the only one of that name with them: "Town Programme",
    "Town Programme 2021–2027"."""
    dated: dict[str, dict[str, Node]] = defaultdict(dict)
    plans = [n for n in nodes if n.name.proper and n.name.kind in _PLANS]
    named = [(key.partition(":")[2], n) for n in plans for key in sorted(n.keys)]
    for name, node in named:
        bare = _YEARS.sub("", name)
        if bare != name and len(bare.split()) > 1 and _PLAN.search(bare):
            dated[bare].setdefault(fold(node.name.name), node)
    for name, node in named:
        if len(dated.get(name, ())) == 1:
            join(next(iter(dated[name].values())), node, "same-name")


def _join_numbered(nodes: list[Node]) -> None:
    """A law cited again by its number alone is the only one of that kind and number: "the Data Act, 2012 (Act 843)", "Act 843"."""
    titled: dict[tuple[str, str], dict[int, Node]] = defaultdict(dict)
    bare: list[tuple[tuple[str, str], Node]] = []
    for node in nodes:
        law = node.name.law
        if law and law.number and law.type != "standard":
            key = law.type, fold(law.number)
            if law.title:
                titled[key].setdefault(id(node.root()), node)
            elif not law.date:
                bare.append((key, node))
    for key, node in bare:
        if len(titled[key]) == 1:
            join(next(iter(titled[key].values())), node, "same-law-number")
