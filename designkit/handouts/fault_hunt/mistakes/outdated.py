"""One of two parts that belong together is of another version."""

from collections.abc import Iterator

from designkit.handouts.fault_hunt.change import Change
from designkit.handouts.fault_hunt.draft import Draft
from designkit.handouts.fault_hunt.mistake import mistake
from designkit.handouts.fault_hunt.telling import text_of

PAIRED = ("encoder",)
"""Keys that name the version of something which others must have the same of."""


@mistake()
def outdated(draft: Draft) -> Iterator[Change]:
    """One of two parts that belong together is a version behind."""
    for statement in draft.statements:
        name = text_of(statement.node)
        if statement.key in PAIRED and name and " " not in name:
            yield draft.put(statement.path, f"{name}@previous")
