"""Something is struck from a list."""

from collections.abc import Iterator
from dataclasses import replace

from designkit.handouts.fault_hunt.draft import Draft
from designkit.handouts.fault_hunt.mutation import Mutation
from designkit.handouts.fault_hunt.mutation_operator import mutation_operator
from designkit.handouts.fault_hunt.wording import shortened, text_of


@mutation_operator()
def strike_item(draft: Draft) -> Iterator[Mutation]:
    """Something is missing in a list."""
    for statement in draft.statements:
        items = statement.node.items
        for index, item in enumerate(items if len(items) > 1 else ()):
            left = ", ".join(map(text_of, items[:index] + items[index + 1 :]))
            where, gone = draft.words(statement.path), shortened(text_of(item))
            yield replace(
                draft.left_out((*statement.path, index)),
                what=f"{where}: {gone} was struck",
                before=text_of(statement.node),
                after=left,
            )
