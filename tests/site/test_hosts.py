"""Each host sends people to pages and machines to data: its rules run in the real server, against one table of Accept headers."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lgq_graph.errors import UsageError
from lgq_graph.library import Graph
from lgq_graph.publish.site import hosts
from lgq_graph.publish.site.context import Site
from lgq_graph.vocabulary import BASE

from .servers import ANSWER, THING, Host, running, small_site

ACCEPTS: dict[str | None, str | None] = {
    None: "/",
    "": "/",
    "*/*": "/",
    "text/html": "/",
    "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8": "/",
    "application/xhtml+xml": "/",
    "text/*": "/",
    "text/turtle": ".ttl",
    "TEXT/Turtle": ".ttl",
    "text/turtle;charset=utf-8": ".ttl",
    "text/turtle, */*;q=0.1": ".ttl",
    "text/html;q=0.5, text/turtle;q=0.9": ".ttl",
    "text/turtle;q=0.85, text/html;q=0.9": "/",
    "text/html;q=0.85, text/turtle;q=0.9": ".ttl",
    "text/html;q=0.050,application/n-triples;q=0.1": ".nt",
    "text/html;q=0.90,text/turtle;q=0.9": "/",
    "text/html;q=1.000,text/turtle": "/",
    "text/html;q=0,*/*": ".ttl",
    "text/html;q=0, text/turtle;q=0.0, */*;q=0.2": ".jsonld",
    "text/*;q=0.3, application/*;q=0.4": ".jsonld",
    "text/*;q=0.3, text/html;q=0.1": ".ttl",
    "application/ld+json": ".jsonld",
    'application/ld+json;profile="http://www.w3.org/ns/json-ld#expanded"': ".jsonld",
    'application/ld+json; profile="http://www.w3.org/ns/json-ld#compacted" ; q=0.3, text/turtle;q=0.2': ".jsonld",
    "application/json": ".jsonld",
    "application/n-triples": ".nt",
    "application/n-triples;q=0.7,application/ld+json;q=0.699": ".nt",
    "application/rdf+xml, text/turtle;q=0.4": ".ttl",
    "text/turtle,application/n-triples;q=0.9,application/ld+json;q=0.8,application/rdf+xml;q=0.7,*/*;q=0.3": ".ttl",
    "application/rdf+xml": None,
    "image/png": None,
    "text/plain": None,
    "text/turtlesoup": None,
    "xtext/turtle": None,
    "text/html;q=0": None,
    "*/*;q=0": None,
    "nonsense": None,
}
"""What an Accept header leads to: the end of the address, or None when nothing is acceptable."""

TYPES = {
    f"{THING}.ttl": "text/turtle; charset=utf-8",
    f"{THING}.jsonld": "application/ld+json",
    f"{THING}.nt": "application/n-triples",
    f"{THING}/": "text/html; charset=utf-8",
    "data/lgq.nq.gz": "application/gzip",
    "data/lgq.ttl.gz": "application/gzip",
    "data/lgq.jsonld.gz": "application/gzip",
    "data/services.csv": "text/csv; charset=utf-8",
    "data/graph.gexf": "application/gexf+xml",
    "data/graph.graphml": "application/graphml+xml",
    "data/a.nq": "application/n-quads",
    "data/a.trig": "application/trig",
    "void.ttl": "text/turtle; charset=utf-8",
    ".well-known/void": "text/turtle; charset=utf-8",
    "context.jsonld": "application/ld+json",
    "assets/x.wasm": "application/wasm",
    "assets/x.js": "text/javascript; charset=utf-8",
    "queries/services.es.rq": "application/sparql-query",
}

SERVED = [(name, prefix) for prefix in ("/lgq/", "/") for name in ("nginx", "apache", "htaccess", "caddy")]


@pytest.fixture(scope="module", params=SERVED, ids=lambda served: "-".join(served))
def host(request: pytest.FixtureRequest, graph: Graph) -> Iterator[Host]:
    """Each server in turn, below a path and at the root."""
    name, prefix = request.param
    with running(name, graph.store, f"https://example.org{prefix}", prefix) as found:
        yield found


@pytest.fixture(scope="module")
def w3id(graph: Graph) -> Iterator[Host]:
    """Apache with nothing but the rules for w3id.org."""
    with running("w3id", graph.store, "https://example.org/graph/", "/lgq/") as found:
        yield found


def site_files(graph: Graph, base: str = "https://example.org/lgq/") -> dict[str, str]:
    """The files for hosts, as text."""
    return {name: data.decode() for name, data in hosts.files(Site(graph.store, base))}


def test_the_table_of_accept_headers_leads_to_the_right_document(host: Host) -> None:
    """303 to page or data by quality and closeness, 406 when nothing fits; a cache is told, and so is a script elsewhere."""
    wrong = {}
    for accept, ending in ACCEPTS.items():
        got = host.get(THING, accept)
        wanted = (406, "") if ending is None else (303, host.prefix + THING + ending)
        found = (got.status, re.sub(r"^http://[^/]+", "", got.said("Location")))
        if found != wanted or "Accept" not in re.split(r",\s*", got.said("Vary")):
            wrong[accept] = (found, got.said("Vary"))
        assert got.said("Access-Control-Allow-Origin") == "*", accept
    assert not wrong


@pytest.mark.parametrize("thing", [ANSWER, "ontology"])
def test_deep_and_shallow_things_are_negotiated_too(host: Host, thing: str) -> None:
    """A thing is known by its files, wherever it stands."""
    assert host.get(thing, "text/turtle").said("Location").endswith(f"{host.prefix}{thing}.ttl")


def test_every_file_has_its_media_type(host: Host) -> None:
    """Whatever is asked for, a file is what it is; a dump is not unpacked on the way."""
    for accept in (None, "text/html", "text/turtle;q=0.1, application/n-triples"):
        got = {name: host.get(name, accept, Accept_Encoding="gzip") for name in TYPES}
        assert {name: answer.status for name, answer in got.items()} == dict.fromkeys(TYPES, 200)
        assert {name: answer.said("Content-Type").lower() for name, answer in got.items()} == TYPES
        assert {answer.said("Access-Control-Allow-Origin") for answer in got.values()} == {"*"}
        assert {answer.said("X-Content-Type-Options") for answer in got.values()} == {"nosniff"}
        assert {answer.said("Referrer-Policy") for answer in got.values()} == {"no-referrer"}
        for name in (name for name in TYPES if name.endswith(".gz")):
            assert got[name].body[:2] == b"\x1f\x8b", name
            assert not got[name].said("Content-Encoding") + got[name].said("Content-Language"), name
        assert not got["queries/services.es.rq"].said("Content-Language")


def test_pages_that_are_no_things_are_served_as_they_are(host: Host) -> None:
    """Nothing is negotiated where there are no data: a folder gets its slash, a page is sent."""
    for accept in ("text/turtle", "image/png", None):
        assert host.get("cities/", accept).status == 200
        assert host.get("", accept).status == 200
        got = host.get("cities", accept)
        assert got.status in (301, 308)
        assert got.said("Location").endswith(f"{host.prefix}cities/")
        if host.name != "htaccess":  # there MultiViews, which a folder may not turn off, finds void.ttl
            assert host.get("void", accept).status == 404


def test_the_policy_is_that_of_the_pages(host: Host, graph: Graph) -> None:
    """The header says what the pages say; the SPARQL page and scripts are left to themselves."""
    page = small_site(graph.store, "https://example.org/")["404.html"].decode()
    found = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert found
    for path in ("", "cities/", f"{THING}/", "no/such/page/"):
        assert host.get(path).said("Content-Security-Policy") == found[1], path
    for path in ("sparql/", "assets/x.js", "assets/x.wasm", f"{THING}.ttl"):
        assert not host.get(path).said("Content-Security-Policy"), path


def test_a_page_says_where_its_data_are_and_they_where_it_is(host: Host) -> None:
    """Signposting: describedby, describes, type, collection, license; and not where there are none."""
    at = host.prefix + THING
    link = host.get(f"{THING}/").said("Link")
    assert f'<{at}.ttl>; rel="describedby"; type="text/turtle"' in link
    assert f'<{at}.jsonld>; rel="describedby"; type="application/ld+json"' in link
    assert f'<{at}.nt>; rel="describedby"; type="application/n-triples"' in link
    assert '<https://schema.org/AboutPage>; rel="type"' in link
    assert "license" not in link
    for ending in ("ttl", "jsonld", "nt"):
        assert host.get(f"{THING}.{ending}").said("Link") == f'<{at}/>; rel="describes"; type="text/html"'
    assert f'<{host.prefix}data/>; rel="collection"' in host.get("data/lgq.nq.gz").said("Link")
    assert 'by/4.0/>; rel="license"' in host.get("ontology.ttl").said("Link")
    assert 'by/4.0/>; rel="license"' in host.get("ontology/").said("Link")
    for path in ("", "cities/", "void.ttl", "context.jsonld", "data/"):
        assert not host.get(path).said("Link"), path


def test_what_is_not_there_is_told_with_links_that_work(host: Host) -> None:
    """At any depth, whatever is asked for: 404, a page, links through the path of the site."""
    for path in ("nothing", "a/b/c/nothing/", "id/city/nothing", "id/nothing.ttl"):
        for accept in (None, "text/turtle"):
            got = host.get(path, accept)
            assert got.status == 404, path
            assert got.said("Content-Type").lower() == "text/html; charset=utf-8", path
            assert f'href="{host.prefix}static/style.css"'.encode() in got.body, path


ATTEMPTS = (
    "../secret.txt", "../../secret.txt", "%2e%2e/secret.txt", "..%2fsecret.txt", "id/..%2f..%2f..%2fsecret.txt",
    "id/%2e%2e/%2e%2e/%2e%2e/secret.txt", ".%00./secret.txt", "..\\secret.txt", "..%5csecret.txt", "//secret.txt",
    "id/city/fi-tampere%0d%0aX-Evil:%201", "id/city/fi-tampere%0aX-Evil:%201.ttl", "id/city/../city/fi-tampere%00.ttl",
)  # fmt: skip


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_no_path_leads_out_of_the_site_or_into_the_headers(host: Host, attempt: str) -> None:
    """Neither a file outside of the site nor a header of the reader's making."""
    for accept in ("text/html", "text/turtle"):
        got = host.get(host.prefix + attempt, accept)
        assert got.status in (400, 403, 404), (got.status, got.headers.items())
        assert b"secret" not in got.body.replace(b"secret.txt", b"")
        assert not got.said("X-Evil")


def test_a_redirect_stays_on_the_host(host: Host) -> None:
    """A path with two slashes is not taken for the address of another host."""
    for path in (f"/{host.prefix}{THING}", f"{host.prefix}/{THING}", "//example.com/.."):
        got = host.get(path, "text/turtle")
        assert not re.match(r"//|https?://(?!127\.0\.0\.1)", got.said("Location")), (
            path,
            got.said("Location"),
        )


def test_text_is_packed_on_the_way(host: Host, graph: Graph) -> None:
    """A page is sent with gzip to those who take it, and a cache is told."""
    got = host.get("404.html", Accept_Encoding="gzip")
    assert (got.status, got.said("Content-Encoding")) == (200, "gzip")
    assert "Accept-Encoding" in got.said("Vary")


def test_w3id_sends_things_to_their_documents(w3id: Host) -> None:
    """The same table, one step earlier; what is no thing keeps its path."""
    wrong = {}
    for accept, ending in ACCEPTS.items():
        got = w3id.get(ANSWER, accept)
        wanted = (406, "") if ending is None else (303, f"https://example.org/graph/{ANSWER}{ending}")
        if (got.status, got.said("Location")) != wanted or "Accept" not in got.said("Vary"):
            wrong[accept] = (got.status, got.said("Location"), got.said("Vary"))
        assert got.said("Access-Control-Allow-Origin") == "*", accept
    assert not wrong
    for path in (
        "",
        "cities/",
        "cities",
        f"{THING}/",
        f"{THING}.ttl",
        "void.ttl",
        ".well-known/void",
        "identity/x",
    ):
        got = w3id.get(path, "text/turtle")
        assert (got.status, got.said("Location")) == (303, f"https://example.org/graph/{path}"), path
    assert w3id.get("ontology", "text/turtle").said("Location") == "https://example.org/graph/ontology.ttl"


@pytest.mark.parametrize("attempt", ["id/x%0d%0aX-Evil:%201", "/lgq//evil.example/", "/lgq/../../etc/passwd"])
def test_w3id_leads_nowhere_else(w3id: Host, attempt: str) -> None:
    """Whatever the path, a redirect goes to the site."""
    got = w3id.get(attempt, "text/turtle")
    assert not got.said("X-Evil")
    assert got.said("Location").startswith("https://example.org/graph/") or got.status in (400, 403, 404)


def test_w3id_has_no_rules_that_lead_to_itself(graph: Graph) -> None:
    """Without --base nothing says where the site is, and a rule would go round in circles."""
    assert "Rewrite" not in site_files(graph, BASE)["hosts/w3id.htaccess"]


@pytest.mark.parametrize("base", ["/lgq/", "/"])
def test_netlify_s_edge_function_reads_the_same_table(graph: Graph, tmp_path: Path, base: str) -> None:
    """Run in Node: the same answers, and nothing for files and pages."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("NOT TESTED: node is not installed, so the edge function of Netlify was not run")
    code = site_files(graph, f"https://example.org{base}")["netlify/edge-functions/negotiate.js"]
    (tmp_path / "negotiate.mjs").write_text(code)
    left = [f"{THING}.ttl", f"{THING}/", "", "cities/", "data/lgq.nq.gz", "identity/x", "id//x", "id/%0d%0a"]
    asked = [*((THING, accept) for accept in ACCEPTS), *((path, "text/turtle") for path in left)]
    answers = run_edge(
        node, tmp_path, [(f"https://example.org{base}{path}", accept) for path, accept in asked]
    )
    wanted = [None if ending is None else base + THING + ending for ending in ACCEPTS.values()]
    assert [answer and (answer["status"], answer["to"], answer["vary"]) for answer in answers] == [
        *((406 if to is None else 303, to, "Accept") for to in wanted), *[None] * len(left),
    ]  # fmt: skip


def run_edge(node: str, folder: Path, asked: list[tuple[str, str | None]]) -> list[dict[str, Any] | None]:
    """What the edge function answers to addresses with Accept headers; None where it leaves the request to others."""
    (folder / "run.mjs").write_text(
        'import negotiate, { config } from "./negotiate.mjs";\n'
        'if (!config.path.every((path) => path.startsWith("/"))) throw new Error("a path without a slash");\n'
        f"const answers = {json.dumps(asked)}.map(([url, accept]) => {{\n"
        "  const got = negotiate(new Request(url, { headers: accept === null ? {} : { accept } }));\n"
        '  return got ? { status: got.status, to: got.headers.get("location"), vary: got.headers.get("vary") } : null;\n'
        "});\nconsole.log(JSON.stringify(answers));\n"
    )
    done = subprocess.run([node, "run.mjs"], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    answers: list[dict[str, Any] | None] = json.loads(done.stdout)
    return answers


@pytest.mark.parametrize("base", ["https://example.org/lgq/", "https://example.org/"])
def test_netlify_s_headers_are_well_formed(graph: Graph, base: str) -> None:
    """A path, then headers below it; no header is set twice for the SPARQL page or a script, and dumps come as what they are."""
    found: dict[str, dict[str, str]] = {}
    path = ""
    for line in site_files(graph, base)["_headers"].splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if not line.startswith(" "):
            path = line
            assert re.fullmatch(r"/[A-Za-z0-9._/*-]*", path), line
            assert path not in found, line
            found[path] = {}
            continue
        name, colon, value = line.strip().partition(": ")
        assert path and colon and value and re.fullmatch(r"[A-Za-z-]+", name), line
        found[path][name] = value
    assert all(found.values())
    assert found["/*.ttl"] == {"Content-Type": "text/turtle; charset=utf-8"}
    assert found["/*.gz"] == {"Content-Type": "application/gzip"}
    bound = {path for path, said in found.items() if "Content-Security-Policy" in said}
    assert not {path for path in bound if re.search(r"sparql|assets|/\*\.", path) or path == "/*"}


def test_netlify_s_redirects_serve_the_path_of_the_site(graph: Graph) -> None:
    """Below a path, one rule leads to the files; at the root, none is needed."""
    rules = [
        line for line in site_files(graph)["_redirects"].splitlines() if line and not line.startswith("#")
    ]
    assert rules == ["/lgq/* /:splat 200"]
    at_root = site_files(graph, "https://example.org/")["_redirects"]
    assert not [line for line in at_root.splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize(
    "base",
    [
        "https://example.org/a b/", 'https://example.org/";x/', "https://example.org/$1/", "https://example.org/%0a/", "ftp://example.org/",
        "https://example.org/\nDefine/", "https://example.org/{x}/", "//example.org/", "https://example.org/a/../",
    ],
)  # fmt: skip
def test_an_address_that_would_break_the_rules_is_refused(graph: Graph, base: str) -> None:
    """What goes into rules is plain: no quotes, braces, dollars, lines or steps upwards."""
    with pytest.raises(UsageError, match="cannot be served"):
        hosts.check_address(Site(graph.store, base).base)


@pytest.mark.parametrize("first, later, less", [
    ("0", "0.9", True), ("0.9", "0", False), ("0.85", "0.9", True), ("0.9", "0.85", False), ("1", "0.999", False), ("0.999", "1", True),
    ("0.5", "0.5", False), ("0.05", "0.5", True), ("0.5", "0.05", False), ("0", "0", False), ("1", "1", False), ("0.1", "0.11", True),
])  # fmt: skip
def test_qualities_are_compared_without_arithmetic(first: str, later: str, less: bool) -> None:
    """The pattern for nginx tells less from greater, for whatever stands between."""
    pattern = hosts.less_than_a_later()
    assert bool(re.search(pattern, f"{first} {later} ")) is less
    assert bool(re.search(pattern, f"{first} 0 {later} ")) is less
    assert bool(re.search(pattern, f"{first} {later} 0 ")) is less
