"""The code knows no city, portal or service; the repository holds no sentence of a real response."""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from .conftest import REAL, ROOT, SHARED

EXAMPLE_GOLD = sorted((ROOT / "tests" / "data" / "gold").glob("*.json"))
REAL_GOLD = sorted((SHARED / "eval" / "gold").glob("*.json"))
GOLD = [*EXAMPLE_GOLD, *REAL_GOLD]
NAMED = frozenset(
    {"city", "portal", "service", "app", "platform", "initiative", "strategy", "organisation", "account"}
)
SHORTEST, RUN, LARGEST = 5, 10, 5_000_000

# What everyone has, and so a rule may know: social networks, networks of cities, standards, acts of the Union, makers of software.
COMMON = frozenset(
    """facebook instagram twitter youtube telegram linkedin tiktok vkontakte odnoklassniki whatsapp
    eurocities metropolis iclei wcag gdpr android oracle google microsoft nokia""".split()
) | {
    "bloomberg philanthropies", "c40 cities", "cities coalition for digital rights", "energy cities", "open & agile smart cities",
    "resilient cities network", "uclg africa",
}  # fmt: skip
# Words of a dictionary that are also the name of something in a response, and offices that every state has.
ORDINARY = frozenset(
    {"services", "guideline", "transparency", "wilma", "ministry of finance", "city council", "mayor's office", "national services",
     "strategic plan", "ville", "charity service", "reservation service", "voice assistant", "change of residence", "special information pages"}
)  # fmt: skip


def annotated_names(paths: list[Path]) -> Iterator[tuple[str, str]]:
    """Every name that a hand annotation gives, with the kind of what it names."""
    for path in paths:
        gold = json.loads(path.read_text(encoding="utf-8"))
        yield gold["city"]["name"], "city"
        for entity in gold["entities"]:
            for name in (entity["name"], *entity.get("aliases", [])):
                yield name, entity["kind"]


def proper_names(paths: list[Path]) -> set[str]:
    """Names that could only have come from a response: not short, with a capital, and no word of everyone."""
    return {
        name
        for name, kind in annotated_names(paths)
        if kind in NAMED and len(name) >= SHORTEST and any(map(str.isupper, name))
        if name.casefold() not in COMMON | ORDINARY
    }


def cities(paths: list[Path]) -> set[str]:
    """The cities that were annotated."""
    return {name for name, kind in annotated_names(paths) if kind == "city"}


def without_docstrings(source: str) -> str:
    """A module without what only explains it: a docstring may illustrate with a city of the examples."""
    lines = source.split("\n")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            last = node.end_lineno or node.lineno
            lines[node.lineno - 1 : last] = [""] * (last - node.lineno + 1)
    return "\n".join(lines)


@cache
def code(*, docstrings: bool) -> dict[str, str]:
    """The text of every module by its path in the package."""
    root = ROOT / "lgq_graph"
    texts = {
        p.relative_to(root).as_posix(): p.read_text(encoding="utf-8") for p in sorted(root.rglob("*.py"))
    }
    return texts if docstrings else {name: without_docstrings(text) for name, text in texts.items()}


def named_in(modules: dict[str, str], names: set[str]) -> list[tuple[str, str]]:
    """Which of the names stands in which module as a word."""
    return [
        (name, module)
        for name in sorted(names)
        for word in [re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")]
        for module, text in modules.items()
        if name in text and word.search(text)
    ]


def out_of_tables(found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Without the cities in the tables of the gazetteer, where all others stand too."""
    known = cities(GOLD)
    return [(n, module) for n, module in found if not (n in known and module.startswith("gazetteer/"))]


def test_the_annotations_give_names() -> None:
    """The tests below have something to look for."""
    names = proper_names(EXAMPLE_GOLD)
    assert len(names) > 50
    assert {"Tampere", "Mun Tampere", "MEData"} <= names


def test_a_name_in_a_rule_is_found() -> None:
    """The search sees a name in code and in a comment, passes over docstrings, and takes no part of a word for one."""
    module = '"""Of Mun Tampere."""\n_RULE = "MEData|x"  # GeoMedellín\nOTHER = "METropolis"\n'
    names = {"Mun Tampere", "MEData", "GeoMedellín", "METro"}
    assert named_in({"m": without_docstrings(module)}, names) == [("GeoMedellín", "m"), ("MEData", "m")]


def test_the_code_names_nothing_of_a_response() -> None:
    """No proper name of an annotated response is a word of the package, which would be a rule made for it."""
    assert out_of_tables(named_in(code(docstrings=False), proper_names(GOLD))) == []


@pytest.mark.skipif(not REAL_GOLD, reason="../shared with the annotation of a real response is not at hand")
def test_not_even_a_docstring_names_a_real_response() -> None:
    """What illustrates the code comes from the examples."""
    names = proper_names(REAL_GOLD) - proper_names(EXAMPLE_GOLD)
    assert out_of_tables(named_in(code(docstrings=True), names)) == []


def words_of(path: Path) -> list[str]:
    """The words of a file, case apart."""
    return re.findall(r"\w+", path.read_text(encoding="utf-8", errors="ignore").casefold())


def runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    """Every stretch of `RUN` words."""
    return zip(*(words[start:] for start in range(RUN)), strict=False)


def repository_files() -> list[Path]:
    """The files under version control; where there is none, all that are not hidden."""
    git = shutil.which("git")
    listed = git and subprocess.run(
        [git, "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed and listed.returncode == 0 and listed.stdout:
        found = [ROOT / name for name in listed.stdout.split("\0") if name]
    else:
        found = [p for p in ROOT.rglob("*") if not any(x.startswith(".") for x in p.relative_to(ROOT).parts)]
    return [p for p in found if p.is_file() and p.stat().st_size <= LARGEST]


def test_the_files_of_the_repository_are_found() -> None:
    """The examples, the code and the documents are among what is searched."""
    names = {path.relative_to(ROOT).as_posix() for path in repository_files()}
    assert {"examples/tampere-2022.txt", "lgq_graph/model.py", "docs/model.md"} <= names


@pytest.mark.skipif(not REAL, reason="../shared with a real response is not at hand")
def test_no_sentence_of_a_real_response_is_in_the_repository() -> None:
    """Ten words in a row that stand in a real response stand nowhere here."""
    seen = {run for path in REAL for run in runs(words_of(path))}
    assert len(seen) > 1000
    copied = [
        (path.relative_to(ROOT).as_posix(), " ".join(run))
        for path in repository_files()
        for run in runs(words_of(path))
        if run in seen
    ]
    assert copied == []


def test_no_pattern_takes_a_group_possessively() -> None:
    """Python before 3.11.5 matches such patterns wrongly; what must be taken whole is read ahead and repeated."""
    taken = re.compile(r"\)(?:[*+?]|\{[0-9,]+\})\+|\(\?>")
    found = [
        path.name
        for path in (Path(__file__).parents[1] / "lgq_graph").rglob("*.py")
        if taken.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []
