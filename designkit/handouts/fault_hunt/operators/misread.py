"""A number is written with the unit next to the right one."""

from collections.abc import Iterator

from designkit.handouts.fault_hunt.draft import Draft
from designkit.handouts.fault_hunt.figures import neighbours
from designkit.handouts.fault_hunt.mutation import Mutation
from designkit.handouts.fault_hunt.mutation_operator import mutation_operator


@mutation_operator()
def misread(draft: Draft) -> Iterator[Mutation]:
    """A number has the wrong unit: minutes for seconds, bn for M."""
    for path, quantity in draft.quantities:
        for text in neighbours(quantity):
            yield draft.put(path, text)
