"""Every number that a design states, with the path where it is stated."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import NoneType
from typing import Literal, get_args, get_origin

from pydantic import BaseModel

from designkit.quantities.quantity import Quantity

Path = tuple[str | int, ...]
"""Keys and indices from the root of a design, as its author spells them."""


def stated_quantities(part: object, path: Path = ()) -> Iterator[tuple[Path, Quantity]]:
    """Give every quantity in `part` of a design with its path, in reading order."""
    found: list[tuple[Path, Quantity]] = []
    _gather(part, path, found)
    return iter(found)


def _gather(part: object, path: Path, found: list[tuple[Path, Quantity]]) -> None:
    """Add to `found`; most of what a design holds are texts, which are passed over."""
    if part is None or isinstance(part, str):
        return
    if isinstance(part, Quantity):
        found.append((path, part))
    elif isinstance(part, BaseModel):
        for name, step in _steps(type(part)):
            _gather(getattr(part, name), (*path, *step), found)
    elif isinstance(part, Mapping):
        for key, value in part.items():
            _gather(value, (*path, str(key)), found)
    elif isinstance(part, tuple):
        for index, value in enumerate(part):
            _gather(value, (*path, index), found)


@cache
def _steps(model: type[BaseModel]) -> tuple[tuple[str, Path], ...]:
    """Return the fields of a section that may hold numbers, with the steps to them.

    The holder of attributes is no step, since no design spells it.
    """
    return tuple(
        (name, () if name == "attributes" else (field.alias or name,))
        for name, field in model.model_fields.items()
        if _may_hold_numbers(field.annotation)
    )


def _may_hold_numbers(annotation: object) -> bool:
    if get_origin(annotation) is Literal:
        return False
    inner = [part for part in get_args(annotation) if part is not ...]
    if inner:
        return any(map(_may_hold_numbers, inner))
    return annotation not in (str, bool, int, NoneType)
