"""Every way to go wrong, one file each. To add one, add a file."""

from functools import cache

from designkit.handouts.fault_hunt.mistake import Mistake
from designkit.registry import members


@cache
def all_mistakes() -> tuple[Mistake, ...]:
    """Return every mistake, by name."""
    return tuple(sorted(members(__name__, Mistake), key=lambda item: item.name))
