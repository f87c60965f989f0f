"""A response as the web pages and the Markdown that form services, word processors and cities make of it."""

from __future__ import annotations

import html
import re
import textwrap
from collections.abc import Callable, Iterable, Iterator

from .asked import BOX, ITEM, LINK, Asked, head_of, is_section, lines_of, questions_of

__all__ = ["MARKDOWN", "PAGES", "RIGHT_TO_LEFT", "columns", "form", "page", "right_to_left", "table"]

_ANY_LINK = re.compile(LINK.pattern + r"|(https?://[^\s)\],;<>]*[^\s)\],;.<>])")
_NUMBERED = re.compile(r"\d+\. ")
_TICKED = ("☒", "[x]")


def page(style: str, body: str) -> str:
    """A page with a style."""
    return f"<!doctype html><html lang=en><meta charset=utf-8><title>LGQ</title><style>{style}</style><body>{body}"


def _linked(line: str) -> str:
    """A line with its links as those of a page, bare addresses too."""
    out, at = [], 0
    for found in _ANY_LINK.finditer(line):
        shown, target = (found[1], found[2]) if found[1] else (found[3], found[3])
        out += [_escaped(line[at : found.start()]), f'<a href="{html.escape(target)}">{_escaped(shown)}</a>']
        at = found.end()
    return "".join(out) + _escaped(line[at:])


def _escaped(text: str) -> str:
    return html.escape(text, quote=False)


# --- pages that are printed, too ----------------------------------------------------------------------------------


def form(text: str, style: str = "") -> str:
    """A response with lists and check boxes; a few short answers stand in fields."""
    body, listed = [], False
    for line in lines_of(text):
        item = ITEM.fullmatch(line)
        body += ["</ul>"] if listed and not item else ["<ul>"] if item and not listed else []
        listed = item is not None
        body.append(f"<li>{_linked(item[1])}</li>" if item else f"<p>{_filled(line)}</p>")
    return page("body{font:11pt sans-serif}p{margin:.4em 0}" + style, f"<form>{''.join(body)}</form>")


def _filled(line: str) -> str:
    """A line, or the box or field in which it stands."""
    if box := BOX.fullmatch(line):
        checked = "checked" if box[1] in _TICKED else ""
        return f"<label><input type=checkbox {checked}> {_linked(box[2])}</label>"
    if re.fullmatch(r"\d\d/\d\d/\d{4}|Chief Digital Officer", line):
        return f'<input type=text size=40 value="{line}">'
    if line == "Finland":
        return "<select><option>Norway<option selected>Finland</select>"
    if line.startswith("In the survey of 2022"):
        return f"<textarea cols=60 rows=5>{line}</textarea>"
    return f"<b>{_linked(line)}</b>" if _NUMBERED.match(line) else _linked(line)


def table(text: str) -> str:
    """A response as a table with the questions on the left and the answers on the right."""
    rows = [f"<tr><td colspan=2>{_linked(line)}</td></tr>" for line in head_of(text)]
    for q in questions_of(text):
        answer = "".join(f"<p>{_linked(line)}</p>" for line in q.lines)
        rows.append(f"<tr><td width=35%>{_escaped(q.printed)}</td><td>{answer}</td></tr>")
        rows += [f"<tr><td colspan=2>{_linked(line)}</td></tr>" for line in q.after]
    style = "body{font:10pt sans-serif}p{margin:2px}td{vertical-align:top;padding:4px}table{border-collapse:collapse}"
    return page(style, f"<table width=100% border=1>{''.join(rows)}</table>")


def columns(text: str) -> str:
    """A response in two columns of justified paragraphs."""
    style = "body{font:9pt sans-serif;columns:2;column-gap:24px;text-align:justify}p{margin:3px 0}"
    return page(style, "".join(f"<p>{_linked(line)}</p>" for line in lines_of(text)))


RIGHT_TO_LEFT = ("مدينة عمان (الأردن) 2022 لديها Portal واحد، الهدف 6.", "שלום עולם (2022) ok?")


def right_to_left(_: str) -> str:
    """Two lines from right to left, with digits, a Latin word and brackets in them."""
    return page("body{font:12pt 'DejaVu Sans'}", "".join(f"<p dir=rtl>{line}</p>" for line in RIGHT_TO_LEFT))


# --- pages of services and word processors ------------------------------------------------------------------------


def _plain(text: str) -> str:
    """Questions as headings, with boxes and lists under them."""
    return page(
        "", "".join(f"<h3>{_escaped(q.title)}</h3>{_boxes(q)}{_items(q)}" for q in questions_of(text))
    )


def _boxes(q: Asked) -> str:
    return "".join(
        f"<label><input type=checkbox {'checked' if chosen else ''}> {_escaped(label)}</label><br>"
        for chosen, label in q.options
    )


def _items(q: Asked) -> str:
    body, inside = "", False
    for line in q.words:
        item = ITEM.fullmatch(line)
        body += "<ul>" * (bool(item) and not inside) + "</ul>" * (inside and not item)
        inside = bool(item)
        body += f"<li>{_linked(item[1])}</li>" if item else f"<p>{_linked(line)}</p>"
    return body + "</ul>" * inside


def _sides(text: str) -> str:
    """Questions on the left of a table, in bold, and answers with boxes and lists on the right."""
    rows = (
        f"<tr><td><b>{_escaped(q.title)}</b></td><td>{_boxes(q)}{_items(q)}</td></tr>"
        for q in questions_of(text)
    )
    return f"<meta charset=utf-8><table>{''.join(rows)}</table>"


def _results(text: str) -> str:
    """The page of a service: ordinals, titles, boxes and options each in elements of their own; answers in areas of text."""
    parts = "".join(map(_result, questions_of(text)))
    furniture = (
        "<nav>Home</nav><button>Print</button><script>var x = '1. City name';</script><style>.a{}</style>"
    )
    return f"<html><meta charset=utf-8><body>{furniture}<div role=list>{parts}</div><footer>Privacy</footer></body></html>"


def _result(q: Asked) -> str:
    options = "".join(
        f'<div class=choice><div><span role=radio aria-checked="{str(chosen).lower()}"><input type=radio></span></div>'
        f"<div><span>{_escaped(label)}</span></div></div>"
        for chosen, label in q.options
    )
    area = f"<textarea readonly>{_escaped(chr(10).join(q.words))}</textarea>" if q.words else ""
    title = f"<span>{q.label}</span><span>{_escaped(q.heading)}</span><span aria-hidden=true>*</span>"
    return f"<div role=listitem><div><div>{title}</div></div>{options}{area}</div>"


def _word(text: str) -> bytes:
    """As Word saves it: wrapped, in Windows-1252, items of lists as paragraphs with a symbol, boxes as symbols."""
    head = (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">'
        "<head><meta http-equiv=Content-Type content='text/html; charset=windows-1252'><!--[if gte mso 9]><xml>"
        "<w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]--><style><!-- p.MsoNormal {margin:0cm}"
        " @page WordSection1 {size:595.3pt 841.9pt} --></style></head><body lang=EN-GB><div class=WordSection1>"
    )
    body = (_word_heading(line) if is_heading else _word_line(line) for line, is_heading in _told_apart(text))
    wrapped = "\n\n".join(
        textwrap.fill(line, 80, break_long_words=False, break_on_hyphens=False) for line in body
    )
    return f"{head}\n\n{wrapped}\n\n</div></body></html>".encode("cp1252", "xmlcharrefreplace")


def _told_apart(text: str) -> Iterator[tuple[str, bool]]:
    """The lines of a response, and whether each is a heading."""
    yield from ((line, is_section(line)) for line in head_of(text))
    for q in questions_of(text):
        yield q.printed, True
        yield from ((line, False) for line in q.lines)
        yield from ((line, is_section(line)) for line in q.after)


def _word_heading(line: str) -> str:
    return f"<p class=MsoNormal><b><span lang=EN-US style='font-size:12.0pt'>{_escaped(line)}<o:p></o:p></span></b></p>"


def _word_line(line: str) -> str:
    if item := ITEM.fullmatch(line):
        gap = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;&nbsp; </span>"
        sign = (
            f"<![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>·{gap}</span><![endif]>"
        )
        return f"<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>{sign}{_linked(item[1])}</p>"
    if box := BOX.fullmatch(line):
        sign = "☒" if box[1] in _TICKED else "☐"
        return f"<p class=MsoNormal><span style='font-family:\"MS Gothic\"'>{sign}</span> {_linked(box[2])}<o:p></o:p></p>"
    return f"<p class=MsoNormal>{_linked(line)}<o:p></o:p></p>"


PAGES: dict[str, Callable[[str], str | bytes]] = {
    "plain": _plain,
    "sides": _sides,
    "results": _results,
    "word": _word,
    "form": form,
    "cells": table,
}
"""Layouts of a page by name; those that are bytes have an encoding of their own."""


# --- Markdown -----------------------------------------------------------------------------------------------------


def _converted(text: str) -> str:
    """As a converter writes it: questions as headings, options as tasks."""
    parts = []
    for q in questions_of(text):
        lines = (BOX.sub(_task, line).replace("• ", "- ") for line in q.lines)
        parts.append(f"## {q.title} \\*\n\n" + "\n".join(_spaced(lines)))
    return "\n\n".join(parts)


def _task(box: re.Match[str]) -> str:
    return f"- [{'x' if box[1] in _TICKED else ' '}] {box[2]}"


def _spaced(lines: Iterable[str]) -> list[str]:
    return [line if line.startswith("- ") else f"\n{line}\n" for line in lines]


def _emphasised(text: str) -> str:
    """As a person types it: questions in bold, a blank line between all lines, boxes as they are."""
    lines = (f"**{line}**" if is_heading else line for line, is_heading in _told_apart(text))
    return "\n\n".join(lines)


MARKDOWN: dict[str, Callable[[str], str]] = {"converted": _converted, "emphasised": _emphasised, "text": str}
"""Layouts of Markdown by name."""
