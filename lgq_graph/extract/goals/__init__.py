"""SDG statements: which goals and targets a text names, and whether it claims, plans, ended or denies the tie.

A number is a goal when the words before it say so (“SDG 6”, “Goals 3–5” in an answer about the SDGs, “target 11.2”);
a name is one when the sentence speaks of the SDGs. Topics are never goals. Terms stand in tables: a language is a row.
"""

from __future__ import annotations

import re

from ...model import GoalMention
from ..sentences import sentences
from .asked import told
from .columns import column_goals, has_column
from .frame import Frame
from .heads import HEAD
from .mentions import mentions_of
from .modality import modalities_of
from .named import named_goals
from .names import NAME
from .numbered import numbered_goals
from .ranked import RANKED, ranked_goals

__all__ = ["find_goals"]

_ADDRESS = re.compile(
    r"(?i)(?:https?://|www\.)(?:(?![),.;][\u3400-\u9fff]|[、。])[^\s<>\"”»]){1,2000}|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,200}|(?<![\w@])@\w{1,60}"
    r"|(?<![\w.-])[a-z][\w-]{0,62}\.(?:[\w-]{1,63}\.){0,4}[a-z]{2,12}(?![\w-])(?:/[^\s<>\"”»]{0,2000})?"
)


def find_goals(text: str, year: int | None = None) -> tuple[GoalMention, ...]:
    """Every goal that a text names, in order of place, as the sentence that names it means it.

    `owners` is left empty. `statement` numbers the sentences that name a goal, from 0; `rank` counts within one.
    `year` is that of the response: what begins after it is planned.
    """
    clear = _ADDRESS.sub(_blank, text)
    if not (HEAD.search(clear) or RANKED.search(clear) or NAME.search(clear) or has_column(clear)):
        return ()
    frame = Frame(clear, sentences(text), year or 0)
    hits = sorted([*numbered_goals(frame), *ranked_goals(frame), *column_goals(frame)])
    hits = told(frame, sorted([*hits, *named_goals(frame, hits)]))
    return tuple(mentions_of(frame, hits, modalities_of(frame, hits)))


def _blank(address: re.Match[str]) -> str:
    """Nothing in place of an address, but what closes a bracket or sentence behind it."""
    kept = len(address[0].rstrip(").,;:]"))
    return "\0" * kept + address[0][kept:]
