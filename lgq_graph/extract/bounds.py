"""Bounds: the words that limit a number ("more than", "at least", "nearly", "+") and how."""

from __future__ import annotations

import re

from ..model import Bound

__all__ = ["bound_after", "bound_before"]

_WORDS: tuple[tuple[Bound, str], ...] = (
    (
        Bound.AT_LEAST,
        r"(?:at least|(?:no|not) (?:less|fewer|lower) than|(?:a |the )?min(?:imum)?(?: of|\.)|al menos|por lo menos|(?:un|um) mínimo de|almeno|mindestens|como mínimo|no menos del?|au moins|au minimum|pas moins d[eu]s?|pelo menos|no mínimo|não menos (?:de|que)|не менее(?: чем)?|как минимум|по меньшей мере|не ниже|ما لا يقل عن|لا يقل عن|على الأقل|at a minimum|from at least|≥|>=|=>)",
    ),
    (
        Bound.AT_MOST,
        r"(?:up to(?: a maximum of)?|at most|(?:no|not) (?:more|greater|higher|longer|later|over) than|not over|(?:a |the )?max(?:imum)?(?: of|\.)?"
        r"|(?:not|n't|n’t|never|without) exceed(?:ing|s)?|not to exceed|limited to|a limit of|hasta|como máximo|(?:un |um )?máximo de|un maximum de|(?:un|al) massimo(?: di)?|fino a|höchstens|bis zu|no más del?|jusqu['’]à|au plus|au maximum|pas plus d[eu]s?|até|no máximo|não mais (?:de|que)|не более(?: чем)?|до|максимум|не свыше|ما لا يزيد عن|لا يزيد عن|حتى|≤|<=)",
    ),
    (
        Bound.MORE_THAN,
        r"(?:(?:(?:much|far|slightly|significantly|a little) )?(?:more|greater|higher|larger) than|(?:well |just |slightly )?(?:over|above)"
        r"|(?:has |have |had |already |now )*(?:exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?)(?: the)?|in excess of|più di|oltre|mehr als|más del?|superior al?|supera los|plus d[eu]s?|plus d['’]|mais d[aeo]s?|более(?: чем)?|больше|свыше|أكثر من|ما يزيد عن|ما يزيد على|أزيد من|upwards? of|north of|>)",
    ),
    (
        Bound.LESS_THAN,
        r"(?:(?:less|fewer|lower|shorter) than|(?:well |just |slightly )?(?:under|below)|meno di|weniger als|menos (?:del?|d[ao]s?)|moins d[eu]s?|moins d['’]|менее(?: чем)?|меньше|أقل من|short of|<)",
    ),
    (
        Bound.ABOUT,
        r"(?:about|around|approximately|rund|etwa|ungefähr|quasi|approx\.?|circa|ca\.?|c\.|roughly|some|nearly|almost|close to|an estimated|estimated at|estimated|"
        r"cerca (?:del?|d[ao]s?)|alrededor del?|aproximadamente|casi|unos|unas|environ|près d[eu]s?|autour d[eu]s?|quelque|presque|aproximadamente|около|примерно|приблизительно|порядка|почти|حوالي|نحو|قرابة|ما يقارب|تقريبا|in the (?:region|order|range) of|on the order of|[~≈∼]|±)",
    ),
    (
        Bound.EXACT,
        r"(?:exactly|precisely|un total de|au total|um total de|всего|exactamente|exactement|ровно|(?:in |with |for )?a (?:grand )?total of)",
    ),
    (Bound.UNSPECIFIED, r"(?:as (?:many|much|high|few|low) as)"),
)
_BETWEEN = r"(?: ?(?:a total of|the|a|an average of|a record|of))?"
_BEFORE = re.compile(
    rf"(?<![\w-])(?:{'|'.join(f'(?P<b{n}>{words})' for n, (_, words) in enumerate(_WORDS))}){_BETWEEN}[ \u00a0\u202f]{{0,2}}$",
    re.I,
)
_NOT_BOUND = re.compile(  # "information about 12 services", "grouped under 3 headings", "all over 5 districts"
    r"\b(?:(?:information|data|details|learn|know|news|questions?|speaks?|talks?|inquir\w+|enquir\w+|complain\w+|feedback|facts|all|brings?|comes?) about"
    r"|(?:all|tak\w+|turn\w*|hand\w*|carr\w+|spread|distributed) over"
    r"|(?:implemented|carried out|funded|provided|classified|grouped|organi[sz]ed|listed|fall|falls|falling|divided|established) (?:under|around|about)"
    r"|(?:speeds?|limits?|traffic|streets?|roads?|lanes?|paths?|crossings?|noise|air quality|safety|fences?|zones?|areas?|trees|cameras|barriers|situated|scattered|clustered|placed|built|planted) around)$",
    re.I,
)
_AFTER = (
    (Bound.AT_LEAST, re.compile(r"[ ]?\+(?!\s?[0-9(])|[ ](?:or|and) (?:more|above|higher|over)\b|[ ]plus\b")),
    (Bound.AT_MOST, re.compile(r"[ ](?:or|and) (?:less|fewer|below|under)\b")),
    (Bound.ABOUT, re.compile(r"[ ](?:or so)\b")),
)
_TURNED = {Bound.MORE_THAN: Bound.AT_MOST, Bound.LESS_THAN: Bound.AT_LEAST}
_NEVER = re.compile(
    r"\b(?:no|not|never|nobody|none)\b(?:\s[\w'’-]+){0,4}\s(?:charged|paid|levied|costs?|lasts?|lasted|takes?|took|taken|waits?|waited|goes|gone|rises?|rose|risen|falls?|fell|fallen|drops?|dropped|sinks?|sank|kept|set)\s$",
    re.I,
)
"""What turns a bound round: "no fee is charged above 5 euros", "never falls below 90 %"."""
_LAST = re.compile(r"([^\W\d_]+|[^\w\s])[.]?[ \u00a0\u202f]{0,2}$")
_LAST_WORDS = frozenset(
    """than least most of max maximum min minimum to exceed exceeds exceeded exceeding surpass surpasses
    surpassed surpassing the over above under below about around approximately approx circa ca c roughly
    di als oltre massimo zu rund etwa ungefähr quasi almeno mindestens höchstens fino de del du da do dos das des ’ ' menos máximo mínimo hasta a los moins minimum plus à jusqu'à jusqu’à até que менее чем минимум мере ниже более больше меньше до максимум свыше
    من عن على الأقل حتى casi unos unas environ autour quelque presque aproximadamente около примерно приблизительно порядка
    почти حوالي نحو قرابة يقارب تقريبا total всего exactamente exactement ровно total
    some nearly almost estimated at exactly precisely as a record ≥ ≤ = > < ~ ≈ ∼ ±""".split()
)
_WIDEST = 48


def bound_before(text: str, at: int, since: int = 0) -> tuple[Bound, int]:
    """The bound whose words end right before `at` and where they begin; unspecified, and `at` itself, without any."""
    last = _LAST.search(text, max(since, at - 16), at)
    if not last or last[1].lower() not in _LAST_WORDS:
        return Bound.UNSPECIFIED, at
    window = max(since, at - _WIDEST)
    match = _BEFORE.search(text[window:at])
    if not match or not match.lastgroup:
        return Bound.UNSPECIFIED, at
    words = text[window : window + match.end(match.lastgroup)]
    if _NOT_BOUND.search(words):
        return Bound.UNSPECIFIED, at
    bound, start = _WORDS[int(match.lastgroup[1:])][0], window + match.start()
    denied = bound in _TURNED and _NEVER.search(text, max(since, start - 80), start)
    return (_TURNED[bound] if denied else bound), start


def bound_after(text: str, at: int) -> tuple[Bound, int]:
    """The bound whose words begin right at `at` ("+", "or more") and where they end."""
    for bound, pattern in _AFTER:
        if match := pattern.match(text, at):
            return bound, match.end()
    return Bound.UNSPECIFIED, at
