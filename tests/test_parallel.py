"""Work in several processes."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from lgq_graph.errors import DataError
from lgq_graph.parallel import cores, in_order, meanwhile

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


def counted(upto: int, end: str) -> Iterator[tuple[int, int]]:
    """Some numbers with the process that gives them, and then an end, good or bad."""
    yield from ((number, os.getpid()) for number in range(upto))
    if end == "dead":
        os._exit(1)
    if end == "wrong":
        raise ValueError(upto)
    if end == "never":
        time.sleep(600)


def test_other_work_is_done_meanwhile(tmp_path: Path) -> None:
    """All of it, in order, and not in this process."""
    with meanwhile(tmp_path / "kept", counted, 5, "good") as made:
        found = list(made)
    assert [number for number, _ in found] == list(range(5))
    assert os.getpid() not in {process for _, process in found}


def test_an_error_meanwhile_is_raised_when_its_turn_comes(tmp_path: Path) -> None:
    """What came before it is given."""
    with meanwhile(tmp_path / "kept", counted, 1, "wrong") as made:
        assert next(made)[0] == 0
        with pytest.raises(ValueError, match="1"):
            next(made)


def test_a_process_that_died_is_told(tmp_path: Path) -> None:
    """As one of several that work on pieces is."""
    with meanwhile(tmp_path / "kept", counted, 1, "dead") as made, pytest.raises(DataError, match="died"):
        next(made)


def test_nobody_waits_for_work_that_is_not_wanted(tmp_path: Path) -> None:
    """The process ends with the block."""
    begin_ = time.monotonic()
    with meanwhile(tmp_path / "kept", counted, 1, "never"):
        pass
    assert time.monotonic() - begin_ < 300


def blocked(_: int) -> bool:
    """Whether Ctrl+C is kept from this process."""
    return signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, [])


def _blocked(_: int) -> Iterator[bool]:
    yield blocked(0)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no masks of signals")
def test_ctrl_c_interrupts_who_started_the_processes_alone(tmp_path: Path) -> None:
    """It goes to all of the group: each process would print a traceback, and be told as one that died."""
    assert list(in_order(blocked, [1, 2], 2, begin, 0)) == [True, True]
    with meanwhile(tmp_path / "kept", _blocked, 0) as made:
        assert list(made) == [True]
    assert not blocked(0)


def test_there_is_a_core() -> None:
    """At least the one that runs this."""
    assert 1 <= cores() <= (os.cpu_count() or 1)
