"""How every picture looks: readable by the colour-blind and in grey print, and the same bytes at each drawing."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from ...errors import UsageError

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["COLOURS", "INK", "MARKERS", "PALE", "figure", "image", "note", "styled"]

INK, PALE = "#222222", "#d9d9d9"
COLOURS = {
    "portal": "#0072b2", "service": "#56b4e9", "app": "#009e73", "platform": "#cc79a7", "initiative": "#e69f00",
    "strategy": "#d55e00", "organisation": "#999999", "legislation": "#666666", "city": "#0072b2", "region": "#56b4e9",
    "country": "#009e73", "network": "#cc79a7", "company": "#e69f00", "university": "#d55e00", "other": "#999999",
}  # fmt: skip
"""By kind, of the palette of Okabe and Ito (2008), which the colour-blind can tell apart."""
MARKERS = {
    "portal": "s", "service": "o", "app": "^", "platform": "D", "initiative": "P", "strategy": "*", "organisation": "h",
    "legislation": "v", "city": "o", "region": "s", "country": "D", "network": "h", "company": "^", "university": "P", "other": "v",
}  # fmt: skip
"""By kind too, so that grey print tells them apart."""

_STYLE: dict[Any, Any] = {
    "svg.hashsalt": "lgq-graph", "svg.fonttype": "none", "font.family": "DejaVu Sans", "font.size": 9, "axes.edgecolor": INK,
    "text.color": INK, "axes.labelcolor": INK, "xtick.color": INK, "ytick.color": INK, "axes.titlelocation": "left",
    "axes.titlesize": 11, "figure.dpi": 100, "savefig.dpi": 150, "axes.spines.top": False, "axes.spines.right": False,
}  # fmt: skip


@contextmanager
def styled() -> Iterator[None]:
    """The style of the house while something is drawn; UsageError when matplotlib is not installed."""
    try:
        import matplotlib
    except ImportError as error:
        raise UsageError("matplotlib is not installed", hint="pip install 'lgq-graph[plot]'") from error
    with matplotlib.rc_context(_STYLE):
        yield


def figure(width: float, height: float) -> Figure:
    """An empty figure, in inches, that no window shows."""
    from .picture import Picture

    return Picture(figsize=(width, height), layout="constrained")


def image(drawn: Figure, format_: str) -> bytes:
    """A figure as `svg` or `png`: without the time and the version of what drew it."""
    metadata: dict[str, Any] = {"Date": None} if format_ == "svg" else {"Software": None}
    out = io.BytesIO()
    with styled():
        drawn.savefig(out, format=format_, metadata=metadata)
    return out.getvalue()


def note(drawn: Figure, *lines: str) -> None:
    """What a reader must know, beneath the picture."""
    if text := "\n".join(filter(None, lines)):
        drawn.supxlabel(text, fontsize=7, x=0.01, ha="left", color=INK)
