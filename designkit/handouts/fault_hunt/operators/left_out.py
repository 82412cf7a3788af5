"""Something is not said."""

from collections.abc import Iterator

from designkit.handouts.fault_hunt.draft import Draft
from designkit.handouts.fault_hunt.mutation import Mutation
from designkit.handouts.fault_hunt.mutation_operator import mutation_operator


@mutation_operator()
def left_out(draft: Draft) -> Iterator[Mutation]:
    """A statement is forgotten, so that nobody can tell."""
    for statement in draft.statements:
        yield draft.left_out(statement.path)
