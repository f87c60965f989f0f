"""Laws in scripts without capitals: Arabic ones by their number and year, Chinese ones by their title in 《》."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import LawMention, Span
from .draft import Page

__all__ = ["find_scripted"]

_ARABIC_TYPES = {
    "قانون": "law", "نظام": "law", "ظهير": "decree", "مرسوم": "decree", "قرار": "resolution", "لائحة": "regulation",
    "تعليمات": "other", "أمر": "order",
}  # fmt: skip
_WORD = "[\u0621-\u064a]{2,14}"
_ARABIC = re.compile(
    rf"(?<!\w)[وبل]?(?P<the>ال|لل)?(?P<type>{'|'.join(_ARABIC_TYPES)})(?P<words>(?: {_WORD}){{0,4}}?) (?:رقم|عدد) "
    r"\(?(?P<number>(?:[\u0621-\u064a]/)?\d{1,5}(?:[.-]\d{1,4}){0,3})\)?"
    r"(?:(?: (?:لسنة|لعام|سنة|عام) |/)(?P<year>(?:19|20)\d\d)(?!\d))?(?: (?:وتاريخ|بتاريخ|الصادر (?:بتاريخ|في)|المؤرخ في|تاريخ) (?P<day>\d))?"
)
_ARABIC_LOCAL = re.compile("بلدي|بلدية|محلي|أمانة|محافظ|المدينة|إمارة")
_HAN_TYPES = {
    "宪法": "constitution", "憲法": "constitution", "法典": "code", "条例": "regulation", "條例": "regulation", "办法": "regulation",
    "辦法": "regulation", "规定": "regulation", "規定": "regulation", "细则": "regulation", "細則": "regulation", "法": "law",
}  # fmt: skip
_HAN = re.compile(
    rf"《(?P<title>[^《》\n]{{1,58}}?(?P<type>{'|'.join(word for word in _HAN_TYPES if len(word) > 1)}|(?<![方书司做用语算执立魔办辦])法))"
    r"(?:\((?:试行|试用|草案|修订|暂行|\d{4}年?修[订正])\))?》"
    r"(?P<in>\s?\((?:(?P<year>(?:19|20)\d\d)年?(?:通过|施行|实施|公布|颁布|发布|修订|修正)?|(?P<day>\d{4}年\d{1,2}月\d{1,2}日)(?:起)?(?:通过|施行|实施|公布|颁布|发布|修订|修正|生效)?|[^()\n]{0,12}第(?P<number>\d{1,5})号)\))?"
)
_DRAFT = re.compile(r"草案")
_HAN_LOCAL = re.compile("^[\u3400-\u9fff]{2,8}?(?:市|省|县|縣|区|區|特区|自治州|州)(?!场)")


def find_scripted(page: Page) -> Iterator[LawMention]:
    """Every law in these scripts; what is only a draft is none."""
    yield from (_arabic(page, match) for match in _ARABIC.finditer(page.text) if _tells_one(page, match))
    yield from (_chinese(page, match) for match in _HAN.finditer(page.text) if not _DRAFT.search(match[0]))


def _tells_one(page: Page, match: re.Match[str]) -> bool:
    """Whether a year or a day stands with the number, or “the” and a composite number tell a law without them."""
    return bool(match["year"] or _day(page, match) or (match["the"] and not match["number"].isdigit()))


def _day(page: Page, match: re.Match[str]) -> str:
    return page.dates.get(match.start("day"), (0, ""))[1]


def _arabic(page: Page, match: re.Match[str]) -> LawMention:
    told = _ARABIC_TYPES[match["type"]] != "law" and bool(_ARABIC_LOCAL.search(match["words"]))
    level, certain = ("local", ("type", "level")) if told else ("national", ("type",))
    kind = _ARABIC_TYPES[match["type"]]
    return LawMention(
        Span(*match.span()),
        "",
        kind,
        match["number"],
        _day(page, match) or match["year"] or "",
        level,
        None,
        certain,
    )


def _chinese(page: Page, match: re.Match[str]) -> LawMention:
    local = bool(_HAN_LOCAL.match(match["title"]))
    kind = _HAN_TYPES[match["type"] or "法"]
    certain = ("type", "level") if local or match["title"].startswith("中华人民共和国") else ("type",)
    date = match["year"] or page.dates.get(match.start("day"), (0, ""))[1]
    title = Span(*match.span("title"))
    level = "local" if local else "national"
    return LawMention(
        Span(*match.span()), match["title"], kind, match["number"] or "", date, level, title, certain
    )
