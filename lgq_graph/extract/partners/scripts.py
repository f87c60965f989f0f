"""Partners in scripts without capitals: the stretches between the marks and small words of a Chinese or Arabic sentence.

What stands between them is a name when it is a place or a country, or has the word for a kind of organisation where the
language puts it: last in Chinese, first in Arabic. Nothing is looked for inside a stretch: many words are towns somewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...gazetteer import find_country, is_place
from ...model import PlaceKind

__all__ = ["country_in_front", "kind_in_script", "scripted_names"]

_HAN, _ARABIC = "\u3400-\u9fff", "\u0621-\u0652"
_RUN = re.compile(rf"[{_HAN}]{{2,80}}|[{_ARABIC}]{{2,20}}(?: [{_ARABIC}]{{1,20}}){{0,30}}")
_SOFT_HAN = re.compile(
    "包括|包含|例如|比如|分别|以及|还有|签署|签订|簽署|结为|結為|结成|缔结|建立|开展|保持|加入|友好|姐妹|合作伙伴|合作|关系|协议|我市|本市|已|了|等|的|在|于|是|成员"
)
_JOIN_HAN = re.compile("[和与與及跟同]")
_ORGANISATIONS_HAN = (
    (PlaceKind.UNIVERSITY, "大学|大學|学院|學院"),
    (
        PlaceKind.NETWORK,
        "(?:城市|地方政府|市长|市長)[^、]{0,16}(?:组织|組織|联盟|聯盟|网络|網絡|协会|協會|联合会|论坛)",
    ),
    (PlaceKind.COMPANY, "公司|集团|集團|银行|銀行"),
    (PlaceKind.OTHER, "组织|組織|协会|協會|联合会|基金会|基金會|研究院|研究所|联盟|聯盟|中心"),
)
_ORGANISATIONS_ARABIC = (
    (PlaceKind.UNIVERSITY, "(?:ال)?جامعة|(?:ال)?كلية"),
    (PlaceKind.NETWORK, "(?:منظمة|رابطة|اتحاد|شبكة|منتدى|تحالف|مجموعة) (?:ال)?(?:مدن|عواصم|بلديات|حكومات)"),
    (PlaceKind.COMPANY, "شركة|مصرف|بنك"),
    (PlaceKind.OTHER, "منظمة|رابطة|اتحاد|شبكة|مؤسسة|وزارة|معهد|وكالة|جمعية|مركز|صندوق|هيئة"),
)
_SOFT_ARABIC = re.compile(
    r"(?<!\S)(?:و?(?:مع|مثل|منها|بين|هي|هم|تشمل|تضم|كل|من|في|إلى|على|أيضا|كذلك|مدينة|مدينتي|مدن|بلدية|ولدينا|لدينا|نتعاون|تتعاون|تعاون|اتفاقية|اتفاقيات|شراكة|عضو|أمانة))(?!\S)"
)
_JOIN_ARABIC = re.compile(r" (?=و[^\s])")
_COMMON = re.compile(r"شركة ")


def scripted_names(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The places of the names in a stretch of a sentence."""
    for run in _RUN.finditer(text, start, end):
        soft, join = (_SOFT_HAN, _JOIN_HAN) if _is_han(run[0]) else (_SOFT_ARABIC, _JOIN_ARABIC)
        for a, b in _between(soft, text, run.start(), run.end()):
            yield from _named(text, list(_between(join, text, a, b)))


def _between(cut: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between cuts."""
    for match in cut.finditer(text, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def _named(text: str, parts: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Each part that is a name, or makes one with those after it: an organisation can have an “and” in its name."""
    at = 0
    while at < len(parts):
        for last in (at, *range(len(parts) - 1, at, -1)):
            begin, end = _trimmed(text, parts[at][0], parts[last][1])
            if _is_name(text[begin:end]):
                common = _COMMON.match(text, begin, end)
                yield (common.end() if common else begin), end
                at = last
                break
        at += 1


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without spaces, and without the Arabic “and” or “with” that is written in one with a name."""
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    if text[start : start + 1] in "ولب" and not _is_name(text[start:end]):
        start += 1
    return start, end


def _is_name(words: str) -> bool:
    if len(words) < 2:
        return False
    if kind_in_script(words):
        return len(words) > 3
    return is_place(words) or find_country(words) is not None or country_in_front(words) is not None


@lru_cache(maxsize=10_000)
def country_in_front(words: str) -> int | None:
    """How long the country is that a Chinese name has in front: “法国蒙彼利埃”; None without one."""
    if not _is_han(words):
        return None
    for length in range(min(8, len(words) - 2), 1, -1):
        if find_country(words[:length]) and (
            is_place(words[length:]) or is_place(words[length:].removesuffix("市"))
        ):
            return length
    return None


def kind_in_script(name: str) -> PlaceKind | None:
    """The kind of organisation that the words of a Chinese or Arabic name tell."""
    if _is_han(name):
        told = (kind for kind, words in _ORGANISATIONS_HAN if re.search(rf"(?:{words})$", name))
        return next(told, None)
    return next(
        (kind for kind, words in _ORGANISATIONS_ARABIC if re.match(rf"(?:{words})(?= |$)", name)), None
    )


def _is_han(words: str) -> bool:
    return "\u3400" <= words[:1] <= "\u9fff"
