"""Functions of figures by name: where they are defined, and what they are bound to."""

from collections.abc import Callable, Mapping
from inspect import unwrap
from types import FunctionType

PACKAGE = "designkit."

Told = dict[str, object]
"""What is told as JSON."""

Functions = dict[str, Callable[..., object]]
"""Functions by their keys."""


def key_of(value: object) -> str:
    """Return the key of a function or a class: ``estimates.formulas.cost:per_month``.

    A decorated function has the names of the one in it.
    """
    module = str(getattr(value, "__module__", "")).removeprefix(PACKAGE)
    return f"{module}:{getattr(value, '__qualname__', '')}"


def bound_to(function: Callable[..., object]) -> Mapping[str, object]:
    """Return the values outside of a function that it uses, by name."""
    plain = unwrap(function)
    assert isinstance(plain, FunctionType)  # as above
    cells = plain.__closure__ or ()
    names = plain.__code__.co_freevars
    return {n: it.cell_contents for n, it in zip(names, cells, strict=True)}


def function_json(function: Callable[..., object], seen: Functions) -> Told:
    """Return a function as JSON: its key, and what it is bound to; `seen` collects it.

    Raises:
        TypeError: it is bound to something that JSON cannot hold, or shares its key.
    """
    key = key_of(function)
    if unwrap(seen.setdefault(key, function)).__code__ is not unwrap(function).__code__:
        raise TypeError(f"two functions of figures are called {key}")
    told: Told = {"function": key}
    bound = {name: _plain(it, key, seen) for name, it in bound_to(function).items()}
    return told | ({"bound": bound} if bound else {})


def _plain(value: object, key: str, seen: Functions) -> object:
    if isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, list | tuple):
        return [_plain(item, key, seen) for item in value]
    if isinstance(value, FunctionType):
        return function_json(value, seen)
    raise TypeError(f"{key} is bound to {value!r}, which no page can hold")
