"""Names of other tongues that write a capital only at their beginning: where "Vodní linka" begins and ends in an English sentence.

The words in small letters behind a name are its own when they are no English words as far as is known, and what follows them
closes a name: a mark, a relative pronoun or a verb of the sentence.
"""

from __future__ import annotations

import re

from .name_words import is_common
from .wording import GENERIC, VERBS

__all__ = ["begins_at", "with_tail"]

_WORD = re.compile(r"[ \xa0]([^\W\d_][\w’']{2,24})(?![\w@./-]*[\w@/-])")
_PLACE = re.compile(r"[ \xa0](?P<small>[^\W\d_A-ZÀ-Þ]{1,8})[ \xa0][A-ZÀ-ÞŁŠŽČĆŚŹŻŐŰİ][\w’'-]{1,30}(?!\w)")
"""A small word with the name of a place: "v Exampletonu"."""
_MARK = re.compile(r"[\"”»“]?(?:[,.;:)]|\s(?:and|or|&)\s(?=[A-ZÀ-Þ])|\s[(–—]|\s[\"“„«]|\s{0,3}$|\n)")
_GOES_ON = re.compile(
    r"[\"”»“]?\s(?:which|that|who|whose|is|are|was|were|has|have|had|can|may|will|must|made|works?|helps?|shows?|gives?|offers?|provides?|supports?|serves?|lets|allows?|takes?|sends?|did|does|carried|carries|tells?|warns?|informs?|controls?|measures?|maps|displays?|covers?|connects?|collects?|publishes|reports|lists?|contains?|includes?|monitors?|records|brings|answers|enables?|reduces?|improves?|creates?|builds|plants|teaches|trains|organi[sz]es|prepares?|saves?)\s"
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

_SMALL = frozenset(
    """v ve vo w we na z ze za o u se k ke pro dla pod nad bez od po při pri przy przez med iz uz kod ob i és
    města mesta město mesto miasta miasto grada obce gminy kaupungin linnan""".split()
)
"""Prepositions and words for "of the town" of tongues that keep them small within a name: "Lávka v Exampletonu"."""
_ENGLISH_AROUND = re.compile(r"(?<!\w)(?:[Tt]he|and|which|with|has|this|[Ii]ts?|our|from)(?!\w)")
_AROUND = 150


def begins_at(text: str, place: int, floor: int, *, inflected: bool = False) -> int | None:
    """Where a name begins that small words tie to its capital at a place: "Most nad | Orlicí", "Parki w | Exampletonie".

    They must be no English words, and one of them surely of another tongue, or the name that they lead to, if it is `inflected`;
    they must stand in an English sentence: in another tongue they are words of its own.
    """
    before = _WORDS_BEFORE.search(text, max(floor, place - 100), place)
    if (
        before is None
        or before["first"].lower() in VERBS | GENERIC | _OPENING
        or not _in_english(text, place)
    ):
        return None
    small = before["small"].split()
    sure = inflected or any(word in _SMALL or not word.isascii() for word in small)
    return before.start() if sure and all(word in _SMALL or _is_foreign(word) for word in small) else None


_WORDS_BEFORE = re.compile(
    r"(?<!\w)(?P<first>[A-ZÀ-ÞŁŠŽČĆŚŹŻŐŰİ][^\W\d_]{1,24})(?P<small>(?:[ \xa0][^\W\d_A-ZÀ-Þ]{1,20}){1,3})[ \xa0]$"
)
_OPENING = frozenset(
    "the a an in at on for from with by to under our its this that we it they and or".split()
)


def _in_english(text: str, at: int) -> bool:
    """Whether the words around a place are those of an English sentence."""
    return _ENGLISH_AROUND.search(text, max(0, at - _AROUND), at + _AROUND) is not None


def with_tail(text: str, end: int) -> int:
    """The end of a name that goes on in small letters behind `end`, as in "Vodní linka"; `end` where it does not."""
    last = end
    for _ in range(3):
        if (place := _PLACE.match(text, last)) and place["small"] in _SMALL and _in_english(text, end):
            last = place.end()
            continue
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
