"""Scale words of other languages ("12 tys.", "3 juta"), and those that only some countries use so ("310 mil downloads")."""

from __future__ import annotations

import re

from ..language import language_of

__all__ = ["SCALES", "is_thousand"]

_ROWS = """1000 mila mille tausend tsd duizend tusen tys tysiące tysięcy tisíc tisíce tis ezer mii ribu tūkst тис тисяч тисячі nghìn
1000000 milione milioni miljoen miljoner millioner milion miliony milionů milionów miljonit millió milioane milyon juta мільйон мільйони мільйонів triệu
1000000000 miliardo miliardi miljard miljarder milliarder miliard miliardy miliard miliardů miliardów milliárd miliarde milyar miliar мільярд мільярди мільярдів tỷ"""
SCALES = {word: int(value) for value, *words in map(str.split, _ROWS.split("\n")) for word in words}
"""What each word multiplies a number by."""

_MIL_LANDS = frozenset(
    "AD AO AR BO BR CL CO CR CU CV DO EC ES GQ GT GW HN MO MX MZ NI PA PE PR PT PY ST SV TL UY VE".split()
)
_BIN_LANDS = frozenset(["TR"])
_BINS = re.compile(r" (?:collect|locat|lorr|bag|lid|tru|area|sensor|cent|is|are)", re.I)


def is_thousand(text: str, word: str, end: int, home: str) -> bool:
    """Whether "mil" or "bin", which ends at `end`, is a thousand: in its languages, and in English in their countries.

    Elsewhere "mil" is a million, and a bin is for waste.
    """
    if word.lower() == "bin":
        return home in _BIN_LANDS and not _BINS.match(text, end)
    return home in _MIL_LANDS or language_of(text) in ("es", "pt")
