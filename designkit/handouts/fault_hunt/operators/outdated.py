"""One of two parts that belong together is of another version."""

from collections.abc import Iterator

from designkit.handouts.fault_hunt.draft import Draft
from designkit.handouts.fault_hunt.mutation import Mutation
from designkit.handouts.fault_hunt.mutation_operator import mutation_operator
from designkit.handouts.fault_hunt.wording import text_of

PAIRED = ("encoder",)
"""Keys that name the version of something which others must have the same of."""


@mutation_operator()
def outdated(draft: Draft) -> Iterator[Mutation]:
    """One of two parts that belong together is a version behind."""
    for statement in draft.statements:
        name = text_of(statement.node)
        if statement.key in PAIRED and name and " " not in name:
            yield draft.put(statement.path, f"{name}@previous")
