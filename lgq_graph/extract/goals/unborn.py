"""Whether a tie is told of what is not there yet, or only hoped, weighed or conditional: “will be opened in May and …”."""

from __future__ import annotations

import re

from ...model import Modality
from .links import WORDS
from .reach import is_aside
from .tense import FINITE, PAST_TENSE
from .times import CONDITION, DUE

__all__ = ["said_of_thing"]

_PAUSE = r"(?:^|(?<=[,;:(–—]\s)|(?<=\s-\s)|(?<=[,;:(–—]))"
_ADVERBS = (
    r"(?:(?:also|then|soon|first|finally|officially|only|fully|still|currently|now|initially|not)\s){0,3}"
)
_FUTURE = (
    r"(?:(?<!what\s)(?<!where\s)(?<!that\s)(?<!how\s)(?<!when\s)(?<![^,]\swhich\s)(?:will|shall|(?:is|are)\sto"
    r"|(?:is|are)\s(?:also\s|now\s|still\s)?(?:planned|expected|scheduled|due|set|foreseen|intended|going|about|envisaged)\sto)"
    rf"|{_PAUSE}(?:(?:due|expected|scheduled|planned|set|foreseen)\s)?to)"
)
_MADE = (
    r"(?:be\s(?:(?:first|then|soon|also|finally|officially|fully|\w{1,20}ly)\s)?(?:launched|opened|started|begun|introduced|built|created|developed|established|set\sup"
    r"|put\sin(?:to)?\s\w+|implemented|rolled\sout|deployed|available|released|published|installed|commissioned|inaugurated|presented|ready|completed"
    r"|finished|operational|online|live|elaborated|drawn\sup|in\s(?:operation|use|place|service))"
    r"|(?:open|start|begin|launch|go\s(?:live|online)|come\sinto\s\w+|enter\sinto\s\w+|follow)(?!\s(?:a|an|the|its|their|your|any)\s))(?!\w)"
)
_STAGE = r"(?:preparation|planning|development|construction|tender|procurement|design|conception|acquisition|pipeline)"
_SOON = r"(?:\w+\s){0,4}?(?:20\d\d|next\s\w+|spring|summer|autumn|winter|launch\w*|the\s(?:next|coming|end|second)\s)"
_UNBORN = re.compile(
    rf"(?i)(?<!\w)(?:{_FUTURE}\s{_ADVERBS}{_MADE}"
    rf"|(?:opens|starts|begins|launches|goes\s(?:live|online))\s(?:in|on|from|at)\s(?:\w+\s){{0,4}}?20\d\d"
    rf"|(?:(?:is|are|remains?|stands?)\s|{_PAUSE}){_ADVERBS}(?:in|under|out\sto|at)\s(?:the\s|its\s)?{_STAGE}(?:\s(?:stage|phase))?"
    rf"|(?:(?:is|are|been)\s|{_PAUSE}){_ADVERBS}(?:planned|foreseen|scheduled|envisaged|expected|announced|due|intended)\s(?:for|in|by|from)\s{_SOON}"
    r"|not\syet\s(?:been\s)?(?:launched|opened|open|built|in\s(?:operation|use|service)|operational|running|ready|online|started|completed|introduced|implemented)(?!\sin\s[A-Z])"
    r"|(?:do|does)\snot\s(?:yet\s)?exist(?:\syet)?)(?!\w)"
)
_HEADED = re.compile(
    r"(?i)^\W{0,3}(?:planned|in\s(?:preparation|planning|development)|under\s(?:development|construction|preparation)|upcoming|expected|possible|potential|pending|intended|to\sbe\s\w+|tb[cd]|under\s(?:study|analysis|review|assessment|evaluation|discussion)|coming\ssoon|future|foreseen"
    r"|proposed|not\syet\s\w+|next\s(?:step|phase))(?:\s(?:for|in|by)\s20\d\d)?\s?[:–—-]"
)
_GOES_ON = re.compile(
    r"(?i)(?:^|[,;)–—]|(?<!\w)(?:and|which|that|it|they|then|also|thus|so|this|thereby)(?!\w))[^\w,;)–—]*$"
)
_CARRIED = re.compile(r"(?i)\s(?:that|which|who|they|it)\s")
_STANDS = re.compile(
    r"(?i)(?<!\w)(?:already|currently|now|today|at\spresent|opened|launched|since|in\suse|has\sbeen|have\sbeen)(?!\w)"
)
_TURN = re.compile(
    r"(?i)(?<!\w)(?:but|however|while|whereas|although|though|nevertheless|nonetheless|instead)(?!\w)"
)
_THAT = re.compile(
    r"(?i)(?<!\w)(?:expect(?:s|ed|ing)?|hop(?:e|es|ed|ing)|envisage[sd]?|intend(?:s|ed)?|planned|anticipate[sd]?|foreseen?|foresees|propose[sd]?|desired|suggested"
    r"|presume[sd]?|assume[sd]?|projected|possible|conceivable|imaginable|probable|likely|unlikely|doubtful|may\sbe|might\sbe|could\sbe|wish(?:es|ed)?|(?:hope|wish|intention|idea|expectation|plan|proposal|ambition|aspiration)\s(?:is|was|remains))"
    r"(?:\s(?:today|also|here|now|therefore|by\s\w+(?:\s\w+)?),?)?\sthat(?!\w)"
)
_UNSAID = re.compile(
    r"(?i)(?<!\w)(?:not|never|cannot|(?:nobody|no\sone|nothing|none\s\w+\s\w+)\s(?:has|have|can|could|would)|(?<=\wn['’])t|(?<=can['’])t|(?:too\searly|premature|hard|difficult|impossible|unable|not\spossible)\sto|refrain\w*\sfrom|avoid\w*"
    r"|decided\s(?:not\sto|against)|chose\snot\sto)\s(?:(?:yet|been|be|therefore|want\sto|wish\sto|intend\sto|dare\sto|currently|so\sfar)\s){0,3}"
    r"(?P<verb>(?:assum|say|said|speak|claim|establish|prov|show|demonstrat|confirm|verif|maintain|conclu|declar|stat|report|attribut|assign|ascri|allocat|count|credit"
    r"|argu|assert|suggest|decid|agree|settl|regard|recogni[sz]|affirm|guarant|substantiat|document|vouch)\w*)(?P<that>\s(?:yet\s|here\s|so\sfar\s)?(?:that|whether|how)(?!\w))?"
)
_WRONGLY = re.compile(
    r"(?i)(?<!\w)(?:wrongly|mistakenly|erroneously|incorrectly|falsely|(?:question|doubt|disput|challeng|contest|den[iy]|refut|withdr[ea]w|retract|revok)(?:e?[ds]|es|ied|ies|ing)?"
    r"(?=\s(?:the|its|any|this|a|our)\s(?:\w+\s)?(?:contribution|alignment|link|tie|relation|connection|claim)))(?!\w)"
)
_LATER = re.compile(
    r"(?i)(?<!\w)(?:in\s(?:the|a|its|our)\s(?:next|following|later|coming|future|subsequent)\s(?:phases?|stages?|steps?|versions?|releases?|years?|months?)"
    r"|in\s(?:a|the|its)\s(?:second|third|final|last)\s(?:phase|stage|step)|(?<!years\s)(?<!year\s)(?<!months\s)(?<!weeks\s)(?<!days\s)(?<!or\s)later(?:\son)?"
    r"|in\s(?:the\s)?(?:longer|long|medium|near)\s?-?(?:term|run|future)|in\sdue\scourse|eventually|one\sday|some\s?day|at\sa\slater\s(?:stage|date|point)|tomorrow|next\s(?:year|spring|summer|autumn|winter)"
    r"|(?:up)?on\s(?:its\s|their\s)?completion|after\s(?:its\s|their\s)?completion|in\s(?:the\s)?future"
    r"|potentially|possibly|perhaps|maybe|probably)(?!\w)"
)
_NOTED = re.compile(
    r"(?i)(?<!\w)(?:(?:expected|intended|possible|potential|future|planned|proposed|eventual|desired|anticipated|prospective|likely|hoped-for)\s(?:\w+\s){0,2}?(?:contributions?"
    r"|alignment|support|links?|ties?|impacts?|effects?|relations?(?:hip)?|connections?)"
    r"|(?:studying|analy[sz]ing|examining|assessing|evaluating|exploring|considering|investigating|verifying|discussing|weighing"
    r"|(?:study|analysis|proposal|request|suggestion|idea|examination|assessment|review)\s(?:of|for|to|on|about|into))\s(?:(?:its|the|a|any|their|possible|whether|how)\s){0,3}"
    r"(?:(?:link\w*|tie|align\w*|contribut\w*|connect\w*|relat\w*|add\w*|extend\w*|assign\w*|attribut\w*|impact|effect|connection)(?:\s(?:it|them|the\s\w+))?\s(?:to|with|on|of|for|towards?)?)?(?=\s?(?:the\s)?$)"
    r"|(?:expected|intended|possible|potential|future|planned|proposed|eventual)(?=\s(?:UN\s)?$)"
    r"|(?:work|efforts?|steps?|talks|plans?|preparations?)\s(?:is|are|were|have\sbeen|exists?|being)\s(?:\w+\s){0,4}?to(?=\s(?:align|link|tie|connect|contribute|support|serve))"
    r"|plans\sexist|(?:is|are|was|were|been)\s(?:\w+ly\s|also\s)?proposed"
    r"|(?:want|wish|like|hope|expect|ask)(?:s|es|ed)?\s(?:for\s)?(?:the|it|this|them|our|its|these|all)\s(?:\w+\s){0,4}?to(?=\s(?:also\s)?(?:contribute|support|serve|align|be\saligned"
    r"|help|address|advance|promote|meet)))(?!\w)"
)
_MAY = re.compile(
    r"(?i)(?<!\w)(?:may|might|could|would|can\sonly)\s(?:(?:in|at|one|some|also|then|even|well|\w+ly|time|later|day|future|the|a|point|due|course)\s){1,5}(?:contribut|support|serv|align|help|address|advance|promote|be\saligned)"
)
_FRESH = re.compile(r"(?i)^\W{0,3}(?:it|they|this|these|both)(?!\w)(?!\s(?:already|now)\s)")


def said_of_thing(before: str, earlier: str, year: int) -> set[Modality]:
    """What the sentence so far says; `earlier` is the sentence before it, which counts where this one begins with “It”."""
    found = {Modality.PLANNED} if _is_planned(before, year) else set[Modality]()
    wrong = any(_is_near(before[cue.end() :]) for cue in _WRONGLY.finditer(before))
    if wrong or any(_is_unsaid(cue, before[cue.end() :]) for cue in _UNSAID.finditer(before)):
        found.add(Modality.NEGATED)
    if earlier and _FRESH.match(before) and _is_unborn(f"{earlier.rstrip(' .')}; {before.lstrip()}"):
        found.add(Modality.PLANNED)
    return found


def _is_planned(before: str, year: int) -> bool:
    return (
        _is_unborn(before)
        or any(_reaches(before[cue.end() :]) for cue in _THAT.finditer(before))
        or any(_is_later(before, cue) for cue in _LATER.finditer(before))
        or any(_is_later(before, cue) for cue in DUE.finditer(before) if 0 < year < int(cue["year"]))
        or any(_holds_until(before[cue.end() :]) for cue in CONDITION.finditer(before))
        or any(_is_near(before[cue.end() :]) for cue in (*_NOTED.finditer(before), *_MAY.finditer(before)))
    )


def _is_unborn(before: str) -> bool:
    """Whether what a sentence speaks of is not there yet, and it goes on to speak of that alone."""
    headed = _HEADED.match(before)
    if headed and ";" not in before[headed.end() :]:
        return True
    return any(_of_same(before[cue.end() :]) for cue in _UNBORN.finditer(before))


def _of_same(gap: str) -> bool:
    verb = next(FINITE.finditer(gap), None)
    if _TURN.search(gap) or _STANDS.search(gap):
        return False
    if verb is None:
        return ";" not in gap and not re.search(r"(?i),?\sand\s(?:the|our)\s", gap)
    return bool(verb["rel"] or _CARRIED.match(f" {verb[0]}") or _GOES_ON.search(gap[: verb.start()]))


def _reaches(gap: str) -> bool:
    return ";" not in gap and not _TURN.search(gap)


def _is_unsaid(cue: re.Match[str], gap: str) -> bool:
    """Whether what is not said is the tie: “that” reaches over verbs, a bare verb does not."""
    return _reaches(gap) and (bool(cue["that"]) or (not FINITE.search(gap) and len(WORDS.findall(gap)) <= 7))


def _is_later(before: str, cue: re.Match[str]) -> bool:
    """Whether a time to come is that of the tie: it opens the clause, or stands right before the goal."""
    gap, opening = before[cue.end() :], before[max(0, cue.start() - 20) : cue.start()]
    if not _reaches(gap) or _STANDS.search(gap) or PAST_TENSE.search(gap) or is_aside(gap):
        return False
    fronted = re.search(r"(?i)(?:^|[.;:–—]|,\s(?:and|but|which))\W{0,3}(?:and\s|but\s)?$", opening)
    return bool(fronted) or (not FINITE.search(gap) and len(WORDS.findall(gap)) <= 6)


def _holds_until(gap: str) -> bool:
    return (
        _reaches(gap)
        and not PAST_TENSE.search(gap)
        and not _STANDS.search(gap)
        and len(WORDS.findall(gap)) <= 25
    )


def _is_near(gap: str) -> bool:
    return _reaches(gap) and not FINITE.search(gap) and len(WORDS.findall(gap)) <= 8
