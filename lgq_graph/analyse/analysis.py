"""One graph, asked for its networks and measures; what is asked of the store is asked once."""

from __future__ import annotations

import difflib
import inspect
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from ..errors import UsageError
from ..table import Table
from .facts import Ask, Facts
from .measures import MEASURES, OF_ANSWERS
from .pictures import PICTURES
from .projections import PROJECTIONS, Network
from .result import Result

if TYPE_CHECKING:
    from matplotlib.figure import Figure

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
        return Facts(self._ask)

    def network(self, name: str, **parameters: str) -> Network:
        """A projection for NetworkX, by its name; a new one at each call. UsageError for an unknown name or parameter."""
        return _called(_known("network", name, PROJECTIONS), f"the network {name}", self.facts, parameters)

    def table(self, name: str) -> Table:
        """A table of the catalogue."""
        return self._ask(name)

    def measure(self, name: str, **parameters: str) -> Result:
        """A measure by its name. UsageError for an unknown name or parameter."""
        work = _known("measure", name, {**MEASURES, **OF_ANSWERS})
        return _called(
            work, f"the measure {name}", self._ask if name in OF_ANSWERS else self.facts, parameters
        )

    def plot(self, name: str, **parameters: str) -> Figure:
        """A picture by its name. UsageError for an unknown name or parameter, and when matplotlib is not installed."""
        return _called(_known("picture", name, PICTURES), f"the picture {name}", self, parameters)


def _called(work: Callable[..., T], name: str, of: object, parameters: Mapping[str, str]) -> T:
    """The work done with some parameters; UsageError when they are not its own."""
    known = list(inspect.signature(work).parameters.values())[1:]
    wanted = {parameter.name: parameter.default is parameter.empty for parameter in known}
    hint = f"parameters: {', '.join(wanted) or 'none'}"
    for parameter in sorted(parameters.keys() - wanted.keys()):
        raise UsageError(f"{name} has no parameter {parameter!r}", hint=hint)
    for parameter in sorted(
        parameter for parameter, needed in wanted.items() if needed and parameter not in parameters
    ):
        raise UsageError(f"{name} needs the parameter {parameter!r}", hint=hint)
    return work(of, **parameters)


def _known(what: str, name: str, known: Mapping[str, Callable[..., T]]) -> Callable[..., T]:
    if name not in known:
        near = difflib.get_close_matches(name, known)
        raise UsageError(
            f"there is no {what} {name!r}",
            hint=f"did you mean {near[0]}?" if near else f"there are: {', '.join(sorted(known))}",
        )
    return known[name]
