"""The text of an answer with the words marked that statements come from."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

__all__ = ["Marked", "excerpt", "marked"]

Marked = tuple[int, int, str]
"""A stretch of a text: where it begins, where it ends, and the `id` of its mark."""


def marked(text: str, stretches: Iterable[Marked]) -> Markup:
    """The text as HTML, each stretch within a `<mark>` of its id; where two cross, the second goes on in a mark without one.

    Stretches beyond the text end with it; an empty one marks its place.
    """
    opening: dict[int, list[Marked]] = {}
    length = len(text)
    for start, end, name in sorted(set(stretches), key=lambda one: (one[0], -one[1], one[2])):
        opening.setdefault(min(start, length), []).append((min(start, length), min(end, length), name))
    cuts = sorted({0, length, *opening, *(end for of in opening.values() for _, end, _ in of)})
    parts: list[str] = []
    open_: list[Marked] = []
    for here, there in zip(cuts, [*cuts[1:], length], strict=True):
        open_ = _closed(parts, open_, here)
        for one in opening.get(here, ()):
            parts.append(f'<mark id="{escape(one[2])}">')
            if one[1] <= here:
                parts.append("</mark>")
            else:
                open_.append(one)
        parts.append(str(escape(text[here:there])))
    return Markup("".join(parts))


def _closed(parts: list[str], open_: list[Marked], here: int) -> list[Marked]:
    """Close what ends here, with all that stands within it; what does not end is opened again."""
    first = next((place for place, one in enumerate(open_) if one[1] <= here), None)
    if first is None:
        return open_
    parts.append("</mark>" * (len(open_) - first))
    going_on = [one for one in open_[first:] if one[1] > here]
    parts.append("<mark>" * len(going_on))
    return [*open_[:first], *going_on]


def excerpt(text: str, start: int, end: int, longest: int = 240) -> str:
    """The words of a stretch on one line, cut in the middle when they are many."""
    words = " ".join(text[start:end].split())
    if len(words) <= longest:
        return words
    half = (longest - 3) // 2
    return f"{words[:half].rstrip()} … {words[-half:].lstrip()}"
