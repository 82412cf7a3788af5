"""Functions and classes of the project, by their keys and their names in JavaScript."""

from designkit.estimates.graph.functions import PACKAGE, key_of
from designkit.estimates.translation.scope import NameScope


def is_ours(value: object) -> bool:
    """Whether a function or a class is one of the project."""
    return str(getattr(value, "__module__", "")).startswith(PACKAGE)


def name_of(key: str) -> str:
    """Return what is called so in JavaScript: ``replicas$busy_share``."""
    module, _, name = key.partition(":")
    return "$".join((*module.split(".")[-2:], *name.split(".")))


def refer(value: object, scope: NameScope) -> str:
    """Return the name of a function or a class, which is needed from now on."""
    key = key_of(value)
    scope.needs.add(key)
    return name_of(key)
