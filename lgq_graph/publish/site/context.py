"""What all parts of the site share: the store, the frame of the pages, and what things are called."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from ...analyse import Analysis
from ...query import Argument, run
from ...store import Store
from ...table import Table
from .frame import Frame
from .replies import Form, read_form

__all__ = ["Site"]


class Site:
    """A store on its way to the web, served at an address (`base`)."""

    def __init__(self, store: Store, base: str) -> None:
        self.store = store
        self.frame = Frame(base)

    @property
    def base(self) -> str:
        """The address at which the site is served, with a slash at its end."""
        return self.frame.base

    def table(self, name: str, /, **arguments: Argument | None) -> Table:
        """The rows of a query of the catalogue."""
        return run(self.store, name, **arguments)

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """What each thing with a page is called, by IRI."""
        return {str(row[0]): str(row[2]) for row in self.table("graph-nodes").rows}

    @cached_property
    def analysis(self) -> Analysis:
        """Networks and measures; what they ask of the store is asked once."""
        return Analysis(self.table)

    @cached_property
    def form(self) -> Form:
        """The questions, and how each response answers them."""
        return read_form(self.store)
