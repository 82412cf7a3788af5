"""What is slow is asked again and again."""

from collections.abc import Iterator

from designkit.handouts.fault_hunt.draft import Draft
from designkit.handouts.fault_hunt.mutation import Mutation
from designkit.handouts.fault_hunt.mutation_operator import mutation_operator

OFTEN = "3"


@mutation_operator()
def retried(draft: Draft) -> Iterator[Mutation]:
    """What does not answer is asked again and again."""
    for number, flow in enumerate(draft.design.flows):
        if flow.mode.is_synchronous and flow.retries is None:
            yield draft.put(("flows", number, "retries"), OFTEN)
