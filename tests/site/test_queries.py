"""Every query of the catalogue has a page that says the same as the query, and lines to copy that run."""

from __future__ import annotations

import contextlib
import io
import json
import re
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path
from urllib.parse import unquote

import pytest

from lgq_graph.library import Graph
from lgq_graph.publish.site import frame
from lgq_graph.publish.site.context import Site
from lgq_graph.publish.site.tables import queries
from lgq_graph.publish.site.tables.cells import Cells, Piece, Shown, is_web, link_to
from lgq_graph.publish.site.tables.snippets import snippets
from lgq_graph.query import catalogue, find_query, run
from lgq_graph.resources import resource
from lgq_graph.store import Store, response_graphs
from lgq_graph.table import Cell, Table
from lgq_graph.vocabulary import BASE

from .pages import faults, links_of, page_of, texts_of

SCRIPT = Path(frame.__file__).parent / "static" / "query.js"
NAMES = [query.name for query in catalogue()]
EXAMPLE = {"evidence-of-entity": {"entity": f"{BASE}id/co-medellin/portal/geomedellin"}}


@pytest.fixture(scope="module")
def site(graph: Graph) -> Site:
    return Site(graph.store, BASE)


@pytest.fixture(scope="module")
def files(site: Site) -> dict[str, bytes]:
    return dict(queries.files(site))


def test_every_query_has_a_page_its_rows_and_its_text(files: dict[str, bytes]) -> None:
    expected = {"queries/index.html"}
    for name in NAMES:
        expected |= {f"queries/{name}/index.html", f"queries/{name}.csv", f"queries/{name}.rq"}
    assert set(files) == expected


def test_pages_are_well_formed(files: dict[str, bytes]) -> None:
    found = {name: faults(data) for name, data in files.items() if name.endswith(".html")}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_list_leads_to_every_query_under_each_of_its_tags(files: dict[str, bytes]) -> None:
    links = links_of(page_of(files["queries/index.html"]))
    for query in catalogue():
        assert links.count(f"../queries/{query.name}/") == len(query.tags)


@pytest.mark.parametrize("name", NAMES)
def test_page_says_what_the_query_gives(name: str, files: dict[str, bytes], graph: Graph) -> None:
    query, page = find_query(name), page_of(files[f"queries/{name}/index.html"])
    table = run(graph.store, name, **EXAMPLE.get(name, {}))
    assert [code.text_content() for code in page.xpath("//code[@id='text']")] == [
        query.bind(**EXAMPLE.get(name, {}))
    ]
    assert files[f"queries/{name}.csv"].decode() == table.to_csv()
    assert graph.store.select(files[f"queries/{name}.rq"].decode()).rows is not None
    assert f"{len(table)} row" in page.text_content()
    assert query.summary in page.text_content()
    if table.rows:
        assert page.xpath("//thead//th/text()") == [column.replace("_", " ") for column in table.columns]
        for shown, row in zip(texts_of(page), table.rows[: queries.SHOWN], strict=True):
            for text, cell in zip(shown, row, strict=True):
                _check_cell(text, cell)
        _check_links(page, table)


def _check_cell(text: str, cell: Cell) -> None:
    """A cell shows its value; IRIs are checked by where they lead."""
    if isinstance(cell, bool):
        assert text == ("yes" if cell else "no")
    elif isinstance(cell, int | Decimal):
        assert Decimal(text) == cell
    elif not cell or not re.match(r"[a-z]+:\S", cell):
        assert text == " ".join((cell or "").split())
    else:
        assert text


def _check_links(page: object, table: Table) -> None:
    """What has a page, or is an address, is a link."""
    links = links_of(page)
    for row in table.rows[: queries.SHOWN]:
        for cell in row:
            if isinstance(cell, str) and cell.startswith(f"{BASE}id/"):
                assert f"../../{link_to(cell)}" in links
            elif isinstance(cell, str) and re.fullmatch(r"https?://www\.\S+", cell):
                assert cell in links


def test_at_most_so_many_rows_stand_on_a_page_and_all_in_the_csv(
    files: dict[str, bytes], graph: Graph
) -> None:
    page = page_of(files["queries/inferred-statements/index.html"])
    rows = len(run(graph.store, "inferred-statements"))
    assert rows > queries.SHOWN == len(texts_of(page))
    assert f"{rows} rows, of which the first {queries.SHOWN} stand here" in " ".join(
        page.text_content().split()
    )


def test_a_form_has_a_field_for_each_parameter_with_its_default(files: dict[str, bytes]) -> None:
    page = page_of(files["queries/services-by-sdg/index.html"])
    assert page.xpath("//form[@class='bind']//@name") == ["goal", "city", "inferred"]
    assert page.xpath("//select[@name='goal']/option/text()") == ["any", *map(str, range(1, 18))]
    assert page.xpath("//select[@name='inferred']/option[@selected]/text()") == ["false"]
    assert page.xpath("//datalist/option/@value") == ["Medellín", "Tampere"]


def test_links_carry_the_bound_query(files: dict[str, bytes]) -> None:
    page = page_of(files["queries/services-by-sdg/index.html"])
    (link,) = page.xpath("//a[text()='goal 6']/@href")
    assert unquote(link.removeprefix("../../sparql/#query=")) == find_query("services-by-sdg").bind(goal=6)


def test_a_query_that_needs_something_says_what_its_rows_are_for(files: dict[str, bytes]) -> None:
    page = page_of(files["queries/evidence-of-entity/index.html"])
    assert "For entity GeoMedellín, the first of the data that has rows" in " ".join(
        page.text_content().split()
    )
    assert page.xpath("//input[@name='entity']/@value") == [EXAMPLE["evidence-of-entity"]["entity"]]
    assert page.xpath("//input[@name='entity']/@required")


def test_of_many_cities_two_are_compared(site: Site, graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "PAIRED", 1)
    files = dict(queries.files(site))
    table = run(graph.store, "common-to-cities", first="co-medellin", second="fi-tampere")
    page = page_of(files["queries/common-to-cities/index.html"])
    assert table.rows and files["queries/common-to-cities.csv"].decode() == table.to_csv()
    assert "For first Medellín, second Tampere, two of the cities" in " ".join(page.text_content().split())


@pytest.fixture(scope="module")
def folder(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the store of the examples, named as the snippets name it."""
    place = tmp_path_factory.mktemp("snippets")
    with Store(place / "lgq-store") as store:
        store.load_ontology()
        for held in graph.responses():
            graphs = response_graphs(held.city, held.edition)
            store.replace([q for name in graphs for q in graph.store.quads(name)], held.city, held.edition)
    return place


@pytest.mark.parametrize("name", ["services-by-sdg", "evidence-of-entity", "sdg-coverage"])
def test_the_snippet_with_lgq_graph_prints_the_rows(
    name: str, folder: Path, files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    page = page_of(files[f"queries/{name}/index.html"])
    (code,) = page.xpath("//h3[text()='Python, with lgq_graph']/following-sibling::pre[1]/code")
    with contextlib.redirect_stdout(io.StringIO(newline="")) as out:
        exec(compile(code.text_content(), name, "exec"), {})
    assert out.getvalue() == files[f"queries/{name}.csv"].decode() + "\n"


def test_other_snippets_are_sound() -> None:
    curl, wrapper, own, *r = snippets("apps", BASE, {"city": 'a"b'})
    assert f"{BASE}queries/apps.rq" in curl.code and f"{BASE}queries/apps.rq" in wrapper.code
    assert all(f"{BASE}queries/apps." in snippet.code for snippet in r)
    compile(wrapper.code, "wrapper", "exec")
    compile(own.code, "own", "exec")


# --- What a response may hold ------------------------------------------------------------------------------------------

HOSTILE = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "https://good.example/ javascript:alert(1)",
    'https://x.example/"onmouseover="alert(1)',
    "https://x.example/\u202egpj.exe",
    "\u202eturned\u202c & <b>bold</b>",
    "{{ 7 * 7 }}",
)


def _hostile_page(graph: Graph) -> bytes:
    site = Site(graph.store, BASE)
    table = Table("hostile", ("city", "text"), tuple((words, words) for words in HOSTILE))
    return site.frame.page("measure.html", "compare/hostile", "Hostile", name="hostile", told="", table=table, columns=table.columns, kept=1000, rows=Cells(site).rows(table))[1]  # fmt: skip


def test_what_a_response_writes_stays_text(graph: Graph) -> None:
    data = _hostile_page(graph)
    page = page_of(data)
    assert faults(data) == []
    assert not page.xpath("//main//script|//main//img|//main//b|//main//*[@onmouseover]")
    assert not [link for link in links_of(page) if re.match(r"\s*(javascript|data):", link, re.I)]
    for words, row in zip(HOSTILE, texts_of(page), strict=True):
        if "https" not in words:
            assert row == [words, words]


def test_an_address_shows_no_character_that_turns_others_round(graph: Graph) -> None:
    cells = Cells(Site(graph.store, BASE))
    (piece,) = cells.cell("url", "https://x.example/\u202egpj.exe").pieces
    assert piece.words == "https://x.example/%E2%80%AEgpj.exe"


def test_every_word_of_a_response_stands_apart_in_its_direction(graph: Graph) -> None:
    page = page_of(_hostile_page(graph))
    assert all(cell.xpath("count(.//bdi) > 0") for cell in page.xpath("//tbody//td"))


def test_which_addresses_are_links() -> None:
    assert is_web("https://a.example/") and is_web("http://a.example")
    for other in (
        "javascript:alert(1)",
        "data:text/html,x",
        "//a.example",
        "https:",
        "https:///x",
        "http://[",
        "mailto:a@b.example",
    ):
        assert not is_web(other)


def test_what_iris_are_shown_as(graph: Graph) -> None:
    cells = Cells(Site(graph.store, BASE))
    shown = {
        f"{BASE}id/city/fi-tampere": Piece("Tampere", "id/city/fi-tampere/"),
        f"{BASE}response/fi-tampere/2022/answer/q24#char=3,102": Piece("fi-tampere 2022, question 24", "response/fi-tampere/2022/answer/q24/#char=3,102"),
        f"{BASE}ontology#level": Piece("level", "ontology/#level"),
        f"{BASE}code/modality/current": Piece("current", "code/modality/current/"),
        "http://purl.org/dc/terms/audience": Piece("dct:audience", out="http://purl.org/dc/terms/audience"),
    }  # fmt: skip
    assert {iri: cells.piece(iri) for iri in shown} == shown
    assert cells.cell("city", "Tampere") == Shown((Piece("Tampere", "id/city/fi-tampere/"),))
    assert cells.cell("name", "Tampere") == Shown((Piece("Tampere"),))
    assert cells.cell("goal", 6) == Shown((Piece("6", "sdg/6/"),), number=True)
    assert cells.cell("goal", 18) == Shown((Piece("18"),), number=True)


# --- The script --------------------------------------------------------------------------------------------------------

VALUES = {
    "services-by-sdg": {"goal": "6", "city": "A\"b} c$& { ' é", "inferred": "true"},
    "evidence-of-entity": {"entity": "https://a.example/x#y", "city": "Tampere"},
    "partners-by-country": {"country": "fi"},
    "laws-by-level": {"level": "national"},
}
WRONG = {
    "services-by-sdg": {"city": "a\\b"},
    "evidence-of-entity": {"entity": "https://a.example/> } #"},
    "partners-by-country": {"country": "Finland"},
}


def _run_script(code: str) -> object:
    """What the script's functions give, in Node."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("Node is not installed")
    source = f"import {{ bound, termsOf, TERMS }} from 'data:text/javascript;base64,{_base64(SCRIPT)}';\nconsole.log(JSON.stringify({code}))"
    done = subprocess.run(
        [node, "--input-type=module", "-e", source], capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


def _base64(file: Path) -> str:
    import base64

    return base64.b64encode(file.read_bytes()).decode()


def _fields(name: str, values: dict[str, str], files: dict[str, bytes]) -> str:
    page = page_of(files[f"queries/{name}/index.html"])
    return json.dumps([{"name": key, "value": value, "kind": page.xpath(f"//*[@name='{key}']/@data-term")[0]} for key, value in values.items()])  # fmt: skip


def test_the_script_binds_as_python_does(files: dict[str, bytes]) -> None:
    calls = []
    for name, values in VALUES.items():
        text = resource("queries", f"{name}.rq").read_text(encoding="utf-8")
        calls.append(f"bound({json.dumps(text)}, termsOf({_fields(name, values, files)}).terms)")
    found = _run_script(f"[{', '.join(calls)}]")
    assert found == [find_query(name).bind(**values) for name, values in VALUES.items()]


def test_the_script_refuses_what_python_refuses(files: dict[str, bytes]) -> None:
    calls = [f"termsOf({_fields(name, values, files)}).wrong" for name, values in WRONG.items()]
    assert _run_script(f"[{', '.join(calls)}]") == [next(iter(values)) for values in WRONG.values()]
