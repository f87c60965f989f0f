"""What the project is made of: locked with hashes, under licences that are allowed, told in NOTICE and in a bill of materials."""

from __future__ import annotations

import hashlib
import json
import re
import runpy
import tomllib
from email.message import Message
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packaging.requirements import Requirement

from .conftest import ROOT

SUPPLY = runpy.run_path(str(ROOT / "tools" / "supply.py"))
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
NPM = [ROOT / "web" / "package-lock.json", ROOT / "tests" / "serve" / "comunica" / "package-lock.json"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PYTHONS = ("3.11", "3.12", "3.13")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
ASSETS = ROOT / "lgq_graph" / "assets"


def asked(*extras: str) -> list[Requirement]:
    """What pyproject.toml names for the program and for some extras."""
    lines = [
        *PROJECT["dependencies"],
        *(line for e in extras for line in PROJECT["optional-dependencies"][e]),
    ]
    return [Requirement(line) for line in lines]


def pins(lock: Path, version: str) -> dict[str, str]:
    """The versions that a lock gives one Python on Linux."""
    system = {
        "python_version": version,
        "python_full_version": f"{version}.0",
        "sys_platform": "linux",
        "os_name": "posix",
    }
    system |= {
        "platform_python_implementation": "CPython",
        "implementation_name": "cpython",
        "platform_system": "Linux",
    }
    lines = re.findall(r"^[\w.-]+==[^\\\n]+", lock.read_text(encoding="utf-8"), re.M)
    read = [Requirement(line.strip()) for line in lines]
    held = [r for r in read if r.marker is None or r.marker.evaluate(system)]
    assert len({r.name for r in held}) == len(held), "one package, two versions"
    return {r.name: str(r.specifier).removeprefix("==") for r in held}


# --- Python --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.stem)
def test_every_pin_has_its_hashes(lock: Path) -> None:
    """Nothing but exact versions with SHA-256, so that `--require-hashes` has what it requires."""
    packages = re.split(r"^(?=[\w.-]+==)", lock.read_text(encoding="utf-8"), flags=re.M)[1:]
    assert packages
    assert [
        p.partition("=")[0] for p in packages if not re.search(r"--hash=sha256:[0-9a-f]{64}$", p, re.M)
    ] == []
    loose = re.findall(r"^(?![\w.-]+==|    |#).+", lock.read_text(encoding="utf-8"), re.M)
    assert loose == []


@pytest.mark.parametrize("version", PYTHONS)
@pytest.mark.parametrize(("lock", "extra"), [("dev", "dev"), ("lowest", "dev"), ("bench", "bench")])
def test_the_lock_has_what_is_asked(lock: str, extra: str, version: str) -> None:
    """Each requirement of pyproject.toml is met, for each Python; if not: `make lock`."""
    held = pins(ROOT / "requirements" / f"{lock}.txt", version)
    assert [str(r) for r in asked(extra) if not r.specifier.contains(held.get(r.name.lower(), "0"))] == []


@pytest.mark.parametrize("extra", sorted(set(PROJECT["optional-dependencies"]) - {"bench"}))
def test_tests_have_every_extra(extra: str) -> None:
    """What a user can ask for is in the environment that the tests run in."""
    held = pins(ROOT / "requirements" / "dev.txt", "3.11")
    assert {r.name.lower() for r in asked(extra)} <= set(held)


def test_the_lowest_lock_is_the_lowest() -> None:
    """For the oldest Python, each direct requirement stands at the version that pyproject.toml names as its least."""
    held = pins(ROOT / "requirements" / "lowest.txt", "3.11")
    for requirement in asked("dev"):
        (least,) = {s.version for s in requirement.specifier if s.operator == ">="} or {None}
        assert least, f"{requirement} names no least version"
        given = held[requirement.name.lower()]
        assert given == least or given.startswith(f"{least}."), f"{requirement}: the lock has {given}"


@pytest.mark.parametrize("name", ["node", "reasoner"])
def test_what_is_installed_for_one_target_is_locked_too(name: str) -> None:
    lines = (ROOT / "requirements" / f"{name}.in").read_text(encoding="utf-8").splitlines()
    held = pins(ROOT / "requirements" / f"{name}.txt", "3.11")
    assert all(r.specifier.contains(held[r.name]) for r in map(Requirement, lines)) and lines


def test_make_installs_from_locks_alone() -> None:
    """Each call of pip has hashes, or puts the project in place without looking for anything; but for the tool that locks."""
    calls = [line for line in MAKEFILE.splitlines() if "pip install" in line]
    free = [
        c
        for c in calls
        if "--require-hashes" not in c and not ("--no-deps" in c and "--no-build-isolation" in c)
    ]
    assert len(calls) >= 3 and [c.split()[-1] for c in free] == ["uv"]
    assert all(f"$(call INSTALL,{where}" in MAKEFILE for where in (".venv,dev)", ".venv/lowest,lowest)"))


def test_lxml_is_past_its_known_holes() -> None:
    """Below 6.1 it had some that matter for pages of strangers."""
    (lxml,) = (r for r in asked() if r.name == "lxml")
    assert not lxml.specifier.contains("6.0.9") and lxml.specifier.contains("6.1")


# --- licences ------------------------------------------------------------------------------------------------------


def test_notice_is_what_the_locks_name() -> None:
    """NOTICE has each package of the locks with its version and licence; if not: `python tools/supply.py notice`."""
    assert (ROOT / "NOTICE").read_text(encoding="utf-8") == SUPPLY["notice"]()


@pytest.mark.parametrize("package", [*SUPPLY["python"](), *SUPPLY["npm"]()], ids=lambda p: p.name)
def test_licence_is_allowed(package: Any) -> None:
    """A dependency under a licence that is not on the list needs a decision first."""
    assert SUPPLY["allowed"](package.licence), f"{package.name}: {package.licence!r}"


@pytest.mark.parametrize(
    ("expression", "fine"),
    [
        ("MIT", True), ("MIT OR GPL-3.0-only", True), ("(MPL-2.0 OR Apache-2.0) AND MIT", True),
        ("GPL-3.0-only", False), ("MIT AND GPL-3.0-only", False), ("AGPL-3.0-or-later", False),
        ("BUSL-1.1", False), ("Proprietary", False), ("MIT, and more", False), ("", False),
    ],
)  # fmt: skip
def test_a_licence_that_is_not_on_the_list_is_found(expression: str, fine: bool) -> None:
    assert SUPPLY["allowed"](expression) is fine


def test_licence_is_read_from_each_field() -> None:
    """The expression first, then the old field, then the classifier; what none of them tells stays as it is, and is refused."""

    def told(**fields: str) -> str:
        about = Message()
        for name, value in fields.items():
            about[name.replace("_", "-")] = value
        licence: str = SUPPLY["licence_of"](about)
        return licence

    assert told(License_Expression="MIT OR Apache-2.0", License="GPL") == "MIT OR Apache-2.0"
    assert told(License="BSD 3-Clause License\n\nCopyright") == "BSD-3-Clause"
    assert told(License="Copyright someone", Classifier="License :: OSI Approved :: MIT License") == "MIT"
    assert not SUPPLY["allowed"](told(License="All rights reserved"))
    assert not SUPPLY["allowed"](told(Name="says-nothing"))


def data_files() -> list[str]:
    """What is in the package or beside it and is no code."""
    folders = ("ontology", "shapes", "queries", "lgq_graph")
    files = (
        f
        for folder in folders
        for f in (ROOT / folder).rglob("*")
        if f.is_file() and f.suffix not in (".py", ".pyc", ".typed")
    )
    return sorted(f.relative_to(ROOT).as_posix() for f in files)


def test_notice_tells_whose_every_bundled_file_is() -> None:
    """Each vocabulary, data file, template and asset falls under a row."""
    patterns = [p.strip() for files, _, _ in SUPPLY["DATA"] for p in files.split(",")]
    patterns = [p + "*" if p.endswith("/") else p for p in patterns]
    assert [f for f in data_files() if not any(fnmatch(f, p) for p in patterns)] == []


# --- the bill of materials -----------------------------------------------------------------------------------------


@cache
def bill() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(SUPPLY["sbom"]())
    return document


def faults(document: dict[str, Any]) -> object:
    return JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(document))


def test_the_bill_of_materials_is_valid() -> None:
    """By CycloneDX's own schema, which finds what is wrong in a worse one."""
    assert faults(bill()) is None
    assert faults(bill() | {"components": [{"type": "library"}]}) is not None


def test_the_bill_of_materials_is_whole() -> None:
    """Each package of both locks is in it with hash and licence, and nothing depends on what is not there."""
    parts = {part["bom-ref"]: part for part in bill()["components"]}
    assert len(parts) == len(SUPPLY["python"]()) + len(SUPPLY["npm"]())
    assert all(part["hashes"] and part["licenses"] and part["purl"] for part in parts.values())
    needed = {ref: set(d.get("dependsOn", ())) for d in bill()["dependencies"] for ref in [d["ref"]]}
    assert set().union(*needed.values()) == set(parts)
    assert any(ref.startswith("pkg:pypi/lxml@") for ref in needed["lgq-graph"])
    (rdflib,) = (needs for ref, needs in needed.items() if ref.startswith("pkg:pypi/rdflib@"))
    assert any(ref.startswith("pkg:pypi/pyparsing@") for ref in rdflib)


def test_the_bill_of_materials_is_the_same_twice() -> None:
    """No clock and no random number is in it."""
    assert SUPPLY["sbom"]() == SUPPLY["sbom"]()
    assert "serialNumber" not in bill() and "timestamp" not in bill()["metadata"]


# --- npm -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lock", NPM, ids=lambda path: path.parent.name)
def test_npm_packages_are_pinned_by_hash(lock: Path) -> None:
    """Exact versions in package.json, SHA-512 for every package in the lock, and no script of a package runs."""
    packages = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    assert [
        name for name, p in packages.items() if name and not p.get("integrity", "").startswith("sha512-")
    ] == []
    wanted = json.loads((lock.parent / "package.json").read_text(encoding="utf-8"))
    versions = {**wanted.get("dependencies", {}), **wanted.get("devDependencies", {})}
    assert versions and all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in versions.values())
    npm = [
        line
        for line in MAKEFILE.splitlines()
        if re.search(r"\bnpm (?!--version)\w", line) and not line.startswith("#")
    ]
    assert npm and all("npm ci --ignore-scripts" in line for line in npm)


@pytest.mark.skipif(not (ASSETS / "LICENSES.txt").exists(), reason="NO WEB ASSETS: make assets")
def test_assets_are_those_of_the_list() -> None:
    """Byte for byte what web/ gave when web/assets.sha256 was written: `cd lgq_graph/assets && sha256sum * > ../../web/assets.sha256`."""
    made = {f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in sorted(ASSETS.iterdir())}
    lines = (ROOT / "web" / "assets.sha256").read_text(encoding="utf-8").splitlines()
    assert made == {name: value for value, name in (line.split("  ") for line in lines)}
