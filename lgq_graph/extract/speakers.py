"""Of the names that stand before a goal in its clause, those that the clause says it of.

The words between a name and the goal, and those before the name, tell: a bracket or a colon right after it, a relative clause
of its own, or its place at the beginning of a clause. What stands after a preposition or in a bracket is only spoken of in passing.
"""

from __future__ import annotations

import re

from ..model import NameMention, Span
from .kinds import KIND_NOUN

__all__ = ["JOINED", "chain", "is_possessor", "main_group", "says_more", "told_group"]

JOINED = re.compile(
    r"[\s\"”»“„«()]*(?:\([^()\n]{0,200}\)[\s\"”»“„«]*)?(?:,|and|&|as well as|, and|both|y|et|e(?=\s))\s*(?:(?:the|our|a)\s*)?(?:\w{3,12}\s[\"“„«]?\s*|[\"“„«]\s*)?",
    re.I,
)
_CLOSE = r"[\s\"”»’*\]]{0,4}(?:\([^()\n]{0,300}\)|\[[^\[\]\n]{0,200}\])?[\s\"”»]{0,3}(?:,?\s?<?(?:https?://|www\.)[^\s<>,]{1,2000}>?)?"
_BESIDE = re.compile(
    rf"{_CLOSE}\s{{0,3}}(?:[:：–—|\t/=>-]{{1,3}}|[,.]?\s?[(\[]|,)\s{{0,3}}(?:(?:un|see|cf\.|supports?|contributes? to|serves?|aligned (?:with|to)|in line with|related to|for|towards|linked to|addresses)\s)?[\"“(\[]?$",
    re.I,
)
_RELATIVE = re.compile(
    rf"{_CLOSE},?\s(?:which|that|who|all of which|both of which|each of which|que|qui|che|lequel|laquelle|(?:el|la|o|a|il|la) (?:cual|qual|quale))\s(?P<says>.*)",
    re.S,
)
_REDUCED = re.compile(
    rf"{_CLOSE},\s(?:\w+ly\s)?[a-z]{{2,16}}(?:ed|en|wn|pt|ut|lt|de)\s[^,;:]{{0,160}}\sand\s(?:(?:also|fully|thus|now|\w+ly)\s)?(?:aligned|linked|tied|mapped|related|dedicated|devoted|connected|committed)\s(?:with|to)\s(?:(?:the|UN|both)\s)*[\"“]?$"
)
"""A relative clause without its "which is", whose last words tie a thing to a goal: "the Plan, drawn up with experts and aligned with …"."""
_MAIN_VERB = re.compile(
    r",\s(?:(?:also|thus|directly|therefore|is|are|was|were|has|have)\s){0,3}(?:is|are|was|were|has|have|supports?|contributes?|serves?|aligns?|addresses|promotes?|responds?|advances?|helps?"
    r"|aligned|linked|related|intended|relates?|corresponds?|meets?|furthers?|fosters?)\s",
    re.I,
)
_BOUNDARY = re.compile(
    r"^|[,;:–—]\s|[.!?]\s|\s-\s|\b(?:and|but|while|whereas|because|since|both|also|or|if|when|where|although|however|whilst|y|und|et|e)\s",
    re.I,
)
_DETERMINER = re.compile(
    r"(?i)(?:the|our|a|an|its|their|this|another|both|each|all|new|city['’]s)$|(?-i:[A-ZÀ-Þ])"
)
_NO_SUBJECT = frozenset(
    """we it they there here he she you i who which that is are was were be been has have had can could may might must will would shall should do does did
    use run offer operate provide manage maintain develop launch create have see visit with in on at of by for from to through via under using into within
    about between among per than as like after before during until against across over thanks such besides including named called not no
    con com avec mit en em dans sur sous por para pour según selon segundo secondo""".split()
)
_FAR = 600
"""How far words are looked at around a name, so that a sentence without an end takes no more than its length."""
_OBLIQUE = re.compile(
    r"(?i)\b(?:of|by|in|on|at|with|from|for|to|under|via|through|into|within|using|like|than|as|between|among|per|against|across|after|before|"
    r"called|including|named|on top of|based on|de|del|du|von)\s(?:[\w'’-]+\s){0,4}$"
)
_OF = re.compile(
    r"(?i)\b(?:of|by|from|de|del|du|von)\s(?:(?:the|our|its|company|authority|agency|department|association|city)\s){0,3}$"
)


def chain(text: str, names: tuple[NameMention, ...], own: list[int], at: int) -> list[int]:
    """The names that are joined by "and" or commas to the one at a place of `own`, before it."""
    group = [own[at]]
    for i in reversed(own[:at]):
        if not JOINED.fullmatch(text, names[i].span.end, names[group[0]].span.start):
            break
        group.insert(0, i)
    return group


def told_group(
    text: str, names: tuple[NameMention, ...], clause: Span, own: list[int], goal: int
) -> tuple[int, ...] | None:
    """The names that are shown to be meant: beside the goal, with a relative clause of their own, or as subjects of their clause."""
    last = chain(text, names, own, len(own) - 1)
    after = text[max(names[last[-1]].span.end, goal - _FAR) : goal]
    if _BESIDE.match(after) or _relates(after) or _REDUCED.match(after):
        return tuple(last)
    at = len(own) - 1
    while at >= 0:
        group = chain(text, names, own, at)
        if is_subject(text, clause, names[group[0]].span.start, goal):
            return tuple(group)
        if len(group) > 1 and re.match(rf"{_CLOSE}\s\w+s\s", text[names[group[-1]].span.end : goal]):
            return (group[-1],)
        at -= len(group)
    return None


def main_group(
    text: str, names: tuple[NameMention, ...], clause: Span, own: list[int]
) -> tuple[int, ...] | None:
    """The first things of a clause that do not stand after a preposition or in a bracket; else the last ones, unless something
    that has no name is only "of" or "by" them."""
    for at in range(len(own)):
        start = names[own[at]].span.start
        before = text[max(clause.start, start - _FAR) : start]
        if not _OBLIQUE.search(before.rstrip("\"“„«‘'")[-80:]) and not _in_bracket(before):
            return tuple(_onwards(text, names, own[at:]))
    last = chain(text, names, own, len(own) - 1)
    return None if is_possessor(text, clause, names[last[0]].span.start) else tuple(last)


def is_possessor(text: str, clause: Span, start: int) -> bool:
    """Whether something is said to be "of" or "by" the name that begins at a place."""
    return bool(_OF.search(text[max(clause.start, start - 60) : start].rstrip("\"“„«‘'")))


def _onwards(text: str, names: tuple[NameMention, ...], own: list[int]) -> list[int]:
    group = own[:1]
    for i in own[1:]:
        if not JOINED.fullmatch(text, names[group[-1]].span.end, names[i].span.start):
            break
        group.append(i)
    return group


def _relates(after: str) -> bool:
    """Whether the words between a name and a goal are a relative clause of that name, and no main verb follows it."""
    relative = _RELATIVE.match(after)
    return bool(relative and not says_more(relative["says"]))


def says_more(relative: str) -> bool:
    """Whether a main verb follows a relative clause: "which is run by residents, serves"."""
    return bool(_MAIN_VERB.search(relative))


def is_subject(text: str, clause: Span, start: int, goal: int) -> bool:
    """Whether a name begins a clause: nothing stands between it and the clause's edge but an article and what kind it is."""
    before = text[max(clause.start, start - 160) : start].rstrip("\"“„«‘'([")
    stop = min(goal, start + _FAR)
    if _in_bracket(before) and text.count(")", start, stop) > text.count("(", start, stop):
        return False
    edge = max((match.end() for match in _BOUNDARY.finditer(before)), default=0)
    words = before[edge:].split()
    if not words:
        return True
    told = bool(_DETERMINER.match(words[0])) or bool(KIND_NOUN.fullmatch(words[-1]))
    return len(words) <= 6 and told and not any(map(_is_verb, words))


def _is_verb(word: str) -> bool:
    """Whether a word before a name shows that the name is its object, or stands after a preposition."""
    low = word.lower().strip(",.:;")
    if low in _NO_SUBJECT or (low.endswith("ing") and word[:1].isupper()):
        return True
    ends = low.endswith(("ed", "s")) and not low.endswith(("'s", "’s", "ss", "us"))
    return ends and not KIND_NOUN.fullmatch(low)


def _in_bracket(before: str) -> bool:
    return before.count("(") > before.count(")") or before.count("[") > before.count("]")
