"""What a sentence speaks of when it names nothing itself: the thing or things spoken of before, the city, or neither."""

from __future__ import annotations

import re
from enum import Enum

from ..model import Span

__all__ = ["Subject", "subject_of_clause"]


class Subject(Enum):
    """The subject of a clause that is no name: what was named before, one or several; the city; nothing; or unknown."""

    ONE = "one"
    SEVERAL = "several"
    CITY = "city"
    NOTHING = "nothing"
    UNKNOWN = "unknown"


_NOUN = (
    "service|portal|platform|app|application|project|system|tool|site|initiative|programme|program|website|web site|scheme|strategy"
    "|plan|roadmap|policy|solution|map|page|register|dashboard|network|product|campaign|measure|chatbot|card|channel|instrument|one"
)
_OWN = r"(?:digital |electronic |online |mobile |new |same |above |said |web |smart |open |city |municipal |two |three |four |five )"
_ONE = re.compile(
    rf"(?i)(?:it|this|that|the latter|(?:this|that) {_OWN}{{0,2}}(?:{_NOUN})|(?:the|the same) {_OWN}{{0,2}}(?:{_NOUN})(?! of\b))(?![\w-]|['’]s\b)"
)
_SEVERAL = re.compile(
    rf"(?i)(?:(?:together,? )?(?:they|both|these|those)|all(?: of)? (?:them|these|those)|all (?:two|three|four|five)|each(?: of (?:them|these))?"
    rf"|(?:both|(?:all )?(?:of )?(?:these|those|the)) {_OWN}{{0,2}}(?:{_NOUN}|strategie|policie)e?s(?! of\b))(?![\w-])"
)
_ADVERB = re.compile(
    r"(?i)\s{0,3}(?:(?:and|but|also|thus|hence|so|besides|moreover|furthermore|additionally|finally|likewise|similarly|overall|therefore|accordingly"
    r"|currently|today|now|here|together|yes|thereby|in particular|in addition|as a (?:whole|result)|in this way|(?:in|by) doing so|(?:in|by|with|as|through|thanks to|besides|under|for|since"
    r"|while|when|after|according to|due to|via|along with|together with|on|at|from|because)(?= )[^,.;:\n]{1,120}(?=,)),?\s{1,3}){1,4}"
)
_CITY = re.compile(
    r"(?i)(?<!\w)(?:we|our|ours|us|(?:the|this|a|its) (?:[\w-]{1,20} ){0,2}(?:city|municipality|town|township|commune|capital|metropolis|city hall"
    r"|city council|local government|city government|city administration|municipal government|administration|council|local authority)"
    r"|(?:city|municipality|town|government|council|mayor|administration) of|city['’]s|municipal(?:ity['’]s)?)(?!\w)"
)
_TIES = re.compile(
    r"(?i)(?:\W|\d|\b(?:yes|and|or|also|which|contribut\w{1,6}|support\w{0,3}|serv\w{1,3}|align\w{0,4}|help\w{0,3}|address\w{0,3}|promot\w{1,3}"
    r"|in|line|with|to|by|the|of|for|is|are|un|sdgs?|goals?|targets?|sustainable|development|directly|mainly|related|relat\w{1,3}|linked|link"
    r"|towards?|on|not|only|but|will|achiev\w{1,4}|advanc\w{1,4}|implementation|corresponds?|achievement|target\w{0,3}|nos?)\b)*+"
)


def subject_of_clause(text: str, clause: Span, city: str) -> Subject:
    """What the words of a clause, up to the goal or number it reports, say that it speaks of; `city` is the city's name."""
    words = clause.of(text)
    if _TIES.fullmatch(words):
        return Subject.NOTHING
    opening = _ADVERB.match(words)
    for start in (0, opening.end() if opening else 0):
        if _SEVERAL.match(words, start):
            return Subject.SEVERAL
        if _ONE.match(words, start):
            return Subject.ONE
    named = bool(city) and _opens_with_city(words, (0, opening.end() if opening else 0), city)
    return Subject.CITY if named or _CITY.search(words) else Subject.UNKNOWN


def _opens_with_city(words: str, starts: tuple[int, int], city: str) -> bool:
    """Whether the city's name is the subject, and not a part of another name: "Exampleton supports …", not "Green Exampleton 2030"."""
    name = re.compile(rf"(?i:the )?{re.escape(city)}(?: City)?(?:['’]s)?(?=,? [a-z(]|\W*$)")
    return any(name.match(words, start) for start in starts)
