"""The workers of Dask: the same bytes as at home, also when one of them is killed in the middle."""

from __future__ import annotations

import importlib.util
import os
import signal
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lgq_graph.cluster import workers_of
from lgq_graph.errors import DataError, LgqError, UsageError
from lgq_graph.library import build
from lgq_graph.publish import files_of

from .conftest import EXAMPLES, ROOT

pytestmark = pytest.mark.skipif(
    not importlib.util.find_spec("distributed"), reason="NO CLUSTER WAS TRIED: pip install 'lgq-graph[dask]'"
)
RESPONSES = 8


@pytest.fixture(scope="module")
def responses(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of synthetic responses."""
    folder = tmp_path_factory.mktemp("responses")
    sys.path.insert(0, str(ROOT / "benchmarks"))
    try:
        import synthesize

        synthesize.write(folder, RESPONSES)
    finally:
        sys.path.pop(0)
    return folder


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Two worker processes on this machine."""
    from distributed import LocalCluster

    with (
        warnings.catch_warnings(),
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1") as found,
    ):
        warnings.simplefilter("ignore")
        yield found


def built(
    folder: Path, parts: Path, store: Path, scheduler: str | None, sources: Any = None
) -> dict[str, bytes]:
    """The parts of a build with their manifest, and the N-Quads of its store."""
    with build(sources or [folder], store=store, check=False, parts=parts, scheduler=scheduler) as graph:
        return {
            **{path.name: path.read_bytes() for path in sorted(parts.iterdir())},
            **files_of(graph.store, ["nquads"]),
        }


def test_a_worker_that_dies_leaves_no_trace(responses: Path, cluster: Any, tmp_path: Path) -> None:
    """One of two is killed while both work; every part, the manifest and the store are those of one process."""
    killed: list[int] = []

    def one_dies_on_the_way() -> Iterator[Path]:
        for number, file in enumerate(sorted(responses.glob("*.txt"))):
            if number == RESPONSES // 2:
                killed.append(cluster.workers[0].pid)
                os.kill(killed[0], signal.SIGKILL)
            yield file

    alone = built(responses, tmp_path / "a", tmp_path / "alone", None)
    together = built(
        responses, tmp_path / "b", tmp_path / "together", cluster.scheduler_address, one_dies_on_the_way()
    )
    assert len(killed) == 1
    assert len(alone) == RESPONSES + 2
    assert together == alone


def test_what_cannot_be_read_is_told_as_at_home(cluster: Any, tmp_path: Path) -> None:
    """The same errors in the same order, with the same words; the others are built."""
    (tmp_path / "notes.txt").write_text("Minutes of a meeting.", encoding="utf-8")
    sources = [tmp_path / "notes.txt", EXAMPLES / "formats" / "responses-2022.csv", tmp_path / "gone.txt"]
    told: dict[str | None, list[str]] = {None: [], cluster.scheduler_address: []}

    def note(error: LgqError) -> None:
        told[address].append(f"{error} {error.hint}")

    for address in told:
        with build(sources, check=False, on_error=note, scheduler=address) as graph:
            assert [response.city for response in graph.responses()] == ["co-medellin", "fi-tampere"]
    here, there = told.values()
    assert here == there
    assert len(here) == 2


def test_another_program_on_a_worker_is_refused(
    cluster: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Parts that another release made might say other things: DataError that names both, and nothing is written."""
    from lgq_graph import parts

    monkeypatch.setattr(parts, "maker", lambda: "lgq-graph 99")
    with pytest.raises(DataError, match="other programs") as caught:
        build(
            [EXAMPLES / "tampere-2022.txt"],
            store=tmp_path / "graph",
            check=False,
            scheduler=cluster.scheduler_address,
        )
    assert "lgq-graph 99" in caught.value.hint
    assert not (tmp_path / "graph").exists()


def test_a_thread_that_starts_late_is_waited_for(cluster: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The client's own assertion, on a machine that is busy for ten seconds, stops no build."""
    from distributed.utils import LoopRunner

    from lgq_graph.cluster import workers_of

    tries, start = [], LoopRunner._start_unlocked

    def late(runner: LoopRunner) -> None:
        tries.append(runner)
        assert len(tries) > 1
        start(runner)

    monkeypatch.setattr(LoopRunner, "_start_unlocked", late)
    with workers_of(cluster.scheduler_address) as run:
        assert list(run(str.upper, ["a", "b"])) == ["A", "B"]
    assert len(tries) > 1


def test_where_no_scheduler_is_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """UsageError with what to do, and soon."""
    monkeypatch.setattr("lgq_graph.cluster._PATIENCE", "1s")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for address in ("tcp://127.0.0.1:9", "nowhere"):
            with pytest.raises(UsageError, match="no scheduler") as caught:
                build([EXAMPLES], scheduler=address)
            assert "dask scheduler" in caught.value.hint


def test_a_response_that_kills_every_worker_is_given_up(
    cluster: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DataError, not another worker for ever."""
    monkeypatch.setattr(cluster.scheduler, "allowed_failures", 0)
    with workers_of(cluster.scheduler_address) as run, pytest.raises(DataError, match="workers died"):
        list(run(os._exit, [1]))
