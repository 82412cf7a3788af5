"""A number is guessed too high or too low."""

from collections.abc import Iterator

from designkit.handouts.fault_hunt.draft import Draft
from designkit.handouts.fault_hunt.figures import scaled_text
from designkit.handouts.fault_hunt.mutation import Mutation
from designkit.handouts.fault_hunt.mutation_operator import mutation_operator

FACTORS = (0.1, 0.5, 2.0, 10.0)
"""How far off a guess may be without looking like one."""


@mutation_operator()
def scaled(draft: Draft) -> Iterator[Mutation]:
    """A number is guessed a few times too high or too low."""
    for path, quantity in draft.quantities:
        for factor in FACTORS:
            text = scaled_text(quantity, factor)
            if text != quantity.text:
                yield draft.put(path, text)
