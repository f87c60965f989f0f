"""What a page prints at its head and foot: numbers of pages, and lines that recur with at most a number changed."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from ..model import Document

__all__ = ["running_lines", "without_running_lines"]

_PAGE = re.compile(
    r"(?i)[\s|·•–—-]*(?:(?:page|pg\.?|p\.|seite|página|pagina|стр\.?|sayfa|sida|strana)\s{0,2}\d{1,3}(?:\s?(?:of|/|von|de|sur|di|из)\s?\d{1,3})?)[\s|·•–—-]*"
    r"|[-–—|]\s?\d{1,3}\s?[-–—|]"
)
_CUE = re.compile(r"(?i)\s[|·•]\s|(?<!\w)(?:lgq|questionnaire|(?:page|seite|página|p\.)\s?#)(?!\w)")
_SAYS = re.compile(r"[.!?:;]$|https?:|www\.|^[\W\d_]{0,3}(?:yes|no)\b|[☐☑☒□■○●◯◉]|\[[ xX]?\]", re.I)
_LONGEST, _FEWEST = 160, 3


def without_running_lines(document: Document) -> Document:
    """The document without page numbers, and without lines that recur beside them or look like a title of the paper."""
    gone = running_lines(document)
    return replace(
        document, blocks=tuple(block for at, block in enumerate(document.blocks) if at not in gone)
    )


def running_lines(document: Document) -> frozenset[int]:
    """The places of these lines."""
    blocks = document.blocks
    pages = [bool(_PAGE.fullmatch(block.text)) for block in blocks]
    keys = [
        "" if page or block.mark is not None else _key(block.text)
        for block, page in zip(blocks, pages, strict=True)
    ]
    count = Counter(filter(None, keys))
    beside = Counter(key for at, key in enumerate(keys) if key and any(pages[max(0, at - 1) : at + 2]))
    running = {
        key
        for key, times in count.items()
        if times >= _FEWEST and (_CUE.search(key) or 2 * beside[key] >= times)
    }
    places = zip(pages, keys, strict=True)
    return frozenset(at for at, (page, key) in enumerate(places) if page or key in running)


def _key(text: str) -> str:
    """A line that can be one of many alike: without its numbers; empty when it says something, or asks to be ticked."""
    words = " ".join(text.split())
    if len(words) > _LONGEST or len(words.split()) < 2 or _SAYS.search(words):
        return ""
    return re.sub(r"\d+", "#", words.casefold())
