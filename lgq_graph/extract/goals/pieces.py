"""Pieces that many patterns share: gaps, the cardinals, the “No.” before a number."""

from __future__ import annotations

__all__ = ["BLANK", "CARDINAL", "CARDINALS", "EDGE", "GAP", "NUMERO", "word_set"]

EDGE = r"(?<![A-Za-zÀ-ɏЀ-ӿ\d_])"  # no word goes on here; scripts without spaces may
GAP, BLANK = r"[^\S\r\n]{0,3}", r"[^\S\r\n]{1,3}"
NUMERO = rf"(?:(?i:nos?|nr|num|núm|numbers?|n)(?![^\W_]){GAP}[.º°]{{0,2}}|[nN][º°]\.?|[#№])?"
CARDINALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen"
).split()
CARDINAL = rf"(?i:{'|'.join(CARDINALS)})(?![\w-])"


def word_set(words: str) -> frozenset[str]:
    return frozenset(words.split())
