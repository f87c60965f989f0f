"""One entry of the file of corrections: which fields its action takes, and what they may hold."""

from __future__ import annotations

import re
from datetime import date, timedelta
from difflib import get_close_matches
from typing import NoReturn

from ..errors import InputError
from ..model import Action, Basis, Correction, Kind, Modality
from ..properties import fault_of, local_name

__all__ = ["NEW", "correction_of", "fault_of_role"]

_KINDS = (*(kind.value for kind in Kind), "city", "region", "country", "statistic", "mark")
"""What a correction may be about: the kinds of entities, places, and what has no name but its words."""

NEW = {Action.REJECT: "instead", Action.RENAME: "to", Action.MERGE: "into", Action.SPLIT: "apart"}
"""The field that tells what comes in the place of what was, by action."""

_ALWAYS = frozenset("action response kind name by when why".split())
_NEEDED = {
    Action.ACCEPT: frozenset("question property value".split()),
    Action.REJECT: frozenset({"question"}),
    Action.RENAME: frozenset({"to"}),
    Action.MERGE: frozenset({"into"}),
    Action.SPLIT: frozenset({"apart"}),
    Action.ADD: frozenset("question quote basis".split()),
}
_ALLOWED = {
    Action.ACCEPT: frozenset({"quote"}),
    Action.REJECT: frozenset("quote property value instead basis modality".split()),
    Action.RENAME: frozenset({"question"}),
    Action.MERGE: frozenset({"question"}),
    Action.SPLIT: frozenset({"question"}),
    Action.ADD: frozenset("property value modality".split()),
}
_RESPONSE = re.compile(r"[a-z]{2}-[a-z0-9-]{1,90}/[A-Za-z0-9][A-Za-z0-9._-]{0,20}")
_SIGNS = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_MODALITIES = ("current", "planned", "past")
_MOST = 2_000
"""Characters that a field may have."""


def correction_of(fields: dict[str, str], file: str, line: int) -> Correction:
    """The correction of an entry; InputError, with its line, when a field is missing, unknown or wrong."""

    def refuse(what: str, hint: str = "") -> NoReturn:
        raise InputError(what, file=file, place=f"line {line}", hint=hint or "see docs/corrections.md")

    action = next((one for one in Action if one.value == fields.get("action")), None)
    if action is None:
        refuse(f"{fields.get('action', '')!r} is no action", "it is one of " + ", ".join(Action))
    needed, allowed = _ALWAYS | _NEEDED[action], _ALWAYS | _NEEDED[action] | _ALLOWED[action]
    for name in sorted(fields.keys() - allowed):
        near = get_close_matches(name, sorted(allowed), 1)
        refuse(f"a correction of the action {action} has no field {name!r}", f"did you mean {near[0]}?" if near else f"it has {', '.join(sorted(allowed))}")  # fmt: skip
    for name in sorted(needed):
        if not fields.get(name):
            refuse(f"the field {name!r} is missing or empty")
    fault = next(filter(None, (_fault(name, fields) for name in fields)), "") or _together(action, fields)
    if fault:
        refuse(fault)
    return _made(action, fields, file, line)


def _made(action: Action, fields: dict[str, str], file: str, line: int) -> Correction:
    return Correction(
        action, fields["response"], fields["kind"], fields["name"], fields["by"], fields["when"], fields["why"],
        int(fields["question"]) if fields.get("question") else None,
        fields.get("quote", ""), fields.get("property", ""), fields.get("value", ""),
        fields.get(NEW.get(action, ""), ""),
        Basis(fields["basis"]) if fields.get("basis") else None,
        Modality(fields.get("modality") or "current"), file, line,
    )  # fmt: skip


def _fault(name: str, fields: dict[str, str]) -> str:
    """What is wrong with one field; empty when nothing is. What may be personal is not repeated."""
    value = fields[name]
    if len(value) > _MOST:
        return f"the field {name!r} has more than {_MOST} characters"
    if not value:
        return ""
    if sign := _SIGNS.search(value):
        return f"the field {name!r} holds the sign U+{ord(sign[0]):04X}, which no text has, or which turns others round"
    match name:
        case "response" if not _RESPONSE.fullmatch(value):
            return f"{value!r} is no response: write city and edition as in its IRI, such as fi-tampere/2022"
        case "kind" if value not in _KINDS:
            return f"{value!r} is no kind: it is one of {', '.join(_KINDS)}"
        case "question" if not re.fullmatch(r"[1-9]\d{0,3}", value):
            return f"{value!r} is no number of a question"
        case "basis" if value not in ("stated", "inferred"):
            return f"{value!r} is no basis: stated (the quoted words say it) or inferred (you conclude it)"
        case "modality" if value not in _MODALITIES:
            return f"{value!r} is no modality: it is one of {', '.join(_MODALITIES)}"
        case "when":
            return _fault_of_date(value)
        case "by":
            return fault_of_role(value)
    return ""


def _fault_of_date(value: str) -> str:
    try:
        day = date.fromisoformat(value) if len(value) == 10 else None
    except ValueError:
        day = None
    if day is None:
        return f"{value!r} is no date: write it as 2026-11-26"
    tomorrow = date.today() + timedelta(days=1)  # where it is later than here, it may be tomorrow already
    return f"the date {value} has not come yet" if day > tomorrow else ""


def fault_of_role(value: str) -> str:
    """Why words are no role; empty when they are. A role is written small, a name is not; letters without case do not tell, so a role is not written in them."""
    words = re.findall(r"[^\W\d_]+", value)
    small = all(word == word.lower() != word.upper() for word in words)
    if not words or not small or len(value) > 80 or not re.fullmatch(r"[^\W\d_][\w ,'’&()/-]*", value):
        return "'by' tells a role, never a person or an address: write it in small letters, such as survey analyst"
    return ""


def _together(action: Action, fields: dict[str, str]) -> str:
    """What is wrong with fields that are right one by one."""
    has = {name for name, value in fields.items() if value}
    if ("property" in has) != ("value" in has):
        return "'property' and 'value' go together"
    name = local_name(fields.get("property", ""))
    if action is Action.REJECT:
        if has & {"instead", "basis", "modality"} and not {"property", "instead", "basis"} <= has:
            return "'instead' goes with 'property', 'value' and 'basis'"
        if name in ("label", "title", "prefLabel"):
            return "a name is corrected by the action rename"
        if name == "type":
            return _fault_of_kind(fields.get("instead", ""))
        return fault_of(fields["property"], fields["instead"]) if "instead" in has else ""
    if action is Action.ADD and not name:
        return _fault_of_kind(fields["kind"])
    return fault_of(fields["property"], fields["value"]) if action is Action.ADD else ""


def _fault_of_kind(kind: str) -> str:
    kinds = [one.value for one in Kind]
    return "" if kind in kinds else f"a thing needs a kind, and {kind!r} is none: one of {', '.join(kinds)}"
