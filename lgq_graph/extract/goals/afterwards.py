"""What the words behind a goal say of it: “… until 2019”, “SDG 14: not yet”, “SDG 7 is planned”."""

from __future__ import annotations

import re

from ...model import Modality
from .frame import Frame, Hit
from .links import WORDS
from .names import GLOSS
from .pieces import word_set
from .taken_back import is_taken_back
from .tense import FINITE, PAST_TENSE, TREATED
from .times import CONDITION, DUE

__all__ = ["ASIDE", "noted", "said_after"]

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
_OPEN = (
    r"(?:open(?!\s(?:data|source|to|access|from|on|every|day))|unclear|uncertain|doubtful|questionable|unknown|disputed|debatable|unproven|unconfirmed|unverified|undecided|undetermined|tentative|provisional|pending"
    r"|planned|foreseen|envisaged|intended|desired|hoped|(?:expected|assumed|presumed|supposed)(?!\sby|\sto\s(?:grow|increase|rise|improve|continue|remain|become))|hypothetical|theoretical|unproved|possible|potential|conceivable|speculative|aspirational|negligible|overestimated|exaggerated|mistaken|wrong|an?\s(?:mistake|error)|(?:an?|the)\s(?:matter|subject|question|point|object)\sof|to\s(?:be|come|follow)|tb[acd]"
    r"|under\s(?:\w+\s)?(?:study|analysis|assessment|evaluation|review|examination|discussion|consideration|investigation|verification|preparation|development)"
    r"|in\s(?:study|discussion|preparation|progress|planning|question|doubt)"
    r"|being\s(?!supported|served|addressed|implemented|pursued|promoted|advanced|met|achieved|targeted|tracked|monitored)(?:\w+ly\s)?\w{2,20}ed|being\sweighed)"
)
_DROPPED = (
    r"(?:discarded|ruled\sout|left\s(?:out|aside|open|for|to)|set\saside|put\s(?:off|aside)|dropped|rejected|excluded|abandoned|postponed|deferred|omitted|disregarded|withdrawn|removed"
    r"|deleted|waived|denied|(?:wrongly|mistakenly|erroneously|incorrectly)\s\w+|\w+ed\s(?:by\smistake|in\serror))"
)
_ADVERB = r"(?:(?:still|currently|yet|also|now|only|at\spresent|for\snow|so\sfar|therefore|thus|finally|later|as\syet|been|\w{1,20}ly)\s){0,3}"
_OF_TIE = re.compile(
    r"(?i)(?:(?:^|[.;:,–—(\n•]|(?<!\w)(?:and|but|while|whereas|that|though|although|as|since|because|so|whether)\s)[^\w.;:,–—(\n•]*(?:(?:the|UN|our)\s)*"
    r"|(?<!\w)(?:contributions?|alignment|links?|ties?|relations?(?:hip)?|connections?|references?|effects?|impacts?|match|compliance|conformity|correspondence|attribution|claim"
    r"|assignment|mapping)\s(?:[\w-]+\s){0,4}?(?:to|with|of|for|on|under)\s(?:the\s|UN\s){0,2})[\"“«]?$"
)
"""What stands before a goal that is itself the subject, or whose tie is: what follows is said of the tie."""
_TURNED_DOWN = re.compile(
    rf"(?i)\s(?:(?:is|are|was|were|has|have|had|does|do|did|will|can|could|would|should|may)(?:\s{_ADVERB}(?:not|never)|n['’]t)|cannot)(?!\w)"
    r"(?!\s(?:only|just|merely|simply|solely|alone|new|limited|least|by\schance|without))"
    rf"|\s(?:is|are|was|were|has|have)\s{_ADVERB}{_DROPPED}(?!\w)"
    r"|\s(?:is|was|has\sbeen|comes?|came|might|may|seems?)\s[^.;,]{2,60},?\s(?:but|yet|though|although|however)\s[^.;]{0,60}?(?<!\w)(?:not|no|never|none|cannot)(?!\w)"
)
_WHICH_NOT = re.compile(
    rf"(?i),\s(?:which|this|that)\s(?:(?:we|it|they|the\s\w+)\s)?(?:(?:is|are|was|were|has|have|had|does|do|did|will|can|could)(?:\s{_ADVERB}(?:not|never)|n['’]t)|cannot)(?!\w)"
)
_AS_TO = re.compile(
    r"(?i)(?<!\w)(?:regarding|concerning|as\s(?:to|for|regards)|(?:with|in)\s(?:regard|respect|relation)\sto|about|on)\s(?:the\s)?$"
)
_UNDECIDED = re.compile(
    r"(?i),\s[^.;]{0,80}?(?<!\w)(?:await\w*|waiting|still\s(?:to|has|have|being)|(?:has|have)\syet|pending|undecided|unclear|uncertain|under\s(?:study|review|analysis|discussion)"
    r"|no\s(?:link|claim|contribution|decision|statement|tie)|not\s(?:yet|assum|claim|assess|decid|confirm|evaluat)\w*)"
)
"""What is said behind “Regarding SDG 3, …”, where it leaves the tie open."""
_LEFT_OPEN = re.compile(
    rf"(?i)(?:\s|,\s(?:which|this|that)\s)(?:(?:is|are|was|were|remains?|stays?|seems?|appears?|has\sbeen|have\sbeen)\s{_ADVERB}{_OPEN}"
    r"|(?:will|would|could|may|might|should|shall|can\sonly)(?!\s(?:also\s)?(?:continue|remain|always))"
    r"|depends?|requires?|needs?|applies\s(?:only\s)?(?:if|when|once)|(?:comes?|follows?)\s(?:only\s)?(?:later|next|to\smind|with\sthe)|(?:is|was|has\sbeen)\smentioned)(?!\w)"
)
_UNSURE = (
    rf"(?:(?:still|currently|only|now|as\syet|for\snow|yet)\s)?(?:{_OPEN}|expected(?!\sby)|upcoming|proposed|suggested|potentially|possibly|probably|perhaps|maybe|prospective|indicative"
    r"|(?:as\s)?(?:an?\s)?(?:candidate|aspiration|wish|hope|plan|possibility|proposal)|future|in\s(?:the\s)?future|(?:next|second|third|2nd|3rd|later)\s(?:phase|stage|step)|phase\s(?:[23]|III?)"
    r"|later(?:\son)?|soon|eventually|one\sday|in\sdue\scourse|next\syear)"
)
_NOTE = re.compile(rf"(?i)\s?[(\[]\s?(?:and\s)?{_UNSURE}(?=\s?[)\],;]|\s[^()\[\]]{{1,60}}[)\]])")
_NOTE_DENIED = re.compile(
    rf"(?i)\s?[(\[]\s?(?:(?:was|were|later|now|since)\s)?(?:{_DROPPED}|not\s(?:yet\s)?(?:confirmed|decided|verified|proven|assessed|claimed|assigned|attributed|applicable|mapped|measured|counted))(?!\w)"
    r"|\s(?:not|no)\s?(?=[.,;)]|$)|\s?[–—:,-]\s?not\s(?:yet\s)?\w+ed\s?(?=[.,;)]|$)|\s(?:aside|out)\s?(?=[.,;)]|$)"
)
_LAST = re.compile(rf"(?i)\s?[–—:,-]?\s(?:but\s)?(?:only\s)?(?:{_UNSURE}|to\s(?:follow|come))\s?(?=[.,;)]|$)")
_LATER = re.compile(
    r"(?i),?\s(?:but\s)?(?:only\s)?(?:in\s(?:the\s|its\s)?(?:near\s)?future|in\s(?:the|a|its)\s(?:next|second|third|later|coming|following)\s(?:phase|stage|step|years?)|at\sa\slater\s\w+"
    r"|in\sdue\scourse|in\sthe\s(?:longer|long|medium)\s?-?(?:term|run))(?!\w)"
)
ASIDE = re.compile(
    r"(?i)^,\s(?:on\sthe\sother\shand|however|by\scontrast|in\scontrast|in\sturn|for\s(?:now|its\spart)|so\sfar|though|meanwhile|at\spresent|therefore)[^,.;]{0,40},"
)
_DENIES = re.compile(
    r"(?i)(?<!\w)(?:no|not|none|never|nobody|neither|cannot|rejected|dropped|without|ning[uú]n)(?!\w)|n['’]t(?!\w)"
)
_UNTIL = re.compile(
    r"(?i)(?<!\w)(?:until|till|(?:from|between)\s(?:19|20)\d\d\s(?:to|and|until))\s(?:[\w\s]{0,30}?)(?:(?:19|20)\d\d(?!\d)|(?:it|they)\s(?:was|were)|(?:its"
    r"|the)\s(?:closure|end))"
    r"|(?<!\w)(?:only\s)?(?:during|for)\s(?:its|their)\s(?:term|lifetime|run|duration|operation)(?!\w)"
    r"|(?<!\w)(?:while|(?:for\s)?as\slong\sas)\s(?:it|they)\s(?:was|were|ran|lasted|existed|operated)"
)
_OVER_AFTER = re.compile(r"(?i)\W{0,3}[(,–—-]\s?(?:until|till|up to)\s(?:\w+\s)?(?:19|20)\d\d")
_OVER_BEFORE = re.compile(
    r"(?i)(?:^|[.;,(]\s?)(?:(?:until|till|up\sto)|(?:between|from)\s(?:19|20)\d\d\s(?:and|to|until|till))\s(?:\w+\s){0,3}(?:19|20)\d\d"
)
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
    before, raw = frame.before(first.span.start, 160), frame.behind(last.span.end, 160)
    gloss = _NAMED_AFTER.match(raw)
    after = raw[gloss.end() :] if gloss else raw
    if _is_over(before, raw, after):
        return Modality.PAST
    note = noted(raw, frame.year)
    if note:
        return note
    if is_taken_back(frame.onward(last.span.end, 200)):
        return Modality.NEGATED
    if FINITE.search(re.split("[;,]", before)[-1]):
        return Modality.CURRENT
    if _AS_TO.search(before) and _UNDECIDED.match(raw):
        return Modality.PLANNED
    if _OF_TIE.search(before):
        raw, after = (ASIDE.sub("", rest).lstrip('"”»') for rest in (raw, after))
        if any(_TURNED_DOWN.match(rest) for rest in (raw, after)):
            return Modality.NEGATED
        if any(_LEFT_OPEN.match(rest) for rest in (raw, after)):
            return Modality.PLANNED
    if any(_DENIED_AFTER.match(rest) or _WHICH_NOT.match(rest) for rest in (raw, after)):
        return Modality.NEGATED
    if any(_WEIGHED_AFTER.match(rest) for rest in (raw, after)):
        return Modality.NEGATED if _DENIES.search(before + raw) else Modality.PLANNED
    planned = any(_PLANNED_AFTER.match(rest) for rest in (raw, after))
    return Modality.PLANNED if planned else Modality.CURRENT


def noted(raw: str, year: int) -> Modality | None:
    """What a note right behind a goal says, whatever stands before: “(under study)”, “, from 2027”, “once it is open”."""
    if _NOTE_DENIED.match(raw):
        return Modality.NEGATED
    due = DUE.search(raw[:40])
    late = due and not re.search(r"\w", raw[: due.start()]) and 0 < year < int(due["year"])
    held = CONDITION.match(raw.lstrip(" ,(–—-"))
    return Modality.PLANNED if late or held or any(p.match(raw) for p in (_NOTE, _LAST, _LATER)) else None


def _is_over(before: str, raw: str, after: str) -> bool:
    """Whether the words behind a goal say that the tie ended; a plain past tense does not."""
    if _OVER_AFTER.match(raw):
        return True
    if _OVER_BEFORE.search(before) and PAST_TENSE.search(before) and not _PRESENT.search(before):
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
