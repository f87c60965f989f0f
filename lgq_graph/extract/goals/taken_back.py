"""Ties that others see and the city does not: “… is sometimes put under SDG 9; we do not count it there”."""

from __future__ import annotations

import re

__all__ = ["is_taken_back"]

_ASCRIBED = r"(?:count|see|map|link|list|put|plac|fil|treat|class|claim|tak|regard|accept|endors|recogni[sz]|assign|credit|consider|attribut|subscrib)\w{0,4}"
_WE = r"(?:we|the\s(?:city|council|municipality|administration|town|team|office)|our\s(?:team|office|administration|council)|officers)"
_DENY = r"(?:(?:do|does|did|have|has|had|would|can|could)(?:\s(?:yet\s)?(?:not|never)|n['’]t)|cannot|never)"
_SO = r"(?:\s(?:there|here|so|as\s(?:such|one)|that\sway|like\sthat|ourselves|under\sit|to\s(?:it|that|this\sgoal)|as\ssuch|either|yet)){0,2}"
_DENIALS = (
    rf"{_WE}\s{_DENY}\s(?:yet\s|ourselves\s)?(?:{_ASCRIBED}\s(?:to\s)?(?:it|this|that|them|this\s(?:link|tie|goal|view)|(?:that|the)\s(?:link|tie|view)){_SO}|agree|see\swhy|think\sso)",
    rf"{_WE}\s{_DENY}|we\sdisagree|we\sthink\sotherwise",
    rf"(?:it|this|that)\s(?:is|was|has\sbeen)\snot\s(?:{_ASCRIBED}{_SO}|our\s(?:view|reading|mapping|position|claim))",
    r"(?:nosotros\s)?no\s(?:lo|la)\s(?:contamos|vemos|consideramos|incluimos|clasificamos|vinculamos)(?:\s(?:ah[ií]|as[ií]|all[ií]|como\stal))?",
    r"nous\sne\sl(?:e\s|a\s|['’])(?:comptons|voyons|classons|rattachons|y\scomptons|y\srattachons)\spas(?:\s(?:ainsi|l[aà]))?",
    r"(?:das\stun\swir\snicht|wir\s(?:zählen|rechnen|sehen|ordnen)\s(?:es|sie|ihn|das)\s(?:dort\s|so\s|dazu\s)?nicht(?:\s(?:dazu|so|dort|zu))?)",
    r"(?:nós\s)?não\s[oa]\s(?:contamos|vemos|consideramos|incluímos|classificamos)(?:\s(?:ali|aí|assim|lá))?",
    r"(?:noi\s)?non\sl[oa]\s(?:contiamo|vediamo|consideriamo|includiamo|classifichiamo)(?:\s(?:così|lì))?",
)
_TAKEN_BACK = re.compile(
    rf"(?i)[^.;,:–—\n]{{0,40}}[.;,:–—]\s?(?:(?:but|yet|though|however|although|while|pero|mais|aber|doch|mas|ma),?\s)?(?:{'|'.join(_DENIALS)})\s?(?=[.;,)\n]|$)"
)


def is_taken_back(after: str) -> bool:
    """Whether the clause or sentence behind a goal says that the city does not see the tie itself."""
    return bool(_TAKEN_BACK.match(after))
