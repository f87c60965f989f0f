"""To the right of a type word: number, date, title, bracket and issuer in whatever order."""

from __future__ import annotations

import re

from .bracketed import read_bracket
from .called import read_called, read_closing_quote
from .dated import read_date
from .draft import Draft, Page
from .gazette import read_gazette
from .issued import read_issuer
from .numbered import read_number
from .published import read_published
from .small_titled import read_small_title
from .titled import read_apposed, read_code, read_phrase, read_quote, read_topic

__all__ = ["read_adjectives", "read_right"]

_AFTER_HEAD = re.compile(
    r"(?:\s(?i:alcaldici[oa]|exent[oa]|préfectoral|ministériel|executiv[oa]|estatutaria|normativ[oa]|reglamentari[oa]|regulamentar|administrativ[oa]|interministériel|Org[áâ]nic[oa]|Complementar|Municipal|Federal|Estatal|Estadual|Supremo|Legislativo|Ejecutivo|General|Geral|"
    r"Presiden|Pemerintah|Menteri|Gubernur|Wali\s?[Kk]ota|Bupati|Daerah|Nacional|Distrital|Metropolitana|Provincial|Regional|Ministerial|organique|municipale?|communale?|comunale?|regionale|provinciale|nazionale|[Ee]xterna|de [Uu]rgen(?:ță|cia))(?!\w)){1,2}"
)


def read_adjectives(page: Page, draft: Draft) -> None:
    """Adjectives that follow their noun in Romance languages: "Ley Orgánica"."""
    if match := _AFTER_HEAD.match(page.text, draft.end):
        draft.words.append(match[0].strip())
        draft.end = match.end()


def read_right(page: Page, draft: Draft) -> None:
    """Whatever follows, in whatever order; each kind of piece once."""
    steps = (
        read_code,
        read_small_title,
        read_called,
        read_closing_quote,
        read_date,
        read_gazette,
        read_published,
        read_number,
        read_quote,
        read_bracket,
        read_phrase,
        read_apposed,
        read_topic,
        read_issuer,
    )
    for _ in range(12):
        if not any(step(page, draft) for step in steps):
            return
