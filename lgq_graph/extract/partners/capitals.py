"""The names of a sentence: runs of capitalised words with the small words that join them, or what a script without capitals tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...gazetteer import find_country, is_place
from .ordinary import GENERIC
from .organisations import organisation_kind
from .scripts import scripted_names

__all__ = ["JOINERS", "SMALL", "WORD", "cleaned", "names"]

WORD = re.compile(r"(?![ldLD]['’][A-ZÀ-Þ])[^\W_](?:[\w'’‐]|[-.&](?=\w)){0,60}")
JOINERS = frozenset(
    """of de la le les el los las del della delle di da do dos das du des van von der den am an im upon sur sous
ob nad na es ez al ul ed""".split()
)
SMALL = frozenset("and the for in y et e und".split())
_FOR = frozenset(["for", "on", "in", "the"])
_HEADED = re.compile(
    r"(?i)^(?:[\w'’-]+ ){0,3}(?:dialogue|campaign|movement|platform|observatory|institute|foundation|network|alliance|ministry|agency|cent(?:re|er)|programme|council|association|organi[sz]ation|federation|forum|fund"
    r"|university|committee|commission|covenant|mayors|coalition|partnership|department|school|society|union|league)\b"
)
_CAUSES = frozenset(
    "Africa Europe Asia America Good Humanity All Change Life Everyone People Democracy Climate Sustainability Development Peace Health".split()
)
_ABBREVIATED = frozenset("St Ste Sto Sta Mt Ft Dr Mr Mrs Ms Prof Hon Eng Ing Sr Sra".split())
_STOP = frozenset(
    """com con avec mit entre además también também aussi en em na dans desde aus the our with in yes no and also as from for we its this these those that since currently by at to on
    of it they both some other others a an among between including through under within together moreover
    furthermore however additionally is are was has have examples example such e.g i.e not none all my
    their there here if when while or but""".split()
)


def names(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names of a stretch: written with capitals, or in a script that has none."""
    found = _capitalised(text, start, end)
    return found if text.isascii() else iter(sorted([*found, *scripted_names(text, start, end)]))


def _capitalised(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, with the small words that join them ("Rio de Janeiro")."""
    first = last = pending = -1
    for word in WORD.finditer(text, start, end):
        near = last >= 0 and _near(text, last, word.start()) and word.start() - first < 120
        if _is_name(word[0]):
            if first < 0 or not (near or (pending >= 0 and _near(text, pending, word.start()))):
                if first >= 0:
                    yield first, last
                first = word.start()
            last, pending = word.end(), -1
        elif (
            first >= 0
            and (near or pending >= 0)
            and (_joins(text[first:last], word[0]) or _serves(text, first, last, word))
            and _near(text, max(last, pending), word.start())
        ):
            pending = word.end()
        elif first >= 0:
            yield first, last
            first = last = pending = -1
    if first >= 0:
        yield first, last


def _joins(name: str, word: str) -> bool:
    return word in JOINERS or (word in _FOR and bool(_HEADED.search(name)))


def _serves(text: str, first: int, last: int, word: re.Match[str]) -> bool:
    """Whether "for" goes on in the name of who serves a cause or a place: "Code for Africa"."""
    name, following = text[first:last], WORD.match(text, word.end() + 1)
    if (
        word[0] != "for"
        or following is None
        or not following[0][:1].isupper()
        or is_place(name)
        or find_country(name)
    ):
        return False
    return following[0] in _CAUSES or is_place(following[0]) or find_country(following[0]) is not None


def _near(text: str, end: int, start: int) -> bool:
    gap = text[end:start]
    if gap in (" ", "\u00a0", "  ", " l’", " d’", " l'", " d'"):
        return True
    return gap == ". " and text[max(0, end - 4) : end].rsplit(None, 1)[-1].lstrip("(,-") in _ABBREVIATED


def _is_name(word: str) -> bool:
    if not any(c.isupper() for c in word) or "://" in word or len(word) > 50:
        return False
    return not (word.lower() in _STOP and (word.istitle() or len(word) == 1))


def cleaned(name: str, start: int) -> tuple[str, int]:
    """The name without generic words that lead it ("Sister City Berlin"), unless they are part of it ("City of …")."""
    name = re.sub(r"(?:['’]s?|\s(?:of|de|y|en|und))$", "", name)
    role = _ROLE.match(name)
    name, start = (name[role.end() :], start + role.end()) if role else (name, start)
    if organisation_kind(name):
        return name, start
    words = name.split(" ")
    lead = 0
    while lead < len(words) - 1 and words[lead].lower() in _LEADING:
        joined = words[lead + 1].lower() in JOINERS
        if joined and words[lead].lower() not in _BONDS:
            break
        lead += 2 if joined else 1
    rest = " ".join(words[lead:])
    return rest, start + len(name) - len(rest)


_ROLE = re.compile(r"(?i)(?:members?|signator(?:y|ies)|participants?)\s(?:of|in|to)\s(?:the\s)?(?=\S)")
"""What the city is in a network, which opens its line: "Member of Foonet"."""
_BONDS = frozenset("partner partners member members".split())
_LEADING = (
    GENERIC
    - frozenset(
        """mr mrs ms dr prof mayor president minister governor director university network north south east west
latin national international smart digital europe europa asia public society project""".split()
    )
) | {"friendship", "twinned"}
