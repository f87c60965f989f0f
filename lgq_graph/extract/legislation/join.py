"""Two citations of one law made one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ...model import LawMention, Span
from .draft import Page
from .patterns import CLOSING

__all__ = ["apart", "joined"]

_JOINED_NAMES = re.compile(
    r"\s{0,2}(?:\((?:the\s)?|,?\s(?:or|also known as|also called|known as)\s(?:the\s)?|,\s|\s[–—-]\s)$"
)
_NAMED = re.compile(
    r"(?:[ ]\(\ue000+\)?)?(?:,[ ](?:or[ ])?the[ ]|,?[ ](?:(?:better|commonly|also|often|usually)[ ])?(?:known|referred to|called|cited)(?: as)?[ ](?:the[ ])?)"
)
"""What leads from a law cited by its number to its title: "Act No. 5, better known as the Data Act"."""
_NUMBERED = re.compile(r",[ ]|,?[ ](?:which|that)[ ]is[ ](?:the[ ])?|[ ][–—-][ ]|:[ ]")
"""What leads from a law cited by its title to its number: "the Data Act, Act No. 5"."""
_SISTERS = {("act", "law"), ("law", "act"), ("code", "law"), ("code", "act"), ("code", "decree")}
"""How a law may be called by its title, and by its number."""
_GOES_ON = re.compile(r"(?:\s\(\ue000+\)?\s(?:and\s|or\s)?|,\s(?:and\s|or\s)?|\s(?:and|or)\s)(?:the\s)?[A-Z]")
"""What shows a list of laws, in which the next one is another: "Act No. 5, the Data Act and the Archives Act"."""
_MADE_AND_CLOSED = re.compile(
    r"(?i)[,;]\s(?:(?:assent|enact|adopt|pass|approv|sign|promulgat|publish|commenc|amend|entered|in\sforce|effective|as\samended|last\samended|since|with\seffect|of\s\d"
    r"|en\svig|vigente|em\svigor|in\sKraft|publicad|promulgad|sancionad|aprobad|aprovad|modifi)\w{0,6}(?:\s[^()\n]{0,160})?)\s?\)"
)
_DATED = re.compile(r"(?:[A-Z]\w+\s){1,3}(?:of|dated|from)\s")
_APPOSED = re.compile(r"(?:\w+ ){1,2}(?:of|de|que|that)\b")
"""A name in Romance manner, which after a comma explains the number before it: "Law No. 5, Law of Transparency"."""


def apart(mentions: list[LawMention]) -> list[LawMention]:
    """No two over the same words: of two that meet, the one with a number, then the longer."""
    kept: list[LawMention] = []
    for mention in sorted(mentions, key=lambda law: (law.span, law.type)):
        if not kept or not kept[-1].span.meets(mention.span):
            kept.append(mention)
        elif _weight(mention) > _weight(kept[-1]):
            kept[-1] = mention
    return kept


def _weight(law: LawMention) -> tuple[bool, int]:
    return bool(law.number), law.span.end - law.span.start


def joined(page: Page, found: list[LawMention]) -> Iterator[LawMention]:
    """One mention for a law cited twice in a breath: "Law No. 5 of 2012 (Access to Information Law)"."""
    waiting: LawMention | None = None
    for law in found:
        both = _one_of(page, waiting, law) if waiting else None
        if waiting and both is None:
            yield waiting
        waiting = both or law
    if waiting:
        yield waiting


def _one_of(page: Page, first: LawMention, second: LawMention) -> LawMention | None:
    """The two as one, when brackets or an "or" join them and they do not contradict each other."""
    between = page.text[first.span.end : min(second.span.start, first.span.end + 24)]
    join = _JOINED_NAMES.fullmatch(between) if first.span.end + 24 > second.span.start else None
    closing = _closing(page, second) if "(" in between else None
    if _is_its_name(page, first, second) or _is_its_number(between, page, first, second):
        closing = None
    elif (
        not join
        or ("(" in between) != bool(closing)
        or not _agree(first, second)
        or (
            between.strip() in (",", "-", "–", "—")
            and not (
                _says_when(page, first, second)
                or (first.type == second.type and _APPOSED.match(second.title))
            )
        )
    ):
        return None
    end = closing.end() if closing else second.span.end
    titled = first if first.title_span else second
    return replace(
        first,
        span=Span(first.span.start, end),
        title=titled.title,
        title_span=titled.title_span,
        number=first.number or second.number,
        date=second.date if second.date.startswith(first.date) else first.date,
        level=second.level if "level" in second.certain else first.level,
        certain=first.certain if "level" in first.certain else second.certain,
    )


def _closing(page: Page, second: LawMention) -> re.Match[str] | None:
    """The end of the bracket in which a law stands: at once, or behind what is said of its making and its force."""
    at = second.span.end
    return CLOSING.match(page.text, at) or _MADE_AND_CLOSED.match(page.text, at)


def _is_its_name(page: Page, first: LawMention, second: LawMention) -> bool:
    """Whether the second is the title of the first, which is cited by its number: "Act No. 5, the Data Act"."""
    lead = _NAMED.match(page.text, first.span.end)
    return (
        lead is not None
        and lead.end() == second.span.start
        and first.type == second.type
        and bool(first.number and second.title_span)
        and not (first.title or second.number)
        and not (lead[0].endswith(", the ") and _GOES_ON.match(page.text, second.span.end))
    )


def _is_its_number(between: str, page: Page, first: LawMention, second: LawMention) -> bool:
    """Whether the second is the number of the first, which is cited by its title: "the Data Act, Act No. 5 of 2012"."""
    return (
        bool(_NUMBERED.fullmatch(between))
        and (first.type == second.type or (first.type, second.type) in _SISTERS)
        and bool(first.title_span and second.number)
        and not (first.number or second.title)
        and second.date.startswith(first.date)
        and not _GOES_ON.match(page.text, second.span.end)
    )


def _says_when(page: Page, first: LawMention, second: LawMention) -> bool:
    """Whether the second only dates the first, which has no date or number of its own: "Data Act, Law of 3 May 2017, LGBl. No. 5"."""
    fresh = bool(first.title) and first.title_span is not None and not (first.number or first.date)
    dated = len(second.date) == 10 and second.title_span is None and _DATED.match(second.span.of(page.text))
    return fresh and bool(dated) and {first.type, second.type} <= {"law", "act", "ordinance", first.type}


def _agree(first: LawMention, second: LawMention) -> bool:
    """Whether they can be one law: the same number or only one numbered, and one title between them."""
    if first.type == "standard" or second.type == "standard":
        return False
    same = bool(first.number) and first.number == second.number
    return same or (bool(first.number) != bool(second.number) and not (first.title and second.title))
