"""A condition loses its number."""

import re
from collections.abc import Iterator

from designkit.handouts.fault_hunt.draft import Draft
from designkit.handouts.fault_hunt.mutation import Mutation
from designkit.handouts.fault_hunt.mutation_operator import mutation_operator
from designkit.handouts.fault_hunt.wording import text_of

CONDITION = re.compile(r"(.*?\S)\s*(?:[<>=≤≥]|\b(?:within|at least|at most)\b).*\d")


@mutation_operator()
def without_threshold(draft: Draft) -> Iterator[Mutation]:
    """A condition names what is measured and no longer says how much is enough."""
    for statement in draft.statements:
        for index, item in enumerate(statement.node.items):
            if found := CONDITION.match(text_of(item)):
                yield draft.put((*statement.path, index), found[1])
