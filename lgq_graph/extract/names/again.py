"""A thing named again by the end of its name: "the Help Line", behind the Mako Help Line."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from ...model import Kind, NameMention
from .draft import Draft

__all__ = ["join_ends"]

_THE = re.compile(
    r"(?<!\w)(?i:the|this|our|el|la|nuestr[oa]|est[ea]|le|notre|cette|o|a|noss[oa]|il|der|die|das)\s[\"“«]?$"
)
_ADDED = 3
"""How many words a full name may have before what stands for it."""
_NEITHER = frozenset({Kind.LEGISLATION, Kind.ACCOUNT, Kind.POST})
_MANY = 400


def join_ends(draft: Draft) -> None:
    """Give a name without a link that "the" leads to and that ends one longer name before it, and no other, the longer one."""
    if len(draft.names) > _MANY:
        return
    linked = set(draft.owners.values())
    full = _by_end(draft)
    for i, short in enumerate(draft.names):
        longer = {
            draft.names[at].name: draft.names[at]
            for at in full.get(short.name, ())
            if draft.names[at].span.end < short.span.start
        }
        if i in linked or len(longer) != 1 or not _stands_for(draft, short, *longer.values()):
            continue
        known = next(iter(longer.values()))
        draft.names[i] = replace(
            short, name=known.name, kind=known.kind, basis=known.basis, rule=known.rule, proper=known.proper
        )


def _by_end(draft: Draft) -> dict[str, list[int]]:
    """The names of an answer by what is left of them without their first words."""
    ends: dict[str, list[int]] = defaultdict(list)
    for i, name in enumerate(draft.names):
        words = name.name.split()
        if name.proper and name.kind not in _NEITHER:
            for cut in range(1, min(len(words), _ADDED + 1)):
                ends[" ".join(words[cut:])].append(i)
    return ends


def _stands_for(draft: Draft, short: NameMention, known: NameMention) -> bool:
    """Whether an article leads to the short name, no other thing went by it before, and it is not of another sort."""
    before = draft.text[max(0, short.span.start - 12) : short.span.start]
    sorts = (short.kind is Kind.ORGANISATION) == (known.kind is Kind.ORGANISATION)
    first = min(name.span for name in draft.names if name.name == short.name)
    written = any(map(str.isupper, short.name))
    return sorts and written and known.span < first and _THE.search(before) is not None
