"""A choice is made the other way."""

from collections.abc import Iterator

from designkit.handouts.fault_hunt.draft import Draft
from designkit.handouts.fault_hunt.mutation import Mutation
from designkit.handouts.fault_hunt.mutation_operator import mutation_operator
from designkit.handouts.fault_hunt.options import options_of
from designkit.handouts.fault_hunt.wording import text_of

MOST = 9
"""Choices past which a list is a menu, of which one thing less is chosen by mistake."""

FLAGS = {True: "false", False: "true"}


@mutation_operator()
def switch_choice(draft: Draft) -> Iterator[Mutation]:
    """A choice is made the other way."""
    for statement in draft.statements:
        stated = text_of(statement.node)
        if isinstance(statement.node.value, bool):
            yield draft.put(statement.path, FLAGS[statement.node.value])
        choices = options_of(draft, statement)
        for choice in choices if len(choices) <= MOST else ():
            if choice not in stated.split(", "):
                yield draft.put(statement.path, choice)
