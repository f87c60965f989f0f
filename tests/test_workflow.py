"""The workflow of the repository's host does what `.ci/run` does, with no rights and nobody else's code."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from .conftest import ROOT

TEXT = (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}")


def faults(text: str) -> list[str]:
    """What is wrong with a workflow."""
    read: dict[Any, Any] = yaml.safe_load(text)
    jobs: dict[str, Any] = read["jobs"]
    steps = [step for job in jobs.values() for step in job["steps"]]
    rights = [read.get("permissions"), *(job["permissions"] for job in jobs.values() if "permissions" in job)]
    checks = {
        "calls .ci/run": all(any(step.get("run") == ".ci/run" for step in job["steps"]) for job in jobs.values()),
        "rights": all(each in ({"contents": "read"}, {}) for each in rights),
        "pins": all(PINNED.fullmatch(step["uses"]) for step in steps if "uses" in step),
        "keeps no credentials": all(
            step.get("with", {}).get("persist-credentials") is False
            for step in steps if step.get("uses", "").startswith("actions/checkout@")
        ),
        "no secret": "secrets." not in text and "github.token" not in text,
        "no strangers' rights": "pull_request_target" not in text and "workflow_run" not in text,
        "no text of strangers in a script": not any("${{" in step.get("run", "") for step in steps),
        "all Pythons": all(job["strategy"]["matrix"]["python"] == ["3.11", "3.12", "3.13"] for job in jobs.values()),
        "an end": all(job.get("timeout-minutes", 360) < 360 for job in jobs.values()),
    }  # fmt: skip
    return [name for name, kept in checks.items() if not kept]


def test_the_workflow_is_sound() -> None:
    assert faults(TEXT) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("- run: .ci/run", "- run: make test", "calls .ci/run"),
        ("contents: read", "contents: write", "rights"),
        ("permissions:\n  contents: read", "", "rights"),
        ("- run: .ci/run", "- uses: actions/setup-python@v5\n      - run: .ci/run", "pins"),
        (
            "- run: .ci/run",
            f"- uses: actions/checkout@{'a' * 40}\n      - run: .ci/run",
            "keeps no credentials",
        ),
        ("- run: .ci/run", "- run: .ci/run\n        env: {KEY: '${{ secrets.KEY }}'}", "no secret"),
        ("pull_request:", "pull_request_target:", "no strangers' rights"),
        ("git init", "echo ${{ github.head_ref }}; git init", "no text of strangers in a script"),
        ('"3.11", ', "", "all Pythons"),
        ("timeout-minutes: 120", "", "an end"),
    ],
)
def test_a_worse_workflow_is_found(old: str, new: str, fault: str) -> None:
    assert old in TEXT and fault in faults(TEXT.replace(old, new, 1))


def test_the_run_can_be_run() -> None:
    """The file is executable, stops at the first fault, and has all that a change must pass."""
    run = ROOT / ".ci" / "run"
    text = run.read_text(encoding="utf-8")
    assert run.stat().st_mode & 0o111 and "set -euo pipefail" in text
    assert re.findall(r"^make (\w+)$", text, re.M) == ["servers", "check", "test", "demo", "exports", "sbom"]
