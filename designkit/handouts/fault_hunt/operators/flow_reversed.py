"""A flow runs the wrong way."""

from collections.abc import Iterator

from designkit.handouts.fault_hunt.draft import Draft
from designkit.handouts.fault_hunt.flow_tree import ends_of
from designkit.handouts.fault_hunt.mutation import Mutation
from designkit.handouts.fault_hunt.mutation_operator import mutation_operator


@mutation_operator(together=8)
def flow_reversed(draft: Draft) -> Iterator[Mutation]:
    """An arrow points the wrong way."""
    for number, flow in enumerate(draft.flows):
        path = ("flows", number)
        source, target = ends_of(flow)
        yield Mutation(
            path=path,
            what=f"{draft.words(path)} was turned round",
            before=f"{source} -> {target}",
            after=f"{target} -> {source}",
            owners=draft.owners(path),
            puts=(((*path, "source"), target), ((*path, "target"), source)),
        )
