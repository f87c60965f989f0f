"""The command line: what it prints, where, and with which exit code."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad
from rich.cells import cell_len
from typer.testing import CliRunner

from lgq_graph import __version__
from lgq_graph.cli import app
from lgq_graph.errors import UsageError
from lgq_graph.printing import TableFormat, show
from lgq_graph.publish import FORMATS
from lgq_graph.store import Store
from lgq_graph.table import Table
from lgq_graph.vocabulary import BASE, lgq, rdf

from .conftest import EXAMPLES

COMMANDS = ["build", "validate", "query", "export", "inspect", "explain"]


def run(*words: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """`lgq-graph WORDS` in a process of its own."""
    env = {**os.environ, "COLUMNS": "120", "TERM": "dumb"}
    return subprocess.run(
        [sys.executable, "-m", "lgq_graph.cli", *words],
        input=stdin,
        capture_output=True,
        check=False,
        env=env,
    )


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the examples, built by the command."""
    path = tmp_path_factory.mktemp("cli") / "graph"
    done = run("build", str(EXAMPLES), "-o", str(path))
    assert done.returncode == 0, done.stderr.decode()
    assert not done.stdout
    assert b"Tampere" in done.stderr
    return path


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    """`--help` shows how it is called."""
    shown = CliRunner().invoke(app, [command, "--help"])
    assert shown.exit_code == 0
    assert "Example" in shown.output


def test_the_demo_question_is_answered(store: Path) -> None:
    """The services that serve SDG 6, as JSON on the standard output."""
    done = run("query", "services-by-sdg", "goal=6", "--store", str(store), "--format", "json")
    rows = json.loads(done.stdout)
    assert {row["city"] for row in rows} == {"Tampere", "Medellín"}
    assert all("6" in row["quote"] for row in rows)


@pytest.mark.parametrize("format_", ["table", "csv", "tsv", "json", "jsonl", "md"])
def test_every_format_prints(store: Path, format_: str) -> None:
    """Each way of printing a table prints its names."""
    done = run("query", "run", "apps", "--store", str(store), "-f", format_)
    assert done.returncode == 0
    assert "Nysse" in done.stdout.decode()


def test_queries_are_listed_and_described() -> None:
    """Without a store."""
    assert b"services-by-sdg" in run("query", "list", "-f", "csv").stdout
    assert b"goal" in run("query", "describe", "services-by-sdg").stdout


def test_validation_prints_a_report(store: Path) -> None:
    """As text, JSON and Turtle; exit code 0 when nothing is violated."""
    assert run("validate", "--store", str(store)).returncode == 0
    assert json.loads(run("validate", "--store", str(store), "-f", "json").stdout)["conforms"] is True
    assert b"ValidationReport" in run("validate", "--store", str(store), "-f", "turtle").stdout


def test_exports_are_written(store: Path, tmp_path: Path) -> None:
    """Tables into a folder; one format to the standard output."""
    assert run("export", "--store", str(store), "--format", "csv", "-o", str(tmp_path)).returncode == 0
    assert (tmp_path / "entities.csv").is_file()
    assert run("export", "--store", str(store), "-f", "trig", "-o", "-").stdout.startswith(b"@prefix")


def test_a_site_is_published_and_replaced(store: Path, tmp_path: Path) -> None:
    """Into a new folder, and again over itself; not over what is no site, nor for an address that cannot be."""
    site = tmp_path / "site"
    for _ in range(2):
        assert run("publish", "--store", str(store), "-o", str(site)).returncode == 0
    assert (site / "id" / "city" / "fi-tampere" / "index.html").is_file()
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").touch()
    refused = run("publish", "--store", str(store), "-o", str(tmp_path / "mine"))
    assert (refused.returncode, b"something else" in refused.stderr) == (3, True)
    wrong = run(
        "publish", "--store", str(store), "-o", str(tmp_path / "other"), "--base", "ftp://example.org/"
    )
    assert (wrong.returncode, b"cannot be served" in wrong.stderr) == (2, True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine", "site"]


def test_a_file_is_inspected_and_an_entity_explained(store: Path) -> None:
    """Answers, mentions and what nothing was made of; every statement with its quote."""
    assert b"unread" in run("inspect", str(EXAMPLES / "tampere-2022.txt"), "-f", "md").stdout
    assert b"quote" in run("explain", "Wilma", "--store", str(store), "-f", "csv").stdout


def test_the_standard_streams_are_files_too() -> None:
    """`build - -o -` reads a response and prints N-Quads."""
    done = run("build", "-", "-o", "-", stdin=(EXAMPLES / "tampere-2022.txt").read_bytes())
    assert done.returncode == 0
    assert b"fi-tampere/2022/stated> ." in done.stdout


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["query", "no-such-query"], 2),
        (["query", "services-by-sdg", "goal=18"], 2),
        (["query", "services-by-sdg", "6"], 2),
        (["build"], 2),
        (["build", "no-such-file.txt"], 3),
        (["validate", "--store", "no-such-store"], 3),
        (["explain", "Nothing of the kind", "--store", "STORE"], 2),
    ],
)
def test_exit_codes_tell_what_went_wrong(store: Path, words: list[str], code: int) -> None:
    """2 for usage, 3 for failures; a hint on the standard error, nothing on the standard output."""
    done = run(*[str(store) if word == "STORE" else word for word in words])
    assert done.returncode == code, done.stderr.decode()
    assert done.stderr
    assert not done.stdout


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store whose graph breaks a shape: a response alone, without city, form or answers."""
    path = tmp_path_factory.mktemp("broken") / "graph"
    graph, response = NamedNode(BASE + "graph/fi-tampere/2022/corpus"), NamedNode(BASE + "response/x")
    with Store(path) as made:
        made.load_ontology()
        made.replace([Quad(response, rdf.type, lgq.Response, graph)], "fi-tampere", "2022")
    return path


@pytest.mark.parametrize("format_", ["text", "json", "turtle"])
def test_a_broken_graph_ends_with_exit_code_1(broken: Path, format_: str) -> None:
    """The report is the result, on the standard output."""
    done = run("validate", "--store", str(broken), "--format", format_)
    assert done.returncode == 1
    assert b"response/x" in done.stdout
    assert not done.stderr


@pytest.mark.parametrize("format_", list(FORMATS))
def test_every_format_is_exported(store: Path, tmp_path: Path, format_: str) -> None:
    """Into a folder with its manifest, progress on the standard error alone."""
    done = run("export", "-s", str(store), "-f", format_, "-o", str(tmp_path / "out"))
    written = {path.name for path in (tmp_path / "out").iterdir()}
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr
    assert written > {"MANIFEST.json"}


def test_results_and_progress_do_not_mix(store: Path) -> None:
    """What a pipe takes is the table alone, without colours."""
    done = run("query", "apps", "--store", str(store), "-f", "csv")
    assert done.stdout.startswith(b"city,")
    assert not done.stderr
    assert b"\x1b" not in run("query", "apps", "--store", str(store)).stdout


def test_a_city_that_is_nowhere_is_told(tmp_path: Path) -> None:
    """Its country may be a slip; one that the gazetteer knows is not spoken of."""
    text = (EXAMPLES / "tampere-2022.txt").read_text(encoding="utf-8")
    (tmp_path / "wrong.txt").write_text(text.replace("Finland", "Sweden"), encoding="utf-8")
    done = run("build", str(tmp_path / "wrong.txt"), "-o", str(tmp_path / "graph"))
    assert done.returncode == 0
    assert "without a GeoNames id: Tampere (SE); is the country right?" in done.stderr.decode()
    done = run("build", str(EXAMPLES / "tampere-2022.txt"), "-o", str(tmp_path / "graph"))
    assert "GeoNames" not in done.stderr.decode()


def test_what_cannot_be_built_leaves_the_standard_output_empty() -> None:
    """Also when N-Quads were to go there."""
    done = run("build", "-", "-o", "-", stdin=b"The weather is fine.\n")
    assert (done.returncode, done.stdout) == (3, b"")
    assert b"Traceback" not in done.stderr


def test_a_reader_that_leaves_early_is_no_error(store: Path) -> None:
    """`lgq-graph … | head` ends well."""
    command = f'"{sys.executable}" -m lgq_graph.cli export -s "{store}" -f nquads -o - | head -c 10'
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert (len(done.stdout), done.stderr) == (10, b"")


def test_the_version_is_printed() -> None:
    """That of the package."""
    assert run("--version").stdout.decode().strip() == f"lgq-graph {__version__}"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["export", "-s", "STORE", "-f", "csv", "-o", "IN/file"], "a file, not a folder"),
        (["export", "-s", "STORE", "-f", "csv", "-o", "IN/file/x"], "no folder"),
        (["build", "EXAMPLE", "-o", "IN/file"], "a file, not a folder"),
        (["build", "EXAMPLE", "-o", "IN/file/x"], "no folder"),
        (["build", "EXAMPLE", "-o", "IN"], "other files"),
        (["build", "EXAMPLE", "-o", "IN/store", "--contacts", "IN"], "no plain file"),
        (["build", "EXAMPLE", "-o", "IN/store", "--contacts", "IN/file/x"], "no folder"),
        (["build", "EXAMPLE", "-o", "-", "--contacts", "/dev/stdout"], "no plain file"),
        (["build", "EXAMPLE", "-o", "IN/" + "long" * 100], "File name too long"),
    ],
)
def test_a_place_that_cannot_be_written_gets_a_clear_error(
    store: Path, tmp_path: Path, words: list[str], says: str
) -> None:
    """Exit code 3, one line and a hint, and nothing is written, not even the store beside it."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    places = {"STORE": str(store), "EXAMPLE": str(EXAMPLES / "tampere-2022.txt")}
    done = run(*[places.get(word, word.replace("IN", str(tmp_path), 1)) for word in words])
    message, hint = done.stderr.decode().strip().split("\n")
    assert (done.returncode, done.stdout) == (3, b"")
    assert says in message
    assert hint.startswith("  → ")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_missing_folders_are_made(store: Path, tmp_path: Path) -> None:
    """For a store, for exports and for the private file, which nobody else may read."""
    private = tmp_path / "c" / "d" / "private.csv"
    done = run("build", str(EXAMPLES / "tampere-2022.txt"), "-o", str(tmp_path / "a" / "b"), "--contacts", str(private))  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    assert private.stat().st_mode & 0o777 == 0o600
    assert run("query", "apps", "-s", str(tmp_path / "a" / "b")).returncode == 0
    assert run("export", "-s", str(store), "-f", "trig", "-o", str(tmp_path / "e" / "f")).returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("format_", ["csv", "table"])
def test_a_full_disk_is_told(store: Path, format_: str) -> None:
    """What goes to a full disk ends with exit code 3 and a line."""
    command = [sys.executable, "-m", "lgq_graph.cli", "query", "apps", "-s", str(store), "-f", format_]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 3
    assert done.stderr.startswith(b"lgq-graph: standard output: it cannot be written: No space left")
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ["build", ""],
        ["build", "x.txt", "-o", ""],
        ["build", "x.txt", "--contacts", ""],
        ["query", "apps", "--store", ""],
        ["query", ""],
        ["export", "-o", ""],
        ["inspect", " "],
        ["explain", ""],
        ["analyse", "sdg-gaps", "--store", ""],
        ["analyse", "network", "city-goals", "-o", ""],
        ["diff", "", "graph"],
    ],
)
def test_empty_words_are_refused(tmp_path: Path, words: list[str]) -> None:
    """A variable of the shell that is not set does not mean the folder one is in."""
    done = CliRunner().invoke(app, words)
    failed = done.exit_code == 2 or isinstance(done.exception, UsageError)
    assert failed, done.output


@pytest.mark.parametrize("formats", [["csv"], ["turtle"], ["trig", "nquads"]])
def test_the_standard_output_takes_one_file(store: Path, formats: list[str]) -> None:
    """What is more than one file is refused, not cut down to the first."""
    words = [word for format_ in formats for word in ("-f", format_)]
    done = run("export", "-s", str(store), *words, "-o", "-")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"one file" in done.stderr


def test_an_inspection_is_one_json_object() -> None:
    """All tables under their names; one of them alone as any table is; a format of one table wants to know which."""
    file = str(EXAMPLES / "tampere-2022.txt")
    tables = json.loads(run("inspect", file, "-f", "json").stdout)
    assert set(tables) == {"answers", "mentions", "unread", "accounted", "skipped"}
    assert len(tables["answers"]) == 44
    assert json.loads(run("inspect", file, "-f", "json", "-t", "unread").stdout) == tables["unread"]
    assert run("inspect", file, "-f", "csv", "-t", "mentions").stdout.startswith(b"question,start,end,")
    done = run("inspect", file, "-f", "csv")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"--table" in done.stderr


@pytest.mark.parametrize("command", ["build", "inspect"])
@pytest.mark.parametrize(
    "data", [b"", b"City\xff\xfe caf\xe9", b"\x00\x01\x02", "1. Stadt\nKöln".encode("utf-16")]
)
def test_a_standard_input_that_is_no_response_gets_a_clear_error(command: str, data: bytes) -> None:
    """Whatever bytes come."""
    done = run(command, "-", *(["-o", "-"] if command == "build" else []), stdin=data)
    assert (done.returncode, done.stdout) == (3, b"")
    assert done.stderr.startswith(b"lgq-graph: stdin")
    assert b"Traceback" not in done.stderr


def test_a_closed_standard_input_is_an_empty_one() -> None:
    """`lgq-graph inspect - <&-` ends well."""
    done = subprocess.run(["sh", "-c", f'"{sys.executable}" -m lgq_graph.cli inspect - <&-'], capture_output=True, check=False)  # fmt: skip
    assert done.returncode == 3
    assert b"empty" in done.stderr


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("lgq-graph val", {"validate"}),
        ("lgq-graph query services-by", {"services-by-sdg"}),
        ("lgq-graph query services-by-sdg ", {"goal=", "city=", "inferred="}),
        ("lgq-graph export --format tr", {"trig"}),
        ("lgq-graph inspect x --table u", {"unread"}),
    ],
)
def test_the_shell_completes(typed: str, offered: set[str]) -> None:
    """Commands, queries and their parameters, formats, tables."""
    words = typed.split(" ")
    env = {**os.environ, "_LGQ_GRAPH_COMPLETE": "complete_bash", "COMP_WORDS": typed, "COMP_CWORD": str(len(words) - 1)}  # fmt: skip
    program = "import sys; sys.argv = ['lgq-graph']; from lgq_graph.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", program], env=env, capture_output=True, check=False)
    assert set(done.stdout.decode().split()) == offered


@pytest.mark.parametrize("width", [80, 120, 200])
def test_a_table_keeps_to_the_terminal(width: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    """Long quotes, full-width and Arabic text are broken, not cut, and no line is wider than the terminal."""
    monkeypatch.setenv("COLUMNS", str(width))
    words = ("横浜市は電子申請を提供しています。" * 8, "تقدم المدينة خدمات رقمية " * 8, "long" * 60)
    show(Table("t", ("city", "name", "quote"), (words, ("a", None, "b"))), TableFormat.TABLE)
    shown = capsys.readouterr().out
    assert max(cell_len(line) for line in shown.splitlines()) <= width
    together = "".join(shown.split())
    assert all("".join(word.split()) in together.replace("city", "").replace("quote", "") for word in words)


@pytest.mark.parametrize("words", [["build"], ["verify", "--store"], ["diff"]])
def test_a_name_that_no_file_can_have_is_told(words: list[str]) -> None:
    """And not as if the standard output could not be written."""
    done = run(*words, "n" * 300, *(["n" * 300] if words == ["diff"] else []))
    assert done.returncode == 3
    assert b"nnn" in done.stderr
    assert b"standard output" not in done.stderr


@pytest.mark.parametrize("command", ["build", "inspect", "review"])
def test_no_name_of_a_file_steers_the_terminal(tmp_path: Path, command: str) -> None:
    """Nor does it begin a line of its own, or turn the others round."""
    (tmp_path / "a\x1b]0;b\x07c\nlgq-graph: d\u202e.txt").write_text("nothing", encoding="utf-8")
    (file,) = tmp_path.iterdir()
    done = run(command, str(file), *(["-o", str(tmp_path / "out")] if command != "inspect" else []))
    told = done.stderr.decode()
    assert done.returncode == 3
    assert r"a\x1b]0;b\x07c\nlgq-graph: d\u202e.txt" in told
    assert not {"\x1b", "\x07", "\u202e"} & set(told)


def test_no_cell_steers_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """What is for programs is left as it is."""
    table = Table("t", ("a",), (("x\x1b[2Jy\u202ez",),))
    show(table, TableFormat.TABLE)
    assert r"x\x1b[2Jy\u202ez" in capsys.readouterr().out
    show(table, TableFormat.JSON)
    assert json.loads(capsys.readouterr().out)[0]["a"] == "x\x1b[2Jy\u202ez"


def test_output_is_utf_8_whatever_the_locale(store: Path) -> None:
    """With the line ends of the format."""
    command = [sys.executable, "-m", "lgq_graph.cli", "query", "responses", "-s", str(store), "-f", "csv"]
    env = {**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    done = subprocess.run(command, env=env, capture_output=True, check=False)
    assert "Medellín,Colombia" in done.stdout.decode("utf-8")
    assert done.stdout.count(b"\r\n") == done.stdout.count(b"\n") == 3


def test_a_report_shows_the_first_or_all(tmp_path: Path) -> None:
    """`--all` lists what the short report counts: here services of which nothing but the name is said."""
    names = "".join(
        f"- {name} Service\n" for name in ("Alder", "Birch", "Cedar", "Dogwood", "Elder", "Fir", "Ginkgo")
    )
    text = (EXAMPLES / "tampere-2022.txt").read_text(encoding="utf-8")
    text = re.sub(r"(?ms)^(25\. .*?\n\n).*?(?=^26\. )", lambda found: f"{found[1]}{names}\n", text)
    (tmp_path / "r.txt").write_text(text, encoding="utf-8")
    run("build", str(tmp_path / "r.txt"), "-o", str(tmp_path / "graph"))
    short, full = (
        run("validate", "-s", str(tmp_path / "graph"), *more).stdout.decode() for more in ([], ["--all"])
    )
    assert " more: `validate --all`" in short and "--all" not in full
    assert len(full.splitlines()) > len(short.splitlines())
