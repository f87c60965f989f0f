"""What verifying finds: what is wrong, where, and what to do; and what was looked at."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import counted
from ..table import Table

__all__ = ["Fault", "Verification"]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: the file, graph or claim at fault, what is wrong with it, and what to do."""

    where: str
    what: str
    mend: str


@dataclass(frozen=True, slots=True)
class Verification:
    """All faults, in order, and in words what was checked."""

    faults: tuple[Fault, ...]
    checked: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults

    def table(self) -> Table:
        """A row for each fault."""
        rows = tuple((fault.where, fault.what, fault.mend) for fault in self.faults)
        return Table("faults", ("where", "what", "mend"), rows, self.checked)

    def text(self) -> str:
        """The report in lines: the verdict with what was checked, and each fault."""
        verdict = "Sound" if self.sound else counted(len(self.faults), "fault")
        faults = (f"{fault.where}: {fault.what}\n  → {fault.mend}" for fault in self.faults)
        return "\n".join([f"{verdict}: {'; '.join(self.checked)}", *faults]) + "\n"

    def _repr_html_(self) -> str:
        """For notebooks."""
        return self.table()._repr_html_()
