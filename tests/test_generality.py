"""The code knows no city, portal or service; the repository holds no sentence of a real response."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from .conftest import REAL, ROOT, SHARED

GOLD = [
    *sorted((ROOT / "tests" / "data" / "gold").glob("*.json")),
    *sorted((SHARED / "eval" / "gold").glob("*.json")),
]
NAMED = {"portal", "service", "app", "platform", "initiative", "strategy", "organisation"}
ORDINARY = {
    "services", "guideline", "transparency", "facebook", "instagram", "youtube", "charity service", "voice assistant", "reservation service",
    "change of residence", "special information pages", "ministry of finance", "national services", "oracle", "city council", "mayor's office", "nokia", "wilma",
}  # fmt: skip


def proper_names() -> set[str]:
    """Names from the annotations that could only have come from a response."""
    names = set()
    for path in GOLD:
        gold = json.loads(path.read_text(encoding="utf-8"))
        names.add(gold["city"]["name"])
        for entity in gold["entities"]:
            if entity["kind"] in NAMED:
                names |= {entity["name"], *entity.get("aliases", [])}
    return {name for name in names if len(name) >= 5 and name[:1].isupper() and name.lower() not in ORDINARY}


def test_the_code_names_nothing_of_a_response() -> None:
    """No proper name of any annotated response is a word of the package, which would be a rule made for it."""
    code = {
        path: path.read_text(encoding="utf-8")
        for path in (ROOT / "lgq_graph").rglob("*.py")
        if "gazetteer" not in path.parts
    }
    found = [
        (name, path.name)
        for name in sorted(proper_names())
        for path, text in code.items()
        if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    ]  # fmt: skip
    examples_in_docstrings = [hit for hit in found if hit[0] in ("Tampere", "City of Tampere")]
    assert [hit for hit in found if hit not in examples_in_docstrings] == []


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


@pytest.mark.skipif(not REAL, reason="../shared with a real response is not at hand")
def test_no_sentence_of_a_real_response_is_in_the_repository() -> None:
    """Ten words in a row that stand in a real response stand nowhere here."""
    seen = set()
    for path in REAL:
        words = _words(path.read_text(encoding="utf-8", errors="ignore"))
        seen |= {tuple(words[i : i + 10]) for i in range(len(words) - 9)}
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\n")
    for name in filter(None, listed):
        path = ROOT / name
        if not path.is_file() or path.stat().st_size > 3_000_000:
            continue
        words = _words(path.read_text(encoding="utf-8", errors="ignore"))
        hits = [
            " ".join(words[i : i + 10]) for i in range(len(words) - 9) if tuple(words[i : i + 10]) in seen
        ]
        assert not hits, f"{Path(name)}: {hits[:3]}"
