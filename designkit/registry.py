"""Finds the members of a plural package: each file in it is one more."""

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from typing import TypeVar

from designkit.text.choices import one_of

T = TypeVar("T")


def members(package: str, kind: type[T]) -> Iterator[T]:
    """Import every module of `package` and yield the `kind` values made in them."""
    for name in module_names(package):
        yield from members_of(f"{package}.{name}", kind)


@cache
def module_names(package: str) -> tuple[str, ...]:
    """Return the names of the modules of `package`, without importing them."""
    found = pkgutil.iter_modules(importlib.import_module(package).__path__)
    return tuple(info.name for info in found)


def member(package: str, name: str, kind: type[T], *, what: str = "format") -> T:
    """Return the `kind` value in the module `name` of `package`, importing no other.

    Raises:
        NotFoundError: no module is called that; it says `what` there is.
    """
    module = one_of(what, name, module_names(package))
    return next(members_of(f"{package}.{module}", kind))


def members_of(module: str, kind: type[T]) -> Iterator[T]:
    """Import `module` and yield the `kind` values in it."""
    loaded = importlib.import_module(module)
    yield from (value for value in vars(loaded).values() if isinstance(value, kind))
