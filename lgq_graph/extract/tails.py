"""Names of other tongues that write a capital only at their beginning: where "Vodní linka" ends in an English sentence.

The words in small letters behind a name are its own when they are no English words as far as is known, and what follows them
closes a name: a mark, a relative pronoun or a verb of the sentence.
"""

from __future__ import annotations

import re

from .name_words import is_common
from .wording import GENERIC, VERBS

__all__ = ["with_tail"]

_WORD = re.compile(r"[ \xa0]([^\W\d_][\w’']{2,24})(?![\w@./-]*[\w@/-])")
_MARK = re.compile(r"[\"”»“]?(?:[,.;:)]|\s(?:and|or|&)\s(?=[A-ZÀ-Þ])|\s[(–—]|\s[\"“„«]|\s{0,3}$|\n)")
_GOES_ON = re.compile(
    r"[\"”»“]?\s(?:which|that|who|whose|is|are|was|were|has|have|had|can|may|will|must|made|works?|helps?|shows?|gives?|offers?|provides?|supports?|serves?|lets|allows?|takes?|sends?|did|does|carried|carries|tells?|warns?|informs?|controls?|measures?)\s"
)
_JOINS = re.compile(r"[\"”»“]?\s(?:and|or|in|on|at|for|with|by|from|to|of|since|as)\s")
_INFLECTED = ("s", "ing", "en")
_ADVERBIAL = ("ly", "wide", "wise", "ward", "wards", "ed")
_ENGLISH = frozenset(
    """together alone abroad nearby itself themselves ahead elsewhere everywhere anew apart instead meanwhile onwards beforehand overnight
    outdoors indoors throughout altogether alike today tomorrow yesterday again too met ran sat went came gave took got led fell rose
    grew sold paid won lost kept left said told spoke wrote built bought sent held ran began became""".split()
)
_PLURAL = re.compile(r"(?:[^aiuyo]|[aeo]y)s$")
"""How plurals and verbs of English end; "vandenys" and "mygtukas" do not."""
_SERIES = re.compile(r",\s\w{1,30}(?:s|ed)(?:,|\s(?:and|or)\s)")
"""What shows that a word before it was a verb too: "delivers, installs and maintains"."""


def with_tail(text: str, end: int) -> int:
    """The end of a name that goes on in small letters behind `end`, as in "Vodní linka"; `end` where it does not."""
    last = end
    for _ in range(3):
        word = _WORD.match(text, last)
        if word is None or not _is_foreign(word[1]):
            break
        last = word.end()
        if _may_be_verb(word[1]):
            break
    return last if last > end and _closes(text, last) else end


def _is_foreign(word: str) -> bool:
    """Whether a word in small letters is none that English sentences use behind a name."""
    if not word.islower() or word in VERBS | GENERIC | _ENGLISH or word.endswith(_ADVERBIAL):
        return False
    if word.isascii() and _PLURAL.search(word):
        return False
    ends = (("ies", "y"), ("s", ""), ("es", ""), ("ing", ""), ("ing", "e")) if word.isascii() else ()
    forms = (word.removesuffix(end) + more for end, more in ends if word.endswith(end))
    return not any(map(is_common, (word, *forms)))


def _closes(text: str, end: int) -> bool:
    """Whether a name may end at a place; not behind what may be a verb of English, unless a mark or another verb follows."""
    if _GOES_ON.match(text, end):
        return True
    if _MARK.match(text, end):
        return not _SERIES.match(text, end)
    word = text[max(0, end - 30) : end].rpartition(" ")[2]
    return bool(_JOINS.match(text, end)) and not _may_be_verb(word)


def _may_be_verb(word: str) -> bool:
    """Whether a word has an ending of English verbs."""
    return word.isascii() and word.endswith(_INFLECTED)
