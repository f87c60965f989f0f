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

__all__ = ["SocialNetwork", "account_name", "host_of", "is_post", "network_of", "networks_named"]


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


_BEFORE_ACCOUNT = frozenset(
    """channel channels user u c company school showcase in pages people profile profile.php id public group groups
    page show photos stories s r add answers home en""".split()
)
"""Parts of a path that say what kind of account follows."""
_NO_ACCOUNT = frozenset(
    """p a i reel reels tv watch playlist shorts live hashtag search intent share share.php sharer sharer.php explore
    events event story.php permalink.php photo photo.php video video.php feed pulse posts post status embed media
    episode login tag tags""".split()
)
"""Parts that open the path of a post, a search or a form, and of no account."""
_OF_ACCOUNT = frozenset(
    "status statuses post posts photo photos video videos reel reels p tv live media events topic comments docs notes".split()
)
"""Parts between an account and one of its posts."""
_NUMBERED = re.compile(r"\d+|[a-z]{4,5}-?\d+_\d+")
_WALL = re.compile(r"[a-z]{4,5}-?\d+_\d+")
"""The number of a post; and how some networks number posts without their account ("wall-12_345")."""


def account_name(url: str) -> str:
    """The name of the account that a URL leads to, or whose post it leads to; empty when the address names none."""
    parts = _path(url)
    handle = next((part[1:] for part in parts if part[0] == "@"), "")
    return handle or (parts[0] if parts and not _without_account(url, parts) else "")


def is_post(url: str) -> bool:
    """Whether a page of a social network is a post, a picture, a search …, and not an account."""
    parts = _path(url)
    numbered = any(_NUMBERED.fullmatch(part) for part in parts[1:])
    return (
        numbered
        or any(part.lower() in _OF_ACCOUNT for part in parts[1:-1])
        or bool(parts and _without_account(url, parts))
    )


def _without_account(url: str, parts: list[str]) -> bool:
    return host_of(url) == "youtu.be" or parts[0].lower() in _NO_ACCOUNT or bool(_WALL.fullmatch(parts[0]))


def _path(url: str) -> list[str]:
    """The parts of a path from the account on; "pages/NAME/ID" names the account twice."""
    path = re.sub(r"(?s)[?#].*$", "", url.split("://", 1)[-1]).split("/")[1:]
    parts = [part for part in path if part]
    while parts and parts[0].lower() in _BEFORE_ACCOUNT:
        twice = parts[0].lower() in ("pages", "people")
        parts = parts[1:2] if twice else parts[1:]
    return parts
