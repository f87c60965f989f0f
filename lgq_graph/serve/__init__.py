"""The graph over HTTP for strangers: SPARQL 1.1 Protocol, the catalogue as an API, and the site; read only.

A query runs in a process of its own (`worker`), which a seat in the `pool` watches and kills; what a query may be is looked at before
any parser sees it (`guard`). The parts that the worker needs import no web framework.
"""

from __future__ import annotations

from .limits import Limits

__all__ = ["Limits"]
