"""How a goal is meant: claimed, planned, ended or denied."""

from __future__ import annotations

import re
from bisect import bisect_left

from ...model import Modality
from .afterwards import ASIDE, noted, said_after
from .frame import Frame, Hit
from .links import is_link
from .names import GLOSS
from .pieces import BLANK
from .reach import governs
from .tense import FINITE
from .tongues import said_in_tongue
from .unborn import said_of_thing

__all__ = ["modalities_of"]

_CUE = re.compile(
    r"(?i)(?<!\w)(?:"
    r"(?P<none>not (?:only|just|merely|simply|solely|exclusively|limited to|least|to mention)"
    r"|n['’]t (?:only|just|merely)"
    r"|no doubt|without (?:an?y? )?doubt|without exception|no (?:less|fewer|more than|later than|matter)"
    r"|nothing but|no (?:s[oó]lo|solamente|[uú]nicamente|apenas|obstante)(?!\w)"
    r"|no (?:surprise|wonder|secret)|no one (?:is )?left behind|no one behind|nos?\.?\s{0,3}#?\d{1,9}|no poverty|no-\w+|whether or not"
    r"|who (?:may|can|could|do|does|did|are|is|have|has) ?not|who (?:can|don|doesn|aren|haven|couldn)['’]t"
    r"|if not)"
    r"|(?P<hard>none of|neither|nor|nothing|(?:not|n['’]t)(?: yet)? (?:clear|certain|evident|known|obvious"
    r"|sure|possible"
    r"|true|the case|believe|think|consider|claim|mean|imply|find|see)|(?:little|nothing) to do with|can(?:not|['’]t)(?: yet)? (?:say|claim"
    r"|confirm))"
    r"|(?P<when>(?:only )?(?:once|when|if|as soon as|upon) (?:(?:it|they)(?= (?:is|are|has|have|opens?|starts?|goes?|becomes?|comes?)\b)|approved|adopted|finished|completed|implemented"
    r"|launched|funded|built)|subject to (?:approval|funding|adoption|confirmation)|pending (?:approval|funding|adoption|confirmation)|provided that)"
    r"|(?P<status>\((?:planned|upcoming|in (?:preparation|planning|development)|under (?:development|preparation|construction)|not yet [a-z]+)[^()\n]{0,40}\))"
    r"|(?P<to>(?:is|are) to(?= (?:also |\w+ly )?(?:be|contribute|support|serve|align|address|help|advance|promote|cover|meet|count)\b))"
    r"|(?P<open>whether|(?<!as )(?<!even )if)"
    r"|(?P<past>no longer|(?:was|were) (?:once|formerly|previously)|any ?more|ceased?|stopped"
    r"|(?<!is )(?<!are )(?<!be )(?<!was )(?<!were )(?<!been )(?<!, )(?<!data )(?<!tool )(?<!tools )(?<!system )"
    r"used to(?= (?:be|contribute|support|serve|align|belong|relate|have|address|help)\b))"
    r"|(?P<once>formerly|previously|in the past|historically|once|discontinued|closed|defunct|decommissioned|ended|expired|terminated"
    r"|withdrawn|abolished|concluded|wound up|phased out|switched off|shut down|taken offline|taken off line|closed down|dismantled|cancell?ed|scrapped|suspended|(?:ran|lasted|operated|running|existed|active) (?:until|till)|(?:ran|lasted) from)"
    r"|(?P<near>without|rather than|instead of|except(?: for)?|excluding|excludes?|excluded from|withdrawn from|removed from|with the exception of|unlike|dropped|discarded|rejected|ruled out|left out|omitted|set aside|abandoned|ignores?|neglects?|overlooks?|disregards?|silent on|leaves? (?:out|aside)|leaves?(?= SDGs? [\d., and]{1,40} (?:aside|out)\b)"
    r"|as opposed to)"
    r"|(?P<no>no|zero(?= (?:links?|ties?|contributions?|alignment|relations?|connections?|services?|portals?|apps?|initiatives?|projects?)\b)|lack(?:s|ing)?|absence|unable to|fail(?:s|ed)? to|falls? short|does little|far from)"
    r"|(?P<not>not|never|cannot|hardly|scarcely|barely|yet to|unrelated|irrelevant|unaligned|non-aligned|unconnected)"
    r"|(?P<soon>potentially|potential(?= (?:to|for|contribution|alignment|support|link|impact))|possibly|perhaps|maybe|probably|likely|prospective(?:ly)?"
    r"|candidates? for|under (?:review|discussion|consideration|assessment|evaluation|study)|being (?:assessed|reviewed|considered|studied|evaluated|examined|mapped)"
    r"|future(?= (?:contribution|alignment|support|link)))"
    r"|(?P<plan>(?:will|shall)(?! (?:also |still )?(?:continue|keep|go on|remain)\b)|supposed to|ought to|would|could|might|should|(?-i:may)(?= [a-z])|(?:(?<=we )|(?<=they )"
    r"|(?<=[a-rt-z]s ))plan to|plans to|planning to|planned,? (?:to|for)|plan(?:s|ning)? on|(?:is|are|be"
    r"|being)(?: also| still| now)? planned"
    r"|(?:intended|meant) to(?=[^.;]{0,80}\s(?:once|when|upon|after|from 20\d\d|in 20\d\d|by 20\d\d)\s?)|planned(?=\s?:| contribution| alignment| support| link| SDG| goal)|intends?|intention|intending"
    r"|(?:is|are|was|were)(?: also| still| now)? expected"
    r"|(?:expected|scheduled|foreseen|envisaged|projected|anticipated|forecast|due|set)"
    r" to(?= (?:\w+ly |also ){0,2}(?:be|contribute|support|serve|align|address|help|advance|promote|cover|meet)\b)"
    r"|expects?|(?:is|are)(?: also| still| now)? (?:due|set|about|scheduled|foreseen|envisaged|going) to"
    r"|hopes?(?: to)?|wish(?:es)? to|(?<!you )wants? to"
    r"|propos(?:es|ed) to|aspires? to|prepar(?:es|ing) to|in the process of|working towards? (?:alignment"
    r"|aligning)"
    r"|(?:is|are) (?:being|to be) aligned|(?:aims?|aimed|seeks?|aspires?) to (?:be"
    r"|become)(?: \w+ly)? (?:aligned|in line)"
    r"|in (?:the )?future|(?:starts?|opens?|begins?|launch(?:es)?) in 20\d\d and is (?:intended|meant|designed) to|on the drawing board|to be (?:launched|opened|introduced|started|built) in"
    r")"
    r")(?!\w)|(?<=n)(?P<nt>['’]t)(?!\w)|(?<=\w)(?P<ll>['’]ll)(?!\w)"
)
_VERB_AFTER = re.compile(
    rf"(?:{GLOSS})?{BLANK}(?i:is|are|was|were|will|has|have|can|could|may|might|does|do)(?!\w)"
)
_WORD_BEFORE = re.compile(r"(?<=[^\W\d_])[^\S\n]\Z")
_NAME_ON = re.compile(r"[^\S\n](?!Goals?\b|Sustainable\b|The\b|Yes\b)[A-Z][a-z]+[^\S\n][A-Z][a-z]")
_AIM = re.compile(
    r"(?i)(?<!\w)(?:aims?|goals?|objectives?|purposes?|ideas?|missions?|roles?|tasks?|intention|targets?|functions?|ambitions?|point|focus|job|vision|priority|priorities|what)(?!\w)"
)
"""Nouns behind which "is to" tells what something is for, not what is yet to come."""
_HOMOGRAPHS = dict.fromkeys(("es", "pt"), frozenset({"no"}))
"""English words that are others in another language: “no município” is “in the municipality”; rows of their own read those."""

_ORDER = (Modality.NEGATED, Modality.PAST, Modality.PLANNED)
_MEANING = {
    "past": Modality.PAST, "once": Modality.PAST, "plan": Modality.PLANNED, "ll": Modality.PLANNED,
    "soon": Modality.PLANNED, "when": Modality.PLANNED, "status": Modality.PLANNED, "to": Modality.PLANNED, "open": Modality.PLANNED,
}  # fmt: skip


def modalities_of(frame: Frame, hits: list[Hit]) -> list[Modality]:
    """How each hit is meant; the goals of one enumeration are meant alike."""
    homographs = _HOMOGRAPHS.get(frame.language, frozenset())
    cues = [
        cue
        for cue in _CUE.finditer(frame.text)
        if cue.lastgroup != "none"
        and cue[0].lower() not in homographs
        and not _is_name(frame.text, cue)
        and not (cue.lastgroup == "to" and _AIM.search(frame.before(cue.start(), 120)))
    ]
    places = [cue.start() for cue in cues]
    meant: list[Modality] = []
    first = 0
    for n in range(1, len(hits) + 1):
        if n == len(hits) or not _joined(frame, hits[n - 1], hits[n], places):
            meant += [_meaning(frame, hits[first], hits[n - 1], cues, places)] * (n - first)
            first = n
    return meant


def _is_name(text: str, cue: re.Match[str]) -> bool:
    """Whether a cue is a word of a name, for its capital within a sentence: “Vision Zero”, “the Never Alone line”."""
    word = cue[0]
    within = _WORD_BEFORE.match(text, max(0, cue.start() - 1), cue.start()) or _NAME_ON.match(text, cue.end())
    return word[:1].isupper() and not word.isupper() and bool(within)


def _joined(frame: Frame, one: Hit, other: Hit, places: list[int]) -> bool:
    """Whether two hits stand in one enumeration: nothing but links, names and brackets between them, and no cue."""
    start, end = one.span.end, other.span.start
    if end <= start:
        return True
    cue = bisect_left(places, start)
    if (
        end - start > 250
        or (cue < len(places) and places[cue] < end)
        or frame.at(one.span.start) != frame.at(end)
    ):
        return False
    gap = frame.text[start:end]
    return is_link(gap) and not _is_apart(frame, other, gap)


def _is_apart(frame: Frame, other: Hit, gap: str) -> bool:
    """Whether what follows a hit is said of it alone: “SDG 3; SDG 4 is planned”, “SDG 3 (and SDG 4 in future)”."""
    after = frame.behind(other.span.end, 160)
    if re.search("[;(]", gap) and ")" not in gap and noted(after, frame.year):
        return True
    verb = _VERB_AFTER.match(ASIDE.sub(" ", after))
    return bool(verb) and not re.search(r"(?i)&|\b(?:and|or)\b", gap)


def _meaning(frame: Frame, first: Hit, last: Hit, cues: list[re.Match[str]], places: list[int]) -> Modality:
    where = frame.at(first.span.start)
    span = frame.spans[where]
    found = _said_before(frame, span.start, first.span.start, cues, places)
    found.add(said_after(frame, first, last))
    found |= said_of_thing(
        frame.before(first.span.start, 300), frame.earlier(first.span.start, 300), frame.year
    )
    found |= said_in_tongue(
        frame.before(first.span.start, 160),
        first.span.of(frame.text),
        frame.behind(last.span.end, 40),
        frame.language,
    )
    if frame.text[span.end - 1] in "?？؟":
        found.add(Modality.PLANNED)
    lead = frame.leads[where]
    if lead and not FINITE.search(frame.before(first.span.start, 300)):
        found |= _said_before(frame, lead.start, lead.end - 1, cues, places)
        found |= said_in_tongue(lead.of(frame.text)[:-1], first.span.of(frame.text), "", frame.language)
    return next((meaning for meaning in _ORDER if meaning in found), Modality.CURRENT)


def _said_before(
    frame: Frame, begin: int, at: int, cues: list[re.Match[str]], places: list[int]
) -> set[Modality]:
    """What the nearest cues before a place, in its sentence, say of it."""
    found: set[Modality] = set()
    last = bisect_left(places, at)
    for cue in cues[max(0, last - 5) : last]:
        if cue.start() >= max(begin, at - 300) and cue.end() <= at:
            kind = cue.lastgroup or ""
            if governs(kind, frame.text[cue.end() : at]):
                found.add(_MEANING.get(kind, Modality.NEGATED))
    return found
