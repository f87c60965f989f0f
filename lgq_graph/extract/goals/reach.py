"""Whether a cue such as “not” or “will” reaches over the words between it and a goal."""

from __future__ import annotations

import re

from .links import WORDS
from .pieces import word_set
from .tense import FINITE, PAST_TENSE

__all__ = ["governs", "is_aside"]

_CLAUSE = re.compile(
    r"(?i);|(?<!\w)(?:but|however|while|whereas|although|though|nevertheless|nonetheless)(?!\w)"
    r"|,\s(?:and\s|so\s)?(?:it|they|we|this|these|our|he|she|which|who|thus|thereby|hence)(?!\w)"
    r"|,\s(?:directly\s|also\s)?(?:contributing|supporting|promoting|advancing|helping|serving|aligning"
    r"|addressing)(?!\w)"
)
_INSERTION = re.compile(
    r"(?i)^\s?(?:\([^()]{1,120}\)|[,–—]\s?(?:as|contrary|despite|in spite|at least|unlike|whatever|in our|to our|so far|for now|strictly|it (?:must|should))[^,–—;()]{0,120}[,–—])(?=\s)"
)
_STILL = re.compile(r"^[^;,.]{0,40}[;,]\s(?:and\s)?(?:it|they|which)(?=\s)", re.I)
_NOW = re.compile(r"(?i)(?<!\w)(?:already|currently|now|today)(?!\w)")
_ANY = re.compile(r"(?i)(?<!\w)(?:any|either|whatsoever)(?!\w)")
_OTHER = re.compile(r"(?i),|(?<!\w)(?:is|are|was|were|has|have|had|can|and|so|thus|therefore)(?!\w)")
_DASH = re.compile(r"\s[-–—]\s")
_TIE = re.compile(
    r"(?i)(?<!\w)(?:contribut|align|support|relat|serv|link|connect|address|correspond|help|achiev|advanc"
    r"|promot|cover"
    r"|associat|relevan|implement|refer|bear|impact|effect|in line|compl|concern|work|project|service"
    r"|initiative|measure|action|count|claim|assign|attribut|credit)"
)
_NEAR = word_set(
    "any a an the direct explicit specific clear to with of for in on being be contributing contribution link links linked"
    " relation related reference referring connection alignment aligned aligning support supporting regard considering"
    " addressing covering meeting achieving directly only just merely un sdg sdgs goal goals strictly"
)


def governs(kind: str, gap: str) -> bool:
    """Whether a cue reaches over the gap to the goal behind it; an insertion such as "(as was said)" takes no part."""
    gap = _INSERTION.sub(" ", gap)
    words = WORDS.findall(gap)
    if kind == "status":
        return ";" not in gap and len(words) <= 12
    if is_aside(gap):
        return False
    if kind in ("near", "soon"):
        return len(words) <= 6 and (kind == "soon" or all(word.lower() in _NEAR for word in words))
    if kind == "when":
        return ";" not in gap and len(words) <= 14
    if kind == "once":
        gap = _STILL.sub("", gap)
    if _CLAUSE.search(gap) or (
        kind == "no" and len(_DASH.findall(gap)) % 2
    ):  # a pair of dashes only sets an aside apart
        return False
    if kind in ("hard", "open"):
        return kind == "hard" or "," not in gap
    finite = next(
        (match for match in FINITE.finditer(gap) if not match["rel"] and gap[: match.start()].strip()), None
    )
    if kind == "once":
        return bool(PAST_TENSE.search(gap)) and not finite
    if kind in ("plan", "ll", "to"):
        return not finite and not _NOW.search(gap)
    if (
        finite
        and (kind != "no" or _OTHER.search(gap, 0, finite.start()))
        and not _ANY.search(gap, 0, finite.start())
    ):
        return False
    return bool(_ANY.search(gap) or _TIE.search(gap)) or (len(words) <= 7 and not re.search("[(:–]", gap))


def is_aside(gap: str) -> bool:
    """Whether the cue before this gap stands in a bracket or quotation that has ended."""
    return (
        gap.count(")") > gap.count("(") or gap.count("”") > gap.count("“") or gap.count("»") > gap.count("«")
        or (gap.count('"') % 2 == 1 and not gap.rstrip().endswith('"'))
    )  # fmt: skip
