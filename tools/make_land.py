"""Write `lgq_graph/analyse/plots/land.json`, the outline of the land, from the npm package world-atlas.

    npm pack world-atlas@2 && tar xzf world-atlas-2.*.tgz && python tools/make_land.py package/land-110m.json

The data are Natural Earth's, 1:110 million, in the public domain. Each ring is a list of longitude and latitude by turns, in
tenths of a degree.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

TARGET = Path(__file__).resolve().parent.parent / "lgq_graph" / "analyse" / "plots" / "land.json"


def main(source: Path) -> None:
    """Decode the arcs of the topology and put them together, ring by ring."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        xs, ys = (list(accumulate([point[axis] for point in arc])) for axis in (0, 1))
        arcs.append([(x * sx + tx, y * sy + ty) for x, y in zip(xs, ys, strict=True)])
    rings = [ring for polygon in _polygons(topology["objects"]["land"]) for ring in polygon]
    drawn = [list(_unbroken([point for number in ring for point in _points(arcs, number)])) for ring in rings]
    outline = [_tenths(part) for ring in drawn for part in _copies(ring)]
    TARGET.write_text(json.dumps(sorted(outline), separators=(",", ":")) + "\n", encoding="utf-8")


def _polygons(land: dict[str, Any]) -> list[list[list[int]]]:
    shapes = land.get("geometries", [land])
    return [
        polygon
        for shape in shapes
        for polygon in (shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]])
    ]


def _points(arcs: list[list[tuple[float, float]]], number: int) -> list[tuple[float, float]]:
    return arcs[number] if number >= 0 else arcs[~number][::-1]


def _unbroken(ring: list[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """The ring without the jump from 180 degrees east to west, beyond the edge of the map where need be."""
    last, turn = ring[0][0], 0.0
    for x, y in ring:
        if abs(x - last) > 180:
            turn += 360 if x < last else -360
        last = x
        yield x + turn, y


def _copies(ring: list[tuple[float, float]]) -> Iterator[list[tuple[float, float]]]:
    """The ring, and what of it lies beyond an edge at the other one."""
    yield ring
    west, east = min(x for x, _ in ring), max(x for x, _ in ring)
    if west < -180.5 or east > 180.5:
        yield [(x + (360 if west < -180.5 else -360), y) for x, y in ring]


def _tenths(ring: list[tuple[float, float]]) -> list[int]:
    points = [(round(x * 10), round(y * 10)) for x, y in ring]
    kept = [point for place, point in enumerate(points) if not place or point != points[place - 1]]
    return [number for point in kept for number in point]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
