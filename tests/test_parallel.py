"""Work in several processes."""

from __future__ import annotations

import os
import time

import pytest

from lgq_graph.parallel import cores, in_order

_given: list[int] = []


def begin(number: int) -> None:
    """What each process does first."""
    _given[:] = [number]


def slow_first(item: int) -> tuple[int, int, int]:
    """The first item takes longest."""
    time.sleep(0.2 if item == 0 else 0)
    if item < 0:
        raise ValueError(item)
    return item, _given[0], os.getpid()


def test_results_come_in_the_order_of_the_items() -> None:
    """Whoever is ready first; each process was prepared, and none of them is this one."""
    found = list(in_order(slow_first, range(6), 2, begin, 7))
    assert [item for item, _, _ in found] == list(range(6))
    assert {given for _, given, _ in found} == {7}
    assert os.getpid() not in {process for _, _, process in found}


def test_an_error_is_raised_when_its_turn_comes() -> None:
    """What came before it is given."""
    found = in_order(slow_first, [1, 2, -1, 3], 2, begin, 7)
    assert [next(found)[0], next(found)[0]] == [1, 2]
    with pytest.raises(ValueError, match="-1"):
        next(found)


def test_there_is_a_core() -> None:
    """At least the one that runs this."""
    assert 1 <= cores() <= (os.cpu_count() or 1)
