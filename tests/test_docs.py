"""The documentation tells the truth: its blocks run, its links lead somewhere, and nothing is left out of it."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import re
import runpy
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import lgq_graph
from lgq_graph.cli import app
from lgq_graph.query import catalogue

from .conftest import EXAMPLES, ROOT

GUIDES = [ROOT / "README.md", ROOT / "docs" / "tutorial.md", ROOT / "docs" / "corrections.md"]
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md")), EXAMPLES / "README.md"]
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.S | re.M)
_LINK = re.compile(r"\]\((?!https?://|#)([^)#\s]+)(?:#[^)]*)?\)")
_TERM = re.compile(r"\blgq:([A-Za-z]\w*)")


def blocks(page: Path) -> list[tuple[str, str]]:
    """The fenced blocks of a page, as (language, text)."""
    return _BLOCK.findall(page.read_text(encoding="utf-8"))


def commands(text: str) -> Iterator[list[str]]:
    """The commands of a shell block, a line each, without comments."""
    yield from filter(None, (shlex.split(line, comments=True) for line in text.splitlines()))


def run(words: list[str]) -> None:
    """Run `lgq-graph …`; of `make …`, know that there is such a target."""
    if words[0] == "make":
        assert f"\n{words[1]}:" in (ROOT / "Makefile").read_text(encoding="utf-8"), words
        return
    assert words[0] == "lgq-graph", f"no test knows how to run {words}"
    done = CliRunner().invoke(app, words[1:], env={"COLUMNS": "100"}, catch_exceptions=False)
    assert done.exit_code == 0, (words, done.output)
    assert done.output, words


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_every_block_of_the_guides_runs(guide: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Shell and Python blocks, in the order of the page, in a folder that holds the examples and nothing else."""
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    ran = []
    for language, text in blocks(guide):
        if language == "sh":
            for words in commands(text):
                run(words)
        elif language == "python":
            exec(compile(text, str(guide), "exec"), names)
        ran.append(language)
    assert {"sh", "python"} <= set(ran)


def test_generated_pages_are_what_the_generator_writes() -> None:
    """`tools/generate_docs.py` changes nothing, and fills in outputs that are lost; otherwise run it and commit."""
    generator = runpy.run_path(str(ROOT / "tools" / "generate_docs.py"))
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    emptied = re.sub(r"(<!-- output: .*?```text\n).*?(?=^```$)", r"\1", readme, flags=re.S | re.M)
    assert emptied != readme
    assert generator["with_outputs"](emptied) == readme, "run tools/generate_docs.py"
    for page in ("queries", "cli", "bad-input"):
        written = (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")
        assert generator[f"{page.replace('-', '_')}_page"]() == written, "run tools/generate_docs.py"


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_to_files_exist(page: Path) -> None:
    """Every relative link leads to a file or folder of the repository."""
    missing = [
        link
        for link in _LINK.findall(page.read_text(encoding="utf-8"))
        if not (page.parent / link).resolve().exists()
    ]
    assert not missing


def test_every_command_is_documented() -> None:
    """Each has a heading in docs/cli.md, and is used in a guide; `serve`, which does not end by itself, in one that tests/serve stands for."""
    known = {info.name or info.callback.__name__ for info in app.registered_commands if info.callback}
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^## (.+)$", page, re.M)) == known
    used = {
        words[1]
        for guide in GUIDES
        for kind, text in blocks(guide)
        if kind == "sh"
        for words in commands(text)
    }
    endpoints = (ROOT / "docs" / "endpoints.md").read_text(encoding="utf-8")
    assert "lgq-graph serve" in (ROOT / "docs" / "serving.md").read_text(encoding="utf-8")
    # these need a server, or are one
    assert known - {"serve"} <= used | set(re.findall(r"^    lgq-graph (push|enrich) ", endpoints, re.M))


def test_every_query_is_documented() -> None:
    """Each has a heading in docs/queries.md, with its parameters and columns below it."""
    page = (ROOT / "docs" / "queries.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^## (\S+)\n(.*?)(?=^## |\Z)", page, re.S | re.M))
    assert sections.keys() - {"By"} == {query.name for query in catalogue()}
    for query in catalogue():
        assert all(f"| `{p.name}` |" in sections[query.name] for p in query.parameters), query.name
        assert "Columns: `" in sections[query.name]


def test_the_columns_of_the_documentation_are_those_of_the_tables(graph: lgq_graph.Graph) -> None:
    """For every query that can be asked without parameters."""
    page = (ROOT / "docs" / "queries.md").read_text(encoding="utf-8")
    for query in catalogue():
        if all(p.default != "required" for p in query.parameters):
            columns = ", ".join(f"`{name}`" for name in graph.query(query.name).columns)
            section = page.split(f"\n## {query.name}\n", 1)[1]
            assert section.split("Columns: ", 1)[1].startswith(columns + "."), query.name


def test_the_model_page_names_only_terms_that_are_defined() -> None:
    """Every `lgq:` term of docs/model.md and README.md is in the ontology, and every term that is written is on the page."""
    ontology = (ROOT / "ontology" / "lgq.ttl").read_text(encoding="utf-8")
    defined = set(re.findall(r"^lgq:(\w+) a ", ontology, re.M))
    model = set(_TERM.findall((ROOT / "docs" / "model.md").read_text(encoding="utf-8")))
    assert model | set(_TERM.findall(GUIDES[0].read_text(encoding="utf-8"))) <= defined


def test_every_term_of_the_graph_is_on_the_model_page(graph: lgq_graph.Graph) -> None:
    """What the examples' graphs use of ours, and which of the standards' properties, docs/model.md names."""
    page = (ROOT / "docs" / "model.md").read_text(encoding="utf-8")
    by_iri = sorted(((iri, name) for name, iri in lgq_graph.vocabulary.PREFIXES.items()), reverse=True)
    used = {
        term.value
        for item in graph.built
        for quad in item.quads
        for term in (
            [quad.predicate, quad.object] if quad.predicate.value.endswith("#type") else [quad.predicate]
        )
    }
    curies = {
        next(f"{name}:{iri.removeprefix(base)}" for base, name in by_iri if iri.startswith(base))
        for iri in used
    }
    assert not {curie for curie in curies - {"rdf:type"} if curie not in page}


@pytest.mark.parametrize(
    "name", sorted(m.name for m in pkgutil.walk_packages(lgq_graph.__path__, "lgq_graph.")), ids=str
)
def test_docstring_examples_run(name: str, monkeypatch: pytest.MonkeyPatch, graph: lgq_graph.Graph) -> None:
    """Those marked to be skipped run too, without comparing what they show; `build` gives the graph of the examples."""
    monkeypatch.setattr(lgq_graph, "build", lambda sources: graph)
    module = importlib.import_module(name)
    for test in doctest.DocTestFinder(exclude_empty=True).find(module):
        shown: dict[str, Any] = {}
        for example in test.examples:
            if example.options.get(doctest.SKIP):
                exec(compile(example.source, name, "single"), shown)
            else:
                exec(example.source, shown)
        runner = doctest.DocTestRunner()
        assert runner.run(test).failed == 0


def test_the_example_of_the_package_runs(monkeypatch: pytest.MonkeyPatch, graph: lgq_graph.Graph) -> None:
    """The lines of the package's docstring, from `import` on; `build` gives the graph of the examples."""
    monkeypatch.setattr(lgq_graph, "build", lambda sources: graph)
    text = lgq_graph.__doc__ or ""
    exec(text[text.index("import lgq_graph") :], {})


def test_the_citation_is_of_this_version() -> None:
    """CITATION.cff, CHANGELOG.md and the package agree on the version."""
    version = lgq_graph.__version__
    assert f"version: {version}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert re.search(
        rf"^## \[?{re.escape(version)}\]?", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.M
    )


def test_the_library_table_is_of_the_declared_libraries() -> None:
    """Every dependency of pyproject.toml has a row in the note on libraries."""
    import tomllib

    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    names = {re.split(r"[<>=\[]", line, maxsplit=1)[0].lower() for line in declared}
    page = (ROOT / "docs" / "decisions" / "003-stores-and-libraries.md").read_text(encoding="utf-8")
    assert names <= {row.lower() for row in re.findall(r"^\| (\S+) \|", page, re.M)}
