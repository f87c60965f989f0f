"""The catalogue as an API, and the document that describes it."""

from __future__ import annotations

import csv
import io
import json

import pytest

from lgq_graph.library import Graph
from lgq_graph.query import catalogue

from .serving import Running


def test_a_table_is_what_the_library_gives(server: Running, graph: Graph) -> None:
    """In each format, with its parameters."""
    table = graph.query("services-by-sdg", goal=6)
    for ending, expected in (
        ("csv", table.to_csv()),
        ("tsv", table.to_tsv()),
        ("json", table.to_json()),
        ("jsonl", table.to_jsonl()),
    ):
        answer = server.get(f"/api/services-by-sdg.{ending}?goal=6")
        assert answer.status == 200
        assert sorted(answer.body.decode().splitlines()) == sorted(expected.splitlines())
    assert server.get("/api/services-by-sdg.csv?goal=6").headers["Content-Type"] == "text/csv; charset=utf-8"
    assert (
        len(
            list(
                csv.reader(
                    io.StringIO(server.get("/api/services-by-sdg.csv?goal=6&city=tampere").body.decode())
                )
            )
        )
        <= len(table) + 1
    )


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/api/services-by-sdg.csv?goal=18", 400, "1 to 17"),
        ("/api/services-by-sdg.csv?gaol=6", 400, "goal"),
        ("/api/services-by-sdg.csv?goal=6&goal=7", 400, "once"),
        ("/api/evidence-of-entity.csv", 400, "entity"),
        ("/api/service-by-sdg.csv", 404, "services-by-sdg"),
        ("/api/services-by-sdg.exe", 404, "services-by-sdg.csv"),
        ("/api/services-by-sdg", 404, "services-by-sdg.csv"),
    ],
)
def test_an_error_says_what_to_do(server: Running, path: str, status: int, words: str) -> None:
    """As problem details with a hint."""
    answer = server.get(path)
    assert (answer.status, answer.media) == (status, "application/problem+json")
    assert words in json.loads(answer.body)["hint"]


def test_a_text_never_becomes_a_query(server: Running) -> None:
    """What would break out of a literal is a literal."""
    answer = server.get("/api/apps.json?city=%22%20%7D%20UNION%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D%20%23")
    assert (answer.status, json.loads(answer.body)) == (200, [])


def test_openapi_tells_of_every_query(server: Running) -> None:
    """Its path, and its parameters with their types."""
    answer = server.get("/api/openapi.json")
    said = json.loads(answer.body)
    assert said["openapi"] == "3.1.0"
    assert set(said["paths"]) == {f"/api/{query.name}.{{format}}" for query in catalogue()}
    for query in catalogue():
        operation = said["paths"][f"/api/{query.name}.{{format}}"]["get"]
        given = {
            parameter["name"]: parameter
            for parameter in operation["parameters"]
            if parameter["in"] == "query"
        }
        assert set(given) == {parameter.name for parameter in query.parameters}
        assert {name for name, p in given.items() if p["required"]} == {
            p.name for p in query.parameters if p.default == "required"
        }
    goal = next(
        p for p in said["paths"]["/api/services-by-sdg.{format}"]["get"]["parameters"] if p["name"] == "goal"
    )
    assert goal["schema"] == {"type": "integer", "minimum": 1, "maximum": 17}


def test_every_query_is_answered(server: Running) -> None:
    """By the first parameters that come to mind; none fails."""
    for query in catalogue():
        if not any(parameter.default == "required" for parameter in query.parameters):
            assert server.get(f"/api/{query.name}.jsonl").status == 200, query.name


def test_the_page_lists_queries_and_problems(server: Running) -> None:
    """With an anchor for every type of problem."""
    page = server.get("/api/", "text/html")
    assert page.headers["Content-Security-Policy"].startswith("default-src 'none'")
    for words in (b'id="services-by-sdg"', b'id="query-too-slow"', b"openapi.json"):
        assert words in page.body
