"""What a mutation operator is: one way to go wrong, wherever a design allows it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from designkit.handouts.fault_hunt.draft import Draft
from designkit.handouts.fault_hunt.mutation import Mutation

TOGETHER = 24
"""Mutations that are tried in one check where they hardly touch each other."""

Making = Callable[[Draft], Iterator[Mutation]]


@dataclass(frozen=True, slots=True)
class MutationOperator:
    """A sort of mutation; `make` gives every way to make it in a design.

    `together` says how many of them can be tried in one check without hiding each
    other: few for those that change who is joined to whom.
    """

    name: str
    summary: str
    make: Making
    together: int = TOGETHER


def mutation_operator(together: int = TOGETHER) -> Callable[[Making], MutationOperator]:
    """Make an operator of a generator, with its name and its docstring."""

    def made(make: Making) -> MutationOperator:
        name = make.__name__.replace("_", "-")
        summary = (make.__doc__ or "").strip().partition("\n")[0]
        return MutationOperator(name, summary, make, together)

    return made
