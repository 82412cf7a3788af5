"""Something that several places say is said in none."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from designkit.handouts.fault_hunt.draft import Draft
from designkit.handouts.fault_hunt.mutation import Mutation
from designkit.handouts.fault_hunt.mutation_operator import mutation_operator
from designkit.handouts.fault_hunt.visible import ShownValue
from designkit.source.absence import ABSENT

EACH_ITS_OWN = ("components", "flows", "features")
"""Sections whose parts may state the same thing and mean different ones by it."""


@mutation_operator()
def say_nowhere(draft: Draft) -> Iterator[Mutation]:
    """What several places could say, none does."""
    by_key: dict[str, list[ShownValue]] = defaultdict(list)
    for statement in draft.statements:
        by_key[statement.key].append(statement)
    for key, found in by_key.items():
        if len(found) > 1 and any(s.path[0] not in EACH_ITS_OWN for s in found):
            first, *more = (statement.path for statement in found)
            change, what = draft.left_out(first, *more), key.replace("-", " ")
            yield replace(change, what=f"{what} was left out wherever it stood")
            yield replace(
                change,
                what=f"{draft.words(first)} became none, and nothing else states it",
                after=ABSENT,
                puts=((first, ABSENT),),
                gone=tuple(more),
            )
