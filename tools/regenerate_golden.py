"""Write the golden rows of every query on the examples: `python tools/regenerate_golden.py`; read the diff before committing."""

from __future__ import annotations

from pathlib import Path

from lgq_graph.library import build
from lgq_graph.query import catalogue
from lgq_graph.vocabulary import BASE

ROOT = Path(__file__).resolve().parent.parent
ARGUMENTS: dict[str, dict[str, str]] = {
    "evidence-of-entity": {"entity": BASE + "id/fi-tampere/initiative/lake-watch"},
}
"""What queries with a required parameter are asked."""


def main() -> None:
    """One CSV file a query, into `tests/golden/`."""
    folder = ROOT / "tests" / "golden"
    folder.mkdir(exist_ok=True)
    with build([ROOT / "examples"]) as graph:
        for query in catalogue():
            table = graph.query(query.name, **ARGUMENTS.get(query.name, {}))
            (folder / f"{query.name}.csv").write_bytes(table.to_csv().encode())


if __name__ == "__main__":
    main()
