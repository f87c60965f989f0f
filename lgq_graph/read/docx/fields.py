"""What a form or a field shows: boxes, choices, dates, and where a field links to.

A prompt ("Click or tap here to enter text") and a choice that nobody made are no answer and show nothing.
"""

from __future__ import annotations

import re

from ..archive import Element
from .styles import is_on, value_of

__all__ = ["CHECKED", "UNCHECKED", "content_of", "legacy_field", "link_of"]

CHECKED, UNCHECKED = "☒", "☐"

_LINK = re.compile(r'\s*HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]\S*))?', re.I)
_ANCHOR = re.compile(r'\\l\s+"?([^\s"]+)')
_LONGEST_LINK = 2000
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)T")
_FIGURES = re.compile(r"[\d\s./-]+")


def content_of(control: Element) -> Element | None:
    """What a content control shows, its box as a glyph and its date unmistakable; None for a prompt."""
    told, content = control.find("sdtPr"), control.find("sdtContent")
    if told is None or content is None:
        return content
    if (box := told.find("checkbox")) is not None:
        _show(content, CHECKED if is_on(box.find("checked")) else UNCHECKED)
    elif is_on(told.find("showingPlcHdr")):
        return None
    elif day := _day(told, content):
        _show(content, day)
    return content


def _day(told: Element, content: Element) -> str:
    """The day that a control stores, if it shows it in figures only, of which the first may be the day or the month."""
    date = told.find("date")
    day = _DAY.match(date.get("fullDate", "")) if date is not None else None
    figures = _FIGURES.fullmatch("".join(text.text or "" for text in content.iter("t")))
    return day[1] if day and figures else ""


def _show(content: Element, shown: str) -> None:
    """Put other words where the first words of a control stand."""
    runs = [each for each in content.iter() if each.tag in ("t", "sym")]
    for run in runs:
        run.tag, run.text, shown = "t", shown, ""
    if not runs:
        target = content.find(".//r")
        text = Element("t")
        text.text = shown
        (content if target is None else target).append(text)


def legacy_field(data: Element) -> str | None:
    """What a form field of the old kind shows, when it is a box or a choice; None for a text, whose result follows."""
    if (box := data.find("checkBox")) is not None:
        checked = box.find("checked")
        return CHECKED if is_on(checked if checked is not None else box.find("default")) else UNCHECKED
    if (choice := data.find("ddList")) is None:
        return None
    entries = [entry.get("val", "") for entry in choice.findall("listEntry")]
    place = value_of(choice, "result")
    return entries[int(place)] if place.isdecimal() and len(place) < 4 and int(place) < len(entries) else ""


def link_of(instruction: str) -> str:
    """Where a field HYPERLINK "…" leads; empty for another field or a place in the document."""
    found = _LINK.match(instruction[: 2 * _LONGEST_LINK])
    target = (found[1] or found[2] or "") if found else ""
    anchor = _ANCHOR.search(instruction[: 2 * _LONGEST_LINK], found.end()) if found and target else None
    return f"{target}#{anchor[1]}" if anchor and "#" not in target else target
