"""All the text of a file, told apart from the readers: what they are held against, so that nothing is lost unseen.

Each module gets at the characters of a format in the plainest way (every text of every part, every cell, every letter that
pdfium knows) and says of what is not to be read why. It shares with the readers the rules that decide that (what a style sheet
hides, which columns a service adds), not the way through the file.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from ...model import Stretch

__all__ = ["whole_text"]

_MODULES = {
    "text": (".txt", ".text"),
    "markdown": (".md", ".markdown"),
    "pages": (".html", ".htm", ".xhtml", ".mhtml", ".mht"),
    "word": (".docx", ".docm"),
    "cells": (".xlsx", ".xlsm", ".csv", ".tsv"),
    "paper": (".pdf",),
}


def whole_text(data: bytes, name: str) -> tuple[Stretch, ...]:
    """All text of a file in the order in which it is stored. InputError as its reader has it."""
    suffix = Path(name).suffix.lower()
    module = next((module for module, suffixes in _MODULES.items() if suffix in suffixes), "text")
    found = import_module(f".{module}", __name__).stretches(data, name)
    return tuple(stretch for stretch in found if stretch.text.strip())
