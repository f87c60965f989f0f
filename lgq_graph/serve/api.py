"""The catalogue as an HTTP API: a path for each query, its parameters typed, and the OpenAPI document that says so."""

from __future__ import annotations

import difflib
import json
from importlib.metadata import version
from typing import Any

from starlette.requests import Request

from ..errors import UsageError
from ..publish.site.frame import Frame
from ..query import Parameter, Query, catalogue, find_query
from .answer import TABLES
from .problem import KINDS, Problem
from .protocol import parameters
from .replies import takes_gzip

__all__ = ["api_page", "asked_of_catalogue", "openapi"]

_ANSWERED = ("bad-parameter", "not-found", "answer-too-large", "busy")


def asked_of_catalogue(request: Request) -> dict[str, Any]:
    """What a worker is to do for `/api/NAME.FORMAT?…`; a Problem when there is no such query, format or parameter."""
    name, _, format_ = request.path_params["name"].rpartition(".")
    query = _query(name or format_)
    if format_ not in TABLES or not name:
        raise Problem(
            "not-found",
            f"a table is not written as {format_!r}",
            f"one of: {', '.join(f'{query.name}.{f}' for f in TABLES)}",
        )
    pairs = parameters(request.scope["query_string"])
    arguments = dict(pairs)
    if len(arguments) < len(pairs):
        raise Problem("bad-parameter", "a parameter is given twice", "give each once")
    try:
        query.bind(**arguments)
    except UsageError as error:
        raise Problem("bad-parameter", error.message, error.hint) from error
    return {"table": query.name, "arguments": arguments, "format": format_, "gzip": takes_gzip(request)}


def _query(name: str) -> Query:
    known = {query.name: query for query in catalogue()}
    if name not in known:
        near = difflib.get_close_matches(name, known)
        raise Problem(
            "not-found",
            f"there is no query {name!r}",
            f"did you mean {', '.join(near)}?" if near else "see /api/",
        )
    return find_query(name)


def api_page(frame: Frame) -> bytes:
    """The page of the API."""
    return frame.page(
        "api.html", "api", "The catalogue as an API", crumbs=(("Home", ""),), queries=catalogue(),
        formats=[(name, media) for name, (media, _) in TABLES.items()], problems=list(KINDS.items()),
    )[1]  # fmt: skip


def openapi() -> bytes:
    """The API in OpenAPI 3.1."""
    said = {
        "openapi": "3.1.0",
        "info": {
            "title": "Local Government Questionnaire: the catalogue of queries", "version": version("lgq-graph"),
            "license": {"name": "CC BY 4.0", "identifier": "CC-BY-4.0"},
            "description": "Each query of the catalogue, as a table. Errors are problem details (RFC 9457).",
        },
        "servers": [{"url": ".."}],
        "paths": {f"/api/{query.name}.{{format}}": {"get": _operation(query)} for query in catalogue()},
        "components": {"schemas": {"Problem": _PROBLEM}},
    }  # fmt: skip
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


_PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "format": "uri-reference"}, "title": {"type": "string"}, "status": {"type": "integer"},
        "detail": {"type": "string"}, "hint": {"type": "string"},
    },
}  # fmt: skip


def _operation(query: Query) -> dict[str, Any]:
    format_ = {
        "name": "format",
        "in": "path",
        "required": True,
        "schema": {"type": "string", "enum": list(TABLES)},
    }
    found = {"description": "The table", "content": {media: {"schema": _BODIES.get(name, {"type": "string"})} for name, (media, _) in TABLES.items()}}  # fmt: skip
    wrong: dict[str, Any] = {}
    for status, title in map(KINDS.__getitem__, _ANSWERED):
        wrong[str(status)] = {"description": title, "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}  # fmt: skip
    return {
        "operationId": query.name, "summary": query.summary, "description": query.description, "tags": list(query.tags),
        "parameters": [format_, *map(_parameter, query.parameters)], "responses": {"200": found, **wrong},
    }  # fmt: skip


_BODIES: dict[str, dict[str, Any]] = {"json": {"type": "array", "items": {"type": "object"}}}


def _parameter(parameter: Parameter) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string"}
    if parameter.type == "goal":
        schema = {"type": "integer", "minimum": 1, "maximum": 17}
    elif parameter.type == "number":
        schema = {"type": "integer", "minimum": 0}
    elif parameter.type == "boolean":
        schema = {"type": "boolean"}
    elif parameter.type == "iri":
        schema = {"type": "string", "format": "uri"}
    elif parameter.choices:
        schema = {"type": "string", "enum": list(parameter.choices)}
    required = parameter.default == "required"
    if not required and parameter.default != "any":
        schema["default"] = _typed(schema["type"], parameter.default)
    return {"name": parameter.name, "in": "query", "required": required, "description": f"{parameter.help}: {parameter.accepts}", "schema": schema}  # fmt: skip


def _typed(kind: str, default: str) -> str | int | bool:
    if kind == "integer":
        return int(default)
    return default in ("true", "yes", "1") if kind == "boolean" else default
