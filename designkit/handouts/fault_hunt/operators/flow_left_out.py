"""A flow is not there."""

from collections.abc import Iterator
from dataclasses import replace

from designkit.handouts.fault_hunt.draft import Draft
from designkit.handouts.fault_hunt.flow_tree import text_at
from designkit.handouts.fault_hunt.mutation import Mutation
from designkit.handouts.fault_hunt.mutation_operator import mutation_operator


@mutation_operator(together=8)
def flow_left_out(draft: Draft) -> Iterator[Mutation]:
    """Two parts are not joined that should be."""
    for number, flow in enumerate(draft.flows):
        change = draft.left_out(("flows", number))
        carries = text_at(flow, "carries")
        what = f"{draft.words(change.path)} was left out"
        yield replace(change, what=what, before=carries)
