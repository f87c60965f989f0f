"""The file of corrections: a list of flat entries in YAML, read event by event, so that no alias and no depth costs anything.

All values are words, whatever YAML would make of them: a thing may be called "No", and the 26th is no number.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, NoReturn

import yaml

from ..errors import InputError
from ..model import Correction
from .conflicts import check_conflicts
from .entry import NEW, correction_of

__all__ = ["MAX_BYTES", "entry_of", "parse_corrections", "read_corrections"]

MAX_BYTES = 20_000_000
"""Some fifty thousand corrections; a larger file is refused before it is read."""

_HINT = "write a list of entries, each with action, response, kind, name, by, when and why"
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Word(NamedTuple):
    text: str
    line: int


def read_corrections(path: str | Path) -> tuple[Correction, ...]:
    """The corrections of a file; InputError, with the line, when one is not as it must be or two contradict each other."""
    file = Path(path)
    try:
        with file.open("rb") as opened:
            data = opened.read(MAX_BYTES + 1)
    except OSError as error:
        raise InputError(
            f"the corrections cannot be read: {error.strerror or error}",
            file=str(file),
            hint="check the path and who may read it",
        ) from error
    return parse_corrections(data, str(file))


def parse_corrections(data: bytes, file: str) -> tuple[Correction, ...]:
    """The corrections in the bytes of a file of that name; InputError as `read_corrections` has it."""
    if len(data) > MAX_BYTES:
        raise InputError(
            f"the corrections are more than {MAX_BYTES // 1_000_000} MB",
            file=file,
            hint="keep them in several folders",
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("the corrections are not UTF-8", file=file, hint="save them as UTF-8") from error
    found = tuple(correction_of(fields, file, line) for line, fields in _entries(text, file))
    check_conflicts(found)
    return found


def entry_of(one: Correction) -> str:
    """A correction as an entry of the file."""
    fields = {
        "action": one.action.value, "response": one.response, "question": one.question, "kind": one.kind, "name": one.name,
        "property": one.property, "value": one.value, NEW.get(one.action, "new"): one.new,
        "basis": one.basis and one.basis.value, "quote": one.quote, "by": one.by, "when": one.when, "why": one.why,
    }  # fmt: skip
    said = {name: value for name, value in fields.items() if value}
    return str(yaml.safe_dump([said], allow_unicode=True, sort_keys=False, width=1_000_000))


def _entries(text: str, file: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Each entry of the list with its line, as words by the names of its fields."""
    events = _events(text, file)
    first = next(events, None)
    if first is None:
        return
    if not isinstance(first, yaml.SequenceStartEvent):
        _refuse("this is no list of corrections", file, _line(first))
    for event in events:
        if isinstance(event, yaml.SequenceEndEvent):
            break
        if not isinstance(event, yaml.MappingStartEvent):
            _refuse("an entry of the list is no correction", file, _line(event))
        yield _line(event), _fields(events, file)
    if (more := next(events, None)) is not None:
        _refuse("the file goes on after its list", file, _line(more))


def _events(text: str, file: str) -> Iterator[yaml.Event]:
    """What the file says, without the beginnings and ends of the stream and its document."""
    frame = (yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent)
    try:
        for event in yaml.parse(text, Loader=_Loader):
            if not isinstance(event, frame):
                yield event
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
        _refuse(f"this is no YAML: {what}", file, mark.line + 1 if mark else 1)


def _fields(events: Iterator[yaml.Event], file: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            return found
        name, value = _word(event, file), _word(next(events), file)
        if name.text in found:
            _refuse(f"the field {name.text!r} is given twice", file, name.line)
        found[name.text] = value.text
    raise AssertionError("a mapping ends, or the parser has told")


def _word(event: yaml.Event, file: str) -> _Word:
    if not isinstance(event, yaml.ScalarEvent) or event.anchor:
        _refuse("a field holds more than words: no list, no anchor and no alias", file, _line(event))
    plain = event.implicit[0] and event.value in ("~", "null")
    return _Word("" if plain else " ".join(event.value.split()), _line(event))


def _line(event: yaml.Event) -> int:
    return int(event.start_mark.line) + 1


def _refuse(what: str, file: str, line: int) -> NoReturn:
    raise InputError(what, file=file, place=f"line {line}", hint=_HINT)
