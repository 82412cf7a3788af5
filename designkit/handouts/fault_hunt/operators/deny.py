"""Something is said not to be there."""

from collections.abc import Iterator

from designkit.handouts.fault_hunt.draft import Draft
from designkit.handouts.fault_hunt.mutation import Mutation
from designkit.handouts.fault_hunt.mutation_operator import mutation_operator
from designkit.handouts.fault_hunt.visible import FREE
from designkit.model.problem import PERCENTILES
from designkit.source.absence import ABSENT


@mutation_operator()
def deny(draft: Draft) -> Iterator[Mutation]:
    """What a part should have, it is said not to have."""
    for statement in draft.statements:
        path = statement.path
        is_of_part = path[0] != "flows" and path[:-1] not in FREE
        if is_of_part and statement.key not in PERCENTILES:
            yield draft.put(path, ABSENT)
