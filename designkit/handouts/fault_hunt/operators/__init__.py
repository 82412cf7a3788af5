"""Every mutation operator, one file each. To add one, add a file."""

from functools import cache

from designkit.handouts.fault_hunt.mutation_operator import MutationOperator
from designkit.registry import members


@cache
def all_operators() -> tuple[MutationOperator, ...]:
    """Return every operator, by name."""
    return tuple(
        sorted(members(__name__, MutationOperator), key=lambda item: item.name)
    )
