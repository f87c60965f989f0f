"""The site as linked data."""

from __future__ import annotations

import gzip
import http.client
import json

import pytest

from .serving import Running


@pytest.mark.parametrize(
    ("accept", "location"),
    [
        ("*/*", "fi-tampere/"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "fi-tampere/"),
        ("text/turtle", "fi-tampere.ttl"),
        ("application/ld+json, text/turtle;q=0.9", "fi-tampere.jsonld"),
        ("text/html;q=0.2, application/n-triples;q=0.3", "fi-tampere.nt"),
    ],
)
def test_a_thing_sends_on_to_its_page_or_its_data(server: Running, accept: str, location: str) -> None:
    """With 303, and word that it depends on the Accept header."""
    answer = server.get("/id/city/fi-tampere", accept)
    assert (answer.status, answer.headers["Location"], answer.headers["Vary"]) == (303, location, "Accept")


def test_what_nobody_has_is_not_acceptable(server: Running) -> None:
    """406, with what there is."""
    answer = server.get("/id/city/fi-tampere", "image/png")
    assert answer.status == 406
    assert "text/turtle" in json.loads(answer.body)["hint"]


def test_page_and_data_know_of_each_other(server: Running) -> None:
    """By Link headers, relative to where they stand."""
    page, data = server.get("/id/city/fi-tampere/"), server.get("/id/city/fi-tampere.ttl")
    assert '<../fi-tampere.ttl>; rel="describedby"; type="text/turtle"' in page.headers["Link"]
    assert data.headers["Link"] == '<fi-tampere/>; rel="describes"; type="text/html"'
    assert (data.headers["Content-Type"], data.status) == ("text/turtle; charset=utf-8", 200)
    assert "by/4.0" in server.get("/ontology.ttl").headers["Link"]


def test_a_page_comes_with_its_policy(server: Running) -> None:
    """And nothing is taken for what it is not."""
    page = server.get("/cities/")
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert page.headers["Access-Control-Allow-Origin"] == "*"


def test_what_a_reader_has_is_not_sent_again(server: Running) -> None:
    """By its ETag, which is another one for compressed bytes."""
    plain, zipped = server.get("/long.txt"), server.get("/long.txt", Accept_Encoding="gzip")
    assert gzip.decompress(zipped.body) == plain.body
    assert zipped.headers["Content-Encoding"] == "gzip" and "Accept-Encoding" in zipped.headers["Vary"]
    assert plain.headers["ETag"] != zipped.headers["ETag"]
    again = server.get("/long.txt", If_None_Match=plain.headers["ETag"])
    assert (again.status, again.body) == (304, b"")
    assert server.get("/long.txt", Range="bytes=0-4").body == b"words"


@pytest.mark.parametrize("path", ["/../secret.txt", "/%2e%2e/secret", "/id/..%2f..%2fsecret", "/.secret", "/_headers", "/id//city", "/a%00b", "/a\\b", "/" + "a/" * 2000])  # fmt: skip
def test_nothing_else_is_given_out(server: Running, path: str) -> None:
    """Nothing above the folder, nothing hidden."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    connection.putrequest("GET", path, skip_host=False)
    connection.endheaders()
    answer = connection.getresponse()
    assert answer.status in (400, 404)
    assert b"secret" not in answer.read()
    connection.close()


def test_a_reader_who_is_lost_gets_a_page(server: Running) -> None:
    """404, with links from the root."""
    answer = server.get("/nowhere/at/all", "text/html")
    assert (answer.status, answer.media) == (404, "text/html")
    assert b'href="/static/style.css"' in answer.body


def test_a_folder_gets_its_slash(server: Running) -> None:
    """A page without data is not negotiated."""
    answer = server.get("/cities")
    assert (answer.status, answer.headers["Location"]) == (308, "cities/")


def test_the_sparql_page_asks_this_server(server: Running) -> None:
    """For who wants HTML there is the page; its endpoint is this one."""
    assert server.get("/sparql", "text/html").headers["Location"] == "sparql/"
    assert b'data-endpoint="../sparql"' in server.get("/sparql/", "text/html").body
    assert (
        server.get("/sparql/?query=ASK%7B%7D", "text/html, */*;q=0.1").media
        == "application/sparql-results+json"
    )
