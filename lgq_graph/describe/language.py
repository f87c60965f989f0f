"""The language of an answer, as far as a few function words tell it; `und` where they do not."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["language_of"]

_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset("the of and for is are to in with that by on this which from be as can city".split()),
    "es": frozenset("el la los las de del y para es son en con que por una un se al".split()),
    "fr": frozenset("le la les des du et pour est sont dans avec que par une un au aux sur".split()),
    "pt": frozenset("o os as da do das dos e para são em com que por uma um não no na".split()),
    "de": frozenset("der die das und für ist sind im mit den dem von zu auf ein eine".split()),
    "it": frozenset("il lo gli di della del e per sono con che una un nel alla".split()),
}


@lru_cache(maxsize=1024)
def language_of(text: str) -> str:
    """A BCP 47 tag: the language whose function words are clearly the most frequent, else `en` for short plain ASCII, else `und`."""
    words = re.findall(r"[^\W\d_]+", text[:20_000].lower())
    if not words:
        return "und"
    counts = sorted(
        ((sum(word in known for word in words), tag) for tag, known in _WORDS.items()), reverse=True
    )
    (most, tag), (second, _) = counts[0], counts[1]
    if most >= 2 and most > 1.3 * second and most * 20 >= len(words):
        return tag
    if text.isascii() and (len(words) <= 12 or counts[0][1] == "en"):
        return "en"
    return "und"
