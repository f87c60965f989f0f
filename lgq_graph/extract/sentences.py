"""Sentences: where one ends and the next begins, in prose, in lists and in lines without a full stop.

A stop is judged by the words around it alone, within a fixed distance, so the work grows with the text and no faster.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from ..model import Span

__all__ = ["ends_sentence", "sentences"]

_CLOSERS = "\"'”’»)\\]〉》」』"
_STOP = re.compile(
    rf"[\n\r\f\v\x85\u2028\u2029]"  # a new line
    rf"|[。！？؟।॥]++[{_CLOSERS}]{{0,4}}+"  # a stop that needs no space after it
    rf"|[.!?…]++[{_CLOSERS}>]{{0,4}}+"  # a stop that does
    r"|(?=[•●▪■◦‣►➢✓])"  # a bullet within a line begins anew
    r"|;(?=\s{1,3}(?:(?:and|or)\s)?\(?(?:\d{1,2}|[a-hA-H])[.)]\s)"  # … 1. one; 2. two
    r"|:(?=\s{1,3}\(?(?:1[.)]|[aA]\)|\d{1,2}\))\s)"  # as follows: 1. one
    r"|,(?=\s{1,3}\(?\d{1,2}\)\s)"  # 1) one, 2) two
)
_ALWAYS = frozenset("\n\r\f\v\x85\u2028\u2029。！？؟।॥;:,")
_FIRST = re.compile(r"\S")
_WORD = re.compile(r"[^\W_](?:[\w.'’-]{0,22}\w)?$")
_NEXT = re.compile(r"\s{0,20}[\"'“‘«(\[<]{0,3}([A-Z]{1,6}[-–/]\d|\w{0,20})")
_DASHED = re.compile(r"[ \t]{1,3}[–—] (?=[^\W\dA-Z])")
_MARKER = re.compile(r"[^\w\s]{0,2}\s{0,3}\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[^\W\d_]|[ivxIVX]{1,5})")
_LETTERED = re.compile(r"[A-Z]{1,6}[-–/]\d")  # “No. AB-12”
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.){1,4}[^\W\d_]{1,2}")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TITLES = _words(
    "dr mr mrs ms prof hon rev sr jr st mt ft fr sra dra ing lic eng gen sen gov rep capt col lt messrs mme mlle"
    " approx aprox adm admin gral conf ca cca cf vs viz incl excl resp esp fig figs eq sec ch vol ed eds pp para par sub subpara"
    " arts cl reg ref tel ext avg max min est dept govt corpn engg engr admn addl asst appt mgmt bldg regn supdt mun univ assn natl intl bzw zzgl inkl vgl sog"
    " ул им гл обл"
)
"""What ends a sentence hardly ever: something must follow."""

_BEFORE_NUMBER = _words(
    "no nos nr nro num núm nº n° p pg pág pag s abs § стр ст п №"
    " jan feb mar apr jun jul aug sep sept oct nov dec art dt dtd rs re sh shs ksh kshs tk"
)
"""What ends none before a number, and else does (“No.” is an answer too)."""

_MAY_END = _words("etc al inc ltd co corp plc llc bros ave av blvd rd str usw ff млн млрд тыс руб др г гг")
"""What ends a sentence only where the next word begins one."""

_STARTERS = _words(
    "the this these that those it its they we our in on at for from by with since as an all there also however moreover"
    " furthermore another each every it's he she his her their you your and but if when while such some most many"
)


def ends_sentence(text: str, at: int) -> bool:
    """Whether a full stop at a place ends its sentence, and is none of "i.e.", "St." or "Dept." within it."""
    found = sentences(text)
    last = found[max(0, bisect_right(found, at, key=lambda span: span.start) - 1)]
    return not any(map(str.isalnum, text[at : min(last.end, at + 8)]))


@lru_cache(maxsize=8)  # several recognisers ask for those of one answer
def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text in order; together they hold every character that is not white space."""
    return tuple(Span(start, end) for start, end in _stretches(text) if start < end)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    cut, begin = 0, _begin(text, 0)
    for stop in _STOP.finditer(text):
        if stop.start() >= begin and _ends(text, begin, stop):
            yield begin, _rstrip(text, begin, stop.end())
            cut = stop.end()
            begin = _begin(text, cut)
    yield begin, _rstrip(text, begin, len(text))


def _begin(text: str, cut: int) -> int:
    first = _FIRST.search(text, cut)
    return first.start() if first else len(text)


def _rstrip(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _ends(text: str, begin: int, stop: re.Match[str]) -> bool:
    if not stop[0] or stop[0][0] in _ALWAYS:
        return True
    after = text[stop.end() : stop.end() + 1]
    if after and not after.isspace():
        return _glued(text, stop)
    if _is_marker(text, begin, stop):
        return False
    if _DASHED.match(text, stop.end()):
        return False  # "All on board! – the bus campaign"
    following = _NEXT.match(text, stop.end())
    word = following[1] if following else ""
    if stop[0] == ".":
        return _ends_after(_last_word(text, begin, stop.start()), word)
    return not word[:1].islower() or (stop[0][0] == "." and stop[0][-1] == ">")


def _glued(text: str, stop: re.Match[str]) -> bool:
    """Whether a stop without a space after it ends a sentence: only before a word that begins one (“done.The”)."""
    word = _NEXT.match(text, stop.end())
    before = text[max(0, stop.start() - 40) : stop.start()].rsplit(None, 1)[-1:]
    address = any(c in token for token in before for c in "/@.")
    return bool(
        stop[0] == "." and word and word[1].istitle() and word[1].lower() in _STARTERS and not address
    )


def _is_marker(text: str, begin: int, stop: re.Match[str]) -> bool:
    """Whether all the sentence has so far is the number or letter of a list item, such as “1.”, “3.2.”, “a.”, “IV.”."""
    so_far = text[begin : min(stop.start(), begin + 24)]
    return stop[0] == "." and stop.start() - begin < 24 and bool(_MARKER.fullmatch(so_far))


def _last_word(text: str, begin: int, end: int) -> str:
    word = _WORD.search(text[max(begin, end - 24) : end])
    return word[0] if word else ""


def _ends_after(word: str, following: str) -> bool:
    """Whether a full stop between these two words ends the sentence."""
    low, starts = word.lower(), following.istitle() and following.lower() in _STARTERS
    if low in _TITLES:
        return not following or starts
    if low in _BEFORE_NUMBER and (following[:1].isdigit() or _LETTERED.fullmatch(following)):
        return False
    if _DOTTED.fullmatch(word) or (len(word) == 1 and word.isalpha()):
        return not following or starts
    if low in _MAY_END:
        return not following or not (following[0].islower() or following[0].isdigit())
    return not (following[:1].islower() and len(word) < 5 and _is_clipped(low))


def _is_clipped(word: str) -> bool:
    """Whether a word cannot be a whole one: Latin letters without a vowel."""
    return word.isascii() and word.isalpha() and not set(word) & set("aeiouy")
