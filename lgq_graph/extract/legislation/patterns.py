"""The pieces of a citation that several readers share: its number, a year after "of", a closing bracket."""

from __future__ import annotations

import re

__all__ = ["CLOSING", "MARKER", "NUMBER", "OF_YEAR", "YEARS_OF_LAWS"]

MARKER = r"(?:[Nn]\.\s?[°ºo]|N(?:os?|r|úm|um)?\s?\.|N\s?[°ºo˚]\.?|[Nn][°º˚]|No|no\.|nº|[Nn]r\.?|num\.|[nč]\.(?=\s?\d)|br\.|số(?=\s)|[Nn]umbered(?=\s)|№|#|N(?=\s\d)|[Nn]umber|[Nn]omor|Cap\.?)"
_DAY = r"(?<=\s)\d{1,2}\.?\s(?:of\s|de\s)?[^\W\d_]{3,12}\.?,?\s(?:de\s|del\s)?\d{4}"
"""A day after a dash, which is no part of a number: "A-12 – 7 July 2021"."""
_OFFICE = r"(?:(?<=[/–-]\d-)|(?<=[/–-]\d\d-)|(?<=[/–-]\d{3}-)|(?<=[/–-]\d{4}-))[a-zа-яà-ž]{3,6}"
"""The letters of an office in small, at the end of a number of several parts: "12-2020-mtc"."""
_NUMBER_BODY = (
    r"(?:(?:19|20)\d\d:\d{1,4}(?!\d)|(?:(?:[A-ZА-Я]{1,5}|[CLXVI]{6,9})[/.-]\s?|[A-Z]{1,2}\s)?\d{1,7}(?:\.\d{4}(?![\d.])|(?:[.,]\d{3}(?!\d)|\.\d{1,2}(?!\d)){0,3})[A-Z]?"
    rf"(?:\s?[/–-]\s?(?!{_DAY})\d{{1,6}}(?:\.\d{{1,3}}){{0,3}}(?!\d)|[./–-][A-ZĐА-Я]{{1,6}}[a-z]?\d{{0,3}}(?!\w)|-(?:[a-zа-я]{{1,2}}|bis|ter|quater|{_OFFICE})(?!\w)){{0,4}})"
)
_ROMAN = r"[IVXLCDM]{1,9}(?=\s(?:of|de)\s\d{4})"
NUMBER = re.compile(
    rf"(?P<lead>,?\s{{0,2}}\(?|,?\s{{0,2}}under\s|,?\s(?:and|with|bearing|and\sbearing)\s(?:the\s)?(?=[Nn]umber))(?P<mark>{MARKER}\s{{0,2}})?(?P<union>(?:\((?:EU|EC|EEC|UE|CE|Euratom)\)|(?:EU|EC|EEC|UE|CE)(?=\s(?:[Nn]|\d{{2,4}}/\d)))\s?(?:{MARKER}\s?)?)?"
    rf"(?P<open>\()?(?P<number>{_NUMBER_BODY}|{_ROMAN})(?(open)\))(?![\w%°]|[.,:]\d)(?:\s(?:Coll\.|Sb\.|Z\.\s?z\.))?"
)
YEARS_OF_LAWS = range(1900, 2100)
OF_YEAR = re.compile(r"\s(?:of|de)\s\d{4}")
CLOSING = re.compile(r"\s{0,2}\)")
