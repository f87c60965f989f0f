"""The corrections beside the responses: which file speaks of which response, and that nothing personal stands in it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from .correct import missed, read_corrections
from .errors import InputError
from .extract.contacts import Known, withhold
from .model import Correction

__all__ = ["NAME", "Beside", "public_corrections"]

NAME = "corrections.yaml"
"""What the file of corrections in a folder of responses is called."""


def public_corrections(path: str | Path) -> tuple[Correction, ...]:
    """The corrections of a file, none of which holds personal data; InputError otherwise, which does not repeat it."""
    found = read_corrections(path)
    known = Known()
    for one in found:
        for field in ("why", "name", "value", "new"):
            _, personal = withhold(getattr(one, field), 0, known)
            if personal:
                raise InputError(
                    f"the field for {_FIELDS[field]} holds personal data ({personal[0].what}), and corrections are published",
                    file=one.file, place=f"line {one.line}", hint="write of roles, and leave names and addresses of persons out",
                )  # fmt: skip
    return found


_FIELDS = {"why": "the reason", "name": "the name", "value": "the value", "new": "the new value"}


class Beside:
    """The corrections of a build: of one file that is named, or of the folder in which each response stands.

    Files are read once. InputError when one is not as it must be.
    """

    def __init__(self, given: str | Path | bool = True) -> None:
        self._given = None if isinstance(given, bool) else Path(given)
        self._wanted = given is not False
        self._read: dict[Path, tuple[Correction, ...]] = {}
        self._whole: set[Path] = set()
        if self._given is not None:
            self._of(self._given)
            self._whole.add(self._given)

    def enter(self, source: str | Path) -> None:
        """Take note of a source: of a folder, every correction beside its responses must find one."""
        if self._wanted and self._given is None and os.path.isdir(source):  # noqa: PTH112 (as in read/sources.py)
            folder = Path(source)
            self.of(folder / "any")
            self._whole.add(folder / NAME)

    def of(self, response: Path) -> tuple[Correction, ...]:
        """The corrections that may concern a file; of the standard input none, unless a file was named."""
        if not self._wanted or (self._given is None and str(response) == "-"):
            return ()
        return self._of(self._given or response.parent / NAME)

    def _of(self, file: Path) -> tuple[Correction, ...]:
        if file not in self._read:
            known = file == self._given or file.exists()
            self._read[file] = public_corrections(file) if known else ()
        return self._read[file]

    def of_no_response(self, built: Iterable[str]) -> Iterator[InputError]:
        """A report of each correction that is of none of the responses (`fi-tampere/2022`) that were built."""
        known = frozenset(built)
        for file in sorted(self._whole):
            for one in self._read.get(file, ()):
                if one.response not in known:
                    yield missed(one, "no such response was built", "built: " + ", ".join(sorted(known)[:9]))
