"""What validation finds: findings, and the report that says them in plain words or as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from itertools import groupby

from ..errors import counted
from ..table import Table
from ..vocabulary import BASE

__all__ = ["INFO", "VIOLATION", "WARNING", "Finding", "Report"]

VIOLATION, WARNING, INFO = "violation", "warning", "info"
_ORDER = {VIOLATION: 0, WARNING: 1, INFO: 2}
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, and where.

    `severity` is violation, warning or info; `city` is the response's, as in "Tampere (2022)"; `question` its number,
    0 when the finding belongs to none; `focus`, `path`, `shape` and `source` (the constraint's kind) are IRIs, `path`
    empty when the node itself is at fault; `value` is a term as N-Triples write it, or empty; `message` says what is
    wrong and what to do.
    """

    severity: str
    city: str
    question: int
    focus: str
    path: str
    value: str
    message: str
    shape: str
    source: str

    @property
    def rank(self) -> tuple[str, int, str, int, str, str, str, str]:
        """The place of a finding in a report: by city, the gravest first, those of one shape together."""
        return (
            self.city,
            _ORDER[self.severity],
            self.shape,
            self.question,
            self.focus,
            self.path,
            self.value,
            self.source,
        )


@dataclass(frozen=True, slots=True)
class Report:
    """All findings, in order, and the number of nodes that were looked at."""

    findings: tuple[Finding, ...]
    focus_nodes: int

    @property
    def conforms(self) -> bool:
        """Whether nothing is violated; a warning breaks nothing."""
        return not self.count(VIOLATION)

    def count(self, severity: str) -> int:
        """How many findings there are of a severity."""
        return sum(f.severity == severity for f in self.findings)

    def text(self, *, full: bool = False) -> str:
        """The report for a reader: which city, which question, what is wrong, what to do.

        Each kind of finding is told once, with how many there are and the first few, or with all of them.
        """
        shown = len(self.findings) if full else _SHOWN
        cities = groupby(self.findings, key=lambda f: f.city)
        return "\n".join([_summary(self), *(_city(city, found, shown) for city, found in cities)]) + "\n"

    def table(self) -> Table:
        """A row for each finding."""
        columns = ("severity", "city", "question", "message", "focus", "path", "value")
        rows = tuple(
            (f.severity, f.city, f.question or None, f.message, f.focus, f.path, f.value)
            for f in self.findings
        )
        return Table("findings", columns, rows, (_summary(self),))

    def _repr_html_(self) -> str:
        """For notebooks."""
        return self.table()._repr_html_()

    def json(self) -> str:
        """The report as JSON: `conforms`, `focus_nodes`, the counts, and each finding with all its fields."""
        counts = Counter(f.severity for f in self.findings)
        document = {
            "conforms": self.conforms,
            "focus_nodes": self.focus_nodes,
            "counts": {severity: counts[severity] for severity in _ORDER},
            "findings": [asdict(f) for f in self.findings],
        }
        return json.dumps(document, ensure_ascii=False, indent=2) + "\n"

    def turtle(self) -> str:
        """The report as a SHACL validation report in Turtle; the same findings give the same bytes."""
        from .turtle import report_turtle

        return report_turtle(self)


def _summary(report: Report) -> str:
    verdict = "The graph keeps its shapes" if report.conforms else "The graph breaks its shapes"
    found = ", ".join(counted(report.count(severity), severity) for severity in (VIOLATION, WARNING))
    return f"{verdict}: {found}, {counted(report.focus_nodes, 'node')} checked."


def _city(city: str, found: Iterable[Finding], shown: int) -> str:
    lines = (line for _, same in groupby(found, key=lambda f: f.shape) for line in _kind(list(same), shown))
    return "\n".join(["", city or "All responses", *lines])


def _kind(same: list[Finding], shown: int) -> list[str]:
    """What one shape found: the message once, with its number, and the first nodes."""
    lines = list(dict.fromkeys(_line(f) for f in same))
    times = f"{len(lines)} × " if len(lines) > 1 else ""
    more = [f"      and {len(lines) - shown} more: `validate --all` shows them"] if len(lines) > shown else []
    return [f"  {same[0].severity}: {times}{same[0].message}", *lines[:shown], *more]


def _line(finding: Finding) -> str:
    asked = f"question {finding.question}: " if finding.question else ""
    value = _short(finding.value.removeprefix("<").removesuffix(">"))
    return f"      {asked}" + " → ".join(
        filter(None, (_short(finding.focus), _short(_local(finding.path)), value))
    )


def _local(iri: str) -> str:
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def _short(text: str) -> str:
    text = " ".join(text.removeprefix(BASE).split())
    return text if len(text) <= 90 else text[:89] + "…"
