"""A figure that a notebook shows without more ado. Imports matplotlib: met only while something is drawn."""

from __future__ import annotations

from matplotlib.figure import Figure

__all__ = ["Picture"]


class Picture(Figure):
    """A matplotlib figure without a window."""

    def _repr_png_(self) -> bytes:
        from .style import image

        return image(self, "png")
