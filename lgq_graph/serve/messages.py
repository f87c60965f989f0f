"""What goes between the server and a worker: a head in JSON and a body of bytes, each with its length before it."""

from __future__ import annotations

import json
import socket
import struct
from collections.abc import Iterator
from typing import Any

__all__ = ["LENGTHS", "packed", "receive", "send"]

LENGTHS = struct.Struct("!IQ")
"""The lengths of head and body."""

_PIECE = 1 << 18


def packed(head: dict[str, Any], body: bytes = b"") -> bytes:
    """A message as bytes."""
    text = json.dumps(head).encode()
    return LENGTHS.pack(len(text), len(body)) + text + body


def send(channel: socket.socket, head: dict[str, Any], body: bytes = b"") -> None:
    """Send a message; a large body is not copied."""
    text = json.dumps(head).encode()
    channel.sendall(LENGTHS.pack(len(text), len(body)) + text)
    if body:
        channel.sendall(body)


def receive(channel: socket.socket) -> dict[str, Any] | None:
    """The head of the next message, which has no body; None when the other side is gone."""
    lengths = b"".join(_read(channel, LENGTHS.size))
    if len(lengths) < LENGTHS.size:
        return None
    head: dict[str, Any] = json.loads(b"".join(_read(channel, LENGTHS.unpack(lengths)[0])))
    return head


def _read(channel: socket.socket, count: int) -> Iterator[bytes]:
    while count and (piece := channel.recv(min(count, _PIECE))):
        count -= len(piece)
        yield piece
