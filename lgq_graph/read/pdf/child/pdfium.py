"""The functions of pdfium, which tell no types. Only the child imports this, once its limits hold."""

from __future__ import annotations

from typing import Any

import pypdfium2.raw

__all__ = ["raw"]

raw: Any = pypdfium2.raw
