"""The one error tree.

    LgqError                 anything this library refuses, with what to do about it
    ├── UsageError           the call or its options are wrong                      (exit 2)
    ├── InputError           a file cannot be read as a response                    (exit 3)
    ├── DataError            a store, query or ontology file is not what it must be (exit 3)
    ├── OutputError          a result cannot be written where it should go          (exit 3)
    └── ShapeViolation       the built graph breaks its shapes                      (exit 1)

Each carries data, not only words: the file, the place in it, and the mend.
"""

from __future__ import annotations

import re

__all__ = [
    "DataError",
    "InputError",
    "LgqError",
    "OutputError",
    "ShapeViolation",
    "UsageError",
    "counted",
    "visible",
]

_STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str, spared: str = "") -> str:
    """A text in which signs that steer a terminal, begin lines, turn others round or are none are written as escapes."""
    return _STEERING.sub(lambda sign: sign[0] if sign[0] in spared else repr(sign[0])[1:-1], text)


def counted(number: int, thing: str) -> str:
    """A number of things in a message: "1 file", "2 files"."""
    return f"{number} {thing}{'' if number == 1 else 's'}"


class LgqError(Exception):
    """What went wrong, where, and what to do.

    Parameters: `message` says what is wrong; `file` and `place` say where ("line 12", "question 24");
    `hint` says what to do. Only `cli` catches it.
    """

    exit_code = 3

    def __init__(self, message: str, *, file: str = "", place: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.message, self.file, self.place, self.hint = message, file, place, hint

    def __str__(self) -> str:
        where = ", ".join(filter(None, (visible(self.file), self.place)))
        return f"{where}: {self.message}" if where else self.message


class UsageError(LgqError):
    """The call is wrong: an unknown query, a missing parameter, a bad option."""

    exit_code = 2


class InputError(LgqError):
    """A file cannot be read as a response to the questionnaire."""


class DataError(LgqError):
    """A store, query, shape or ontology file is not what it must be."""


class OutputError(LgqError):
    """A result cannot be written where it should go."""


class ShapeViolation(LgqError):
    """The graph of a response breaks its shapes; nothing was written."""

    exit_code = 1
