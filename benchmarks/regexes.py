"""The slowest patterns of the package on the worst text known for each, and all of them on one text as cities write.

    python benchmarks/regexes.py [--rows 20] [--characters 4000] [--json]

Each pattern searches as the package does (`match` and `fullmatch` once, all else for every match) in texts made against it and in what texts are full of;
the slowest is told, in nanoseconds of the processor for a character, and as many times what `str.find` takes to pass over the same text. The last
lines are all patterns, one after the other, over each line of the examples again and again, 100,000 characters of them. Patterns that only see some
characters at a time (a list in `tests/test_regexes.py` says which) take the square here, and not there.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.patterns import Pattern, Pump, collected, pumps  # noqa: E402

FIRST, AGAIN, REAL = 1_000, 3, 100_000
ABSENT = "☃"
"""In none of the texts."""


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rows", type=int, default=20)
    parser.add_argument("--characters", type=int, default=4_000)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    patterns = collected()
    rows = slowest(patterns, options.rows, options.characters)
    found = {"slowest": rows, "all": over_all(patterns, real_text())}
    if options.json:
        print(json.dumps(found, indent=2, ensure_ascii=False))
        return
    print(f"{'ns/character':>12} {'x str.find':>10}  text, module, pattern")
    for row in rows:
        print(
            f"{row['ns']:>12.1f} {row['ratio']:>10.0f}  {row['text']!r:20} {row['where']}: {row['pattern']}"
        )
    for name, value in found["all"].items():
        print(f"{name}: {value:,.1f}")


def slowest(patterns: tuple[Pattern, ...], rows: int, characters: int) -> list[dict[str, str | float]]:
    """The slowest of them by a short text, with their times for a longer one."""
    found = sorted(patterns, key=lambda pattern: _worst(pattern)[0], reverse=True)[:rows]
    return sorted((_row(pattern, characters) for pattern in found), key=lambda row: -float(row["ns"]))


def over_all(patterns: tuple[Pattern, ...], text: str) -> dict[str, float]:
    """What all patterns together take for one text."""
    lines = text.splitlines()
    seconds = _seconds(lambda: [pattern.work(line) for pattern in patterns for line in lines])
    return {
        "patterns": len(patterns),
        "characters": len(text),
        "seconds": seconds,
        "ns/character": seconds / len(text) * 1e9,
        "ns/character of one pattern": seconds / len(text) / len(patterns) * 1e9,
        "x str.find": seconds / len(patterns) / _passing(text),
    }


def real_text() -> str:
    """The examples one after the other, and again."""
    once = "\n".join(file.read_text(encoding="utf-8") for file in sorted((ROOT / "examples").glob("*.txt")))
    return (once * (REAL // len(once) + 1))[:REAL]


def _worst(pattern: Pattern) -> tuple[float, Pump]:
    """By a short text, the least of two times."""
    timed = []
    for pump in pumps(pattern):
        text = pump.text(FIRST)
        timed.append((min(_seconds(lambda text=text: pattern.work(text)) for _ in range(2)), pump))
    return max(timed, key=lambda pair: pair[0])


def _row(pattern: Pattern, characters: int) -> dict[str, str | float]:
    pump = _worst(pattern)[1]
    text = pump.text(characters)
    seconds = min(_seconds(lambda: pattern.work(text)) for _ in range(AGAIN))
    return {
        "where": pattern.where,
        "pattern": " ".join(pattern.text.split())[:60],
        "text": (pump.lead + pump.body)[:18],
        "ns": seconds / len(text) * 1e9,
        "ratio": seconds / _passing(text),
    }


def _passing(text: str) -> float:
    """The seconds that `str.find` takes, from many."""
    many = 1_000
    return _seconds(lambda: [text.find(ABSENT) for _ in range(many)]) / many


def _seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


if __name__ == "__main__":
    main()
