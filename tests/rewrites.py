"""Rewrites of a response that change how it is written, and none of its facts.

A rewrite knows nothing of the package: it finds the questions by their own running numbers, so that a mistake of the
package cannot hide behind the same mistake here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from textwrap import fill

__all__ = ["FACTS", "REWRITES", "Rewrite"]

FACTS = frozenset(
    {"entities", "laws named", "links", "goals", "laws", "partners", "numbers", "answers", "submitted"}
)
"""The projections of a graph that are compared; `test_metamorphic.facts_of` says what each holds."""

_CHOICES = frozenset({9, 16, 17, 19, 20, 31, 33, 44})
_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = "|".join(_MONTHS)
_DATE = re.compile(
    rf"\b(?P<d1>\d{{1,2}}) (?P<m1>{_MONTH}) (?P<y1>\d{{4}})\b|\b(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}}), (?P<y2>\d{{4}})\b"
    r"|\b(?P<d3>\d\d)[./](?P<m3>\d\d)[./](?P<y3>\d{4})\b"
)
_SECTION = re.compile(r"(?m)^[IVX]{1,4}\. ")
_ITEM = re.compile(r"(?m)^(?:\d{1,2}\.|[a-z]\)|[•-]) (?=\S)")
_INLINE = re.compile(r"(?<=[.:;)] )(\d{1,2})\. (?=[\w\"])")
_URL = r"<?(https?://[^\s()<>]+?)>?"
_NAMED = re.compile(
    rf"(?m)((?:^|(?<=[.:;] ))(?:\d{{1,2}}\.|[a-z]\)|[•-]) )(\"?[^\"\[\](:,.–\n]{{2,60}}\"?) \({_URL}\)"
)
_SCALED = re.compile(r"(?<![\d,.])(\d[\d,]*(?:\.\d+)?) (thousand|million|billion)\b")
_SCALES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A change of writing. All of `FACTS` stay but those of `differs`, whose reason stands where it is given."""

    change: Callable[[str], str] = str
    differs: frozenset[str] = frozenset()
    encoding: str = "utf-8"

    def __call__(self, text: str) -> bytes:
        """The rewritten response as the bytes of a file."""
        return self.change(text).encode(self.encoding)


# --- the parts of a response --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Part:
    """A question: its number, the words of its heading, and all lines under it."""

    number: int
    heading: str
    body: str

    def __str__(self) -> str:
        return f"{self.number}. {self.heading}\n{self.body}"


def _cut(text: str) -> tuple[str, list[_Part]]:
    """What stands before the first question, and the questions: 1, 2, 3 … each at the start of a line."""
    starts, place = [], 0
    while found := re.compile(rf"(?m)^{len(starts) + 1}\. ").search(text, place):
        starts.append(found.start())
        place = found.end()
    pieces = [text[a:b].partition("\n") for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    return text[: starts[0]], [
        _Part(n, h.partition(" ")[2], body) for n, (h, _, body) in enumerate(pieces, 1)
    ]


def _headings(change: Callable[[_Part], str]) -> Callable[[str], str]:
    """A rewrite of the lines that ask."""

    def rewrite(text: str) -> str:
        head, parts = _cut(text)
        return head + "".join(f"{change(part)}\n{part.body}" for part in parts)

    return rewrite


def _answers(change: Callable[[str], str]) -> Callable[[str], str]:
    """A rewrite of what stands under the questions; the options of choices are the form's and stay."""

    def rewrite(text: str) -> str:
        head, parts = _cut(text)
        changed = (p if p.number in _CHOICES else _Part(p.number, p.heading, change(p.body)) for p in parts)
        return head + "".join(map(str, changed))

    return rewrite


def _lines(change: Callable[[str], str]) -> Callable[[str], str]:
    return _answers(lambda body: "\n".join(map(change, body.split("\n"))))


# --- lists --------------------------------------------------------------------------------------------------------


def _inline(line: str) -> list[re.Match[str]]:
    """The numbers of items that run on within a paragraph: 1, 2, 3 …, two at least."""
    found: list[re.Match[str]] = []
    for match in _INLINE.finditer(line):
        if int(match[1]) == len(found) + 1:
            found.append(match)
    return found if len(found) > 1 else []


def _mark_inline(line: str, mark: Callable[[int], str]) -> str:
    for number, match in reversed(list(enumerate(_inline(line), 1))):
        line = f"{line[: match.start()]}{mark(number)} {line[match.end() :]}"
    return line


def _mark_lines(body: str, mark: Callable[[int], str]) -> str:
    """The items of each list under new marks; a line that is no item ends a list, a blank one does not."""
    done, count = [], 0
    for line in body.split("\n"):
        item = _ITEM.match(line)
        count = count + 1 if item else count * (not line)
        done.append(f"{mark(count)} {line[item.end() :]}" if item else line)
    return "\n".join(done)


def _marked(mark: Callable[[int], str], *, inline: bool = True) -> Callable[[str], str]:
    """Every item of every list under another mark."""

    def change(body: str) -> str:
        lines = [_mark_inline(line, mark) if inline else line for line in body.split("\n")]
        return _mark_lines("\n".join(lines), mark)

    return _answers(change)


def _one_per_line(line: str) -> str:
    for match in reversed(_inline(line)):
        line = f"{line[: match.start()].rstrip()}\n{line[match.start() :]}"
    return line


def _run_together(body: str) -> str:
    """The items of a list in one paragraph, numbered."""
    return re.sub(r"(?m)(?<=\S)(?<!:)\n(?=\d{1,2}\. \S)", " ", _mark_lines(body, lambda n: f"{n}."))


# --- paragraphs ---------------------------------------------------------------------------------------------------


def _split_paragraphs(line: str) -> str:
    """Prose cut after each sentence. Items stay whole, for what follows in one is said of it."""
    if _ITEM.match(line) or _inline(line):
        return line
    return re.sub(r"(?<=[a-zé)]{4}\.) (?=[A-Z][a-z])", "\n", line)


def _join_paragraphs(body: str) -> str:
    """Two paragraphs of prose as one. Lists, and lines that end in no full stop, stay."""
    done: list[str] = []
    for piece in re.split(r"\n\n+", body):
        if done and _is_prose(done[-1]) and _is_prose(piece):
            done[-1] += " " + piece
        else:
            done.append(piece)
    return "\n\n".join(done)


def _is_prose(piece: str) -> bool:
    marked = "\n" in piece or _ITEM.match(piece) or _SECTION.match(piece) or _inline(piece)
    return piece.endswith(".") and " " in piece and not marked


# --- order --------------------------------------------------------------------------------------------------------


def _turned(text: str) -> str:
    """Questions 24 to 27 in reverse, each with its own number."""
    head, parts = _cut(text)
    parts[23:27] = parts[23:27][::-1]
    return head + "".join(map(str, parts))


def _sections_turned(text: str) -> str:
    """The sections in reverse, all but the first, which names the city."""
    cuts = [match.start() for match in _SECTION.finditer(text)]
    thanks = text.index("\nTHANK YOU") if "\nTHANK YOU" in text else len(text)
    pieces = [text[a:b].rstrip() + "\n\n" for a, b in zip(cuts, [*cuts[1:], thanks], strict=True)]
    return text[: cuts[0]] + "".join(pieces[::-1]) + text[thanks:]


def _furnished(text: str) -> str:
    """What a print adds at the foot of each page: its number, a time, a button."""
    head, parts = _cut(text)
    feet = (
        f"Page {p.number // 4} of 12\n\n13:{p.number:02}\n\nReport abuse\n\n" * (p.number % 4 == 0)
        for p in parts
    )
    return head + "".join(f"{part}{foot}" for part, foot in zip(parts, feet, strict=True))


# --- numbers, dates, links ----------------------------------------------------------------------------------------


def _dates(form: Callable[[int, int, str], str]) -> Rewrite:
    """Every date in another form, which gets day, month and year.

    What a law without a title is called holds its date as printed, so its name may differ; its fields may not.
    """

    def change(match: re.Match[str]) -> str:
        n = next(n for n in (1, 2, 3) if match[f"y{n}"])
        month = match[f"m{n}"]
        return form(
            int(match[f"d{n}"]), _MONTHS.index(month) + 1 if month.isalpha() else int(month), match[f"y{n}"]
        )

    return Rewrite(lambda text: _DATE.sub(change, text), frozenset({"laws named"}))


def _in_digits(match: re.Match[str]) -> str:
    return f"{int(Decimal(match[1].replace(',', '')) * _SCALES[match[2]]):,}"


def _in_words(match: re.Match[str]) -> str:
    return f"{Decimal(match[0].replace(',', '')) / 1000:f} thousand"


def _subs(*rules: tuple[str, str]) -> Callable[[str], str]:
    def change(text: str) -> str:
        for pattern, new in rules:
            text = re.sub(pattern, new, text)
        return text

    return change


def _broken(text: str, width: int, hanging: str = "") -> str:
    """Each line broken where the next word has no room, as programs print; an address is never broken."""
    whole = {"break_long_words": False, "break_on_hyphens": False}
    return "\n".join(fill(line, width, subsequent_indent=hanging, **whole) for line in text.split("\n"))


REWRITES: dict[str, Rewrite] = {
    # lists
    "items 1)": Rewrite(_marked(lambda n: f"{n})")),
    "items (1)": Rewrite(_marked(lambda n: f"({n})")),
    "items a)": Rewrite(_marked(lambda n: f"{chr(96 + n)})")),
    "items •": Rewrite(_marked(lambda n: "•")),
    "items -": Rewrite(_marked(lambda n: "-", inline=False)),
    "items 1.": Rewrite(_marked(lambda n: f"{n}.", inline=False)),
    "items one per line": Rewrite(_lines(_one_per_line)),
    "items run together": Rewrite(_answers(_run_together)),
    # links
    "links (<url>)": Rewrite(_subs((rf"(?<!\])\({_URL}\)", r"(<\1>)"))),
    "links (url)": Rewrite(_subs((r"<(https?://[^\s<>]+)>", r"\1"))),
    "links <url>": Rewrite(_subs((rf"(?<!\])\({_URL}\)", r"<\1>"))),
    "links bare": Rewrite(_subs((rf"(?<!\])\({_URL}\)(?=[.,]?\s)", r"\1"))),
    "links in brackets": Rewrite(_subs((r"(?m)(?<=\w)(?:,| –|:) (https?://\S+?)(?=\.?$| – )", r" (\1)"))),
    "links without scheme": Rewrite(_subs((r"https?://(?=www\.)", ""))),
    "links in Markdown": Rewrite(lambda t: _NAMED.sub(r"\1[\2](\3)", t)),
    "links out of Markdown": Rewrite(_subs((r"\[([^\]\n]{2,80})\]\((https?://[^\s()]+)\)", r"\1 (\2)"))),
    # dates
    "dates 9 August 2011": _dates(lambda d, m, y: f"{d} {_MONTHS[m - 1]} {y}"),
    "dates August 9, 2011": _dates(lambda d, m, y: f"{_MONTHS[m - 1]} {d}, {y}"),
    "dates 09.08.2011": _dates(lambda d, m, y: f"{d:02}.{m:02}.{y}"),
    "dates 2011-08-09": _dates(lambda d, m, y: f"{y}-{m:02}-{d:02}"),
    # numbers; "no more than" is another bound than "more than"
    "millions in digits": Rewrite(lambda t: _SCALED.sub(_in_digits, t)),
    "thousands in words": Rewrite(
        lambda t: re.sub(r"(?<![\d,.])\d{1,3},[1-9]?\d?00\b(?![,.]\d)", _in_words, t)
    ),
    "thousands by spaces": Rewrite(_subs((r"(?<=\d),(?=\d{3}\b)", "\u00a0"))),
    "per cent": Rewrite(_subs((r"(?<=\d)%", " per cent"))),
    "space before %": Rewrite(_subs((r"(?<=\d)%", " %"))),
    "percent sign": Rewrite(_subs((r"(?<=\d) per cent\b", "%"))),
    "over": Rewrite(_subs((r"(?<![Nn]o )(?<![Nn]ot )\bmore than\b", "over"), (r"\bMore than\b", "Over"))),
    "around": Rewrite(_subs((r"\babout (?=\d)", "around "), (r"\bAbout (?=\d)", "Around "))),
    # questions
    "questions turned": Rewrite(_turned),
    "sections turned": Rewrite(_sections_turned),
    "numbers shifted": Rewrite(_headings(lambda p: f"{p.number + 3}. {p.heading}")),
    "numbers dropped": Rewrite(_headings(lambda p: p.heading)),
    "numbers 1)": Rewrite(_headings(lambda p: f"{p.number}) {p.heading}")),
    "numbers Q1": Rewrite(_headings(lambda p: f"Q{p.number}. {p.heading}")),
    "headings in capitals": Rewrite(_headings(lambda p: f"{p.number}. {p.heading.upper()}")),
    # paragraphs
    "paragraphs split": Rewrite(_lines(_split_paragraphs)),
    "paragraphs joined": Rewrite(_answers(_join_paragraphs)),
    "blank lines": Rewrite(lambda t: t.replace("\n", "\n\n")),
    "no blank lines": Rewrite(_subs((r"\n{2,}", "\n"))),
    "trailing spaces": Rewrite(lambda t: t.replace("\n", "  \n")),
    "page furniture": Rewrite(_furnished),
    "broken at 72": Rewrite(lambda t: _broken(t, 72)),
    "broken at 80": Rewrite(lambda t: _broken(t, 80)),
    "broken at 100": Rewrite(lambda t: _broken(t, 100)),
    "broken at 80, hanging": Rewrite(lambda t: _broken(t, 80, "   ")),
    # characters
    "crlf": Rewrite(lambda t: t.replace("\n", "\r\n")),
    "curly quotes": Rewrite(_subs((r'"([^"\n]*)"', r"“\1”"), ("'", "’"))),
    "guillemets": Rewrite(_subs((r'"([^"\n]*)"', r"«\1»"))),
    "non-breaking spaces": Rewrite(lambda t: t.replace(" ", "\u00a0")),
    "double spaces": Rewrite(lambda t: t.replace(" (", "  (")),
    "non-breaking hyphens": Rewrite(_subs((r"(?<=\s)([a-z]+)-(?=[a-z]+[ .,])", "\\1\u2011"))),
    "utf-8 with mark": Rewrite(encoding="utf-8-sig"),
    "utf-16": Rewrite(encoding="utf-16"),
}
"""Each rewrite by name."""
