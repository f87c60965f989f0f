"""Which edition of the form a document is an answer to: the one it names, read by the one whose questions it asks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..model import Document, Questionnaire
from .path import headings

__all__ = ["nearest_form", "printed_edition"]

_FORM = r"(?:local\s+government\s+questionnaire|LGQ)"
_YEAR = r"(?P<{}>20\d\d)(?!\d)"
_NAMED = re.compile(
    rf"(?i){_FORM}\W{{0,4}}(?:\(LGQ\)\W{{0,4}})?(?:(?:for|of|edition|round|year|survey)\W{{1,3}}){{0,2}}{_YEAR.format('after')}"
    rf"|(?<!\d){_YEAR.format('before')}\W{{1,3}}(?:edition\s+of\s+the\s+|UN\s+)?{_FORM}"
)
_LONGEST = 300


def printed_edition(document: Document, form: Questionnaire) -> str:
    """The year that the print gives to its form above the first question; empty when it gives none."""
    found = headings(document, form)
    above = document.blocks[: found[0].first if found else 0]
    named = (_NAMED.search(block.text) for block in above if len(block.text) <= _LONGEST)
    return next((match["after"] or match["before"] for match in named if match), "")


def nearest_form(document: Document, forms: Iterable[Questionnaire]) -> Questionnaire:
    """The edition of which most questions are found; of equals the latest."""
    return max(forms, key=lambda form: (len(headings(document, form)), form.edition))
