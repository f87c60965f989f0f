"""One graph, asked for its networks and measures; what is asked of the store is asked once."""

from __future__ import annotations

import difflib
import inspect
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TypeVar

from ..errors import UsageError
from ..table import Table
from .facts import Ask, Facts, facts_of
from .measures import MEASURES, OF_ANSWERS
from .projections import PROJECTIONS, Network

__all__ = ["Analysis"]

T = TypeVar("T")


class Analysis:
    """The networks and measures of a graph, in a store or at an endpoint.

    `ask` answers a query of the catalogue by its name: `Graph.query`, or `run` and `run_at` with their first argument given.
    """

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    @cached_property
    def facts(self) -> Facts:
        """All nodes and links."""
        return facts_of(self._ask)

    def network(self, name: str) -> Network:
        """A projection for NetworkX, by its name; a new one at each call. UsageError for an unknown name."""
        return _known("network", name, PROJECTIONS)(self.facts)

    def measure(self, name: str, **parameters: str) -> Table:
        """A measure by its name. UsageError for an unknown name or parameter."""
        work = _known("measure", name, {**MEASURES, **OF_ANSWERS})
        wanted = list(inspect.signature(work).parameters)[1:]
        for parameter in sorted(parameters.keys() - set(wanted)):
            raise UsageError(
                f"the measure {name} has no parameter {parameter!r}",
                hint=f"parameters: {', '.join(wanted) or 'none'}",
            )
        return work(self._ask if name in OF_ANSWERS else self.facts, **parameters)


def _known(what: str, name: str, known: Mapping[str, Callable[..., T]]) -> Callable[..., T]:
    if name not in known:
        near = difflib.get_close_matches(name, known)
        raise UsageError(
            f"there is no {what} {name!r}",
            hint=f"did you mean {near[0]}?" if near else f"there are: {', '.join(sorted(known))}",
        )
    return known[name]
