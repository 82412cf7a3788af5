"""Fills the shipped templates; a design is never a template."""

from collections.abc import Mapping
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from designkit.files import bundled

MARKUP = (".svg.j2", ".html.j2")


def fill(name: str, values: Mapping[str, object]) -> str:
    """Fill the template `name`, such as ``diagram/picture.svg.j2``, with `values`."""
    return _environment(name.endswith(MARKUP)).get_template(name).render(values)


@cache
def _environment(is_markup: bool) -> Environment:
    return Environment(
        loader=FileSystemLoader(bundled("templates")),
        autoescape=is_markup,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
