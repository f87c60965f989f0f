"""Segments: the list items of an answer, in whatever style, and the prose between them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise

from ..model import Span
from .runin import find_run_in

__all__ = ["Segment", "SegmentKind", "find_segments", "markers"]


class SegmentKind(StrEnum):
    """An item of a list, a line of an unmarked list, or prose."""

    ITEM = "item"
    PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of an answer that speaks of one thing (an item) or of several (prose).

    `span` leaves out the marker; `marker` is its own span or None. An item is `run_in` when a sentence holds its list,
    `topic` when it only heads the entries of a deeper list; `heading` is that of the column which its name stands in.
    """

    span: Span
    kind: SegmentKind
    marker: Span | None = None
    run_in: bool = False
    topic: bool = False
    heading: str = ""


_COUNT = "[一二三四五六七八九十]"
_HAN = "\u3400-\u9fff“《「『"  # what stands right behind a mark where no spaces part the words
_ROUND = rf"\((?:\d{{1,3}}|[a-z]|[ivx]{{1,4}}|{_COUNT}{{1,3}})\)"
_NUMBERED = (
    r"\d{1,3}\s?(?:[.)]|\.\))(?=[ \t]|[^\W\d])|\d{1,2}(?:\.?[º°]\)?\.?|\.[-–—]|\)?\s?[-–—])(?=[ \t]+[^\W\d]|[ \t]+[\"“«])"
    rf"|\d{{1,2}}[、.)](?=[{_HAN}])|第?{_COUNT}{{1,3}}[、,.:]"
)
_LETTERED = r"(?:[^\W\d_\u3400-\u9fff]|[ivx]{2,4}|[IVX]{2,4})(?:[.)]|\.[)–—-])(?=[ \t])|(?:I{1,3}|I?V|VI{1,3}|IX|[\u0621-\u064a])\s?[-–—](?=[ \t])"
_LINE_MARKER = re.compile(
    rf"[ \t]{{0,20}}(?:{_NUMBERED}|{_ROUND}|{_LETTERED}|[①-⑳⑴-⒇❶-❿]|[•●▪◦‣·*○■□◆◇➢➤✓✔►»–—-](?=[ \t]|[^\W\d_]{{2}}))[ \t]{{0,20}}"
)
_INLINE_NUMBER = re.compile(
    rf"(?:(?<=^)|(?<=[\s(]))(?:(\d{{1,2}})(?:[.)]|\.[)–—-])|\((\d{{1,2}})\))\s{{1,3}}(?=[^\s\d.,;:)])"
    rf"|(?:(?<=^)|(?<=[\s:;,。]))(?:(\d{{1,2}})[、.)]|\((\d{{1,2}})\))(?=[{_HAN}])"
)
_INLINE_TOLD = re.compile(rf"(?:(?<=^)|(?<=[:;,。]))({_COUNT})是")
_INLINE_CIRCLED = re.compile(r"([①-⑳])")
_INLINE_LETTER = re.compile(r"(?:(?<=^)|(?<=[\s(]))(?:([a-z])\)|\(([a-z])\))\s{1,3}(?=\S)")
_INLINE_ROMAN = re.compile(
    r"(?:(?<=^)|(?<=[\s(]))(?:(i|ii|iii|iv|v|vi|vii|viii|ix|x)\)|\((i|ii|iii|iv|v|vi|vii|viii|ix|x)\))\s{1,3}(?=\S)"
)
_INLINE_BULLET = re.compile(r"(?:(?<=^)|(?<=\s))[•●▪◦‣■➢➤►]\s{0,3}(?=\S)")
_DASHES = ("-", "–", "—", "·", "*", "•", "◦", "▪")
_LABEL = re.compile(
    r"[A-Z][^\s:.;()]*(?:\s[^\s:.;()]+){0,5}:\s(?=(?P<rest>(?:[^\n;(]|\([^\n()]*\)|\()+))(?P=rest)(?:$|\n)"
)
_ENTRY = re.compile(r"[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*)+\s?(?::|–|\(|-\s)")
_ROMAN = {r: i for i, r in enumerate("i ii iii iv v vi vii viii ix x".split(), 1)}
_COUNTED: tuple[tuple[re.Pattern[str], Callable[[str], int]], ...] = (
    (_INLINE_NUMBER, int),
    (_INLINE_TOLD, lambda sign: "一二三四五六七八九十".index(sign) + 1),
    (_INLINE_CIRCLED, lambda sign: ord(sign) - ord("①") + 1),
    (_INLINE_ROMAN, _ROMAN.__getitem__),
    (_INLINE_LETTER, lambda letter: ord(letter) - 96),
)
_OPENS_ITEM = re.compile(
    r"[.:;,!?)>\]”\"»…]\s{1,3}\(?$|[:;,。]$|^\(?$|(?:and|y|et|e|or|und)\s{1,3}\(?$|\b(?:are|is|were|was|include|son|sont|são|sind)\s{1,3}\($"
)


def find_segments(text: str) -> tuple[Segment, ...]:
    """The segments of a text in order; together they cover every word of it but the markers."""
    lines = _join_nested(
        text, [segment for start, line in _lines(text) for segment in _split_line(start, line)]
    )
    return tuple(
        part
        for segment in _labelled(text, list(_join_continuations(text, lines)))
        for part in _without_run_in(text, segment)
    )


def markers(text: str) -> tuple[Span, ...]:
    """The list markers of a text ("3.", "b)", "•")."""
    return tuple(segment.marker for segment in find_segments(text) if segment.marker)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, line
        start += len(line) + 1


def _split_line(start: int, line: str) -> list[Segment]:
    marker = _LINE_MARKER.match(line)
    cuts = _inline_cuts(line)
    if not cuts:
        if marker and line[marker.end() :].strip():
            return [_item(start, line, Span(*marker.span()), len(line))]
        return [Segment(_strip(line, 0, len(line)).shift(start), SegmentKind.PROSE)]
    segments = []
    lead = _strip(line, 0, cuts[0].start)
    if lead.start < lead.end:
        segments.append(Segment(lead.shift(start), SegmentKind.PROSE))
    for cut, end in zip(cuts, [*(cut.start for cut in cuts[1:]), len(line)], strict=True):
        segments.append(_item(start, line, cut, end))
    return segments


def _labelled(text: str, segments: list[Segment]) -> list[Segment]:
    """Lines without marks of which three or more in a row read "Name: what it is", half of them with a link, as items."""
    found: list[Segment] = []
    for labelled, run in groupby(
        segments, lambda s: s.kind is SegmentKind.PROSE and bool(_LABEL.match(s.span.of(text)))
    ):
        lines = list(run)
        linked = sum("http" in line.span.of(text) or "www." in line.span.of(text) for line in lines)
        items = labelled and len(lines) > 2 and linked * 2 >= len(lines)
        found += [Segment(line.span, SegmentKind.ITEM, run_in=True) for line in lines] if items else lines
    return found


def _without_run_in(text: str, segment: Segment) -> Iterator[Segment]:
    """Prose with the entries of a list in it as items of their own, and the prose around them."""
    if segment.kind is SegmentKind.ITEM:
        yield segment
        return
    at = segment.span.start
    for entries in find_run_in(text, segment.span):
        yield from _prose(text, at, entries[0].span.start)
        for entry in entries:
            yield Segment(
                _strip(text, entry.span.start, entry.span.end), SegmentKind.ITEM, entry.marker, True
            )
        at = entries[-1].span.end
    yield from _prose(text, at, segment.span.end)


def _prose(text: str, start: int, end: int) -> Iterator[Segment]:
    if text[start:end].strip():
        yield Segment(_strip(text, start, end), SegmentKind.PROSE)


def _item(start: int, line: str, marker: Span, end: int) -> Segment:
    return Segment(
        _strip(line, marker.end, end).shift(start),
        SegmentKind.ITEM,
        _strip(line, marker.start, marker.end).shift(start),
    )


def _strip(line: str, start: int, end: int) -> Span:
    body = line[start:end]
    start += len(body) - len(body.lstrip())
    return Span(start, start + len(body.strip()))


def _inline_cuts(line: str) -> list[Span]:
    """Markers of items run together in one paragraph: at least two, counting up from the first without a gap."""
    for pattern, value in _COUNTED:
        cuts = _counting_up(line, pattern, value)
        if len(cuts) > 1:
            return cuts
    bullets = [Span(*match.span()) for match in _INLINE_BULLET.finditer(line)]
    return bullets if len(bullets) > 1 else []


def _counting_up(line: str, pattern: re.Pattern[str], value: Callable[[str], int]) -> list[Span]:
    """The markers of one style that count 1, 2, 3 … and stand where an item can begin."""
    cuts: list[Span] = []
    for match in pattern.finditer(line):
        leads = (
            bool(cuts) and not line[: cuts[0].start].strip() and line[match.end() : match.end() + 1].isupper()
        )
        opens = leads or _OPENS_ITEM.search(line[max(0, match.start() - 8) : match.start()])
        if opens and value(next(filter(None, match.groups()))) == len(cuts) + 1:
            cuts.append(Span(*match.span()))
    return cuts


def _join_nested(text: str, segments: list[Segment]) -> list[Segment]:
    """Items with the dashes below them that only describe them, where a list has such dashes: no names of their own."""
    outer = [s.marker.of(text) not in _DASHES for s in segments if s.marker]
    within = sum(outer) > 1 and outer[:1] == [True] and not all(outer)
    joined: list[Segment] = []
    for segment in segments:
        if joined and _describes(text, joined[-1], segment, within):
            segment = Segment(
                Span(joined[-1].span.start, segment.span.end), SegmentKind.ITEM, joined.pop().marker
            )
        joined.append(segment)
    return joined


def _describes(text: str, item: Segment, below: Segment, within: bool) -> bool:
    if (
        not (item.marker and below.marker)
        or below.marker.of(text) not in _DASHES
        or item.marker.of(text) in _DASHES
    ):
        return False
    words, ends = below.span.of(text), text[item.span.end - 1 : item.span.end]
    if not within or ends == ":" or _ENTRY.match(words):
        return False
    link = re.search(r"https?://|www\.", words)
    return link is None or not any(c.isalpha() for c in words[: link.start()])


def _join_continuations(text: str, segments: list[Segment]) -> Iterator[Segment]:
    """Give lines without a marker to the item above them, where the list shows that its items have several lines."""
    run: list[Segment] = []
    for segment in segments:
        if segment.kind is SegmentKind.ITEM and run and run[0].kind is SegmentKind.PROSE:
            yield from run
            run = []
        run.append(segment)
    yield from _join_run(text, run) if run else ()


def _join_run(text: str, run: list[Segment]) -> Iterator[Segment]:
    """Join the lines of a stretch that begins with an item; before the last item, lines between items continue them."""
    starts = [i for i, segment in enumerate(run) if segment.kind is SegmentKind.ITEM]
    if not starts:
        yield from run
        return
    usual = max((b - a - 1 for a, b in pairwise(starts) if _one_list(run, a, b)), default=0)
    for at, following in zip(starts, [*starts[1:], len(run)], strict=True):
        extra = following - at - 1
        kept = extra if following < len(run) and _one_list(run, at, following) else min(extra, usual)
        if kept < extra and _is_tail(text, run[at + kept + 1]):
            kept += 1
        last = run[at + kept]
        yield Segment(Span(run[at].span.start, last.span.end), SegmentKind.ITEM, run[at].marker)
        yield from run[at + kept + 1 : following]


def _one_list(run: list[Segment], at: int, following: int) -> bool:
    """Whether few enough lines lie between two items for them to be of one list."""
    return following - at <= 4


def _is_tail(text: str, segment: Segment) -> bool:
    """A line that cannot stand alone: a bare link, or one that begins in lower case."""
    words = segment.span.of(text)
    return bool(re.match(r"[<(]?(?:https?://|www\.)\S+$", words)) or words[:1].islower()
