"""Where the data files of the project are: in a checkout or inside an installed wheel.

The only module that does path arithmetic.
"""

from __future__ import annotations

from pathlib import Path

from .errors import DataError

__all__ = ["folder", "own_files", "resource", "resources"]

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The folder `ontology`, `shapes` or `queries`, from the wheel if installed, else from the checkout."""
    for candidate in (_PACKAGE / "data" / name, _PACKAGE.parent / name):
        if candidate.is_dir():
            return candidate
    raise DataError(
        f"the folder {name!r} is missing", hint="reinstall lgq-graph, or run it from a full checkout"
    )


def resource(kind: str, name: str) -> Path:
    """One data file, such as `resource("ontology", "lgq.ttl")`."""
    path = folder(kind) / name
    if not path.is_file():
        raise DataError(f"there is no {kind} file {name!r}", hint=f"see the folder {folder(kind)}")
    return path


def resources(kind: str, pattern: str) -> tuple[Path, ...]:
    """All data files of a folder whose name matches a glob, sorted by name."""
    return tuple(sorted(folder(kind).glob(pattern)))


def own_files() -> tuple[Path, ...]:
    """Every file of this program and its data, sorted."""
    places = (_PACKAGE, *map(folder, ("ontology", "shapes", "queries")))
    found = {
        path for place in places for path in place.rglob("*") if path.is_file() and path.suffix != ".pyc"
    }
    return tuple(sorted(found))
