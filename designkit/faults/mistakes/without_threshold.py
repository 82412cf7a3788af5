"""A condition loses its number."""

import re
from collections.abc import Iterator

from designkit.faults.change import Change
from designkit.faults.draft import Draft
from designkit.faults.mistake import mistake
from designkit.faults.telling import text_of

CONDITION = re.compile(r"(.*?\S)\s*(?:[<>=≤≥]|\b(?:within|at least|at most)\b).*\d")


@mistake()
def without_threshold(draft: Draft) -> Iterator[Change]:
    """A condition names what is measured and no longer says how much is enough."""
    for statement in draft.statements:
        for index, item in enumerate(statement.node.items):
            if found := CONDITION.match(text_of(item)):
                yield draft.put((*statement.path, index), found[1])
