"""The language of an answer, as its script and a few function words tell it; `und` where they do not."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["language_of"]

_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset(
        "the of and for is are to in with that by on this which from be as can city it has was not we our".split()
    ),
    "es": frozenset(
        "a el la los las de del y para es son en con que por una un se al su lo como más no aún hay sí desde hasta todavía ya menos"
        " está están fue nuestro nuestra ciudad ninguno ninguna entre sobre también cada mes año sin".split()
    ),
    "fr": frozenset(
        "a le la les des de du et pour est sont dans avec que par une un au aux sur en il ne pas ce cette à oui non depuis encore"
        " moins plus notre ville aucun aucune entre aussi chaque mois an sans été".split()
    ),
    "pt": frozenset(
        "o os a as de da do das dos e para são em com que por uma um não no na ao à foi mais é ainda sim desde até menos está estão"
        " nosso nossa cidade nenhum nenhuma entre sobre também cada mês ano sem já".split()
    ),
    "de": frozenset("der die das und für ist sind im mit den dem von zu auf ein eine".split()),
    "it": frozenset("il lo gli di della del e per sono con che una un nel alla".split()),
}
_SCRIPTS = (  # a letter that only some languages of a script have tells these apart, before the script does
    ("ja", re.compile("[\u3041-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u3400-\u9fff]")),
    ("uk", re.compile("[іїєґІЇЄҐ]")),
    ("und", re.compile("[ўқғҳәңөұүһђјљњћџѓќѕ\u067e\u0686\u06af\u06a9\u06cc\u0679\u06d2]", re.I)),
    ("ru", re.compile("[а-яёА-ЯЁ]")),
    ("ar", re.compile("[\u0621-\u064a]")),
)
_SHORT = 4
"""Words of an answer whose only function word tells its language: “Sí, desde 2019”."""
_LETTERS = re.compile(r"[^\W\d_]")
_FOREIGN = re.compile("[\u0400-\u04ff\u0600-\u06ff\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,2000}")


@lru_cache(maxsize=1024)
def language_of(text: str) -> str:
    """A BCP 47 tag: of the script most is written in; else of the function words that are clearly the most frequent;
    else `en` for short plain ASCII, else `und`."""
    text = _ADDRESS.sub(" ", text[:20_000])
    return _by_script(text) or _by_words(text)


def _by_script(text: str) -> str:
    """The language that a script other than Latin tells; names in Latin letters may stand between."""
    foreign = len(_FOREIGN.findall(text))
    if (
        foreign * (5 if "\u3400" <= max(text, default="") <= "\ud7af" else 2) < len(_LETTERS.findall(text))
        or not foreign
    ):
        return ""
    return next((tag for tag, letters in _SCRIPTS if letters.search(text)), "und")


def _by_words(text: str) -> str:
    words = re.findall(r"[^\W\d_]+", text.lower())
    if not words:
        return "und"
    counts = sorted(
        ((sum(word in known for word in words), tag) for tag, known in _WORDS.items()), reverse=True
    )
    (most, tag), (second, _) = counts[0], counts[1]
    if most >= 2 and most > 1.3 * second and most * 20 >= len(words):
        return tag
    if most == 1 and not second and len(words) <= _SHORT:
        return tag
    if text.isascii() and (len(words) <= 12 or counts[0][1] == "en"):
        return "en"
    return "und"
