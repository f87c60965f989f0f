"""Lines of a paragraph → its text: words in the order of speech, what was broken over line ends mended, links told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from unicodedata import normalize

from .bidi import has_rtl, in_order
from .page import Line, Word

__all__ = ["Vocabulary", "text_of"]

_GAP = 0.1
_WRAP, _CUT = "\x1f", "\x1e"
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PRESENTED = re.compile(r"[\ufb00-\ufb4f\ufb50-\ufdff\ufe70-\ufefc]+")
_ADDRESS = re.compile(r"https?://|www\.|\w@\w", re.I)
_NEW_ADDRESS = re.compile(r"\W*(?:https?://|www\.)|\S+@", re.I)
_PATH_LIKE = re.compile(r"[/=?&%#_]|\w\.\w|\w-\w")
_TRAILING = re.compile(r"(?<![.,;:!?)\]»”\"'])[.,;:!?)\]»”\"']+$")
_SCHEME = re.compile(r"^(?:https?://|mailto:|tel:)?(?:www\.)?", re.I)
_WIDE_SCRIPT = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef\u3000-\u303f]")
_BREAK = re.compile(r"[^\W\d_]-$")
_LONG_LINE, _FEW_LINES, _MANY_BREAKS = 5, 20, 0.03


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text, what stands before it (nothing, a space, the end of a line), and where it leads."""

    text: str
    before: str
    link: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a document that stand within its lines, and whether it breaks words: what tells a hyphen from a break."""

    words: frozenset[str]
    breaks: bool

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Vocabulary:
        """What the lines of a document show. One that breaks words does so at many a line end, or breaks one that it has."""
        inner = frozenset(
            word.lower()
            for above, line in zip([None, *lines], lines, strict=False)
            for word in _WORD.findall(" ".join(w.text for w in line.words[int(_is_broken(above)) : -1]))
        )
        long = [(one, other) for one, other in pairwise(lines) if len(one.words) >= _LONG_LINE]
        ends = [(one.words[-1].text, other.words[0].text) for one, other in long if _is_broken(one)]
        proof = any(f"{left[:-1]}{right}".lower() in inner for left, right in ends)
        return cls(inner, proof or len(long) < _FEW_LINES or len(ends) > _MANY_BREAKS * len(long))

    def lacks(self, text: str) -> bool:
        """Whether the first word of a text stands nowhere else in the document."""
        return not any(word.lower() in self.words for word in _WORD.findall(text)[:1])

    def keeps_hyphen(self, left: str, right: str) -> bool:
        """Whether the hyphen between two parts of a word is its own: the document writes it so, or never breaks a word."""
        left, right = left.lower(), right.lower()
        if left + right in self.words:
            return False
        return (
            not self.breaks or len(left) < 2 or f"{left}-{right}" in self.words or {left, right} <= self.words
        )


def _is_broken(line: Line | None) -> bool:
    """Whether the last word of a line may go on in the next."""
    return line is not None and _BREAK.search(line.words[-1].text) is not None


def text_of(lines: Sequence[Line], vocabulary: Vocabulary, is_cut: Callable[[Line], bool]) -> str:
    """The text of a paragraph; the lines within the value of a field stay lines. `is_cut` tells whether a word that is too
    long for its line goes on in the next one."""
    text = "".join(_linked(_pieces(lines, is_cut)))
    if _WRAP in text:
        text = _mended(text, vocabulary)
    return _PRESENTED.sub(lambda found: normalize("NFKC", found[0]), text).strip()


def _pieces(lines: Sequence[Line], is_cut: Callable[[Line], bool]) -> Iterator[Piece]:
    cut = ""
    for line in lines:
        before = _WRAP + cut
        for text, gap, word in _told(line.words):
            yield Piece(text, before or gap, word.link)
            before = ""
        cut = _CUT if is_cut(line) else ""


def _told(words: Sequence[Word]) -> Iterator[tuple[str, str, Word]]:
    """The texts of a line in the order of speech, each with the space before it and its word."""
    if not any(has_rtl(word.text) and not word.whole for word in words):
        for index, word in enumerate(words):
            yield word.text, _space(words[index - 1], word) if index else "", word
        return
    last = 0
    for text, index in in_order([word.text for word in words]):
        low, high = sorted((last, index))
        yield (
            text,
            "" if low == high else " " if high - low > 1 else _space(words[low], words[high]),
            words[index],
        )
        last = index


def _space(left: Word, right: Word) -> str:
    return " " if right.x0 - left.x1 > _GAP * min(left.size, right.size) or left.whole or right.whole else ""


def _linked(pieces: Iterable[Piece]) -> Iterator[str]:
    """The words, each link followed by its target, unless the words are the target."""
    for link, group in groupby(pieces, key=lambda piece: piece.link):
        parts = list(group)
        shown = parts[0].text + "".join(part.before + part.text for part in parts[1:])
        yield parts[0].before
        yield _with_target(shown, link) if link else shown


def _with_target(shown: str, target: str) -> str:
    """A link as text; the address alone where that is what is shown, whole, however it was broken."""
    address = _bare(target)
    closed = [re.sub(rf"{broken}[\s{_WRAP}{_CUT}]+", "", shown) for broken in ("", f"-(?={_WRAP})")]
    for close in closed:
        if _bare(close) == address:
            return close
    if address and any(address in _bare(close).lower() for close in closed):
        return shown
    if _is_begun(closed[0], address):
        return target
    outside = ":" in target and not target.startswith(("file:", "javascript:"))
    return f"{shown} ({target})" if outside else shown


def _is_begun(shown: str, address: str) -> bool:
    """Whether an address is shown up to a hyphen at which it is broken; the rest stands elsewhere."""
    return shown.endswith("-") and bool(_NEW_ADDRESS.match(shown)) and address.startswith(_bare(shown[:-1]))


def _bare(address: str) -> str:
    return _SCHEME.sub("", _TRAILING.sub("", address)).rstrip("/").casefold()


def _mended(text: str, vocabulary: Vocabulary) -> str:
    """A text without its line ends: a space stands there, or nothing where a word or an address was broken."""
    first, *rest = text.strip(_WRAP).split(_WRAP)
    told = [first.rstrip()]
    for line in rest:
        is_cut, line = line.startswith(_CUT), line.strip(_CUT).lstrip()
        left, right = told[-1].rsplit(maxsplit=1)[-1:], line.split(maxsplit=1)[:1]
        if left and right:
            joined = _join(left[0], right[0], vocabulary, is_cut=is_cut)
            told[-1] = told[-1][: len(told[-1]) - len(left[0])] + joined[: len(joined) - len(right[0])]
        told.append(line.rstrip())
    return "".join(told)


def _join(left: str, right: str, vocabulary: Vocabulary, *, is_cut: bool) -> str:
    """The last word of a line with the first of the next."""
    if left.endswith("\xad"):
        return left[:-1] + right
    is_cut = is_cut and not _TRAILING.search(left) and right[0] not in "–—(" and vocabulary.lacks(right)
    if _ADDRESS.search(left) and (is_cut or _goes_on(left, right)):
        return left + right
    if left[-1] in "([" or (_WIDE_SCRIPT.match(left[-1]) and _WIDE_SCRIPT.match(right)):
        return left + right
    if len(left) < 2 or left[-1] not in "-/" or not left[-2].isalnum():
        return f"{left} {right}"
    parts = _WORD.findall(left[:-1])[-1:], _WORD.findall(right)[:1]
    broken = left[-1] == "-" and left[-2].islower() and right[0].islower() and all(parts)
    if broken and not _ADDRESS.search(left) and not vocabulary.keeps_hyphen(parts[0][0], parts[1][0]):
        return left[:-1] + right
    return left + right


def _goes_on(left: str, right: str) -> bool:
    """Whether the next line begins with the rest of an address."""
    if (_NEW_ADDRESS.match(right) and not left.endswith("://")) or left[-1] in ",;)]>»":
        return False
    rest = _TRAILING.sub("", right)
    if left.endswith("://") or left[-1] in "-_=?&%#":
        return True
    open_ = left.count("(") > left.count(")") and ")" in right
    return bool(_PATH_LIKE.search(rest)) or (open_ and left[-1] in "/.") or (left[-1] in "./" and open_)
