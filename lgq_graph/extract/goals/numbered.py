"""Goals by number: “SDG 6”, “Goals 3–5” in an answer about the SDGs, “target 11.2”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .following import CAPITAL_AFTER, is_followed_well
from .frame import Frame, Hit
from .heads import HEAD, is_plural
from .names import GLOSS, named_after, named_before
from .ownership import is_of_another
from .pieces import CARDINAL, GAP, NUMERO
from .ranges import NUMBER, range_end, read_number, single, spread
from .untold import is_untold_target

__all__ = ["numbered_goals"]

_AND = (
    r"(?:and also|as well as|and|or|plus|und|et|ou|y|e|и|та|ve|og|och|en|dan)(?![^\W\d_])|و|和|及|と|및|과|와"
)
_FURTHER = re.compile(
    rf"(?:{GLOSS})?{GAP}(?:(?:[,;/&+|、،])(?:{GAP}(?i:{_AND}|&))?|(?i:{_AND})){GAP}{NUMERO}{GAP}(?=\d"
    rf"|{CARDINAL})"
    rf"|{GAP}[(\[]{GAP}(?=\d{{1,2}}\.[\da-d])"
)
_GROUPED = re.compile(r"(?:[ ’']\d{3}){1,3}(?![\d.,])")
"""What shows that a number is a count whose thousands stand apart: "SDG 7, 11 and 13; 3 480 households"."""
_ITEM_AFTER = re.compile(r"[.)]\s{1,3}\S")


def numbered_goals(frame: Frame) -> Iterator[Hit]:
    done, heads = 0, list(HEAD.finditer(frame.text))
    speaks = bool(frame.speaking) or any(_is_target(head) and _is_ours(frame, head, False) for head in heads)
    for head in heads:
        if head.start() >= done and (head["strong"] or head["glued"] or _is_ours(frame, head, speaks)):
            for hit in _series(frame.text, head):
                yield hit
                done = hit.span.end


def _is_target(head: re.Match[str]) -> bool:
    return bool(head["target"] or head["aim"])


def _is_ours(frame: Frame, head: re.Match[str], speaks: bool) -> bool:
    """Whether a bare “goal 4” or “target 11.2” is the UN's: the answer `speaks` of the SDGs or of one of their targets,
    or its name stands there."""
    number = NUMBER.match(frame.text, head.end())
    if not number or is_of_another(frame, head.start(), number.end()):
        return False
    if frame.speaking or (speaks and not _is_target(head)):
        return True
    if _is_target(head):
        return is_untold_target(frame, head, number)
    found = read_number(number)
    named = named_after(frame.text, number.end()), named_before(frame.text, head.start())
    return bool(found and found[0] in named)


def _series(text: str, head: re.Match[str]) -> Iterator[Hit]:
    """The goals of one list of numbers: “3, 4 and 11”, “3–5”, “11.2 and 11.7”."""
    begin, at, opening = head.start(), head.end(), True
    while number := NUMBER.match(text, at):
        link = text[max(0, number.start() - 3) : number.start()]
        if not (_opens(text, head, number) if opening else _continues(text, head, number, link)):
            return
        last = range_end(text, head, number)
        if last and not is_followed_well(text, last.end()):
            last = None
        yield from spread(number, last, begin) if last else single(number, begin, head)
        further = _FURTHER.match(text, (last or number).end())
        if not further:
            return
        begin = at = further.end()
        opening = False


def _opens(text: str, head: re.Match[str], number: re.Match[str]) -> bool:
    """Whether the first number after a head is a goal: “SDG 6” is, “SDGs: 1. Portal” and “goals: 3 portals” are not."""
    loose = bool(head["sep"].strip(" -_") or "- " in head["sep"])
    item = _ITEM_AFTER.match(text, number.end())
    marker = item and (loose or number[0] == "1") and (item[0][0] == ")" or (loose and number[0] == "1"))
    if marker and not head["open"] and not _in_brackets(text, head.start()):
        return False
    if head["strong"] and not loose and not number["word"] and not is_plural(head):
        return True
    return is_followed_well(text, number.end())


def _in_brackets(text: str, at: int) -> bool:
    before = text[max(0, at - 300) : at]
    return before.count("(") + before.count("[") > before.count(")") + before.count("]")


def _continues(text: str, head: re.Match[str], number: re.Match[str], link: str) -> bool:
    """Whether a further number is a goal too: not in “SDG 3, 5 portals”, “SDG 11 and 3 Smart Parks”, “SDG 3; 2. Bus”."""
    end = number.end()
    named = named_after(text, end)
    if named:
        return bool(number["goal"] and named == int(number["goal"]))
    item = _ITEM_AFTER.match(text, end)
    marker = item and (
        ";" in link if item[0][0] == "." else not head["open"] and not _in_brackets(text, number.start())
    )
    if marker or (text[end : end + 2] == "/7" and number[0] == "24") or _GROUPED.match(text, end):
        return False
    foreign = CAPITAL_AFTER.match(text, end) and not is_plural(head)
    return is_followed_well(text, end) and not foreign
