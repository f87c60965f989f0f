"""How far a title goes: word by word to the right, until something that is not of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .draft import Page, text_before
from .patterns import MARKER
from .words import ISSUER_WORDS, OTHER_THINGS, TYPE, word_set

__all__ = ["is_head", "walk_capitals", "walk_small", "words_from"]

_JOINS = word_set("""
    of the and to in for on with by or & from at under its a de del la las los el y e en et du des à le les da do dos das em para por der die und ao aos às al alla alle dei delle della z dnia vom
""")
_ENDS_TITLE = word_set("""
    is are was were be been being has have had which that who whose where when will shall must may can could should would
    regulates regulate establishes establish provides provide applies apply defines define requires require sets states
    governs ensures guarantees entered enters came comes adopted approved enacted passed dated published issued signed
    as also but if while since because so thus not this these those our their his her it we they you he she according
    there here such including include includes no nos number
    que qui che quien cual es son fue est sont sera é são foi será è sono establece estabelece define obliga exige prévoit oblige
    prevede stabilisce aplica regla governa quale przez która który wurde ist wird które
""")
_AFTER_AND = word_set("the a an our its their his her other others also is to in at by on for with it we is")
_NOUN_AFTER_AND = re.compile(r"the [A-Z][a-z]+ of (?:the )?[a-z]")
"""What goes on with a title after "and": "the Protection of personal data", but not "the council of Lund"."""
_AS_REGARDS = re.compile(r"as (?:regards|respects|concerns|to) ")
_NEXT = re.compile(r"(?P<gap>[ \xa0]{1,2}|,[ \xa0])(?P<word>[^\W_](?:[\w'’-]|[.&/](?=\w)){0,60}|&)")
_SERIES = re.compile(
    r",\s[A-Z][\w-]{1,30}(?:\s(?:of\s|the\s){0,2}[A-Z][\w-]{1,30}){0,5},?"
    r"(?:\s(?:and|y|e)\s(?:[a-z]{2,4}\s){0,2}[A-Z]|,\s[A-Z][\w-]{1,30}\s(?:[A-Z][\w-]{1,30}\s)?and\s[A-Z])"
)
_TO = r"(?:(?:(?:à|al?|aux?|alla|alle|agli|ai|às?|aos?|des?|del|du|sur|sobre|the)\s(?:l[aeo]s?\s)?)?(?:l['’]|d['’])?)?"
_SMALL_SERIES = re.compile(
    rf"(?:,\s{_TO}[a-zà-ž]{{4,20}}(?:\s[a-zà-ž]{{2,20}}){{0,4}}){{1,3}},?\s(?:and|y|e|et)\s{_TO}[a-zà-ž]{{4,20}}(?:\s[a-zà-ž]{{2,20}}){{0,3}}(?=\s?[.;:\n(]|$)"
)
"""What shows that a comma lies within a title in small letters: "on transparency, access to information and good governance."."""


def words_from(page: Page, at: int, limit: int = 40) -> Iterator[re.Match[str]]:
    """The words from a place on, while only blanks or commas part them, up to a date; the first may start right there."""
    for _ in range(limit):
        match = _NEXT.match(page.text, at)
        if not match or len(page.dates.get(match.start("word"), (0, ""))[1]) > 4:
            return
        yield match
        at = match.end()


def walk_capitals(page: Page, start: int) -> int:
    """The end of a title whose words have capitals."""
    text, end, pending = page.text, start, 0
    for match in words_from(page, start - 1):
        word = match["word"]
        if match["gap"][0] == "," and not _goes_on(text, match.start()):
            break
        if word in ("No", "Nos", "N", "Nr") or (is_head(word) and _cites_anew(text, match)):
            break
        if word[0].isupper():
            end, pending = match.end(), 0
        elif (
            word in _JOINS
            and pending < 2
            and not (
                word == "the"
                and text_before(text, match.start(), 4) == " and"
                and not _is_topic(text, match.start("word"))
            )
        ):
            pending += 1
        else:
            break
    return end


_TOPIC = re.compile(r"the ([A-Z][\w-]{2,30}) (?:of|in|for) ")


def _is_topic(text: str, at: int) -> bool:
    """Whether "and the" goes on with what a law is on, "the Reuse of Data", and not with who or what comes next."""
    topic = _TOPIC.match(text, at)
    return (
        topic is not None
        and not OTHER_THINGS.search(topic[1])
        and topic[1].lower() not in ISSUER_WORDS | TYPE.keys()
    )


def _cites_anew(text: str, match: re.Match[str]) -> bool:
    """Whether a type word within a title starts another citation: after "and" or a comma, or with a number."""
    joined = (
        text_before(text, match.start(), 4).endswith((" and", " or", " &", " y", " e", " et", " und"))
        or match["gap"][0] == ","
    )
    return joined or bool(re.match(rf"\s(?:{MARKER}\s?)?\d", text[match.end() : match.end() + 12]))


def _goes_on(text: str, at: int) -> bool:
    """Whether a comma lies within a title: a series with its "and" follows, none of it a thing of its own."""
    match = _SERIES.match(text, at)
    if not match:
        return False
    return not any(is_head(word) or OTHER_THINGS.search(word) for word in re.findall(r"\w+", match[0]))


def walk_small(page: Page, start: int) -> int:
    """The end of a title in small letters: before a verb, a bracket, a comma, an "and" that starts something else."""
    end, before_and, joined = start, 0, False
    for match in words_from(page, start - 1, 30):
        word = match["word"].lower()
        listed = match["gap"][0] == "," and not _SMALL_SERIES.match(page.text, match.start())
        if listed or _ends(page, match) or is_head(match["word"]):
            return before_and or end
        if joined and word in _AFTER_AND and not _NOUN_AFTER_AND.match(page.text, match.start("word")):
            return before_and
        joined = word == "and"
        if joined:
            before_and = end
        elif word not in _JOINS:
            end = match.end()
    return end


def _ends(page: Page, match: re.Match[str]) -> bool:
    """Whether a word is of no title in small letters; "as regards" and "as amended" go on."""
    return match["word"].lower() in _ENDS_TITLE and not _AS_REGARDS.match(page.text, match.start("word"))


def is_head(word: str) -> bool:
    return word[0].isupper() and word.lower() in TYPE
