"""A page saved in one file with its pictures: a message in several parts, of which the page is the first.

The parser of the standard library is not used: it recurses as deep as the message nests, and takes minutes for a
message of boundaries alone.
"""

from __future__ import annotations

import binascii
import re

__all__ = ["is_archive", "page_in"]

_HEADER = re.compile(rb"(?:From|Subject|MIME-Version|Content-Type|Snapshot-Content-Location)\s?:", re.I)
_BOUNDARY = re.compile(rb"boundary\s?=\s?\"?([^\"\s;]{1,100})", re.I)
_PAGE = re.compile(rb"content-type\s?:\s{0,9}text/html", re.I)
_CHARSET = re.compile(rb"charset\s?=\s?\"?([\w.:-]{2,40})", re.I)
_CODED = re.compile(rb"content-transfer-encoding\s?:\s{0,9}(base64|quoted-printable)", re.I)
_LONGEST_HEAD, _MOST_PARTS = 8_000, 20


def is_archive(data: bytes) -> bool:
    """Whether a file begins as a message does."""
    return _HEADER.match(data) is not None


def page_in(data: bytes) -> tuple[bytes, bytes] | None:
    """The page and the charset that its part tells; None when there is none."""
    data = data.replace(b"\r\n", b"\n")
    boundary = _BOUNDARY.search(data[:_LONGEST_HEAD])
    parts = data.split(b"\n--" + boundary[1], _MOST_PARTS)[:_MOST_PARTS] if boundary else [data]
    for part in parts:
        head, _, body = part.partition(b"\n\n")
        if _PAGE.search(head[:_LONGEST_HEAD]):
            charset = _CHARSET.search(head[:_LONGEST_HEAD])
            return _uncoded(body, head[:_LONGEST_HEAD]), charset[1] if charset else b""
    return None


def _uncoded(body: bytes, head: bytes) -> bytes:
    coded = _CODED.search(head)
    if coded is None:
        return body
    try:
        return binascii.a2b_base64(body) if coded[1].lower() == b"base64" else binascii.a2b_qp(body)
    except binascii.Error:
        return b""
