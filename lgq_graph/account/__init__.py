"""What became of every character of a file: the proof that reading loses nothing.

`read.whole` tells all characters of the file, `align.uses` what became of those of the document; `match` lays one over the
other. What neither a reason nor a use claims is unaccounted, which is a fault of the reader.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from unicodedata import category

from ..align import align, nearest_form, uses
from ..errors import UsageError, counted
from ..extract.contacts import Known, personal_in
from ..model import Document, Fate, Span, Stretch, Use
from ..pipeline import known_in
from ..questionnaire import editions, load_questionnaire
from ..read import documents_in
from ..read.whole import whole_text
from ..read.whole.reasons import MAY_NAME
from .match import fold, match

__all__ = ["Account", "Piece", "account"]

_TICK = re.compile(r"\s*[xX✓✔☒☑☐□]\s*")
_CUT_OFF = re.compile(r"(?:https?://|www\.)[^\s…]{1,300}?(?:…|\.\.\.)(?=\s|$)", re.I)
_MARKUP, _PERSONAL = "sign of markup", "personal data"
_INVISIBLE, _SYMBOL = "invisible character", "sign of a symbol font"
_OTHER = "in another response of the file"

Told = tuple[Fate, str, int]
"""Fate, reason and question."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text of one place in a file that shares a fate; `characters` are those that are not blank.

    Personal data are pieces of their own, withheld and without their text; so is what another response holds. What may name those who wrote the document has no text either.
    """

    place: str
    fate: Fate
    reason: str
    question: int
    text: str
    characters: int


@dataclass(frozen=True, slots=True)
class Account:
    """All pieces of a file, in its order."""

    pieces: tuple[Piece, ...]

    @property
    def characters(self) -> int:
        """All characters of the file that are not blank."""
        return sum(piece.characters for piece in self.pieces)

    @property
    def unaccounted(self) -> int:
        """Those that nothing claims."""
        return sum(piece.characters for piece in self.pieces if piece.fate is Fate.UNACCOUNTED)

    def totals(self) -> dict[tuple[Fate, str], tuple[int, int]]:
        """For each fate and reason the characters and the pieces, in the order of the fates."""
        characters, pieces = Counter[tuple[Fate, str]](), Counter[tuple[Fate, str]]()
        for piece in self.pieces:
            characters[piece.fate, piece.reason] += piece.characters
            pieces[piece.fate, piece.reason] += 1
        order = sorted(characters, key=lambda key: (list(Fate).index(key[0]), key[1]))
        return {key: (characters[key], pieces[key]) for key in order}


def account(data: bytes, name: str, number: int = 1, edition: str | None = None) -> Account:
    """The account of a file for one of its responses; what stands only in another one is skipped for that reason.

    InputError when the file cannot be read, UsageError when it has no such response.
    """
    documents = documents_in(data, name)
    if not 0 < number <= len(documents):
        raise UsageError(
            f"{name} holds {counted(len(documents), 'response')}", hint="give --response from 1 on"
        )
    document = documents[number - 1]
    form = (
        load_questionnaire(edition)
        if edition
        else nearest_form(document, map(load_questionnaire, editions()))
    )
    text, fates = _laid_out(documents, number - 1, uses(document, form))
    stretches = whole_text(data, name)
    known = known_in(align(document, form))
    found = match(
        ["" if one.reason and not one.unless_read else one.text for one in stretches],
        text,
        [place for place, one in enumerate(stretches) if one.unless_read],
    )
    told = zip(stretches, found, strict=True)
    return Account(tuple(p for stretch, places in told for p in _pieces(stretch, places, fates, known)))


def _laid_out(documents: tuple[Document, ...], own: int, told: Iterable[Use]) -> tuple[str, list[Told]]:
    """The text of the documents as it is compared, and what became of each character of it."""
    text, fates = [], list[Told]()
    for place, document in enumerate(documents):
        if place == own:
            parts = [(use.span.of(document.blocks[use.block].text), (use.fate, use.reason, use.question)) for use in told]  # fmt: skip
        else:
            parts = [(block.text, (Fate.SKIPPED, _OTHER, 0)) for block in document.blocks]
        for words, fate in parts:
            folded = fold(words).text
            text.append(folded)
            fates += [fate] * len(folded)
    return "".join(text), fates


def _pieces(stretch: Stretch, places: list[int], fates: list[Told], known: Known) -> Iterator[Piece]:
    """The pieces of a stretch: neighbours with one fate, whatever blanks are between them."""
    text = stretch.text
    otherwise = _shown_otherwise(text)
    personal = {place for span in personal_in(text, known) for place in range(span.start, span.end)}
    keys = {
        at: _held(_fate(stretch, at, places[at] if places else -1, fates, otherwise), at in personal)
        for at in range(len(text))
        if not text[at].isspace()
    }
    begin, end, key, count = 0, 0, next(iter(keys.values()), None), 0
    for at, told in keys.items():
        if key is not None and told != key:
            yield _piece(stretch, Span(begin, end), key, count)
            begin, key, count = at, told, 0
        end, count = at + 1, count + 1
    if key is not None:
        yield _piece(stretch, Span(begin, end), key, count)


def _shown_otherwise(text: str) -> dict[int, Told]:
    """The characters that readers show as something else: a tick in a cell as a box, an address that is cut off as a whole."""
    if _TICK.fullmatch(text):
        return dict.fromkeys(range(len(text)), (Fate.OPTION, "tick that is read as a box", 0))
    told = Fate.SKIPPED, "address that is cut off, read as the whole one behind it", 0
    return {place: told for found in _CUT_OFF.finditer(text) for place in range(*found.span())}


def _fate(stretch: Stretch, at: int, place: int, fates: list[Told], otherwise: dict[int, Told]) -> Told:
    char = stretch.text[at]
    if stretch.reason and not stretch.unless_read:
        return stretch.fate, stretch.reason, 0
    if place >= 0:
        return fates[place]
    if stretch.reason:
        return stretch.fate, stretch.reason, 0
    if at in otherwise:
        return otherwise[at]
    if char in stretch.signs:
        return Fate.SKIPPED, _MARKUP, 0
    if not fold(char).text:
        return Fate.SKIPPED, _INVISIBLE, 0
    return (Fate.SKIPPED, _SYMBOL, 0) if category(char) == "Co" else (Fate.UNACCOUNTED, "", 0)


def _held(told: Told, personal: bool) -> Told:
    """The fate of personal data: withheld, but for what is lost, which stays so and is not shown."""
    fate, _, question = told
    if not personal or fate is Fate.WITHHELD:
        return told
    return (
        (fate, _PERSONAL, question)
        if fate is Fate.UNACCOUNTED
        else (Fate.WITHHELD, f"within {fate}", question)
    )


def _piece(stretch: Stretch, span: Span, told: Told, count: int) -> Piece:
    fate, reason, question = told
    hidden = fate is Fate.WITHHELD or reason in (_OTHER, _PERSONAL) or reason in MAY_NAME
    shown = "" if hidden else span.of(stretch.text)
    return Piece(stretch.place, fate, reason, question, shown, count)
