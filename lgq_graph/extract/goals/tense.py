"""Verbs that say a tie holds, held, or is acted on."""

from __future__ import annotations

import re

from .pieces import BLANK

__all__ = ["FINITE", "PAST_TENSE", "TREATED"]

_IS = r"(?:is|are|was|were|(?:has|have)\sbeen)\s(?:also\s|now\s|already\s|\w{1,20}ly\s)?"
FINITE = re.compile(
    r"(?i)(?P<rel>(?<!,)\s(?:that|which|who)\s(?:\w{1,20}ly\s|also\s)?)?(?:(?<!\w)(?:contributes|supports"
    r"|serves|helps|aligns"
    r"|addresses|promotes|advances|corresponds|relates|responds|meets|implements|fosters|enables|ensures"
    r"|facilitates|improves"
    r"|covers|achieves|focuses|strengthens|underpins|reflects|pursues|furthers|belongs"
    rf"|{_IS}(?:aligned|linked|related|connected|relevant|in\sline|consistent|associated|mapped|dedicated"
    rf"|aimed|designed"
    r"|targeted|focused|part|key|important|essential))(?!\w)"
    r"|(?<!\w)(?:they|we|\w{0,30}(?<!s)s)\s(?:contribute|support|serve|help|align|promote|advance|address"
    r"|relate|correspond)(?!\w)"
    r"|(?<!\w)(?!(?:not|to|that|which|who|yet|and|or|also|at|currently|present|can|nor|better|even"
    r"|still)\s)(?!\w{1,30}ly\s)\w{1,30}"
    r"\s(?P<base>contribute|align|correspond|relate)(?!\w))"
)
PAST_TENSE = re.compile(
    r"(?i)(?<!\w)(?:was|were|had|did|contributed|supported|served|aligned|linked|helped|addressed|related)(?!\w)"
)
TREATED = (
    r"(?:covered|addressed|aligned|relevant|included|considered|supported|targeted|linked|applicable"
    r"|implemented|pursued"
    r"|served|in{S}scope|yet|among|part|a{S}(?:focus|priority))"
).replace("{S}", BLANK)
