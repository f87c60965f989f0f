"""From mentions to entities: which names of a response are one thing, each merge with its reason.

One page is not one thing: two apps with one store link stay two, and an app is never its portal. Names that share a
page become one only when a name is a mere phrase, or when the two share a telling word. Order of the answers alone
decides nothing but which of two equal names comes first.
"""

from __future__ import annotations

import contextlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from .iri import content_hash, slug
from .model import Entity, Evidence, Kind, Mentions, Merge, NameMention, Response

__all__ = ["fold", "page_key", "resolve"]

_SOFT = frozenset({Kind.PORTAL, Kind.SERVICE, Kind.PLATFORM, Kind.INITIATIVE})
_IDLE = frozenset(
    """of the for and in a an on to with by at from de la el du des service services portal portals platform
    app application system site website web page online electronic digital e official city municipal
    municipality project mobile smart new program programme open""".split()
)
_NOUN = r"(?:app|application|portal|platform|website|service|system|programme|program|project|initiative)$"
_TRAILING_NOUNS = (re.compile(" " + _NOUN), re.compile(" mobile " + _NOUN))
_DOMAIN = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,8}", re.I)


@dataclass(slots=True)
class _Node:
    """One mention with what merging looks at; `parent` makes the union-find."""

    at: tuple[int, int]
    name: NameMention
    keys: frozenset[str]
    pages: frozenset[str]
    aliases: frozenset[str]
    parent: _Node | None = None
    merges: list[Merge] = field(default_factory=list)

    @property
    def evidence(self) -> Evidence:
        return Evidence(self.at[0], self.name.span)

    def root(self) -> _Node:
        node = self
        while node.parent is not None:
            node = node.parent
        return node


def fold(name: str) -> str:
    """One key for spellings of a name: case, accents, quotation marks and punctuation do not count."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name).casefold() if not unicodedata.combining(c))
    return re.sub(
        r"^(?:the|a|an) ", "", " ".join(re.findall(r"\w+", plain.replace("'", "").replace("’", "")))
    )


def page_key(url: str) -> str:
    """One key for a page: without scheme, `www.`, case of the host and a closing slash; query and fragment count."""
    rest = re.sub(r"(?i)^https?://", "", url.strip())
    host, slash, path = rest.partition("/")
    with contextlib.suppress(UnicodeError):
        host = host if host.isascii() else host.encode("idna").decode()
    return (host.lower().removeprefix("www.") + slash + path).rstrip("/")


def resolve(response: Response, mentions: Iterable[Mentions]) -> tuple[Entity, ...]:
    """The entities of a response, in the order of their first mention."""
    nodes = [node for group in sorted(mentions, key=lambda m: m.question) for node in _nodes(group, response)]
    _join_by(nodes, lambda node: node.keys, _same_name)
    _join_by(nodes, lambda node: node.pages, _same_page)
    _join_aliases(nodes)
    _join_domains(nodes)
    _join_spellings(nodes)
    groups: dict[tuple[int, int], list[_Node]] = defaultdict(list)
    for node in nodes:
        groups[node.root().at].append(node)
    return tuple(_numbered([_entity(group) for group in groups.values()]))


def _nodes(group: Mentions, response: Response) -> Iterator[_Node]:
    if not group.names:
        return
    text = response.answer(group.question).text
    pages: dict[int, set[str]] = defaultdict(set)
    for link in group.links:
        if link.owner is not None:
            pages[link.owner].add(page_key(link.url))
    for index, name in enumerate(group.names):
        aliases = frozenset(fold(alias.of(text)) for alias in name.aliases)
        yield _Node(
            (group.question, index),
            name,
            frozenset(_keys(name, response.city.name)),
            frozenset(pages[index]),
            aliases,
        )


def _keys(name: NameMention, city: str) -> Iterator[str]:
    """What a mention goes by: its name, the names given beside it, and the number of a law."""
    family = "soft" if name.kind in _SOFT or name.kind is Kind.STRATEGY else name.kind.value
    if name.law:
        yield from _law_keys(name)
        return
    folded = _own_words(fold(name.name), name.kind, city)
    yield f"{family}:{folded}"
    for noun in _TRAILING_NOUNS:
        bare = noun.sub("", folded)
        if (
            name.proper
            and bare != folded
            and (len(bare.split()) > 1 or re.search(r"[a-z][A-Z]|\d", name.name))
        ):
            yield f"{family}:{bare}"


def _law_keys(name: NameMention) -> Iterator[str]:
    assert name.law is not None
    if name.law.number:
        yield f"law:{name.law.level}:{fold(name.law.number)}" + (
            f":{name.law.date[:4]}" if name.law.number.isdigit() and name.law.date else ""
        )
    if name.law.title:
        yield f"law:{fold(name.law.title)}"
    if not name.law.number and not name.law.title:
        yield f"law:{fold(name.name)}"


def _own_words(folded: str, kind: Kind, city: str) -> str:
    """A public body's name without the city's: "City of X Health Department" is "Health Department" there."""
    if kind is not Kind.ORGANISATION:
        return folded
    city_words = {*fold(city).split(), "city", "of", "the", "municipality", "municipal"}
    words = [word for word in folded.split() if word not in city_words]
    return " ".join(words) or folded


# --- when two mentions are one ------------------------------------------------------------------------------------


def _join_by(
    nodes: list[_Node], keys: Callable[[_Node], frozenset[str]], reason: Callable[[_Node, _Node], str]
) -> None:
    """Join every node to the first earlier one that shares a key and fits."""
    seen: dict[str, list[_Node]] = defaultdict(list)
    for node in nodes:
        for key in sorted(keys(node)):
            for other in seen[key][-50:]:
                code = reason(other, node)
                if code:
                    _join(other, node, code)
                    break
            seen[key].append(node)


def _join(first: _Node, second: _Node, reason: str) -> None:
    a, b = first.root(), second.root()
    if a is b:
        return
    if b.at < a.at:
        a, b = b, a
    b.parent = a
    a.merges.append(Merge(reason, second.evidence, first.evidence))


def _same_name(first: _Node, second: _Node) -> str:
    if first.name.law or second.name.law:
        return (
            "same-law-number"
            if first.name.law and second.name.law and first.name.law.number == second.name.law.number != ""
            else "same-name"
        )
    if (
        not first.name.proper
        and not second.name.proper
        and not first.pages & second.pages
        and first.at[0] != second.at[0]
    ):
        return "same-name" if len(fold(first.name.name).split()) > 1 else ""
    return "same-name-and-page" if first.pages & second.pages else "same-name"


def _same_page(first: _Node, second: _Node) -> str:
    if not _compatible(first.name.kind, second.name.kind):
        return ""
    if first.name.kind is Kind.ACCOUNT:
        return "same-account"
    if (
        first.at[0] == second.at[0]
        and first.name.proper
        and second.name.proper
        and first.name.kind is Kind.APP
    ):
        return ""
    weak = not (first.name.proper and second.name.proper)
    return "same-page" if weak or _shared_words(first, second) else ""


def _compatible(first: Kind, second: Kind) -> bool:
    return first is second or (first in _SOFT and second in _SOFT)


def _shared_words(first: _Node, second: _Node) -> bool:
    a, b = (set(fold(node.name.name).split()) - _IDLE for node in (first, second))
    return bool(a & b)


def _join_aliases(nodes: list[_Node]) -> None:
    """A name that another mention gives as its alias; or two that share an abbreviation and a telling word."""
    by_name: dict[str, _Node] = {}
    by_alias: dict[str, _Node] = {}
    for node in nodes:
        by_name.setdefault(fold(node.name.name), node)
    for node in nodes:
        for alias in sorted(node.aliases):
            named, same = by_name.get(alias), by_alias.setdefault(alias, node)
            if named and _compatible(named.name.kind, node.name.kind):
                _join(named, node, "alias")
            if same is not node and _compatible(same.name.kind, node.name.kind) and _shared_words(same, node):
                _join(same, node, "abbreviation")


def _join_domains(nodes: list[_Node]) -> None:
    """A site named by its address is the entity whose page is that site's root."""
    roots: dict[str, _Node] = {}
    for node in nodes:
        for page in sorted(node.pages):
            if "/" not in page and node.name.kind in _SOFT:
                roots.setdefault(page, node)
    first: dict[str, _Node] = {}
    for node in nodes:
        domain = node.name.name.lower().removeprefix("www.")
        if node.name.kind in _SOFT and _DOMAIN.fullmatch(domain):
            target = roots.get(domain) or first.setdefault(domain, node)
            _join(target, node, "same-page")


def _join_spellings(nodes: list[_Node]) -> None:
    """Names of one kind of which one is the other with one or two letters more ("Parking", "Parkings")."""
    by_kind: dict[Kind, dict[str, _Node]] = defaultdict(dict)
    for node in nodes:
        if node.name.proper and not node.name.law:
            by_kind[node.name.kind].setdefault(fold(node.name.name), node)
    for known in by_kind.values():
        for name in sorted(known):
            for shorter in (name[:-1], name[:-2]):
                if (
                    len(shorter) >= 8
                    and shorter in known
                    and not shorter[-1].isdigit()
                    and not name[-1].isdigit()
                ):
                    _join(known[shorter], known[name], "spelling-variant")


# --- the entity ---------------------------------------------------------------------------------------------------


def _entity(group: list[_Node]) -> Entity:
    best = min(group, key=_rank)
    merges = tuple(
        sorted((merge for node in group for merge in node.merges), key=lambda m: (m.mention, m.with_))
    )
    return Entity(_slug(best), _kind(group), best.name.name, tuple(node.at for node in group), merges)


def _rank(node: _Node) -> tuple[bool, bool, bool, bool, tuple[int, int]]:
    """The name to call a thing by: a proper one, described, linked, no bare address, first."""
    name = node.name
    return (
        not name.proper,
        bool(_DOMAIN.fullmatch(name.name)),
        name.description is None,
        not node.pages,
        node.at,
    )


def _kind(group: list[_Node]) -> Kind:
    """The kind that its own description states, else the first stated, else the first inferred."""
    ranked = sorted(
        group, key=lambda node: (node.name.basis != "stated", node.name.description is None, node.at)
    )
    return ranked[0].name.kind


def _slug(node: _Node) -> str:
    law = node.name.law
    if law and law.number and law.type != "standard":
        return slug(
            f"{law.number}-{law.date[:4]}"
            if law.date and not law.number.endswith(law.date[:4])
            else law.number
        )
    return slug(node.name.name)


def _numbered(entities: list[Entity]) -> Iterator[Entity]:
    """Entities of one kind with one slug get the hash of their own name behind it, so that both keep their own IRI."""
    taken: dict[tuple[Kind, str], str] = {}
    for entity in entities:
        key = (entity.kind, entity.slug)
        if key in taken:
            tail = content_hash(entity.name, str(entity.mentions[0]))[:6]
            entity = Entity(f"{entity.slug}-{tail}", entity.kind, entity.name, entity.mentions, entity.merges)
        taken[key] = entity.name
        yield entity
