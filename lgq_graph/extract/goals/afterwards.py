"""What the words behind a goal say of it: “… until 2019”, “SDG 14: not yet”, “SDG 7 is planned”."""

from __future__ import annotations

import re

from ...model import Modality
from .frame import Frame, Hit
from .links import WORDS
from .names import GLOSS
from .pieces import word_set
from .tense import FINITE, PAST_TENSE, TREATED

__all__ = ["said_after"]

_PRESENT = re.compile(
    r"(?i)(?<!\w)(?:is|are|has|have|will|now|contributes?|supports?|serves?|aligns?|helps?)(?!\w)"
)
_DENIED_AFTER = re.compile(
    rf"(?i)\W{{0,3}}(?:which\s|that\s)?(?:(?:is|are|was|were|has|have|does|do|will|can)\s)?(?:currently\s"
    rf"|still\s|been\s|yet\s)?"
    rf"(?:not|n['’]t|(?:is|are)n['’]t|never)\s(?:yet\s|currently\s|directly\s|be\s|been\s"
    rf"|fully\s){{0,3}}{TREATED}(?!\w)"
    rf"|\s(?:is|are|falls?|lies?)\s(?:out\sof|outside|beyond)(?!\w)"
    rf"|\W{{0,3}}[:(–—-]\s{{0,2}}(?:no|none|not(?: yet)?|n/a|nil)\s{{0,2}}(?:[).,;]|$)"
)
_PLANNED_AFTER = re.compile(
    r"(?i)\W{0,3}(?:which\s)?(?:is\s|are\s|being\s)?(?:planned|foreseen|envisaged|expected|upcoming"
    r"|in\s(?:progress|preparation)"
    r"|under\s(?:development|consideration|preparation|discussion|review|assessment|evaluation|study|way)|pending|tb[cda](?!\w)|to\sbe\s(?:confirmed|determined|defined|decided)"
    r"|(?:has|have)\syet\sto\sbe"
    rf"|(?:will|shall|should|is\sto"
    rf"|are\sto)\sbe\s(?:\w{{1,20}}ly\s)?{TREATED})(?!\w)"
)
_WEIGHED_AFTER = re.compile(
    r"(?i)\W{0,3}(?:which\s)?(?:was|were|(?:has|have|had)\sbeen|fue|ha\ssido)\s(?:\w{1,20}ly\s|also\s|once\s|only\s)?"
    r"(?:suggested|considered|proposed|discussed|examined|raised|mooted|debated|weighed|contemplated|rejected|dropped|sugerido|propuesto|considerado|discutido|descartado)(?!\w)"
)
_DENIES = re.compile(
    r"(?i)(?<!\w)(?:no|not|none|never|nobody|neither|cannot|rejected|dropped|without|ning[uú]n)(?!\w)|n['’]t(?!\w)"
)
_UNTIL = re.compile(
    r"(?i)(?<!\w)(?:until|till)\s(?:[\w\s]{0,30}?)(?:(?:19|20)\d\d(?!\d)|(?:it|they)\s(?:was|were)|(?:its"
    r"|the)\s(?:closure|end))"
    r"|(?<!\w)(?:only\s)?(?:during|for)\s(?:its|their)\s(?:term|lifetime|run|duration|operation)(?!\w)"
    r"|(?<!\w)(?:while|(?:for\s)?as\slong\sas)\s(?:it|they)\s(?:was|were|ran|lasted|existed|operated)"
)
_OVER_AFTER = re.compile(r"(?i)\W{0,3}[(,–—-]\s?(?:until|till|up to)\s(?:\w+\s)?(?:19|20)\d\d")
_ENDED = re.compile(
    r"(?i)(?<!\w)(?:discontinued|closed(?! on| at)|shut down|terminated|abolished|decommissioned|withdrawn"
    r"|phased out|suspended"
    r"|cancell?ed|taken offline|ended)(?!\w)"
)
_ENDING = word_set(
    "and but until before then it they which that has have now since in later was were is are been being the this service"
    " portal project programme program app platform initiative system when by already"
)
_NAMED_AFTER = re.compile(GLOSS)


def said_after(frame: Frame, first: Hit, last: Hit) -> Modality:
    """What the words behind an enumeration say of it: “… until 2019”, “SDG 14: not yet”, “SDG 7 is planned”."""
    before, raw = frame.before(first.span.start, 160), frame.after(last.span.end, 160)
    gloss = _NAMED_AFTER.match(raw)
    after = raw[gloss.end() :] if gloss else raw
    if _is_over(before, raw, after):
        return Modality.PAST
    if FINITE.search(re.split("[;,]", before)[-1]):
        return Modality.CURRENT
    if any(_DENIED_AFTER.match(rest) for rest in (raw, after)):
        return Modality.NEGATED
    if any(_WEIGHED_AFTER.match(rest) for rest in (raw, after)):
        return Modality.NEGATED if _DENIES.search(before + raw) else Modality.PLANNED
    planned = any(_PLANNED_AFTER.match(rest) for rest in (raw, after))
    return Modality.PLANNED if planned else Modality.CURRENT


def _is_over(before: str, raw: str, after: str) -> bool:
    """Whether the words behind a goal say that the tie ended; a plain past tense does not."""
    if _OVER_AFTER.match(raw):
        return True
    until = _UNTIL.search(after)
    if (
        until
        and ";" not in after[: until.start()]
        and PAST_TENSE.search(before)
        and not _PRESENT.search(before)
    ):
        return True
    ended = _ENDED.search(raw)
    between = WORDS.findall(raw[: ended.start()]) if ended else []
    return bool(ended) and all(word.lower() in _ENDING or word.isdigit() for word in between)
