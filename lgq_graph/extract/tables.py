"""Tables typed into an answer, with a row of headings of which one is the SDGs': "Service | SDG | Link"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby

from ..model import Span

__all__ = [
    "Cell",
    "Row",
    "count_cells",
    "entry_rows",
    "goal_first_rows",
    "goal_rows",
    "headings",
    "running_numbers",
]

_CELL, _BAR = re.compile(r"[^\t|\n]+"), re.compile(r"[\t|]")
_HEADING = re.compile(
    r"(?:(?:un(?!\sgoal)|related|relevant|linked|supported|main|corresponding|applicable|associated|aligned|addressed|which|contribut(?:ion|es|ing)(?:\sto)?|links?\sto|alignment\swith|impact\son|the|los|les|an|zu)\s)*"
    r"(?:(?P<strong>(?:sdgs?|s\.d\.g\.s?|ods|odd|oss|ska|цур|sustainable development (?:goal|objective)s?(?:\(s\))?|objetivos? de desarrollo sostenible|objetivos? de desenvolvimento sustentável"
    r"|objectifs? de développement durable|nachhaltigkeitsziele?|(?:un|united nations|global)(?:['’]s?)? goals?|objetivos? (?:de la|da) onu|objectifs? (?:de l['’])?onu)(?:\(s\)|-ziele?)?(?:\s\((?:un\s)?(?:sdgs?|ods|odd)\))?)|goals?(?:\(s\))?)"
    r"(?:\s(?:nos?\.?|numbers?|addressed|supported|served|covered|concerned|contribution|alignment|goals?|targets?|\(s\)|relacionad[oa]s?|vinculad[oa]s?|correspondientes?|relevantes?|asociados?|concernés?|visés?|liés?))*",
    re.I,
)
"""Headings of a column of goals."""
_SHORT = r"(?:brief|short|main|general|detailed|key|breve|corta|courte|brève|kurze?|krótki|singkat|kısa)"
_BESIDE = re.compile(
    rf"(?:{_SHORT}\s)?"
    r"(?:(?:web\s?)?(?:links?|urls?|address|web\s?(?:site|page)|website|site|where|access)|purpose|description|summary|what it (?:does|is)|function|use|notes?|comments?|details"
    r"|enlace|lien|liens|enlaces|descripción|resumen|resumo|résumé|finalité|objet|objeto|zweck|(?:kurz)?beschreibung|adresse|dirección|endereço|descrição|descrizione|opis|deskripsi|açıklama)"
    rf"(?:\s{_SHORT})?(?:\s\([^()]{{1,20}}\))?",
    re.I,
)
"""Headings of columns that tell of the thing in the first one."""
_ADDRESS = re.compile(r"https?://|www\.", re.I)
_LAST_ADDRESS = re.compile(r"[\s(<\[:–-]{1,4}(?:https?://|www\.)\S{1,2000}$", re.I)
_GOAL = re.compile(r"(?:un\s)?(?:sdgs?|ods|odd|ska|goals?)\s?\d", re.I)
_UNNAMED = re.compile(rf"(?:{_ADDRESS.pattern})|{_GOAL.pattern}|\d{{1,3}}[.)]?$", re.I)
_TITLE = re.compile(r"[^\W\d_](?:(?!https?:|www\.)[^\n]){0,60}")
_FIGURE = re.compile(
    r"(?:[A-Za-z~≈>]{1,12}\.?\s(?:than\s)?)?\d[\d.,  ]{0,14}(?:\s?(?:k|K|M|million|thousand|mln|Mio|mio|mn|bn|mil|tys|bin|ribu|juta|lakhs?|crores?|millones|milhões|millions)\.?)?(?:\+|\s?%)?"
)


_RUNNING = re.compile(r"\d{1,3}[.)]?")
_YEAR = re.compile(r"(?:FY\s?)?(?:19|20)\d\d(?:\s?[/–-]\s?(?:19|20)?\d\d)?")


@dataclass(frozen=True, slots=True)
class Row:
    """A row below the headings; `goals` is its cell in the SDG column; `strong` when that column says "SDG"."""

    span: Span
    goals: Span
    strong: bool

    @property
    def rest(self) -> Span:
        """What follows the goals."""
        return Span(self.goals.end, self.span.end)


def goal_rows(text: str) -> Iterator[Row]:
    """The rows of all tables with an SDG column."""
    column, strong = -1, False
    for cells in _lines(text):
        named = [(i, m["strong"]) for i, cell in enumerate(cells) if (m := _HEADING.fullmatch(cell.of(text)))]
        if len(cells) < 2:
            column = -1
        elif len(named) == 1 and column < 0:
            column, strong = named[0][0], bool(named[0][1])
        elif 0 <= column < len(cells) and any(re.search(r"\w", cell.of(text)) for cell in cells):
            yield Row(_row(cells), cells[column], strong)


def goal_first_rows(text: str) -> Iterator[Row]:
    """The rows that begin with their goals, below a heading of goals or without one: "SDG 6 | Water portal"."""
    headed = {row.span.start: row for row in goal_rows(text)}
    bare = {
        cell.row.start: Row(cell.row, Span(cell.row.start, cell.told.start), True)
        for cell in entry_rows(text)
        if _GOAL.match(text, cell.row.start) and cell.row.start < cell.told.start
    }
    rows = headed | bare
    return (rows[at] for at in sorted(rows) if rows[at].goals.start == at)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell below a heading, in its row; `told` is the stretch of the row from where it speaks of the cell.

    `above` is the place of the heading, and `first` that of the cell that begins the row.
    """

    span: Span
    heading: str
    row: Span
    told: Span
    above: Span | None = None
    first: Span | None = None


def count_cells(text: str) -> Iterator[Cell]:
    """The cells that hold a number alone, below a heading of what is counted or a year: "Service | Users | Link"."""
    head: list[Span] = []
    for cells in _lines(text):
        if len(cells) < 2 or (head and len(cells) != len(head)):
            head = []
        if not head and len(cells) > 1 and _is_head([cell.of(text) for cell in cells]):
            head = cells
        elif head:
            row = _row(cells)
            for cell, above in zip(cells[1:], head[1:], strict=True):
                if _FIGURE.fullmatch(cell.of(text)):
                    yield Cell(cell, above.of(text), row, row, above, cells[0])


def _is_head(words: list[str]) -> bool:
    """Whether a row is one of headings: titles, of which all but the first may be years."""
    return bool(_TITLE.fullmatch(words[0])) and all(_TITLE.fullmatch(w) or _YEAR.fullmatch(w) for w in words)


def entry_rows(text: str) -> Iterator[Cell]:
    """The cell that names each row of a table, the first one that is neither a number nor an address, below its heading.

    A table is one whose headings say that a column holds links, goals or what the thing is for ("Service | Link" makes a
    service of each row), or, without headings, one with an address or a goal in each row.
    """
    for rows in _tables(text):
        words = [[cell.of(text) for cell in cells] for cells in rows]
        headed = _is_headed(words)
        if not headed and not any(
            all(any(map(cell.match, row)) for row in words) for cell in (_ADDRESS, _GOAL)
        ):
            continue
        for cells in (
            cells for cells, cell in zip(rows, words, strict=True) if not headed or cell != words[0]
        ):
            if entry := _entry(text, cells, words[0] if headed else [""] * len(cells)):
                yield entry


def headings(text: str) -> Iterator[Span]:
    """The rows of headings, which name nothing themselves, each with the heading of its running numbers; a table that
    goes on on another page has them again."""
    for rows in _tables(text):
        words = [[cell.of(text) for cell in cells] for cells in rows]
        if _is_headed(words):
            for cells, cell in zip(rows, words, strict=True):
                if cell == words[0]:
                    yield Span(text.rfind("\n", 0, cells[0].start) + 1, cells[-1].end)


def _is_headed(rows: list[list[str]]) -> bool:
    return any(map(_is_beside, rows[0][1:]))


def _is_beside(heading: str) -> bool:
    """Whether a column tells of the thing that another one names."""
    goals = _HEADING.fullmatch(heading)
    return bool(_BESIDE.fullmatch(heading) or (goals and goals["strong"]))


def _entry(text: str, cells: list[Span], head: list[str]) -> Cell | None:
    """What a row is about; where its address stands right before the name, the entry begins there."""
    words = [cell.of(text) for cell in cells]
    beside = [
        bool(_UNNAMED.match(cell)) or _is_beside(above) for cell, above in zip(words, head, strict=True)
    ]
    place = beside.index(False) if False in beside else 0
    if not _TITLE.fullmatch(_LAST_ADDRESS.sub("", words[place])):
        return None
    first = place - 1 if place and _ADDRESS.match(words[place - 1]) else place
    return Cell(
        cells[place],
        head[place],
        _row(cells),
        Span(cells[first].start, cells[-1].end),
    )


def _row(cells: list[Span]) -> Span:
    return Span(cells[0].start, cells[-1].end)


def _tables(text: str) -> Iterator[list[list[Span]]]:
    """The cells of lines one under the other that have equally many, two at least."""
    for count, group in groupby(_lines(text), len):
        if count > 1 and len(rows := list(group)) > 1:
            yield rows


def _lines(text: str) -> Iterator[list[Span]]:
    """The cells of each line, without the column of running numbers that a table begins with."""
    for rows in _blocks(text):
        numbered = len(rows[0]) > 2 and len(_running(text, rows)) > 0
        yield from (cells[numbered:] for cells in rows)


def running_numbers(text: str) -> Iterator[Span]:
    """The cells that only number the rows of a table: 1, 2, 3 …, whatever stands above them ("S.No.", "#", "Nº")."""
    for rows in _blocks(text):
        yield from _running(text, rows)


def _blocks(text: str) -> Iterator[list[list[Span]]]:
    """The cells of the lines, those with equally many together."""
    if not _BAR.search(text):
        return
    starts = accumulate((len(line) + 1 for line in text.split("\n")), initial=0)
    lines = [_cells(line, at) for line, at in zip(text.split("\n"), starts, strict=False)]
    yield from (list(rows) for _, rows in groupby(_unnumbered(text, lines), len))


_NUMBERS = re.compile(r"(?:s\.?\s?/?\s?)?n(?:o|r|º|°|um)?\.?|#|№|sl\.?\s?no\.?|number", re.I)
"""The heading of a column of running numbers."""
_NUMBER = re.compile(r"(\d{1,3})[.)]\s(?=\S)")


def _unnumbered(text: str, lines: list[list[Span]]) -> Iterator[list[Span]]:
    """The lines, without running numbers that stand before the first words of a row and over which a heading has a cell of its own."""
    width, count = 0, 0
    for cells, below in zip(lines, [*lines[1:], []], strict=True):
        heads = len(cells) > 2 and _NUMBERS.fullmatch(cells[0].of(text)) is not None
        number = _NUMBER.match(text, cells[0].start) if width and len(cells) == width else None
        if heads and len(below) == len(cells) - 1 and text.startswith(("1. ", "1) "), below[0].start):
            width, count = len(below), 0
            yield cells[1:]
        elif number and int(number[1]) == count + 1:
            count += 1
            yield [Span(number.end(), cells[0].end), *cells[1:]]
        else:
            width = 0
            yield cells


def _running(text: str, rows: list[list[Span]]) -> list[Span]:
    """The first cells of rows that count up from one, each before a cell of words; the row of headings has none."""
    below = rows if len(rows[0]) > 1 and _RUNNING.fullmatch(rows[0][0].of(text)) else rows[1:]
    if len(below) < 2 or len(below[0]) < 2:
        return []
    counts = all(
        cells[0].of(text).rstrip(".)") == str(number) and cells[1].of(text)[:1].isalpha()
        for number, cells in enumerate(below, 1)
    )
    return [cells[0] for cells in below] if counts else []


def _cells(line: str, at: int) -> list[Span]:
    """The cells of a line that have words in them; the bars at its edges are none."""
    found: list[Span] = []
    for cell in _CELL.finditer(line):
        words = cell[0].strip()
        start = at + cell.start() + len(cell[0]) - len(cell[0].lstrip())
        if words or found:
            found.append(Span(start, start + len(words)))
    return found
