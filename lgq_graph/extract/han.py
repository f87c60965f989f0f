"""Numbers in Chinese: no spaces part the words, so a number is read with what is written around it, in one pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ..model import Bound, Span, Unit
from .numerals import read_digits, tidy
from .quantities import Measure

__all__ = ["find_han"]

_BOUNDS = {
    Bound.MORE_THAN: "超过 超過 逾 多于 多於 高于 高於 突破 大于".split(),
    Bound.AT_LEAST: "不少于 不少於 不低于 至少 最少".split(),
    Bound.LESS_THAN: "少于 少於 不足 低于 不到".split(),
    Bound.AT_MOST: "不超过 不超過 最多 至多 不多于".split(),
    Bound.ABOUT: "大约 大約 约为 约 約 近 接近 将近 左右".split(),
}
_BOUND_OF = {word: bound for bound, words in _BOUNDS.items() for word in words}
_BOUND = "|".join(sorted(_BOUND_OF, key=len, reverse=True))
_SCALES = {"千": 10**3, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_MONEY = {
    "元": "CNY",
    "人民币": "CNY",
    "欧元": "EUR",
    "美元": "USD",
    "港元": "HKD",
    "澳门元": "MOP",
    "新台币": "TWD",
    "日元": "JPY",
}
_MEASURE = "个项名位家款台件所条份套户辆座次笔种类"
_NOUN = "[\u3400-\u9fff]"
_NAMING = "(?![年月日第共])[\u3400-\u9fff]"
_NUMBER = re.compile(
    rf"(?:(?P<early>{_BOUND})占?)?(?P<subject>(?(early)|(?<!{_NOUN}))(?!{_BOUND})(?:{_NAMING}){{2,12}}?)?(?:已|已经|总数|总量|人数|数量)?(?:达到|达|为|是|有|共有|共计|共|拥有|提供|:)?\s?(?P<bound>{_BOUND})?\s?"
    rf"(?P<digits>(?<![\d.,\w/-])[0-9][0-9.,]{{0,20}}|(?<={_NOUN})(?<!第)[0-9][0-9.,]{{0,20}})\s?(?P<scale>[千万萬亿億]{{0,2}})(?P<more>余|餘|多|\+)?\s?"
    rf"(?:(?P<percent>%)(?:的(?P<of>{_NOUN}{{2,8}}))?|(?P<money>{'|'.join(sorted(_MONEY, key=len, reverse=True))})"
    rf"|(?P<people>人次|人(?!民))|[{_MEASURE}](?P<noun>{_NOUN}{{1,8}})?|(?<=[万萬亿億余多])(?=[。，；、,;)\n]|$))"
)
_VERB = re.compile("[的被由将可已是为有与和及等以向从于]|在(?!线)")
_HAN = re.compile(_NOUN)
_PLANNED = re.compile("计划|規劃|规划|目标|拟|预计|将|争取|力争")


def find_han(text: str) -> Iterator[Measure]:
    """The numbers that are written with a Chinese measure word, a currency or a percent sign after them."""
    for match in _NUMBER.finditer(text) if _HAN.search(text) else ():
        value = read_digits(match["digits"].rstrip(".,"), fraction=True)
        before = re.split("[，。；\n]", text[max(0, match.start() - 30) : match.end("digits")])[-1]
        points = (match["noun"] or "").startswith("百分点")  # of which a share rose or fell
        if (
            value is not None
            and not points
            and _HAN.search(before + match[0])
            and not _PLANNED.search(before)
        ):
            yield from _measure(match, value)


def _measure(match: re.Match[str], value: Decimal) -> Iterator[Measure]:
    for scale in match["scale"]:
        value *= _SCALES[scale]
    bound = _BOUND_OF.get(
        match["bound"] or match["early"] or "", Bound.MORE_THAN if match["more"] else Bound.UNSPECIFIED
    )
    start = (
        match.start("bound")
        if match["bound"]
        else match.start("early")
        if match["early"]
        else match.start("digits")
    )
    subject = (match["subject"] or "").removesuffix("的")
    if match["percent"]:
        unit, said, end = Unit.PERCENT, _VERB.split(match["of"] or "")[0] or subject, match.end("percent")
    elif match["money"]:
        unit, said, end = Unit.CURRENCY, subject, match.end("money")
    else:
        unit, said, end = Unit.COUNT, _thing(match, subject), match.end()
    if said or unit is not Unit.COUNT:
        currency = _MONEY[match["money"]] if match["money"] else ""
        yield Measure(Span(start, end), tidy(value), unit, bound, said, currency)


def _thing(match: re.Match[str], subject: str) -> str:
    """What is counted: the noun after the measure word, up to a word of grammar; people are what stands before them."""
    noun = _VERB.split(match["noun"] or "")[0]
    if match["noun"]:
        return noun if len(noun) > 1 else ""
    return subject or (match["people"] or "")
