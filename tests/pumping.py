"""How the time of each pattern grows with texts made against it, in a process that ends itself when one takes too long.

Python looks for signals too seldom while a pattern is at work, so that process has a clock which ends it: the pattern is named, and another
process goes on with the next. (A limit of the processor's time would make its clock tick too coarsely to measure with.)
"""

from __future__ import annotations

import faulthandler
import json
import math
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .patterns import ROOT, Pattern, Pump, pumps

__all__ = ["SQUARE", "Growth", "growths"]

SQUARE = 1.6
"""Twice the text takes twice the time where this is 1, and four times the time where it is 2."""
_FAST = 1e-6
_NONE = Pump("", "")
_FIRST, _SECOND, _TELLS, _TRIALS = 1_000, 4_000, 0.1, 3


@dataclass(frozen=True, slots=True)
class Growth:
    """The slowest text found for a pattern: seconds for so many characters, and the exponent; infinite where it was killed."""

    pattern: Pattern
    pump: Pump = _NONE
    characters: int = 0
    seconds: float = 0
    exponent: float = 1

    @property
    def is_square(self) -> bool:
        """Whether it is slow and growing worse: what takes a microsecond a letter is fast, however a busy machine measured it."""
        return self.exponent > SQUARE and self.seconds > _FAST * self.characters

    def __str__(self) -> str:
        return f"{self.seconds:.2f} s for {self.characters} of {self.pump} (exponent {self.exponent:.1f}) {self.pattern}"


def growths(patterns: Sequence[Pattern], most: int, limit: int) -> Iterator[Growth]:
    """One for each pattern: up to `most` characters, and a pattern that is not done after so many seconds has hung."""
    begin = 0
    while begin < len(patterns):
        rest = patterns[begin:]
        given = json.dumps([[p.where, p.text, p.flags, sorted(p.uses)] for p in rest])
        command = [sys.executable, "-m", "tests.pumping", str(most), str(limit)]
        done = subprocess.run(command, input=given, capture_output=True, text=True, cwd=ROOT)
        lines = done.stdout.splitlines()
        yield from (_told(p, *json.loads(line)) for p, line in zip(rest, lines, strict=False))
        if len(lines) < len(rest):
            if "Timeout" not in done.stderr:
                raise RuntimeError(done.stderr)
            yield Growth(rest[len(lines)], _NONE, most, limit, math.inf)
        begin += len(lines) + 1


def _told(pattern: Pattern, lead: str, body: str, characters: int, seconds: float, exponent: float) -> Growth:
    return Growth(pattern, Pump(lead, body), characters, seconds, exponent)


def _growth(pattern: Pattern, most: int) -> Growth:
    pattern.work("")
    slowest = sorted(pumps(pattern), key=lambda pump: _seconds(pattern, pump, _FIRST))[-3:]
    slowest_found = Growth(pattern)
    for pump in reversed(slowest):
        found = _followed(pattern, pump, most)
        if found.exponent > SQUARE:
            return found
        slowest_found = max(slowest_found, found, key=lambda growth: growth.seconds)
    return slowest_found


def _followed(pattern: Pattern, pump: Pump, most: int) -> Growth:
    """Doubling until there is enough time to tell, then all at once; nothing when not even a square would take that time."""
    size, seconds = _SECOND, _seconds(pattern, pump, _SECOND)
    if seconds * (most / size) ** 2 < _TELLS:
        return Growth(pattern, pump, size, seconds)
    while seconds < _TELLS and size < most:
        size = min(2 * size, most)
        seconds = _seconds(pattern, pump, size)
    exponent = 1 if seconds < _TELLS else _exponent(pattern, pump, size)
    if exponent <= SQUARE and size < most:
        size, seconds, exponent = most, _seconds(pattern, pump, most), _exponent(pattern, pump, most)
    return Growth(pattern, pump, size, seconds, exponent)


def _exponent(pattern: Pattern, pump: Pump, size: int) -> float:
    """The least of some trials, for a busy machine makes one look worse; that of a text a quarter as long is the base."""
    least = math.inf
    for _ in range(_TRIALS):
        short, long = (_seconds(pattern, pump, length) for length in (size // 4, size))
        least = min(least, math.log(long / short, 4))
        if least < SQUARE or long > 5 * _TELLS:
            break
    return least


def _seconds(pattern: Pattern, pump: Pump, characters: int) -> float:
    text = pump.text(characters)
    begin = time.process_time()
    pattern.work(text)
    return max(time.process_time() - begin, 1e-6)


def _main(most: int, limit: int) -> None:
    for where, text, flags, uses in json.load(sys.stdin):
        faulthandler.dump_traceback_later(limit, exit=True)
        found = _growth(Pattern(where, text, flags, frozenset(uses)), most)
        sys.stdout.write(
            json.dumps([found.pump.lead, found.pump.body, found.characters, found.seconds, found.exponent])
            + "\n"
        )
        sys.stdout.flush()


if __name__ == "__main__":
    _main(*map(int, sys.argv[1:]))
