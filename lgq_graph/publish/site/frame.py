"""What frames every page: Jinja2 with its escapes on and no undefined names, the head, the foot, and the links between pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, cached_property, lru_cache
from importlib.metadata import version
from importlib.resources import files as package_files
from typing import Any

import jinja2

from .paths import page_file, up_from

__all__ = ["ASSETS", "Crumb", "Frame", "assets_built", "data_block"]

Crumb = tuple[str, str]
"""A step on the way to a page: its label, and its path on the site."""

ASSETS = package_files("lgq_graph") / "assets"
"""What `make assets` builds from `web/`: in the wheel, and not in git."""


def assets_built() -> bool:
    """Whether the scripts are there that the SPARQL page, search and sorting need; the licences are written last."""
    return (ASSETS / "LICENSES.txt").is_file()


class Frame:
    """Renders pages for a site that is served at an address (`base`, with a slash at its end)."""

    def __init__(self, base: str, *, assets: bool = False) -> None:
        self.base = base if base.endswith("/") else f"{base}/"
        self.assets = assets

    @cached_property
    def _environment(self) -> jinja2.Environment:
        environment = jinja2.Environment(
            loader=jinja2.PackageLoader("lgq_graph.publish.site"), autoescape=True, undefined=jinja2.StrictUndefined,
            trim_blocks=True, lstrip_blocks=True, auto_reload=False, cache_size=-1,
        )  # fmt: skip
        environment.globals.update(base=self.base, assets=self.assets, version=version("lgq-graph"))
        environment.globals["parts"] = environment.get_template("parts.html").module
        around: Any = environment.get_template("around.html").module
        environment.globals.update(header=cache(around.header), trail=lru_cache(256)(around.trail))
        return environment

    @cached_property
    def _template(self) -> Callable[[str], jinja2.Template]:
        return cache(self._loaded)

    def _loaded(self, name: str) -> jinja2.Template:
        template = self._environment.get_template(name)
        # each page copies the globals, and a chain of mappings is slow to copy
        template.globals = dict(template.globals)
        return template

    def page(
        self, template: str, path: str, title: str, *, crumbs: tuple[Crumb, ...] = (), twins: bool = False, scripts: tuple[str, ...] = (), linked: str = "", **values: Any,
    ) -> tuple[str, bytes]:  # fmt: skip
        """A page as a file: its name on the site, and its bytes.

        `crumbs` lead to it, `twins` says that its data stand beside it, `scripts` are files of `assets/` that it runs,
        `linked` is JSON-LD to embed. The template extends `base.html`.
        """
        up = up_from(path)
        text = self._template(template).render(
            path=path, up=up, here=up + path, title=title, crumbs=crumbs, twins=twins, scripts=scripts, linked=linked, **values
        )  # fmt: skip
        return page_file(path), text.encode()

    def own_files(self) -> Iterator[tuple[str, bytes]]:
        """The files that every page asks for: the style, and the icon."""
        folder = package_files("lgq_graph.publish.site") / "static"
        for file in sorted(folder.iterdir(), key=lambda file: file.name):
            yield f"static/{file.name}", file.read_bytes()


def data_block(json_text: str) -> str:
    """JSON that can stand in a `<script>` without ending it."""
    return json_text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
