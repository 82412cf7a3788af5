"""Parts of a design of which something did not load: who reads that gets no answer."""

from collections.abc import Collection, Iterator
from functools import cache
from typing import NoReturn, TypeVar, cast

from pydantic import BaseModel, PrivateAttr

from designkit.model.unknown import UnknownError
from designkit.quantities.fields import SpecPart
from designkit.quantities.quantity import Quantity

P = TypeVar("P", bound=BaseModel)

WHOLE = ("model_dump", "model_dump_json", "model_fields_set")
"""What tells of all fields at once."""


class Partial(SpecPart):
    """A part of which some fields are unknown; it is never the same as another."""

    _unknown: frozenset[str] = PrivateAttr(frozenset())

    def __getattribute__(self, name: str) -> object:
        """Return a field that is known.

        Raises:
            UnknownError: it did not load.
        """
        if name in WHOLE or (name[:1] != "_" and name in _unknown_of(self)):
            raise UnknownError(name)
        return super().__getattribute__(name)

    def __iter__(self) -> Iterator[NoReturn]:  # type: ignore[override]
        """Refuse, since some fields are unknown."""
        raise UnknownError

    def __eq__(self, other: object) -> bool:
        """Whether `other` is this one; whether it says the same, nobody knows."""
        if other is self:
            return True
        raise UnknownError

    def __hash__(self) -> int:
        """Tell it from others by what it is, not by what it holds."""
        return id(self)

    def __repr__(self) -> str:
        """Name it, without its fields."""
        return f"<{type(self).__name__}>"


def _unknown_of(part: Partial) -> frozenset[str]:
    private = object.__getattribute__(part, "__pydantic_private__")
    return private["_unknown"] if private else frozenset()


def unknown_in(part: BaseModel) -> frozenset[str]:
    """Return the fields of `part` that are unknown."""
    return _unknown_of(part) if isinstance(part, Partial) else frozenset()


@cache
def _partial_class(model: type[BaseModel]) -> type[BaseModel]:
    return cast(
        "type[BaseModel]",
        type(f"Partial{model.__name__}", (Partial, model), {"__module__": __name__}),
    )


def partial(model: type[P], fields: dict[str, object], unknown: Collection[str]) -> P:
    """Return a part that has `fields`, and of which `unknown` ones did not load."""
    left = {name: value for name, value in fields.items() if name not in unknown}
    made = _partial_class(model).model_construct(None, **left)
    assert made.__pydantic_private__ is not None
    made.__pydantic_private__["_unknown"] = frozenset(unknown)
    return cast("P", made)


class Unsourced(Quantity):
    """A figure whose source does not exist; what is noted of it is unknown."""

    __slots__ = ()

    def __getattribute__(self, name: str) -> object:
        """Return what is known of it.

        Raises:
            UnknownError: what is noted of it names nothing.
        """
        if name == "note":
            raise UnknownError(name)
        return super().__getattribute__(name)


def unsourced(figure: Quantity) -> Unsourced:
    """Return `figure` as one whose source does not exist."""
    told = (figure.low, figure.high, figure.dimension, figure.text, figure.currency)
    return Unsourced(*told, figure.origin)
