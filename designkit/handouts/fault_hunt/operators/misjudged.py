"""Success is measured by what is at hand instead of by what counts."""

from collections.abc import Iterator
from dataclasses import replace

from designkit.handouts.fault_hunt.draft import Draft
from designkit.handouts.fault_hunt.mutation import Mutation
from designkit.handouts.fault_hunt.mutation_operator import mutation_operator
from designkit.handouts.fault_hunt.visible import ShownValue

HANDY = {"offline": ("accuracy", "ROC-AUC"), "metrics": ("accuracy", "ROC-AUC")}
HANDIER = {**HANDY, "unit": ("request",)}
"""What is at hand for each key."""


@mutation_operator()
def misjudged(draft: Draft) -> Iterator[Mutation]:
    """Success is measured by what is at hand: accuracy, requests."""
    stated = [s for s in draft.statements if s.key in HANDIER and not s.node.entries]
    for statement in stated:
        for text in HANDIER[statement.key]:
            is_list = statement.node.kind == "sequence"
            path = (*statement.path, 0) if is_list else statement.path
            yield draft.put(path, text)
    for text in HANDY["offline"]:
        yield from _everywhere(draft, [s for s in stated if s.key in HANDY], text)


def _everywhere(
    draft: Draft, stated: list[ShownValue], text: str
) -> Iterator[Mutation]:
    paths = [statement.path for statement in stated]
    if len(paths) > 1:
        yield replace(
            draft.put(paths[0], text),
            what=f"{text} became the only offline metric",
            owners=draft.owners(*paths),
            puts=tuple((path, text) for path in paths),
        )
