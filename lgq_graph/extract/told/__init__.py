"""Names without a link that the words beside them make names: "the app Foo", "Foo, an app of …", "Foo Bar Desk (FBD)".

Each needs capitals and one more sign: a noun of a kind beside it, its own initials, or a number to call.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Kind, Span
from ..enclosed import enclosed
from ..goals.heads import STRONG
from ..standalone import Found
from .behind import named, so_called, tailed
from .bodies import acting
from .own import called, initialled, shortened
from .said import apposed, being, opening, principal
from .several import names_several, several, translated

__all__ = ["find_told", "names_several"]

_GOALS = re.compile(
    rf"\b(?:SDGs?|Sustainable Development|Millennium Development)\b|(?<!\w)(?:{'|'.join(STRONG)})(?!\w)(?!\s[A-ZÀ-Þ])"
)
"""What the goals are called together, in any language."""


def find_told(text: str, sentence: Span, default: Kind) -> Iterator[Found]:
    """The names of a sentence that a noun, an apposition, their initials or their last word shows to be names."""
    found = (
        *several(text, sentence),
        *translated(text, sentence),
        *named(text, sentence),
        *tailed(text, sentence, default),
        *apposed(text, sentence),
        *being(text, sentence, default),
        *principal(text, sentence, default),
        *(Found(name, kind) for name, kind in enclosed(text, sentence)),
        *called(text, sentence),
        *so_called(text, sentence, default),
        *initialled(text, sentence),
        *acting(text, sentence),
        *opening(text, sentence, default),
        *shortened(text, sentence, default),
    )
    yield from (name for name in found if not _GOALS.search(name.span.of(text)))
