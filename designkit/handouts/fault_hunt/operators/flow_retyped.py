"""A flow carries something else."""

from collections.abc import Iterator

from designkit.catalog.kinds import may_give
from designkit.handouts.fault_hunt.draft import Draft
from designkit.handouts.fault_hunt.mutation import Mutation
from designkit.handouts.fault_hunt.mutation_operator import mutation_operator
from designkit.source.kind_of import kind_of


@mutation_operator(together=8)
def flow_retyped(draft: Draft) -> Iterator[Mutation]:
    """An arrow carries something else that its two ends would take."""
    parts = draft.design.components
    for number, flow in enumerate(draft.design.flows):
        source, target = (kind_of(parts[id]) for id in flow.ends)
        given = may_give(source) if source else frozenset()
        for name in target.takes if target and flow.carries else ():
            if name in given and name != flow.carries:
                yield draft.put(("flows", number, "carries"), name)
