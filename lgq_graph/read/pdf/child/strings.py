"""Texts out of pdfium, which is asked for their length first."""

from __future__ import annotations

import ctypes
from collections.abc import Callable

__all__ = ["string", "string16"]


def string(call: Callable[..., int]) -> str:
    """The text that a function of pdfium gives in bytes."""
    length = call(None, 0)
    buffer = ctypes.create_string_buffer(length)
    call(buffer, length)
    return buffer.raw[:length].rstrip(b"\0").decode("utf-8", "replace")


def string16(call: Callable[..., int]) -> str:
    """The same for functions that give UTF-16."""
    length = call(None, 0)
    buffer = ctypes.create_string_buffer(length + 2)
    call(ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length)
    return buffer.raw[:length].decode("utf-16-le", "replace").rstrip("\0")
