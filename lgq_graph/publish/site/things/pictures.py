"""Pictures as SVG: the goals of a city as a wheel, and its partners on a map of the world. Numbers only; templates draw them."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files as package_files

__all__ = ["MAP_SIZE", "Sector", "land", "on_map", "wheel"]

MAP_SIZE = (720, 290)
"""Width and height of the map, two units a degree; from 84° north to 61° south."""

_NORTH = 84
_OUTER, _INNER, _LABEL = 100.0, 46.0, 86.0


@dataclass(frozen=True, slots=True)
class Sector:
    """A goal on the wheel: its outline, its colour, how it is filled (`stated`, `inferred`, `planned`, `unknown`) and where its number stands."""

    goal: int
    outline: str
    colour: str
    fill: str
    x: str
    y: str
    words: str


def wheel(goals: Sequence[tuple[int, str, str]], colours: Mapping[int, str]) -> list[Sector]:
    """The sectors of some goals, from the top on with the clock; for each its number, how it is filled, and what it says."""
    step = 2 * math.pi / max(1, len(goals))
    return [_sector(place * step, step, *goal, colours) for place, goal in enumerate(goals)]


def _sector(
    start: float, step: float, goal: int, fill: str, words: str, colours: Mapping[int, str]
) -> Sector:
    gap = 0.012
    a, b = start + gap, start + step - gap
    outline = (
        f"M{_at(a, _INNER)}L{_at(a, _OUTER)}A{_OUTER:g} {_OUTER:g} 0 0 1 {_at(b, _OUTER)}"
        f"L{_at(b, _INNER)}A{_INNER:g} {_INNER:g} 0 0 0 {_at(a, _INNER)}Z"
    )
    x, y = _at((a + b) / 2, (_INNER + _LABEL + 14) / 2).split(" ")
    return Sector(goal, outline, colours.get(goal, "#777777"), fill, x, y, words)


def _at(angle: float, radius: float) -> str:
    """A point of the circle, the angle from the top with the clock, to a hundredth so that every machine writes the same."""
    x, y = radius * math.sin(angle), -radius * math.cos(angle)
    return f"{round(x, 2) + 0:g} {round(y, 2) + 0:g}"


def on_map(latitude: float, longitude: float) -> tuple[str, str]:
    """Where a place stands on the map, in its units."""
    return f"{round((longitude + 180) * 2, 1):g}", f"{round((_NORTH - latitude) * 2, 1):g}"


@lru_cache(maxsize=1)
def land() -> str:
    """The outline of the land as the path of an SVG, to half a degree (Natural Earth, public domain)."""
    rings = json.loads(
        (package_files("lgq_graph.analyse") / "plots" / "land.json").read_text(encoding="utf-8")
    )
    return "".join(_ring(ring) for ring in rings)


def _ring(ring: Sequence[int]) -> str:
    """A ring of tenths of degrees (longitude, latitude, …); points that fall together are one, and what has no area is none."""
    points = [
        (round((x / 10 + 180) * 2), round((_NORTH - y / 10) * 2))
        for x, y in zip(ring[::2], ring[1::2], strict=True)
    ]
    kept = [point for place, point in enumerate(points) if place == 0 or point != points[place - 1]]
    return "M" + "L".join(f"{x} {y}" for x, y in kept) + "Z" if len(kept) > 3 else ""
