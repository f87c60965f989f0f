"""The same responses give the same bytes: store, exports and site, wherever, whenever and in whichever order they are built."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from lgq_graph.library import Graph, build, open_graph

from .conftest import EXAMPLES, ROOT

RESPONSES = ("tampere-2022.txt", "medellin-2022.txt")
NAMES = ("zz answers (final) Ä.txt", "0.txt")
SOAK = bool(os.environ.get("LGQ_SOAK"))
MAKE = """
import hashlib, json, os, sys
from pathlib import Path
from lgq_graph.library import build, open_graph
mask, jobs, out, *files = sys.argv[1:]
os.umask(int(mask, 8))
out = Path(out)
build(files, store=out / "store", jobs=int(jobs)).store.close()
with open_graph(out / "store") as graph:
    graph.export(out / "exports")
    graph.publish(out / "site", jobs=int(jobs))
    (out / "dump.nq").write_bytes(b"".join(sorted(f"{quad} .\\n".encode() for quad in graph.store.quads())))
made = (path for top in ("dump.nq", "exports", "site") for path in ((out / top).rglob("*") if (out / top).is_dir() else [out / top]))
print(json.dumps({path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in made if path.is_file()}))
"""
"""Builds a store of some files, exports and publishes it, and prints the SHA-256 of every file made."""


@dataclass(frozen=True)
class Setting:
    """What is different around one build."""

    environment: dict[str, str] = field(default_factory=dict)
    mask: str = "022"
    jobs: int = 1
    turned: bool = False
    """Whether the responses come in the other order."""
    renamed: bool = False
    """Whether their files have other names."""
    elsewhere: bool = False
    """Whether the paths are relative, to a working directory of its own."""


PLAIN = Setting({"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"})
ASCII = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
"""Where Python takes a file for ASCII unless it is told otherwise."""
APART = {
    "hash-seed": Setting({"PYTHONHASHSEED": "4294967295"}),
    "no-hash-seed": Setting({"PYTHONHASHSEED": "random"}),
    "far-east": Setting({"TZ": "Pacific/Kiritimati"}),
    "half-an-hour": Setting({"TZ": "America/St_Johns"}),
    "ascii": Setting(ASCII),
    "turkish": Setting({"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}),
    "american": Setting({"LC_ALL": "en_US.UTF-8", "LANGUAGE": "en"}),
    "closed-umask": Setting(mask="077"),
    "open-umask": Setting(mask="000"),
    "two-processes": Setting(jobs=2),
    "order": Setting(turned=True),
    "names": Setting(renamed=True),
    "working-directory": Setting(elsewhere=True),
}
TOGETHER = Setting(
    {"PYTHONHASHSEED": "42", "TZ": "Pacific/Kiritimati", **ASCII},
    mask="077", jobs=2, turned=True, renamed=True, elsewhere=True,
)  # fmt: skip


def made(setting: Setting, folder: Path) -> dict[str, str]:
    """The SHA-256 of all that a build under a setting writes."""
    names = NAMES if setting.renamed else RESPONSES
    home = folder / ("elsewhere/ö" if setting.elsewhere else "responses")
    home.mkdir(parents=True)
    for name, example in zip(names, RESPONSES, strict=True):
        shutil.copy(EXAMPLES / example, home / name)
    files = [name if setting.elsewhere else str(home / name) for name in names]
    words = [setting.mask, str(setting.jobs), str(folder), *(reversed(files) if setting.turned else files)]
    done = subprocess.run(
        [sys.executable, "-c", MAKE, *words],
        cwd=home if setting.elsewhere else ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **PLAIN.environment, **setting.environment},
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    hashes: dict[str, str] = json.loads(done.stdout.splitlines()[-1])
    return hashes


@pytest.fixture(scope="module")
def plain(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What is made where nothing is unusual: here, or in a process of its own for the full figures."""
    folder = tmp_path_factory.mktemp("plain")
    if SOAK:
        return made(PLAIN, folder)
    graph.export(folder / "exports")
    graph.publish(folder / "site")
    (folder / "dump.nq").write_text(dump(graph), encoding="utf-8")
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()) for path in files}


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def dump(graph: Graph) -> str:
    """Every statement of a store, sorted."""
    return "".join(sorted(f"{quad} .\n" for quad in graph.store.quads()))


def test_store_exports_and_site_are_looked_at(plain: dict[str, str]) -> None:
    """A comparison of nothing would always hold."""
    tops = [name.partition("/")[0] for name in plain]
    assert tops.count("dump.nq") == 1 and tops.count("exports") > 10 and tops.count("site") > 100


@pytest.mark.soak
@pytest.mark.parametrize("name", ["together", *sorted(APART if SOAK else ())])
def test_nothing_around_a_build_changes_a_byte(name: str, plain: dict[str, str], tmp_path: Path) -> None:
    """Seed, zone, locale, umask, processes, order, names and place: all together, and with LGQ_SOAK each apart."""
    other = made(APART.get(name, TOGETHER), tmp_path)
    assert sorted(other) == sorted(plain)
    assert [file for file in plain if other[file] != plain[file]] == []


def after(store: Path, *steps: tuple[str, ...]) -> str:
    """What a store holds after some builds into it, each of some examples."""
    for names in steps:
        build([EXAMPLES / name for name in names], store=store).store.close()
    with open_graph(store) as graph:
        return dump(graph)


def orders() -> Iterator[tuple[str, tuple[tuple[str, ...], ...]]]:
    first, second = RESPONSES
    yield "one after the other, and one again", ((first,), (second,), (first,))
    if SOAK:
        yield "one after the other", ((first,), (second,))
        yield "the other way round", ((second,), (first,))
        yield "both, and both again", ((first, second), (second, first))


@pytest.mark.soak
@pytest.mark.parametrize("steps", [pytest.param(steps, id=name) for name, steps in orders()])
def test_reading_again_changes_nothing(
    steps: tuple[tuple[str, ...], ...], plain: dict[str, str], tmp_path: Path
) -> None:
    """A store holds the same after any history that ends with the same responses."""
    assert sha256(after(tmp_path / "store", *steps).encode()) == plain["dump.nq"]
