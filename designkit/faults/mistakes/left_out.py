"""Something is not said."""

from collections.abc import Iterator

from designkit.faults.change import Change
from designkit.faults.draft import Draft
from designkit.faults.mistake import mistake


@mistake()
def left_out(draft: Draft) -> Iterator[Change]:
    """A statement is forgotten, so that nobody can tell."""
    for statement in draft.statements:
        yield draft.left_out(statement.path)
