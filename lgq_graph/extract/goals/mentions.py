"""From hits to mentions: numbered by the sentence that names them and by their rank in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import GoalMention, Modality, Span
from .frame import Frame, Hit
from .links import TIDY

__all__ = ["mentions_of"]

_RESPECTIVELY = re.compile(r"(?i)(?<!\w)(?:respectively|in (?:that|this|the same) order)(?!\w)")


def mentions_of(frame: Frame, hits: list[Hit], meant: list[Modality]) -> Iterator[GoalMention]:
    ordered = {where: n for n, where in enumerate(sorted({frame.at(hit.span.start) for hit in hits}))}
    groups: dict[int, list[int]] = {}
    for n, hit in enumerate(hits):
        groups.setdefault(frame.at(hit.span.start), []).append(n)
    for where, members in groups.items():
        each = _is_respective(frame, [hits[n] for n in members])
        span = frame.spans[where]
        for rank, n in enumerate(members):
            hit = hits[n]
            quote = Span(span.start, max(span.end, hit.span.end))
            yield GoalMention(hit.span, hit.goal, hit.target, meant[n], quote, ordered[where], rank, each)


def _is_respective(frame: Frame, hits: list[Hit]) -> bool:
    """Whether the goals of a sentence belong one by one to the things it names."""
    if len(hits) < 2:
        return False
    after = frame.after(hits[-1].span.end, 160)
    match = _RESPECTIVELY.search(after)
    if match and not re.search(r"\d", TIDY.sub("", after[: match.start()])):
        return True
    return bool(_RESPECTIVELY.search(frame.before(hits[0].span.start, 80)))
