"""Numerals: digit groups, scale words and written-out numbers, read as decimals; what they count is not asked here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from .currencies import BY_LETTER, currency_after, currency_before
from .numeral_words import NUMERAL, value_of
from .scale_words import SCALES, is_thousand

__all__ = ["Numeral", "find_numerals", "read_digits", "tidy"]


class Numeral(NamedTuple):
    """A number as it stands: `value` as scaled, `scale` of its scale word (1 without), `written` when in words.

    `digits` is the digit token as printed, empty for a written number; `end` is after the scale word.
    """

    start: int
    end: int
    value: Decimal
    scale: Decimal
    written: bool
    digits: str

    @property
    def plain(self) -> bool:
        """Whether it is a bare run of digits, as years, codes and list markers are."""
        return self.scale == 1 and self.digits.isdigit()


_SPACE = "[ \u00a0\u2009\u202f]"
_SMALL = {
    word: n
    for n, word in enumerate(
        """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen""".split(),
        1,
    )
}
_TENS = {
    word: 10 * n
    for n, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2
    )
}
_WORD_SCALES = {
    **SCALES,
    "hundred": 100,
    "thousand": 1000,
    "thousands": 1000,
    "lakh": 10**5,
    "lakhs": 10**5,
    "lac": 10**5,
    "lacs": 10**5,
    "million": 10**6,
    "millions": 10**6,
    "mio": 10**6,
    "mln": 10**6,
    "mn": 10**6,
    "crore": 10**7,
    "crores": 10**7,
    "billion": 10**9,
    "billions": 10**9,
    "bln": 10**9,
    "bn": 10**9,
    "mrd": 10**9,
    "milliard": 10**9,
    "trillion": 10**12,
    "k": 1000,
    "m": 10**6,
    "b": 10**9,
    "cr": 10**7,
    "millones": 10**6,
    "millón": 10**6,
    "milhões": 10**6,
    "millionen": 10**6,
    "milliarden": 10**9,
    "milhão": 10**6,
    "bilhão": 10**9,
    "bilhões": 10**9,
    "milliards": 10**9,
    "тыс": 1000,
    "тысяча": 1000,
    "тысячи": 1000,
    "тысяч": 1000,
    "млн": 10**6,
    "миллион": 10**6,
    "миллиона": 10**6,
    "миллионов": 10**6,
    "млрд": 10**9,
    "миллиард": 10**9,
    "миллиарда": 10**9,
    "миллиардов": 10**9,
    "ألف": 1000,
    "آلاف": 1000,
    "مليون": 10**6,
    "ملايين": 10**6,
    "مليار": 10**9,
    "مليارات": 10**9,
}
_LONG = "|".join(sorted((word for word in _WORD_SCALES if len(word) > 1), key=len, reverse=True))
_MIL = re.compile(rf"{_SPACE}(?P<word>mil|bin)\b(?:{_SPACE}(?P<millions>millones|milhões)\b)?", re.I)
"""A thousand in Spanish and Portuguese, and in Turkish; else a million, and no number."""
_MILLIONS = re.compile(rf"{_SPACE}[mM]{{1,2}}(?=[\s.,;)]|$)")
"""Behind an amount of money millions, else metres: "EUR 3.5 m"."""
_UNIT_WORD = "|".join(sorted(_SMALL, key=len, reverse=True))
_GROUP = (
    rf"(?:(?:(?:a|{_UNIT_WORD})[ -]hundred(?:[ -](?:and[ -])?)?)?(?:(?:{'|'.join(_TENS)})(?:[ -](?:{_UNIT_WORD}))?|{_UNIT_WORD})"
    rf"|(?:a|{_UNIT_WORD})[ -]hundred)"
)
_SCALE = re.compile(
    rf"(?i:{_SPACE}?-?(?P<word>{_LONG})\b\.?(?:{_SPACE}(?P<second>thousand|million|billion|crore|millones)\b)?)"
    rf"|(?:{_SPACE}(?=[kKMB][€$£]))?"  # "3,5 M€"
    r"(?P<letter>[kK](?! (?:[a-z]{2,8} )?(?:cameras?|videos?|tvs?|resolution|screens?|displays?|quality)\b)|[MB]|m)"
    r"(?=[\s+.,;:)\]%€$£₹/–—-]|$)"
)
_DIGITS = rf"(?=[0-9])(?:{BY_LETTER}|(?<![\w.,])|(?<=\bR)|(?<=\bR[sMp])|(?<=\bR[sep]\.)|(?<=\b(?:Sh|Tk)\.)|(?<=\b(?:JD|SR|Sh|Tk))|(?<=\b[A-Z]{{3}})|(?<=\b[KTU]Sh))(?P<digits>[0-9]+(?:[.,'’][0-9]+|[ \u00a0\u2009\u202f][0-9]{{3}}(?![0-9]))*)(?P<tail>)"
_WORDS = rf"(?<![\w-])(?P<words>{_GROUP}|(?:half )?a(?= (?:thousand|million|billion|lakh|crore)\b)|half(?= million\b))\b(?!-[^\W\d])"
_DOTTED_THOUSANDS = re.compile(
    rf"(?i:{_SPACE}(?:millones|milhões|miliardi|milioni)\b)"
)  # their languages write 12.000
_GOES_ON = re.compile(r" (?:[a-zа-яё€$£]|Euro|[A-Z]{3}\b)")  # after a shortened scale word: "2 mio. Euro"
_TOKEN = re.compile(f"{_DIGITS}|(?i:{_WORDS})|(?i:{NUMERAL})")
_ECHO = re.compile(r"[ \u00a0]?\([ ]?(?:([0-9][0-9.,]{0,14})|([A-Za-z][A-Za-z -]{2,40}))[ ]?\)")
_SHARE = re.compile(rf"{_SPACE}?(?:%|％|per{_SPACE}?cent|pct)")
_PLAIN = re.compile(r"[0-9]{1,15}")
_GROUPED = re.compile(
    r"[0-9]{1,3}(?:([.,'’ \u00a0\u2009\u202f])[0-9]{3})(?:\1[0-9]{3}){0,4}(?:(?!\1)[.,][0-9]{1,4})?"
)
_INDIAN = re.compile(r"[0-9]{1,2}(?:,[0-9]{2}){1,4},[0-9]{3}(?:\.[0-9]{1,2})?")
_DECIMAL = re.compile(r"[0-9]{1,15}[.,][0-9]{1,6}")
_SEPARATORS = re.compile(r"[,'’ \u00a0\u2009\u202f]")


def find_numerals(text: str, home: str = "") -> Iterator[Numeral]:
    """Every number of a text in order, also right after a currency ("R50"); dates and other dotted codes are none.

    `home` is the country of who writes, in some of which "mil" is a thousand.
    """
    held: Numeral | None = None
    for numeral in _simple(text, home):
        if held and _continues(text, held, numeral):
            held = numeral._replace(start=held.start, value=held.value + numeral.value, digits="")
            continue
        if held:
            yield held
        held = numeral
    if held:
        yield held


def read_digits(token: str, fraction: bool = False) -> Decimal | None:
    """The value of a digit token, or None for what is no number ("09.08.2011", "1.2.3").

    A single group of three is read as thousands ("1.234" is 1234), after a dot as a decimal fraction when `fraction`
    holds: a scale word or percent sign follows.
    """
    if _PLAIN.fullmatch(token):
        return Decimal(token)
    if match := _GROUPED.fullmatch(token):
        return _grouped(token, match[1], fraction)
    if _INDIAN.fullmatch(token):
        return Decimal(token.replace(",", ""))
    return Decimal(token.replace(",", ".")) if _DECIMAL.fullmatch(token) else None


def _grouped(token: str, mark: str, fraction: bool) -> Decimal:
    """Digits in groups of three by `mark`; one group alone may be a fraction instead."""
    if (
        mark in ".,"
        and token[-4] == mark
        and token.count(mark) == 1
        and (token[0] == "0" or (fraction and mark == "." and not token.endswith("000")))
    ):
        return Decimal(token.replace(",", "."))
    return Decimal(
        _SEPARATORS.sub("", token.replace(mark, ""))
        if mark == ","
        else token.replace(mark, "").replace(",", ".")
    )


def _simple(text: str, home: str = "") -> Iterator[Numeral]:
    """The numbers before those that belong together are joined ("two thousand five hundred")."""
    done = 0
    for match in _TOKEN.finditer(text):
        if match.start() < done:
            continue
        for numeral in _digit_numerals(text, match, home) if match["digits"] else _word_numeral(text, match):
            done = numeral.end
            yield numeral


def _digit_numerals(text: str, match: re.Match[str], home: str) -> Iterator[Numeral]:
    token, start = match["digits"], match.start()
    if len(token) > 24 or (_value_at(text, token, match.end()) is None and len(token.split()) == 1):
        return
    pieces = [token] if _value_at(text, token, match.end()) is not None else re.split(_SPACE, token)
    for piece in pieces:
        value = _value_at(text, piece, start + len(piece))
        mil = _MIL.match(text, start + len(piece))
        if value is not None and (not mil or is_thousand(text, mil["word"], mil.end(), home)):
            yield _scaled(text, start, start + len(piece), value, piece)
        start += len(piece) + 1


def _value_at(text: str, token: str, end: int) -> Decimal | None:
    fraction = bool(
        _SCALE.match(text, end) or _MIL.match(text, end) or _SHARE.match(text, end)
    ) and not _DOTTED_THOUSANDS.match(text, end)
    return read_digits(token, fraction)


def _word_numeral(text: str, match: re.Match[str]) -> Iterator[Numeral]:
    value = Decimal(value_of(match["elsewhere"])) if match["elsewhere"] else _read_words(match["words"])
    yield _scaled(text, match.start(), match.end(), value, "")


def _read_words(words: str) -> Decimal:
    """The value of a written group below a thousand; "half a" is one half."""
    parts = re.split(r"[ -]", words.lower())
    if parts[0] == "half":
        return Decimal("0.5")
    total = 0
    for part in parts:
        total = max(total, 1) * 100 if part == "hundred" else total + _SMALL.get(part, 0) + _TENS.get(part, 0)
    return Decimal(total or 1)


def _scaled(text: str, start: int, end: int, value: Decimal, digits: str) -> Numeral:
    scale, after = Decimal(1), _SCALE.match(text, end)
    if after and (digits or not after["letter"]):
        words = [w.lower().rstrip(".") for w in (after["word"] or after["letter"], after["second"]) if w]
        for word in words:
            scale *= _WORD_SCALES[word]
        end = after.end()
        if text[end - 1] == "." and not _GOES_ON.match(text, end):
            end -= 1
    elif digits and (mil := _MIL.match(text, end)):
        scale, end = Decimal(10**9 if mil["millions"] else 1000), mil.end()
    elif digits and (millions := _MILLIONS.match(text, end)) and _is_money(text, start, millions.end()):
        scale, end = Decimal(10**6), millions.end()
    return _with_echo(text, Numeral(start, end, tidy(value * scale), scale, not digits, digits))


def _is_money(text: str, start: int, end: int) -> bool:
    """Whether a currency stands before a number or after it."""
    return currency_before(text, start) is not None or currency_after(text, end) is not None


def tidy(value: Decimal) -> Decimal:
    """Without the zeros that scaling leaves: 15.4 million is 15400000, not 15400000.0."""
    return Decimal(int(value)) if value == value.to_integral_value() else value


def _with_echo(text: str, numeral: Numeral) -> Numeral:
    """The number with its repetition in brackets: "two (2)", "12 (twelve)"."""
    echo = _ECHO.match(text, numeral.end)
    if not echo:
        return numeral
    again = next(_simple(echo[1] or echo[2]), None)
    same = again is not None and again.value == numeral.value and again.written != numeral.written
    return numeral._replace(end=echo.end()) if same else numeral


def _continues(text: str, held: Numeral, numeral: Numeral) -> bool:
    """Whether the second number is the smaller part of the first: "two thousand five hundred", "1 million 200 thousand"."""
    if numeral.value >= held.scale or text[held.end : numeral.start] != " ":
        return False
    return (numeral.scale > 1 and held.scale > 1) or (
        held.written and numeral.written and numeral.value < 1000
    )
