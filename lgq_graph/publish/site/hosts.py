"""What hosts need to know: the rules that send a reader of an IRI to a page and a machine to the data, and the 404 page.

One table of documents and one of media types is written out in the words of each host. Qualities (`q=`) are compared as the text of
decimals without zeros at their end, for `0.85` stands before `0.9` in every order of text; so no host has to calculate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import jinja2

from ...errors import UsageError
from ...vocabulary import BASE
from .context import Site
from .paths import TWINS

__all__ = [
    "DOCUMENTS",
    "THINGS",
    "TYPES",
    "Document",
    "check_address",
    "files",
    "less_than_a_later",
    "policy",
]

THINGS = tuple(
    "claim code correction graph id merge ontology questionnaire rejected response sdg statistic".split()
)
"""The first steps of the paths at which things stand, for hosts that cannot see which files there are."""

TYPES: Mapping[str, str] = {
    "css": "text/css",
    "csv": "text/csv",
    "gexf": "application/gexf+xml",
    "graphml": "application/graphml+xml",
    "gz": "application/gzip",
    "html": "text/html",
    "ico": "image/vnd.microsoft.icon",
    "js": "text/javascript",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "mjs": "text/javascript",
    "nq": "application/n-quads",
    "nt": "application/n-triples",
    "png": "image/png",
    "rq": "application/sparql-query",
    "svg": "image/svg+xml",
    "trig": "application/trig",
    "ttl": "text/turtle",
    "txt": "text/plain",
    "wasm": "application/wasm",
    "woff2": "font/woff2",
    "xml": "application/xml",
}
"""The media types of the site's files, by their endings. Only those of `text/` take a charset; the others are UTF-8 by themselves."""

_FILES: Mapping[str, str] = {
    ".htaccess": "htaccess",
    "_headers": "headers",
    "_redirects": "redirects",
    "hosts/Caddyfile": "Caddyfile",
    "hosts/apache.conf": "apache.conf",
    "hosts/nginx-http.conf": "nginx-http.conf",
    "hosts/nginx.conf": "nginx.conf",
    "hosts/w3id.htaccess": "w3id.htaccess",
    "netlify/edge-functions/negotiate.js": "negotiate.js",
}
"""The files for hosts, and the templates that they come from."""

_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]+)?/(?:(?!\.\.?/)[A-Za-z0-9._~-]+/)*")
_SEGMENTS = "(?:[A-Za-z0-9._~@,=+-]+/)*[A-Za-z0-9._~@,=+-]+"
_GRADE = r"(1|0(?:\.\d?\d?[1-9])?)[.0]*\s*(?:[,;]|$)"


@dataclass(frozen=True, slots=True)
class Document:
    """A document of a thing: its name in rules, how its address ends, and the media types by which it is asked for."""

    name: str
    ending: str
    types: tuple[str, ...]

    @property
    def ranges(self) -> tuple[str, ...]:
        """What of an Accept header speaks of it, the closest first."""
        return (*self.types, f"{self.types[0].partition('/')[0]}/*", "*/*")

    @property
    def patterns(self) -> tuple[tuple[str, str], ...]:
        """For each range a pattern that finds it with its quality (in a group), and one that finds it at all."""
        return tuple((_graded(words), _asked(words)) for words in map(_literal, self.ranges))


DOCUMENTS = (
    Document("html", "/", ("text/html", "application/xhtml+xml")),
    Document("ttl", ".ttl", (TWINS["ttl"],)),
    Document("jsonld", ".jsonld", (TWINS["jsonld"], "application/json")),
    Document("nt", ".nt", (TWINS["nt"],)),
)
"""The documents of a thing; of two that are equally welcome the first is sent."""


def files(site: Site) -> Iterator[tuple[str, bytes]]:
    """`404.html`, `.nojekyll`, and the rules for each host; UsageError when the address of the site does not fit into rules."""
    values = _values(site.base)
    yield ".nojekyll", b""
    yield "404.html", site.frame.page("404.html", "404.html", "Page not found", root=values["prefix"])[1]
    for name, template in sorted(_FILES.items()):
        yield name, _environment().get_template(f"hosts/{template}").render(values).encode()


def less_than_a_later() -> str:
    """A pattern that finds a first quality less than one that comes later, each with a space behind it."""
    steps = [r" (?:.* )?\1[.0-9]"]
    steps += [rf"{digit}\S* (?:.* )?\1[{digit + 1}-9]" for digit in range(9)]
    return rf"^(\S*)(?:{'|'.join(steps)})"


def check_address(base: str) -> None:
    """UsageError when an address cannot stand in rules."""
    if not _ADDRESS.fullmatch(base):
        raise UsageError(
            "the site cannot be served at this address", place=base,
            hint="give one such as https://example.org/lgq/ with plain letters, digits, dots and dashes",
        )  # fmt: skip


def _values(base: str) -> dict[str, Any]:
    parts = urlsplit(base)
    at_w3id = base == BASE
    return {
        "base": base, "prefix": parts.path, "origin": "http://localhost:8080" if at_w3id else f"{parts.scheme}://{parts.netloc}",
        "at_w3id": at_w3id, "policy": policy(), "documents": DOCUMENTS, "things": THINGS, "types": TYPES, "segments": _SEGMENTS,
        "less": less_than_a_later(), "zeros": "0 " * len(DOCUMENTS), "about": _about, "back": _back,
        "license": '<https://creativecommons.org/licenses/by/4.0/>; rel="license"',
        "collection": f'<{parts.path}data/>; rel="collection"; type="text/html"',
    }  # fmt: skip


def policy() -> str:
    """The Content-Security-Policy that the pages have in their head, for hosts to say it, too."""
    base = _environment().get_template("base.html")
    return "".join(base.blocks["policy"](base.new_context()))


def _about(stem: str) -> str:
    """The Link header of a page: its data, and that it is a page about something (https://signposting.org)."""
    data = [f'<{stem}.{ending}>; rel="describedby"; type="{kind}"' for ending, kind in TWINS.items()]
    return ", ".join([*data, '<https://schema.org/AboutPage>; rel="type"'])


def _back(stem: str) -> str:
    """The Link header of data: the page that they describe."""
    return f'<{stem}/>; rel="describes"; type="text/html"'


def _asked(words: str) -> str:
    return rf"(?:^|,)\s*{words}\s*(?:[;,]|$)"


def _graded(words: str) -> str:
    return rf"(?:^|,)\s*{words}\s*(?:;[^,;]*)*?;\s*q={_GRADE}"


def _literal(words: str) -> str:
    """A text as a pattern of it, in the words that all hosts know."""
    return re.sub(r"([.*+])", r"\\\1", words)


def _typed(kind: str) -> str:
    """A media type as a header says it."""
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind


@cache
def _environment() -> jinja2.Environment:
    """Renders rules, which are no HTML: what goes into them is checked by `_ADDRESS`, or our own."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("lgq_graph.publish.site"), autoescape=False, undefined=jinja2.StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, auto_reload=False,
    )  # fmt: skip
    environment.filters.update(literal=_literal, typed=_typed)
    return environment
