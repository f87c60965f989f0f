"""The texts of all parts of a Word document, whichever of them a print shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ...model import Stretch
from ..archive import Archive, Element
from ..docx import SAVE_AS
from ..docx.inline import symbol_font
from ..docx.styles import Styles, child_of, is_on
from .parts import other_parts
from .reasons import DELETED

__all__ = ["stretches"]

_TEXTS = frozenset(["t", "delText", "instrText", "delInstrText"])
_HIDDEN, _STRUCK = "hidden", "struck out"
_REASONS = {
    **dict.fromkeys(("del", "moveFrom", "delText", "delInstrText"), DELETED),
    "instrText": "instruction of a field",
    "rt": "how a word is spoken",
}
_SHOWN_OTHERWISE = "shown as the box or the day that its control stores"
_FIELD = "result of a field that is shown by what it stores"
_UNREFERRED = "note to which nothing refers"
_NOTES = {"footnote": "footnoteReference", "endnote": "endnoteReference"}


def stretches(data: bytes, name: str) -> Iterator[Stretch]:
    """Every text of the document, its notes and its other parts."""
    archive = Archive(data, name, SAVE_AS)
    main = archive.main() or "word/document.xml"
    relations = archive.relations(main)
    part = relations.part("styles")
    styles = Styles(archive.xml(part) if part else None)
    root = archive.xml(main)
    seen = {main}
    if root is not None:
        yield from _of(root, styles, "")
    for kind, reference in _NOTES.items():
        if found := relations.part(f"{kind}s"):
            seen.add(found)
            referred = {each.get("id", "") for each in root.iter(reference)} if root is not None else set()
            for note in archive.xml(found) or ():
                reason = "" if note.get("id", "") in referred else _UNREFERRED
                yield from _of(note, styles, reason, f"{kind} {note.get('id', '')}")
    yield from other_parts(archive, seen)


def _of(root: Element, styles: Styles, reason: str, place: str = "") -> Iterator[Stretch]:
    """The texts of each paragraph together, those that are not read for one reason apart."""
    found: dict[tuple[int, str, bool], list[str]] = defaultdict(list)
    stack = [(root, 0, reason, False)]
    paragraphs, shown = 0, list[bool]()
    while stack:
        element, paragraph, why, softly = stack.pop()
        if not why or softly:
            told, soft = _reason(element, styles)
            why, softly = (told, soft) if told else (why, softly)
        if element.tag == "p":
            paragraphs += 1
            paragraph = paragraphs
        elif element.tag == "fldChar":
            _follow(element, shown)
        if any(shown) and not why:
            why, softly = _FIELD, True
        if element.tag in _TEXTS:
            found[paragraph, why, softly].append(element.text or "")
        if description := element.get("descr") or (element.tag == "textpath" and element.get("string")):
            yield Stretch(place or f"paragraph {paragraph}", description, "description of a picture")
        stack += [(child, paragraph, why, softly) for child in reversed(element)]
    for (paragraph, why, softly), texts in found.items():
        yield Stretch(place or f"paragraph {paragraph}", "".join(texts), why, unless_read=softly)


def _follow(mark: Element, shown: list[bool]) -> None:
    """Keep of each field that is open whether it is one of a form that is shown by what it stores."""
    if mark.get("fldCharType") == "begin":
        data = mark.find("ffData")
        shown.append(
            data is not None and (data.find("checkBox") is not None or data.find("ddList") is not None)
        )
    elif mark.get("fldCharType") == "end" and shown:
        shown.pop()


def _reason(element: Element, styles: Styles) -> tuple[str, bool]:
    """Why what stands in an element is not read, and whether that holds only unless it is."""
    tag = element.tag
    if tag in _REASONS:
        return _REASONS[tag], False
    match tag:
        case "tr" | "tc":
            return _of_cell(element.find(f"{tag}Pr"))
        case "p":
            return (
                ("table of contents", False)
                if styles.is_contents(element)
                else (_HIDDEN if styles.hides(element) else "", True)
            )
        case "r":
            return _of_run(styles.words_of(element))
        case "sdt":
            return _of_control(element.find("sdtPr"))
        case "Fallback":
            return "the same for older programs", True
    return "", False


def _of_cell(told: Element | None) -> tuple[str, bool]:
    for tag, reason in (("del", DELETED), ("moveFrom", DELETED), ("cellDel", DELETED)):
        if told is not None and told.find(tag) is not None:
            return reason, False
    merges = [child_of(told, tag) for tag in ("vMerge", "hMerge")]
    covered = any(merge is not None and merge.get("val", "continue") == "continue" for merge in merges)
    return ("covered by the cell it is merged with" if covered else ""), False


def _of_run(said: dict[str, Element]) -> tuple[str, bool]:
    if is_on(said.get("vanish")):
        return _HIDDEN, False
    if is_on(said.get("strike")) or is_on(said.get("dstrike")):
        return _STRUCK, True
    return ("sign of a symbol font" if symbol_font(said) else ""), True


def _of_control(told: Element | None) -> tuple[str, bool]:
    if told is None:
        return "", False
    if told.find("checkbox") is not None or told.find("date") is not None:
        prompt = told.find("checkbox") is None and is_on(told.find("showingPlcHdr"))
        return ("prompt of a form", False) if prompt else (_SHOWN_OTHERWISE, True)
    return ("prompt of a form" if is_on(told.find("showingPlcHdr")) else ""), False
