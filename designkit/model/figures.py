"""Every number that a design states, with the path where it is stated."""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from designkit.model.quantity import Quantity

Path = tuple[str | int, ...]
"""Keys and indices from the root of a design, as its author spells them."""


def stated_quantities(part: object, path: Path = ()) -> Iterator[tuple[Path, Quantity]]:
    """Give every quantity in `part` of a design with its path, in reading order."""
    if isinstance(part, Quantity):
        yield path, part
    elif isinstance(part, BaseModel):
        for name, field in type(part).model_fields.items():
            yield from stated_quantities(
                getattr(part, name), _step(path, field.alias or name)
            )
    elif isinstance(part, Mapping):
        for key, value in part.items():
            yield from stated_quantities(value, (*path, str(key)))
    elif isinstance(part, tuple):
        for index, value in enumerate(part):
            yield from stated_quantities(value, (*path, index))


def _step(path: Path, name: str) -> Path:
    """Add a step, leaving out the holder of attributes, which no design spells."""
    return path if name == "attributes" else (*path, name)
