"""HTTP to a SPARQL endpoint: time-outs, retries while it is busy, safe redirects and passwords, errors in its own words.

LGQ_ENDPOINT_USER, LGQ_ENDPOINT_PASSWORD   given when the endpoint asks: by digest; in clear over https or to this machine alone
LGQ_ENDPOINT_TIMEOUT                       how long an answer may take, in seconds
"""

from __future__ import annotations

import html
import os
import re
import time
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from http.client import HTTPException, HTTPMessage
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.parse import SplitResult, urlsplit
from urllib.request import (
    AbstractDigestAuthHandler,
    HTTPPasswordMgrWithDefaultRealm,
    HTTPRedirectHandler,
    Request,
    build_opener,
    parse_http_list,
    parse_keqv_list,
)

from ..errors import DataError, UsageError

__all__ = ["TIMEOUT", "address", "given_timeout", "send"]

TIMEOUT = 60
"""How many seconds an answer may take, unless told."""

_TRIES, _PATIENCE = 4, 60
_SAID = 500
_HERE = ("localhost", "127.0.0.1", "::1")


def address(url: str) -> str:
    """The address of an endpoint; UsageError when it is not http or https, or holds a password."""
    try:
        parts = urlsplit(url)
        wrong = parts.scheme not in ("http", "https") or not parts.hostname or (parts.port or 1) < 1
    except ValueError:
        wrong = True
    if wrong or re.search(r"[\s\x00-\x1f\x7f]", url):
        raise UsageError("an endpoint has an http or https address", place=_without_password(url))
    if "@" in parts.netloc:
        raise UsageError(
            "an address holds no password: others would see it", place=_without_password(url),
            hint="set LGQ_ENDPOINT_USER and LGQ_ENDPOINT_PASSWORD",
        )  # fmt: skip
    return url


def _without_password(url: str) -> str:
    return re.sub(r"//[^/?#]*@", "//…@", url)


def given_timeout() -> int:
    """The seconds that `LGQ_ENDPOINT_TIMEOUT` gives; UsageError when they are none."""
    given = os.environ.get("LGQ_ENDPOINT_TIMEOUT", "") or str(TIMEOUT)
    if not given.isdecimal() or not 0 < int(given) <= 86400:
        raise UsageError(f"{given!r} is no number of seconds", place="LGQ_ENDPOINT_TIMEOUT")
    return int(given)


def send(request: Request, timeout: int) -> tuple[HTTPMessage, bytes]:
    """What an endpoint answers: its headers and the whole body.

    DataError, in the words of the endpoint, when it refuses, breaks off or takes longer than `timeout` seconds; a 503 is
    asked again, at most three times and within a minute.
    """
    waited = 0.0
    for tries in range(1, _TRIES + 1):
        try:
            return _sent(request, timeout)
        except HTTPError as error:
            with error:
                pause = _pause(error.headers, tries)
                if error.code != 503 or tries == _TRIES or waited + pause > _PATIENCE:
                    raise _refused(request, error) from error
        waited += pause
        time.sleep(pause)
    raise AssertionError("the last try returns or raises")


def _sent(request: Request, timeout: int) -> tuple[HTTPMessage, bytes]:
    end = time.monotonic() + timeout
    with _translated(request, timeout), _opened(request, timeout) as response:
        pieces = []
        while piece := response.read1(1 << 20):
            pieces.append(piece)
            if time.monotonic() > end:
                raise TimeoutError
        if response.length:
            raise HTTPException(f"it broke off, {response.length} bytes before the end")
        return response.headers, b"".join(pieces)


@contextmanager
def _translated(request: Request, timeout: int) -> Iterator[None]:
    """What fails on the way as ours; what the endpoint itself refuses is left to the caller."""
    where = request.full_url.partition("?")[0]
    try:
        yield
    except HTTPError:
        raise
    except (URLError, OSError, HTTPException, ValueError) as error:
        reason = error.reason if isinstance(error, URLError) else error
        if isinstance(reason, TimeoutError):
            hint = "give it longer with LGQ_ENDPOINT_TIMEOUT, in seconds"
            raise DataError(
                f"the endpoint did not answer within {timeout} seconds", file=where, hint=hint
            ) from error
        raise DataError(f"the endpoint did not answer: {reason}", file=where) from error


def _refused(request: Request, error: HTTPError) -> DataError:
    """The status and the endpoint's own words, and what may help."""
    words = _words(error)
    hint = {
        401: "set LGQ_ENDPOINT_USER and LGQ_ENDPOINT_PASSWORD; in clear they go over https or to this machine alone",
        403: "ask whoever runs the endpoint for the right to do this",
        404: "check the address",
        405: "check the address: it does not take this kind of request",
    }.get(error.code, "")
    if later := error.headers.get("Retry-After"):
        hint = f"ask again later: it says Retry-After: {later[:40]}"
    return DataError(
        f"the endpoint answered {error.code} {error.reason}{f': {words}' if words else ''}",
        file=request.full_url.partition("?")[0], hint=hint,
    )  # fmt: skip


def _words(error: HTTPError) -> str:
    """What it says, in one line: no markup, no control characters, and not too much."""
    try:
        said = error.read(1 << 16).decode("utf-8", "replace")
    except (OSError, HTTPException):
        return ""
    if "html" in (error.headers.get("Content-Type") or ""):
        said = html.unescape(
            re.sub(r"<(script|style)\b.*?(?:</\1\s*>|\Z)|<[^<>]*>", " ", said, flags=re.S | re.I)
        )
    plain = " ".join("".join(c if c.isprintable() else " " for c in said).split())
    return plain if len(plain) <= _SAID else plain[:_SAID] + "…"


def _pause(headers: Message, tries: int) -> float:
    """How long to wait: what Retry-After says, in seconds or as a date, else one second, two, four."""
    said = (headers.get("Retry-After") or "").strip()
    if said.isdecimal() and said.isascii():
        return float(said[:9])
    try:
        then = parsedate_to_datetime(said)
    except (ValueError, TypeError):
        return float(2 ** (tries - 1))
    now = datetime.now(UTC)
    return max(0.0, ((then if then.tzinfo else then.replace(tzinfo=UTC)) - now).total_seconds())


# --- redirects and passwords --------------------------------------------------------------------------------------


def _opened(request: Request, timeout: int) -> Any:
    return build_opener(_Redirects()).open(_signed(request, timeout), timeout=timeout)


def _signed(request: Request, timeout: int) -> Request:
    """The request with name and password, where the endpoint asks for them.

    It is asked first, without a body: a server that says 401 to a large one hangs up while it is still being sent.
    """
    user, password = (os.environ.get(f"LGQ_ENDPOINT_{name}") for name in ("USER", "PASSWORD"))
    if user and password:
        for scheme, challenge in _challenges(request, timeout):
            if said := _answer(request, scheme, challenge, user, password):
                request.add_unredirected_header("Authorization", said)  # so that it goes no further than here
                break
    return request


def _challenges(request: Request, timeout: int) -> list[tuple[str, str]]:
    """What a 401 asks for, digest first."""
    probe = Request(request.full_url.partition("?")[0], headers={"User-agent": request.get_header("User-agent", "")}, method="HEAD")  # fmt: skip
    try:
        build_opener(_Redirects()).open(probe, timeout=timeout).close()
    except HTTPError as error:
        with error:
            asked = error.headers.get_all("WWW-Authenticate") or [] if error.code == 401 else []
            parts = (line.partition(" ") for line in asked)
            return sorted(((scheme.lower(), rest) for scheme, _, rest in parts), reverse=True)
    return []


def _answer(request: Request, scheme: str, challenge: str, user: str, password: str) -> str | None:
    parts = urlsplit(request.full_url)
    if scheme == "digest":
        known = HTTPPasswordMgrWithDefaultRealm()
        known.add_password(None, f"{parts.scheme}://{parts.netloc}/", user, password)
        asked = parse_keqv_list([item for item in parse_http_list(challenge) if "=" in item])
        said = AbstractDigestAuthHandler(known).get_authorization(request, asked)
        return f"Digest {said}" if said else None
    if scheme == "basic" and (parts.scheme == "https" or parts.hostname in _HERE):
        return "Basic " + b64encode(f"{user}:{password}".encode()).decode("ascii")
    return None


class _Redirects(HTTPRedirectHandler):
    """Only within the server that was named (or to its https), and what was sent is sent again: a query is no page."""

    max_redirections = 5

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request:
        old, new = urlsplit(req.full_url), urlsplit(newurl)
        if code == 303 or not _same_server(old, new):
            fp.close()
            raise ValueError(f"it has moved to {_without_password(newurl)[:200]}, which is not followed")
        sent = {name: value for name, value in req.headers.items() if name != "Content-length"}
        return Request(newurl, data=req.data, headers=sent, method=req.get_method())

    http_error_308 = HTTPRedirectHandler.http_error_302


def _same_server(old: SplitResult, new: SplitResult) -> bool:
    origin = [(p.scheme, p.hostname, p.port or {"http": 80, "https": 443}.get(p.scheme)) for p in (old, new)]
    safer = (old.scheme, new.scheme, old.port or 80, new.port or 443) == ("http", "https", 80, 443)
    return "@" not in new.netloc and (origin[0] == origin[1] or (safer and old.hostname == new.hostname))
