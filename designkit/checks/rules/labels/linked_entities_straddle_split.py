"""DK220 linked-entities-straddle-split."""

from collections.abc import Iterator

from designkit.analysis.facts import Facts
from designkit.analysis.grouping import holds_together
from designkit.analysis.splitting import is_random
from designkit.analysis.training_set import TrainingSet, training_sets
from designkit.checks.rule import Finding, rule
from designkit.diagnostics import Severity


@rule(
    "DK220",
    Severity.WARNING,
    keys=("datasets.*.linked-within", "components.*.linked-within"),
)
def linked_entities_straddle_split(facts: Facts) -> Iterator[Finding]:
    """Examples that are linked should lie on one side of a split together.

    One thief holds ten accounts on one device. Divided by account, five are learnt and
    five tested, and the model knows the five by the device that it has seen. The next
    ring brings a device of its own. What keeps the sides apart is the group that hangs
    together: the ring, the household, the lot, the patient.

    It asks where a dataset says within what its examples are linked. A split by time
    alone is left to the author: whoever is linked may come again in service too.

    Bad:
    ```yaml
    components:
      dataset: {kind: dataset-builder}
    datasets:
      accounts:
        built-by: dataset
        split: [time, group]
        linked-within: ring
        group-by: account                                 # <- half a ring each side
    ```

    Good:
    ```yaml
    components:
      dataset: {kind: dataset-builder}
      accounts:
        kind: dataset-builder
        split: [time, group]
        linked-within: ring
        group-by: ring
    datasets:
      cities:
        built-by: dataset
        split: [time, group]
        linked-within: household
        group-by: city with its households
    ```

    Fix: Split by the group that hangs together, such as a component of the graph of
    shared devices and cards; where a larger group holds it, name both under `group-by`.

    Source: Roberts et al. 2017, Cross-validation strategies for data with temporal,
    spatial, hierarchical, or phylogenetic structure (Ecography 40); Kaufman et al.
    2012, Leakage in Data Mining (ACM TKDD 6).
    """
    for examples in training_sets(facts):
        within, group = examples.said.linked_within, examples.said.group_by
        if not within or (group and holds_together(group, within)):
            continue
        if group or is_random(examples):
            yield Finding(examples.place("group-by"), _told(examples, within))
        elif "group" in examples.said.split:
            message = f"{examples.id} does not say whether its groups are those of "
            yield Finding(examples.place("group-by"), message + within, unstated=True)


def _told(examples: TrainingSet, within: str) -> str:
    drawn = examples.said.group_by or "at random"
    by = f"by {drawn}" if examples.said.group_by else drawn
    return f"{examples.id} is split {by}: one {within} is on both sides"
