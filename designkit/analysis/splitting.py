"""Whether training and test examples are apart: in time, and by what they are of."""

from dataclasses import dataclass

from designkit.analysis.facts import Facts
from designkit.analysis.outcomes import LabelOutcome
from designkit.analysis.roles import has_role
from designkit.analysis.training_set import TrainingSet
from designkit.catalog.role import Role
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


def is_by_group_alone(examples: TrainingSet) -> bool:
    """Whether groups alone divide the examples, whatever day they are of."""
    return examples.said.split == ("group",)


def moves_in_time(facts: Facts, examples: TrainingSet) -> bool:
    """Whether labels arrive later or features look back, as far as it is stated.

    What people say of an example waits for them, and not for what happens to it.
    """
    looks_back = any(f.window or f.freshness for _, f in examples.features)
    return looks_back or (
        _is_late(facts, examples) and not is_told_by_people(facts, examples)
    )


def _is_late(facts: Facts, examples: TrainingSet) -> bool:
    return facts.outcomes.of_dataset(examples.id).hold(_is_waited_for)


def _is_waited_for(outcome: LabelOutcome) -> bool:
    joined = (part.attributes.keys() & {"window", "delay"} for part in outcome.joiners)
    return bool(outcome.label.window or outcome.label.delay) or any(joined)


def is_told_by_people(facts: Facts, examples: TrainingSet) -> bool:
    """Whether people give its labels: all flows say so, or its labels do."""
    makers = facts.ancestors((examples.builder,), "label") if examples.builder else ()
    parts = [facts.design.components[id] for id in makers]
    if parts and all(has_role(part, Role.JUDGED_BY_PEOPLE) for part in parts):
        return True
    return facts.outcomes.of_dataset(examples.id).is_judged


def is_kept_together(examples: TrainingSet) -> bool:
    """Whether the examples of one entity lie on one side of the split."""
    return "group" in examples.said.split or bool(examples.said.group_by)


def straddling(facts: Facts, examples: TrainingSet) -> Repeated | None:
    """Return the numbers that prove that an entity is on both sides of a random split.

    They do where there are more examples than entities and nothing keeps those of one
    entity together. What is not stated proves nothing.
    """
    workload, said = facts.design.workload, examples.said
    entities = workload.entities if workload else None
    is_kept = is_kept_together(examples)
    if not is_random(examples) or is_kept or not said.examples or not entities:
        return None
    is_fewer = entities.high < said.examples.low
    return Repeated(said.examples, entities) if is_fewer else None
