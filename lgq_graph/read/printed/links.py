"""Links as they are printed: the words, and behind them where they lead."""

from __future__ import annotations

import re
from urllib.parse import unquote

__all__ = ["is_public", "shown_with"]

_LONGEST_LINK = 2000
_OUTSIDE = ("http://", "https://", "ftp://", "mailto:")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.I)
_SCHEME = re.compile(r"(?:https?|ftp)://(?:www\.)?|mailto:|www\.", re.I)
_CUT_OFF = ("…", "...")


def is_public(target: str) -> bool:
    """Whether a link leads to a page or a mailbox, and not to a file on someone's disk."""
    return target.lower().startswith(_OUTSIDE) and len(target) <= _LONGEST_LINK


def shown_with(words: str, target: str) -> str:
    """The words of a link and its target in brackets; one of them alone where both say the same.

    Words that are an address themselves are what the city wrote and win, for its target may be the one of an older
    text or of a mail filter; unless they are cut off, or lack what makes an address.
    """
    core = words.strip()
    target = target.strip()
    address = target[len("mailto:") :].partition("?")[0] if target.lower().startswith("mailto:") else target
    if not core:
        return words or address  # a picture has no words; a blank is what is left of a link
    if core.endswith(_CUT_OFF) and _ADDRESS.match(core):
        return words.replace(core, address)
    if _ADDRESS.search(core):
        return words
    if _key(core) == _key(address):
        return words.replace(core, address)
    if _key(address) in _key(core):
        return words
    end = len(words.rstrip())
    return f"{words[:end]} ({address}){words[end:]}"


def _key(address: str) -> str:
    return unquote(_SCHEME.sub("", address, count=1)).rstrip("/").casefold()
