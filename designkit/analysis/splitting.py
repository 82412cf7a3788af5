"""Whether training and test examples are apart: in time, and by what they are of."""

from dataclasses import dataclass

from designkit.analysis.facts import Facts
from designkit.analysis.training_set import TrainingSet
from designkit.quantities.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Repeated:
    """How many examples a dataset has of how many entities, where these are fewer."""

    examples: Quantity
    entities: Quantity

    def __str__(self) -> str:
        """Write both numbers for a message."""
        return f"{self.examples} examples are of {self.entities} entities"


def is_random(examples: TrainingSet) -> bool:
    """Whether chance alone divides the examples, days or groups or not."""
    split = examples.said.split
    return "random" in split and "time" not in split


def moves_in_time(facts: Facts, examples: TrainingSet) -> bool:
    """Whether labels arrive later or features look back, as far as it is stated."""
    label = facts.design.problem.label if facts.design.problem else None
    delayed = label is not None and bool(label.window or label.delay)
    delayed = delayed or any(
        joiner.attributes.keys() & {"window", "delay"}
        for joiner in facts.of_kind("label-joiner")
    )
    return delayed or any(f.window or f.freshness for _, f in examples.features)


def straddling(facts: Facts, examples: TrainingSet) -> Repeated | None:
    """Return the numbers that prove that an entity is on both sides of a random split.

    They do where there are more examples than entities and nothing keeps those of one
    entity together. What is not stated proves nothing.
    """
    workload, said = facts.design.workload, examples.said
    entities = workload.entities if workload else None
    is_kept = "group" in said.split or bool(said.group_by)
    if not is_random(examples) or is_kept or not said.examples or not entities:
        return None
    is_fewer = entities.high < said.examples.low
    return Repeated(said.examples, entities) if is_fewer else None
