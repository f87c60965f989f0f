"""Office files: a zip of XML parts, opened so that a hostile one costs little.

What a part would unpack to is known before it is unpacked, and limited; a part with a document type is refused before
any entity of it is read; nothing outside the file is ever fetched, and macros, pictures and properties stay packed.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NoReturn
from xml.etree import ElementTree

from ..errors import InputError

__all__ = ["Archive", "Element", "Relations"]

Element = ElementTree.Element

_MOST_PARTS = 20_000
_MOST_UNPACKED = 40_000_000
_MOST_ELEMENTS = 500_000
_DEEPEST = 100
_ZIP, _ENTRY = b"PK", b"PK\x01\x02"
_OLE, _ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "EncryptedPackage".encode("utf-16-le")
_LOCKED, _NO_PASSWORD = 0x1, "save it without a password"
_TOO_MUCH = "it is nested too deeply or has too many elements"
_PLAIN_COPY = "export the response again, as a plain document without pictures"
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)


@dataclass(frozen=True, slots=True)
class Relations:
    """What one part refers to: of each id the kind and the target, and which targets lie outside the file."""

    targets: dict[str, tuple[str, str]]
    outside: frozenset[str] = frozenset()

    def part(self, kind: str) -> str | None:
        """The part of a kind ("styles"); None when there is none."""
        within = (ref for ref in self.targets if ref not in self.outside)
        return next((self.targets[ref][1] for ref in within if self.targets[ref][0] == kind), None)

    def link(self, ref: str) -> str:
        """Where a link leads outside the file; empty when it does not."""
        return self.targets[ref][1] if ref in self.outside else ""


class Archive:
    """The parts of an Office file. `save_as` says in a hint what to save the response as.

    InputError, naming the file and the part, when it is no such file, encrypted, damaged, or would unpack to too much.
    """

    def __init__(self, data: bytes, name: str, save_as: str) -> None:
        self._name, self._save_as, self._left = name, save_as, _MOST_UNPACKED
        self._check_kind(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGE as error:
            self._damaged("", error)
        self._parts = {_folded(info.filename): info for info in self._zip.infolist()}

    def refuse(self, message: str, part: str = "", hint: str = "") -> NoReturn:
        """Raise the error about this file."""
        raise InputError(message, file=self._name, place=part, hint=hint or self._save_as)

    def main(self) -> str | None:
        """The part that the file is about."""
        return self.relations("").part("officeDocument")

    def xml(self, part: str) -> Element | None:
        """The root of a part, its names and those of its attributes without their namespaces; None without the part."""
        data = self._bytes(part)
        if data is None:
            return None
        if data.count(b"<") > 2 * _MOST_ELEMENTS:
            self.refuse(_TOO_MUCH, part, _PLAIN_COPY)
        try:
            return self._bare(ElementTree.fromstring(data, _parser()), part)
        except (ElementTree.ParseError, LookupError, ValueError) as error:
            self._damaged(part, error)

    def names(self) -> tuple[str, ...]:
        """The names of all parts, in lower case, sorted."""
        return tuple(sorted(self._parts))

    def text(self, part: str) -> str:
        """A part that is no XML, its bytes as characters; empty without the part."""
        return (self._bytes(part) or b"").decode("latin-1")

    def relations(self, part: str) -> Relations:
        """What a part refers to; "" is the whole file."""
        folder, base = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        found = [element for element in root if element.tag == "Relationship"] if root is not None else []
        outside = frozenset(e.get("Id", "") for e in found if e.get("TargetMode") == "External")
        return Relations({e.get("Id", ""): _target(e, folder, outside) for e in found}, outside)

    def _check_kind(self, data: bytes) -> None:
        if data.startswith(_OLE):
            if _ENCRYPTED in data:
                self.refuse("the file is protected by a password", hint=_NO_PASSWORD)
            self.refuse("the file is in the format of Office 97 to 2003")
        if not data.startswith(_ZIP):
            self.refuse("this is no Office file, whatever its extension says")
        if data.count(_ENTRY) > _MOST_PARTS:
            self.refuse(f"the file has more than {_MOST_PARTS} parts", hint=_PLAIN_COPY)

    def _bytes(self, part: str) -> bytes | None:
        info = self._parts.get(_folded(part))
        if info is None:
            return None
        self._left -= info.file_size
        if self._left < 0:
            self.refuse(f"it would unpack to more than {_MOST_UNPACKED // 1_000_000} MB", part, _PLAIN_COPY)
        if info.flag_bits & _LOCKED:
            self.refuse("this part is protected by a password", part, _NO_PASSWORD)
        try:
            # Never yields more than the size that was declared, and just checked.
            return self._zip.read(info)
        except _DAMAGE as error:
            self._damaged(part, error)

    def _damaged(self, part: str, error: Exception) -> NoReturn:
        message = f"the file is damaged: {error}"
        raise InputError(message, file=self._name, place=part, hint=_PLAIN_COPY) from error

    def _bare(self, root: Element, part: str) -> Element:
        """The tree with local names, so that the transitional and the strict namespaces are one."""
        for count, (element, depth) in enumerate(_with_depth(root)):
            if depth > _DEEPEST or count > _MOST_ELEMENTS:
                self.refuse(_TOO_MUCH, part, _PLAIN_COPY)
            element.tag = _local(element.tag)
            if element.attrib:
                element.attrib = {_local(key): value for key, value in element.attrib.items()}
        return root


class _NoDoctype(ElementTree.TreeBuilder):
    """Refuses a document type, and with it every entity that could be defined there."""

    def doctype(self, *_: object) -> NoReturn:
        raise ValueError("a part with a document type is not read")


def _parser() -> ElementTree.XMLParser:
    return ElementTree.XMLParser(target=_NoDoctype())


def _with_depth(root: Element) -> Iterator[tuple[Element, int]]:
    stack = [(root, 0)]
    while stack:
        element, depth = stack.pop()
        yield element, depth
        stack.extend((child, depth + 1) for child in element)


@lru_cache(maxsize=4096)
def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _folded(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").casefold()


def _target(element: Element, folder: str, outside: frozenset[str]) -> tuple[str, str]:
    kind, target = element.get("Type", "").rpartition("/")[2], element.get("Target", "")
    if element.get("Id", "") in outside:
        return kind, target
    return kind, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
