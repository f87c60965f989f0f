"""How an endpoint is asked: time-outs, retries, long queries, redirects, passwords, and errors in its own words."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from pyoxigraph import Literal, NamedNode

from lgq_graph.errors import DataError, UsageError
from lgq_graph.query import Endpoint, GraphStore
from lgq_graph.vocabulary import xsd

from .servers import Asked, Said, Small, small

JSON = {"Content-Type": "application/sparql-results+json"}
ONE = b'{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"literal","value":"6","datatype":"http://www.w3.org/2001/XMLSchema#integer"}}]}}'
QUERY = "SELECT ?x WHERE { ?x ?y ?z }"


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long was waited, without waiting."""
    waited: list[float] = []
    monkeypatch.setattr("lgq_graph.query.wire.time.sleep", waited.append)
    return waited


@pytest.fixture(autouse=True)
def nobody(credentials: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """No name and no password, unless a test gives them."""
    monkeypatch.delenv("LGQ_ENDPOINT_USER")
    monkeypatch.delenv("LGQ_ENDPOINT_PASSWORD")


def saying(server: Small, *said: Said) -> None:
    """The answers in turn; the last for ever."""
    answers = list(said)
    server.answer = lambda _: answers.pop(0) if len(answers) > 1 else answers[0]


def test_rows_are_typed(server: Small) -> None:
    """A number is a number."""
    saying(server, (200, JSON, ONE))
    assert Endpoint(server.url).select(QUERY).rows == ((Literal("6", datatype=xsd.integer),),)
    assert "lgq-graph" in server.asked[0].headers["user-agent"]


def test_a_short_query_is_got_and_a_long_one_posted(server: Small) -> None:
    """Both arrive whole; an address has no room for a long one."""
    saying(server, (200, JSON, ONE))
    long = QUERY + "\n# " + "é" * 2000
    for query in (QUERY, long):
        Endpoint(server.url).select(query)
    got, posted = server.asked
    assert (got.method, posted.method) == ("GET", "POST")
    assert parse_qs(urlsplit(got.path).query)["query"] == [QUERY]
    assert parse_qs(posted.body.decode())["query"] == [long]


def test_a_busy_endpoint_is_asked_again(server: Small, pauses: list[float]) -> None:
    """After as long as it says, in seconds or as a date; without a word after one second, two, four."""
    then = format_datetime(datetime.now(UTC) + timedelta(seconds=20), usegmt=True)
    saying(
        server,
        (503, {"Retry-After": "7"}, b""),
        (503, {"Retry-After": then}, b""),
        (503, {}, b""),
        (200, JSON, ONE),
    )
    assert len(Endpoint(server.url).select(QUERY)) == 1
    assert pauses[0] == 7 and 15 < pauses[1] <= 20 and pauses[2] == 4


def test_patience_ends(server: Small, pauses: list[float]) -> None:
    """After four tries, or at once when the wait would be longer than a minute."""
    saying(server, (503, {}, b"come back later"))
    with pytest.raises(DataError, match=r"503 .*come back later"):
        Endpoint(server.url).select(QUERY)
    assert (len(server.asked), pauses) == (4, [1, 2, 4])
    saying(server, (503, {"Retry-After": "3600"}, b""))
    with pytest.raises(DataError) as refusal:
        Endpoint(server.url).select(QUERY)
    assert "3600" in refusal.value.hint and len(server.asked) == 5


@pytest.mark.parametrize("status", [400, 401, 403, 404, 405, 429, 500, 502, 504])
def test_nothing_else_is_tried_again_and_its_words_are_told(
    server: Small, pauses: list[float], status: int
) -> None:
    """The status and the words without their markup, control characters and length."""
    body = (
        b"<html><style>p{}</style><p>Line 3: no \x1b[31mquery &lt;here&gt;</p><script>x()</script>"
        + b"z" * 9999
    )
    saying(server, (status, {"Content-Type": "text/html"}, body))
    with pytest.raises(DataError) as refusal:
        Endpoint(server.url).select(QUERY)
    assert f"{status}" in refusal.value.message and "Line 3: no [31mquery <here> zzz" in refusal.value.message
    assert (
        len(refusal.value.message) < 700
        and "\x1b" not in refusal.value.message
        and "x()" not in refusal.value.message
    )
    assert refusal.value.file == server.url and not pauses and len(server.asked) == 1


def test_an_answer_that_takes_too_long_is_given_up(server: Small) -> None:
    """Also when it drips: the time is for the whole answer."""

    def slowly(_: Asked) -> Said:
        time.sleep(3)
        return 200, JSON, ONE

    server.answer = slowly
    begin = time.monotonic()
    with pytest.raises(DataError, match="within 1 seconds") as refusal:
        Endpoint(server.url, timeout=1).select(QUERY)
    assert time.monotonic() - begin < 2.5 and "LGQ_ENDPOINT_TIMEOUT" in refusal.value.hint


def test_the_time_is_given_by_the_environment(server: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    """And looked at before the endpoint is asked."""
    for wrong in ("0", "-1", "soon", "9999999"):
        monkeypatch.setenv("LGQ_ENDPOINT_TIMEOUT", wrong)
        with pytest.raises(UsageError, match="seconds"):
            Endpoint(server.url).select(QUERY)
    assert not server.asked


@pytest.mark.parametrize(
    ("headers", "body", "why"),
    [
        ({"Content-Length": str(len(ONE) + 5)}, ONE, "broke off"),
        ({}, ONE[:-9], "no result"),
        ({}, b'{"head":{},"boolean":true}', "no rows"),
        ({"X-SPARQL-MaxRows": "1"}, ONE, "cut its answer off at 1 rows"),
    ],
)
def test_half_an_answer_is_none(server: Small, headers: dict[str, str], body: bytes, why: str) -> None:
    """What broke off, is no result or was cut off at a limit is an error, never a short table."""
    saying(server, (200, JSON | headers | {"Connection": "close"}, body))
    with pytest.raises(DataError, match=why):
        Endpoint(server.url, timeout=3).select(QUERY)


# --- redirects and passwords --------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_within_the_server_keeps_the_query(server: Small, status: int) -> None:
    """A long query is posted again, whole."""
    server.answer = lambda a: (200, JSON, ONE) if a.path == "/new" else (status, {"Location": "/new"}, b"")
    long = QUERY + "\n# " + "x" * 4000
    Endpoint(server.url).select(long)
    assert [(a.method, a.path) for a in server.asked] == [("POST", "/sparql"), ("POST", "/new")]
    assert parse_qs(server.asked[1].body.decode())["query"] == [long]


def test_a_redirect_elsewhere_is_told_and_not_followed(server: Small) -> None:
    """Neither to another server, nor to a file, nor to a page, nor round and round."""
    with small() as other:
        for status, place in ((302, other.url), (307, "file:///etc/passwd"), (303, "/page")):
            saying(server, (status, {"Location": place}, b""))
            with pytest.raises(DataError):
                Endpoint(server.url).select(QUERY)
        assert not other.asked
    saying(server, (302, {"Location": "/sparql"}, b""))
    with pytest.raises(DataError):
        Endpoint(server.url).select(QUERY)
    assert len(server.asked) < 12


def guarded(server: Small, challenge: str) -> None:
    server.answer = lambda a: (
        (200, JSON, ONE) if "authorization" in a.headers else (401, {"WWW-Authenticate": challenge}, b"who?")
    )


@pytest.mark.parametrize(
    "challenge", ['Basic realm="x"', 'Digest realm="x", nonce="n", algorithm=MD5, qop="auth"']
)
def test_a_password_is_given_when_it_is_asked_for(
    server: Small, monkeypatch: pytest.MonkeyPatch, challenge: str
) -> None:
    """And the body is sent once, with it: a server may hang up on a large one that it does not take."""
    guarded(server, challenge)
    with pytest.raises(DataError) as refusal:
        Endpoint(server.url).select(QUERY)
    assert "LGQ_ENDPOINT_PASSWORD" in refusal.value.hint
    monkeypatch.setenv("LGQ_ENDPOINT_USER", "ann")
    monkeypatch.setenv("LGQ_ENDPOINT_PASSWORD", "secret")
    GraphStore(server.url).put(NamedNode("http://x.example/g"), b"x" * 100)
    assert [(a.method, len(a.body)) for a in server.asked[1:]] == [("HEAD", 0), ("PUT", 100)]
    assert challenge.split()[0] in server.asked[-1].headers["authorization"]


def test_no_password_goes_to_whom_it_was_not_meant_for(
    server: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not where none is asked for, not along a redirect, not in clear over http to another machine."""
    from urllib.request import Request

    from lgq_graph.query.wire import _answer

    monkeypatch.setenv("LGQ_ENDPOINT_USER", "ann")
    monkeypatch.setenv("LGQ_ENDPOINT_PASSWORD", "secret")
    saying(server, (200, JSON, ONE))
    Endpoint(server.url).select(QUERY)
    assert not any("authorization" in a.headers for a in server.asked)
    assert _answer(Request("http://far.example/sparql"), "basic", 'realm="x"', "ann", "secret") is None
    assert _answer(Request("https://far.example/sparql"), "basic", 'realm="x"', "ann", "secret")


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://x.example/", "http://", "http://a b/", "x", "http://h:99999/"]
)
def test_only_the_web_is_asked(url: str) -> None:
    """No file, no other protocol, nothing that is no address."""
    with pytest.raises(UsageError, match="http or https"):
        Endpoint(url)


def test_a_password_in_an_address_is_refused_and_not_told() -> None:
    """It would stand in lists of processes and in errors."""
    with pytest.raises(UsageError) as refusal:
        Endpoint("https://ann:secret@x.example/sparql")
    assert "secret" not in f"{refusal.value} {refusal.value.hint}"
