"""Social networks: which site a link leads to, and which networks a text names. The networks are data in `ontology/`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pyoxigraph import Literal, NamedNode, RdfFormat, Store

from .model import Span
from .resources import resource
from .vocabulary import BASE, foaf, lgq, skos

__all__ = ["SocialNetwork", "account_name", "host_of", "network_of", "networks_named"]


@dataclass(frozen=True, slots=True)
class SocialNetwork:
    """A social network: its name, its own page, the hosts of all pages in it, and its names."""

    name: str
    home: str
    hosts: tuple[str, ...]
    names: tuple[str, ...]


@lru_cache(maxsize=1)
def _networks() -> tuple[SocialNetwork, ...]:
    store = Store()
    store.bulk_load(
        path=str(resource("ontology", "codes-social-network.ttl")), format=RdfFormat.TURTLE, base_iri=BASE
    )
    found = []
    for quad in store.quads_for_pattern(None, skos.prefLabel, None):
        if not isinstance(quad.subject, NamedNode):
            continue
        hosts = _values(store, quad.subject, lgq.host)
        if hosts and isinstance(quad.object, Literal):
            found.append(
                SocialNetwork(
                    quad.object.value,
                    "".join(_values(store, quad.subject, foaf.page)),
                    hosts,
                    (quad.object.value, *_values(store, quad.subject, skos.altLabel)),
                )
            )
    return tuple(sorted(found, key=lambda network: network.name))


def _values(store: Store, subject: NamedNode, predicate: NamedNode) -> tuple[str, ...]:
    found = (quad.object for quad in store.quads_for_pattern(subject, predicate, None))
    return tuple(sorted(term.value for term in found if isinstance(term, Literal | NamedNode)))


@lru_cache(maxsize=1)
def _by_host() -> dict[str, SocialNetwork]:
    return {host: network for network in _networks() for host in network.hosts}


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    names = sorted({name for network in _networks() for name in network.names}, key=len, reverse=True)
    return re.compile(r"(?<![\w./@-])(?:" + "|".join(map(re.escape, names)) + r")(?![\w@-]|\.\w)")


def host_of(url: str) -> str:
    """The host of a URL in lower case without `www.`; empty when it has none."""
    rest = url.split("://", 1)[-1]
    host = re.split(r"[/?#:]", rest, maxsplit=1)[0].lower()
    return host.removeprefix("www.")


def network_of(url: str) -> SocialNetwork | None:
    """The social network whose page a URL is, or None."""
    host = host_of(url)
    while "." in host:
        if host in _by_host():
            return _by_host()[host]
        host = host.split(".", 1)[1]
    return None


def networks_named(text: str) -> Iterator[tuple[Span, SocialNetwork]]:
    """The networks that a text names, each time it does; a name is taken as written, in its capitals."""
    by_name = {name: network for network in _networks() for name in network.names}
    for match in _pattern().finditer(text):
        yield Span(*match.span()), by_name[match[0]]


def account_name(url: str) -> str:
    """The name of the account that a URL leads to: the last telling part of its path, or empty."""
    path = re.sub(r"[?#].*$", "", url.split("://", 1)[-1]).strip("/").split("/")[1:]
    telling = [
        part
        for part in path
        if part.lower()
        not in ("channel", "user", "c", "company", "pages", "in", "home", "profile.php", "answers")
    ]
    return telling[-1].removeprefix("@") if telling else ""
